"""What holds in every format, for the shipped guide and for random ones."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from guide.colours import ACCENTS
from guide.content.load import load_guide
from guide.formats import BOOKS, LEAST_SIZE
from guide.language.words import ENGLISH
from guide.layout.editions.book import BookOptions, typeset
from guide.layout.editions.lay_out import Version, lay_out
from guide.layout.pages import Box, Destination, Text
from guide.layout.type.colour import contrast
from guide.layout.type.fonts import default_stacks
from guide.layout.type.style import TEXT_STYLES, make_style, scaled, with_leading
from guide.model import Edition, Span
from guide.page_sizes import PageSize
from tests import test_properties as properties
from tests.thorough import covering, examples, first_quick

BOOKS = tuple(name for name in BOOKS if name not in ("tabloid", "a3"))  # which are as Letter and A4
ROOT = Path(__file__).resolve().parents[2]
FEW = settings(
    max_examples=examples(1, 3),
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")


@cache
def style_of(name, size=0):
    return scaled(make_style(name, ACCENTS["blue"].screen, default_stacks()), size)


@cache
def shipped():
    return load_guide(ROOT / "content")[0]


@cache
def set_shipped(name, size=0):
    laid_out = lay_out(
        [Version(shipped(), ENGLISH, default_stacks())],
        Edition(name="x", format=name, body_size=size),
        shipped(),
    )
    return laid_out.document, laid_out.problems


def texts(page):
    return [item for item in page.items if isinstance(item, Text)]


def numbers(document):
    """The numbers before the listings' names, in reading order."""
    first = {}
    for page in document.pages:
        for item in texts(page):
            tag = item.tag
            if tag and tag.kind in ("Span", "Lbl"):  # a row says with its number what its circle means
                tag = tag.parent
            if tag and tag.kind == "H3":
                first.setdefault(id(tag), item.text)
    return [int(text) for text in first.values() if re.fullmatch(r"\d+ ", text)]


def kinds(tag):
    while tag:
        yield tag.kind
        tag = tag.parent


def check_width(document, style):
    """Words stand within the live width, or white on a tab; nothing is beyond the page."""
    grid = style.grid
    for index, page in enumerate(document.pages):
        left, right = grid.left(index + 1), grid.left(index + 1) + grid.live
        if index == 0:
            left, right = style.cover.left, grid.width - style.cover.right
        for item in page.items:
            edges = item.bounds
            assert -0.1 <= edges.left and edges.right <= grid.width + 0.1, (index + 1, item)
            assert -0.1 <= edges.top and edges.bottom <= grid.height + 0.1, (index + 1, item)
            if isinstance(item, Text) and item.text.strip() and item.colour != "white":
                assert left - 0.05 <= edges.left and edges.right <= right + 0.05, (index + 1, item.text)


def check_height(document, style):
    """Words stand between head and foot of the frame, but for running heads, feet and tabs."""
    grid = style.grid
    for index, page in enumerate(document.pages[1:], 2):
        for item in texts(page):
            if item.y not in (grid.head, grid.foot) and item.colour != "white":
                assert grid.top <= item.y - 0.5 * item.size and item.y <= grid.bottom + 0.01, (
                    index,
                    item.text,
                )


def check_overlaps(document, style):
    """No words on others."""
    for index, page in enumerate(document.pages, 1):
        boxes = sorted(
            ((item.bounds, item) for item in texts(page) if item.text.strip()), key=lambda each: each[1].y
        )
        for place, (one, item) in enumerate(boxes):
            for other, another in boxes[place + 1 :]:
                if another.y - 0.5 * another.size >= item.y:
                    continue
                assert min(one.right, other.right) - max(one.left, other.left) < 0.5, (
                    index,
                    item.text,
                    another.text,
                )


def check_order(document, guide):
    """Every listing once, in the order of the guide."""
    assert numbers(document) == list(range(1, len(guide.listings) + 1))


