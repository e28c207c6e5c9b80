"""A first guess at the mapping of tables that nobody knows: by the names of their columns, and by what stands in them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from guide.errors import GuideError, Mark, Problem
from guide.exchange import flags
from guide.exchange.flags import says_private
from guide.exchange.mapping.columns import Column
from guide.exchange.mapping.headers import plain_words, words_in
from guide.exchange.mapping.model import Lookup, Rule, SourceMapping, TableMapping, Take
from guide.exchange.mapping.own_fields import fields_of, rules_of
from guide.exchange.mapping.own_groups import groups_of, spoken_hours
from guide.exchange.mapping.repeats import Part, parts_of_rows
from guide.exchange.mapping.roles import (
    RANKS,
    Sheet,
    Tie,
    ids_to,
    is_named_after,
    share_in,
    sheets_of,
    ties_of,
)
from guide.exchange.mapping.samples import shortened
from guide.exchange.tables import Table
from guide.frozen import frozen
from guide.problems import mappings as kinds
from guide.reading.text import without_unseen

Doubts = Mapping[tuple[str, str], str]  # {(name of a table, column): why it is a guess}
GENERIC = words_in("sheet tabelle hoja feuil feuille table data export list main directory listing all")
MOST_VALUES = 12  # of a column, and columns in a message
HALF = 0.5
OUT = words_in(" ".join((*flags.OUT, *flags.CLOSED)))


@frozen(kw_only=False)
class Guess:
    """A mapping, and what of it is a guess."""

    mapping: SourceMapping
    doubts: Doubts


def guess(tables: Sequence[Table]) -> Guess:
    """The mapping of tables with its doubts; raises GuideError where no column has names."""
    sheets = sheets_of(tables)
    ties = {sheet.table.source: ties_of(sheet, sheets) for sheet in sheets}
    named = {tie.to.table.source for some in ties.values() for tie in some}
    if any(sheet.is_nested for sheet in sheets):
        named |= {sheet.table.source for sheet in sheets}
    rules = [
        rule
        for sheet in sheets
        for rule in rules_for(sheet, ties[sheet.table.source], sheet.table.source in named, sheets)
    ]
    rules += [rule for sheet in sheets for rule in links_from(sheet, ties, sheets)]
    if not any("name" in rule.fields for rule in rules):
        raise GuideError([no_names(tables)])
    doubts = {
        (sheet.table.name, column.name): column.doubt
        for sheet in sheets
        for column in sheet.columns
        if column.doubt
    }
    name = shortened(sheets[0].table.name) if len(tables) == 1 else ""
    return Guess(SourceMapping(name=name or "guess", tables=tuple(rules)), doubts)


def no_names(tables: Sequence[Table]) -> Problem:
    """The problem that nothing has a name."""
    source = tables[0].source if tables else ""
    columns = [column for table in tables for column in table.columns]
    shown = ", ".join(shortened(column) for column in columns[:MOST_VALUES]) + (
        " ..." if len(columns) > MOST_VALUES else ""
    )
    return kinds.NO_NAMES.at(Mark(Path(source)), columns=shown or "none")


# --- one table --------------------------------------------------------------------------------------


def rules_for(
    sheet: Sheet, ties: Sequence[Tie], is_named: bool, sheets: Sequence[Sheet]
) -> Iterator[TableMapping]:
    """Yield what the rows of a table are: one record each, or several; nothing for a detail that belongs to nobody.

    `is_named` says that another table names its rows.
    """
    role = sheet.role
    if role == "detail":
        if ties or sheet.is_nested:
            yield rule_for(sheet, Part("detail", described(sheet.columns), None), ties, sheets)
        return
    if role == "terms" or not role:
        return
    is_bound = bool(ties) or sheet.is_nested or is_named
    single = Part(role, sheet.columns, sheet.id)
    parts = (single,) if is_bound else parts_of_rows(sheet.table, sheet.columns, role)
    if len(parts) == 1 and not is_bound:
        parts = (replace(parts[0], role="listing"),)
    for part in parts:
        yield rule_for(sheet, part, ties, sheets, also=part is not parts[0])


def described(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns of a detail: its name is words beside a number, its type that of the number or of the address."""
    group = next(
        (
            group
            for group in ("phones", "addresses")
            if any(column.target.startswith(group) for column in columns)
        ),
        "",
    )
    means = {"name": "phones.description", "category": f"{group}.type"} if group else {}
    return tuple(
        replace(
            column,
            meaning=column.meaning._replace(
                target=means.get(column.target, column.target), entity="", number=1
            ),
        )
        if column.meaning and column.target in means
        else column
        for column in columns
    )


