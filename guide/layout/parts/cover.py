"""The cover: band, title, sections, how to use the guide, help now, stamp."""

from itertools import product

from guide.language.both import texts_of
from guide.layout.body.galley import Column, stack
from guide.layout.compose.checked import count_lines
from guide.layout.compose.links import link_description, section_anchor
from guide.layout.pages import ACCENT, WHITE, Area, Box, Dots, Line, Tag
from guide.layout.parts.howto import HowToUse
from guide.layout.parts.publisher import is_named, publisher_line, stamp_box, stamp_height
from guide.layout.type.fonts import CAP_HEIGHT
from guide.layout.type.inline import FOLIO, Fragment, Inline, Link, RichLine, RowArea
from guide.layout.type.shapes import key
from guide.layout.type.style import FIELD_LINE, HELP_BOX, TextStyle, band_words

GUTTER = 24
HELP_HEIGHT = 192
FIELD_PITCH = 33  # between lines to write on
STAMP_HEIGHT = 84
MOST_SECTIONS = 8
MOST_CUTS = 6
CUT = 12  # from one cut of the band to the next


class Cover:
    """Sets the cover of a guide; x and y count from the corner of the page."""

    def __init__(self, guide, setter, words, root, guides=()):
        self.guide = guide
        self.guides = guides or (guide,)  # in each language, where there are two
        self.subtitle = guide.subtitle
        self.setter = setter
        self.style = setter.style
        self.words = words
        self.root = Tag("Sect", root)
        grid, cover = setter.style.grid, setter.style.cover
        self.scale = setter.style.body.size / 12
        self.top = cover.margin_y
        self.left = cover.margin_x
        self.right = grid.width - cover.margin_x
        self.width = self.right - self.left
        self.bottom = grid.height - cover.margin_y
        self.half = (self.width - GUTTER) / 2
        self.band_height = 24 * self.scale
        self.row = 30 * self.scale  # of a section
        self.lead = self.style.body if self.style.second else self.style.lead
        self.folio_room = setter.folio_width(self.style.contents_section.size)
        self.full = False  # whether something found no room
        self.has_steps = True  # whether it says how to use the guide
        self.counted = True  # whether it says how many listings there are
        self.named = True  # whether it names the publisher
        self.left_out = []  # what had no room and stands nowhere else, in words

    TITLE_SCALES = (1, 0.85, 0.7)

    def items(self):
        """Everything on the cover in reading order, references still open; list. Steps without room stand elsewhere."""
        items = self.arranged(self.how_to_use(listed=True))
        if not self.listed:
            items = self.arranged(self.how_to_use(listed=False))
        if self.full:
            self.has_steps = False
            items = self.arranged(([], 0))
        return items

    def arranged(self, how_to_use):
        """Everything, with the steps and their height; list of items."""
        band = self.band()
        sections_tag = Tag("Sect", self.root)
        steps, steps_height = how_to_use
        box, box_height = self.help_now(3, HELP_HEIGHT)
        stamp_high = stamp_height(self.guide, self.setter, self.words, self.half, STAMP_HEIGHT)
        stamp = self.stamp(stamp_high)
        counts, counts_height = self.counts(self.bottom)
        lowest = min(
            self.bottom - stamp_high - 12 - steps_height, self.bottom - counts_height - 12 - box_height
        )
        sections, height = [], self.sections_height()
        for scale in self.TITLE_SCALES:  # a long title is set smaller where the sections have room then
            title, y = self.title(self.top + self.band_height + 40, scale)
            if not height or y + 32 + height + 24 <= lowest:
                break
        else:
            title, y = self.title(self.top + self.band_height + 40)
        if height and y + 32 + height + 24 <= lowest:
            sections = self.sections(y + 32, sections_tag)
            y += 32 + height
        self.listed = bool(sections)
        self.full = y + 24 > lowest + 0.01
        below = [item.moved(0, min(y + 24, lowest)) for item in steps + box]
        return band + title + sections + below + stamp + counts

    def sections_height(self):
        """The height of the rows of sections; 0 where there are too many of them."""
        if len(self.guide.sections) > MOST_SECTIONS:
            return 0
        return sum(
            self.row_height(len(self.title_lines(section, None)[1])) for section in self.guide.sections
        )

    def row_height(self, lines):
        """The height of a section's row with a title of so many lines."""
        return max(self.row, lines * self.style.body.leading + 8 * self.scale)

    # --- band and title

    def band(self):
        """The edition's colour, its number, and as many white cuts."""
        edition, style = self.guide.edition, self.style.band
        tag = Tag("P", self.root)
        items = [Box(self.left, self.top, self.width, self.band_height, ACCENT)]
        count = edition.number if edition.number <= MOST_CUTS else 0
        left, right = band_words(
            self.guide, self.words, self.setter, style.size, self.width - 20 - CUT * count - 2 * CUT
        )
        x = self.right - 10 - self.setter.width(right, style.size, True)
        cuts = min(self.right - 96 * self.scale, x - 8)
        for cut in range(count):
            items.append(Box(cuts - 4 - CUT * cut, self.top, 4, self.band_height, WHITE))
        baseline = self.top + (self.band_height - style.leading) / 2 + style.baseline
        return items + self.white(left, self.left + 10, baseline, tag) + self.white(right, x, baseline, tag)

    def white(self, text, x, y, tag):
        shown = text + " "
        placed = self.setter.place([Fragment(Inline(shown, tag, True), shown)], x, y, self.style.band.size)
        return [item._replace(colour=WHITE) for item in placed]

    def title(self, y, scale=1):
        """Title and subtitle, and where they end; a title of more than four lines is set smaller."""
        full = self.style.title
        style = TextStyle(full.size * scale, full.leading * scale)
        column = None
        while column is None or column.y > 4 * full.leading * scale + 1 and style.size > self.style.name.size:
            style = TextStyle(style.size * 0.85, style.leading * 0.85) if column else style
            column = Column(self.setter, self.left, self.width)
            title, *second = texts_of(self.guide.title)
            heading = Tag("H1", self.root, language=self.language_of("title"))
            column.add((Inline(title + (" " if second else ""), heading, True),), style)
            for text in second:
                inside = Tag("Span", heading, language=self.style.second.language)
                column.add((Inline(text, inside, True),), self.style.lead)
        column.skip(12 * scale)
        if self.subtitle:
            column.measure = min(400, self.width)
            tag = Tag("P", self.root, language=self.language_of("subtitle"))
            column.add(
                (Inline(self.subtitle, tag),),
                self.lead if scale == 1 or self.style.cover.columns == 2 else self.style.body,
            )
        return [item.moved(0, y) for item in column.items], y + column.y

    def language_of(self, key):
        """The language of a text of the guide that is not translated, "" for the others."""
        return self.guide.source_language if key in self.guide.untranslated else ""

    # --- sections

    def sections(self, y, parent):
        """A row for each section: key, name, leader, page."""
        items, toc = [], self.sections_tag(parent)
        for number, section in enumerate(self.guide.sections, 1):
            row, height = self.section_row(section, number, y, toc)
            items += row
            y += height
        return items

    def sections_tag(self, parent):
        """What the rows stand in."""
        return Tag("TOC", parent)

    def title_lines(self, section, tag):
        """(size, lines) of a section's title: smaller where one line does not hold it, and in several if that is not enough."""
        size = self.style.body.size if self.style.second else self.style.contents_section.size
        room = self.title_room()
        lines = self.setter.lines((Inline(section.title + " ", tag, True),), size, room)
        while len(lines) > 1 and size > self.style.body.size:
            size -= 1
            lines = self.setter.lines((Inline(section.title + " ", tag, True),), size, room)
        return size, lines

    def title_room(self):
        """The measure of a section's title, between key and page."""
        return self.width - 36 * self.scale - max(40 * self.scale, self.folio_room)

    def title_items(self, lines, x, baseline, size):
        """The lines of a section's title at their places; list."""
        leading = self.style.body.leading
        return [
            item
            for place, line in enumerate(lines)
            for item in self.setter.place(line, x, baseline + place * leading, size)
        ]

    def section_row(self, section, number, y, toc):
        """(items, height) of a row; a title that turns over has leader and page on its last line."""
        tag = Tag("Link", Tag("Reference", Tag("TOCI", toc)))
        side = 24 * self.scale
        size, lines = self.title_lines(section, tag)
        baseline = y + side / 2 + CAP_HEIGHT * size / 2
        x = self.left + 36 * self.scale
        anchor = section_anchor(section.id)
        link = Link(anchor, section.title, ruled=False, area=False)
        items = key(self.left, y, side, number, self.style, tag)
        items += self.title_items(lines, x, baseline, size)
        more = (len(lines) - 1) * self.style.body.leading
        baseline += more
        end = x + self.setter.line_width(lines[-1], size)
        items.append(Dots(end + 8, self.right - max(30 * self.scale, self.folio_room), baseline - 1, 6, 1.25))
        page = Inline("", tag, True, link, page_of=anchor)
        items.append(
            RichLine(self.right, baseline, (Fragment(page, ""),), self.style.contents_section.size, 1)
        )
        items.append(
            RowArea(
                tag,
                self.left,
                y,
                self.width,
                side + more,
                anchor,
                self.words.go_to.format(name=section.title, folio=FOLIO),
            )
        )
        return items, self.row_height(len(lines))

    # --- the two columns below

    def how_to_use(self, listed):
        """The numbered steps below their rule, and how high they are; `listed`: below the sections."""
        how = HowToUse(self.guides, self.setter, self.words, self.root, listed)
        row = stack(how.rows(self.left, self.half))
        return list(row.items), row.height

    def help_now(self, lines, least):
        """The `Need help now?` box, and its height: the content's lines, or so many lines for the staff to write on."""
        style, x = self.style, self.right - self.half
        column = Column(self.setter, x + 16, self.half - 32)
        column.skip(10)
        column.add((Inline(self.words.help_now, Tag("H2", self.root), True),), style.phone)
        if self.guide.help_now:
            for line in self.guide.help_now:
                self.help_line(column, line)
            height = max(least, column.y + 14)
        else:
            column.add((Inline(self.words.help_empty, Tag("P", self.root)),), style.body)
            height = max(least, column.y + FIELD_PITCH * lines + 26)
            for place in range(lines):
                line_y = height - 26 - FIELD_PITCH * (lines - 1 - place)
                column.items.append(Line(x + 16, line_y, self.right - 16, line_y, FIELD_LINE))
        box = Box(x + HELP_BOX / 2, HELP_BOX / 2, self.half - HELP_BOX, height - HELP_BOX, None, HELP_BOX)
        return [box, *column.items], height

    def help_line(self, column, line):
        tag = Tag("P", self.root)
        if line.text:
            column.add((Inline(line.text + (" " if line.phone else ""), tag),), self.style.body)
        if line.phone and line.phone.e164:
            target = "tel:" + line.phone.e164
            link = Link(
                target, link_description(target, line.text or line.phone.printed, self.words), ruled=False
            )
            number = Inline(line.phone.printed.replace(" ", "\u00a0"), Tag("Link", tag), True, link)
            column.add((number,), self.style.phone)
        elif line.phone:
            column.add((Inline(line.phone.printed, tag),), self.style.body)

    # --- foot of the cover

    def stamp(self, height):
        """The place for a clinic's stamp, or the publisher's name or logo."""
        return stamp_box(
            self.guide,
            self.setter,
            self.words,
            self.root,
            Area(self.left, self.bottom - height, self.half, height),
        )

    def counts(self, foot):
        """How many listings there are and how many are checked, ending at foot, and the height of that."""
        style = self.style.body
        lines = count_lines(self.guide, self.words)
        column = Column(self.setter, self.right - self.half, self.half)
        tag = Tag("P", self.root)
        for place, text in enumerate(lines):
            column.add((Inline(text, tag),), style, runs_on=place + 1 < len(lines))
        return [item.moved(0, foot - column.y) for item in column.items], column.y


