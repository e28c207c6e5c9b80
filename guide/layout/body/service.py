"""`Need help now?` on the pages of a book: 84 points high where a section leaves room at its end, or a line at every foot."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from guide.formats import LARGE_PRINT_SIZE, TextStyle
from guide.language.words import Words
from guide.layout.body.galley import Column, Row
from guide.layout.compose.links import extension_of, help_link
from guide.layout.compose.templates import joined
from guide.layout.pages import Line
from guide.layout.tags import Tag
from guide.layout.type.inline import Fragment, Inline, Link, OpenItem
from guide.layout.type.joined import inside
from guide.layout.type.setter import Setter
from guide.layout.type.style import COVER_RULE, HAIRLINE, Style, with_grid
from guide.model import Guide, HelpLine

BOX, STRIP, ENDS, BACK = PLACES = (
    "box",
    "strip",
    "ends",
    "back",
)  # the cover, every foot, sections, the last page
BETWEEN = 12  # points, from one column to the next
MOST_COLUMNS = 3
SHARES = (144, 144, 180)  # of three columns: the last takes a full number
LEAST_COLUMN = 96  # points, with a body of 12 points
LABEL_GAP, LINE_GAP = 6, 20  # in the strip: from a label to its number, and from there to the next label
STRIP_NUMBER = 13 / 12  # of the body's size
NARROW_PAGE, SMALL_PAGE = (
    340,
    480,
)  # points of width: below, the strip takes the foot's place; numbers are smaller


class HelpPlaces(NamedTuple):
    """Where the book says `Need help now?`, beside its cover."""

    ends: bool  # where a section leaves room at its end
    strip: bool  # at every foot


class Number(NamedTuple):
    """A number to call, with what it is for and the tag of its link."""

    label: str
    printed: str
    link: Link | None
    paragraph: Tag  # of both, where they are said for the first time
    extension: str = ""
    language: str = ""  # of the label, where it is not the page's


def number_style(style: Style) -> TextStyle:
    """How a number to call is set wherever help is offered."""
    if style.body.size >= LARGE_PRINT_SIZE:
        return TextStyle(26, 32)
    return TextStyle(20, 24) if style.grid.width < SMALL_PAGE else TextStyle(24, 28)


def heading_style(style: Style) -> TextStyle:
    """How `Need help now?` is set over numbers."""
    return style.name._replace(leading=1.5 * style.body.leading)


def takes_foot(style: Style) -> bool:
    """Whether a page is so small that the strip stands in the place of its foot."""
    return style.grid.width < NARROW_PAGE


def with_strip(style: Style) -> Style:
    """The style with room for the strip between the text and the foot, the depth still a multiple of u."""
    if takes_foot(style):
        return style
    room = style.grid.foot - _strip_below(style) - style.body.leading - 1.5 * style.u - style.grid.top
    return with_grid(style, bottom=style.grid.top + room // style.u * style.u)


def _strip_below(style: Style) -> float:
    """From the strip's baseline to the foot's."""
    return 0 if takes_foot(style) else 20 * style.body.size / 12


def numbers_of(guide: Guide, words: Words, tag: Tag) -> list[Number]:
    """The lines of help that have a number, each a paragraph below the tag."""
    return [_number(line, words, tag) for line in guide.help_now if line.phone]


def _number(line: HelpLine, words: Words, tag: Tag) -> Number:
    phone, paragraph = line.phone, Tag("P", tag)
    assert phone
    extension = extension_of(phone, words)
    if not phone.e164:
        return Number(line.text, phone.printed, None, paragraph, extension, line.text_language)
    link = help_link(line, words, Tag("Link", paragraph))
    return Number(line.text, joined(phone.printed), link, paragraph, extension, line.text_language)


class Service:
    """Sets help at the ends of sections and at the feet; x counts from the left edge of the page.

    The box at the end of a section is a part of the text there, each with links of its own. The line at every foot is read
    and can be clicked on its first page; on others it is an artifact, which no annotation belongs to (PDF/UA has every link
    in the tags, so that it would be heard again on each page, or many times on the first). `repeats`: so are all of them,
    for what comes after the pages of others.
    """

    def __init__(
        self,
        guide: Guide,
        setter: Setter,
        words: Words,
        root: Tag,
        places: HelpPlaces,
        repeats: bool = False,
    ) -> None:
        self.setter, self.style, self.grid = setter, setter.style, setter.style.grid
        self.guide, self.words, self.root = guide, words, root
        self.strip_tag = Tag("Sect", root)
        self.numbers = numbers_of(guide, words, self.strip_tag)
        self.has_ends = places.ends and not places.strip and bool(self.numbers)
        self.has_strip = places.strip and bool(self.numbers)
        self.said = repeats  # whether the line at the foot was read
        self.last_folio = 0  # of the page that has it

    # --- at the end of a section

    def end(self, folio: int, used: float, begins: bool = False) -> list[OpenItem]:
        """The box at the foot of a frame of which so much is used, where there is room; not on both of two facing pages.

        `begins`: the page before is another's, which may have one.
        """
        if not self.has_ends or self.grid.depth - used < self.box_height + 3 * self.style.u:
            return []
        facing = self.grid.is_recto(folio) and not self.grid.single_sided
        if facing and (begins or self.last_folio == folio - 1):
            return []
        self.last_folio = folio
        left, top = self.grid.left(folio), self.grid.bottom - self.box_height
        return [item.moved(left, top) for item in self.box(Tag("Sect", self.root)).items]

    @cached_property
    def box_height(self) -> float:
        """How high the box is: 84 on Letter, and more where a label takes two lines."""
        return self.box(None).height

    def box(self, tag: Tag | None) -> Row:
        """Below a tag, or to be measured: rule, heading, and the numbers side by side, each under its label."""
        u, style = self.style.u, self.style
        column = Column(self.setter, 0, self.grid.live)
        column.items.append(Line(0, COVER_RULE / 2, self.grid.live, COVER_RULE / 2, COVER_RULE))
        column.skip(u)
        heading = Inline(self.words.help_now, Tag("P", tag) if tag else None, True)
        column.add((heading,), heading_style(style))
        numbers = numbers_of(self.guide, self.words, tag or self.strip_tag)[: len(self.columns)]
        labels = [self.label(number, measure, tag) for number, (_, measure) in zip(numbers, self.columns)]
        lowest = column.y + max(label.y for label in labels)
        number_text = number_style(style)
        for number, label, (x, _) in zip(numbers, labels, self.columns):
            column.items += [item.moved(x, lowest - label.y) for item in label.items]
            column.items += self.number(number, x, lowest + number_text.baseline, number_text.size, tag)
        return Row(lowest + number_text.leading + u, tuple(column.items))

    def label(self, number: Number, measure: float, tag: Tag | None) -> Column:
        """What a number is for, in its column."""
        column = Column(self.setter, 0, measure)
        if number.label:
            own = inside(number.paragraph if tag else None, number.language)
            column.add((Inline(number.label + " ", own),), self.style.body)
        return column

    def number(self, number: Number, x: float, y: float, size: float, tag: Tag | None) -> list[OpenItem]:
        """A number at its place."""
        return self.setter.place(self.fragments(number, tag), x, y, size)

    def fragments(self, number: Number, tag: Tag | None) -> list[Fragment]:
        """A number with its extension."""
        link = number.link if tag else None
        own = (link and link.tag or number.paragraph) if tag else None
        texts = (number.printed, 0.0), (number.extension, self.style.body.size)
        return [Fragment(Inline(text, own, True, link, size=size), text) for text, size in texts if text]

    def width(self, number: Number, size: float) -> float:
        """How wide a number is with its extension."""
        return self.setter.line_width(self.fragments(number, None), size)

    @cached_property
    def columns(self) -> Sequence[tuple[float, float]]:
        """(x, measure) of each column: as many numbers, in their order, as have room side by side."""
        size = number_style(self.style).size
        widths = [self.width(number, size) for number in self.numbers]
        for count in range(min(MOST_COLUMNS, len(widths)), 0, -1):
            if measures := self.measures(widths[:count]):
                break
        else:
            measures = [self.grid.live]
        return [(sum(measures[:place]) + place * BETWEEN, each) for place, each in enumerate(measures)]

    def measures(self, widths: Sequence[float]) -> list[float]:
        """The measures of columns for numbers of these widths; [] where they have no room."""
        room = self.grid.live - BETWEEN * (len(widths) - 1)
        shares = SHARES if len(widths) == len(SHARES) else (1,) * len(widths)
        measures = [room * share / sum(shares) for share in shares]
        if any(width > measure for width, measure in zip(widths, measures)):
            spare = (room - sum(widths)) / len(widths)
            measures = [width + spare for width in widths]
        least = LEAST_COLUMN * self.style.body.size / 12
        fits = all(measure >= max(width, least) for width, measure in zip(widths, measures))
        return measures if fits else []

    # --- at every foot

    def strip(self, folio: int) -> list[OpenItem]:
        """The line above the foot, or in its place, below a hairline."""
        left, right = self.grid.left(folio), self.grid.left(folio) + self.grid.live
        y = self.grid.foot - _strip_below(self.style)
        rule = y - self.style.body.leading if not takes_foot(self.style) else y - 18
        items: list[OpenItem] = [Line(left, rule, right, rule, HAIRLINE)]
        tag = None if self.said else self.strip_tag
        self.said = True
        for number, x in self.strip_numbers:
            items += self.strip_number(number, left + x, y, tag)
        return items

    def strip_number(self, number: Number, x: float, y: float, tag: Tag | None) -> list[OpenItem]:
        """A label and its number."""
        size, items = self.style.body.size, list[OpenItem]()
        if number.label:
            label = Inline(number.label + " ", inside(number.paragraph if tag else None, number.language))
            items += self.setter.place([Fragment(label, label.text)], x, y, size)
            x += self.setter.width(number.label, size) + LABEL_GAP
        return items + self.number(number, x, y, size * STRIP_NUMBER, tag)

    @cached_property
    def strip_numbers(self) -> list[tuple[Number, float]]:
        """The first numbers that fit one line, each with its x; with no label of its own where none has room for it.

        On a page so small that the line takes the foot's place, more numbers count for more than their labels.
        """
        numbers = self.numbers
        bare = [number._replace(label="") for number in numbers]
        asked = [bare[0]._replace(label=self.words.help_now, language=""), *bare[1:]] if bare else []
        lines = [list(self.in_a_line(each)) for each in (numbers, asked, bare)]
        if takes_foot(self.style):
            lines[:2] = [max(lines[:2], key=len)]
        return next(filter(None, lines), [])

    def in_a_line(self, numbers: Sequence[Number]) -> Iterator[tuple[Number, float]]:
        """Yield the numbers that have room one behind the other, and where each begins."""
        size, x = self.style.body.size, 0.0
        for number in numbers:
            width = self.width(number, size * STRIP_NUMBER)
            if number.label:
                width += self.setter.width(number.label, size) + LABEL_GAP
            if x + width <= self.grid.live:
                yield number, x
                x += width + LINE_GAP
