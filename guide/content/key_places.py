"""Which key of which listing stands where in a content file, so that a problem stands at its field."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import yaml

from guide.content.edit_keys import TOP, node_id, text_of
from guide.reading.nodes import LOADER


class KeyPlace(NamedTuple):
    """Where a value begins, counted from 1, as marks are."""

    line: int
    column: int
    owner: str  # the id of a listing, or TOP
    path: tuple[str, ...]  # ("phones", "1", "number"); () for a listing as a whole


def key_places(data: bytes) -> list[KeyPlace]:
    """The places of every key and item of a content file in its order; [] where it cannot be read."""
    try:
        top = yaml.compose(text_of(data)[1], LOADER)
    except (yaml.YAMLError, UnicodeDecodeError):
        return []
    return list(_places(top, TOP, ())) if top is not None else []


def _places(node: yaml.Node, owner: str, path: tuple[str, ...]) -> Iterator[KeyPlace]:
    """Yield the places below a node."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield _place(key, owner, (*path, str(key.value)))
            yield from _places(value, owner, (*path, str(key.value)))
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            own = node_id(item) if path == ("listings",) and owner == TOP else ""
            inside = (own, ()) if own else (owner, (*path, str(number)))
            yield _place(item, *inside)
            yield from _places(item, *inside)


def _place(node: yaml.Node, owner: str, path: tuple[str, ...]) -> KeyPlace:
    return KeyPlace(node.start_mark.line + 1, node.start_mark.column + 1, owner, path)


def place_of(places: Sequence[KeyPlace], line: int, column: int) -> KeyPlace | None:
    """What stands at a place: the last value that begins there or before."""
    number = bisect_right(places, (line, column or 10**9), key=lambda each: (each.line, each.column))
    return places[number - 1] if number else None
