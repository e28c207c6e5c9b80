"""The row of a telephone book set to a column: name left, number right, hours and what it is, street and city (look: the row).

x counts from the left edge of the column. A row is never split.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from guide.formats import CoverMeasures, Grid, TextStyle
from guide.language.scripts import needs_rules
from guide.layout.body.bilingual import Pair
from guide.layout.body.galley import Column, Row, Strip
from guide.layout.body.subheads import RULE, headed
from guide.layout.compose.blocks import ReferenceBlock, SectionBlock, SubheadBlock
from guide.layout.compose.rows import RowBlock, RowSection
from guide.layout.pages import ACCENT, Line
from guide.layout.type.inline import Fragment, Inline, OpenItem, RichLine, SetLine, fragments_of
from guide.layout.type.lines import ended_with_space
from guide.layout.type.numbers import number_width
from guide.layout.type.setter import Setter
from guide.layout.type.shapes import alert_sign, key, key_width, status_mark
from guide.layout.type.style import HAIRLINE, USUAL_SIZE, Style, scaled, style_for

NUMBER_COLUMN, NUMBER_GAP = 22, 4
ABOVE, BELOW = 3, 4  # of a row: from its hairline to its name, and under its last line
BESIDE = 8  # from a name to the number on its line, at least
NAME_ROOM = 4.5  # em that a name has beside a number, at least; else the number stands under it
SECTION_SPACE, SECTION_TITLE, KEY_TOP, KEY, KEY_GAP = 4, 8, 6, 18, 6  # of the head of a section
HEAD_BASELINE = 12  # of a title of 14 points in a line of 16
SUBHEAD_SPACE = 4  # over a subheading
CIRCLE, SIGN = 7 / 8, 11 / 14  # of the size in which these signs are drawn

ROW: dict[str, Any] = {
    "body": TextStyle(12, 14),
    "name": TextStyle(12, 16),
    "phone": TextStyle(13, 16),
    "h1": TextStyle(14, 16),
    "small": TextStyle(11, 13),
}
TIGHT = TextStyle(11, 13)  # of the text, where rows have to fit


def row_style(
    base: Style,
    size: float,
    width: float,
    height: float,
    language: str,
    listings: int,
    row: Mapping[str, Any] = ROW,
) -> Style:
    """The style of rows `width` wide whose text has a size; under 12 points that of names and numbers stays.

    `row` has the sizes of what stands in them.
    """
    grid = Grid(
        width=width,
        height=height,
        inner=0,
        outer=0,
        top=0,
        bottom=height,
        head=0,
        foot=0,
        number_column=NUMBER_COLUMN,
        prose=width - NUMBER_COLUMN,
        gutter=0,
        offices=1,
        phones_beside=False,
        index_columns=1,
    )
    cover = CoverMeasures(left=0, right=0, top=0, foot=0)
    style = replace(base, grid=grid, cover=cover, language="en", leftward=False, latin=None, unit=0, **row)
    if size < USUAL_SIZE:
        style = replace(style, body=TextStyle(size, round(size * TIGHT.leading / TIGHT.size, 2)))
    style = style_for(scaled(style, size) if size > USUAL_SIZE else style, language)
    factor = max(1, size / USUAL_SIZE)
    wanted = number_width(style, listings, style.name.size, True) + NUMBER_GAP
    column = max(NUMBER_COLUMN * factor, wanted)
    return replace(style, grid=replace(style.grid, number_column=column, prose=width - column))


class RowSetter:
    """Sets rows in one style, as wide as its grid."""

    def __init__(self, setter: Setter) -> None:
        self.setter = setter
        self.style = style = setter.style
        self.factor = max(1, style.body.size / USUAL_SIZE)
        self.below = BELOW * self.factor
        self.width = style.grid.live
        self.x = style.grid.number_column
        self.measure = style.grid.main
        self.pair = Pair(setter) if style.second else None  # of two languages

    def section(self, section: RowSection) -> list[Strip]:
        """The strips of a section: a row each, the head of the section with the first."""
        strips = list(self.entries(section))
        if not strips:
            return []
        head, space = self.head(section.block), SECTION_SPACE * self.factor
        return [strips[0].below(head, section.block.anchor, space), *strips[1:]]

    def entries(self, section: RowSection) -> Iterator[Strip]:
        """Yield a strip for each row, the first under a subheading with it."""
        for entry, _, subhead, is_first, _ in headed(section.rows):
            strip = (
                self.reference(entry, section.block)
                if isinstance(entry, ReferenceBlock)
                else self.row(entry, section.block)
            )
            strip = strip._replace(group=subhead)
            yield self.under(subhead, strip) if subhead and is_first else strip

    def under(self, subhead: SubheadBlock, strip: Strip) -> Strip:
        """A row with the subheading over it, and without its hairline."""
        (row,) = strip.rows
        bare = strip._replace(rows=(row._replace(items=row.items[1:]),))
        return bare.below(self.subhead(subhead), subhead.anchor, SUBHEAD_SPACE * self.factor)

    def subhead(self, block: SubheadBlock) -> Row:
        """Rule, and the words at the number's edge."""
        column = Column(self.setter, 0, self.width)
        column.items.append(Line(0, 0, self.width, 0, RULE, ACCENT))
        column.skip(self.below)
        column.add(block.heading, self.style.name)
        return column.row()

    def head(self, section: SectionBlock) -> Row:
        """Rule, key and title of a section."""
        style, factor = self.style, self.factor
        number, *heading = section.heading
        side = KEY * factor
        width = side if section.icon else key_width(side, section.number, style)
        x = max(self.x, width + KEY_GAP * factor)
        column = Column(self.setter, x, self.width - x)
        thick = style.stroke
        column.items.append(Line(0, thick / 2, self.width, thick / 2, thick, ACCENT))
        lower = style.h1.baseline - HEAD_BASELINE * factor  # of a title in taller letters
        column.items += key(
            0, KEY_TOP * factor + lower, side, section.number, style, number.tag, section.icon
        )
        column.skip(SECTION_TITLE * factor)
        column.add(tuple(heading), style.h1)
        if section.second_heading and self.pair:
            self.pair.add(column, (section.second_heading,), style.body)
        column.skip(self.below)
        return column.row()

    def row(self, block: RowBlock, section: SectionBlock | None) -> Strip:
        """A listing: hairline, name and number, alert, text and place."""
        self.setter.mark = block.mark
        column = self.begun(block.name[0])
        self.add_name(column, block.name[1:], block.phone)
        top, first = column.y, self.leaded(() if block.alert else block.text or block.place)
        column.items += status_mark(0.5, top + first.baseline, CIRCLE * self.factor, block.checked)
        if block.alert:
            self.add_alert(column, block.alert, block.second_alert)
        if block.text:
            column.add(block.text, self.leaded(block.text))
        if block.second and self.pair:
            self.pair.add(column, block.second, self.style.body)
        if block.place:
            column.add(block.place, self.leaded(block.place))
        column.y = max(column.y, top + self.style.body.leading)
        return self.strip(column, section, block)

    def leaded(self, inlines: Sequence[Inline]) -> TextStyle:
        """How a paragraph is set: with less room between its lines where it stands in Latin letters among taller ones."""
        latin = self.style.latin
        in_latin = latin and inlines and not any(needs_rules(each.text) for each in inlines)
        return latin if latin and in_latin else self.style.body

    def reference(self, block: ReferenceBlock, section: SectionBlock) -> Strip:
        """A line in the place of a listing that stands in another section."""
        body = self.style.body
        see = fragments_of(block.see)
        taken = self.setter.line_width(see, body.size) + BESIDE * self.factor if see else 0
        column = self.begun(block.number, taken)
        first = column.y + body.baseline
        column.add(block.name[:1] if see else block.name, body, runs_on=True)  # what it is has no room
        column.items += [RichLine(self.width, first, tuple(see), body.size, 1)] * bool(see)
        column.measure = self.measure
        for note in block.notes:
            column.add(note, body, runs_on=True)
        return self.strip(column, section, None)

    def begun(self, number: Inline, taken: float = 0) -> Column:
        """The column of a row with its hairline and its number, so much less wide as is `taken` at its end."""
        column = Column(self.setter, self.x, self.measure - taken)
        column.items.append(Line(0, 0, self.width, 0, HAIRLINE))
        column.skip(ABOVE * self.factor)
        name = self.style.name
        column.items += self.setter.place(
            [Fragment(number, number.text)], 0, column.y + name.baseline, name.size
        )
        return column

    def strip(self, column: Column, section: SectionBlock | None, block: RowBlock | None) -> Strip:
        column.skip(self.below)
        row = column.row()
        return Strip(row.height, (row,), 0, section, block, ((block.anchor, 0),) if block else ())

    # --- name and number

    def add_name(self, column: Column, name: Sequence[Inline], phone: Sequence[Inline]) -> None:
        """The name, and the number at the right end of its first line, or under it where the name has too little room."""
        style = self.style.name
        beside = self.beside(name, phone) if phone else None
        lines = beside or self.setter.lines(name, style.size, self.measure)
        baseline = column.y + style.baseline
        for place, fragments in enumerate(lines):
            last = place == len(lines) - 1
            column.line(ended_with_space(fragments) if last and phone else fragments, style)
        if beside:
            column.items.append(self.number(phone, baseline))
            return
        for part in self.parts(phone):
            column.items.append(self.number(part, column.y + style.baseline))
            column.skip(style.leading)

    def parts(self, phone: Sequence[Inline]) -> list[Sequence[Inline]]:
        """The number and its extension as one line, or as two where a column is too narrow for both."""
        if not phone:
            return []
        fits = self.setter.line_width(self.fragments(phone), self.style.phone.size) <= self.measure
        return [phone] if fits else [phone[:1], phone[1:]]

    def beside(self, name: Sequence[Inline], phone: Sequence[Inline]) -> list[SetLine] | None:
        """The lines of a name beside a number, all but the first as wide as the column; None where it has too little room."""
        taken = self.setter.line_width(self.fragments(phone), self.style.phone.size) + BESIDE * self.factor
        room = self.measure - taken
        if room < self.style.em(NAME_ROOM):
            return None
        lines = self.setter.lines(name, self.style.name.size, room, -taken)
        first = lines[0]
        fits = self.setter.line_width(first, self.style.name.size) <= room + 0.01
        return lines if fits and any(fragment.text.strip() for fragment in first) else None

    def fragments(self, phone: Sequence[Inline]) -> list[Fragment]:
        """The number, and its extension in the size of names."""
        return [
            Fragment(each if each.link else each._replace(size=self.style.name.size), each.text)
            for each in phone
        ]

    def number(self, phone: Sequence[Inline], baseline: float) -> OpenItem:
        """The number, right-aligned."""
        return RichLine(self.width, baseline, tuple(self.fragments(phone)), self.style.phone.size, 1)

    # --- alert

    def add_alert(self, column: Column, alert: Inline, second: Inline | None = None) -> None:
        """The alert behind its sign, and under it in the second language."""
        body, factor = self.style.body, self.factor
        column.items += alert_sign(self.x + 5.5 * factor, column.y + body.baseline, SIGN * factor)
        inner = Column(self.setter, self.x + 15 * factor, self.measure - 15 * factor)
        inner.y = column.y
        inner.add((alert,), body, runs_on=second is not None)
        if second and self.pair:
            self.pair.add(inner, (second,), body)
        column.items += inner.items
        column.y = inner.y
