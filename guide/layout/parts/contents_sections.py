"""The contents by section, for a guide whose listings take more than a page of them: the index by name has those."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from guide.language.words import Words
from guide.layout.body.galley import Column, Row, shifted
from guide.layout.compose.links import label_tag
from guide.layout.pages import Line
from guide.layout.parts.base import Items
from guide.layout.parts.contents import LEAST_PAGE, Contents, ContentsEntry
from guide.layout.tags import Tag
from guide.layout.type.inline import Inline
from guide.layout.type.numbers import in_a_row
from guide.layout.type.setter import Setter
from guide.layout.type.shapes import key, key_width
from guide.layout.type.style import HAIRLINE

KEY = 28  # points, with a body of 12: the side of a section's key


class SectionRange(NamedTuple):
    """A section, and the numbers of its first and its last listing; 0 where it has none, or they are not in a row."""

    entry: ContentsEntry
    first: int
    last: int


def sections_of(entries: Iterable[ContentsEntry]) -> list[SectionRange]:
    """The sections of the contents, each with the range of its listings."""
    found: list[SectionRange] = []
    for level, group in groupby(entries, lambda entry: entry.level):
        if level == 1:
            found += [SectionRange(entry, 0, 0) for entry in group]
        elif level == 2:
            found[-1] = SectionRange(found[-1].entry, *in_a_row([entry.number for entry in group]))
    return found


class SectionContents(Contents):
    """Sections 40 high, and the parts behind them; in the first column, and on where that is full."""

    def __init__(self, setter: Setter, words: Words, root: Tag, note: str) -> None:
        super().__init__(setter, words, root, note)
        count = self.grid.index_columns
        self.width = (self.grid.live - (count - 1) * self.grid.gutter) / count
        self.page_room = max(LEAST_PAGE, setter.folio_width(self.style.body.size))
        self.text_x = 5 * self.style.u  # of names

    def pages(self, entries: Sequence[ContentsEntry]) -> list[Items]:
        """The pages, in as many columns as the index has."""
        sections = sections_of(entries)
        widest = max((each.entry.number for each in sections), default=1)
        keys = key_width(self.key_side, widest, self.style) + 1.5 * self.style.u
        self.text_x = max(self.text_x, keys)
        title = self.title()
        rows = [self.section(each) for each in sections]
        parts = [self.part(entry) for entry in entries if entry.level == 0]
        return self.filled(title, rows, parts)

    @property
    def key_side(self) -> float:
        return KEY * self.style.body.size / 12

    def filled(self, title: Row, sections: Sequence[Row], parts: Sequence[Row]) -> list[Items]:
        """The rows in columns below the title, the parts below a hairline; no column begins with that."""
        pages, column, first = [list(title.items)], 0, title.height + self.style.u
        y = first
        rows = [*sections, *([self.rule()] if parts else []), *parts]
        for place, row in enumerate(rows):
            needed = row.height + (rows[place + 1].height if place == len(sections) and parts else 0)
            if y + needed > self.grid.depth and y > (first if len(pages) == 1 else 0):
                column, y = column + 1, first if len(pages) == 1 else 0
                if column == self.grid.index_columns:
                    pages.append([])
                    column, y = 0, 0
            x = column * (self.width + self.grid.gutter)
            pages[-1] += [item.moved(x, 0) for item in shifted(row, y)]
            y += row.height
        return pages

    def rule(self) -> Row:
        return Row(self.style.u / 2, (Line(0, 0, self.width, 0, HAIRLINE),))

    def section(self, listed: SectionRange) -> Row:
        """Hairline, key, name in bold with its page, and the range of listings under it."""
        u, body, entry = self.style.u, self.style.body, listed.entry
        tag = self.entry_tag(entry)
        column = Column(self.setter, self.text_x, self.width - self.text_x - self.page_room)
        column.items.append(Line(0, 0, self.width, 0, HAIRLINE))
        column.skip(u / 2)
        label = label_tag(tag)
        column.items += key(0, column.y, self.key_side, entry.number, self.style, label, entry.icon)
        column.add((Inline(entry.title + " ", tag, True),), body)
        baseline = column.y - body.leading + body.baseline
        column.items.append(self.page_number(entry, tag, self.width, baseline, body.size))
        if words := self.range_words(listed):  # a paragraph of its own: no number follows the page
            row = tag.parent.parent if tag.parent else None
            column.add((Inline(words, Tag("P", row)),), body)
        column.y = max(column.y, u / 2 + self.key_side)
        column.items.append(self.row_area(entry, tag, 0, self.width, column.y))
        column.skip(u / 2)
        return column.row()

    def range_words(self, listed: SectionRange) -> str:
        """ "Listings 7-14", in each language."""
        if not listed.first:
            return ""
        name = "listing_single" if listed.first == listed.last else "listings_range"
        return self.words.say(name, first=listed.first, last=listed.last)

    def part(self, entry: ContentsEntry) -> Row:
        """The name of a part behind the sections, and its page."""
        body, tag = self.style.body, self.entry_tag(entry)
        column = Column(self.setter, self.text_x, self.width - self.text_x - self.page_room)
        column.add((Inline(entry.title + " ", tag),), body, indent=1.5 * self.style.u)
        baseline = column.y - body.leading + body.baseline
        column.items.append(self.page_number(entry, tag, self.width, baseline, body.size))
        column.items.append(self.row_area(entry, tag, 0, self.width, column.y))
        return column.row()
