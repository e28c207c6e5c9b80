"""The row of a telephone book: its measures, and that nothing touches anything."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.colours import ACCENTS
from guide.content.choose.choice import choose
from guide.content.hours import parse_hours
from guide.language.words import ENGLISH, words_in
from guide.layout.body.row import RowSetter, row_style
from guide.layout.compose.rows import RowComposer
from guide.layout.pages import Box, Line, Path, Text
from guide.layout.references import Resolver
from guide.layout.tags import Tag
from guide.layout.type.fonts import default_stacks
from guide.layout.type.setter import Setter
from guide.layout.type.style import make_style
from guide.model import Address, Edition, Location

BASE = make_style("half-letter", ACCENTS["blue"].screen, default_stacks())


def set_rows(maker, *listings, width=260, size=12, language="en", **more):
    """The strips of a section, each as its items."""
    guide = maker.guide(maker.section(*listings), language=language, **more)
    setter = Setter(row_style(BASE, size, width, 700, language, len(listings)), 1)
    composer = RowComposer(guide, words_in(language), guide.entries)
    (section,) = composer.row_sections(Tag("Document"))
    return setter, RowSetter(setter).section(section)


def items(setter, strip, width=260):
    y, found = 0, []
    for row in strip.rows:
        found += [item.moved(0, y) for item in row.items]
        y += row.height
    return Resolver({}, setter).page(found, width, 700, "1").items


def texts(setter, strip):
    return {item.text.strip(): item for item in items(setter, strip) if isinstance(item, Text)}


def usual(maker, id="a", **more):
    return maker.listing(
        id, **{"locations": (maker.office("Chicago", maker.phone()),), "summary": "what it is", **more}
    )


def test_the_measures_of_the_look(maker):
    """Hairline, 3, name 12 in 16 with the number 13 at the right end, 12 in 14, 4."""
    setter, (_, strip) = set_rows(maker, usual(maker), usual(maker, "b"))
    found = texts(setter, strip)
    assert strip.height == 3 + 16 + 14 + 14 + 4
    number, name, phone = found["2"], found["Name of b"], found["773-471-0999"]
    assert (number.x, name.x, number.y, name.y, phone.y) == (0, 22, 15, 15, 15)
    assert (number.size, name.size, phone.size) == (12, 12, 13) and phone.bounds.right == pytest.approx(260)
    assert (found["What it is."].y, found["3110 West Taylor Street, Chicago"].y) == (29.5, 43.5)
    (rule,) = [item for item in items(setter, strip) if isinstance(item, Line)]
    assert (rule.x1, rule.x2, rule.y1, rule.width) == (0, 260, 0, 0.5)
    (circle,) = [item for item in items(setter, strip) if isinstance(item, Path)]
    assert (
        circle.bounds.left >= 0
        and circle.bounds.right <= 8
        and 22 < circle.bounds.top < circle.bounds.bottom < 31
    )


def test_the_head_of_a_section_is_28_high(maker):
    """And stays with its first row."""
    setter, (first, second) = set_rows(maker, usual(maker), usual(maker, "b"))
    assert first.height - second.height == 28 and first.space == 4
    title = texts(setter, first)["Section"]
    assert (title.x, title.y, title.size) == (24, 20, 14)
    assert [anchor.name for anchor, _ in first.starts] == ["section:s", "listing:a"]


def test_a_long_name_keeps_8_from_the_number(maker):
    """Its first line does, the others are as wide as the column."""
    name = "Family Counseling Centers of the Whole Wide Valley and Beyond"
    setter, (_, strip) = set_rows(maker, usual(maker), usual(maker, "b", name=name))
    shown = items(setter, strip)
    phone = next(item for item in shown if isinstance(item, Text) and item.size == 13)
    lines = [
        item for item in shown if isinstance(item, Text) and item.size == 12 and item.face == phone.face
    ][1:]
    assert lines[0].bounds.right <= phone.bounds.left - 8 and len(lines) > 1
    assert max(line.bounds.right for line in lines[1:]) > phone.bounds.left - 8


@pytest.mark.parametrize("size", (11, 12, 14))
def test_a_word_without_room_beside_the_number_stands_above_it(maker, size):
    name = "Hilfsorganisationszentrum Winnebago"
    setter, (_, strip) = set_rows(maker, usual(maker), usual(maker, "b", name=name), width=200, size=size)
    shown = [item for item in items(setter, strip, 200) if isinstance(item, Text)]
    phone = next(item for item in shown if "773" in item.text)
    assert all(item.y < phone.y for item in shown if item.text.split()[0] in name)


def test_an_alert_stands_first_with_its_sign(maker):
    setter, (_, strip) = set_rows(maker, usual(maker), usual(maker, "b", closed=True, hours=("Mondays",)))
    found = texts(setter, strip)
    assert found["Closed for now"].y == 29.5 and found["Closed for now"].x == 37 and "Mondays." not in found
    assert found["What it is."].y == 43.5


@pytest.mark.parametrize("count", (9, 99, 100, 1000, 4444))
def test_numbers_keep_clear_of_names(maker, count):
    guide = maker.guide(maker.section(usual(maker)))
    setter = Setter(row_style(BASE, 12, 224, 500, "en", count), 1)
    composer = RowComposer(guide, ENGLISH, {"a": count})
    (section,) = composer.row_sections(Tag("Document"))
    found = texts(setter, RowSetter(setter).section(section)[0])
    assert found["Name of a"].x - found[str(count)].bounds.right >= 3.9


WORDS = st.text("abcdefghij-", min_size=1, max_size=14)
PHRASE = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)


@given(
    PHRASE,
    PHRASE,
    PHRASE,
    st.booleans(),
    st.sampled_from((160, 224, 240, 260)),
    st.sampled_from((11, 12, 14)),
    st.booleans(),
)
def test_nothing_touches_anything(maker_once, name, summary, street, closed, width, size, extension):
    """For any words: no text on another, none beyond the column, and the row is as high as what is in it."""
    maker = maker_once
    phone = maker.phone(extension="1204" if extension else "")
    office = Location(address=Address(address_1=street, city="Chicago"), phones=(phone,))
    listing = maker.listing("b", name=name, summary=summary, locations=(office,), closed=closed)
    setter, (_, strip) = set_rows(maker, usual(maker), listing, width=width, size=size)
    shown = [item for item in items(setter, strip, width) if isinstance(item, Text) and item.text.strip()]
    for place, one in enumerate(shown):
        a = one.bounds
        assert -0.01 <= a.left and a.right <= width + 0.01 and 0 <= a.top and a.bottom <= strip.height
        for other in shown[place + 1 :]:
            b = other.bounds
            across = min(a.right, b.right) - max(a.left, b.left)
            assert across <= 0.1 or min(a.bottom, b.bottom) - max(a.top, b.top) <= 1.5, (one, other)


@pytest.fixture(scope="module")
def maker_once():
    from tests.conftest import Maker

    return Maker(BASE)


@pytest.mark.parametrize("language", ("ar", "fa", "hi", "zh"))
def test_tall_scripts_have_room(maker, language):
    """Their lines are further apart, and a page that runs leftward has its numbers at the right."""
    setter, (_, strip) = set_rows(maker, usual(maker), usual(maker, "b"), language=language)
    found = texts(setter, strip)
    assert strip.height >= 51
    if language in ("ar", "fa"):
        assert found["2"].x > 200 and found["773-471-0999"].x < 40


def test_what_runs_on_ends_with_a_space(maker):
    """Nobody may hear a name and its number as one word."""
    setter, (_, strip) = set_rows(maker, usual(maker), usual(maker, "b"))
    name = next(item for item in items(setter, strip) if isinstance(item, Text) and "Name" in item.text)
    assert name.text.endswith(" ")
    bare = replace(usual(maker, "c"), locations=())
    assert set_rows(maker, bare)[1][0].height == 28 + 3 + 16 + 14 + 4


def test_subheadings_stand_over_rows(maker):
    """With a rule in the accent, the words at the number's edge, and no hairline under them; rows of other days say when."""
    opening = parse_hours("Mo,Th 19:00-20:00")[0].opening
    section = maker.section(usual(maker, opening=opening), usual(maker, "b"), order="by day")
    guide, _ = choose(maker.guide(section), Edition(name="x"))
    setter = Setter(row_style(BASE, 12, 260, 700, "en", 2), 1)
    (rows,) = RowComposer(guide, ENGLISH, guide.entries).row_sections(Tag("Document"))
    monday, thursday, call = RowSetter(setter).section(rows)
    found = texts(setter, thursday)
    assert found["Thursday"].x == 0 and found["Name of a"].x == 22
    assert found["Thursday 7 pm to 8 pm"].y - found["Name of a"].y == 14
    widths = [item.width for item in items(setter, thursday) if isinstance(item, Line)]
    assert widths == [1.5] and "Call first" in texts(setter, call)
    assert [anchor.name for anchor, _ in monday.starts] == ["section:s", "group:s:0", "listing:a"]


def test_the_head_of_a_section_has_its_pictogram(maker):
    """14 in a key of 18, in the place of the number; the title stays at 24, as high as before."""
    guide = maker.guide(
        maker.section(usual(maker), icon="bed"), maker.section(usual(maker, "b"), id="t", icon="food")
    )
    setter = Setter(row_style(BASE, 12, 260, 700, "en", 2), 1)
    sections = RowComposer(guide, ENGLISH, guide.entries).row_sections(Tag("Document"))
    (first,) = RowSetter(setter).section(sections[0])
    head = Resolver({}, setter).page(list(first.rows[0].items), 260, 700, "1").items
    (key,) = [item for item in head if isinstance(item, Box)]
    (drawn,) = [item for item in head if isinstance(item, Path)]
    assert (key.width, first.rows[0].height) == (18, 28)
    assert key.x + 2 <= drawn.bounds.left and drawn.bounds.right <= key.x + 16
    assert [(item.text, item.x) for item in head if isinstance(item, Text)] == [("Section", 24)]
