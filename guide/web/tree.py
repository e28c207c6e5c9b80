"""A page as a tree of elements, and how it is written: as HTML, or as XHTML for a book of pages (EPUB).

All text is escaped here and nowhere else. HTML leaves out the end tags that it need not have; XHTML has them all.
"""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import NamedTuple, TypeAlias

from guide.expressions import expression

VOID = frozenset(("br", "wbr", "hr", "img", "input", "meta", "link"))
BLOCKS = frozenset(
    "address article aside blockquote details div dl fieldset footer form h1 h2 h3 h4 h5 h6 header hr main nav "
    "ol p pre section table ul".split()
)
ENDS = {  # an element whose end tag is left out before one of these
    "li": frozenset(("li",)),
    "dt": frozenset(("dt", "dd")),
    "dd": frozenset(("dt", "dd")),
    "tr": frozenset(("tr",)),
    "td": frozenset(("td", "th")),
    "th": frozenset(("td", "th")),
    "option": frozenset(("option",)),
    "p": BLOCKS,
}
INSIDE_OF = frozenset(("a", "ins", "del", "map", "noscript"))  # whose last paragraph has its end tag
BARE = expression(r"[^\s\"'=<>`]*[^\s\"'=<>`/]")  # a value that needs no marks


class Element(NamedTuple):
    """An element with its attributes, (name, value), and what stands in it."""

    tag: str
    attributes: tuple[tuple[str, str], ...]
    children: "tuple[Node, ...]"


class Raw(NamedTuple):
    """What is written as it stands: of this program, never of a guide."""

    text: str


Node: TypeAlias = Element | Raw | str
Given: TypeAlias = "Node | None | Iterable[Given]"
Value: TypeAlias = str | int | bool | None


def el(tag: str, *children: Given, **attributes: Value) -> Element:
    """An element; `class_` and `data_o` are attributes, True is one without a value, and what is None, False or "" is none."""
    named = (
        (_attribute(name), "" if value is True else str(value))
        for name, value in attributes.items()
        if value is not None and value is not False and value != ""
    )
    return Element(tag, tuple(named), tuple(flat(children)))


def _attribute(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


def flat(children: Given) -> Iterator[Node]:
    """Yield nodes, however deep they stand; nothing of what is None or ""."""
    if children is None or children == "":
        return
    if isinstance(children, (str, Element, Raw)):
        yield children
        return
    for each in children:
        yield from flat(each)


def walk(nodes: Iterable[Node]) -> Iterator[Element]:
    """Yield every element in order, however deep."""
    for node in nodes:
        if isinstance(node, Element):
            yield node
            yield from walk(node.children)


def text_of(node: Node) -> str:
    """The words of a node."""
    if isinstance(node, Element):
        return "".join(map(text_of, node.children))
    return node if isinstance(node, str) else ""


def to_html(node: Node) -> str:
    """A node as HTML."""
    return "".join(_html(node, None, "", ""))


def to_xhtml(node: Node) -> str:
    """A node as XHTML."""
    return "".join(_xhtml(node))


def _html(node: Node, after: Node | None, parent: str, before: str) -> Iterator[str]:
    """Yield a node as HTML, before what stands `after` it in its `parent`."""
    if not isinstance(node, Element):
        yield _text(node)
        return
    yield f"<{node.tag}{''.join(_html_attribute(*each) for each in node.attributes)}>"
    if node.tag in VOID:
        return
    followers: Sequence[Node | None] = (*node.children[1:], None)
    for child, follower in zip(node.children, followers):
        yield from _html(child, follower, node.tag, before)
    if not _ends_itself(node.tag, after, parent):
        yield f"</{node.tag}>"


def _ends_itself(tag: str, after: Node | None, parent: str) -> bool:
    """Whether an element needs no end tag."""
    if tag not in ENDS or not parent:
        return False
    if after is None:
        return tag != "dt" and parent not in INSIDE_OF
    return isinstance(after, Element) and after.tag in ENDS[tag]


def _html_attribute(name: str, value: str) -> str:
    if not value:
        return f" {name}" if name not in ("alt", "value", "content") else f' {name}=""'
    said = quoted(value)
    return f" {name}={said}" if BARE.fullmatch(value) else f' {name}="{said}"'


def _xhtml(node: Node) -> Iterator[str]:
    """Yield a node as XHTML."""
    if not isinstance(node, Element):
        yield _text(node)
        return
    named = "".join(
        f' {name}="{quoted(value or name if name != "alt" else value)}"' for name, value in node.attributes
    )
    yield f"<{node.tag}{named}>" if node.tag not in VOID else f"<{node.tag}{named}/>"
    for child in node.children:
        yield from _xhtml(child)
    if node.tag not in VOID:
        yield f"</{node.tag}>"


def quoted(value: str) -> str:
    """A value as it stands between double marks."""
    return escape(value, quote=False).replace('"', "&quot;")


def _text(node: str | Raw) -> str:
    return escape(node, quote=False) if isinstance(node, str) else node.text
