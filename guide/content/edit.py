"""A verified date written into a content file: everything else in it stays as it is, to the byte.

The file is not read and dumped again. The place is found by the marks of the YAML parser, the text is put in
there, and then the new text is read again: nothing else may have changed.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import yaml

from guide.content.plain import Plain as Plain  # those who edit know it from here
from guide.content.plain import as_read as as_read
from guide.content.plain import trimmed as trimmed
from guide.errors import GuideError, Mark, Problem
from guide.expressions import expression
from guide.problems.content import NOT_EDITABLE
from guide.reading.nodes import LOADER
from guide.reading.text import BOM, fold

PLAIN = expression(r"[^\W\d_][\w'&()]*(?:[ .,-]+[\w'&()]+)*\.?")
MEANS_MORE = ("yes", "no", "true", "false", "on", "off", "null", "y", "n")
ALREADY = expression(r"[ \t]*(?:#[^\r\n]*)?")
COLON = expression(r"[ \t]*:")
LINE_END = expression(r"\r\n|\r|\n")


Values = Mapping[str, Mapping[str, str]]  # by the id of a listing, and by key
Pair = tuple[yaml.Node, yaml.Node]  # a key and its value


class Change(NamedTuple):
    """Text that takes the place of what stands from start to end."""

    start: int
    end: int
    text: str


def set_values(data: bytes, values: Values, path: Path) -> bytes:
    """The bytes of a section file with keys of its listings set.

    Raises GuideError where that cannot be done without a change to anything else.
    """
    whole = data.decode("utf-8")
    bom, text = (BOM, whole[1:]) if whole.startswith(BOM) else ("", whole)
    try:
        changed = change_text(text, values)
    except (yaml.YAMLError, Unreachable):
        raise GuideError([cannot(path, next(iter(values)))]) from None
    return (bom + changed).encode("utf-8")


class Unreachable(Exception):
    """The place for a value cannot be found, or more would change than it."""


def cannot(path: Path, listing_id: str) -> Problem:
    return NOT_EDITABLE.at(Mark(path), id=listing_id or path.name)


def change_text(text: str, values: Values) -> str:
    """The text of a file with the values set, proved to differ in nothing else."""
    expected = as_read(text)
    for listing_id, keys in values.items():
        for key, value in keys.items():
            mapping = find_listing(yaml.compose(text, LOADER), listing_id)
            change = make_change(text, mapping, key, value)
            text = text[: change.start] + change.text + text[change.end :]
        find_read(expected, listing_id).update(keys)
    try:
        same = as_read(text) == trimmed(expected)
    except yaml.YAMLError:
        same = False
    if not same:
        raise Unreachable
    return text


def find_read(top: Plain, listing_id: str) -> dict[str, Plain]:
    """The dict of a listing in what was read."""
    listings = top["listings"] if isinstance(top, dict) else []
    for listing in listings if isinstance(listings, list) else [listings]:
        own = listing.get("id") if isinstance(listing, dict) else None
        if isinstance(listing, dict) and isinstance(own, str) and fold(own) == listing_id:
            return listing
    raise Unreachable


def find_listing(top: yaml.Node | None, listing_id: str) -> yaml.MappingNode:
    """The mapping node of a listing."""
    pair = top and pair_of(top, "listings")
    if not pair:
        raise Unreachable
    listings = pair[1]
    for node in listings.value if isinstance(listings, yaml.SequenceNode) else [listings]:
        if isinstance(node, yaml.MappingNode):
            pair = pair_of(node, "id")
            if pair and fold(pair[1].value) == listing_id:
                return node
    raise Unreachable


def pair_of(mapping: yaml.Node, key: str) -> Pair | None:
    """The nodes of a key and its value, None where the mapping has no such key."""
    for name, value in mapping.value:
        if name.value == key:
            return name, value
    return None


# --- where the text goes ----------------------------------------------------------------------------


def make_change(text: str, mapping: yaml.MappingNode, key: str, value: str) -> Change:
    """The change that gives a mapping a value under a key."""
    pair = pair_of(mapping, key)
    if not pair:
        return add_pair(text, mapping, key, value)
    node = pair[1]
    start, end = node.start_mark.index, node.end_mark.index
    if not isinstance(node, yaml.ScalarNode):
        raise Unreachable
    if node.value == "" and not node.style:
        return fill_value(text, pair[0], value)
    inside = text.find(node.value.strip(), start, end)
    if inside < 0 or not node.value.strip():  # escapes in quotes: written anew
        return Change(start, end, quoted(value, '"'))
    written = (
        write_value(value)
        if not node.style
        else quoted(value, node.style)[1:-1]
        if node.style in "'\""
        else value
    )
    return Change(inside, inside + len(node.value.strip()), written)


def fill_value(text: str, key: yaml.Node, value: str) -> Change:
    """The change that puts a value behind a key that has none."""
    place = key.end_mark.index
    colon = COLON.match(text, place)
    if not colon:
        return Change(place, place, ": " + write_value(value))
    return Change(colon.end(), colon.end(), " " + write_value(value))


def add_pair(text: str, mapping: yaml.MappingNode, key: str, value: str) -> Change:
    """The change that adds a key behind the last one of a mapping."""
    last_key = mapping.value[-1][0]
    mark = last_key.style if last_key.style in ("'", '"') else ""
    written = f"{mark}{key}{mark}: {quoted(value, mark) if mark else write_value(value)}"
    end = end_of(mapping.value[-1][1], last_key, text)
    if mapping.flow_style:
        return Change(end, end, ", " + written)
    line = LINE_END.search(text, end)
    place = line.start() if line else len(text)
    if not ALREADY.fullmatch(text, end, place):
        raise Unreachable
    line_end = (line or LINE_END.search(text) or ["\n"])[0]
    return Change(place, place, line_end + " " * mapping.start_mark.column + written)


def end_of(node: yaml.Node, before: yaml.Node | None, text: str) -> int:
    """Where a node ends: behind its last sign, before any comment or blank line that follows it."""
    if isinstance(node, yaml.ScalarNode):
        if node.value == "" and not node.style:
            colon = before and COLON.match(text, before.end_mark.index)
            return colon.end() if colon else node.end_mark.index
        end = node.end_mark.index
        return end if node.style in ("'", '"') else len(text[:end].rstrip())
    if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
        return node.end_mark.index
    if isinstance(node, yaml.SequenceNode):
        return end_of(node.value[-1], None, text)
    return end_of(node.value[-1][1], node.value[-1][0], text)


# --- how the text is written ------------------------------------------------------------------------


def write_value(value: str) -> str:
    """A value as it stands in YAML: as it is where that is safe, else in double quotes."""
    is_date = re.fullmatch(r"\d{4}-\d\d-\d\d", value)
    is_plain = PLAIN.fullmatch(value) and value.lower() not in MEANS_MORE
    return value if is_date or is_plain else quoted(value, '"')


def quoted(value: str, mark: str) -> str:
    """A value in quotes of one kind."""
    return "'" + value.replace("'", "''") + "'" if mark == "'" else json.dumps(value, ensure_ascii=False)
