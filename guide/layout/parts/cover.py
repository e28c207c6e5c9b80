"""The cover: title, edition, sections with their thumb tabs, help now, and who hands the guide out (look, 11).

What has no room is given up in this order: steps, the guide's picture, subtitle, counts, height of the sections' rows, size of the title.
Title, edition with its month, sections, help and publisher never are.
"""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from guide.errors import Problem
from guide.formats import TextStyle
from guide.language.words import Words
from guide.layout.body.galley import Row, shifted, stack
from guide.layout.body.tabs import TabPlace
from guide.layout.compose.checked import cover_counts
from guide.layout.pages import Image
from guide.layout.parts.band import next_that_fits
from guide.layout.parts.base import Items, Part
from guide.layout.parts.cover_block import Block, CoverBlock, title_sizes
from guide.layout.parts.cover_foot import CoverFoot
from guide.layout.parts.cover_help import CoverHelp
from guide.layout.parts.cover_picture import is_good, picture_within
from guide.layout.parts.cover_rows import MOST_PAIR_ROW, MOST_ROW, CoverRows, Rows
from guide.layout.parts.howto import ALL, Helps, HowToUse
from guide.layout.parts.personal import PersonalHead
from guide.layout.parts.publisher import is_named
from guide.layout.parts.web_code import code_of
from guide.layout.tags import Tag
from guide.layout.type.inline import Fragment, Inline
from guide.layout.type.setter import Setter
from guide.layout.type.style import cover_edition
from guide.model import Guide, Personal
from guide.problems import layout as kinds

LEAST_ZONE = 160  # height of what stands at the foot of a cover of two columns
PUBLISHER, ZONE_GUTTER = 150, 24  # width of the publisher's column, and from the help box to it
EDITION_DROP, ROWS_DROP = (
    22,
    32,
)  # from the block to the edition's baseline and to the rows, with words of 13 points
COUNTS_GAP = 12  # from the edition to the counts, at least
ABOVE_ZONE, NARROW_ABOVE_ZONE = 16, 12
ABOVE_FOOT = 6  # from the help box to the publisher's line
FEW = 3  # sections: their pictograms stand in a high block
FEW_BLOCK, FEW_LESS = 320, 40  # height of the block of one section, and less for each other
STEPS_GAP, STEPS_ROOM = 20, 132  # above the steps; room that they need at least
STEPS_MEASURE = 392  # of the steps, where they have room
LARGE_TITLE = 0.6  # of the usual size: a smaller title is the last thing to try
WHOLE_WORDS = 18  # size of a title from which on no word of it may be cut
LOWER_ROWS = (36, 28)  # height of rows that make room for a picture
ROOMY_ROW = 32  # height of rows that leave room for a logo or a stamp on a narrow cover


class Zone(NamedTuple):
    """What stands at the foot of a cover: help and publisher, from the top of the zone down."""

    row: Row
    helped: int  # how many lines of help it has
    roomy: bool  # with logo or stamp, where that is a choice


class Plan(NamedTuple):
    """How a cover is set."""

    block: Block
    rows: Rows | None
    zone: Zone
    subtitle: bool


