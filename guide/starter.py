"""A guide of one's own to begin with: content with comments that teach, and three editions."""

from pathlib import Path

from guide.output import NEW, write_atomically

STARTER = Path(__file__).resolve().parent / "starter"


def start_guide(folder: str | Path) -> list[Path]:
    """Write the files of a new guide into a folder; the paths written. FileExistsError where there are files already."""
    folder = Path(folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(folder)
    written = []
    for source in sorted(STARTER.rglob("*.yaml")):
        path = folder / source.relative_to(STARTER)
        write_atomically(path, source.read_bytes(), NEW)
        written.append(path)
    return written
