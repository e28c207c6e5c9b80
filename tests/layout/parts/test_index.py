"""The index as it is set: how its columns are filled, and where its rows stand."""

import pytest

from guide.language.words import ENGLISH, words_in
from guide.layout.pages import Text
from guide.layout.parts.index import Index
from guide.layout.parts.index_rows import INSIDE, IndexRow
from guide.layout.tags import Tag
from guide.layout.type.fonts import FaceStack, default_stacks
from guide.layout.type.inline import FOLIO, RichLine
from guide.layout.type.setter import Setter
from guide.layout.type.style import make_style, style_for
from tests.thorough import examples, first_quick


@pytest.fixture
def make_index(half_em):
    """Sets rows as the only part of an index; the numbers of its listings in each column of each page."""

    def make(rows):
        stack = FaceStack([half_em])
        setter = Setter(make_style("letter", "#0B4A8C", (stack, stack)), 2)
        pages = Index(setter, ENGLISH, Tag("Document")).set([("By name", rows)])
        found = []
        for page in pages:
            texts = [
                item
                for item in page
                if isinstance(item, Text) and item.tag and item.tag.kind in ("LBody", "Link")
            ]
            words = [text for text in texts if text.text.startswith(("row", "group"))]
            found.append(
                [[text.text.strip() for text in words if (text.x < 200) is left] for left in (True, False)]
            )
        return found

    return make


def test_columns_are_balanced(make_index):
    """As high as each other, the left one filled first."""
    ((left, right),) = make_index([IndexRow(f"row {number}", "x") for number in range(1, 22)])
    assert left == [f"row {number}" for number in range(1, 12)] and right == [
        f"row {number}" for number in range(12, 22)
    ]


def test_a_few_rows_stay_in_one_column(make_index):
    """Four rows are not worth a second column."""
    assert make_index([IndexRow(f"row {number}", "x") for number in range(1, 5)])[0][1] == []


@pytest.mark.slow
def test_a_group_keeps_its_first_row(make_index):
    """A heading never stands last in a column, wherever the columns end."""
    for count in range(1, 90):
        rows = [
            row
            for group in range(count)
            for row in (IndexRow("", bold=f"group {group}"), IndexRow(f"row {group}", "x", INSIDE))
        ]
        for place in range(2):
            columns = [
                column
                for page in make_index([IndexRow("row x", "x")] * place + rows)
                for column in page
                if column
            ]
            assert not [column for column in columns if column[-1].startswith("group")], count


def test_every_row_is_set_once_over_many_pages(make_index):
    """In order down the left column, then the right, then the next page."""
    columns = [
        column
        for page in make_index([IndexRow(f"row {number}", "x") for number in range(500)])
        for column in page
    ]
    assert sum(columns, []) == [f"row {number}" for number in range(500)]


def test_index_rows_measured(maker):
    """Text at the column, the page at its end, both on one line; no number."""
    document, _ = maker.typeset(maker.guide(maker.section(maker.listing())))
    page = next(page for page in document.pages if any(text.text == "By name" for text in maker.texts(page)))
    left = 54 if int(page.folio) % 2 else 66
    name = maker.text(page, "Name of one")
    row = [
        text for text in maker.texts(page) if name.tag in (text.tag, text.tag.parent) and text.text.strip()
    ]
    ends = [
        text.x + maker.style.stack("Bold" in text.face.name).width(text.text.strip()) * 12 for text in row
    ]
    assert name.x == left and ends[1:] == [pytest.approx(left + 234)]
    assert [text.text for text in row] == ["Name of one ", "3"] and len({text.y for text in row}) == 1


@pytest.mark.slow
@pytest.mark.parametrize("words, first", first_quick([(10, 30), (40, 31)]))
def test_a_row_of_many_lines_stays_in_the_frame(make_index, maker, words, first):
    """Wherever a part begins on a page, its first row is not set over the foot."""
    long = "Word " * words
    for count in range(first, 64, examples(2, 1)):
        sections = [
            maker.section(
                *(
                    maker.listing(
                        f"n{n}", services=("Food",) if n == 0 else (), name=f"{long}{n}" if n == 0 else None
                    )
                    for n in range(count)
                )
            )
        ]
        document, _ = maker.typeset(maker.guide(*sections))
        for page in document.pages[1:]:
            assert max((text.y for text in maker.texts(page) if text.y < 740), default=0) <= 712, (
                count,
                page.folio,
            )


