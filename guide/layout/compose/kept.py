"""Listings of a section as they were last composed and set: of one that has not changed, nothing is made anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Generic, NamedTuple, TypeVar

from guide.layout.compose.blocks import ListingBlock, SectionBlock
from guide.layout.tags import Tag
from guide.layout.type.inline import Anchor
from guide.model import Listing, Section

Made = TypeVar("Made")  # what a listing is set as


class MadeOfListing(NamedTuple):
    """What the block of a listing is made of."""

    listing: Listing
    number: int
    level: str  # of its name
    mentioned: tuple[object, ...]


class SetAs(NamedTuple, Generic[Made]):
    """A listing as it is set, and the words that were cut for it."""

    made: Made
    block: ListingBlock
    cut: tuple[str, ...]


class Opened(NamedTuple):
    """The block of a section without its listings, and what it is made of."""

    made_of: object
    block: SectionBlock


class OpenedAs(NamedTuple, Generic[Made]):
    """The opening of a section as it is set, and the words that were cut for it."""

    made: Made
    heading: object  # of its block
    cut: tuple[str, ...]


class Kept(Generic[Made]):
    """A listing as it was composed, and set at places of several kinds."""

    def __init__(self, made_of: MadeOfListing, block: ListingBlock) -> None:
        self.made_of, self.block = made_of, block
        self.numbered: dict[int, ListingBlock] = {}  # the same with the numbers that it had
        self.set_as: dict[object, SetAs[Made]] = {}

    def with_number(self, number: int) -> ListingBlock:
        """The block with another number: it stands before the name, and nothing else is set by it."""
        block = self.numbered.get(number)
        if block is None:
            first, *name = self.block.name
            names = first._replace(text=number_text(number)), *name
            block = self.numbered[number] = replace(self.block, number=number, name=names)
        return block


class KeptListings(Generic[Made]):
    """The listings of one section, below a tag that stays."""

    def __init__(self, grouped: bool = False) -> None:
        self.grouped = grouped  # whether their rows are made final and drawn once too
        self.tag: Tag | None = None
        self.opened: dict[int, Opened] = {}  # the section itself, by the numbers that it had
        self.opened_as: dict[int, OpenedAs[Made]] = {}
        self.listings: dict[Anchor, Kept[Made]] = {}

    def section_tag(self, section: Section, root: Tag) -> Tag:
        """The tag of the section: that of before, or another where it is called otherwise; then nothing is kept."""
        if self.tag is None or self.tag.parent is not root or self.tag.title != section.title:
            self.tag, self.listings = Tag("Sect", root, title=section.title), {}
            self.opened = {}
        return self.tag

    def opening(self, number: int, made_of: object, make: Callable[[], SectionBlock]) -> SectionBlock:
        """The section as a block without its listings: that of before where it is made of the same."""
        known = self.opened.get(number)
        if known is None or known.made_of != made_of:
            known = self.opened[number] = Opened(made_of, make())
        return known.block

    def block(self, made_of: MadeOfListing, anchor: Anchor, make: Callable[[], ListingBlock]) -> ListingBlock:
        """The block of a listing, where it stands now in its file, and with the number that it has now."""
        kept = self.listings.get(anchor)
        if kept is None or kept.made_of._replace(number=made_of.number) != made_of:
            kept = self.listings[anchor] = Kept(made_of, make())
            return kept.block
        if kept.block.number != made_of.number:
            kept.block = kept.with_number(made_of.number)
        if kept.block.mark != made_of.listing.mark:
            kept.block = replace(kept.block, mark=made_of.listing.mark)
        return kept.block


def number_text(number: int) -> str:
    """The number of a listing as it stands before its name."""
    return f"{number} "
