"""What the tables of a source are, and how they hang together: by equal values in their columns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, TypeAlias

from guide.exchange import drafts
from guide.exchange.drafts import LEVELS, Level
from guide.exchange.mapping.columns import GATES, Column, columns_of
from guide.exchange.mapping.headers import Meaning, entities, plain_words, words_in
from guide.exchange.mapping.looks import texts_of
from guide.exchange.mapping.names import common_words, fold_column
from guide.exchange.mapping.own_fields import best_name, id_of
from guide.exchange.tables import PARENT, Table

Use: TypeAlias = Literal["organization", "location", "service", "listing", "detail", "terms", ""]
RANKS: Mapping[str, int] = {**drafts.RANKS, "detail": 3}
DETAILS = ("phones", "addresses", "schedules", "areas")
DETAIL_WORDS = words_in(
    "phone address schedule hour language eligibility fee cost document accessibility area telefono direccion horario"
)
PEOPLE_WORDS = words_in(
    "contact person staff user member people contacto persona"
)  # whose tables are of no use
HOLIDAYS = words_in("holiday feiertag festivo ferie")
TERM_WORDS = words_in(
    "taxonomy term category categories type keyword tag code lookup categoria kategorie tema topic"
)
HALF = 0.5
MOSTLY = 0.5  # of the values of a column are ids of another table
SOME = 0.02  # of them are, where its name says so besides: an export may have a part of a table
MANY_KEYS = 100_000


@dataclass(frozen=True)
class Sheet:
    """A table with what is known of it."""

    table: Table
    columns: tuple[Column, ...]
    start: str = ""  # what the names of all the tables begin with

    @cached_property
    def words(self) -> list[str]:
        """The words of its name."""
        return plain_words(self.table.name.removeprefix(self.start))

    @property
    def is_nested(self) -> bool:
        """Whether its rows say in which object of JSON they stood."""
        return PARENT[1] in self.table.columns

    @cached_property
    def role(self) -> Use:
        """What its rows are."""
        return role_of(self)

    @cached_property
    def id(self) -> Column | None:
        """The column with its ids."""
        return id_of(self.columns, self.role)

    @cached_property
    def name(self) -> Column | None:
        """The column with its names."""
        own = [
            column for column in self.columns if column.target == "name" and column.entity in ("", self.role)
        ]
        return next(iter(best_name(own)[0]), None)

    @cached_property
    def keys(self) -> frozenset[str]:
        """Its ids."""
        return frozenset(values_in(self.table, self.id.name)) if self.id else frozenset()

    @cached_property
    def titles(self) -> frozenset[str]:
        """Its names, folded."""
        return (
            frozenset(fold_column(text) for text in values_in(self.table, self.name.name))
            if self.name
            else frozenset()
        )


def sheets_of(tables: Sequence[Table]) -> tuple[Sheet, ...]:
    """The tables that have rows, with what is known of them."""
    start = common_words([table.name for table in tables])
    return tuple(
        promoted(Sheet(table, columns_of(table), start)) for table in tables if table.rows and table.columns
    )


def promoted(sheet: Sheet) -> Sheet:
    """A table of services whose names stand below "Service": elsewhere that is what a place offers."""
    level = level_in(sheet.words)
    if (
        level is None
        or sheet.name
        or any(column.target == "name" and column.entity == level for column in sheet.columns)
    ):
        return sheet
    for column in sheet.columns:
        if (
            level_in(plain_words(column.name)) == level
            and column.look.distinct > HALF
            and GATES["name"](column.look)
            and column.target != "id"
        ):
            named = replace(column, meaning=Meaning("name", 0.9, entity=level))
            return replace(sheet, columns=tuple(named if each is column else each for each in sheet.columns))
    return sheet


def values_in(table: Table, column: str, split: str = "") -> Iterator[str]:
    """Yield the filled values of a column."""
    for row in table.rows[:MANY_KEYS]:
        for text in texts_of(row.values.get(column, "")):
            yield from ((part.strip() for part in text.split(split) if part.strip()) if split else (text,))


# --- roles ------------------------------------------------------------------------------------------


def role_of(sheet: Sheet) -> Use:
    """What the rows of a table are, by its name, and by whose ids and names its columns have."""
    words, targets = sheet.words, {column.target for column in sheet.columns}
    has_name = any(column.target == "name" and not column.look.is_empty for column in sheet.columns)
    named = level_in(words)
    if set(words[-1:]) & PEOPLE_WORDS or set(words) & HOLIDAYS:
        return ""
    refers = sheet.is_nested or any(column.target == "id" and column.entity for column in sheet.columns)
    groups = {target.partition(".")[0] for target in targets}
    if (
        refers
        and not (has_name and named)
        and (set(words) & DETAIL_WORDS or not has_name and groups & {*DETAILS})
    ):
        return "detail"
    if not has_name:
        return "detail" if refers and targets - {"id", "skip", ""} else ""
    if set(words[-1:]) & TERM_WORDS and not groups & {"phones", "addresses", "hours", "email", "website"}:
        return "terms"
    return named or own_level(sheet.columns) or "listing"


def level_in(words: Sequence[str]) -> Level | None:
    """The level that the name of a table says: its last word counts."""
    for size in (3, 2, 1):
        said = entities().get("".join(words[-size:])) if len(words) >= size else None
        found = next((level for level in LEVELS if level == said), None)
        if found:
            return found
    return None


def own_level(columns: Sequence[Column]) -> Level | None:
    """The level whose id or name each row has as its own, and no other: "location_id" in a table of locations."""
    for target in ("id", "name"):
        own = [
            column.entity
            for column in columns
            if column.target == target
            and column.entity
            and column.look.distinct > 0.97
            and column.look.filled > 1
        ]
        has_plain = any(
            column.target == "name" and not column.entity and column.look.filled for column in columns
        )
        if len(set(own)) == 1 and not (target == "name" and has_plain):
            return next(level for level in LEVELS if level == own[0])
    return None


# --- who belongs to whom ----------------------------------------------------------------------------


@dataclass(frozen=True)
class Tie:
    """A column of a table whose values are ids, or names, of another."""

    column: Column
    to: Sheet
    share: float  # of its values are there
    by_name: bool = False
    split: str = ""


def ties_of(sheet: Sheet, sheets: Sequence[Sheet]) -> list[Tie]:
    """The columns of a table that say whose a row is, one for each of the tables that stand above it."""
    found = []
    for other in sheets:
        if other is sheet or other.role not in RANKS or RANKS.get(sheet.role, 4) <= RANKS[other.role]:
            continue
        ties = [*ids_to(sheet, other), *names_to(sheet, other)]
        if ties:
            found.append(max(ties, key=lambda tie: (not tie.by_name, tie.share)))
    return sorted(found, key=lambda tie: RANKS[tie.to.role])


def ids_to(sheet: Sheet, other: Sheet) -> Iterator[Tie]:
    """Yield the columns that have ids of another table."""
    if not other.keys or other.id is None:
        return
    for column in sheet.columns:
        if column is sheet.id or column.look.is_empty or column.target not in ("id", "", "services", "skip"):
            continue
        split, share = share_in(sheet.table, column, other.keys)
        says = (
            column.target == "id"
            and column.entity == other.role
            or fold_column(column.name) == fold_column(other.id.name)
        )
        known = says or share > 0.9 and is_named_after(column, other)
        if share >= (SOME if says else MOSTLY) and (known or is_key(other)):
            yield Tie(column, other, share + says, split=split)


def is_named_after(column: Column, other: Sheet) -> bool:
    """Whether the name of a column has a word of the other table's name."""
    return bool(set(plain_words(column.name)) & set(other.words))


