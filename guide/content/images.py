"""Pictures that content names: inside its folder, there, and PNG or JPEG that can be printed whole."""

from pathlib import Path

from guide.pictures import PictureError, read_picture


def find_image(name: str, folder: Path) -> tuple[Path | None, tuple[str, str] | tuple[()]]:
    """The picture's absolute path, or None; and what is wrong with it and what to do."""
    try:
        path = (Path(folder) / name).resolve()
        if not path.is_relative_to(Path(folder).resolve()):
            return None, (f'the picture "{name}" is outside the content folder', "copy it into the folder")
        if not path.is_file():
            return None, (
                f'there is no picture "{name}"',
                "check its name; it is looked for in the content folder",
            )
        read_picture(path)
    except (OSError, ValueError):
        return None, (f'the picture "{name}" cannot be read', "check its name and who may read it")
    except PictureError as error:
        return None, (f'the picture "{name}" {error.what}', error.hint)
    return path, ()
