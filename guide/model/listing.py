"""Who helps, and the sections that listings stand in."""

from collections.abc import Iterator
from dataclasses import field
from datetime import date

from guide.errors import Mark
from guide.frozen import frozen
from guide.model.contact import Further, Location, Phone, ServiceArea
from guide.model.days import Days
from guide.model.hours import OpeningHours
from guide.model.meeting import Meeting
from guide.model.order import Group
from guide.model.program import Facts, Program
from guide.model.prose import Prose


@frozen
class CheckOff:
    """A check that does not look at a listing, or at the whole guide, and why."""

    name: str
    reason: str
    mark: Mark | None = field(default=None, compare=False)


@frozen
class Listing(Facts):
    """Who helps: an organisation with what it does, for whom, where and on which numbers."""

    id: str
    name: str
    mark: Mark = field(compare=False)
    number: int = 0  # its own for as long as it lives, see Guide.entries; 0: it has none
    short_name: str = ""  # "HRC"
    name_note: str = ""  # in brackets after the name: "supervised injection site"
    alternate_names: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()  # and the names of those who merged into it
    summary: str = ""  # what it is in a few words, for a line that refers to it
    alert: str = ""  # "Closed for now"
    alert_days: Days = Days()  # on which the alert is printed
    closed: bool = False  # for now, and then its hours are not printed; or for good
    closed_days: Days = Days()  # on which it is closed for now
    gone: bool = False  # it is closed for good
    locations: tuple[Location, ...] = ()
    office_table: bool | None = None  # whether they are a table; None: where they are many
    phones: tuple[Phone, ...] = ()  # of the whole, not of one office
    email: str = ""
    website: str = ""
    emails: tuple[Further, ...] = ()  # more of them
    websites: tuple[Further, ...] = ()
    hours: tuple[str, ...] = ()
    opening: OpeningHours | None = None  # its hours, or where it gives none the times of its meetings
    meetings: tuple[Meeting, ...] = ()
    programs: tuple[Program, ...] = ()  # its services, where each has its own phones, hours or rules
    service_areas: tuple[ServiceArea, ...] = ()
    description: Prose = ()
    services: tuple[str, ...] = ()  # tags: topics of the index
    audience: tuple[str, ...] = ()  # tags
    verified: date | None = None
    verified_by: str = ""
    source: str = ""
    printed: bool = True  # False: kept out of everything that leaves the house, see content.choose.printable
    print_reason: str = ""  # why it is not printed; never leaves the house either
    checks_off: tuple[CheckOff, ...] = ()
    untranslated: frozenset[str] = frozenset()  # names of the texts that are in the guide's source language
    hours_mark: Mark | None = field(default=None, compare=False)  # where they stand
    hours_untranslated: bool = False

    @property
    def places(self) -> tuple["Listing | Location | Program", ...]:
        """Whatever of it has numbers, addresses to write to and hours: the whole, its offices, its programs."""
        return (self, *self.locations, *self.programs)

    @property
    def points(self) -> tuple[tuple[float, float], ...]:
        """Where it is for a map, (latitude, longitude) of each place: a place whose street is not printed has none, for its
        coordinates would tell what its address does not."""
        if self.gone:
            return ()
        places = (each for each in self.locations if each.address and each.address.address_1)
        return tuple(dict.fromkeys(each.point for each in places if each.point))

    @property
    def all_names(self) -> tuple[str, ...]:
        """What it is called, was called and is called in short."""
        names = (self.name, self.short_name, *self.alternate_names, *self.former_names)
        return tuple(filter(None, names))

    @property
    def all_phones(self) -> tuple[Phone, ...]:
        """Every number of the listing, its own first."""
        return tuple(phone for place in self.places for phone in place.phones)

    @property
    def prose(self) -> tuple[Prose, ...]:
        """Its texts in which other listings may be mentioned."""
        return (self.description, *(each.description for each in self.programs))


@frozen(kw_only=False)
class Reference:
    """A listing of another section that has a line in this one too."""

    id: str
    after: int  # how many of this section's own listings stand before it


@frozen
class Section:
    """Listings that belong together, under one title."""

    id: str
    title: str
    mark: Mark = field(compare=False)
    icon: str = ""  # one of guide.pictograms.PICTOGRAMS, or one of the guide's own, `with_path`; "": its number stands in its key
    introduction: Prose = ()
    listings: tuple[Listing, ...] = ()
    references: tuple[Reference, ...] = ()
    order: str = ""  # one of guide.model.order.ORDERS; "": as in the file
    city_order: tuple[str, ...] = ()  # of the subheadings, where it is by city; the others follow from A to Z
    neighborhood_order: tuple[str, ...] = ()  # the same by neighborhood
    groups: tuple[
        Group, ...
    ] = ()  # subheadings, where it has them; each listing stands whole under one of them
    flows_on: bool = False  # may begin on the page where the section before ends
    own_page: bool = False  # has to begin a page, also in two columns, where others flow on by themselves
    untranslated: frozenset[str] = frozenset()

    @property
    def in_order(self) -> Iterator[Listing | Reference]:
        """Its listings and its references to others, each where it stands."""
        for place in range(len(self.listings) + 1):
            yield from (each for each in self.references if each.after == place)
            yield from self.listings[place : place + 1]
