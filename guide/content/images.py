"""Pictures that content names: inside its folder, there, and PNG or JPEG that can be printed whole."""

from pathlib import Path

from guide.pictures import PictureError, read_picture
from guide.problems import pictures as kinds
from guide.problems.kind import Trouble


def find_image(name: str, folder: Path) -> tuple[Path | None, Trouble | None]:
    """The picture's absolute path, or None; and what is wrong with it."""
    try:
        path = (Path(folder) / name).resolve()
        if not path.is_relative_to(Path(folder).resolve()):
            return None, (kinds.IMAGE_OUTSIDE, {})
        if not path.is_file():
            return None, (kinds.NO_IMAGE, {})
        read_picture(path)
    except (OSError, ValueError):
        return None, (kinds.IMAGE, {})
    except PictureError as error:
        return None, (error.kind, error.values)
    return path, None
