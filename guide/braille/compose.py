"""An edition as texts for braille: all that print says, in its order, without pictures and without tables."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from guide.braille.blocks import DEEP, ITEM, NAME, PART, SECTION, STATUS, SUBHEAD, TEXT, Block, Unit
from guide.expressions import expression
from guide.language.addresses import address_lines, street_lines
from guide.language.hours_lines import hours_lines
from guide.language.scripts import NBSP
from guide.language.sorting import sort_key
from guide.language.words import Words
from guide.layout.compose.checked import status_words
from guide.layout.compose.facts import fact_rows
from guide.layout.compose.links import bare_address, kind_words
from guide.layout.compose.listings import described
from guide.layout.compose.merge import of_the_whole, said_once
from guide.layout.compose.namesakes import Namesakes
from guide.layout.compose.news import alert_of
from guide.layout.compose.office_table import FEW_OFFICES, city_title, is_table
from guide.layout.compose.offices import in_order, join_times
from guide.layout.compose.prose import said_once as not_again
from guide.layout.compose.subheads import heading_text, times_text
from guide.layout.compose.templates import joined
from guide.model import (
    BulletList,
    Entry,
    Group,
    Guide,
    HelpLine,
    Listing,
    Location,
    Meeting,
    OpeningHours,
    Phone,
    Program,
    Prose,
    Section,
    Span,
    with_first,
)

BLANKS = expression(r"[ \t\r\n]+")
BULLET = "\u2022 "  # before an item; a language whose braille has no such sign leaves it out


class Whereabouts(NamedTuple):
    """Where places stand, as far as that is known."""

    pages: Mapping[str, int] = {}
    volumes: Mapping[str, int] = {}  # none where there is but one
    in_volume: str = ""  # the words for a page of a volume

    def number(self, place: str) -> str:
        """The page of a place, that of the first one where it is not known yet."""
        return str(self.pages.get(place, 1))

    def said(self, place: str, words: Words, here: int) -> str:
        """The page of a place in words, with its volume where it is another than `here`; "" where it is not known."""
        if place not in self.pages:
            return ""
        page = joined(words.page.format(folio=self.pages[place]))
        volume = self.volumes.get(place)
        return joined(self.in_volume.format(number=volume, page=page)) if volume not in (None, here) else page


UNKNOWN = Whereabouts()


def place_of(listing: str) -> str:
    """What a listing is called as a place."""
    return f"listing {listing}"


def said(*parts: str, between: str = ", ") -> str:
    """Parts of a line, in one row; what print holds together stays so."""
    return BLANKS.sub(" ", between.join(filter(None, parts))).strip()


class Composer:
    """Puts the sections of a guide into texts; mentions of other listings say their number and their braille page."""

    def __init__(self, guide: Guide, words: Words, where: Whereabouts = UNKNOWN) -> None:
        self.guide, self.words, self.where = guide, words, where
        self.listings = {listing.id: listing for listing in guide.listings}
        self.names = Namesakes(guide).names(lambda listing: listing.name)
        self.numbers = guide.entries
        self.here = 0  # the volume in which what is composed now stands

    # --- sections -----------------------------------------------------------------------------------

    def section(self, section: Section) -> Iterator[Unit]:
        """Yield a section listing by listing, what leads to others where it stands."""
        before = [Block(section.title, SECTION, f"section {section.id}"), *self.prose(section.introduction)]
        for blocks in self.entries(section):
            yield Unit((*before, *blocks), section.title)
            before = []
        if before:
            yield Unit(before, section.title)

    def entries(self, section: Section) -> Iterator[list[Block]]:
        """Yield the listings and the rows of a section, each with the subheading that it is the first under."""
        if section.groups:
            for group in section.groups:
                yield from self.group(group)
            return
        for each in section.in_order:
            if isinstance(each, Listing):
                yield [*self.listing(each)]
            elif each.id in self.names:
                name = f"{self.numbers[each.id]}{NBSP}{self.names[each.id]}"
                yield [Block(said(name, self.listings[each.id].summary, self.page_of(each.id)), ITEM)]

    def group(self, group: Group) -> Iterator[list[Block]]:
        """Yield what stands under a subheading of a city or a day."""
        before = [Block(heading_text(group.heading, self.words), SUBHEAD)]
        for entry in group.entries:
            own = self.listing(self.listings[entry.id]) if entry.whole else self.row(entry)
            yield [*before, *own]
            before = []

    def row(self, entry: Entry) -> Iterator[Block]:
        """Yield a row that leads to where a listing stands whole: its name, its times of that day, and its page."""
        name = f"{self.numbers[entry.id]}{NBSP}{self.names[entry.id]}"
        page = self.page_of(entry.id)
        if not entry.meeting:
            summary = self.listings[entry.id].summary
            yield Block(said(name, summary, join_times(times_text(entry, self.words)), page), ITEM)
            return
        when = OpeningHours(text="", rules=entry.times)
        yield Block(said(name, *self.place(entry.where), page), ITEM)
        yield Block(self.meeting(entry.meeting, when), DEEP)

    def place(self, where: Location | None) -> Iterator[str]:
        """Yield the name of a place with its street and city."""
        if where is None:
            return
        yield where.name
        if where.address:
            yield from () if where.address.confidential else street_lines(where.address)
            yield where.address.city
            yield self.words.not_public if where.address.confidential else ""

    # --- listings -----------------------------------------------------------------------------------

    def listing(self, listing: Listing) -> Iterator[Block]:
        """Yield a listing: what it is, how to reach it, what it does."""
        short = f" ({listing.short_name})" if listing.short_name else ""
        note = f" ({listing.name_note})" if listing.name_note else ""
        name = f"{self.numbers[listing.id]}{NBSP}{listing.name}{short}{note}"
        yield Block(said(name), NAME, place_of(listing.id))
        if alert := alert_of(listing, self.words):
            yield Block(said(alert), ITEM)
        if listing.gone:
            yield from self.prose(described(listing))
            return
        for former in listing.former_names:
            yield Block(self.words.now.format(old=former, name=listing.name), ITEM)
        yield from self.contact(listing)
        if listing.meetings and not listing.closed:
            yield from (Block(self.meeting(each, each.hours), ITEM) for each in listing.meetings)
        yield from self.prose(described(listing))
        yield from self.facts(listing)
        for program in listing.programs:
            yield from self.program(program, bool(listing.closed))
        yield Block(said(status_words(listing, self.guide, self.words)), STATUS)

    def contact(self, listing: Listing) -> Iterator[Block]:
        """Yield how to reach a listing: the whole, with what all of its many offices have alike, then each office."""
        own, offices = of_the_whole(listing), listing.locations
        if is_table(listing) or len(offices) > FEW_OFFICES:
            own, offices = said_once(own, offices)
        if is_table(listing):
            offices = tuple(sorted(offices, key=self.by_city))
        blocks = [*self.reach(own, bool(listing.closed)), *self.facts(own)]
        for office in offices:
            blocks += self.office(listing, office, len(offices) > 1)
        if not blocks and not listing.all_phones and not listing.meetings:
            blocks.append(Block(self.words.no_contact, ITEM))
        yield from blocks

    def by_city(self, office: Location) -> tuple[object, ...]:
        """What puts the offices of each city together, as print has them in a table."""
        city, language = city_title(office.address, self.guide.country), self.guide.language
        return bool(city), sort_key(city, language), not office.name, sort_key(office.name, language)

    def office(self, listing: Listing, office: Location, several: bool) -> Iterator[Block]:
        """Yield an office: where it is, its numbers, when it is open."""
        city = office.address.city if office.address and several else ""
        if label := office.name or city:
            yield Block(label, PART)
        yield from (Block(text, ITEM) for text in self.address(listing, office))
        yield from self.reach(office, bool(listing.closed))
        yield from self.facts(office)

    def address(self, listing: Listing, office: Location) -> Iterator[str]:
        """Yield whom to ask for and where, each in a line."""
        words, address = self.words, office.address
        if office.attention:
            yield words.contact.format(name=office.attention)
        if office.care_of:
            yield words.care_of.format(name=office.care_of)
        if address is None:
            return
        if where := said(office.postal_name, *address_lines(address, self.guide.country)):
            yield where
        if address.confidential:
            yield words.not_public
        elif address.city_only:
            yield words.city_only if listing.all_phones else words.city_only_no_phone

    def program(self, program: Program, closed: bool) -> Iterator[Block]:
        """Yield a program."""
        yield Block(program.name, PART)
        if program.location:
            yield Block(program.location, ITEM)
        yield from self.reach(program, closed)
        yield from self.prose(program.description)
        yield from self.facts(program)

    # --- parts --------------------------------------------------------------------------------------

    def reach(self, place: Location | Program, closed: bool) -> Iterator[Block]:
        """Yield numbers, addresses and hours, each as an item; no hours of what is closed."""
        yield from (Block(self.phone(each), ITEM) for each in in_order(place.phones))
        for first, more in ((place.email, place.emails), (place.website, place.websites)):
            for each in with_first(first, more):
                label = f"{each.label}: " if each.label else ""
                yield Block(f"{label}{bare_address(each.target)}", ITEM)
        if place.hours and not closed:
            yield Block(self.words.labelled.format(label=self.words.hours_label), ITEM._replace(heads=True))
            yield from (Block(said(join_times(line)), DEEP) for line in place.hours)

    def facts(self, owner: Listing | Location | Program) -> Iterator[Block]:
        """Yield the facts, each with its label."""
        for row in fact_rows(owner, self.words):
            yield Block(said(self.words.labelled.format(label=row.label), row.text, between=" "), ITEM)

    def phone(self, phone: Phone) -> str:
        """A number with what is to be known of it."""
        words = self.words
        digits = joined(words.in_digits.format(number=phone.in_digits)) if phone.in_digits else ""
        extension = joined(words.extension.format(extension=phone.extension)) if phone.extension else ""
        return said(phone.printed, digits, extension, kind_words(phone, words), phone.description)

    def help_line(self, line: HelpLine) -> str:
        """A line of help."""
        return said(line.text, self.phone(line.phone) if line.phone else "", between=": ")

    def meeting(self, meeting: Meeting, hours: OpeningHours) -> str:
        """A meeting: when, what it is, how to join it."""
        words = self.words
        when = "; ".join(map(join_times, hours_lines(hours, words.hours)))
        kinds = (words.meeting_formats.get(each, each) for each in meeting.formats)
        more = [meeting.name, meeting.location, *kinds, meeting.note.rstrip("."), bare_address(meeting.link)]
        more += [joined(words.meeting_id.format(id=meeting.meeting_id))] if meeting.meeting_id else []
        more += [joined(words.passcode.format(code=meeting.passcode))] if meeting.passcode else []
        more += [f"{words.dial_in} {self.phone(meeting.dial_in)}"] if meeting.dial_in else []
        return said(when, said(*more), between=": ")

    def prose(self, prose: Prose) -> Iterator[Block]:
        """Yield paragraphs, and lists item by item."""
        for block in prose:
            if isinstance(block, BulletList):
                for number, spans in enumerate(block.items, 1):
                    mark = f"{number}.{NBSP}" if block.ordered else BULLET
                    yield Block(mark + self.line(spans), DEEP)
            else:
                yield Block(self.line(block.spans), TEXT)

    def line(self, spans: Iterable[Span]) -> str:
        """Spans as words: another listing by its name and braille page, an address of a link behind its words."""
        text = ""
        for span in spans:
            text += self.mention(span.mention, text) if span.mention else self.span(span)
        return said(text)

    def span(self, span: Span) -> str:
        """A span in words."""
        target = bare_address(span.target.removeprefix("mailto:").removeprefix("tel:"))
        return f"{span.text} ({target})" if target and target != bare_address(span.text) else span.text

    def page_of(self, id: str) -> str:
        """The page of a listing in words, "" where it is not known."""
        return self.where.said(place_of(id), self.words, self.here)

    def mention(self, id: str, before: str = "") -> str:
        """Another listing with its number, and its braille page where it is known; `before`: what stands before it in a text."""
        page, name = self.page_of(id), self.names.get(id, "")
        numbered = f"{name}{NBSP}({self.numbers[id]})" if id in self.numbers else name
        if not page:
            return not_again(self.words.see_name, before).format(name=numbered)
        return not_again(self.words.see, before).format(name=numbered, page=page)
