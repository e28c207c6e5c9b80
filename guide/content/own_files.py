"""Files that content names: they lie in its folder."""

from pathlib import Path


def own_path(name: str, folder: Path) -> Path | None:
    """The absolute path of what is called so from the content folder on; None outside of it."""
    path = (folder / name).resolve()
    return path if path.is_relative_to(folder.resolve()) else None


def is_there(path: Path) -> bool:
    """Whether there is a file; there is none with a name that no file can have."""
    try:
        return path.is_file()
    except OSError:
        return False
