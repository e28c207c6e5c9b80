"""Editions that were made and are still known, with the content that each was made from: read, and nothing is written."""

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from guide.content.edition import ARCHIVE

MANIFEST = "manifest.json"
STORE = "content"  # in the archive: the content of every edition that is there, as ZIP files


class Old(NamedTuple):
    """An edition in the archive."""

    name: str
    number: int
    date: str  # as 2026-03-14
    pages: int
    folder: Path
    files: tuple[Path, ...]
    content: Path | None  # the ZIP file with what it was made from, where that was kept


def read_manifest(folder: Path) -> dict[str, str]:
    """{file name: digest} of what the manifest in a folder names; none where there is no manifest, or not one of ours."""
    try:
        files = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["files"]
        return {file["name"]: file["sha256"] for file in files if Path(file["name"]).name == file["name"]}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def store_of(out: Path) -> Path:
    return out / ARCHIVE / STORE


def read_row(path: Path) -> dict[str, object]:
    """What a manifest says; nothing where it cannot be read."""
    with suppress(OSError, ValueError):
        row = json.loads(path.read_bytes())
        if isinstance(row, dict):
            return row
    return {}


def list_archive(out: Path) -> list[Old]:
    """The editions in the archive, the newest number first."""
    found = [
        old
        for path in sorted((out / ARCHIVE).glob(f"*/{MANIFEST}"))
        for old in read_old(out, path.parent, read_row(path))
    ]
    return sorted(found, key=lambda old: -old.number)


def read_old(out: Path, folder: Path, row: dict[str, object]) -> Iterator[Old]:
    """Yield the edition in a folder of the archive; nothing where its manifest is none of ours."""
    name, number, pages = row.get("edition"), row.get("number"), row.get("pages")
    if isinstance(name, str) and isinstance(number, int) and isinstance(pages, int):
        path = store_of(out) / f"{row.get('state', '')}.zip"
        files = tuple(folder / each for each in read_manifest(folder) if (folder / each).is_file())
        kept = path if path.is_file() else None
        yield Old(name, number, str(row.get("date", "")), pages, folder, files, kept)


def kept_editions(out: Path) -> list[Old]:
    """Every edition that was made and is still known: of the archive, and those in their folders; the newest number first."""
    made = [
        old
        for path in sorted(out.glob(f"*/{MANIFEST}"))
        for old in read_old(out, path.parent, read_row(path))
    ]
    return sorted([*made, *list_archive(out)], key=lambda old: (-old.number, old.name))


def edition_before(out: Path, number: int, name: str = "") -> Old | None:
    """The last edition with a number below this one whose content was kept: of this name, if there is one."""
    there = [old for old in kept_editions(out) if old.content and old.number < number]
    return next((old for old in there if old.name == name), there[0] if there else None)
