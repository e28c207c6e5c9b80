"""How to reach a listing, on a screen: numbers, e-mail and web, address, hours; and many offices as a table."""

from collections.abc import Iterable, Iterator, Mapping

from guide.layout.compose.blocks import (
    CityBlock,
    FactBlock,
    InlineLine,
    NumberBlock,
    OfficeBlock,
    OfficeRow,
    OfficeTable,
)
from guide.layout.compose.shown import Owner, keyed_places
from guide.layout.tags import Shown, shown_by
from guide.layout.type.inline import Inline
from guide.model import CALL_OR_TEXT, Listing, Phone
from guide.web.clock import clock_code
from guide.web.inlines import Speaker, id_of, unseen
from guide.web.tree import Element, Given, el
from guide.web.words import WebWords


class Offices:
    """Puts the offices of listings into elements."""

    def __init__(
        self, speaker: Speaker, web: WebWords, listings: Mapping[str, Listing], second: str = ""
    ) -> None:
        self.speaker = speaker
        self.web = web
        self.listings = listings
        self.second = second

    def office(self, block: OfficeBlock, tag: str = "div") -> Element:
        """One office behind its bar."""
        return el(tag, self.inside(block), class_="ct" if block.reachable else "ct no")

    def inside(self, block: OfficeBlock) -> Iterator[Given]:
        """Yield what stands in an office: how to reach it, when it is open, and what is so there alone."""
        reach = [
            [self.speaker.block("p", each) for each in block.labels],
            self.numbers(block.numbers),
            [self.speaker.block("p", line, "w") for line in block.web],
            self.address(block.where),
        ]
        yield el("address", reach) if any(reach) else None
        yield self.rest(block)

    def rest(self, block: OfficeBlock) -> Iterator[Given]:
        """Yield the hours and the facts of an office, and when it was checked."""
        yield self.hours(block.hours, block.second_hours)
        yield facts(block.facts, self.speaker)
        yield facts(block.second_facts, self.speaker, self.second)
        yield [self.speaker.block("p", (each,)) for each in block.status]

    def address(self, lines: Iterable[InlineLine]) -> Given:
        """The lines of an address, one below the other; those in another language in a paragraph of their own."""
        groups: list[tuple[str, list[InlineLine]]] = []
        for line in lines:
            language = self.speaker.language(line)
            if not groups or groups[-1][0] != language:
                groups.append((language, []))
            groups[-1][1].append(line)
        return [
            el(
                "p",
                broken(self.speaker.spoken(each, language) for each in some),
                class_="po",
                **self.speaker.tongue.marks(language),
            )
            for language, some in groups
        ]

    # --- numbers

    def numbers(self, blocks: Iterable[NumberBlock]) -> Element | None:
        """The numbers as a list."""
        items = [el("li", self.number(each)) for each in blocks]
        return el("ul", items, class_="p") if items else None

    def number(self, block: NumberBlock) -> Iterator[Given]:
        """Yield a number, its extension and what kind it is."""
        phone = self.phone(block.number)
        yield list(self.speaker.spoken((block.number,), bold=block.large))
        if block.extension:
            yield [" ", el("b", self.speaker.both(block.extension.text))]
        if block.type:
            yield [" ", el("span", self.speaker.spoken(block.type))]
        if phone and phone.type == CALL_OR_TEXT:
            said = self.web.say("text_it")
            yield [
                " ",
                el(
                    "a",
                    said,
                    unseen(f" {phone.printed}"),
                    class_="too",
                    href=f"sms:{phone.e164}",
                    **self.web.marks("text_it"),
                ),
            ]
        if block.below:
            yield [el("br"), self.speaker.both(block.below.text)]

    def phone(self, number: Inline) -> Phone | None:
        """The number that an inline piece shows; None for one of no listing."""
        shows = next(shown_by(number.tag), None)
        owner = self.owner(shows, "phones")
        return owner.phones[shows.index] if shows and owner else None

    def owner(self, shows: Shown | None, what: str) -> Owner | None:
        """Of what of a listing something is shown, numbers or hours: the whole, an office, a program."""
        if shows is None or not shows.what.endswith(what) or shows.listing not in self.listings:
            return None
        places = dict(keyed_places(self.listings[shows.listing]))
        return places.get(shows.what.removesuffix(what))

    # --- hours

    def hours(self, lines: tuple[Inline, ...], second: tuple[Inline, ...] = ()) -> Iterator[Given]:
        """Yield the lines of hours, with what the page's clock reads, and the same in the second language."""
        if lines:
            owner = self.owner(next(shown_by(lines[0].tag), None), "hours")
            code = clock_code(owner.opening) if owner and owner.opening else ""
            yield self.lines(lines, "h" if not second else "h b1", code)
        if second:
            yield self.lines(second, "h b2", "")

    def lines(self, lines: tuple[Inline, ...], class_: str, code: str) -> Element:
        language = self.speaker.language(lines)
        return el(
            "ul",
            (el("li", self.speaker.spoken((each,), language)) for each in lines),
            class_=class_,
            data_o=code,
            **self.speaker.tongue.marks(language),
        )

    # --- many offices

    def table(self, table: OfficeTable, caption: str) -> Element:
        """Many offices as a table that can be moved sideways by itself."""
        heads = el(
            "tr", (el("th", self.speaker.spoken(head, bold=False), scope="col") for head in table.heads)
        )
        bodies = (el("tbody", self.city(each)) for each in table.cities)
        whole = el("table", el("caption", caption, class_="v"), el("thead", heads), bodies)
        return el("div", whole, class_="tb", role="region", aria_label=caption, tabindex="0")

    def city(self, city: CityBlock) -> Iterator[Given]:
        """Yield the rows of a city."""
        if city.heading:
            name = self.speaker.spoken(city.heading, bold=False)
            own = id_of(city.anchor) if city.anchor else None
            yield el("tr", el("th", name, scope="rowgroup", colspan=2, id=own), class_="cy")
        for row in city.rows:
            yield el("tr", el("th", self.speaker.spoken(row.place), scope="row"), el("td", self.cell(row)))

    def cell(self, row: OfficeRow) -> Iterator[Given]:
        """Yield what stands beside a place."""
        yield self.numbers(row.office.numbers)
        yield [self.speaker.block("p", line, "w") for line in row.office.web]
        yield [self.speaker.block("p", line) for line in row.notes]
        yield self.rest(row.office)


def broken(lines: Iterable[Given]) -> Iterator[Given]:
    """Yield lines with breaks between them."""
    for place, line in enumerate(lines):
        yield [el("br"), line] if place else line


def facts(
    blocks: Iterable[FactBlock], speaker: Speaker, language: str = "", more: Given = None
) -> Element | None:
    """Facts as a list of descriptions, with `more` rows; `language`: where they are not in the page's."""
    rows = [fact(each, speaker, language) for each in blocks]
    if not rows and not more:
        return None
    return el("dl", rows, more, class_="f b2" if language else "f", **speaker.tongue.marks(language))


def fact(block: FactBlock, speaker: Speaker, language: str) -> list[Element]:
    """A fact: its label, and its text in its language."""
    label = block.label.text.strip()
    return [
        el("dt", speaker.both(label)),
        speaker.block("dd", (block.text,)) if not language else el("dd", block.text.text),
    ]
