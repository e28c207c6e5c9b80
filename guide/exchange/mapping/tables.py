"""Which rules of a mapping take a table, and which of its columns they mean."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from guide.exchange.drafts import LEVELS
from guide.exchange.mapping.model import Rule, SourceMapping, TableMapping, Take
from guide.exchange.mapping.names import common_words, find_columns, fold_table, has_columns, is_table
from guide.exchange.tables import PARENT, Table
from guide.frozen import frozen


class Bound(NamedTuple):
    """A take with the columns of a table that it means, in its order."""

    take: Take
    columns: tuple[str, ...]
    is_plain: bool = False  # the cell of one column, as it stands
    shared: frozenset[str] = frozenset()  # of these columns: those that other takes of the rule have, too


@frozen(kw_only=False)
class Matched:
    """A rule with a table that it takes."""

    rule: TableMapping
    table: Table
    id: Bound
    parents: tuple[tuple[str, Bound], ...]
    fields: tuple[tuple[str, Bound], ...]
    groups: tuple[tuple[str, Mapping[str, Bound]], ...]  # (name of the group, {part: ...})
    where: tuple[
        tuple[str, frozenset[str]], ...
    ]  # (column, values in small letters); "" is a column that is not there
    leave_out: tuple[tuple[Rule, str], ...]  # with each column of the rule
    skip_unless: tuple[str, ...]
    taken: frozenset[str]  # columns that are read in any way
    known_as: frozenset[str]  # level and names by which its rows are asked for
    is_nested: bool  # its rows say in which object of JSON they stood


def is_named(pattern: str, table: Table, tables: Iterable[Table]) -> bool:
    """Whether a table is meant by a name, with or without words that all the tables' names begin with: "fl_services"."""
    if is_table(pattern, table.name):
        return True
    before = common_words([each.name for each in tables])
    return bool(before) and is_table(pattern, table.name.removeprefix(before))


def match_tables(tables: Sequence[Table], mapping: SourceMapping) -> list[tuple[Matched, ...]]:
    """For each of the tables, the rules that take it, in the order of the mapping: by its name, or else by its columns."""
    return [
        tuple(match(rule, table) for rule in rules_for(table, tables, mapping.tables)) for table in tables
    ]


def rules_for(table: Table, tables: Iterable[Table], rules: Iterable[TableMapping]) -> list[TableMapping]:
    """The rules that take a table."""
    rules = list(rules)
    named = [rule for rule in rules if is_named(rule.table, table, tables)]
    return named or [rule for rule in rules if rule.looks and has_columns(rule.looks, table.columns)]


def match(rule: TableMapping, table: Table) -> Matched:
    """A rule with its columns found in a table."""
    shared = shared_columns(rule, table)
    fields = tuple((key, bind(take, table, shared)) for key, take in rule.fields.items())
    parents = tuple((key, bind(take, table)) for key, take in rule.parents.items())
    fields = tuple((key, bound) for key, bound in fields if gives(bound))
    groups = tuple(
        (
            name,
            {part: bound for part, take in group.items() if gives(bound := bind(take, table, shared))},
        )
        for name, several in rule.groups.items()
        for group in several
    )
    where = tuple(
        (column, frozenset(map(str.casefold, values)))
        for name, values in rule.where.items()
        for column in find_columns(name, table.columns)[:1] or [""]
    )
    leave_out = tuple(
        (each, column) for each in rule.leave_out for column in find_columns(each.column, table.columns)
    )
    unless = tuple(find_columns(rule.skip_unless, table.columns)) if rule.skip_unless else ()
    ident, nested = bind(rule.id, table), set(PARENT) <= set(table.columns)
    bounds = [
        ident,
        *(bound for _, bound in (*fields, *parents)),
        *(each for _, group in groups for each in group.values()),
    ]
    taken = frozenset(
        [
            *(column for bound in bounds for column in bound.columns),
            *(column for column, _ in where),
            *(column for _, column in leave_out),
            *(PARENT if nested else ()),
        ]
    )
    names = [table.name, *(name for name in rule.table.split("|") if "*" not in name)]
    known_as = frozenset([*map(fold_table, names), *([rule.role] if rule.role in LEVELS else ())])
    return Matched(
        rule, table, ident, parents, fields, groups, where, leave_out, unless, taken, known_as, nested
    )


def shared_columns(rule: TableMapping, table: Table) -> frozenset[str]:
    """The columns that several fields of a rule take."""
    groups = (group for several in rule.groups.values() for group in several)
    takes = (*rule.fields.values(), *(take for group in groups for take in group.values()))
    count = Counter(column for take in takes for column in bind(take, table).columns)
    return frozenset(column for column, times in count.items() if times > 1)


def bind(take: Take, table: Table, shared: frozenset[str] = frozenset()) -> Bound:
    """A take with its columns found in a table, each once."""
    columns = dict.fromkeys(column for name in take.columns for column in find_columns(name, table.columns))
    is_plain = len(columns) == 1 and take == Take(columns=take.columns)
    return Bound(take, tuple(columns), is_plain, shared.intersection(columns))


def gives(bound: Bound) -> bool:
    """Whether a take can find anything in its table."""
    return bool(bound.columns or bound.take.fixed)
