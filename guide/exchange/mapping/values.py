"""The values of mapping files: names of columns and words of a source as they stand, tables of them, and how a field is taken."""

from collections.abc import Mapping
from typing import Any

from guide.exchange.mapping.model import Lookup, Take
from guide.problems import mappings as kinds
from guide.problems.reading import KEY_NO_WORD, KEY_TWICE
from guide.reading.fields import Field, Kind, Reader, Record, T, is_blank, or_nothing, report_type
from guide.reading.kinds import ANY_TEXT, FLAG, ONE_OR_MORE, choice, read_items
from guide.reading.source import Node, Pairs, Place, Source

SEPARATORS = {"lines": "\n", "tabs": "\t", "spaces": " "}  # by the words for them
ONE_TEXT = "one text; in double quotes if it begins with [ or {"


def read_plain(node: Node, key: str, source: Source) -> str | None:
    """A text as a source has it, without the spaces around it; null and the like are words as any other."""
    text = node[0]
    if not isinstance(text, str):
        report_type(node, key, ONE_TEXT, source)
        return None
    return text.strip() or None


def read_plains(node: Node, key: str, source: Source) -> tuple[str, ...] | None:
    """Texts of a list, or one of them, as a tuple."""
    return read_items(node, key, source, read_plain)


def read_words_before(node: Node, key: str, source: Source) -> str | None:
    """A text with the space behind it; lines, tabs and spaces are words for what cannot be seen."""
    text = node[0]
    return SEPARATORS.get(text, text) if isinstance(text, str) else read_plain(node, key, source)


def read_separator(node: Node, key: str, source: Source) -> str | None:
    """What stands between values; lines and tabs are words for what cannot be seen."""
    text = read_plain(node, key, source)
    return SEPARATORS.get(text, text) if text else None


def read_way(node: Node, key: str, source: Source) -> tuple[str, ...] | None:
    """The way to a value within an object: address.city, or a list of its steps."""
    steps = read_plains(node, key, source)
    return tuple(part for step in steps for part in step.split(".")) if steps else None


def read_blank_too(node: Node, key: str, source: Source) -> str | None:
    """A text, which may be empty: what stands there means nothing."""
    return "" if node[0] == "" else read_plain(node, key, source)


PLAIN = Kind(read_plain, ANY_TEXT)
PLAINS = Kind(read_plains, ONE_OR_MORE)
MEANING = Kind(read_blank_too, ANY_TEXT)


def named(kind: Kind[T] | Record[T], wanted: str, blank: bool = False) -> Kind[Mapping[str, T]]:
    """The kind of {name of the source's own: a value}; `wanted` says how a line of it looks, `blank` that it may be empty."""

    def read(node: Node, key: str, source: Source) -> dict[str, T] | None:
        pairs, _ = node
        if not isinstance(pairs, tuple):
            report_type(node, key, f"lines of the form {wanted} below it", source)
            return None
        return read_pairs(pairs, kind.read, source, blank)

    return Kind(read, {"type": "object", "additionalProperties": or_nothing(kind.schema)})


def read_pairs(pairs: Pairs, read: Reader[T], source: Source, blank: bool) -> dict[str, T]:
    """{name: value} of a mapping whose keys are the source's own; what stands there a second time is reported."""
    values: dict[str, T] = {}
    for (name, place), each in pairs:
        if not isinstance(name, str):
            source.report(place, KEY_NO_WORD)
        elif name in values:
            source.report(place, KEY_TWICE, name=name)
        elif blank or not is_blank(each, name, source):
            value = read(each, name, source)
            if value is not None:
                values[name.strip()] = value
    return values


def make_take(values: dict[str, Any], place: Place, source: Source) -> Take:
    """How a field is taken; it needs a column or a value."""
    if not values.get("columns") and not values.get("fixed"):
        source.report(place, kinds.NO_COLUMN, key="columns")
    return Take(**values)


def make_lookup(values: dict[str, Any], place: Place, source: Source) -> Lookup | None:
    """Where the word of an id stands; it needs a table."""
    return Lookup(**values) if "table" in values else None


LOOKUP_RECORD = Record(
    "a lookup",
    (
        Field("table", PLAIN, "The table in which the cell is an id.", required=True),
        Field("id", PLAINS, "Its column with the id: id if it is not given."),
        Field("column", PLAINS, "Its column with the word: name if it is not given.", also="name columns"),
        Field("below", PLAINS, "Only terms that stand below one of these, or in such a vocabulary: Target Populations."),
        Field("not_below", PLAINS, "Only terms that do not."),
    ),
    make_lookup,
)  # fmt: skip


def read_lookup(node: Node, key: str, source: Source) -> Lookup | None:
    """A table of words; its name alone, or keys that say more."""
    if isinstance(node[0], tuple):
        return LOOKUP_RECORD.read(node, key, source)
    table = read_plain(node, key, source)
    return Lookup(table) if table else None


TAKE_RECORD = Record(
    "a field",
    (
        Field(
            "columns",
            PLAINS,
            "The column, or several: the first that is filled is taken; * in a name stands for anything.",
            also="column col from name",
        ),
        Field("every", FLAG, "Yes takes all columns that are filled, not only the first.", also="all"),
        Field("join", Kind(read_words_before, ANY_TEXT), 'All that are filled as one text, with this between them: ", ".', also="together"),
        Field(
            "split",
            Kind(read_separator, ANY_TEXT),
            'What stands between several values in a cell: ";", or the word lines or tabs.',
            also="separator delimiter divide",
        ),
        Field(
            "literal",
            choice(("json", "python"), kinds.LITERAL),
            "json or python, where the cell has a list or an object as these write it.",
        ),
        Field("pick", Kind(read_way, ONE_OR_MORE), "The way to the value in an object: address.city.", also="path"),
        Field("prefix", Kind(read_words_before, ANY_TEXT), 'Words before it: "Fax ".', also="before"),
        Field("fixed", PLAIN, "A value for every row; with columns, for those where these are empty.", also="value constant"),
        Field(
            "words",
            named(MEANING, "as it stands: what it means", blank=True),
            'What the words of a cell mean: {"1": Sunday, "2": Monday}.',
            also="means values meanings",
        ),
        Field(
            "lookup",
            Kind(read_lookup, {"anyOf": [ANY_TEXT, LOOKUP_RECORD.schema]}),
            "The table in which the cell is an id, and which has the word for it.",
            also="table look_up",
        ),
        Field("drop", PLAINS, "Values that mean nothing: [1900-01-01, N/A].", also="ignore nothing empty"),
    ),
    make_take,
)  # fmt: skip


def read_take(node: Node, key: str, source: Source) -> Take | None:
    """How a field is taken: the name of a column, several of which the first filled one counts, or keys that say more."""
    if isinstance(node[0], tuple):
        return TAKE_RECORD.read(node, key, source)
    columns = read_plains(node, key, source)
    return Take(columns=columns) if columns else None


TAKE = Kind(read_take, {"anyOf": [ONE_OR_MORE, TAKE_RECORD.schema]})
