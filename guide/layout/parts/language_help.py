"""A panel for people who read none of the edition's languages: help in theirs is free, and on which number (look: languages)."""

from collections.abc import Sequence
from dataclasses import replace

from guide.formats import TextStyle
from guide.language.files import language_name
from guide.language.words import ENGLISH, Words, words_in
from guide.layout.body.bilingual import add_title
from guide.layout.body.galley import Column, Row
from guide.layout.compose.links import dial_name, reference
from guide.layout.compose.offices import OfficeComposer
from guide.layout.compose.templates import in_each
from guide.layout.compose.voice import Voice
from guide.layout.pages import BLACK, Line
from guide.layout.parts.base import Items, Part
from guide.layout.tags import Tag
from guide.layout.type.fonts import default_stacks
from guide.layout.type.inline import Anchor, Fragment, Inline
from guide.layout.type.mirror import mirrored
from guide.layout.type.setter import Setter
from guide.layout.type.shapes import circle
from guide.layout.type.style import COVER_RULE, HAIRLINE, style_for
from guide.model import Guide

LANGUAGE_HELP = Anchor("language-help")
NARROW = 270  # points: the live width below which a panel has names alone
LEAST_COLUMN = 160  # points: of the live width for each column, where there is one more than usual
GUTTER = 16  # between the columns of a narrow panel
RISE = 0.7  # of a line of names: where their baseline is
BODY, SAYING = 4 / 3, 1.6  # leadings over sizes, as in an edition of Latin letters


