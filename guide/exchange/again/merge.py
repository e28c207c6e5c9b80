"""Three ways of a listing, key by key: as it came last time, as it is now, as it comes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from guide.content.edit import Plain
from guide.exchange.clean.small import coded

LANGUAGES = "languages"
Values: TypeAlias = Mapping[str, Plain]


class Change(NamedTuple):
    """A key that the source changed and nobody touched here: its new value, None where it goes."""

    key: str
    value: Plain | None


class Conflict(NamedTuple):
    """A key that the source changed and somebody changed here too: what is here stays."""

    key: str
    mine: Plain | None
    theirs: Plain | None


def three_ways(base: Values, mine: Values, theirs: Values) -> Iterator[Change | Conflict]:
    """Yield what is to do with the keys of a listing; ids never change."""
    for key in dict.fromkeys((*theirs, *base)):
        before, here, comes = base.get(key), mine.get(key), theirs.get(key)
        if key == LANGUAGES:
            before, here, comes = (by_code(each) for each in (before, here, comes))
        if key == "id" or same(before, comes) or same(here, comes):
            continue
        yield Change(key, comes) if same(here, before) else Conflict(key, here, comes)


def by_code(value: Plain | None) -> Plain | None:
    """Languages by their codes, as older imports have not written them: they are no change."""
    return (
        [coded(each) if isinstance(each, str) else each for each in value]
        if isinstance(value, list)
        else value
    )


def same(one: Plain | None, other: Plain | None) -> bool:
    """Whether two values say the same: a list of one is its item, and how lines are broken does not count."""
    return plain(one) == plain(other)


def plain(value: Plain | None) -> Plain | None:
    """A value as it is compared."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, dict):
        return {key: text for key, each in value.items() if (text := plain(each))} or None
    if isinstance(value, list):
        items = [plain(each) for each in value]
        return items[0] if len(items) == 1 else items or None  # type: ignore[return-value]
    return None
