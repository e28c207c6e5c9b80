"""Tables of keys: a mapping is a Record of Fields, each with the kind of its value; and what can be wrong with a mapping.

A reader takes a node, the key it stands under and the source; it returns the value, or None where the content
gives none or a wrong one, which it reports. The kinds of values are in `guide.reading.kinds`.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from typing import Any, Generic, TypeAlias, TypeVar

from guide.frozen import frozen
from guide.problems import reading as problems
from guide.problems.syntax import COMMENT
from guide.reading.source import Node, Pairs, Place, Source, Value
from guide.reading.syntax import report_odd_space

Json: TypeAlias = "str | float | bool | None | Sequence[Json] | Mapping[str, Json]"
Schema: TypeAlias = Mapping[str, Json]  # a JSON Schema

UNLIKE = {"county": "country"}  # keys that look alike, and of which nobody means the other
MANY_KEYS = 12  # of a record: more of them are no help in a message
T = TypeVar("T")
Made = TypeVar("Made", covariant=True)  # what a reader makes of a node
Reader: TypeAlias = Callable[[Node, str, Source], T | None]
# What a record makes of its values by key: of which type each value is, its own table says.
Maker: TypeAlias = Callable[[Any, Place, Source], T | None]


@frozen(kw_only=False)
class Kind(Generic[Made]):
    """A kind of value: how it is read, and its JSON Schema."""

    read: Reader[Made]
    schema: Schema


@frozen(kw_only=False)
class Field:
    """One key: its kind and what it is for."""

    key: str
    kind: "AnyKind"
    doc: str
    required: bool = False
    also: str = ""  # what else people call it, to guess what they meant

    @property
    def schema(self) -> Schema:
        """The JSON Schema of the value."""
        return self.kind.schema if self.required else or_nothing(self.kind.schema)


@frozen(kw_only=False)
class Record(Generic[Made]):
    """A mapping with known keys, and what is made of its values."""

    name: str  # "a listing"
    fields: tuple[Field, ...]
    make: Maker[Made]
    elsewhere: "Callable[[], Levels]" = tuple  # where keys belong that are not its own
    readers: dict[str, Reader[object]] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "readers", {each.key: each.kind.read for each in self.fields})

    def read(self, node: Node, key: str, source: Source) -> Made | None:
        """What the mapping makes; None if it is not a mapping."""
        pairs, place = node
        if not isinstance(pairs, tuple):
            wanted = "keys of its own below it, such as " + ", ".join(list(self.readers)[:3])
            report_type(node, key or self.name, wanted, source)
            return None
        values = self._read_pairs(pairs, source)
        if len(values) < len(pairs):
            report_duplicates(pairs, source)
        for each in self.fields:
            if each.required and each.key not in values:
                report_missing(each, pairs, place, self, source)
        return self.make(values, place, source)

    def _read_pairs(self, pairs: Pairs, source: Source) -> dict[str, object]:
        """The values by key, the first where a key is given twice."""
        values: dict[str, object] = {}
        for (name, name_place), value_node in pairs:
            if not isinstance(name, str) or name not in self.readers:
                report_unknown(name, name_place, self, source)
            elif not is_blank(value_node, name, source) and name not in values:
                value = self.readers[name](value_node, name, source)
                if value is not None:
                    values[name] = value
        return values

    def meant(self, name: str) -> str:
        """The key that somebody who wrote another name may have meant, "" if that cannot be guessed."""
        names = {also: key for also, key in self.names.items() if key != UNLIKE.get(name.lower())}
        return names.get(closest(name, names), "")

    @property
    def names(self) -> dict[str, str]:
        """Each key by all that people call it."""
        names = {also: each.key for each in self.fields for also in each.also.split()}
        return names | {each.key: each.key for each in self.fields}

    @property
    def schema(self) -> Schema:
        """The JSON Schema of the mapping."""
        properties = {each.key: {"description": each.doc, **each.schema} for each in self.fields}
        required = [each.key for each in self.fields if each.required]
        schema: dict[str, Json] = {"title": self.name, "type": "object", "properties": properties}
        if required:
            schema["required"] = required
        return schema | {"additionalProperties": False}


Levels: TypeAlias = tuple[
    tuple[str, Record[Any]], ...
]  # (where a key belongs, its record), the nearest first
AnyKind: TypeAlias = Kind[object] | Record[object]  # of whatever value


def or_nothing(schema: Schema) -> Schema:
    """The schema of a value that may also be left empty: nothing after the colon."""
    types, ways = schema.get("type"), schema.get("anyOf")
    if isinstance(types, list):
        return {**schema, "type": [*types, "null"]}
    if not isinstance(ways, list) or len(schema) > 1:
        ways = [schema]
    return {"anyOf": [*ways, {"type": "null"}]}


def is_blank(node: Node, key: str, source: Source) -> bool:
    """Whether there is no value; one of spaces of any kind, which would print as nothing, is kept to be told."""
    value = node[0]
    if not isinstance(value, str) or value and not value.isspace():
        return False
    if value:
        source.add_blank(key, node[1])
    return True


# --- what can be wrong with a mapping ---------------------------------------------------------------


def report_type(node: Node, key: str, wanted: str, source: Source) -> None:
    """Report a value of the wrong type; or the space in it that YAML does not take for one."""
    if node[0].__class__ is str and report_odd_space(source.line_at(node[1]), node[1].line, source):
        return
    found = {str: "a text", list: "a list", tuple: "a group of keys"}[node[0].__class__]
    source.report(node[1], problems.WRONG_TYPE, key=key, found=found, wanted=wanted)


def report_unknown(name: Value, place: Place, record: Record[object], source: Source) -> None:
    """Report a key that the record does not have, with the nearest one that it has."""
    if not isinstance(name, str):
        source.report(place, problems.KEY_NO_WORD)
        return
    if not name.isascii() and report_odd_space(source.line_at(place), place.line, source):
        return
    where, other = ("", "") if source.is_full else belongs(name, record)
    if where:
        source.report(place, problems.KEY_ELSEWHERE, record=record.name, name=name, near=other, where=where)
        return
    near = "" if source.is_full else record.meant(name)
    kind = problems.KEY_OF_MANY if len(record.readers) > MANY_KEYS else problems.UNKNOWN_KEY
    keys = ", ".join(record.readers)
    source.report(place, kind, record=record.name, name=name, near=near, keys=keys)


def belongs(name: str, record: Record[object]) -> tuple[str, str]:
    """(where, key): where the key that is called so belongs, the nearest place first; ("", "") where that is not known."""
    low = name.lower()
    if low not in record.names:
        for where, other in record.elsewhere():
            if low in other.names:
                return where, other.names[low]
    return "", ""


def closest(word: str, words: Iterable[str]) -> str:
    """The most similar of the words, "" if none is near."""
    squeezed = {each.replace("_", "").replace("-", "").lower(): each for each in words}
    plain = re.sub(r"[-_ ]", "", word).lower()
    from difflib import get_close_matches  # only a mistake needs it

    matches = get_close_matches(plain[:100], squeezed, n=1, cutoff=0.7)
    return squeezed[matches[0]] if matches else ""


def report_duplicates(pairs: Pairs, source: Source) -> None:
    """Report every key that the mapping has a second time."""
    lines: dict[str, int] = {}
    for (name, place), _ in pairs:
        if not isinstance(name, str):
            continue
        if name in lines:
            source.report(place, problems.DUPLICATE_KEY, name=name, line=lines[name])
        lines.setdefault(name, place.line + 1)


def report_missing(
    missing: Field, pairs: Pairs, place: Place, record: Record[object], source: Source
) -> None:
    """Report a required key that is missing or empty, unless its value was refused already."""
    for (name, name_place), (value, _) in pairs:
        if isinstance(name, str) and name != missing.key and name.lower() == missing.key:
            return  # told as a key that is written in another way
        if name == missing.key:
            lost = any(
                problem.name == COMMENT.name and problem.mark.line == name_place.line + 1
                for problem in source.problems
            )
            if lost:
                return
            if value == "" or isinstance(value, str) and value.isspace():
                source.report(name_place, problems.NOTHING_AFTER, name=name)
            return
    source.report(place, problems.MISSING, record=record.name, key=missing.key)
