"""From the model to blocks: the sections of a guide in words and tags, in reading order."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import zip_longest
from typing import Any, NamedTuple, TypeVar

from guide.errors import Mark
from guide.language.both import one_text
from guide.language.words import Words
from guide.layout.compose.blocks import ListingBlock, ProseBlock, ReferenceBlock, SectionBlock, SubheadBlock
from guide.layout.compose.kept import KeptListings, MadeOfListing
from guide.layout.compose.links import group_anchor, listing_anchor, reference, section_anchor
from guide.layout.compose.listings import BELOW_SUBHEAD, LISTING_LEVEL, ListingComposer
from guide.layout.compose.subheads import SubheadComposer
from guide.layout.compose.templates import fill
from guide.layout.compose.voice import Voice
from guide.layout.tags import Tag
from guide.layout.type.inline import Inline, Link
from guide.model import Entry, Group, Guide, Listing, Section, find_mentions

Made = TypeVar("Made")  # of a listing


class NumberedSection(NamedTuple):
    """A section with its number, and the same section in the second language where there is one."""

    number: int
    section: Section
    second: Section | None


class Mentioned(NamedTuple):
    """What a section prints of a listing elsewhere that it speaks of."""

    id: str
    name: str | None
    number: int | None
    summary: str | None


class Surroundings(NamedTuple):
    """What the block of a section is made of, but for the section itself."""

    numbers: tuple[int, ...]
    mark: Mark
    marks: tuple[Mark, ...]
    mentioned: tuple[Mentioned, ...]
    states: tuple[str, ...] = ()  # of the offices, where the section says more for several


class Composer:
    """Puts a guide's content into words and tags; `second`: (guide, words) of another language that is printed with it."""

    def __init__(
        self,
        guide: Guide,
        words: Words,
        paged: bool = True,
        numbers: Mapping[str, int] | None = None,
        second: tuple[Guide, Words] | None = None,
        on_screen: bool = False,
    ) -> None:
        self.voice = Voice(guide, words, paged, numbers, second, on_screen)
        self.listings = ListingComposer(self.voice)
        self.subheads = SubheadComposer(self.voice)

    def sections(self, root: Tag) -> tuple[SectionBlock, ...]:
        """The sections as blocks, tagged below root."""
        return tuple(self.section(each, root) for each in self.numbered_sections())

    def numbered_sections(self) -> Iterator[NumberedSection]:
        """Yield the sections with their numbers."""
        seconds = self.voice.second.guide.sections if self.voice.second else ()
        for number, (section, second) in enumerate(zip_longest(self.voice.guide.sections, seconds), 1):
            yield NumberedSection(number, section, second)

    def mentioned(self, ids: Iterable[str]) -> tuple[Mentioned, ...]:
        """What is printed of listings elsewhere."""
        voice = self.voice
        return tuple(
            Mentioned(id, voice.names.get(id), voice.numbers.get(id), voice.summaries.get(id))
            for id in sorted(ids)
        )

    def surroundings(self, section: Section) -> Surroundings:
        """Numbers, places in the files, and what a section prints of listings elsewhere."""
        voice = self.voice
        named = {
            *find_mentions((section.introduction, *(each.prose for each in section.listings))),
            *(reference.id for reference in section.references),
            *(entry.id for group in section.groups for entry in group.entries if not entry.whole),
        }
        return Surroundings(
            tuple(voice.numbers[each.id] for each in section.listings),
            section.mark,
            tuple(each.mark for each in section.listings),
            self.mentioned(named),
        )

    def section(
        self, numbered: NumberedSection, root: Tag, kept: KeptListings[Any] | None = None
    ) -> SectionBlock:
        """A section as a block, tagged below root; `kept`: its listings as they were composed before."""
        section = numbered.section
        if kept is None:
            opening = self.opening(numbered, Tag("Sect", root, title=section.title))
            make = self.listings.listing
        else:
            tag = kept.section_tag(section, root)
            mentioned = self.mentioned({*find_mentions(section.introduction)})
            own = section.id, section.title, section.icon, section.introduction, section.flows_on
            made_of = own, section.untranslated, mentioned
            opening = kept.opening(numbered.number, made_of, lambda: self.opening(numbered, tag))
            make = partial(self.kept_listing, kept)
        return replace(opening, mark=section.mark, listings=tuple(self.entries(section, opening.tag, make)))

    def opening(self, numbered: NumberedSection, tag: Tag) -> SectionBlock:
        """A section as a block without its listings."""
        number, section, second = numbered
        voice, prose = self.voice, self.listings.prose
        heading = Tag("H2", tag, title=section.title, language=voice.language_of(section, "title"))
        second_title = second.title if second and second.title != section.title else ""
        return SectionBlock(
            anchor=section_anchor(section.id),
            mark=section.mark,
            tag=tag,
            number=number,
            title=one_text(section.title, second_title) if second_title else section.title,
            icon=section.icon,
            heading=(
                Inline(f"{number} ", heading, True),
                Inline(section.title + (" " if second_title else ""), heading, True),
            ),
            second_heading=self.second_heading(second_title, heading),
            introduction=prose.blocks(section.introduction, tag, voice.language_of(section, "introduction"))
            if voice.prints(section, "introduction")
            else (),
            second_introduction=self.second_introduction(second, tag),
            listings=(),
            flows_on=section.flows_on,
        )

    def kept_listing(
        self, kept: KeptListings[Any], listing: Listing, tag: Tag, level: str = LISTING_LEVEL
    ) -> ListingBlock:
        """A listing as a block: the one of before where nothing of it has changed."""
        known = kept.listings.get(listing_anchor(listing.id))
        if known and known.made_of.listing is listing:
            named = {each.id for each in known.made_of.mentioned if isinstance(each, Mentioned)}
        else:
            named = {*find_mentions((listing.prose,))}
        mentioned = self.mentioned(named)
        made_of = MadeOfListing(listing, self.voice.numbers[listing.id], level, mentioned)
        return kept.block(
            made_of, listing_anchor(listing.id), lambda: self.listings.listing(listing, tag, level)
        )

    def second_heading(self, title: str, heading: Tag) -> Inline | None:
        """The title in the second language, None where there is no other."""
        second = self.voice.second
        if second is None or not title:
            return None
        return Inline(title, Tag("Span", heading, language=second.guide.language))

    def second_introduction(self, section: Section | None, tag: Tag) -> tuple[ProseBlock, ...]:
        """The introduction of a section in the second language, where it is translated."""
        second = self.listings.second
        if second is None or section is None or "introduction" in section.untranslated:
            return ()
        return second.prose.blocks(section.introduction, tag, second.voice.guide.language)

    def entries(
        self, section: Section, tag: Tag, make: Callable[[Listing, Tag, str], Made]
    ) -> Iterator[Made | ReferenceBlock | SubheadBlock]:
        """The listings of a section and, at their places among them, references to listings of other sections.

        Where it has subheadings, each is followed by what stands under it. `make(listing, tag, level)` makes a listing.
        """
        for number, group in enumerate(section.groups):
            subhead_tag = Tag("Sect", tag)
            yield self.subheads.subhead(group, group_anchor(section.id, number), subhead_tag)
            yield from self.group(section, group, subhead_tag, make)
        if section.groups:
            return
        for each in section.in_order:
            if isinstance(each, Listing):
                yield make(each, tag, LISTING_LEVEL)
            elif each.id in self.voice.names:
                yield self.reference(each.id, tag)

    def group(
        self, section: Section, group: Group, tag: Tag, make: Callable[[Listing, Tag, str], Made]
    ) -> Iterator[Made | ReferenceBlock]:
        """The listings that stand whole under a subheading, and rows that lead to others."""
        listings = {listing.id: listing for listing in section.listings}
        for entry in group.entries:
            if entry.whole:
                yield make(listings[entry.id], tag, BELOW_SUBHEAD)
            else:
                yield self.reference(entry.id, tag, entry)

    def reference(self, listing_id: str, parent: Tag, entry: Entry | None = None) -> ReferenceBlock:
        """A row in the place of a listing that is set elsewhere, with its times of the day under which it stands."""
        voice, tag = self.voice, Tag("P", parent)
        name = voice.names[listing_id]
        link = Link(listing_anchor(listing_id), name) if voice.on_screen else None
        named: tuple[Inline, ...] = (Inline(name, voice.source(tag), True, link),)
        if entry and entry.meeting and entry.meeting.name:
            named = (Inline(entry.meeting.name, tag, True, link),)
        notes = tuple(self.notes(entry, tag)) if entry else ()
        summary = () if entry and entry.meeting else voice.said(voice.listings[listing_id], "summary", tag)
        return ReferenceBlock(
            number=Inline(f"{voice.numbers[listing_id]} ", tag),
            name=(*named, *fill(", {summary}", tag, summary=summary)) if summary else named,
            notes=notes,
            see=reference("{page}", listing_anchor(listing_id), name, tag, voice.words)
            if voice.paged
            else (),
        )

    def notes(self, entry: Entry, tag: Tag) -> Iterator[tuple[Inline, ...]]:
        """Yield the lines under the name in a row: of a meeting, or the times of the day."""
        listing = self.voice.listings.get(entry.id)
        if entry.meeting and listing:
            if entry.meeting.name:
                yield (Inline(self.voice.names[entry.id], self.voice.source(tag)),)
            yield from self.listings.meetings.row(listing, entry, tag)
        elif times := self.subheads.times(entry, tag):
            yield times
