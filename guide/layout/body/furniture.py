"""What every page carries: running head, folio, foot, thumb tabs, and what offers help."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from guide.frozen import frozen
from guide.language.words import Words
from guide.layout.body.service import Service, takes_foot
from guide.layout.body.tabs import Tabs, tab
from guide.layout.compose.links import filled, page_inline, place_name
from guide.layout.compose.templates import fill, in_each
from guide.layout.pages import Line
from guide.layout.tags import FOOTER, HEADER, Tag
from guide.layout.type.cut import cut_to_fit
from guide.layout.type.fonts import CAP_HEIGHT
from guide.layout.type.inline import Anchor, Fragment, Inline, Link, OpenItem, RichLine, SetLine, fragments_of
from guide.layout.type.setter import Setter
from guide.layout.type.shapes import key, key_width
from guide.layout.type.style import HAIRLINE

FORM = Anchor("form")
FOOTS = ("something_wrong", "something_wrong_short")  # the first that has room beside the edition is printed
CLEAR = 20  # points from the last line of a foot to the edge
MOST_FOOT_LEADING = 20  # points: two lines of a foot stay clear of the frame and of the edge
NO_TABS = Tabs()


@frozen
class Head:
    """What the running head of a page says."""

    name: str  # of the section, or of another part of the guide
    section: int = 0  # its number for the key; 0 for a part without one
    listings: str = ""  # "Listings 3-5"
    tabs: tuple[int, ...] = ()


class Foot(NamedTuple):
    """What the foot of every page says: where to report, by the name of the words, and the edition."""

    report: str
    edition: str
    both: bool  # whether a page has room for the two; else a recto has one of them and a verso the other


class Furniture:
    """Sets running heads, feet and tabs of one edition; x counts from the left edge of the page."""

    def __init__(
        self,
        setter: Setter,
        words: Words,
        editions: Sequence[str],
        tabs: Tabs = NO_TABS,
        form: bool = True,
    ) -> None:
        self.setter = setter
        self.style = setter.style
        self.grid = setter.style.grid
        self.words = words
        self.editions = editions  # the words that tell the edition, the fullest first
        self.tabs = tabs
        self.form = (
            form  # whether there is a form for what is wrong; else readers are asked to tell the staff
        )
        self.reported: list[SetLine] = []  # the first foot that says where to report what is wrong
        self.foot_tag: Tag | None = None  # of the first foot: the others repeat it and are artifacts
        self.service: Service | None = None  # where the book says `Need help now?`

    def plain(
        self, text: str, x: float, y: float, size: float, bold: bool = False, kind: Tag | None = None
    ) -> list[OpenItem]:
        """A text that is an artifact, of a `kind` if it is a head's or a foot's."""
        return self.setter.place([Fragment(Inline(text, kind, bold), text)], x, y, size)

    def right(
        self, text: str, x: float, y: float, size: float, bold: bool = False, kind: Tag | None = None
    ) -> list[OpenItem]:
        """A text that is an artifact and ends at x."""
        return self.plain(text, x - self.setter.width(text, size, bold), y, size, bold, kind)

    @property
    def is_repeated(self) -> bool:
        """Whether all of it that is read but once stands on a page before."""
        strip = self.service if self.service and self.service.has_strip else None
        if strip and (not strip.said or takes_foot(self.style)):
            return strip.said
        return self.foot_tag is not None

    @property
    def help_at(self) -> int:
        """The last folio with the box of help at the end of a section; 0 for none."""
        return self.service.last_folio if self.service else 0

    @help_at.setter
    def help_at(self, folio: int) -> None:
        if self.service:
            self.service.last_folio = folio

    @property
    def made_of(self) -> tuple[Any, ...]:
        """What decides how it looks, in one style and in the same words."""
        service = self.service
        help_lines = (service.guide.help_now, service.has_ends, service.has_strip) if service else ()
        return tuple(self.editions), self.tabs, self.form, help_lines

    # --- running head

    def head(self, head: Head, folio: int) -> list[OpenItem]:
        """Folio outside, then key and name, the range of listings inside."""
        style, grid = self.style, self.grid
        left, y, size = grid.left(folio), grid.head, style.small.size
        right = left + grid.live
        column = max(grid.number_column, self.setter.width(str(folio), style.folio, True) + style.u)
        key_side: float = key_width(style.key_head, head.section, style) if head.section else 0
        name_from = column + (key_side + 6 if head.section else 0)
        name = self.shortened(head.name, grid.live - name_from, size)
        width = self.setter.width(name, size)
        key_y = y - CAP_HEIGHT * size / 2 - style.key_head / 2
        if self.grid.is_recto(folio):
            items = self.right(str(folio), right, y, style.folio, True, HEADER)
            items += self.right(name, right - name_from, y, size, kind=HEADER)
            key_x = right - column - key_side
        else:
            items = self.plain(str(folio), left, y, style.folio, True, HEADER)
            items += self.plain(name, left + name_from, y, size, kind=HEADER)
            key_x = left + column
        if head.section:
            items += key(key_x, key_y, style.key_head, head.section, style)
        room = grid.live - name_from - width - 1.5 * style.u
        if head.listings and style.listing_range and self.setter.width(head.listings, size) <= room:
            items += (
                self.plain(head.listings, left, y, size, kind=HEADER)
                if self.grid.is_recto(folio)
                else self.right(head.listings, right, y, size, kind=HEADER)
            )
        return items

    def shortened(self, text: str, room: float, size: float, bold: bool = False) -> str:
        """A text that fits, cut where it is too long."""
        return cut_to_fit(text, room, size, self.setter, bold)

    # --- foot

    def foot(self, folio: int, root: Tag, with_form: bool = True) -> list[OpenItem]:
        """Where to report what is wrong, and the edition.

        A page that is too narrow for both has one of them: where to report on the right, the edition on the left.
        """
        size, left, y = self.style.small.size, self.grid.left(folio), self.grid.foot
        items: list[OpenItem] = []
        if self.service and self.service.has_strip:
            items += self.service.strip(folio)
            if takes_foot(self.style):
                return items
        foot = self.chosen_foot
        if with_form and (foot.both or folio % 2):
            lines = self.repeated_foot if self.foot_tag else self.first_foot(root)
            leading = min(self.style.small.leading, MOST_FOOT_LEADING)
            half = (len(lines) - 1) / 2 * leading
            middle = min(y, self.grid.height - CLEAR - half)
            items += [
                RichLine(left, middle - half + place * leading, line, size)
                for place, line in enumerate(lines)
            ]
            if not foot.both:
                return items
        return items + self.right(foot.edition, left + self.grid.live, y, size, kind=FOOTER)

    def foot_fragments(self, name: str, tag: Tag | None) -> SetLine:
        """Where to report what is wrong, in the words of this name."""
        if not self.form:
            told = in_each(self.words, tag, lambda words, own: (Inline(words.leaflet_wrong, own),))
            return tuple(fragments_of(told))
        shown = " ".join(filled(getattr(words, name), words) for words in self.words.versions)
        called = place_name(shown, self.words.versions[0].form_title, self.words.versions[0])
        is_read = tag is not FOOTER
        link = Link(FORM, called, ruled=False, area=is_read, tag=self.foot_tag if is_read else None)

        def in_one(words: Words, own: Tag | None) -> tuple[Inline, ...]:
            return fill(getattr(words, name), own, link, page=(page_inline(words, own, link, FORM),))

        return tuple(fragments_of(in_each(self.words, tag, in_one)))

    def foot_lines(self, name: str, tag: Tag | None) -> list[SetLine]:
        """The same as lines: one, or on a narrow page as many as it takes, the second language on lines of its own."""
        fragments, size, live = self.foot_fragments(name, tag), self.style.small.size, self.grid.live
        if self.setter.line_width(fragments, size) <= live:
            return [fragments]
        first, second = (
            tuple(each.inline for each in fragments if each.inline.apart == apart) for apart in (False, True)
        )
        return [
            line for inlines in (first, second) if inlines for line in self.setter.lines(inlines, size, live)
        ]

    def first_foot(self, root: Tag) -> list[SetLine]:
        """Where to report what is wrong, on the first page that says so."""
        paragraph = Tag("P", root)
        self.foot_tag = Tag("Link", paragraph) if self.form else paragraph
        self.reported = self.foot_lines(self.chosen_foot.report, self.foot_tag)
        return self.reported

    @cached_property
    def repeated_foot(self) -> list[SetLine]:
        """Where to report what is wrong, as an artifact: the first foot has its tag already."""
        return self.foot_lines(self.chosen_foot.report, FOOTER)

    @cached_property
    def chosen_foot(self) -> Foot:
        """What the foot of every page says, as full as it has room for."""
        size, live = self.style.small.size, self.grid.live
        feet = [(name, self.setter.line_width(self.foot_fragments(name, None), size)) for name in FOOTS]
        widths = [(edition, self.setter.width(edition, size)) for edition in self.editions]
        for edition, width in widths:
            for name, report in feet:
                if report <= live - width - 1.5 * self.style.u:
                    return Foot(name, edition, True)
        edition = next((edition for edition, width in widths if width <= live), self.editions[-1])
        return Foot(next((name for name, report in feet if report <= live), FOOTS[-1]), edition, False)

    def has_room(self, text: str) -> bool:
        """Whether a text fits the foot beside the edition."""
        if self.service and self.service.has_strip and takes_foot(self.style):
            return False
        size, edition = self.style.small.size, self.chosen_foot.edition
        return (
            self.setter.width(text, size)
            <= self.grid.live - self.setter.width(edition, size) - 1.5 * self.style.u
        )

    def with_last_line(self, items: Iterable[OpenItem], text: str, folio: int, parent: Tag) -> list[OpenItem]:
        """What is on the last page, with this text at its foot in the place of where to report."""
        reports = [*self.repeated_foot, *self.reported]
        kept = [
            item
            for item in items
            if not (isinstance(item, RichLine) and any(item.fragments is each for each in reports))
        ]
        fragment = Fragment(Inline(text, Tag("P", parent)), text)
        x, y = self.grid.left(folio), self.grid.foot
        return kept + self.setter.place([fragment], x, y, self.style.small.size)

    # --- thumb tabs

    def tab_items(self, sections: Iterable[int], folio: int) -> list[OpenItem]:
        """A block at the outer trim for each section on the page."""
        places, icons = self.tabs
        recto = self.grid.is_recto(folio)
        return [
            item
            for section in sections
            if section <= len(places)
            for item in tab(places[section - 1], section, icons[section - 1], self.style, recto)
        ]

    # --- notes

    def notes(self, folio: int) -> list[OpenItem]:
        """Ruled lines on the whole of a page."""
        u, grid, body = self.style.u, self.grid, self.style.body
        left, top = grid.left(folio), grid.top
        main, right = left + grid.number_column, left + grid.live
        items: list[OpenItem] = [Line(left, top, right, top, HAIRLINE)]
        items += self.plain(self.words.notes, main, top + u + body.baseline, body.size, True)
        y = top + u + 4.5 * u
        while y <= grid.bottom:
            items.append(Line(main, y, right, y, HAIRLINE))
            y += 4 * u
        return items
