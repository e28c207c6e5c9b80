"""`Need help now?` on the pages: where a section leaves room, or at every foot, where it is read once."""

import pytest

from guide import model
from guide.formats import FORMATS
from guide.language.words import ENGLISH, side_by_side, words_in
from guide.layout.body.service import PLACES, HelpPlaces, Service, with_strip
from guide.layout.editions.book import typeset
from guide.layout.editions.book_parts import BookOptions
from guide.layout.pages import Line, LinkArea, Text
from guide.layout.tags import Tag
from guide.layout.type.setter import Setter
from guide.layout.type.style import make_style, with_grid


def lines_of_help(maker, *numbers):
    return tuple(
        model.HelpLine(text=text, phone=maker.phone(number, e164=f"+1{number}")) for text, number in numbers
    )


USUAL = (("In danger", "911"), ("Suicide: call or text", "988"), ("A bed for tonight", "217-523-4441"))


@pytest.fixture
def service(maker):
    """A Service in a style: service(style, numbers, ends=True, ...)."""

    def make(style=None, numbers=USUAL, words=ENGLISH, ends=True, strip=False, **more):
        guide = maker.guide(help_now=lines_of_help(maker, *numbers))
        setter = Setter(style or maker.style, 1)
        return Service(guide, setter, words, Tag("Document"), HelpPlaces(ends, strip), **more)

    return make


@pytest.fixture
def book(maker):
    """The pages of a book of sections that each begin a page, one listing each: book(3, help=("ends",))."""

    def make(sections=4, style=None, numbers=USUAL, **options):
        listed = [
            maker.section(maker.listing(f"n{place}"), id=f"s{place}", title=f"Part {place}", own_page=True)
            for place in range(sections)
        ]
        guide = maker.guide(*listed, help_now=lines_of_help(maker, *numbers))
        return typeset(guide, style or maker.style, ENGLISH, BookOptions(**options))[0].pages

    return make


def said(page):
    return [item for item in page.items if isinstance(item, Text) and item.text.startswith("Need help")]


def test_three_numbers_stand_side_by_side_on_the_bottom_edge(service):
    """84 high, from 628 to 712; columns at 0, 156 and 312; the number in the same place under each label."""
    help_now = service()
    assert help_now.box_height == 84
    assert [round(x) for x, _ in help_now.columns] == [0, 156, 312]
    items = help_now.end(3, 100)
    rule = next(item for item in items if isinstance(item, Line))
    assert (rule.x1, rule.y1, rule.x2, rule.width) == (54, 628.75, 546, 1.5)
    texts = [item for item in items if not isinstance(item, Line)]
    assert {round(item.y, 2) for item in texts} == {654, 672, 697}


@pytest.mark.parametrize("used,there", [(640 - 108, True), (640 - 107, False), (640, False)])
def test_it_needs_108_points(service, used, there):
    assert bool(service().end(4, used)) == there


def test_a_label_that_is_long_takes_another_line(service):
    """The numbers stay on one baseline, and the box stands on the same edge."""
    help_now = service(numbers=(("Somebody is not breathing or is in danger? Call", "911"), *USUAL[1:]))
    assert help_now.box_height == 100
    items = help_now.end(3, 100)
    numbers = {round(item.y, 2) for item in items if not isinstance(item, Line) and item.size == 24}
    assert numbers == {697}
    assert help_now.end(5, 640 - 123) == []


@pytest.mark.parametrize("name", [name for name, each in FORMATS.items() if each.is_book])
@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_no_number_is_wider_than_its_column(service, name, language, maker):
    style = make_style(name, "#0B4A8C", (maker.style.regular, maker.style.bold))
    words = ENGLISH if language == "en" else side_by_side(ENGLISH, words_in(language))
    for count in (1, 2, 3):
        help_now = service(style, tuple((text, "217-523-4441") for text, _ in USUAL)[:count], words)
        size = 26 if style.body.size == 18 else 20 if style.grid.width < 480 else 24
        for x, measure in help_now.columns:
            assert help_now.setter.width("217-523-4441", size, True) <= measure + 0.01
            assert x + measure <= style.grid.live + 0.01


def test_no_two_facing_pages_have_it(book):
    """A verso and the recto beside it; where only one side is printed nothing faces."""
    pages = book(6, help=("ends",))
    having = [place for place, page in enumerate(pages, 1) if said(page)]
    assert having and not any(place + 1 in having for place in having if place % 2 == 0)
    pages = book(6, help=("ends",), single_sided=True)
    assert [place for place, page in enumerate(pages, 1) if said(page)] == [3, 4, 5, 6, 7, 8]


