"""A zine: one side of a sheet, folded to eight small pages; cover, six pages of listings, back (look: the folded zine)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from guide.errors import Problem
from guide.formats import TextStyle
from guide.language.words import Words
from guide.layout.body.galley import Column, Row, Strip
from guide.layout.body.row import ROW, RowSetter, row_style
from guide.layout.body.row_frames import Frame, fill_frames, what_is_over
from guide.layout.compose.blocks import SectionBlock
from guide.layout.compose.links import help_number, help_words
from guide.layout.compose.rows import RowBlock, RowComposer
from guide.layout.editions.one_sheet import set_poster
from guide.layout.pages import ACCENT, Area, Box, Document, Line, Page
from guide.layout.parts.band import cuts, cuts_width, edition_texts, next_that_fits
from guide.layout.parts.base import Items, in_white
from guide.layout.parts.cover import cover_full
from guide.layout.parts.publisher import publisher_line, stamp_box, stamp_height
from guide.layout.parts.web_code import WebCode
from guide.layout.references import Place, Resolver, document_of, outline_of
from guide.layout.tags import Tag
from guide.layout.type.inline import Anchor, Fragment, Inline, RichLine
from guide.layout.type.setter import Setter
from guide.layout.type.style import HAIRLINE, Stacks, accent_of, make_style
from guide.model import Guide, HelpLine
from guide.problems import layout as kinds

WIDTH, HEIGHT, PAGES = 198, 306, 8
X, TOP, BOTTOM, LIVE = 18, 24, 272, 162
FOLIO, FOLIO_BASELINE = 11, 286
ZINE_ROW = ROW | {"name": TextStyle(12, 15), "phone": TextStyle(15, 18)}
ABOVE, BELOW, HEAD_MORE = 3, 5, 2  # of a row; what the head of a section has more than in other rows
BLOCK, BLOCK_X, BLOCK_Y, CUT, PITCH = 132, 10, 10, 3, 10
TITLES = (TextStyle(24, 26), TextStyle(20, 22), TextStyle(17, 19), TextStyle(14, 16))
EDITION_SPACE, HELP_SPACE, HELP_PADDING, HELP_NUMBER = 6, 6, 4, 15
STAMP, BESIDE = 96, 8


class PanelRows(RowSetter):
    """Rows without a column for numbers; the number to call stands on a line of its own."""

    def __init__(self, setter: Setter) -> None:
        super().__init__(setter)
        self.x, self.measure = 0, self.width

    def row(self, block: RowBlock, section: SectionBlock | None) -> Strip:
        """A listing: hairline, name, number, alert, hours, street."""
        self.setter.mark = block.mark
        style = self.style
        column = Column(self.setter, self.x, self.measure)
        column.items.append(Line(0, 0, self.width, 0, HAIRLINE))
        column.skip(ABOVE)
        column.add(block.name[1:], style.name, runs_on=bool(block.phone))
        if block.phone:
            number = tuple(each if each.link else each._replace(size=style.name.size) for each in block.phone)
            column.add(number, style.phone)
        if block.alert:
            self.add_alert(column, block.alert)
        for inlines in (block.text, block.place):
            if inlines:
                column.add(inlines, style.body)
        column.skip(BELOW)
        return Strip(column.y, (column.row(),), 0, section, block, ((block.anchor, 0),))

    def head(self, section: SectionBlock) -> Row:
        """The head of a section, a little higher than in other rows."""
        row = super().head(section)
        return row._replace(height=row.height + HEAD_MORE)


class Zine:
    """Sets the eight pages in the order in which they are read."""

    def __init__(
        self,
        guide: Guide,
        words: Words,
        stacks: Stacks,
        numbers: Mapping[str, int],
        with_poster: bool = False,
    ) -> None:
        self.guide = guide
        self.stacks = stacks
        self.with_poster = with_poster
        self.words = words
        self.numbers = numbers
        self.total = len(numbers)
        base = make_style("half-letter", accent_of(guide), stacks)
        self.style = row_style(base, 12, LIVE, BOTTOM - TOP, guide.language, self.total, ZINE_ROW)
        self.setter = Setter(self.style, 1)
        self.root = Tag("Document", language=guide.language)
        self.problems: list[Problem] = []

    def document(self, discard: str = "") -> tuple[Document, tuple[Problem, ...]]:
        """(Document, problems)."""
        pages: list[Items] = [self.cover(), *([] for _ in range(PAGES - 1))]
        composer = RowComposer(self.guide, self.words, self.numbers, brief=True)
        places = self.rows(composer, pages)
        for folio in range(2, PAGES):
            pages[folio - 1] += self.folio(folio)
        pages[-1] += self.back(discard)
        resolver = Resolver(places, self.setter, self.guide.source_language)
        finished = [resolver.page(items, WIDTH, HEIGHT, str(folio)) for folio, items in enumerate(pages, 1)]
        finished += self.poster()
        outline = outline_of(self.guide, places, composer.voice.names, self.words) if places else ()
        document = document_of(self.guide, self.style, finished, self.root, outline=outline)
        return document, tuple(self.problems)

    def poster(self) -> list[Page]:
        """The page for the other side of the sheet, where there is to be one and it can hold the listings."""
        if not self.with_poster:
            return []
        root = Tag("Sect", self.root)
        page, problem = set_poster(self.guide, self.words, self.stacks, self.numbers, root)
        self.problems += [problem] if problem else []
        return [replace(page, folio=str(PAGES + 1))] if page else []

    def rows(self, composer: RowComposer, pages: Sequence[Items]) -> dict[Anchor, Place]:
        """Put the listings on the pages between cover and back; where they begin."""
        setter = PanelRows(self.setter)
        strips = [strip for each in composer.row_sections(self.root) for strip in setter.section(each)]
        frames = [Frame(page, X, TOP, BOTTOM) for page in range(1, PAGES - 1)]
        filled = fill_frames(strips, frames, BELOW)
        if filled.left_over:
            self.problems.append(what_is_over(filled.left_over).at(self.guide.mark, kinds.ZINE_FULL))
            return {}
        return filled.put_on(pages)

    def folio(self, folio: int) -> Items:
        """The number of a page, in its outer corner."""
        inline = Inline(str(folio), None, True)
        right = folio % 2 == 1
        fragments = (Fragment(inline, inline.text),)
        return [RichLine(X + LIVE if right else X, FOLIO_BASELINE, fragments, FOLIO, int(right))]

    # --- cover

    def cover(self) -> Items:
        """Title on the accent with cuts, the edition, and the numbers for now."""
        tag = Tag("Sect", self.root)
        heading = Tag("H1", tag)
        column = Column(self.setter, X, LIVE)
        column.skip(EDITION_SPACE)
        small = self.style.small
        edition = next_that_fits(edition_texts(self.guide, self.words), self.setter, LIVE, small.size)
        column.add((Inline(edition, Tag("P", tag), True),), small)
        column.skip(HELP_SPACE)
        for line in self.guide.help_now:
            self.help_row(column, line, Tag("P", tag))
        room = BOTTOM - TOP - column.y
        title = self.title(heading, min(BLOCK, room))
        height = max(title.y, min(BLOCK, room))
        if height > room:
            self.problems.append(cover_full(self.guide))
        items: Items = [Box(X, TOP, LIVE, height, ACCENT)]
        items += cuts(self.guide.edition.number, X + LIVE, TOP, height, CUT, PITCH)
        items += [item.moved(0, TOP) for item in in_white(title.items)]
        return [*items, *(item.moved(0, TOP + height) for item in column.items)]

    def title(self, tag: Tag, room: float) -> Column:
        """The title in the largest size in which no word is broken and it has room, else in the smallest."""
        measure = LIVE - BLOCK_X - max(BLOCK_X, cuts_width(self.guide.edition.number, CUT, PITCH) + 4)
        for style in TITLES:
            tall = max(style.leading, style.size * self.style.h1.leading / self.style.h1.size)
            column = Column(self.setter, X + BLOCK_X, measure)
            column.skip(BLOCK_Y)
            column.add((Inline(self.guide.title, tag, True),), style._replace(leading=tall))
            column.skip(BLOCK_Y)
            words = self.guide.title.split()
            widest = max(self.setter.width(word, style.size, True) for word in words)
            if column.y <= room and widest <= measure:
                break
        return column

    def help_row(self, column: Column, line: HelpLine, tag: Tag) -> None:
        """Hairline, words, and the number at the right of their last line, or under them."""
        column.items.append(Line(X, column.y, X + LIVE, column.y, HAIRLINE))
        column.skip(HELP_PADDING)
        body = self.style.body
        lines = (
            self.setter.lines((help_words(line, line.text + " ", tag),), body.size, LIVE) if line.text else []
        )
        for fragments in lines:
            column.line(fragments, body)
        if line.phone:
            number = tuple(
                Fragment(each, each.text) for each in help_number(line, self.words, tag, body.size)
            )
            last = self.setter.line_width(lines[-1], body.size) if lines else 0
            taken = self.setter.line_width(number, HELP_NUMBER)
            if not lines or last + BESIDE + taken > LIVE:
                column.skip(self.style.phone.leading)
            baseline = column.y - body.leading + body.baseline
            column.items.append(RichLine(X + LIVE, baseline, number, HELP_NUMBER, 1))
        column.skip(HELP_PADDING)

    # --- back

    def back(self, discard: str) -> Items:
        """Who hands it out, and what else there is: as much of it as there is room for, what matters most first."""
        tag, words = Tag("Sect", self.root), self.words
        said = [
            words.fact_label.format(label=words.call_before),
            words.say("leaflet_whole", count=self.total),
            discard,
            words.leaflet_wrong,
        ]
        texts = [text for text in said if text]
        heights = [self.height(text) for text in texts]
        code = WebCode(self.guide, self.setter, words, tag).over(LIVE)
        column = self.publisher(tag, sum(heights), code, heights[0])
        for text in texts:
            if column.y + self.height(text) <= BOTTOM:
                column.skip(BESIDE)
                column.add((Inline(text, Tag("P", tag)),), self.style.body)
        if column.y > BOTTOM:
            self.problems.append(cover_full(self.guide))
        return column.items

    def height(self, text: str) -> float:
        """How high a paragraph of the back is, with the space above it."""
        body = self.style.body
        return BESIDE + len(self.setter.lines((Inline(text, None),), body.size, LIVE)) * body.leading

    def publisher(self, tag: Tag, below: float, code: Row | None, least: float) -> Column:
        """The stamp's box with the publisher, and the QR code under it.

        Name and contacts stand alone where what is `below` has no room under a publisher's box; the code gives way where
        not even the first of that, which is `least` high, has room under it.
        """
        guide, column = self.guide, Column(self.setter, X, LIVE)
        coded = 2 * BESIDE + code.height if code else 0
        stamp = stamp_height(guide, self.setter, self.words, LIVE, STAMP)
        needed = below if guide.publisher.name else least
        if TOP + stamp + coded + needed <= BOTTOM + BESIDE:
            column.items += stamp_box(guide, self.setter, self.words, tag, Area(X, TOP, LIVE, stamp))
            column.y = TOP + stamp + (0 if code else BESIDE)
        else:
            once = replace(guide, website="") if code else guide  # its address stands under the code
            line = publisher_line(once, self.setter, self.words, tag, LIVE)
            if code and TOP + line.y + coded + least > BOTTOM + BESIDE:
                code, line = None, publisher_line(guide, self.setter, self.words, tag, LIVE)
            column.items += [item.moved(X, TOP) for item in line.items]
            column.y = TOP + line.y
        if code:
            column.items += [item.moved(X, column.y + 2 * BESIDE) for item in code.items]
            column.y += coded
        return column
