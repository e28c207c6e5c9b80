"""The sketch maps of a book, by the places where they stand, each set once."""

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from guide.language.words import Words
from guide.layout.body.memory import GalleyMemory
from guide.layout.editions.own_places import PartRow
from guide.layout.parts.base import Items
from guide.layout.tags import Tag
from guide.layout.type.inline import Anchor
from guide.layout.type.setter import Setter
from guide.model import Guide
from guide.model.sketch import IN_FRONT


class SetMap(NamedTuple):
    """A map on its pages."""

    title: str
    anchor: Anchor
    place: str
    pages: list[Items]


class BookMaps:
    """The maps that an edition asks for and that listings lie in; `galleys` has what was set before. It knows no book: one
    that knew it would be kept for ever, a cycle that nobody takes apart."""

    def __init__(
        self,
        guide: Guide,
        setter: Setter,
        words: Words,
        root: Tag,
        galleys: GalleyMemory | None,
    ) -> None:
        self.guide, self.setter, self.words, self.root, self.galleys = guide, setter, words, root, galleys
        self.said: list[str] = []

    @cached_property
    def maps(self) -> list[SetMap]:
        """The maps in their order."""
        return list(self._set()) if self.guide.maps else []

    def _set(self) -> Iterator[SetMap]:
        from guide.layout.parts.map_pages import MapPages  # few editions have maps
        from guide.layout.parts.map_stock import MapStock

        for number, plan in enumerate(self.guide.maps, 1):
            stock = MapStock(plan, self.guide, number)
            self.said += stock.said()
            part = MapPages(stock, self.setter, self.words, self.root)
            made_of = plan, stock.placed, self.guide.foreign
            galleys = self.galleys
            pages = galleys.part(f"map {number}", made_of, part.map_pages) if galleys else part.map_pages()
            if pages:
                yield SetMap(part.title, stock.anchor, plan.plan.place, pages)

    def at(self, place: str) -> list[SetMap]:
        """The maps of a place."""
        return [each for each in self.maps if each.place == place]

    @property
    def count(self) -> int:
        """How many pages they have."""
        return sum(len(each.pages) for each in self.maps)

    @property
    def in_front(self) -> int:
        """How many of these stand before the listings."""
        return sum(len(each.pages) for each in self.at(IN_FRONT))

    def rows(self, place: str) -> list[PartRow]:
        """The rows of the contents for the maps of a place."""
        return [(each.title, each.anchor, "") for each in self.at(place)]
