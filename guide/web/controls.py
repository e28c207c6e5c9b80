"""What needs the script: search and filters, size and colours, the list of one's own, and what was found."""

from collections.abc import Iterable, Sequence

from guide.language.files import language_name
from guide.language.tongues import ANY, name_of
from guide.web.front import said, scripted
from guide.web.guides import Shown
from guide.web.traits import cost_of, languages_spoken, towns_of
from guide.web.tree import Element, Given, el

SIZES, THEMES = ("1", "2", "3"), (("", "device"), ("light", "light"), ("dark", "dark"))


class Controls:
    """Makes them, unseen until the script shows them."""

    def __init__(self, shown: Shown) -> None:
        self.shown, self.web = shown, shown.web
        self.listings = shown.guide.listings

    def find(self) -> Element:
        """The form for searching, with its filters."""
        clear = el("button", self.say("clear"), class_="btn", type="button", id="w-clear", hidden=True)
        return scripted(
            "form",
            el("h2", self.say("find")),
            el("label", self.say("find_what"), self.field()),
            el("p", self.say("find_hint"), class_="hint", id="w-hint"),
            self.boxes(),
            self.more(),
            clear,
            role="search",
            class_="find",
            id="w-find",
        )

    def field(self) -> Element:
        """Where words are typed, that are kept nowhere."""
        return el(
            "input",
            class_="q",
            id="w-q",
            type="search",
            autocomplete="off",
            autocapitalize="none",
            spellcheck="false",
            enterkeyhint="search",
            aria_describedby="w-hint",
        )

    def boxes(self) -> Given:
        """What can be ticked, as far as listings say anything of it: open now, free."""
        is_open = any(place.opening for each in self.listings for place in each.places)
        is_free = any(cost_of(each, self.shown.guide) for each in self.listings)
        boxes = [self.check("open", "w-clock") if is_open else None, self.check("free") if is_free else None]
        return [
            el("div", boxes, class_="boxes") if any(boxes) else None,
            el("p", class_="hint", id="w-clock") if is_open else None,
        ]

    def more(self) -> Element | None:
        """Where one of several is chosen; None where there are none."""
        choices = self.choices()
        if not choices:
            return None
        return el("details", el("summary", self.say("more")), el("div", choices, class_="more"), id="w-more")

    def check(self, name: str, described: str = "") -> Element:
        """A box to tick."""
        box = el("input", type="checkbox", id=f"w-{name}", aria_describedby=described)
        return el("label", box, self.say(name), class_="check")

    def choices(self) -> list[Element]:
        """The choices of one among several, those alone that leave anything to choose."""
        guide, language = self.shown.guide, self.shown.guide.language
        codes = {code for each in self.listings for code in languages_spoken(each, guide)} - {ANY}
        spoken = sorted((name_of(code, language), code) for code in codes)
        towns = sorted({town for each in self.listings for town in towns_of(each)})
        sections = [(str(each.title), f"s-{each.id}") for each in guide.sections]
        lists = (("section", sections), ("spoken", spoken), ("town", [(town, town) for town in towns]))
        return [self.choice(name, rows) for name, rows in lists if len(rows) > 1]

    def choice(self, name: str, rows: Iterable[tuple[str, str]]) -> Element:
        """A choice: its label and its words."""
        first = el("option", self.web.say("any"), value="", **self.web.marks("any"))
        options = (el("option", text, value=value) for text, value in rows)
        return el(
            "label",
            self.say(name),
            el("select", Element("option", (("value", ""),), first.children), options, id=f"w-{name}"),
        )

    def say(self, name: str) -> Given:
        """A text of the page's own."""
        return said(self.web, name)

    # --- size, colours, languages

    def display(self) -> Sequence[Element]:
        """Text size and colours, and which of two languages is shown."""
        sizes = self.radios("size", "size", [(each, self.say(f"size_{each}")) for each in SIZES])
        themes = self.radios("theme", "theme", [(value, self.say(f"theme_{name}")) for value, name in THEMES])
        found = [scripted("details", el("summary", self.say("display")), sizes, themes, id="w-display")]
        if self.shown.second:
            codes = (self.shown.guide.language, self.shown.second[0].language)
            named = [(letter, language_name(code, code)) for letter, code in zip("ab", codes)]
            tongue = self.radios("lang", "tongue", [("", self.say("both")), *named])
            found.append(
                Element("fieldset", (("id", "w-tongue"), ("data-js", ""), ("hidden", "")), tongue.children)
            )
        return found

    def radios(self, name: str, legend: str, values: Iterable[tuple[str, Given]]) -> Element:
        """Circles to choose from, the first of them chosen."""
        rows = [
            el(
                "label",
                Element(
                    "input",
                    (
                        ("type", "radio"),
                        ("name", name),
                        ("value", value),
                        *((("checked", ""),) if place == 0 else ()),
                    ),
                    (),
                ),
                words,
                class_="radio",
            )
            for place, (value, words) in enumerate(values)
        ]
        return el("fieldset", el("legend", self.say(legend)), rows)

    # --- the list, and what was found

    def mine(self) -> Element:
        """The list of one's own."""
        buttons = [
            el("button", self.say(each), class_="btn", type="button", id=f"w-{each}")
            for each in ("print", "save", "keep", "empty")
        ]
        return el(
            "section",
            el("h2", self.say("my"), id="h-list"),
            el("ul", class_="rows", id="w-mine"),
            el("p", self.say("list_note"), class_="sub"),
            el("div", buttons, class_="btns"),
            id="w-list",
            hidden=True,
            aria_labelledby="h-list",
        )

    def found(self) -> Element:
        """Where the listings stand that were found."""
        head = el("h2", self.say("search"), id="h-found", tabindex="-1")
        return el(
            "section",
            head,
            el("p", class_="sub", id="w-sub"),
            el("div", id="w-hits"),
            id="w-found",
            hidden=True,
            aria_labelledby="h-found",
        )
