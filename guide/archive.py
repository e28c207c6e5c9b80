"""The archive beside the editions: what was made with former numbers, and the content that it was made from."""

from __future__ import annotations

import hashlib
import io
import json
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from guide.content.edition import ARCHIVE
from guide.content.kept import Old as Old  # who asks for the archive finds it here
from guide.content.kept import list_archive as list_archive
from guide.content.kept import read_manifest, read_row, store_of
from guide.content.own_files import own_path
from guide.errors import GuideError, Mark, Problem
from guide.manifest import MANIFEST, Digests, content_files, digest_of, sha256
from guide.model import Edition, Guide
from guide.output import NEW, Rule, delete, write_atomically
from guide.problems.editions import ISBN_AGAIN
from guide.problems.output import CONTENT_NOT_KEPT, NOT_IN_ARCHIVE
from guide.workers import interrupts_held_back

AGAIN = "again"  # in the archive: old editions that were made again
GRACE = 600  # seconds in which content that no edition names is left: another run may be about to name it
EVER = (1980, 1, 1, 0, 0, 0)  # no clock is in a ZIP file, so that the same content is the same file
MADE_HERE = b"content of a guide, kept by make-guide"  # the comment at the end of each


# --- the content ------------------------------------------------------------------------------------


def state_of(files: Digests) -> str:
    """A digest of all of a content folder that is kept: names the ZIP file of it."""
    return digest_of({name: digest for name, digest in files.items() if can_be_kept(name)})[:32]


def can_be_kept(name: str) -> bool:
    """Whether a ZIP file can hold a file of this name."""
    return name.encode(errors="ignore").decode() == name


def read_content(folder: Path) -> dict[str, bytes]:
    """{name: bytes} of the files of a content folder that are kept."""
    return {name: path.read_bytes() for name, path in content_files(folder) if can_be_kept(name)}


def keep_content(folder: str | Path, out: Path, state: str) -> None:
    """Keep the content that editions were made from, and forget what is named by no edition any more.

    Content that somebody has saved anew meanwhile is not kept as what it is no more: it will make other editions.
    """
    path = store_of(out) / f"{state}.zip"
    if not path.exists():
        files = read_content(Path(folder))
        if state_of({name: hashlib.sha256(data).digest() for name, data in files.items()}) == state:
            with interrupts_held_back():  # a ZIP file that is left in the middle makes a ValueError of Ctrl-C
                data = packed(files)
            write_atomically(path, data, Rule(lambda old: old.endswith(MADE_HERE)))
    forget_content(out)


def packed(files: dict[str, bytes]) -> bytes:
    """Files as a ZIP file; the same ones are the same bytes."""
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo  # few builds need it

    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        archive.comment = MADE_HERE
        for name, data in files.items():
            archive.writestr(ZipInfo(name, EVER), data, ZIP_DEFLATED)
    return buffer.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """{name: bytes} of the files in a ZIP file."""
    from zipfile import ZipFile  # see packed

    with ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def forget_content(out: Path) -> None:
    """Delete content that neither an edition nor an old one names."""
    there = list(store_of(out).glob("*.zip"))
    if len(there) < 2:
        return
    manifests = (*out.glob(f"*/{MANIFEST}"), *(out / ARCHIVE).glob(f"*/{MANIFEST}"))
    named = {str(read_row(path).get("state", "")) for path in manifests}
    for path in there:
        with suppress(OSError):
            if path.stem not in named and time.time() - path.stat().st_mtime > GRACE:
                delete(path, Rule(lambda old: old.endswith(MADE_HERE)))


# --- the editions -----------------------------------------------------------------------------------


def keep_old_edition(folder: Path, number: int) -> Path | None:
    """Copy the files of an edition with another number to archive/NAME-NUMBER before they are replaced; where they are.

    The manifest comes last: where it is, all is kept. So a run that was killed, or two at the same time, end well.
    """
    try:
        text = (folder / MANIFEST).read_bytes()
        old = int(json.loads(text)["number"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if old == number:
        return None
    place = place_for(folder, old, text)
    if (place / MANIFEST).exists():
        return place
    for name, digest in read_manifest(folder).items():
        path = folder / name
        data = path.read_bytes() if path.is_file() else None
        if data is not None and sha256(data) == digest:  # or another run has replaced it, and kept this one
            write_atomically(place / name, data, NEW)
    write_atomically(place / MANIFEST, text, NEW)
    return place


def place_for(folder: Path, number: int, manifest: bytes) -> Path:
    """archive/NAME-NUMBER, or with .2 and so on behind it where that number was made, and kept, before."""
    place = first = folder.parent / ARCHIVE / f"{folder.name}-{number}"
    again = 1
    while (place / MANIFEST).exists() and (place / MANIFEST).read_bytes() != manifest:
        again += 1
        place = first.with_name(f"{first.name}.{again}")
    return place


def all_made(out: Path) -> list[dict[str, object]]:
    """The manifests of all editions: those in the archive, then those in their own folders."""
    manifests = (*sorted((out / ARCHIVE).glob(f"*/{MANIFEST}")), *sorted(out.glob(f"*/{MANIFEST}")))
    return [read_row(path) for path in manifests]


def with_isbn(rows: Iterable[dict[str, object]], isbn: str, number: int) -> dict[str, object] | None:
    """The manifest of an edition with another number that was made with this ISBN; None where there is none."""
    return next((row for row in rows if row.get("isbn") == isbn and row.get("number") != number), None)


def isbn_again(editions: Iterable[Edition], guide: Guide, out: Path) -> Iterator[Problem]:
    """Yield a warning for each edition with the ISBN of an older one: what is printed anew with other content has its own."""
    having = [edition for edition in editions if edition.isbn and edition.mark]
    rows = all_made(out) if having else []
    for edition in having:
        number = edition.number or guide.edition.number
        row = with_isbn(rows, edition.isbn.replace("-", ""), number)
        if row and edition.mark:
            other, old = str(row.get("edition")), str(row.get("number"))
            yield ISBN_AGAIN.at(edition.mark, isbn=edition.isbn, other=other, number=old)


def old_edition(out: Path, number: int, names: Sequence[str]) -> Old:
    """The edition in the archive whose content is to be made again: of these names, if one is there. Raises GuideError."""
    there = [old for old in list_archive(out) if old.number == number]
    if not there:
        raise GuideError([NOT_IN_ARCHIVE.at(Mark(out / ARCHIVE), number=number)])
    kept = [old for old in there if old.content]
    if not kept:
        raise GuideError([CONTENT_NOT_KEPT.at(Mark(there[0].folder), number=number)])
    return max(kept, key=lambda old: (old.name in names, (old.folder / MANIFEST).stat().st_mtime))


def again_folder(out: Path, number: int) -> Path:
    """Where old editions stand that are made again."""
    return out / ARCHIVE / f"{AGAIN}-{number}"


def unpack(old: Old, out: Path) -> Path:
    """The folder in which the content of an old edition stands again; what somebody has changed there stays, and is told."""
    assert old.content
    folder = again_folder(out, old.number) / f"content-{old.content.stem[:8]}"
    for name, data in within(folder, unpacked(old.content.read_bytes()).items()):
        write_atomically(folder / name, data, NEW)
    return folder


def within(folder: Path, files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """Yield those files whose names lead nowhere else."""
    for name, data in files:
        if own_path(name, folder):
            yield name, data
