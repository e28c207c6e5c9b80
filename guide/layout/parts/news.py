"""What is new since the edition before: lists of the listings that are new, moved, changed, open again, closed or gone."""

from guide.language.words import Words
from guide.layout.body.galley import Column, Row
from guide.layout.pages import Line
from guide.layout.parts.list_pages import ListPages
from guide.layout.parts.news_rows import NewsRow, news_helps
from guide.layout.tags import Tag
from guide.layout.type.inline import Anchor, Inline
from guide.layout.type.joined import inside
from guide.layout.type.setter import Setter
from guide.layout.type.style import HAIRLINE
from guide.model.changes import Changes

NEWS = Anchor("news")


class News(ListPages[NewsRow]):
    """Sets the lists."""

    def __init__(self, news: Changes, setter: Setter, words: Words, root: Tag, foreign: str = "") -> None:
        super().__init__(setter, words, root, words.news, news_helps(news, words))
        self.foreign = foreign  # the language of names, where it is not the guide's

    def row(self, row: NewsRow, parent: Tag) -> Row:
        """Hairline; name and page, a link, unless it is gone; below it what is said of it."""
        space, body = 3 * self.style.u / 8, self.style.body
        item = Tag("LBody", Tag("LI", parent))
        column = Column(self.setter, 0, self.width)
        column.items.append(Line(0, 0, self.width, 0, HAIRLINE))
        column.skip(space)
        if row.anchor is None:
            column.add((Inline(row.name, self.of_name(Tag("P", item)), True),), body)
        else:
            self.add_link(column, row.name, row.anchor, item)
        for place, lines in enumerate(row.lines):
            for line in lines:
                tag = Tag("P", item)
                if place:
                    self.add_second(column, line + " ", tag)
                else:
                    column.add((Inline(line + " ", tag),), body)
        column.skip(space)
        return column.row()

    def of_name(self, tag: Tag) -> Tag | None:
        """A tag for a name within a tag."""
        return inside(tag, self.foreign)

    def add_link(self, column: Column, name: str, anchor: Anchor, item: Tag) -> None:
        """A name with its page at the right edge, both one link."""
        tag = Tag("Link", Tag("Reference", item))
        column.measure = self.width - self.page_room
        column.add((Inline(name + " ", self.of_name(tag), True),), self.style.body)
        column.measure = self.width
        self.add_page(column, name, anchor, tag, self.width)