def is_key(sheet: Sheet) -> bool:
    """Whether ids are such that they do not come to be equal by chance: 1, 2, 3 do."""
    return bool(sheet.keys) and sum(map(len, sheet.keys)) / len(sheet.keys) >= 4


def share_in(table: Table, column: Column, keys: frozenset[str]) -> tuple[str, float]:
    """(what stands between several ids in a cell, how many of the values are among some keys)."""
    best = ("", 0.0)
    for split in ("", "\n", ";", ","):
        values = list(values_in(table, column.name, split))
        share = sum(value in keys for value in values) / len(values) if values else 0.0
        if share > best[1] + 0.02:
            best = (split, share)
    return best


def names_to(sheet: Sheet, other: Sheet) -> Iterator[Tie]:
    """Yield the columns that have names of another table."""
    for column in sheet.columns:
        is_other = column.target == "name" and column.entity == other.role
        same = (
            other.name is not None
            and column is not sheet.name
            and fold_column(column.name) == fold_column(other.name.name)
        )
        if not (is_other or same) or column is sheet.name or not other.titles:
            continue
        values = [fold_column(text) for text in values_in(sheet.table, column.name)]
        share = sum(value in other.titles for value in values) / len(values) if values else 0.0
        if share > 0.1:
            yield Tie(column, other, share, by_name=True)
