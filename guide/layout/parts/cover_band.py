"""What stands in the place of a cover where an edition has none: a band, the title and the numbers, above page 1's text."""

from collections.abc import Sequence

from guide.formats import TextStyle
from guide.language.words import Words
from guide.layout.body.galley import Column
from guide.layout.body.tabs import TabPlace
from guide.layout.pages import Area
from guide.layout.parts.band import SIZE, Band
from guide.layout.parts.base import Items, Part
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
    ) -> None:
        super().__init__(setter, words, Tag("Sect", root))
        self.guide = guide
        self.boxed = boxed
        self.personal = personal
        self.bottom: float = 0  # where page 1's text may begin
        self.subtitled = not guide.subtitle

    def items(self) -> Items:
        """Band, title and numbers in reading order."""
        grid, cover, body = self.grid, self.style.cover, self.style.body
        scale = cover.edition / SIZE
        frame = Area(grid.left(1), cover.top, grid.live, BAND * scale)
        band = Band(self.guide, self.words, self.setter, self.root, frame, cover.edition)
        column = Column(self.setter, frame.x, frame.width)
        column.skip(cover.top + frame.height + 1.5 * self.style.u)
        size = round(min(MOST_TITLE, TITLE_SHARE * self.style.title.size))
        title_column(column, self.guide, self.root, tall(self.style, size, size + 4))
        if self.boxed:
            leading = max(HELP * body.size, body.leading)
            HelpRow(self.setter, self.words, self.root).add(
                column, self.guide.help_now, TextStyle(body.size, leading, 0.8)
            )
        PersonalHead(self.guide, self.setter, self.words, self.root, self.personal).add(column)
        column.skip(2 * self.style.u)
        self.bottom = max(grid.top, column.y)
        return [*band.items(), *column.items]
