"""Stickers that go over what is wrong in an older edition: a label for each listing, with its page there."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from guide.formats import TextStyle
from guide.frozen import frozen
from guide.label_sheets import LabelSheet
from guide.language.hours_words import capitalise
from guide.language.scripts import comma_after
from guide.layout.body.contact import many_offices
from guide.layout.body.corrections import CorrectionSetter, Heading
from guide.layout.body.galley import Column, Row, shifted
from guide.layout.compose.blocks import ListingBlock, OfficeBlock
from guide.layout.compose.corrections import NAMED, Correction, CorrectionComposer, Pair, in_contact, news_of
from guide.layout.compose.voice import Voice
from guide.layout.editions.label_pages import Label, Sheeting, finished, is_inside, label_pages, repeated
from guide.layout.editions.slip import ToCorrect, corrections_of, mark_of
from guide.layout.editions.versions import Version
from guide.layout.pages import Document, Page
from guide.layout.parts.band import edition_texts
from guide.layout.tags import Tag
from guide.layout.type.inline import Inline
from guide.layout.type.numbers import number_width
from guide.layout.type.setter import Setter
from guide.layout.type.style import Stacks, Style, accent_of, make_style, style_for, with_grid

NAME_GAP, BETWEEN = 4, 3  # below a name, and between two things that are new
ROOMY = 140  # points: a label that is so high takes the usual sizes
BESIDE_NUMBER = 6  # from the widest number to the names, at least


class Insets(NamedTuple):
    """How far what stands on a label keeps from its edges: feeds are off by up to 4 points."""

    side: float
    top: float
    bottom: float
    names: float  # from the number to the name


WIDE, CLOSE = Insets(16, 12, 10, 30), Insets(10, 7, 6, 22)
SMALL: dict[str, Any] = {
    "body": TextStyle(11, 13),
    "name": TextStyle(12, 14),
    "phone": TextStyle(13, 15),
    "small": TextStyle(11, 13),
}  # what a low label is set in: no type is smaller


@frozen
class Stickers:
    """Stickers on sheets, and which corrections are on them, shortened or not at all."""

    document: Document | None  # None where there is none
    whole: tuple[Correction, ...] = ()
    shortened: tuple[Correction, ...] = ()  # that have only what is new
    too_long: tuple[Correction, ...] = ()
    nowhere: tuple[Correction, ...] = ()  # new ones: there is nothing to stick them over


def set_stickers(
    asked: ToCorrect, sheeting: Sheeting, copies: int = 0, second: ToCorrect | None = None
) -> Stickers:
    """A sticker for each correction, by page; then the same again, so many sets or until the sheet is full.

    `second`: the same edition in the other of its two languages.
    """
    setter = StickerSetter(asked, sheeting.sheet, second)
    made: list[Label] = []
    whole: list[Correction] = []
    shortened: list[Correction] = []
    too_long: list[Correction] = []
    for correction in (each for each in asked.corrections if each.page):
        label, is_short = setter.sticker(correction)
        (too_long if label is None else shortened if is_short else whole).append(correction)
        made += [label] if label else []
    pages = label_pages(repeated(made, copies, sheeting), sheeting, setter.style.leftward)
    return Stickers(
        document=setter.document(pages) if pages else None,
        whole=tuple(whole),
        shortened=tuple(shortened),
        too_long=tuple(too_long),
        nowhere=tuple(each for each in asked.corrections if not each.page),
    )


def label_style(
    sheet: LabelSheet, accent: str, stacks: Stacks, language: str, names: Callable[[Style], float]
) -> tuple[Style, Insets]:
    """(style of a label, what it keeps clear): the usual sizes where it is high, else the least; `names`: where names begin."""
    width, height = sheet.label
    roomy = height >= ROOMY
    insets = WIDE if roomy else CLOSE
    style = make_style("half-letter", accent, stacks)
    style = style if roomy else replace(style, **SMALL)
    style = with_grid(
        style,
        width=width,
        height=height,
        inner=insets.side,
        outer=insets.side,
        top=insets.top,
        bottom=height - insets.bottom,
        number_column=names(style),
        single_sided=True,
    )
    return style_for(with_grid(style, prose=style.grid.main), language), insets


def names_from(asked: ToCorrect, sheet: LabelSheet) -> Callable[[Style], float]:
    """Where the names on stickers begin: clear of the largest number."""
    largest = max((each.number for each in asked.corrections), default=1)
    least = (WIDE if sheet.label[1] >= ROOMY else CLOSE).names

    def start(style: Style) -> float:
        return max(least, number_width(style, largest, style.name.size, True) + BESIDE_NUMBER)

    return start


class StickerSetter:
    """Sets stickers; x and y count from the label's corner."""

    def __init__(self, asked: ToCorrect, sheet: LabelSheet, second: ToCorrect | None = None) -> None:
        self.asked = asked
        self.sheet = sheet
        accent, language = accent_of(asked.old.guide), asked.new.guide.language
        self.style, self.insets = label_style(
            sheet, accent, asked.new.stacks, language, names_from(asked, sheet)
        )
        self.setter = Setter(self.style, 1)
        self.body = CorrectionSetter(self.setter)
        others = (second.old, second.new) if second else (None, None)
        old, new = map(voice_of, (asked.old, asked.new), others)
        self.foreign = new.foreign
        self.composer = CorrectionComposer(old, new, "H1")
        self.root = Tag("Document", language=asked.new.guide.language)

    def document(self, pages: Sequence[Page]) -> Document:
        """The sheets as a document."""
        document = corrections_of(self.asked, self.style, pages, self.root)
        return replace(document, date=self.asked.new.guide.edition.date, single_sided=True)

    def sticker(self, correction: Correction) -> tuple[Label | None, bool]:
        """(label, whether it has only what is new): the fullest that fits; (None, True) where none does."""
        self.setter.mark = mark_of(correction)
        for make, is_short in (
            (self.whole, False),
            (self.joined, False),
            (self.new_alone, True),
            (self.reach_alone, True),
        ):
            tag = Tag("Sect", self.root, title=correction.name)
            rows = make(correction, tag)
            label = self.label(correction, rows, tag) if rows else None
            if label:
                return label, is_short
        return None, True

    def label(self, correction: Correction, rows: Sequence[Row], tag: Tag) -> Label | None:
        """A label with these rows below the name, and its page at the foot; None where it has no room."""
        heading = Heading(f"{correction.number}", self.name_of(correction) + " ", (), self.foreign)
        stacked = [self.body.heading(heading, Tag("H1", tag), self.style.grid.number_column)]
        stacked += [Row(NAME_GAP if self.insets is WIDE else 1, ()), *rows]
        last = self.last_line(correction, tag)
        height = sum(row.height for row in stacked)
        top, bottom = self.insets.top, self.sheet.label[1] - self.insets.bottom - last.height
        if top + height > bottom:
            return None
        items, y = [], top
        for row in stacked:
            items += shifted(row, y)
            y += row.height
        items += shifted(last, bottom)
        label = finished([item.moved(self.insets.side, 0) for item in items], self.setter)
        return label if is_inside(label, self.sheet) else None

    def name_of(self, correction: Correction) -> str:
        """What it is called now, or was called last."""
        return correction.change.new.name if correction.change.new else correction.name

    def last_line(self, correction: Correction, tag: Tag) -> Row:
        """ "Page 7. Edition 1, blue, April 2026", as much of it as has room."""
        style, grid, words = self.style.body, self.style.grid, self.asked.new.words
        page = capitalise(words.page.format(folio=correction.page))
        texts = [f"{page}. {each}" for each in edition_texts(self.asked.old.guide, words)]
        for left, text in ((left, text) for left in (grid.number_column, 0) for text in texts):
            if self.setter.width(text, style.size) <= grid.live - left:
                break
        else:
            left, text = 0, page
        column = Column(self.setter, left, grid.live - left)
        column.add((Inline(text, Tag("P", tag)),), style)
        return column.row()

    # --- what a sticker has, the fullest first

    def whole(self, correction: Correction, tag: Tag) -> list[Row]:
        """All of how to reach a listing, or that it is gone; () where what is different stands elsewhere."""
        if correction.is_gone:
            return self.farewell(correction, tag)
        return self.contact(correction, tag, False)

    def joined(self, correction: Correction, tag: Tag) -> list[Row]:
        """The same with street and city on one line."""
        return [] if correction.is_gone else self.contact(correction, tag, True)

    def contact(self, correction: Correction, tag: Tag, is_joined: bool) -> list[Row]:
        """How to reach a listing, its news before it."""
        block = self.composer.block(correction, tag)
        if not block or many_offices(block) or not in_contact(self.pairs(correction)):
            return []
        block = joined_addresses(block) if is_joined else block
        self.setter.mark = block.mark
        news = [self.body.alert(each) for each in news_of(block)]
        return news + self.body.contact(block)

    def new_alone(self, correction: Correction, tag: Tag) -> list[Row]:
        """What is new, each thing after the other; of one that is gone, no more than that."""
        if correction.is_gone:
            return self.farewell(correction, tag, False)
        return self.written(self.composer.pairs(correction, tag), tag)

    def reach_alone(self, correction: Correction, tag: Tag) -> list[Row]:
        """What is new of how to reach it, where something else is new too."""
        pairs = [] if correction.is_gone else self.composer.pairs(correction, tag)
        reach = [pair for pair in pairs if in_contact([pair])]
        return self.written(reach, tag) if len(reach) < len(pairs) else []

    def written(self, pairs: Sequence[Pair], tag: Tag) -> list[Row]:
        """What is new, with the names of the offices and programs that it is of."""
        rows: list[Row] = []
        before = ""
        for pair in (each for each in pairs if each.new and each.spot != NAMED):
            rows += [Row(BETWEEN, ())] * bool(rows)
            if pair.place not in ("", before):
                rows.append(self.called(pair.place, tag))
            before = pair.place
            rows += self.body.written(pair.new)
        return rows

    def called(self, name: str, tag: Tag) -> Row:
        """Which office or program is meant."""
        column = Column(self.setter, self.style.grid.number_column, self.style.grid.main)
        column.add((Inline(name + " ", Tag("P", tag), True),), self.style.body)
        return column.row()

    def pairs(self, correction: Correction) -> list[Pair]:
        """What is different of it, for nobody to read."""
        return self.composer.pairs(correction, Tag("Document"))

    def farewell(self, correction: Correction, tag: Tag, full: bool = True) -> list[Row]:
        """That a listing is gone, in bold."""
        said = self.composer.farewell(correction, Tag("P", tag), full)
        return [self.body.alert(each._replace(bold=True)) for each in said]


def voice_of(version: Version, second: Version | None) -> Voice:
    """An edition as it speaks, in one language or in two."""
    return Voice(
        version.guide, version.words, paged=False, second=(second.guide, second.words) if second else None
    )


def joined_addresses(block: ListingBlock) -> ListingBlock:
    """A listing the lines of whose addresses are one."""
    shared = block.shared and joined_address(block.shared)
    return replace(block, offices=tuple(map(joined_address, block.offices)), shared=shared)


def joined_address(office: OfficeBlock) -> OfficeBlock:
    """An office whose street and city stand on one line."""
    if len(office.where) < 2:
        return office
    pieces: list[Inline] = []
    for line in office.where:
        if pieces:
            pieces[-1] = pieces[-1]._replace(text=pieces[-1].text + comma_after(pieces[-1].text))
        pieces += line
    return office._replace(address=(*office.labels, tuple(pieces)))
