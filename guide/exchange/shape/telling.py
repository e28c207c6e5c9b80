"""What is told of a record while it takes its shape."""

from typing import NamedTuple

from guide.content.edit import Plain
from guide.exchange.items import Item
from guide.exchange.ledger import Ledger
from guide.exchange.origin import Cell, Origin
from guide.exchange.shape.keys import flat

NOWHERE = Origin("", 0)


class Teller(NamedTuple):
    """Tells about one record."""

    ledger: Ledger
    row: Origin

    def lost(self, key: str, value: Plain, why: str) -> None:
        """A value found no place."""
        self.ledger.note(Cell(flat(value), self.row._replace(column=key)), why)

    def told(self, kind: str, before: str = "", after: str = "") -> None:
        """Something about the record."""
        self.ledger.note(Cell(before, self.row), kind, after)


def teller(item: Item, ledger: Ledger) -> Teller:
    """Tells about an item, at its own row."""
    return Teller(ledger, item.rows[0] if item.rows else NOWHERE)


def all_rows(item: Item) -> list[Origin]:
    """The rows of an item and of all that it has, its own first, none twice."""
    found = dict.fromkeys(item.rows)
    for each in (*item.locations, *item.services):
        found |= dict.fromkeys(all_rows(each))
    return list(found)
