"""The foot of a cover: who hands the guide out, as far as there is room, or a place for a stamp."""

from dataclasses import replace

from guide.language.words import Words
from guide.layout.body.galley import Column, Row, shifted
from guide.layout.pages import Area, Box
from guide.layout.parts.base import Items, Part
from guide.layout.parts.publisher import contacts, is_named, logo, other_formats
from guide.layout.parts.web_code import WebCode
from guide.layout.tags import Tag
from guide.layout.type.inline import Inline
from guide.layout.type.setter import Setter
from guide.layout.type.style import STAMP_BOX
from guide.model import Guide

LOGO_HEIGHT, LOGO_TO_NAME = 36, 8
LEAST_STAMP, STAMP_INSET = 48, 8
NARROW_STAMP = 60
UNDER_ZONE = 2  # how far the box of the address under a QR code reaches below the zone: its letters do not
BETWEEN = 12  # from the name to the number in one line


class CoverFoot(Part):
    """Sets who hands the guide out; x and y count from the top left corner of its place."""

    def __init__(self, guide: Guide, setter: Setter, words: Words, tag: Tag, width: float) -> None:
        super().__init__(setter, words, tag)
        self.guide = guide
        self.width = width

    # --- beside the help box

    def column(self, height: float, coded: bool = False) -> Row:
        """Logo, name, address, contacts below each other in a height, as far as they fit, or the place for a stamp;
        `coded`: with the QR code at the foot, and the address on the web under it."""
        code = self.code() if coded else None
        if not code:
            return self.above(height, self.guide)
        top = height - code.height + UNDER_ZONE
        above = self.above(top - LOGO_TO_NAME, replace(self.guide, website=""))
        return Row(height, (*above.items, *shifted(code, top)))

    def code(self) -> Row | None:
        """The QR code with its address, where the guide has one."""
        return WebCode(self.guide, self.setter, self.words, self.root).over(self.width)

    def above(self, height: float, guide: Guide) -> Row:
        """The same without a code, of what `guide` says."""
        if not is_named(guide):
            return self.stamp(height, guide)
        items, y = self.logo()
        pieces = self.pieces(guide)
        wanted = sorted(pieces, key=lambda piece: piece[0])
        room, kept = height - y, set[int]()
        for rank, column in wanted:
            if column.y <= room or not rank:
                room -= column.y
                kept.add(id(column))
        for _, column in pieces:
            if id(column) in kept:
                items += [item.moved(0, y) for item in column.items]
                y += column.y
        return Row(y, tuple(items))

    def least(self, coded: bool = False) -> float:
        """The height that name and logo need, or a stamp; `coded`: and a number, and the QR code."""
        code = self.code() if coded else None
        under = code.height - UNDER_ZONE + LOGO_TO_NAME if code else 0
        if not is_named(self.guide):
            return LEAST_STAMP + under
        most = 1 if code and self.guide.publisher.phone else 0
        guide = replace(self.guide, website="")
        return self.logo()[1] + sum(column.y for rank, column in self.pieces(guide) if rank <= most) + under

    def logo(self) -> tuple[Items, float]:
        """(the logo, what it takes)."""
        if not self.guide.publisher.logo:
            return [], 0
        frame = Area(0, 0, self.width, LOGO_HEIGHT)
        return [logo(self.guide.publisher, self.root, frame)], LOGO_HEIGHT + LOGO_TO_NAME

    def pieces(self, guide: Guide) -> list[tuple[int, Column]]:
        """[(rank, lines)] in the order in which they are read; what has a lower rank is dropped later, and 0 never."""
        publisher, source = guide.publisher, guide.foreign
        tag = Tag("P", self.root, language=source)
        pieces = [(0, self.lines((publisher.name,), tag, True))] if publisher.name else []
        address = tuple(publisher.address)
        if address:
            pieces.append(
                (2 if publisher.name else 0, self.lines(address, Tag("P", self.root, language=source), False))
            )
        for inline in contacts(guide, self.words, Tag("P", self.root)):
            column = Column(self.setter, 0, self.width)
            column.add((inline,), self.style.body)
            target = str(inline.link.target) if inline.link else ""
            pieces.append((3 if target.startswith("mailto:") else 1, column))
        if more := other_formats(guide, self.words, self.root):
            column = Column(self.setter, 0, self.width)
            column.skip(self.style.u)
            column.add(more, self.style.body)
            pieces.append((2, column))
        return pieces

    def lines(self, texts: tuple[str, ...], tag: Tag, bold: bool) -> Column:
        """Lines of one paragraph."""
        column = Column(self.setter, 0, self.width)
        for place, text in enumerate(texts):
            column.add((Inline(text, tag, bold),), self.style.body, runs_on=place + 1 < len(texts))
        return column

    def stamp(self, height: float, guide: Guide) -> Row:
        """A box for a clinic's stamp, above what is known of how to reach whoever has none."""
        column = Column(self.setter, 0, self.width)
        for inline in contacts(guide, self.words, Tag("P", self.root)):
            column.add((inline,), self.style.body)
        box = max(LEAST_STAMP, height - (column.y + LOGO_TO_NAME if column.y else 0))
        items = self.stamp_box(box)
        items += [item.moved(0, box + LOGO_TO_NAME) for item in column.items]
        return Row(box + (column.y + LOGO_TO_NAME if column.y else 0), tuple(items))

    def stamp_box(self, height: float) -> Items:
        """The box with its caption at the foot."""
        caption = Column(self.setter, STAMP_INSET, self.width - 2 * STAMP_INSET)
        caption.add((Inline(self.words.stamp, Tag("P", self.root)),), self.style.small)
        top = height - STAMP_INSET / 2 - caption.y
        half = STAMP_BOX / 2
        frame = Box(half, half, self.width - STAMP_BOX, height - STAMP_BOX, None, STAMP_BOX)
        return [frame, *(item.moved(0, top) for item in caption.items)]

    # --- under the help box

    def line(self, roomy: bool) -> Row:
        """Name at the left and number at the right, below each other where one line does not hold them; `roomy`: below
        the logo, or below a place for a stamp where nobody is named."""
        line = self.name_and_number().row()
        if not roomy:
            return line
        if is_named(self.guide):
            items, y = self.logo()
        else:
            items, y = self.stamp_box(NARROW_STAMP), NARROW_STAMP + (LOGO_TO_NAME if line.height else 0)
        return Row(y + line.height, (*items, *shifted(line, y)))

    def name_and_number(self) -> Column:
        """Who, and the first way to reach them."""
        name = self.guide.publisher.name or ", ".join(self.guide.publisher.address)
        reached = contacts(self.guide, self.words, Tag("P", self.root))
        column, body = Column(self.setter, 0, self.width), self.style.body
        if name:
            column.add((Inline(name + " ", Tag("P", self.root), True),), body)
        if reached:
            width = self.setter.width(reached[0].text, body.size, True)
            beside = self.setter.width(name, body.size, True) + BETWEEN + width <= self.width
            if name and beside:
                column.y -= body.leading
                column.x = self.width - width
            column.add((reached[0],), body)
        return column
