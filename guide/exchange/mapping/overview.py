"""The columns of tables as somebody looks at them: what stands in each, what it goes into, and how sure that is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

from guide.content.said.read import read_said
from guide.exchange.mapping.choose import LEFT, is_day_of_change, target_in
from guide.exchange.mapping.columns import GUESSED, REST, is_rest
from guide.exchange.mapping.guess import Doubts
from guide.exchange.mapping.headers import is_internal, plain_words
from guide.exchange.mapping.looks import TESTS, is_hours, is_phone
from guide.exchange.mapping.model import SourceMapping
from guide.exchange.mapping.samples import SECRET, Hidden, hidden_in, samples, shortened, text_in
from guide.exchange.mapping.tables import match_tables
from guide.exchange.tables import PARENT, Table
from guide.frozen import frozen

Sure: TypeAlias = Literal["sure", "look", "private", "left"]
SURE: Sure = "sure"
LOOK: Sure = "look"
PRIVATE: Sure = "private"
NOT_TAKEN: Sure = "left"
FEW = 0.9  # of the filled cells: fewer that are what they should be are worth a look
LEAST_CAPITALS = 4  # letters of a name in capitals
ZIP = TESTS["zip"]
FITS: Mapping[str, tuple[str, Callable[[str], object]]] = {
    "phones.number": ("numbers", is_phone),
    "email": ("emails", TESTS["email"]),
    "website": ("addresses", TESTS["url"]),
    "addresses.postal_code": ("codes", ZIP),
    REST: ("rest", is_rest),
    "hours": ("hours", lambda text: is_hours(text) or says_hours(text)),
}  # {target: (word for what its cells should be, the test)}


@frozen(kw_only=False)
class Shown:
    """A column as it is shown."""

    table: str  # as in `Table.source`
    column: str
    target: str  # as in choose.py
    samples: tuple[str, ...]
    filled: int  # cells
    sure: Sure
    why: str = ""  # a word for the reason: "numbers", "by_cells"
    count: int = 0  # of its filled cells, how many are so
    is_change: bool = False  # days of change


Chosen: TypeAlias = Mapping[tuple[str, str], str]  # {(source of a table, column): what it goes into}


def overview(
    tables: Sequence[Table], mapping: SourceMapping, doubts: Doubts, chosen: Chosen
) -> tuple[Shown, ...]:
    """The columns that are filled: those to look at first, then those that are taken, then the others."""
    matched = match_tables(tables, mapping)
    hidden = hidden_in(matched, tables)
    rows = [
        shown(table, column, target_in(rules, column), hidden, doubts, chosen)
        for table, rules in zip(tables, matched, strict=True)
        for column in table.columns
        if column not in PARENT
    ]
    order = (LOOK, SURE, PRIVATE, NOT_TAKEN)
    return tuple(sorted((each for each in rows if each.filled), key=lambda each: order.index(each.sure)))


def shown(table: Table, column: str, target: str, hidden: Hidden, doubts: Doubts, chosen: Chosen) -> Shown:
    """A column as it is shown; of one that is private nothing that stands in it."""
    texts = list(texts_in(table, column, hidden))
    is_secret = bool(set(plain_words(column)) & SECRET) or is_internal(column)
    sure, why, count = judged(column, target, texts, is_secret, doubts.get((table.name, column), ""))
    odd = odd_ones(target, texts, hidden) if sure == LOOK else ()
    if (table.source, column) in chosen and sure != PRIVATE:
        sure, why = (SURE, "chosen") if target else (NOT_TAKEN, "chosen_out")
    return Shown(
        table=table.source,
        column=column,
        target=target,
        samples=() if is_secret else tuple(dict.fromkeys((*odd, *samples(table, column, hidden)))),
        filled=sum(bool(text_in(row, column)) for row in table.rows),
        sure=sure,
        why=why,
        count=count,
        is_change=is_day_of_change(column),
    )


def odd_ones(target: str, texts: Sequence[str], hidden: Hidden) -> tuple[str, ...]:
    """The first text that is not what the others are, to be shown before them."""
    test = FITS[target][1] if target in FITS else None
    odd = (text for text in texts if test and not test(text) and not hidden.tells(text))
    return tuple(map(shortened, list(odd)[:1]))


def texts_in(table: Table, column: str, hidden: Hidden) -> Iterator[str]:
    """Yield the texts of a column in rows that are no secret."""
    for row in table.rows:
        text = text_in(row, column)
        if text and not hidden.has(table, row):
            yield text


def judged(
    column: str, target: str, texts: Sequence[str], is_secret: bool, doubt: str
) -> tuple[Sure, str, int]:
    """(how sure, why, how many cells are so)."""
    if target == LEFT:
        if is_day_of_change(column):
            return NOT_TAKEN, "change", 0
        return PRIVATE if is_secret else NOT_TAKEN, "", 0
    if target in FITS and texts:
        word, test = FITS[target]
        fits = sum(number for text, number in Counter(texts).items() if test(text))
        return (SURE, word, fits) if fits >= FEW * len(texts) else (LOOK, f"no_{word}", len(texts) - fits)
    if doubt:
        return LOOK, "by_cells" if doubt == GUESSED else "by_words", 0
    capitals = sum(map(is_in_capitals, texts)) if target == "name" else 0
    return SURE, "capitals" if capitals else "", capitals


def says_hours(text: str) -> bool:
    """Whether words are read as hours: "by appointment"."""
    return bool(read_said(text).rules)


def is_in_capitals(text: str) -> bool:
    """Whether a name is written in capitals, as it is mended."""
    return text.isupper() and sum(map(str.isalpha, text)) >= LEAST_CAPITALS
