"""A listing as blocks: its name, its news, how to reach it, what it does, and facts; in one language or in two."""

from guide.language.scripts import in_brackets
from guide.layout.compose.blocks import ListingBlock, ProseBlock, SecondTexts
from guide.layout.compose.checked import is_checked, status_words
from guide.layout.compose.facts import fact_blocks
from guide.layout.compose.kept import number_text
from guide.layout.compose.links import listing_anchor
from guide.layout.compose.meetings import MeetingComposer
from guide.layout.compose.news import alert_of
from guide.layout.compose.office_table import ManyOffices
from guide.layout.compose.programs import ProgramComposer
from guide.layout.compose.prose import ProseComposer
from guide.layout.compose.shorten import sentence
from guide.layout.compose.templates import fill
from guide.layout.compose.voice import Voice
from guide.layout.tags import Shown, Tag
from guide.layout.type.inline import Inline
from guide.model import Listing, Prose

LISTING_LEVEL, BELOW_SUBHEAD = "H3", "H4"  # of the name of a listing, and of one under a subheading


class ListingComposer:
    """Puts listings into blocks in one language, and what they say in the second one beside it."""

    def __init__(self, voice: Voice) -> None:
        self.voice = voice
        self.prose = ProseComposer(voice)
        self.meetings = MeetingComposer(voice)
        self.offices = ManyOffices(voice)
        self.programs = ProgramComposer(voice)
        self.second = ListingComposer(voice.second) if voice.second else None

    def listing(self, listing: Listing, parent: Tag, level: str = LISTING_LEVEL) -> ListingBlock:
        """A listing, its name a heading of this level."""
        voice = self.voice
        number = voice.numbers[listing.id]
        tag = Tag("Sect", parent, shows=Shown(listing.id))
        heading = Tag(level, tag)
        alert = self.alert(listing, tag, voice.language_of(listing, "alert"))
        contact = self.offices.contact(listing, tag)
        status = Tag("P", tag)
        return ListingBlock(
            anchor=listing_anchor(listing.id),
            mark=listing.mark,
            number=number,
            title=listing.name,
            name=(Inline(number_text(number), heading, True), *self.name(listing, heading)),
            alert=alert,
            offices=contact.offices,
            shared=contact.shared,
            table=contact.table,
            status=Inline(status_words(listing, voice.guide, voice.words), status),
            checked=is_checked(listing, voice.guide),
            prose=self.description(listing, tag),
            facts=fact_blocks(listing, listing, voice, tag),
            programs=self.programs.programs(listing, tag, level),
            second=self.second.texts(voice.seconds[listing.id], tag, voice.prints(listing, "alert"))
            if self.second
            else SecondTexts(),
        )

    def texts(self, listing: Listing, parent: Tag, alerted: bool) -> SecondTexts:
        """What a listing says in this, the second language, tagged with it; name, address and numbers stand in the first.

        `alerted`: whether the alert is in another language than this; else it stands there already.
        """
        voice = self.voice
        language = voice.guide.language
        own_alert = alerted and "alert" not in listing.untranslated
        alert, status = self.alert(listing, parent, language), Tag("P", parent, language=language)
        return SecondTexts(
            alert=alert if own_alert else None,
            status=Inline(status_words(listing, voice.guide, voice.words), status),
            prose=self.meetings.lines(listing, parent, language)
            + (
                self.prose.blocks(described(listing), parent, language)
                if text_of(listing) not in listing.untranslated
                else ()
            ),
            facts=fact_blocks(listing, listing, voice, parent, language),
        )

    def alert(self, listing: Listing, parent: Tag, language: str) -> Inline | None:
        """The news of a listing, None where it has none."""
        text = alert_of(listing, self.voice.words)
        tag = Tag("P", parent, language=language)
        return Inline(text, tag, True, label=self.voice.label("alert_label", tag)) if text else None

    def description(self, listing: Listing, tag: Tag) -> tuple[ProseBlock, ...]:
        """Its meetings, and what a listing does, at length or, where that is not given, in a few words."""
        key, meetings = text_of(listing), self.meetings.lines(listing, tag)
        if not self.voice.prints(listing, key):
            return meetings
        return meetings + self.prose.blocks(described(listing), tag, self.voice.language_of(listing, key))

    def name(self, listing: Listing, tag: Tag) -> tuple[Inline, ...]:
        """A name in bold, with its short form and note in brackets in regular."""
        own, short = self.voice.source(tag), listing.short_name
        note = self.voice.said(listing, "name_note", tag)
        if not short and not note:
            return (Inline(listing.name, own, True),)
        name, shorter = Inline(listing.name + " ", own, True), (Inline(short, own),) * bool(short)
        if own is tag or not note:
            comma = (Inline(", ", tag),) * bool(short and note)
            return name, *bracketed((*shorter, *comma, *note), own if short else tag)
        before = (*bracketed(shorter, own), Inline(" ", own)) if short else ()
        return (name, *before, *bracketed(note, note[0].tag or tag))


def bracketed(inlines: tuple[Inline, ...], tag: Tag) -> tuple[Inline, ...]:
    """Pieces in the brackets of their script, which are a tag's."""
    whole = in_brackets("".join(each.text for each in inlines))
    return fill(whole[0] + "{inside}" + whole[-1], tag, inside=inlines)


def text_of(listing: Listing) -> str:
    """Which text says what a listing does."""
    return "description" if listing.description or not listing.summary else "summary"


def described(listing: Listing) -> Prose:
    """What a listing does, as prose."""
    return listing.description or ((sentence(listing.summary),) if listing.summary else ())
