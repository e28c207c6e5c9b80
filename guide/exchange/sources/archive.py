"""Archives (.zip): the tables in them, each under the archive's name, with a limit to what they unpack to."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from guide.errors import GuideError, Mark
from guide.problems import sources as kinds

LARGEST = 300_000_000  # bytes, unpacked
LARGEST_MB = LARGEST // 1_000_000


def read_archive(data: bytes, source: str) -> Iterator[tuple[str, bytes]]:
    """Yield (path in the archive, bytes) of its files, in the order of their names; nothing is written to the disk."""
    mark = Mark(Path(source))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [each for each in archive.infolist() if not each.is_dir() and is_meant(each.filename)]
            if sum(each.file_size for each in members) > LARGEST:
                raise GuideError([kinds.LARGE_SOURCE.at(mark, limit=LARGEST_MB)])
            for each in sorted(members, key=lambda member: member.filename):
                yield each.filename, archive.read(each)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError) as error:
        raise GuideError([kinds.NO_ARCHIVE.at(mark, reason=str(error))]) from None


def is_bundle(data: bytes) -> bool:
    """Whether bytes are an archive of files, and no document or spreadsheet, which are archives too; one may lie in it as it is."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return not {"[Content_Types].xml", "mimetype"} & set(archive.namelist())
    except (zipfile.BadZipFile, OSError):
        return False


def is_meant(name: str) -> bool:
    """Whether a file is the owner's, and not what Macs and others add to archives."""
    parts = PurePosixPath(name).parts
    return not any(part.startswith((".", "__MACOSX")) for part in parts)
