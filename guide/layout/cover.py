"""The cover: band, title, sections, how to use the guide, help now, stamp."""

from itertools import product

from guide.layout.compose import Composer, fill, in_each, link_description, reference, section_anchor
from guide.layout.galley import Column, move
from guide.layout.pages import ACCENT, BLACK, WHITE, Box, Dots, Image, Line, Tag
from guide.layout.shapes import key
from guide.layout.style import COVER_RULE, FIELD_LINE, HELP_BOX, STAMP_BOX, TextStyle, band_words
from guide.layout.text import FOLIO, Anchor, Fragment, Inline, Link, RichLine, RowArea
from guide.layout.words import SLASH
from guide.pictures import read_picture

GUTTER = 24
HELP_HEIGHT = 192
FIELD_PITCH = 33  # between lines to write on
STAMP_HEIGHT = 84
LOGO_HEIGHT = 60
MOST_LINES = 5  # of the publisher's, each on its own
MOST_SECTIONS = 8
MOST_CUTS = 6
INDEX, FORM = Anchor("index"), Anchor("form")


class Cover:
    """Sets the cover of a guide; x and y count from the corner of the page."""

    def __init__(self, guide, setter, words, root):
        self.guide = guide
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
        self.full = False  # whether something found no room

    TITLE_SCALES = (1, 0.85, 0.7)

    def items(self):
        """Everything on the cover in reading order, references still open; list."""
        band = self.band()
        sections_tag = Tag("Sect", self.root)
        steps, steps_height = self.how_to_use()
        box, box_height = self.help_now(3, HELP_HEIGHT)
        stamp_high = stamp_height(self.guide.publisher, self.setter, self.half, STAMP_HEIGHT)
        stamp = self.stamp(stamp_high)
        counts, counts_height = self.counts(self.bottom)
        lowest = min(self.bottom - stamp_high - 12 - steps_height, self.bottom - counts_height - 12 - box_height)
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
        self.full = y + 24 > lowest + 0.01
        below = [move(item, 0, min(y + 24, lowest)) for item in steps + box]
        return band + title + sections + below + stamp + counts

    def sections_height(self):
        """The height of the rows of sections; 0 where there are too many of them."""
        if len(self.guide.sections) > MOST_SECTIONS:
            return 0
        return sum(self.row_height(len(self.title_lines(section, None)[1])) for section in self.guide.sections)

    def row_height(self, lines):
        """The height of a section's row with a title of so many lines."""
        return max(self.row, lines * self.style.body.leading + 8 * self.scale)

    # --- band and title

    def band(self):
        """The edition's colour, its number, and as many white cuts."""
        edition, style = self.guide.edition, self.style.band
        tag = Tag("P", self.root)
        items = [Box(self.left, self.top, self.width, self.band_height, ACCENT)]
        left, right = band_words(self.guide, self.words)
        if self.words.both and self.setter.width(left + right, style.size, True) > self.width - 48 * self.scale:
            left, right = band_words(self.guide, self.words.both[0])  # two languages have no room
        x = self.right - 10 - self.setter.width(right, style.size, True)
        cuts = min(self.right - 96 * self.scale, x - 8)
        for cut in range(edition.number if edition.number <= MOST_CUTS else 0):
            items.append(Box(cuts - 4 - 12 * cut, self.top, 4, self.band_height, WHITE))
        baseline = self.top + (self.band_height - style.leading) / 2 + style.baseline
        return items + self.white(left + ", ", self.left + 10, baseline, tag) + self.white(right, x, baseline, tag)

    def white(self, text, x, y, tag):
        shown = text.removesuffix(", ") + " "
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
            title, _, second = self.guide.title.partition(SLASH)
            heading = Tag("H1", self.root, language=self.language_of("title"))
            column.add((Inline(title + (" " if second else ""), heading, True),), style)
            if second:
                column.add((Inline(second, Tag("Span", heading, language=self.style.second.language), True),), self.style.lead)
        column.skip(12 * scale)
        if self.subtitle:
            column.measure = min(400, self.width)
            tag = Tag("P", self.root, language=self.language_of("subtitle"))
            column.add((Inline(self.subtitle, tag),), self.lead if scale == 1 or self.style.cover.columns == 2 else self.style.body)
        return [move(item, 0, y) for item in column.items], y + column.y

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
        return self.width - 76 * self.scale

    def title_items(self, lines, x, baseline, size):
        """The lines of a section's title at their places; list."""
        leading = self.style.body.leading
        return [item for place, line in enumerate(lines) for item in self.setter.place(line, x, baseline + place * leading, size)]

    def section_row(self, section, number, y, toc):
        """(items, height) of a row; a title that turns over has leader and page on its last line."""
        tag = Tag("Link", Tag("Reference", Tag("TOCI", toc)))
        side = 24 * self.scale
        size, lines = self.title_lines(section, tag)
        baseline = y + side / 2 + 0.668 * size / 2
        x = self.left + 1.5 * side
        anchor = section_anchor(section.id)
        link = Link(anchor, section.title, ruled=False, area=False)
        items = key(self.left, y, side, number, self.style, tag)
        items += self.title_items(lines, x, baseline, size)
        more = (len(lines) - 1) * self.style.body.leading
        baseline += more
        end = x + self.setter.line_width(lines[-1], size)
        items.append(Dots(end + 8, self.right - 30 * self.scale, baseline - 1, 6, 1.25))
        page = Inline("", tag, True, link, page_of=anchor)
        items.append(RichLine(self.right, baseline, (Fragment(page, ""),), self.style.contents_section.size, 1))
        items.append(RowArea(tag, self.left, y, self.width, side + more, anchor,
                             self.words.go_to.format(name=section.title, folio=FOLIO)))
        return items, self.row_height(len(lines))

    # --- the two columns below

    def how_to_use(self):
        """The numbered steps below their rule, and how high they are."""
        column = Column(self.setter, self.left, self.half)
        column.skip(8)
        style = self.style
        heading = Tag("H2", self.root)
        column.add((Inline(self.words.how_to_use, heading, True),), style.contents_section)
        steps = Tag("L", self.root, attributes=(("List", "ListNumbering", "Decimal"),))
        for number, inlines in enumerate(self.steps(steps), 1):
            label, *inlines = inlines
            top = column.y
            column.items += self.setter.place([Fragment(label, label.text)], self.left, top + style.body.baseline, style.body.size)
            column.x, column.measure = self.left + 20 * self.scale, self.half - 20 * self.scale
            column.add(tuple(inlines), style.body)
            column.x, column.measure = self.left, self.half
            column.skip(4)
        return [Line(self.left, 0, self.left + self.half, 0, COVER_RULE), *column.items], column.y

    def steps(self, parent):
        """The steps as inline pieces, the number first; the guide's own, or the usual ones."""
        composer = Composer(self.guide, self.words)
        for number, step in enumerate(self.guide.how_to_use or self.usual_steps(), 1):
            item = Tag("LI", parent)
            body = Tag("LBody", item)
            label = Inline(f"{number} ", Tag("Lbl", item), True)
            if isinstance(step, tuple):
                yield (label, *composer.inlines(step, body))
            else:
                yield (label, *self.step(step, body))

    def usual_steps(self):
        listings = self.guide.listings
        checked = sum(1 for listing in listings if listing.verified)
        state = "step_unverified" if not checked else "step_checked" if checked == len(listings) else "step_partly"
        return "step_find", "step_numbers", state, "step_wrong"

    def step(self, name, tag):
        """A usual step by the name of its words, in each language."""
        def make(words, own):
            return fill(getattr(words, name), own, index=reference(words.step_index, INDEX, words.index, own, words),
                        form=reference(words.step_form, FORM, words.form_title, own, words))

        return in_each(self.words, tag, make)

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
            link = Link(target, link_description(target, line.text or line.phone.printed, self.words), ruled=False)
            number = Inline(line.phone.printed.replace(" ", "\u00a0"), Tag("Link", tag), True, link)
            column.add((number,), self.style.phone)
        elif line.phone:
            column.add((Inline(line.phone.printed, tag),), self.style.body)

    # --- foot of the cover

    def stamp(self, height):
        """The place for a clinic's stamp, or the publisher's name or logo."""
        return stamp_box(self.guide.publisher, self.setter, self.words, self.root,
                         (self.left, self.bottom - height, self.half, height))

    def counts(self, foot):
        """How many listings there are and how many are checked, ending at foot, and the height of that."""
        style = self.style.body
        lines = count_lines(self.guide.listings, self.words)
        column = Column(self.setter, self.right - self.half, self.half)
        tag = Tag("P", self.root)
        for place, text in enumerate(lines):
            column.add((Inline(text, tag),), style, runs_on=place + 1 < len(lines))
        return [move(item, 0, foot - column.y) for item in column.items], column.y


