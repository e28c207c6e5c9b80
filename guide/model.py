"""What a guide is: frozen data, named as in HSDS (Open Referral) where it has a name for the thing.

Texts that a reader sees are str; prose (Markdown) is a tuple of blocks, see `Paragraph` and `BulletList`.
Everything optional is empty ("" or ()) or None where the content does not give it: nothing is ever invented.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from guide.errors import Mark

# --- prose: what Markdown becomes -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Span:
    """Part of a paragraph: words in one weight, perhaps a link, or a mention of another listing."""

    text: str  # "" for a mention
    strong: bool = False
    target: str = ""  # an http, https, mailto or tel address
    mention: str = ""  # the id of a listing: printed as "see NAME, page N"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that run on until their end, in spans."""

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class BulletList:
    """Items one below the other, each a text in spans, numbered or with dots."""

    items: tuple[tuple[Span, ...], ...]
    ordered: bool = False


Prose = tuple[Paragraph | BulletList, ...]


# --- how to reach somebody ------------------------------------------------------------------------

VOICE, FAX, TEXT, TTY = "voice", "fax", "text", "tty"
INFORMATION_LINE, CALL_OR_TEXT, TOLL_FREE = "information line", "call or text", "toll-free"
PHONE_TYPES = (INFORMATION_LINE, VOICE, CALL_OR_TEXT, TOLL_FREE, TEXT, TTY, "cell", "video", "pager", FAX)


