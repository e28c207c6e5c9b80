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

from guide.content.choose.printable import printable
from guide.errors import GuideError, Mark, Problem
from guide.layout.body.memory import Galley, GalleyMemory, MadeOf
from guide.manifest import whole_manifest
from guide.problems.output import NOT_WRITTEN
from guide.produce import NotAllMade, Request, produce
from guide.project import Memory
from guide.studio.events import Json
from guide.studio.studio import Studio
from guide.timing import STAGES

STAGE, MADE, FAILED, STOPPED = "stage", "made", "failed", "stopped"
WAITING = "waiting"
WHOLE = 100  # an edition that is made, in per cent
SET = 90  # of it when its pages are set: to draw and to write them is quick


class Failure(NamedTuple):
    """Why an edition was not made; no problems where its process ended by itself."""

    digest: str  # of the content of which it could not be made
    problems: tuple[Problem, ...]


class Pages(NamedTuple):
    """How much of an edition is made."""

    share: int = 0  # in per cent
    about: int = 0  # how many pages it has, by those of the last time; 0 where nobody knows

    @property
    def done(self) -> int:
        """How many of its pages are made, about."""
        return self.about * self.share // WHOLE

    def words(self) -> dict[str, Json]:
        """As it is told."""
        return {"share": self.share, "done": self.done, "about": self.about}


class Making:
    """Makes editions in the background; the files of an edition stay as they are until the new ones are whole."""

    def __init__(self, studio: Studio) -> None:
        self.studio = studio
        self.lock = threading.Lock()
        self.waiting: dict[str, str] = {}  # {name: digest of the content that it was asked for}
        self.now = ""  # the one that is being made
        self.pages = Pages()  # of the one that is being made
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

    def wait_for(self, name: str) -> None:
        """Wait until an edition is made, or cannot be."""
        while self.is_asked_for(name):
            self.wait(0.05)

    def is_asked_for(self, name: str) -> bool:
        """Whether an edition is being made, or waits for it."""
        with self.lock:
            return self.thread is not None and (name == self.now or name in self.waiting)

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
                self.now, self.stopped = name, False
                self.pages = Pages(0, pages_of(self.studio.out / name))
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
            target=work,
            args=(there, studio.content, studio.out, name, studio.today, listings_of(studio)),
            daemon=True,
        )
        with here:
            with self.lock:
                process.start()
                self.process = process
            there.close()
            self.tell({"state": STAGE, "name": name, **self.pages.words()})
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
            self.pages = self.pages._replace(share=value)
            self.tell({"state": STAGE, "name": name, **self.pages.words()})


def pages_of(folder: Path) -> int:
    """How many pages the edition in a folder had when it was made; 0 where it was never made."""
    manifest = whole_manifest(folder)
    return manifest["pages"] if manifest else 0


def listings_of(studio: Studio) -> int:
    """How many listings are printed."""
    guide = studio.seen.project.guide
    return len(printable(guide).listings) if guide else 0


class Said:
    """Says how much of an edition is made, in per cent; never less than before."""

    def __init__(self, there: Connection) -> None:
        self.there = there
        self.share = 0

    def __call__(self, share: int) -> None:
        if share > self.share:
            self.share = share
            self.there.send((STAGE, share))

    def lap(self, stage: str) -> None:
        """Say that a stage has ended; what is set says more of its own stage."""
        place, first = STAGES.index(stage), STAGES.index("lay out")
        if place >= first:
            self(SET + (WHOLE - SET) * (place - first) // (len(STAGES) - first))


class Counted(GalleyMemory):
    """Keeps no galley and no page: it counts the listings that are set, of so many as the guide has."""

    keeps_pages = False

    def __init__(self, said: Said, listings: int) -> None:
        super().__init__()
        self.said = said
        self.listings, self.set = max(listings, 1), 0

    def keep(self, number: int, made_of: MadeOf, galley: Galley) -> Galley:
        """Count a section that is set."""
        self.set += len(made_of.section.listings)
        self.said(min(SET * self.set // self.listings, SET - 1))
        return galley


def work(there: Connection, content: Path, out: Path, name: str, today: date | None, listings: int) -> None:
    """Make an edition, and say how far it is."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the studio ends it
    said, memory = Said(there), Memory()
    memory.galleys[name] = Counted(said, listings)
    with suppress(BrokenPipeError):  # the studio has ended
        there.send(made(content, out, Request(names=(name,), today=today, memory=memory, lap=said.lap)))


def made(content: Path, out: Path, request: Request) -> tuple[str, int | tuple[Problem, ...]]:
    """(MADE, pages) or (FAILED, problems)."""
    try:
        editions, _ = produce(content, out, request)
    except NotAllMade as error:
        return FAILED, next(iter(error.failed.values()))
    except GuideError as error:
        return FAILED, tuple(error.problems)
    except OSError as error:
        advice = "make room, or let this folder be written, and try again"
        reason = error.strerror or str(error)
        return FAILED, (NOT_WRITTEN.at(Mark(Path(error.filename or out)), reason=reason, advice=advice),)
    return MADE, editions[0].pages
