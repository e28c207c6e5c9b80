"""JSON as tables: lists of objects, feeds in pages, GeoJSON; what is nested becomes a table with its parent's id."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from guide.errors import GuideError, Mark
from guide.exchange.ledger import Ledger
from guide.exchange.origin import Origin
from guide.exchange.tables import PARENT, Row, Table, Value
from guide.problems import sources as kinds

PAGE = (
    "contents",
    "results",
    "records",
    "data",
    "items",
    "features",
    "value",
)  # the key under which a feed has its records
DEEPEST = 40  # objects within objects


@dataclass(slots=True)
class Growing:
    """A table while records are added to it; `numbers` are their places among the records of the source."""

    columns: dict[str, None] = field(default_factory=dict)
    rows: dict[int, dict[str, Value]] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)  # ids of objects that may stand in several others

    def add(self, values: dict[str, Value]) -> None:
        """A record more."""
        self.columns.update(dict.fromkeys(values))
        self.rows[len(self.rows) + 1] = values


def read_objects(text: str, source: str, name: str, ledger: Ledger) -> Iterator[Table]:
    """Yield the tables of a JSON text (or of one object a line); "phones" of two levels are one table."""
    tables: dict[str, Growing] = {}
    try:
        for table, records in lists_of(parse(text, source), name):
            for record in records:
                add_object(record, table, tables, {}, DEEPEST)
    except RecursionError:
        raise GuideError(
            [kinds.NO_JSON.at(Mark(Path(source)), reason="objects within objects without end")]
        ) from None
    if not tables:
        ledger.tell(Origin(source, 0), "no records", "")
    for table, grown in tables.items():
        named = f"{source}: {table}" if len(tables) > 1 else source
        rows = tuple(
            Row(number, {key: value for key, value in values.items() if value != ""})
            for number, values in grown.rows.items()
        )
        yield Table(named, table, tuple(grown.columns), rows)


def parse(text: str, source: str) -> Value:
    """The JSON with every number and word as a text; raises GuideError with the line and column where it ends to be JSON."""
    try:
        return plain(decoder().decode(text))
    except json.JSONDecodeError as error:
        if error.msg == "Extra data" and text.lstrip().startswith("{"):
            return parse_lines(text, source)
        raise GuideError(
            [kinds.NO_JSON.at(Mark(Path(source), error.lineno, error.colno), reason=error.msg)]
        ) from None


def parse_lines(text: str, source: str) -> Value:
    """One object a line (JSON Lines), or objects behind each other."""
    records: list[Value] = []
    place = 0
    while place < len(text):
        try:
            record, place = decoder().raw_decode(text, place)
        except json.JSONDecodeError as error:
            raise GuideError(
                [kinds.NO_JSON.at(Mark(Path(source), error.lineno, error.colno), reason=error.msg)]
            ) from None
        records.append(plain(record))
        while place < len(text) and text[place] in " \t\n,":
            place += 1
    return records


def decoder() -> json.JSONDecoder:
    """Numbers stay as they are written: 01234567890 digits are an id, and 5.10 is a price."""
    return json.JSONDecoder(parse_float=str, parse_int=str, parse_constant=str, strict=False)


def plain(value: object) -> Value:
    """A value of JSON with texts for all that is neither a list nor an object."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list():
            return [plain(each) for each in value]
        case dict():
            return {whole(str(key)): plain(each) for key, each in value.items()}
        case _:
            return whole(str(value)).strip()


def whole(text: str) -> str:
    r"""A text without NUL, and without halves of characters (`\\ud83c` alone), which no file can hold."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def lists_of(value: Value, name: str) -> Iterator[tuple[str, list[dict[str, Value]]]]:
    """Yield (name, records) of each list of objects at the top: of a feed's page, of a file with several tables, of one object."""
    if isinstance(value, list):
        yield name, objects_in(value)
    elif isinstance(value, dict):
        page = next((key for key in PAGE if isinstance(value.get(key), list)), "")
        lists = {key: each for key, each in value.items() if isinstance(each, list) and objects_in(each)}
        if page:
            yield name, [feature(each) for each in objects_in(value[page])]
        elif lists and not has_id(value) and "name" not in value:
            yield from ((key.removesuffix(".csv"), objects_in(each)) for key, each in lists.items())
        elif value:
            yield name, [value]


def objects_in(value: Value) -> list[dict[str, Value]]:
    """The objects of a list."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def feature(record: dict[str, Value]) -> dict[str, Value]:
    """A feature of GeoJSON as a record with its latitude and longitude; any other record as it is."""
    properties, geometry = record.get("properties"), record.get("geometry")
    if not isinstance(properties, dict) or record.get("type") != "Feature":
        return record
    flat = {"id": record["id"], **properties} if record.get("id") else dict(properties)
    if isinstance(geometry, dict) and geometry.get("type") == "Point":
        match geometry.get("coordinates"):
            case [str(longitude), str(latitude), *_]:
                return {**flat, "latitude": latitude, "longitude": longitude}
    return flat


def has_id(record: dict[str, Value]) -> bool:
    """Whether a record has an id by which others can name it."""
    return isinstance(record.get("id"), str) and record["id"] != ""


def add_object(
    record: dict[str, Value], table: str, tables: dict[str, Growing], parent: dict[str, Value], depth: int
) -> None:
    """Add a record to its table, and what is nested in it to theirs."""
    grown = tables.setdefault(table, Growing())
    own = (
        record
        if has_id(record)
        else {"id": f"{table} {len(grown.rows) + 1}", **record}
        if has_children(record)
        else record
    )
    values: dict[str, Value] = {}
    grown.add(values)  # first, so that rows stand in the order of the source
    values.update(parent)
    whose: dict[str, Value] = dict(zip(PARENT, (table, own.get("id", ""))))
    for key, value in own.items():
        if depth and isinstance(value, dict) and has_id(value):
            add_once(value, key, tables, whose, depth - 1)
            values[f"{key}_id"] = value["id"]
        elif depth and objects_in(value):
            for each in objects_in(value):
                add_object(each, key, tables, whose, depth - 1)
        else:
            values.update(flattened(key, value))
    grown.columns.update(dict.fromkeys(values))


def has_children(record: dict[str, Value]) -> bool:
    """Whether tables are nested in a record: they have to name it."""
    return any(objects_in(value) or isinstance(value, dict) and has_id(value) for value in record.values())


def add_once(
    record: dict[str, Value], key: str, tables: dict[str, Growing], parent: dict[str, Value], depth: int
) -> None:
    """Add an object that may stand in several others, such as the organization of each service."""
    known = tables.setdefault(key, Growing()).known
    ident = str(record["id"])
    if ident not in known:
        known.add(ident)
        add_object(record, key, tables, parent, depth)


def flattened(key: str, value: Value) -> Iterable[tuple[str, Value]]:
    """Yield (column, value): the parts of an object without an id have the columns "address.city" and so on."""
    if isinstance(value, dict):
        for part, each in value.items():
            yield from flattened(f"{key}.{part}", each)
    else:
        yield key, value
