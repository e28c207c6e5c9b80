"""What stands in the index, in which order, and what of it stays together."""

import pytest

from guide import model
from guide.language.sorting import sort_key
from guide.language.words import ENGLISH
from guide.layout.parts.index_rows import (
    INSIDE,
    REGION,
    IndexRow,
    glued,
    groups_of,
    in_pages,
    rows_by_name,
    rows_by_place,
    rows_by_topic,
)


def by_name(maker, *listings):
    ids = [listing.id for listing in listings]
    return [
        (row.text, ids.index(row.listing) + 1)
        for row in rows_by_name(maker.guide(maker.section(*listings)), ENGLISH)
    ]


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
    ) == [("Chicago Recovery Alliance (CRA)", 1), ("Cooper House", 2), ("CRA: Chicago Recovery Alliance", 1)]


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
    """`DPA: Drug Policy Alliance` directly above the full name tells nothing new; with another between, it does."""
    listing = maker.listing("a", "Drug Policy Alliance", short_name="DPA")
    assert by_name(maker, listing) == [("Drug Policy Alliance (DPA)", 1)]
    assert len(by_name(maker, listing, maker.listing("b", "Drake House"))) == 3


def at(maker, id, city="", state="", country="", neighborhood="", **more):
    address = model.Address(city=city, state_province=state, country=country, neighborhood=neighborhood)
    return maker.listing(id, locations=(model.Location(address=address),), **more)


def shown(rows):
    """Each row in words: a heading alone, what is run in behind its colon, what is in a group behind two spaces."""
    return [
        "  " + row.text
        if row.level == INSIDE
        else f"{row.bold}: {row.text}"
        if row.bold and row.text
        else row.bold
        for row in rows
    ]


def test_places_are_states_then_countries(maker):
    """States in full from A to Z, other countries behind them, towns in each; a single place is run in."""
    places = (
        ("n", "New York", "NY", ""),
        ("o", "Oakland", "CA", ""),
        ("p", "Oakland", "CA", ""),
        ("v", "Vancouver", "BC", "CA"),
        ("b", "Albany", "CA", ""),
        ("z", "Bern", "", "CH"),
    )
    rows = rows_by_place(maker.guide(maker.section(*(at(maker, *each) for each in places))), ENGLISH)
    assert shown(rows) == [
        "California",
        "Albany: Name of b",
        "Oakland",
        "  Name of o",
        "  Name of p",
        "New York",
        "New York: Name of n",
        "Canada",
        "Vancouver: Name of v",
        "Switzerland",
        "Bern: Name of z",
    ]
    assert {row.bold for row in rows if row.level == REGION} == {
        "California",
        "New York",
        "Canada",
        "Switzerland",
    }


def test_one_state_has_no_heading(maker):
    """Nor has the country; the whole of the state stands at its letter."""
    whole = maker.listing("s", service_areas=(model.ServiceArea(state_province="IL"),))
    rows = rows_by_place(
        maker.guide(maker.section(at(maker, "a", "Alton", "IL"), whole, at(maker, "z", "Zion", "IL"))),
        ENGLISH,
    )
    assert shown(rows) == ["Alton: Name of a", "Statewide: Name of s", "Zion: Name of z"]


@pytest.mark.parametrize("count,listed", [(2, True), (3, False)])
def test_the_town_of_more_than_half_is_not_listed(maker, count, listed):
    """Every place that is not named is there."""
    many = [at(maker, f"m{number}", "Marlow", "IL") for number in range(count)]
    few = [at(maker, f"f{number}", "Alton", "IL") for number in range(2)]
    rows = shown(rows_by_place(maker.guide(maker.section(*many, *few)), ENGLISH))
    assert ("Marlow: every place that is not named here" in rows) is not listed
    assert ("  Name of m0" in rows) is listed and "  Name of f0" in rows


