"""Editions that are being made, one after the other, each in a process of its own: typing stays quick, and it can be stopped."""

from __future__ import annotations

import signal
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, NamedTuple

from guide.errors import GuideError, Problem
from guide.produce import NotAllMade, Request, produce
from guide.studio.events import Json
from guide.studio.studio import Studio
from guide.timing import STAGES

STAGE, MADE, FAILED, STOPPED = "stage", "made", "failed", "stopped"
WAITING = "waiting"


class Failure(NamedTuple):
    """Why an edition was not made; no problems where its process ended by itself."""

    digest: str  # of the content of which it could not be made
    problems: tuple[Problem, ...]


class Making:
    """Makes editions in the background; the files of an edition stay as they are until the new ones are whole."""

    def __init__(self, studio: Studio) -> None:
        self.studio = studio
        self.lock = threading.Lock()
        self.waiting: dict[str, str] = {}  # {name: digest of the content that it was asked for}
        self.now = ""  # the one that is being made
        self.stage = 0  # of STAGES, so many are done
        self.failures: dict[str, Failure] = {}
        self.thread: threading.Thread | None = None
        self.process: Any = None  # of the one that is being made
        self.stopped = False

    def make(self, names: Sequence[str], digest: str) -> None:
        """Make these editions of the content with a digest."""
        with self.lock:
            for name in names:
                if name not in self.waiting and name != self.now:
                    self.waiting[name] = digest
                    self.failures.pop(name, None)
            if self.waiting and self.thread is None:
                self.thread = threading.Thread(target=self._work, daemon=True)
                self.thread.start()
        self.tell({"state": WAITING})

    def stop(self, name: str) -> None:
        """Make an edition no more; what was made of it before stays."""
        with self.lock:
            if name in self.waiting:
                del self.waiting[name]
            elif name == self.now and self.process is not None:
                self.stopped = True
                self.process.terminate()
                return
        self.tell({"state": STOPPED, "name": name})

    def wait(self, seconds: float = 60.0) -> None:
        """Wait until all are made."""
        thread = self.thread
        if thread is not None:
            thread.join(seconds)

    def tell(self, said: Mapping[str, Json]) -> None:
        """Tell every tab."""
        self.studio.events.tell("editions", said)

    def _work(self) -> None:
        """Make what waits, until nothing does."""
        while True:
            with self.lock:
                if not self.waiting:
                    self.thread, self.now = None, ""
                    break
                name = next(iter(self.waiting))
                digest = self.waiting.pop(name)
                self.now, self.stage, self.stopped = name, 0, False
            said = self._make(name, digest)
            with self.lock:
                self.now, self.process = "", None
            self.tell(said)

    def _make(self, name: str, digest: str) -> dict[str, Json]:
        """Make an edition in a process of its own; what is to be told of it."""
        context = get_context("spawn")  # a copy of a process with threads is not safe
        here, there = context.Pipe(duplex=False)
        studio = self.studio
        process = context.Process(
            target=work, args=(there, studio.content, studio.out, name, studio.today), daemon=True
        )
        with here:
            with self.lock:
                process.start()
                self.process = process
            there.close()
            self.tell({"state": STAGE, "name": name, "stage": 0})
            kind, value = self._listen(here, name)
            process.join()
        if kind == MADE:
            return {"state": MADE, "name": name, "pages": value}
        if self.stopped:
            return {"state": STOPPED, "name": name}
        self.failures[name] = Failure(digest, value)
        return {"state": FAILED, "name": name}

    def _listen(self, here: Connection, name: str) -> tuple[str, Any]:
        """(MADE, pages) or (FAILED, problems): the last that the process says."""
        while True:
            try:
                kind, value = here.recv()
            except EOFError:
                return FAILED, ()
            if kind != STAGE:
                return kind, value
            self.stage = value
            self.tell({"state": STAGE, "name": name, "stage": value})


def work(there: Connection, content: Path, out: Path, name: str, today: date | None) -> None:
    """Make an edition, and say how far it is."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the studio ends it
    done = 0

    def lap(stage: str) -> None:
        nonlocal done
        if STAGES.index(stage) + 1 > done:
            done = STAGES.index(stage) + 1
            there.send((STAGE, done))

    with suppress(BrokenPipeError):  # the studio has ended
        there.send(made(content, out, Request(names=(name,), today=today, lap=lap)))


def made(content: Path, out: Path, request: Request) -> tuple[str, int | tuple[Problem, ...]]:
    """(MADE, pages) or (FAILED, problems)."""
    try:
        editions, _ = produce(content, out, request)
    except NotAllMade as error:
        return FAILED, next(iter(error.failed.values()))
    except GuideError as error:
        return FAILED, tuple(error.problems)
    return MADE, editions[0].pages
