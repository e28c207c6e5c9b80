"""The sections on a screen, with their listings, references and subheadings; and pages of the guide's own."""

from base64 import b64encode
from collections.abc import Iterator, Sequence

from guide.layout.compose.blocks import ListingBlock, ReferenceBlock, SectionBlock, SectionEntry, SubheadBlock
from guide.layout.compose.links import listing_of
from guide.layout.compose.page_text import (
    CouponBlock,
    HeadingBlock,
    PageComposer,
    PagePiece,
    PictureBlock,
    ProseRun,
    printed_texts,
)
from guide.layout.compose.prose import ProseComposer
from guide.layout.tags import Tag
from guide.layout.type.inline import Anchor
from guide.model.page import COVER, PAGE_2
from guide.pictograms import name_of
from guide.pictures import as_file, read_picture
from guide.web.guides import Shown
from guide.web.inlines import id_of, level_of
from guide.web.listing import Listings, icon, prose_of
from guide.web.tree import Element, Given, el

BEFORE = (COVER, PAGE_2)  # places of pages of the guide's own that stand before all listings
MOST_SIDE = 1000  # pixels of a picture


class Sections:
    """Puts sections into elements."""

    def __init__(self, shown: Shown) -> None:
        self.shown, self.speaker = shown, shown.speaker
        self.listings = Listings(shown.guide, shown.words, shown.web, shown.speaker, shown.second)
        self.titles = {each.id: section.title for section in shown.both.sections for each in section.listings}

    def all(self) -> list[Element]:
        """Every section in order."""
        return [self.section(block) for block in self.shown.composer.sections(self.shown.root)]

    def section(self, block: SectionBlock) -> Element:
        """A section: its key, its title, its introduction and its listings."""
        own = id_of(block.anchor)
        key = el(
            "span",
            icon(name_of(block.icon)) if block.icon else str(block.number),
            class_="key",
            aria_hidden="true",
        )
        second = block.second_heading
        other = second and el(
            "span", second.text, class_="h2b b2", **self.speaker.tongue.marks(self.speaker.second)
        )
        title = el("span", self.speaker.spoken(block.heading[1:], bold=False), other)
        return el(
            "section",
            el("h2", key, title, id=f"h-{own}"),
            self.introduction(block),
            self.entries(block),
            class_="sec",
            id=own,
            aria_labelledby=f"h-{own}",
        )

    def introduction(self, block: SectionBlock) -> Iterator[Given]:
        """Yield the introduction in each language."""
        if block.introduction:
            yield el(
                "div",
                prose_of(block.introduction, self.speaker),
                class_="intro b1" if self.shown.second else "intro",
            )
        if block.second_introduction:
            other = self.speaker.second
            yield el(
                "div",
                prose_of(block.second_introduction, self.speaker, other),
                class_="intro b2",
                **self.speaker.tongue.marks(other),
            )

    def entries(self, block: SectionBlock) -> Iterator[Given]:
        """Yield listings and references, those below a subheading behind it."""
        group: list[Given] = []
        for entry in block.listings:
            if isinstance(entry, SubheadBlock):
                yield el("div", group, class_="ls") if group else None
                group = []
                yield el(
                    "h3",
                    self.speaker.spoken(entry.heading, bold=False),
                    class_="subhead",
                    id=id_of(entry.anchor),
                )
            else:
                group.append(self.entry(entry))
        yield el("div", group, class_="ls") if group else None

    def entry(self, entry: SectionEntry) -> Element:
        """A listing, or a line that leads to one in another section."""
        return self.listings.listing(entry) if isinstance(entry, ListingBlock) else self.reference(entry)

    def reference(self, entry: SectionEntry) -> Element:
        """A line that leads to a listing in another section, and says in which."""
        assert isinstance(entry, ReferenceBlock)
        link = entry.name[0].link
        target = link.target if link else ""
        where = self.titles.get(listing_of(target), "") if isinstance(target, Anchor) else ""
        return el(
            "div",
            el("span", entry.number.text.strip(), class_="n"),
            self.speaker.block("p", entry.name),
            [self.speaker.block("p", line) for line in entry.notes],
            el("p", self.speaker.both(where)) if where and not entry.notes else None,
            class_="see",
        )


class OwnPages:
    """Puts pages of the guide's own into elements, all but those that are there to fill up paper."""

    def __init__(self, shown: Shown) -> None:
        self.shown, self.speaker = shown, shown.speaker
        self.composers = [PageComposer(ProseComposer(voice)) for voice in shown.voices]
        self.folder = shown.guide.mark.path.parent

    def placed(self, before: bool) -> list[Element]:
        """Those that stand before the listings, or those behind them, where it is a section's too."""
        return [
            self.page(place)
            for place, each in enumerate(self.shown.guide.own_pages)
            if not each.spare and (each.place in BEFORE) == before
        ]

    def page(self, place: int) -> Element:
        """A page under its title."""
        own = self.shown.both.own_pages[place]
        texts = printed_texts(
            [each.own_pages[place] for each in self.shown.guides],
            self.composers,
            Tag("Sect", self.shown.root),
        )
        head = el("h2", el("span", self.speaker.both(own.title)), id=f"h-p-{own.id}")
        bodies = [
            el(
                "div",
                self.pieces(text, number),
                class_="own b2" if number else "own",
                **self.speaker.tongue.marks(self.speaker.second if number else ""),
            )
            for number, text in texts
        ]
        return el("section", head, bodies, class_="end", id=f"p-{own.id}", aria_labelledby=f"h-p-{own.id}")

    def pieces(self, text: Sequence[PagePiece], number: int) -> Iterator[Given]:
        """Yield what stands on a page in the language of this number."""
        inside = self.speaker.second if number else ""
        for piece in text:
            if isinstance(piece, ProseRun):
                yield list(prose_of(piece.blocks, self.speaker, inside))
            elif isinstance(piece, HeadingBlock):
                level = level_of(piece.inlines[0].tag, "h3")
                yield el(level, self.speaker.spoken(piece.inlines, inside, bold=False))
            elif isinstance(piece, PictureBlock):
                yield self.picture(piece, inside)
            elif isinstance(piece, CouponBlock):
                yield el("div", list(self.pieces(piece.blocks, number)), class_="note")

    def picture(self, piece: PictureBlock, inside: str) -> Element:
        """A picture within the page itself, with what it shows in words."""
        picture = read_picture(self.folder / piece.picture.file)
        kind, data = as_file(picture, MOST_SIDE)
        source = f"data:image/{kind};base64,{b64encode(data).decode()}"
        image = Element("img", (("src", source), ("alt", piece.picture.alternate)), ())
        caption = el("figcaption", self.speaker.spoken(piece.caption, inside)) if piece.caption else None
        return el("figure", image, caption)
