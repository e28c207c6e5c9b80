"""Values as plain data, the same in every process, and their digests."""

from __future__ import annotations

import marshal
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, time
from enum import Enum
from functools import cache
from hashlib import blake2b
from pathlib import PurePath
from typing import Any

from guide.layout.held import Held
from guide.layout.tags import ARTIFACT, Tag
from guide.layout.type.fonts import Face, FaceStack

SIZE = 16  # bytes of a digest
EXACT = 2  # of the ways in which marshal writes: later ones write the same value in several ways
AS_IT_IS = frozenset((str, int, float, bool, bytes, type(None)))
Plain = Any  # tuples of what is as it is


class NotPlain(Exception):
    """A value of a kind that is not known here: nothing is kept that depends on it."""


def plain(value: Any) -> Plain:
    """A value as tuples of texts and numbers; NotPlain where it holds something else."""
    kind = value.__class__
    if kind in AS_IT_IS:
        return value
    if kind is Held:
        return "held", value.source.key, value.row, value.x, value.y
    if isinstance(value, (tuple, list)):
        return (kind.__name__, *map(plain, value))
    if is_dataclass(value) and not isinstance(value, type):
        return (kind.__name__, *(plain(getattr(value, name)) for name in names_of(kind)))
    return other(value)


def other(value: Any) -> Plain:
    """A value that is no record."""
    if isinstance(value, Tag) and value.kind == ARTIFACT:
        return ARTIFACT, value.title
    if isinstance(value, Mapping):
        return ("map", *sorted((plain(key), plain(each)) for key, each in value.items()))
    if isinstance(value, (frozenset, set)):
        return ("set", *sorted(map(plain, value)))
    if isinstance(value, Face):
        return "face", str(value.path), value.language
    if isinstance(value, FaceStack):
        return ("stack", *plain(value.key))
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, (PurePath, Enum)):
        return str(value)
    raise NotPlain(type(value).__name__)


@cache
def names_of(kind: type) -> tuple[str, ...]:
    """The fields of a record."""
    return tuple(each.name for each in fields(kind))


def digest(value: Plain) -> bytes:
    """The digest of plain data."""
    return blake2b(marshal.dumps(value, EXACT), digest_size=SIZE).digest()
