"""The tri-fold leaflet: six panels on one sheet, in the order in which it is folded and read."""

from dataclasses import replace
from datetime import date

import pytest

from guide.language.words import ENGLISH
from guide.layout.editions.lay_out import Version, lay_out
from guide.layout.editions.leaflet import LIVE, panel_widths
from guide.layout.pages import Box, Destination, Line, Text
from guide.model import Edition, Publisher, Reference


@pytest.fixture
def leaflet(maker):
    """Sets listings as a leaflet: (document, problems)."""

    def make(*sections, format="trifold-letter", whole=None, **more):
        guide = maker.guide(*sections, **more)
        stacks = maker.style.regular, maker.style.bold
        laid_out = lay_out(
            [Version(guide, ENGLISH, stacks)], Edition(name="x", format=format), whole or guide
        )
        return laid_out.document, laid_out.problems

    return make


@pytest.fixture
def two_sections(maker):
    """Six listings with an address and a number."""

    def listing(id):
        return maker.listing(id, locations=(maker.office("Chicago", maker.phone()),), summary="what it is")

    return (
        maker.section(*map(listing, "abc"), id="s", title="Food"),
        maker.section(*map(listing, "def"), id="t", title="Beds"),
    )


def texts(page):
    return [item for item in page.items if isinstance(item, Text)]


def panels(page, widths):
    """The words of each panel, from left to right."""
    ends = [sum(widths[: place + 1]) for place in range(3)]
    found = [[], [], []]
    for item in texts(page):
        found[next(place for place, end in enumerate(ends) if item.x < end)].append(item)
    return found


def said(items):
    return " ".join(
        "".join(item.text if item.text.endswith(" ") else item.text + " " for item in items).split()
    )


@pytest.mark.parametrize("format,width,height", [("trifold-letter", 792, 612), ("trifold-a4", 841.9, 595.3)])
def test_a_sheet_has_three_panels_a_side(leaflet, two_sections, format, width, height):
    """The flap is narrower, so that it can be folded in; three of them make the sheet."""
    document, problems = leaflet(*two_sections, format=format)
    assert problems == () and [(page.width, page.height) for page in document.pages] == [(width, height)] * 2
    flap, other = panel_widths(width)
    assert flap + 2 * other == pytest.approx(width) and other - flap == pytest.approx(4.5)
    assert format == "trifold-a4" or (flap, other) == (261, 265.5)


def test_panels_stand_in_folding_order(leaflet, two_sections):
    """Outside flap, back, cover; inside the listings, the last panel on the back of the flap."""
    document, _ = leaflet(*two_sections, subtitle="Near you")
    flap, back, cover = panels(document.pages[0], (261, 265.5, 265.5))
    assert "How to use this leaflet" in said(flap) and "6 of 6 listings" in said(back)
    assert "Help near here" in said(cover) and "Need help now?" in said(cover)
    inside = panels(document.pages[1], (265.5, 265.5, 261))
    names = [[item.text.split()[-1] for item in panel if item.text.startswith("Name of")] for panel in inside]
    assert sum(names, []) == list("abcdef")


def test_the_cover_names_the_sections(leaflet, two_sections):
    """Between title and help box, where there is room."""
    document, _ = leaflet(*two_sections)
    cover = said(panels(document.pages[0], (261, 265.5, 265.5))[2])
    assert "Food" in cover and "Beds" in cover


def test_every_panel_keeps_its_live_width(leaflet, two_sections):
    """224 in the middle, from 40 to 572; nothing is printed on a fold."""
    document, _ = leaflet(*two_sections)
    for page, widths in zip(document.pages, ((261, 265.5, 265.5), (265.5, 265.5, 261))):
        start = 0
        for width, items in zip(widths, panels(page, widths)):
            left = start + (width - LIVE) / 2
            for item in items:
                edges = item.bounds
                assert (
                    left - 0.05 <= edges.left
                    and edges.right <= left + LIVE + 0.05
                    and 40 <= edges.top
                    and edges.bottom <= 572 + 3
                ), item
                assert item.size >= 11
            start += width


def test_ticks_show_the_folds(leaflet, two_sections):
    """Half a point thick, 9 long, at 18 and 585, on both sides where that side folds."""
    document, _ = leaflet(*two_sections)
    for page, folds in zip(document.pages, ((261, 526.5), (265.5, 531))):
        ticks = {
            (item.x1, item.y1, item.y2)
            for item in page.items
            if isinstance(item, Line) and item.x1 == item.x2
        }
        assert ticks == {(x, y, y + 9) for x in folds for y in (18, 585)}


