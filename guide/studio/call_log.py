"""What came of the calls: kept beside the history of changes, with the hour of each, never in the content."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path

from guide.frozen import frozen
from guide.output import Rule, write_atomically
from guide.studio.history import FOLDER

RIGHT, CLOSED, UNPRINTED = DONE = ("right", "closed", "unprinted")
NO_ANSWER, LATER = PUT_OFF = ("no_answer", "later")
MOST = 2000  # calls that are kept
BEGINS = b'{"calls": ['


@frozen
class Called:
    """What came of a call."""

    number: int = 0
    listing: str  # its id
    kind: str  # one of DONE or PUT_OFF
    by: str
    day: str  # as 2026-03-14
    when: float = 0.0
    steps: tuple[int, ...] = ()  # of the history, by which it was written, the last one last
    keys: tuple[str, ...] = ()  # that were changed on the telephone
    undone: bool = False


class CallLog:
    """The calls, in one file."""

    def __init__(self, out: Path) -> None:
        self.path = out / FOLDER / "calls.json"
        self.calls = {call.number: call for call in self._read()}

    def _read(self) -> Iterator[Called]:
        """Yield the calls on the disk."""
        with suppress(OSError, ValueError, TypeError, KeyError):
            for row in json.loads(self.path.read_bytes())["calls"]:
                yield Called(**(row | {"steps": tuple(row["steps"]), "keys": tuple(row["keys"])}))

    def add(self, call: Called) -> Called:
        """Keep a call, beside those that another studio of the same folder has kept meanwhile."""
        self.calls = {each.number: each for each in self._read()} | self.calls
        call = replace(call, number=max(self.calls, default=0) + 1, when=time.time())
        self.calls[call.number] = call
        self._keep()
        return call

    def undo(self, number: int) -> None:
        """Mark a call as undone; KeyError for none."""
        self.calls[number] = replace(self.calls[number], undone=True)
        self._keep()

    def _keep(self) -> None:
        """Write the calls, without the oldest."""
        for number in sorted(self.calls)[:-MOST]:
            del self.calls[number]
        data = json.dumps({"calls": [asdict(each) for each in self.calls.values()]}).encode()
        write_atomically(self.path, data, Rule(lambda old: old.startswith(BEGINS)), private=True)
