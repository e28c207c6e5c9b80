"""A zine: eight small pages in the order in which they are read."""

import io

import pytest

from guide.content.hours import parse_hours
from guide.language.words import words_in
from guide.layout.editions.zine import BOTTOM, HEIGHT, LIVE, TOP, WIDTH, X, Zine
from guide.layout.laid_out import LaidOut
from guide.layout.pages import ACCENT, WHITE, Box, Text
from guide.layout.type.fonts import default_stacks
from guide.model import Edition, HelpLine, Publisher
from guide.press import for_the_printer


def listing(maker, id="a", **more):
    opening = parse_hours("Mo-Fr 09:00-17:00")[0].opening
    office = maker.office("Chicago", maker.phone(), opening=opening)
    return maker.listing(id, **{"locations": (office,), "summary": "what it is", **more})


def zine(maker, *listings, language="en", with_poster=False, **more):
    guide = maker.guide(maker.section(*listings), language=language, **more)
    numbers = {each.id: place for place, each in enumerate(guide.listings, 1)}
    return Zine(guide, words_in(language), default_stacks(language), numbers, with_poster).document()


def texts(page):
    return [item for item in page.items if isinstance(item, Text) and item.text.strip()]


def said(page):
    return [item.text.strip().replace("\u00a0", " ") for item in texts(page)]


def test_cover_six_pages_of_listings_and_back(maker):
    publisher = Publisher(name="Harbor Clinic", phone=maker.phone("217-555-0110"))
    document, problems = zine(maker, *(listing(maker, f"n{n}") for n in range(12)), publisher=publisher)
    assert problems == () and len(document.pages) == 8
    assert {(page.width, page.height) for page in document.pages} == {(WIDTH, HEIGHT)}
    assert "Harbor Clinic" in said(document.pages[-1]) and "Help near" in " ".join(said(document.pages[0]))
    names = [text for page in document.pages[1:7] for text in said(page) if text.startswith("Name of")]
    assert names == [f"Name of n{n}" for n in range(12)]
    assert [said(page)[-1] for page in document.pages[1:4]] == ["2", "3", "4"]


def test_a_row_is_name_number_hours_and_street(maker):
    """The city is left out where most are in one; what it is stands only where there are no hours."""
    bare = maker.listing("b", phones=(maker.phone(),), summary="what it is")
    page = zine(maker, listing(maker), bare)[0].pages[1]
    assert said(page)[2:] == [
        "Name of a",
        "773-471-0999",
        *("Mon", "\u2013", "Fri", "9 am\u20135 pm."),
        "3110 West Taylor Street",
        "Name of b",
        "773-471-0999",
        "What it is.",
        "2",
    ]
    name, number, hours = texts(page)[2:5]
    assert (name.size, number.size, hours.size) == (12, 15, 12) and number.y - name.y == pytest.approx(17.25)


def test_the_cover_has_the_numbers_for_now(maker):
    """On the accent the title in white, cut as often as the edition counts."""
    lines = (HelpLine(text="In danger", phone=maker.phone("911", e164="911")), HelpLine(text="Ask the staff"))
    page = zine(maker, listing(maker), help_now=lines, number=3)[0].pages[0]
    block, *cuts = [item for item in page.items if isinstance(item, Box)]
    assert block[:4] == (X, TOP, LIVE, 132) and block.fill == ACCENT
    assert [(cut.width, cut.fill) for cut in cuts] == [(3, WHITE)] * 3
    assert {"In danger", "911", "Ask the staff"} <= set(said(page))
    title = [item for item in texts(page) if item.colour == WHITE]
    assert title and all(item.bounds.right < min(cut.x for cut in cuts) for item in title)


def test_the_edition_is_one_line(maker):
    """A month in short rather than a year alone."""
    for number in (3, 12):
        words = [
            text
            for text in said(zine(maker, listing(maker), number=number)[0].pages[0])
            if str(number) in text
        ]
        assert len(words) == 1 and words[0].endswith("2026"), words


@pytest.mark.parametrize("language", ("en", "es", "ar", "hi", "zh"))
def test_everything_stays_on_its_panel(maker, language):
    """In the live width, above the number of the page."""
    document, _ = zine(maker, *(listing(maker, f"n{n}") for n in range(8)), language=language)
    for page in document.pages:
        for item in texts(page):
            edges = item.bounds
            assert X - 0.5 <= edges.left and edges.right <= X + LIVE + 0.5, item
            assert TOP - 0.5 <= edges.top and edges.bottom <= BOTTOM + 20


def test_what_does_not_fit_is_named(maker):
    document, problems = zine(maker, *(listing(maker, f"n{n}") for n in range(30)))
    (problem,) = problems
    assert problem.name == "zine-full" and "too many, which need" in problem.message
    assert "Name of n" in problem.message and not document.outline


def test_a_cover_that_is_too_full_is_an_error(maker):
    lines = tuple(HelpLine(text="Somebody is in danger here", phone=maker.phone()) for _ in range(9))
    assert [problem.name for problem in zine(maker, listing(maker), help_now=lines)[1]] == ["cover-full"]


def test_the_sheet_turns_the_upper_pages(maker):
    """The text of a turned page runs from right to left, seen from below."""
    pypdf = pytest.importorskip("pypdf")
    document, _ = zine(maker, *(listing(maker, f"n{n}") for n in range(12)))
    made = for_the_printer(LaidOut(document), Edition(name="z", format="zine"))
    assert made.sheets == 1 and "one side" in made.said[0]
    (page,) = pypdf.PdfReader(io.BytesIO(made.files["z-zine.pdf"])).pages
    stream = page.get_contents().get_data()
    assert stream.count(b"-1 0 0 -1") == 4 and stream.count(b"1 0 0 1") >= 4
    assert (float(page.mediabox.width), float(page.mediabox.height)) == (792, 612)


def test_a_poster_is_on_the_other_side(maker):
    """The same listings on one page, with their numbers and what they are; sheet and page say how it is printed."""
    listings = [listing(maker, f"n{n}") for n in range(12)]
    document, problems = zine(maker, *listings, with_poster=True)
    assert problems == () and [page.folio for page in document.pages] == list("123456789")
    poster = document.pages[8]
    said = "".join(item.text for item in poster.items if isinstance(item, Text))
    assert (poster.width, poster.height) == (612, 792) and said.count("Name of ") == 12
    assert "Help near here" in said and "12 listings in this edition" in said
    import pypdf

    made = for_the_printer(LaidOut(document), Edition(name="z", format="zine", back="poster"))
    pages = pypdf.PdfReader(io.BytesIO(made.files["z-zine.pdf"])).pages
    assert [tuple(map(float, page.mediabox[2:])) for page in pages] == [(792, 612), (612, 792)]
    assert made.sheets == 1 and "both sides" in made.said[0]


def test_what_the_poster_cannot_hold_is_told(maker):
    long = {
        "hours": ("Ask at the desk " * 12,),
        "name": "A name that is long enough for two lines of a column",
    }
    listings = [maker.listing(f"n{n}", phones=(maker.phone(),), description=(), **long) for n in range(40)]
    problem = zine(maker, *listings, with_poster=True)[1][-1]
    assert problem.name == "sheet-full" and "on the poster" in problem.message


@pytest.mark.parametrize("language", ["de", "ja", "ps", "so"])
def test_the_back_has_what_there_is_room_for(maker, language):
    """And never more: longer sentences are no mistake of the guide's."""
    _, problems = zine(maker, *(listing(maker, f"n{each}") for each in range(6)), language=language)
    assert not [problem for problem in problems if problem.name == "cover-full"]
