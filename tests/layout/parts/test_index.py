"""The index: what stands in it, in which order, and how its columns are filled."""

import pytest

from guide import model
from guide.language.words import ENGLISH
from guide.layout.pages import Tag, Text
from guide.layout.parts.index import Index, IndexRow, rows_by_name, rows_by_place, rows_by_topic, sort_key
from guide.layout.type.fonts import FaceStack
from guide.layout.type.setter import Setter
from guide.layout.type.style import make_style


def by_name(maker, *listings):
    return [(row.text, row.number) for row in rows_by_name(maker.guide(maker.section(*listings)), ENGLISH)]


@pytest.mark.parametrize(
    "first, second",
    [
        ("The Avenue", "Beacon"),
        ("avenue", "Beacon"),
        ("Ávila", "Azure"),
        ("Émile", "Eva"),
        ("Łódź", "Z"),
        ("a", "B"),
    ],
)
def test_names_sort_by_their_letters(first, second):
    """Without `The`, without accents or case."""
    assert sort_key(first) < sort_key(second)


def test_only_a_leading_the_is_left_out():
    """`Theatre` and `On the Road` keep theirs."""
    assert sort_key("Theatre")[0] == "theatre" and sort_key("On the Road")[0] == "on the road"


def test_full_names_and_short_forms_stand_at_their_letters(maker):
    """The short form with the name, both to the same listing; `The` is not printed."""
    assert by_name(
        maker,
        maker.listing("a", "The Chicago Recovery Alliance", short_name="CRA"),
        maker.listing("b", "Cooper House"),
    ) == [("Chicago Recovery Alliance (CRA)", 1), ("Cooper House", 2), ("CRA, Chicago Recovery Alliance", 1)]


def test_former_and_other_names_lead_to_the_present_one(maker):
    """A former name says what it is now; another name stands before the short form."""
    rows = by_name(
        maker,
        maker.listing(
            "a",
            "Drug Policy Alliance",
            short_name="DPA",
            former_names=("The Lindesmith Center",),
            alternate_names=("Zephyr",),
        ),
        maker.listing("b", "Kindness"),
        maker.listing("c", "York"),
    )
    assert ("Lindesmith Center, now DPA", 1) in rows and ("Zephyr, DPA", 1) in rows
    assert [text for text, _ in rows] == sorted((text for text, _ in rows), key=sort_key)


def test_a_neighbour_of_the_full_entry_is_left_out(maker):
    """`DPA, Drug Policy Alliance` directly above the full name tells nothing new; with another between, it does."""
    listing = maker.listing("a", "Drug Policy Alliance", short_name="DPA")
    assert by_name(maker, listing) == [("Drug Policy Alliance (DPA)", 1)]
    assert len(by_name(maker, listing, maker.listing("b", "Drake House"))) == 3


def test_places_are_states_then_countries(maker):
    """States in full from A to Z, other countries behind them, towns sorted in each."""

    def at(id, city, state, country=""):
        return maker.listing(
            id,
            locations=(
                model.Location(address=model.Address(city=city, state_province=state, country=country)),
            ),
        )

    guide = maker.guide(
        maker.section(
            at("n", "New York", "NY"),
            at("o", "Oakland", "CA"),
            at("v", "Vancouver", "BC", "CA"),
            at("b", "Albany", "CA"),
            at("z", "Bern", "", "CH"),
        )
    )
    rows = [(row.bold or row.text) for row in rows_by_place(guide, ENGLISH)]
    assert rows == [
        "California",
        "Albany: Name of b",
        "Oakland: Name of o",
        "New York",
        "New York: Name of n",
        "Canada",
        "Vancouver: Name of v",
        "Switzerland",
        "Bern: Name of z",
    ]


def test_a_town_with_two_offices_is_named_once(maker):
    """One row for a listing in a place."""
    guide = maker.guide(
        maker.section(maker.listing(locations=(maker.office(street="1 A"), maker.office(street="2 B"))))
    )
    assert [row.text for row in rows_by_place(guide, ENGLISH)] == ["", "Chicago: Name of one"]


