"""Pages of listings: strips at their places, with what is repeated over them, and heads and feet."""

from dataclasses import dataclass, field
from itertools import repeat

from guide.formats import Grid
from guide.layout.body.columns import column_style
from guide.layout.body.furniture import Furniture, Head
from guide.layout.body.galley import Column, Listed, Row
from guide.layout.body.paginate import FramePlan
from guide.layout.compose.blocks import SubheadBlock
from guide.layout.pages import Page
from guide.layout.references import Resolver
from guide.layout.tags import Tag
from guide.layout.type.inline import Inline, OpenItem
from guide.layout.type.numbers import in_a_row


@dataclass
class OpenPage:
    """A page while references are open: items at their places on the page, in reading order."""

    items: list[OpenItem] = field(default_factory=list)

    def finished(self, resolver: Resolver, folio: str) -> Page:
        """The page with its references made final."""
        grid = resolver.setter.style.grid
        return resolver.page(self.items, grid.width, grid.height, folio)


class ListingPages:
    """Makes pages of listings as they are planned."""

    def __init__(self, furniture: Furniture, root: Tag) -> None:
        self.furniture, self.root = furniture, root
        self.setter, self.style, self.grid = furniture.setter, furniture.style, furniture.grid
        self.words = furniture.words

    def page(self, plan: FramePlan, folio: int, first: bool = False, headed: bool = True) -> OpenPage:
        """A page of listings: head, tabs, what is continued, strips, help where there is room, foot.

        `first`: it follows the pages of another stretch. `headed`: with a running head.
        """
        left, top = self.grid.left(folio), self.grid.top
        items = self.furniture.head(self.head(plan), folio) if headed else []
        items += self.furniture.tab_items(plan.sections, folio)
        if plan.continued:
            items += [item.moved(left, top) for item in self.continued(plan.continued).items]
        elif plan.group:
            items += [item.moved(left, top) for item in self.group_continued(plan.group).items]
        for (strip, y), x in zip(plan.strips, plan.xs or repeat(0.0)):
            x, y = left + x, top + y
            for row in strip.rows:
                items += [item.moved(x, y) for item in row.items]
                y += row.height
        if plan.last and self.furniture.service:
            items += self.furniture.service.end(folio, plan.used, first)
        items += self.furniture.foot(folio, self.root)
        return OpenPage(items)

    def head(self, plan: FramePlan) -> Head:
        """The running head: the section of the first listing that starts on the page, and the range of listings."""
        starting = [strip for strip, _ in plan.strips if strip.listing and strip.starts]
        section = (starting or [plan.strips[0][0]])[0].section
        if section is None:
            return Head(name=self.words.about)
        first, last = in_a_row([strip.listing.number for strip in starting if strip.listing])
        if self.words.both:  # figures alone: words of two languages have no room
            text = "\u2013".join(dict.fromkeys(map(str, (first, last)))) if first else ""
        elif not starting:
            text = self.words.listing_single.format(first=plan.continued.number) if plan.continued else ""
        elif first == last:
            text = self.words.listing_single.format(first=first) if first else ""
        else:
            text = self.words.listings_range.format(first=first, last=last)
        return Head(name=section.title, section=section.number, listings=text)

    def continued(self, listing: Listed) -> Row:
        """The line that repeats the name of a listing that runs on, an artifact."""
        body, grid = self.style.body, self.own_grid
        column = self.named(listing.title, grid.number_column, grid.main)
        number = self.furniture.plain(str(listing.number), 0, body.baseline, body.size)
        return Row(column.y, (*number, *column.items))

    def group_continued(self, group: SubheadBlock) -> Row:
        """The line that repeats the subheading of what goes on, an artifact."""
        return self.named(group.title, 0, self.own_grid.live).row()

    @property
    def own_grid(self) -> Grid:
        """The grid of a page, or of its first column."""
        return column_style(self.style).grid if self.style.columns == 2 else self.grid

    def named(self, title: str, x: float, measure: float) -> Column:
        """A title, and that it goes on, in one line."""
        body = self.style.body
        behind = self.setter.width(" ", body.size, True) + self.setter.width(self.words.continued, body.size)
        name = self.furniture.shortened(title, measure - behind, body.size, True)
        column = Column(self.setter, x, measure)
        column.add((Inline(name + " ", None, True), Inline(self.words.continued, None)), body)
        return column
