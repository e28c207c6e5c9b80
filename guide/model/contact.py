"""How to reach somebody: phones, addresses, offices."""

from dataclasses import field
from datetime import date

from guide.errors import Mark
from guide.frozen import frozen
from guide.model.hours import OpeningHours

VOICE, FAX, TEXT, TTY = "voice", "fax", "text", "tty"
INFORMATION_LINE, CALL_OR_TEXT, TOLL_FREE = "information line", "call or text", "toll-free"
PHONE_TYPES = (INFORMATION_LINE, VOICE, TOLL_FREE, CALL_OR_TEXT, TEXT, TTY, "cell", "video", "pager", FAX)


@frozen
class Phone:
    """A number as it is printed and as it is dialled."""

    number: str  # as the editor typed it
    printed: str  # national form, "773-471-0999"; vanity letters kept; words as they stand
    e164: str = ""  # "+17734710999"; "" where the number cannot be dialled ("See website")
    in_digits: str = ""  # a vanity number in digits, "800-555-4357"
    extension: str = ""
    type: str = VOICE
    keyword: str = ""  # the word to send to a text number: "HELLO"
    description: str = ""
    description_language: str = ""  # where it is not translated: the source's
    mark: Mark | None = field(default=None, compare=False)


@frozen
class Further:
    """One more e-mail or web address, beside the first."""

    target: str
    label: str = ""  # a few words that are printed with it: "menu of the week"
    label_language: str = ""  # where it is not translated: the source's


def with_first(first: str, more: tuple[Further, ...]) -> tuple[Further, ...]:
    """All addresses of a kind, the first too, where there is one."""
    return (Further(target=first), *more) if first else more


@frozen
class Address:
    """Where a place is, by the lines of its mail, or no more of it than may be said."""

    address_1: str = ""  # street
    address_2: str = ""  # suite, floor, room
    po_box: str = ""  # "PO Box 498", as it is printed
    station: str = ""  # post office station, "Prince Street Station"
    neighborhood: str = ""  # what people call this part of the city: "Mission District"
    city: str = ""
    state_province: str = ""
    postal_code: str = ""
    country: str = ""  # ISO 3166 alpha-2; "" means the guide's own country
    confidential: bool = False  # only city and state are kept, and the place is told by phone

    @property
    def city_only(self) -> bool:
        """Whether the city (with state or country) is all that is known."""
        return not (self.confidential or self.address_1 or self.address_2 or self.po_box or self.postal_code)


@frozen
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
    emails: tuple[Further, ...] = ()  # more of them
    websites: tuple[Further, ...] = ()
    hours: tuple[str, ...] = ()  # a line each
    opening: OpeningHours | None = None  # where the content gives hours that can be computed with
    hours_mark: Mark | None = field(default=None, compare=False)  # where they stand
    hours_untranslated: bool = False  # the hours are in the guide's source language
    languages: str = ""  # what is so at this office; the facts of the whole stand with the listing
    language_codes: tuple[str, ...] = ()
    accessibility: str = ""
    transportation: str = ""
    verified: date | None = None
    latitude: float | None = None  # degrees north
    longitude: float | None = None  # degrees east

    @property
    def is_secret(self) -> bool:
        """Whether it is told by phone alone where it is."""
        return self.address is not None and self.address.confidential

    @property
    def point(self) -> tuple[float, float] | None:
        """(latitude, longitude); None where they are not known, or may not be told."""
        if self.latitude is None or self.longitude is None or self.is_secret:
            return None
        return self.latitude, self.longitude


@frozen
class ServiceArea:
    """A place that a listing serves without having an address there."""

    city: str = ""
    county: str = ""
    state_province: str = ""
    postal_codes: tuple[str, ...] = ()
    country: str = ""

    @property
    def name(self) -> str:
        """What it is called but for postal codes, "Chicago, IL"; the country where it is all that is said."""
        return ", ".join(filter(None, (self.city, self.county, self.state_province))) or self.country
