"""Pictures that content names: inside its folder, PNG or JPEG, and there."""

from pathlib import Path

SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def find_image(name, folder):
    """The picture's absolute path, or None; and what is wrong with it and what to do."""
    try:
        path = (Path(folder) / name).resolve()
        if not path.is_relative_to(Path(folder).resolve()):
            return None, (f'the picture "{name}" is outside the content folder', "copy it into the folder")
        if not path.is_file():
            return None, (f'there is no picture "{name}"', "check its name; it is looked for in the content folder")
        with path.open("rb") as file:
            start = file.read(8)
    except (OSError, ValueError):
        return None, (f'the picture "{name}" cannot be read', "check its name and who may read it")
    if not start.startswith(SIGNATURES):
        return None, (f'the picture "{name}" is neither PNG nor JPEG', "save it as PNG or JPEG")
    return path, ()
