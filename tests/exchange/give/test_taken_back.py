"""A table that was made here, taken back."""

from guide.exchange.give.taken_back import begun_with, sections_taken_back
from guide.exchange.ledger import Ledger
from guide.exchange.tables import Row, Table
from guide.starter import Beginning


def table(*rows):
    """A table of rows, {column: cell}."""
    columns = dict.fromkeys(column for row in rows for column in row)
    return Table("a.csv", "a", tuple(columns), tuple(Row(number, row) for number, row in enumerate(rows, 2)))


def taken(*rows):
    """(sections, ledger) of a table."""
    ledger = Ledger()
    return sections_taken_back([table(*rows)], ledger), ledger


LISTING = {"row": "listing", "id": "a", "section_id": "food", "section": "Food", "name": "A"}


def test_rows_become_listings_with_their_parts():
    sections, ledger = taken(LISTING, {"row": "office", "id": "a", "name": "Pier", "city": "Bend"}, {"row": "see", "id": "b", "section_id": "food"})  # fmt: skip
    (section,) = sections
    assert (section.id, section.title, section.see) == ("food", "Food", ("b",))
    assert section.listings[0].values == {"id": "a", "name": "A", "locations": [{"name": "Pier", "address": {"city": "Bend"}}]}  # fmt: skip
    assert ledger.sums == (3, 1, 2, 0)


def test_a_row_that_somebody_has_added_needs_neither_id_nor_kind():
    """Nor a section."""
    sections, _ = taken(LISTING, {"name": "New Place", "phone_1": "'+1 773 471 0999"})
    assert [(each.id, each.title) for each in sections] == [("food", "Food"), ("listings", "Listings")]
    assert sections[1].listings[0].values == {
        "id": "new-place",
        "name": "New Place",
        "phones": ["+1 773 471 0999"],
    }


def test_what_belongs_nowhere_is_told():
    _, ledger = taken(LISTING, LISTING, {"row": "office", "id": "x", "name": "Pier"}, {"row": "listing", "id": "y"}, {"row": "Note", "name": "B", "colour": "red"})  # fmt: skip
    assert [lot.reason for lot in ledger.lots.values()][1:] == [
        "a second listing with the id a",
        "belongs to no listing above it",
        "a listing without a name",
        '"note" is no kind of row',
    ]
    assert [note.before for note in ledger.notes] == ["colour"]


def test_where_a_confidential_place_is_comes_into_no_file():
    """Though somebody has written it into the table."""
    place = {"row": "office", "id": "a", "city": "Bend", "address_1": "9 Elm", "confidential": "Yes", "latitude": "1", "care_of": "Ana"}  # fmt: skip
    sections, _ = taken(LISTING, place)
    assert sections[0].listings[0].values["locations"] == [
        {"address": {"city": "Bend", "confidential": "yes"}}
    ]


def test_a_new_guide_begins_as_the_table_says():
    tables = [table({"row": "guide", "name": "Help", "language": "es", "country": "MX"})]
    beginning, country = begun_with(Beginning(), tables)
    assert (beginning.title, beginning.language, country) == ("Help", "es", "MX")
    assert begun_with(Beginning(title="Mine"), tables)[0].title == "Mine"