def rule_for(
    sheet: Sheet, part: Part, ties: Sequence[Tie], sheets: Sequence[Sheet], also: bool = False
) -> TableMapping:
    """A rule for the records in the rows of a table."""
    bound = {tie.column.name for tie in ties}
    columns = [column for column in part.columns if column.name not in bound and is_own(column, part.role)]
    fields, hours = fields_of(columns), spoken_hours(columns, sheet.words)
    fields |= {"hours": hours} if hours else {}
    return TableMapping(
        table=table_of(sheet.table, sheets),
        role=part.role,
        id=Take(columns=(part.id.name,)) if part.id else Take(),
        parents=parents_of(part, ties),
        by_name=any(tie.by_name for tie in ties),
        fields={**fields, **terms_in(sheet, sheets), **section_of(sheet, fields, part.role, sheets)},
        groups=groups_of(columns, sheet.words),
        leave_out=rules_also(sheet.columns) if also else rules_of(columns),
        also=also,
    )


def parents_of(part: Part, ties: Sequence[Tie]) -> dict[str, Take]:
    """{level: the column that says whose a row is}."""
    parents = {level: Take(columns=(column.name,)) for level, column in part.above.items()}
    for tie in ties:
        parents.setdefault(str(tie.to.role), Take(columns=(tie.column.name,), split=tie.split))
    return parents


def is_own(column: Column, role: str) -> bool:
    """Whether a column is of the record itself: in a table of sites, "Agency phone" is not."""
    return (
        role == "listing"
        or column.entity in ("", role)
        or column.target not in ("name", "id")
        and role == "detail"
    )


def rules_also(columns: Iterable[Column]) -> tuple[Rule, ...]:
    """The rules for an organization that stands in the rows of its services: rows that stay out do not make it."""
    rules = list(rules_of(columns))
    for column in columns:
        if column.target in ("private", "status"):
            values = dict.fromkeys(column.look.values)
            out = [
                text for text in values if (is_out(text) if column.target == "status" else says_private(text))
            ]
            rules += (
                [Rule(column=column.name, values=tuple(out[:MOST_VALUES]), reason=column.target)]
                if out
                else []
            )
    return tuple(rules)


def is_out(text: str) -> bool:
    """Whether a status says that something is not there any more."""
    return bool(set(plain_words(text)) & OUT)


def table_of(table: Table, sheets: Sequence[Sheet]) -> str:
    """How a rule names a table: anything, where there is one alone."""
    return table.name.replace("|", "*") if len(sheets) > 1 else "*"


def section_of(
    sheet: Sheet, fields: Mapping[str, Take], role: str, sheets: Sequence[Sheet]
) -> dict[str, Take]:
    """The name of a sheet as the category of what stands in it, where several have listings and no such column."""
    several = sum(other.role == sheet.role for other in sheets) > 1
    is_plain = not sheet.words or any(word in GENERIC for word in sheet.words)
    if "category" in fields or role != "listing" or not several or is_plain:
        return {}
    named = without_unseen(sheet.table.name.removeprefix(sheet.start)).replace("_", " ")
    return {"category": Take(fixed=" ".join(named.split()))}


# --- several tables ---------------------------------------------------------------------------------


def terms_in(sheet: Sheet, sheets: Sequence[Sheet]) -> dict[str, Take]:
    """The category by ids that stand in a table of words."""
    for terms in sheets:
        if terms.role != "terms" or terms.id is None or terms.name is None:
            continue
        for column in sheet.columns:
            split, share = share_in(sheet.table, column, terms.keys)
            if column is not sheet.id and share > HALF and is_named_after(column, terms):
                lookup = Lookup(terms.table.name, (terms.id.name,), (terms.name.name,))
                return {"category": Take(columns=(column.name,), split=split, lookup=lookup)}
    return {}


def links_from(
    sheet: Sheet, ties: Mapping[str, Sequence[Tie]], sheets: Sequence[Sheet]
) -> Iterator[TableMapping]:
    """Yield rules for columns that list what a record has: the ids of an agency's services, where these do not say whose they are."""
    if sheet.role not in RANKS or sheet.id is None:
        return
    for other in sheets:
        if RANKS.get(other.role, 0) <= RANKS[sheet.role] or any(
            tie.to is sheet for tie in ties[other.table.source]
        ):
            continue
        for tie in list(ids_to(sheet, other))[:1]:
            yield TableMapping(
                table=table_of(sheet.table, sheets),
                role="link",
                parents={
                    sheet.role: Take(columns=(sheet.id.name,)),
                    other.role: Take(columns=(tie.column.name,), split=tie.split),
                },
                also=True,
            )
