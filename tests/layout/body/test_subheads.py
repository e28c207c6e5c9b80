"""Subheadings measured (look: subheadings), in one column and in two, and repeated where a page begins."""

from dataclasses import replace

import pytest

from guide import model
from guide.content.choose.choice import choose
from guide.content.hours import parse_hours
from guide.language.words import ENGLISH
from guide.layout.body.columns import set_columns
from guide.layout.body.section import set_section
from guide.layout.compose.composer import Composer
from guide.layout.compose.links import group_anchor, listing_anchor
from guide.layout.pages import ACCENT, Line
from guide.layout.tags import Tag
from guide.layout.type.setter import Setter


def chosen(guide, **edition):
    return choose(guide, model.Edition(name="x", **edition))[0]


def in_city(maker, id, city, **more):
    return maker.listing(id, locations=(maker.office(city, maker.phone()),), **more)


def meets(maker, id, hours, **more):
    return maker.listing(id, opening=parse_hours(hours)[0].opening, **more)


@pytest.fixture(scope="module")
def columns(letter):
    return replace(letter, columns=2)


def accent_rules(page, width=1.5):
    return [
        (item.x1, item.x2, item.y1)
        for item in page.items
        if isinstance(item, Line) and item.width == width and item.colour == ACCENT
    ]


def hairlines(page):
    return [item.y1 for item in page.items if isinstance(item, Line) and item.width == 0.5]


def test_in_two_columns(maker, columns):
    """Rule over the column, 8, 15/20 bold at the number's edge, 8, and the listing without a hairline; 16 before it."""
    listings = [in_city(maker, f"n{n}", city) for n, city in enumerate(("Ash", "Ash", "Birch"))]
    document, _ = maker.typeset(chosen(maker.guide(maker.section(*listings)), order="by city"), columns)
    page = document.pages[2]
    ash, birch = maker.text(page, "Ash"), maker.text(page, "Birch")
    assert (ash.x, ash.size, ash.face.name[-4:]) == (54, 15, "Bold")
    left, right, y = accent_rules(page)[0]
    assert (left, right, ash.y) == (54, 288, y + 8 + 15)
    name = maker.text(page, "Name of n0")
    assert name.y == ash.y + 5 + 8 + 15 and name.x == 78
    assert not [line for line in hairlines(page) if y < line < name.y]
    assert len(accent_rules(page)) == 2 and birch.size == 15


def test_in_one_column_on_the_grid(maker):
    """The same at the left edge, rounded up to a multiple of 8."""
    listings = [in_city(maker, f"n{n}", city) for n, city in enumerate(("Ash", "Birch"))]
    document, _ = maker.typeset(chosen(maker.guide(maker.section(*listings)), order="by city"))
    page = document.pages[2]
    birch, name = maker.text(page, "Birch"), maker.text(page, "Name of n1")
    [_, (left, right, y)] = accent_rules(page)
    assert (birch.x, left, right) == (54, 54, 546) and birch.y == y + 8 + 15
    assert name.y - 15 - y == 40 and (y - 72) % 8 == 0


@pytest.mark.parametrize("count", (1, 2))
def test_a_subheading_is_one_with_what_follows(maker, count):
    """So it is never last in a column or on a page."""
    guide = chosen(
        maker.guide(
            maker.section(*(in_city(maker, f"n{n}", city) for n, city in enumerate(("Ash", "Birch"))))
        ),
        order="by city",
    )
    [block] = Composer(guide, ENGLISH).sections(Tag("Document"))
    setter = Setter(replace(maker.style, columns=count), 2)
    strips = set_columns(block, setter) if count == 2 else set_section(block, setter)
    anchors = [[anchor for anchor, _ in strip.starts] for strip in strips]
    second = next(each for each in anchors if group_anchor("s", 1) in each)
    assert second == [group_anchor("s", 1), listing_anchor("n1")]


def test_a_reference_row_under_a_day(maker, columns):
    """Number in regular, name in bold, page at the end of its first line, the time under it; and no part of the head's range."""
    listings = [meets(maker, "one", "Mo,Tu 18:00-19:00"), meets(maker, "two", "We 9:00-10:00")]
    document, _ = maker.typeset(chosen(maker.guide(maker.section(*listings)), order="by day"), columns)
    page = document.pages[2]
    time = maker.text(page, "Tuesday 6\xa0pm to 7\xa0pm".replace("\xa0", " "))
    name = next(each for each in maker.texts(page) if each.text == "Name of one " and each.size == 12)
    assert (name.x, time.x, time.y) == (78 if name.x < 300 else 336, name.x, name.y + 16)
    [see] = [each for each in maker.texts(page) if each.text.strip() == "page 3"]
    assert see.y == name.y
    outline = next(entry for entry in document.outline if entry.title == "Section")
    assert [(each.title, [one.title for one in each.children]) for each in outline.children] == [
        ("Monday", ["Name of one"]),
        ("Tuesday", []),
        ("Wednesday", ["Name of two"]),
    ]


@pytest.mark.parametrize("count", (1, 2))
def test_it_is_repeated_where_a_page_begins_under_it(maker, letter, count):
    """`Ash (continued)`, an artifact, unless a listing runs on there."""
    words = (maker.paragraph("word " * 60),)
    listings = [in_city(maker, f"n{n}", "Ash", description=words) for n in range(12)]
    style = replace(letter, columns=count)
    document, _ = maker.typeset(chosen(maker.guide(maker.section(*listings)), order="by city"), style)
    pages = [
        page for page in document.pages[3:] if any("Name of n" in each.text for each in maker.texts(page))
    ]
    repeated = [
        [each for each in maker.texts(page, False) if each.text.strip() == "Ash"] for page in pages[:-1]
    ]
    runs_on = [any("continued" in each.text for each in maker.texts(page, False)) for page in pages[:-1]]
    assert pages and all(runs_on) and any(repeated)
    for texts in filter(None, repeated):
        assert [(each.tag, each.y, each.size) for each in texts] == [(None, 84, 12)]
