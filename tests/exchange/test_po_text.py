"""The text of a PO file: what is none is told with its line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.exchange.po_text import decode_po, read_messages
from guide.reading.source import Source

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'


def source():
    return Source(Path("es.po"), Path("."))


def messages(text):
    """(messages without the header, lines of the problems)."""
    found = source()
    read = read_messages(text, found)
    return [message for message in read if not message.is_header], [
        problem.mark.line for problem in found.problems
    ]


def test_a_message_is_read_with_its_lines():
    """A text may go on over several lines; escapes stand for what they stand for."""
    (message,), lines = messages(
        HEAD
        + '# note\n#, fuzzy, c-format\nmsgctxt "a"\nmsgid ""\n"one\\n"\n"two\\t\\"x\\"\\\\"\nmsgstr "uno"\n" dos"\n#~ msgid "old"\n#~ msgstr "x"\n'
    )
    assert lines == []
    assert (message.context, message.id, message.string, message.fuzzy) == (
        "a",
        'one\ntwo\t"x"\\',
        "uno dos",
        True,
    )
    assert (message.line, message.lines["msgstr"]) == (6, 10)


def test_each_message_has_its_own_marks():
    found, _ = messages(
        '#, fuzzy\nmsgid "a"\nmsgstr "1"\n\nmsgid "b"\nmsgstr "2"\n#, c-format\nmsgid "c"\nmsgstr "3"\n'
    )
    assert [(message.id, message.string, message.fuzzy) for message in found] == [
        ("a", "1", True),
        ("b", "2", False),
        ("c", "3", False),
    ]


@pytest.mark.parametrize(
    "lines, wrong",
    [
        (['msgid "a', 'msgstr "b"'], [1]),
        (['msgid "a"', 'msgstr "b'], [2]),
        (['msgid "a"', 'msgstr "b" c"'], [2]),
        (['msgid "a"', 'msgstr "b"c'], [2]),
        (['msgid "a"', 'msgstr "b\\"'], [2]),
        (['msgid "a"', "msgstr b"], [2]),
        (['"a"'], [1]),
        (["hello"], [1]),
        (['msgid "a"', 'msgid "b"', 'msgstr "c"'], [1]),
        (['msgstr "a"'], [1]),
        (['msgid "a"', 'msgstr "b"', 'msgstr "c"'], [3]),
        (['msgid "a"', 'msgstr "\\x41"'], [2]),
        (['msgid "a"', 'msgstr "\\q"'], [2]),
    ],
)
def test_what_is_no_message_is_told_with_its_line(lines, wrong):
    assert messages("\n".join(lines) + "\n")[1] == wrong


@pytest.mark.parametrize(
    "charset, text",
    [
        ("latin-1", "caf\u00e9"),
        ("CHARSET", "caf\u00e9"),
        ("windows-1256", "\u0643\u062a\u0627\u0628"),
        ("GB18030", "\u6307\u5357"),
    ],
)
def test_the_character_set_of_the_header_is_used(charset, text):
    data = f'msgid ""\nmsgstr "Content-Type: text/plain; charset={charset}\\n"\n\nmsgid "a"\nmsgstr "{text}"\n'.encode(
        "utf-8" if charset == "CHARSET" else charset
    )
    assert messages(decode_po(data, source()))[0][0].string == text


@pytest.mark.parametrize(
    "charset, extra, line",
    [
        ("klingon", b"", 2),
        ("hex", b"", 2),
        ("undefined", b"", 2),
        ("utf-8", b'msgid "a"\nmsgstr "caf\xe9"\n', 4),
        ("ascii", b'"\xc3\xa9"', 3),
        ("utf-16", b"x", 2),
        ("rot13", b"", 2),
    ],
)
def test_a_character_set_that_does_not_fit_is_told(charset, extra, line):
    found = source()
    assert (
        decode_po(
            f'msgid ""\nmsgstr "Content-Type: text/plain; charset={charset}\\n"\n'.encode() + extra, found
        )
        is None
    )
    assert [problem.mark.line for problem in found.problems] == [line]


def test_a_file_with_a_mark_at_its_beginning_and_line_ends_of_windows():
    text = decode_po(b'\xef\xbb\xbfmsgid "a"\r\nmsgstr "b"\r\n', source())
    assert messages(text)[0][0].string == "b"


@given(
    st.binary(max_size=200)
    | st.lists(
        st.sampled_from(
            ('msgid "', "msgstr", '"', "\n", "\\", "#, fuzzy", "#~", "msgctxt ", "[0]", "a", "\x00", "\x85")
        )
    )
    .map("".join)
    .map(str.encode)
)
def test_any_bytes_are_read_or_told(data):
    found = source()
    text = decode_po(data, found)
    if text is None:
        assert found.problems
    else:
        read_messages(text, found)
