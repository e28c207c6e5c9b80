"""A guide as a book for reading systems (EPUB 3), from the elements of the page, with what tells how it can be read.

A section is a document of its own. There is no script, nothing is asked of anybody, and what a reader chooses (size, colours,
speech) stays with the reading system.
"""

import io
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from guide.language.scripts import direction, with_script
from guide.web.page import Page, shrunk_style, source
from guide.web.site import EVER, FILES, ids_in, relinked
from guide.web.tree import Element, Given, Node, el, to_xhtml
from guide.web.words import WebWords

MIMETYPE = "application/epub+zip"
FOLDER = PurePosixPath("EPUB")
TITLE, NAV, STYLE = "title.xhtml", "nav.xhtml", "style.css"
CONTAINER = """\
<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
FEATURES = ("structuralNavigation", "tableOfContents", "readingOrder", "index", "unlocked")
DROPPED = ("svg", "form")  # elements of a screen with a style of its own


class Book:
    """Puts the book together."""

    def __init__(self, page: Page) -> None:
        self.page, self.shown, self.front = page, page.shown, page.front
        guide = self.shown.guide
        self.language = with_script(guide.language)
        self.direction = direction(guide.language)
        self.id = uuid5(
            NAMESPACE_URL,
            f"{self.shown.edition.name} {guide.title} {guide.edition.number} {guide.edition.date}",
        )

    def data(self) -> bytes:
        """The file: the same bytes for the same guide."""
        buffer = io.BytesIO()
        with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
            archive.writestr(ZipInfo("mimetype", EVER), MIMETYPE, ZIP_STORED)
            archive.writestr(ZipInfo("META-INF/container.xml", EVER), CONTAINER, ZIP_DEFLATED)
            for name, text in self.files().items():
                archive.writestr(ZipInfo(str(FOLDER / name), EVER), text, ZIP_DEFLATED)
        return buffer.getvalue()

    def files(self) -> dict[str, str]:
        """{name: text} of what is in the book."""
        bodies = {name: (title, without_screen(body)) for name, title, body in self.bodies()}
        homes = {id: name for name, (_, body) in bodies.items() for id in ids_in(body)}
        documents = {
            name: self.document(title, relinked(body, ids_in(body), homes))
            for name, (title, body) in bodies.items()
        }
        titles = {name: title for name, (title, _) in bodies.items()}
        return documents | {
            NAV: self.navigation(titles),
            STYLE: shrunk_style(source("book.css")) + "\n",
            "package.opf": self.package(list(documents)),
        }

    # --- documents

    def bodies(self) -> Iterator[tuple[str, str, Element]]:
        """Yield (name of the file, title, what stands in it)."""
        guide, (before, behind) = self.shown.both, self.page.own_pages
        titles = {id: str(title) for title, id in self.page.parts}
        yield TITLE, str(guide.title), el("body", self.front.header(), self.front.help())
        for part in before:
            yield self.part(part, titles)
        for section, each in zip(guide.sections, self.page.sections):
            yield f"s-{section.id}.xhtml", str(section.title), el("body", each)
        for part in (*behind, *self.page.ends):
            yield self.part(part, titles)

    def part(self, part: Element, titles: Mapping[str, str]) -> tuple[str, str, Element]:
        """A part beside the sections."""
        id = dict(part.attributes)["id"]
        return FILES.get(id, f"{id}.html").replace(".html", ".xhtml"), titles[id], el("body", part)

    def document(self, title: str, body: Given, kind: str = "") -> str:
        """A document of the book."""
        root = (
            f'<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
            f'lang="{self.language}" xml:lang="{self.language}" dir="{self.direction}">'
        )
        head = f'<head><title>{escape(title)}</title><link rel="stylesheet" href="{STYLE}"/></head>'
        inside = "".join(
            to_xhtml(each)
            for each in (body if isinstance(body, list) else [body])
            if isinstance(each, Element)
        )
        return f'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n{root}\n{head}\n{inside}\n</html>\n'

    def navigation(self, titles: Mapping[str, str]) -> str:
        """The contents, by which reading systems lead."""
        words = self.shown.words
        rows = [el("li", el("a", title, href=name)) for name, title in titles.items()]
        head = el("h1", words.contents)
        marks = (("epub:type", "toc"), ("role", "doc-toc"), ("id", "toc"))
        nav = Element("nav", marks, (head, el("ol", rows)))
        return self.document(words.contents, el("body", nav))

    # --- what tells of the book

    def package(self, documents: list[str]) -> str:
        """What is in the book, in which order it is read, and how."""
        guide = self.shown.guide
        day = guide.edition.date.isoformat()
        items = "".join(
            f'<item id="d{place}" href={quoteattr(name)} media-type="application/xhtml+xml"/>\n'
            for place, name in enumerate(documents)
        )
        order = "".join(f'<itemref idref="d{place}"/>' for place in range(len(documents)))
        publisher = (
            f"<dc:publisher>{escape(guide.publisher.name)}</dc:publisher>\n" if guide.publisher.name else ""
        )
        second = self.shown.speaker.second
        languages = [self.language, *([with_script(second)] if second else [])]
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" '
            f'xml:lang="{self.language}">\n<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
            f'<dc:identifier id="id">urn:uuid:{self.id}</dc:identifier>\n<dc:title>{escape(str(guide.title))}</dc:title>\n'
            + "".join(f"<dc:language>{each}</dc:language>\n" for each in languages)
            + publisher
            + f'<dc:date>{day}</dc:date>\n<meta property="dcterms:modified">{day}T00:00:00Z</meta>\n'
            + accessibility(self.shown.web)
            + f'</metadata>\n<manifest>\n<item id="nav" href="{NAV}" media-type="application/xhtml+xml" properties="nav"/>\n'
            f'<item id="style" href="{STYLE}" media-type="text/css"/>\n{items}</manifest>\n'
            f'<spine page-progression-direction="{self.direction}">{order}</spine>\n</package>\n'
        )


def accessibility(words: WebWords) -> str:
    """How the book can be read (schema.org)."""
    rows = [("accessMode", "textual"), ("accessModeSufficient", "textual")]
    rows += [("accessibilityFeature", each) for each in FEATURES]
    rows += [("accessibilityHazard", "none"), ("accessibilitySummary", words.say("book"))]
    found = "".join(f'<meta property="schema:{name}">{escape(text)}</meta>\n' for name, text in rows)
    language = words.marks("book").get("lang")
    return found.replace('Summary">', f'Summary" xml:lang="{language}">') if language else found


def without_screen(node: Element) -> Element:
    """What stands in a document, without what a page alone has: drawn signs, what its script reads, stops of the keyboard.

    Reading systems know no links to write a text by; the number stands there all the same.
    """
    children: list[Node] = []
    for each in node.children:
        if not isinstance(each, Element):
            children.append(each)
        elif each.tag not in DROPPED and not {("hidden", ""), ("class", "too")} & set(each.attributes):
            children.append(without_screen(each))
    kept = tuple(
        (name, value)
        for name, value in node.attributes
        if not name.startswith("data-") and name != "tabindex" and not value.startswith("sms:")
    )
    tag = "span" if node.tag == "a" and "href" not in dict(kept) else node.tag
    return Element(tag, kept, tuple(children))
