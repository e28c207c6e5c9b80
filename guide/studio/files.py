"""Whole files of the content that are written, made or deleted: all or none, and only where they are as they were read."""

from __future__ import annotations

import errno
import re
from collections.abc import Mapping
from pathlib import Path

from guide.expressions import expression
from guide.output import NEW, Kept, as_read, delete, judge, write_atomically
from guide.studio.history import Step
from guide.studio.pending import Pending

EMPTY = expression(r"^listings:[ \t]*(?:\[\])?\s*\Z", re.MULTILINE)  # at the end of a section file
Pair = list[str | None]  # [text before, text after]; None for no file


def changed_files(content: Path, files: Mapping[str, str | None]) -> dict[str, Pair]:
    """{name: [text that is there, text that is wanted]} of the files that are to change."""
    pairs: dict[str, Pair] = {name: [text_in(content / name), text] for name, text in files.items()}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def text_in(path: Path) -> str | None:
    """What a file says, whatever its bytes are; None where there is none."""
    try:
        return path.read_bytes().decode("utf-8", "surrogateescape")
    except FileNotFoundError:
        return None


def stay_inside(content: Path, path: Path) -> None:
    """Raise OSError for a file that is, by a link or by its name, outside the folder of the guide."""
    if not path.resolve().is_relative_to(content.resolve()):
        raise OSError(errno.EPERM, "it leads out of the folder of the guide", str(path))


def data_of(text: str) -> bytes:
    """The bytes of such a text."""
    return text.encode("utf-8", "surrogateescape")


def change_noted(content: Path, pairs: Mapping[str, Pair], step: Step, pending: Pending) -> None:
    """Change files; the step is noted before, so that it is not lost whenever the studio is killed."""
    for name in pairs:
        stay_inside(content, content / name)
    pairs = {name: as_it_is(content / name, pair) for name, pair in pairs.items()}
    pending.note(
        step, {content / name: None if was is None else data_of(was) for name, (was, _) in pairs.items()}
    )
    try:
        change_files(content, pairs)
    except BaseException:
        pending.done()
        raise


def as_it_is(path: Path, pair: Pair) -> Pair:
    """A pair with the text that is there, where that says the same: an empty list may be written in several ways."""
    now, (before, after) = text_in(path), pair
    if now is None or before is None:
        return pair
    same = EMPTY.sub("", now).rstrip() == EMPTY.sub("", before).rstrip()
    return [now, after] if same else pair


def change_files(content: Path, pairs: Mapping[str, Pair]) -> None:
    """Put the texts after into the places of those before. Raises Kept, and changes nothing, where one is not as it was before."""
    for name, (before, after) in pairs.items():
        rule = as_read(None if before is None else data_of(before))
        old, new = text_in(content / name), b"" if after is None else data_of(after)
        problem = judge(content / name, None if old is None else data_of(old), rule, new)
        if problem and old != after:
            raise Kept([problem])
    for name, (before, after) in pairs.items():
        change_file(content / name, before, after)


def change_file(path: Path, before: str | None, after: str | None) -> None:
    """Put a text into the place of another."""
    if after is None:
        delete(path, as_read(None if before is None else data_of(before)))
        return
    rule = NEW if before is None else as_read(data_of(before))
    write_atomically(path, data_of(after), rule, keep_mode=before is not None)
