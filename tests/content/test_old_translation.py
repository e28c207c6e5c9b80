"""What a translation file holds, in whatever style it is written."""

import pytest

from guide.content.old_translation import OldFile, comments_in

TEXT = """\
# top

# above
a: |  # beside a block
  one # not this
  # nor this

b:   # beside a key
  text: "x # not" # beside a text
  # en: a source
  # fr: a note
  of: [p, # in a list
    {q: r}]
# last
"""


@pytest.fixture
def old(tmp_path):
    """Reads a file with a text: old(text, language)."""

    def read(text, language="en"):
        path = tmp_path / "a.yaml"
        path.write_bytes(text.encode())
        return OldFile(path, language)

    return read


def test_comments_are_told_from_texts():
    assert [comment for _, comment in comments_in(TEXT)] == [
        "# top",
        "# above",
        "# beside a block",
        "# beside a key",
        "# beside a text",
        "# en: a source",
        "# fr: a note",
        "# in a list",
        "# last",
    ]


def test_comments_belong_to_the_key_below_or_beside(old):
    """What was written above a text as its source is none."""
    found = old(TEXT)
    assert found.comments == {
        (): ["# top"],
        ("a",): ["# above", "# beside a block"],
        ("b",): ["# beside a key"],
        ("b", "text"): ["# beside a text"],
        ("b", "of"): ["# fr: a note"],
        ("b", "of", 0): ["# in a list"],
    }
    assert found.last == ["# last"]


def test_what_has_no_place_is_written_in_one_style(old):
    """Lists, groups, texts of several lines and keys of any kind."""
    found = old(
        "a: {b: [], c: {}, 'd: e': [x, [v, {z: '1: 2'}]], \"yes\": \"k\"}\nf:\n    - |\n      one\n\n       two\n    -\n"
    )
    assert (
        "\n".join(found.orphans((), set(), ""))
        == """
a:
  b: []
  c: {}
  "d: e":
    - x
    -
      - v
      -
        z: "1: 2"
  "yes": k

f:
  - |
    one

     two
  -"""
    )


def test_it_is_the_same_when_it_is_read_again(old):
    first = old(TEXT.replace("# top\n\n", ""))
    written = "\n".join([*first.orphans((), set(), ""), *first.rest()]) + "\n"
    second = old(written)
    assert {path: second.plain(path) for path in second.values} == {
        path: first.plain(path) for path in first.values
    }
    assert second.all_comments()["# beside a text"] == 1


@pytest.mark.parametrize(
    "data, line_end, bom",
    [(b"a: b\r\n", "\r\n", b""), (b"\xef\xbb\xbfa: b\n", "\n", b"\xef\xbb\xbf"), (b"", "\n", b"")],
)
def test_how_its_lines_end_is_known(tmp_path, data, line_end, bom):
    path = tmp_path / "a.yaml"
    path.write_bytes(data)
    found = OldFile(path)
    assert (found.line_end, found.bom) == (line_end, bom)


def test_of_a_text_with_a_mistake_the_comments_before_it_are_known():
    """A translation that somebody is writing in an editor while it is shown."""
    assert [comment for _, comment in comments_in("# top\na: b\n# c\nb: {c: [1\n  d: x\n")] == [
        "# top",
        "# c",
    ]