def test_a_stretch_behind_another_does_not_face_it(service):
    help_now = service(repeats=True)
    assert help_now.end(5, 0, begins=True) == [] and help_now.end(5, 0)
    assert service(repeats=True).end(4, 0, begins=True)


def calls(page):
    """The tags of the numbers that can be called."""
    return {area.tag for area in page.links if str(area.target).startswith("tel:")}


def test_the_box_is_read_wherever_it_stands(book):
    """Each with tags and links of its own."""
    pages = [page for page in book(6, help=("ends",)) if said(page)]
    assert len(pages) > 1 and all(said(page)[0].tag for page in pages)
    areas = [calls(page) for page in pages]
    assert all(len(each) == 3 for each in areas) and len(set().union(*areas)) == 3 * len(pages)
    assert all(isinstance(area, LinkArea) for page in pages for area in page.links)


def test_the_strip_is_read_once(book):
    """On other pages it is an artifact, without annotations, which would be heard with the first."""
    pages = book(6, help=("strip",))[1:]
    first, *others = [item.tag for page in pages for item in page.items if getattr(item, "text", "") == "911"]
    assert first and len(others) == len(pages) - 1 and not any(others)
    first, *others = map(calls, pages)
    assert len(first) == 3 and not any(others)


def test_a_guide_without_numbers_has_white(book):
    """No box, no strip, no lines for notes."""
    pages = book(3, numbers=(), help=("ends", "strip"))
    words = [item.text for page in pages[2:5] for item in page.items if isinstance(item, Text)]
    assert "Notes" not in words and not any(said(page) for page in pages[1:])


@pytest.mark.parametrize(
    "name,rule,baseline", [("letter", 708, 724), ("a4", 756, 772), ("half-letter", 536, 552)]
)
def test_the_strip_stands_over_the_foot(book, maker, name, rule, baseline):
    """On every page but the cover, and nothing of the text reaches it."""
    style = make_style(name, "#0B4A8C", (maker.style.regular, maker.style.bold))
    pages = book(2, style, help=("strip",))
    for page in pages[1:]:
        numbers = [item for item in page.items if isinstance(item, Text) and item.text == "911"]
        assert [round(item.y, 1) for item in numbers] == [baseline]
        assert any(isinstance(item, Line) and item.y1 == item.y2 == rule for item in page.items)
        assert not [
            item for item in page.items if isinstance(item, Text) and rule - 8 < item.y < baseline - 0.1
        ]
    assert not said(pages[2])


@pytest.mark.parametrize("name,bottom", [("letter", 696), ("a4", 744), ("half-letter", 524)])
def test_the_text_ends_higher_for_it(maker, name, bottom):
    style = with_strip(make_style(name, "#0B4A8C", (maker.style.regular, maker.style.bold)))
    assert style.grid.bottom == bottom and style.grid.depth % style.u == 0


def test_on_a_small_page_it_takes_the_foot_s_place(book, maker):
    style = make_style("pocket", "#0B4A8C", (maker.style.regular, maker.style.bold))
    pages = book(2, style, help=("strip",))
    feet = [[item.text for item in page.items if isinstance(item, Text) and item.y == 370] for page in pages]
    assert all("911" in foot and not any("Mistakes" in text for text in foot) for foot in feet[1:])


def test_the_first_that_fit_stand_in_the_strip(service):
    """And the heading with the numbers alone where no label has room."""
    assert [number.printed for number, _ in service(strip=True).strip_numbers] == [
        "911",
        "988",
        "217-523-4441",
    ]
    stacks = service().style.regular, service().style.bold
    narrow = with_grid(make_style("half-letter", "#0B4A8C", stacks), inner=142)
    long = (("A label that is far too long for any line of a small page", "911"), ("Suicide", "988"))
    assert [number.label for number, _ in service(narrow, long, strip=True).strip_numbers] == ["Suicide"]
    only = (long[0], (long[0][0], "988"))
    bare = [("Need help now?", "911"), ("", "988")]
    found = service(narrow, only, strip=True).strip_numbers
    assert [(number.label, number.printed) for number, _ in found] == bare
    pocket = service(make_style("pocket", "#0B4A8C", stacks), long, strip=True).strip_numbers
    assert [
        (number.label, number.printed) for number, _ in pocket
    ] == bare  # there more numbers count for more


def test_an_edition_may_have_it_in_these_places():
    """The content offers the same."""
    from guide.content.edition import HELP

    assert set(PLACES) == set(HELP)
