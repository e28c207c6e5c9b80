"""Pictures that content names: inside its folder, there, and PNG or JPEG that can be printed whole."""

from pathlib import Path

from guide.pictures import PictureError, read_picture
from guide.problems import pictures as kinds


def find_image(name, folder):
    """The picture's absolute path, or None; and (the kind of problem with it, what that is said with) or ()."""
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
    return path, ()
