"""How handouts lie in their folder: a file each, many in an archive, or many in one document for the printer."""

import io
import tarfile
import zipfile
from collections.abc import Callable, Iterable, Mapping

FOLDER, ZIP, TAR, MERGED = "folder", "zip", "tar", "merged"
SIZES = {FOLDER: 16, ZIP: 250, TAR: 250, MERGED: 500}  # handouts that are made and written down together
NAMES = {ZIP: "handouts-{number:04}.zip", TAR: "handouts-{number:04}.tar"}

Files = Mapping[str, bytes]  # by name


def zip_of(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A ZIP archive of files, the same bytes for the same files; they are packed already."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in files:
            archive.writestr(zipfile.ZipInfo(name), data)
    return packed.getvalue()


def tar_of(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A TAR archive of files, the same bytes for the same files."""
    packed = io.BytesIO()
    with tarfile.TarFile(fileobj=packed, mode="w") as archive:
        for name, data in files:
            entry = tarfile.TarInfo(name)
            entry.size, entry.mode = len(data), 0o644
            archive.addfile(entry, io.BytesIO(data))
    return packed.getvalue()


ARCHIVES: Mapping[str, Callable[[Iterable[tuple[str, bytes]]], bytes]] = {ZIP: zip_of, TAR: tar_of}
