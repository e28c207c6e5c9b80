"""What stands before the listings of a volume: its title, help, what the transcription is like, and its contents."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from guide.braille.blocks import ITEM, ROW, ROW_INSIDE, SECTION, SUBHEAD, TEXT, TITLE, Block
from guide.braille.compose import Composer, Whereabouts, said
from guide.language.scripts import NBSP
from guide.layout.compose.namesakes import full_name
from guide.layout.compose.templates import joined


def first_page(volume: int) -> str:
    """What the first page of a volume is called as a place."""
    return f"first of {volume}"


def last_page(volume: int) -> str:
    """What the last page of a volume is called as a place."""
    return f"last of {volume}"


class Front:
    """Puts it into texts; `own`: the words of a braille edition, `volumes`: the blocks of each."""

    def __init__(
        self, composer: Composer, own: Mapping[str, str], volumes: Sequence[Sequence[Block]]
    ) -> None:
        self.composer, self.own, self.volumes = composer, own, volumes
        self.guide, self.words = composer.guide, composer.words

    @property
    def where(self) -> Whereabouts:
        return self.composer.where

    def title_page(self, volume: int) -> Iterator[Block]:
        """Yield what stands first in a volume: what it is, numbers for who needs help now, who hands it out."""
        guide, words = self.guide, self.words
        yield from (Block(text, TITLE) for text in (guide.title, guide.subtitle) if text)
        number = words.edition.format(number=guide.edition.number)
        yield Block(said(number, words.full_date(guide.edition.date)), TITLE)
        if len(self.volumes) > 1:
            yield from self.which(volume)
        if guide.help_now:
            yield Block(words.help_now, SECTION)
            yield from (Block(self.composer.help_line(line), ITEM) for line in guide.help_now)
        yield from self.publisher()

    def which(self, volume: int) -> Iterator[Block]:
        """Yield which of the volumes it is, and which pages it has."""
        pages = self.where.pages
        first, last = (pages.get(each(volume), 1) for each in (first_page, last_page))
        yield Block(self.own["volumes"].format(count=len(self.volumes)), TITLE._replace(below=0))
        yield Block(self.volume(volume), TITLE._replace(below=0))
        yield Block(joined(self.own["pages"].format(first=first, last=last)), TITLE)

    def volume(self, number: int) -> str:
        return joined(self.own["volume"].format(number=number))

    def publisher(self) -> Iterator[Block]:
        """Yield who hands the guide out, on one page."""
        publisher = self.guide.publisher
        phone = self.composer.phone(publisher.phone) if publisher.phone else ""
        texts = (publisher.name, *publisher.address, phone, publisher.email, publisher.website)
        there = [text for text in texts if text]
        for place, text in enumerate(there):
            style = ITEM._replace(above=int(place == 0), heads=place + 1 < len(there))
            yield Block(text, style)

    def note(self, is_contracted: bool) -> Iterator[Block]:
        """Yield what the reader has to know of the transcription."""
        own = self.own
        yield Block(own["note"], SECTION)
        yield Block(own["made"], TEXT)
        yield Block(own["contracted" if is_contracted else "uncontracted"], TEXT)
        yield Block(own["numbers"], TEXT)
        if len(self.volumes) > 1:
            yield Block(own["volume_pages"], TEXT)
        yield Block(own["divided"], TEXT)

    # --- contents -----------------------------------------------------------------------------------

    def contents(self, volume: int) -> Iterator[Block]:
        """Yield the contents of a volume: its sections with their listings; of the first one the sections of all others too."""
        yield Block(self.words.contents, SECTION)
        yield from self.rows(self.volumes[volume - 1])
        if volume > 1:
            return
        for number, blocks in enumerate(self.volumes[1:], 2):
            yield Block(self.volume(number), SUBHEAD)
            yield from self.rows(each for each in blocks if each.style is SECTION)

    def rows(self, blocks: Iterable[Block]) -> Iterator[Block]:
        """Yield a row for each place that begins in some blocks."""
        for block in blocks:
            if block.place:
                style = ROW if block.style is SECTION else ROW_INSIDE
                yield Block(self.title_of(block), style, page=self.where.number(block.place))

    def title_of(self, block: Block) -> str:
        """What the contents call a place: a listing as print does."""
        listing = self.composer.listings.get(block.place.removeprefix("listing "))
        return f"{self.composer.numbers[listing.id]}{NBSP}{full_name(listing)}" if listing else block.text
