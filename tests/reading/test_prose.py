"""Markdown as prose: both ways to read it agree, and what cannot be printed is told."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from guide.errors import Mark
from guide.model import BulletList, Paragraph, Span
from guide.reading.pasted import mark_items
from guide.reading.prose import is_plain, read_blocks, read_line, read_prose, to_markdown
from guide.reading.text import UNSEEN
from tests.random_texts import ANY

PIECES = st.one_of(
    st.text(ANY, max_size=12),
    st.sampled_from(
        [
            "\n",
            "\n\n",
            " ",
            "  ",
            "    ",
            "\t",
            "- ",
            "* ",
            "+ ",
            "1. ",
            "2) ",
            "# ",
            "> ",
            "---",
            "===",
            "~~~",
            "```",
            "|",
            "&amp;",
            "&",
            "a",
            "word",
            "http://a.org",
            "mailto:a@b.org",
            "!",
            "-",
            "=",
            ":",
            "12",
            ".",
            "\u2022 ",
            "\u2022",
            "\u2013 ",
            "\u00a0",
            "\u2003",
            "\u3000",
            "\x85",
            "<b>",
            "[[a]]",
            "*a*",
            "\\",
            "_",
            "|-|",
        ]
    ),
)


@given(
    st.lists(PIECES, max_size=12)
    .map("".join)
    .filter(lambda text: not UNSEEN.search(text) and "\r" not in text)
)
@example("a\n\u00a0\nb")
@example("a\n===")
@example(" \n a")
def test_plain_text_is_read_as_markdown_reads_it(text):
    """Where the quick way is taken, it gives what the parser would have given."""
    marked = mark_items(text)
    if is_plain(marked):
        assert read_prose(text) == read_blocks(marked)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("\u2022 one\n\u2022 two", [["one", "two"]]),
        ("We offer:\n\u2022\tsoup\n\u2022\tbread\no\tbutter", ["We offer:", ["soup", "bread", "butter"]]),
        (
            "\u2022 one\n\u2022 two\n\u2013 three\n* four\n1. five\n2. six",
            [["one", "two", "three", "four"], ["five", "six"]],
        ),
        ("We offer: \u2022 soup \u2022 bread", ["We offer:", ["soup", "bread"]]),
        ("\u2022 soup \u2022 bread", [["soup", "bread"]]),
        ("\u2013 soup\n\u2013 bread", [["soup", "bread"]]),
        ("\u00b7\u00a0soup\n\u00b7\u00a0bread", [["soup", "bread"]]),
        ("\u25cf soup\n\n\u25cf bread", [["soup", "bread"]]),
        ("&bull; soup\n&#8226; bread", [["soup", "bread"]]),
        ("Soup\n  \u25e6 hot\n    \u25aa cold", ["Soup", ["hot", "cold"]]),
        ("\u2022one\n\u20222. two", [["one", "2. two"]]),
        ("\u2013 Pat, a guest", ["\u2013 Pat, a guest"]),
        ("Soup \u2022 bread \u2022 tea", ["Soup \u2022 bread \u2022 tea"]),
        ("9 \u2013 5\nand 6", ["9 \u2013 5 and 6"]),
    ],
)
def test_pasted_dots_make_a_list(text, expected):
    """What a word processor writes before an item is as good as a hyphen; a dot or dash between words is left alone."""
    reading = read_prose(text)
    assert not reading.complaints
    assert [
        ["".join(span.text for span in item) for item in block.items]
        if isinstance(block, BulletList)
        else block.spans[0].text
        for block in reading.prose
    ] == expected
    assert read_prose(to_markdown(reading.prose)).prose == reading.prose


def test_a_dot_before_a_step_is_no_list():
    """A text on one line that stands in a list already loses its own dot."""
    assert read_line("\u2022 Call first.") == read_line("Call first.")


def spans(text):
    """The spans of a text that is one paragraph, with nothing to complain of."""
    reading = read_prose(text)
    assert not reading.complaints
    (block,) = reading.prose
    assert isinstance(block, Paragraph)
    return block.spans


def test_paragraphs():
    """Blank lines part paragraphs; line ends and runs of spaces are one space."""
    assert read_prose("One\n two.\n\n \nThree.\n").prose == (
        Paragraph((Span("One two."),)),
        Paragraph((Span("Three."),)),
    )
    assert read_prose("").prose == ()


@pytest.mark.parametrize("text", ["a **b** c", "a *b* c", "a __b__ c", "a _b_ c", "a ***b*** c"])
def test_weight(text):
    """Emphasis of every kind is one weight."""
    assert spans(text) == (Span("a "), Span("b", True), Span(" c"))


@pytest.mark.parametrize(
    "text, expected",
    [
        ("[us](https://example.org/a)", (Span("us", target="https://example.org/a"),)),
        ("[**us** now](tel:+1-415)", (Span("us", True, "tel:+1-415"), Span(" now", target="tel:+1-415"))),
        ("<https://example.org>", (Span("https://example.org", target="https://example.org"),)),
        ("<a@example.org>", (Span("a@example.org", target="mailto:a@example.org"),)),
        (
            "See https://example.org/_a_b.",
            (Span("See "), Span("https://example.org/_a_b", target="https://example.org/_a_b"), Span(".")),
        ),
        (
            "(https://example.org/(x))",
            (Span("("), Span("https://example.org/(x)", target="https://example.org/(x)"), Span(")")),
        ),
        ("mailto:a@example.org", (Span("a@example.org", target="mailto:a@example.org"),)),
        ("see [[insite]], or", (Span("see "), Span("", mention="insite"), Span(", or"))),
        ("**[[insite]]**", (Span("", True, mention="insite"),)),
    ],
)
def test_links_and_mentions(text, expected):
    """Links keep their address as it was typed; a mention keeps the id."""
    assert spans(text) == expected


def test_mentions_are_gathered():
    """The ids can be judged when every listing is known."""
    assert read_prose("[[a]] and [[b-c]], not [[No Id]]").mentions == ("a", "b-c")


@pytest.mark.parametrize(
    "text, ordered", [("- a\n- **b**\n", False), ("* a\n\n* **b**\n", False), ("1. a\n2. **b**", True)]
)
def test_lists(text, ordered):
    """Lists are flat, and ordered if they are numbered."""
    assert read_prose(text).prose == (BulletList(((Span("a"),), (Span("b", True),)), ordered),)


@pytest.mark.parametrize(
    "text, told",
    [
        ("# A", "a heading"),
        ("A\n===", "a heading"),
        ("|a|\n|-|\n|b|", "a table"),
        ("```\na\n```", "a block of code"),
        ("    a", "a block of code"),
        ("<div>a</div>", "HTML"),
        ("a <b>c</b>", "HTML"),
        ("> a", "a quotation"),
        ("a\n\n***\n", "a rule"),
        ("a `b`", "code between back quotes"),
        ("- a\n  - b", "a list cannot stand inside another"),
        ("- a\n\n  b", "two paragraphs"),
        ("4. a", "begins with 1, not with 4"),
        ("![a](b.png)", 'the picture "b.png" cannot'),
        ("![a](../b.png)", "outside the content folder"),
        ("![a](/b.png)", "outside the content folder"),
        ("![a](https://b.org/c.png)", "outside the content folder"),
        ("[a](javascript:b)", 'cannot lead to "javascript:b"'),
        ("[a](data:b)", "cannot lead to"),
        ("<ftp://a.org>", "cannot lead to"),
        ("[a]()", "leads nowhere"),
        ("[](https://a.org)", "has no words"),
        ("[a](https://)", "not a whole address"),
        ("[a](https://nowhere)", "not a whole address"),
        ("[a](mailto:b)", "not a whole address"),
        ("[a](tel:HELP)", "not a whole"),
        ("[[A b]]", "not the id of a listing"),
        ("[[]]", "not the id of a listing"),
        ("*a" * 15_000, "more than 20,000 characters"),
    ],
)
def test_what_cannot_be_printed_is_told(text, told):
    """Nothing is dropped in silence."""
    found = [kind.at(Mark(Path("a.yaml")), **values) for _, kind, values in read_prose(text).complaints]
    assert any(told in problem.message for problem in found), found
    assert all(problem.hint for problem in found)


def test_one_line():
    """A step of the instructions is one paragraph."""
    assert read_line("Call **first**.").prose == (Span("Call "), Span("first", True), Span("."))
    assert read_line("a\n\nb").complaints[0].kind.message == "this must be one paragraph"


@given(st.lists(PIECES, max_size=15).map("".join).filter(lambda text: "\r" not in text))
def test_any_text_is_read(text):
    """Whatever is written, there is prose or a complaint, and no word is set empty."""
    reading = read_prose(text)
    for block in reading.prose:
        for row in block.items if isinstance(block, BulletList) else (block.spans,):
            assert row and all(span.text or span.mention for span in row)