class LanguageHelp(Part):
    """Sets the panel; x from the left edge of the live width, y from the top of the frame."""

    def __init__(self, guide: Guide, setter: Setter, words: Words, root: Tag) -> None:
        super().__init__(setter, words, Tag("Sect", root))
        self.guide = guide

    def pages(self, languages: Sequence[str]) -> list[Items]:
        """The pages of the panel: on narrow ones the names of languages alone, if one page has them all; else what to say in each.

        That help is free stands with it unless the panel would have a page more for that; a third column is made if that saves one.
        """
        grid, h1 = self.grid, self.style.h1
        if grid.live < NARROW:
            items, left_out = self.names(languages, grid.live, grid.depth, h1)
            if not left_out:
                return [items]
        pages = self.sayings(languages, True)
        for free, more in ((False, 0), (True, 1), (False, 1)):
            count = self.grid.index_columns + more
            if len(pages) == 1 or more and self.grid.live < count * LEAST_COLUMN:
                break
            shorter = self.sayings(languages, free, count)
            pages = shorter if len(shorter) < len(pages) else pages
        return pages

    def sayings(self, languages: Sequence[str], free: bool, columns: int = 0) -> list[Items]:
        """The pages with what to say in each language, and perhaps that help is free; in as many columns as an index or more."""
        count = columns or self.grid.index_columns
        width = (self.grid.live - (count - 1) * self.grid.gutter) / count
        head = self.head(self.grid.live, self.style.h1)
        listed = Tag("L", self.root)
        rows = [self.row(code, listed, width, free) for code in languages]
        filled: list[list[tuple[Row, float]]] = [[]]
        y: float = 0
        tall = -(-len(rows) // count)  # of a column, if all fit
        for row in rows:
            depth = self.grid.depth - (head.height if len(filled) <= count else 0)
            full = len(filled[-1]) >= tall and len(filled) < count
            if filled[-1] and (y + row.height > depth or full):
                filled.append([])
                y = 0
            filled[-1].append((row, y))
            y += row.height
        return [
            self.page(None if start else head, filled[start : start + count], width)
            for start in range(0, len(filled), count)
        ]

    def page(self, head: Row | None, columns: Sequence[Sequence[tuple[Row, float]]], width: float) -> Items:
        """A page: its head, and columns of rows, each with its height in the column, with a hairline at their ends."""
        items, top = (list(head.items), head.height) if head else ([], 0.0)
        for side, column in enumerate(columns):
            x, last = side * (width + self.grid.gutter), 0.0
            for row, y in column:
                items += [item.moved(x, top + y) for item in row.items]
                last = top + y + row.height
            items.append(Line(x, last, x + width, last, HAIRLINE))
        return items

    def head(self, width: float, style: TextStyle) -> Row:
        """Rule, title, what the staff is asked, in the language of the staff, and the number."""
        u, column = self.style.u, Column(self.setter, 0, width)
        column.items.append(Line(0, 0, width, 0, COVER_RULE))
        column.skip(u)
        add_title(column, self.words.language_help, Tag("H2", self.root), style)
        column.skip(u)
        column.measure = min(width, self.grid.prose + 6 * u)
        column.add((self.staff_line(),), self.style.body)
        if self.guide.language_help:
            voice, phone = Voice(self.guide, self.words.versions[0]), self.guide.language_help.phone
            office = OfficeComposer(voice)
            number = office.number(phone, "", self.root).number
            wanted = self.words.versions[0].need_interpreter
            link = number.link and number.link._replace(description=dial_name(phone, self.words, wanted))
            column.add((number._replace(link=link),), self.style.phone)
        column.skip(2 * u)
        return column.row()

    def row(self, code: str, listed: Tag, width: float, free: bool) -> Row:
        """Hairline, what to say in a language, perhaps that it is free, and what the language is called, for the staff."""
        words = words_in(code)
        texts = ((words.need_interpreter, "contents_section"), (words.language_help_free, "body"))
        tag, said = self.said(code, listed, width, *texts[: 1 + free])
        named = Column(self.setter, 0, width)
        named.y = said.height
        named.add(
            (Inline(language_name(code, ENGLISH.language), Tag("Span", tag, language=ENGLISH.language)),),
            self.style.body._replace(leading=self.style.body.size * BODY),
        )
        named.skip(self.style.u / 2)
        return Row(named.y, (*said.items, *named.items))

    def said(self, code: str, listed: Tag, width: float, *texts: tuple[str, str]) -> tuple[Tag, Row]:
        """(tag, row) of texts in a language, each with the name of its style, from its own side below a hairline."""
        own, tag = self.setter_for(code), Tag("LBody", Tag("LI", listed), language=code)
        column = Column(own, 0, width)
        column.skip(self.style.u / 2)
        for text, style in texts:
            column.add((Inline(text + " ", tag),), getattr(own.style, style))
        items = mirrored(column.items, 0, width) if own.leftward != self.setter.leftward else column.items
        return tag, Row(column.y, (Line(0, 0, width, 0, HAIRLINE), *items))

    def brief(self, languages: Sequence[str], measure: float) -> list[Row]:
        """For page 2: the heading, what the staff is asked, what the languages call themselves, and where the panel is."""
        body, column = self.style.body, Column(self.setter, 0, measure)
        column.add((self.staff_line(),), body)
        named = self.in_a_row(languages, measure)
        where = Column(self.setter, 0, measure)
        tag = Tag("P", self.root)

        def see(words: Words, own: Tag | None) -> tuple[Inline, ...]:
            return reference(words.languages_all, LANGUAGE_HELP, words.language_help, own, words)

        where.add(in_each(self.words, tag, see), body)
        return [self.part_head(self.words.language_help, 0, measure), column.row(), named, where.row()]

    def in_a_row(self, languages: Sequence[str], measure: float) -> Row:
        """What the languages call themselves, one after the other with dots between them, in as many lines as it takes."""
        size = self.style.contents_section.size
        leading, gap, tag = size * SAYING, size, Tag("P", self.root)
        items: Items = []
        x, y = 0.0, 0.0
        for code in languages:
            own, text = self.setter_for(code), language_name(code, code)
            width = own.width(text, size)
            if x and x + gap + width > measure:
                x, y = 0, y + leading
            if x:
                items.append(circle(x + gap / 2, y + leading * RISE - size / 4, size / 15, BLACK))
                x += gap
            shown = Inline(text + " ", Tag("Span", tag, language=code))
            placed = own.place([Fragment(shown, shown.text)], x, y + leading * RISE, size)
            items += mirrored(placed, x, width) if own.leftward != self.setter.leftward else placed
            x += width
        return Row(y + leading, tuple(items))

    def staff_line(self) -> Inline:
        """What the staff is asked, in their language."""
        english = self.english
        first = self.words.versions[0]
        staff = Tag("P", self.root, language="" if first is english else ENGLISH.language)
        return Inline(english.language_help_staff, staff)

    @property
    def english(self) -> Words:
        """English words, perhaps the guide's own."""
        return next((words for words in self.words.versions if words.language == ENGLISH.language), ENGLISH)

    def names(
        self, languages: Sequence[str], width: float, room: float, title: TextStyle | None = None
    ) -> tuple[Items, Sequence[str]]:
        """(items, languages left out) of a narrow panel: the languages by their own names, in two columns where that is needed."""
        head = self.head(width, title or self.style.contents_section)
        for columns in (1, 2):
            listed = Tag("L", self.root)
            measure = (width - (columns - 1) * GUTTER) / columns
            rows = [self.name_row(code, listed, measure) for code in languages]
            height = max(row.height for row in rows)
            rows = [
                row._replace(height=height) for row in rows
            ]  # the lines of two columns go on in each other
            fitting = int((room - head.height) // height)
            if fitting * columns >= len(rows):
                break
        items = list(head.items)
        tall = max(0, min(fitting, -(-len(rows) // columns)))
        for side in range(columns):
            x, y = side * (measure + GUTTER), head.height
            for row in rows[side * tall : (side + 1) * tall]:
                items += [item.moved(x, y) for item in row.items]
                y += row.height
            items += [Line(x, y, x + measure, y, HAIRLINE)] * (tall > 0)
        return items, languages[tall * columns :]

    def name_row(self, code: str, listed: Tag, width: float) -> Row:
        """Hairline, and what a language calls itself."""
        _, said = self.said(code, listed, width, (language_name(code, code), "body"))
        return said._replace(height=said.height + self.style.u / 2)

    def setter_for(self, code: str) -> Setter:
        """A setter of texts in a language."""
        regular, bold = default_stacks(code, self.guide.style.face_folder)
        body, heading = (
            self.style.body,
            self.style.contents_section,
        )  # as they were before the edition's own script raised them
        plain = replace(
            self.style,
            regular=regular,
            bold=bold,
            language="",
            leftward=False,
            second=None,
            body=body._replace(leading=body.size * BODY),
            contents_section=heading._replace(leading=heading.size * SAYING),
        )
        return Setter(style_for(plain, code), 1)
