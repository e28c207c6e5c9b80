"""A page of the guide's own: its title, then text, pictures and coupons, over as many pages as they take."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from guide.errors import Problem
from guide.formats import TextStyle
from guide.frozen import frozen
from guide.language.words import Words
from guide.layout.body.bilingual import Pair, add_title
from guide.layout.body.galley import Chunk, Column, Row, set_prose, shifted, stack
from guide.layout.body.own_sheet import OwnSheet
from guide.layout.compose.links import page_anchor
from guide.layout.compose.page_text import (
    CouponBlock,
    HeadingBlock,
    PageComposer,
    PagePiece,
    PictureBlock,
    ProseRun,
    printed_texts,
    same_kinds,
)
from guide.layout.compose.prose import ProseComposer
from guide.layout.compose.voice import Voice
from guide.layout.pages import Image, Line
from guide.layout.parts.base import Items, Part
from guide.layout.parts.own_flow import Flow, Laid, dashed
from guide.layout.tags import Tag
from guide.layout.type.inline import Inline
from guide.layout.type.setter import Setter
from guide.layout.type.style import COVER_RULE
from guide.model import Guide, OwnPage
from guide.model.page import COLUMN, LIVE, PICTURE_WIDTHS, WHOLE_PAGE
from guide.pictures import measure_picture
from guide.problems.layout import COUPON_TOO_HIGH

PADDING = 16  # within it
LOWER = 15 / 17  # of the size of a heading: one of the second level
FIRST, SECOND = 0, 1  # of the languages

Pieces = tuple[PagePiece, ...]  # the same one in each language


@frozen(kw_only=False)
class Side:
    """How one of the languages is set."""

    setter: Setter
    pair: Pair | None  # for the second

    def turned(self, items: Items, x: float, measure: float) -> Items:
        """Items at their places on the page, which may be read the other way."""
        return self.pair.turn(items, x, measure) if self.pair else items

    def row(
        self, inlines: tuple[Inline, ...], style: TextStyle, x: float, measure: float, runs_on: bool = False
    ) -> Row:
        """A paragraph in a column."""
        column = Column(self.setter, x, measure)
        column.add(inlines, style, runs_on=runs_on)
        return Row(column.y, tuple(self.turned(column.items, x, measure)))


class OwnPages(Part):
    """Sets pages of the guide's own; `versions` is the guide in one language, or in two that are printed together."""

    def __init__(
        self,
        versions: Sequence[tuple[Guide, Words]],
        folder: Path,
        setter: Setter,
        words: Words,
        root: Tag,
    ) -> None:
        super().__init__(setter, words, root)
        self.folder = folder
        self.composers = [PageComposer(ProseComposer(Voice(guide, own))) for guide, own in versions]
        self.pair = Pair(setter) if setter.style.second else None
        self.problems: list[Problem] = []
        self.u = self.style.u

    def sheets(self, pages: Sequence[OwnPage], title: str) -> list[OwnSheet]:
        """A page on paper; `pages` is the page in each language, `title` what it is called in all of them."""
        first = pages[0]
        self.setter.mark = first.mark
        tag = Tag("Sect", self.root, title=title)
        heading = Tag("H2", tag, language=self.language_of_title(first))
        texts = printed_texts(pages, self.composers, tag)
        if len(texts) == 2 and same_kinds(texts[0][1], texts[1][1]):
            sides = [self.side(place) for place, _ in texts]
            rows = self.rows([*zip(*(pieces for _, pieces in texts))], sides, first)
        else:
            rows = [
                laid
                for place, pieces in texts
                for laid in self.rows([(piece,) for piece in pieces], [self.side(place)], first)
            ]
        bare = next((place for place, laid in enumerate(rows) if not laid.bare), len(rows))
        flow = Flow(self.grid.depth, title)
        flow.add_all(rows[:bare])
        if rows[bare:]:
            rows[bare] = rows[bare]._replace(space=0)
            flow.add_all([self.title(title, heading), *rows[bare:]])
        begins, *rest = flow.finished()
        return [begins._replace(anchor=page_anchor(first.id), recto=first.recto), *rest]

    def side(self, place: int) -> Side:
        """How the first or the second language is set."""
        return Side(self.pair.second, self.pair) if self.pair and place == SECOND else Side(self.setter, None)

    def language_of_title(self, page: OwnPage) -> str:
        """The language of a title where it is not the guide's."""
        return self.composers[0].prose.voice.foreign if "title" in page.untranslated else ""

    def title(self, title: str, tag: Tag) -> Laid:
        """The title, which stays with what follows."""
        column = Column(self.setter, 0, self.grid.live)
        add_title(column, title, tag)
        return Laid(column.row(), after=self.u, leads=True)

    # --- rows

    def rows(self, text: Sequence[Pieces], sides: Sequence[Side], page: OwnPage) -> list[Laid]:
        """The text as rows."""
        rows: list[Laid] = []
        place = 0
        while place < len(text):
            taken, new = self.beside(text[place:], sides)
            if not taken:
                taken, new = 1, self.piece(text[place], sides, page)
            rows += new
            place += taken
        return rows

    def piece(self, both: Pieces, sides: Sequence[Side], page: OwnPage) -> list[Laid]:
        """One piece of the text, in each language."""
        first = both[0]
        if isinstance(first, ProseRun):
            return self.prose([each for each in both if isinstance(each, ProseRun)], sides)
        if isinstance(first, HeadingBlock):
            return [self.heading([each for each in both if isinstance(each, HeadingBlock)], sides)]
        if isinstance(first, PictureBlock):
            return [*self.pictures([each for each in both if isinstance(each, PictureBlock)], sides)]
        return [self.coupon([each for each in both if isinstance(each, CouponBlock)], sides, page)]

    def prose(self, runs: Sequence[ProseRun], sides: Sequence[Side]) -> list[Laid]:
        """Paragraphs and lists."""
        return [
            Laid(chunk.row, chunk.space, leads=chunk.leads)
            for chunk in self.chunks(runs, sides, 0, self.grid.prose, self.grid.live)
        ]

    def chunks(
        self, runs: Sequence[ProseRun], sides: Sequence[Side], x: float, measure: float, wide: float
    ) -> list[Chunk]:
        """Prose in a column: `measure` wide, `wide` where two languages stand beside each other."""
        if len(runs) == 2 and self.pair:
            return self.pair.prose(runs[0].blocks, runs[1].blocks, x, measure, wide)
        (run,), (side,) = runs, sides
        return [
            chunk._replace(row=Row(chunk.row.height, tuple(side.turned(list(chunk.row.items), x, measure))))
            for chunk in set_prose(run.blocks, side.setter, x, measure)
        ]

    def heading(self, blocks: Sequence[HeadingBlock], sides: Sequence[Side]) -> Laid:
        """A heading within a page."""
        places = self.places(sides)
        rows = [
            side.row(block.inlines, self.heading_style(block.level), *place)
            for block, side, place in zip(blocks, sides, places)
        ]
        row = self.pair.joined(rows) if self.pair and len(rows) == 2 else stack(rows)
        return Laid(row, 2 * self.u, self.u / 2, leads=True)

    def places(self, sides: Sequence[Side]) -> Sequence[tuple[float, float]]:
        """(x, measure) of each language over the live width, or where both stand below each other, that of the prose."""
        return (
            self.pair.columns(0, self.grid.live if self.pair.beside else self.grid.prose)
            if self.pair and len(sides) == 2
            else [(0, self.grid.live)]
        )

    def heading_style(self, level: int) -> TextStyle:
        """As large as a name, on the leading of the contents' sections; one of the second level is smaller."""
        style = self.style.contents_section._replace(size=self.style.name.size)
        return style if level == 1 else style._replace(size=round(style.size * LOWER, 2))

    # --- pictures

    def width_of(self, name: str) -> float:
        """How wide a picture of a named width is."""
        grid, half = self.grid, (self.grid.live - self.grid.gutter) / 2
        if name == COLUMN:
            return (
                half
                if grid.index_columns == 2
                else min(grid.live, self.style.em(PICTURE_WIDTHS[COLUMN] / 12))
            )
        return grid.live if name == LIVE else grid.prose

    def pictures(self, blocks: Sequence[PictureBlock], sides: Sequence[Side]) -> Iterator[Laid]:
        """Yield a picture, or two where each language has one of its own."""
        if len({block.picture.file for block in blocks}) > 1:
            for block, side in zip(blocks, sides):
                yield from self.pictures([block], [side])
        elif blocks[0].picture.width == WHOLE_PAGE:
            yield Laid(Row(0, (self.whole_page(blocks),)), bare=True)
        else:
            width = self.width_of(blocks[0].picture.width)
            room = self.grid.depth - self.style.h1.leading - self.u
            yield Laid(self.picture(blocks, sides, 0, width, room), 2 * self.u, 2 * self.u)

    def picture(
        self, blocks: Sequence[PictureBlock], sides: Sequence[Side], x: float, width: float, room: float
    ) -> Row:
        """A picture with its caption, not higher than the room."""
        captions = stack(
            side.row(block.caption, self.style.body, x, width, runs_on=block is not blocks[-1])
            for block, side in zip(blocks, sides)
            if block.caption
        )
        below = captions.height and captions.height + self.u / 2
        wide, high = measure_picture(self.path(blocks[0]))
        scale = min(width / wide, (room - below) / high)
        image = Image(self.figure(blocks), x, 0, wide * scale, high * scale, str(self.path(blocks[0])))
        return Row(image.height + below, (image, *shifted(captions, image.height + self.u / 2)))

    def path(self, block: PictureBlock) -> Path:
        return self.folder / block.picture.file

    def figure(self, blocks: Sequence[PictureBlock]) -> Tag:
        """The tag of a picture, with what it shows in each language."""
        tag = blocks[0].tag
        tag.alternate = " / ".join(dict.fromkeys(block.picture.alternate for block in blocks))
        return tag

    def whole_page(self, blocks: Sequence[PictureBlock]) -> Image:
        """A picture that fills its page: what is too wide or too high for it is cut off on both sides."""
        grid = self.grid
        wide, high = measure_picture(self.path(blocks[0]))
        scale = max(grid.width / wide, grid.height / high)
        width, height = wide * scale, high * scale
        x, y = (grid.width - width) / 2, (grid.height - height) / 2
        return Image(self.figure(blocks), x, y, width, height, str(self.path(blocks[0])))

    # --- columns beside each other

    def beside(self, text: Sequence[Pieces], sides: Sequence[Side]) -> tuple[int, list[Laid]]:
        """(how many pieces, rows) of a picture in a column with what stands beside it: another one, or a heading with its text."""
        pictures = [self.in_column(both) for both in text[:2]]
        if self.grid.index_columns != 2 or not pictures[0]:
            return 0, []
        width, room = self.width_of(COLUMN), self.grid.depth - self.style.h1.leading - self.u
        left = self.picture(pictures[0], sides, 0, width, room)
        x, taken = width + self.grid.gutter, 2
        if pictures[1:] and pictures[1]:
            right = self.picture(pictures[1], sides, x, width, room)
        else:
            taken, right = self.text_beside(text[1:3], sides, x, width)
        if not taken or right.height > room:
            return 0, []
        row = Row(max(left.height, right.height), (*left.items, *right.items))
        return taken, [Laid(row, 2 * self.u, 2 * self.u)]

    def in_column(self, both: Pieces) -> list[PictureBlock]:
        """A picture in a column, in each language; [] for anything else."""
        found = [each for each in both if isinstance(each, PictureBlock) and each.picture.width == COLUMN]
        same = len(found) == len(both) and len({each.picture.file for each in found}) == 1
        return found if same else []

    def text_beside(
        self, text: Sequence[Pieces], sides: Sequence[Side], x: float, width: float
    ) -> tuple[int, Row]:
        """(how many pieces with the picture, row) of a heading and its prose; 0 where there is none, or two languages."""
        if len(sides) != 1 or not text or not isinstance(text[0][0], HeadingBlock):
            return 0, Row(0, ())
        side, heading = sides[0], text[0][0]
        rule = Row(self.u, (Line(x, COVER_RULE / 2, x + width, COVER_RULE / 2, COVER_RULE),))
        rows = [rule, side.row(heading.inlines, self.heading_style(heading.level), x, width)]
        rows.append(Row(self.u / 2, ()))
        prose = text[1][0] if len(text) > 1 else None
        if isinstance(prose, ProseRun):
            for chunk in self.chunks([prose], sides, x, width, width):
                rows += [Row(chunk.space, ()), chunk.row]
        return 2 + isinstance(prose, ProseRun), stack(rows)

    # --- coupons

    def coupon(self, blocks: Sequence[CouponBlock], sides: Sequence[Side], page: OwnPage) -> Laid:
        """A coupon in its dashed line, all languages in one."""
        measure = self.grid.live - 2 * PADDING
        rows: list[Row] = []
        for block, side in zip(blocks, sides):
            rows += [Row(2 * self.u, ())] * bool(rows)
            rows += [*self.inside(block.blocks, side, measure), Row(1.5 * self.u, ())]
            rows.append(side.row((block.cut,), self.style.small, PADDING, measure))
        inner = stack(rows)
        height = inner.height + 2 * PADDING
        if height > self.grid.depth:
            self.problems.append(COUPON_TOO_HIGH.at(page.mark, title=page.title))
        lines = dashed(self.grid.live, height)
        row = Row(height, (*lines, *shifted(inner, PADDING)))
        return Laid(row, 2 * self.u, 2 * self.u, coupon=True)

    def inside(self, pieces: Iterable[PagePiece], side: Side, measure: float) -> Iterator[Row]:
        """Yield the rows in a coupon, in one language."""
        for piece in pieces:
            if isinstance(piece, HeadingBlock):
                yield side.row(piece.inlines, self.heading_style(piece.level), PADDING, measure)
                yield Row(self.u / 2, ())
            elif isinstance(piece, ProseRun):
                for chunk in self.chunks([piece], [side], PADDING, measure, measure):
                    yield from (Row(chunk.space, ()), chunk.row)
