"""The contents with every listing, in two columns and on narrow pages in one, measured and followed."""

import pytest

from guide.formats import FORMATS
from guide.language.words import ENGLISH
from guide.layout.editions.book import typeset
from guide.layout.editions.book_parts import BookOptions
from guide.layout.pages import Destination, Dots, Line
from guide.layout.type.style import make_style
from guide.model import Reference


def listings(maker, count, start=1, **more):
    return [maker.listing(f"n{number}", **more) for number in range(start, start + count)]


def sections(maker, *counts):
    """Sections with so many listings each, ids and numbers running on."""
    made, start = [], 1
    for place, count in enumerate(counts, 1):
        made.append(maker.section(*listings(maker, count, start), id=f"s{place}", title=f"Part {place}"))
        start += count
    return made


ALONE = {"contents": "listing", "how_to_use": False, "signs": False, "about_guide": False}


def set_contents(maker, *counts, format="letter", **options):
    """(document, pages of the contents)."""
    style = make_style(format, "#0B4A8C", (maker.style.regular, maker.style.bold))
    guide = maker.guide(*sections(maker, *counts))
    document, _ = typeset(guide, style, ENGLISH, BookOptions(**ALONE | options))
    pages = []
    for page in document.pages[1:]:
        if not any(text.text == "Contents" for text in maker.texts(page, False)):
            break
        pages.append(page)
    return document, pages


def is_in(tag, row):
    """Whether a tag is a row's or below it."""
    while tag and tag is not row:
        tag = tag.parent
    return bool(tag)


def rows(maker, page):
    """Links of a page in reading order with the words of their tags."""
    return [
        (
            "".join(
                text.text for text in maker.texts(page) if is_in(text.tag, link.tag.parent.parent)
            ).rstrip(),
            link,
        )
        for link in page.links
        if isinstance(link.target, Destination)
        and link.tag.parent.parent
        and link.tag.parent.parent.kind == "TOCI"
    ]


@pytest.mark.parametrize("counts", [(3, 2), (1,), (20, 20), (33, 31)])
def test_every_row_leads_where_it_says(maker, counts):
    """Sections and listings in their order, the folio printed is that of the page led to, and listings start there."""
    document, pages = set_contents(maker, *counts)
    found = [row for page in pages for row in rows(maker, page)]
    expected, number = [], 0
    for place, count in enumerate(counts, 1):
        expected.append(f"{place} Part {place} ")
        for _ in range(count):
            number += 1
            expected.append(f"{number} Name of n{number} ")
    assert [words.rstrip("0123456789") for words, _ in found][: len(expected)] == expected
    for words, link in found:
        assert words.rsplit(" ", 1)[1] == str(link.target.page + 1) == link.description.rsplit(" ", 1)[1]
    for words, link in found[: len(expected)]:
        if "Name of" in words:
            name = words.split(" ", 1)[1].rsplit(" ", 1)[0]
            heading = maker.text(document.pages[link.target.page], name)
            assert link.target.y < heading.y < link.target.y + 200


def test_the_short_form_has_leaders_that_end_together(maker):
    """Dots end 30 before the right edge on every row, so that they stand below each other."""
    _, (page,) = set_contents(maker, 3, 2, format="half-letter")
    right = 396 - FORMATS["half-letter"].measures["grid"].inner
    dots = [item for item in page.items if isinstance(item, Dots)]
    assert len(dots) >= 5 and {(item.x2, item.pitch, item.diameter) for item in dots} == {
        (right - 30, 6, 1.25)
    }


def test_the_short_form_measured(maker):
    """Title, section row, then rows of 20; numbers left, names at the main edge, folios ending right."""
    _, (page,) = set_contents(maker, 2, format="half-letter")
    first, second = maker.text(page, "Name of n1"), maker.text(page, "Name of n2")
    assert second.y - first.y == 20 and first.x == second.x == 44 + 30 and first.size == 12
    assert maker.text(page, "Part 1").size == 15


def test_the_long_form_measured(maker):
    """Two columns of 234, 24 apart; rows of 16; folios end with the column; no leaders."""
    _, (page,) = set_contents(maker, 4, 4)
    first, second = maker.text(page, "Name of n1"), maker.text(page, "Name of n2")
    assert second.y - first.y == 16 and first.x == second.x == 66 + 24 and first.size == 12
    rules = {(item.x1, item.x2) for item in page.items if isinstance(item, Line) and item.x2 - item.x1 == 234}
    assert rules == {(66, 300), (324, 558)}
    assert not [item for item in page.items if isinstance(item, Dots)]


