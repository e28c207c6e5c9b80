"""The folder of handouts: files are written into it side by side, and what is somebody else's is kept."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from guide.batch.ledger import FileEntry
from guide.batch.packing import Files
from guide.errors import Problem
from guide.frozen import frozen
from guide.manifest import own, sha256
from guide.output import Kept, sync_folder, write_atomically

AT_ONCE = 8  # files: each waits for the disk, and together they wait hardly longer than one


@frozen(kw_only=False)
class Put:
    """What became of files that were to be written: those that are there now, and what stood in the place of others."""

    files: dict[str, FileEntry]
    kept: dict[str, Problem]


def put_all(folder: Path, files: Files, known: Mapping[str, FileEntry | None]) -> Put:
    """Write files into a folder, each whole or not at all, and wait until they are on the disk. `known`: as they were written before."""
    put = Put({}, {})
    with ThreadPoolExecutor(AT_ONCE) as threads:
        found = threads.map(lambda pair: put_one(folder / pair[0], pair[1], known[pair[0]]), files.items())
        for (name, data), problem in zip(files.items(), found):
            if problem:
                put.kept[name] = problem
            else:
                put.files[name] = FileEntry(len(data), sha256(data))
    if files:
        sync_folder(folder)
    return put


def put_one(path: Path, data: bytes, known: FileEntry | None) -> Problem | None:
    """Write a file, unless it is there already; the problem of another one in its place."""
    try:
        if not has(path, data):
            write_atomically(path, data, own(known.sha256 if known else None), alone=False)
    except Kept as error:
        return error.problems[0]
    return None


def has(path: Path, data: bytes) -> bool:
    """Whether a file has these bytes already, as where a run was killed before it was written down."""
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def is_whole(path: Path, known: FileEntry | None) -> bool:
    """Whether a file is there, as large as it was written."""
    try:
        return known is not None and path.stat().st_size == known.bytes
    except OSError:
        return False
