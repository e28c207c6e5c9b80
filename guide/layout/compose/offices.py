"""How to reach a listing as blocks: the addresses, numbers, web addresses and hours of its offices."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Any, NamedTuple

from guide import model
from guide.expressions import expression
from guide.language.addresses import address_lines, state_spelled
from guide.language.both import one_text
from guide.language.hours_words import capitalise
from guide.language.scripts import NBSP, with_commas
from guide.language.words import Words
from guide.layout.compose.blocks import InlineLine, NumberBlock, OfficeBlock, OfficeTable
from guide.layout.compose.checked import status_words
from guide.layout.compose.facts import fact_blocks
from guide.layout.compose.links import address_inline, call_name, dialled, kind_words
from guide.layout.compose.merge import can_merge, less, merge_location, of_the_whole
from guide.layout.compose.shown import shown_hours, shown_phone
from guide.layout.compose.templates import fill
from guide.layout.compose.voice import Voice
from guide.layout.tags import Shown, Tag
from guide.layout.type.inline import Inline, Link
from guide.layout.type.joined import inside


class ContactBlocks(NamedTuple):
    """The offices of a listing, and what is of the whole where they have theirs."""

    offices: tuple[OfficeBlock, ...]
    shared: OfficeBlock | None
    table: OfficeTable | None = None  # of many offices, in the place of `offices`


class OfficeComposer:
    """Puts the offices of listings into blocks; only their notes, labels and hours are said in two languages."""

    def __init__(self, voice: Voice) -> None:
        self.voice = voice

    def contact(self, listing: model.Listing, tag: Tag) -> ContactBlocks:
        """How to reach a listing: what is of the whole stands with its only office, but for what that contradicts."""
        own, other = of_the_whole(listing), self.voice.seconds.get(listing.id)
        second = of_the_whole(other) if other else None
        if not listing.locations and own == model.Location() and reached_by_programs(listing):
            return ContactBlocks((), None)
        if not listing.locations:
            return ContactBlocks((self.office(listing, own, tag, second=second),), None)
        if len(listing.locations) > 1 or not can_merge(listing.locations[0], own):
            return self.several(listing, own, tag, other)
        merged = merge_location(listing.locations[0], own)
        if other and second:
            second = merge_location(other.locations[0], second)
        return ContactBlocks((self.office(listing, merged, tag, second=second),), None)

    def several(
        self, listing: model.Listing, own: model.Location, tag: Tag, other: model.Listing | None
    ) -> ContactBlocks:
        """The offices of a listing, and what is its `own` and of none of them; `other` is it in the second language."""
        many, shared = len(listing.locations) > 1, None
        own = own if many else less(own, listing.locations[0])
        if own != model.Location():
            shared = self.office(listing, own, tag, second=of_the_whole(other) if other else None)
        seconds = other.locations if other else (None,) * len(listing.locations)
        offices = tuple(
            self.office(listing, each, tag, labelled=many, second=second)
            for each, second in zip(listing.locations, seconds)
        )
        return ContactBlocks(offices, shared)

    def office(
        self,
        listing: model.Listing,
        location: model.Location,
        parent: Tag,
        labelled: bool = False,
        second: model.Location | None = None,
    ) -> OfficeBlock:
        """One office; `labelled`: one of several, so that the city stands in for a missing label.

        `second` has its texts in the second language.
        """
        voice = self.voice
        if location == model.Location():
            tag = Tag("P", parent)
            advice = [(Inline(each.words.no_contact, voice.inside(tag, each)),) for each in voice.voices]
            return OfficeBlock(address=tuple(advice), reachable=False)
        tag, owner = Tag("Div", parent), owner_name(listing, location)
        return OfficeBlock(
            address=self.address(listing, location, tag, labelled, second),
            numbers=tuple(
                self.number(phone, owner, tag, other, shown_phone(listing, phone))
                for phone, other in phone_pairs(location, second)
            ),
            web=self.web(location, tag, second, owner),
            **self.times(listing, location, tag, second),
            **self.own_facts(listing, location, tag, second),
        )

    def times(
        self, listing: model.Listing, location: model.Location, tag: Tag, second: model.Location | None
    ) -> dict[str, Any]:
        """When an office is open, in each language."""
        voice, other = self.voice, self.voice.second
        lines = hours(listing, location, tag, voice.foreign if location.hours_untranslated else "")
        found: dict[str, Any] = {"hours": named(lines, voice, "hours_label")}
        if other and second and not second.hours_untranslated:
            lines = hours(listing, second, tag, other.guide.language)
            found["second_hours"] = named(lines, other, "hours_label")
        return found

    def own_facts(
        self, listing: model.Listing, location: model.Location, tag: Tag, second: model.Location | None
    ) -> dict[str, Any]:
        """What is so at one office: its facts in each language, and when it was checked, where that is another day."""
        voice, other = self.voice, self.voice.second
        prefix = f"location-{place_of(location, listing) + 1}-"
        found: dict[str, Any] = {"facts": fact_blocks(location, listing, voice, tag, prefix=prefix)}
        if other and second:
            texts = other.listings[listing.id]
            found["second_facts"] = fact_blocks(
                second, texts, other, tag, language=other.guide.language, prefix=prefix
            )
        if location.verified and location.verified != listing.verified:
            found["status"] = tuple(
                Inline(status_words(location, voice.guide, each.words), Tag("P", voice.inside(tag, each)))
                for each in voice.voices
            )
        return found

    # --- addresses

    def address(
        self,
        listing: model.Listing,
        location: model.Location,
        tag: Tag,
        labelled: bool,
        second: model.Location | None = None,
    ) -> tuple[InlineLine, ...]:
        """The lines of an address, the label first."""
        label = location.name or (location.address.city if labelled and location.address else "")
        language = self.name_language(listing, location)
        if label and second and second.name and second.name != label:
            label, language = one_text(label, second.name), ""
        lines = [(Inline(label, Tag("P", tag, language=language), True),)] if label else []
        block = Tag("P", tag)
        own = self.voice.source(block)
        where = list(self.letterbox(listing, location, block, own))
        if location.address:
            where += [(each,) for each in self.address_inlines(listing, location.address, block, own)]
        person = bool(location.attention)  # stands before it
        if where[person:]:
            first, *others = where[person]
            where[person] = (*named((first,), self.voice, "address_label"), *others)
        return (*lines, *where)

    def name_language(self, listing: model.Listing, location: model.Location) -> str:
        """The language of what an office is called, where it is not the guide's: of a city, and of what is not translated."""
        if not location.name:
            return self.voice.foreign
        return self.voice.language_of(listing, f"location-{place_of(location, listing) + 1}-name")

    def letterbox(
        self, listing: model.Listing, location: model.Location, tag: Tag, own: Tag
    ) -> Iterator[InlineLine]:
        """Yield whom to ask for, and the name on the letterbox where it is not the listing's.

        Names are the source language's, the words before them the guide's.
        """
        words = self.voice.words
        if location.attention:
            yield fill(words.contact, tag, name=(Inline(location.attention, self.voice.source(tag)),))
        postal = location.postal_name if location.postal_name != listing.name else ""
        if not location.care_of:
            yield from ((Inline(name, own),) for name in (postal,) if name)
            return
        tag.spells += (("c/o", words.care_of_heard),)
        words_before = words.care_of.replace("c/o ", f"c/o{NBSP}")
        before, name = Inline(f"{postal}, ", own), Inline(location.care_of, own)
        yield fill("{postal}" + words_before, tag, postal=(before,) if postal else (), name=(name,))

    def address_inlines(
        self, listing: model.Listing, address: model.Address, tag: Tag, own: Tag
    ) -> Iterator[Inline]:
        """Yield the lines of an address, tagged as the source language's, and a note where it says no more than a city."""
        own.spells += state_spelled(address, self.voice.guide.country)
        yield from (Inline(text, own) for text in address_lines(address, self.voice.guide.country))
        yield from self.notes_on(listing, address, tag)

    def notes_on(self, listing: model.Listing, address: model.Address, tag: Tag) -> list[Inline]:
        """Why an address has no street, in each language."""
        if not (address.confidential or address.city_only):
            return []
        voice = self.voice
        no_street = "city_only" if listing.all_phones else "city_only_no_phone"
        note = "not_public" if address.confidential else no_street
        return [Inline(getattr(each.words, note), voice.inside(tag, each)) for each in voice.voices]

    # --- numbers

    def number(
        self,
        phone: model.Phone,
        name: str,
        parent: Tag,
        second: model.Phone | None = None,
        shows: Shown | None = None,
    ) -> NumberBlock:
        """A number to call, or the words that stand in its place; `name`: whom it calls."""
        tag = Tag("P", parent, shows=shows)
        if not phone.e164:
            note = tuple(self.description_of(phone, second, tag)) if phone.description else ()
            return NumberBlock(Inline(phone.printed + (", " if note else ""), tag), note, large=False)
        voice, words, large = self.voice, self.voice.words, phone.type != model.FAX
        link = call_link(phone, name, words)
        below = words.in_digits.format(number=phone.in_digits) if phone.in_digits else ""
        kind = self.phone_type(phone, tag, second)
        label = (
            None if any(each.tag and each.tag.heard for each in kind) else voice.label("phone_column", tag)
        )
        extension = words.extension.format(extension=phone.extension) if phone.extension else ""
        return NumberBlock(
            Inline(phone.printed, Tag("Link", tag), large, link, label=label),
            type=kind,
            extension=Inline(extension, tag, True) if extension else None,
            below=Inline(below, tag) if below else None,
            large=large,
        )

    def description_of(self, phone: model.Phone, second: model.Phone | None, tag: Tag) -> Iterator[Inline]:
        """Yield the words that are printed with a number, in both languages where they differ."""
        yield Inline(phone.description, inside(tag, phone.description_language))
        voice = self.voice.second
        if voice and second and second.description != phone.description:
            yield from (Inline(" / ", tag), Inline(second.description, self.voice.inside(tag, voice)))

    def phone_type(
        self, phone: model.Phone, tag: Tag, second: model.Phone | None = None
    ) -> tuple[Inline, ...]:
        """What kind a number is, and the words with it, in both languages where there are two; no words for an ordinary one."""
        texts = {kind_words(phone, each.words): each for each in self.voice.voices[::-1]}
        inlines = [
            Inline(text, kind_tag(phone, tag, each, self.voice))
            for text, each in reversed(texts.items())
            if text
        ]
        inlines = [each._replace(text=each.text + " / ") for each in inlines[:-1]] + inlines[-1:]
        if phone.description:
            first, *others = self.description_of(phone, second, tag)
            if inlines:
                inlines[-1] = inlines[-1]._replace(text=inlines[-1].text + ", ")
            inlines += [first, *others]
        return tuple(inlines)

    # --- e-mail and web

    def web(
        self, location: model.Location, parent: Tag, second: model.Location | None = None, owner: str = ""
    ) -> tuple[tuple[Inline, ...], ...]:
        """The lines of e-mail and web addresses of an owner, with the labels of those that have one."""
        lines, none = [], model.Location()
        for mail in (True, False):
            more, others = (each.emails if mail else each.websites for each in (location, second or none))
            first = location.email if mail else location.website
            whole = model.with_first(first, more)
            labels = ("", *(each.label for each in others)) if first else tuple(each.label for each in others)
            lines += [
                self.web_line(each, mail, Tag("P", parent), label or "", owner)
                for each, label in zip_longest(whole, labels[: len(whole)])
            ]
        return tuple(lines)

    def web_line(
        self, further: model.Further, mail: bool, tag: Tag, second: str, owner: str
    ) -> tuple[Inline, ...]:
        """An e-mail or web address as a link, then its label, in both languages where they differ."""
        label = further.label
        line = [address_inline(further.target, tag, self.voice.words, mail, owner)]
        if label:
            line += fill(", {label}", tag, label=(Inline(label, inside(tag, further.label_language)),))
        voice = self.voice.second
        if voice and second and second != label:
            line += [Inline(" / ", tag), Inline(second, self.voice.inside(tag, voice))]
        return tuple(line)


