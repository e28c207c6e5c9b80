"""Section files as they were read: kept where nothing in them is wrong, confidential or not to be printed."""

from __future__ import annotations

import pickle
from hashlib import blake2b
from io import BytesIO
from pathlib import Path
from typing import Any

from guide.cache.plain import SIZE, Plain
from guide.content.load import Key
from guide.model import Section
from guide.reading.source import Found

PLAIN_CLASSES = frozenset(
    (
        ("builtins", "frozenset"),
        ("datetime", "date"),
        ("datetime", "time"),
        ("guide.errors", "Mark"),
        ("guide.reading.source", "Mention"),
        ("pathlib", "PosixPath"),
        ("pathlib", "WindowsPath"),
        ("pathlib._local", "PosixPath"),
        ("pathlib._local", "WindowsPath"),
    )
)
MODEL = "guide.model"


class Unknown(Exception):
    """What was kept names a class that no section has."""


class Records(pickle.Unpickler):
    """Reads records of the model and nothing that could do anything."""

    def find_class(self, module: str, name: str) -> Any:
        """A class of the model."""
        is_model = module == MODEL or module.startswith(f"{MODEL}.")
        if not is_model and (module, name) not in PLAIN_CLASSES:
            raise Unknown(name)
        found = super().find_class(module, name)
        if not isinstance(found, type):
            raise Unknown(name)
        return found


class KnownSections(dict[Path, tuple[Key, "Section | None", Found]]):
    """Section files by their paths, see `read_section`; one that was kept is read when it is asked for."""

    def __init__(self, kept: Plain = None) -> None:
        super().__init__()
        self.kept: dict[str, Plain] = {path: (seal, data) for path, seal, data in kept or ()}
        self.asked: set[Path] = set()

    def get(self, path: Path, default: Any = None) -> Any:
        """What was read of a file, if its bytes are the same."""
        self.asked.add(path)
        found = super().get(path)
        if found is None and (kept := self.kept.get(str(path))):
            found = as_kept(path, *kept)
            if found:
                super().__setitem__(path, found)
        return default if found is None else found

    def __setitem__(self, path: Path, read: tuple[Key, Section | None, Found]) -> None:
        """Know what this process has read."""
        self.kept.pop(str(path), None)
        super().__setitem__(path, read)

    def given(self) -> Plain:
        """What is kept of the files that were asked for, as plain data."""
        return tuple(
            (str(path), *kept)
            for path in sorted(self.asked)
            if (kept := self.kept.get(str(path)) or to_keep(super(KnownSections, self).get(path)))
        )


def as_kept(path: Path, seal: bytes, data: bytes) -> tuple[Key, Section | None, Found] | None:
    """What was kept of a file; None where its bytes are others now, or what was kept cannot be read."""
    try:
        now = path.read_bytes()
        if seal != seal_of(now):
            return None
        section, country, own, mentions = Records(BytesIO(data)).load()
    except (OSError, Unknown, pickle.UnpicklingError, AttributeError, EOFError, ValueError, TypeError):
        return None
    return (path, country, own, now), section, ([], mentions, [], [], now.decode("utf-8"))


def to_keep(read: tuple[Key, Section | None, Found] | None) -> Plain:
    """What is kept of a file that was read; None where something in it is wrong, confidential or not to be printed."""
    if read is None:
        return None
    (_, country, own, data), section, (problems, mentions, blanks, secrets, text) = read
    if section is None or problems or blanks or secrets or not is_printed(section):
        return None
    if text.encode("utf-8") != data:  # something in it is not shown to anybody
        return None
    return seal_of(data), pickle.dumps((section, country, own, mentions), 5)


def is_printed(section: Section) -> bool:
    """Whether all of a section is printed, and no address in it is confidential."""
    return all(
        listing.printed
        and all(program.printed for program in listing.programs)
        and not any(each.address and each.address.confidential for each in listing.locations)
        for listing in section.listings
    )


def seal_of(data: bytes) -> bytes:
    """By what a file's bytes are known again."""
    return blake2b(data, digest_size=SIZE).digest()
