"""An import in the history: written as a whole, and taken back as a whole, with what it remembers for the next import."""

from __future__ import annotations

import hashlib
import json
import time
import zlib
from base64 import b64decode, b64encode
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from guide.content.edit_keys import read_plain, text_of
from guide.exchange.again.state import FOLDER, STATE
from guide.exchange.bring_in import OURS, rule_of
from guide.frozen import frozen
from guide.output import Rule, as_read, delete, remove_empty, write_all, write_atomically
from guide.studio.files import stay_inside
from guide.studio.history import IMPORT, History, Step
from guide.studio.hunks import Overlap, hunks, taken_back
from guide.studio.owners import Owner
from guide.studio.studio import Studio

if TYPE_CHECKING:
    from guide.studio.saves import Saves

BEGINS = b'{"import": '
IS_RECORD = Rule(lambda old: old.startswith(BEGINS))
SALT = 16  # characters


@frozen(kw_only=False)
class Files:
    """What an import writes, and what stood there."""

    name: str  # of the source
    new: Mapping[Path, bytes]
    before: Mapping[Path, bytes | None]  # of content, as it was compared


class Changed(Exception):
    """The content is no longer what was compared."""


def take_in(saves: Saves, files: Files, by: str = "") -> Step:
    """Write an import, as one step of the history. Raises Changed where the content says something else than when it was compared."""
    studio = saves.studio
    with studio.lock:
        old = {path: path.read_bytes() if path.is_file() else None for path in files.new}
        if any(old[path] != data for path, data in files.before.items()):
            raise Changed
        for path in files.new:
            stay_inside(studio.content, path)
        number = saves.history.free_number()
        place = record_of(saves.history, number)
        write_atomically(place, record(studio, files, old), Rule(lambda data: True), private=True)
        step = Step(kind=IMPORT, owner=f"{IMPORT}/{number}", name=files.name)
        step = saves.history.add(
            step, step
        )  # before it is written: whoever is killed can take back the half of it
        try:
            write_all(files.new, {path: rule_of(files.before[path]) if path in files.before else OURS for path in files.new}, keep_mode=True)  # fmt: skip
        except BaseException:
            saves.history.undo(step)
            raise
        forget(saves.history)
        studio.saved_at = time.time()
        studio.look_again(by)
    return step


def record_of(history: History, number: int) -> Path:
    """The file of what an import has changed."""
    return history.folder / IMPORT / f"{number:08}.json"


def forget(history: History) -> None:
    """Delete the files of imports that can no longer be taken back."""
    for path in (history.folder / IMPORT).glob("*.json"):
        step = history.steps.get(int(path.stem)) if path.stem.isdecimal() else None
        if step is None or step.kind != IMPORT or step.undone:
            delete(path, IS_RECORD)


def forget_streets(history: History, streets: Collection[str]) -> None:
    """Delete what an import remembers where a street that has become secret stands in it: the import can no longer be taken back."""
    for path in (history.folder / IMPORT).glob("*.json"):
        lines = (line for row in rows_of(path) for *_, some in row.get("back", ()) for line in some)
        if any(street in line for line in lines for street in streets):
            delete(path, IS_RECORD)


def rows_of(path: Path) -> list[dict[str, Any]]:
    """What is remembered of files; nothing where it cannot be read."""
    try:
        rows: list[dict[str, Any]] = json.loads(path.read_bytes())["files"]
    except (OSError, ValueError, KeyError):
        return []
    return rows


# --- what is remembered -----------------------------------------------------------------------------


def record(studio: Studio, files: Files, old: Mapping[Path, bytes | None]) -> bytes:
    """What has to be known to take an import back: of content only the lines that it changed, and which lines there were."""
    rows = [file_row(studio, path, old[path], data) for path, data in files.new.items() if old[path] != data]
    return json.dumps({"import": 1, "files": rows}).encode()


