"""Rows become records, and what is not taken is told."""

from guide.exchange.ledger import Ledger
from guide.exchange.mapping.model import Rule, SourceMapping, TableMapping, Take
from guide.exchange.records import read_records
from tests.exchange.made_tables import nested, table

NAME = Take(columns=("name",))


def read(tables, *rules):
    """(records, ledger)."""
    ledger = Ledger()
    return read_records(tables, SourceMapping(name="a", tables=rules), ledger), ledger


def told(ledger):
    """[(column, kind, what)] of the notes."""
    return [(note.at.column, note.kind, note.before) for note in ledger.notes]


def fates(ledger):
    """[(row, reason)] of the rows that were left out."""
    return [(at.row, lot.reason) for at, lot in ledger.lots.items() if lot]


def test_rows_are_what_the_first_rule_about_them_says():
    """A row that no rule is about is told with what it says."""
    sites = table("sites", "kind,name\nSite,A\nAGENCY,B\nGhost,C\n,D\n")
    records, ledger = read(
        (sites,),
        TableMapping(where={"Kind": ("Agency",)}, role="organization", fields={"name": NAME}),
        TableMapping(where={"Kind": ("Site",)}, role="location", fields={"name": NAME}),
    )
    assert [(record.role, record.cells["name"][0].text) for record in records] == [
        ("location", "A"),
        ("organization", "B"),
    ]
    assert len(ledger.lots) == 4
    assert fates(ledger) == [
        (4, 'no rule takes rows where kind is "Ghost"'),
        (5, 'no rule takes rows where kind is ""'),
    ]


def test_a_row_may_be_two_records():
    """The organization of each service stands beside it."""
    rows = table("a", "agency,name\nFood Bank,Soup\nFood Bank,Bread\n")
    records, ledger = read(
        (rows,),
        TableMapping(role="service", fields={"name": NAME}),
        TableMapping(role="organization", also=True, fields={"name": Take(columns=("agency",))}),
        TableMapping(role="listing", fields={"name": NAME}),
    )
    assert [record.role for record in records] == ["service", "organization"] * 2
    assert told(ledger) == []


def test_what_nothing_takes_is_told_once_with_its_count():
    """A column with its cells, a table with its rows; empty ones are nothing."""
    services = table("services", "name,notes,empty\nA,x,\nB,y,\nC,,\n")
    funding = table("funding", "id,source\n1,City\n")
    records, ledger = read((services, funding), TableMapping(table="service", fields={"name": NAME}))
    assert len(records) == 3
    assert told(ledger) == [("notes", "column not taken", "2 cells"), ("", "table not taken", "1 rows")]
    assert fates(ledger) == [(2, "no rule takes the table funding")]


def test_rows_of_instructions_are_no_data():
    """As the mapping says."""
    records, ledger = read(
        (table("a", "name\nWrite the name here\nFood Bank\n"),), TableMapping(skip=1, fields={"name": NAME})
    )
    assert [record.at.row for record in records] == [3]
    assert fates(ledger) == [(2, "no data, as the mapping says")]


def test_a_first_row_whose_id_is_a_number_is_data_after_all():
    """Where the mapping says so."""
    rule = TableMapping(skip=1, skip_unless="ID", fields={"name": NAME})
    assert len(read((table("a", "id,name\n7,Food Bank\n8,Legal Aid\n"),), rule)[0]) == 2
    assert len(read((table("a", "id,name\nNumber,Name\n8,Legal Aid\n"),), rule)[0]) == 1
    assert len(read((table("a", "name\nName\nLegal Aid\n"),), rule)[0]) == 1


def test_a_column_of_two_fields_is_not_told_as_one_that_is_not_taken():
    """It is taken by the other."""
    first = Take(columns=("name", "official"))
    other = {"alternate_names": Take(columns=("official",))}
    rows = table("a", "name,official\nA,A Inc.\n")
    assert [note.kind for note in read((rows,), TableMapping(fields={"name": first}))[1].notes] == [
        "not taken, another column is filled"
    ]
    assert read((rows,), TableMapping(fields={"name": first, **other}))[1].notes == []


def test_a_record_that_is_to_stay_out_is_marked():
    """What is private about it must be known, so that it stands nowhere else."""
    rows = table("a", "name,status,hidden\nA,Active,\nB,INACTIVE,\nC,,Yes\nD,closed,no\n")
    rules = (Rule(column="status", values=("inactive",), reason="inactive"), Rule(column="hidden"))
    records, _ = read((rows,), TableMapping(fields={"name": NAME}, leave_out=rules))
    assert [record.leave_out for record in records] == ["", "inactive", "hidden is Yes", ""]
    unless = (Rule(column="status", values=("active",), unless=True),)
    records, _ = read((rows,), TableMapping(fields={"name": NAME}, leave_out=unless))
    assert [record.leave_out for record in records] == ["", "status is INACTIVE", "", "status is closed"]


def test_a_column_that_nobody_uses_is_not_asked():
    """It says of all rows that they stay out; a pattern is compared as such, what stands for nothing says nothing."""
    rule = Rule(column="listed", values=("No",), unless_most=True)
    made = TableMapping(fields={"name": NAME}, leave_out=(rule,))
    records, ledger = read((table("a", "name,listed\n" + "A,No\n" * 20),), made)
    assert {record.leave_out for record in records} == {""}
    assert told(ledger) == [("listed", "says that nearly all rows stay out, not asked", "")]
    records, _ = read((table("a", "name,listed\n" + "A,No\nB,Yes\n" * 10),), made)
    assert [bool(record.leave_out) for record in records] == [True, False] * 10


def test_a_day_that_stands_for_none_keeps_nobody_out():
    """Nor does NULL."""
    rule = Rule(column="gone", values=(r"/.*\b1900\b.*/",), unless=True, reason="inactive")
    rows = table("a", "name,gone\nA,1900-01-01 00:00:00\nB,2012-07-08\nC,NULL\nD,1/1/1900\nE,\n")
    records, _ = read((rows,), TableMapping(fields={"name": NAME}, leave_out=(rule,)))
    assert [record.leave_out for record in records] == ["", "inactive", "", "", ""]


def test_a_private_phone_stays_known_as_private():
    """Other details that stay out are gone at once."""
    rows = table("phones", "number,note,public\n1,x,no\n2,y,yes\n")
    rule = (Rule(column="public", values=("no",)),)
    (first, second), _ = read(
        (rows,),
        TableMapping(
            role="detail", groups={"phones": ({"number": Take(columns=("number",))},)}, leave_out=rule
        ),
    )
    assert [cell.text for cell in first.groups["phones"][0].values()] == ["1", "yes"]
    assert set(second.groups["phones"][0]) == {"number"}
    records, ledger = read(
        (rows,), TableMapping(role="detail", fields={"remark": Take(columns=("note",))}, leave_out=rule)
    )
    assert len(records) == 1
    assert fates(ledger) == [(2, "public is no")]


def test_what_was_nested_says_where_it_stood():
    """Behind what the mapping says of it; "null" is nobody's id."""
    phones = nested(
        "phones", {"parent_table": "services", "parent_id": "7", "org": "3", "number": "1"}, {"org": "NULL"}
    )
    (first, second), ledger = read(
        (phones,), TableMapping(role="detail", parents={"organization": Take(columns=("org",))})
    )
    assert [(level, cell.text) for level, cell in first.parents] == [("organization", "3"), ("services", "7")]
    assert second.parents == []
    assert told(ledger) == [("number", "column not taken", "1 cells")]
