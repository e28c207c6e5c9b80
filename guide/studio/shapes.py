"""What kind of field a key needs, from the tables by which content is read: a new key of a table has its field by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import cache
from pathlib import Path
from typing import Any

from guide.content.edition import EDITION as EDITION_FILE
from guide.content.edition_choice import CHOICE as CHOICE_RECORD
from guide.content.edition_choice import NEARBY
from guide.content.edition_maps import BOUNDS_RECORD, MAP_RECORD
from guide.content.own_pages import PAGE
from guide.content.records.contact import (
    ADDRESS_RECORD,
    FURTHER_EMAIL,
    FURTHER_WEBSITE,
    LOCATION,
    PHONE_RECORD,
    SERVICE_AREA,
)
from guide.content.records.dated import ALERT_RECORD, STATUS_RECORD
from guide.content.records.guide_file import (
    COVER_PICTURE,
    EDITION,
    FRESHNESS,
    GUIDE,
    HELP_RECORD,
    LANGUAGE_HELP,
    PUBLISHER,
)
from guide.content.records.listings import CHECK_OFF, LISTING_RECORD, SECTION
from guide.content.records.mail import MAIL, read_body
from guide.content.records.meetings import MEETING
from guide.content.records.print_shop import CONDITION_RECORD, SPOT_RECORD
from guide.content.records.programs import PROGRAM
from guide.content.style_file import FACES, style_record
from guide.frozen import frozen
from guide.reading.fields import Record, Schema
from guide.reading.kinds import DAY, FLAG, MARKDOWN
from guide.reading.source import Place, Source

LINE, TEXT, LINES, DAY_, FLAG_, CHOICE = "line", "text", "lines", "day", "flag", "choice"
PLAIN = "plain"  # a text of several lines that has no form
ROWS, GROUP, PAIRS = "rows", "group", "pairs"
RECORDS: Mapping[str, Record[Any]] = {
    record.name: record
    for record in (
        ADDRESS_RECORD, ALERT_RECORD, CHECK_OFF, COVER_PICTURE, EDITION, FRESHNESS, FURTHER_EMAIL, FURTHER_WEBSITE, GUIDE,
        FACES, HELP_RECORD, LANGUAGE_HELP, LISTING_RECORD, LOCATION, MAIL, MEETING, PAGE, PHONE_RECORD, PROGRAM, PUBLISHER, SECTION,
        SERVICE_AREA, STATUS_RECORD, CHOICE_RECORD, NEARBY, SPOT_RECORD, CONDITION_RECORD,
        MAP_RECORD, BOUNDS_RECORD,
    )
} | {"an edition file": EDITION_FILE, "a style": style_record({})}  # fmt: skip  # whose own name is that of the edition in guide.yaml
NOWHERE = Place(0, 0, 0)


@frozen
class Shape:
    """What a key holds, and so which field it needs."""

    key: str
    doc: str = ""
    required: bool = False
    control: str = LINE
    record: str = ""  # "a phone": whose keys a group or a row has
    choices: tuple[str, ...] = ()
    inside: tuple[Shape, ...] = ()  # of a group, or of each row
    names: Mapping[str, str] = field(default_factory=dict)  # {choice: its name}, where it has one of its own
    lone: str = ""  # the key of a group or a row that a text alone stands for; "": there is no such text


@cache
def shapes_of(record: str) -> tuple[Shape, ...]:
    """The shapes of the keys of a record, in the order of its table."""
    return tuple(
        shape(each.key, each.kind.schema, each.doc, each.required, each.kind)
        for each in RECORDS[record].fields
    )


def page_shapes(places: Mapping[str, str]) -> tuple[Shape, ...]:
    """The shapes of a page of the guide's own, which may stand behind these: its head, and the text below it."""
    head = tuple(
        replace(each, control=CHOICE, choices=tuple(places), names=places) if each.key == "place" else each
        for each in shapes_of(PAGE.name)
    )
    return *head, Shape(key="text", control=TEXT, required=True)


def shape(key: str, schema: Schema, doc: str = "", required: bool = False, kind: Any = None) -> Shape:
    """The shape of a key with this schema; `kind` is the table's own, where it is known."""
    ways = list(ways_of(schema))
    records = [way for way in ways if "properties" in way]
    lists = [way for way in ways if way.get("type") == "array"]
    texts = [way for way in ways if way not in records and way not in lists]
    about: dict[str, Any] = {"key": key, "doc": doc, "required": required}
    if records:
        name = str(records[0].get("title", key))
        lone = lone_key(records[0]) if texts and "const" not in texts[0] else ""
        inside = inside_of(name, records[0])
        return Shape(**about, control=ROWS if lists else GROUP, record=name, inside=inside, lone=lone)
    if lists:
        return Shape(**about, control=LINES, choices=tuple(word for way in texts for word in words_in(way)))
    if any("additionalProperties" in way for way in ways):
        return Shape(**about, control=PAIRS)
    return Shape(**about, control=control_of(schema, kind), choices=choices_of(key, ways, kind))


def ways_of(schema: Any) -> Iterator[Schema]:
    """Yield the ways in which a value may be written, without none at all."""
    inner = schema.get("anyOf")
    if isinstance(inner, list | tuple):
        for each in inner:
            yield from ways_of(each)
    elif schema.get("type") != "null":
        yield schema


def lone_key(schema: Any) -> str:
    """The key that a text alone stands for: the first that is required, else the first."""
    return str((schema.get("required") or list(schema["properties"]))[0])


def inside_of(name: str, schema: Any) -> tuple[Shape, ...]:
    """The shapes of the keys in a mapping, by its table where that is known."""
    if name in RECORDS:
        return shapes_of(name)
    required = schema.get("required", ())
    return tuple(
        shape(key, each, str(each.get("description", "")), key in required)
        for key, each in schema["properties"].items()
    )


def control_of(schema: Schema, kind: Any) -> str:
    """The field of a single value."""
    if kind is MARKDOWN:
        return TEXT
    if kind is not None and kind.read is read_body:
        return PLAIN
    ways = list(ways_of(schema))
    if kind is FLAG or any(way.get("enum") == FLAG.schema["enum"] for way in ways):
        return FLAG_
    if kind is DAY or any(way.get("format") == "date" for way in ways):
        return DAY_
    return CHOICE if any("enum" in way for way in ways) else LINE


def choices_of(key: str, ways: Sequence[Any], kind: Any) -> tuple[str, ...]:
    """The words of which a value is one, without other words for the same."""
    words = [word for way in ways for word in words_in(way)]
    if kind is None or kind is FLAG:
        return tuple(words)
    source = Source(Path(), Path())
    return tuple(word for word in words if str(kind.read((word, NOWHERE), key, source)) == word)


def words_in(schema: Any) -> tuple[str, ...]:
    """The words of a schema with some, figures among them."""
    return tuple(
        str(word)
        for word in schema.get("enum", ())
        if isinstance(word, str | int) and word not in (True, False)
    )
