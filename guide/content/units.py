"""What is translated of a guide: its texts, each with its key; not names, addresses and numbers."""

import hashlib
from dataclasses import replace
from typing import Any, NamedTuple

from guide.content.unit_texts import (
    FACT_LINES,
    LINE,
    PROSE,
    ROWS,
    SPANS,
    fact_line,
    hours_text,
    labels,
    program_texts,
    says_itself,
    topic_words,
)
from guide.errors import Mark
from guide.facts import OFFICE_FACTS
from guide.language.hours_lines import hours_lines
from guide.language.hours_words import HoursWords
from guide.language.tongues import named
from guide.model import (
    CoverPicture,
    Further,
    Guide,
    HelpLine,
    Listing,
    Location,
    Meeting,
    OwnPage,
    Phone,
    Program,
    Publisher,
    Section,
    topic_key,
)
from guide.reading.page_text import to_page_markdown
from guide.reading.prose import to_markdown, write_line

GUIDE, SECTION, LISTING, PAGE = "guide", "section", "listing", "page"
PAGE_PROSE = "page"  # Markdown of a page, with headings and pictures
BEFORE_TEXT = ("name_note", "summary", "alert")  # lines of a listing before its description
MEETING_LINES = ("name", "note")
LISTING_LINES = (*BEFORE_TEXT, *FACT_LINES)

Place = tuple[str, str, str]  # owner, id and key of a unit: what tells it from all others


class Unit(NamedTuple):
    """A text to translate."""

    owner: str  # GUIDE, SECTION, LISTING or PAGE
    id: str  # of a section, listing or page, "" for the guide
    key: str  # "description", "location-2-hours"
    kind: str
    text: str  # as it is written in content files
    mark: Mark  # of its owner

    @property
    def place(self) -> Place:
        """What tells it from all others."""
        return self.owner, self.id, self.key

    @property
    def fingerprint(self) -> str:
        """What stands beside a translation for the text that it was made from."""
        return fingerprint(self.text)


def fingerprint(text: str) -> str:
    """Eight hexadecimal figures that stand for a text."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:8]


def guide_units(guide: Guide) -> tuple[Unit, ...]:
    """The texts of the guide itself; tuple of Unit."""

    def unit(key: str, kind: str, text: str) -> Unit:
        return Unit(GUIDE, "", key, kind, text, guide.mark)

    units = [unit("title", LINE, guide.title), unit("subtitle", LINE, guide.subtitle)]
    for n, line in enumerate(guide.help_now, 1):
        units += [
            unit(f"help_now-{n}", LINE, line.text),
            unit(f"help_now-{n}-phone-description", LINE, line.phone.description if line.phone else ""),
        ]
    units += [unit(f"how_to_use-{n}", SPANS, write_line(step)) for n, step in enumerate(guide.how_to_use, 1)]
    units.append(unit("closing_notes", PROSE, to_markdown(guide.closing_notes)))
    units.append(
        unit(
            "language_help-phone-description",
            LINE,
            guide.language_help.phone.description if guide.language_help else "",
        )
    )
    if guide.cover_picture:
        units.append(unit("cover_picture-alternate_text", LINE, guide.cover_picture.alternate_text))
    units.append(unit("publisher-logo_alternate_text", LINE, guide.publisher.logo_alternate_text))
    units.append(unit("publisher-other_formats", LINE, guide.publisher.other_formats))
    units.append(
        unit(
            "publisher-phone-description",
            LINE,
            guide.publisher.phone.description if guide.publisher.phone else "",
        )
    )
    return tuple(each for each in units if each.text)


def section_units(section: Section) -> tuple[Unit, ...]:
    """The texts of a section, without its listings; tuple of Unit."""
    units = (
        Unit(SECTION, section.id, "title", LINE, section.title, section.mark),
        Unit(SECTION, section.id, "introduction", PROSE, to_markdown(section.introduction), section.mark),
    )
    return tuple(each for each in units if each.text)


def page_units(page: OwnPage) -> tuple[Unit, ...]:
    """The texts of a page of the guide's own; tuple of Unit."""
    return (
        Unit(PAGE, page.id, "title", LINE, page.title, page.mark),
        Unit(PAGE, page.id, "text", PAGE_PROSE, to_page_markdown(page.text), page.mark),
    )


