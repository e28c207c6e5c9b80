"""The step that is being written: noted before a file is replaced, so that its undo is there whenever the studio is killed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import NamedTuple

from guide.output import Rule, delete, write_atomically
from guide.studio.history import FOLDER, History, Step

BEGINS = b'{"was": {'


class Begun(NamedTuple):
    """A step that was noted, and not kept."""

    was: dict[str, str]  # {path: digest of the file before it, "" where there was none}
    step: Step


class Pending:
    """One file beside the history, there only while something is written."""

    def __init__(self, out: Path) -> None:
        self.path = out / FOLDER / "pending.json"

    def note(self, step: Step, before: Mapping[Path, bytes | None]) -> None:
        """Note a step, as the disk may have it, that is to change files, {path: what is in it, None where there is none}."""
        was = {str(path.absolute()): "" if data is None else digest(data) for path, data in before.items()}
        data = json.dumps({"was": was, "step": asdict(step)}).encode()
        write_atomically(self.path, data, Rule(is_pending), private=True)

    def done(self) -> None:
        """The step is in the history, or nothing was written."""
        delete(self.path, Rule(is_pending))

    def left(self) -> Begun | None:
        """What was begun when the studio was killed, None for nothing."""
        with suppress(OSError, ValueError, TypeError, KeyError):
            row = json.loads(self.path.read_bytes())
            return Begun(dict(row["was"]), Step(**row["step"]))
        return None


def recover(pending: Pending, history: History) -> Step | None:
    """Keep the step that was written and not kept when the studio was killed; the step, None for none."""
    begun = pending.left()
    if begun is None:
        return None
    step = begun.step
    if all(digest_at(Path(path)) == was for path, was in begun.was.items()):
        pending.done()  # killed before anything was written
        return None
    if not step.undone:
        step = history.add(step, step)
    elif step.number in history.steps:
        history.undo(step, step.block, step.block)
    pending.done()
    return step


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def digest_at(path: Path) -> str:
    """The digest of a file, "" where there is none."""
    try:
        return digest(path.read_bytes())
    except OSError:
        return ""


def is_pending(data: bytes) -> bool:
    """Whether this is a file that `note` wrote."""
    return data.startswith(BEGINS)