class Cover(Part):
    """Sets the cover of a guide; x and y count from the corner of the page. `guides`: in each of its languages."""

    def __init__(
        self,
        guide: Guide,
        setter: Setter,
        words: Words,
        root: Tag,
        guides: Sequence[Guide] = (),
        boxed: bool = True,
        light: bool = False,
        helps: Helps | None = ALL,
        personal: Personal | None = None,
    ) -> None:
        super().__init__(setter, words, Tag("Sect", root))
        self.guide, self.guides = guide, guides or (guide,)
        self.boxed = boxed  # with the help box
        self.light = light
        self.helps = helps  # what the steps lead to; None for no steps
        cover = self.style.cover
        self.wide = cover.columns == 2
        self.left, self.right = cover.left, self.grid.width - cover.right
        self.width, self.bottom = self.right - self.left, self.grid.height - cover.foot
        self.scale = cover.edition / 13
        self.personal = PersonalHead(guide, setter, words, self.root, personal).row(self.width, False)
        self.below = ROWS_DROP * self.scale + self.personal.height  # from the block to what stands under it
        self.gap: float = ABOVE_ZONE if self.wide else NARROW_ABOVE_ZONE
        self.full = False  # whether something found no room
        self.has_steps = False  # whether it says how to use the guide
        self.subtitled = True  # whether the subtitle, if any, stands on it
        self.tabs: Sequence[TabPlace] = ()  # where its sections' thumb tabs stand
        self.help_boxes: dict[tuple[float, bool], CoverHelp] = {}
        self.left_out: list[str] = []  # what had no room and stands nowhere else, in words

    def items(self) -> Items:
        """Everything on the cover in reading order, references still open."""
        block = CoverBlock(self.guide, self.setter, self.words, self.root, self.light)
        rows = CoverRows(self.guide, self.setter, self.words, self.root)
        plan = next(self.plans(block, rows), None)
        if plan is None:
            self.full = True
            return []
        zone_top = self.bottom - plan.zone.row.height
        y = plan.block.bottom + self.below
        listed, picture = self.with_picture(plan, rows, y, zone_top - self.gap)
        below = picture[0].bounds.bottom if picture else listed.bottom
        steps = self.steps(bool(plan.rows), below, zone_top - self.gap)
        self.tell(plan, listed, bool(steps), bool(picture))
        return [
            *plan.block.items,
            *self.edition(plan.block.bottom + EDITION_DROP * self.scale),
            *(item.moved(self.left, y - self.personal.height) for item in self.personal.items),
            *listed.items,
            *picture,
            *steps,
            *(item.moved(self.left, zone_top) for item in plan.zone.row.items),
        ]

    def tell(self, plan: Plan, listed: Rows, steps: bool, picture: bool) -> None:
        """Note what stands on the cover and what does not."""
        self.tabs = listed.tabs
        self.left_out = []
        self.has_steps = steps
        self.subtitled = plan.subtitle or not self.guide.subtitle
        more = len(self.guide.help_now) - plan.zone.helped if self.boxed else 0
        if more:
            self.left_out.append(f"{more} of the lines under help_now")
        if self.guide.cover_picture and not picture and not plan.block.pictured:
            self.left_out.append("the picture on the cover")

    # --- what fits

    def plans(self, block: CoverBlock, rows: CoverRows) -> Iterator[Plan]:
        """Yield the ways to set the cover that fit, the best first."""
        for zones in self.zones():
            unlisted = []
            for zone, pairs, (title, lines) in self.tries(zones):
                for subtitle in (True, False) if self.guide.subtitle else (False,):
                    plan = self.plan(block, rows, zone, title, subtitle, pairs)
                    if plan is None or plan.block.lines > lines:
                        continue
                    if plan.rows or len(self.guide.sections) > rows.most:
                        yield plan
                    unlisted.append(plan)
            yield from unlisted  # help comes before sections, which stand in the contents too

    def tries(self, zones: Sequence[Zone]) -> Iterator[tuple[Zone, bool, tuple[TextStyle, int]]]:
        """Yield (foot, whether sections may stand in two columns, (title's style, its lines)), the best first: a large
        title is worth more than what a foot may have, and rows with tabs are worth more than a very large one."""
        titles = list(title_sizes(self.style))
        large = [title for title in titles if title[0].size >= LARGE_TITLE * titles[0][0].size]
        columns = (False, True) if self.wide else (False,)
        yield from product(zones, columns[:1], large)
        yield from product(zones, columns[1:], large)
        yield from product(zones[-1:], columns, titles[len(large) :])

    def plan(
        self, block: CoverBlock, rows: CoverRows, zone: Zone, title: TextStyle, subtitle: bool, pairs: bool
    ) -> Plan | None:
        """The cover with a title in this style, None where it does not fit; `pairs`: with sections in two columns."""
        lowest = self.bottom - zone.row.height - self.gap
        above = self.below
        made = self.high_block(block, title, subtitle, lowest - above)
        room = lowest - made.bottom - above
        if room < -self.gap / 2 or not made.whole and title.size > WHOLE_WORDS:
            return None
        found = (rows.pairs if pairs else rows.set)(made.bottom + above, room)
        if found and subtitle and found.pitch < (MOST_ROW if found.tabs else MOST_PAIR_ROW):
            return None
        if zone.roomy and len(self.guide.sections) <= rows.most and (not found or found.pitch < ROOMY_ROW):
            return None
        return Plan(made, found, zone, subtitle)

    def high_block(self, block: CoverBlock, title: TextStyle, subtitle: bool, lowest: float) -> Block:
        """The block; of few sections it is high, with their pictograms, as far as their rows leave it room."""
        sections = self.guide.sections
        if not self.wide or self.light or len(sections) > FEW:
            return block.set(title, subtitle)
        lowest -= MOST_ROW * len(sections)
        least = min(FEW_BLOCK - FEW_LESS * (len(sections) - 1), lowest - block.top)
        pictured = block.set_pictured(title, subtitle, lowest, least)
        if pictured:
            return pictured
        if all(section.icon for section in sections):
            made = block.set(title, subtitle, least, icons=True)
            if made.bottom <= lowest:
                return made
        return block.set(title, subtitle, least)

    # --- the picture

    def with_picture(
        self, plan: Plan, rows: CoverRows, y: float, lowest: float
    ) -> tuple[Rows, Sequence[Image]]:
        """(rows from y down, the picture below them): rows give up height for it, but stay easy to read."""
        usual = plan.rows or self.to_contents(rows, y, lowest)
        picture, found = self.guide.cover_picture, []
        if not picture or plan.block.pictured:
            return usual, ()
        for listed in (usual, *self.lower_rows(rows, y, usual)):
            top = listed.bottom + self.gap
            image = picture_within(picture, self.root, self.width, lowest - top)
            if image:
                found.append((listed, (image.moved(self.left, top),)))
                if is_good(image, self.width):
                    break
        return found[-1] if found else (usual, ())

    def lower_rows(self, rows: CoverRows, y: float, usual: Rows) -> Iterator[Rows]:
        """Yield the rows lower than usual, the highest first."""
        count, least = len(self.guide.sections), self.style.cover.least_row
        for pitch in LOWER_ROWS if usual.tabs else ():
            made = rows.set(y, max(pitch, least) * count)
            if made and made.bottom < usual.bottom and made.pitch >= max(LOWER_ROWS[-1], least):
                yield made

    # --- the foot

    def zones(self) -> Iterator[Sequence[Zone]]:
        """Yield what may stand at the foot, the best first, with all lines of help before fewer."""
        lines = self.guide.help_now if self.boxed else ()
        for count in range(len(lines), -1 if not lines else 0, -1):
            if self.wide:
                codes = (True, False) if code_of(self.guide.code_target) else (False,)
                yield [self.wide_zone(count, coded) for coded in codes]
            else:
                roomy = self.guide.publisher.logo or not is_named(self.guide)
                zones = [self.narrow_zone(count, True)] if roomy else []
                yield [*zones, self.narrow_zone(count, False), self.narrow_zone(count, False, True)]

    def help_box(self, width: float, tight: bool = False) -> CoverHelp:
        if (width, tight) not in self.help_boxes:
            self.help_boxes[width, tight] = CoverHelp(
                self.guide, self.setter, self.words, self.root, width, tight
            )
        return self.help_boxes[width, tight]

    def wide_zone(self, count: int, coded: bool) -> Zone:
        """Help box and publisher side by side; `coded`: with the QR code."""
        foot = CoverFoot(self.guide, self.setter, self.words, self.root, PUBLISHER)
        if not self.boxed:
            foot.width = self.width
            return Zone(foot.column(max(LEAST_ZONE, foot.least(coded)), coded), 0, False)
        width = self.width - PUBLISHER - ZONE_GUTTER
        box = self.help_box(width).box(self.guide.help_now[:count], max(LEAST_ZONE, foot.least(coded)))
        x = width + ZONE_GUTTER
        items = (*box.items, *(item.moved(x, 0) for item in foot.column(box.height, coded).items))
        return Zone(Row(box.height, items), count, False)

    def narrow_zone(self, count: int, roomy: bool, tight: bool = False) -> Zone:
        """The publisher under the help box, both over the whole width; `tight`: the box has no space to give."""
        foot = CoverFoot(self.guide, self.setter, self.words, self.root, self.width).line(roomy)
        below = (Row(ABOVE_FOOT, ()), foot) if foot.height else ()
        box = (self.help_box(self.width, tight).box(self.guide.help_now[:count]),) if self.boxed else ()
        return Zone(stack((*box, *below)), count, roomy)

    # --- between head and foot

    def edition(self, baseline: float) -> Items:
        """The edition with its month, in words; at the right how many listings there are, where both have room."""
        size = self.style.cover.edition
        left = next_that_fits(edition_choices(self.guide, self.words), self.setter, self.width, size)
        items = self.text(left + " ", self.left, baseline, size, True)
        counts = cover_counts(self.guide, self.words)
        width = self.setter.width(counts, size)
        if self.setter.width(left, size, True) + COUNTS_GAP + width <= self.width:
            items += self.text(counts, self.right - width, baseline, size)
        return items

    def text(self, text: str, x: float, y: float, size: float, bold: bool = False) -> Items:
        """A paragraph of one line."""
        return self.setter.place([Fragment(Inline(text, Tag("P", self.root), bold), text)], x, y, size)

    def to_contents(self, rows: CoverRows, y: float, lowest: float) -> Rows:
        """Where no section is listed, a row that leads to the contents, if there is room."""
        made = rows.to_contents(y)
        return made if made.bottom <= lowest else Rows(y, (), (), 0)

    def steps(self, listed: bool, y: float, lowest: float) -> Items:
        """How to use the guide, if there is room."""
        if self.helps is None or lowest - y < STEPS_ROOM:
            return []
        how = HowToUse(self.guides, self.setter, self.words, self.root, listed, self.helps)
        for measure in (min(self.width, STEPS_MEASURE * self.style.body.size / 12), self.width):
            row = stack(how.rows(self.left, measure))
            if row.height + STEPS_GAP <= lowest - y:
                return shifted(row, y + STEPS_GAP)
        return []


def edition_choices(guide: Guide, words: Words) -> tuple[str, ...]:
    """ "Teal edition 3, November 2026", the fullest first: in two languages before one, then with the month in short."""
    first = words.versions[0]
    return tuple(
        dict.fromkeys(
            _edition(guide, own, short) for own, short in ((words, False), (first, False), (first, True))
        )
    )


def _edition(guide: Guide, words: Words, short: bool) -> str:
    return words.say(
        "edition_month",
        edition=lambda own: cover_edition(guide, own),
        month=lambda own: own.hours.month_of(guide.edition.date, short),
    )


def cover_full(guide: Guide, two_languages: bool = False) -> Problem:
    """The problem of a cover that cannot hold what has to stand on it."""
    return (kinds.COVER_OF_TWO if two_languages else kinds.COVER_FULL).at(guide.mark)
