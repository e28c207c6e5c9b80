"""The cover in two columns: band, title, sections, how to use the guide, help now, stamp."""

from collections.abc import Sequence

from guide.formats import TextStyle
from guide.language.both import texts_of
from guide.language.scripts import NBSP
from guide.language.words import Words
from guide.layout.body.galley import Column, Row, shifted, stack
from guide.layout.compose.checked import count_lines
from guide.layout.compose.links import help_link
from guide.layout.pages import ACCENT, WHITE, Area, Box, Line, Tag
from guide.layout.parts.base import Items, in_white
from guide.layout.parts.cover_sections import CoverSections
from guide.layout.parts.howto import HowToUse
from guide.layout.parts.publisher import stamp_box, stamp_height
from guide.layout.parts.web_code import WebCode
from guide.layout.type.inline import Fragment, Inline
from guide.layout.type.setter import Setter
from guide.layout.type.style import FIELD_LINE, HELP_BOX, band_words
from guide.model import Guide, HelpLine

STAMP_HEIGHT = 84
ROUNDING = 0.01  # points that a cover may be too full by
NOTHING = Row(0, ())


class Cover(CoverSections):
    """Sets the cover of a guide; x and y count from the corner of the page."""

    GUTTER = 24  # between the two columns
    BAND = 24  # height of the band with a body of 12 points
    BAND_INSET = 10  # from the band's ends to its words
    CUT, CUT_WIDTH = 12, 4  # from one cut of the band to the next, and how wide it is
    MOST_CUTS = 6
    CUTS_FROM_END = 96  # from the last cut to the band's right end, at least, with a body of 12 points
    CUTS_TO_WORDS = 8
    BAND_TO_TITLE = 40
    TITLE_SCALES: tuple[float, ...] = (1, 0.85, 0.7)
    MOST_TITLE_LINES = 4  # in the title's own size
    SMALLER = 0.85  # each time that a title of more lines is set smaller
    TITLE_TO_SUBTITLE = 12
    SUBTITLE_MEASURE = 400
    TITLE_TO_SECTIONS = 32
    ABOVE_COLUMNS = 24  # below the title and the sections, at least
    ABOVE_FOOT = 12  # from the columns to stamp and counts
    FIELDS = 3  # lines to write on in the help box
    FIELD_PITCH = 33  # from one to the next
    FIELD_TO_EDGE = 26  # from the last to the box's lower edge
    HELP_HEIGHT = 192  # of the box, at least
    HELP_INSET, HELP_TOP, HELP_FOOT = 16, 10, 14  # of what stands in it: at its sides, above, below

    def __init__(
        self, guide: Guide, setter: Setter, words: Words, root: Tag, guides: Sequence[Guide] = ()
    ) -> None:
        super().__init__(guide, setter, words, Tag("Sect", root))
        self.guides = guides or (guide,)  # in each language, where there are two
        self.subtitle = guide.subtitle
        self.half = (self.width - self.GUTTER) / 2
        self.band_height = self.BAND * self.scale
        self.lead = self.style.body if self.style.second else self.style.lead
        self.boxed = True  # whether it has the help box
        self.coded = False  # whether it has the QR code
        self.listed = False  # whether it lists the sections
        self.full = False  # whether something found no room
        self.has_steps = True  # whether it says how to use the guide
        self.counted = True  # whether it says how many listings there are
        self.named = True  # whether it names the publisher
        self.left_out: list[str] = []  # what had no room and stands nowhere else, in words

    def items(self) -> Items:
        """Everything on the cover in reading order, references still open. Steps without room stand elsewhere."""
        self.coded = True
        items = self.arranged(self.how_to_use(listed=True))
        if self.full or not self.listed:  # the code gives way first
            self.coded = False
            items = self.arranged(self.how_to_use(listed=True))
        if not self.listed:
            self.coded = True
            items = self.arranged(self.how_to_use(listed=False))
        if self.full and self.coded:
            self.coded = False
            items = self.arranged(self.how_to_use(listed=self.listed))
        if self.full:
            self.has_steps = False
            items = self.arranged(NOTHING)
        return items

    def arranged(self, steps: Row) -> Items:
        """Everything, with the steps."""
        band = self.band()
        sections_tag = Tag("Sect", self.root)
        box = self.help_now(self.FIELDS, self.HELP_HEIGHT)
        stamp_high = stamp_height(self.guide, self.setter, self.words, self.half, STAMP_HEIGHT)
        stamp = self.stamp(stamp_high)
        counts = self.counts()
        lowest = min(
            self.bottom - stamp_high - self.ABOVE_FOOT - steps.height,
            self.bottom - counts.height - self.ABOVE_FOOT - box.height,
        )
        height = self.sections_height()
        title, y = self.fitting_title(height, lowest)
        self.listed = bool(height) and self.fits(y, height, lowest)
        sections: Items = []
        if self.listed:
            sections = self.sections(y + self.TITLE_TO_SECTIONS, sections_tag)
            y += self.TITLE_TO_SECTIONS + height
        y += self.ABOVE_COLUMNS
        self.full = y > lowest + ROUNDING
        below = [item for row in (steps, box) for item in shifted(row, min(y, lowest))]
        return band + title + sections + below + stamp + shifted(counts, self.bottom - counts.height)

    def fitting_title(self, height: float, lowest: float) -> tuple[Items, float]:
        """The title, and where it ends; a long one is set smaller where sections of this height have room then."""
        top = self.top + self.band_height + self.BAND_TO_TITLE
        for scale in self.TITLE_SCALES:
            title, y = self.title(top, scale)
            if not height or self.fits(y, height, lowest):
                return title, y
        return self.title(top)

    def fits(self, y: float, height: float, lowest: float) -> bool:
        """Whether sections of a height have room below a title that ends at y."""
        return y + self.TITLE_TO_SECTIONS + height + self.ABOVE_COLUMNS <= lowest

    # --- band and title

    def band(self) -> Items:
        """The edition's colour, its number, and as many white cuts."""
        edition, style = self.guide.edition, self.style.band
        tag = Tag("P", self.root)
        items: Items = [Box(self.left, self.top, self.width, self.band_height, ACCENT)]
        count = edition.number if edition.number <= self.MOST_CUTS else 0
        room = self.width - 2 * self.BAND_INSET - self.CUT * count - 2 * self.CUT
        left, right = band_words(self.guide, self.words, self.setter, style.size, room)
        x = self.right - self.BAND_INSET - self.setter.width(right, style.size, True)
        cuts = min(self.right - self.CUTS_FROM_END * self.scale, x - self.CUTS_TO_WORDS) - self.CUT_WIDTH
        for cut in range(count):
            items.append(Box(cuts - self.CUT * cut, self.top, self.CUT_WIDTH, self.band_height, WHITE))
        baseline = self.top + (self.band_height - style.leading) / 2 + style.baseline
        for text, at in ((left, self.left + self.BAND_INSET), (right, x)):
            shown = Inline(text + " ", tag, True)
            items += in_white(self.setter.place([Fragment(shown, shown.text)], at, baseline, style.size))
        return items

    def title(self, y: float, scale: float = 1) -> tuple[Items, float]:
        """Title and subtitle, and where they end; a title of many lines is set smaller."""
        column = self.title_column(scale)
        column.skip(self.TITLE_TO_SUBTITLE * scale)
        if self.subtitle:
            column.measure = min(self.SUBTITLE_MEASURE, self.width)
            tag = Tag("P", self.root, language=self.language_of("subtitle"))
            large = scale == 1 or self.style.cover.columns == 2
            column.add((Inline(self.subtitle, tag),), self.lead if large else self.style.body)
        return [item.moved(0, y) for item in column.items], y + column.y

    def title_column(self, scale: float) -> Column:
        """The title, in two languages where there are two, in so many lines as it may have."""
        full, least = self.style.title, self.style.name.size
        style = TextStyle(full.size * scale, full.leading * scale)
        column = self.title_in(style)
        while column.y > self.MOST_TITLE_LINES * full.leading * scale + 1 and style.size > least:
            style = TextStyle(style.size * self.SMALLER, style.leading * self.SMALLER)
            column = self.title_in(style)
        return column

    def title_in(self, style: TextStyle) -> Column:
        """The title in a style."""
        column = Column(self.setter, self.left, self.width)
        title, *seconds = texts_of(self.guide.title)
        heading = Tag("H1", self.root, language=self.language_of("title"))
        column.add((Inline(title + (" " if seconds else ""), heading, True),), style)
        for second in seconds:
            language = self.style.second.language if self.style.second else ""
            column.add((Inline(second, Tag("Span", heading, language=language), True),), self.style.lead)
        return column

    def language_of(self, key: str) -> str:
        """The language of a text of the guide that is not translated, "" for the others."""
        return self.guide.source_language if key in self.guide.untranslated else ""

    # --- the two columns below

    def how_to_use(self, listed: bool) -> Row:
        """The numbered steps below their rule; `listed`: below the sections."""
        how = HowToUse(self.guides, self.setter, self.words, self.root, listed)
        return stack(how.rows(self.left, self.half))

    def help_now(self, lines: int, least: float) -> Row:
        """The `Need help now?` box: the content's lines, or so many lines for the staff to write on."""
        if not self.boxed:
            return NOTHING
        style, x = self.style, self.right - self.half
        column = Column(self.setter, x + self.HELP_INSET, self.half - 2 * self.HELP_INSET)
        column.skip(self.HELP_TOP)
        column.add((Inline(self.words.help_now, Tag("H2", self.root), True),), style.phone)
        if self.guide.help_now:
            for line in self.guide.help_now:
                self.help_line(column, line)
            height = max(least, column.y + self.HELP_FOOT)
        else:
            column.add((Inline(self.words.help_empty, Tag("P", self.root)),), style.body)
            height = max(least, column.y + self.FIELD_PITCH * lines + self.FIELD_TO_EDGE)
            for place in range(lines):
                y = height - self.FIELD_TO_EDGE - self.FIELD_PITCH * (lines - 1 - place)
                column.items.append(Line(column.x, y, self.right - self.HELP_INSET, y, FIELD_LINE))
        box = Box(x + HELP_BOX / 2, HELP_BOX / 2, self.half - HELP_BOX, height - HELP_BOX, None, HELP_BOX)
        return Row(height, (box, *column.items))

    def help_line(self, column: Column, line: HelpLine) -> None:
        tag = Tag("P", self.root)
        if line.text:
            column.add((Inline(line.text + (" " if line.phone else ""), tag),), self.style.body)
        link = help_link(line, self.words)
        if line.phone and link:
            number = Inline(line.phone.printed.replace(" ", NBSP), Tag("Link", tag), True, link)
            column.add((number,), self.style.phone)
        elif line.phone:
            column.add((Inline(line.phone.printed, tag),), self.style.body)

    # --- foot of the cover

    def stamp(self, height: float) -> Items:
        """The place for a clinic's stamp, or the publisher's name or logo."""
        frame = Area(self.left, self.bottom - height, self.half, height)
        return stamp_box(self.guide, self.setter, self.words, self.root, frame)

    def counts(self) -> Row:
        """How many listings there are and how many are checked, and the QR code with its address."""
        lines = count_lines(self.guide, self.words)
        column = Column(self.setter, self.right - self.half, self.half)
        tag = Tag("P", self.root)
        for place, text in enumerate(lines):
            column.add((Inline(text, tag),), self.style.body, runs_on=place + 1 < len(lines))
        code = WebCode(self.guide, self.setter, self.words, self.root).over(self.half) if self.coded else None
        if code:
            column.skip(self.ABOVE_FOOT)
            column.items += [item.moved(column.x, column.y) for item in code.items]
            column.skip(code.height)
        return column.row()
