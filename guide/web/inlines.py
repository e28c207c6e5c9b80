"""Running text on a screen: the pieces that are printed, with their links, their weight and their languages."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from guide.language.both import BETWEEN, Both
from guide.language.scripts import NBSP, direction, with_script
from guide.layout.tags import Tag
from guide.layout.type.foreign import language_of
from guide.layout.type.inline import Anchor, Inline, Link
from guide.web.tree import Element, Given, Node, el, flat

CALLS = ("tel:", "sms:")
PLACES = {"listing": "", "section": "s-", "group": "g-", "page": "p-"}  # what ids of places begin with
NOT_IN_ID = str.maketrans(
    {" ": "-", ":": "-", ",": "", "/": "-", "'": "", '"': "", "#": "", "%": "", "&": ""}
)


def id_of(anchor: Anchor) -> str:
    """The id of a place: of a listing its own, of a section with "s-" before it; of a part behind that of its listing."""
    kind, colon, name = anchor.name.partition(":")
    if not colon:
        return kind
    whole, _, part = name.partition("/")
    named = f"{whole}--{part.lower().translate(NOT_IN_ID)}" if part else whole
    return PLACES.get(kind, "") + named.translate(NOT_IN_ID)


class Tongue(NamedTuple):
    """A language that texts are in, within a page in another."""

    page: str  # the language of the page

    def marks(self, language: str) -> dict[str, str]:
        """The attributes of what is in a language: none where it is the page's."""
        if not language or language == self.page:
            return {}
        own = direction(language)
        return {"lang": with_script(language), "dir": own if own != direction(self.page) else ""}


def level_of(tag: Tag | None, usual: str) -> str:
    """The level of the heading that a tag is of, "h3"; the usual one where it is of none."""
    while tag is not None and not (tag.kind[:1] == "H" and tag.kind[1:].isdecimal()):
        tag = tag.parent
    return tag.kind.lower() if tag else usual


class Speaker:
    """Puts inline pieces into elements, within a page in a language; `second` is the other of two."""

    def __init__(self, language: str, second: str = "") -> None:
        self.tongue = Tongue(language)
        self.second = second

    def spoken(self, inlines: Sequence[Inline], inside: str = "", bold: bool = True) -> Iterator[Node]:
        """Yield the nodes of a paragraph; `inside`: the language of what it stands in; not `bold`: it is a heading already."""
        for inline in trimmed(inlines):
            yield from self.piece(inline, inside, bold)

    def piece(self, inline: Inline, inside: str = "", bold: bool = True) -> Iterator[Node]:
        """Yield the nodes of one piece."""
        words: Given = self.both(inline.text)
        if inline.bold and bold:
            words = el("b", words)
        if inline.link:
            words = linked(words, inline.text, inline.link, bool(self.leftward(inside)))
        language = language_of(inline.tag)
        marks = self.tongue.marks(language) if language and language != inside else {}
        yield from [el("span", words, **marks)] if marks and inline.text.strip() else nodes(words)

    def leftward(self, inside: str) -> bool:
        """Whether the words around run from right to left."""
        return direction(inside or self.tongue.page) == "rtl"

    def both(self, text: str) -> Given:
        """A text, in two languages one behind the other."""
        if not isinstance(text, Both):
            return str(text)
        second = el("span", text.second, class_="b2", **self.tongue.marks(self.second))
        return [el("span", text.first, class_="b1"), el("span", BETWEEN, class_="bs"), second]

    def stacked(self, text: str) -> Given:
        """A title, in two languages one below the other."""
        if not isinstance(text, Both):
            return str(text)
        return [
            el("span", text.first, class_="b1"),
            el("span", text.second, class_="h2b b2", **self.tongue.marks(self.second)),
        ]

    def language(self, inlines: Iterable[Inline]) -> str:
        """The language in which all of a paragraph is, "" where it is the page's or more than one."""
        found = {language_of(each.tag) for each in inlines if each.text.strip()}
        return found.pop() if len(found) == 1 else ""

    def block(self, tag: str, inlines: Sequence[Inline], class_: str = "", bold: bool = True) -> Element:
        """A paragraph as an element with the language of its words."""
        own = self.language(inlines)
        marks = self.tongue.marks(own)
        return el(tag, self.spoken(inlines, own if marks else "", bold), class_=class_, **marks)


def nodes(given: Given) -> list[Node]:
    """What is given as a list of nodes."""
    return list(flat(given))


def trimmed(inlines: Sequence[Inline]) -> list[Inline]:
    """Pieces without spaces at the end of the paragraph."""
    found = [each for each in inlines if each.text]
    if found:
        found[-1] = found[-1]._replace(text=found[-1].text.rstrip(" "))
    return found


def linked(words: Given, text: str, link: Link, leftward: bool = False) -> Element:
    """Words as a link; of a number with what somebody hears of it around them, unseen."""
    if isinstance(link.target, Anchor):
        return el("a", words, href=f"#{id_of(link.target)}")
    if not link.target.startswith(CALLS):
        return el("a", words, href=link.target, rel="" if link.target.startswith("mailto:") else "noreferrer")
    before, after = around(text.strip(), link.description)
    shown = el("bdi", words, dir="ltr") if leftward else words
    return el("a", unseen(before), shown, unseen(after), href=link.target)


def around(text: str, description: str) -> tuple[str, str]:
    """(what is heard before a text, and behind it) as it stands in its description; all of it before, where it does not."""
    said, wanted = description.replace(NBSP, " "), text.replace(NBSP, " ")
    before, found, after = said.partition(wanted)
    return (before, after) if found else (said + ". ", "")


def unseen(text: str) -> Element | None:
    """Words that are heard alone."""
    return el("span", text, class_="v") if text else None
