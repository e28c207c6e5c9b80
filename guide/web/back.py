"""What stands behind the listings: maps, who is open late, names from A to Z, and what there is to know of the guide."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from guide.language.files import language_name
from guide.language.words import words_in
from guide.layout.body.bilingual import topic_words
from guide.layout.compose.checked import cover_counts, is_checked, months_checked
from guide.layout.compose.links import dial_name, dialled, part_anchor
from guide.layout.compose.offices import call_link
from guide.layout.compose.prose import ProseComposer
from guide.layout.compose.templates import FIELD
from guide.layout.parts.index_rows import (
    INSIDE,
    REGION,
    SEE,
    IndexRow,
    rows_by_name,
    rows_by_place,
    rows_by_topic,
)
from guide.layout.parts.late_rows import LateList, late_lists
from guide.layout.parts.news_rows import NewsList, NewsRow, news_helps, news_lists
from guide.layout.parts.open_rows import LateRow, named
from guide.layout.parts.panel import has_words, wanted_languages
from guide.layout.parts.publisher import contacts, other_formats
from guide.layout.type.inline import Inline, Link
from guide.layout.type.style import cover_edition
from guide.model.edition import NOWHERE
from guide.web.front import said
from guide.web.guides import Shown
from guide.web.inlines import Tongue, id_of, linked
from guide.web.listing import icon, prose_of
from guide.web.tree import Element, Given, el

if TYPE_CHECKING:
    from guide.web.sketches import ScreenMap

PAGE = "web"  # the format of a page with signs and a script


def screen_maps(shown: Shown) -> "list[ScreenMap]":
    """The maps of an edition."""
    if not shown.guide.maps or shown.edition.format != PAGE:
        return []
    from guide.web.sketches import maps_of  # few editions have maps

    return maps_of(shown)


class Back:
    """Makes the parts behind the listings."""

    def __init__(self, shown: Shown) -> None:
        self.shown, self.speaker, self.web = shown, shown.speaker, shown.web
        self.guide, self.words = shown.both, shown.all_words
        self.names = Tongue(shown.guide.language).marks(shown.source)
        self.late = late_lists(self.guide, self.words) if shown.edition.open_part != "none" else ()
        self.news = self.lists_of_news() if shown.edition.news != NOWHERE else ()
        self.maps = screen_maps(shown)
        self.index = [(title, rows) for title, rows in self.index_parts() if rows]

    @property
    def parts(self) -> list[tuple[str, str]]:
        """(title, id) of those that it has."""
        parts = [(each.title, each.id) for each in self.maps]
        parts += [(self.words.news, "news")] if self.news else []
        parts += [(self.words.open_late, "open-late")] if self.late else []
        parts += [(self.words.index, "a-to-z")] if self.index else []
        return [*parts, (self.words.about, "about")]

    def all(self) -> Iterator[Element]:
        """Yield the parts."""
        for each in self.maps:
            yield self.section(each.id, each.title, each.inside())
        if self.news:
            yield self.section("news", self.words.news, self.what_is_new())
        if self.late:
            yield self.section("open-late", self.words.open_late, self.open_late())
        if self.index:
            yield self.section("a-to-z", self.words.index, self.a_to_z())
        yield self.section("about", self.words.about, self.about())

    def section(self, id: str, title: str, inside: Given) -> Element:
        """A part under its title."""
        head = el("h2", el("span", self.both(title)), id=f"h-{id}")
        return el("section", head, inside, class_="end", id=id, aria_labelledby=f"h-{id}")

    def both(self, text: str) -> Given:
        return self.speaker.both(text)

    def subhead(self, text: Given, id: str = "") -> Element:
        return el("h3", text, class_="subhead", id=id)

    def in_each(self, tag: str, texts: Iterable[str], class_: str = "") -> list[Element]:
        """A text in each language as an element of its own; none where there is no text."""
        marks = self.speaker.tongue.marks(self.speaker.second)
        return [
            el(tag, text, class_=f"{class_} b2".strip(), **marks) if place else el(tag, text, class_=class_)
            for place, text in enumerate(texts)
            if text
        ]

    # --- what is new

    def lists_of_news(self) -> Sequence[NewsList]:
        """What is new since the edition before; none where that is not known."""
        return news_lists(self.shown.guides, self.words)

    def what_is_new(self) -> Iterator[Given]:
        """Yield since when, and the lists."""
        if news := self.shown.guide.news:
            yield self.in_each("p", news_helps(news, self.words))
        for each in self.news:
            yield [
                self.subhead(self.both(each.title)),
                el("ul", map(self.news_row, each.rows), class_="rows"),
            ]

    def news_row(self, row: NewsRow) -> Element:
        """A listing, a link unless it is gone, and what is said of it."""
        name = el("a", row.name, href=f"#{id_of(row.anchor)}") if row.anchor else row.name
        lines = self.in_each("span", map("; ".join, row.lines), "hr")
        return el("li", el("span", name, class_="nm", **self.names), lines)

    # --- open late

    def open_late(self) -> Iterator[Given]:
        """Yield the lists."""
        yield self.in_each("p", (each.open_late_help for each in self.words.versions))
        for each in self.late:
            yield self.late_list(each)

    def late_list(self, late: LateList) -> Given:
        return [self.subhead(self.both(late.title)), el("ul", map(self.late_row, late.rows), class_="rows")]

    def late_row(self, row: LateRow) -> Element:
        """A place, its number and its hours then."""
        words = self.speaker.spoken(named(row, self.shown.root))
        name = el("span", el("a", words, href=f"#{id_of(row.anchor)}"), class_="nm")
        leftward = self.speaker.leftward("")
        number: Given = el("span", self.both(self.words.no_phone))
        if row.phone:
            link = call_link(row.phone, row.name, self.words)
            number = el("span", linked(row.phone.printed, row.phone.printed, link, leftward), class_="ph")
        return el("li", name, number, self.in_each("span", map("; ".join, row.hours), "hr"))

    # --- A to Z

    def index_parts(self) -> Iterator[tuple[str, Sequence[IndexRow]]]:
        """Yield the title and the rows of each part that the edition has."""
        asked, second = self.shown.edition.index, self.shown.second
        if "name" in asked:
            yield self.words.index_by_name, rows_by_name(self.guide, self.words)
        if "place" in asked:
            yield self.words.index_by_place, rows_by_place(self.guide, self.words)
        if "topic" in asked:
            seconds = topic_words(second[0]) if second else frozenset[str]()
            yield self.words.index_by_topic, rows_by_topic(self.guide, seconds)

    def a_to_z(self) -> Iterator[Given]:
        """Yield the parts of the index."""
        for title, rows in self.index:
            places = {
                row.bold: f"t-{place}" for place, row in enumerate(rows) if row.bold and row.level != SEE
            }
            yield self.subhead(self.both(title))
            yield el(
                "ul",
                self.index_items(rows, places if title == self.words.index_by_topic else {}),
                class_="az",
            )

    def index_items(self, rows: Sequence[IndexRow], ids: dict[str, str]) -> Iterator[Element]:
        """Yield the items of a part, those below a heading in a list of their own."""
        place = 0
        while place < len(rows):
            row = rows[place]
            end = place + 1
            while end < len(rows) and rows[end].level == INSIDE:
                end += 1
            inside = [el("li", self.to_listing(each)) for each in rows[place + 1 : end]]
            yield el(
                "li",
                self.index_row(row, ids),
                el("ul", inside) if inside else None,
                id=ids.get(row.bold) if row.level != SEE else None,
                class_="rg" if row.level == REGION else None,
            )
            place = end

    def index_row(self, row: IndexRow, ids: dict[str, str]) -> Given:
        """The words of a row."""
        words = self.words.versions[row.second]
        bold = el("b", self.both(row.bold), **(self.names if row.in_source else {})) if row.bold else None
        if row.level == SEE:
            target = ids.get(row.text)
            topic: Given = el("a", self.both(row.text), href=f"#{target}") if target else self.both(row.text)
            return filled(words.see_topic, word=bold, topic=topic)
        if row.bold and row.text:
            return filled(
                words.at_place, city=bold, name=self.to_listing(row) if row.listing else self.both(row.text)
            )
        return bold or self.to_listing(row)

    def to_listing(self, row: IndexRow) -> Given:
        """The words of a row as a link to its listing."""
        return el(
            "a", self.both(row.text), href=f"#{id_of(part_anchor(row.listing, row.part))}", **self.names
        )

    # --- about

    def about(self) -> Iterator[Given]:
        """Yield the closing notes, who hands the guide out, which edition it is, signs, mistakes, safety, languages."""
        yield self.closing_notes()
        yield self.publisher()
        yield [el("p", self.both(each)) for each in self.sentences()]
        is_page = self.shown.edition.format == PAGE
        yield self.signs() if is_page else None
        yield self.corrections()
        yield self.safety() if is_page else None
        yield self.languages()

    def closing_notes(self) -> Iterator[Given]:
        """Yield the closing notes in each language."""
        for voice, guide in zip(self.shown.voices, self.shown.guides):
            is_second = guide is not self.shown.guide
            if is_second and "closing_notes" in guide.untranslated:
                continue
            source = guide.language_of(guide, "closing_notes")
            blocks = ProseComposer(voice).blocks(guide.closing_notes, self.shown.root, source)
            marks = self.speaker.tongue.marks(guide.language)
            yield (
                el(
                    "div",
                    prose_of(blocks, self.speaker, guide.language if is_second else ""),
                    class_="b2",
                    **marks,
                )
                if (is_second and blocks)
                else list(prose_of(blocks, self.speaker))
            )

    def publisher(self) -> Iterator[Given]:
        """Yield the publisher, how to reach them, and in which other forms the guide is there."""
        publisher = self.guide.publisher
        lines = [el("b", publisher.name) if publisher.name else None, *publisher.address]
        there = [each for each in lines if each]
        if there:
            yield el(
                "p", [[el("br"), each] if place else each for place, each in enumerate(there)], **self.names
            )
        for inline in contacts(self.guide, self.words, self.shown.root):
            yield el("p", self.contact(inline))
        if formats := other_formats(self.guide, self.words, self.shown.root):
            yield self.speaker.block("p", formats)

    def contact(self, inline: Inline) -> Given:
        """A number or an address of the publisher."""
        link = inline.link
        return linked(inline.text, inline.text, link, self.speaker.leftward("")) if link else inline.text

    def sentences(self) -> Iterator[str]:
        """Yield which edition it is, what of it was checked, and until when it is good."""
        words, edition = self.words, self.guide.edition
        yield words.say(
            "edition_month",
            edition=lambda each: cover_edition(self.guide, each),
            month=lambda each: each.full_date(edition.date),
        )
        yield cover_counts(self.guide, words)
        if months := months_checked(self.guide, words):
            yield months
        if after := self.shown.edition.discard_after:
            yield words.say("discard_after", day=lambda each: each.hours.full_date(after))

    def signs(self) -> Iterator[Given]:
        """Yield the signs that the page shows, with their words."""
        listings, words = self.guide.listings, self.words
        checked = [is_checked(each, self.shown.guide) for each in listings]
        lapsed = any(each.verified for each, good in zip(listings, checked) if not good)
        signs = [("ok", words.sign_checked)] if any(checked) else []
        signs += [("no", words.sign_old if lapsed else words.sign_unchecked)] if not all(checked) else []
        signs += [("alert", words.sign_alert)] if any(each.closed for each in listings) else []
        if signs:
            yield self.subhead(self.both(words.signs))
            yield el(
                "ul",
                [el("li", icon(name), el("span", self.both(text))) for name, text in signs],
                class_="plain sg",
            )

    def corrections(self) -> Iterator[Given]:
        """Yield where to tell what is wrong."""
        mail = self.guide.publisher.email
        yield self.subhead(said(self.web, "wrong"), "corrections")
        if not mail:
            yield el("p", said(self.web, "wrong_staff"))
            return
        yield el(
            "p",
            said(self.web, "wrong_write"),
            " ",
            el("a", mail, href=f"mailto:{mail}"),
            ". ",
            said(self.web, "wrong_say"),
        )

    def safety(self) -> Iterator[Given]:
        """Yield what the page does and does not do with what somebody reads."""
        web, leave = self.web, self.shown.leave
        yield self.subhead(said(web, "safety"), "safety")
        items = [el("li", said(web, f"safety_{each}")) for each in ("sends", "keeps", "works")]
        if leave:
            text = web.say("safety_leave", site=leave.removeprefix("https://").strip("/"))
            items.append(
                el(
                    "li",
                    el("span", text, **web.marks("safety_leave")),
                    " ",
                    el("b", said(web, "safety_limits")),
                )
            )
        yield el("ul", items, class_="plain")

    def languages(self) -> Iterator[Given]:
        """Yield that help is there in other languages, in these, and its number."""
        guide = self.guide
        codes = [
            code
            for code in wanted_languages(guide, self.shown.edition.language_help, self.speaker.second)
            if has_words(code)
        ]
        if not codes or guide.language_help is None:
            return
        phone = guide.language_help.phone
        wanted = self.words.versions[0].need_interpreter
        yield self.subhead(self.both(self.words.language_help), "languages")
        if phone.e164:
            link = Link(dialled(phone), dial_name(phone, self.words, wanted))
            yield el("p", linked(el("b", phone.printed), phone.printed, link, self.speaker.leftward("")))
        yield el("ul", [self.saying(code) for code in codes], class_="plain")

    def saying(self, code: str) -> Element:
        """What to say in a language, that it is free, and what the language is called."""
        words = words_in(code)
        own = self.speaker.tongue.marks(code)
        text = f"{words.need_interpreter} {words.language_help_free}"
        return el("li", el("span", text, **own), f" ({language_name(code, self.shown.guide.language)})")


def filled(template: str, **given: Given) -> list[Given]:
    """A template with elements in its brackets."""
    return [given[text] if place % 2 else text for place, text in enumerate(FIELD.split(template))]
