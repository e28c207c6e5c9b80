"""The editions of a guide as they stand on the shelf: which are ready, which are older than the content, which cannot be made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from guide.content.choose.languages import choose_in_languages
from guide.content.edition import default_edition
from guide.errors import ERROR, Problem
from guide.manifest import (
    MANIFEST,
    ListingRow,
    Manifest,
    content_digest,
    digests_of,
    listing_digest,
    tool_digest,
    whole_manifest,
)
from guide.model import Edition, Listing
from guide.produce import key_of, with_former
from guide.project import Project
from guide.studio.making import Making
from guide.studio.pictures import DRAWN, Pictures, draw
from guide.studio.studio import Studio

READY, CHANGED, NEVER, BROKEN = "ready", "changed", "never", "broken"
SCALE = 0.5  # pixels for a point, of a first page
MOST_LISTINGS = 500  # of a guide that is laid out for the first page of an edition that was never made
MAKING, WAITING = "making", "waiting"
NEEDED = (CHANGED, NEVER)  # what is worth to be made


class Named(NamedTuple):
    """A listing."""

    id: str
    name: str


class Difference(NamedTuple):
    """The listings that an edition would print otherwise than its file does, each in the first place that fits it."""

    changed: tuple[Named, ...] = ()
    closed: tuple[Named, ...] = ()
    new: tuple[Named, ...] = ()
    gone: tuple[Named, ...] = ()
    checked: tuple[Named, ...] = ()  # and nothing else is new of them


class Book(NamedTuple):
    """An edition on the shelf."""

    name: str
    edition: Edition | None  # None where its file cannot be read
    manifest: Manifest | None  # of the files that are there
    folder: Path
    state: str
    why: Problem | None = None  # it cannot be made; None where its process ended by itself
    retry: bool = False  # it could not be made a moment ago, and perhaps can be now
    difference: Difference | None = None
    made_at: float = 0.0


class Shelf:
    """The editions of a studio, those that are being made too."""

    def __init__(self, studio: Studio) -> None:
        self.studio = studio
        self.making = Making(studio)
        self._covers: dict[
            str, tuple[str, bytes]
        ] = {}  # {name: (digest of the content or of the file, picture)}
        self._differences: dict[tuple[str, str, str], Difference | None] = {}

    def digest(self) -> str:
        """The digest of the content as it is now."""
        return content_digest(digests_of(self.studio.content))

    def books(self) -> list[Book]:
        """The editions, the usual one first."""
        project, digest, tool = self.studio.seen.project, self.digest(), tool_digest()
        wrong = wrong_in(project)
        editions = project.editions
        first = default_edition(editions).name if editions else ""
        names = sorted(names_in(project), key=lambda name: (name != first, name))
        return [self.book(name, project, wrong, digest, tool) for name in names]

    def book(self, name: str, project: Project, wrong: dict[str, Problem], digest: str, tool: str) -> Book:
        """An edition."""
        folder, edition = self.studio.out / name, project.editions.get(name)
        manifest = standing(folder)
        path = folder / MANIFEST
        book = Book(
            name=name,
            edition=edition,
            manifest=manifest,
            folder=folder,
            state=CHANGED if manifest else NEVER,
            made_at=path.stat().st_mtime if manifest and path.exists() else 0.0,
        )
        failure = self.making.failures.get(name)
        if name == self.making.now or name in self.making.waiting:
            return book._replace(state=MAKING if name == self.making.now else WAITING)
        if why := wrong.get("") or wrong.get(name):
            return book._replace(state=BROKEN, why=why)
        if failure and failure.digest == digest:
            errors = [each for each in failure.problems if each.level == ERROR] or failure.problems
            return book._replace(state=BROKEN, why=next(iter(errors), None), retry=True)
        if edition is None or project.guide is None or manifest is None:
            return book
        guide = with_former(project.printed, self.studio.content, self.studio.out, (edition,))
        if manifest["key"] == key_of(edition, guide, tool, digest):
            return book._replace(state=READY)
        return book._replace(difference=self.difference(project, edition, manifest, digest))

    def has_cover(self, book: Book) -> bool:
        """Whether there is a picture of the first page; a long guide is not laid out for it alone."""
        guide = self.studio.seen.project.guide
        short = guide is not None and len(guide.listings) <= MOST_LISTINGS
        if book.edition and not book.edition.made_as.is_paper:
            return False
        return book.manifest is not None or (book.edition is not None and book.state != BROKEN and short)

    def cover(self, name: str) -> bytes:
        """The first page as a PNG, of the file that stands, else as it would be made; KeyError, IndexError for none."""
        project = self.studio.seen.project
        if name not in names_in(project):
            raise KeyError(name)
        edition = project.editions.get(name)
        if edition and not edition.made_as.is_paper:
            raise KeyError(name)
        manifest = standing(self.studio.out / name)
        stamp = manifest["files"][0]["sha256"] if manifest else self.digest()
        if self._covers.get(name, ("",))[0] != stamp:
            if manifest:
                data = (self.studio.out / name / manifest["files"][0]["name"]).read_bytes()
                with DRAWN:
                    picture = draw(data, SCALE)
            else:
                picture = Pictures().draw(project, name).png(0, SCALE)  # those of the guide's view stay warm
            self._covers[name] = stamp, picture
        return self._covers[name][1]

    def difference(
        self, project: Project, edition: Edition, manifest: Manifest, digest: str
    ) -> Difference | None:
        """What an edition would print otherwise; None where nobody can say. What is known is kept."""
        place = edition.name, manifest["key"], digest
        if place not in self._differences:
            self._differences = {key: each for key, each in self._differences.items() if key[2] == digest}
            self._differences[place] = difference_of(project, edition, manifest)
        return self._differences[place]


def difference_of(project: Project, edition: Edition, manifest: Manifest) -> Difference | None:
    """What an edition would print otherwise than its manifest says."""
    chosen, problems = choose_in_languages(project.printed, edition, project.folder)
    if any(each.level == ERROR for each in problems):
        return None
    old = {row["id"]: row for row in manifest["listings"]}
    found: dict[str, list[Named]] = {}
    for each in chosen.guide.listings:
        if what := what_happened(each, old.get(each.id)):
            found.setdefault(what, []).append(Named(each.id, each.name))
    now = {each.id for each in chosen.guide.listings}
    gone = [Named(row["id"], row["name"]) for row in manifest["listings"] if row["id"] not in now]
    return Difference(gone=tuple(gone), **{what: tuple(some) for what, some in found.items()})


def what_happened(listing: Listing, row: ListingRow | None) -> str:
    """What has become of a listing since a manifest was written; "" for nothing."""
    if row is None:
        return "new"
    if row["digest"] != listing_digest(listing):
        return "closed" if listing.closed and not row.get("closed", True) else "changed"
    day = listing.verified.isoformat() if listing.verified else ""
    return "checked" if day > row.get("verified", day) else ""


def standing(folder: Path) -> Manifest | None:
    """The manifest of the files in a folder, None where one of them is not there, or not as it was made."""
    manifest = whole_manifest(folder)
    if manifest is None or not manifest["files"]:
        return None
    try:
        whole = all(
            Path(file["name"]).name == file["name"]
            and (folder / file["name"]).stat().st_size == file["bytes"]
            for file in manifest["files"]
        )
    except OSError:
        return None
    return manifest if whole else None


def wrong_in(project: Project) -> dict[str, Problem]:
    """{name: what stops an edition}; what stops all of them stands under ""."""
    return {name: problem for name, problem in reversed(list(stopping(project)))}


def names_in(project: Project) -> set[str]:
    """The names of all editions, those whose files cannot be read too."""
    return {*project.editions, *(name for name in wrong_in(project) if name)}


def stopping(project: Project) -> Iterator[tuple[str, Problem]]:
    """Yield (name of an edition or "" for all, what stops it)."""
    for problem in project.problems:
        if problem.level == ERROR:
            yield "", problem
    place = project.folder / "editions"
    for problem in project.edition_problems:
        if problem.level == ERROR:
            yield problem.mark.path.stem if problem.mark.path.parent == place else "", problem
