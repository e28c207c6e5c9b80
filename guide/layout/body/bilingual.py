"""Two languages on a page: beside each other paragraph by paragraph, or the second under the first (look: two languages).

Names, addresses and numbers stand once; hours, status, prose and facts in both languages.
"""

from dataclasses import replace
from itertools import zip_longest

from guide.language.both import Both, beside, texts_of
from guide.layout.body.galley import Chunk, Column, Row, merge, set_prose, shifted, split_lines, stack
from guide.layout.body.listing import ListingSetter
from guide.layout.compose.blocks import ListBlock
from guide.layout.pages import Tag
from guide.layout.type.inline import Fragment, Inline
from guide.layout.type.mirror import mirrored
from guide.layout.type.setter import Setter
from guide.layout.type.shapes import list_dot, status_mark


def together(first, second):
    """One guide whose titles and topics are in both languages, for cover, contents and index."""
    sections = tuple(
        replace(
            one,
            title=beside(one.title, other.title),
            listings=tuple(map(_topics, one.listings, other.listings)),
        )
        for one, other in zip(first.sections, second.sections)
    )
    words = dict(_topic_pairs(first, second))
    synonyms = [(word, words.get(topic, topic)) for word, topic in first.topic_synonyms]
    synonyms += [
        (word, beside(topic, other))
        for (word, other), (_, topic) in zip(second.topic_synonyms, first.topic_synonyms)
    ]
    synonyms += [
        (texts_of(merged)[-1], merged) for merged in dict.fromkeys(words.values()) if merged not in words
    ]
    return replace(
        first,
        title=beside(first.title, second.title),
        subtitle=beside(*filter(None, (first.subtitle, second.subtitle))),
        sections=sections,
        topic_synonyms=tuple(dict.fromkeys(synonyms)),
        help_now=tuple(
            replace(one, text=beside(one.text, other.text) if one.text else "")
            for one, other in zip(first.help_now, second.help_now)
        ),
    )


def topic_words(guide):
    """Every topic of a guide and every other word for one; frozenset of str."""
    topics = {topic for listing in guide.listings for topic in (*listing.services, *listing.audience)}
    return frozenset(topics | {word for word, _ in guide.topic_synonyms})


def _topics(one, other):
    return replace(
        one,
        services=tuple(map(beside, one.services, other.services)),
        audience=tuple(map(beside, one.audience, other.audience)),
    )


def _topic_pairs(first, second):
    for one, other in zip(first.listings, second.listings):
        for pair in (*zip(one.services, other.services), *zip(one.audience, other.audience)):
            yield pair[0], beside(*pair)


def add_title(column, text, tag, text_style=None):
    """Set a heading, in h1 unless told; where two languages do not fit one line, the second stands under the first, as in a
    section's."""
    setter, style = column.setter, column.setter.style
    text_style = text_style or style.h1
    if not isinstance(text, Both) or setter.width(text, text_style.size, True) <= column.measure:
        column.add((Inline(text, tag, True),), text_style)
        return
    column.add((Inline(text.first + " ", tag, True),), text_style)
    second = Inline(text.second, Tag("Span", tag, language=style.second.language))
    Pair(setter).add(column, (second,), style.phone)


class Pair:
    """Sets texts of the second language: with its own setter, turned round where it runs the other way."""

    def __init__(self, setter):
        self.setter = setter
        self.second = Setter(setter.style.second, len(setter.folio_reserve))
        self.turned = self.second.leftward != setter.leftward
        self.beside = setter.style.beside

    def columns(self, x, width):
        """((x, measure) of the first language, the same of the second) in a column of a width."""
        if not self.beside:
            return (x, width), (x, width)
        gutter = self.setter.style.grid.gutter
        half = (width - gutter) / 2
        return (x, half), (x + half + gutter, half)

    def turn(self, items, x, measure):
        """Items that the second setter has set in a column, at their places on the page."""
        items = [item._replace(setter=self.second) if hasattr(item, "fragments") else item for item in items]
        return mirrored(items, x, measure) if self.turned else items

    def add(self, column, inlines, style, indent=0):
        """Set a paragraph of the second language under what a column holds."""
        own = Column(self.second, column.x, column.measure)
        own.add(inlines, style, indent=indent)
        column.items += [*shifted(Row(0, tuple(self.turn(own.items, column.x, column.measure))), column.y)]
        column.y += own.y

    # --- prose

    def prose(self, first, second, x, prose, main):
        """Chunks of prose in both languages, `prose` and `main` wide where they stand under or beside each other."""
        if not self.beside:
            below = set_prose(second, self.second, x, prose)
            below = [
                chunk._replace(row=Row(chunk.row.height, tuple(self.turn(chunk.row.items, x, prose))))
                for chunk in below
            ]
            below[:1] = (
                [chunk._replace(space=self.setter.style.u) for chunk in below[:1]] if first else below[:1]
            )
            return set_prose(first, self.setter, x, prose) + below
        chunks, pairs = [], list(zip_longest(first, second))
        for place, pair in enumerate(pairs):
            before = first[place - 1] if 0 < place <= len(first) else None
            new = self.block(pair, x, main, bool(chunks), before)
            following = pairs[place + 1] if place + 1 < len(pairs) else ()
            if any(isinstance(block, ListBlock) for block in following) and not isinstance(
                pair[0], ListBlock
            ):
                new[-1:] = [
                    chunk._replace(leads=True) for chunk in new[-1:]
                ]  # what leads to a list stays with it
            chunks += new
        return chunks

    def block(self, pair, x, main, spaced, before):
        """The chunks of a pair of blocks that begin on one line."""
        u, style = self.setter.style.u, self.setter.style
        units = [list(_units(block)) if block else [] for block in pair]
        columns = self.columns(x, main)
        chunks = []
        for place, sides in enumerate(zip_longest(*units)):
            set_sides = []
            for unit, setter, (left, measure) in zip(sides, (self.setter, self.second), columns):
                indent = (1.5 * u if unit[0] is not None else 0) if unit else 0
                lines = setter.lines(unit[1], style.body.size, measure - indent) if unit else []
                set_sides.append((unit, lines, left, measure, indent))
            for number, part in enumerate(
                split_lines(list(zip_longest(*(lines for _, lines, *_ in set_sides))))
            ):
                count = max(map(len, units))
                leads = count > 1 and place in (0, count - 2)  # neither end of a list stands alone
                chunks.append(self.part(set_sides, part, number, leads))
        is_list = isinstance(pair[0], ListBlock)
        space = (
            (0 if is_list and before is not None and not isinstance(before, ListBlock) else u)
            if spaced
            else 0
        )
        return [chunks[0]._replace(space=space), *chunks[1:]] if chunks else []

    def part(self, sides, lines, number, leads):
        """Lines of both languages, side by side, as a chunk that is never split."""
        body, items = self.setter.style.body, []
        for side, (unit, _, left, measure, indent) in enumerate(sides):
            setter, own = (self.setter, self.second)[side], []
            if unit and unit[0] is not None and number == 0:
                label = unit[0]
                own += (
                    setter.place([Fragment(label, label.text)], left, body.baseline, body.size)
                    if label.text
                    else [list_dot(left, body.baseline, body.size)]
                )
            for row, pair in enumerate(lines):
                if pair[side]:
                    own += setter.place(
                        pair[side], left + indent, row * body.leading + body.baseline, body.size
                    )
            items += self.turn(own, left, measure) if side else own
        return Chunk(Row(len(lines) * body.leading, tuple(items)), 0, len(lines), number > 0, leads)


