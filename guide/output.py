"""The one way to write a file: guarded, whole or not at all, and compared before it replaces another."""

import errno
import hashlib
import io
import os
import stat
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple, TypeAlias, TypeVar

from guide.errors import GuideError, Mark, Problem
from guide.expressions import expression
from guide.problems import output as kinds
from guide.problems.kind import ProblemKind

try:
    import fcntl
except ImportError:  # Windows has none and needs none: it does not delete a file that is open
    fcntl = None  # type: ignore[assignment]  # which each use of it asks for

PREFIX, SUFFIX = ".guide-", ".part"
DRAFT = expression(r"\.guide-\d+-\d+\.part")
NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
TRIES = 50  # to write into files that other runs write into too
PATIENCE = 10  # seconds to wait for another run that replaces the same file
END = expression(rb"\nstartxref\n(\d+)\n%%EOF\n\Z")
IDENTITY = expression(rb"/ID \[<([0-9a-f]{32})><\1>\]")
Edited: TypeAlias = Mapping[Path, tuple[bytes, bytes]]  # files: as they were read, and as they are to be
Result = TypeVar("Result")
ELSEWHERE = "choose another place, or ask who looks after this computer"
ADVICE = {
    errno.ENOSPC: "make room on the disk and run the command again",
    errno.EDQUOT: "make room on the disk and run the command again",
    errno.EFBIG: "the file is larger than this system allows",
    errno.EACCES: ELSEWHERE,
    errno.EPERM: ELSEWHERE,
    errno.EROFS: "choose another place: this disk can only be read",
    errno.EEXIST: "a file stands where its folder should be; choose another place",
    errno.ENOTDIR: "a file stands where its folder should be; choose another place",
    errno.EISDIR: "a folder stands where the file should be; choose another name",
    errno.EINVAL: "choose another name",
    errno.ELOOP: "a link there leads to itself; choose another name",
    errno.ENAMETOOLONG: "choose a shorter name",
    errno.EBUSY: "wait until the other run has ended, and run the command again",
}


# --- what may be replaced ---------------------------------------------------------------------------


class Rule(NamedTuple):
    """What may be replaced, judged by its bytes, and the kind of problem of anything else."""

    allows: Callable[[bytes], bool]
    kept: ProblemKind = kinds.NOT_OURS


class Kept(GuideError):
    """Something stands in a file's place that its rule does not allow to be replaced; it stays as it is."""


def is_made_here(data: bytes) -> bool:
    """Whether this is a PDF that this program made, and that nobody has changed since.

    Its ID is the digest of all before its last object, which holds the ID, see guide/pdf/backend.py.
    """
    end = END.search(data, max(0, len(data) - 40))
    start = int(end[1]) if end else 0
    identity = IDENTITY.search(data, start)
    if not identity or data.count(b"\nstartxref\n", start) != 1:
        return False
    return hashlib.md5(memoryview(data)[:start], usedforsecurity=False).hexdigest().encode() == identity[1]


def begins(start: bytes) -> Rule:
    """A rule for a file that begins as this command writes it."""
    return Rule(lambda old: old.startswith(start))


def as_read(data: bytes | None) -> Rule:
    """A rule for a file that still is what was read from it; None where there was none."""
    return Rule(lambda old: old == data, kinds.CHANGED_MEANWHILE)


NEW = Rule(lambda old: not old, kinds.TAKEN)
MADE = Rule(lambda old: not old or is_made_here(old), kinds.OTHER_PDF)


def refusal(path: str | Path, over: Rule, data: bytes | None = None) -> Problem | None:
    """The Problem of a file that would be lost, None where it may be replaced; OSError where it cannot be read."""
    target = Path(os.path.realpath(path))
    with naming(path):
        refuse_what_is_no_file(target)
        return judge(path, target.read_bytes() if target.exists() else None, over, data)


def judge(path: str | Path, old: bytes | None, over: Rule, data: bytes | None) -> Problem | None:
    """The Problem of what stands in a file's place, None where it may be replaced by data."""
    if old is None or old == data or over.allows(old):
        return None
    return over.kept.at(Mark(Path(path)))


