"""A guide as one page: one file that works without a network, asks nothing of anybody and is whole without its script."""

import hashlib
import json
import re
from base64 import b64encode
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from guide.expressions import expression
from guide.language.scripts import base_language, direction, with_script
from guide.layout.compose.links import help_number
from guide.layout.type.style import accent_of
from guide.model import Guide
from guide.pictograms import name_of, path_of
from guide.web.back import Back
from guide.web.clock import calendar_of, public_holidays, zone_of
from guide.web.colours import on_dark
from guide.web.controls import Controls
from guide.web.front import Front, said
from guide.web.guides import Shown
from guide.web.sections import OwnPages, Sections
from guide.web.tree import Element, Given, Raw, el, text_of, to_html

STATIC, FACES = Path(__file__).parent / "static", Path(__file__).parent / "fonts"
GRID = "0 0 24 24"
SIGNS = {  # name: (box, path)
    "search": (
        GRID,
        "M10 1.5a8.5 8.5 0 1 0 5 15.4l5.4 5.4 2-2-5.4-5.4A8.5 8.5 0 0 0 10 1.5zm0 3a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11z",
    ),
    "leave": (GRID, "M5 3 3 5l7 7-7 7 2 2 7-7 7 7 2-2-7-7 7-7-2-2-7 7z"),
    "alert": ("0 0 28 24", "M14 0 28 24H0zM12.6 8v8h2.8V8zm0 10v3h2.8v-3z"),
    "ok": ("0 0 16 16", "M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0zM3.4 8.4 7 12l5.8-6.6-1.5-1.3L6.9 9 4.9 7z"),
    "no": ("0 0 16 16", "M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0zm0 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2z"),
}
USUAL_POINTS = 13.5  # of the text of a page
WIDTH = expression(r"((?:min|max)-width:)([\d.]+)em")
PIXEL, USUAL_PIXELS = 0.75, 16  # points of a pixel, and the pixels of a browser's usual text
LIST_FILE = "my-list.txt"
FEATURES = ["structuralNavigation", "highContrastDisplay", "index", "unlocked"]


