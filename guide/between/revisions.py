"""A content folder as a revision of git has it: read by git itself, which nothing is written to."""

import io
import os
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path

from guide.errors import GuideError, Mark
from guide.manifest import CONTENT
from guide.problems.between import NO_GIT, NO_REVISION, NO_STATE, NOT_IN_REVISION


def files_at(folder: Path, revision: str) -> Iterator[tuple[str, bytes]]:
    """Yield (name, bytes) of the content files of a folder at a revision; GuideError where there is no such one."""
    commit = asked(folder, revision, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    prefix = asked(folder, revision, "rev-parse", "--show-prefix").rstrip("/")
    top = asked(
        folder, revision, "rev-parse", "--show-toplevel"
    )  # elsewhere git archive leaves out what is above
    found = run(Path(top), revision, "archive", "--format=tar", f"{commit}:{prefix}")
    if found.returncode:
        raise GuideError([NOT_IN_REVISION.at(Mark(folder), name=revision)])
    with tarfile.open(fileobj=io.BytesIO(found.stdout)) as archive:
        for member in archive:
            data = archive.extractfile(member) if member.isfile() else None
            if data and Path(member.name).suffix.lower() in CONTENT:
                yield member.name, data.read()


def asked(folder: Path, revision: str, *words: str) -> str:
    """What git says, a line; GuideError where it knows no such revision, or the folder is in no repository."""
    found = run(folder, revision, *words)
    if found.returncode:
        inside = not run(folder, revision, "rev-parse", "--git-dir").returncode
        kind = NO_REVISION if inside else NO_STATE
        raise GuideError([kind.at(Mark(folder), name=revision)])
    return os.fsdecode(found.stdout).rstrip("\r\n")


def run(folder: Path, revision: str, *words: str) -> "subprocess.CompletedProcess[bytes]":
    """Git, asked in a folder; GuideError where it is not installed. A revision is never taken for an option."""
    if revision.startswith("-"):
        raise GuideError([NO_REVISION.at(Mark(folder), name=revision)])
    place = str(folder) or "."
    try:
        return subprocess.run(
            ["git", "-C", place, *words], stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
    except FileNotFoundError:
        raise GuideError([NO_GIT.at(Mark(folder), name=revision)]) from None
