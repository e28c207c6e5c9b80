"""Names of tables and columns as people and programs write them: which one is meant."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from os.path import commonprefix

from guide.expressions import expression

CAMEL = expression(r"(?<=[a-z0-9])(?=[A-Z])")
APART = expression(r"[\W_]+")
BEFORE = expression(r"^.*[\W_]")  # the first words that all names begin with


@lru_cache(maxsize=10_000)
def fold_column(name: str) -> str:
    """A name of a column without regard to case, spaces, "_" and other marks: "Agency_Name" is "agencyname"."""
    return APART.sub("", unicodedata.normalize("NFC", name.casefold())) or name.strip()


@lru_cache(maxsize=10_000)
def fold_table(name: str) -> str:
    """A name of a table so, and every word of it in the singular: "ServicesAtLocation" is "serviceatlocation"."""
    words = APART.split(unicodedata.normalize("NFC", CAMEL.sub(" ", name).casefold()))
    return "".join(map(singular, words)) or name.strip()


def singular(word: str) -> str:
    """A word without the ending of the plural, as far as it is needed to compare two of them."""
    for ending, instead in (("sses", "ss"), ("ies", "y"), ("ss", "ss"), ("s", "")):
        if word.endswith(ending) and len(word) > 3:
            return word.removesuffix(ending) + instead
    return word


@lru_cache(maxsize=10_000)
def _pattern(name: str, table: bool) -> re.Pattern[str]:
    """What a name with "*" in it stands for, to be compared with folded names."""
    fold = fold_table if table else fold_column
    parts = [fold(part) if part else "" for part in name.split("*")]
    return re.compile(".*".join(map(re.escape, parts)), re.DOTALL)


def is_table(pattern: str, name: str) -> bool:
    """Whether a table is meant by one of the names that "|" divides."""
    folded = fold_table(name)
    return any(_pattern(each.strip(), True).fullmatch(folded) for each in pattern.split("|"))


def common_words(names: Sequence[str]) -> str:
    """The words that all of several tables' names begin with: "fl_"; "" where there are none."""
    match = BEFORE.match(commonprefix(list(names))) if len(set(names)) > 1 else None
    return match[0] if match else ""


def find_columns(pattern: str, columns: Iterable[str]) -> list[str]:
    """The columns that a name means: the one that is written so, else those that only differ in case and marks."""
    columns = list(columns)
    if pattern in columns:
        return [pattern]
    return [each for each in columns if _pattern(pattern, False).fullmatch(fold_column(each))]


def has_columns(wanted: Iterable[str], columns: Iterable[str]) -> bool:
    """Whether every wanted column is there; "a|b" is one of them."""
    columns = list(columns)
    return all(any(find_columns(each.strip(), columns) for each in one.split("|")) for one in wanted)
