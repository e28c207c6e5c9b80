"""What became of every row, and every change that was made: the report of an import.

Each row that was read has one fate: it is a listing, it went into one, or it was left out. The sums of the
report are counted from these, so that they cannot say more than what happened.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from guide.exchange.origin import Cell, Origin

Fate: TypeAlias = Literal["listing", "merged", "left out"]
LISTING: Fate = "listing"
MERGED: Fate = "merged"
LEFT_OUT: Fate = "left out"


class Note(NamedTuple):
    """A change, or a doubt, about a cell."""

    at: Origin
    kind: str  # one of the kinds that the report groups by: "capitals", "hours not read"
    before: str = ""
    after: str = ""


class Lot(NamedTuple):
    """What became of a row, and why."""

    fate: Fate
    reason: str = ""  # for people: "private", "belongs to no organization", "the same place as its agency"


class Sums(NamedTuple):
    """records in = listings out + merged + left out."""

    read: int
    listings: int
    merged: int
    left_out: int


@dataclass(slots=True)
class Ledger:
    """Collects while an import runs; nothing else of an import is changed in place."""

    lots: dict[Origin, Lot | None] = field(default_factory=dict)  # {row: its fate}, None until it is known
    notes: list[Note] = field(
        default_factory=list
    )  # each once, though a location may be cleaned with each service
    told: set[Note] = field(default_factory=set, repr=False)

    def read(self, row: Origin) -> None:
        """A row was read."""
        self.lots.setdefault(row, None)

    def settle(self, rows: Iterable[Origin], fate: Fate, reason: str = "") -> None:
        """Say what became of rows. The first fate of a row stays; of a listing's rows the first is the listing."""
        for row in rows:
            if self.lots.get(row) is None:
                self.lots[row] = Lot(fate, reason)

    def listing(self, rows: Iterable[Origin], into: str) -> None:
        """Rows that became the listing `into`: the first of them counts as it, the others went into it."""
        first, *others = rows
        self.lots[first] = Lot(LISTING, into)
        self.settle(others, MERGED, into)

    def note(self, cell: Cell, kind: str, after: str = "") -> None:
        """A cell was changed (`after` says how it reads now), or is doubtful."""
        self._add(Note(cell.at, kind, cell.text, after))

    def tell(self, at: Origin, kind: str, what: str = "") -> None:
        """Something about a row or a whole source."""
        self._add(Note(at, kind, what))

    def _add(self, note: Note) -> None:
        if note not in self.told:
            self.told.add(note)
            self.notes.append(note)

    @property
    def sums(self) -> Sums:
        """Counted from the fates. Rows without one would make them wrong: see `lost`."""
        count = Counter(lot.fate for lot in self.lots.values() if lot)
        return Sums(len(self.lots), count[LISTING], count[MERGED], count[LEFT_OUT])

    def lost(self) -> Iterator[Origin]:
        """Rows whose fate nobody told: there must be none at the end."""
        return (row for row, lot in self.lots.items() if lot is None)
