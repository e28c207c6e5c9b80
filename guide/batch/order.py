"""What the command asks for, which its folder remembers, and how a run ended."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from guide.batch.choose import Request
from guide.batch.ledger import LEDGER, Ledger
from guide.batch.packing import FOLDER
from guide.errors import Problem
from guide.frozen import frozen

MOST_TOLD = 5_000  # problems; the table has all


@frozen
class Order:
    """What the command asks for."""

    content: Path  # the folder
    people: Path
    out: Path  # the folder for the handouts
    request: Request = Request()
    name: str = ""  # template of the files' names; "": the column file, or the row's number
    packing: str = FOLDER
    merged: str = ""  # name of the file, where they are one document
    force: bool = False  # make again what has not changed
    clear: bool = False  # delete the handouts of rows that are no more
    today: date | None = None
    scheduler: str = ""  # address of the one of a cluster


@dataclass(kw_only=True, slots=True)
class Outcome:
    """How a run ended."""

    made: int = 0
    unchanged: int = 0
    failed: int = 0
    pages: int = 0  # of those that were made
    packed: list[str] = field(default_factory=list)  # files in which many handouts lie
    gone: list[str] = field(default_factory=list)  # files of rows that are no more
    problems: list[Problem] = field(default_factory=list)

    def tell(self, problems: Iterable[Problem]) -> None:
        """Keep problems for the end, unless they are too many for anybody."""
        self.problems += list(problems)[: max(0, MOST_TOLD - len(self.problems))]


OPTIONS = ("edition", "greeting", "pages", "two")  # of a request


def options_of(order: Order) -> dict[str, str]:
    """What was asked for, as a folder remembers it."""
    request = {name: str(getattr(order.request, name) or "") for name in OPTIONS}
    return request | {"name": order.name, "packing": order.packing, "merged": order.merged}


def asked_again(order: Order) -> Order | None:
    """The order with what was asked for when the handouts in its folder were made; None where there are none."""
    if not (order.out / LEDGER).exists():
        return None
    with Ledger(order.out) as ledger:
        kept = ledger.options()
    request = Request(
        edition=kept["edition"],
        greeting=kept["greeting"],
        pages=int(kept["pages"]),
        two=bool(kept["two"]),
    )
    return replace(order, request=request, name=kept["name"], packing=kept["packing"], merged=kept["merged"])
