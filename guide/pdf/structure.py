"""The structure tree and the parent tree (ISO 32000-1, 14.7), grown as the pages are drawn.

A tag becomes an element when its first content comes, and then joins its parent's kids: so text, a link and more
text of one paragraph stand in the order in which they are read. Elements get their object numbers when all are there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from guide.layout.pages import Destination
from guide.layout.tags import SUMMARY, Tag
from guide.pdf.backend import File
from guide.pdf.standards import ONLY_BEFORE, ONLY_SINCE
from guide.pdf.syntax import Corners, Names, array, name, number, reference, text_string

if TYPE_CHECKING:
    from guide.pdf.kept_pages import Before, Linked, Own
    from guide.pdf.targets import Targets

PARENTS_IN_A_LEAF = 64
TEXTS = (b"/Lang", b"/Alt", b"/ActualText", b"/E", b"/T")

AttributeValue: TypeAlias = "str | float | Sequence[AttributeValue]"
Attribute: TypeAlias = tuple[str, str, AttributeValue]  # its owner, its key


# Bytes where it is content; an element; or (the page's entry, place among the annotations) of a link.
Kid: TypeAlias = "bytes | Element | tuple[bytes, int]"


class Element:
    """The structure element of a tag that grows: the page of its first content, and its kids."""

    __slots__ = ("tag", "number", "parent", "page", "kids", "is_kept")

    def __init__(self, tag: Tag, parent: Element | None, page: int = 0, is_kept: bool = False) -> None:
        self.tag = tag
        self.number = 0  # of its object
        self.parent = parent
        self.page = page  # object number; 0 while it has no content of its own
        self.kids: list[Kid] = []
        self.is_kept = is_kept  # on a page that is put in as it was drawn, which knows its kids


class Elements:
    """The elements of pages that are drawn together, below the tag `root`."""

    def __init__(self, root: Tag, targets: Targets | None = None) -> None:
        self.targets = targets  # what stands where entries of the contents lead: in PDF 2.0
        self.namespace = 0  # the object number of its namespace, where it is written
        self.leads: dict[Tag, Destination] = {}  # an entry of the contents: where it leads
        self.root = Element(root, None)  # written by who knows the whole document
        self.marked: list[list[Element]] = []  # of each page its elements, by MCID
        self.annotated: list[Element] = []  # the element of each annotation
        self._elements: dict[Tag | Element, Element] = {root: self.root}
        self.linked: list[Linked] = []  # of pages that are put in as they were drawn
        self.page = 0  # object number of the page that is being drawn
        self._names = Names()
        self._boxes: dict[Tag, Corners] = {}  # tag of a figure: its bounding box

    def begin_parts(self, tags: Iterable[Tag]) -> None:
        """Give these tags their places among their parents' kids before any content comes."""
        for tag in tags:
            self._new_element(tag)

    @property
    def count(self) -> int:
        """How many there are, with the root."""
        return len(self._elements)

    def made_since(self, count: int) -> list[Element]:
        """Those that came when there were so many, in their order."""
        return [*islice(reversed(self._elements.values()), len(self._elements) - count)][::-1]

    def needed(self, before: Iterable[Before]) -> list[Element] | None:
        """The elements that a page needs to be put in as it was drawn; None where they are not as they were."""
        found = [(each.page, self._elements.get(each.tag)) for each in before]
        elements = [element for page, element in found if element and element.page == page]
        return elements if len(elements) == len(found) else None

    def has_none(self, own: Iterable[Own]) -> bool:
        """Whether none of the elements that a page makes is there."""
        return self._elements.keys().isdisjoint([each.tag for each in own])

    def link(self, linked: Linked) -> None:
        """Put in the elements of a page as they were drawn."""
        drawn = linked.drawn
        self.linked.append(linked)
        self._elements.update(linked.tags)
        self.marked.append(linked.places(drawn.marked))
        self.annotated += linked.places(drawn.annotated)

    def begin_page(self, object_number: int) -> None:
        """Count marked content from 0 again."""
        self.page = object_number
        self.marked.append([])

    def mark(self, tag: Tag) -> int:
        """The MCID of the next content of a tag on this page."""
        element = self._elements.get(tag) or self._new_element(tag)
        marked = self.marked[-1]
        mcid = len(marked)
        marked.append(element)
        if not element.page and element.parent:  # content of the root itself names its page
            element.page = self.page
        if element.page == self.page:
            element.kids.append(b"%d" % mcid)
        else:
            element.kids.append(b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (self.page, mcid))
        return mcid

    def annotate(self, tag: Tag) -> None:
        """Hang the next annotation below its tag."""
        element = self._elements.get(tag) or self._new_element(tag)
        page = b"" if element.page == self.page else b"/Pg %d 0 R" % self.page
        element.kids.append((page, len(self.annotated)))
        self.annotated.append(element)

    def of(self, tag: Tag) -> Element:
        """The element of a tag that has one."""
        return self._elements[tag]

    def lead(self, tag: Tag, place: Destination) -> None:
        """Say where the entry of the contents leads that a link stands in, if it stands in one."""
        above: Tag | None = tag
        while above is not None and above.kind != "TOCI":
            above = above.parent
        if above is not None:
            self.leads.setdefault(above, place)

    def bound(self, tag: Tag, corners: Corners) -> None:
        """Say where a figure stands: left, bottom, right, top in points."""
        self._boxes[tag] = corners

    def number(self, file: File, root: int) -> None:
        """Give every element its object number, one after the other; the root has one."""
        self.root.number = root
        first = file.reserve(len(self._elements) - 1)
        for object_number, element in enumerate(list(self._elements.values())[1:], first):
            element.number = object_number

    def write(self, file: File, first_annotation: int) -> None:
        """Write the numbered elements but the root; annotations have their numbers in order from the first."""
        for linked in self.linked:
            linked.complete()
        for linked in self.linked:
            for element, made in linked.objects(first_annotation):
                if element.is_kept:
                    file.put(element.number, made)
        for element in self._elements.values():
            if element.parent and not element.is_kept:
                made = self._element_bytes(element.tag, element, element.parent.number, first_annotation)
                file.put(element.number, made)

    def root_kids(self, first_annotation: int) -> list[bytes]:
        """What hangs below the root, as bytes; list."""
        return [kid_bytes(kid, first_annotation) for kid in self.root.kids]

    def _new_element(self, tag: Tag) -> Element:
        """An element for a tag, which joins its parent's kids."""
        if tag.parent is None:
            raise ValueError(f"{tag} is not below the root of its document")
        parent = self._elements.get(tag.parent) or self._new_element(tag.parent)
        element = self._elements[tag] = Element(tag, parent)
        parent.kids.append(element)
        return element

    def _element_bytes(self, tag: Tag, element: Element, parent: int, first_annotation: int) -> bytes:
        kids = [kid if isinstance(kid, bytes) else kid_bytes(kid, first_annotation) for kid in element.kids]
        below = below_bytes(kids)
        page = b"/Pg %d 0 R" % element.page if element.page else b""
        if self._is_plain(tag):
            return b"<</S%s/P %d 0 R%s%s>>" % (self._names[tag.kind], parent, page, below)
        parts = [b"<</S%s/P %d 0 R" % (self._names[tag.kind], parent)]
        if self.targets and tag.kind not in ONLY_BEFORE:
            parts.append(b"/NS %d 0 R" % self.namespace)
        if self.targets and tag in self.leads and (target := self.targets.at(self.leads[tag])):
            parts.append(b"/Ref[%d 0 R]" % target.number)
        parts.append(page)
        if tag.language or tag.alternate or tag.heard or tag.full or tag.title:
            texts = tag.code, tag.alternate, tag.heard, tag.full, tag.title
            parts += [key + text_string(text) for key, text in zip(TEXTS, texts) if text]
        attributes = tag.attributes
        if attributes and not self.targets:
            attributes = tuple(each for each in attributes if each[2] not in ONLY_SINCE)
        if tag in self._boxes:
            attributes = (*attributes, ("Layout", "BBox", self._boxes[tag]))
        if attributes:
            parts.append(b"/A" + attribute_objects(attributes))
        return b"".join([*parts, below, b">>"])

    def _is_plain(self, tag: Tag) -> bool:
        """Whether an element says nothing but what it is, as most do."""
        said = tag.language or tag.alternate or tag.heard or tag.full or tag.title or tag.attributes
        return not (said or self.targets or tag in self._boxes)


