"""Labels for parcels: to whom, and what is in them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from guide.formats import TextStyle
from guide.frozen import frozen
from guide.label_sheets import LabelSheet
from guide.layout.body.galley import Column
from guide.layout.editions.label_pages import Label, Sheeting, finished, is_inside, label_pages
from guide.layout.editions.stickers import label_style
from guide.layout.editions.versions import Version
from guide.layout.pages import Document
from guide.layout.references import document_of
from guide.layout.tags import Tag
from guide.layout.type.inline import Inline
from guide.layout.type.setter import Setter
from guide.layout.type.style import accent_of

LARGE = TextStyle(20, 24), TextStyle(15, 20)  # of a name and of an address, on a label that has room


class Addressed(NamedTuple):
    """To whom a parcel goes: lines of an address; and how many copies of what are in it."""

    name: str
    address: tuple[str, ...]
    copies: int
    what: tuple[str, ...]  # "Edition 3, teal, November 2026" and shorter ways to say it


@frozen
class Parcels:
    """Labels on sheets, and whose address has no room on one."""

    document: Document | None
    too_long: tuple[str, ...] = ()


def set_parcels(version: Version, parcels: Sequence[Addressed], sheeting: Sheeting) -> Parcels:
    """A label for each parcel, in the words and the colour of a guide."""
    setter = ParcelSetter(version, sheeting.sheet)
    made = [(each, setter.label(each)) for each in parcels]
    labels = [label for _, label in made if label]
    pages = label_pages(labels, sheeting, setter.style.leftward)
    document = document_of(version.guide, setter.style, pages, setter.root, single_sided=True)
    return Parcels(
        document=replace(document, subject="") if pages else None,
        too_long=tuple(each.name for each, label in made if label is None),
    )


class ParcelSetter:
    """Sets the labels of parcels; x and y count from the label's corner."""

    def __init__(self, version: Version, sheet: LabelSheet) -> None:
        self.guide, self.words, stacks = version
        self.sheet = sheet
        self.style, self.insets = label_style(
            sheet, accent_of(self.guide), stacks, self.guide.language, lambda style: 0
        )
        self.setter = Setter(self.style, 1)
        self.root = Tag("Document", language=self.guide.language)

    def label(self, parcel: Addressed) -> Label | None:
        """A label, large where it has room; its address in fewer lines where that is needed; None where it is too long."""
        joined = parcel._replace(address=(", ".join(parcel.address),) if parcel.address else ())
        small = self.style.name, self.style.body
        return self.set(parcel, *LARGE) or self.set(parcel, *small) or self.set(joined, *small)

    def set(self, parcel: Addressed, large: TextStyle, text: TextStyle) -> Label | None:
        """A label with each line of the address by itself; None where it has no room."""
        tag, live, body = Tag("Sect", self.root, title=parcel.name), self.style.grid.live, self.style.body
        column, foot = Column(self.setter, 0, live), Column(self.setter, 0, live)
        column.skip(self.insets.top)
        column.add((Inline(parcel.name + " ", Tag("H1", tag), True),), large)
        address = Tag("P", tag)
        for line in parcel.address:
            column.add((Inline(line + " ", address),), text)
        foot.add((Inline(self.contents(parcel), Tag("P", tag)),), body)
        bottom = self.sheet.label[1] - self.insets.bottom - foot.y
        if column.y > bottom:
            return None
        items = [*column.items, *(item.moved(0, bottom) for item in foot.items)]
        label = finished([item.moved(self.insets.side, 0) for item in items], self.setter)
        return label if is_inside(label, self.sheet) else None

    def contents(self, parcel: Addressed) -> str:
        """ "40 copies. Edition 3, teal, November 2026", as much of it as has room on a line."""
        words = self.words
        copies = words.copies_one if parcel.copies == 1 else words.say("copies_many", count=parcel.copies)
        texts = [f"{copies}. {what}" for what in parcel.what]
        size, live = self.style.body.size, self.style.grid.live
        return next((text for text in texts if self.setter.width(text, size) <= live), copies)
