"""Words in a script that their language is not written in say which language they are."""

import pytest

from guide.layout.tags import Tag
from guide.layout.type.foreign import Foreign, language_of
from tests.pdf.samples import text

ARABIC, SAFE = "\u0627\u0644\u0622\u0646", "\u0628\u064a\u062a"


def found(foreign, tag, words):
    """(words, language where it is not the text's) of the pieces of a text."""
    pieces = list(foreign.pieces(text(tag, words), False))
    assert "".join(each.text for each in pieces) == words
    assert all(each.tag is tag or each.tag.parent is tag for each in pieces)
    return [(each.text, each.tag.language if each.tag is not tag else "") for each in pieces]


@pytest.mark.parametrize(
    ("language", "words", "pieces"),
    [
        ("ru", "\u0414\u043e\u043c Safe House, 12 \u0434\u043e\u043c",
         [("\u0414\u043e\u043c ", ""), ("Safe House, 12 ", "en"), ("\u0434\u043e\u043c", "")]),
        ("ru", "\u0437\u0432\u043e\u043d\u0438\u0442\u0435 800-662-HELP", [("\u0437\u0432\u043e\u043d\u0438\u0442\u0435 ", ""), ("800-662-HELP", "en")]),
        ("ru", "510-444-2550 ", [("510-444-2550 ", "")]),
        ("en", "Safe House", [("Safe House", "")]),
        ("en", "Safe House (\u0434\u043e\u043c)", [("Safe House (", ""), ("\u0434\u043e\u043c)", "ru")]),
    ],
)  # fmt: skip
def test_words_of_another_script_have_the_language_that_is_written_in_it(language, words, pieces):
    assert found(Foreign(("ru", "en")), Tag("P", language=language), words) == pieces


def test_what_runs_leftward_is_tagged_as_a_whole():
    """It stands in a text of its own already, and is not cut."""
    tag = Tag("Span", Tag("P", language="ar"), language="en")
    (piece,) = Foreign(("ar", "en")).pieces(text(tag, ARABIC)._replace(leftward=True), True)
    assert (piece.tag.language, piece.tag.parent, piece.text) == ("ar", tag, ARABIC)


def test_words_that_go_on_in_the_next_line_are_one_element():
    """And what comes between two parts them: elements stand in the order in which they are read."""
    foreign, tag = Foreign(("ar", "en")), Tag("P", language="ar")
    lines = [next(foreign.pieces(text(tag, words), True)).tag for words in ("Safe ", "House ", SAFE, "Inn")]
    assert lines[0] is lines[1] and lines[2] is tag and lines[3] is not lines[1]


def test_nothing_is_done_in_one_script_or_for_what_is_heard_otherwise():
    item = text(Tag("P", language="es"), "Safe House")
    assert list(Foreign(("es", "en")).pieces(item, False)) == [item]
    assert list(Foreign(("en", "")).pieces(item, False)) == [item]
    for tag in (
        Tag("Span", Tag("P", language="ar"), heard="x"),
        Tag("Span", Tag("P", language="ar"), full="x"),
        None,
    ):
        item = text(tag, "TTY")
        assert list(Foreign(("ar", "en")).pieces(item, False)) == [item]


def test_the_language_that_holds_for_a_tag():
    assert language_of(Tag("Span", Tag("P", Tag("Document", language="ar")))) == "ar"
    assert language_of(Tag("P")) == ""
