"""What is kept of an edition that is set again and again: of sections and parts that have not changed, nothing is set anew."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, TypeVar, cast

from guide.errors import Mark
from guide.language.words import Words
from guide.layout.body.galley import Strip
from guide.layout.body.walk import Walk
from guide.layout.compose.blocks import ListingBlock, SectionBlock
from guide.layout.compose.composer import Surroundings
from guide.layout.compose.kept import KeptListings, OpenedAs, SetAs
from guide.layout.group import grouped
from guide.layout.pages import Text
from guide.layout.tags import Tag
from guide.layout.type.inline import OpenItem
from guide.layout.type.setter import Setter
from guide.layout.type.style import Style
from guide.model import Section

SETTINGS = 8  # that listings are kept in


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


Part = TypeVar("Part")  # of the guide that is no section


class GalleyMemory:
    """The sections, contents and index of one edition as they were last set, for a process that sets it again and again.

    Their tags hang below one root, which is kept with them: of what is no longer printed nothing is written.
    """

    keeps_sections = True  # whole, and not their listings alone
    keeps_pages = True  # as they are finished and drawn
    keeps_apart = False  # each process keeps what it makes

    def __init__(self) -> None:
        self.setting: Setting | None = None
        self.root = Tag("Document")
        self.galleys: dict[int, tuple[MadeOf, Galley]] = {}  # by the section's number
        self.kept: dict[int | str, KeptListings[list[Strip]]] = {}  # by the section's number
        # By name, with what each was made of: whatever its maker compares.
        self.parts: dict[str, tuple[Any, Any]] = {}
        self.walks: dict[
            tuple[int, int], Walk
        ] = {}  # by the first section of a stretch and the number of the run
        # By their index, as they are finished, see guide.layout.body.kept_pages: those of listings, and the others.
        self.pages: dict[int, Any] = {}
        self.filled: dict[int, Any] = {}
        self.has_all_pages = False  # the first time a second process has some of them, which soon ends

    def root_for(self, setting: Setting) -> Tag:
        """The tag of the document; with another setting everything is forgotten."""
        if setting != self.setting:
            self.forget()
            self.setting, self.root = setting, Tag("Document", language=setting.language)
        return self.root

    def forget(self) -> None:
        """Keep nothing of what was set."""
        self.setting = None
        self.galleys, self.parts, self.walks, self.kept = {}, {}, {}, {}
        self.pages, self.filled = {}, {}
        self.has_all_pages = False

    def listings_of(self, number: int, section: str) -> KeptListings[list[Strip]] | None:
        """The listings of a section, by its number: while somebody types its id it has many."""
        return self.kept.setdefault(number, KeptListings())

    def part(self, name: str, made_of: Any, make: Callable[[], Part]) -> Part:
        """A part, or the pages of one: that of before if it is made of the same, else what `make()` gives."""
        old = self.parts.get(name)
        if old is None or old[0] != made_of:
            old = self.parts[name] = made_of, make()
        return cast(Part, old[1])

    def walk(self, start: int, run: int) -> Walk | None:
        """The breaks of a run of sections as they were chosen the last time."""
        return self.walks.setdefault((start, run), Walk())

    def find(self, number: int, made_of: MadeOf, make: Callable[[], Galley]) -> Galley | None:
        """What was made of a section, if neither it nor what it prints of others has changed.

        `make()` sets it again, for who keeps less than all of it.
        """
        old = self.galleys.get(number)
        return old[1] if old and old[0] == made_of else None

    def keep(self, number: int, made_of: MadeOf, galley: Galley) -> Galley:
        """Keep what was made of a section; what stands on pages."""
        self.galleys[number] = made_of, galley
        return galley

    def sign(self, made_of: Any) -> Any:
        """What tells a page of listings from others: all that it is made of. None for one that is not kept."""
        return made_of

    def sign_items(self, items: Sequence[OpenItem]) -> Any:
        """The same of a page of another part."""
        return items

    def drawn_there(self) -> None:
        """Told when the pages behind the border of a long guide are drawn, by who has drawn them."""


class KeptIn(NamedTuple):
    """The listings of each section in one setting, below the tag of the document."""

    setting: Setting
    root: Tag
    kept: dict[int | str, KeptListings[list[Strip]]]  # by the section's id
    parts: dict[str, tuple[Any, Any]]


class ListingsMemory(GalleyMemory):
    """The listings alone, for many editions that choose others each: one has three sections, and no two have the same.

    What they are set in changes with the number of their listings and sections; for each of a few settings they are kept.
    """

    keeps_sections = keeps_pages = False

    def __init__(self, grouped: bool = False) -> None:
        super().__init__()
        self.grouped = grouped  # whether their rows are drawn once too, see guide.layout.group
        self.settings: list[KeptIn] = []  # the latest last

    def root_for(self, setting: Setting) -> Tag:
        """The tag of the document in a setting, below which its listings are."""
        if setting != self.setting:
            at = next((at for at, each in enumerate(self.settings) if each.setting == setting), None)
            root = Tag("Document", language=setting.language)
            known = KeptIn(setting, root, {}, {}) if at is None else self.settings.pop(at)
            self.settings = [*self.settings[1 - SETTINGS :], known]
            self.setting, self.root, self.kept, self.parts = known
        return self.root

    def forget(self) -> None:
        """Keep nothing of what was set."""
        super().forget()
        self.settings = []

    def listings_of(self, number: int, section: str) -> KeptListings[list[Strip]]:
        """The listings of a section, by its id: its number is another in each edition."""
        kept = self.kept.get(section)
        if kept is None:
            kept = self.kept[section] = KeptListings(self.grouped)
        return kept

    def walk(self, start: int, run: int) -> None:
        """None: no two editions have the same pages."""


def opened_again(
    kept: KeptListings[list[Strip]] | None,
    section: SectionBlock,
    setter: Setter,
    make: Callable[[], list[Strip]],
) -> list[Strip]:
    """The opening of a section as `make()` sets it, or as it did before where the block's heading is that of before."""
    if kept is None:
        return make()
    before, found = len(setter.broken), kept.opened_as.get(section.number)
    if found is None or found.heading is not section.heading:
        made = make()
        cut = tuple(text for _, text in setter.broken[before:])
        kept.opened_as[section.number] = OpenedAs(made, section.heading, cut)
        return [*made]
    setter.mark = section.mark
    setter.broken += [(section.mark, text) for text in found.cut]
    return [strip._replace(section=section) for strip in found.made]


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
    made = as_before(found, block) if found else None
    if found is None or made is None:
        strips = in_groups(make(), block) if kept and kept.grouped and not setter.leftward else make()
        known.set_as[place] = SetAs(strips, block, tuple(text for _, text in setter.broken[before:]))
        return strips
    setter.broken += [(block.mark, text) for text in found.cut]
    return [
        Strip(
            strip.height,
            strip.rows,
            strip.space,
            section,
            block if strip.listing is found.block else strip.listing,
            *strip[5:],
        )  # as strip._replace, in half the time: a handout has hundreds
        for strip in made
    ]


