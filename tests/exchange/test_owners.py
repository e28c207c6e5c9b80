"""Records by their ids and names."""

import pytest

from guide.exchange.ledger import Ledger
from guide.exchange.mapping.model import Rule, SourceMapping, TableMapping, Take
from guide.exchange.origin import Cell, Origin
from guide.exchange.owners import Index, export_of, owners_of
from guide.exchange.records import read_records
from tests.exchange.made_tables import table

HERE = Origin("other.csv", 5, "id")
ORGANIZATION = TableMapping(
    table="organizations",
    role="organization",
    id=Take(columns=("id",)),
    fields={"name": Take(columns=("name",)), "description": Take(columns=("about",))},
)


def indexed(text, *more):
    """(index, records that stay) of organizations."""
    ledger = Ledger()
    tables = (table("organizations", text), *(each for each, _ in more))
    rules = (ORGANIZATION, *(rule for _, rule in more))
    index = Index(ledger)
    return index, [
        index.add(record) for record in read_records(tables, SourceMapping(name="a", tables=rules), ledger)
    ]


def find(index, text, by_name=False, level="organization"):
    return index.find(level, Cell(text, HERE), by_name)


def test_an_id_is_found_as_it_is_and_as_spreadsheets_write_it():
    """The exact one comes first."""
    index, (one, two, three) = indexed("id,name\n007,A\n7,B\nX9,C\n")
    assert find(index, "7") is two
    assert find(index, "007") is one
    assert find(index, "7.0") is one
    assert find(index, "x9", level="Organization") is three
    assert find(index, "8") is None


def test_a_name_is_found_however_it_is_written():
    """Of two with one name the first is taken, which is told once."""
    index, (one, two, three) = indexed("id,name\n1,Food-Bank\n2,Legal Aid\n3,FOOD BANK\n")
    assert find(index, "legal  aid", by_name=True) is two
    assert find(index, "food bank", by_name=True) is one
    assert find(index, "food bank", by_name=True) is one
    assert find(index, "3", by_name=True) is three
    assert [note.kind for note in index.ledger.notes] == ["a name that stands twice, the first is taken"]


def test_an_organization_of_many_rows_stays_out_if_all_of_them_do():
    """It is made of those that may be shown, whichever comes first."""
    rule = TableMapping(
        role="organization", also=True, id=Take(columns=("agency",)),
        fields={"name": Take(columns=("agency",)), "description": Take(columns=("about",))},
        leave_out=(Rule(column="hidden", reason="private"),),
    )  # fmt: skip
    rows = table(
        "a", "agency,about,hidden\nA,secret,yes\nA,open,\nA,more secret,yes\nB,secret,yes\nB,secret,yes\n"
    )
    ledger = Ledger()
    index = Index(ledger)
    records = [
        index.add(each) for each in read_records((rows,), SourceMapping(name="a", tables=(rule,)), ledger)
    ]
    one, other = records[0], records[-1]
    assert (
        [cell.text for cell in one.cells["description"]],
        [row.row for row in one.rows],
        one.leave_out,
    ) == (["open"], [3], "")
    assert ([row.row for row in other.rows], other.leave_out) == ([5, 6], "private")


def test_a_record_that_comes_again_only_says_more():
    """In other words, which is told."""
    index, (one, again) = indexed("id,name,about\n1,Food Bank,Bread\n1,food bank,Soup\n")
    assert again is one
    assert [cell.text for cell in one.cells["description"]] == ["Bread", "Soup"]
    assert [row.row for row in one.rows] == [2, 3]
    assert ("an id that stands twice, with other words", "Soup") in [note[1:3] for note in index.ledger.notes]


def test_two_records_of_one_id_are_both_kept():
    """The second has a key of its own."""
    index, (one, two, three) = indexed("id,name\n1,Food Bank\n1,Legal Aid\n1,Shelter\n")
    assert [one.key, two.key, three.key] == ["1", "1 (2)", "1 (3)"]
    assert find(index, "1") is one
    assert [note.kind for note in index.ledger.notes] == ["an id that stands twice"] * 2


def test_a_detail_may_be_one_of_another():
    """The language of a contact's phone; one that leads in a circle has no owner."""
    contacts = TableMapping(
        table="contacts",
        role="detail",
        id=Take(columns=("id",)),
        parents={"organization": Take(columns=("org",))},
    )
    phones = TableMapping(table="phones", role="detail", id=Take(columns=("id",)),
                          parents={"contacts": Take(columns=("contact",)), "phones": Take(columns=("phone",))})  # fmt: skip
    index, (one, _, phone, circle) = indexed(
        "id,name\n1,A\n",
        (table("contacts", "id,org\nc,1\n"), contacts),
        (table("phones", "id,contact,phone\np,c,\nq,zz,q\n"), phones),
    )
    missing = {}
    assert list(owners_of(phone, index, missing)) == [one]
    assert list(owners_of(circle, index, missing)) == []
    assert [cell.text for cell in missing.values()] == ["zz"]


@pytest.mark.parametrize(
    "source, export",
    [
        ("data/services.csv", "data/"),
        ("C:\\data\\services.csv", "C:\\data\\"),
        ("services.csv", ""),
        ("county.zip: services.csv", "county.zip"),
        ("book.xlsx: Pantries", "book.xlsx"),
        ("https://example.org/api/services", "https://example.org/api/"),
    ],
)
def test_a_table_comes_from_an_export(source, export):
    """A folder, an archive, a workbook, a server."""
    assert export_of(source) == export
