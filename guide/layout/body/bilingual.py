"""Two languages on a page: beside each other paragraph by paragraph, or the second under the first (look: two languages).

Names, addresses and numbers stand once; hours, status, prose and facts in both languages.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple

from guide.formats import TextStyle
from guide.language.both import Both, one_text, texts_of
from guide.layout.body.galley import (
    Chunk,
    Column,
    Row,
    dot_marks,
    merge,
    set_prose,
    shifted,
    split_lines,
    stack,
)
from guide.layout.body.listing import STATUS_INDENT, ListingSetter
from guide.layout.compose.blocks import ListBlock, ListingBlock, OfficeBlock, ProgramBlock, ProseBlock
from guide.layout.tags import Tag
from guide.layout.type.inline import Fragment, Inline, OpenItem, RichLine, SetLine
from guide.layout.type.mirror import mirrored
from guide.layout.type.setter import Setter
from guide.layout.type.shapes import status_mark
from guide.layout.type.style import Style
from guide.model import Guide, Listing


def bilingual_guide(first: Guide, second: Guide) -> Guide:
    """One guide whose titles and topics are in both languages, for cover, contents and index."""
    sections = tuple(
        replace(
            one,
            title=one_text(one.title, other.title),
            listings=tuple(map(_topics, one.listings, other.listings)),
        )
        for one, other in zip(first.sections, second.sections)
    )
    words = dict(_topic_pairs(first, second))
    synonyms = [(word, words.get(topic, topic)) for word, topic in first.topic_synonyms]
    synonyms += [
        (word, one_text(topic, other))
        for (word, other), (_, topic) in zip(second.topic_synonyms, first.topic_synonyms)
    ]
    synonyms += [
        (texts_of(merged)[-1], merged) for merged in dict.fromkeys(words.values()) if merged not in words
    ]
    return replace(
        first,
        title=one_text(first.title, second.title),
        subtitle=one_text(*filter(None, (first.subtitle, second.subtitle))),
        sections=sections,
        publisher=replace(
            first.publisher,
            other_formats=one_text(first.publisher.other_formats, second.publisher.other_formats),
        ),
        own_pages=tuple(
            replace(one, title=one_text(one.title, other.title))
            for one, other in zip(first.own_pages, second.own_pages)
        ),
        topic_synonyms=tuple(dict.fromkeys(synonyms)),
        cover_picture=first.cover_picture
        and second.cover_picture
        and replace(
            first.cover_picture,
            alternate_text=one_text(first.cover_picture.alternate_text, second.cover_picture.alternate_text),
        ),
        help_now=tuple(
            replace(
                one,
                text=one_text(one.text, other.text) if one.text else "",
                text_language=one.text_language if one.text == other.text else "",
            )
            for one, other in zip(first.help_now, second.help_now)
        ),
    )


def topic_words(guide: Guide) -> frozenset[str]:
    """Every topic of a guide and every other word for one."""
    topics = {topic for listing in guide.listings for topic in (*listing.services, *listing.audience)}
    return frozenset(topics | {word for word, _ in guide.topic_synonyms})


def _topics(one: Listing, other: Listing) -> Listing:
    return replace(
        one,
        services=tuple(map(one_text, one.services, other.services)),
        audience=tuple(map(one_text, one.audience, other.audience)),
    )


def _topic_pairs(first: Guide, second: Guide) -> Iterator[tuple[str, str]]:
    for one, other in zip(first.listings, second.listings):
        for pair in (*zip(one.services, other.services), *zip(one.audience, other.audience)):
            yield pair[0], one_text(*pair)


def add_title(column: Column, text: str, tag: Tag, text_style: TextStyle | None = None) -> None:
    """Set a heading, in h1 unless told; where two languages do not fit one line, the second stands under the first, as in a
    section's."""
    setter, style = column.setter, column.setter.style
    text_style = text_style or style.h1
    if not isinstance(text, Both) or setter.width(text, text_style.size, True) <= column.measure:
        column.add((Inline(text, tag, True),), text_style)
        return
    column.add((Inline(text.first + " ", tag, True),), text_style)
    pair = Pair(setter)
    second = Inline(text.second, Tag("Span", tag, language=pair.second.language))
    pair.add(column, (second,), style.phone)


