"""Which slips of corrections an older edition has had: each takes the place of the one before."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypedDict

from guide.layout.compose.corrections import Correction, Note
from guide.layout.editions.slip import SlipFacts
from guide.output import Rule
from guide.problems.output import OTHER_SLIPS

SLIPS = "slips.json"  # beside the slips


class SlipRow(TypedDict):
    """A slip as the list keeps it."""

    number: int
    date: str  # as 2027-04-20
    corrections: int
    content: str  # a digest of what is corrected


class Slips(NamedTuple):
    """The slips so far, the last one of now."""

    rows: tuple[SlipRow, ...]

    @property
    def facts(self) -> SlipFacts:
        """Of the last one."""
        last = self.rows[-1]
        return SlipFacts(last["number"], last["number"] - 1, date.fromisoformat(last["date"]))

    def as_bytes(self) -> bytes:
        """The list as its file has it."""
        return (json.dumps({"slips": self.rows}, indent=1) + "\n").encode()


def is_list_of_slips(data: bytes) -> bool:
    """Whether this is a list of slips as it is written here."""
    return not data or read_rows(data) is not None


SLIPS_RULE = Rule(is_list_of_slips, OTHER_SLIPS)


def read_rows(data: bytes) -> tuple[SlipRow, ...] | None:
    """The slips of a list; None where it is none."""
    try:
        rows = json.loads(data)["slips"]
        found = [
            SlipRow(
                number=int(row["number"]),
                date=date.fromisoformat(row["date"]).isoformat(),
                corrections=int(row["corrections"]),
                content=str(row["content"]),
            )
            for row in rows
        ]
    except (ValueError, KeyError, TypeError):
        return None
    return tuple(found)


def slips_in(folder: Path) -> tuple[SlipRow, ...]:
    """The slips of a folder, the last one last; none where there is no list of ours."""
    path = folder / SLIPS
    return (read_rows(path.read_bytes()) if path.is_file() else None) or ()


def last_slip(folder: Path) -> int:
    """The number of the last slip in a folder, 0 for none."""
    rows = slips_in(folder)
    return rows[-1]["number"] if rows else 0


def slips_with(folder: Path, content: str, corrections: int, today: date) -> Slips:
    """The slips of a folder with the one of now: the last, where it says the same; else a new one of this day."""
    rows = slips_in(folder)
    if rows and rows[-1]["content"] == content:
        return Slips(rows)
    number = rows[-1]["number"] + 1 if rows else 1
    row = SlipRow(number=number, date=today.isoformat(), corrections=corrections, content=content)
    return Slips((*rows, row))


def content_of(corrections: Sequence[Correction], notes: Iterable[Note]) -> str:
    """A digest of what is corrected: the same corrections are the same slip."""
    said = [
        (each.number, each.page, each.name, each.change.kind, each.change.name, each.change.fields)
        for each in corrections
    ]
    return hashlib.sha256(repr((said, list(notes))).encode()).hexdigest()
