"""Sections as they were set, without what stands in them: their heights decide the pages, and nothing else does.

What stands in them is set again when a page with it is made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from guide.cache.plain import Plain
from guide.errors import Mark
from guide.layout.body.galley import Row, Strip
from guide.layout.compose.blocks import SectionBlock, SubheadBlock
from guide.layout.held import Held
from guide.layout.tags import ARTIFACT, Tag
from guide.layout.type.inline import Anchor, OpenItem, RichLine

NOWHERE = Mark(Path())
INSIDE, BETWEEN, RULED, IN_SECTION = 1, 2, 4, 8


class Rows:
    """What stands in the rows of a section or in the pages of a part, set when it is first asked for."""

    def __init__(self, key: bytes, root: Tag, make: Callable[[], Sequence[Sequence[OpenItem]]]) -> None:
        self.key, self.root, self.make = key, root, make
        self.is_set = False

    @cached_property
    def all(self) -> Sequence[Sequence[OpenItem]]:
        """The items of each row."""
        self.is_set = True
        return self.make()

    def items(self, place: int) -> Sequence[OpenItem]:
        """The items of a row."""
        return self.all[place]

    @cached_property
    def tags(self) -> list[Tag]:
        """The tags of all that stands there and those above them, but for the root, as they come."""
        found: dict[Tag, None] = {}
        for items in self.all:
            for item in items:
                for tag in tags_of(item):
                    above = tag
                    while above is not None and above is not self.root and above not in found:
                        found[above] = None
                        above = above.parent
        return [*found]


def tags_of(item: OpenItem) -> Iterator[Tag | None]:
    """Yield the tags of an item."""
    if isinstance(item, RichLine):
        for inline, _ in item.fragments:
            yield from filter(is_read, (inline.tag, inline.link and inline.link.tag))
    else:
        yield from filter(is_read, (getattr(item, "tag", None),))


def is_read(tag: Tag | None) -> bool:
    """Whether it is a tag of what is read."""
    return tag is not None and tag.kind != ARTIFACT


class HeldListing(NamedTuple):
    """What pages need to know of a listing."""

    number: int
    title: str
    mark: Mark = NOWHERE


class Numbered:
    """Numbers for things as they come."""

    def __init__(self) -> None:
        self.places: dict[int, int] = {}
        self.things: list[Any] = []

    def place(self, thing: Any) -> int:
        """The number of a thing, -1 for none."""
        if thing is None:
            return -1
        place = self.places.get(id(thing))
        if place is None:
            place = self.places[id(thing)] = len(self.things)
            self.things.append(thing)
        return place


def rows_of(strips: Iterable[Strip]) -> list[Row]:
    """The rows of a section with something in them, each once."""
    found: dict[int, Row] = {}
    for strip in strips:
        for row in (*strip.rows, *((strip.head,) if strip.head else ())):
            if row.items:
                found.setdefault(id(row), row)
    return [*found.values()]


def plain_strips(strips: Sequence[Strip]) -> Plain:
    """Strips as plain data, without what stands in them."""
    rows = {id(row): place for place, row in enumerate(rows_of(strips))}
    listings, groups = Numbered(), Numbered()
    section = next((strip.section for strip in strips if strip.section), None)

    def plain_row(row: Row) -> Plain:
        return row.height, row.anchor.name if row.anchor else None, rows.get(id(row), -1)

    made = tuple(
        (
            strip.height,
            strip.space,
            tuple(map(plain_row, strip.rows)),
            tuple((anchor.name, y) for anchor, y in strip.starts),
            strip.inside * INSIDE
            + strip.between * BETWEEN
            + strip.ruled * RULED
            + (strip.section is not None) * IN_SECTION,
            listings.place(strip.listing),
            groups.place(strip.group),
            plain_row(strip.head) if strip.head else None,
        )
        for strip in strips
    )
    return (
        made,
        tuple((each.number, each.title) for each in listings.things),
        tuple((each.anchor.name, each.title) for each in groups.things),
        (section.anchor.name, section.number, section.title) if section else None,
    )


def held_strips(made: Plain, source: Rows) -> list[Strip]:
    """Strips of plain data, whose rows hold what the source can set."""
    strips, listed, grouped, section = made
    listings = [HeldListing(*each) for each in listed]
    groups = [SubheadBlock(anchor=Anchor(name), title=title, heading=()) for name, title in grouped]
    block = held_section(*section) if section else None

    def row(height: float, name: str | None, place: int) -> Row:
        items: tuple[Any, ...] = (Held(source, place),) if place >= 0 else ()
        return Row(height, items, Anchor(name) if name is not None else None)

    heads: dict[Plain, Row] = {}
    return [
        Strip(
            height,
            tuple([row(*each) for each in rows]),
            space,
            block if flags & IN_SECTION else None,
            listings[listing] if listing >= 0 else None,
            tuple([(Anchor(name), y) for name, y in starts]),
            bool(flags & INSIDE),
            bool(flags & BETWEEN),
            bool(flags & RULED),
            groups[group] if group >= 0 else None,
            heads.setdefault(head, row(*head)) if head else None,
        )
        for height, space, rows, starts, flags, listing, group, head in strips
    ]


def held_section(anchor: str, number: int, title: str) -> SectionBlock:
    """What pages need to know of a section."""
    return SectionBlock(
        anchor=Anchor(anchor),
        mark=NOWHERE,
        tag=Tag("Sect"),
        number=number,
        title=title,
        icon="",
        heading=(),
        second_heading=None,
        introduction=(),
        second_introduction=(),
        listings=(),
        flows_on=False,
    )
