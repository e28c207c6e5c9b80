"""What became of every row: the sums of an import's report are counted, not said."""

from guide.exchange.ledger import LEFT_OUT, MERGED, Ledger
from guide.exchange.origin import Cell, Origin


def rows(*numbers):
    """Rows of a source."""
    return tuple(Origin("agencies.csv", number) for number in numbers)


def test_every_row_has_one_fate_and_the_first_stays():
    """A row that was left out as private does not come back as part of a listing."""
    ledger = Ledger()
    for row in rows(2, 3, 4, 5):
        ledger.read(row)
    ledger.settle(rows(3), LEFT_OUT, "private")
    ledger.listing(rows(2, 3, 4), "food-bank")
    ledger.settle(rows(5), MERGED, "food-bank")
    assert ledger.sums == (4, 1, 2, 1)
    assert ledger.lots[rows(3)[0]] == (LEFT_OUT, "private")


def test_a_row_that_nobody_told_of_is_found():
    """Nothing is dropped in silence."""
    ledger = Ledger()
    ledger.read(rows(2)[0])
    assert list(ledger.lost()) == list(rows(2))


def test_a_change_stands_with_its_cell():
    """The owner of a spreadsheet finds the cell."""
    ledger = Ledger()
    ledger.note(Cell("FOOD BANK", Origin("agencies.csv", 7, "Name")), "capitals", "Food Bank")
    (note,) = ledger.notes
    assert (str(note.at), note.before, note.after) == ("agencies.csv, row 7, Name", "FOOD BANK", "Food Bank")


def test_what_is_told_is_told_once():
    """A location is cleaned with each of its services, and is one all the same."""
    ledger = Ledger()
    cell = Cell("FOOD BANK", Origin("agencies.csv", 7, "Name"))
    for _ in range(3):
        ledger.note(cell, "capitals", "Food Bank")
        ledger.tell(rows(7)[0], "odd", "twice")
    assert [note.kind for note in ledger.notes] == ["capitals", "odd"]
