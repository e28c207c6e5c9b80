"""Keys of content files get other values, in place: comments, order and quotes stay, and nothing else changes.

The places are found by the marks of the YAML parser; then the new text is read again: it must say what was there with
the changes, and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import yaml

from guide.content.edit import Change, Pair, Unreachable, cannot, pair_of
from guide.content.edit_nodes import (
    NO_ORDER,
    apply,
    ending,
    new_pair,
    value_changes,
    whole_change,
    without_pair,
)
from guide.content.edit_nodes import line_start as start_of_line
from guide.content.plain import Plain, known_as_read, trimmed
from guide.content.yaml_text import comparable
from guide.errors import GuideError
from guide.reading.nodes import LOADER
from guide.reading.text import BOM, fold

TOP = ""  # the owner of the keys at the top of a file


class KeyEdit(NamedTuple):
    """A key of a listing, or of the top: its new value (None: it goes; as it is where `keep`), and a comment above it."""

    key: str
    value: Plain | None
    comment: str = ""
    keep: bool = False


Edits = Mapping[str, Sequence[KeyEdit]]  # {id of a listing, or TOP: what is changed in it}
Order = Mapping[str, int]  # {key: its place among others}


def read_plain(data: bytes) -> Plain:
    """What a content file says, as plain dicts, lists and texts, which nobody changes; "" where it cannot be read."""
    try:
        return known_as_read(text_of(data)[1])
    except (yaml.YAMLError, UnicodeDecodeError):
        return ""


def text_of(data: bytes) -> tuple[str, str]:
    """(byte order mark or "", text) of a content file."""
    whole = data.decode("utf-8")
    return (BOM, whole[1:]) if whole.startswith(BOM) else ("", whole)


def edit_file(data: bytes, edits: Edits, path: Path, order: Order = NO_ORDER) -> bytes:
    """The bytes of a content file with the edits. Raises GuideError where that changes anything else."""
    try:
        bom, text = text_of(data)
    except UnicodeDecodeError:
        raise GuideError([cannot(path, next(iter(edits), ""))]) from None
    return (bom + edit_keys(text, edits, path, order)).encode("utf-8")


def edit_keys(text: str, edits: Edits, path: Path, order: Order = NO_ORDER) -> str:
    """The text of a content file with the edits; new keys stand where `order` has them, else last.

    Raises GuideError where a place cannot be found without a change to anything else; the path is for its message.
    """
    wanted = None
    for is_careful in (True, False):
        try:
            wanted = wanted or expected(text, edits)
            changed = apply(text, list(changes_of(text, edits, order, is_careful)))
            said = known_as_read(changed)
            if said == wanted or comparable(said) == comparable(wanted):
                return changed
        except (yaml.YAMLError, Unreachable):
            continue
    raise GuideError([cannot(path, next(iter(edits), ""))])


def expected(text: str, edits: Edits) -> Plain:
    """What the new text has to say."""
    top = known_as_read(text)
    for owner, keys in edits.items():
        top = with_values(top, owner, edited(values_of(top, owner), keys))
    return top


def edited(values: Mapping[str, Plain], keys: Iterable[KeyEdit]) -> dict[str, Plain]:
    """Values with their edits."""
    values = dict(values)
    for edit in keys:
        if edit.value is None and not edit.keep:
            values.pop(edit.key, None)
        elif edit.value is not None and not edit.keep:
            values[edit.key] = trimmed(edit.value)
    return values


def with_values(top: Plain, owner: str, values: dict[str, Plain]) -> Plain:
    """What was read with other values of a listing, or of the top."""
    if owner == TOP or not isinstance(top, dict):
        return values
    old, listings = values_of(top, owner), top["listings"]
    if listings is old:
        return top | {"listings": values}
    assert isinstance(listings, list)
    return top | {"listings": [values if each is old else each for each in listings]}


def values_of(top: Plain, owner: str) -> Mapping[str, Plain]:
    """The values of a listing, or of the top, in what was read. Raises Unreachable where there is none."""
    found = [top] if owner == TOP else [each for each in listings_in(top) if own_id(each) == owner]
    if not found or not isinstance(found[0], dict):
        raise Unreachable
    return found[0]


def listings_in(top: Plain) -> list[dict[str, Plain]]:
    """The listings of a section file in what was read, without those that only refer to others."""
    found = top.get("listings", []) if isinstance(top, dict) else []
    found = found if isinstance(found, list) else [found]
    return [each for each in found if isinstance(each, dict) and "id" in each]


def own_id(values: Mapping[str, Plain]) -> str:
    """The id of a listing in what was read, "" for none."""
    own = values.get("id")
    return fold(own) if isinstance(own, str) else ""


def changes_of(text: str, edits: Edits, order: Order, is_careful: bool) -> Iterator[Change]:
    """Yield the changes of a text; those that are not careful write whole keys anew."""
    top = yaml.compose(text, LOADER)
    for owner, keys in edits.items():
        mapping = node_of(top, owner)
        for edit in keys:
            yield from key_changes(text, mapping, edit, order, is_careful)


def node_of(top: yaml.Node | None, owner: str) -> yaml.MappingNode:
    """The mapping of a listing, or of the top. Raises Unreachable where there is none."""
    if owner == TOP and isinstance(top, yaml.MappingNode):
        return top
    for node in listing_nodes(top):
        if node_id(node) == owner and isinstance(node, yaml.MappingNode):
            return node
    raise Unreachable


def listing_nodes(top: yaml.Node | None) -> list[yaml.Node]:
    """The items of the list of a section file."""
    pair = pair_of(top, "listings") if isinstance(top, yaml.MappingNode) else None
    if pair is None:
        return []
    return pair[1].value if isinstance(pair[1], yaml.SequenceNode) else [pair[1]]


def node_id(node: yaml.Node) -> str:
    """The id of a listing's node, "" where it has none."""
    pair = pair_of(node, "id") if isinstance(node, yaml.MappingNode) else None
    return fold(pair[1].value) if pair and isinstance(pair[1], yaml.ScalarNode) else ""


def key_changes(
    text: str, mapping: yaml.MappingNode, edit: KeyEdit, order: Order, is_careful: bool
) -> Iterator[Change]:
    """Yield the changes of one key."""
    pair = pair_of(mapping, edit.key)
    if edit.comment:
        yield comment_change(text, mapping, pair, edit.comment)
    if edit.keep:
        return
    if pair is None:
        if edit.value is not None:
            yield new_pair(text, mapping, edit.key, edit.value, order)
    elif edit.value is None:
        yield without_pair(text, mapping, pair)
    elif mapping.flow_style:
        old = pair[1]
        yield Change(old.start_mark.index, old.end_mark.index, json.dumps(edit.value, ensure_ascii=False))
    elif is_careful:
        yield from value_changes(text, pair, edit.key, edit.value)
    else:
        yield whole_change(text, pair, edit.key, edit.value)


def comment_change(text: str, mapping: yaml.MappingNode, pair: Pair | None, comment: str) -> Change:
    """The change that puts a comment above a key, or above the whole where it has none."""
    name = (pair or mapping.value[0])[0]
    start = start_of_line(text, name.start_mark.index)
    indent = text[start : start + len(text[start:]) - len(text[start:].lstrip(" "))]
    lines: Iterable[str] = (f"{indent}# {line}" for line in comment.splitlines())
    return Change(start, start, "".join(line + ending(text) for line in lines))