@pytest.mark.parametrize("counts", [(20,), (9, 8, 3), (3, 30), (30,) * 3])
def test_columns_are_balanced_on_the_last_page(maker, counts):
    """The two differ by less than what stays with a section's row."""
    _, pages = set_contents(maker, *counts)
    ends = [
        max(text.y for text in maker.texts(pages[-1]) if (text.x > 312) is right and text.y < 720)
        for right in (False, True)
    ]
    assert abs(ends[0] - ends[1]) <= 5 * 16


def test_a_section_that_runs_on_repeats_its_row(maker):
    """As an artifact with `(continued)`, at the head of the next column, two rows at least on each side."""
    _, pages = set_contents(maker, 50)
    heads = [text for page in pages for text in maker.texts(page, False) if "(continued)" in text.text]
    assert heads and not [text for text in heads if text.tag]
    assert {text.y for text in heads} == {72 + 32 + 16 + 8 + 12}


def columns(maker, page):
    """Listing numbers in each column of a page of the long form."""
    left, right = [], []
    for words, link in rows(maker, page):
        if "Name of" in words:
            (left if link.x < 300 else right).append(int(words.split()[0]))
    return left, right


@pytest.mark.parametrize(
    "counts", [(31,), (34, 3), (33, 3), (32, 3), (30, 3), (20, 11, 3), (36, 2, 5), (35, 4), (10,) * 8]
)
def test_a_section_never_leaves_one_row_behind(maker, counts):
    """Of a section on two columns, each has two rows or more."""
    _, pages = set_contents(maker, *counts)
    ends, total = [], 0
    for count in counts:
        ends.append((total + 1, total + count))
        total += count
    for column in (column for page in pages for column in columns(maker, page)):
        for first, last in ends:
            there = [number for number in column if first <= number <= last]
            assert len(there) != 1 or first == last, (counts, column)


@pytest.mark.slow
def test_long_contents_stay_in_their_frame(maker):
    """No row below the foot of the text, on any page, by listing and by section."""
    _, few = set_contents(maker, *(7,) * 7)
    _, many = set_contents(maker, *(7,) * 40, contents="section")
    assert (len(few), len(many)) == (1, 2)
    pages = [*few, *many]
    for page in pages:
        assert max(text.y for text in maker.texts(page) if text.y < 744) <= 712
        assert [item for item in page.items if isinstance(item, Line)]


def test_a_long_name_turns_over_in_its_column(maker):
    """Twelve in, the folio on the last line."""
    guide = maker.guide(
        maker.section(*listings(maker, 31, name="A name that is too long for one line of it"), title="Part")
    )
    document, _ = typeset(guide, maker.style, ENGLISH, BookOptions(**ALONE))
    first = [text for text in maker.texts(document.pages[1]) if text.text.startswith("A name that")][0]
    tagged = [text for text in maker.texts(document.pages[1]) if is_in(text.tag, first.tag)]
    turned = [text for text in tagged if text.y > first.y]
    assert turned[0].x == first.x + 12 and turned[-1].y == max(text.y for text in tagged)


def test_a_section_of_references_alone_stands_clear_of_the_rule_below(maker):
    """It has a row with its page, and the hairline before the parts does not touch it."""
    guide = maker.guide(
        *sections(maker, 2), maker.section(id="more", title="More", references=(Reference("n1", 0),))
    )
    document, _ = maker.typeset(guide)
    page = document.pages[1]
    row = maker.text(page, "More")
    rules = [item.y1 for item in page.items if isinstance(item, Line) and item.x2 - item.x1 == 234]
    assert not [y for y in rules if row.y < y < row.y + 4]
    links = [link for words, link in rows(maker, page) if "More" in words]
    there = document.pages[links[0].target.page]
    assert [line for line in maker.lines(there) if "More" in line or "Name of n1" in line]
    assert any(link.target.page == 2 and "Name of n1" in link.description for link in there.links)


def test_numbers_that_stay_are_the_same_in_the_contents_and_on_the_page(maker, letter):
    """Whatever their order; no range is said of numbers that are not in a row."""
    listings = [maker.listing("a", "Ann", number=19), maker.listing("b", "Ben", number=2)]
    guide = maker.guide(maker.section(*listings), numbers="stable")
    document, _ = typeset(guide, letter, ENGLISH, BookOptions(contents="listing"))
    contents, page = (" ".join(maker.lines(each, False)) for each in document.pages[1:3])
    assert "19 Ann" in contents and "2 Ben" in contents
    assert "19" in page and "Listings" not in page
