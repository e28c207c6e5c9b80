"""Where in a listing a problem is: at the words that its message quotes, not where the listing begins."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from guide.errors import Mark, Problem
from guide.expressions import expression
from guide.model import Guide
from guide.problems.reading import MISSING

QUOTED = expression(r'"([^"]{3,})"|((?:https?://|\S+@)[^\s;:]+)|(\d{4}-\d\d-\d\d)')
SHORTENED = "..."


def at_words(problems: Iterable[Problem], guide: Guide) -> list[Problem]:
    """The problems of listings, each at the words that it is about where its message quotes them; list of Problem."""
    begins: dict[Path, list[int]] = {}
    for listing in guide.listings:
        begins.setdefault(listing.mark.path, []).append(listing.mark.line)
    marks = {listing.mark for listing in guide.listings}
    texts: dict[Path, list[str]] = {}
    return [
        _at_its_words(problem, begins[problem.mark.path], texts)
        if problem.mark in marks and problem.name != MISSING.name  # what is missing stands nowhere
        else problem
        for problem in problems
    ]


def _at_its_words(problem: Problem, begins: Sequence[int], texts: dict[Path, list[str]]) -> Problem:
    path, first = problem.mark.path, problem.mark.line
    words = [next(filter(None, match)) for match in QUOTED.findall(problem.message)]
    if not words:
        return problem
    if path not in texts:
        texts[path] = _lines_of(path)
    lines, after = texts[path], bisect_right(begins, first)
    last = begins[after] - 1 if after < len(begins) else len(lines)
    found = next(filter(None, (_find(word, lines, first, last, path) for word in words)), None)
    return replace(problem, mark=found) if found else problem


def _lines_of(path: Path) -> list[str]:
    """The lines of a file, none of one that has gone since it was read."""
    try:
        return path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    except OSError:
        return []


def _find(word: str, lines: Sequence[str], first: int, last: int, path: Path) -> Mark | None:
    """The mark of a word in these lines, counted from 1; notes behind a # are passed over."""
    part = word.strip(SHORTENED + " ")
    for number in range(first, min(last, len(lines)) + 1):
        line = lines[number - 1]
        column = line.find(part) if len(part) > 2 and not line.lstrip().startswith("#") else -1
        if column >= 0:
            return Mark(path, number, column + 1)
    return None
