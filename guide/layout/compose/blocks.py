"""The guide as an editor sees it: blocks of words with their tags, in reading order, not yet set."""

from typing import NamedTuple, TypeAlias

from guide.errors import Mark
from guide.frozen import frozen
from guide.layout.tags import Tag
from guide.layout.type.inline import Anchor, Inline


class ParagraphBlock(NamedTuple):
    inlines: tuple[Inline, ...]


class ItemBlock(NamedTuple):
    """An item of a list: a number to print, or None for a dot."""

    label: Inline
    inlines: tuple[Inline, ...]


class ListBlock(NamedTuple):
    items: tuple[ItemBlock, ...]


ProseBlock = ParagraphBlock | ListBlock


class NumberBlock(NamedTuple):
    """A number to call: large, but for a fax; `below` is a line of its own under it."""

    number: Inline
    type: tuple[Inline, ...] = ()
    extension: Inline | None = None
    below: Inline | None = None
    large: bool = True


class FactBlock(NamedTuple):
    """A fact; `needed`: what to know before one goes, not what the place is like."""

    label: Inline
    text: Inline
    needed: bool = False


InlineLine: TypeAlias = tuple[Inline, ...]  # a line, in one piece or more


class OfficeBlock(NamedTuple):
    """How to reach one office: what stands behind one accent bar."""

    address: tuple[InlineLine, ...] = ()
    numbers: tuple[NumberBlock, ...] = ()
    web: tuple[InlineLine, ...] = ()  # e-mail and web addresses
    hours: tuple[Inline, ...] = ()  # a line each
    second_hours: tuple[Inline, ...] = ()  # the same in the second language
    facts: tuple[FactBlock, ...] = ()  # of this office alone
    second_facts: tuple[FactBlock, ...] = ()
    status: tuple[Inline, ...] = ()  # when this office was checked, in each language
    reachable: bool = True  # False: there is nothing here but advice, and the bar is thin

    @property
    def labels(self) -> tuple[InlineLine, ...]:
        """What it is called, a line of its address."""
        return tuple(line for line in self.address if line[0].bold)

    @property
    def where(self) -> tuple[InlineLine, ...]:
        """The other lines of its address."""
        return tuple(line for line in self.address if not line[0].bold)


class OfficeRow(NamedTuple):
    """An office as a row of a table: where it is, its numbers, and lines for what else there is to say of it."""

    place: tuple[Inline, ...]  # a paragraph: its name, street and postal code
    office: OfficeBlock  # without its address
    notes: tuple[InlineLine, ...] = ()  # whom to ask for, and that an address is not public
    empty: Inline | None = None  # stands in the place of the numbers where the row has nothing else


class CityBlock(NamedTuple):
    """The offices of a city in a table."""

    heading: tuple[Inline, ...]  # () over those that are in no city
    repeated: tuple[Inline, ...]  # the same where it goes on, as an artifact
    rows: tuple[OfficeRow, ...]
    anchor: Anchor | None = None


class OfficeTable(NamedTuple):
    """The many offices of a listing, city by city."""

    heads: tuple[tuple[Inline, ...], ...]  # of its two columns
    repeated: tuple[tuple[Inline, ...], ...]  # the same where it goes on, as artifacts
    cities: tuple[CityBlock, ...]


class SecondTexts(NamedTuple):
    """What a listing says in the second of two languages."""

    alert: Inline | None = None
    status: Inline = Inline("", None)
    prose: tuple[ProseBlock, ...] = ()
    facts: tuple[FactBlock, ...] = ()


class ProgramBlock(NamedTuple):
    """One of the services of a listing, under its own heading."""

    name: tuple[Inline, ...]
    office: OfficeBlock | None  # how to reach it and when; None where it says nothing of it
    prose: tuple[ProseBlock, ...]
    facts: tuple[FactBlock, ...]
    second: SecondTexts = SecondTexts()
    anchor: Anchor | None = None


@frozen
class ListingBlock:
    """A listing in words and tags, before it is set."""

    anchor: Anchor
    mark: Mark
    number: int
    title: str  # the name as it stands in running heads
    name: tuple[Inline, ...]  # the number first
    alert: Inline | None
    offices: tuple[OfficeBlock, ...]
    shared: OfficeBlock | None  # numbers and addresses of the whole, where offices have their own
    status: Inline
    checked: bool
    prose: tuple[ProseBlock, ...]
    facts: tuple[FactBlock, ...]
    programs: tuple[ProgramBlock, ...] = ()
    second: SecondTexts = SecondTexts()
    table: OfficeTable | None = None  # of many offices, in the place of `offices`


@frozen
class ReferenceBlock:
    """A line in the place of a listing that is set in another section."""

    number: Inline  # of the listing, where it is set
    name: tuple[Inline, ...]  # in bold, and what it is
    see: tuple[Inline, ...]  # "page 4"
    notes: tuple[
        tuple[Inline, ...], ...
    ] = ()  # lines under the name: when it is open on the day under which it stands


@frozen
class SubheadBlock:
    """A city or a day over the listings of a section that are there, or then."""

    anchor: Anchor
    title: str  # as it is repeated where a page begins
    heading: tuple[Inline, ...]


SectionEntry = ListingBlock | ReferenceBlock | SubheadBlock


@frozen
class SectionBlock:
    """A section in words and tags, before it is set."""

    anchor: Anchor
    mark: Mark
    tag: Tag
    number: int
    title: str
    icon: str  # a pictogram for its key, "" for its number
    heading: tuple[Inline, ...]  # the number for the key, then the title
    second_heading: Inline | None  # the title in the second language
    introduction: tuple[ProseBlock, ...]
    second_introduction: tuple[ProseBlock, ...]
    listings: tuple[SectionEntry, ...]  # in order
    flows_on: bool