class NarrowCover(Cover):
    """A cover in one column: the help box first, and the rest as far as there is room."""

    # (scale of the title, lines to write on, height of the stamp, whether listings are counted), the roomiest first
    TRIES = (
        *((scale, lines, stamp, True) for scale in (1, 0.8) for lines, stamp in ((3, 84), (3, 60), (2, 60), (2, 40))),
        (1, 2, 40, False), (0.8, 2, 40, False), (0.65, 2, 0, False), (0.65, 1, 0, False),
    )

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.half = self.width

    def items(self):
        """Everything on the cover in reading order, references still open; list."""
        band, title_y = self.band(), self.top + self.band_height + 24
        wanted = self.wanted_room()
        for least, (scale, lines, least_stamp, counted) in product((wanted, 0), self.TRIES):
            stamp_high = stamp_height(self.guide.publisher, self.setter, self.half, least_stamp)
            title, y = self.title(title_y, scale)
            box, box_height = self.help_now(lines, 0)
            counts, counts_height = self.counts(self.bottom - stamp_high - 8) if counted else ([], 0)
            room = self.bottom - stamp_high - 8 - counts_height - 8 - box_height - 16 - y
            if room >= least:
                break
        self.full = room < 0
        stamp = self.stamp(stamp_high) if stamp_high else []
        return band + title + self.middle(y, room, (box, box_height)) + stamp + counts

    def wanted_room(self):
        """What has to be left beside the help box; the rest is set where there is room for it."""
        return 0

    def middle(self, y, room, box):
        """Sections, help box and steps, each that fits the room below y."""
        items, height = [], self.sections_height()
        steps, steps_height = self.how_to_use() if self.style.cover.steps else ([], 0)
        if height and height + 24 <= room:
            items += self.sections(y + 24, Tag("Sect", self.root))
            y, room = y + 24 + height, room - 24 - height
        items += [move(item, 0, y + 16) for item in box[0]]
        if steps and steps_height + 16 <= room:
            items += [move(item, 0, y + 32 + box[1]) for item in steps]
        return items


