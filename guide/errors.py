"""Problems with content: where, what is wrong, and what to do about it."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, TypeAlias

from guide.frozen import frozen

ERROR, WARNING = "error", "warning"


class Mark(NamedTuple):
    """A place in a content file; line and column count from 1, 0 where the place is the whole file."""

    path: Path
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return str(self.path)
        return f"{self.path}:{self.line}:{self.column}"


@frozen
class Problem:
    """One thing that is wrong with the content, for the person who can mend it."""

    mark: Mark
    name: str  # short and stable, as in the docs: "unknown-key"
    message: str  # what is wrong
    hint: str = ""  # what to do
    level: str = ERROR

    def __str__(self) -> str:
        text = f"{self.mark}: {self.message}"
        return f"{text}; {self.hint}" if self.hint else text


Problems: TypeAlias = tuple[Problem, ...]


class GuideError(Exception):
    """The content cannot be printed; carries every problem found, in the order of the files."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type[Exception], tuple[Problems]]:
        """As it goes to another process: it has only what was found."""
        return GuideError, (self.problems,)


def as_if_in(here: Path, problem: Problem, folder: Path) -> Problem:
    """A problem found in a copy of a content folder, as it is told of the folder itself, `here`."""
    path = problem.mark.path
    place = here / path.relative_to(folder) if path.is_relative_to(folder) else path
    texts = {name: getattr(problem, name).replace(str(folder), str(here)) for name in ("message", "hint")}
    return replace(problem, mark=problem.mark._replace(path=place), **texts)