def refuse_all(files: Mapping[Path, bytes], rules: Mapping[Path, Rule]) -> None:
    """Raise Kept with a problem for each of files, {path: bytes}, that its rule keeps; rules is {path: Rule}."""
    problems = [problem for path, data in files.items() if (problem := refusal(path, rules[path], data))]
    if problems:
        raise Kept(problems)


# --- writing ----------------------------------------------------------------------------------------


def write_atomically(
    path: str | Path,
    data: bytes,
    over: Rule = NEW,
    keep_mode: bool = False,
    private: bool = False,
    alone: bool = True,
) -> bytes | None:
    """Put data (bytes) in the place of a file in one step; its folder is made where it is missing. What stood there, or None.

    `over`: what may be replaced; anything else stays, and Kept is raised. It is judged while no other run can replace it.
    `keep_mode`: whoever may read and write the old file may do so with the new one. `private`: only the user may read it.
    Not `alone`: it is one of many, and who writes them calls `clear_litter` before and `sync_folder` behind them.

    Killed at any moment, the old file or the new one is there, whole. What a killed run leaves behind,
    the next run clears. A link stays a link, to the new file. OSError names the path that was wanted.
    """
    with naming(path):
        while True:
            target = Path(os.path.realpath(path))
            refuse_what_is_no_file(target)
            target.parent.mkdir(parents=True, exist_ok=True)
            if alone:
                clear_litter(target.parent)
            with held(target) as old:
                if problem := judge(path, old, over, data):
                    raise Kept([problem])
                with suppress(FileExistsError):  # another run made one just now, which has to be judged
                    replace(
                        target,
                        data,
                        old is None,
                        target.stat().st_mode if keep_mode and old is not None else None,
                        private,
                        alone,
                    )
                    return old


def write_all(files: Mapping[Path, bytes], rules: Mapping[Path, Rule], keep_mode: bool = False) -> None:
    """Write files, {path: bytes}, all or none: what was written is put back where a later one fails. As write_atomically."""
    refuse_all(files, rules)
    before: dict[Path, bytes | None] = {}
    try:
        for path, data in files.items():
            before[path] = write_atomically(path, data, rules[path], keep_mode)
    except BaseException:
        for path, old in before.items():
            with suppress(Kept):  # it was changed again since
                put_back(path, old, files[path])
        raise


def write_edited(edit: Callable[[], tuple[Result, Edited]], tries: int = TRIES) -> Result:
    """Write into files of the content, all or none, what `edit()` makes of them as they are now; what it gives.

    Where another run has written into one of them meanwhile, it is asked again.
    """
    while True:
        tries -= 1
        result, files = edit()
        old = {path: as_read(before) for path, (before, _) in files.items()}
        try:
            write_all({path: after for path, (_, after) in files.items()}, old, keep_mode=True)
        except Kept:
            if not tries:
                raise
        else:
            return result


def put_back(path: Path, old: bytes | None, new: bytes) -> None:
    """Undo the writing of a file."""
    if old is None:
        delete(path, as_read(new))
    else:
        write_atomically(path, old, as_read(new), keep_mode=True)


def delete(path: str | Path, over: Rule) -> bool:
    """Delete a file that the rule gives up; whether it did. A link is somebody's, and stays."""
    path = Path(path)
    if path.is_symlink() or not path.is_file():
        return False
    with naming(path), held(path) as old:
        if old is None or not over.allows(old):
            return False
        path.unlink()
        return True


def remove_empty(folder: Path) -> bool:
    """Remove a folder in which nothing is left; whether it did."""
    try:
        folder.rmdir()
    except OSError:  # something is in it, or it is not there
        return False
    return True


@contextmanager
def naming(path: str | Path) -> Iterator[None]:
    """An OSError within it names the path that was wanted."""
    try:
        yield
    except OSError as error:
        raise type(error)(error.errno, error.strerror, str(path)) from error


def refuse_what_is_no_file(target: Path) -> None:
    """Raise OSError for a folder, a device or a write-protected file, which a file must not replace."""
    mode = (
        target.lstat().st_mode if os.path.lexists(target) else None
    )  # os.path.realpath leaves a link that leads to itself
    if mode is not None and stat.S_ISLNK(mode):
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    if mode is not None and stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if mode is not None and not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, "Not an ordinary file")
    if mode is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


