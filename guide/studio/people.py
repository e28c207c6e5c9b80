"""Who gets mail, as the page says it: a file of recipients, or addresses that were typed, kept only while they are read."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from guide.errors import ERROR, GuideError, Problem
from guide.expressions import expression
from guide.mail.recipients import Recipient, load_recipients
from guide.output import write_atomically
from guide.studio.findings import said

TYPED = "addresses.yaml"
ENDS = (".csv", ".tsv", ".txt", ".yaml", ".yml")
BETWEEN = expression(r"[,;\n]")


class People(NamedTuple):
    """Who gets mail; nobody where both are empty."""

    name: str = ""  # of the file
    data: bytes = b""
    typed: str = ""  # addresses, a line each, or with commas between

    @property
    def is_nobody(self) -> bool:
        """Whether nobody is named."""
        return not self.data and not addresses_in(self.typed)


class Row(NamedTuple):
    """What is wrong, and in which line of the file; 0 for the whole."""

    says: str
    line: int
    is_error: bool


def addresses_in(typed: str) -> list[str]:
    """The addresses in a text."""
    return [each.strip() for each in BETWEEN.split(typed) if each.strip()]


@contextmanager
def file_of(people: People) -> Iterator[Path | None]:
    """The file that the mail command reads, in a folder of its own that only the user can read, and that is gone afterwards."""
    if people.is_nobody:
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="guide-people-") as folder:
        if people.data:
            end = Path(people.name).suffix.lower()
            path, data = Path(folder) / f"recipients{end if end in ENDS else '.csv'}", people.data
        else:
            lines = (f"- {json.dumps(each, ensure_ascii=False)}\n" for each in addresses_in(people.typed))
            path, data = Path(folder) / TYPED, "".join(lines).encode()
        write_atomically(path, data, private=True)
        yield path


def look_at(people: People, editions: Collection[str]) -> tuple[tuple[Recipient, ...], list[Row]]:
    """(recipients, all that is wrong): each address is checked; no recipients where one has to be mended."""
    with file_of(people) as path:
        if path is None:
            return (), []
        try:
            recipients, _, problems = load_recipients(path, editions)
        except GuideError as error:
            return (), rows_of(error.problems, people, path)
        return recipients, rows_of(problems, people, path)


def rows_of(problems: Collection[Problem], people: People, path: Path | None) -> list[Row]:
    """Problems as the page shows them: the file that was read for a moment is named by its own name."""
    return [row_of(each, people, path) for each in problems]


def row_of(problem: Problem, people: People, path: Path | None) -> Row:
    mine = path is not None and problem.mark.path == path
    own = people.name or ""
    message, hint = (text.replace(str(path), own) for text in (problem.message, problem.hint))
    says = said(replace(problem, message=message, hint=hint) if path else problem, "")
    return Row(says, problem.mark.line if mine and people.data else 0, problem.level == ERROR)
