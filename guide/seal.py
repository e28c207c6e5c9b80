"""By what a file that was given out is known again: letters in it that are a digest of all else.

A file that somebody has changed since has other letters, and is never written over.
"""

import hashlib
import zipfile
from collections.abc import Mapping
from io import BytesIO

from guide.expressions import expression

LETTERS = "abcdefghijklmnop"  # a digit of sixteen each: letters are the same in braille as in print
LENGTH = 16
BLANK = "make-guide seal " + LENGTH * "z"
SEAL = expression(rb"make-guide seal ([a-z]{16})")
WHEN = (1980, 1, 1, 0, 0, 0)  # of the files in an archive: the same bytes at every run


def digest_of(data: bytes) -> str:
    """The letters of some bytes."""
    found = hashlib.sha256(data).hexdigest()[:LENGTH]
    return "".join(LETTERS[int(digit, 16)] for digit in found)


def sealed(text: str) -> bytes:
    """A text with its seal in the place of BLANK, which stands in it once."""
    data = text.encode("utf-8")
    return data.replace(BLANK.encode(), b"make-guide seal " + digest_of(data).encode(), 1)


def is_sealed(data: bytes) -> bool:
    """Whether a text is as it was sealed; or nothing."""
    if not data:
        return True
    found = SEAL.search(data)
    if not found:
        return False
    blank = data[: found.start(1)] + LENGTH * b"z" + data[found.end(1) :]
    return found[1].decode() == digest_of(blank)


def seal_of(members: Mapping[str, bytes]) -> str:
    """The seal of several files: to stand in one more."""
    parts = (f"{name}\0{hashlib.sha256(data).hexdigest()}\n" for name, data in sorted(members.items()))
    return f"make-guide seal {digest_of(''.join(parts).encode())}"


def archive(members: Mapping[str, bytes]) -> bytes:
    """A ZIP file of some members, the same at every run."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(zipfile.ZipInfo(name, WHEN), data, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def is_sealed_archive(data: bytes, place: str) -> bool:
    """Whether a ZIP file is as it was sealed, its seal in the member of that name; or nothing."""
    if not data:
        return True
    try:
        with zipfile.ZipFile(BytesIO(data)) as made:
            members = {name: made.read(name) for name in made.namelist()}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return False
    return archive(members) == data and are_sealed(members, place)


def are_sealed(members: Mapping[str, bytes], place: str) -> bool:
    """Whether some files are as they were sealed."""
    seal = members.get(place, b"")
    others = {name: each for name, each in members.items() if name != place}
    return seal_of(others).encode() in seal
