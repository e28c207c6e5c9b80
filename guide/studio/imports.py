"""What is being imported: the files that were handed over, what was chosen for their columns, and the work on them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from multiprocessing import get_context
from typing import Any

from guide.errors import GuideError, Problem
from guide.exchange.bring_in import STAGES
from guide.output import Rule, delete, remove_empty, write_atomically
from guide.studio.events import Json
from guide.studio.history import FOLDER, Step
from guide.studio.import_work import DONE, GONE, REFUSED, STAGE, Columns, Row, Task, Told, work
from guide.studio.saves import Saves
from guide.studio.studio import Studio
from guide.studio.taken import Changed, Files, take_in

MOST, MOST_MB = 40_000_000, 40  # bytes of all files together
MOST_FILES = 60
OWN = Rule(lambda old: True)  # nothing but files of an import lies in its folder
FILE, READING, COLUMNS, REPORTING, REPORT, TAKEN = (
    "file",
    "reading",
    "columns",
    "reporting",
    "report",
    "taken",
)
BUSY = (READING, REPORTING)


class TooLarge(Exception):
    """More than an import may have."""


class Refused(GuideError):
    """It cannot be done, and why."""


class Stopped(Exception):
    """The work was stopped."""


class Intake:
    """The import of a studio: one at a time, the same in every tab.

    What is handed over lies in a folder of the studio's own, for the user alone, and is deleted when it is taken in, when
    somebody begins anew, and when the studio begins or ends.
    """

    def __init__(self, studio: Studio) -> None:
        self.studio = studio
        self.folder = studio.out / FOLDER / "import"
        self.lock = threading.RLock()
        self.asking = threading.Lock()
        self.process: Any = None
        self.pipe: Any = None
        self.state = FILE
        self.stopped = False
        self.thread: threading.Thread | None = None
        self.clear()

    def clear(self) -> None:
        """Begin anew: nothing is handed over."""
        with self.lock:
            self.stop()
            self.state = FILE
            self.stage = 0
            self.files: list[str] = []
            self.addresses: tuple[str, ...] = ()
            self.chosen: dict[tuple[str, str], str] = {}
            self.section = ""
            self.columns: Columns | None = None
            self.told: Told | None = None
            self.problems: tuple[Problem, ...] = ()
            self.again = False  # the report was made anew, since the guide was changed meanwhile
            self.step: Step | None = None
            self.delete()

    # --- files ----------------------------------------------------------------------------------

    def hand_over(self, name: str, data: bytes) -> None:
        """Keep a file. Raises TooLarge where there are too many, or too much is in them."""
        with self.lock:
            if self.state != FILE:
                self.clear()
            if len(data) + sum(self.sizes()) > MOST or len(self.files) >= MOST_FILES:
                raise TooLarge
            write_atomically(self.folder / str(len(self.files)), data, OWN, private=True)
            self.files.append(plain_name(name) or "table")
            self.problems = ()

    def delete(self) -> None:
        """Delete what was handed over; a studio for looking only leaves that of another one."""
        for path in () if self.studio.read_only else self.folder.glob("*"):
            with suppress(OSError):
                delete(path, OWN)
        remove_empty(self.folder)

    def sizes(self) -> Iterator[int]:
        """Yield the sizes of the files, in bytes."""
        for place in range(len(self.files)):
            with suppress(OSError):
                yield (self.folder / str(place)).stat().st_size

    @property
    def name(self) -> str:
        """What is imported, in a few words."""
        names = [*self.files, *(plain_name(each) or each for each in self.addresses)]
        return ", ".join(names[:3]) + (" ..." if len(names) > 3 else "")

    # --- the process ----------------------------------------------------------------------------

    def begin(self, addresses: tuple[str, ...] = ()) -> None:
        """Read what was handed over, in the background."""
        with self.lock:
            self.addresses = addresses
            if self.files or addresses:
                self.go(READING, "columns", (self.chosen,))

    def report(self) -> None:
        """Make the report, in the background; nothing is written."""
        with self.lock:
            if self.columns is not None:
                self.go(REPORTING, "report", (self.chosen, self.section))

    def go(self, state: str, what: str, values: tuple[Any, ...]) -> None:
        """Have something done while the studio goes on."""
        if self.state in BUSY:
            return
        before = self.state
        self.state, self.stage, self.problems, self.stopped = state, 0, (), False
        self.thread = threading.Thread(target=self._go, args=(before, what, values), daemon=True)
        self.thread.start()

    def _go(self, before: str, what: str, values: tuple[Any, ...]) -> None:
        """Wait for what is done; what cannot be done leads back to where it was asked for."""
        self.tell()
        back = COLUMNS if what == "report" else before
        try:
            found = self.ask(what, values)
        except (Stopped, KeyError):
            self.settle(back, what, ())
        except Refused as refused:
            self.settle(back, what, refused.problems)
        else:
            with self.lock:
                if what == "columns":
                    known = found.section in self.studio.seen.owners.sections
                    self.section = found.section if known else ""
                    self.columns, self.state = found, COLUMNS
                else:
                    self.told, self.state = found, REPORT
            self.tell()

    def settle(self, state: str, what: str, problems: tuple[Problem, ...]) -> None:
        """Go back to a state, and say why; unless somebody has begun anew meanwhile."""
        with self.lock:
            self.stopped = False
            if self.state in BUSY:
                self.state, self.problems = state, problems
                if what == "columns":
                    self.files, self.addresses = [], ()
                    self.delete()
        self.tell()

    def ask(self, what: str, values: tuple[Any, ...]) -> Any:
        """What comes of it. Raises Refused, Stopped, or KeyError for what is not there."""
        with self.asking:
            pipe = self.started()
            try:
                pipe.send((what, values))
                while True:
                    kind, value = pipe.recv()
                    if kind != STAGE:
                        break
                    self.stage = STAGES.index(value)
                    if self.state in BUSY:
                        self.tell()
            except (EOFError, OSError) as error:
                raise Stopped from error
        if kind == REFUSED:
            raise Refused(value)
        if kind == GONE:
            raise KeyError(what)
        assert kind == DONE
        return value

    def started(self) -> Any:
        """The way to the process, which is begun where there is none."""
        with self.lock:
            if self.stopped:
                raise Stopped
            if self.process is None:
                context = get_context("spawn")  # a copy of a process with threads is not safe
                self.pipe, there = context.Pipe()
                task = Task(
                    self.studio.content,
                    self.folder,
                    tuple(self.files),
                    self.addresses,
                    self.studio.today or date.today(),
                )
                self.process = context.Process(target=work, args=(there, task), daemon=True)
                self.process.start()
                there.close()
            return self.pipe

    def stop(self) -> None:
        """End the work; what was there before stays."""
        with self.lock:
            self.stopped = self.state in BUSY
            process, self.process = self.process, None
            if process is not None:
                process.terminate()

    def wait(self, seconds: float = 60.0) -> None:
        """Wait until what was asked for is done."""
        thread = self.thread
        if thread is not None:
            thread.join(seconds)

    def tell(self) -> None:
        """Tell every tab how far it is."""
        said: dict[str, Json] = {"state": self.state, "stage": self.stage}
        self.studio.events.tell("import", said)

    # --- columns --------------------------------------------------------------------------------

    def choose(self, table: str, column: str, target: str) -> None:
        """Let a column go into something else. Raises Refused, Stopped, KeyError."""
        chosen = {key: each for key, each in self.chosen.items() if key != (table, column)}
        chosen |= {(table, column): target}
        columns = self.ask("columns", (chosen,))
        with self.lock:
            self.chosen, self.columns, self.state, self.told = chosen, columns, COLUMNS, None

    def row(self, number: int) -> Row:
        """One of the rows as a listing. Raises Refused, Stopped, KeyError."""
        row: Row = self.ask("row", (self.chosen, number))
        return row

    def back(self) -> None:
        """One step back."""
        with self.lock:
            if self.state == REPORT:
                self.state, self.told, self.again = COLUMNS, None, False
            elif self.state not in BUSY:
                self.clear()

    # --- taken in -------------------------------------------------------------------------------

    def take_in(self, saves: Saves, by: str) -> bool:
        """Write what the report tells, as one step that can be undone; False where the guide has changed, and the report is made anew."""
        with self.lock:
            told = self.told
            if told is None or self.state != REPORT:
                raise KeyError(self.state)
            try:
                step = take_in(saves, Files(self.name, told.files, told.before), by)
            except Changed:
                self.state, self.again = COLUMNS, True
                self.report()
                return False
            self.clear()
            self.told, self.step = told, step
            self.state = TAKEN  # last: whoever sees it sees the others
        self.tell()
        return True


def plain_name(name: str) -> str:
    """The name of a file without folders, and without what cannot be seen."""
    last = name.split("?")[0].rstrip("/").replace("\\", "/").rpartition("/")[2]
    return "".join(letter for letter in last if letter.isprintable())[-120:].strip()
