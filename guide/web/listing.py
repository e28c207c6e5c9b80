"""A listing on a screen, in the order of print: name, news, how to reach it, what was checked, what it does, facts."""

from collections.abc import Iterable, Iterator

from guide.language.words import Words
from guide.layout.compose.blocks import ListBlock, ListingBlock, ProgramBlock, ProseBlock, SecondTexts
from guide.layout.compose.links import listing_of
from guide.layout.type.inline import Inline
from guide.model import Guide, Listing
from guide.web.inlines import Speaker, id_of, level_of, unseen
from guide.web.offices import Offices, facts
from guide.web.traits import topics_of, traits_of
from guide.web.tree import Element, Given, el
from guide.web.words import WebWords, words_of


def icon(name: str) -> Element:
    """A sign or a pictogram that nobody hears."""
    return el("svg", el("use", href=f"#i-{name}"), aria_hidden="true")


class Listings:
    """Puts listings into elements; `second`: (guide, words) of another language that is shown with the first."""

    def __init__(
        self,
        guide: Guide,
        words: Words,
        web: WebWords,
        speaker: Speaker,
        second: tuple[Guide, Words] | None = None,
    ) -> None:
        self.guide, self.words, self.web, self.speaker = guide, words, web, speaker
        self.second = second
        self.other = second[0].language if second else ""
        self.listings = {each.id: each for each in guide.listings}
        self.offices = Offices(speaker, web, self.listings, self.other)

    def listing(self, block: ListingBlock) -> Element:
        """A listing as an article whose id is its own."""
        own = self.listings[listing_of(block.anchor)]
        level = level_of(block.name[0].tag, "h3")
        right = list(self.right(block, own))
        return el(
            "article",
            el(level, self.heading(block, own)),
            self.alert(block.alert),
            self.alert(block.second.alert, "b2"),
            el("div", self.left(block, own), class_="l"),
            el("div", right, class_="r") if any(right) else None,
            id=own.id,
            **traits_of(own, self.guide),
        )

    def heading(self, block: ListingBlock, listing: Listing) -> Iterator[Given]:
        """Yield the number, a link that lasts, and the name."""
        number, *names = block.name
        yield el("a", number.text.strip(), unseen(". "), class_="n", href=f"#{listing.id}")
        for place, name in enumerate(names):
            said = self.speaker.spoken((name,), bold=False)
            yield [" " if place else None, said if name.bold else el("small", said)]

    def alert(self, inline: Inline | None, class_: str = "") -> Element | None:
        """The news, with a sign."""
        if inline is None:
            return None
        heard = unseen(inline.label.heard) if inline.label else None
        language = self.speaker.language((inline,))
        said = el(
            "span",
            heard,
            self.speaker.spoken((inline,), language, bold=False),
            **self.speaker.tongue.marks(language),
        )
        return el("p", icon("alert"), said, class_=f"al {class_}".strip())

    def left(self, block: ListingBlock, listing: Listing) -> Iterator[Given]:
        """Yield how to reach it, and when it was checked."""
        if block.table:
            yield self.offices.table(block.table, listing.name)
        elif len(block.offices) > 1:
            yield el("ul", (self.offices.office(each, "li") for each in block.offices))
        else:
            yield [self.offices.office(each) for each in block.offices]
        yield self.offices.office(block.shared) if block.shared else None
        yield self.status(block, listing)

    def status(self, block: ListingBlock, listing: Listing) -> Element:
        """When it was checked, or that nobody has."""
        said = el(
            "span", self.dated(block.status.text, listing, self.words), class_="b1" if self.second else None
        )
        other = self.second and el(
            "span",
            self.dated(block.second.status.text, listing, self.second[1]),
            class_="b2",
            **self.speaker.tongue.marks(self.other),
        )
        return el("p", icon("ok" if block.checked else "no"), said, other, class_="st")

    def dated(self, text: str, listing: Listing, words: Words) -> Given:
        """The words of a status, its month as a time."""
        if not listing.verified:
            return text
        before, month, after = text.partition(words.hours.month_of(listing.verified))
        return [before, el("time", month, datetime=f"{listing.verified:%Y-%m}") if month else None, after]

    def right(self, block: ListingBlock, listing: Listing) -> Iterator[Given]:
        """Yield what it does, what there is to know, and its programs."""
        yield self.texts(block.prose, block.second)
        yield facts(block.facts, self.speaker, more=self.topics(listing, self.words))
        yield facts(block.second.facts, self.speaker, self.other, self.second_topics(listing))
        yield [self.program(each, listing) for each in block.programs]

    def texts(self, prose: tuple[ProseBlock, ...], second: SecondTexts) -> Iterator[Given]:
        """Yield prose in each language."""
        if prose:
            yield el("div", prose_of(prose, self.speaker), class_="t b1" if self.second else "t")
        if second.prose:
            inside = self.speaker.tongue.marks(self.other)
            yield el("div", prose_of(second.prose, self.speaker, self.other), class_="t b2", **inside)

    def topics(self, listing: Listing, words: Words) -> Given:
        """The row of topics: what search finds has to be seen."""
        said = topics_of(listing, words)
        return (
            [el("dt", self.web.say("topics"), **self.web.marks("topics")), el("dd", said, class_="tp")]
            if said
            else None
        )

    def second_topics(self, listing: Listing) -> Given:
        """The topics in the second language, where they are others."""
        if not self.second:
            return None
        guide, words = self.second
        other = next((each for each in guide.listings if each.id == listing.id), listing)
        said = topics_of(other, words)
        if not said or said == topics_of(listing, self.words):
            return None
        return [el("dt", words_of(self.other).say("topics")), el("dd", said)]

    def program(self, block: ProgramBlock, listing: Listing) -> Element:
        """A program under its own heading."""
        level = level_of(block.name[0].tag, "h4")
        return el(
            "section",
            el(level, self.speaker.spoken(block.name, bold=False)),
            self.offices.office(block.office) if block.office else None,
            self.texts(block.prose, block.second),
            facts(block.facts, self.speaker),
            facts(block.second.facts, self.speaker, self.other),
            class_="pg",
            id=id_of(block.anchor) if block.anchor else None,
        )


def prose_of(blocks: Iterable[ProseBlock], speaker: Speaker, inside: str = "") -> Iterator[Element]:
    """Yield paragraphs and lists, within something in a language of its own."""
    for block in blocks:
        if isinstance(block, ListBlock):
            ordered = any(item.label.text.strip() for item in block.items)
            items = (paragraph("li", item.inlines, speaker, inside) for item in block.items)
            yield el("ol" if ordered else "ul", items)
        else:
            yield paragraph("p", block.inlines, speaker, inside)


def paragraph(tag: str, inlines: tuple[Inline, ...], speaker: Speaker, inside: str) -> Element:
    """A paragraph within something in a language of its own."""
    return el(tag, speaker.spoken(inlines, inside)) if inside else speaker.block(tag, inlines)
