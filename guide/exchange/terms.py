"""Words that stand in tables of their own: terms of a taxonomy, codes of formats, by their ids."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from guide.exchange.mapping.model import Lookup, SourceMapping, Take
from guide.exchange.mapping.names import find_columns
from guide.exchange.mapping.tables import is_named
from guide.exchange.origin import Origin
from guide.exchange.tables import Row, Table

ABOVE = (
    "parent_name",
    "parent_term",
    "vocabulary",
    "taxonomy",
    "taxonomy_name",
)  # columns that say where a term stands
PARENT = ("parent_id", "parent_term_id")
DEEPEST = 20  # terms below each other


class Term(NamedTuple):
    """A term; one that stands elsewhere than is asked for has no word."""

    word: str
    at: Origin


class Terms:
    """The terms of all tables that are looked into; `used` are the rows that were wanted."""

    def __init__(self, tables: Sequence[Table], mapping: SourceMapping) -> None:
        lookups = {take.lookup for take in takes_of(mapping) if take.lookup}
        named = {each: tables_of(each, tables) for each in lookups}
        self.sources = {table.source for some in named.values() for table in some}
        self.known = {each: read_terms(each, some) for each, some in named.items()}
        self.used: set[Origin] = set()

    def has(self, lookup: Lookup) -> bool:
        """Whether there are words for its ids."""
        return bool(self.known[lookup])

    def find(self, lookup: Lookup, text: str) -> str | None:
        """The word of an id, "" for one that stands elsewhere than is asked for; None where there is no such id."""
        term = self.known[lookup].get(text.strip())
        if term is None:
            return None
        self.used.add(term.at)
        return term.word


def tables_of(lookup: Lookup, tables: Sequence[Table]) -> list[Table]:
    """The tables that a lookup means, in the order in which it names them."""
    names = lookup.table.split("|")
    return [table for name in names for table in tables if is_named(name, table, tables)]


def takes_of(mapping: SourceMapping) -> Iterable[Take]:
    """Every take of a mapping's fields and groups."""
    for rule in mapping.tables:
        yield from rule.fields.values()
        yield from (take for several in rule.groups.values() for group in several for take in group.values())


def read_terms(lookup: Lookup, tables: Iterable[Table]) -> dict[str, Term]:
    """{id: term} of the tables that a lookup means."""
    terms: dict[str, Term] = {}
    for table in tables:
        ids, words = columns_of(lookup.id, table), columns_of(lookup.column, table)
        parents, above = columns_of(PARENT, table)[:1], columns_of(ABOVE, table)
        rows = {first_of(ids, row): row for row in table.rows}
        for ident, row in rows.items():
            word = first_of(words, row)
            if ident and word:
                names = {word.casefold(), *names_above(row, rows, parents, above, words)}
                terms.setdefault(ident, Term(word if is_wanted(lookup, names) else "", table.origin(row)))
    return terms


def is_wanted(lookup: Lookup, names: set[str]) -> bool:
    """Whether a term with these names above it, in small letters, stands where it is asked for."""
    below = not lookup.below or not names.isdisjoint(map(str.casefold, lookup.below))
    return below and names.isdisjoint(map(str.casefold, lookup.not_below))


def names_above(
    row: Row, rows: dict[str, Row], parents: list[str], above: list[str], words: list[str]
) -> Iterable[str]:
    """Yield the names of a row's vocabulary and of the terms above it, in small letters."""
    seen: list[Row] = []
    while row not in seen and len(seen) < DEEPEST:
        seen.append(row)
        yield from (text.casefold() for text in (first_of([column], row) for column in above) if text)
        parent = rows.get(first_of(parents, row))
        if parent is None:
            return
        row = parent
        yield first_of(words, row).casefold()


def columns_of(names: Iterable[str], table: Table) -> list[str]:
    """The columns of a table that several names mean."""
    return list(dict.fromkeys(column for name in names for column in find_columns(name, table.columns)))


def first_of(columns: Iterable[str], row: Row) -> str:
    """The first text that stands in one of the columns."""
    texts = (row.values.get(column, "") for column in columns)
    return next((text.strip() for text in texts if isinstance(text, str) and text.strip()), "")
