"""An edition in braille: its volumes with their pages, whose numbers count through all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice

from guide.braille.back import Body
from guide.braille.blocks import END, Block, Unit
from guide.braille.compose import UNKNOWN, Composer, Whereabouts
from guide.braille.front import Front, first_page, last_page
from guide.braille.liblouis import braille_of
from guide.braille.pages import USUAL, Binder, Page, Places, Sheet, settled
from guide.braille.volumes import blocks_of, divided
from guide.braille.words import braille_words
from guide.frozen import frozen
from guide.language.words import Words
from guide.model import Edition, Guide

Pages = tuple[tuple[str, ...], ...]


@frozen
class Wanted:
    """How an edition is wanted in braille."""

    edition: Edition = Edition(name="")  # which parts it has
    sheet: Sheet = USUAL
    contracted: bool | None = None  # None: as is usual in the language


AS_USUAL = Wanted()


@frozen
class Book:
    """An edition in braille: the pages of each volume as cells."""

    title: str
    language: str
    sheet: Sheet
    volumes: tuple[Pages, ...]

    @property
    def pages(self) -> Pages:
        """The pages of all volumes."""
        return tuple(chain.from_iterable(self.volumes))


def wanted_by(edition: Edition) -> Wanted:
    """How an edition wants its braille."""
    sheet = Sheet(cells=edition.cells, lines=edition.lines)
    return Wanted(edition=edition, sheet=sheet, contracted=edition.contracted)


def make_book(guide: Guide, words: Words, wanted: Wanted = AS_USUAL) -> Book:
    """The volumes of a guide. GuideError where there is no braille for its language, or no library."""
    volumes = Making(guide, words, wanted).volumes()
    pages = tuple(tuple(map(tuple, each)) for each in volumes)
    return Book(title=guide.title, language=guide.language, sheet=wanted.sheet, volumes=pages)


class Making:
    """Puts a guide on pages, again and again until no page number in them changes."""

    def __init__(self, guide: Guide, words: Words, wanted: Wanted) -> None:
        self.guide, self.words, self.wanted = guide, words, wanted
        self.braille = braille_of(guide.language, wanted.contracted)
        self.binder = Binder(wanted.sheet, self.braille)
        self.own = braille_words(guide.language)
        self.counts, self.volume_of = self.plan()

    def plan(self) -> tuple[list[int], Mapping[str, int]]:
        """How many units each volume has, and in which volume each place is; that is not told where there is one."""
        units = [*self.body(UNKNOWN).units()]
        volumes = divided(units, [*map(self.size, units)], self.wanted.edition.volume_pages)
        told = enumerate(volumes, 1) if len(volumes) > 1 else ()
        volume_of = {
            block.place: number
            for number, some in told
            for unit in some
            for block in unit.blocks
            if block.place
        }
        return [*map(len, volumes)], volume_of

    def size(self, unit: Unit) -> float:
        """How many pages a unit takes, with its rows in the contents."""
        lines = sum(map(self.binder.height, unit.blocks)) + sum(bool(each.place) for each in unit.blocks)
        return lines / (self.wanted.sheet.lines - 1)

    def body(self, where: Whereabouts) -> Body:
        """The guide as texts, but for what stands before it."""
        return Body(Composer(self.guide, self.words, where), self.own, self.wanted.edition)

    def parts(self, where: Whereabouts) -> Iterator[list[Block]]:
        """Yield the texts of each volume; one is put into words when it is known which it is."""
        body = self.body(where)
        units = body.units()
        for number, count in enumerate(self.counts, 1):
            body.composer.here = number
            yield blocks_of([*islice(units, count)], self.words.continued, f"again {number}")

    def volumes(self) -> list[list[Page]]:
        """The pages of each volume."""
        return settled(self.bound)

    def bound(self, places: Places) -> tuple[list[list[Page]], Places]:
        """The pages of each volume with the page numbers that are known, and where places are now."""
        where = Whereabouts(places, self.volume_of, self.own["in_volume"])
        parts = [*self.parts(where)]
        front = Front(Composer(self.guide, self.words, where), self.own, parts)
        volumes: list[list[Page]] = []
        found: Places = {}
        first = 1
        for number, blocks in enumerate(parts, 1):
            pages, inside = self.volume(front, number, blocks, first)
            found |= {**inside, first_page(number): first, last_page(number): first + len(pages) - 1}
            first += len(pages)
            volumes.append(pages)
        return volumes, found

    def volume(
        self, front: Front, number: int, blocks: Sequence[Block], first: int
    ) -> tuple[list[Page], Places]:
        """The pages of a volume, counted from the first."""
        title, binder = self.guide.title, self.binder
        pages = binder.title_pages(front.title_page(number), first)
        notes = [front.note(self.braille.is_contracted)] if number == 1 else []
        for part in (*notes, front.contents(number)):
            pages += binder.pages(part, first + len(pages), title)[0]
        last = number == len(self.counts)
        end = self.own["ends" if last else "volume_ends"].format(number=number)
        body, places = binder.pages((*blocks, Block(end, END)), first + len(pages), title)
        return [*pages, *body], places
