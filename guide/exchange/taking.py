"""The cells of a row that a mapping takes, with the words of the source."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from guide.exchange.drafts import Group
from guide.exchange.ledger import Ledger
from guide.exchange.mapping.model import Take
from guide.exchange.mapping.tables import Bound
from guide.exchange.origin import Cell
from guide.exchange.sources.objects import whole
from guide.exchange.tables import Row, Table, Value
from guide.exchange.terms import Terms
from guide.frozen import frozen

LABELS = ("type", "private", "country", "label")  # parts of a group that say nothing without the others
LISTS = tuple(
    "[{('\""
)  # with which a list, an object or a text in quotes begins; other words in such a cell are words
NOTHING = ("None", "null")
MOST_LITERAL = 1_000_000  # characters of a list that is written in a cell


@frozen(kw_only=False)
class Taker:
    """Takes cells from rows; what it does not take as it stands is told."""

    terms: Terms
    ledger: Ledger

    def field(self, bound: Bound, table: Table, row: Row) -> tuple[Cell, ...]:
        """The filled cells of a field."""
        if bound.is_plain:
            (column,) = bound.columns
            value = row.values.get(column, "")
            if isinstance(value, str):
                return (Cell(value, table.origin(row, column)),) if value and not value.isspace() else ()
        return tuple(cell for cell in self.cells(bound, table, row) if cell.text.strip())

    def groups(self, group: Mapping[str, Bound], table: Table, row: Row) -> Iterator[Group]:
        """Yield the groups of a row: one, or as many as there are values in its cells, each with its own."""
        parts = {
            part: self.field(bound, table, row) if bound.is_plain else self.cells(bound, table, row)
            for part, bound in group.items()
        }
        chief = next(iter(parts.values()), ())
        for part in list(parts)[1:]:
            if group[part].take.pick and list(parts[part]) == list(chief):
                parts[part] = ()  # the cell is no object that has parts: what it says is the first of them
        count = max(map(len, parts.values()), default=0)
        for number in range(count):
            made = {part: nth(cells, number, part) for part, cells in parts.items()}
            filled = {part: cell for part, cell in made.items() if cell is not None and cell.text.strip()}
            if any(part not in LABELS and cell.at.column for part, cell in filled.items()):
                yield filled

    def cells(self, bound: Bound, table: Table, row: Row) -> list[Cell]:
        """The cells of a take, with blanks where lists have them."""
        taken: list[Cell] = []
        for column in bound.columns:
            value = row.values.get(column, "")
            if not value:
                continue
            if taken and not (bound.take.every or bound.take.join):
                if column not in bound.shared:
                    self.tell_other(table.cell(row, column), taken[0], bound)
                continue
            found = self.values(bound, table, row, column, value)
            taken += found if any(cell.text.strip() for cell in found) else []
        if bound.take.join and taken:
            texts = [cell.text.strip() for cell in taken if cell.text.strip()]
            taken = [taken[0]._replace(text=bound.take.join.join(texts))]
        fixed = bound.take.fixed
        return taken or ([Cell(fixed, table.origin(row))] if fixed else [])

    def tell_other(self, cell: Cell, taken: Cell, bound: Bound) -> None:
        """Tell a cell that is not taken because another one is filled, unless it says the same, or nothing."""
        text = cell.text.strip()
        if text and text.casefold() != taken.text.strip().casefold() and not is_one_of(text, bound.take.drop):
            self.ledger.note(cell, "not taken, another column is filled", taken.text)

    def values(self, bound: Bound, table: Table, row: Row, column: str, value: Value) -> list[Cell]:
        """The values in one cell."""
        take, at = bound.take, table.origin(row, column)
        if take.literal and isinstance(value, str) and (value.lstrip()[:1] in LISTS or value in NOTHING):
            value = self.literal(Cell(value, at), take)
        texts = list(picked(value, take.pick))
        if None in texts:
            self.ledger.note(Cell(shown(value), at), "an object in a cell, not read")
        if take.split:
            texts = [
                part.strip() for text in texts if text for part in text.split(take.split) if part.strip()
            ]
        return [self.meant(Cell(text or "", at), bound) for text in texts]

    def literal(self, cell: Cell, take: Take) -> Value:
        """The list or object that a cell has as text; where it has none the text itself, or nothing if a part of it is wanted."""
        try:
            return read_literal(cell.text, take.literal)
        except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
            self.ledger.note(
                cell, f"not a list as {'JSON' if take.literal == 'json' else 'Python'} writes it"
            )
            return "" if take.pick else cell.text

    def meant(self, cell: Cell, bound: Bound) -> Cell:
        """A cell as its mapping understands it: with other words, or as nothing."""
        take, text = bound.take, cell.text.strip()
        if not (take.words or take.drop or take.lookup or take.prefix) or not text:
            return cell
        if take.drop and is_one_of(text, take.drop):
            self.ledger.note(cell, "means nothing")
            return cell._replace(text="")
        if take.lookup and self.terms.has(take.lookup):
            word = self.terms.find(take.lookup, text)
            if word is None:
                self.ledger.note(cell, "names what is not here")
            text = word or ""
        text = take.words.get(text, text)
        return cell._replace(text=take.prefix + text if text and take.prefix else text)


def is_one_of(text: str, values: Iterable[str]) -> bool:
    """Whether a text is one of the values, whatever its capitals, or has the form of one between slashes."""
    return any(
        re.fullmatch(each[1:-1], text) is not None
        if len(each) > 2 and each[0] == each[-1] == "/"
        else text.casefold() == each.casefold()
        for each in values
    )


def nth(cells: Sequence[Cell], number: int, part: str) -> Cell | None:
    """The cell for the nth group: one alone is for all of them, an extension for the first."""
    if len(cells) == 1 and part != "extension":
        return cells[0]
    return cells[number] if number < len(cells) else None


def picked(value: Value, way: tuple[str, ...]) -> Iterator[str | None]:
    """Yield the texts that lie on a way into a value, "" where one has none; None for an object that is not gone into."""
    if isinstance(value, list):
        for each in value:
            yield from picked(each, way)
    elif isinstance(value, dict):
        if way:
            yield from picked(value.get(way[0], ""), way[1:])
        else:
            yield None if value else ""
    else:
        yield value


def read_literal(text: str, literal: str) -> Value:
    """A text as JSON or Python writes lists and objects; raises ValueError and others where it is none."""
    if len(text) > MOST_LITERAL:
        raise ValueError("too long")
    if literal == "json":
        return plain(json.loads(text, parse_float=str, parse_int=str))
    from ast import literal_eval  # only one kind of export needs it
    from warnings import catch_warnings, simplefilter

    with catch_warnings():
        simplefilter("ignore", SyntaxWarning)  # of a backslash in somebody's text
        return plain(literal_eval(text.strip()))


def plain(value: object) -> Value:
    """A value with texts for all that is neither a list nor an object."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list() | tuple() | set():
            return [plain(each) for each in value]
        case dict():
            return {whole(str(key)): plain(each) for key, each in value.items()}
    return whole(str(value))


def shown(value: Value) -> str:
    """A value as one text."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
