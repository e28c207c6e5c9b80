"""One table whose rows repeat the organization: a row for each of its services or sites. Which columns are of which."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from guide.exchange.mapping.columns import Column, as_target
from guide.exchange.mapping.headers import Meaning, plain_words, words_in
from guide.exchange.mapping.looks import Look, texts_of
from guide.exchange.mapping.model import Role
from guide.exchange.mapping.names import fold_column
from guide.exchange.mapping.own_fields import best_name, id_of
from guide.exchange.mapping.own_groups import is_meeting
from guide.exchange.tables import Row, Table

OFTEN = 0.05  # of the rows share a name with others
SAME = 0.9  # of the groups of rows that share a name agree in a column
HALF = 0.5
OF_PLACES = ("latitude", "longitude", "transportation", "accessibility", "neighborhood")
OF_ALL = (
    "addresses",
    "phones",
    "email",
    "website",
    "websites",
    "category",
    "latitude",
    "longitude",
    "neighborhood",
)
OF_BOTH = (
    "description",
    "summary",
    "alternate_names",
    "short_name",
    *OF_ALL,
)  # of the organization where its rows agree
OF_ROWS = ("private", "status", "in", "out", "remark", "verified")  # what a row says of itself
KINDS = ("category", "services")
TYPES = words_in("type format tipo formato code")
UNNAMED = Column("", Look(0, 0.0, 0.0, {}, ()), None)  # of sites without names


@dataclass(frozen=True)
class Part:
    """What of each row is a record of its own."""

    role: Role
    columns: tuple[Column, ...]
    id: Column | None
    above: Mapping[str, Column] = field(default_factory=dict)  # {level: the column that says whose it is}


def parts_of_rows(table: Table, columns: Sequence[Column], role: Role) -> tuple[Part, ...]:
    """The records in each row of a table, the lowest first; one alone where rows repeat nothing."""
    names = names_by_level(columns, role)
    if is_meeting(columns, ()) and any(column.target == "schedules.weekday" for column in columns):
        columns = of_meetings(columns, names)
        names = {
            level: names[level] for level in ("", "organization", "service", "location") if level in names
        }
        return of_groups(table, columns, next(iter(names.values()), None), role)
    single = Part(role, tuple(columns), id_of(columns, role))
    if len(names) > 1:
        return several_names(table, columns, names, single)
    only = next(iter(names.values()), None)
    return one_name(table, columns, only, single) if only else (single,)


def of_meetings(columns: Sequence[Column], names: Mapping[str, Column]) -> tuple[Column, ...]:
    """The columns of a list of meetings: the place of one is a line of its address, its types are their formats."""
    place = names.get("location") if len(names) > 1 else None
    has_address = any(column.target.startswith("addresses.") for column in columns)
    means = {"category": "meetings.formats"}
    if not any(column.target == "meetings.formats" for column in columns):
        columns = [
            as_target(each, means.get(each.target, each.target)) if is_type(each) else each
            for each in columns
        ]
    return tuple(
        as_target(each, "addresses.address_2") if each is place and has_address else each for each in columns
    )


def is_type(column: Column) -> bool:
    """Whether a column is called a type."""
    return bool(set(plain_words(column.name)) & TYPES)


def of_groups(table: Table, columns: Sequence[Column], name: Column | None, role: Role) -> tuple[Part, ...]:
    """The meetings of a group as one record, where they have one place; otherwise each by itself."""
    places = [column for column in columns if column.target in ("addresses.address", "addresses.address_1")]
    groups = grouped(table, name) if name else []
    is_one = groups and min((agreement(groups, column) for column in places), default=1.0) >= SAME
    return (Part(role, tuple(columns), name if is_one else id_of(columns, role)),)


def names_by_level(columns: Sequence[Column], role: str) -> dict[str, Column]:
    """{level, "" where it does not say one: the column with its name}; two with the same words are one."""
    found: dict[str, Column] = {}
    for level in ("organization", "location", "service", ""):
        own = [
            column
            for column in columns
            if column.target == "name" and column.entity == level and column.look.filled
        ]
        best = next(iter(best_name(own)[0]), None)
        if best:
            found[level] = best
    if "" in found and role in ("organization", "location", "service"):
        found.setdefault(role, found[""])
        del found[""]
    return found


def several_names(
    table: Table, columns: Sequence[Column], names: Mapping[str, Column], single: Part
) -> tuple[Part, ...]:
    """The records of rows that name an organization and what it has."""
    named = dict(names)
    if "" in named and len(named) > 1:
        plain = named.pop("")
        free = next((level for level in lower_levels(table, columns, named) if level not in named), "")
        if free:
            named[free] = plain
    if "organization" not in named:
        upper = min(named, key=lambda level: named[level].look.distinct)
        named["organization"] = named.pop(upper)
    top = named.pop("organization")
    lower = {level: column for level, column in named.items() if says_more(table, column, top)}
    if not lower:
        return one_name(table, columns, top, single)
    return levels(table, columns, top, lower)


def lower_levels(table: Table, columns: Sequence[Column], named: Mapping[str, Column]) -> tuple[str, ...]:
    """What a name without a level may be: beside a location a service, otherwise what differs within an organization."""
    if "organization" not in named:
        return ("organization", "service")
    places = [column for column in columns if column.target in ("addresses.address", "addresses.address_1")]
    groups = grouped(table, named["organization"])
    differs = places and agreement(groups, places[0]) < HALF
    return ("location", "service") if differs else ("service", "location")


def says_more(table: Table, column: Column, top: Column) -> bool:
    """Whether a name is mostly there, and another than that of the organization."""
    rows = table.rows
    others = sum(bool(text_in(row, column)) and text_in(row, column) != text_in(row, top) for row in rows)
    return others > 0.2 * len(rows)


def levels(
    table: Table, columns: Sequence[Column], top: Column, lower: Mapping[str, Column]
) -> tuple[Part, ...]:
    """An organization, and its locations or services, with the columns of each."""
    groups = grouped(table, top)
    lowest = "service" if "service" in lower else "location"
    own: dict[str, list[Column]] = defaultdict(list)
    for column in columns:
        if column.target == "name":
            level = next(
                (level for level, name in lower.items() if name is column),
                "organization" if column is top else "",
            )
            own[level] += [plainly(column)]
        else:
            own[level_of(column, groups, lower, lowest)].append(column)
    ident = id_of([column for column in columns if column.entity == "organization"], "organization")
    key = key_of(columns, "organization", top)
    parts = []
    for level in (lowest, *(each for each in lower if each != lowest)):
        above = {"organization": key}
        if level == "service" and "location" in lower:
            above["location"] = key_of(columns, "location", lower["location"])
        is_row = level == lowest
        unique = id_of(columns, level) if is_row else key_of(columns, level, lower[level])
        parts.append(Part(role(level), tuple(own[level]), unique, above))
    return (*parts, Part("organization", tuple(own["organization"]), ident or key))


def role(level: str) -> Role:
    """A level as a role."""
    return "service" if level == "service" else "location" if level == "location" else "organization"


def plainly(column: Column) -> Column:
    """A column that is of the record itself."""
    return replace(column, meaning=column.meaning._replace(entity="")) if column.meaning else column


def key_of(columns: Sequence[Column], level: str, name: Column) -> Column:
    """The column by which rows have an organization in common: its id, or its name."""
    ids = [
        column
        for column in columns
        if column.target == "id" and column.entity == level and column.look.filled
    ]
    return next((column for column in ids if column.look.filled >= name.look.filled * SAME), name)


def level_of(
    column: Column, groups: Sequence[Sequence[Row]], lower: Mapping[str, Column], lowest: str
) -> str:
    """Whose a column is."""
    group = column.target.partition(".")[0]
    if column.target in OF_ROWS or column.target == "id":
        return lowest
    if column.entity in lower or column.entity == "organization":
        return column.entity
    if "location" in lower and (group == "addresses" or column.target in OF_PLACES):
        return "location"
    if groups:
        return "organization" if group in OF_BOTH and agreement(groups, column) >= SAME else lowest
    return "organization" if group in OF_ALL else lowest


def grouped(table: Table, column: Column) -> list[list[Row]]:
    """The rows that share a value of a column with others, together."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in table.rows:
        if text := text_in(row, column):
            found[text].append(row)
    return [rows for rows in found.values() if len(rows) > 1]


