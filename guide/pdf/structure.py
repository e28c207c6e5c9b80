"""The structure tree and the parent tree (ISO 32000-1, 14.7), grown as the pages are drawn.

A tag becomes an element when its first content comes, and then joins its parent's kids: so text, a link and more
text of one paragraph stand in the order in which they are read.
"""

from itertools import groupby

from guide.pdf.syntax import array, literal, name, number, reference, text_string

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

    def __init__(self, file, root):
        self.file = file
        self.root_number = file.reserve()
        self.page = 0  # object number of the page that is being drawn
        self.marked = []  # element numbers, by MCID, of that page
        self.parents = []  # (key, what stands in the parent tree), pages first
        self.annotations = []  # element numbers
        self.boxes = {}  # tag of a figure: its bounding box on the page
        self.elements = {root: Element(file.reserve(), self.root_number)}

    def begin_page(self, object_number):
        """Count marked content from 0 again."""
        self.page = object_number
        self.marked = []
        self.parents.append(self.marked)

    def mark(self, tag):
        """The MCID of the next content of a tag on this page."""
        element = self.element(tag)
        mcid = len(self.marked)
        self.marked.append(element.number)
        if not element.page:
            element.page = self.page
        if element.page == self.page:
            element.kids.append(b"%d" % mcid)
        else:
            element.kids.append(b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (self.page, mcid))
        return mcid

    def annotate(self, tag, annotation, key):
        """Give an annotation, by its object number, to its tag; `key` is its StructParent."""
        element = self.element(tag)
        element.kids.append(b"<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>" % (self.page, annotation))
        self.annotations.append((key, element.number))

    def element(self, tag):
        """The element of a tag, which joins its parent's kids the first time."""
        element = self.elements.get(tag)
        if element is None:
            if tag.parent is None:
                raise ValueError(f"{tag} is not below the root of its document")
            parent = self.element(tag.parent)
            element = self.elements[tag] = Element(self.file.reserve(), parent.number)
            parent.kids.append(reference(element.number))
        return element