class BilingualCover(NarrowCover):
    """A cover in two languages: the sections come before lines to write on; a small page gives up the subtitle."""

    LEAST_TITLE = 0.6
    TRIES = (*NarrowCover.TRIES, (LEAST_TITLE, 1, 0, False))

    def title(self, y, scale=1):
        self.subtitle = self.guide.subtitle if scale > self.LEAST_TITLE else ""
        return super().title(y, scale)

    def wanted_room(self):
        height = self.sections_height()
        return height + 24 if height else 0


def make_cover(guide, setter, words, root):
    """The cover that suits the style."""
    if setter.style.second:
        return BilingualCover(guide, setter, words, root)
    kind = Cover if setter.style.cover.columns == 2 else NarrowCover
    return kind(guide, setter, words, root)


def count_lines(listings, words):
    """What the cover says of the listings: how many, and how many were checked; tuple of str."""
    count = len(listings)
    checked = sum(1 for listing in listings if listing.verified)
    first = words.count_one if count == 1 else words.say("count_many", count=count)
    if checked == 0:
        return first, words.none_checked
    if checked == count:
        return first, words.all_checked
    return first, words.one_checked if checked == 1 else words.say("some_checked", count=checked)


def publisher_lines(publisher, setter, parent, measure):
    """The publisher's name and address as a Column of this measure, closer together where there are many lines."""
    lines = [publisher.name, *publisher.address] if publisher.name else list(publisher.address)
    if len(lines) > MOST_LINES:
        lines = [lines[0], ", ".join(lines[1:])]
    column, tag = Column(setter, 0, measure), Tag("P", parent)
    for place, text in enumerate(lines):
        column.add((Inline(text, tag, place == 0 and bool(publisher.name)),), setter.style.body, runs_on=place + 1 < len(lines))
    return column


def stamp_height(publisher, setter, width, least):
    """How high the box of the stamp has to be for what stands in it, logo and all; 0 where there is none."""
    if not least:
        return 0
    text = publisher_lines(publisher, setter, None, width - 20).y
    return max(least, (text + 16 if text else 0) + (LOGO_HEIGHT if publisher.logo else 0))


def stamp_box(publisher, setter, words, parent, frame):
    """A box for a clinic's stamp at (x, y, width, height), or with the publisher in it; list of items."""
    x, y, width, height = frame
    style = setter.style
    items = [Box(x, y, width, height, None, STAMP_BOX, BLACK)]
    column = publisher_lines(publisher, setter, parent, width - 20)
    text_top = y + max(8, (height - column.y) / 2)
    if publisher.logo:
        text_top = y + height - 8 - column.y
        items.append(logo(publisher, parent, (x + 10, y + 8, width - 20, height - 16 - column.y)))
    elif not column.items:
        caption = Column(setter, 0, width - 20)
        caption.add((Inline(words.stamp, Tag("P", parent)),), style.small)
        lowest = y + height - 10 - style.small.baseline - (caption.y - style.small.leading)
        return items + [move(item, x + 10, lowest) for item in caption.items]
    return items + [move(item, x + 10, text_top) for item in column.items]


def logo(publisher, parent, frame):
    """The publisher's logo, as large as its frame allows, its proportions kept."""
    x, y, width, height = frame
    pixels_wide, pixels_high = read_picture(publisher.logo).image.size
    scale = min(width / pixels_wide, height / pixels_high)
    tag = Tag("Figure", parent, alternate=publisher.logo_alternate_text)
    return Image(tag, x, y + (height - pixels_high * scale) / 2, pixels_wide * scale, pixels_high * scale, publisher.logo)