def test_tags_are_read_in_the_order_of_the_folded_leaflet(leaflet, two_sections):
    """Cover, flap, the listings inside, back; every tag that is used is below one of these."""
    document, _ = leaflet(*two_sections)

    def top(tag):
        while tag.parent is not document.root:
            tag = tag.parent
        return tag

    words = {}
    for page in document.pages:
        for item in texts(page):
            if item.tag:
                words[id(top(item.tag))] = words.get(id(top(item.tag)), "") + item.text + " "
    parts = [words[id(part)] for part in document.parts]
    assert len(parts) == len(words) == 5
    for part, start in zip(parts, ("Help", "How to use", "1  Food", "2  Beds", "")):
        assert part.startswith(start), parts
    assert "listings" in parts[4]


def test_numbers_are_those_of_the_whole_guide(maker, leaflet, two_sections):
    """So that the leaflet and the guide speak of the same number; it says how many there are."""
    whole = maker.guide(*two_sections)
    some = [replace(section, listings=section.listings[1:]) for section in two_sections]
    document, _ = leaflet(*some, whole=whole)
    shown = [
        item.text.strip()
        for item in texts(document.pages[1])
        if item.tag and item.tag.parent.kind == "H3" and item.text.strip().isdigit()
    ]
    assert shown == ["2", "3", "5", "6"]
    outside = said(texts(document.pages[0]))
    assert "4 of 6 listings" in outside and "The full guide has 6 listings" in outside


def test_a_listing_is_never_split(maker, leaflet):
    """One that is not whole in a panel begins in the next; the back takes rows when the inside is full."""
    rows = [maker.listing(f"n{n}", summary="word " * 100) for n in range(1, 8)]
    document, problems = leaflet(maker.section(*rows))
    assert problems == ()
    inside, outside = (
        [item for item in texts(page) if item.text.startswith("Name of")] for page in document.pages[::-1]
    )
    assert len({round(item.x) for item in inside}) == 3 and len(inside) == 6 and len(outside) == 1
    assert 261 < outside[0].x < 526.5 and document.outline[0].children[-1].destination.page == 0


def test_more_than_fits_is_an_error(maker, leaflet):
    """Never smaller type; it says how many do not fit."""
    document, problems = leaflet(maker.section(*(maker.listing(f"n{n}") for n in range(40))))
    assert [problem.name for problem in problems] == ["leaflet-full"] and problems[0].level == "error"
    assert (
        " do not fit and need " in problems[0].message
        and "in more of a panel: Name of n" in problems[0].message
    )


def test_a_listing_higher_than_a_panel_is_named(maker, leaflet):
    """It can be nowhere."""
    _, problems = leaflet(maker.section(maker.listing("long", summary="word " * 900), maker.listing("b")))
    assert "Name of long" in problems[0].message and problems[0].name == "leaflet-full"


def test_one_office_is_enough(maker, leaflet):
    """The office that can be called, without its label."""
    offices = (maker.office("Springfield"), maker.office("Chicago", maker.phone()))
    document, _ = leaflet(maker.section(maker.listing("a", locations=offices)))
    inside = said(texts(document.pages[1]))
    assert "1 more place" in inside and "Chicago" in inside and "Springfield" not in inside


def test_bookmarks_lead_inside(leaflet, two_sections):
    """Each section with its listings, on the second page."""
    document, _ = leaflet(*two_sections)
    assert [entry.title for entry in document.outline] == ["Food", "Beds"]
    for entry in document.outline:
        assert len(entry.children) == 3
        assert all(
            isinstance(each.destination, Destination) and each.destination.page == 1
            for each in (entry, *entry.children)
        )


def test_a_section_of_references_names_them(maker, leaflet, two_sections):
    """With their numbers, since a leaflet has no pages."""
    document, problems = leaflet(
        *two_sections, maker.section(id="more", title="More", references=(Reference("b", 0),))
    )
    inside = said(texts(document.pages[1]))
    assert problems == () and "3 More 2 Name of b , what it is" in inside


@pytest.mark.parametrize("discard", [None, date(2027, 5, 1)])
def test_the_last_lines_stand_below_the_box_of_the_stamp(maker, two_sections, discard):
    """However many there are."""
    guide = maker.guide(
        *two_sections,
        website="guide.example.org",
        publisher=Publisher(name="Harbor Help", phone=maker.phone()),
    )
    stacks = maker.style.regular, maker.style.bold
    page = lay_out(
        [Version(guide, ENGLISH, stacks)],
        Edition(name="x", format="trifold-letter", discard_after=discard),
        guide,
    ).document.pages[0]
    box = next(
        item for item in page.items if isinstance(item, Box) and item.fill is None and 261 < item.x < 400
    )
    inside = [item for item in panels(page, (261, 265.5, 265.5))[1] if box.y < item.y < box.y + box.height]
    below = [item for item in panels(page, (261, 265.5, 265.5))[1] if item.y > box.y + box.height]
    assert "Harbor Help" in said(inside) and "773-471-0999" in said(inside)
    assert "guide.example.org" in said(below) and "guide.example.org" not in said(
        inside
    )  # once, with its code
    assert "listings" in said(below) and min(item.y - 0.8 * item.size for item in below) >= box.y + box.height