class NarrowCover(Cover):
    """A cover in one column: the help box first, and the rest as far as there is room."""

    # (scale of the title, lines to write on, height of the stamp, whether listings are counted), the roomiest first; in the
    # place of a stamp of no height the publisher is named in a line, and of none not at all
    TRIES = (
        *(
            (scale, lines, stamp, True)
            for scale in (1, 0.8)
            for lines, stamp in ((3, 84), (3, 60), (2, 60), (2, 40), (2, 0))
        ),
        (1, 2, 40, False),
        (0.8, 2, 40, False),
        (0.65, 2, 0, False),
        (0.65, 1, 0, False),
        (0.65, 1, None, False),
    )

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.half = self.width

    def items(self):
        """Everything on the cover in reading order, references still open; list."""
        band, title_y = self.band(), self.top + self.band_height + 24
        wanted = self.wanted_room()
        for least, (scale, lines, least_stamp, counted) in product((wanted, 0), self.tries()):
            stamp, stamp_high = self.publisher(least_stamp)
            title, y = self.title(title_y, scale)
            box, box_height = self.help_now(lines, 0)
            counts, counts_height = self.counts(self.bottom - stamp_high - 8) if counted else ([], 0)
            room = self.bottom - stamp_high - 8 - counts_height - 8 - box_height - 16 - y
            if room >= least:
                break
        self.full = room < 0
        middle = self.middle(y, room, (box, box_height))
        self.tell_left_out(least_stamp, counted)
        return band + title + middle + stamp + counts

    def tries(self):
        """What is tried; a line in the place of the box serves only where there is a publisher to name."""
        named = is_named(self.guide) or self.guide.website
        return [each for each in self.TRIES if named or each[2] != 0 or not each[3]]

    def publisher(self, least_stamp):
        """(items, height) of the stamp's box at the foot, or of the publisher in a line."""
        if least_stamp is None:
            return [], 0
        if least_stamp:
            height = stamp_height(self.guide, self.setter, self.words, self.half, least_stamp)
            return self.stamp(height), height
        line = publisher_line(self.guide, self.setter, self.words, self.root, self.half)
        return [item.moved(self.left, self.bottom - line.y) for item in line.items], line.y

    def tell_left_out(self, least_stamp, counted):
        """Note what has found no room; what is not counted or named here stands with the contents."""
        self.named = least_stamp is not None
        if not least_stamp and not is_named(self.guide):
            self.left_out.append("the place for a stamp on the cover")
        self.counted = counted

    def wanted_room(self):
        """What has to be left beside the help box; the rest is set where there is room for it."""
        return 0

    def middle(self, y, room, box):
        """Sections, help box and steps, each that fits the room below y."""
        items, height = [], self.sections_height()
        listed = 0 < height + 24 <= room if height else False
        steps, steps_height = self.how_to_use(listed) if self.style.cover.steps else ([], 0)
        if listed:
            items += self.sections(y + 24, Tag("Sect", self.root))
            y, room = y + 24 + height, room - 24 - height
        items += [item.moved(0, y + 16) for item in box[0]]
        self.has_steps = bool(steps) and steps_height + 16 <= room
        if self.has_steps:
            items += [item.moved(0, y + 32 + box[1]) for item in steps]
        return items


class BilingualCover(NarrowCover):
    """A cover in two languages: the sections come before lines to write on; a small page gives up the subtitle."""

    LEAST_TITLE = 0.6
    TRIES = (*NarrowCover.TRIES, (LEAST_TITLE, 1, 0, False), (LEAST_TITLE, 1, None, False))

    def title(self, y, scale=1):
        self.subtitle = self.guide.subtitle if scale > self.LEAST_TITLE else ""
        return super().title(y, scale)

    def tell_left_out(self, *arguments):
        super().tell_left_out(*arguments)
        if self.guide.subtitle and not self.subtitle:
            self.left_out.append("the subtitle")

    def wanted_room(self):
        height = self.sections_height()
        return height + 24 if height else 0


def make_cover(guide, setter, words, root, guides=()):
    """The cover that suits the style; `guides` is the guide in each of two languages."""
    if setter.style.second:
        return BilingualCover(guide, setter, words, root, guides)
    kind = Cover if setter.style.cover.columns == 2 else NarrowCover
    return kind(guide, setter, words, root)
