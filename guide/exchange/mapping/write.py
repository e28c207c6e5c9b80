"""Mapping files as text: a line for each column with what stands in it, so that a person corrects it by moving lines."""

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from guide.content.yaml_text import scalar
from guide.exchange.mapping.model import Lookup, Need, Rule, Sections, SourceMapping, TableMapping, Take
from guide.exchange.mapping.names import find_columns
from guide.exchange.mapping.read import CHIEF
from guide.exchange.mapping.samples import Hidden, hidden_in, told_of
from guide.exchange.mapping.tables import Matched, match_tables
from guide.exchange.mapping.values import SEPARATORS
from guide.exchange.tables import Table
from guide.expressions import expression
from guide.reading.text import find_unseen, is_unknown, without_unseen

SCHEMA = "../schema/mapping.schema.json"  # from the folder in which an import keeps it
HEAD = (
    "Which column is which. Change what is wrong, then run: make-guide import --again",
    "Behind each column stands how many of its cells are filled, and what stands in some of them.",
)
UNTAKEN = "Not taken. To take one, write its line above, below a field: description, hours, phones ..."
NO_DOUBTS: Mapping[tuple[str, str], str] = {}
WORDS = {sign: word for word, sign in SEPARATORS.items()}
STEP = "  "
WORDY = expression(r"[^\W\d_][\w .&/()-]*")


def write_mapping(
    mapping: SourceMapping,
    tables: Sequence[Table],
    doubts: Mapping[tuple[str, str], str] = NO_DOUBTS,
    schema: str = SCHEMA,
) -> str:
    """The text of a mapping file; `doubts` are {(name of a table, column): why it is a guess}."""
    matched = match_tables(tables, mapping)
    writer = Writer(tables, matched, hidden_in(matched, tables), doubts)
    return (
        "\n".join(
            (
                f"# yaml-language-server: $schema={schema}",
                *(f"# {line}" for line in HEAD),
                "",
                *writer.lines(mapping),
            )
        )
        + "\n"
    )


def plain(value: str) -> str:
    """A text as YAML has it on one line; what cannot be seen stands as its number."""
    odd = [letter for letter in value if letter != " " and unicodedata.category(letter)[0] in "CZ"]
    if not odd:
        return scalar(value)
    text = json.dumps(value, ensure_ascii=False)
    for letter in dict.fromkeys(odd):
        text = text.replace(letter, json.dumps(letter)[1:-1])
    return text


def quoted(value: str) -> str:
    """A text in double quotes."""
    return (
        plain(value)
        if any(unicodedata.category(letter)[0] in "CZ" for letter in value if letter != " ")
        else json.dumps(value, ensure_ascii=False)
    )


def wild(name: str) -> str:
    """The name of a column with "*" for what cannot be seen, which no content file may have."""
    if find_unseen(name) is None and not any(map(is_unknown, name)):
        return name
    bare = without_unseen("".join(letter for letter in name if not is_unknown(letter)))
    return "".join(letter if letter in bare else "*" for letter in name)


def flow(values: Iterable[str]) -> str:
    """Texts as a list on one line, in quotes where they are no plain words."""
    return f"[{', '.join(plain(value) if WORDY.fullmatch(value) else quoted(value) for value in values)}]"


def pairs(values: Mapping[str, str]) -> str:
    """A table of words on one line."""
    return "{" + ", ".join(f"{quoted(key)}: {quoted(value)}" for key, value in values.items()) + "}"


def indented(lines: Iterable[str], by: str = STEP) -> Iterator[str]:
    """Yield lines further in."""
    yield from (f"{by}{line}" for line in lines)


