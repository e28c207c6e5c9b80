"""The cover in one column, of one language or of two; and which cover suits a style."""

from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

from guide.language.words import Words
from guide.layout.body.galley import Row, shifted
from guide.layout.pages import Tag
from guide.layout.parts.base import Items
from guide.layout.parts.cover import NOTHING, STAMP_HEIGHT, Cover
from guide.layout.parts.publisher import is_named, publisher_line, stamp_height
from guide.layout.type.setter import Setter
from guide.model import Guide


class Try(NamedTuple):
    """How much a cover has room for."""

    scale: float  # of the title
    lines: int  # to write on
    stamp: (
        float | None
    )  # its height; in the place of one of no height the publisher is named in a line, and of None not at all
    counted: bool  # whether listings are counted


LOW_STAMP, LOWEST_STAMP = 60, 40


class NarrowCover(Cover):
    """A cover in one column: the help box first, and the rest as far as there is room."""

    BAND_TO_TITLE = 24
    TITLE_TO_BOX = 16
    TITLE_TO_SECTIONS = 24
    BOX_TO_STEPS = 16
    BETWEEN_FOOT = 8  # above the stamp, and above the counts
    TRIES: tuple[Try, ...] = (  # the roomiest first
        *(
            Try(scale, lines, stamp, True)
            for scale in (1, 0.8)
            for lines, stamp in (
                (3, STAMP_HEIGHT),
                (3, LOW_STAMP),
                (2, LOW_STAMP),
                (2, LOWEST_STAMP),
                (2, 0),
            )
        ),
        Try(1, 2, LOWEST_STAMP, False),
        Try(0.8, 2, LOWEST_STAMP, False),
        Try(0.65, 2, 0, False),
        Try(0.65, 1, 0, False),
        Try(0.65, 1, None, False),
    )

    def __init__(
        self, guide: Guide, setter: Setter, words: Words, root: Tag, guides: Sequence[Guide] = ()
    ) -> None:
        super().__init__(guide, setter, words, root, guides)
        self.half = self.width

    def items(self) -> Items:
        """Everything on the cover in reading order, references still open."""
        band, title_y = self.band(), self.top + self.band_height + self.BAND_TO_TITLE
        for least, tried in product((self.wanted_room(), 0), self.tries()):
            stamp = self.publisher(tried.stamp)
            title, y = self.title(title_y, tried.scale)
            box = self.help_now(tried.lines, 0)
            foot = self.bottom - stamp.height - self.BETWEEN_FOOT
            counts = self.counts() if tried.counted else NOTHING
            room = foot - counts.height - self.BETWEEN_FOOT - box.height - self.TITLE_TO_BOX - y
            if room >= least:
                break
        self.full = room < 0
        middle = self.middle(y, room, box)
        self.tell_left_out(tried)
        return band + title + middle + list(stamp.items) + shifted(counts, foot - counts.height)

    def tries(self) -> list[Try]:
        """What is tried; a line in the place of the box serves only where there is a publisher to name."""
        named = is_named(self.guide) or self.guide.website
        return [each for each in self.TRIES if named or each.stamp != 0 or not each.counted]

    def publisher(self, least_stamp: float | None) -> Row:
        """The stamp's box at the foot of the page, or the publisher in a line, at its place; with its height."""
        if least_stamp is None:
            return NOTHING
        if least_stamp:
            height = stamp_height(self.guide, self.setter, self.words, self.half, least_stamp)
            return Row(height, tuple(self.stamp(height)))
        line = publisher_line(self.guide, self.setter, self.words, self.root, self.half)
        return Row(line.y, tuple(item.moved(self.left, self.bottom - line.y) for item in line.items))

    def tell_left_out(self, tried: Try) -> None:
        """Note what has found no room; what is not counted or named here stands with the contents."""
        self.named = tried.stamp is not None
        if not tried.stamp and not is_named(self.guide):
            self.left_out.append("the place for a stamp on the cover")
        self.counted = tried.counted

    def wanted_room(self) -> float:
        """What has to be left beside the help box; the rest is set where there is room for it."""
        return 0

    def room_for_sections(self) -> float:
        """What the sections take with the space above them; 0 where there are too many of them."""
        height = self.sections_height()
        return height + self.TITLE_TO_SECTIONS if height else 0

    def middle(self, y: float, room: float, box: Row) -> Items:
        """Sections, help box and steps, each that fits the room below y."""
        items: Items = []
        height = self.room_for_sections()
        listed = 0 < height <= room
        steps = self.how_to_use(listed) if self.style.cover.steps else NOTHING
        if listed:
            items += self.sections(y + self.TITLE_TO_SECTIONS, Tag("Sect", self.root))
            y, room = y + height, room - height
        items += shifted(box, y + self.TITLE_TO_BOX)
        self.has_steps = bool(steps.items) and steps.height + self.BOX_TO_STEPS <= room
        if self.has_steps:
            items += shifted(steps, y + self.TITLE_TO_BOX + box.height + self.BOX_TO_STEPS)
        return items


class BilingualCover(NarrowCover):
    """A cover in two languages: the sections come before lines to write on; a small page gives up the subtitle."""

    LEAST_TITLE = 0.6
    TRIES = (*NarrowCover.TRIES, Try(LEAST_TITLE, 1, 0, False), Try(LEAST_TITLE, 1, None, False))

    def title(self, y: float, scale: float = 1) -> tuple[Items, float]:
        self.subtitle = self.guide.subtitle if scale > self.LEAST_TITLE else ""
        return super().title(y, scale)

    def tell_left_out(self, tried: Try) -> None:
        super().tell_left_out(tried)
        if self.guide.subtitle and not self.subtitle:
            self.left_out.append("the subtitle")

    def wanted_room(self) -> float:
        return self.room_for_sections()


def make_cover(
    guide: Guide,
    setter: Setter,
    words: Words,
    root: Tag,
    guides: Sequence[Guide] = (),
    boxed: bool = True,
) -> Cover:
    """The cover that suits the style; `guides` is the guide in each of two languages, `boxed`: with the help box."""
    kind = (
        BilingualCover if setter.style.second else Cover if setter.style.cover.columns == 2 else NarrowCover
    )
    cover = kind(guide, setter, words, root, guides)
    cover.boxed = boxed
    return cover