class SidePlace(NamedTuple):
    """Where one of two languages stands in a column."""

    x: float
    measure: float


class Unit(NamedTuple):
    """A paragraph, or an item of a list with its label."""

    label: Inline | None
    inlines: tuple[Inline, ...]


class Side(NamedTuple):
    """What one of two languages has of a unit: nothing, where the other has more of them."""

    unit: Unit | None
    lines: list[SetLine]
    place: SidePlace
    indent: float


BothLines = tuple[SetLine | None, ...]  # a line of each language, None where one has no more


class Pair:
    """Sets texts of the second language: with its own setter, turned round where it runs the other way."""

    def __init__(self, setter: Setter) -> None:
        self.setter = setter
        self.second = Setter(second_style(setter.style), len(setter.folio_reserve))
        self.turned = self.second.leftward != setter.leftward
        self.beside = setter.style.beside

    def columns(self, x: float, width: float) -> tuple[SidePlace, SidePlace]:
        """Where the first language stands in a column of a width, and where the second does."""
        if not self.beside:
            return SidePlace(x, width), SidePlace(x, width)
        gutter = self.setter.style.grid.gutter
        half = (width - gutter) / 2
        return SidePlace(x, half), SidePlace(x + half + gutter, half)

    def turn(self, items: Iterable[OpenItem], x: float, measure: float) -> list[OpenItem]:
        """Items that the second setter has set in a column, at their places on the page."""
        own = [item._replace(setter=self.second) if isinstance(item, RichLine) else item for item in items]
        return mirrored(own, x, measure) if self.turned else own

    def joined(self, rows: Sequence[Row]) -> Row:
        """The rows of both languages as one, beside or under each other."""
        return merge(rows, max(row.height for row in rows)) if self.beside else stack(rows)

    def add(self, column: Column, inlines: tuple[Inline, ...], style: TextStyle, indent: float = 0) -> None:
        """Set a paragraph of the second language under what a column holds."""
        own = Column(self.second, column.x, column.measure)
        own.add(inlines, style, indent=indent)
        column.items += [*shifted(Row(0, tuple(self.turn(own.items, column.x, column.measure))), column.y)]
        column.y += own.y

    # --- prose

    def prose(
        self, first: Sequence[ProseBlock], second: Sequence[ProseBlock], x: float, prose: float, main: float
    ) -> list[Chunk]:
        """Chunks of prose in both languages, `prose` and `main` wide where they stand under or beside each other."""
        if not self.beside:
            return self.prose_under(first, second, x, prose)
        chunks: list[Chunk] = []
        pairs = list(zip_longest(first, second))
        for place, pair in enumerate(pairs):
            before = first[place - 1] if 0 < place <= len(first) else None
            new = self.block(pair, x, main, bool(chunks), before)
            following = pairs[place + 1] if place + 1 < len(pairs) else ()
            leads = any(isinstance(block, ListBlock) for block in following)
            if leads and not isinstance(pair[0], ListBlock):  # what leads to a list stays with it
                new[-1:] = [chunk._replace(leads=True) for chunk in new[-1:]]
            chunks += new
        return chunks

    def prose_under(
        self, first: Sequence[ProseBlock], second: Sequence[ProseBlock], x: float, measure: float
    ) -> list[Chunk]:
        """Chunks of prose in the first language and then in the second."""
        chunks = set_prose(first, self.setter, x, measure)
        for place, chunk in enumerate(set_prose(second, self.second, x, measure)):
            row = Row(chunk.row.height, tuple(self.turn(chunk.row.items, x, measure)))
            space = self.setter.style.u if first and place == 0 else chunk.space
            chunks.append(chunk._replace(row=row, space=space))
        return chunks

    def block(
        self,
        pair: tuple[ProseBlock | None, ...],
        x: float,
        main: float,
        spaced: bool,
        before: ProseBlock | None,
    ) -> list[Chunk]:
        """The chunks of a pair of blocks that begin on one line."""
        units = [list(_units(block)) if block else [] for block in pair]
        count, chunks = max(map(len, units)), []
        for place, both in enumerate(zip_longest(*units)):
            leads = count > 1 and place in (0, count - 2)  # neither end of a list stands alone
            sides = self.sides(both, self.columns(x, main))
            for number, lines in enumerate(split_lines(list(zip_longest(*(side.lines for side in sides))))):
                chunks.append(self.chunk(sides, lines, number, leads))
        follows = isinstance(pair[0], ListBlock) and before is not None and not isinstance(before, ListBlock)
        space = self.setter.style.u if spaced and not follows else 0
        return [chunks[0]._replace(space=space), *chunks[1:]] if chunks else []

    def sides(self, units: tuple[Unit | None, ...], places: tuple[SidePlace, SidePlace]) -> list[Side]:
        """What each language has of a pair of units, in lines."""
        sides, style = [], self.setter.style
        for unit, setter, place in zip(units, (self.setter, self.second), places):
            indent = 1.5 * style.u if unit and unit.label is not None else 0
            lines = setter.lines(unit.inlines, style.body.size, place.measure - indent) if unit else []
            sides.append(Side(unit, lines, place, indent))
        return sides

    def chunk(self, sides: Sequence[Side], lines: Sequence[BothLines], number: int, leads: bool) -> Chunk:
        """Lines of both languages, beside each other, as a chunk that is never split."""
        items: list[OpenItem] = []
        for side, setter, lines_of_one in zip(sides, (self.setter, self.second), zip(*lines)):
            own = _side_items(side, setter, lines_of_one, self.setter.style.body, labelled=number == 0)
            items += self.turn(own, *side.place) if setter is self.second else own
        height = len(lines) * self.setter.style.body.leading
        return Chunk(Row(height, tuple(items)), 0, len(lines), number > 0, leads)