def check_folios(document):
    """Each number of a page in a link is that of the page it leads to."""
    words = {}
    for page in document.pages:
        for item in texts(page):
            tag = item.tag
            while tag and tag.kind != "Link":
                tag = tag.parent
            if tag:
                words[id(tag)] = words.get(id(tag), "") + item.text
    checked = 0
    for page in document.pages:
        for link in page.links:
            if isinstance(link.target, Destination):
                folio = str(link.target.page + 1)
                said = re.search(r", page (\d+)$", link.description)
                assert said is None or said[1] == folio
                if found := re.search(r"(\d+)\.?\s*$", words.get(id(link.tag), "")):
                    assert found[1] == folio
                    checked += 1
    assert checked > len(document.pages[1].links) / 2


@pytest.mark.parametrize("name, size", first_quick(covering(tuple(BOOKS), (0, 11, 14, 18, 0)), 3))
def test_the_shipped_guide_in_every_format_and_size(name, size):
    """Order, width, height, folios; nothing too small, nothing over another; or a size that is refused."""
    check_the_shipped_guide(name, size)


@pytest.mark.parametrize("name", ["tabloid", "a3"])
def test_the_shipped_guide_on_a_sheet_twice_as_large(name):
    check_the_shipped_guide(name, 0)


@pytest.mark.parametrize("size", [(288, 504), (360, 432), (504, 504), (792, 612)])
def test_the_shipped_guide_on_a_page_of_ones_own(size):
    """Small, narrow, square, and lying."""
    edition = Edition(name="x", page=PageSize(*size, "own"))
    done = lay_out([Version(shipped(), ENGLISH, default_stacks())], edition, shipped())
    style = make_style(edition.made_as, ACCENTS["blue"].screen, default_stacks())
    check_pages(done.document, style)
    assert {(page.width, page.height) for page in done.document.pages} == {size}


def test_margins_that_are_too_narrow_or_too_wide_are_refused():
    """With what they may be."""
    for margin, said in ((20, "too small"), (200, "too large")):
        edition = Edition(name="x", margin=margin)
        done = lay_out([Version(shipped(), ENGLISH, default_stacks())], edition, shipped())
        assert done.laid_out is None and said in done.problems[0].message
        assert "43 to 122 points" in done.problems[0].hint


def check_the_shipped_guide(name, size):
    document, problems = set_shipped(name, size)
    if not any(problem.level == "error" for problem in problems):
        check_pages(document, style_of(name, size))


def check_pages(document, style):
    check_order(document, shipped())
    check_width(document, style)
    check_height(document, style)
    check_folios(document)
    check_overlaps(document, style)
    assert min(item.size for page in document.pages for item in texts(page)) >= LEAST_SIZE


@pytest.mark.parametrize("name", first_quick(BOOKS, 2))
def test_the_shipped_guide_has_nothing_to_say_in_any_format(name):
    """No warning of the layout."""
    assert set_shipped(name)[1] == ()


def test_large_print_is_18_throughout():
    """Folios, feet, tabs and small print too; no slanted face is used in any."""
    document, _ = set_shipped("large-print")
    assert min(item.size for page in document.pages for item in texts(page)) == 18
    for name in BOOKS:
        faces = {item.face.name for page in set_shipped(name)[0].pages for item in texts(page)}
        assert not any("Italic" in face or "Oblique" in face for face in faces)


def test_a_large_print_guide_cannot_be_made_small():
    """A body size under 18 is refused, or said."""
    laid_out = lay_out(
        [Version(shipped(), ENGLISH, default_stacks())],
        Edition(name="x", format="large-print", body_size=12),
        shipped(),
    )
    assert laid_out.said or laid_out.problems or laid_out.document is None


