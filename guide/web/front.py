"""The beginning of a page: the bar that stays, the cover's block, help, and the contents."""

from collections.abc import Iterator, Sequence

from guide.language.both import texts_of
from guide.language.scripts import NBSP
from guide.layout.compose.checked import cover_counts
from guide.layout.compose.links import full_address, help_link, help_number
from guide.layout.type.style import cover_edition
from guide.model import HelpLine, Section
from guide.pictograms import name_of
from guide.web.guides import Shown
from guide.web.inlines import linked
from guide.web.listing import icon
from guide.web.tree import Element, Given, el
from guide.web.words import WebWords

SHORT_NUMBER, MOST_IN_BAR = 4, 2  # digits of a number that stands in the bar, and how many do


class Front:
    """Makes the parts that stand before the listings."""

    def __init__(self, shown: Shown) -> None:
        self.shown = shown
        self.guide, self.words, self.web = shown.both, shown.all_words, shown.web
        self.speaker = shown.speaker

    # --- the bar

    def bar(self, leave: str, elsewhere: str = "") -> Element:
        """The bar: help, short numbers, search, the list, and the way out to an address, where there is one.

        `elsewhere`: the page on which one searches, of a page on which one cannot.
        """
        look = el("a", icon("search"), said(self.web, "search"), href=elsewhere)
        find = el("a", icon("search"), said(self.web, "search"), href="#w-find", id="w-to-find")
        mine = el("a", el("b", "0"), said(self.web, "my"), href="#w-list", id="w-to-list")
        items = [
            el("li", self.first_way()),
            *(el("li", self.short_call(each)) for each in self.short_lines()),
            el("li", look, class_="push") if elsewhere else scripted("li", find, class_="push"),
            None if elsewhere else scripted("li", mine),
            el("li", self.way_out(leave), class_="exit") if leave else None,
        ]
        return el("nav", el("ul", items), class_="bar", aria_label=self.web.say("bar"))

    @property
    def has_help(self) -> bool:
        """Whether there is anything to call, and the edition says so: nobody of the staff stands beside a screen."""
        return bool(self.shown.edition.help and self.guide.help_now)

    def first_way(self) -> Element:
        """To help, or where there is none to the contents."""
        if not self.has_help:
            return el("a", self.both(self.words.contents), href="#contents")
        long = el("span", self.both(self.words.help_now), class_="long")
        return el("a", icon("phone"), long, said(self.web, "help_short", "short"), href="#help")

    def way_out(self, leave: str) -> Element:
        """`Leave this page`."""
        words = (said(self.web, "leave", "long"), said(self.web, "leave_short", "short"))
        return el("a", icon("leave"), words, href=leave, id="w-leave", rel="noreferrer")

    def short_lines(self) -> Sequence[HelpLine]:
        """The lines of help with a number that is known by heart."""
        if not self.has_help:
            return ()
        short = [
            each
            for each in self.guide.help_now
            if each.phone and each.phone.e164 and len(each.phone.printed) <= SHORT_NUMBER
        ]
        return short[:MOST_IN_BAR]

    def short_call(self, line: HelpLine) -> Given:
        """A short number in the bar."""
        link, phone = help_link(line, self.words), line.phone
        return (
            linked(el("b", phone.printed), phone.printed, link, self.speaker.leftward(""))
            if link and phone
            else None
        )

    def both(self, text: str) -> Given:
        return self.speaker.both(text)

    # --- the cover

    def header(self) -> Element:
        """The cover: title, subtitle, which edition it is, and how much of it is checked."""
        guide, edition = self.guide, self.guide.edition
        first, *others = texts_of(guide.title)
        marks = self.speaker.tongue.marks(self.speaker.second)
        title = [first, [el("span", each, class_="b2", **marks) for each in others]]
        cuts = el("div", [el("i")] * 3, class_="cuts", aria_hidden="true")
        subtitle = el("p", self.both(guide.subtitle)) if guide.subtitle else None
        block = el("div", el("div", el("h1", title), subtitle, class_="wrap"), cuts, class_="block")
        line = el(
            "p",
            el("b", self.both(self.edition_words())),
            el("span", self.both(cover_counts(guide, self.words))),
            class_="edition",
        )
        note = el("p", shown_note) if (shown_note := self.shown.edition.note) else None
        assert edition
        return el("header", block, el("div", line, note, self.old(), class_="wrap"))

    def edition_words(self) -> str:
        """ "Teal edition 3, November 2026", in each language."""
        return self.words.say(
            "edition_month",
            edition=lambda each: cover_edition(self.guide, each),
            month=lambda each: each.hours.month_of(self.guide.edition.date),
        )

    def old(self) -> Element | None:
        """What a copy says when it is too old, unseen until then."""
        day = self.shown.edition.discard_after
        if day is None:
            return None
        where = self.guide.website
        link = (
            [
                " ",
                said(self.web, "old_at"),
                " ",
                el("a", where, href=full_address(where), rel="noreferrer"),
                ".",
            ]
            if where
            else None
        )
        text = self.web.say("old", day=self.shown.words.full_date(day))
        return el(
            "p", el("span", text, **self.web.marks("old")), link, class_="note", id="w-old", hidden=True
        )

    # --- help

    def help(self) -> Element | None:
        """The box of the cover; None where there is nothing to call, or an edition has it nowhere."""
        if not self.has_help:
            return None
        lines = [el("li", self.help_line(each)) for each in self.guide.help_now]
        head = el("h2", self.both(self.words.help_now), id="h-help")
        return el("section", head, el("ul", lines), class_="help", id="help", aria_labelledby="h-help")

    def help_line(self, line: HelpLine) -> Iterator[Given]:
        """Yield the words and the number of a line."""
        yield [el("span", self.both(line.text)), " "] if line.text else None
        number, *more = help_number(line, self.words, self.shown.root, 0) or (None,)
        if number is None:
            return
        behind = "".join(each.text for each in more).replace(NBSP, " ")
        words: Given = [el("span", number.text, class_="nb"), behind]
        link, leftward = number.link, self.speaker.leftward("")
        yield linked(words, number.text + behind, link, leftward) if link else el("b", words)

    # --- the contents

    def contents(self, parts: Sequence[tuple[str, str]]) -> Element:
        """Sections with their counts and tabs, then parts: (title, id)."""
        rows = [self.contents_row(number, each) for number, each in enumerate(self.guide.sections, 1)]
        rows += [
            el("li", el("a", el("span", self.speaker.stacked(title)), href=f"#{id}")) for title, id in parts
        ]
        head = el("h2", self.both(self.words.contents), id="h-contents", class_="v")
        return el(
            "nav",
            head,
            el("ul", rows),
            class_="contents",
            id="contents",
            aria_labelledby="h-contents",
            tabindex="-1",
        )

    def contents_row(self, number: int, section: Section) -> Element:
        """A section: its title, how many places are in it, its tab."""
        count = len(section.listings)
        words = self.shown.words
        word = words.cover_place if count == 1 else words.say("cover_places", count=count)
        tab = el(
            "span",
            icon(name_of(section.icon)) if section.icon else None,
            str(number),
            class_="tab",
            aria_hidden="true",
        )
        counted = el(
            "span",
            el("span", str(count), aria_hidden="true"),
            el("span", word, class_="v", **self.web.marks_of(words.language)),
            class_="c",
        )
        return el(
            "li",
            el("a", el("span", self.speaker.stacked(section.title)), counted, tab, href=f"#s-{section.id}"),
        )


def said(web: WebWords, name: str, class_: str = "") -> Given:
    """A text of the page's own, marked where it is in English within another language."""
    marks = web.marks(name)
    return el("span", web.say(name), class_=class_, **marks) if marks or class_ else web.say(name)


def scripted(tag: str, *children: Given, **attributes: str) -> Element:
    """An element that is there for the script alone, unseen until it runs."""
    return el(tag, *children, data_js=True, hidden=True, **attributes)
