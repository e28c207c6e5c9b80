"""What stands in the place of a cover where an edition has none: a band, the title and the numbers, above page 1's text."""

from collections.abc import Sequence
from typing import NamedTuple

from guide.formats import TextStyle
from guide.language.words import Words
from guide.layout.body.galley import Column
from guide.layout.body.tabs import TabPlace
from guide.layout.pages import Area
from guide.layout.parts.band import SIZE, Band
from guide.layout.parts.base import Items, Keep, Part, set_anew
from guide.layout.parts.cover_block import tall, title_column
from guide.layout.parts.help_row import HelpRow
from guide.layout.parts.personal import PersonalHead
from guide.layout.tags import Tag
from guide.layout.type.setter import Setter
from guide.model import Guide, Personal

NO_COVER = "none"
BAND = 24  # height of the band, with words of 13 points
TITLE_SHARE, MOST_TITLE = 0.6, 24  # of a cover's title; points
HELP = 20 / 12  # leading of the numbers, of the body's size


class Head(NamedTuple):
    """What stands at the head of page 1 whoever it is for: its tag, its items, and where it ends."""

    tag: Tag
    items: Items
    bottom: float


class CoverBand(Part):
    """Sets the head of page 1; x and y count from the corner of the page. `boxed`: with the numbers for now.

    It says of itself what a cover does: which parts of it stand there.
    """

    full = has_steps = False
    tabs: Sequence[TabPlace] = ()
    left_out: Sequence[str] = ()

    def __init__(
        self,
        guide: Guide,
        setter: Setter,
        words: Words,
        root: Tag,
        boxed: bool,
        personal: Personal | None = None,
        keep: Keep = set_anew,
    ) -> None:
        super().__init__(setter, words, root)
        self.guide = guide
        self.keep = keep
        self.boxed = boxed
        self.personal = personal
        self.bottom: float = 0  # where page 1's text may begin
        self.subtitled = not guide.subtitle

    def items(self) -> Items:
        """Band, title and numbers in reading order, and what is said of the one whom it is for."""
        guide, personal = self.guide, self.personal
        said = guide.title, guide.untranslated, guide.foreign, guide.edition, guide.style.accent_name
        made_of = said, guide.publisher, guide.help_now, self.boxed
        head = self.keep("head of page 1", made_of, self.head)
        whose = personal and (personal.greeting, personal.fields)
        named = self.keep("for whom", (head.tag, whose), lambda: self.named(head))
        column = self.column(named.bottom)
        PersonalHead(guide, self.setter, self.words, head.tag, personal).add_told(column)
        column.skip(2 * self.style.u)
        self.bottom = max(self.grid.top, column.y)
        return [*head.items, *named.items, *column.items]

    def column(self, y: float) -> Column:
        """A column as wide as the page's text, from a height on."""
        column = Column(self.setter, self.grid.left(1), self.grid.live)
        column.skip(y)
        return column

    def named(self, head: Head) -> Head:
        """For whom it is, below the head."""
        column = self.column(head.bottom)
        PersonalHead(self.guide, self.setter, self.words, head.tag, self.personal).add_named(column)
        return Head(head.tag, column.items, column.y)

    def head(self) -> Head:
        """Band, title and numbers."""
        tag = Tag("Sect", self.root)
        grid, cover, body = self.grid, self.style.cover, self.style.body
        scale = cover.edition / SIZE
        frame = Area(grid.left(1), cover.top, grid.live, BAND * scale)
        band = Band(self.guide, self.words, self.setter, tag, frame, cover.edition)
        column = self.column(cover.top + frame.height + 1.5 * self.style.u)
        size = round(min(MOST_TITLE, TITLE_SHARE * self.style.title.size))
        title_column(column, self.guide, tag, tall(self.style, size, size + 4))
        if self.boxed:
            leading = max(HELP * body.size, body.leading)
            HelpRow(self.setter, self.words, tag).add(
                column, self.guide.help_now, TextStyle(body.size, leading, 0.8)
            )
        return Head(tag, [*band.items(), *column.items], column.y)
