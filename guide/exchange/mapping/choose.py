"""What each column goes into, as one choice a column, and a mapping in which somebody has chosen otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from guide.errors import GuideError, Mark
from guide.exchange.mapping.columns import REST
from guide.exchange.mapping.headers import meanings_of
from guide.exchange.mapping.model import Rule, SourceMapping, TableMapping, Take
from guide.exchange.mapping.names import find_columns
from guide.exchange.mapping.own_fields import ONE, PLAIN_NO
from guide.exchange.mapping.tables import Matched, match_tables
from guide.exchange.tables import Table
from guide.problems import mappings as kinds

LEFT, OWN = "", "own"  # left out; taken in a way that one choice cannot say
OUT, IN, ID = "out", "in", "id"
CHECK = "verified"
NUMBER = "phones.number"
KINDS = ("fax", "tty", "toll-free")  # of a number, as a choice of its own
CHOICES = (
    "name", "alternate_names", NUMBER, *(f"{NUMBER}:{kind}" for kind in KINDS), "phones.extension", "phones.type", "phones.description",
    "email", "website", "addresses.address", "addresses.address_1", "addresses.address_2", "addresses.city", "addresses.state_province",
    "addresses.postal_code", REST, "neighborhood", "hours", "description", "summary", "category", "services", "audience", "eligibility_description",
    "cost", "fees_description", "required_documents", "how_to_apply", "waiting_time", "languages", "accessibility", "transportation", "service_areas",
    "minimum_age", "maximum_age", "alert", "status", CHECK, "remark", ID, OUT, IN, "private",
)  # fmt: skip


def is_day_of_change(column: str) -> bool:
    """Whether a column has the day on which somebody wrote in the row, which is never taken as a check."""
    first = next(iter(meanings_of(column)), None)
    return bool(first and first.target == "changed")


def choices_for(column: str) -> tuple[str, ...]:
    """What a column may go into."""
    return tuple(each for each in CHOICES if each != CHECK) if is_day_of_change(column) else CHOICES


# --- what it goes into ------------------------------------------------------------------------------


def target_in(rules: Iterable[Matched], column: str) -> str:
    """What a column goes into, the first where it is taken twice."""
    return next((target for rule in rules for target in targets_in(rule, column)), LEFT)


def targets_in(matched: Matched, column: str) -> Iterator[str]:
    """Yield what a column goes into by a rule."""
    for key, bound in matched.fields:
        if column in bound.columns:
            yield key
    for name, group in matched.groups:
        for part, bound in group.items():
            if column in bound.columns and part == "address" and bound.take.join:
                yield "addresses.address_1" if column == bound.columns[0] else REST
            elif column in bound.columns:
                kind = group["type"].take.fixed if part == "number" and "type" in group else ""
                yield f"{name}.{part}:{kind}" if kind in KINDS else f"{name}.{part}"
    for rule, own in matched.leave_out:
        if own == column:
            yield IN if set(PLAIN_NO) <= set(rule.values) else OUT if not rule.values else OWN
    if column in matched.id.columns:
        yield ID
    if column in matched.taken:
        yield OWN


# --- another choice ---------------------------------------------------------------------------------


def with_choice(
    mapping: SourceMapping, tables: Sequence[Table], table: Table, column: str, target: str
) -> SourceMapping:
    """The mapping in which a column of a table goes into something else; KeyError for what it cannot go into.

    Raises GuideError where what it says is said of a number, and there is none.
    """
    if column not in table.columns or target and target not in choices_for(column):
        raise KeyError(column, target)
    matched = dict(zip((each.source for each in tables), match_tables(tables, mapping), strict=True))
    own = [each.rule for each in matched.get(table.source, ())]
    if not own:
        raise KeyError(table.name)
    home = next((each.rule for each in matched[table.source] if column in each.taken), own[0])
    rules = [without(rule, table, column) if rule in own else rule for rule in mapping.tables]
    if target:
        place = mapping.tables.index(home)
        rules[place] = with_column(rules[place], table, column, target)
    return replace(mapping, tables=tuple(rules), needs=(), based_on="")


def without(rule: TableMapping, table: Table, column: str) -> TableMapping:
    """A rule that does not take a column."""
    fields = {key: some for key, take in rule.fields.items() if (some := without_column(take, table, column))}
    groups = {
        name: kept
        for name, several in rule.groups.items()
        if (kept := tuple(left for group in several if (left := group_without(name, group, table, column))))
    }
    leave_out = tuple(
        each for each in rule.leave_out if column not in find_columns(each.column, table.columns)
    )
    return replace(
        rule,
        fields=fields,
        groups=groups,
        leave_out=leave_out,
        id=without_column(rule.id, table, column) or Take(),
    )


def without_column(take: Take, table: Table, column: str) -> Take | None:
    """A take without a column, None where nothing is left of it."""
    if not any(column in find_columns(name, table.columns) for name in take.columns):
        return take
    names: list[str] = []
    for name in take.columns:
        found = find_columns(name, table.columns)
        names += [each for each in found if each != column] if column in found else [name]
    return replace(take, columns=tuple(names)) if names else None


def group_without(name: str, group: Mapping[str, Take], table: Table, column: str) -> dict[str, Take] | None:
    """A group without a column, None where nothing is left that says anything."""
    left: dict[str, Take] = {}
    for part, each in group.items():
        if (take := without_column(each, table, column)) is not None:
            left[part] = take
    if len(left) == len(group):
        return left
    has_columns = any(take.columns for take in left.values())
    return left if has_columns and (name != "phones" or "number" in left) else None


def with_column(rule: TableMapping, table: Table, column: str, target: str) -> TableMapping:
    """A rule that takes a column as something."""
    take = Take(columns=(column,))
    if target == ID:
        return replace(rule, id=take)
    if target in (OUT, IN):
        said = (
            Rule(column=column, reason="inactive")
            if target == OUT
            else Rule(column=column, values=PLAIN_NO, reason="not active")
        )
        return replace(rule, leave_out=(*rule.leave_out, said))
    name, _, part = target.partition(".")
    if part:
        groups = with_part(rule.groups.get(name, ()), table, column, name, part)
        return replace(rule, groups={**rule.groups, name: groups})
    known = rule.fields.get(target)
    if known and known.columns and target not in ONE:
        take = replace(known, columns=(*known.columns, column), every=not known.join)
    return replace(rule, fields={**rule.fields, target: take})


def with_part(
    groups: Sequence[Mapping[str, Take]], table: Table, column: str, name: str, part: str
) -> tuple[Mapping[str, Take], ...]:
    """The groups of a name with a column as a part: of one that has no such part yet, else of a new one."""
    part, _, kind = part.partition(":")
    take = Take(columns=(column,))
    if f"{name}.{part}" == REST:
        return with_rest(groups, column)
    if f"{name}.{part}" == NUMBER:
        return (*groups, {part: take, **({"type": Take(fixed=kind)} if kind else {})})
    free = [place for place, group in enumerate(groups) if part not in group]
    if name == "phones":
        before = [place for place in free if stands_before(groups[place], table, column)]
        if not (before or free):
            raise GuideError([kinds.NO_NUMBER.at(Mark(Path(table.source)), column=column)])
        place = (before or free[:1])[-1]
    else:
        place = next((each for each in free if "type" not in groups[each]), len(groups))
    found = [*groups, {}][: len(groups) + (place == len(groups))]
    found[place] = {**found[place], part: take}
    return tuple(found)


def with_rest(groups: Sequence[Mapping[str, Take]], column: str) -> tuple[Mapping[str, Take], ...]:
    """The addresses, the first that has a street alone with the rest of it, so that both are read as one."""
    for place, group in enumerate(groups):
        street = group.get("address_1")
        if street and "address" not in group:
            whole = Take(columns=(*street.columns, column), join=", ")
            others = {part: take for part, take in group.items() if part not in ("address_1", "city")}
            return (*groups[:place], {"address": whole, **others}, *groups[place + 1 :])
    return (*groups, {"address": Take(columns=(column,))})


def stands_before(group: Mapping[str, Take], table: Table, column: str) -> bool:
    """Whether the number of a phone stands before a column."""
    at = table.columns.index(column)
    return any(
        table.columns.index(each) < at
        for name in group["number"].columns
        for each in find_columns(name, table.columns)
    )