def item(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines of a mapping as an item of a list."""
    for number, line in enumerate(lines):
        yield f"{STEP if number else '- '}{line}"


@dataclass(frozen=True)
class Writer:
    """Writes the tables of a mapping with what stands in their columns."""

    tables: Sequence[Table]
    matched: Sequence[tuple[Matched, ...]]  # for each of the tables, the rules that take it
    hidden: Hidden
    doubts: Mapping[tuple[str, str], str]

    def lines(self, mapping: SourceMapping) -> Iterator[str]:
        """Yield the lines of a whole mapping."""
        yield f"name: {plain(mapping.name)}"
        if mapping.based_on:
            yield f"based_on: {plain(mapping.based_on)}"
        if mapping.needs:
            yield "needs:"
            for need in mapping.needs:
                yield from indented(need_lines(need))
        yield from whole_lines(mapping)
        yield "tables:"
        for place, rule in enumerate(mapping.tables):
            later = [each for each in mapping.tables[place + 1 :]]
            yield from indented(item(self.table_lines(rule, later)))
        yield from self.other_tables()

    def tables_of(self, rule: TableMapping) -> list[tuple[Table, tuple[Matched, ...]]]:
        """The tables that a rule takes, each with all its rules."""
        return [
            (table, rules)
            for table, rules in zip(self.tables, self.matched, strict=True)
            if any(each.rule is rule for each in rules)
        ]

    def table_lines(self, rule: TableMapping, later: Sequence[TableMapping]) -> Iterator[str]:
        """Yield the lines of a table; behind its last rule the columns that none takes."""
        table = next((table for table, _ in self.tables_of(rule)), None)
        yield f"table: {plain(wild(rule.table))}"
        if rule.looks:
            yield f"looks: {flow(rule.looks)}"
        if rule.where:
            yield (
                "where: {"
                + ", ".join(f"{quoted(key)}: {flow(values)}" for key, values in rule.where.items())
                + "}"
            )
        yield f"role: {rule.role}"
        if rule.id != Take():
            yield from self.take_lines("id", rule.id, table)
        if rule.parents:
            yield "parents:"
            for level, take in rule.parents.items():
                yield from indented(self.take_lines(plain(level), take, table))
        if rule.by_name:
            yield "by_name: yes"
        if rule.also:
            yield "also: yes"
        if rule.otherwise:
            yield f"otherwise: {rule.otherwise}"
        if rule.skip:
            yield f"skip: {rule.skip}"
        if rule.skip_unless:
            yield f"skip_unless: {self.column(rule.skip_unless, table)}"
        yield from self.field_lines(rule, table)
        if rule.leave_out:
            yield "leave_out:"
            for each in rule.leave_out:
                yield from indented(item(self.rule_lines(each, table)))
        for other, rules in self.tables_of(rule):
            if not any(each.rule is one for each in rules for one in later):
                yield from self.untaken(other, rules)

    def field_lines(self, rule: TableMapping, table: Table | None) -> Iterator[str]:
        """Yield the lines of the fields, and of the groups among them."""
        if rule.fields or rule.groups:
            yield "fields:"
        for key, take in rule.fields.items():
            yield from indented(self.take_lines(key, take, table))
        for name, groups in rule.groups.items():
            yield f"{STEP}{name}:"
            for group in groups:
                yield from indented(self.group_lines(name, group, table), 2 * STEP)

    def group_lines(self, name: str, group: Mapping[str, Take], table: Table | None) -> Iterator[str]:
        """Yield the lines of a group, one where it is a column alone."""
        chief = CHIEF.get(name, "")
        if (
            set(group) == {chief}
            and group[chief] == Take(columns=group[chief].columns)
            and len(group[chief].columns) == 1
        ):
            yield f"- {self.column(group[chief].columns[0], table)}"
        else:
            yield from item(
                line for part, take in group.items() for line in self.take_lines(part, take, table)
            )

    def take_lines(self, key: str, take: Take, table: Table | None) -> Iterator[str]:
        """Yield the lines of how a field is taken."""
        extras = list(extra_lines(take))
        if not extras:
            yield from self.columns(key, take.columns, table)
            return
        if take == Take(fixed=take.fixed):
            yield (
                f"{key}: {{{extras[0]}}}"
                if not set(take.fixed) & set(",[]{}")
                else f"{key}: {{fixed: {quoted(take.fixed)}}}"
            )
            return
        yield f"{key}:"
        if take.columns:
            yield from indented(self.columns("columns", take.columns, table))
        yield from indented(extras)

    def columns(self, key: str, columns: Sequence[str], table: Table | None) -> Iterator[str]:
        """Yield a column behind its key, or several below it."""
        if len(columns) == 1:
            yield f"{key}: {self.column(columns[0], table)}"
            return
        yield f"{key}:"
        yield from (f"{STEP}- {self.column(column, table)}" for column in columns)

    def column(self, name: str, table: Table | None) -> str:
        """The name of a column with what stands in it."""
        found = find_columns(name, table.columns) if table else []
        named = plain(wild(name))
        if not found or table is None:
            return named
        doubt = self.doubts.get((table.name, found[0]), "")
        return f"{named}  # {f'{doubt}; ' if doubt else ''}{told_of(table, found[0], self.hidden)}"

    def rule_lines(self, rule: Rule, table: Table | None) -> Iterator[str]:
        """Yield the lines of a rule by which rows stay out."""
        yield f"column: {self.column(rule.column, table)}"
        if rule.values:
            yield f"values: {flow(rule.values)}"
        if rule.unless:
            yield "unless: yes"
        if rule.unless_most:
            yield "unless_most: yes"
        if rule.reason:
            yield f"reason: {plain(rule.reason)}"

    def untaken(self, table: Table, rules: Iterable[Matched]) -> Iterator[str]:
        """Yield the columns that nothing takes, as comments."""
        taken = frozenset[str]().union(*(each.taken for each in rules))
        columns = [column for column in table.columns if column not in taken]
        if columns:
            yield f"# {UNTAKEN}"
            yield from (f"#   - {self.column(column, table)}" for column in columns)

    def other_tables(self) -> Iterator[str]:
        """Yield the tables that nothing takes, as comments."""
        others = [table for table, rules in zip(self.tables, self.matched, strict=True) if not rules]
        if others:
            yield ""
            yield "# Tables that are not taken:"
        for table in others:
            yield f"#   - table: {plain(table.name)}  # {len(table.rows):,} rows"
            yield from (f"#       - {self.column(column, table)}" for column in table.columns)


def extra_lines(take: Take) -> Iterator[str]:
    """Yield the lines of a take beside its columns."""
    if take.every:
        yield "every: yes"
    if take.join:
        yield f"join: {separator(take.join)}"
    if take.split:
        yield f"split: {separator(take.split)}"
    if take.literal:
        yield f"literal: {take.literal}"
    if take.pick:
        yield f"pick: {flow(take.pick)}"
    if take.prefix:
        yield f"prefix: {quoted(take.prefix)}"
    if take.fixed:
        yield f"fixed: {plain(take.fixed)}"
    if take.words:
        yield f"words: {pairs(take.words)}"
    if take.lookup:
        yield f"lookup: {lookup(take.lookup)}"
    if take.drop:
        yield f"drop: {flow(take.drop)}"


def separator(sign: str) -> str:
    """What stands between values; what cannot be seen as a word."""
    return WORDS.get(sign) or quoted(sign)


def lookup(wanted: Lookup) -> str:
    """A table of words, on one line."""
    parts = [f"table: {quoted(wanted.table)}"]
    for key in ("id", "column", "below", "not_below"):
        values = getattr(wanted, key)
        if values and values != Lookup._field_defaults[key]:
            parts.append(f"{key}: {flow(values)}")
    return "{" + ", ".join(parts) + "}"


def need_lines(need: Need) -> Iterator[str]:
    """Yield the lines of a table that must be there."""
    if need.table == "*":
        yield f"- {flow(need.columns)}"
    else:
        yield f"- table: {plain(need.table)}"
        yield f"{STEP}columns: {flow(need.columns)}"


def whole_lines(mapping: SourceMapping) -> Iterator[str]:
    """Yield the lines of what holds for all tables, where it is not as usual."""
    usual, sections = Sections(), mapping.sections
    if sections != usual:
        yield "sections:"
        if sections.titles:
            yield f"{STEP}titles: {pairs(sections.titles)}"
        if sections.limit != usual.limit:
            yield f"{STEP}limit: {sections.limit}"
        if sections.other != usual.other:
            yield f"{STEP}other: {plain(sections.other)}"
        if not sections.topics:
            yield f"{STEP}topics: no"
    if mapping.contact_order != SourceMapping(name="", tables=()).contact_order:
        yield f"contact_order: {flow(mapping.contact_order)}"
    if mapping.services != "inside":
        yield f"services: {mapping.services}"
    if mapping.clean:
        yield (
            "clean: {"
            + ", ".join(f"{quoted(key)}: {'yes' if on else 'no'}" for key, on in mapping.clean.items())
            + "}"
        )
    if mapping.abbreviations:
        yield f"abbreviations: {flow(mapping.abbreviations)}"
    if mapping.country:
        yield f"country: {mapping.country}"
