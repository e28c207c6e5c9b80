"""Lists of words that a guide can extend: words.yaml in the content folder, on top of the one beside this file."""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from guide.errors import Problem
from guide.reading.fields import Field, Record
from guide.reading.kinds import LINES, WORD, WORDS, many
from guide.reading.nodes import build_nodes
from guide.reading.source import Place, Source
from guide.reading.text import read_text

OWN = Path(__file__).with_name("words.yaml")
FILE = "words.yaml"


class Term(NamedTuple):
    """A word to think twice about, what to say instead, and who says so."""

    say: str
    reason: str = ""


WordRule = tuple[tuple[str, ...], Term | None]  # words in lower case, None where they are allowed


class WordLists(NamedTuple):
    """The words that checks know."""

    instead: dict[str, Term]  # lower case -> Term
    own: dict[str, Term]  # those of this guide alone, which are in its own language
    known: frozenset[str]  # abbreviations that everybody knows, and names in capitals


def make_term(values: dict[str, Any], place: Place, source: Source) -> WordRule:
    """(words, term or None): without `say` the words are allowed."""
    term = Term(values["say"], values.get("because", "")) if "say" in values else None
    return tuple(word.lower() for word in values.get("words", ())), term


TERM = Record(
    "a word",
    (
        Field("words", WORDS, "The word, and its other forms.", required=True, also="word"),
        Field("say", WORD, "What to say instead; left out, the words are allowed.", also="instead use"),
        Field("because", WORD, "Why, and who says so.", also="source reason why"),
    ),
    make_term,
)
WORDS_FILE = Record(
    "a list of words",
    (
        Field("sources", LINES, "Who says so."),
        Field("instead", many(TERM), "Words with better ones."),
        Field(
            "known",
            WORDS,
            "Abbreviations that need no explanation, and names in capitals.",
            also="abbreviations",
        ),
    ),
    lambda values, place, source: values,
)


def load_lists(folder: Path) -> tuple[WordLists, tuple[Problem, ...]]:
    """(lists, problems): the words that every guide starts with, changed by those of this one."""
    instead, known = own_lists()
    values, problems = read_lists(folder / FILE) if (folder / FILE).is_file() else ({}, ())
    terms = values.get("instead", ())
    return WordLists(merge(instead, terms), merge({}, terms), known | set(values.get("known", ()))), problems


@cache
def own_lists() -> tuple[dict[str, Term], frozenset[str]]:
    """The words that every guide starts with."""
    values, problems = read_lists(OWN)
    assert not problems, problems
    return merge({}, values["instead"]), frozenset(values["known"])


def merge(instead: Mapping[str, Term], terms: Iterable[WordRule]) -> dict[str, Term]:
    """The words with more of them; a later one takes the place of an earlier one."""
    merged: dict[str, Term | None] = dict(instead)
    for words, term in terms:
        merged.update(dict.fromkeys(words, term))
    return {word: term for word, term in merged.items() if term}


def read_lists(path: Path) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """(values, problems) of a file of words."""
    source = Source(path, path.parent)
    source.text = read_text(path, source) or ""
    node = source.text and build_nodes(source.text, source)
    values = WORDS_FILE.read(node, "", source) if node else None
    return values or {}, tuple(source.problems)


def words_pattern(words: Collection[str]) -> re.Pattern[str] | None:
    """A pattern that finds any of the words as a whole, in text in lower case."""
    longest_first = sorted(words, key=len, reverse=True)
    return (
        re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w-]|'\w)")
        if words
        else None
    )