@pytest.mark.parametrize("name", BOOKS)
def test_random_guides_in_every_format(name):
    """Whatever is in them."""

    @FEW
    @given(properties.guides())
    def check(guide):
        document, _ = typeset(guide, style_of(name), ENGLISH)
        check_order(document, guide)
        check_width(document, style_of(name))
        check_height(document, style_of(name))
        assert min(item.size for page in document.pages for item in texts(page)) >= (
            18 if name == "large-print" else 11
        )

    check()


@pytest.mark.parametrize(
    "name,lines,prose",
    [
        ("letter", 40, 372),
        ("a4", 43, 372),
        ("half-letter", 31, 282),
        ("large-print", 26, 456),
        ("pocket", 19, 216),
    ],
)
def test_the_grids(name, lines, prose):
    """A page has the lines and the measure that its look asks for."""
    style = style_of(name)
    assert style.grid.depth / style.body.leading == lines and style.grid.prose == prose
    assert style.name.leading % 1 == 0 and style.grid.main >= prose


@pytest.mark.parametrize("name", first_quick(BOOKS, 3))
@pytest.mark.parametrize("size", [11, 12, 13.5, 16, 18, 24, 36])
def test_scaled_sizes(name, size):
    """Everything follows the body, nothing falls under 11, and u stays in halves of a point."""
    plain, style = style_of(name), scaled(style_of(name), size)
    factor = size / plain.body.size
    assert style.body.size == pytest.approx(size) and (style.u * 2) % 1 == 0
    for each in TEXT_STYLES:
        before, after = getattr(plain, each), getattr(style, each)
        assert after.size == pytest.approx(max(LEAST_SIZE, before.size * factor), abs=0.01)
        assert after.leading / before.leading == pytest.approx(style.u / plain.u)
    assert style.stroke == pytest.approx(3 * (size / 12) ** 0.5) and style.grid.prose <= style.grid.main


def test_a_leading_of_its_own():
    """Sizes stay."""
    style = with_leading(style_of("letter"), 15)
    assert style.body[:2] == (12, 15) and style.name[:2] == (17, 20 * 15 / 16) and style.u == 7.5


@pytest.mark.parametrize("name", first_quick(BOOKS, 2))
def test_a_booklet_has_a_multiple_of_four_pages(name):
    """Notes fill it; the form stays last."""
    document, _ = typeset(shipped(), style_of(name), ENGLISH, BookOptions(multiple=4))
    assert len(document.pages) % 4 == 0
    assert any(item.text.strip() == "For staff" for item in texts(document.pages[-1]))


def test_single_sided_pages_have_the_binding_left():
    """Every page is a recto."""
    document, _ = typeset(shipped(), style_of("letter"), ENGLISH, BookOptions(single_sided=True))
    for page in document.pages[1:]:
        assert min(item.bounds.left for item in texts(page)) == pytest.approx(54, abs=0.5)


@pytest.mark.slow
def test_a_guide_tells_when_to_throw_it_away_and_what_it_was_made_from():
    """The first with what else is told of it, the second in small print at the foot of the last page."""
    options = BookOptions(
        discard_after="Please throw this away after May 1, 2027.", build="Content 01234567."
    )
    for name in BOOKS:
        document, _ = typeset(shipped(), style_of(name), ENGLISH, options)
        pages = [" ".join("".join(item.text for item in texts(page)).split()) for page in document.pages]
        told = [place for place, words in enumerate(pages) if "throw this away after May 1, 2027." in words]
        assert len(told) == 1 and 1 <= told[0] <= 4 and "Content 01234567." in pages[-1], name
        check_width(document, style_of(name))


@pytest.mark.parametrize("about", [True, False])
def test_the_numbers_of_libraries_stand_on_one_page(about):
    """With what else is told of the guide, or at the foot of the last page."""
    options = BookOptions(numbers="ISBN 978-0-306-40615-7.", build="Content 01234567.", about_guide=about)
    document, _ = typeset(shipped(), style_of("letter"), ENGLISH, options)
    pages = ["".join(item.text for item in texts(page)) for page in document.pages]
    told = [place for place, words in enumerate(pages) if "978-0-306-40615-7" in words]
    assert told == [1] if about else told == [len(pages) - 1]


