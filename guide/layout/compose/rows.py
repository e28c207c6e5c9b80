"""A listing as a row of a telephone book: name and number, when it is open, what it is, and where, in few words."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from guide import model
from guide.errors import Mark
from guide.language.addresses import country_name, state_spelled, street_lines
from guide.language.hours_in_a_row import hours_in_a_row
from guide.language.short_hours import days_spelled
from guide.language.words import Words
from guide.layout.compose.blocks import ReferenceBlock, SectionBlock, SubheadBlock
from guide.layout.compose.checked import is_checked, status_words
from guide.layout.compose.composer import Composer, NumberedSection, Surroundings
from guide.layout.compose.links import address_inline, kind_words, listing_anchor, sent_words
from guide.layout.compose.listings import LISTING_LEVEL
from guide.layout.compose.merge import of_the_whole
from guide.layout.compose.offices import call_link, in_order, join_times, owner_name
from guide.layout.compose.shorten import as_sentence, few_words
from guide.layout.compose.shown import shown_hours, shown_phone
from guide.layout.compose.templates import joined
from guide.layout.tags import Shown, Tag
from guide.layout.type.inline import Anchor, Inline

WRITTEN = (
    model.TEXT,
    model.TTY,
)  # kinds of number for those who cannot call or hear: they stand in every row
NO_USUAL_CALL = (
    model.TEXT,
    model.TTY,
    model.CALL_OR_TEXT,
    "video",
    "pager",
)  # of a first number, that is said
MOST_DESCRIPTION = 25  # characters of the words for a number, that a row has room for


class RowBlock(NamedTuple):
    """A listing in few words and in tags, before it is set."""

    anchor: Anchor
    mark: Mark
    number: int
    title: str
    name: tuple[Inline, ...]  # the number first
    phone: tuple[Inline, ...]  # the number to call first, with its extension; () where there is none
    alert: Inline | None
    text: tuple[Inline, ...]  # when it is open, what it is, and a number to write to
    place: tuple[Inline, ...]
    checked: bool
    second_alert: Inline | None = None  # the same in the second of two languages
    second: tuple[Inline, ...] = ()  # when it is open and what it is, in that


RowEntry: TypeAlias = RowBlock | ReferenceBlock | SubheadBlock


class RowSection(NamedTuple):
    """A section with its listings as rows; a section that has no listings of its own refers to others."""

    block: SectionBlock
    rows: tuple[RowEntry, ...]


class Reach(NamedTuple):
    """How a listing is reached: its first office, the numbers there and of the whole in order, how many places there are more."""

    office: model.Location
    phones: tuple[model.Phone, ...]
    more: int

    @property
    def first(self) -> model.Phone | None:
        """The number to call first; None where there is none but a fax."""
        numbers = [phone for phone in self.phones if phone.e164]
        return next((phone for phone in numbers if phone.type != model.FAX), None)


class RowComposer(Composer):
    """Puts the listings of a guide into rows; `numbers` are those of the whole guide, by id.

    `brief`: hours alone, and what it is only where it has none; no city where most places are in one. `paged`: references
    to other sections stand between the rows, with their pages. `second`: (guide, words) of a language printed with it.
    """

    def __init__(
        self,
        guide: model.Guide,
        words: Words,
        numbers: Mapping[str, int] | None = None,
        brief: bool = False,
        paged: bool = False,
        second: tuple[model.Guide, Words] | None = None,
    ) -> None:
        super().__init__(guide, words, paged, numbers, second)
        self.guide = guide
        self.brief = brief
        self.second = RowComposer(*second, self.voice.numbers) if second else None
        self.states = {*_states(guide)}
        self.home = home_of(guide) if brief else ""

    def row_sections(self, root: Tag) -> tuple[RowSection, ...]:
        """The sections with their rows, tagged below root."""
        return tuple(self.row_section(each, root) for each in self.numbered_sections())

    def row_section(self, numbered: NumberedSection, root: Tag) -> RowSection:
        """A section without its introduction; without pages, references stand only where there is no listing."""
        section = numbered.section
        head = replace(section, listings=(), introduction=(), references=(), groups=())
        block = self.section(numbered._replace(section=head), root)
        if section.listings and not self.voice.paged:
            section = replace(section, references=())
        return RowSection(block, tuple(self.entries(section, block.tag, self.row)))

    def surroundings(self, section: model.Section) -> Surroundings:
        """What the rows of a section are made of beside it: the states too, for a guide with one of them names none."""
        return super().surroundings(section)._replace(states=tuple(sorted(self.states)))

    def row(self, listing: model.Listing, parent: Tag, level: str = LISTING_LEVEL) -> RowBlock:
        """A listing as a row; what its circle says stands with its number for those who hear it."""
        voice, number, reach = self.voice, self.voice.numbers[listing.id], reach_of(listing)
        tag = Tag("Sect", parent, shows=Shown(listing.id))
        heading = Tag(level, tag)
        status = status_words(listing, voice.guide, voice.words)
        label = voice.words.versions[0].labelled.format(label=f"{number}, {status}")
        counted = Tag("Lbl", heading, heard=label + " ")
        alert = self.listings.alert(listing, tag, voice.language_of(listing, "alert"))
        return RowBlock(
            anchor=listing_anchor(listing.id),
            mark=listing.mark,
            number=number,
            title=listing.name,
            name=(Inline(f"{number} ", counted, True), *self.listings.name(listing, heading)),
            phone=self.phone(reach.first, owner_name(listing, reach.office), Tag("P", tag), listing),
            alert=alert,
            text=self.text(listing, reach, Tag("P", tag, shows=self.shown(listing, reach.office))),
            second_alert=self.second_alert(listing, tag),
            second=self.second_text(listing, tag),
            place=self.place(reach, Tag("P", tag)),
            checked=is_checked(listing, voice.guide),
        )

    def second_alert(self, listing: model.Listing, parent: Tag) -> Inline | None:
        """The news of a listing in the second language; None where they stand in it already."""
        if self.second is None or not self.voice.prints(listing, "alert"):
            return None
        other = self.voice.seconds[listing.id]
        if "alert" in other.untranslated:
            return None
        return self.second.listings.alert(other, parent, self.second.guide.language)

    def second_text(self, listing: model.Listing, parent: Tag) -> tuple[Inline, ...]:
        """When it is open and what it is in the second language, as far as it is translated; numbers stand once."""
        if self.second is None:
            return ()
        other, tag = self.voice.seconds[listing.id], Tag("P", parent, language=self.second.guide.language)
        pieces = self.second.pieces(other, reach_of(other), tag, translated=True)
        return spaced([each._replace(text=as_sentence(each.text))] for each in pieces)

    def shown(self, listing: model.Listing, office: model.Location) -> Shown | None:
        """The hours, where the text of a row begins with them."""
        own = office if office.hours or office.opening else of_the_whole(listing)
        return None if listing.closed else shown_hours(listing, own, 0)

    def phone(
        self, phone: model.Phone | None, name: str, tag: Tag, listing: model.Listing
    ) -> tuple[Inline, ...]:
        """The number to call, with its extension; `name`: whom it calls, which is a listing or a program of it."""
        if phone is None:
            return ()
        words = self.voice.words
        link = call_link(phone, name, words)
        shows = shown_phone(listing, phone)
        number = Inline(joined(phone.printed), Tag("Link", tag, shows=shows), True, link)
        if not phone.extension:
            return (number,)
        extension = joined(" " + words.extension.format(extension=phone.extension))
        return number, Inline(extension, tag, True)

    def text(self, listing: model.Listing, reach: Reach, tag: Tag) -> tuple[Inline, ...]:
        """When it is open, what it is, and numbers for those who cannot call, one sentence behind the other."""
        pieces = self.pieces(listing, reach, tag)
        sentences = [[each._replace(text=as_sentence(each.text))] for each in pieces]
        sentences += [] if self.brief else self.written(listing, reach, tag)
        sentences += self.programs(listing, tag)
        if not reach.first:
            sentences += self.web(listing, reach.office, tag)
        nothing = not sentences and not reach.first and not reach.office.address
        return (Inline(self.voice.words.no_contact, tag),) if nothing else spaced(sentences)

    def pieces(
        self, listing: model.Listing, reach: Reach, tag: Tag, translated: bool = False
    ) -> list[Inline]:
        """When it is open, what it is, and how many places there are more; `translated`: what is in this language alone."""
        pieces = [*self.hours(listing, reach.office, tag, translated), *self.kind(reach.first, tag)]
        if not (self.brief and pieces):
            pieces += self.few_words(listing, tag, translated)
        return pieces if self.brief else [*pieces, *self.more(reach, tag)]

    def hours(
        self, listing: model.Listing, office: model.Location, tag: Tag, translated: bool = False
    ) -> Iterator[Inline]:
        """When it is open; nothing of a listing that is closed."""
        own = office if office in listing.locations and (office.hours or office.opening) else listing
        if listing.closed:
            return
        if own.opening:
            hours = hours_in_a_row(own.opening, self.voice.words.hours)
        else:
            hours = "; ".join(join_times(line.rstrip(". ;")) for line in own.hours)
        is_foreign = own.hours_untranslated and not own.opening
        if hours and not (translated and is_foreign):
            spells = days_spelled(self.voice.words.hours) if own.opening else ()
            own_tag = Tag("Span", tag, spells=spells) if spells else tag
            yield Inline(hours, self.voice.source(tag) if is_foreign else own_tag)

    def kind(self, phone: model.Phone | None, tag: Tag) -> Iterator[Inline]:
        """What has to be known of the number before it is called."""
        words = self.voice.words
        if phone and (phone.type in NO_USUAL_CALL or phone.keyword):
            yield Inline(kind_words(phone, words), tag)
        if phone and 0 < len(phone.description) <= MOST_DESCRIPTION:
            yield Inline(phone.description, tag)
        if phone and phone.in_digits:
            yield Inline(joined(words.in_digits.format(number=phone.in_digits)), tag)

    def few_words(self, listing: model.Listing, tag: Tag, translated: bool = False) -> Iterator[Inline]:
        """What it is: the summary, or the first sentence of the description."""
        said = few_words(listing, self.voice.names)
        is_here = said.key not in listing.untranslated if translated else self.voice.prints(listing, said.key)
        if said.text and is_here:
            foreign = self.voice.language_of(listing, said.key)
            yield Inline(said.text, Tag("Span", tag, language=foreign) if foreign else tag)

    def more(self, reach: Reach, tag: Tag) -> Iterator[Inline]:
        """How many places there are more than the one that stands in the row."""
        words = self.voice.words
        if reach.more:
            name = "more_place" if reach.more == 1 else "more_places"
            yield Inline(joined(words.say(name, count=reach.more)), tag)

    def written(self, listing: model.Listing, reach: Reach, tag: Tag) -> Iterator[list[Inline]]:
        """Yield the first number to write to and the first text telephone, each as a sentence."""
        words = self.voice.words
        for kind in WRITTEN:
            phones = (phone for phone in reach.phones if phone.type == kind and phone.e164)
            for phone in list(phones)[:1]:
                if phone is not reach.first:
                    said = as_sentence(words.number_kind(kind))[:-1] + " "
                    link = call_link(phone, owner_name(listing, reach.office), words)
                    shows = shown_phone(listing, phone)
                    number = Inline(joined(phone.printed), Tag("Link", tag, shows=shows), False, link)
                    sent = f", {sent_words(phone, words)}" if phone.keyword else ""
                    yield [Inline(said, tag), number, Inline(sent + ".", tag)]

    def programs(self, listing: model.Listing, tag: Tag) -> Iterator[list[Inline]]:
        """Yield the name of each program with the number to call for it, as a sentence."""
        other = self.voice.seconds.get(listing.id)
        seconds = other.programs if other else listing.programs
        for program, second in zip(listing.programs, seconds):
            names = self.listings.programs.name(program, second, listing, tag)
            *first, name = (each._replace(bold=False) for each in names)
            phones = [each for each in in_order(program.phones) if each.e164 and each.type != model.FAX]
            called_ = self.phone(next(iter(phones), None), f"{listing.name}, {program.name}", tag, listing)
            if called_:
                yield [*first, name._replace(text=f"{name.text}: "), *called_, Inline(".", tag)]
            else:
                yield [*first, name._replace(text=as_sentence(name.text))]

    def web(self, listing: model.Listing, office: model.Location, tag: Tag) -> Iterator[list[Inline]]:
        """Yield how a listing without a number is reached: where it is on the web, or else by mail."""
        website, email = first_web(office) or first_web(listing), first_email(office) or first_email(listing)
        if website or email:
            yield [address_inline(website or email, tag, self.voice.words, mail=not website)]

    # --- places

    def place(self, reach: Reach, tag: Tag) -> tuple[Inline, ...]:
        """Street and city of the first office."""
        address = reach.office.address
        if address is None:
            return ()
        if address.confidential:
            return (Inline(self.voice.words.not_public, tag),)
        own = self.voice.source(tag)
        own.spells = state_spelled(address, self.guide.country)
        return (Inline(self.address(address), own),)

    def address(self, address: model.Address) -> str:
        """Street and city; the state where the guide has several, the country where it is another."""
        street = street_lines(replace(address, address_2=""))  # the room is asked for at the door
        street = street[-1:] if address.address_1 else street[:1] or (address.address_2,)
        state = address.state_province if len(self.states) > 1 else ""
        abroad = address.country not in ("", self.guide.country)
        country = country_name(address.country) if abroad else ""
        city = "" if any(street) and address.city == self.home and not (state or abroad) else address.city
        return ", ".join(filter(None, (*street, address.neighborhood, city, joined(state), joined(country))))


def first_web(place: model.Listing | model.Location) -> str:
    return place.website or next((each.target for each in place.websites), "")


def first_email(place: model.Listing | model.Location) -> str:
    return place.email or next((each.target for each in place.emails), "")


def spaced(sentences: Iterable[Sequence[Inline]]) -> tuple[Inline, ...]:
    """Sentences one behind the other."""
    found: list[Inline] = []
    for sentence in sentences:
        if found and not found[-1].text.endswith("\u3002"):  # its own space is in that sign
            found[-1] = found[-1]._replace(text=found[-1].text + " ")
        found += sentence
    return tuple(found)


def reach_of(listing: model.Listing) -> Reach:
    """How a listing is reached: at the office that can be called, or else at the first."""
    own, offices = of_the_whole(listing), listing.locations
    callable_ = [each for each in offices if any(phone.e164 for phone in each.phones)]
    office = (callable_ or offices or (own,))[0]
    phones = dict.fromkeys((*office.phones, *own.phones))
    return Reach(office, tuple(in_order(phones)), max(0, len(offices) - 1))


def number_of(listing: model.Listing) -> model.Phone | None:
    """The number to call first: that of a listing, or else of the first of its programs that has one."""
    programs = (Reach(model.Location(), tuple(in_order(each.phones)), 0) for each in listing.programs)
    return next(filter(None, (reach.first for reach in (reach_of(listing), *programs))), None)


def home_of(guide: model.Guide) -> str:
    """The city in which more than half of the listings with an address are; "" where there is none."""
    cities = Counter(
        office.address.city
        for office in (reach_of(each).office for each in guide.listings)
        if office.address and office.address.city
    )
    city, count = next(iter(cities.most_common(1)), ("", 0))
    return city if 2 * count > cities.total() else ""


def _states(guide: model.Guide) -> Iterator[str]:
    """Yield the states and provinces of the offices of a guide."""
    for listing in guide.listings:
        yield from (each.address.state_province for each in listing.locations if each.address)
