"""Meetings of support groups in words and tags: a line each within a listing, and a row each under a day."""

from collections.abc import Iterator, Sequence

from guide import model
from guide.language.addresses import street_lines
from guide.language.hours_lines import hours_lines
from guide.layout.compose.blocks import ItemBlock, ListBlock
from guide.layout.compose.links import address_inline
from guide.layout.compose.offices import call_link, join_times
from guide.layout.compose.prose import BULLETED
from guide.layout.compose.templates import joined
from guide.layout.compose.voice import Voice
from guide.layout.tags import Tag
from guide.layout.type.inline import Inline

Texts = tuple[Inline, ...]


class MeetingComposer:
    """Puts meetings into words in one language."""

    def __init__(self, voice: Voice) -> None:
        self.voice = voice

    def lines(self, listing: model.Listing, parent: Tag, language: str = "") -> tuple[ListBlock, ...]:
        """The meetings of a listing as a list, none of one that is closed; `language`: where it is not the parent's."""
        if listing.closed or not listing.meetings:
            return ()
        tag = Tag("L", parent, language=language, attributes=BULLETED)
        items = []
        for number, meeting in enumerate(listing.meetings):
            item = Tag("LI", tag)
            body = Tag("LBody", item)
            parts = [*self.what(listing, number, body, named=True), *self.ways(meeting, listing, body)]
            when = Inline(self.when(meeting.hours.rules) + (": " if parts else ""), body, True)
            items.append(ItemBlock(Inline("", None), (when, *in_a_row(parts, body))))
        return (ListBlock(tuple(items)),)

    def when(self, rules: Sequence[model.OpeningRule]) -> str:
        """Day and time in words."""
        lines = hours_lines(model.OpeningHours(text="", rules=tuple(rules)), self.voice.words.hours)
        return "; ".join(map(join_times, lines))

    def what(self, listing: model.Listing, number: int, tag: Tag, named: bool) -> Iterator[Texts]:
        """Yield what a meeting is, `named`: and what it is called and where it is."""
        meeting, words = listing.meetings[number], self.voice.words
        if named and meeting.name:
            yield (Inline(meeting.name, self.own(listing, number, "name", tag)),)
        if named and meeting.location:
            yield (Inline(meeting.location, tag),)
        for code in meeting.formats:
            yield (Inline(words.meeting_formats.get(code, code), tag),)
        if meeting.note:
            yield (Inline(meeting.note.rstrip("."), self.own(listing, number, "note", tag)),)

    def own(self, listing: model.Listing, number: int, name: str, tag: Tag) -> Tag:
        """The tag of a text of the editor's own, in the language in which it is."""
        language = self.voice.language_of(listing, f"meeting-{number + 1}-{name}")
        return Tag("Span", tag, language=language) if language else tag

    def ways(self, meeting: model.Meeting, listing: model.Listing, tag: Tag) -> Iterator[Texts]:
        """Yield how to join a meeting from elsewhere: its web address, what that asks for, and a number to call."""
        words = self.voice.words
        if meeting.link:
            yield (address_inline(meeting.link, tag, words),)
        if meeting.meeting_id:
            yield (Inline(joined(words.meeting_id.format(id=meeting.meeting_id)), tag),)
        if meeting.passcode:
            yield (Inline(joined(words.passcode.format(code=meeting.passcode)), tag),)
        if meeting.dial_in:
            yield (Inline(words.dial_in + " ", tag), *self.number(meeting.dial_in, listing.name, tag))

    def number(self, phone: model.Phone, name: str, tag: Tag) -> Texts:
        """A number to join by telephone, with its extension and its words."""
        words = self.voice.words
        more = [words.extension.format(extension=phone.extension)] if phone.extension else []
        more += [phone.description] if phone.description else []
        behind = (Inline(" " + ", ".join(more), tag),) if more else ()
        if not phone.e164:
            return (Inline(phone.printed, tag), *behind)
        link = call_link(phone, name, words)
        return (Inline(joined(phone.printed), Tag("Link", tag), True, link), *behind)

    # --- rows under a day

    def row(self, listing: model.Listing, entry: model.Entry, tag: Tag) -> Iterator[Texts]:
        """Yield the lines of the row of a meeting under its day: when, where, what it is, how to join it from elsewhere."""
        own = [MeetingComposer(each) for each in self.voice.voices]
        if when := self.voice.in_each((each.when(entry.times) for each in own), tag):
            yield when
        if entry.where:
            yield from self.place(entry.where, tag)
        if what := self.voice.in_each((each.what_in_short(listing, entry.number, tag) for each in own), tag):
            yield what
        ways = list(self.ways(entry.meeting, listing, tag)) if entry.meeting else []
        if ways:
            yield tuple(in_a_row(ways, tag))

    def what_in_short(self, listing: model.Listing, number: int, tag: Tag) -> str:
        """What a meeting is, on one line."""
        own = self.voice.listings.get(listing.id, listing)
        return ", ".join(part.text for texts in self.what(own, number, tag, named=False) for part in texts)

    def place(self, where: model.Location, tag: Tag) -> Iterator[Texts]:
        """Yield the name of a place with its street and city."""
        address = where.address
        street: tuple[str, ...] = ()
        if address:
            street = (*street_lines(address), address.city) if not address.confidential else (address.city,)
        text = ", ".join(filter(None, (where.name, *street)))
        if text:
            yield (Inline(text, self.voice.source(tag)),)
        if address and address.confidential:
            yield (Inline(self.voice.words.not_public, tag),)


def in_a_row(parts: Sequence[Texts], tag: Tag) -> Iterator[Inline]:
    """Yield texts one behind the other, with commas between them."""
    for place, texts in enumerate(parts):
        if place:
            yield Inline(", ", tag)
        yield from texts
