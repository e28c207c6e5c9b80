"""Rows of tables become records: what each is, whose it is, and what is taken of it; what is not is told."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from guide.exchange.drafts import LEVELS, Group, Level
from guide.exchange.flags import says_yes
from guide.exchange.ledger import LEFT_OUT, MERGED, Ledger
from guide.exchange.mapping.model import Role, Rule, SourceMapping
from guide.exchange.mapping.tables import Matched, match_tables
from guide.exchange.origin import Cell, Origin
from guide.exchange.tables import PARENT, Row, Table
from guide.exchange.taking import Taker, is_one_of
from guide.exchange.terms import Terms

NO_ID = frozenset(("", "null", "none", "nan", "n/a", "-", "\\n"))
FEW, MOST = 10, 0.95  # rows of a short table; the part of the rows that are nearly all
PRIVATE_GROUPS = ("phones", "addresses")  # of a detail that may not be printed: others have to know it, too


@dataclass(slots=True, eq=False)
class Record:
    """A row while it is joined: it gathers what belongs to it."""

    role: Role
    key: str  # its id, "" where it has none
    table: Table
    known_as: frozenset[str]  # level, name of its table and of its rule: by which it is asked for
    parents: list[tuple[str, Cell]]  # (level or table, id), as they are filled
    by_name: bool
    has_owner: bool  # whether its mapping says whose it is
    rows: list[Origin]
    cells: dict[str, tuple[Cell, ...]] = field(default_factory=dict)
    groups: dict[str, tuple[Group, ...]] = field(default_factory=dict)
    said: dict[str, tuple[tuple[Group, ...], set[frozenset[tuple[str, str]]]]] = field(
        default_factory=dict, repr=False
    )  # {name: (its groups, what they say)}, as they were when `add` read them
    leave_out: str = ""
    also: bool = False  # its row is another record as well: that is where the row is told
    otherwise: Literal["", Level] = ""  # what it is where the service that it names is not here
    home: "Record | None" = None  # in which it stands
    places: "list[Record]" = field(default_factory=list)  # locations of a service
    at_places: "dict[int, Record]" = field(default_factory=dict)  # {index in places: what holds there alone}

    @property
    def at(self) -> Origin:
        """Its own row."""
        return self.rows[0]

    @property
    def is_level(self) -> bool:
        """Whether it is a record of its own, not a detail or a link."""
        return self.role in LEVELS

    def add(self, other: "Record") -> None:
        """Take in what another record has; what both say stands once."""
        self.rows += [row for row in other.rows if row not in self.rows[-1:]]
        for key, cells in other.cells.items():
            own = self.cells.get(key, ())
            texts = {cell.text.strip() for cell in own}
            self.cells[key] = own + tuple(cell for cell in cells if cell.text.strip() not in texts)
        for name, groups in other.groups.items():
            self.take_groups(name, groups)

    def take_groups(self, name: str, groups: Iterable[Group]) -> None:
        """Take in groups that are not there yet; what is there is not read again for each of a thousand rows."""
        mine = self.groups.get(name, ())
        known, said = self.said.get(name, ((), set()))
        if known is not mine:
            said = {texts_of(group) for group in mine}
        self.groups[name] = mine + tuple(group for group in groups if texts_of(group) not in said)
        said |= {texts_of(group) for group in self.groups[name][len(mine) :]}
        self.said[name] = self.groups[name], said


def texts_of(group: Group) -> frozenset[tuple[str, str]]:
    """What a group says, without its places."""
    return frozenset((part, cell.text.strip()) for part, cell in group.items())


def read_records(tables: Sequence[Table], mapping: SourceMapping, ledger: Ledger) -> list[Record]:
    """The records of all tables, in their order; every row is told to the ledger, and so are tables and columns not taken."""
    terms = Terms(tables, mapping)
    reader = Reader(Taker(terms, ledger), ledger)
    records: list[Record] = []
    words: list[Table] = []
    for table, rules in zip(tables, match_tables(tables, mapping), strict=True):
        if rules:
            records += reader.read(table, rules)
        elif table.source in terms.sources:
            words.append(table)
        else:
            leave_out_table(table, ledger)
    for table in words:  # when all that name them have been read
        tell_terms(table, terms, ledger)
    return records


def leave_out_table(table: Table, ledger: Ledger) -> None:
    """Tell a table that nothing takes."""
    origins = [table.origin(row) for row in filled_rows(table)]
    ledger.tell(Origin(table.source, 0), "table not taken", f"{len(origins):,} rows")
    for origin in origins:
        ledger.read(origin)
    ledger.settle(origins, LEFT_OUT, f"no rule takes the table {table.name}")


def tell_terms(table: Table, terms: Terms, ledger: Ledger) -> None:
    """Tell rows of words: they went to the records that name them."""
    for row in filled_rows(table):
        origin = table.origin(row)
        ledger.read(origin)
        if origin in terms.used:
            ledger.settle([origin], MERGED, "a word of those that name it")
        else:
            ledger.settle([origin], LEFT_OUT, "a term that no record has")


def filled_rows(table: Table) -> Iterator[Row]:
    """The rows in which anything stands."""
    return (row for row in table.rows if any(row.values.values()))


class Reader:
    """Reads the rows of one table after the other."""

    def __init__(self, taker: Taker, ledger: Ledger) -> None:
        self.taker, self.ledger = taker, ledger

    def read(self, table: Table, rules: Sequence[Matched]) -> Iterator[Record]:
        """Yield the records of a table."""
        rules = self.asked(rules)
        lost: Counter[str] = Counter()  # filled cells by their columns
        for number, row in enumerate(filled_rows(table)):
            origin = table.origin(row)
            self.ledger.read(origin)
            taking = [rule for rule in rules if is_meant(rule, row)]
            taking = taking[:1] + [rule for rule in taking[1:] if rule.rule.also]
            if any(number < rule.rule.skip and not is_data(rule, row) for rule in rules):
                self.ledger.settle([origin], LEFT_OUT, "no data, as the mapping says")
            elif not taking:
                self.ledger.settle([origin], LEFT_OUT, no_rule(rules, row))
            else:
                lost.update(columns_lost(taking, row))
                yield from filter(None, [self.record(matched, row) for matched in taking])
        for column in table.columns:
            if lost[column]:
                self.ledger.tell(
                    Origin(table.source, 0, column), "column not taken", f"{lost[column]:,} cells"
                )

    def asked(self, rules: Sequence[Matched]) -> list[Matched]:
        """Rules without the columns that say of nearly all rows that they stay out, where the mapping wants that."""
        pairs = dict.fromkeys(pair for matched in rules for pair in matched.leave_out)
        unused = [pair for pair in pairs if pair[0].unless_most and says_it_of_most(*pair, rules[0].table)]
        for _, column in unused:
            self.ledger.tell(
                Origin(rules[0].table.source, 0, column), "says that nearly all rows stay out, not asked"
            )
        return [
            replace(matched, leave_out=tuple(pair for pair in matched.leave_out if pair not in unused))
            for matched in rules
        ]

    def record(self, matched: Matched, row: Row) -> Record | None:
        """What a rule makes of a row; None for a detail that stays out."""
        table, rule = matched.table, matched.rule
        record = Record(
            role=rule.role,
            key=next((cell.text.strip() for cell in self.taker.field(matched.id, table, row)), ""),
            table=table,
            known_as=matched.known_as,
            parents=list(self.parents(matched, row)),
            by_name=rule.by_name,
            otherwise=rule.otherwise,
            has_owner=bool(rule.parents) or matched.is_nested,
            also=rule.also,
            rows=[table.origin(row)],
        )
        self.fill(record, matched, row)
        return self.judge(record, matched, row)

    def parents(self, matched: Matched, row: Row) -> Iterator[tuple[str, Cell]]:
        """Yield (level or table, cell with an id) of all that may have the row, what the mapping names before where it stood."""
        for name, bound in matched.parents:
            cells = self.taker.field(bound, matched.table, row)
            yield from ((name, cell) for cell in cells if cell.text.strip().casefold() not in NO_ID)
        if matched.is_nested:
            holder, ident = (matched.table.cell(row, column) for column in PARENT)
            if holder.text and ident.text:
                yield holder.text, ident

    def fill(self, record: Record, matched: Matched, row: Row) -> None:
        """Take the fields and groups of a row."""
        for name, bound in matched.fields:
            cells = self.taker.field(bound, matched.table, row)
            if cells:
                record.cells[name] = cells
        for name, group in matched.groups:
            groups = tuple(self.taker.groups(group, matched.table, row))
            if groups:
                record.groups[name] = record.groups.get(name, ()) + groups

    def judge(self, record: Record, matched: Matched, row: Row) -> Record | None:
        """Mark what is to stay out. A private phone or address is kept as private: it must not stand elsewhere either."""
        found = next(rules_that_apply(matched, row), None)
        if found is None:
            return record
        rule, cell = found
        reason = rule.reason or f"{cell.at.column} is {cell.text.strip()}"
        if record.is_level:
            record.leave_out = reason
            return record
        kept = {name: groups for name, groups in record.groups.items() if name in PRIVATE_GROUPS}
        if record.role == "link" or not kept:
            self.ledger.settle(record.rows, LEFT_OUT, reason)
            return None
        private = cell._replace(text="yes")
        record.cells, record.groups = {}, {}
        for name, groups in kept.items():
            record.groups[name] = tuple({**group, "private": private} for group in groups)
        return record


def is_meant(matched: Matched, row: Row) -> bool:
    """Whether a rule is about a row; "*" is any value."""
    said = ((text_of(row, column).casefold(), values) for column, values in matched.where)
    return all(text in values or text and "*" in values for text, values in said)


def is_data(matched: Matched, row: Row) -> bool:
    """Whether a row among those that are to be skipped is data after all: its id is a number."""
    return any(text_of(row, column).isdigit() for column in matched.skip_unless)


def text_of(row: Row, column: str) -> str:
    """The text in a cell."""
    value = row.values.get(column, "")
    return value.strip() if isinstance(value, str) else ""


def columns_lost(taking: Iterable[Matched], row: Row) -> Iterator[str]:
    """The columns of a row that are filled and that none of its rules takes."""
    taken = frozenset[str]().union(*(matched.taken for matched in taking))
    return (column for column, value in row.values.items() if value and column not in taken)


def no_rule(rules: Iterable[Matched], row: Row) -> str:
    """Why no rule is about a row."""
    columns = dict.fromkeys(column for matched in rules for column, _ in matched.where if column)
    said = ", ".join(f'{column} is "{text_of(row, column)}"' for column in columns)
    return f"no rule takes rows where {said}" if said else "no rule takes it"


def rules_that_apply(matched: Matched, row: Row) -> Iterator[tuple[Rule, Cell]]:
    """Yield the rules by which a row stays out, with the cell that says it."""
    for rule, column in matched.leave_out:
        if says_it(rule, column, row):
            yield rule, matched.table.cell(row, column)


def says_it(rule: Rule, column: str, row: Row) -> bool:
    """Whether a cell says that its row stays out."""
    text = text_of(row, column).casefold()
    return bool(text) and text not in NO_ID and applies(rule, text) != rule.unless


def says_it_of_most(rule: Rule, column: str, table: Table) -> bool:
    """Whether a column says so of nearly all rows of a table that is not a short one."""
    said = [says_it(rule, column, row) for row in filled_rows(table)]
    return len(said) >= FEW and sum(said) >= MOST * len(said)


def applies(rule: Rule, text: str) -> bool:
    """Whether a text, in small letters, is one of the values of a rule; of one without values, whether it means yes."""
    return is_one_of(text, rule.values) if rule.values else says_yes(text)