def test_the_neighborhoods_of_the_town_of_more_than_half_are_listed(maker):
    """In its place where all of its listings are in one of them."""

    def rows(*parts):
        """The rows for listings of Marlow in these neighborhoods, and two more in Alton."""
        many = [
            at(maker, f"m{number}", "Marlow", "IL", neighborhood=part) for number, part in enumerate(parts)
        ]
        few = [at(maker, f"f{number}", "Alton", "IL", neighborhood="Hillside") for number in range(2)]
        return shown(rows_by_place(maker.guide(maker.section(*many, *few)), ENGLISH))

    others, alton = "Marlow: every place that is not named here", ["Alton", "  Name of f0", "  Name of f1"]
    assert rows("Docks", "Docks", "") == [*alton, "Docks", "  Name of m0", "  Name of m1", others]
    assert rows("Docks", "Docks", "Old Town") == [
        *alton,
        *("Docks", "  Name of m0", "  Name of m1"),
        "Old Town: Name of m2",
    ]


def test_where_all_are_in_one_town_there_is_no_index_by_place(maker):
    assert rows_by_place(maker.guide(maker.section(at(maker, "a", "Marlow", "IL"))), ENGLISH) == []


def test_a_town_with_two_offices_is_named_once(maker):
    """One row for a listing in a place."""
    two = maker.listing(locations=(maker.office(street="1 A"), maker.office(street="2 B")))
    others = [at(maker, f"f{number}", "Alton", "IL") for number in range(2)]
    rows = rows_by_place(maker.guide(maker.section(two, *others)), ENGLISH)
    assert "Chicago: Name of one" in shown(rows)


def test_topics_and_other_words_for_them(maker):
    """Sorted together, another word with the same rows; a word for a topic that no listing has is left out."""
    guide = maker.guide(
        maker.section(
            maker.listing(services=("Naloxone",)), maker.listing("two", services=("Food", "Naloxone"))
        ),
        topic_synonyms=(("Narcan", "Naloxone"), ("Meals", "Food"), ("Beds", "Shelter")),
    )
    assert shown(rows_by_topic(guide)) == [
        "Food: Name of two",
        "Meals: Name of two",
        "Naloxone",
        "  Name of one",
        "  Name of two",
        "Narcan",
        "  Name of one",
        "  Name of two",
    ]


@pytest.mark.parametrize("count,seen", [(3, False), (4, True)])
def test_another_word_for_a_long_topic_leads_to_it(maker, count, seen):
    listings = [maker.listing(f"n{number}", services=("Food",)) for number in range(count)]
    rows = rows_by_topic(maker.guide(maker.section(*listings), topic_synonyms=(("SNAP", "Food"),)))
    assert ("SNAP: Food" in shown(rows)) is seen


@pytest.mark.parametrize(
    "count,expected",
    [
        (2, [True, True, False]),
        (4, [True, True, True, True, False]),
        (5, [True, True, False, False, True, False]),
        (7, [True, True, False, False, False, False, True, False]),
    ],
)
def test_what_stays_together(count, expected):
    """A group of up to four; of a longer one the first two and the last two."""
    rows = [IndexRow("", bold="group"), *(IndexRow(str(n), "x", INSIDE) for n in range(count))]
    assert glued(rows) == expected and glued([*rows, IndexRow("x", "x")]) == [*expected, False]
    region = IndexRow("", bold="Ohio", level=REGION)
    assert glued([region, *rows]) == [True, *expected]
    assert list(groups_of([region, *rows])) == ["", "", *["group"] * count]


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


def test_pages_take_the_place_of_names(maker):
    """A group becomes a line; one of its listings for each page; what has no group stays as it is."""
    rows = [
        IndexRow("", bold="Beds"),
        IndexRow("Abbey", "a", INSIDE),
        IndexRow("Harbor", "b", INSIDE),
        IndexRow("Quarry", "c", INSIDE),
        IndexRow("Van", "d", bold="Dentist"),
    ]
    pages = {"a": 4, "b": 4, "c": 7}
    guide = maker.guide(maker.section(*(maker.listing(id) for id in "cabd")))
    beds, dentist = in_pages(guide, rows, pages.get)
    assert beds == IndexRow("", bold="Beds", pages=("c", "a")) and not beds.heads and dentist == rows[-1]
