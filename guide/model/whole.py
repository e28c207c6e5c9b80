"""The whole guide, with what stands on its cover and at its end."""

from calendar import monthrange
from dataclasses import field
from datetime import date, timedelta
from itertools import chain
from typing import NamedTuple

from guide.errors import Mark
from guide.expressions import expression
from guide.frozen import frozen
from guide.model.changes import Changes, Hidden
from guide.model.contact import Phone
from guide.model.days import Days
from guide.model.listing import CheckOff, Listing, Section
from guide.model.page import OwnPage
from guide.model.prose import Prose, Span
from guide.model.sketch import SketchMap


@frozen
class Publisher:
    """Who hands the guide out; without one the place for a stamp stays empty."""

    name: str = ""
    address: tuple[str, ...] = ()  # lines as they are printed
    logo: str = ""  # a PNG or JPEG file in the content folder, as an absolute path
    logo_alternate_text: str = ""
    phone: Phone | None = None
    email: str = ""
    website: str = ""
    other_formats: str = ""  # "Large print, braille or a file": for which people call or write


@frozen
class CoverPicture:
    """A picture on the cover, with what it shows in words."""

    file: str  # a PNG or JPEG file in the content folder, as an absolute path
    alternate_text: str


@frozen
class HelpLine:
    """A line of the `Need help now?` box: words, a number, or both."""

    text: str = ""
    text_language: str = ""  # where it is not translated: the source's
    phone: Phone | None = None
    days: Days = Days()  # on which it is printed


@frozen
class LanguageHelp:
    """The number for help in other languages, and the languages in which the panel says so."""

    phone: Phone
    languages: tuple[str, ...] = ()  # in the order of print; (): all that there are words and faces for
    mark: Mark | None = field(default=None, compare=False)


@frozen
class EditionMark:
    """How this edition is told from the one before: colour, number and date."""

    number: int = 1
    colour: str = "blue"  # one of guide.colours.ACCENTS
    date: date


@frozen(kw_only=False)
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


@frozen
class Freshness:
    """How long a verified listing is good for; a year where nothing else is said."""

    warn_after: Period = Period(months=12)
    stop_after: Period | None = None  # None: nothing stops a build

    def is_good(self, day: date, on: date) -> bool:
        """Whether a listing verified on a day may have its tick on another."""
        limit = self.warn_after.before(on)
        return limit is None or day >= limit


@frozen
class GuideStyle:
    """What a guide changes of the look; empty where it keeps the tool's own."""

    accent: str = ""  # "#0B4A8C"
    accent_name: str = ""  # "Purple"
    regular: str = ""  # path of a TrueType file
    bold: str = ""
    face_folder: str = ""  # path of a folder with faces for other scripts
    words: tuple[tuple[str, str], ...] = ()  # (name of a fixed text, the guide's own)
    mark: Mark | None = field(default=None, compare=False)


@frozen
class MailTemplate:
    """What a message says in one language; empty where the tool's own words serve."""

    language: str  # "" for the guide's own
    subject: str = ""
    body: str = ""
    mark: Mark | None = field(default=None, compare=False)


@frozen
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


CODE_FIELD = expression(r"\{edition\}|\{language\}")
IN_ORDER, STABLE = "in order", "stable"  # from 1 in every edition, or a listing's own as long as it lives


class Former(NamedTuple):
    """A guide as it was in the edition before."""

    state: str  # a digest of its content
    guide: "Guide"


@frozen
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
    cover_picture: CoverPicture | None = None
    website: str = ""
    web_code: str = ""  # where its QR code leads, with {edition} and {language} in it; "": to the website
    numbers: str = IN_ORDER  # of listings: IN_ORDER or STABLE
    highest_number: int = 0  # ever given to a listing, where they are STABLE
    help_now: tuple[HelpLine, ...] = ()
    how_to_use: tuple[tuple[Span, ...], ...] = ()  # numbered steps; none means the usual ones
    closing_notes: Prose = ()
    language_help: LanguageHelp | None = None
    topic_synonyms: tuple[tuple[str, str], ...] = ()  # ("Narcan", "Naloxone")
    freshness: Freshness = Freshness()
    checks_off: tuple[CheckOff, ...] = ()
    sections: tuple[Section, ...] = ()
    own_pages: tuple[OwnPage, ...] = ()  # in the order of their files
    style: GuideStyle = GuideStyle()
    mail: MailSettings | None = None
    hidden: Hidden = Hidden()  # what has been taken out of it, see content.choose.printable
    former: "Former | None" = (
        None  # as it was in the edition before, where somebody has looked for it already
    )
    news: Changes | None = None  # what an edition tells to be new; None where it does not
    maps: tuple[SketchMap, ...] = ()  # of an edition
    day: date | None = (
        None  # on which it is judged what has begun and what has ended; None: nothing is judged
    )

    @property
    def foreign(self) -> str:
        """The language of names and addresses, "" where it is the guide's own."""
        return self.source_language if self.source_language != self.language else ""

    def language_of(self, owner: "Guide | Listing | Section | OwnPage", key: str) -> str:
        """The language of a text where it is not the guide's: the source's, of what is not translated."""
        return self.foreign if key in owner.untranslated else ""

    @property
    def code_target(self) -> str:
        """Where its QR code leads; "" where there is none, for without an address in print there is no code."""
        if not (self.website and self.web_code):
            return self.website
        values = {"{edition}": str(self.edition.number), "{language}": self.language}
        return CODE_FIELD.sub(lambda match: values[match[0]], self.web_code)

    @property
    def entries(self) -> dict[str, int]:
        """{id: number} of the listings, as it is printed before them."""
        if self.numbers == STABLE:
            return {listing.id: listing.number for listing in self.listings}
        return {listing.id: number for number, listing in enumerate(self.listings, 1)}

    @property
    def listings(self) -> tuple[Listing, ...]:
        """Every listing in the order of the sections."""
        return tuple(chain.from_iterable(section.listings for section in self.sections))


def topic_key(word: str) -> str:
    """What a topic is called among the texts of a guide that are not translated."""
    return f"topic-{word}"
