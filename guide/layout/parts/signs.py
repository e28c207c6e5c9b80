"""The signs: what the large figures, circles, bars and keys of the pages mean, each drawn beside its words."""

from collections.abc import Iterator
from typing import NamedTuple

from guide.language.words import Words
from guide.layout.body.galley import Column, Row
from guide.layout.compose.checked import is_checked
from guide.layout.pages import ACCENT, Box
from guide.layout.parts.base import Items, Part
from guide.layout.tags import DESCRIBED, Tag
from guide.layout.type.inline import Fragment, Inline
from guide.layout.type.setter import Setter
from guide.layout.type.shapes import alert_sign, key, status_mark
from guide.model import Guide

COLUMN = 32  # points, with a body of 12: from a sign's edge to its words
MIDDLE = 13  # of the sign, from its edge
KEY = 18  # side of a section's key
BAR_INSET = 2  # from the ends of its words to those of the bar
FIGURES = 3  # of a phone number, that are shown


class Sign(NamedTuple):
    """A sign that the pages show, and its words."""

    kind: str  # "number", "checked", "unchecked", "alert", "bar" or "key"
    words: str


class Signs(Part):
    """Sets the signs that a guide shows; `tabbed`: whether sections have marks at the edges of their pages.

    `barred`: whether there are bars beside addresses, and large figures.
    """

    def __init__(
        self, guide: Guide, setter: Setter, words: Words, tag: Tag, tabbed: bool, barred: bool = True
    ) -> None:
        super().__init__(setter, words, tag)
        self.guide = guide
        self.tabbed = tabbed
        self.barred = barred
        phones = [phone.printed for listing in guide.listings for phone in listing.all_phones]
        self.figures = next(
            (figures for each in phones if (figures := "".join(filter(str.isdigit, each))[:FIGURES])), ""
        )

    def rows(self, x: float, measure: float) -> list[Row]:
        """The heading, then a row for each sign, in a column at x of this measure."""
        listed = Tag("L", self.root, attributes=DESCRIBED)
        return [
            self.part_head(self.words.signs, x, measure),
            *(self.row(sign, x, measure, Tag("LI", listed)) for sign in self.signs()),
        ]

    def signs(self) -> Iterator[Sign]:
        """Yield the signs that stand on the pages of this guide, and no others."""
        words, listings = self.words, self.guide.listings
        checked = [is_checked(each, self.guide) for each in listings]
        if self.barred and self.figures:
            yield Sign("number", words.step_numbers)
        if any(checked):
            yield Sign("checked", words.sign_checked)
        if not all(checked):
            old = any(each.verified and not good for each, good in zip(listings, checked))
            yield Sign("unchecked", words.sign_old if old else words.sign_unchecked)
        if any(each.closed and not each.gone for each in listings):
            yield Sign("alert", words.sign_alert)
        if self.barred:
            yield Sign("bar", words.sign_bar)
        if self.tabbed:
            drawn = any(section.icon for section in self.guide.sections)
            yield Sign("key", words.sign_key if drawn else words.sign_key_number)

    def row(self, sign: Sign, x: float, measure: float, tag: Tag) -> Row:
        """The words of a sign, and the sign beside their first line."""
        scale = self.style.body.size / 12
        inset = max(COLUMN * scale, self.figures_width + self.style.u / 2 if sign.kind == "number" else 0)
        column = Column(self.setter, x + inset, measure - inset)
        drawn = self.drawn(sign, x, tag)
        column.add((Inline(sign.words, Tag("LBody", tag)),), self.style.body)
        if sign.kind == "bar":
            middle, stroke = x + MIDDLE * scale, self.style.stroke
            drawn = [Box(middle - stroke / 2, BAR_INSET, stroke, column.y - 2 * BAR_INSET, ACCENT)]
        column.skip(self.style.u / 2)
        return Row(column.y, (*drawn, *column.items))

    @property
    def figures_width(self) -> float:
        return self.setter.width(self.figures, self.style.phone.size, True)

    def drawn(self, sign: Sign, x: float, tag: Tag) -> Items:
        """A sign, its middle on that of the first line."""
        scale, body = self.style.body.size / 12, self.style.body
        middle, baseline = x + MIDDLE * scale, body.baseline
        if sign.kind == "number":
            shown = Inline(self.figures + " ", Tag("Lbl", tag), True)
            return self.setter.place([Fragment(shown, shown.text)], x, baseline, self.style.phone.size)
        if sign.kind in ("checked", "unchecked"):
            return [*status_mark(middle - 4 * scale, baseline, scale, sign.kind == "checked")]
        if sign.kind == "alert":
            return [*alert_sign(middle, baseline, scale)]
        if sign.kind == "key":
            side = KEY * scale
            section = self.guide.sections[0]
            return [
                *key(middle - side / 2, (body.leading - side) / 2, side, 1, self.style, None, section.icon)
            ]
        return []