def reached_by_programs(listing: model.Listing) -> bool:
    """Whether a program of a listing has a number or an address to write to."""
    return any(
        each.phones or each.email or each.website or each.emails or each.websites for each in listing.programs
    )


def place_of(location: model.Location, listing: model.Listing) -> int:
    """Which of the offices of a listing one is, also as it was before what is of the whole was put to it; 0 if none."""
    return next(
        (
            n
            for n, each in enumerate(listing.locations)
            if each.name == location.name and each.address is location.address
        ),
        0,
    )


def kind_tag(phone: model.Phone, tag: Tag, voice: Voice, first: Voice) -> Tag:
    """A tag for what kind a number is in one of the voices, which is heard before it."""
    words = voice.words.versions[0]
    said = words.labelled.format(label=capitalise(kind_words(phone, words)))
    return Tag("Span", tag, language="" if voice is first else voice.guide.language, heard=said + " ")


def named(lines: Sequence[Inline], voice: Voice, name: str) -> tuple[Inline, ...]:
    """Lines with what is heard before the first, by the name of its words."""
    if not lines:
        return ()
    first, *others = lines
    paragraph = first.tag
    while paragraph and paragraph.kind == "Span" and paragraph.parent:
        paragraph = paragraph.parent
    return (first._replace(label=paragraph and voice.label(name, paragraph)), *others)