def file_row(studio: Studio, path: Path, old: bytes | None, new: bytes) -> dict[str, Any]:
    """What has to be known of a file."""
    name = path.relative_to(studio.content).as_posix()
    row: dict[str, Any] = {"path": name, "after": digest(new), "before": None if old is None else digest(old)}
    if old is None:
        return row
    if name.startswith(f"{FOLDER}/"):
        return row | {"whole": b64encode(zlib.compress(old)).decode()}
    salt = digest(new)[:SALT]
    before, after = lines_of(old), lines_of(new)
    back = [(each.start, each.end, before[each.first : each.last]) for each in hunks(after, before)]
    return row | {"salt": salt, "lines": [mark(each, salt) for each in after], "back": back}


def digest(data: bytes) -> str:
    """By what bytes are known again."""
    return hashlib.sha256(data).hexdigest()


def mark(line: str, salt: str) -> str:
    """By what a line is known again, without its words."""
    return hashlib.blake2b(line.encode(), digest_size=8, salt=salt.encode()).hexdigest()


def lines_of(data: bytes) -> list[str]:
    """The lines of a file, with their ends."""
    bom, text = text_of(data)
    return (bom + text).splitlines(keepends=True)


# --- taken back -------------------------------------------------------------------------------------


def take_back(studio: Studio, history: History, step: Step) -> None:
    """Put back what an import has changed; what was changed elsewhere since stays.

    Raises Conflict where something was changed again in the same places, or it is no longer known how it was.
    """
    rows = rows_of(record_of(history, step.number))
    if not rows:
        raise conflict(step.name)
    old = {row["path"]: bytes_or_none(studio.content / row["path"]) for row in rows}
    new = dict(undone(rows, old, studio))
    written = {studio.content / name: data for name, data in new.items() if data is not None}
    write_all(written, {path: as_read(path.read_bytes()) if path.is_file() else OURS for path in written}, keep_mode=True)  # fmt: skip
    for name, data in new.items():
        if data is None and (now := old[name]) is not None:
            delete(studio.content / name, as_read(now))
    for folder in {(studio.content / row["path"]).parent for row in rows if row["before"] is None}:
        if folder != studio.content:
            remove_empty(folder)


def bytes_or_none(path: Path) -> bytes | None:
    """What a file holds, None where there is none."""
    return path.read_bytes() if path.is_file() else None


def undone(
    rows: list[dict[str, Any]], old: Mapping[str, bytes | None], studio: Studio
) -> Iterator[tuple[str, bytes | None]]:
    """Yield (file, what is put back, None where it goes); raises Conflict with the names of what was changed again."""
    changed: list[str] = []
    for row in rows:
        name, now = row["path"], old[row["path"]]
        known = None if now is None else digest(now)
        if known == row["before"]:
            continue  # a run that was killed has put it back already
        if known == row["after"]:
            yield name, as_it_was(row, now)
        elif name.startswith(f"{FOLDER}/") and name != f"{FOLDER}/{STATE}":
            continue  # a mapping that was corrected since
        else:
            with suppress(Overlap):
                yield name, merged(row, now)
                continue
            changed.append(name)
    if changed:
        raise conflict(", ".join(title_of(studio, name) for name in changed))


def conflict(name: str) -> Exception:
    """What is raised where something was changed again since."""
    from guide.studio.saves import Conflict

    return Conflict(Owner(IMPORT, name), {}, time.time())


def as_it_was(row: Mapping[str, Any], now: bytes | None) -> bytes | None:
    """What stood in a file before, where nobody has changed it since."""
    if row["before"] is None:
        return None
    return zlib.decompress(b64decode(row["whole"])) if "whole" in row else merged(row, now)


def merged(row: Mapping[str, Any], now: bytes | None) -> bytes:
    """A file without what the import changed, and with all that was changed since; raises Overlap."""
    if now is None or "back" not in row:
        raise Overlap
    lines = lines_of(now)
    marks = [mark(each, row["salt"]) for each in lines]
    data = "".join(taken_back(lines, row["lines"], marks, row["back"])).encode()
    if not read_plain(data):
        raise Overlap
    return data


def title_of(studio: Studio, name: str) -> str:
    """What a file is called: its section's title."""
    owners = studio.seen.owners
    section = owners.section_of(studio.content / name)
    return studio.name_of(Owner("section", section)) if section else name
