"""A guide as plain text: for the body of a message, a braille display, a screen reader, or any device there is.

It is written from the elements of the page, so that it says the same in the same order; only what needs a screen is not in
it. A listing that a text speaks of is named with its number.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from guide.language.both import BETWEEN
from guide.web.page import Page
from guide.web.tree import Element, Node
from guide.web.wrapping import places, wrapped

WIDTH = 72  # places of a line
UNSEEN = {"svg", "script", "style", "form", "button", "caption", "thead", "img"}
UNSEEN_CLASSES = {"v", "too", "tab", "cuts", "bs"}
UNDER = {"h1": "=", "h2": "-"}
HEADINGS = ("h1", "h2", "h3", "h4", "h5")
LINES = {"h", "p"}  # classes of lists that are lines, not items
INDENT = "  "


def text_of_page(page: Page) -> str:
    """A guide as plain text."""
    text = Text(page.shown.composer.voice.numbers, page.shown.guide.language)
    return text.written(parts_of(page)) + "\n"


def parts_of(page: Page) -> Iterator[Element]:
    """Yield the parts of a page in order, but for what needs a screen."""
    before, behind = page.own_pages
    yield page.front.header()
    if help := page.front.help():
        yield help
    yield page.front.contents(page.parts)
    yield from (*before, *page.sections, *behind, *page.ends)


class Text:
    """Writes elements as lines, in a language; `numbers` of the listings by id."""

    def __init__(self, numbers: Mapping[str, int], language: str) -> None:
        self.numbers, self.language = numbers, language

    def written(self, parts: Iterable[Element]) -> str:
        """Parts one below the other, with never more than two empty lines."""
        text = "\n".join(line for part in parts for line in self.lines(part))
        return re.sub(r"\n{3,}", "\n\n\n", text).strip("\n")

    def lines(self, node: Element) -> Iterator[str]:
        """Yield the lines of an element that stands by itself."""
        if is_unseen(node):
            return
        if node.tag in HEADINGS:
            yield from self.heading(node)
        elif has_class(node, "edition"):
            for each in node.children:
                yield from self.wrapped(self.words((each,)))
        elif has_class(node, "see"):
            yield from self.reference(node)
        elif node.tag in ("p", "figcaption"):
            yield from self.paragraph(node)
        elif node.tag == "dl":
            yield from self.facts(node)
        elif node.tag in ("ul", "ol"):
            yield from self.items(node)
        elif node.tag == "tr":
            yield from self.row(node)
        else:
            yield from self.inside(node)

    def inside(self, node: Element) -> Iterator[str]:
        """Yield the lines of what stands in an element, and an empty one before each listing and between paragraphs."""
        if node.tag in ("article", "nav") or has_class(node, "pg", "note", "r"):
            yield ""
        loose: list[Node] = []
        before: Node = ""
        for child in node.children:
            if isinstance(child, Element) and not is_inline(child):
                yield from self.wrapped(self.words(loose))
                loose = []
                if is_prose(before) and is_prose(child):
                    yield ""
                yield from self.lines(child)
            else:
                loose.append(child)
            before = child
        yield from self.wrapped(self.words(loose))

    def heading(self, node: Element) -> Iterator[str]:
        """Yield a heading: the first two levels with a line below them."""
        said = self.words(node.children)
        yield from [""] * (3 - min(int(node.tag[1]), 3))
        yield ""
        lines = wrapped(said, WIDTH, self.language)
        yield from lines
        if node.tag in UNDER and lines:
            yield UNDER[node.tag] * max(map(places, lines))

    def reference(self, node: Element) -> Iterator[str]:
        """Yield a line that leads to a listing of another section."""
        yield ""
        _, *said = (self.words((each,)) for each in node.children)
        yield from self.wrapped(", ".join(filter(None, said)))

    def paragraph(self, node: Element) -> Iterator[str]:
        """Yield the lines of a paragraph, broken where it is."""
        for part in self.words(node.children).split("\n"):
            yield from self.wrapped(part)

    def wrapped(self, text: str, first: str = "", then: str = "") -> Iterator[str]:
        """Yield a text in lines that are not too long."""
        if text.strip():
            yield from wrapped(text.strip(), WIDTH, self.language, first, then)

    def facts(self, node: Element) -> Iterator[str]:
        """Yield facts, "Cost: free"."""
        label = ""
        for child in node.children:
            if isinstance(child, Element):
                said = self.words(child.children)
                if child.tag == "dt":
                    label = said
                else:
                    yield from self.wrapped(f"{label}: {said}" if label else said, then=INDENT)
                    label = ""

    def items(self, node: Element) -> Iterator[str]:
        """Yield the items of a list; of numbers and hours a line each."""
        for number, item in enumerate((each for each in node.children if isinstance(each, Element)), 1):
            if is_unseen(item):
                continue
            mark = "" if has_class(node, *LINES) else f"{number}. " if node.tag == "ol" else "- "
            if has_class(item, "ct"):
                yield from self.lines(item)
                continue
            own = [each for each in item.children if not isinstance(each, Element) or is_inline(each)]
            yield from self.wrapped(self.words(own), mark, " " * len(mark))
            for child in item.children:
                if isinstance(child, Element) and not is_inline(child):
                    yield from (INDENT + line for line in self.lines(child))

    def row(self, node: Element) -> Iterator[str]:
        """Yield a row of a table: its head, and below it what stands beside that."""
        for cell in (each for each in node.children if isinstance(each, Element)):
            lines = list(self.inside(cell))
            yield from lines if cell.tag == "th" else (INDENT + line for line in lines)

    # --- within a line

    def words(self, nodes: Iterable[Node]) -> str:
        """The words of what stands in a line."""
        said = "".join(self.word(each) for each in nodes).replace("\u00a0", " ")
        return re.sub(r"[ \t]+", " ", said).strip().removeprefix(BETWEEN.lstrip())

    def word(self, node: Node) -> str:
        """The words of a node; a link with what it leads to, where its words do not say that."""
        if not isinstance(node, Element):
            return node if isinstance(node, str) else ""
        if is_unseen(node):
            return ""
        if node.tag == "br":
            return "\n"
        said = "".join(map(self.word, node.children))
        if has_class(node, "b2"):
            return f"{BETWEEN}{said.strip()}"
        if has_class(node, "c", "ph", "hr"):
            return f" {said.strip()}"
        return self.link(node, said) if node.tag == "a" else said

    def link(self, node: Element, said: str) -> str:
        """The words of a link, with the number of the listing that it leads to, or its address."""
        target = dict(node.attributes).get("href", "")
        if has_class(node, "n"):
            return f"{said}. "
        if target[:1] == "#":
            number = self.numbers.get(target[1:].partition("--")[0])
            return f"{said} ({number})" if number and str(number) not in said else said
        bare = target.partition(":")[2].strip("/")
        return said if target[:4] in ("tel:", "sms:") or bare in said or said in bare else f"{said} ({bare})"


def has_class(node: Element, *names: str) -> bool:
    """Whether an element is of one of these classes."""
    return not set(dict(node.attributes).get("class", "").split()).isdisjoint(names)


def is_unseen(node: Element) -> bool:
    """Whether an element is of a screen alone, or says nothing."""
    attributes = dict(node.attributes)
    hidden = "hidden" in attributes or attributes.get("aria-hidden") == "true"
    unseen = has_class(node, *UNSEEN_CLASSES) and node.tag not in HEADINGS
    return node.tag in UNSEEN or hidden or unseen


def is_prose(node: Node) -> bool:
    """Whether it is a paragraph of a text: those of other things have a class."""
    return isinstance(node, Element) and node.tag == "p" and "class" not in dict(node.attributes)


def is_inline(node: Element) -> bool:
    """Whether an element stands in a line."""
    return node.tag in ("a", "b", "bdi", "br", "i", "small", "span", "time", "wbr")