def call_link(phone: model.Phone, name: str, words: Words) -> Link:
    """What a number leads to, given whom it calls."""
    return Link(dialled(phone), call_name(phone, name, words), ruled=False)


def owner_name(listing: model.Listing, location: model.Location) -> str:
    """Whom a number or an address reaches: a listing, and which of its offices."""
    office = location.name or (location.address.city if location.address else "")
    return with_commas([listing.name, office] if office and len(listing.locations) > 1 else [listing.name])


def in_order(phones: Iterable[model.Phone]) -> list[model.Phone]:
    """Numbers in the order of print: information line, voice, other kinds, fax last."""
    order = {kind: place for place, kind in enumerate(model.PHONE_TYPES)}
    last = order[model.FAX]
    return sorted(phones, key=lambda phone: order.get(phone.type, last - 1))


def phone_pairs(
    location: model.Location, second: model.Location | None
) -> Iterator[tuple[model.Phone, model.Phone | None]]:
    """Yield the numbers in the order of print, each with the same in the second language or None."""
    others: tuple[model.Phone | None, ...] = (None,) * len(location.phones)
    if second and len(second.phones) == len(location.phones):
        others = second.phones
    found = {id(phone): other for phone, other in zip(location.phones, others)}
    yield from ((phone, found[id(phone)]) for phone in in_order(location.phones))


# --- hours ------------------------------------------------------------------------------------------

_TIME = r"(?:\d{1,2}(?:[:.]\d\d)?(?: ?(?:am|pm|a\.m\.|p\.m\.))?|noon|midnight)"
_TIMES = expression(rf"{_TIME}(?: ?(?:to|-|\u2013|until) ?{_TIME})?", re.IGNORECASE)


def hours(listing: model.Listing, location: model.Location, parent: Tag, language: str) -> tuple[Inline, ...]:
    """The lines of hours; none of a listing that is closed."""
    if listing.closed:
        return ()
    return tuple(
        Inline(
            join_times(line),
            Tag("P", parent, language=language, shows=shown_hours(listing, location, number)),
        )
        for number, line in enumerate(location.hours)
    )


def join_times(line: str) -> str:
    """A line of hours whose times, "9 am to 5 pm", do not break."""
    return _TIMES.sub(lambda match: match[0].replace(" ", NBSP), line)
