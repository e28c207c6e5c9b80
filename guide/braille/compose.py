"""An edition as texts for braille: all that print says, in its order, without pictures and without tables."""

from collections.abc import Callable, Iterable, Iterator

from guide.braille.blocks import DEEP, ITEM, NAME, PART, SECTION, TEXT, TITLE, Block, Entry
from guide.language.addresses import address_lines
from guide.language.hours_lines import hours_lines
from guide.language.scripts import spoken
from guide.language.words import Words
from guide.layout.compose.checked import status_words
from guide.layout.compose.facts import fact_rows
from guide.layout.compose.links import bare_address, kind_words
from guide.layout.compose.news import alert_of
from guide.model import (
    BulletList,
    Guide,
    HelpLine,
    Listing,
    Location,
    Meeting,
    Phone,
    Program,
    Prose,
    Section,
    Span,
    with_first,
)

PageOf = Callable[[str], str]  # the page of a place in words, "" where it is not known yet


class Composer:
    """Puts a guide into texts; mentions of other listings say their braille page."""

    def __init__(self, guide: Guide, words: Words, page_of: PageOf) -> None:
        self.guide, self.words, self.page_of = guide, words, page_of
        self.names = {listing.id: listing.name for listing in guide.listings}

    # --- the whole ----------------------------------------------------------------------------------

    def title_page(self) -> Iterator[Block]:
        """Yield what stands on the first page."""
        guide, words = self.guide, self.words
        yield from (Block(text, TITLE) for text in (guide.title, guide.subtitle) if text)
        number = words.edition.format(number=guide.edition.number)
        yield Block(f"{number}, {words.full_date(guide.edition.date)}", TITLE)
        publisher = guide.publisher
        for text in (publisher.name, *publisher.address, publisher.email, publisher.website):
            yield from [Block(text, ITEM)] if text else []
        yield from [Block(self.phone(publisher.phone), ITEM)] if publisher.phone else []
        if guide.help_now:
            yield Block(words.help_now, SECTION)
            yield from (Block(self.help_line(line), ITEM) for line in guide.help_now)

    def contents(self) -> Iterator[Entry]:
        """Yield the lines of the contents: every section, and every listing below its own."""
        for section in self.guide.sections:
            yield Entry(section.title, f"section {section.id}")
            yield from (Entry(each.name, f"listing {each.id}", 1) for each in section.listings)

    def body(self) -> Iterator[Block]:
        """Yield the sections, then what stands at the end."""
        for section in self.guide.sections:
            yield from self.section(section)
        yield from self.prose(self.guide.closing_notes)

    def section(self, section: Section) -> Iterator[Block]:
        """Yield a section, lines that lead to others where they stand."""
        yield Block(section.title, SECTION, f"section {section.id}")
        yield from self.prose(section.introduction)
        for each in section.in_order:
            if isinstance(each, Listing):
                yield from self.listing(each)
            else:
                yield Block(self.mention(each.id), ITEM)

    def listing(self, listing: Listing) -> Iterator[Block]:
        """Yield a listing: what it is, how to reach it, what it does."""
        short = f" ({listing.short_name})" if listing.short_name else ""
        note = f" ({listing.name_note})" if listing.name_note else ""
        yield Block(f"{listing.name}{short}{note}", NAME, f"listing {listing.id}")
        if alert := alert_of(listing, self.words):
            yield Block(alert, ITEM)
        if listing.gone:
            yield from self.prose(listing.description)
            return
        yield from self.names_before(listing)
        yield from self.reach(listing)
        for office in listing.locations:
            yield from self.office(listing, office, len(listing.locations) > 1)
        if listing.meetings and not listing.closed:
            yield from (Block(self.meeting(each), ITEM) for each in listing.meetings)
        yield from self.prose(listing.description)
        yield from self.facts(listing)
        for program in listing.programs:
            yield from self.program(program)
        yield Block(spoken(status_words(listing, self.guide, self.words)), ITEM)

    def names_before(self, listing: Listing) -> Iterator[Block]:
        """Yield the names that it had, under which people may know it."""
        for name in listing.former_names:
            yield Block(self.words.now.format(old=name, name=listing.name), ITEM)

    def office(self, listing: Listing, office: Location, several: bool) -> Iterator[Block]:
        """Yield an office: where it is, its numbers, when it is open."""
        city = office.address.city if office.address and several else ""
        if label := office.name or city:
            yield Block(label, PART)
        yield from (Block(text, ITEM) for text in self.where(listing, office))
        yield from self.reach(office)
        yield from self.facts(office)

    def where(self, listing: Listing, office: Location) -> Iterator[str]:
        """Yield whom to ask for and where, each in a line."""
        words, address = self.words, office.address
        if office.attention:
            yield words.contact.format(name=office.attention)
        if office.care_of:
            yield words.care_of.format(name=office.care_of)
        if address is None:
            return
        lines = (office.postal_name, *address_lines(address, self.guide.country))
        if said := spoken(", ".join(filter(None, lines))):
            yield said
        if address.confidential:
            yield words.not_public
        elif address.city_only:
            yield words.city_only if listing.all_phones else words.city_only_no_phone

    def program(self, program: Program) -> Iterator[Block]:
        """Yield a program."""
        yield Block(program.name, PART)
        if program.location:
            yield Block(program.location, ITEM)
        yield from self.reach(program)
        yield from self.prose(program.description)
        yield from self.facts(program)

    # --- parts --------------------------------------------------------------------------------------

    def reach(self, place: Listing | Location | Program) -> Iterator[Block]:
        """Yield numbers, addresses and hours, each as an item."""
        yield from (Block(self.phone(each), ITEM) for each in place.phones)
        for first, more in ((place.email, place.emails), (place.website, place.websites)):
            for each in with_first(first, more):
                label = f"{each.label}: " if each.label else ""
                yield Block(f"{label}{bare_address(each.target)}", ITEM)
        if place.hours and not (isinstance(place, Listing) and place.closed):
            yield Block(self.words.labelled.format(label=self.words.hours_label), ITEM)
            yield from (Block(spoken(line), DEEP) for line in place.hours)

    def facts(self, owner: Listing | Location | Program) -> Iterator[Block]:
        """Yield the facts, each with its label."""
        for row in fact_rows(owner, self.words):
            yield Block(f"{self.words.labelled.format(label=row.label)} {spoken(row.text)}", ITEM)

    def phone(self, phone: Phone) -> str:
        """A number with what is to be known of it."""
        words = self.words
        digits = words.in_digits.format(number=phone.in_digits) if phone.in_digits else ""
        extension = words.extension.format(extension=phone.extension) if phone.extension else ""
        more = (phone.printed, digits, extension, kind_words(phone, words), phone.description)
        return spoken(", ".join(filter(None, more)))

    def help_line(self, line: HelpLine) -> str:
        """A line of help."""
        return ": ".join(filter(None, (line.text, self.phone(line.phone) if line.phone else "")))

    def meeting(self, meeting: Meeting) -> str:
        """A meeting: when, what it is, how to join it."""
        words = self.words
        when = "; ".join(hours_lines(meeting.hours, words.hours))
        kinds = (words.meeting_formats.get(each, each) for each in meeting.formats)
        more = [meeting.name, meeting.location, *kinds, meeting.note.rstrip("."), bare_address(meeting.link)]
        more += [words.meeting_id.format(id=meeting.meeting_id)] if meeting.meeting_id else []
        more += [words.passcode.format(code=meeting.passcode)] if meeting.passcode else []
        more += [f"{words.dial_in} {self.phone(meeting.dial_in)}"] if meeting.dial_in else []
        return spoken(": ".join(filter(None, (when, ", ".join(filter(None, more))))))

    def prose(self, prose: Prose) -> Iterator[Block]:
        """Yield paragraphs, and lists item by item."""
        for block in prose:
            if isinstance(block, BulletList):
                for number, spans in enumerate(block.items, 1):
                    mark = f"{number}. " if block.ordered else ""
                    yield Block(mark + self.line(spans), DEEP)
            else:
                yield Block(self.line(block.spans), TEXT)

    def line(self, spans: Iterable[Span]) -> str:
        """Spans as words: another listing by its name and braille page, an address of a link behind its words."""
        return spoken("".join(map(self.span, spans)))

    def span(self, span: Span) -> str:
        """A span in words."""
        if span.mention:
            return self.mention(span.mention)
        target = bare_address(span.target.removeprefix("mailto:").removeprefix("tel:"))
        return f"{span.text} ({target})" if target and target != bare_address(span.text) else span.text

    def mention(self, id: str) -> str:
        """Another listing, with its braille page where it is known."""
        page, name = self.page_of(f"listing {id}"), self.names.get(id, "")
        if not page:
            return self.words.see_name.format(name=name)
        return self.words.see.format(name=name, page=self.words.page.format(folio=page))
