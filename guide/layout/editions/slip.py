"""The slip of corrections: half a page that lies in an older edition and says what to cross out and what to write."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import count
from typing import NamedTuple

from guide.errors import Mark
from guide.frozen import frozen
from guide.language.words import Words, part
from guide.layout.body.corrections import END_GAP, PAIR_GAP, Heading, SlipSetter
from guide.layout.body.galley import Column, Row, stack
from guide.layout.compose.corrections import Correction, CorrectionComposer, Note, Pair, paragraph
from guide.layout.compose.corrections import Words as Read
from guide.layout.compose.links import bare_address, full_address, link_description
from guide.layout.compose.voice import Voice
from guide.layout.editions.versions import Version
from guide.layout.pages import Area, Destination, Document, OutlineEntry, Page, Text
from guide.layout.parts.band import Band
from guide.layout.parts.base import Items
from guide.layout.references import Resolver, document_of
from guide.layout.tags import DESCRIBED, FOOTER, Tag
from guide.layout.type.inline import Inline, Link, RichLine, fragments_of
from guide.layout.type.setter import Setter
from guide.layout.type.style import USUAL_SIZE, Style, accent_of, make_style, style_for, with_grid
from guide.model import Guide

SIDE, TOP, BAND, AFTER_BAND = 42, 36, 24, 16  # margins, and the band at the top of every page
TITLE_GAP, OPENING_GAP = 4, 16  # below the heading, and below what it says of itself
TEXT = 114  # from the left margin to the words beside labels
LARGE = "large-print"
HIGHER = {
    "A4": (595.3, 49.9)
}  # of large print: the width of other paper than Letter, and how much higher it is
FORMATS = {"Letter": "half-letter", "A4": "a5"}  # of a slip, two of which are one sheet of this paper


class SlipFacts(NamedTuple):
    """Which slip it is: its number, the one that it takes the place of (0: none), and the day that it is of."""

    number: int
    replaces: int
    day: date


class Group(NamedTuple):
    """Rows that stay together, and what it is called that begins with them."""

    rows: tuple[Row, ...]
    starts: str = ""

    @property
    def height(self) -> float:
        return sum(row.height for row in self.rows)


@frozen
class ToCorrect:
    """An older edition, what is corrected in it, and the edition of now in the same language."""

    old: Version
    new: Version
    corrections: tuple[Correction, ...]
    notes: tuple[Note, ...] = ()  # what of the guide itself is different

    @property
    def count(self) -> int:
        return len(self.corrections) + len(self.notes)


def set_slip(asked: ToCorrect, facts: SlipFacts, paper: str = "Letter", large: bool = False) -> Document:
    """The slip, a page or more of half a sheet of this paper; `large`: of the whole sheet, in large print."""
    return Slip(asked, facts, slip_style(asked, paper, large)).document()


def slip_style(asked: ToCorrect, paper: str, large: bool = False) -> Style:
    """The style of half a page, or of a page in large print, in the colour of the edition that is corrected."""
    style = make_style(LARGE if large else FORMATS[paper], accent_of(asked.old.guide), asked.new.stacks)
    scale = style.body.size / USUAL_SIZE
    if large and paper in HIGHER:
        width, more = HIGHER[paper]
        grid = style.grid
        style = with_grid(
            style, width=width, height=grid.height + more, bottom=grid.bottom + more, foot=grid.foot + more
        )
    top = TOP + scale * (BAND + AFTER_BAND)
    style = with_grid(
        style, inner=SIDE, outer=SIDE, top=top, number_column=scale * TEXT, offices=1, single_sided=True
    )
    return style_for(with_grid(style, prose=style.grid.main), asked.new.guide.language)


class Slip:
    """Sets a slip; x counts from the left margin, y from the top of the frame."""

    def __init__(self, asked: ToCorrect, facts: SlipFacts, style: Style) -> None:
        self.asked = asked
        self.facts = facts
        self.guide: Guide = asked.old.guide
        self.words: Words = asked.new.words
        self.style = style
        self.grid = self.style.grid
        self.setter = Setter(self.style, 1)
        self.body = SlipSetter(self.setter, self.words.cross_out)
        old, new = (Voice(each.guide, each.words, paged=False) for each in (asked.old, asked.new))
        self.voice = new
        self.composer = CorrectionComposer(old, new, "H2")
        self.root = Tag("Document", language=asked.new.guide.language)
        self.title = title_of(asked)

    def document(self) -> Document:
        """All its pages."""
        outline: list[OutlineEntry] = []
        filled = list(self.filled())
        pages = [self.page(groups, folio, len(filled), outline) for folio, groups in enumerate(filled, 1)]
        document = corrections_of(self.asked, self.style, pages, self.root)
        return replace(document, date=self.facts.day, outline=tuple(outline))

    # --- pages

    def filled(self) -> Iterator[list[Group]]:
        """Yield the groups of each page, as many as it has room for."""
        page, room = [Group((self.opening(),))], self.grid.depth
        room -= page[0].height
        for group in self.groups():
            if page and group.height - END_GAP > room:
                yield page
                page, room = [], self.grid.depth
            page.append(group)
            room -= group.height
        yield page

    def groups(self) -> Iterator[Group]:
        """Yield what is never parted: each correction, or the rows of one that is higher than a page."""
        made = (*map(self.note, self.asked.notes), *map(self.correction, self.asked.corrections))
        for pairs in map(list, made):
            whole = Group(tuple(row for group in pairs for row in group.rows), pairs[0].starts)
            if whole.height - END_GAP <= self.grid.depth:
                yield whole
                continue
            for group in pairs:
                yield from [group] if group.height <= self.grid.depth else self.parted(group)

    def parted(self, group: Group) -> Iterator[Group]:
        """Yield the rows of a group that is higher than a page, its first three together."""
        yield Group(group.rows[:3], group.starts)
        yield from (Group((row,)) for row in group.rows[3:])

    def page(self, groups: Sequence[Group], folio: int, pages: int, outline: list[OutlineEntry]) -> Page:
        """A finished page; what begins on it goes into the outline."""
        left, y = self.grid.left(folio), self.grid.top
        items: Items = self.band(folio)
        for group in groups:
            if group.starts:
                outline.append(OutlineEntry(title=group.starts, destination=Destination(folio - 1, y)))
            row = stack(group.rows)
            items += [item.moved(left, y) for item in row.items]
            y += row.height
        items += self.foot(folio, pages)
        return Resolver({}, self.setter).page(items, self.grid.width, self.grid.height, str(folio))

    def band(self, folio: int) -> Items:
        """The edition that is corrected, in its colour; on later pages it is repeated."""
        size = self.style.band.size
        height = BAND * self.style.body.size / USUAL_SIZE
        frame = Area(self.grid.left(folio), TOP, self.grid.live, height)
        items = Band(self.guide, self.words, self.setter, self.root, frame, size).items()
        if folio == 1:
            return items
        return [item._replace(tag=None) if isinstance(item, Text) else item for item in items]

    def opening(self) -> Row:
        """The heading, and what the slip says of itself."""
        column = Column(self.setter, 0, self.grid.live)
        column.add((Inline(self.title, Tag("H1", self.root), True),), self.style.h1)
        column.skip(TITLE_GAP)
        column.add((Inline(self.about(), Tag("P", self.root)),), self.style.body)
        return column.row(column.y + OPENING_GAP)

    def about(self) -> str:
        """ "Slip 2, April 2026. It takes the place of slip 1. Keep it in the guide."."""
        month = partial(month_said, self.facts.day)
        said = [self.words.say("errata_slip", number=self.facts.number, month=month)]
        if self.facts.replaces:
            said.append(self.words.say("errata_replaces", number=self.facts.replaces))
        return " ".join((*said, self.words.errata_keep))

    def foot(self, folio: int, pages: int) -> Items:
        """Where the guide is on the web, how many corrections there are, and which page of how many this is."""
        size, y, left = self.style.small.size, self.grid.foot, self.grid.left(folio)
        first = folio == 1
        tag = Tag("P", self.root) if first else FOOTER
        count = self.asked.count
        said = self.words.errata_one if count == 1 else self.words.say("errata_many", count=count)
        counted = said + (f" ({folio}/{pages})" if pages > 1 else "")
        right = Inline(counted, Tag("P", self.root) if first else FOOTER)
        items: Items = []
        room = self.grid.live - self.setter.width(counted, size) - 2 * self.style.u
        web = self.web(tag, room) if self.guide.website else ()
        if web:
            items.append(RichLine(left, y, tuple(fragments_of(web)), size))
        return [*items, RichLine(left + self.grid.live, y, tuple(fragments_of((right,))), size, 1)]

    def web(self, tag: Tag, room: float) -> tuple[Inline, ...]:
        """Where the guide is on the web, after words where there is room for them; () where there is none."""
        shown, target = bare_address(self.guide.website), full_address(self.guide.website)
        is_read = tag is not FOOTER
        link = Link(target, link_description(target, shown, self.words)) if is_read else None
        address = Inline(
            shown + " ", Tag("Link", tag) if is_read else tag, True, link, size=self.style.body.size
        )
        before = Inline(self.words.on_the_web + " ", tag)
        for inlines in ((before, address), (address,)):
            if self.setter.line_width(fragments_of(inlines), self.style.small.size) <= room:
                return inlines
        return ()

    # --- corrections

    def correction(self, correction: Correction) -> Iterator[Group]:
        """Yield a correction: which listing it is with what is first, then what else is different of it."""
        tag = Tag("Sect", self.root, title=correction.name)
        self.setter.mark = mark_of(correction)
        head = self.body.opening(self.heading(correction, tag), Tag("H2", tag), bool(correction.page))
        group = Tag("L", tag, attributes=DESCRIBED)
        parts = list(self.parts(correction, group))
        for place, rows in enumerate(parts):
            ending = Row(END_GAP if place + 1 == len(parts) else PAIR_GAP, ())
            start = () if place else (head,)
            yield Group((*start, *rows, ending), "" if place else correction.name)

    def note(self, note: Note) -> Iterator[Group]:
        """Yield what is different of the guide itself."""
        tag = Tag("Sect", self.root, title=note.title)
        head = self.body.opening(Heading("", note.title + " ", ()), Tag("H2", tag), False)
        group = Tag("L", tag, attributes=DESCRIBED)
        rows = self.body.old([Read(text) for text in note.old], group) if note.old else []
        rows += [Row(PAIR_GAP, ())] * bool(note.old and note.new)
        if note.new:
            item = Tag("LI", group)
            body = Tag("LBody", item)
            lines = [paragraph((Inline(text, body),)) for text in note.new]
            rows += self.body.new(lines, item, self.words.write_in)
        yield Group((head, *rows, Row(END_GAP, ())), note.title)

    def heading(self, correction: Correction, tag: Tag) -> Heading:
        """The number and the name that the older edition has, and its page there."""
        paragraph = Tag("P", tag)
        before, after = part(self.words.page, "folio")
        page = (
            Inline(before, paragraph),
            Inline(str(correction.page), paragraph, True),
            Inline(after + " ", paragraph),
        )
        new = (Inline(self.words.errata_new + " ", paragraph),)
        return Heading(
            str(correction.number) if correction.number else "",
            correction.name + " ",
            tuple(each for each in page if each.text) if correction.page else new,
            self.voice.foreign,
        )

    def parts(self, correction: Correction, group: Tag) -> Iterator[list[Row]]:
        """Yield the rows of each thing that is different."""
        if correction.is_gone:
            item = Tag("LI", group)
            whole = paragraph((Inline(self.words.whole_listing, None),))
            said = [paragraph((each,)) for each in self.composer.farewell(correction, Tag("LBody", item))]
            old = self.body.old(whole.lines, group)
            yield [*old, Row(PAIR_GAP, ()), *self.body.new(said, item, self.words.write_in)]
            return
        labelled, before = False, ""
        for place in count():
            item = Tag("LI", group)
            pairs = self.composer.pairs(correction, Tag("LBody", item))
            if place >= len(pairs):
                return
            pair = pairs[place]
            yield list(self.pair(pair, group, item, labelled, pair.place != before))
            labelled, before = not pair.old, pair.place

    def pair(self, pair: Pair, group: Tag, item: Tag, labelled: bool, named: bool) -> Iterator[Row]:
        """Yield the rows of what is crossed out and written; `labelled`: what stands above is written too."""
        if named and pair.place:
            yield self.body.place(pair.place, Tag("P", group.parent))
        if pair.old:
            yield from self.body.old(pair.old, group)
        if pair.old and pair.new:
            yield Row(PAIR_GAP, ())
        if pair.new:
            yield from self.body.new(pair.new, item, "" if labelled and not pair.old else self.words.write_in)


def corrections_of(asked: ToCorrect, style: Style, pages: Iterable[Page], root: Tag) -> Document:
    """The finished pages of corrections as a Document that is named after the edition that has them."""
    guide, title = asked.old.guide, title_of(asked)
    document = document_of(guide, style, pages, root)
    return replace(document, title=f"{title}: {guide.title}", language=asked.new.guide.language, subject="")


def title_of(asked: ToCorrect) -> str:
    """What corrections of an edition are called."""
    return asked.new.words.say("errata_title", number=asked.old.guide.edition.number)


def month_said(day: date, words: Words) -> str:
    """The month of a day, with its year."""
    return words.hours.month_of(day, False)


def mark_of(correction: Correction) -> Mark | None:
    """Where the listing stands in the content."""
    listing = correction.change.new or correction.change.old
    return listing.mark if listing else None