def listing_units(listing: Listing) -> tuple[Unit, ...]:
    """The texts of a listing; tuple of Unit."""

    def unit(key: str, kind: str, text: str) -> Unit:
        return Unit(LISTING, listing.id, key, kind, text, listing.mark)

    units = [unit(key, LINE, getattr(listing, key)) for key in BEFORE_TEXT]
    units.append(unit("description", PROSE, to_markdown(listing.description)))
    units += [unit(key, LINE, fact_line(listing, key)) for key in LISTING_LINES[len(BEFORE_TEXT) :]]
    units.append(unit("hours", ROWS, hours_text(listing)))
    units += [
        unit(f"phone-{n}-description", LINE, phone.description) for n, phone in enumerate(listing.phones, 1)
    ]
    units += [unit(key, LINE, label) for key, label in labels(listing)]
    for n, meeting in enumerate(listing.meetings, 1):
        units += [unit(f"meeting-{n}-{key}", LINE, getattr(meeting, key)) for key in MEETING_LINES]
        words = meeting.dial_in.description if meeting.dial_in else ""
        units.append(unit(f"meeting-{n}-phone-description", LINE, words))
    for n, location in enumerate(listing.locations, 1):
        units += [
            unit(f"location-{n}-name", LINE, location.name),
            unit(f"location-{n}-hours", ROWS, hours_text(location)),
            *(unit(f"location-{n}-{key}", LINE, fact_line(location, key)) for key in OFFICE_FACTS),
        ]
        units += [
            unit(f"location-{n}-phone-{m}-description", LINE, phone.description)
            for m, phone in enumerate(location.phones, 1)
        ]
        units += [unit(f"location-{n}-{key}", LINE, label) for key, label in labels(location)]
    units += [unit(*each) for program in listing.programs for each in program_texts(program)]
    return tuple(each for each in units if each.text)


def all_units(guide: Guide) -> tuple[Unit, ...]:
    """Every text of the guide, in order; tuple of Unit."""
    units = list(guide_units(guide))
    for section in guide.sections:
        units += section_units(section)
        for listing in section.listings:
            units += listing_units(listing)
    for page in guide.own_pages:
        units += page_units(page)
    return tuple(units)


# --- units put back ---------------------------------------------------------------------------------


