"""What must not be repeated: the text of confidential addresses, kept out of every message."""

from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import chain

from guide.problems.content import HIDDEN, UNCLEAR
from guide.problems.syntax import COMMENT
from guide.reading.source import Node, Source
from guide.reading.text import fold

CONFIDENTIAL = "confidential"
SECRETS_OF_PLACE = ("postal_name", "care_of", "latitude", "longitude")  # of a location with such an address


def is_secret(node: Node) -> bool:
    """Whether a node is an address whose text must not be repeated: it has the key, and not with a plain no."""
    pairs = node[0]
    if pairs.__class__ is not tuple:
        return False
    return any(word_of(key) == CONFIDENTIAL and word_of(value) not in ("no", "false") for key, value in pairs)


def word_of(node: Node) -> str | None:
    """A text in small letters, as words such as yes are compared; None for a list or a mapping."""
    return fold(node[0]).lower() if node[0].__class__ is str else None


def has_secret(node: Node) -> bool:
    """Whether a location has a confidential address."""
    pairs = node[0]
    if pairs.__class__ is not tuple:
        return False
    return any(
        word_of(key) == "address" and (word_of(value) == CONFIDENTIAL or is_secret(value))
        for key, value in pairs
    )


def hide_secret(source: Source, start: int, names: Collection[str] = ()) -> None:
    """Take the text out of the problems since `start` (with these names, if any); their hints hold none of it."""
    for number, problem in enumerate(source.problems[start:], start):
        if not names or problem.name in names:
            of_key = problem.message.startswith(f'"{CONFIDENTIAL}" ')
            source.problems[number] = replace(problem, message=UNCLEAR if of_key else HIDDEN)


def hide_comments(source: Source, top: Node) -> None:
    """Take the text out of the problems about comments that stand behind a text of a confidential address."""
    comments = [number for number, problem in enumerate(source.problems) if problem.name == COMMENT.name]
    if not comments:
        return
    texts = list(find_texts(top, False))
    places = [place for place, _ in texts]
    for number in comments:
        problem = source.problems[number]
        before = bisect_right(places, (problem.mark.line - 1, problem.mark.column - 1)) - 1
        if before >= 0 and texts[before][1]:
            source.problems[number] = replace(problem, message=HIDDEN)


def find_texts(node: Node, secret: bool) -> Iterator[tuple[tuple[int, int], bool]]:
    """Every text below a node, in order, as ((line, column), whether it belongs to a confidential address)."""
    value, place = node
    if isinstance(value, str):
        yield (place.line, place.column), secret
    elif isinstance(value, tuple):
        secret = secret or is_secret(node)
        for each in chain.from_iterable(value):
            yield from find_texts(each, secret)
    else:
        for each in value:
            yield from find_texts(each, secret)