def _side_items(
    side: Side, setter: Setter, lines: Iterable[SetLine | None], body: TextStyle, labelled: bool
) -> list[OpenItem]:
    """Some lines of a unit in one language at their places, the label before the first of them."""
    x, items = side.place.x, list[OpenItem]()
    label = side.unit.label if side.unit and labelled else None
    if label and label.text:
        items += setter.place([Fragment(label, label.text)], x, body.baseline, body.size)
    elif label:
        items += dot_marks(label.tag, x, body.baseline, setter)
    for row, line in enumerate(lines):
        if line:
            items += setter.place(line, x + side.indent, row * body.leading + body.baseline, body.size)
    return items


def _units(block: ProseBlock) -> Iterator[Unit]:
    """A paragraph, or each item of a list."""
    if isinstance(block, ListBlock):
        yield from (Unit(item.label, item.inlines) for item in block.items)
    else:
        yield Unit(None, block.inlines)


def second_style(style: Style) -> Style:
    """The style of the second of two languages; ValueError where there is one alone."""
    if style.second is None:
        raise ValueError("a style of one language has no second")
    return style.second


class BilingualSetter(ListingSetter):
    """Sets listings in two languages."""

    def __init__(self, setter: Setter) -> None:
        super().__init__(setter)
        self.pair = Pair(setter)
        self.divides_facts = False  # they keep to the columns of their languages

    def prose_chunks(self, block: ListingBlock | ProgramBlock) -> list[Chunk]:
        return self.pair.prose(block.prose, block.second.prose, self.main_x, self.grid.prose, self.grid.main)

    def has_status_beside(self, block: ListingBlock) -> bool:
        """Two of them have no room there."""
        return False

    def alert(self, block: ListingBlock, alert: Inline) -> Row:
        row = super().alert(block, alert)
        if not block.second.alert:
            return row
        column = Column(self.setter, self.main_x, self.grid.main)
        self.pair.add(column, (block.second.alert,), self.style.contents_section)
        return stack([row, column.row(self.style.up(column.y))])

    def status(self, block: ListingBlock) -> Row:
        """The status line in both languages, each with its sign."""
        u, body, indent = self.style.u, self.style.body, STATUS_INDENT * self.scale
        rows = []
        for side, (text, (x, measure)) in enumerate(
            zip((block.status, block.second.status), self.pair.columns(self.main_x, self.grid.main))
        ):
            setter = (self.setter, self.pair.second)[side]
            column = Column(setter, x + indent, measure - indent)
            column.items += status_mark(x, body.baseline, self.scale, block.checked)
            column.add((text,), body)
            rows.append(
                Row(column.y, tuple(self.pair.turn(column.items, x, measure) if side else column.items))
            )
        row = self.pair.joined(rows)
        return Row(row.height + u, tuple(shifted(row, u / 4)))

    # --- the contact block

    def single_office(self, office: OfficeBlock) -> list[Row]:
        """The office without its hours, and these in a row of their own inside the bar."""
        if not office.hours or not self.pair.beside:
            return super().single_office(office)
        *rows, last = super().single_office(office._replace(hours=(), second_hours=()))
        return [*rows, self.with_hours(last, office)]

    def single(self, office: OfficeBlock) -> Row:
        """The same for what belongs to the whole, and to no office alone."""
        if not office.hours or not self.pair.beside:
            return super().single(office)
        return self.with_hours(super().single(office._replace(hours=(), second_hours=())), office)

    def with_hours(self, row: Row, office: OfficeBlock) -> Row:
        """The row of an office with its hours in both languages beside each other at its foot."""
        hours = self.hours_row(office)
        if not (office.address or office.numbers or office.web):
            row = Row(0, (self.bar(0, 0),))
        space = self.style.u if row.height else 0
        height = self.style.up(row.height + space + hours.height)
        _, *items = row.items  # the first is its bar
        return Row(
            height, (self.bar(0, height, office.reachable), *items, *shifted(hours, row.height + space))
        )

    def hours_row(self, office: OfficeBlock) -> Row:
        rows = []
        for side, (lines, (x, measure)) in enumerate(
            zip((office.hours, office.second_hours), self.pair.columns(self.main_x, self.grid.main))
        ):
            column = Column((self.setter, self.pair.second)[side], x, measure)
            for line in lines:
                column.add((line,), self.style.body, indent=1.5 * self.style.u)
            rows.append(
                Row(column.y, tuple(self.pair.turn(column.items, x, measure) if side else column.items))
            )
        return merge(rows, max(row.height for row in rows))

    def add_times(self, column: Column, office: OfficeBlock) -> None:
        super().add_times(column, office)
        for line in office.second_hours:
            self.pair.add(column, (line,), self.style.body, indent=1.5 * self.style.u)

    def add_own_facts(self, column: Column, office: OfficeBlock) -> None:
        """In the first language, and then in the second."""
        super().add_own_facts(column, office._replace(status=office.status[:1]))
        for fact in office.second_facts:
            self.pair.add(column, (fact.label, fact.text), self.style.body, indent=1.5 * self.style.u)
        for line in office.status[1:]:
            self.pair.add(column, (line,), self.style.body)

    # --- facts

    def fact_rows(self, block: ListingBlock | ProgramBlock) -> list[Row]:
        """Facts run in, those of both languages beside or under each other."""
        pairs = []
        for facts in zip_longest(block.facts, block.second.facts):
            rows = []
            for side, (fact, (x, width)) in enumerate(
                zip(facts, self.pair.columns(self.main_x, self.grid.main))
            ):
                column = Column((self.setter, self.pair.second)[side], x, min(width, self.grid.prose))
                if fact:
                    column.add((fact.label, fact.text), self.style.body)
                items = self.pair.turn(column.items, x, column.measure) if side else column.items
                rows.append(Row(column.y, tuple(items)))
            pairs.append(self.pair.joined(rows))
        return pairs
