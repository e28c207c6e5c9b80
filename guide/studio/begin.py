"""A guide that begins in the studio: where it will be kept, and the files of an empty one or of the example."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from guide.content.edit import Plain
from guide.content.edit_keys import TOP, KeyEdit, edit_file
from guide.content.yaml_text import scalar
from guide.exchange.mapping.read import mapping_schema
from guide.output import NEW, write_all
from guide.project import all_schemas
from guide.starter import LETTER, Beginning, starter_texts
from guide.studio.owners import GUIDE_KIND, ORDERS

MAIN = "guide.yaml"
SECTION = "sections/1-first.yaml"
NOT_WHOLE, FULL, FILE, CLOSED = ("not_whole", "full", "file", "closed")


class Answers(NamedTuple):
    """What is asked before an empty guide."""

    title: str
    publisher: str = ""
    language: str = "en"
    paper: str = LETTER
    section: str = ""  # the title of the first one; "" for none yet


def is_free(folder: Path) -> bool:
    """Whether a guide can begin in a folder: there is nothing in it, or no such folder."""
    try:
        return not folder.exists() or folder.is_dir() and not any(folder.iterdir())
    except OSError:  # nobody can say
        return False


def why_not(folder: Path) -> str:
    """Why no guide can begin there, as one of the words above; "" where it can."""
    if not folder.is_absolute():
        return NOT_WHOLE
    around = next((each for each in (folder, *folder.parents) if each.exists()), folder)
    if not around.is_dir():
        return FILE
    if not os.access(around, os.W_OK | os.X_OK):
        return CLOSED
    return "" if is_free(folder) else FULL


def begin_empty(folder: Path, answers: Answers, today: date) -> None:
    """Write an empty guide, all of it or nothing. FileExistsError where something is there; OSError."""
    write(folder, dict(empty_files(answers, today)))


def begin_example(folder: Path, today: date) -> None:
    """Write a copy of the example, all of it or nothing. FileExistsError where something is there; OSError."""
    write(folder, {name: text.encode() for name, text in starter_texts(Beginning(today=today))})


def empty_files(answers: Answers, today: date) -> Iterator[tuple[str, bytes]]:
    """Yield (name, bytes) of the files of a guide with a section, if that is wanted, and no listing in it."""
    beginning = Beginning(title=answers.title, language=answers.language, paper=answers.paper, today=today)
    for name, text in starter_texts(beginning):
        if name == MAIN:
            yield (
                name,
                edit_file(text.encode(), {TOP: list(main_edits(answers))}, Path(name), ORDERS[GUIDE_KIND]),
            )
        elif name == SECTION and answers.section:
            schema = text.partition("\n")[0]
            yield name, f"{schema}\ntitle: {scalar(answers.section)}\n".encode()
        elif not name.startswith("sections/"):
            yield name, text.encode()


def main_edits(answers: Answers) -> Iterator[KeyEdit]:
    """Yield what an empty guide says otherwise than the example."""
    sections: list[Plain] = [SECTION]
    yield KeyEdit("sections", sections if answers.section else None)
    if answers.language.partition("-")[0] != "en":
        yield KeyEdit("subtitle", None)  # which is in English
    if answers.publisher:
        yield KeyEdit("publisher", {"name": answers.publisher})


def write(folder: Path, files: dict[str, bytes]) -> None:
    """Write the files of a guide, with the schemas for editors."""
    if not is_free(folder):
        raise FileExistsError(folder)
    schemas = {f"schema/{name}": text.encode() for name, text in (all_schemas() | mapping_schema()).items()}
    paths = {folder / name: data for name, data in (schemas | files).items()}
    write_all(paths, dict.fromkeys(paths, NEW))
