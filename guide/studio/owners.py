"""Whose keys are edited: a listing, a section, the guide, an edition; and what files say of them, as they are written."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from guide.content.edit import Plain
from guide.content.edit_keys import TOP, listings_in, own_id, read_plain
from guide.content.edit_page import PAGE_ORDER, page_places, page_values
from guide.content.edition import DEFAULT
from guide.content.edition import EDITION as EDITION_RECORD
from guide.content.key_places import KeyPlace, key_places
from guide.content.own_pages import SUFFIXES
from guide.content.records.guide_file import GUIDE
from guide.content.records.listings import LISTING_RECORD, SECTION
from guide.content.style_file import style_record
from guide.model import Guide
from guide.project import STYLE_FILE
from guide.reading.folders import yaml_files

LISTING, SECTION_KIND, GUIDE_KIND, EDITION_KIND, PAGE_KIND = "listing", "section", "guide", "edition", "page"
TRANSLATION = "translation"  # whose id begins with a language: it has no keys of its own
STYLE_KIND, PAPER = "style", "paper"  # the look of the paper: its kind, and its only id
NO_WORDS: Mapping[str, str] = {}
EDITIONS = "editions"  # the folder of their files
STYLE_UNWRITTEN = b"words: {}\n"  # what style.yaml says where it says nothing: it needs a line
UNWRITTEN = b"default: yes\n"  # what the file of the usual edition says where there is none
ORDERS: Mapping[str, Mapping[str, int]] = {
    kind: {field.key: place for place, field in enumerate(record.fields)}
    for kind, record in (
        (LISTING, LISTING_RECORD),
        (SECTION_KIND, SECTION),
        (GUIDE_KIND, GUIDE),
        (EDITION_KIND, EDITION_RECORD),
        (STYLE_KIND, style_record(NO_WORDS)),
    )
} | {PAGE_KIND: PAGE_ORDER}  # {kind: {key: its place among the others}}


class Owner(NamedTuple):
    """Whose keys are meant."""

    kind: str
    id: str = ""

    def __str__(self) -> str:
        return f"{self.kind}/{self.id}" if self.id else self.kind

    @property
    def in_file(self) -> str:
        """By what it is found in its file."""
        return self.id if self.kind == LISTING else TOP


def owner_of(text: str) -> Owner:
    """The owner that a text such as "listing/food-bank" names; KeyError for none."""
    kind, _, own = text.partition("/")
    if kind not in ORDERS or bool(own) == (kind == GUIDE_KIND):
        raise KeyError(text)
    return Owner(kind, own)


class File:
    """A content file as it was read."""

    def __init__(self, path: Path, data: bytes) -> None:
        self.path = path
        self.data = data

    @cached_property
    def top(self) -> Plain:
        """What it says."""
        return page_values(self.data) if self.is_page else read_plain(self.data)

    @property
    def is_page(self) -> bool:
        """Whether it is a page of the guide's own."""
        return self.path.suffix in SUFFIXES

    @cached_property
    def places(self) -> list[KeyPlace]:
        """Where its keys stand."""
        return page_places(self.data) if self.is_page else key_places(self.data)

    @cached_property
    def listings(self) -> dict[str, dict[str, Plain]]:
        """Its listings by id, the first where two have one."""
        found: dict[str, dict[str, Plain]] = {}
        for each in listings_in(self.top):
            found.setdefault(own_id(each), each)
        return found


class Owners:
    """Where the keys of every owner stand."""

    def __init__(self, folder: Path, guide: Guide | None, known: Mapping[Path, File]) -> None:
        self.main = folder / "guide.yaml"
        sections = {section.id: section.mark.path for section in reversed(guide.sections if guide else ())}
        self.sections = dict(reversed(sections.items()))
        self.editions = editions_in(folder)
        self.pages = {page.id: page.mark.path for page in (guide.own_pages if guide else ())}
        self.style = folder / STYLE_FILE
        paths = (
            self.main,
            self.style,
            *self.sections.values(),
            *self.pages.values(),
            *self.editions.values(),
        )
        self.files = dict(read_again(paths, known))
        self.unwritten: dict[
            Path, bytes
        ] = {}  # what files say that are made when something is written into them
        if not self.editions:
            path = folder / EDITIONS / f"{DEFAULT.name}.yaml"
            self.editions, self.unwritten = {DEFAULT.name: path}, {path: UNWRITTEN}
            self.files[path] = File(path, UNWRITTEN)
        if not os.path.lexists(self.style):
            self.unwritten[self.style] = STYLE_UNWRITTEN
            self.files[self.style] = File(self.style, STYLE_UNWRITTEN)
        self.listings: dict[str, Path] = {}
        for path in self.sections.values():
            for own in self.files[path].listings if path in self.files else ():
                self.listings.setdefault(own, path)

    def path_of(self, owner: Owner) -> Path:
        """The file of an owner; KeyError where there is none."""
        if owner.kind == GUIDE_KIND:
            return self.main
        places = {
            LISTING: self.listings,
            SECTION_KIND: self.sections,
            PAGE_KIND: self.pages,
            EDITION_KIND: self.editions,
            STYLE_KIND: {PAPER: self.style},
        }
        return places[owner.kind][owner.id]

    def has(self, owner: Owner) -> bool:
        """Whether there is such an owner."""
        try:
            return self.path_of(owner) in self.files
        except KeyError:
            return False

    def section_of(self, path: Path) -> str:
        """The id of the section in a file, "" for none."""
        return next((own for own, other in self.sections.items() if other == path), "")

    def page_of(self, path: Path) -> str:
        """The id of the page in a file, "" for none."""
        return next((own for own, other in self.pages.items() if other == path), "")

    def edition_of(self, path: Path) -> str:
        """The name of the edition in a file, "" for none."""
        return next((own for own, other in self.editions.items() if other == path), "")

    def values_of(self, owner: Owner) -> Mapping[str, Plain]:
        """What the file says of an owner; KeyError where there is none."""
        return values_in(self.files[self.path_of(owner)], owner)


def editions_in(folder: Path) -> dict[str, Path]:
    """{name: the file of an edition}, the first where two have one name."""
    found: dict[str, Path] = {}
    for path in yaml_files(folder / EDITIONS)[0]:
        found.setdefault(path.stem, path)
    return found


def edition_name(name: str) -> str:
    """What an edition is called: "large-print" is "Large print"."""
    return name.replace("-", " ").replace("_", " ").capitalize()


def values_in(file: File, owner: Owner) -> Mapping[str, Plain]:
    """What a file says of an owner; KeyError where it is not there."""
    if owner.kind == LISTING:
        return file.listings[owner.id]
    if not isinstance(file.top, dict):
        raise KeyError(str(owner))
    return {key: value for key, value in file.top.items() if key not in ("listings", "sections")}


def read_again(paths: Iterable[Path], known: Mapping[Path, File]) -> Iterable[tuple[Path, File]]:
    """Yield (path, file), as they are known where their bytes are the same; what cannot be read is left out."""
    for path in paths:
        try:
            if not path.is_file():  # a pipe would be waited for
                continue
            data = path.read_bytes()
        except OSError:
            continue
        old = known.get(path)
        yield path, old if old and old.data == data else File(path, data)