class Page:
    """Puts a page together."""

    def __init__(self, shown: Shown) -> None:
        self.shown, self.web = shown, shown.web
        self.front, self.back = Front(shown), Back(shown)
        self.title = text_of(el("p", str(shown.guide.title)))
        edition = shown.guide.edition
        self.month = shown.words.hours.month_of(edition.date)

    def html(self) -> str:
        """The page."""
        style, script = self.style(), shrunk_script(source("page.js"))
        policy = f"style-src {digest(style)}; script-src {digest(script)}"
        about = el("script", Raw(as_json(self.about_page())), type="application/ld+json")
        head = self.head(policy, f"{self.title}, {self.month}", el("style", Raw(style)), about)
        data = el("script", Raw(as_json(self.data())), type="application/json", id="w-data")
        return self.written(head, self.body(), f"{to_html(data)}\n<script>{script}</script>\n")

    def head(self, policy: str, title: str, *more: Given) -> Element:
        """The head of a page that asks for nothing but what its policy allows."""
        whole = f"default-src 'none'; {policy}; img-src data:; font-src data:; form-action 'none'; base-uri 'none'"
        return el(
            "head",
            el("meta", charset="utf-8"),
            Element("meta", (("http-equiv", "Content-Security-Policy"), ("content", whole)), ()),
            *(el("meta", name=name, content=content) for name, content in self.metas()),
            el("title", title),
            *more,
        )

    def written(self, head: Element, body: Element, last: str = "") -> str:
        """A page as text, with what stands last in it."""
        language = self.shown.guide.language
        start = f"<!doctype html>\n<html lang={with_script(language)} dir={direction(language)}>\n"
        return f"{start}{to_html(head)}\n{to_html(body)[: -len('</body>')]}{last}</body>\n</html>\n"

    def metas(self) -> Iterator[tuple[str, str]]:
        """Yield (name, content) of what a browser is told."""
        yield "viewport", "width=device-width,initial-scale=1"
        yield "referrer", "no-referrer"
        yield "format-detection", "telephone=no,address=no"
        yield "color-scheme", "light dark"
        if self.shown.guide.subtitle:
            yield "description", self.shown.guide.subtitle

    # --- what is seen

    def body(self) -> Element:
        """All that stands on the page."""
        return self.around(self.front.bar(self.shown.leave), self.front.header(), self.main())

    def around(self, bar: Element, header: Element, main: Element) -> Element:
        """What stands on every page, around what is its own."""
        edition = el("b", self.shown.speaker.both(self.front.edition_words()))
        return el(
            "body",
            el("svg", self.symbols(), width=0, height=0, aria_hidden="true"),
            el("a", self.web.say("skip"), class_="skip", href="#contents", **self.web.marks("skip")),
            bar,
            header,
            "\n",
            main,
            el("footer", el("p", edition, " ", el("a", said(self.web, "wrong"), href="#corrections"))),
        )

    @property
    def parts(self) -> list[tuple[str, str]]:
        """(title, id) of what stands beside the sections: pages of the guide's own, and the parts behind the listings."""
        own = [(page.title, f"p-{page.id}") for page in self.shown.both.own_pages if not page.spare]
        return [*own, *self.back.parts]

    @cached_property
    def sections(self) -> list[Element]:
        """The sections, made once for every form of the guide."""
        return Sections(self.shown).all()

    @cached_property
    def own_pages(self) -> tuple[list[Element], list[Element]]:
        """(pages of the guide's own before the sections, those behind them), made once."""
        own = OwnPages(self.shown)
        return own.placed(True), own.placed(False)

    @cached_property
    def ends(self) -> list[Element]:
        """The parts behind the listings, made once."""
        return list(self.back.all())

    def main(self) -> Element:
        """Help, what needs the script, the contents, and all else."""
        controls = Controls(self.shown)
        before, behind = self.own_pages
        sections = [["\n", each] for each in self.sections]
        return el(
            "main",
            self.front.help(),
            controls.find(),
            controls.display(),
            el("p", class_="v", role="status", id="w-status"),
            controls.mine(),
            controls.found(),
            self.front.contents(self.parts),
            el("div", before, sections, behind, self.ends, id="w-all"),
            id="main",
        )

    def symbols(self) -> list[Element]:
        """Every sign and pictogram that is used, once."""
        icons = {name_of(each.icon): path_of(each.icon) for each in self.shown.guide.sections if each.icon}
        icons.setdefault("phone", path_of("phone"))
        drawn = {name: (GRID, path) for name, path in icons.items()} | {
            name: each for name, each in SIGNS.items()
        }
        return [
            el(
                "symbol",
                el("path", d=path, fill_rule="evenodd" if name in SIGNS else None),
                id=f"i-{name}",
                viewBox=box,
            )
            for name, (box, path) in drawn.items()
        ]

    # --- what the browser reads

    def style(self) -> str:
        """The style, with the faces and the colours of the edition."""
        accent = accent_of(self.shown.guide)
        sheets = source("page.css") + (source("map.css") if self.back.maps else "")
        own = shrunk_style(sheets).replace("BLOCK", accent).replace("DARK", on_dark(accent))
        points = self.shown.edition.body_size
        return (faces() if self.shown.edition.web_fonts else "") + (in_size(own, points) if points else own)

    def data(self) -> dict[str, Any]:
        """What the script has to know."""
        guide, edition, words = self.shown.guide, self.shown.guide.edition, self.shown.words
        until = self.shown.edition.discard_after
        language = base_language(guide.language)
        return {
            "words": self.web.script,
            "english": not self.web.is_whole,
            "synonyms": other_words(guide),
            "holidays": public_holidays(guide.country, edition.date, language),
            "zone": self.shown.edition.time_zone or zone_of(guide.country),
            **calendar_of(words.hours),
            "title": str(guide.title),
            "edition": str(self.front.edition_words()),
            "from": edition.date.isoformat(),
            "until": until.isoformat() if until else "",
            "file": LIST_FILE,
            "mail": guide.publisher.email,
            "number": str(edition.number),
            "help": [
                " ".join(
                    filter(None, (each.text, "".join(i.text for i in help_number(each, words, None, 0))))
                )
                for each in guide.help_now
            ],
        }

    def about_page(self) -> dict[str, Any]:
        """What the page is, for machines (schema.org): no listing is in it, since nobody looks through a file that was mailed."""
        guide = self.shown.guide
        languages = [with_script(each) for each in (guide.language, self.shown.speaker.second) if each]
        named = (
            {"publisher": {"@type": "Organization", "name": guide.publisher.name}}
            if guide.publisher.name
            else {}
        )
        return {
            "@context": "https://schema.org",
            "@type": "WebPage",
            "name": str(guide.title),
            "inLanguage": languages if len(languages) > 1 else languages[0],
            "dateModified": guide.edition.date.isoformat(),
            "version": str(guide.edition.number),
            "isAccessibleForFree": True,
            "accessMode": "textual",
            "accessibilityFeature": FEATURES,
            **named,
        }


def other_words(guide: Guide) -> list[tuple[str, str]]:
    """(word, topic) of the other words for topics that a listing has: what is not shown has no topics either."""
    there = {topic for each in guide.listings for topic in (*each.services, *each.audience)}
    return sorted((word, topic) for word, topic in guide.topic_synonyms if topic in there)


def as_json(value: Any) -> str:
    """A value as JSON that ends no script."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def digest(text: str) -> str:
    """What a content security policy calls a text."""
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def source(name: str) -> str:
    return (STATIC / name).read_text(encoding="utf-8")


@cache
def faces() -> str:
    """The faces of Latin letters, within the style."""
    found = ""
    for weight, name in ((400, "Regular"), (700, "Bold")):
        data = b64encode((FACES / f"AtkinsonHyperlegibleNext-{name}.woff2").read_bytes()).decode()
        found += (
            f'@font-face{{font-family:"Atkinson Hyperlegible Next";font-weight:{weight};'
            f'src:url(data:font/woff2;base64,{data}) format("woff2")}}\n'
        )
    return found


def in_size(style: str, points: float) -> str:
    """A style whose text has this size; what stands side by side needs a window as much wider."""
    more = points / USUAL_POINTS
    wider = WIDTH.sub(lambda match: f"{match[1]}{float(match[2]) * more:.2f}em", style)
    return f"{wider}\nhtml{{font-size:{100 * points / PIXEL / USUAL_PIXELS:.1f}%}}\n"


def shrunk_style(text: str) -> str:
    """A style without comments and the spaces before its lines."""
    bare = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return "\n".join(filter(None, map(str.strip, bare.splitlines())))


def shrunk_script(text: str) -> str:
    """A script without comments that fill lines, and without the spaces before its lines."""
    bare = re.sub(r"^\s*/\*.*?\*/\s*$", "", text, flags=re.DOTALL | re.MULTILINE)
    bare = re.sub(r"  // [^'`\n]*$", "", bare, flags=re.MULTILINE)
    return "\n".join(filter(None, map(str.strip, bare.splitlines())))
