"""The structure tree and the parent tree (ISO 32000-1, 14.7), grown as the pages are drawn.

A tag becomes an element when its first content comes, and then joins its parent's kids: so text, a link and more
text of one paragraph stand in the order in which they are read.
"""

from guide.pdf.syntax import Names, array, name, number, reference, text_string

PARENTS_IN_A_LEAF = 64


class Element:
    """A structure element that grows: its object number, the page of its first content, and its kids in bytes."""

    __slots__ = ("number", "parent", "page", "kids")

    def __init__(self, object_number, parent):
        self.number = object_number
        self.parent = parent  # object number
        self.page = 0  # object number; 0 while it has no content of its own
        self.kids = []


class StructureTree:
    """The elements of a document below the tag `root`."""

    def __init__(self, file, root, page_count):
        self.file = file
        self.number = file.reserve()
        self._root = root
        self._page_count = page_count
        self._page = 0  # object number of the page that is being drawn
        self._marked = []  # of each page the numbers of the elements, by MCID
        self._annotated = []  # the number of the element of each annotation
        self._names = Names()
        self._boxes = {}  # tag of a figure: its bounding box
        self._elements = {root: Element(file.reserve(), self.number)}

    def begin_parts(self, tags):
        """Give these tags their places among their parents' kids before any content comes."""
        for tag in tags:
            self._new_element(tag)

    def begin_page(self, object_number):
        """Count marked content from 0 again; the page's key in the parent tree."""
        self._page = object_number
        self._marked.append([])
        return len(self._marked) - 1

    def mark(self, tag):
        """The MCID of the next content of a tag on this page."""
        element = self._elements.get(tag) or self._new_element(tag)
        marked = self._marked[-1]
        mcid = len(marked)
        marked.append(element.number)
        if not element.page:
            element.page = self._page
        if element.page == self._page:
            element.kids.append(b"%d" % mcid)
        else:
            element.kids.append(b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (self._page, mcid))
        return mcid

    def annotate(self, tag, annotation):
        """Hang an annotation, by its object number, below its tag; its key in the parent tree."""
        element = self._elements.get(tag) or self._new_element(tag)
        page = b"" if element.page == self._page else b"/Pg %d 0 R" % self._page
        element.kids.append(b"<</Type/OBJR%s/Obj %d 0 R>>" % (page, annotation))
        self._annotated.append(element.number)
        return self._page_count + len(self._annotated) - 1

    def bound(self, tag, corners):
        """Say where a figure stands: left, bottom, right, top in points."""
        self._boxes[tag] = corners

    def write(self):
        """Write the tree and the parent tree; the reference of the structure tree's root, b"12 0 R"."""
        for tag, element in self._elements.items():
            self.file.put(element.number, self._element_bytes(tag, element))
        entries = {
            "Type": b"/StructTreeRoot",
            "K": reference(self._elements[self._root].number),
            "ParentTree": self._write_parents(),
            "ParentTreeNextKey": self._page_count + len(self._annotated),
        }
        self.file.put_dictionary(self.number, entries)
        return reference(self.number)

    def _new_element(self, tag):
        """An element for a tag, which joins its parent's kids."""
        if tag.parent is None:
            raise ValueError(f"{tag} is not below the root of its document")
        parent = self._elements.get(tag.parent) or self._new_element(tag.parent)
        element = self._elements[tag] = Element(self.file.reserve(), parent.number)
        parent.kids.append(reference(element.number))
        return element

    def _element_bytes(self, tag, element):
        parts = [b"<</S%s/P %d 0 R" % (self._names[tag.kind], element.parent)]
        if element.page:
            parts.append(b"/Pg %d 0 R" % element.page)
        for key, text in ((b"/Lang", tag.language), (b"/Alt", tag.alternate), (b"/T", tag.title)):
            if text:
                parts.append(key + text_string(text))
        attributes = tag.attributes
        if tag in self._boxes:
            attributes = (*attributes, ("Layout", "BBox", self._boxes[tag]))
        if attributes:
            parts.append(b"/A" + attribute_objects(attributes))
        if element.kids:
            parts.append(b"/K" + (array(element.kids) if len(element.kids) > 1 else b" " + element.kids[0]))
        return b"".join([*parts, b">>"])

    def _write_parents(self):
        """The number tree from page and annotation keys to elements; its reference."""
        values = [array(map(reference, marked)) for marked in self._marked]
        values += map(reference, self._annotated)
        leaves = []
        for start in range(0, len(values), PARENTS_IN_A_LEAF):
            some = values[start : start + PARENTS_IN_A_LEAF]
            pairs = array(b"%d %s" % pair for pair in enumerate(some, start))
            limits = b"[%d %d]" % (start, start + len(some) - 1)
            leaves.append(self.file.add_dictionary({"Limits": limits, "Nums": pairs}))
        return self.file.add_dictionary({"Kids": array(leaves)})


def attribute_objects(attributes):
    """((owner, key, value), ...) as one attribute object for each owner (14.7.5)."""
    owners = {}
    for owner, key, value in attributes:
        owners.setdefault(owner, []).append(name(key) + b" " + attribute_value(value))
    objects = [b"<</O%s%s>>" % (name(owner), b"".join(entries)) for owner, entries in owners.items()]
    return objects[0] if len(objects) == 1 else array(objects)


def attribute_value(value):
    """A name for words, a number, or an array of either."""
    if isinstance(value, str):
        return name(value)
    if isinstance(value, (int, float)):
        return number(value)
    return array(map(attribute_value, value))