@dataclass(frozen=True, kw_only=True, slots=True)
class Phone:
    """A number as it is printed and as it is dialled."""

    number: str  # as the editor typed it
    printed: str  # national form, "773-471-0999"; vanity letters kept; words as they stand
    e164: str = ""  # "+17734710999"; "" where the number cannot be dialled ("See website")
    in_digits: str = ""  # a vanity number in digits, "800-555-4357"
    extension: str = ""
    type: str = VOICE
    description: str = ""
    mark: Mark | None = field(default=None, compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Address:
    """Where a place is, by the lines of its mail, or no more of it than may be said."""

    address_1: str = ""  # street
    address_2: str = ""  # suite, floor, room
    po_box: str = ""  # "PO Box 498", as it is printed
    station: str = ""  # post office station, "Prince Street Station"
    city: str = ""
    state_province: str = ""
    postal_code: str = ""
    country: str = ""  # ISO 3166 alpha-2; "" means the guide's own country
    confidential: bool = False  # only city and state are kept, and the place is told by phone

    @property
    def city_only(self) -> bool:
        """Whether the city (with state or country) is all that is known."""
        return not (self.confidential or self.address_1 or self.address_2 or self.po_box or self.postal_code)


Edge = tuple[int, ...]  # (month, day), with a year behind it perhaps; day 0: the whole month
Season = tuple[Edge, Edge]


@dataclass(frozen=True, kw_only=True, slots=True)
class OpeningRule:
    """One rule of opening hours: on which days of which part of the year, from when to when; days count from Monday, 0."""

    days: tuple[int, ...] = ()  # none: every day
    occurrences: tuple[int, ...] = ()  # (1, 3): the first and third such day of a month; -1: the last
    season: tuple[
        Season, ...
    ] = ()  # parts of the year; 0 stands for the whole month or year; a year may follow
    weeks: tuple[int, ...] = ()  # first, last and step of the weeks of a year
    offset: int = 0  # how many days after the days that are named so: 1 for the day after a fourth Thursday
    holidays: str = ""  # "PH" public, "SH" school, "easter"; with days, these days in the holidays
    spans: tuple[
        tuple[int, int | None], ...
    ] = ()  # minutes from midnight, above 1440 on the day after; None: open end
    daylight: tuple[
        tuple[int | str, int | str | None], ...
    ] = ()  # spans that begin or end with the sun: ("sunrise", "sunset"), (480, "sunset")
    longer: bool = False  # the last span may go on longer
    closed: bool = False
    unknown: bool = False  # whether it is open then is not certain
    comment: str = ""  # "by appointment"
    beside: bool = False  # holds beside what earlier rules say of its days, not in their place
    otherwise: bool = False  # holds where no rule before it does

    @property
    def is_weekly(self) -> bool:
        """Whether it holds in every week of the year, with times or closed, without words that limit it."""
        limits = (
            self.occurrences,
            self.season,
            self.weeks,
            self.holidays,
            self.daylight,
            self.longer,
            self.unknown,
            self.comment,
            self.otherwise,
        )
        return bool(self.spans or self.closed) and not any(limits)

    def may_open_on(self, day: int) -> bool:
        """Whether it is open on a weekday by this rule, if not in every week; a few days of the year do not count."""
        if (
            self.closed
            or self.holidays
            or (self.season and not self.days and all(map(is_short, self.season)))
        ):
            return False
        return day in ({(each + self.offset) % 7 for each in self.days} or range(7))


def is_short(season: Season) -> bool:
    """Whether a part of the year is shorter than a week."""
    first, last = season
    return (
        first == last
        and bool(first[1])
        or bool(first[1])
        and first[0] == last[0]
        and first[2:] == last[2:]
        and last[1] - first[1] < 6
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class OpeningHours:
    """When a place is open, as far as the content says it in a way that can be computed with."""

    text: str  # in the opening_hours syntax of OpenStreetMap
    rules: tuple[OpeningRule, ...] = ()

    @property
    def week(self) -> tuple[tuple[tuple[int, int | None], ...], ...]:
        """The spans of each weekday from Monday, () where it is closed or only a rule of `exceptions` speaks of it."""
        return tuple(
            tuple(
                span
                for rule in self.rules
                if rule.is_weekly and day in (rule.days or range(7))
                for span in rule.spans
            )
            for day in range(7)
        )

    @property
    def exceptions(self) -> tuple[OpeningRule, ...]:
        """The rules that a table of the week does not show."""
        return tuple(rule for rule in self.rules if not rule.is_weekly)

    @property
    def irregular_days(self) -> tuple[int, ...]:
        """The weekdays, from Monday, 0, of which only a rule of `exceptions` says that it is open: in some weeks, or by appointment."""
        return tuple(
            day
            for day, spans in enumerate(self.week)
            if not spans and any(rule.may_open_on(day) for rule in self.exceptions)
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckOff:
    """A check that does not look at a listing, or at the whole guide, and why."""

    name: str
    reason: str
    mark: Mark | None = field(default=None, compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Location:
    """One office or meeting place."""

    name: str = ""  # its label: "California", "Evening site"
    postal_name: str = ""  # the name on the letterbox where it is not the listing's
    care_of: str = ""
    attention: str = ""  # contact person, with a degree
    address: Address | None = None
    phones: tuple[Phone, ...] = ()
    email: str = ""
    website: str = ""
    hours: tuple[str, ...] = ()  # a line each
    opening: OpeningHours | None = None  # where the content gives hours that can be computed with
    hours_untranslated: bool = False  # the hours are in the guide's source language
    latitude: float | None = None  # degrees north
    longitude: float | None = None  # degrees east


@dataclass(frozen=True, kw_only=True, slots=True)
class ServiceArea:
    """A place that a listing serves without having an address there."""

    city: str = ""
    state_province: str = ""
    country: str = ""


# --- the guide ------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True, slots=True)
class Listing:
    """Who helps: an organisation with what it does, for whom, where and on which numbers."""

    id: str
    name: str
    mark: Mark = field(compare=False)
    short_name: str = ""  # "HRC"
    name_note: str = ""  # in brackets after the name: "supervised injection site"
    alternate_names: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()  # and the names of those who merged into it
    summary: str = ""  # what it is in a few words, for a line that refers to it
    alert: str = ""  # "Closed for now"
    closed: bool = False  # with an alert: its hours are not printed
    locations: tuple[Location, ...] = ()
    phones: tuple[Phone, ...] = ()  # of the whole, not of one office
    email: str = ""
    website: str = ""
    hours: tuple[str, ...] = ()
    opening: OpeningHours | None = None
    service_areas: tuple[ServiceArea, ...] = ()
    description: Prose = ()
    eligibility_description: str = ""
    fees_description: str = ""  # cost
    required_documents: str = ""  # what to bring
    languages: str = ""
    accessibility: str = ""
    transportation: str = ""  # how to get there
    services: tuple[str, ...] = ()  # tags: topics of the index
    audience: tuple[str, ...] = ()  # tags
    verified: date | None = None
    verified_by: str = ""
    source: str = ""
    printed: bool = True  # False: kept out of everything that leaves the house, see content.choose.printable
    print_reason: str = ""  # why it is not printed; never leaves the house either
    checks_off: tuple[CheckOff, ...] = ()
    untranslated: frozenset[str] = frozenset()  # names of the texts that are in the guide's source language
    hours_untranslated: bool = False

    @property
    def all_phones(self) -> tuple[Phone, ...]:
        """Every number of the listing, its own first."""
        return self.phones + tuple(phone for location in self.locations for phone in location.phones)


@dataclass(frozen=True, slots=True)
class Reference:
    """A listing of another section that has a line in this one too."""

    id: str
    after: int  # how many of this section's own listings stand before it


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """Listings that belong together, under one title."""

    id: str
    title: str
    mark: Mark = field(compare=False)
    introduction: Prose = ()
    listings: tuple[Listing, ...] = ()
    references: tuple[Reference, ...] = ()
    flows_on: bool = False  # may begin on the page where the section before ends
    untranslated: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True, slots=True)
class Publisher:
    """Who hands the guide out; without one the place for a stamp stays empty."""

    name: str = ""
    address: tuple[str, ...] = ()  # lines as they are printed
    logo: str = ""  # a PNG or JPEG file in the content folder, as an absolute path
    logo_alternate_text: str = ""
    phone: Phone | None = None
    email: str = ""
    website: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class HelpLine:
    """A line of the `Need help now?` box: words, a number, or both."""

    text: str = ""
    phone: Phone | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class LanguageHelp:
    """The number for help in other languages, and the languages in which the panel says so."""

    phone: Phone
    languages: tuple[str, ...] = ()  # in the order of print; (): all that there are words in


@dataclass(frozen=True, kw_only=True, slots=True)
class EditionMark:
    """How this edition is told from the one before: colour, number and date."""

    number: int = 1
    colour: str = "blue"  # one of guide.colours.ACCENTS
    date: date


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time as people say it: days, or months of the calendar."""

    days: int = 0
    months: int = 0

    def before(self, day: date) -> date | None:
        """The day so long before another; the last of a month where it has no such day. None before all calendars."""
        try:
            year, month = divmod(day.year * 12 + day.month - 1 - self.months, 12)
            last = monthrange(year, month + 1)[1]
            return day.replace(year=year, month=month + 1, day=min(day.day, last)) - timedelta(days=self.days)
        except (ValueError, OverflowError):
            return None


@dataclass(frozen=True, kw_only=True, slots=True)
class Freshness:
    """How long a verified listing is good for; a year where nothing else is said."""

    warn_after: Period = Period(months=12)
    stop_after: Period | None = None  # None: nothing stops a build

    def is_good(self, day: date, on: date) -> bool:
        """Whether a listing verified on a day may have its tick on another."""
        limit = self.warn_after.before(on)
        return limit is None or day >= limit


@dataclass(frozen=True, kw_only=True, slots=True)
class GuideStyle:
    """What a guide changes of the look; empty where it keeps the tool's own."""

    accent: str = ""  # "#0B4A8C"
    accent_name: str = ""  # "Purple"
    regular: str = ""  # path of a TrueType file
    bold: str = ""
    words: tuple[tuple[str, str], ...] = ()  # (name of a fixed text, the guide's own)
    mark: Mark | None = field(default=None, compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class MailTemplate:
    """What a message says in one language; empty where the tool's own words serve."""

    language: str  # "" for the guide's own
    subject: str = ""
    body: str = ""
    mark: Mark | None = field(default=None, compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class MailSettings:
    """How editions are sent by e-mail."""

    sender: str  # an address
    sender_name: str = ""  # the publisher's where it is empty
    reply_to: str = ""
    unsubscribe: tuple[str, ...] = ()  # mailto: and https: addresses; {address} stands for the recipient's
    link: str = ""  # where a file lies that is too large to be attached; {file}, {edition} and {number} stand for the edition's
    limit: int = 5  # MB of a file that is attached
    template: MailTemplate | None = None
    mark: Mark | None = field(default=None, compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Guide:
    """The whole content: what stands on the cover and at the end, and the sections."""

    title: str
    edition: EditionMark
    mark: Mark = field(compare=False)
    subtitle: str = ""
    language: str = "en"  # BCP 47
    source_language: str = ""  # of names and addresses, and of what is not translated; "": the same
    untranslated: frozenset[str] = frozenset()
    country: str = "US"
    publisher: Publisher = Publisher()
    website: str = ""
    help_now: tuple[HelpLine, ...] = ()
    how_to_use: tuple[tuple[Span, ...], ...] = ()  # numbered steps; none means the usual ones
    closing_notes: Prose = ()
    language_help: LanguageHelp | None = None
    topic_synonyms: tuple[tuple[str, str], ...] = ()  # ("Narcan", "Naloxone")
    freshness: Freshness = Freshness()
    checks_off: tuple[CheckOff, ...] = ()
    sections: tuple[Section, ...] = ()
    style: GuideStyle = GuideStyle()
    mail: MailSettings | None = None

    @property
    def listings(self) -> tuple[Listing, ...]:
        """Every listing in the order of the sections."""
        return tuple(listing for section in self.sections for listing in section.listings)


# --- editions -------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True, slots=True)
class Nearby:
    """A circle on the map: degrees north and east of its centre, and its radius in kilometres."""

    latitude: float
    longitude: float
    kilometres: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """Which listings an edition prints; a listing has to meet every rule that is given."""

    sections: tuple[str, ...] = ()
    listings: tuple[str, ...] = ()  # by id, and in this order
    leave_out: tuple[str, ...] = ()  # by id
    services: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    postal_codes: tuple[str, ...] = ()  # whole, or as they begin
    near: Nearby | None = None
    verified_since: date | None = None
    languages: tuple[str, ...] = ()  # spoken there


@dataclass(frozen=True, kw_only=True, slots=True)
class Edition:
    """What one printed form of the guide is: its size, its press, and what it prints."""

    name: str  # of its file and of its folder in out/
    mark: Mark | None = field(default=None, compare=False)
    default: bool = False  # made when no name is given
    title: str = ""  # the guide's own where it is empty
    subtitle: str = ""
    format: str = "letter"
    body_size: float = 0  # points; 0: the format's own
    ink: str = "colour"  # "colour", "grey" or "black"
    press: str = "duplex"  # "duplex", "single-sided", "booklet", "n-up" or "print-shop"
    up: int = 4  # pages on a sheet, for n-up
    crop_marks: bool = False  # for print-shop
    compact: bool = False
    open_now: bool = False  # the grid of hours
    number: int = 0  # 0: the guide's own
    colour: str = ""
    discard_after: date | None = None
    order: str = "by hand"  # or "by name", "by place"
    note: str = ""  # what was left out, in the edition's own words
    choice: Choice = Choice()
    fit: int = 0  # pages it has to fit; 0: any number
    price_per_sheet: float = 0
    date: "date | None" = None  # None: the guide's own
    languages: tuple[str, ...] = ()  # one, or two side by side; (): the guide's own
    bilingual: str = ""  # "beside" or "under"; "": as the format allows
    untranslated: str = "fall back"  # or "leave out", "stop"
    hyphenation: bool | None = None  # None: in narrow columns of two languages
    language_help: tuple[str, ...] | None = None  # languages of the panel; None: those that the guide names


def find_mentions(prose: Any) -> Iterator[str]:
    """The ids that a text mentions, however deep."""
    if isinstance(prose, tuple):
        for each in prose:
            yield from find_mentions(each)
        return
    if getattr(prose, "mention", ""):
        yield prose.mention
    for each in getattr(prose, "spans", ()) or getattr(prose, "items", ()):
        yield from find_mentions(each)
