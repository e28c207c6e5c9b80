"""Which element stands where a link leads: structure destinations (ISO 32000-2, 12.3.2.3)."""

from typing import NamedTuple

from guide.layout.pages import Destination, Page
from guide.layout.tags import WHOLE, Tag
from guide.pdf.structure import Element, Elements

NEAR = 4.0  # points: what begins so little above a place begins there


class Standing(NamedTuple):
    """An element on a page, and where it begins."""

    top: float
    is_heading: bool
    element: Element


class Targets:
    """The elements of pages by their places, gathered as the pages are drawn."""

    def __init__(self) -> None:
        self.pages: dict[int, list[Standing]] = {}  # by index, in reading order
        self.listings: dict[str, Element] = {}  # by id

    def gather(self, index: int, page: Page, elements: Elements) -> None:
        """Take in a page that has been drawn."""
        standing: dict[Tag, Standing] = {}
        for item in page.items:
            tag: Tag | None = getattr(item, "tag", None)
            if tag and tag not in standing:
                is_heading = tag.kind[:1] == "H" and tag.kind[1:].isdecimal()
                standing[tag] = Standing(item.bounds.top, is_heading, elements.of(tag))
                self.gather_listing(tag, elements)
        self.pages[index] = list(standing.values())

    def gather_listing(self, tag: Tag, elements: Elements) -> None:
        """Take in the listing that content is of."""
        above: Tag | None = tag
        while above is not None:
            if above.shows and above.shows.what == WHOLE:
                self.listings.setdefault(above.shows.listing, elements.of(above))
            above = above.parent

    def at(self, place: Destination) -> Element | None:
        """The element to which a place belongs: its listing, else the heading or whatever begins there; None for none."""
        if place.listing in self.listings:
            return self.listings[place.listing]
        standing = self.pages.get(place.page, [])
        below = [each for each in standing if each.top >= place.y - NEAR]
        headings = [each for each in below if each.is_heading]
        near = headings or below or standing[-1:]
        return min(near, key=lambda each: each.top).element if near else None