@contextmanager
def held(target: Path) -> Iterator[bytes | None]:
    """What a file holds, None where it is missing, while no other run of this program replaces it."""
    file = open_alone(target)
    if file is None:
        yield None
        return
    with file:
        old = file.read()
        if fcntl is None:
            file.close()  # Windows does not replace an open file
        yield old


def open_alone(target: Path) -> BinaryIO | None:
    """A file that is there, open and locked; None where it is missing. OSError if another run keeps it too long."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            file = target.open("rb")
        except FileNotFoundError:
            return None
        if locked(file) and is_still(file, target):
            return file
        file.close()
        time.sleep(0.01)
    raise OSError(errno.EBUSY, "Another run is writing this file")


def locked(file: BinaryIO) -> bool:
    """Whether the file is ours alone, or its disk has no locks: then comparing has to do."""
    try:
        return lock(file)
    except OSError:
        return True


def is_still(file: BinaryIO, target: Path) -> bool:
    """Whether an open file is the one that has the name now."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), target.stat())
    except FileNotFoundError:
        return False


def replace(
    target: Path,
    data: bytes,
    new: bool,
    mode: int | None = None,
    private: bool = False,
    alone: bool = True,
) -> None:
    """Write a draft beside the target and let it take the target's place; FileExistsError for a `new` one that is there."""
    draft, file = open_draft(target.parent, 0o600 if private else 0o666)
    try:
        with file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            if mode is not None:
                os.chmod(draft, stat.S_IMODE(mode))
            if fcntl is None:
                file.close()  # Windows does not rename an open file
            put_in_place(draft, target, new)
    except BaseException:  # Ctrl-C too leaves no litter
        with suppress(OSError):
            draft.unlink()
        raise
    if alone:
        sync_folder(target.parent)


def put_in_place(draft: Path, target: Path, new: bool) -> None:
    """Give a draft its name, a `new` one only where there is none."""
    if new:
        try:
            os.link(draft, target)
        except FileExistsError:
            raise
        except OSError:  # a disk without links
            pass
        else:
            draft.unlink()
            return
    os.replace(draft, target)


def open_draft(folder: Path, mode: int = 0o666) -> tuple[Path, BinaryIO]:
    """(path, file) of a new file that stays locked while it is open: the lock says that its run is alive."""
    while True:
        draft = folder / f"{PREFIX}{os.getpid()}-{time.monotonic_ns()}{SUFFIX}"
        try:
            file = open(os.open(draft, NEW_FILE, mode), "wb")  # noqa: SIM115  the caller closes it
        except FileExistsError:
            continue
        with suppress(OSError):  # some network disks have no locks: then litter stays, and nothing is lost
            if lock(file) and os.fstat(file.fileno()).st_nlink:
                return draft, file
            file.close()
            continue  # another run took it for litter before it was locked
        return draft, file


def lock(file: BinaryIO) -> bool:
    """Whether the file is now ours alone; False if another run holds it."""
    if fcntl is None:
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def sync_folder(folder: Path) -> None:
    """Make the new name in the folder outlast a power cut, where the system can."""
    if os.name == "nt":  # it does not open folders
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network disks do not sync folders
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def clear_litter(folder: Path) -> None:
    """Delete the drafts of runs that were killed."""
    for draft in folder.glob(f"{PREFIX}*{SUFFIX}"):
        if not DRAFT.fullmatch(draft.name) or not draft.is_file():
            continue
        with suppress(OSError):  # somebody else's, or gone already
            if fcntl is None:
                draft.unlink()
                continue
            with draft.open("rb") as file:
                if lock(file):
                    draft.unlink()


# --- tables -----------------------------------------------------------------------------------------


def is_table(data: bytes, columns: Iterable[str], blank: int = 0) -> bool:
    """Whether this is a table (CSV) as it was made here with these columns, the last `blank` of them not filled in; or nothing."""
    import csv  # few commands write tables

    try:
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    except (UnicodeDecodeError, csv.Error):
        return False
    again = io.StringIO()
    csv.writer(again, quoting=csv.QUOTE_ALL).writerows(rows)
    as_made = again.getvalue().encode() == data.removeprefix(b"\xef\xbb\xbf")
    return (
        not data
        or as_made
        and rows[0] == list(columns)
        and not any(cell for row in rows[1:] for cell in row[len(row) - blank :])
    )