def _units(block):
    """(label or None, inlines) of a paragraph, or of each item of a list."""
    if isinstance(block, ListBlock):
        yield from ((item.label, item.inlines) for item in block.items)
    else:
        yield None, block.inlines


class BilingualSetter(ListingSetter):
    """Sets listings in two languages."""

    def __init__(self, setter):
        super().__init__(setter)
        self.pair = Pair(setter)

    def prose_chunks(self, block):
        chunks = self.pair.prose(
            block.prose, block.second.prose, self.main_x, self.grid.prose, self.grid.main
        )
        return chunks + self.fact_pairs(block, bool(chunks))

    def alert(self, block):
        row = super().alert(block)
        if not block.second.alert:
            return row
        column = Column(self.setter, self.main_x, self.grid.main)
        self.pair.add(column, (block.second.alert,), self.style.contents_section)
        return stack([row, column.row(self.style.up(column.y))])

    def status(self, block):
        """The status line in both languages, each with its sign."""
        u, body = self.style.u, self.style.body
        scale = body.size / 12
        rows = []
        for side, (text, (x, measure)) in enumerate(
            zip((block.status, block.second.status), self.pair.columns(self.main_x, self.grid.main))
        ):
            setter = (self.setter, self.pair.second)[side]
            column = Column(setter, x + 14 * scale, measure - 14 * scale)
            column.items += status_mark(x, body.baseline, scale, block.checked)
            column.add((text,), body)
            rows.append(
                Row(column.y, tuple(self.pair.turn(column.items, x, measure) if side else column.items))
            )
        row = merge(rows, max(row.height for row in rows)) if self.pair.beside else stack(rows)
        return Row(row.height + u, tuple(shifted(row, u / 4)))

    # --- the contact block

    def single_office(self, office):
        """The office without its hours, and these in a row of their own inside the bar."""
        if not office.hours or not self.pair.beside:
            return super().single_office(office)
        *rows, last = super().single_office(office._replace(hours=(), second_hours=()))
        return [*rows, self.with_hours(last, office)]

    def single(self, office):
        """The same for what belongs to all offices together."""
        if not office.hours or not self.pair.beside:
            return super().single(office)
        return self.with_hours(super().single(office._replace(hours=(), second_hours=())), office)

    def with_hours(self, row, office):
        """The row of an office with its hours in both languages beside each other at its foot."""
        hours = self.hours_row(office)
        if not (office.address or office.numbers or office.web):
            row = Row(0, (self.bar(0, 0),))
        space = self.style.u if row.height else 0
        height = self.style.up(row.height + space + hours.height)
        bar, *items = row.items
        return Row(height, (bar._replace(height=height), *items, *shifted(hours, row.height + space)))

    def hours_row(self, office):
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

    def add_hours(self, column, office, spaced):
        super().add_hours(column, office, spaced)
        for line in office.second_hours:
            self.pair.add(column, (line,), self.style.body, indent=1.5 * self.style.u)

    # --- facts

    def fact_pairs(self, block, spaced):
        """Facts run in, those of both languages beside or under each other; list of Chunk."""
        body, u = self.style.body, self.style.u
        chunks = []
        for place, facts in enumerate(zip_longest(block.facts, block.second.facts)):
            rows = []
            for side, (fact, (x, measure)) in enumerate(
                zip(facts, self.pair.columns(self.main_x, self.grid.main))
            ):
                column = Column((self.setter, self.pair.second)[side], x, min(measure, self.grid.prose))
                if fact:
                    column.add((fact.label, fact.text), body)
                rows.append(
                    Row(
                        column.y,
                        tuple(self.pair.turn(column.items, x, column.measure) if side else column.items),
                    )
                )
            row = merge(rows, max(row.height for row in rows)) if self.pair.beside else stack(rows)
            leads = place == 0 and len(block.facts) > 1
            chunks.append(
                Chunk(row, u if place == 0 and spaced else 0, int(row.height / body.leading), leads=leads)
            )
        return chunks
