"""Pictures that content names: inside its folder, there, and PNG or JPEG that can be printed whole."""

from pathlib import Path

from guide.content.own_files import own_path
from guide.errors import Mark
from guide.pictures import PictureError, measure_picture, read_picture
from guide.problems import pictures as kinds
from guide.problems.kind import MessageValue, ProblemKind, Trouble
from guide.reading.source import Place, Source

LEAST_DOTS = 200  # to the inch
COVER_WIDTH, COVER_HEIGHT = 492, 330  # points, that a picture takes of a cover at most


def find_image(name: str, folder: Path) -> tuple[Path | None, Trouble | None]:
    """The picture's absolute path, or None; and what is wrong with it."""
    try:
        path = own_path(name, Path(folder))
        if path is None:
            return None, (kinds.IMAGE_OUTSIDE, {})
        if not path.is_file():
            return None, (kinds.NO_IMAGE, {})
        read_picture(path)
    except (OSError, ValueError):
        return None, (kinds.IMAGE, {})
    except PictureError as error:
        return None, (error.kind, error.values)
    return path, None


def own_image(name: str, place: Place | Mark, source: Source) -> Path | None:
    """The picture's absolute path; None where it cannot be printed, which is reported."""
    path, trouble = find_image(name, source.folder)
    if trouble:
        kind, said = trouble
        source.report(place, kind, name=name, **said)
    return path


def check_cover_dots(name: str, path: Path, place: Place, source: Source) -> None:
    """Warn of a picture with less than 200 dots to the inch at the largest size that covers print it in."""
    check_dots(name, path, (COVER_WIDTH, COVER_HEIGHT), place, source, kinds.COARSE_COVER)


def check_dots(
    name: str,
    path: Path,
    box: tuple[float, float],
    place: Place | Mark,
    source: Source,
    kind: ProblemKind,
    **values: MessageValue,
) -> None:
    """Warn of a picture with less than 200 dots to the inch where it fills a box of a width and a height in points."""
    try:
        wide, high = measure_picture(path)
    except (OSError, PictureError):
        return
    most_wide, most_high = box
    inches = min(most_wide, most_high * wide / high) / 72
    if wide < LEAST_DOTS * inches - 1:
        dots, pixels = round(wide / inches), round(LEAST_DOTS * inches)
        source.report(place, kind, name=name, dots=dots, pixels=pixels, **values)
