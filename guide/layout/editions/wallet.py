"""Wallet cards: ten on a Letter sheet, the numbers for now on the front, six listings on the back (look: the wallet card)."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from guide.errors import Problem
from guide.formats import FORMATS
from guide.language.words import Words
from guide.layout.body.row import row_style
from guide.layout.body.row_frames import titles_of
from guide.layout.compose.links import bare_address, help_link, kind_words, listing_anchor, section_anchor
from guide.layout.compose.offices import call_link
from guide.layout.compose.rows import NO_USUAL_CALL, number_of
from guide.layout.compose.shown import shown_phone
from guide.layout.compose.voice import Voice
from guide.layout.pages import ACCENT, Box, Document, Line
from guide.layout.parts.band import cuts, edition_texts, next_that_fits, white_line
from guide.layout.parts.base import Items
from guide.layout.references import Place, Resolver, document_of, outline_of
from guide.layout.tags import Shown, Tag
from guide.layout.type.inline import Anchor, Fragment, Inline, Link, RichLine
from guide.layout.type.joined import inside
from guide.layout.type.setter import Setter
from guide.layout.type.style import HAIRLINE, Stacks, accent_of, make_style
from guide.model import FAX, Guide, Listing, Phone
from guide.problems import layout as kinds

WIDTH, HEIGHT = FORMATS["wallet"].width, FORMATS["wallet"].height
CARD_WIDTH, CARD_HEIGHT, ROWS, COLUMNS = 252, 144, 5, 2  # Avery 5371 and 8371
LEFT, TOP = 54, 36
INSET = 12
LIVE = CARD_WIDTH - 2 * INSET
TICK, TICK_GAP = 9, 9  # length of the marks in the margins, and how far from the cards

BAND_TOP, BAND_HEIGHT, BAND_INSET, BAND_BASELINE, CUT, PITCH = 12, 22, 8, 28, 3, 10
FRONT_TOP, FRONT_ROW, FRONT_BASELINE, FRONT_NUMBER = 38, 20, 15, 15
FRONT_BOTTOM, EDITION_BASELINE = 122, 134
BACK_TOP, BACK_ROW, BACK_BASELINE, LAST_BASELINE = 10, 19, 14, 137
TEXT, SMALL, BESIDE = 12, 11, 8
MOST_LISTINGS = 6


class Numbered(NamedTuple):
    """A line of a card: words, and a number at their right."""

    text: str
    number: str
    link: Link | None = None
    language: str = ""  # of the words, where it is not the card's


def set_wallet(
    guide: Guide, words: Words, stacks: Stacks, numbers: Mapping[str, int]
) -> tuple[Document | None, tuple[Problem, ...], tuple[str, ...]]:
    """(Document, problems, what there is to say): ten fronts on the first page, ten backs on the second."""
    if wrong := tuple(_impossible(guide)):
        return None, wrong, ()
    cards = Wallet(guide, words, stacks, numbers)
    document = cards.document()
    if cards.over:
        return None, (kinds.WALLET_FRONT.at(guide.mark),), ()
    said = ["wallet cards: 10 on a sheet, the number of each listing alone"]
    if cards.cut:
        said.append(f"names cut on the card, since it has no room for them: {', '.join(cards.cut)}")
    return document, (), tuple(said)


def _impossible(guide: Guide) -> Iterator[Problem]:
    """A problem for what no card can hold."""
    listings = guide.listings
    if len(listings) > MOST_LISTINGS:
        names = titles_of([each.name for each in listings[MOST_LISTINGS:]])
        count = len(listings) - MOST_LISTINGS
        yield kinds.WALLET_FULL.at(guide.mark, most=MOST_LISTINGS, count=count, names=names)
    for each in listings:
        if each.closed:
            yield kinds.CLOSED_FOR_WALLET.at(guide.mark, name=each.name)
        elif number_of(each) is None:
            yield kinds.NOT_FOR_WALLET.at(guide.mark, name=each.name)


class Wallet:
    """Sets one card, and the sheet of ten; x and y of a card count from its corner. One card is read, the others are copies."""

    def __init__(self, guide: Guide, words: Words, stacks: Stacks, numbers: Mapping[str, int]) -> None:
        self.guide = guide
        self.words = words
        base = make_style("half-letter", accent_of(guide), stacks)
        self.style = row_style(base, TEXT, LIVE, CARD_HEIGHT, guide.language, 1)
        self.setter = Setter(self.style, 1)
        self.voice = Voice(guide, words, paged=False, numbers=numbers)
        self.root = Tag("Document", language=guide.language)
        self.over = False  # whether the front is too full
        self.cut: tuple[str, ...] = ()  # names that have no room

    def document(self) -> Document:
        """Both pages."""
        resolver = Resolver({}, self.setter, self.guide.source_language)
        pages = []
        for number, side in enumerate((self.front, self.back), 1):
            items: Items = [*self.marks()]
            for place in range(ROWS * COLUMNS):
                row, column = divmod(place, COLUMNS)
                x, y = LEFT + column * CARD_WIDTH, TOP + row * CARD_HEIGHT
                card = side(Tag("Sect", self.root) if place == 0 else None)
                items += [item.moved(x, y) for item in card]
            pages.append(resolver.page(items, WIDTH, HEIGHT, str(number)))
        outline = outline_of(self.guide, self.places(), self.voice.names, self.voice.words)
        return document_of(self.guide, self.style, pages, self.root, outline=outline)

    def marks(self) -> Iterator[Line]:
        """Short strokes in the margins that show where to cut."""
        bottom, right = TOP + ROWS * CARD_HEIGHT, LEFT + COLUMNS * CARD_WIDTH
        for column in range(COLUMNS + 1):
            x = LEFT + column * CARD_WIDTH
            for y in (TOP - TICK_GAP - TICK, bottom + TICK_GAP):
                yield Line(x, y, x, y + TICK, HAIRLINE)
        for row in range(ROWS + 1):
            y = TOP + row * CARD_HEIGHT
            for x in (LEFT - TICK_GAP - TICK, right + TICK_GAP):
                yield Line(x, y, x + TICK, y, HAIRLINE)

    def places(self) -> dict[Anchor, Place]:
        """Where each section and listing stands: on the first back."""
        found: dict[Anchor, Place] = {}
        y: float = TOP + BACK_TOP
        for section in self.guide.sections:
            found[section_anchor(section.id)] = Place(1, 2, y)
            for listing in section.listings:
                found[listing_anchor(listing.id)] = Place(1, 2, y)
                y += BACK_ROW
        return found

    # --- the front

    def front(self, tag: Tag | None) -> Items:
        """A band, the numbers for now, the publisher's, and the edition."""
        number, right = self.guide.edition.number, CARD_WIDTH - INSET
        items: Items = [Box(INSET, BAND_TOP, LIVE, BAND_HEIGHT, ACCENT)]
        items += cuts(number, right, BAND_TOP, BAND_HEIGHT, CUT, PITCH)
        title = self.words.help_now + " "
        items += white_line(title, INSET + BAND_INSET, BAND_BASELINE, self.setter, below(tag, "H1"))
        y: float = FRONT_TOP
        lines = list(self.front_lines())
        for place, line in enumerate(lines):
            row, height = self.front_row(line, below(tag, "P"), y)
            items += row
            y += height
            items += [Line(INSET, y, right, y, HAIRLINE)] * (place + 1 < len(lines))
        self.over = self.over or y > FRONT_BOTTOM
        edition = next_that_fits(edition_texts(self.guide, self.words), self.setter, LIVE)
        return items + self.line(edition, INSET, EDITION_BASELINE, below(tag, "P"), SMALL)

    def front_lines(self) -> Iterator[Numbered]:
        """Yield the lines of the box for help now, and the publisher."""
        for line in self.guide.help_now:
            number, _ = self.dialling(line.phone, "")
            yield Numbered(line.text, number, help_link(line, self.words), line.text_language)
        publisher = self.guide.publisher
        if publisher.phone:
            number, link = self.dialling(publisher.phone, publisher.name)
            yield Numbered(publisher.name, number, link, self.voice.foreign)

    def front_row(self, line: Numbered, tag: Tag | None, y: float) -> tuple[Items, float]:
        """(items, height) of a line: its words, in as many lines as they need, and its number."""
        number = Inline(line.number, below(tag, "Link") if line.link else tag, True, line.link)
        taken = self.setter.width(line.number, FRONT_NUMBER, True) + BESIDE if line.number else 0
        words = (
            self.setter.lines((Inline(line.text + " ", inside(tag, line.language)),), TEXT, LIVE - taken)
            if line.text
            else []
        )
        items: Items = []
        for place, fragments in enumerate(words):
            items += self.setter.place(
                fragments, INSET, y + FRONT_BASELINE + place * self.style.small.leading, TEXT
            )
        if line.number:
            items.append(self.right(number, y + FRONT_BASELINE, FRONT_NUMBER))
        return items, FRONT_ROW + max(0, len(words) - 1) * self.style.small.leading

    # --- the back

    def back(self, tag: Tag | None) -> Items:
        """A line for each listing, where the guide is on the web, and to call first."""
        items: Items = []
        y: float = BACK_TOP
        for listing in self.guide.listings:
            row = below(tag, "P", Shown(listing.id))
            items += self.back_row(listing, row, y + BACK_BASELINE)
            y += BACK_ROW
            items.append(Line(INSET, y, CARD_WIDTH - INSET, y, HAIRLINE))
        last, advice = below(tag, "P"), self.words.call_before
        room = LIVE - self.setter.width(advice, SMALL) - BESIDE
        where = self.where(room)
        if where:
            items += self.line(where + " ", INSET, LAST_BASELINE, last, SMALL, True)
        return [*items, self.right(Inline(advice, last), LAST_BASELINE, SMALL)]

    def back_row(self, listing: Listing, tag: Tag | None, baseline: float) -> Items:
        """A listing's name, or its short one, and the number to call first."""
        phone = number_of(listing)
        number, link = self.dialling(phone, listing.name)
        shows = shown_phone(listing, phone) if phone else None
        room = LIVE - self.setter.width(number, TEXT, True) - BESIDE
        source = self.voice.source(tag)
        items = self.line(self.name(listing, room) + " ", INSET, baseline, source, TEXT)
        inline = Inline(number, below(tag, "Link", shows) if link else tag, True, link)
        return [*items, self.right(inline, baseline, TEXT)]

    def name(self, listing: Listing, room: float) -> str:
        """What a listing is called in this room, with the kind of a number that cannot simply be called."""
        phone = number_of(listing)
        kind = (
            kind_words(phone, self.words) if phone and (phone.keyword or phone.type in NO_USUAL_CALL) else ""
        )
        behind = f" ({kind})" if kind else ""
        names = [name + behind for name in (listing.name, listing.short_name) if name]
        for name in names:
            if self.setter.width(name, TEXT) <= room:
                return name
        self.cut = tuple(dict.fromkeys((*self.cut, listing.name)))
        return self.shortened(listing.name, behind, room)

    def shortened(self, name: str, behind: str, room: float) -> str:
        """The beginning of a name in whole words, in letters where it has no room for one, with an ellipsis."""
        pieces = [name[:end] for end, letter in enumerate(name) if letter == " " and end]
        letters = [name[:end] for end in range(1, len(name))]
        for piece in (*reversed(pieces), *reversed(letters)):
            text = piece.rstrip(" ,;:-(") + "\u2026" + behind
            if self.setter.width(text, TEXT) <= room:
                return text
        return "\u2026"

    def where(self, room: float) -> str:
        """Where the guide is on the web, or who hands it out."""
        publisher = self.guide.publisher
        found = (self.guide.website, publisher.website, publisher.email, publisher.name)
        texts = [bare_address(each) for each in found if each]
        return next((text for text in texts if self.setter.width(text, SMALL, True) <= room), "")

    # --- lines

    def dialling(self, phone: Phone | None, name: str) -> tuple[str, Link | None]:
        """A number with its extension as it is printed, and as a link."""
        if phone is None:
            return "", None
        words = self.words
        extension = f" {words.extension.format(extension=phone.extension)}" if phone.extension else ""
        number = phone.printed + extension
        if not phone.e164 or phone.type == FAX:
            return number, None
        return number, call_link(phone, name, words)

    def line(
        self, text: str, x: float, baseline: float, tag: Tag | None, size: float, bold: bool = False
    ) -> Items:
        return list(self.setter.place([Fragment(Inline(text, tag, bold), text)], x, baseline, size))

    def right(self, inline: Inline, baseline: float, size: float) -> RichLine:
        """A text that ends at the right edge of the card's words."""
        if inline.tag is None:  # a copy leads nowhere
            inline = inline._replace(link=None)
        fragments = (Fragment(inline, inline.text),)
        return RichLine(CARD_WIDTH - INSET, baseline, fragments, size, 1)


def below(tag: Tag | None, kind: str, shows: Shown | None = None) -> Tag | None:
    """A tag of a kind below another; None in a copy, which is not read."""
    return Tag(kind, tag, shows=shows) if tag is not None else None
