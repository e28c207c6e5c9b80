"""Many offices of a listing: what all of them have alike is said once, and the rest is a table, city by city."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from guide import model
from guide.expressions import expression
from guide.language.addresses import country_name, place_lines, street_lines
from guide.language.scripts import NBSP, comma_after, with_commas
from guide.language.sorting import sort_key
from guide.layout.compose.blocks import (
    CityBlock,
    InlineLine,
    NumberBlock,
    OfficeBlock,
    OfficeRow,
    OfficeTable,
)
from guide.layout.compose.links import part_anchor
from guide.layout.compose.merge import of_the_whole, said_once
from guide.layout.compose.offices import ContactBlocks, OfficeComposer, owner_name, phone_pairs
from guide.layout.compose.shown import shown_phone
from guide.layout.compose.voice import Voice
from guide.layout.tags import Tag
from guide.layout.type.inline import Inline

FEW_OFFICES = 3  # of more, what all of them have alike stands once, before them
MOST_OFFICES = 12  # that stand each by itself, where the listing says nothing of it
HOUSE = expression(r"^(\d[\w-]*) (?=\w)")  # its number, that stays with its street: a name stands before it
CITY = "city:"  # begins what a city in the table of a listing is called as a part of it
HEAD_TEXTS = ("office_column", "phone_column")


class Office(NamedTuple):
    """An office, and the same in the second language."""

    own: model.Location
    second: model.Location | None


class ManyOffices(OfficeComposer):
    """Puts the offices of listings into blocks, or into a table where they are many."""

    def several(
        self, listing: model.Listing, own: model.Location, tag: Tag, other: model.Listing | None
    ) -> ContactBlocks:
        if len(listing.locations) <= FEW_OFFICES and not is_table(listing):
            return super().several(listing, own, tag, other)
        own, offices = said_once(own, listing.locations)
        second, others = said_once(of_the_whole(other), other.locations) if other else (None, ())
        shared = None if own == model.Location() else self.office(listing, own, tag, second=second)
        pairs = [Office(each, others[place] if others else None) for place, each in enumerate(offices)]
        if is_table(listing):
            return ContactBlocks((), shared, self.table(listing, pairs, tag))
        blocks = (self.office(listing, each.own, tag, labelled=True, second=each.second) for each in pairs)
        return ContactBlocks(tuple(blocks), shared)

    # --- the table

    def table(self, listing: model.Listing, offices: Iterable[Office], parent: Tag) -> OfficeTable:
        """The offices, those of each city together; tagged as a table whose rows have the place for their head."""
        tag = Tag("Table", parent)
        row = Tag("TR", tag)
        heads = tuple(self.head(name, row) for name in HEAD_TEXTS)
        return OfficeTable(
            heads=heads,
            repeated=tuple(tuple(each._replace(tag=None) for each in head) for head in heads),
            cities=tuple(self.city(listing, *city, tag) for city in by_city(offices, self.voice)),
        )

    def head(self, name: str, row: Tag) -> tuple[Inline, ...]:
        """The head of a column, in each language."""
        tag = Tag("TH", row, attributes=(("Table", "Scope", "Column"),))
        return self.voice.in_each((getattr(each.words, name) for each in self.voice.voices), tag)

    def city(self, listing: model.Listing, title: str, offices: Iterable[Office], table: Tag) -> CityBlock:
        """The rows of a city under its heading."""
        heading: tuple[Inline, ...] = ()
        if title:
            attributes = (("Table", "Scope", "Row"), ("Table", "ColSpan", len(HEAD_TEXTS)))
            head = Tag("TH", Tag("TR", table), attributes=attributes)
            heading = (Inline(title, self.voice.source(head), True),)
        repeated = (Inline(title + " ", None, True), Inline(self.voice.words.continued, None))
        rows = tuple(self.row(listing, each, Tag("TR", table)) for each in offices)
        anchor = part_anchor(listing.id, CITY + title)
        return CityBlock(heading, repeated if title else (), rows, anchor)

    def row(self, listing: model.Listing, office: Office, tag: Tag) -> OfficeRow:
        """An office: its place the head of the row, all else in the cell behind it."""
        location, second = office
        head, cell = Tag("TH", tag, attributes=(("Table", "Scope", "Row"),)), Tag("TD", tag)
        place, notes = (
            tuple(self.place(listing, location, second, head)),
            self.lines_beside(listing, location, Tag("P", cell)),
        )
        block = self.row_block(listing, location, cell, second)
        has_cell = bool(place and notes) or block != OfficeBlock()
        if not place:  # what says why there is none stands there
            nameless = (Inline(listing.name, self.voice.source(head)),)
            place, *notes = self.lines_beside(listing, location, head) or [nameless]
        return OfficeRow(place, block, tuple(notes), None if has_cell else Inline(" ", cell))

    def row_block(
        self, listing: model.Listing, location: model.Location, tag: Tag, second: model.Location | None
    ) -> OfficeBlock:
        """What is said of an office beside its place."""
        owner = owner_name(listing, location)
        block = OfficeBlock(
            numbers=tuple(
                self.number(phone, owner, tag, other, shown_phone(listing, phone))
                for phone, other in phone_pairs(location, second)
            ),
            web=self.web(location, tag, second, owner),
            **self.times(listing, in_a_row(location), tag, second and in_a_row(second)),
            **self.own_facts(listing, location, tag, second),
        )
        return in_a_cell(block)

    def place(
        self, listing: model.Listing, location: model.Location, second: model.Location | None, tag: Tag
    ) -> Iterator[Inline]:
        """Yield the name of an office, and what its address says beside its city."""
        known = location.address or model.Address()
        address = model.Address() if known.confidential else known
        code = address.postal_code.replace(" ", NBSP)
        streets = (HOUSE.sub(rf"\1{NBSP}", line) for line in street_lines(address))
        text = with_commas(filter(None, (*streets, address.neighborhood, code)))
        if location.name != known.city:
            *names, last = self.names(listing, location, second, tag)
            comma = comma_after(last.text) if last.text and text else ""
            yield from (*names, *((last._replace(text=last.text + comma),) * bool(last.text)))
        if text:
            yield Inline(text, self.voice.source(tag))

    def names(
        self, listing: model.Listing, location: model.Location, second: model.Location | None, tag: Tag
    ) -> Iterator[Inline]:
        """Yield the name of an office in each language."""
        language, other = self.name_language(listing, location), self.voice.second
        own = Tag("Span", tag, language=language) if language else tag
        two = other and second and second.name not in ("", location.name)
        yield Inline(location.name + (" / " if two else ""), own, True)
        if other and second and two:
            yield Inline(second.name, self.voice.inside(tag, other), True, apart=True)

    def lines_beside(self, listing: model.Listing, location: model.Location, tag: Tag) -> list[InlineLine]:
        """Whom to ask for, the name on the letterbox, and why there is no street."""
        lines = list(self.letterbox(listing, location, tag, self.voice.source(tag)))
        notes = self.notes_on(listing, location.address, tag) if location.address else []
        return [*lines, *((each,) for each in notes)]


def is_table(listing: model.Listing) -> bool:
    """Whether the offices of a listing are a table: as it says, or where they are many."""
    count = len(listing.locations)
    return count > 1 and (count > MOST_OFFICES if listing.office_table is None else listing.office_table)


def city_part(listing: model.Listing, address: model.Address | None, home: str) -> str:
    """The part of a listing in which an office stands: the city of its table; "" where its offices are no table."""
    return CITY + city_title(address, home) if is_table(listing) else ""


def in_a_row(location: model.Location) -> model.Location:
    """An office with its hours in one line."""
    text = "; ".join(line.rstrip(". ;") for line in location.hours)
    return replace(location, hours=(text,) if text else ())


def in_a_cell(block: OfficeBlock) -> OfficeBlock:
    """What an office has with a real space behind each paragraph, for a reader that joins what stands in a cell."""
    return block._replace(
        numbers=tuple(map(spaced_number, block.numbers)),
        web=tuple((*line[:-1], spaced(line[-1])) for line in block.web),
        hours=tuple(map(spaced, block.hours)),
        second_hours=tuple(map(spaced, block.second_hours)),
        facts=tuple(fact._replace(text=spaced(fact.text)) for fact in block.facts),
        second_facts=tuple(fact._replace(text=spaced(fact.text)) for fact in block.second_facts),
        status=tuple(map(spaced, block.status)),
    )


def spaced(inline: Inline) -> Inline:
    return inline._replace(text=inline.text + " ")


def spaced_number(number: NumberBlock) -> NumberBlock:
    """A number with a space behind the last of its words."""
    if number.below:
        return number._replace(below=spaced(number.below))
    if number.type and number.type[-1].text:
        return number._replace(type=(*number.type[:-1], spaced(number.type[-1])))
    if number.extension:
        return number._replace(extension=spaced(number.extension))
    return number._replace(number=spaced(number.number))


def by_city(offices: Iterable[Office], voice: Voice) -> list[tuple[str, Sequence[Office]]]:
    """Offices by the title of their city, in the order of the alphabet, first those in none; within it by name, then as given."""
    language = voice.guide.language
    cities: dict[str, list[Office]] = {}
    for office in offices:
        cities.setdefault(city_title(office.own.address, voice.guide.country), []).append(office)
    return [
        (
            title,
            sorted(cities[title], key=lambda each: (not each.own.name, sort_key(each.own.name, language))),
        )
        for title in sorted(cities, key=lambda title: (bool(title), sort_key(title, language)))
    ]


def city_title(address: model.Address | None, home: str) -> str:
    """ "Oakland, CA": the city of an address, with its country where that is another; "" where it says none."""
    if not address or not (address.city or address.state_province or address.country not in ("", home)):
        return ""
    country = address.country or home
    bare = model.Address(city=address.city, state_province=address.state_province, country=address.country)
    lines = [*place_lines(bare, country), country_name(country) if country != home else ""]
    return with_commas(filter(None, lines))
