"""The file being read, and the nodes that it consists of.

A node is a plain tuple (value, place), made half a million times for a large guide. Its value is
str for a text (YAML's numbers, dates and truth values are texts here), list for a list, and for a
mapping a tuple of pairs of nodes, in the order of the file and with every duplicate.

A place is a mark as the YAML parser gives it: index, line and column, counted from 0.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import replace
from itertools import accumulate
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from guide.errors import Mark, Problem
from guide.expressions import expression
from guide.problems.kind import MessageValue, ProblemKind
from guide.problems.reading import TOO_MANY
from guide.problems.syntax import SYNTAX

MAX_MESSAGE, MAX_NAME = 1200, 120  # characters of what is said, and of a name in it
MAX_PROBLEMS = 1000  # in one file; whoever has more of them has another problem


SECRET = "confidential"
SENTENCE = 6  # words of a line, at least: "All calls are free and confidential"
OF_A_PLACE = expression(rf"\d|address|street|{SECRET}\W*:|:\W*{SECRET}\W*$")


def may_tell_secret(line: str) -> bool:
    """Whether a line, in small letters, may say that an address is confidential: all that have the word but plain sentences."""
    return SECRET in line and (len(line.split()) < SENTENCE or bool(OF_A_PLACE.search(line)))


def shown(text: str, most: int = MAX_MESSAGE) -> str:
    """A text short enough to be read in a message."""
    return text if len(text) <= most else f"{text[: most // 2]}\u2026{text[-most // 2 :]}"


class Place(NamedTuple):
    """Where something stands in a file's text, counted from 0."""

    index: int  # type: ignore[assignment]  # as the YAML parser names it
    line: int
    column: int


# A text; a list; or a mapping, whose keys are nodes too.
Value: TypeAlias = "str | list[Node] | Pairs"
Pairs: TypeAlias = "tuple[tuple[Node, Node], ...]"
Node: TypeAlias = tuple[Value, Place]


class Mention(NamedTuple):
    """A listing's text names another listing by its id."""

    id: str
    mark: Mark
    owner: str  # the name of the listing that mentions, "" outside of one


class Secret(NamedTuple):
    """The digest of a street with its number, its city, and the listing whose address it is."""

    digest: str
    city: str
    mark: Mark


Found = tuple[list[Problem], list[Mention], list[tuple[str, Mark]], list[Secret], str]


class Source:
    """One content file while it is read: its text, its country, and what was found in it."""

    __slots__ = (
        "path",
        "text",
        "folder",
        "country",
        "own",
        "problems",
        "mentions",
        "blanks",
        "secrets",
        "line_starts",
    )

    def __init__(
        self, path: Path, folder: Path, country: str = "US", own: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        self.path = path
        self.folder = folder
        self.country = country
        self.own = dict(own)  # words that the guide itself has given a meaning
        self.text = ""
        self.problems: list[Problem] = []
        self.mentions: list[Mention] = []
        self.secrets: list[Secret] = []  # see content.leaks
        self.blanks: list[tuple[str, Mark]] = []  # (key, mark) of values that are nothing but spaces
        self.line_starts: tuple[int, ...] = ()  # made when the first is asked for

    def mark(self, place: Place | None) -> Mark:
        """The place as people and editors count it; the whole file where there is none."""
        return Mark(self.path, place.line + 1, place.column + 1) if place else Mark(self.path)

    def report(self, place: Place | Mark | None, kind: ProblemKind, /, **values: MessageValue) -> None:
        """Add a problem of a kind, which says it with these values."""
        mark = place if isinstance(place, Mark) else self.mark(place)
        if len(self.problems) == MAX_PROBLEMS:
            kind, values = TOO_MANY, {"most": MAX_PROBLEMS}
        if len(self.problems) <= MAX_PROBLEMS:
            problem = kind.at(mark, **values)
            self.problems.append(replace(problem, message=shown(problem.message), hint=shown(problem.hint)))

    @property
    def is_full(self) -> bool:
        """Whether there are so many problems that no more are kept."""
        return len(self.problems) > MAX_PROBLEMS

    @property
    def found(self) -> Found:
        """All that was found while the file was read, in lists of their own."""
        return self.problems[:], self.mentions[:], self.blanks[:], self.secrets[:], self.text

    @found.setter
    def found(self, found: Found) -> None:
        problems, mentions, blanks, secrets, self.text = found
        self.problems, self.mentions = problems[:], mentions[:]
        self.blanks, self.secrets = blanks[:], secrets[:]

    def add_blank(self, key: str, place: Place) -> None:
        """Keep a value of blanks, which is as good as none, to be told with the others of its key."""
        self.blanks.append((key, self.mark(place)))

    def replace_text(self, text: str) -> None:
        """Take another text in the place of the file's, with as many lines."""
        self.text, self.line_starts = text, ()

    @property
    def is_damaged(self) -> bool:
        """Whether a part of the file could not be read, so that what it holds is not all that it should."""
        return any(problem.name in SYNTAX for problem in self.problems)

    @property
    def is_quotable(self) -> bool:
        """Whether messages may repeat its texts: not where one of them may be a confidential address."""
        text = self.text.lower()
        return SECRET not in text or not any(map(may_tell_secret, text.splitlines()))

    def has(self, kind: ProblemKind) -> bool:
        """Whether a problem of this kind was found in the file."""
        return any(problem.name == kind.name for problem in self.problems)

    def line_at(self, place: Place) -> str:
        """The whole line in which a place lies."""
        end = self.text.find("\n", place.index)
        return self.text[self.text.rfind("\n", 0, place.index) + 1 : end if end >= 0 else None]

    def find(self, place: Place, fragment: str) -> Mark:
        """The mark of a fragment of the text that begins at a place; of its first word if it was folded."""
        for words in (fragment, fragment.strip(), *fragment.split()[:1]):
            index = self.text.find(words, place.index)
            if words and index >= 0:
                return self.mark(self.place_at(index))
        return self.mark(place)

    def add_mention(self, listing_id: str, place: Place) -> None:
        """Keep a mention, to be judged when every listing is known."""
        self.mentions.append(Mention(listing_id, self.find(place, f"[[{listing_id}]]"), ""))

    def place_at(self, index: int) -> Place:
        """The place of the character with this index."""
        if not self.line_starts:
            self.line_starts = (0, *accumulate(len(line) + 1 for line in self.text.split("\n")))
        line = bisect_right(self.line_starts, index) - 1
        return Place(index, line, index - self.line_starts[line])

    def name_owner(self, start: tuple[int, int], owner: str) -> None:
        """Name the listing in every problem and mention since `start`, a pair of counts."""
        first_problem, first_mention = start
        for n in range(first_problem, len(self.problems) if owner else 0):
            problem = self.problems[n]
            self.problems[n] = replace(problem, message=f"{shown(owner, MAX_NAME)}: {problem.message}")
        for n in range(first_mention, len(self.mentions)):
            self.mentions[n] = self.mentions[n]._replace(owner=owner)
