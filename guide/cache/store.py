"""A folder of the disk in which builds keep what serves the next one; nobody else may read it or write into it.

Each file begins with a digest that only who knows the folder's key can make, over its name and all that follows: what is damaged,
cut short, somebody else's or another program's is as good as missing. Files take their names when they are whole; of two builds
at once the last one's stays. What was not used for the longest time goes, so that the folder never holds more than `MOST`.
"""

from __future__ import annotations

import hmac
import marshal
import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

from guide.output import clear_litter, open_draft

MOST = 500_000_000  # bytes of all files
ENDING = ".kept"
KEY = "key"  # the file with the key
KEY_SIZE, DIGEST_SIZE = 32, 32  # bytes
OF_OTHERS = stat.S_IRWXG | stat.S_IRWXO
HAS_OWNERS = hasattr(os, "getuid")  # Windows keeps the folders of people apart in its own way


class Refused(Exception):
    """The folder cannot be used; its words say why, and what to do."""


class Store:
    """The folder; `trouble` says why something was not kept, "" while nothing was."""

    def __init__(self, folder: Path, most: int = MOST) -> None:
        self.folder, self.most, self.trouble = folder, most, ""
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            refuse_others(folder)
            clear_litter(folder)
            self.key = self.read_key() or self.new_key()
        except OSError as error:
            raise Refused(f"{folder} cannot be used ({error.strerror}); name another folder") from None

    def read_key(self) -> bytes | None:
        """The key; None where there is none, or a broken one."""
        path = self.folder / KEY
        if not os.path.lexists(path):
            return None
        refuse_others(path)
        key = path.read_bytes()
        return key if len(key) == KEY_SIZE else None

    def new_key(self) -> bytes:
        """Another key: what was kept with the one before is not known any more."""
        self.put(KEY, os.urandom(KEY_SIZE))
        return self.read_key() or b""

    def read(self, name: str) -> Any:
        """The data of a name; None where they are missing, or not as this program has written them."""
        path = self.folder / f"{name}{ENDING}"
        try:
            found = path.read_bytes()
            os.utime(path)
        except OSError:
            return None
        body = memoryview(found)[DIGEST_SIZE:]
        if not hmac.compare_digest(found[:DIGEST_SIZE], self.digest(name, body)):
            return None
        try:
            return marshal.loads(body)
        except (EOFError, ValueError, TypeError):
            return None

    def write(self, name: str, data: Any) -> None:
        """Keep data, of tuples, texts and numbers, under a name; a disk that takes nothing more stops no build."""
        body = marshal.dumps(data)
        try:
            self.put(f"{name}{ENDING}", self.digest(name, body), body)
            self.make_room()
        except OSError as error:
            self.trouble = error.strerror or str(error)

    def drop(self, name: str) -> None:
        """Keep nothing under a name."""
        with suppress(OSError):
            (self.folder / f"{name}{ENDING}").unlink()

    def digest(self, name: str, body: bytes | memoryview) -> bytes:
        """What only this folder's builds can write before the data of a name."""
        made = blake2b(key=self.key, digest_size=DIGEST_SIZE)
        made.update(name.encode() + b"\0")
        made.update(body)
        return made.digest()

    def put(self, name: str, *parts: bytes) -> None:
        """Write a file that only the user may read; it takes its place when it is whole."""
        draft, file = open_draft(self.folder, 0o600)
        try:
            with file:
                file.writelines(parts)
            os.replace(draft, self.folder / name)
        except BaseException:  # Ctrl-C too leaves no litter
            with suppress(OSError):
                draft.unlink()
            raise

    def make_room(self) -> None:
        """Delete what was not used for the longest time while there is too much."""
        files = sorted(self.files(), reverse=True)
        total = 0
        for _, size, path in files:
            total += size
            if total > self.most:
                with suppress(OSError):
                    path.unlink()

    def files(self) -> Iterator[tuple[int, int, Path]]:
        """Yield (when it was used, its size, path) of each file."""
        for path in self.folder.glob(f"*{ENDING}"):
            with suppress(OSError):  # another build has deleted it
                state = path.stat()
                yield state.st_mtime_ns, state.st_size, path


def refuse_others(path: Path) -> None:
    """Raise Refused for what others may read or write, or what is somebody else's."""
    state = path.stat()
    if not HAS_OWNERS:
        return
    if state.st_uid != os.getuid():
        raise Refused(f"{path} is somebody else's; name a folder of your own")
    if state.st_mode & OF_OTHERS:
        raise Refused(
            f"others may read or change {path}; name a new folder, which is made for you alone, or run "
            f"chmod go-rwx {path}"
        )


class Shelf:
    """What of a store belongs to one edition of one content."""

    def __init__(self, store: Store, base: bytes, name: str) -> None:
        self.store, self.base, self.name = store, base, name
        self.is_empty = False  # or taken for it

    def read(self, base: bytes) -> Iterator[Any]:
        """Yield what both processes have kept that made it on the same base."""
        for who in () if self.is_empty else ("there", "here"):
            found = self.store.read(f"{self.name}-{who}")
            if found and found[0] == base:
                yield found[1]

    def write(self, who: str, base: bytes, made: Any) -> None:
        """Keep what a process has made."""
        self.store.write(f"{self.name}-{who}", (base, made))

    def drop(self, who: str) -> None:
        """Keep nothing of a process."""
        self.store.drop(f"{self.name}-{who}")