def test_topics_and_other_words_for_them(maker):
    """Sorted together; a word for a topic that no listing has is left out."""
    guide = maker.guide(
        maker.section(
            maker.listing(services=("Naloxone",)), maker.listing("two", services=("Food", "Naloxone"))
        ),
        topic_synonyms=(("Narcan", "Naloxone"), ("Meals", "Food"), ("Beds", "Shelter")),
    )
    assert [(row.bold, row.text, row.number) for row in rows_by_topic(guide)] == [
        ("Food", "", 0),
        ("", "Name of two", 2),
        ("Meals", "Food", 0),
        ("Naloxone", "", 0),
        ("", "Name of one", 1),
        ("", "Name of two", 2),
        ("Narcan", "Naloxone", 0),
    ]


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
    ((left, right),) = make_index([IndexRow(f"row {number}", "x", number) for number in range(1, 22)])
    assert left == [f"row {number}" for number in range(1, 12)] and right == [
        f"row {number}" for number in range(12, 22)
    ]


def test_a_few_rows_stay_in_one_column(make_index):
    """Four rows are not worth a second column."""
    assert make_index([IndexRow(f"row {number}", "x", number) for number in range(1, 5)])[0][1] == []


def test_a_group_keeps_its_first_row(make_index):
    """A heading never stands last in a column, wherever the columns end."""
    for count in range(1, 90):
        rows = [
            row
            for group in range(count)
            for row in (IndexRow("", bold=f"group {group}"), IndexRow(f"row {group}", "x", group, 1))
        ]
        for place in range(2):
            columns = [
                column
                for page in make_index([IndexRow("row x", "x", 1)] * place + rows)
                for column in page
                if column
            ]
            assert not [column for column in columns if column[-1].startswith("group")], count


def test_every_row_is_set_once_over_many_pages(make_index):
    """In order down the left column, then the right, then the next page."""
    columns = [
        column
        for page in make_index([IndexRow(f"row {number}", "x", number) for number in range(500)])
        for column in page
    ]
    assert sum(columns, []) == [f"row {number}" for number in range(500)]


def test_index_rows_measured(maker):
    """Text at the column, number ending 34 before the column's end, page at its end, all on one line."""
    document, _ = maker.typeset(maker.guide(maker.section(maker.listing())))
    page = next(page for page in document.pages if any(text.text == "By name" for text in maker.texts(page)))
    left = 54 if int(page.folio) % 2 else 66
    name = maker.text(page, "Name of one")
    row = [text for text in maker.texts(page) if text.tag is name.tag]
    ends = [
        text.x + maker.style.stack("Bold" in text.face.name).width(text.text.strip()) * 12 for text in row
    ]
    assert name.x == left and ends[1:] == [pytest.approx(left + 200), pytest.approx(left + 234)]
    assert [text.text for text in row] == ["Name of one ", "1 ", "3"] and len({text.y for text in row}) == 1


@pytest.mark.parametrize("words", [10, 40])
def test_a_row_of_many_lines_stays_in_the_frame(make_index, maker, words):
    """Wherever a part begins on a page, its first row is not set over the foot."""
    long = "Word " * words
    for count in range(30, 64):
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
        *(IndexRow(f"Name {number}", "one", number, 1) for number in range(1, 200)),
    ]
    pages = Index(Setter(maker.style, 3), ENGLISH, Tag("Document")).set([("By topic", rows)])
    again = [
        "".join(item.text for item in page if isinstance(item, Text) and item.tag is None and item.size == 12)
        for page in pages
    ]
    assert all(
        text.count(name) == 2 - (place == 0) and text.count("(continued)") >= 1
        for place, text in enumerate(again[:-1])
    )


@pytest.mark.parametrize("key", ["alternate_names", "former_names"])
def test_another_name_next_to_its_listings_own_row_stays(maker, key):
    """Where a word differs; one that tells nothing new goes."""
    rows = [
        text
        for text, _ in by_name(
            maker, maker.listing("a", "Harbor House", **{key: ("Harbor Home", "House Harbor")})
        )
    ]
    assert any(text.startswith("Harbor Home, ") for text in rows) and "Harbor House" in rows
    assert (
        key == "former_names"
        or not any(text.startswith("House Harbor") for text in rows)
        or rows.index("Harbor House") + 1 < len(rows) - 1
    )
