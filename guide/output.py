"""Files written whole or not at all."""

import errno
import os
import stat
import time
from contextlib import suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows has none and needs none: it does not delete a file that is open
    fcntl = None

PREFIX, SUFFIX = ".guide-", ".part"
NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def write_atomically(path, data, keep_mode=False):
    """Put data (bytes) in the place of a file in one step; its folder is made where it is missing.

    `keep_mode`: whoever may read and write the old file may do so with the new one.

    Killed at any moment, the old file or the new one is there, whole. What a killed run leaves behind,
    the next run clears. A link stays a link, to the new file. OSError names the path that was wanted.
    """
    target = Path(os.path.realpath(path))
    try:
        refuse_what_is_no_file(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        clear_litter(target.parent)
        replace(target, data, target.stat().st_mode if keep_mode else None)
    except OSError as error:
        raise type(error)(error.errno, error.strerror, str(path)) from error


def refuse_what_is_no_file(target):
    """Raise OSError for a folder or a device, which a file must not replace."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if target.exists() and not target.is_file():
        raise OSError(errno.EINVAL, "Not an ordinary file")


def replace(target, data, mode=None):
    """Write a draft beside the target and let it take the target's place."""
    draft, file = open_draft(target.parent)
    try:
        with file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            if mode is not None:
                os.chmod(draft, stat.S_IMODE(mode))
            if fcntl is None:
                file.close()  # Windows does not rename an open file
            os.replace(draft, target)
    except BaseException:  # Ctrl-C too leaves no litter
        with suppress(OSError):
            draft.unlink()
        raise
    sync_folder(target.parent)


def open_draft(folder):
    """(path, file) of a new file that stays locked while it is open: the lock says that its run is alive."""
    while True:
        draft = folder / f"{PREFIX}{os.getpid()}-{time.monotonic_ns()}{SUFFIX}"
        try:
            file = open(os.open(draft, NEW_FILE, 0o666), "wb")
        except FileExistsError:
            continue
        with suppress(OSError):  # some network disks have no locks: then litter stays, and nothing is lost
            if lock(file) and os.fstat(file.fileno()).st_nlink:
                return draft, file
            file.close()
            continue  # another run took it for litter before it was locked
        return draft, file


def lock(file):
    """Whether the file is now ours alone; False if another run holds it."""
    if fcntl is None:
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def sync_folder(folder):
    """Make the new name in the folder outlast a power cut, where the system can."""
    if os.name == "nt":  # it does not open folders
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network disks do not sync folders
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def clear_litter(folder):
    """Delete the drafts of runs that were killed."""
    for draft in folder.glob(f"{PREFIX}*{SUFFIX}"):
        with suppress(OSError):  # somebody else's, or gone already
            if fcntl is None:
                draft.unlink()
                continue
            with draft.open("rb") as file:
                if lock(file):
                    draft.unlink()
