"""The sources that stand on the command line: first their bytes, then their tables."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple, TypeVar

from guide.errors import GuideError, Mark, Problem
from guide.exchange.ledger import Ledger
from guide.exchange.origin import Origin
from guide.exchange.sources.archive import LARGEST, LARGEST_MB, is_bundle, read_archive
from guide.exchange.sources.decode import text_of
from guide.exchange.sources.delimited import read_delimited
from guide.exchange.sources.fetch import fetch, is_address
from guide.exchange.sources.objects import read_objects
from guide.exchange.sources.workbook import read_workbook
from guide.exchange.tables import Table
from guide.problems import sources as kinds
from guide.reading.text import PACKED, other_program

ENDINGS = (
    ".csv",
    ".tsv",
    ".tab",
    ".xlsx",
    ".xlsm",
    ".xlsb",
    ".xls",
    ".ods",
    ".json",
    ".jsonl",
    ".ndjson",
    ".geojson",
    ".zip",
)
SCHEMAS = ("datapackage.json", "tableschema.json")  # say what columns are; have no records
ZIP, OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
EMPTY_ZIP, GZIP = b"PK\x05\x06", b"\x1f\x8b"
Given = TypeVar("Given")
Found = TypeVar("Found")
DOCUMENTS = tuple(what for _, what in PACKED)


class Raw(NamedTuple):
    """A source before it is read."""

    name: str  # as the report tells it
    data: bytes
    fetched: bool = False  # from the web


def collect(names: Sequence[str]) -> tuple[Raw, ...]:
    """The bytes of sources, in the order in which they are named."""
    return all_of(raws_of, names)


def read_raw(raws: Iterable[Raw], ledger: Ledger) -> tuple[Table, ...]:
    """The tables of sources that are at hand."""
    return all_of(lambda raw: tables_of(raw.name, raw.data, ledger), raws)


def all_of(find: Callable[[Given], Iterable[Found]], given: Iterable[Given]) -> tuple[Found, ...]:
    """What is found in each thing that is given; raises GuideError with the problems of all of them."""
    problems: list[Problem] = []
    found: list[Found] = []
    for each in given:
        try:
            found += find(each)
        except GuideError as error:
            problems += error.problems
    if problems:
        raise GuideError(problems)
    return tuple(found)


def raws_of(name: str) -> Iterator[Raw]:
    """Yield the bytes of one source."""
    if is_address(name):
        yield from (Raw(address, data, fetched=True) for address, data in fetch(name))
        return
    path = Path(name)
    if path.is_dir():
        files = [each for each in sorted(path.iterdir()) if each.is_file() and each.suffix.lower() in ENDINGS]
        if not files:
            raise GuideError([kinds.EMPTY_SOURCE.at(Mark(path))])
        yield from (Raw(str(each), read_file(each)) for each in files)
    else:
        yield Raw(name, read_file(path))


def read_file(path: Path) -> bytes:
    """The bytes of a file."""
    try:
        if path.stat().st_size > LARGEST:
            raise GuideError([kinds.LARGE_SOURCE.at(Mark(path), limit=LARGEST_MB)])
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise GuideError([kinds.NO_SOURCE.at(Mark(path))]) from None
    except (OSError, ValueError) as error:
        raise GuideError(
            [kinds.UNREAD_SOURCE.at(Mark(path), reason=getattr(error, "strerror", None) or str(error))]
        ) from None


def tables_of(source: str, data: bytes, ledger: Ledger) -> Iterator[Table]:
    """Yield the tables of a source: what it is, is told by its bytes, not by its name."""
    if file_of(source).name.lower() in SCHEMAS:
        ledger.tell(Origin(source, 0), "not read", "it has no records")
        return
    if not data.strip() or data.startswith(EMPTY_ZIP):
        raise GuideError([kinds.EMPTY_SOURCE.at(Mark(Path(source)))])
    what = "a packed file (gzip)" if data.startswith(GZIP) else other_program(data)
    if data.startswith(ZIP) and is_bundle(data):
        yield from members_of(source, data, ledger)
    elif data.startswith(OLD_OFFICE) or what.endswith("spreadsheet"):
        yield from read_workbook(data, source, ledger)
    elif what and data.startswith(ZIP) and what not in DOCUMENTS:
        yield from members_of(source, data, ledger)
    elif what:
        raise GuideError([kinds.UNKNOWN_SOURCE.at(Mark(Path(source)), what=what)])
    else:
        yield from text_tables(source, data, ledger)


def members_of(source: str, data: bytes, ledger: Ledger) -> Iterator[Table]:
    """Yield the tables of the files in an archive; what is none of a table's kinds is told."""
    for name, member in read_archive(data, source):
        named = f"{source}: {name}"
        if name.lower().endswith(".zip"):  # what it unpacks to would have no limit
            ledger.tell(
                Origin(named, 0), "not read", "an archive within an archive: unpack it, and import the folder"
            )
        elif not name.lower().endswith((*ENDINGS, ".txt")) or not member.strip():
            ledger.tell(
                Origin(named, 0), "not read", "it is empty" if not member.strip() else "it is not a table"
            )
        else:
            yield from tables_of(named, member, ledger)


def text_tables(source: str, data: bytes, ledger: Ledger) -> Iterator[Table]:
    """Yield the tables of a text: JSON or cells with something between them."""
    text = text_of(data, source, ledger)
    stem = file_of(source).stem or "table"
    if text.lstrip().startswith(("{", "[")):
        yield from read_objects(text, source, stem, ledger)
    else:
        yield read_delimited(text, source, stem, ledger)


def file_of(source: str) -> PurePosixPath:
    """The file of a source: of its address, or in its archive."""
    return PurePosixPath(source.rsplit(": ", 1)[-1].split("?", 1)[0].replace("\\", "/"))
