"""What stands in a column, for a comment beside it: how many cells are filled, and three of them; never what is private."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from guide.exchange import flags
from guide.exchange.flags import says_private
from guide.exchange.mapping.headers import meanings_of, plain_words, words_in
from guide.exchange.mapping.looks import texts_of
from guide.exchange.mapping.tables import Matched
from guide.exchange.records import says_it
from guide.exchange.tables import PARENT, Row, Table
from guide.expressions import expression
from guide.reading.text import without_unseen

SAMPLES, LONGEST = 3, 32  # of a column; characters of each
SECRET = words_in(
    "private confidential internal secret hidden unlisted undisclosed contact person staff password passcode username login ssn director manager "
    "coordinator verified_by updated_by vertraulich intern privat confidencial privado interno confidentiel prive interne ansprechpartner worker editor case client patient"
)  # columns of which nothing is shown
OUT = words_in(" ".join((*flags.OUT, *flags.CLOSED, "private", "confidential")))
FLAGS = ("private", "addresses.private", "phones.private")
HOUSE = expression(r"(?<!\d)\d+\W+[^\W\d]\w*")
NUMBER = expression(r"\d")


@dataclass(frozen=True)
class Hidden:
    """Rows of which nothing may be shown, and what stands in them."""

    rows: set[tuple[str, int]] = field(default_factory=set)  # (source, number)
    texts: set[str] = field(default_factory=set)
    houses: set[str] = field(default_factory=set)  # "12 elm"

    def add(self, table: Table, row: Row) -> None:
        """Hide a row."""
        self.rows.add((table.source, row.number))
        for value in row.values.values():
            for text in filter(has_number, texts_of(value)):
                self.texts.add(plain(text))
                self.houses.update(houses_in(text))

    def has(self, table: Table, row: Row) -> bool:
        """Whether a row is hidden."""
        return (table.source, row.number) in self.rows

    def tells(self, text: str) -> bool:
        """Whether a text says a number or an address that stands in a hidden row; words alone are told by public rows as well."""
        has_number = "@" in text or any(map(str.isdigit, text))
        return has_number and (
            plain(text) in self.texts or any(house in self.houses for house in houses_in(text))
        )


def has_number(text: str) -> bool:
    """Whether a text has a figure, or an e-mail address."""
    return bool(NUMBER.search(text)) or "@" in text


def plain(text: str) -> str:
    """A text in small letters, its spaces alike."""
    return " ".join(text.casefold().split())


def houses_in(text: str) -> Iterator[str]:
    """Yield numbers with the word behind them, and numbers to call."""
    if NUMBER.search(text):
        yield from (" ".join(re.findall(r"\w+", found.casefold())) for found in HOUSE.findall(text))
        digits = re.sub(r"\D", "", text)
        yield from [digits[-7:]] if len(digits) >= 7 else []


# --- which rows -------------------------------------------------------------------------------------


def hidden_in(matched: Sequence[tuple[Matched, ...]], tables: Sequence[Table]) -> Hidden:
    """The rows of tables that a mapping leaves out or calls private, and the rows that belong to them."""
    hidden = Hidden()
    for table, rules in zip(tables, matched, strict=True):
        flags = [*flags_of(table.columns), *(column for rule in rules for column in private_columns(rule))]
        states = [
            column
            for rule in rules
            for key, bound in rule.fields
            if key == "status"
            for column in bound.columns
        ]
        for row in table.rows:
            if (
                any(says_private(text_in(row, column)) for column in flags)
                or any(set(plain_words(text_in(row, column))) & OUT for column in states)
                or any(stays_out(rule, row) for rule in rules)
            ):
                hidden.add(table, row)
    if hidden.rows:
        for _ in range(2):  # what belongs to them, and what belongs to that
            hide_below(matched, tables, hidden)
    return hidden


def hide_below(matched: Sequence[tuple[Matched, ...]], tables: Sequence[Table], hidden: Hidden) -> None:
    """Hide the rows that name a hidden one as theirs."""
    ids = set()
    for table, rules in zip(tables, matched, strict=True):
        columns = {column for rule in rules for column in (*rule.id.columns, *names_of(rule))}
        ids |= {text_in(row, column) for row in table.rows if hidden.has(table, row) for column in columns}
    for table, rules in zip(tables, matched, strict=True):
        above = {column for rule in rules for _, bound in rule.parents for column in bound.columns}
        above |= {PARENT[1]} & set(table.columns)
        for row in table.rows:
            if (
                above
                and not hidden.has(table, row)
                and any(text_in(row, column) in ids - {""} for column in above)
            ):
                hidden.add(table, row)


def names_of(rule: Matched) -> Iterator[str]:
    """Yield the columns with the name of a record, by which others may name it."""
    for key, bound in rule.fields:
        if key == "name":
            yield from bound.columns


def flags_of(columns: Iterable[str]) -> Iterator[str]:
    """Yield columns whose names say that something is private."""
    for column in columns:
        first = next(iter(meanings_of(column)), None)
        if first and first.target in FLAGS and first.kind != "shown":
            yield column


def private_columns(rule: Matched) -> Iterator[str]:
    """Yield the columns by which a mapping says that something is private."""
    for key, bound in rule.fields:
        if key == "private":
            yield from bound.columns
    for _, group in rule.groups:
        if "private" in group:
            yield from group["private"].columns


def stays_out(matched: Matched, row: Row) -> bool:
    """Whether a rule of the mapping leaves a row out."""
    return any(says_it(rule, column, row) for rule, column in matched.leave_out)


def text_in(row: Row, column: str) -> str:
    """The text of a cell."""
    value = row.values.get(column, "")
    return value.strip() if isinstance(value, str) else " ".join(texts_of(value))


# --- what is shown ----------------------------------------------------------------------------------


def told_of(table: Table, column: str, hidden: Hidden) -> str:
    """The comment on a column: "40 of 42: Food Bank | Salvation Army | Pantry"."""
    filled = sum(bool(text_in(row, column)) for row in table.rows)
    count = f"{filled:,} of {len(table.rows):,}"
    shown = [] if set(plain_words(column)) & SECRET else list(samples(table, column, hidden))
    return f"{count}: {' | '.join(shown)}" if shown else count


def samples(table: Table, column: str, hidden: Hidden) -> Iterator[str]:
    """Yield the first different values of a column, each cut to a few words."""
    seen: set[str] = set()
    for row in table.rows:
        text = text_in(row, column)
        if not text or hidden.has(table, row) or hidden.tells(text):
            continue
        short = shortened(text)
        if short and short not in seen:
            seen.add(short)
            yield short
        if len(seen) == SAMPLES:
            return


def shortened(text: str) -> str:
    """The beginning of a text on one line, without what cannot be seen."""
    some = text[: 4 * LONGEST]
    seen = "".join(letter if unicodedata.category(letter)[0] not in "CZ" else " " for letter in some)
    line = " ".join(without_unseen(seen).split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 3].rstrip()}..."
