"""What a content file says as plain dicts, lists and texts: made of the events of the parser, three times as fast as by its loader."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeAlias

import yaml

from guide.reading.nodes import LOADER

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"  # YAML as its base loader reads it
ENDS = "\r\n "
KEPT = 4  # files that were read last


class Unusual(Exception):
    """What content does not use: anchors, tags, several documents, keys that are no texts."""


def as_read(text: str) -> Plain:
    """The content of the text as plain dicts, lists and texts, these without line ends at their ends. Raises YAMLError."""
    try:
        return plain_of(LOADER(text).get_event)
    except Unusual:
        return trimmed(yaml.load(text, LOADER))


@lru_cache(KEPT)
def known_as_read(text: str) -> Plain:
    """The same for who changes nothing of it: a text that was read a moment ago is not read again."""
    return as_read(text)


def plain_of(get_event: Callable[[], Any]) -> Plain:
    """What the events of one document say. Raises Unusual."""
    items: list[Any] = []
    stack: list[list[Any]] = []
    documents = 0
    while (event := get_event()) is not None:
        kind = event.__class__
        if kind is yaml.ScalarEvent:
            if event.anchor or event.tag:
                raise Unusual
            items.append(event.value)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            if event.anchor or event.tag:
                raise Unusual
            stack.append(items)
            items = []
        elif kind is yaml.MappingEndEvent:
            inside, items = items, stack.pop()
            items.append(mapping(inside))
        elif kind is yaml.SequenceEndEvent:
            inside, items = items, stack.pop()
            items.append([each.rstrip(ENDS) if each.__class__ is str else each for each in inside])
        elif kind is yaml.AliasEvent:
            raise Unusual
        elif kind is yaml.DocumentStartEvent:
            documents += 1
    if documents != 1 or len(items) != 1:
        raise Unusual
    top: Plain = items[0]
    return trimmed(top) if isinstance(top, str) else top


def mapping(halves: list[Any]) -> dict[str, Plain]:
    """The mapping of keys and values in turn; of two values of a key the last."""
    keys = halves[::2]
    if any(key.__class__ is not str for key in keys):
        raise Unusual
    values = (each.rstrip(ENDS) if each.__class__ is str else each for each in halves[1::2])
    return dict(zip(keys, values))


def trimmed(value: Plain) -> Plain:
    """A value without the line ends at the end of its texts: a `|+` keeps the blank lines below it."""
    if isinstance(value, dict):
        return {key: trimmed(each) for key, each in value.items()}
    if isinstance(value, list):
        return [trimmed(each) for each in value]
    return value.rstrip(ENDS) if isinstance(value, str) else value
