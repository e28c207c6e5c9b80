"""What is told of a record."""

from guide.exchange.ledger import Ledger
from guide.exchange.shape.telling import all_rows, teller
from tests.exchange.shape.made import item, organization


def test_a_value_is_told_with_its_row_and_key():
    ledger = Ledger()
    tell = teller(item(row=7), ledger)
    tell.lost("hours", ["Mo", "Tu"], "left out")
    tell.told("doubt", "a", "b")
    assert [(str(note.at), *note[1:]) for note in ledger.notes] == [("a.csv, row 7, hours", "left out", "Mo, Tu", ""), ("a.csv, row 7", "doubt", "a", "b")]  # fmt: skip


def test_rows_are_those_of_all_that_it_has():
    one = organization(row=2, locations=[item(row=3)], services=[item(row=4, locations=[item(row=3)])])
    assert [row.row for row in all_rows(one)] == [2, 3, 4]
