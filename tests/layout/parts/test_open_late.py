"""The lists of who is open at night and at weekends, on pages."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.colours import ACCENTS
from guide.content.hours import parse_hours
from guide.language.words import ENGLISH
from guide.layout.editions.book import BookOptions, typeset
from guide.layout.pages import Line, Text
from guide.layout.parts.late_rows import LateList, LateRow
from guide.layout.parts.open_late import OpenLate
from guide.layout.tags import Tag
from guide.layout.type.fonts import default_stacks
from guide.layout.type.inline import FOLIO, Anchor, RichLine, RowArea
from guide.layout.type.setter import Setter
from guide.layout.type.style import make_style
from guide.model import Phone
from tests.thorough import examples

PHONE = Phone(number="217-555-0142", printed="217-555-0142", e164="+12175550142")
TITLES = ("Day and night", "Every night", "Weekdays after 5 pm", "Saturday", "Sunday")


def style_of(format="letter"):
    return make_style(format, ACCENTS["blue"].screen, default_stacks())


def part(format="letter"):
    return OpenLate(Setter(style_of(format), 2), ENGLISH, Tag("Document"))


def lists_of(*counts):
    return [
        LateList(
            title,
            tuple(
                LateRow(f"{title} {n}", PHONE, (("10\u00a0am\u20131\u00a0pm",),), Anchor(f"listing:{n}"))
                for n in range(count)
            ),
        )
        for title, count in zip(TITLES, counts)
        if count
    ]


def texts(items):
    return [item for item in items if isinstance(item, Text)]


def test_measures_of_the_look():
    """Rule 1.5, 8, title 15/20, 4; a row: hairline, 3, name, phone and hours at 96, 3; 16 after a list."""
    (items,) = part().pages(lists_of(1, 0, 0, 1))
    rules = [item for item in items if isinstance(item, Line) and item.width == 1.5]
    hair = [item for item in items if isinstance(item, Line) and item.width == 0.5]
    top = rules[0].y1
    assert [line.y1 - top for line in hair[:2]] == [pytest.approx(32), pytest.approx(32 + 38)]
    said = {item.text.strip(): item for item in texts(items)}
    assert said["Day and night"].y - top == pytest.approx(8 + 15) and said["Day and night"].size == 15
    assert said["Day and night 0"].y - top == pytest.approx(32 + 3 + 12)
    phones = [item for item in items if isinstance(item, RichLine) and item.fragments[0].text[:3] == "217"]
    hours = [item for item in texts(items) if item.text.startswith("10")]
    assert hours[0].x - phones[0].x == 96 and hours[0].y == phones[0].y


def test_a_place_and_its_number_are_links_of_their_own():
    """Heard one after the other: the name with its page, the number, the hours."""
    ((items),) = part().pages(lists_of(1))
    lines = [item for item in items if isinstance(item, RichLine)]
    page, phone = (line.fragments[0].inline for line in lines)
    (area,) = [item for item in items if isinstance(item, RowArea)]
    assert area.description == f"Day and night 0, page {FOLIO}" and page.tag.heard == f"page {FOLIO}"
    assert (phone.link.target, phone.link.description) == (
        "tel:+12175550142",
        "Call Day and night 0: 217-555-0142",
    )
    assert area.y + area.height <= lines[1].y - 12 and phone.tag is not area.tag


def test_two_columns_on_letter_and_one_on_narrow_pages():
    for format, count in (("letter", 2), ("a4", 2), ("half-letter", 1), ("pocket", 1), ("large-print", 1)):
        pages = part(format).pages(lists_of(9, 9))
        edges = {item.x for page in pages for item in page if isinstance(item, RowArea)}
        assert len(edges) == count, format


def test_a_list_that_goes_on_has_its_title_again_as_an_artifact():
    pages = part("half-letter").pages(lists_of(30))
    assert len(pages) > 2
    for page in pages[1:]:
        first, second = texts(page)[:2]
        assert (first.text, second.text) == ("Day and night ", "(continued)")
        assert first.tag is None and second.tag is None


counts = st.lists(st.integers(0, 40), min_size=5, max_size=5).filter(any)


@settings(max_examples=examples(10, 30))
@given(counts, st.sampled_from(["letter", "a4", "half-letter", "pocket", "large-print"]))
def test_every_row_once_in_order_within_the_frame(numbers, format):
    """Whatever the lists; no title stands alone at the foot of a column."""
    lists = lists_of(*numbers)
    grid = style_of(format).grid
    pages = part(format).pages(lists)
    read = [
        item.text.strip() for page in pages for item in texts(page) if item.tag and item.tag.kind == "Link"
    ]
    wanted = [row.name for each in lists for row in each.rows]
    assert [text for text in read if not text[0].isdigit()] == wanted
    for page in pages:
        assert max(item.y + item.height for item in page if isinstance(item, RowArea)) <= grid.depth + 0.1
        for head in (item for item in page if isinstance(item, Line) and item.width == 1.5):
            below = [
                item for item in page if isinstance(item, RowArea) and item.x == head.x1 and item.y > head.y1
            ]
            assert below


def test_columns_of_the_last_page_are_about_as_high():
    (page,) = part().pages(lists_of(4, 0, 4))
    areas = [item for item in page if isinstance(item, RowArea)]
    lowest = [max(item.y for item in areas if item.x == x) for x in sorted({item.x for item in areas})]
    assert len(lowest) == 2 and abs(lowest[0] - lowest[1]) <= 120


def test_hours_stand_under_a_phone_that_is_too_long():
    made = LateList("Sunday", (LateRow("A", None, (("9 am",),), Anchor("listing:a")),))
    words = replace(ENGLISH, no_phone="no phone / sin teléfono aquí")
    (items,) = OpenLate(Setter(style_of(), 2), words, Tag("Document")).pages([made])
    phone, hours = (next(item for item in texts(items) if item.text.startswith(word)) for word in ("no", "9"))
    assert hours.y > phone.y and hours.x == phone.x


@pytest.fixture
def book(maker):
    """The document of a guide with these hours."""

    def make(*hours, open="late", format="letter"):
        listings = [
            maker.listing(f"n{n}", phones=(maker.phone(),), opening=parse_hours(text)[0].opening)
            for n, text in enumerate(hours)
        ]
        guide = maker.guide(maker.section(*listings))
        return typeset(guide, style_of(format), ENGLISH, BookOptions(open=open))[0]

    return make


def test_it_stands_in_contents_and_bookmarks_and_leads_to_the_listings(book):
    document = book(*["24/7"] * 6)
    (entry,) = [entry for entry in document.outline if entry.title == ENGLISH.open_late]
    assert ENGLISH.open_late in [item.text.strip() for item in texts(document.pages[1].items)]
    page = document.pages[entry.destination.page]
    starts = {child.title: child.destination.page for each in document.outline for child in each.children}
    links = [link for link in page.links if link.description.startswith("Name of")]
    assert len(links) == 6
    assert all(starts[link.description.partition(",")[0]] == link.target.page for link in links)


@pytest.mark.parametrize(
    "open, hours, there", [("none", "24/7", False), ("late", "Mo-Fr 09:00-17:00", False)]
)
def test_there_is_no_page_without_lists(book, open, hours, there):
    document = book(*[hours] * 6, open=open)
    assert any(entry.title == ENGLISH.open_late for entry in document.outline) is there


def test_a_narrow_page_has_lists_in_place_of_the_grid(book):
    document = book(*["24/7"] * 6, open="grid", format="half-letter")
    assert [entry.title for entry in document.outline if "pen" in entry.title] == [ENGLISH.open_late]
    assert document.left_out == ("the table of who is open when (lists in its place)",)


def test_tags_are_lists_of_links(book):
    document = book(*["24/7"] * 6)
    kinds = set()
    for page in document.pages:
        for item in texts(page.items):
            chain, tag = [], item.tag
            while tag:
                chain.append(tag.kind)
                tag = tag.parent
            if item.text.startswith("Name of") and "LBody" in chain and "H3" not in chain:
                kinds.add("/".join(reversed(chain)))
    assert "Document/Sect/Sect/L/LI/LBody/Reference/Link" in kinds
