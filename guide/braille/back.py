"""What stands around the sections: pages of the guide's own, who is open late, what is new, the index, what to know of the guide."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from guide.braille.blocks import NAME, PART, ROW, ROW_INSIDE, SECTION, TEXT, Block, Unit
from guide.braille.compose import Composer, place_of, said
from guide.layout.compose.checked import cover_counts, months_checked
from guide.layout.compose.links import listing_of
from guide.layout.compose.offices import join_times
from guide.layout.parts.index_rows import INSIDE, SEE, IndexRow, rows_by_name, rows_by_place, rows_by_topic
from guide.layout.parts.late_rows import late_lists
from guide.layout.parts.news_rows import news_helps, news_lists
from guide.layout.parts.open_rows import LateRow
from guide.layout.parts.publisher import contacts, other_formats
from guide.layout.type.inline import Inline
from guide.model import BulletList, Coupon, Heading, OwnPage, PageText, Paragraph, Picture, Section
from guide.model.edition import NOWHERE, Edition
from guide.model.page import COVER, INDEX, LAST, LISTINGS, PAGE_2, PLACES

HEADS = NAME._replace(above=0)  # of a list
INDEXED = "index"  # what the index is called as a place


class Body:
    """Puts all but the front into texts; `own`: the words of a braille edition, `edition`: what it is to have."""

    def __init__(self, composer: Composer, own: Mapping[str, str], edition: Edition) -> None:
        self.composer, self.own, self.edition = composer, own, edition
        self.guide, self.words = composer.guide, composer.words

    def units(self) -> Iterator[Unit]:
        """Yield all of it in order."""
        yield from self.own_pages(COVER, PAGE_2)
        for section in self.guide.sections:
            yield from self.composer.section(section)
            yield from self.own_pages(section.id)
        yield from self.own_pages(LISTINGS)
        yield from self.open_late()
        yield from self.news()
        yield from self.index()
        yield from self.own_pages(INDEX)
        yield from self.about()
        yield from self.own_pages(LAST)

    # --- pages of the guide's own

    def own_pages(self, *places: str) -> Iterator[Unit]:
        """Yield the pages of some places, but for those that fill up paper."""
        for page in self.guide.own_pages:
            if not page.spare and self.place(page) in places:
                title = Block(page.title, SECTION, f"page {page.id}")
                yield Unit((title, *self.page_text(page.text)), page.title)

    def place(self, page: OwnPage) -> str:
        """Where a page stands: behind all listings where its section is not in this edition."""
        sections: Iterable[Section] = self.guide.sections
        return page.place if page.place in (*PLACES, *(each.id for each in sections)) else LISTINGS

    def page_text(self, text: PageText) -> Iterator[Block]:
        """Yield the text of a page; of a picture what it shows, in words."""
        for block in text:
            if isinstance(block, Heading):
                yield Block(self.composer.line(block.spans), NAME if block.level == 1 else PART)
            elif isinstance(block, Picture):
                yield Block(self.own["picture"].format(text=block.alternate), TEXT)
                yield from [Block(self.composer.line(block.caption), TEXT)] if block.caption else []
            elif isinstance(block, Coupon):
                yield from self.page_text(block.blocks)
            elif isinstance(block, Paragraph | BulletList):
                yield from self.composer.prose((block,))

    # --- lists

    def open_late(self) -> Iterator[Unit]:
        """Yield who is open late and at weekends."""
        lists = late_lists(self.guide, self.words) if self.edition.open_part != "none" else ()
        before = [Block(self.words.open_late, SECTION, "late"), Block(self.words.open_late_help, TEXT)]
        for each in lists:
            rows = (self.late_row(row) for row in each.rows)
            yield Unit((*before, Block(each.title, NAME), *rows), self.words.open_late)
            before = []

    def late_row(self, row: LateRow) -> Block:
        """A place with its number, its hours then, and its page."""
        number = self.composer.phone(row.phone) if row.phone else self.words.no_phone
        hours = "; ".join(join_times(line) for lines in row.hours for line in lines)
        return self.row(said(row.name, number, hours), listing_of(row.anchor))

    def news(self) -> Iterator[Unit]:
        """Yield what is new since the edition before."""
        news = self.guide.news if self.edition.news != NOWHERE else None
        lists = news_lists([self.guide], self.words) if news else ()
        if not (news and lists):
            return
        blocks = [Block(self.words.news, SECTION, "news")]
        blocks += [Block(text, TEXT) for text in news_helps(news, self.words)]
        for each in lists:
            blocks.append(Block(each.title, NAME))
            for row in each.rows:
                text = said(row.name, *(line for lines in row.lines for line in lines), between="; ")
                blocks.append(self.row(text, listing_of(row.anchor) if row.anchor else ""))
        yield Unit(blocks, self.words.news)

    def row(self, text: str, listing: str, inside: bool = False) -> Block:
        """A row that ends with the page of a listing; one that is gone has none."""
        style = ROW_INSIDE if inside else ROW
        if listing not in self.composer.listings:
            return Block(text, style)
        return Block(text, style, page=self.composer.where.number(place_of(listing)))

    # --- the index

    def index(self) -> Iterator[Unit]:
        """Yield the index: names, places and topics as print has them, with braille pages."""
        before = [Block(self.words.index, SECTION, INDEXED)]
        for title, rows in self.index_parts():
            before += [Block(title, NAME)] if rows else []
            for group in grouped(rows):
                yield Unit((*before, *map(self.index_row, group)), self.words.index)
                before = []

    def index_parts(self) -> Iterator[tuple[str, Sequence[IndexRow]]]:
        """Yield the parts that the edition has."""
        parts = self.edition.index
        if "name" in parts:
            yield self.words.index_by_name, rows_by_name(self.guide, self.words)
        if "place" in parts:
            yield self.words.index_by_place, rows_by_place(self.guide, self.words)
        if "topic" in parts:
            yield self.words.index_by_topic, rows_by_topic(self.guide)

    def index_row(self, row: IndexRow) -> Block:
        """A row of the index."""
        if row.level == SEE:
            return Block(self.words.see_topic.format(word=row.bold, topic=row.text), ROW)
        if row.heads:
            return Block(row.bold, ROW._replace(heads=True))
        text = self.words.at_place.format(city=row.bold, name=row.text) if row.bold else row.text
        return self.row(text, row.listing, row.level == INSIDE)

    # --- about

    def about(self) -> Iterator[Unit]:
        """Yield what there is to know of the guide: the closing notes, what was checked, where to tell what is wrong."""
        guide, words = self.guide, self.words
        texts = [cover_counts(guide, words), months_checked(guide, words)]
        if after := self.edition.discard_after:
            texts.append(words.discard_after.format(day=words.full_date(after)))
        texts += [words.leaflet_wrong, self.run(other_formats(guide, words, None))]
        if reached := contacts(guide, words, None):
            texts.append(said(words.form_reach, *(each.text for each in reached), between=" "))
        blocks = [Block(words.about, SECTION, "about"), *self.composer.prose(guide.closing_notes)]
        yield Unit((*blocks, *(Block(said(text), TEXT) for text in texts if text)), words.about)

    def run(self, inlines: Sequence[Inline]) -> str:
        """Pieces of a line as one text."""
        return "".join(each.text for each in inlines)


def grouped(rows: Iterable[IndexRow]) -> Iterator[list[IndexRow]]:
    """Yield rows with those that stand under them."""
    group: list[IndexRow] = []
    for row in rows:
        if group and row.level != INSIDE and not group[-1].heads:
            yield group
            group = []
        group.append(row)
    if group:
        yield group
