"""The cover: what stands where, and what gives way when there is too much."""

import pytest

from guide import model
from guide.layout.pages import Box


def cover(maker, sections=2, listing=None, **more):
    listing = listing or {}
    made = [
        maker.section(maker.listing(f"n{place}", **listing), id=f"s{place}", title=f"Part {place}")
        for place in range(1, sections + 1)
    ]
    document, _ = maker.typeset(maker.guide(*made, **more))
    return document.pages[0]


def inside(maker, page):
    """Whether all words stand in the cover's margins, and none over others."""
    boxes = []
    for text in maker.texts(page, False):
        right = text.x + maker.style.stack("Bold" in text.face.name).width(text.text.rstrip()) * text.size
        assert 60 <= text.x and right <= 552.01 and 48 <= text.y - 0.7 * text.size and text.y <= 744, text
        for left, end, top, bottom, other in boxes:
            apart = (
                right <= left + 0.5
                or text.x >= end - 0.5
                or text.y <= top
                or text.y - 0.6 * text.size >= bottom
            )
            assert apart, (text, other)
        boxes.append((text.x, right, text.y - 0.6 * text.size, text.y, text))


def test_the_band_tells_the_edition_three_times(maker):
    """Colour and number in words, and as many white cuts as the number."""
    page = cover(maker, number=3, colour="plum")
    assert (
        maker.text(page, "Plum edition").colour
        == maker.text(page, "Edition 3, November 2026").colour
        == "white"
    )
    cuts = [item for item in page.items if isinstance(item, Box) and item.fill == "white"]
    first = maker.text(page, "Edition 3, November 2026").x - 12
    assert [(cut.x, cut.width, cut.height) for cut in cuts] == [
        (first - 12 * place, 4, 24) for place in range(3)
    ]


@pytest.mark.parametrize("number, cuts", [(1, 1), (6, 6), (7, 0), (12, 0)])
def test_more_than_six_cuts_are_left_to_the_words(maker, number, cuts):
    """Nobody counts seven."""
    assert (
        sum(isinstance(item, Box) and item.fill == "white" for item in cover(maker, number=number).items)
        == cuts
    )


def test_sections_lead_to_their_pages(maker):
    """Key, name, folio: rows of 30, each a link."""
    page = cover(maker, 4)
    names = [maker.text(page, f"Part {number}") for number in range(1, 5)]
    assert [round(b.y - a.y) for a, b in zip(names, names[1:])] == [30] * 3
    for name in names:
        words = "".join(text.text for text in maker.texts(page) if text.tag is name.tag)
        (link,) = [link for link in page.links if link.tag is name.tag]
        assert words.split()[-1] == str(link.target.page + 1)


@pytest.mark.parametrize("sections, listed", [(1, True), (5, True), (9, False), (20, False)])
def test_more_than_eight_sections_are_left_out(maker, sections, listed):
    """The contents list them."""
    page = cover(maker, sections)
    assert any(text.text.startswith("Part 1") for text in maker.texts(page)) is listed
    inside(maker, page)


@pytest.mark.parametrize(
    "title",
    [
        "Help",
        "Harm reduction and recovery support for everyone in the county who uses drugs or alcohol",
        "A very long title " * 9,
        "Massachusettsandneighbouringstateshelp",
    ],
)
@pytest.mark.parametrize(
    "subtitle", ["", "Groups, meetings and computer programs for people who use drugs or alcohol"]
)
def test_a_long_title_stays_in_its_place(maker, title, subtitle):
    """It is set smaller, and nothing below is printed over."""
    for sections in (1, 4, 8):
        inside(maker, cover(maker, sections, title=title, subtitle=subtitle))


def test_the_help_box_is_empty_rather_than_invented(maker):
    """Words that send to the staff, and three lines to write on."""
    page = cover(maker)
    assert "Need help now?" in maker.lines(page)
    assert not [link for link in page.links if str(link.target).startswith("tel:")]


def test_help_lines_are_words_and_numbers(maker):
    """Words in body, numbers in phone style, and dialled."""
    line = model.HelpLine(text="In danger? Call or text", phone=maker.phone("988", e164="988"))
    page = cover(maker, help_now=(line,))
    assert (maker.text(page, "988").size, maker.text(page, "In danger? Call or text").size) == (17, 12)
    assert "tel:988" in [link.target for link in page.links]
    inside(maker, page)


@pytest.mark.parametrize(
    "more",
    [
        {"how_to_use": ((model.Span("Find a name in the index. " * 3),),) * 4},
        {"help_now": (model.HelpLine(text="Somebody to talk to at any hour of the night"),) * 6},
        {
            "publisher": model.Publisher(
                name="Clinic of the North", address=("1 A Street", "Eugene, OR 97401")
            )
        },
    ],
)
def test_more_words_on_the_cover_push_the_sections_out(maker, more):
    """Not each other."""
    for sections in (1, 6):
        inside(maker, cover(maker, sections, **more))


@pytest.mark.parametrize(
    "verified, sections, words",
    [
        (False, 1, "1 listing in this edition. None of them has been checked yet."),
        (False, 3, "3 listings in this edition. None of them has been checked yet."),
        (True, 2, "2 listings in this edition. All of them have been checked."),
    ],
)
def test_the_cover_counts_its_listings(maker, verified, sections, words):
    """How many, and how many are checked."""
    from datetime import date

    page = cover(maker, sections, {"verified": date(2026, 3, 1)} if verified else {})
    assert words in " ".join(maker.lines(page))


def test_the_cover_has_no_head_foot_or_tab(maker):
    """The folio counts, and is not printed."""
    page = cover(maker)
    assert page.folio == "1" and not [
        item for item in page.items if isinstance(item, Box) and item.x in (0, 576)
    ]
    assert not [text for text in maker.texts(page, False) if text.y in (40, 744) and text.tag is None]