def in_groups(strips: list[Strip], block: ListingBlock) -> list[Strip]:
    """The strips of a listing with each row as one group, but for the number, which is another in each edition."""
    return [
        strip._replace(rows=tuple(row._replace(items=_in_group(row.items, block)) for row in strip.rows))
        for strip in strips
    ]


def _in_group(items: tuple[OpenItem, ...], block: ListingBlock) -> tuple[OpenItem, ...]:
    first, *others = items or (None,)
    if isinstance(first, Text) and first.tag is block.name[0].tag and first.text == block.name[0].text:
        return (first, *grouped(tuple(others)))
    return grouped(items)


def as_before(found: SetAs[list[Strip]], block: ListingBlock) -> list[Strip] | None:
    """The strips of a listing with the number that it has now; None where it cannot be exchanged."""
    if found.block.number == block.number:
        return found.made
    first, *others = found.made
    for place, row in enumerate(first.rows):
        for at, item in enumerate(row.items):
            if isinstance(item, Text) and item.tag is block.name[0].tag and not item.leftward:
                if item.text != found.block.name[0].text:
                    return None
                number = item._replace(text=block.name[0].text)
                changed = row._replace(items=(*row.items[:at], number, *row.items[at + 1 :]))
                rows = (*first.rows[:place], changed, *first.rows[place + 1 :])
                return [first._replace(rows=rows), *others]
    return None
