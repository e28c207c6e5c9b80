"""A sketch map on its pages: the picture, and below it the list of all that stands in it, with pages."""

from collections.abc import Sequence

from guide.language.words import Words
from guide.layout.body.galley import Column, Row, shifted, stack
from guide.layout.pages import Line
from guide.layout.parts.base import Items
from guide.layout.parts.list_pages import ListPages, Piece
from guide.layout.parts.map_picture import Picture
from guide.layout.parts.map_rows import MapList, MapRow
from guide.layout.parts.map_stock import MapStock
from guide.layout.parts.map_view import View, view_of
from guide.layout.tags import Tag
from guide.layout.type.inline import Fragment, Inline
from guide.layout.type.joined import inside
from guide.layout.type.numbers import number_width
from guide.layout.type.setter import Setter
from guide.layout.type.style import HAIRLINE
from guide.model.sketch import Bounds

LEAST, MOST = 0.55, 1.45  # heights of a picture, of its width
LEAST_WITH_LIST = 0.5  # where the list stands on the same page
MOST_RANGES = 50  # numbers that stand in the line of what is not on a map


class MapPages(ListPages[MapRow]):
    """Sets a map and its list."""

    def __init__(self, stock: MapStock, setter: Setter, words: Words, root: Tag) -> None:
        title = stock.plan.plan.title or words.map
        super().__init__(setter, words, root, title, [each.map_help for each in words.versions])
        self.stock = stock
        most = max(stock.numbers, default=0)
        self.numbers = number_width(self.style, most, self.style.body.size, True) + self.style.u

    def map_pages(self) -> list[Items]:
        """The pages of the map; none where nothing is on it."""
        stock, grid = self.stock, self.grid
        if stock.bounds is None or not stock.numbers:
            return []
        self.lists, self.most = stock.lists, grid.depth
        head, note = self.opening(), self.note()
        view = self.view(stock.bounds, self.all_pieces(), grid.depth - head.height - note.height)
        picture, letters = self.picture(view)
        if letters:
            self.lists = MapList(self.words.map_letters, letters), *self.lists
        pieces, top = self.all_pieces(), stack([head, picture, note])
        items, y = list(top.items), top.height
        if grid.depth - y < pieces[0].row.height:
            return [items, *self.flow(pieces, [], 0)]
        return self.flow(pieces, items, y)

    def view(self, bounds: Bounds, pieces: Sequence[Piece], room: float) -> View:
        """The map as high as it lies, and where that can be with its list on the same page."""
        live, space = self.grid.live, 3 * self.style.u
        most = min(room - self.style.small.leading - space, MOST * live)
        beside = room - self.least_height(pieces, 0, self.grid.depth) - self.style.small.leading - 2 * space
        if beside >= LEAST_WITH_LIST * live:
            most = min(most, beside)
        return view_of(bounds, live, min(LEAST * live, most), most)

    def picture(self, view: View) -> tuple[Row, tuple[MapRow, ...]]:
        """(the picture with a little space below it, what its letters stand for)."""
        words = self.words.versions[0]
        country = self.stock.guide.country
        picture = Picture(self.stock.plan.sketch, view, self.setter, country, words.map_north)
        said = " / ".join(each.map_alternate for each in self.words.versions)
        tag = Tag("Figure", self.root, alternate=f"{self.title}. {said}")
        drawing = picture.drawing(self.stock.seen(view), tag)
        letters = (
            MapRow(each.text, ", ".join(each.numbers), None) for each in picture.markers if each.has_letter
        )
        return Row(drawing.height + 2 * self.style.u, (drawing,)), tuple(letters)

    def note(self) -> Row:
        """Whose data the map is made of; and the numbers that are not on it, in each language, unless these are too many."""
        column = Column(self.setter, 0, self.grid.live)
        if credit := self.stock.plan.credit:
            column.add((Inline(credit, Tag("P", self.root)),), self.style.small)
            column.skip(self.style.u)
        missing = self.stock.missing
        column.measure = self.grid.prose
        versions = self.words.versions if 0 < len(missing) <= MOST_RANGES else ()
        for place, words in enumerate(versions):
            text, tag = words.map_without.format(numbers=", ".join(missing)), Tag("P", self.root)
            if place:
                self.add_second(column, text, tag)
            else:
                column.add((Inline(text, tag),), self.style.body)
        column.skip(1.5 * self.style.u if versions else 0)
        return column.row()

    def row(self, row: MapRow, parent: Tag) -> Row:
        """Hairline; number, name and page, one link; or a letter and its numbers."""
        space, body = 3 * self.style.u / 8, self.style.body
        item = Tag("LI", parent)
        label, inner = Tag("Lbl", item), Tag("LBody", item)
        column = Column(self.setter, self.numbers, self.width - self.numbers)
        shown = f"{row.label} "
        column.items += self.setter.place(
            [Fragment(Inline(shown, label, True), shown)], 0, body.baseline, body.size
        )
        if row.anchor is None:
            column.add((Inline(row.text, inner),), body)
        else:
            link = Tag("Link", Tag("Reference", inner))
            column.measure -= self.page_room
            column.add((Inline(row.text + " ", inside(link, self.stock.guide.foreign)),), body)
            self.add_page(column, row.text, row.anchor, link, self.width)
        line = Line(0, 0, self.width, 0, HAIRLINE)
        return Row(column.y + 2 * space, (line, *shifted(column.row(), space)))