def below_bytes(kids: Sequence[bytes]) -> bytes:
    """The entry for what hangs below an element, b"" for nothing."""
    return b"/K" + (array(kids) if len(kids) > 1 else b" " + kids[0]) if kids else b""


def kid_bytes(kid: Kid, first_annotation: int) -> bytes:
    """A kid of an element as it is written."""
    if isinstance(kid, Element):
        return reference(kid.number)
    if isinstance(kid, bytes):
        return kid
    page, place = kid
    return b"<</Type/OBJR%s/Obj %d 0 R>>" % (page, first_annotation + place)


def root_bytes(tag: Tag, parent: int, kids: Sequence[bytes], namespace: int = 0) -> bytes:
    """The element of the whole document, with its kids in bytes; the object number of its namespace, 0 for none."""
    parts = [b"<</S%s/P %d 0 R" % (name(tag.kind), parent)]
    parts += [b"/NS %d 0 R" % namespace] if namespace else []
    parts += [key + text_string(text) for key, text in ((b"/Lang", tag.code), (b"/T", tag.title)) if text]
    return b"".join([*parts, b"/K" + array(kids) if kids else b"", b">>"])


def count_leaves(values: int) -> int:
    """How many leaves of the parent tree so many values fill."""
    return -(-values // PARENTS_IN_A_LEAF)


def write_leaves(file: File, values: Sequence[bytes], key: int, object_number: int) -> list[bytes]:
    """Write leaves of the parent tree, a number tree, for the keys from `key` on; their references, a list."""
    leaves = []
    for start in range(0, len(values), PARENTS_IN_A_LEAF):
        some = values[start : start + PARENTS_IN_A_LEAF]
        first = key + start
        pairs = array(b"%d %s" % pair for pair in enumerate(some, first))
        file.put(object_number, b"<</Limits[%d %d]/Nums%s>>" % (first, first + len(some) - 1, pairs))
        leaves.append(reference(object_number))
        object_number += 1
    return leaves


def attribute_objects(attributes: Iterable[Attribute]) -> bytes:
    """((owner, key, value), ...) as one attribute object for each owner (14.7.5)."""
    owners: dict[str, list[bytes]] = {}
    for owner, key, value in attributes:
        written = text_string(str(value)) if key == SUMMARY else attribute_value(value)
        owners.setdefault(owner, []).append(name(key) + b" " + written)
    objects = [b"<</O%s%s>>" % (name(owner), b"".join(entries)) for owner, entries in owners.items()]
    return objects[0] if len(objects) == 1 else array(objects)


def attribute_value(value: AttributeValue) -> bytes:
    """A name for words, a number, or an array of either."""
    if isinstance(value, str):
        return name(value)
    if isinstance(value, (int, float)):
        return number(value)
    return array(map(attribute_value, value))