def test_a_group_that_goes_on_is_named_whole(maker):
    """Its heading is repeated with every word, on as many lines as it takes."""
    name = "Groups that are not religious and meet in the evening"
    rows = [
        IndexRow("", bold=name),
        *(IndexRow(f"Name {number}", "one", INSIDE) for number in range(1, 200)),
    ]
    pages = Index(Setter(maker.style, 3), ENGLISH, Tag("Document")).set([("By topic", rows)])
    again = [
        "".join(item.text for item in page if isinstance(item, Text) and not item.tag and item.size == 12)
        for page in pages
    ]
    assert all(
        text.count(name) == 2 - (place == 0) and text.count("(continued)") >= 1
        for place, text in enumerate(again[:-1])
    )


@pytest.mark.parametrize("bold", ["", "Food", "A topic of many words that turns over"])
@pytest.mark.parametrize("text", ["House 99", "A house of many words that turns over, number 99"])
def test_nobody_hears_a_number_and_the_page_as_one(maker, bold, text):
    """A row's words end with a space before the page, run in or not."""
    row = Index(Setter(maker.style, 2), ENGLISH, Tag("Document")).row(
        IndexRow(text, "x", bold=bold), Tag("L")
    )
    said = "".join(item.text for item in row.items if isinstance(item, Text))
    assert said == (f"{bold}: {text} " if bold else f"{text} ")


def test_a_colon_stands_between_an_arabic_topic_and_a_latin_name():
    """The topic at the right, then the mark, then the name, as somebody reads it."""
    style = style_for(make_style("letter", "#0B4A8C", default_stacks("ar")), "ar")
    row = IndexRow("Insite", "x", bold="\u0625\u0631\u0634\u0627\u062f")
    (page,) = Index(Setter(style, 2), words_in("ar"), Tag("Document")).set([("by topic", [row])])
    texts = [item.mirrored(style.grid.live) for item in page if isinstance(item, Text) and item.tag]
    name, mark, topic = (
        next(item.x for item in texts if item.text.strip().startswith(first))
        for first in ("Insite", ":", row.bold[:1])
    )
    assert name < mark < topic


def test_pages_in_the_place_of_names_are_links(maker):
    """Each says the topic and the page; commas and spaces between them."""
    rows = [IndexRow("", bold="Dentist", pages=("a", "b"))]
    index = Index(Setter(maker.style, 2), ENGLISH, Tag("Document"))
    pages = index.set([("By topic", rows)])
    (line,) = [item for item in pages[0] if isinstance(item, RichLine)]
    assert "".join(each.text for each in line.fragments).rstrip() == f"Dentist: {FOLIO}, {FOLIO}"
    links = [each.inline.link for each in line.fragments if each.inline.link]
    assert [link.description for link in links] == [f"Dentist, page {FOLIO}"] * 2
    assert [link.target.name for link in links] == ["listing:a", "listing:b"]


def test_the_last_page_has_six_rows_at_least(make_index):
    """Those before give some up, in both columns; no row is lost, and no page more is needed."""
    for count in range(70, 86):
        rows = [f"row {number}" for number in range(count)]
        pages = make_index([IndexRow(row, "x") for row in rows])
        assert sum((column for page in pages for column in page), []) == rows
        left, right = pages[-1]
        assert len(left + right) >= 6 and 0 <= len(left) - len(right) <= 1
        assert len(pages) == 1 + (count > 72)


def test_few_rows_that_go_on_stand_in_both_columns(maker):
    """Five rows that are left of a part, with the next part below them: the columns are as high as each other."""
    setter = Setter(make_style("letter", "#0B4A8C", default_stacks()), 2)
    first = [IndexRow(f"row {number}", "x") for number in range(77)]
    others = [IndexRow(f"other {number}", "x") for number in range(20)]
    _, page = Index(setter, ENGLISH, Tag("Document")).set([("By name", first), ("By topic", others)])
    rows = [item.x < 200 for item in page if isinstance(item, Text) and item.text.startswith("row")]
    assert rows == [True, True, True, False, False]
