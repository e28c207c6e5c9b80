"""The guide as it was in the edition before: of the content that was kept with it."""

import zlib
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import BadZipFile, ZipFile

from guide.content.edition import ARCHIVE
from guide.content.kept import edition_before
from guide.content.load import read_guide
from guide.model import Former
from guide.reading.folders import out_of


def former_guide(folder: Path, number: int, out: Path | None = None) -> Former | None:
    """The whole guide of the last edition with a number below this one; None where none was kept.

    `folder` is that of the content, `out` that of the editions where it is another than the guide's own. An old edition
    that is made again stands in the archive, and those before it beside it.
    """
    home = out or out_of(folder)
    old = edition_before(home.parent.parent if home.parent.name == ARCHIVE else home, number)
    return guide_in(old.content) if old and old.content else None


@lru_cache(maxsize=4)
def guide_in(path: Path) -> Former | None:
    """The guide in a ZIP file of the archive, which is named by what it holds, on the day of its edition."""
    try:
        with TemporaryDirectory(prefix="guide-") as place, ZipFile(path) as archive:
            archive.extractall(place)
            guide, _ = read_guide(place)
    except (OSError, EOFError, BadZipFile, zlib.error):
        return None
    if guide is None or not guide.sections:
        return None
    return Former(path.stem, replace(guide, day=guide.edition.date))