def text_in(row: Row, column: Column) -> str:
    """The text of a cell, folded."""
    return (
        fold_column(" ".join(texts_of(row.values.get(column.name, ""))))
        if row.values.get(column.name)
        else ""
    )


def agreement(groups: Sequence[Sequence[Row]], column: Column) -> float:
    """How many groups of rows say the same in a column, of those that say something; 1 where none does."""
    said = [{text_in(row, column) for row in rows} for rows in groups]
    filled = [texts for texts in said if texts != {""}]
    return sum(len(texts) == 1 for texts in filled) / len(filled) if filled else 1.0


def one_name(table: Table, columns: Sequence[Column], name: Column, single: Part) -> tuple[Part, ...]:
    """The records of rows that have one name, some of which have it together."""
    groups = grouped(table, name)
    if (
        sum(map(len, groups)) < OFTEN * len(table.rows)
        or len(table.rows) < 3
        or single.id
        and single.role != "listing"
    ):
        return (single,)
    places = [
        column
        for column in columns
        if column.target in ("addresses.address", "addresses.address_1", "addresses.city")
    ]
    differ = min((agreement(groups, column) for column in places), default=1.0)
    if differ < HALF:
        return levels(table, columns, name, {"location": UNNAMED})
    kind = next(
        (
            column
            for column in columns
            if column.target in KINDS and agreement(groups, column) < HALF and not column.look.split
        ),
        None,
    )
    if kind:
        named = replace(
            kind, meaning=Meaning("name", 0.5), doubt="a guess: the name of a service, and its category"
        )
        return levels(table, [*columns, named], name, {"service": named})
    return (replace(single, id=name, columns=tuple(columns)),)
