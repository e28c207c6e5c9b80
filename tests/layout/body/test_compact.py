"""Compact listings: what it is down the left, how to reach it down the right."""

from dataclasses import replace

import pytest

from guide.colours import ACCENTS
from guide.layout.pages import Box, Line, Text
from guide.layout.type.fonts import default_stacks
from guide.layout.type.style import make_style

PROSE = "They serve a hot meal every day of the week and ask nobody for papers or for money. " * 2
MAIN, RIGHT = 102, 102 + 288


@pytest.fixture(scope="module")
def compact():
    return replace(make_style("letter", ACCENTS["blue"].screen, default_stacks()), compact=True)


@pytest.fixture
def page(maker, compact):
    """The first page of listings in compact form."""

    def make(*listings, style=compact):
        document, problems = maker.typeset(maker.guide(maker.section(*listings)), style)
        assert problems == ()
        return document.pages[2]

    return make


@pytest.fixture
def full(maker):
    """A listing with prose, an address and two numbers."""

    def make(id="a", **more):
        return maker.listing(
            id,
            **{
                "description": (maker.paragraph(PROSE),),
                "locations": (maker.office("Chicago", maker.phone(), maker.phone("773-471-0100")),),
                **more,
            },
        )

    return make


def plain(item):
    return item.text.replace("\u00a0", " ").strip()


def columns(page):
    """(texts left, texts right) of the first listing."""
    items = [item for item in page.items if isinstance(item, Text) and item.tag and item.y > 110]
    return [item for item in items if item.x < RIGHT - 13], [item for item in items if item.x >= RIGHT - 13]


def test_name_and_number_share_a_line(page, full):
    """The name's baseline is that of the first number; both 15 bold."""
    found = page(full())
    name, number = (
        next(item for item in found.items if isinstance(item, Text) and plain(item) == words)
        for words in ("Name of a", "773-471-0999")
    )
    assert name.y == number.y and name.size == number.size == 15 and name.x == MAIN and number.x == RIGHT


def test_two_columns(page, full):
    """264 and 156 wide, 24 apart, the bar 12 left of the right one; numbers 24 apart."""
    left, right = columns(page(full()))
    assert max(item.bounds.right for item in left) <= MAIN + 264 and min(item.x for item in right) == RIGHT
    assert max(item.bounds.right for item in right) <= RIGHT + 156
    ys = [item.y for item in right if item.text.strip().startswith("773")]
    assert ys[1] - ys[0] == 24


def test_the_bar_stands_12_left_of_the_contacts(page, full):
    found = page(full())
    bars = [
        item for item in found.items if isinstance(item, Box) and item.fill == "accent" and item.width < 4
    ]
    assert [bar.x + bar.width / 2 for bar in bars] == [RIGHT - 12]


def test_a4_has_narrower_columns(maker, page, full):
    """255, and 148 at 279."""
    style = replace(make_style("a4", ACCENTS["blue"].screen, default_stacks()), compact=True)
    found = page(full(), style=style)
    number = next(
        item for item in found.items if isinstance(item, Text) and item.text.strip() == "773-471-0999"
    )
    prose = [
        item
        for item in found.items
        if isinstance(item, Text) and item.tag and item.tag.kind == "P" and item.x == MAIN
    ]
    assert number.x == MAIN + 279 and max(item.bounds.right for item in prose) <= MAIN + 255


def test_phones_address_web_and_status_from_the_top_down(page, full):
    """The status in short, its advice left out."""
    _, right = columns(page(full(website="https://example.org")))
    words = " ".join(item.text.strip() for item in right)
    order = [words.index(each) for each in ("773-471-0999", "3110 West", "example.org", "Not yet verified")]
    assert order == sorted(order) and "call before" not in words


def test_listings_stand_40_apart_and_are_never_split(maker, compact, full):
    """A hairline between them, each whole on its page."""
    document, _ = maker.typeset(maker.guide(maker.section(*(full(f"n{n}") for n in range(30)))), compact)
    pages = {}
    for index, page in enumerate(document.pages):
        for item in page.items:
            tag = getattr(item, "tag", None)
            while (
                tag
                and tag.parent
                and not (tag.kind == "Sect" and tag.title == "" and tag.parent.kind == "Sect")
            ):
                tag = tag.parent
            if tag and tag.kind == "Sect" and index < 12:
                pages.setdefault(id(tag), set()).add(index)
    assert len(pages) >= 30 and all(len(each) == 1 for each in pages.values())
    starts = [
        sum(isinstance(item, Text) and plain(item).startswith("Name of") for item in page.items)
        for page in document.pages
    ]
    standard, _ = maker.typeset(maker.guide(maker.section(*(full(f"n{n}") for n in range(30)))))
    assert max(starts) >= 5 and len(document.pages) < len(standard.pages)
    first = next(place for place, count in enumerate(starts) if 1 < count < 30)
    hairlines = [
        item
        for item in document.pages[first].items
        if isinstance(item, Line) and item.width == 0.5 and item.x2 - item.x1 == 492
    ]
    assert len(hairlines) == starts[first] - 1


def test_two_offices_have_the_standard_form(maker, page, full):
    """Between the others."""
    found = page(
        full("a", locations=(maker.office("Chicago", maker.phone()), maker.office("Joliet", maker.phone()))),
        full("b"),
    )
    sizes = {
        item.text.strip().replace("\u00a0", " "): item.size
        for item in found.items
        if isinstance(item, Text) and item.text.startswith("Name")
    }
    assert sizes == {"Name of a": 17, "Name of b": 15}


def test_a_form_that_saves_nothing_is_not_used(maker, page):
    """A listing with nothing but its number."""
    found = page(
        maker.listing("a", phones=(maker.phone(),)), maker.listing("b", description=(maker.paragraph("x"),))
    )
    compact = [
        item
        for item in found.items
        if isinstance(item, Text) and item.size == 15 and item.text.startswith("Name")
    ]
    standard = [
        item
        for item in found.items
        if isinstance(item, Text) and item.size == 17 and item.text.startswith("Name")
    ]
    assert len(compact) + len(standard) == 2


def test_nothing_is_left_out(maker, compact, full):
    """Alert, facts, hours, mail, contact person: all of it is there, none of it under 11."""
    listing = full(
        alert="Closed for now",
        email="a@example.org",
        hours=("Monday 9 am to noon",),
        fees_description="Free of charge",
    )
    document, _ = maker.typeset(maker.guide(maker.section(listing)), compact)
    words = " ".join(item.text.strip() for item in document.pages[2].items if isinstance(item, Text)).replace(
        "\u00a0", " "
    )
    for each in (
        "Closed for now",
        "a@example.org",
        "Monday 9 am to noon",
        "Free of charge",
        "Cost",
        "3110 West Taylor Street",
        "773-471-0100",
    ):
        assert each in words
    assert PROSE.strip().replace("  ", " ") in " ".join(words.split())