@pytest.mark.slow
def test_the_note_of_what_was_left_out_stands_under_the_contents():
    """On the last page of the contents, in every format."""
    for name in BOOKS:
        document, _ = typeset(
            shipped(), style_of(name), ENGLISH, BookOptions(note="Only what is open at night.")
        )
        found = [
            index
            for index, page in enumerate(document.pages)
            if any("Only what" in item.text for item in texts(page))
        ]
        first = min(
            index
            for index, page in enumerate(document.pages)
            if any(item.tag and item.tag.kind == "H3" for item in texts(page))
        )
        assert len(found) == 1 and 0 < found[0] < first


@pytest.mark.parametrize("accent", [each.screen for each in ACCENTS.values()])
def test_contrast_of_every_colour_of_text(accent):
    """Black on white, white on the accent: 7 to 1."""
    assert contrast(accent) >= 7


@pytest.mark.parametrize("name", BOOKS)
def test_white_words_stand_on_the_accent(name):
    """Each in a box of it."""
    for index, page in enumerate(set_shipped(name)[0].pages, 1):
        boxes = [item for item in page.items if isinstance(item, Box) and item.fill == "accent"]
        for item in texts(page):
            edges = item.bounds
            assert item.colour in ("black", "white")
            assert item.colour == "black" or any(
                box.x <= edges.left + 0.1
                and edges.right <= box.x + box.width + 0.1
                and box.y <= edges.top + 0.1
                and item.y <= box.y + box.height + 0.1
                for box in boxes
            ), (index, item.text)
    assert any(
        kind == "TOC"
        for page in set_shipped(name)[0].pages[:4]
        for item in texts(page)
        for kind in kinds(item.tag)
    )


@pytest.mark.parametrize("name", BOOKS)
def test_no_section_title_stands_alone_on_its_page(name):
    """What follows it begins there: a listing, a part of one, or an introduction."""
    for index, page in enumerate(set_shipped(name)[0].pages):
        content = [
            item
            for item in texts(page)
            if item.tag and page.items and style_of(name).grid.top <= item.y <= style_of(name).grid.bottom
        ]
        assert not content or {item.tag.kind for item in content} != {"H2"}, index + 1


@pytest.mark.parametrize("name", first_quick(BOOKS, 2))
def test_no_format_loses_a_field_of_the_form_or_the_way_to_use_the_guide(name):
    """Small pages have two or three of them, and say how to use the guide behind the contents."""
    document, _ = typeset(shipped(), style_of(name), ENGLISH)
    said = " ".join("".join(item.text + " " for page in document.pages for item in texts(page)).split())
    wanted = (
        ENGLISH.form_intro,
        ENGLISH.form_number,
        ENGLISH.form_wrong,
        *ENGLISH.form_choices,
        ENGLISH.form_right,
        ENGLISH.form_how,
        ENGLISH.form_you,
        ENGLISH.stamp,
        ENGLISH.form_staff,
        ENGLISH.form_checked_by,
        ENGLISH.how_to_use,
        ENGLISH.step_numbers,
    )
    for words in wanted:
        assert words in said, words
    check_width(document, style_of(name))


@pytest.mark.parametrize("name", first_quick(BOOKS, 2))
def test_steps_of_the_guides_own_are_in_every_format(name):
    """However long they are."""
    steps = tuple((Span(f"Step{number} " + "and more words " * 20),) for number in range(12))
    document, _ = typeset(replace(shipped(), how_to_use=steps), style_of(name), ENGLISH)
    said = " ".join(item.text for page in document.pages for item in texts(page))
    assert [said.count(f"Step{number} ") for number in range(12)] == [1] * 12
    for page in document.pages[1:]:
        assert all(item.y <= style_of(name).grid.height for item in texts(page))