class Replacer:
    """Puts translated texts in the place of a guide's own; `texts` maps the place of a unit to what is printed."""

    def __init__(
        self, texts: dict[Place, Any], topics: dict[str, str], hours_words: HoursWords | None
    ) -> None:
        self.texts = texts
        self.topics = topics
        self.words = hours_words
        self.source = ""  # the language of what is not translated
        self.into = ""  # the language of the rest

    def guide(self, guide: Guide, language: str) -> Guide:
        """The guide in another language, what is not translated named as such."""
        self.source, self.into = guide.language, language
        kept = frozenset(unit.key for unit in guide_units(guide) if unit.place not in self.texts)
        kept |= {topic_key(word) for word in topic_words(guide) if word not in self.topics}
        return replace(
            guide,
            language=language,
            source_language=guide.language,
            untranslated=kept,
            title=self.text(GUIDE, "", "title", guide.title),
            subtitle=self.text(GUIDE, "", "subtitle", guide.subtitle),
            help_now=tuple(self.help_line(line, f"help_now-{n}") for n, line in enumerate(guide.help_now, 1)),
            how_to_use=tuple(
                self.text(GUIDE, "", f"how_to_use-{n}", step) for n, step in enumerate(guide.how_to_use, 1)
            ),
            closing_notes=self.text(GUIDE, "", "closing_notes", guide.closing_notes),
            topic_synonyms=tuple(
                (self.topic(word), self.topic(topic)) for word, topic in guide.topic_synonyms
            ),
            language_help=guide.language_help
            and replace(
                guide.language_help,
                phone=self.described(guide.language_help.phone, GUIDE, "", "language_help-phone-description"),
            ),
            publisher=self.publisher(guide.publisher),
            cover_picture=guide.cover_picture and self.cover_picture(guide.cover_picture),
            sections=tuple(map(self.section, guide.sections)),
            own_pages=tuple(map(self.page, guide.own_pages)),
        )

    def help_line(self, line: HelpLine, key: str) -> HelpLine:
        return replace(
            line,
            text=self.text(GUIDE, "", key, line.text),
            text_language=self.language(GUIDE, "", key),
            phone=line.phone and self.described(line.phone, GUIDE, "", f"{key}-phone-description"),
        )

    def publisher(self, publisher: Publisher) -> Publisher:
        key, text = "publisher-logo_alternate_text", publisher.logo_alternate_text
        return replace(
            publisher,
            logo_alternate_text=self.text(GUIDE, "", key, text),
            other_formats=self.text(GUIDE, "", "publisher-other_formats", publisher.other_formats),
            phone=publisher.phone
            and self.described(publisher.phone, GUIDE, "", "publisher-phone-description"),
        )

    def cover_picture(self, picture: CoverPicture) -> CoverPicture:
        key = "cover_picture-alternate_text"
        return replace(picture, alternate_text=self.text(GUIDE, "", key, picture.alternate_text))

    def described(self, phone: Phone, owner: str, id: str, key: str) -> Phone:
        """A number with its description."""
        text, language = self.text(owner, id, key, phone.description), self.language(owner, id, key)
        return replace(phone, description=text, description_language=language)

    def language(self, owner: str, id: str, key: str) -> str:
        """The language of a text that is not translated, "" of one that is."""
        return "" if (owner, id, key) in self.texts else self.source

    def text(self, owner: str, id: str, key: str, own: Any) -> Any:
        return self.texts.get((owner, id, key), own) if own else own

    def topic(self, word: str) -> str:
        return self.topics.get(word, word)

    def section(self, section: Section) -> Section:
        def text(key: str) -> Any:
            return self.text(SECTION, section.id, key, getattr(section, key))

        kept = frozenset(unit.key for unit in section_units(section) if unit.place not in self.texts)
        return replace(
            section,
            title=text("title"),
            introduction=text("introduction"),
            untranslated=kept,
            listings=tuple(map(self.listing, section.listings)),
        )

    def page(self, page: OwnPage) -> OwnPage:
        kept = frozenset(unit.key for unit in page_units(page) if unit.place not in self.texts)
        return replace(
            page,
            title=self.text(PAGE, page.id, "title", page.title),
            text=self.text(PAGE, page.id, "text", page.text),
            untranslated=kept,
        )

    def listing(self, listing: Listing) -> Listing:
        kept = frozenset(unit.key for unit in listing_units(listing) if unit.place not in self.texts)
        lines = {
            key: self.text(LISTING, listing.id, key, getattr(listing, key))
            for key in (*LISTING_LINES, "description")
        }
        return replace(
            listing,
            **lines | self.languages(listing),
            **self.hours(listing, listing, "hours"),
            untranslated=kept,
            phones=self.phones(listing.phones, listing, "phone"),
            emails=self.further(listing.emails, listing, "email"),
            websites=self.further(listing.websites, listing, "website"),
            meetings=tuple(
                self.meeting(each, listing, f"meeting-{n}") for n, each in enumerate(listing.meetings, 1)
            ),
            locations=tuple(
                self.location(each, listing, f"location-{n}") for n, each in enumerate(listing.locations, 1)
            ),
            programs=tuple(self.program(each, listing) for each in listing.programs),
            services=tuple(map(self.topic, listing.services)),
            audience=tuple(map(self.topic, listing.audience)),
        )

    def program(self, program: Program, listing: Listing) -> Program:
        key = program.key
        lines = {
            name: self.text(LISTING, listing.id, f"{key}-{name}", getattr(program, name))
            for name in ("name", "description", *FACT_LINES)
        }
        return replace(
            program,
            **lines | self.languages(program),
            **self.hours(program, listing, f"{key}-hours"),
            location=self.location_name(program, listing),
            phones=self.phones(program.phones, listing, f"{key}-phone"),
            emails=self.further(program.emails, listing, f"{key}-email"),
            websites=self.further(program.websites, listing, f"{key}-website"),
        )

    def meeting(self, meeting: Meeting, listing: Listing, key: str) -> Meeting:
        lines = {
            name: self.text(LISTING, listing.id, f"{key}-{name}", getattr(meeting, name))
            for name in MEETING_LINES
        }
        dial_in = meeting.dial_in
        if dial_in:
            dial_in = self.described(dial_in, LISTING, listing.id, f"{key}-phone-description")
        return replace(meeting, **lines, dial_in=dial_in, location=self.location_name(meeting, listing))

    def location_name(self, meeting: Meeting | Program, listing: Listing) -> str:
        """The translated name of the location where a meeting or a program is."""
        names = [location.name for location in listing.locations]
        if meeting.location not in names or not meeting.location:
            return meeting.location
        key = f"location-{names.index(meeting.location) + 1}-name"
        return str(self.text(LISTING, listing.id, key, meeting.location))

    def location(self, location: Location, listing: Listing, key: str) -> Location:
        return replace(
            location,
            name=self.text(LISTING, listing.id, f"{key}-name", location.name),
            **{
                name: self.text(LISTING, listing.id, f"{key}-{name}", getattr(location, name))
                for name in OFFICE_FACTS
            }
            | self.languages(location),
            **self.hours(location, listing, f"{key}-hours"),
            phones=self.phones(location.phones, listing, f"{key}-phone"),
            emails=self.further(location.emails, listing, f"{key}-email"),
            websites=self.further(location.websites, listing, f"{key}-website"),
        )

    def further(self, more: tuple[Further, ...], listing: Listing, key: str) -> tuple[Further, ...]:
        return tuple(
            replace(
                each,
                label=self.text(LISTING, listing.id, f"{key}-{n}-label", each.label),
                label_language=self.language(LISTING, listing.id, f"{key}-{n}-label"),
            )
            for n, each in enumerate(more, 1)
        )

    def phones(self, phones: tuple[Phone, ...], listing: Listing, key: str) -> tuple[Phone, ...]:
        return tuple(
            self.described(phone, LISTING, listing.id, f"{key}-{n}-description")
            for n, phone in enumerate(phones, 1)
        )

    def languages(self, owner: Listing | Location | Program) -> dict[str, str]:
        """Languages by their names in the language, where they are codes."""
        return {"languages": named(owner.language_codes, self.into)} if owner.language_codes else {}

    def hours(self, owner: Listing | Location | Program, listing: Listing, key: str) -> dict[str, Any]:
        """Hours in words of the language: made of their rules, or translated by hand."""
        if not owner.hours:
            return {}
        if says_itself(owner.opening):
            return {"hours": hours_lines(owner.opening, self.words)}
        lines = self.texts.get((LISTING, listing.id, key))
        return {"hours": lines or owner.hours, "hours_untranslated": lines is None}
