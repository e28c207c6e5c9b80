"""One printed form of the guide, and what it chooses."""

from dataclasses import dataclass, field
from datetime import date

from guide.errors import Mark
from guide.formats import Format
from guide.page_sizes import STAPLE, PageSize, format_of

USUAL_OPEN = "late"


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
    page: PageSize | None = None  # of one's own, in the place of the format's
    binding: str = STAPLE  # or "spiral", "holes"
    margin: float = 0  # points, at the left and the right of every page; 0: the format's own
    body_size: float = 0  # points; 0: the format's own
    ink: str = "colour"  # "colour", "grey" or "black"
    press: str = "duplex"  # "duplex", "single-sided", "booklet", "n-up" or "print-shop"
    up: int = 4  # pages on a sheet, for n-up
    copies: int = 0  # equal ones on a sheet, for n-up and booklets; 0: as many as pages for n-up, one booklet
    flip: str = ""  # "short" or "long": the edge on which a printer turns sheets over; "": as a book is leafed through
    crop_marks: bool = False  # for print-shop
    columns: int = 0  # of listings on a page, 1 or 2; 0: as the format and the number of listings allow
    compact: bool = False  # an older word for two columns
    open: str = ""  # "late", "grid" or "none": the part that tells who is open when; "": the usual one
    open_now: bool = False  # what was written for the grid before
    cover: str = ""  # "full" or "light"; "": light where the accent is black, else full
    icons: bool = True  # pictograms, where the sections have them
    number: int = 0  # 0: the guide's own
    colour: str = ""
    discard_after: date | None = None
    order: str = ""  # one of guide.model.order.ORDERS; "": the sections' own
    city_order: tuple[str, ...] = ()  # of subheadings; (): the sections' own
    note: str = ""  # what was left out, in the edition's own words
    choice: Choice = Choice()
    fit: int = 0  # pages it has to fit; 0: any number
    price_per_sheet: float = 0
    date: "date | None" = None  # None: the guide's own
    languages: tuple[str, ...] = ()  # one, or two side by side; (): the guide's own
    bilingual: str = ""  # "beside" or "under"; "": as the format allows
    untranslated: str = "fall back"  # or "leave out", "stop"
    hyphenation: bool | None = None  # None: in narrow columns of two languages
    own_pages: tuple[str, ...] | None = None  # by id; None: all
    help: tuple[str, ...] = ("box", "ends")  # where it says `Need help now?`
    notes: bool = True  # a page with lines for notes, where pages are filled up
    language_help: tuple[str, ...] | None = None  # languages of the panel; None: those that the guide names

    @property
    def made_as(self) -> Format:
        """Its format, or the one of its own page, with the margins that it asks for."""
        return format_of(self.format, self.page, self.binding, self.margin)

    @property
    def open_part(self) -> str:
        """What it has of who is open when: "late", "grid" or "none"."""
        return self.open or ("grid" if self.open_now else USUAL_OPEN)
