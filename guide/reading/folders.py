"""The content files of a folder, a problem for each that has no place there, and where what is made of it stands."""

import os
import unicodedata
from pathlib import Path

from guide.errors import Mark, Problem
from guide.problems import reading as kinds

SUFFIXES = (".yaml", ".yml")
MAIN_FILE = "guide.yaml"
CONTENT, OUT = "content", "out"


def out_of(content: Path) -> Path:
    """The folder for what is made of a guide, beside its guide.yaml; of a folder `content`, beside that folder.

    It is the same however the content folder is named, and no two guides share one.
    """
    around = content.parent if content.name else content / ".."
    if Path(os.path.abspath(content)).name == CONTENT and not (around / MAIN_FILE).is_file():
        return around / OUT
    return content / OUT


def yaml_files(folder: Path, suffixes: tuple[str, ...] = SUFFIXES) -> tuple[list[Path], tuple[Problem, ...]]:
    """(paths of the YAML files in a folder, or of those with other endings, sorted; problems). A folder that is not there
    holds none.

    What an editor keeps beside a file is none: its name begins with a point.
    """
    paths, problem = list_folder(folder)
    paths = [path for path in paths if path.suffix in suffixes and not path.name.startswith(".")]
    unnamed = [path for path in paths if not is_named(path)]
    problems = [problem] if problem else [_badly_named(path) for path in unnamed]
    return [path for path in paths if path not in unnamed], tuple(problems)


def list_folder(folder: Path) -> tuple[list[Path], Problem | None]:
    """(paths of all that is in a folder, sorted; a Problem or None). A folder that is not there is empty."""
    try:
        return sorted(folder.iterdir()), None
    except FileNotFoundError:
        if not folder.is_symlink():
            return [], None
        why = "it is a link to what does not exist"
    except NotADirectoryError:
        why = "it is a file"
    except OSError as error:
        why = error.strerror or str(error)
    return [], kinds.FOLDER.at(Mark(folder), reason=why)


def is_named(path: Path) -> bool:
    """Whether the name of a file is text: old systems have written names in other encodings than UTF-8."""
    try:
        path.name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return not any(unicodedata.category(c) in ("Cc", "Zl", "Zp") for c in path.name)


def _badly_named(path: Path) -> Problem:
    return kinds.FILE_NAME.at(Mark(path))
