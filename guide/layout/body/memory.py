"""What is kept of an edition that is set again and again: of sections and parts that have not changed, nothing is set anew."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from guide.errors import Mark
from guide.language.words import Words
from guide.layout.body.galley import Strip
from guide.layout.body.walk import Walk
from guide.layout.compose.blocks import ListingBlock, SectionBlock
from guide.layout.compose.composer import Surroundings
from guide.layout.compose.kept import KeptListings, SetAs
from guide.layout.tags import Tag
from guide.layout.type.inline import OpenItem
from guide.layout.type.setter import Setter
from guide.layout.type.style import Style
from guide.model import Section


class Setting(NamedTuple):
    """What decides how a guide is set, but for its content."""

    language: str
    country: str
    words: Words
    style: Style
    digits: int  # of folios


class MadeOf(NamedTuple):
    """What the galley of a section is made of."""

    section: Section
    surroundings: Surroundings
    second: Section | None = None  # in the language that is printed with it


class Galley(NamedTuple):
    """A section as it is set, and the words that were cut for it."""

    strips: Sequence[Strip]
    broken: Sequence[tuple[Mark | None, str]]


# Of a part of the guide that is no section: the items of each page, from the frame's corner.
PartPages = list[list[OpenItem]]


class GalleyMemory:
    """The sections, contents and index of one edition as they were last set, for a process that sets it again and again.

    Their tags hang below one root, which is kept with them: of what is no longer printed nothing is written.
    """

    def __init__(self) -> None:
        self.setting: Setting | None = None
        self.root = Tag("Document")
        self.galleys: dict[int, tuple[MadeOf, Galley]] = {}  # by the section's number
        self.kept: dict[int, KeptListings[list[Strip]]] = {}  # by the section's number
        # By name, with what each was made of: whatever its maker compares.
        self.parts: dict[str, tuple[Any, PartPages]] = {}
        self.walks: dict[
            tuple[int, int], Walk
        ] = {}  # by the first section of a stretch and the number of the run

    def root_for(self, setting: Setting) -> Tag:
        """The tag of the document; with another setting everything is forgotten."""
        if setting != self.setting:
            self.setting, self.root = setting, Tag("Document", language=setting.language)
            self.galleys, self.parts, self.walks, self.kept = {}, {}, {}, {}
        return self.root

    def listings_of(self, number: int) -> KeptListings[list[Strip]]:
        """The listings of a section, by its number."""
        return self.kept.setdefault(number, KeptListings())

    def part(self, name: str, made_of: Any, make: Callable[[], PartPages]) -> PartPages:
        """The pages of a part: those of before if it is made of the same, else what `make()` gives."""
        old = self.parts.get(name)
        if old is None or old[0] != made_of:
            old = self.parts[name] = made_of, make()
        return old[1]

    def walk(self, start: int, run: int) -> Walk:
        """The breaks of a run of sections as they were chosen the last time."""
        return self.walks.setdefault((start, run), Walk())

    def find(self, number: int, made_of: MadeOf) -> Galley | None:
        """What was made of a section, if neither it nor what it prints of others has changed."""
        old = self.galleys.get(number)
        return old[1] if old and old[0] == made_of else None

    def keep(self, number: int, made_of: MadeOf, galley: Galley) -> None:
        self.galleys[number] = made_of, galley


def set_again(
    kept: KeptListings[list[Strip]] | None,
    block: ListingBlock,
    section: SectionBlock,
    place: object,
    setter: Setter,
    make: Callable[[], list[Strip]],
) -> list[Strip]:
    """The strips of a listing as `make()` sets them, or those that it made before where the block is that of before.

    `place`: all else that decides how it is set.
    """
    known = kept.listings.get(block.anchor) if kept else None
    if known is None or known.block is not block:
        return make()
    before, found = len(setter.broken), known.set_as.get(place)
    if found is None:
        strips = make()
        known.set_as[place] = SetAs(strips, block, tuple(text for _, text in setter.broken[before:]))
        return strips
    setter.broken += [(block.mark, text) for text in found.cut]
    return [
        strip._replace(section=section, listing=block if strip.listing is found.block else strip.listing)
        for strip in found.made
    ]
