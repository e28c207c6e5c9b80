"""One printed form of the guide, and what it chooses."""

from dataclasses import field
from datetime import date
from typing import NamedTuple

from guide.errors import Mark
from guide.formats import Format
from guide.frozen import frozen
from guide.model.sketch import MapPlan
from guide.page_sizes import STAPLE, PageSize, format_of

USUAL_OPEN = "late"
BRAILLE_CELLS, BRAILLE_LINES = 40, 25  # as most embossers have them
VOLUME_PAGES = 80  # of braille: more are heavy to hold
PAGE_2, NOWHERE = FRONT = "page 2", "none"  # where a part that tells of the guide itself stands
BEHIND_LISTINGS, BEHIND_INDEX = "listings", "index"
NEWS_PLACES = (PAGE_2, BEHIND_LISTINGS, BEHIND_INDEX, NOWHERE)  # where what is new stands
INDEX_PARTS = ("name", "place", "topic")  # in the order in which they are printed


@frozen
class Nearby:
    """A circle on the map: degrees north and east of its centre, and its radius in kilometres."""

    latitude: float
    longitude: float
    kilometres: float


@frozen
class Choice:
    """Which listings an edition prints; a listing has to meet every rule that is given."""

    sections: tuple[str, ...] = ()
    listings: tuple[str, ...] = ()  # by id, and in this order
    leave_out: tuple[str, ...] = ()  # by id
    services: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    neighborhoods: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    postal_codes: tuple[str, ...] = ()  # whole, or as they begin
    near: Nearby | None = None
    verified_since: date | None = None
    languages: tuple[str, ...] = ()  # spoken there


class Spot(NamedTuple):
    """An ink that a print shop mixes beside black."""

    name: str  # as the shop knows it: PANTONE 3155 C
    inks: tuple[
        float, ...
    ] = ()  # the nearest cyan, magenta, yellow and black, per cent; (): those of the accent


class PrintingCondition(NamedTuple):
    """For which paper and inks a print shop's file is made."""

    name: str  # as in the registry of the ICC: CGATS21_CRPC6
    profile: str = ""  # path of its ICC profile, "" for none


USUAL_CONDITION = PrintingCondition("CGATS21_CRPC6")  # GRACoL 2013, coated paper


class Personal(NamedTuple):
    """What stands at the head of a handout that is made for one person."""

    greeting: str = ""  # "For Ana Ruiz"
    fields: tuple[tuple[str, str], ...] = ()  # a label, and what stands behind it
    left_out: int = 0  # listings that were chosen too, and that the pages have no room for
    total: int = 0  # listings of the whole guide


@frozen
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
    ink: str = "colour"  # "colour", "grey", "black" or "spot"
    spot: Spot | None = None  # for print-shop: the second ink
    press: str = "duplex"  # "duplex", "single-sided", "booklet", "n-up" or "print-shop"
    up: int = 4  # pages on a sheet, for n-up
    back: str = ""  # of a zine: "none" or "poster"; "": none
    copies: int = 0  # equal ones on a sheet, for n-up and booklets; 0: as many as pages for n-up, one booklet
    flip: str = ""  # "short" or "long": the edge on which a printer turns sheets over; "": as a book is leafed through
    crop_marks: bool = False  # for print-shop
    printing_condition: PrintingCondition = USUAL_CONDITION  # for print-shop
    columns: int = 0  # of listings on a page, 1 or 2; 0: as the format and the number of listings allow
    rows: bool = True  # listings are rows of a telephone book, where pages are so small; False: whole
    compact: bool = False  # an older word for two columns
    open: str = ""  # "late", "grid" or "none": the part that tells who is open when; "": the usual one
    open_now: bool = False  # what was written for the grid before
    contents: str = (
        ""  # "listing", "section" or "none"; "": with every listing where page 2 has room for them
    )
    how_to_use: str = PAGE_2  # or NOWHERE, as the two that follow: what stands with the contents
    signs: str = PAGE_2
    about: str = PAGE_2
    news: str = NOWHERE  # where it tells what is new since the edition before, one of NEWS_PLACES
    index: tuple[str, ...] = INDEX_PARTS  # its parts; (): none
    form: bool = True  # a page to tell what is wrong
    cover: str = ""  # "full", "light" or "none"; "": light where the accent is black, else full
    icons: bool = True  # pictograms, where the sections have them
    number: int = 0  # 0: the guide's own
    colour: str = ""
    discard_after: date | None = None
    isbn: str = ""  # as it is printed, with its dashes
    issn: str = ""
    order: str = ""  # one of guide.model.order.ORDERS; "": the sections' own
    city_order: tuple[str, ...] = ()  # of subheadings; (): the sections' own
    neighborhood_order: tuple[str, ...] = ()  # the same
    note: str = ""  # what was left out, in the edition's own words
    choice: Choice = Choice()
    fit: int = 0  # pages it has to fit; 0: any number
    pages: int = 0  # that it has to have, no more and no fewer; 0: any number
    price_per_sheet: float = 0
    date: "date | None" = None  # None: the guide's own
    languages: tuple[str, ...] = ()  # one, or two side by side; (): the guide's own
    bilingual: str = ""  # "beside" or "under"; "": as the format allows
    untranslated: str = "fall back"  # or "leave out", "stop"
    hyphenation: bool | None = None  # None: in narrow columns of two languages
    own_pages: tuple[str, ...] | None = None  # by id; None: all
    maps: tuple[MapPlan, ...] = ()
    help: tuple[str, ...] = ("box", "ends")  # where it says `Need help now?`
    notes: bool = True  # a page with lines for notes, where pages are filled up
    language_help: tuple[str, ...] | None = None  # languages of the panel; None: those that the guide names
    greeting: str = ""  # of a handout, with {name} in it
    personal: Personal | None = None  # of a handout that is for one person; None: it is for everybody
    exit: bool = True  # on a web page: `Leave this page`
    exit_to: str = ""  # where that leads; "": to a page that anybody may have open
    web_fonts: bool = True  # the faces of the guide are within the page
    site: str = ""  # the web address of a folder of pages; "": one page alone
    time_zone: str = ""  # of the hours, as in America/Chicago; "": that of the country, or of the device
    contracted: bool | None = (
        None  # of braille: words are shortened; None: where that is usual in the language
    )
    cells: int = BRAILLE_CELLS  # of braille, in a line
    lines: int = BRAILLE_LINES  # of braille, on a page
    volume_pages: int = VOLUME_PAGES  # of braille, in a volume, about
    standard: str = (
        "ua-1"  # of the file for reading: "ua-1" (PDF/UA-1 and PDF/A-2a) or "ua-2" (PDF/UA-2 and PDF/A-4)
    )
    attach: tuple[str, ...] = ()  # forms of it that this file carries: "text", "web"

    @property
    def tells_news(self) -> bool:
        """Whether it tells what is new since the edition before."""
        return self.news != NOWHERE or bool(self.site)  # the feed of a site tells it too

    @property
    def made_as(self) -> Format:
        """Its format, or the one of its own page, with the margins that it asks for."""
        return format_of(self.format, self.page, self.binding, self.margin)

    @property
    def open_part(self) -> str:
        """What it has of who is open when: "late", "grid" or "none"."""
        return self.open or ("grid" if self.open_now else USUAL_OPEN)

    @property
    def screen_ink(self) -> str:
        """The ink of the file for reading: a screen and an office printer mix the accent of a spot ink."""
        return "colour" if self.ink == "spot" else self.ink
