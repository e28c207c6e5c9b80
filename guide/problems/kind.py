"""What a kind of problem is, and how it becomes one at its place."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeAlias

from guide.errors import ERROR, WARNING, Mark, Problem

__all__ = ["ERROR", "WARNING", "ProblemKind", "MessageValue", "and_more"]

GUESS = 'did you mean "{near}"?'
MessageValue = str | int | float | date | Path | Mark | None  # what a message can say


class ProblemKind(NamedTuple):
    """A kind of problem, or one way to say it; in its texts the maker's values take the places of their {names}."""

    name: str  # short and stable
    level: str
    what: str  # it is about, for the table in the docs; "" where a check has the same name, and says it
    message: str = ""  # what is wrong; "" for a kind with several ways to say it, which stand below it
    hint: str = ""  # what to do
    guess: str = GUESS  # what to do where the maker knows something `near`
    other_level: str = ""  # of a kind that is an error in one case and a warning in another
    switchable: bool = False  # a guide or a listing may turn it off

    def said(self, message: str, hint: str, level: str = "", guess: str = GUESS) -> "ProblemKind":
        """The same kind in other words, perhaps at its other level."""
        return self._replace(message=message, hint=hint, level=self._one_of_two(level), guess=guess)

    def at(self, mark: Mark, level: str = "", /, **values: MessageValue) -> Problem:
        """The problem at a place, perhaps at its other level."""
        return Problem(
            mark=mark,
            name=self.name,
            message=self.message.format(**values),
            hint=(self.guess if values.get("near") else self.hint).format(**values),
            level=self._one_of_two(level),
        )

    def _one_of_two(self, level: str) -> str:
        if level not in ("", self.level, self.other_level):
            raise ValueError(f"{self.name} is never {level}")
        return level or self.level


Trouble: TypeAlias = tuple[
    ProblemKind, Mapping[str, MessageValue]
]  # a problem whose place is not known yet, and what it is said with


def and_more(count: int) -> str:
    """ " (and 3 more)", "" for none."""
    return f" (and {count} more)" if count else ""
