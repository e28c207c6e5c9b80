"""What is kept of an edition from one process to the next: its sections' heights, where pages break, and pages as they were drawn.

Each of the two processes that make a long guide keeps its own. All of it is found by digests of what it depends on, so that what
is no longer so is never found.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from io import BytesIO
from operator import is_
from pathlib import Path
from typing import Any, TypeVar, cast

from guide.cache.drawn import Drawn, Name, plain_page, tag_saying
from guide.cache.plain import NotPlain, Plain, digest, plain
from guide.cache.skeleton import Rows, held_strips, plain_strips, rows_of
from guide.cache.store import Shelf
from guide.errors import Mark
from guide.layout.body.galley import Strip
from guide.layout.body.kept_pages import Filled, Known, PageMadeOf
from guide.layout.body.memory import Galley, GalleyMemory, MadeOf, Setting
from guide.layout.body.paginate import fit_strips, page_frame
from guide.layout.body.walk import Chunk, Walk
from guide.layout.held import Held
from guide.layout.kept_page import KeptPage
from guide.layout.pages import Page
from guide.layout.references import Place
from guide.layout.tags import Tag
from guide.layout.type.inline import Anchor, OpenItem
from guide.pdf.kept_pages import AsDrawn, NotApart

Part = TypeVar("Part")
HELD_PARTS = frozenset(
    ("index", "open", "news")
)  # pages of their own, of which nothing else needs to know anything
ROOT: Name = (b"", 0)


class Section:
    """A section as it is kept."""

    def __init__(self, key: bytes, made: Plain, broken: Plain, source: Rows) -> None:
        self.key, self.made, self.source = key, made, source
        self.broken = broken  # words that were cut: the places in the files are those of the key

    @cached_property
    def strips(self) -> list[Strip]:
        """Its strips, which hold what stands in them."""
        return held_strips(self.made, self.source)


class Asked(dict[int, Any]):
    """Pages by their index, and which of them this process has asked for; one that was kept is read then."""

    def __init__(self, read: Callable[[Plain], Any]) -> None:
        super().__init__()
        self.read = read
        self.kept: dict[int, Plain] = {}
        self.asked: set[int] = set()

    def get(self, index: int, default: Any = None) -> Any:
        """A page that is known."""
        self.asked.add(index)
        if index not in self and index in self.kept:
            super().__setitem__(index, self.read(self.kept[index]))
        return super().get(index, default)

    def __setitem__(self, index: int, page: Any) -> None:
        """Know a page that is made anew."""
        self.kept.pop(index, None)
        super().__setitem__(index, page)


class DiskGalleys(GalleyMemory):
    """The memory of one edition on a shelf of the disk."""

    keeps_apart = True
    pages: Asked
    filled: Asked

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self.shelf = shelf
        self.begun = os.getpid()
        self.is_alone = False  # this process makes all pages
        self.base = b""
        self.empty()

    def empty(self) -> None:
        """Keep nothing."""
        self.sections: dict[bytes, Section] = {}
        self.kept_parts: dict[str, tuple[bytes, int]] = {}  # by name: the digest, how many pages
        self.sources: dict[bytes, Rows] = {}
        self.tags: dict[Name, Tag] = {}  # in the place of those that are not set
        self.places: dict[int, bytes] = {}  # the sections that were asked for, by number
        self.pages, self.filled = Asked(self.known), Asked(self.known_filled)
        self.kept_walks: dict[tuple[int, int], Plain] = {}
        self.walked: set[tuple[int, int]] = set()
        self.around: tuple[Any, Plain] = ((), None)

    def root_for(self, setting: Setting) -> Tag:
        """The tag of the document; what was kept in another setting is not read."""
        if setting != self.setting:
            self.setting, self.root = setting, Tag("Document", language=setting.language)
            self.forget_pages()
            self.base = digest((self.shelf.base, plain(setting)))
            for made in self.shelf.read(self.base):
                self.take(made)
        return self.root

    def forget(self) -> None:
        """Keep nothing of what was set, here and on the shelf."""
        super().forget()
        self.forget_pages()
        self.shelf.is_empty = True

    def forget_pages(self) -> None:
        self.empty()
        self.walks, self.parts = {}, {}

    # --- sections

    def listings_of(self, number: int, section: str) -> None:
        """None: sections are kept whole."""

    def find(self, number: int, made_of: MadeOf, make: Callable[[], Galley]) -> Galley | None:
        """What was made of a section, without what stands in it."""
        key = key_of_section(made_of)
        if key is None:
            return None
        self.places[number] = key
        found = self.sections.get(key)
        if found is None:
            return None
        found.source.make = lambda: [row.items for row in rows_of(make().strips)]
        self.sources[key] = found.source
        return Galley(found.strips, [(mark_of(mark), text) for mark, text in found.broken])

    def keep(self, number: int, made_of: MadeOf, galley: Galley) -> Galley:
        """The galley with rows that hold what stands in them."""
        key = self.places.get(number)
        if key is None or not self.fits(galley.strips):
            self.places.pop(number, None)
            return galley
        rows = [row.items for row in rows_of(galley.strips)]
        made = plain_strips(galley.strips)
        source = self.sources[key] = Rows(key, self.root, lambda: rows)
        broken = tuple((plain_mark(mark), text) for mark, text in galley.broken)
        found = self.sections[key] = Section(key, made, broken, source)
        return Galley(found.strips, galley.broken)

    def fits(self, strips: Sequence[Strip]) -> bool:
        """Whether none has to be cut for a page."""
        assert self.setting
        style = self.setting.style
        fitting, cut = fit_strips(strips, page_frame(style), style.body.leading)
        return not cut and len(fitting) == len(strips) and all(map(is_, fitting, strips))

    def walk(self, start: int, run: int) -> Walk:
        """The breaks of a run of sections as they were chosen the last time."""
        key = start, run
        self.walked.add(key)
        if key not in self.walks and (kept := self.kept_walks.pop(key, None)):
            self.walks[key] = walk_of(kept, self.sections)
        return self.walks.setdefault(key, Walk())

    # --- other parts

    def part(self, name: str, made_of: Any, make: Callable[[], Part]) -> Part:
        """A part, held where it is pages of its own."""
        key = key_of((name, made_of)) if name in HELD_PARTS else None
        if key is None:
            return make()
        known = self.kept_parts.get(name)

        def pages() -> Sequence[Sequence[OpenItem]]:
            return cast(Sequence[Sequence[OpenItem]], make())

        source = self.sources[key] = Rows(key, self.root, pages)
        count = known[1] if known and known[0] == key else len(source.all)
        self.kept_parts[name] = key, count
        return cast(Part, [[Held(source, page)] for page in range(count)])

    # --- what pages are made of

    def sign(self, made_of: PageMadeOf) -> Any:
        """The digest of what a page is made of; None where that cannot be told."""
        if self.around[0] is not made_of.around and self.around[0] != made_of.around:
            self.around = made_of.around, digest(plain(made_of.around))
        try:
            rows = [
                [(row.height, row.anchor and row.anchor.name, *map(held, row.items)) for row in strip]
                for strip in made_of.rows
            ]
            return digest((rows, self.around[1], plain(made_of._replace(rows=(), around=()))))
        except NotPlain:
            return None

    def sign_items(self, items: Sequence[OpenItem]) -> Any:
        """The same of the items of another page."""
        try:
            return digest(plain(tuple(items)))
        except NotPlain:
            return None

    # --- what is kept

    def drawn_there(self) -> None:
        """Keep what this process has drawn, where it is not the one that began."""
        if os.getpid() == self.begun:
            self.is_alone = True
        elif any(known.kept.drawn for known in self.pages.values()):
            self.save("there")

    def save(self, name: str = "here") -> None:
        """Keep what this process has asked for."""
        if self.setting and self.base:
            self.shelf.write(name, self.base, self.given())
            if self.is_alone:
                self.shelf.drop("there")

    def given(self) -> Plain:
        """All that this process keeps, as plain data."""
        names = {tag: name for name, tag in self.tags.items()}
        names[self.root] = ROOT
        for source in self.sources.values():
            if source.is_set:
                names |= {tag: (source.key, place) for place, tag in enumerate(source.tags)}
        strips = {
            id(strip): (section.key, place)
            for section in map(self.sections.get, self.places.values())
            if section
            for place, strip in enumerate(section.strips)
        }
        return (
            tuple(
                (key, self.sections[key].made, self.sections[key].broken)
                for key in self.places.values()
                if key in self.sections
            ),
            tuple(self.kept_parts.items()),
            tuple(
                (key, plain_walk(self.walks[key], strips)) for key in self.walked if self.walks[key].chunks
            ),
            tuple(self.given_pages(self.pages, names)),
            tuple(self.given_pages(self.filled, names)),
        )

    def given_pages(self, pages: Asked, names: dict[Tag, Name]) -> Iterator[Plain]:
        """Yield pages as plain data."""
        for index in pages.asked & pages.keys():
            if index in pages.kept:
                yield pages.kept[index]
                continue
            known = pages[index]
            kept = known.kept
            if kept.before or kept.after:
                continue
            try:
                drawn = tuple(
                    (key, plain_page(made, names.get))
                    for key, made in kept.drawn.items()
                    if isinstance(made, AsDrawn)
                )
            except NotApart:
                continue
            if drawn:
                page = kept.page
                asked = tuple((anchor.name, *place) for anchor, place in kept.asked.items())
                yield index, told(known), (page.width, page.height, page.folio), asked, drawn

    def take(self, made: Plain) -> None:
        """Take what was kept."""
        sections, parts, walks, pages, filled = made
        for key, strips, broken in sections:
            if key not in self.sections:
                self.sections[key] = Section(key, strips, broken, Rows(key, self.root, tuple))
        self.kept_parts |= dict(parts)
        self.kept_walks |= dict(walks)
        self.pages.kept |= {each[0]: each for each in pages}
        self.filled.kept |= {each[0]: each for each in filled}

    def known(self, made: Plain) -> Known:
        """A page of listings as it was drawn."""
        _, (made_of, before, after), *_ = made
        return Known(made_of, self.kept_page(made), before, after)

    def known_filled(self, made: Plain) -> Filled:
        """A page of another part as it was drawn."""
        _, (signed, languages), *_ = made
        return Filled(signed, dict(languages), self.kept_page(made))

    def kept_page(self, made: Plain) -> KeptPage:
        """A page of which nothing is known but how it was drawn."""
        _, _, (width, height, folio), asked, drawn = made
        page = Page(width=width, height=height, folio=folio, items=())
        places = {Anchor(name): Place(*place) for name, *place in asked}
        return KeptPage(page, places, drawn=Drawn(dict(drawn), self.tag_of))

    def tag_of(self, name: Name, said: Plain) -> Tag:
        """The tag of a name: the one that was set, where it was, or else one that says the same."""
        if name == ROOT:
            return self.root
        source = self.sources.get(name[0])
        if source and source.is_set:
            return source.tags[name[1]]
        found = self.tags.get(name)
        if found is None:
            found = self.tags[name] = tag_saying(*said)
        return found


def plain_mark(mark: Mark | None) -> Plain:
    """A place in a file as plain data."""
    return mark and (str(mark.path), *mark[1:])


def mark_of(made: Plain) -> Mark | None:
    """A place in a file."""
    return Mark(Path(made[0]), *made[1:]) if made else None


def held(item: OpenItem) -> Plain:
    """What a row holds."""
    if not isinstance(item, Held):
        raise NotPlain
    return item.source.key, item.row, item.x, item.y


def told(known: Any) -> Plain:
    """What decides a known page."""
    if isinstance(known, Known):
        return known.made_of, known.help_before, known.help_after
    return known.items, tuple(known.languages.items())


def key_of_section(made_of: MadeOf) -> bytes | None:
    """The digest of what a section is made of; None where it cannot be told.

    A set of several comes in another order in each process, so that such a section, of a translation, is made plain first.
    """
    section = made_of.section
    sets = (section.untranslated, *(each.untranslated for each in section.listings))
    if all(len(each) < 2 for each in sets):
        return key_of(made_of)
    try:
        return digest(plain(made_of))
    except NotPlain:
        return None


def key_of(made_of: Any) -> bytes | None:
    """The digest of what something is made of; None where it cannot be told."""
    file = BytesIO()
    pickler = pickle.Pickler(file, 5)
    pickler.fast = True  # or the same value would be written in several ways
    try:
        pickler.dump(made_of)
    except (pickle.PicklingError, TypeError, AttributeError, ValueError, RecursionError):
        return None
    return digest(file.getvalue())


def plain_walk(walk: Walk, strips: dict[int, Any]) -> Plain:
    """The path through a run as plain data; strips of kept sections by their places."""
    return (
        tuple((chunk.length, chunk.front, chunk.came) for chunk in walk.chunks),
        tuple(strips.get(id(strip)) or plain_strips([strip]) for strip in walk.strips),
        tuple(cast(Iterable[Any], walk.depth)),
    )


def walk_of(made: Plain, sections: dict[bytes, Section]) -> Walk:
    """A path of plain data."""
    walk = Walk()
    chunks, strips, walk.depth = made
    walk.chunks = [Chunk(*each) for each in chunks]
    nowhere = Rows(b"", Tag("Document"), tuple)
    walk.strips = [
        sections[each[0]].strips[each[1]] if len(each) == 2 else held_strips(each, nowhere)[0]
        for each in strips
    ]
    return walk
