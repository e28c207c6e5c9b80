"""An edition as the tables of HSDS: each listing is an organization with a service of its own, its programs are further services."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import quote

from guide.exchange.clean.small import language_names
from guide.exchange.give.ids import id_of
from guide.exchange.give.plain import Names, names_in, plain_prose, spoken
from guide.exchange.give.schedules import schedules_of
from guide.expressions import expression
from guide.language.files import fixed_words
from guide.language.hours_words import ENGLISH_HOURS
from guide.language.tongues import ANY, name_of
from guide.model import (
    CALL_OR_TEXT,
    FAX,
    FREE,
    INFORMATION_LINE,
    TEXT,
    TOLL_FREE,
    TTY,
    Address,
    Cost,
    Guide,
    Listing,
    Location,
    Meeting,
    Phone,
    Program,
    Section,
    ServiceArea,
    with_first,
)

Row = dict[str, str]
Tables = dict[str, list[Row]]
Place = Listing | Location | Program
NOTHING = (
    "-"  # in a column that has to be filled and of which nothing is known; an import takes it for nothing
)
SECTIONS, TOPICS, PEOPLE = "Sections", "Topics", "Target Populations"  # taxonomies
TYPES = {FAX: "fax", TEXT: "text", TTY: "textphone", "cell": "cell", "video": "video", "pager": "pager"}
HAS_SCHEME = expression(r"[A-Za-z][A-Za-z0-9+.-]*://|mailto:|tel:|sms:")  # example.org:8080 has none
NUMBER = expression("[1-9][0-9]*|0")  # what stays as it is when it is a number: not 007
STRAY_PERCENT = expression(r"%(?![0-9A-Fa-f]{2})")
URI_CHARACTERS = "!$%&'()*+,/:;=?@~"  # and letters, digits, "-._"
IN_WORDS = (INFORMATION_LINE, CALL_OR_TEXT, TOLL_FREE)  # types that HSDS has not
ACTIVE, FOR_NOW, FOR_GOOD = "active", "temporarily closed", "defunct"
FACTS = {
    "eligibility_description": "eligibility_description",
    "fees_description": "fees_description",
    "how_to_apply": "application_process",
    "waiting_time": "wait_time",
}  # {ours: that of a service}


def tables_of(guide: Guide) -> Tables:
    """{table: rows} of all that an edition prints; tables without rows are not there."""
    made = Making(guide, names_in(guide))
    for section in guide.sections:
        for listing in section.listings:
            made.listing(section, listing)
    return {name: rows for name, rows in made.tables.items() if rows}


@dataclass(slots=True)
class Making:
    """The tables while they grow."""

    guide: Guide
    names: Names
    tables: Tables = field(default_factory=dict)
    terms: dict[tuple[str, str], str] = field(default_factory=dict)  # {(taxonomy, name): id}

    def add(self, table: str, key: str, values: Mapping[str, str]) -> str:
        """A row more, without what is empty; its id."""
        ident = id_of(table, key)
        row = {"id": ident} | {name: value for name, value in values.items() if value}
        self.tables.setdefault(table, []).append(row)
        return ident

    def listing(self, section: Section, listing: Listing) -> None:
        """A listing: its organization, its offices, and its services."""
        text = plain_prose(listing.description, self.names)
        organization = self.add("organization", listing.id, organization_row(listing, text))
        self.reached("organization", organization, listing, listing.id)
        offices = {
            number: self.office(listing, office, number, organization)
            for number, office in enumerate(listing.locations, 1)
        }
        service = self.service(listing, listing, organization, text, listing.id)
        self.at(service, listing.id, offices.values())
        self.topics(service, listing.id, section, listing)
        for number, area in enumerate(listing.service_areas, 1):
            self.add(
                "service_area", f"{listing.id} {number}", {"service_id": service, "name": area_name(area)}
            )
        self.times(listing, organization, service, offices)
        for program in listing.programs:
            self.program(listing, program, organization, offices)

    def program(
        self, listing: Listing, program: Program, organization: str, offices: Mapping[int, str]
    ) -> None:
        """A program, at its office or at all."""
        key = f"{listing.id} {program.key}"
        text = plain_prose(program.description, self.names)
        service = self.service(listing, program, organization, text, key)
        self.reached("service", service, program, key)
        self.at(service, key, offices_named(listing, program.location, offices))
        self.schedules("service", service, key, program)

    def service(
        self, listing: Listing, owner: Listing | Program, organization: str, text: str, key: str
    ) -> str:
        """A service with its facts; its id."""
        ident = self.add("service", key, service_row(listing, owner, organization, text))
        if owner.required_documents:
            self.add("required_document", key, {"service_id": ident, "document": owner.required_documents})
        self.costs(ident, key, owner)
        self.languages("service", ident, key, owner)
        return ident

    def costs(self, service: str, key: str, owner: Listing | Program) -> None:
        """What a service costs: a row for each value, or its text."""
        if not owner.cost and owner.fees_description:
            self.add("cost_option", key, {"service_id": service, "option": owner.fees_description})
        for number, cost in enumerate(owner.cost, 1):
            self.add("cost_option", f"{key} {number}", {"service_id": service, **cost_row(cost)})

    def at(self, service: str, key: str, offices: Iterable[str]) -> None:
        """A service at offices."""
        for number, office in enumerate(offices, 1):
            self.add("service_at_location", f"{key} {number}", {"service_id": service, "location_id": office})

    def office(self, listing: Listing, office: Location, number: int, organization: str) -> str:
        """An office with its address; its id. What is said of the whole alone, and HSDS says of offices, is said of each."""
        key = f"{listing.id} {number}"
        ident = self.add("location", key, location_row(listing, office, organization))
        if office.address:
            attention = office.attention or office.care_of
            self.add(
                "address",
                key,
                {"location_id": ident, **address_row(office.address, attention, self.guide.country)},
            )
        if access := office.accessibility or listing.accessibility:
            self.add("accessibility", key, {"location_id": ident, "description": access})
        self.languages("location", ident, key, office)
        self.reached("location", ident, office, key)
        self.schedules("location", ident, key, office)
        return ident

    # --- details ------------------------------------------------------------------------------------

    def reached(self, level: str, ident: str, place: Place, key: str) -> None:
        """The numbers, and the addresses for which a record has no column."""
        whose = {f"{level}_id": ident}
        for number, phone in enumerate(place.phones, 1):
            self.add("phone", f"{level} {key} {number}", {**whose, **phone_row(phone)})
        first = place.email if level == "location" else ""
        for number, each in enumerate(with_first(first, place.emails), 1):
            self.add(
                "contact", f"{level} {key} {number}", {**whose, "name": each.label, "email": each.target}
            )
        if level != "location":
            for number, each in enumerate(place.websites, 1):
                self.add(
                    "url", f"{level} {key} {number}", {**whose, "label": each.label, "url": uri(each.target)}
                )

    def languages(self, level: str, ident: str, key: str, owner: Place) -> None:
        """The languages that are spoken, each with its code; an interpreter has none."""
        language = self.guide.language
        rows = [(name_of(each, language), "" if each == ANY else each) for each in owner.language_codes]
        names = () if rows else filter(None, owner.languages.split(", "))
        rows += ((name, codes().get(name.casefold(), "")) for name in names)
        for number, (name, code) in enumerate(rows, 1):
            self.add(
                "language", f"{level} {key} {number}", {f"{level}_id": ident, "name": name, "code": code}
            )

    def schedules(self, level: str, ident: str, key: str, place: Place) -> None:
        """When it is open."""
        known = fixed_words(self.guide.language)
        words = known.hours if known else ENGLISH_HOURS
        opening = place.opening if place.hours else None  # else it is made of meetings
        for number, row in enumerate(schedules_of(opening, place.hours, words), 1):
            self.add("schedule", f"{level} {key} {number}", {f"{level}_id": ident, **row})

    def times(self, listing: Listing, organization: str, service: str, offices: Mapping[int, str]) -> None:
        """When a listing is open, or its meetings are; where it has hours too, each meeting is a service of its own."""
        self.schedules("service", service, listing.id, listing)
        for number, meeting in enumerate(listing.meetings, 1):
            key, whose = f"meeting {listing.id} {number}", service
            if listing.hours:
                is_named = any(map(str.isalnum, meeting.name))  # "&" names nothing for whoever takes it in
                name = meeting.name if is_named else f"{listing.name} {number}"
                row = {"organization_id": organization, "name": name, "status": status_of(listing)}
                whose = self.add("service", key, row)
                self.at(whose, key, offices_named(listing, meeting.location, offices)[:1])
            for place, row in enumerate(schedules_of(meeting.hours, (), ENGLISH_HOURS), 1):
                self.add("schedule", f"{key} {place}", {"service_id": whose, **row, **meeting_row(meeting)})

    def topics(self, service: str, key: str, section: Section, listing: Listing) -> None:
        """The section, the topics and the groups of people, as terms."""
        wanted = [(SECTIONS, section.title), *((TOPICS, each) for each in listing.services)]
        for number, (taxonomy, name) in enumerate(
            (*wanted, *((PEOPLE, each) for each in listing.audience)), 1
        ):
            row = {
                "link_id": service,
                "taxonomy_term_id": self.term(taxonomy, name),
                "link_type": "taxonomy_term",
            }
            self.add("attribute", f"{key} {number}", {**row, "link_entity": "service"})

    def term(self, taxonomy: str, name: str) -> str:
        """The id of a term, which is made where it is not there yet, and its taxonomy too."""
        found = self.terms.get((taxonomy, name))
        if found is None:
            if not any(known == taxonomy for known, _ in self.terms):
                self.add(
                    "taxonomy",
                    taxonomy,
                    {"name": taxonomy, "description": f"{taxonomy} of {self.guide.title}"},
                )
            own = {"code": f"{taxonomy}: {name}", "name": name, "description": name, "taxonomy": taxonomy}
            more = {"language": self.guide.language, "taxonomy_id": id_of("taxonomy", taxonomy)}
            found = self.terms[taxonomy, name] = self.add(
                "taxonomy_term", f"{taxonomy}: {name}", {**own, **more}
            )
        return found


# --- rows -------------------------------------------------------------------------------------------


def organization_row(listing: Listing, text: str) -> Row:
    """Who helps; a description has to be there, if it is no more than the name."""
    others = (listing.short_name, *listing.alternate_names, *listing.former_names)
    return {
        "name": listing.name,
        "alternate_name": "; ".join(filter(None, others)),
        "description": text or listing.summary or listing.name,
        "email": listing.email,
        "website": uri(listing.website),
    }


def service_row(listing: Listing, owner: Listing | Program, organization: str, text: str) -> Row:
    """What a listing does, or one of its programs."""
    is_whole = isinstance(owner, Listing)
    ages = {key: getattr(owner, key) for key in ("minimum_age", "maximum_age")}
    return {
        "organization_id": organization,
        "name": owner.name,
        "description": text or (listing.summary if is_whole else ""),
        "url": uri(owner.website),
        "email": owner.email,
        "status": status_of(listing),
        "alert": listing.alert if is_whole else "",
        "assured_date": str(listing.verified or ""),
        **{theirs: getattr(owner, own) for own, theirs in FACTS.items()},
        **{key: str(age) for key, age in ages.items() if age is not None},
    }


def status_of(listing: Listing) -> str:
    """Whether it is open, in the words of HSDS."""
    return FOR_GOOD if listing.gone else FOR_NOW if listing.closed else ACTIVE


def offices_named(listing: Listing, name: str, offices: Mapping[int, str]) -> list[str]:
    """The ids of the offices of a name; of all where none is named so."""
    own = [ident for number, ident in offices.items() if name and listing.locations[number - 1].name == name]
    return own or [*offices.values()]


def location_row(listing: Listing, office: Location, organization: str) -> Row:
    """An office; of a confidential one neither the point on the map nor the way there."""
    address = office.address
    latitude, longitude = map(str, office.point or ("", ""))
    return {
        "location_type": "postal" if address and address.po_box and not address.address_1 else "physical",
        "url": uri(office.website),
        "organization_id": organization,
        "name": office.name,
        "transportation": "" if office.is_secret else office.transportation or listing.transportation,
        "latitude": latitude,
        "longitude": longitude,
    }


def address_row(address: Address, attention: str, home: str) -> Row:
    """An address, "-" where it has to say something and there is nothing; of a confidential one its city."""
    street = ", ".join(filter(None, (address.address_1, address.po_box)))
    suite = ", ".join(filter(None, (address.address_2, address.station)))
    is_open = not address.confidential
    return {
        "attention": attention if is_open else "",
        "address_1": street if is_open and street else NOTHING,
        "address_2": suite if is_open else "",
        "city": address.city or NOTHING,
        "region": address.neighborhood if is_open else "",
        "state_province": address.state_province or NOTHING,
        "postal_code": address.postal_code if is_open and address.postal_code else NOTHING,
        "country": address.country or home,
        "address_type": "postal" if address.po_box and not address.address_1 else "physical",
    }


def phone_row(phone: Phone) -> Row:
    """A number; what HSDS has no type or column for is said in words."""
    kind = phone.type if phone.type in IN_WORDS else ""
    is_number = bool(NUMBER.fullmatch(phone.extension))
    extension = "" if is_number or not phone.extension else f"ext. {phone.extension}"
    keyword = f"send {phone.keyword}" if phone.keyword else ""
    return {
        "number": spoken(phone.printed),
        "extension": phone.extension if is_number else "",
        "type": TYPES.get(phone.type, "voice"),
        "description": ", ".join(filter(None, (kind, extension, keyword, phone.description))),
    }


def meeting_row(meeting: Meeting) -> Row:
    """What a meeting is, beside its time."""
    number = spoken(meeting.dial_in.printed) if meeting.dial_in else ""
    more = (meeting.name, meeting.location, meeting.note, meeting.meeting_id, meeting.passcode, number)
    return {
        "attending_type": ", ".join(meeting.formats),
        "notes": ", ".join(filter(None, more)),
        "schedule_link": uri(meeting.link),
    }


def cost_row(cost: Cost) -> Row:
    """One value of a cost: nothing is an amount too; of a range the least is the amount."""
    said = f"{cost.least} to {cost.most}" if cost.most else ""
    amount = "0" if cost.kind == FREE else cost.least
    return {"option": cost.kind, "currency": cost.currency, "amount": amount, "amount_description": said}


def area_name(area: ServiceArea) -> str:
    """What an area is called, with its postal codes."""
    return ", ".join(filter(None, (area.name, *area.postal_codes)))


def uri(address: str) -> str:
    """A web address as a URI (RFC 3986): with its scheme, and no character that may not stand in one."""
    if not address:
        return ""
    whole = address if HAS_SCHEME.match(address) else f"https://{address}"
    front, mark, rest = STRAY_PERCENT.sub("%25", whole).partition("#")
    return quote(front, safe=URI_CHARACTERS) + mark + quote(rest, safe=URI_CHARACTERS)


@cache
def codes() -> dict[str, str]:
    """{name of a language in small letters: its code}, the shortest."""
    found: dict[str, str] = {}
    for code, name in sorted(language_names().items(), key=lambda pair: (len(pair[0]), pair[0])):
        found.setdefault(name.casefold(), code)
    return found


def facts_without_place(listing: Listing) -> Iterator[str]:
    """Yield what is said of a listing without offices, and HSDS says of offices alone."""
    if not listing.locations:
        yield from filter(None, (listing.accessibility, listing.transportation))
