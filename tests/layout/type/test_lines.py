"""Words into lines, counted by hand in a face whose every glyph is half an em: 6 points at a size of 12."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.layout.tags import Tag
from guide.layout.type.division import break_address
from guide.layout.type.fonts import FaceStack
from guide.layout.type.inline import Anchor, Inline, Link
from guide.layout.type.setter import Setter
from guide.layout.type.style import make_style

TAG = Tag("P")


@pytest.fixture(scope="module")
def style(half_em):
    return make_style("letter", "#0B4A8C", (FaceStack([half_em]), FaceStack([half_em])))


@pytest.fixture
def setter(style):
    return Setter(style, 2)


def texts(lines):
    """Lines as plain strings, the space that ends a line left out."""
    return ["".join(fragment.text for fragment in line).rstrip(" ") for line in lines]


def set_text(setter, text, letters, indent=0):
    return texts(setter.lines((Inline(text, TAG),), 12, 6 * letters, 6 * indent))


def test_a_line_is_filled_to_the_last_letter(setter):
    """Four words of four letters and three spaces are 19 letters; the fifth word goes on."""
    assert set_text(setter, "aaaa bbbb cccc dddd eeee", 19) == ["aaaa bbbb cccc dddd", "eeee"]
    assert set_text(setter, "aaaa bbbb cccc dddd eeee", 18) == ["aaaa bbbb cccc", "dddd eeee"]


def test_turnovers_are_narrower_by_the_indent(setter):
    """The first line has the whole measure, all others what the indent leaves."""
    assert set_text(setter, "aaaa bbbb cccc dddd eeee", 14, indent=5) == ["aaaa bbbb cccc", "dddd eeee"]
    assert set_text(setter, "aaaa bbbb cccc dddd eeee", 14, indent=6) == ["aaaa bbbb cccc", "dddd", "eeee"]


def test_a_word_that_only_fits_without_indent_is_cut_on_a_turnover(setter):
    """A word wider than a turnover never hangs out of it."""
    lines = set_text(setter, "aa bbbbbbbb", 8, indent=4)
    assert "".join(lines).replace(" ", "") == "aabbbbbbbb"
    assert all(len(line) <= 4 for line in lines[1:])


def test_a_broken_line_ends_with_a_real_space(setter):
    """Who copies a paragraph gets its words apart; the last line has nothing to add."""
    lines = setter.lines((Inline("aaaa bbbb", TAG),), 12, 30)
    assert [line[-1].text for line in lines] == ["aaaa ", "bbbb"]


def test_a_web_address_breaks_after_slashes_and_dots_only(setter):
    """Pieces end with the slash or dot, and nothing is recorded as broken."""
    lines = set_text(setter, "www.example.org/help/with/food", 14)
    assert lines == ["www.", "example.org/", "help/with/food"] or all(line[-1] in "/." for line in lines[:-1])
    assert "".join(lines) == "www.example.org/help/with/food"
    assert setter.broken == []


def test_an_address_follows_words_on_their_line(setter):
    """A long address begins where the words before it end, as far as its first pieces fit."""
    assert set_text(setter, "see example.org/aaaa/bbbb", 16) == ["see example.org/", "aaaa/bbbb"]


@pytest.mark.parametrize(
    "address, pieces",
    [
        ("example.org/a/b", ["example.", "org/", "a/", "b"]),
        ("ann@example.org", ["ann@", "example.", "org"]),
        ("a//b", ["a//", "b"]),
        ("...", ["..."]),
        ("plain", ["plain"]),
    ],
)
def test_an_address_in_pieces(address, pieces):
    """Slashes, dots and the at sign stay with what is before them."""
    assert break_address(address) == pieces


def test_a_monster_is_broken_and_recorded(setter):
    """A word longer than any line is cut into full lines, and kept with the listing that it stands in."""
    setter.mark = "mark"
    assert set_text(setter, "x" * 45, 10) == ["x" * 10] * 4 + ["x" * 5]
    assert setter.broken == [("mark", "x" * 45)]


def test_a_monster_in_a_measure_below_one_letter_still_ends(setter):
    """At least one letter goes on each line."""
    assert texts(setter.lines((Inline("abc", TAG),), 12, 3)) == ["a", "b", "c"]


def test_what_a_no_break_space_joins_stays_on_one_line(setter):
    """A suite goes to the next line with its number."""
    assert set_text(setter, "1440 Broadway, Suite\u00a0510", 20) == ["1440 Broadway,", "Suite\u00a0510"]


def test_joined_words_too_long_for_a_line_break_at_their_spaces(setter):
    """Where not even a line of its own holds them, the joint gives way before a word does."""
    lines = [
        line.replace("\u00a0", " ").strip()
        for line in set_text(setter, "Building\u00a0Susquehanna\u00a0North", 14)
    ]
    assert lines == ["Building", "Susquehanna", "North"]


def mention(page_of="listing:x"):
    anchor = Anchor(page_of)
    link = Link(anchor, "")
    return Inline("see Insite, ", TAG, link=link), Inline("page\u00a0", TAG, link=link, page_of=anchor)


@pytest.mark.parametrize(
    "digits, expected",
    [
        (2, ["go see Insite, page\u00a0"]),
        (3, ["go see Insite,", "page\u00a0"]),
    ],
)
def test_a_mention_keeps_room_for_the_widest_folio(style, digits, expected):
    """The page part with two figures ends the 22nd letter; with three it turns over, before any folio is known."""
    lines = Setter(style, digits).lines((Inline("go ", TAG), *mention()), 12, 6 * 22)
    assert texts(lines) == expected


def test_the_page_part_is_never_parted_from_its_folio(setter):
    """`page` and its number are one fragment on one line, whatever the measure."""
    for letters in range(7, 30):
        lines = setter.lines((Inline("go and ", TAG), *mention()), 12, 6 * letters)
        parts = [fragment for line in lines for fragment in line if fragment.inline.page_of]
        assert [part.text for part in parts] == ["page\u00a0"]


def test_punctuation_behind_a_link_stays_with_it(setter):
    """A full stop that is another piece without a space before it never begins a line."""
    lines = setter.lines(
        (Inline("aaaa ", TAG), Inline("bbbb", TAG, link=Link("tel:1", "")), Inline(".", TAG)), 12, 6 * 9
    )
    assert texts(lines) == ["aaaa", "bbbb."]


WORDS = st.lists(st.text("abcdefg", min_size=1, max_size=12), min_size=1, max_size=25).map(" ".join)


@given(WORDS, st.integers(12, 40), st.lists(st.integers(0, 300), max_size=4), st.integers(0, 4))
def test_a_paragraph_breaks_the_same_in_one_piece_or_several(half_em, text, letters, cuts, indent):
    """Links and weights in a paragraph do not move its breaks, and every line is as full as it can be."""
    stack = FaceStack([half_em])
    setter = Setter(make_style("letter", "#000000", (stack, stack)), 2)
    measure, narrow = 6 * (letters + indent), 6 * indent
    whole = texts(setter.lines((Inline(text, TAG),), 12, measure, narrow))
    edges = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    parts = tuple(Inline(text[a:b], TAG) for a, b in zip(edges, edges[1:]))
    assert texts(setter.lines(parts, 12, measure, narrow)) == whole
    assert " ".join(whole) == text
    for place, (line, following) in enumerate(zip(whole, whole[1:])):
        assert len(line) + 1 + len(following.split(" ")[0]) > letters + (0 if place else indent)
    assert all(len(line) <= letters + (0 if place else indent) for place, line in enumerate(whole))


def test_a_bold_name_with_a_short_form_stays_inside_its_measure(letter):
    """Lines of mixed weights are measured with the spaces that they are printed with."""
    setter = Setter(letter, 2)
    measure = setter.width("a b c d e f g h i j k l m", 17, True) - 3
    lines = setter.lines((Inline("a b c d e f g h i j k l m ", TAG, True), Inline("(x)", TAG)), 17, measure)
    for line in lines:
        shown = [(f.inline, f.text.rstrip() if f is line[-1] else f.text) for f in line]
        assert sum(setter.width(text, 17, inline.bold) for inline, text in shown) <= measure + 0.01


@pytest.mark.parametrize("text", ["Harbor Food Bank ", "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJ, Oakland "])
def test_what_stands_before_a_page_number_ends_with_its_space(letter, text):
    """Or a listener would hear the last word and the number as one; also where a word is longer than the line."""
    lines = Setter(letter, 2).lines((Inline(text, TAG),), 12, 150)
    assert "".join(fragment.text for fragment in lines[-1]).endswith(" ")
