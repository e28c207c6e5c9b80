"""`render_pdf`: a finished document as the bytes of a PDF file that conforms to its standard, PDF/UA-1 with PDF/A-2a usually."""

from collections import deque
from collections.abc import Sequence

from guide.layout.laid_out import PagesElsewhere
from guide.layout.pages import Document, Page
from guide.pdf.attached import write_attached
from guide.pdf.backend import Entries, File
from guide.pdf.colour import COLOUR, output_intent
from guide.pdf.metadata import information, moment, page_labels, viewer_preferences, xmp
from guide.pdf.navigation import Places, write_outline
from guide.pdf.part import DrawnElsewhere, Numbers, Part, draw_elsewhere
from guide.pdf.shared import NotShared, SharedFaces
from guide.pdf.standards import NAMESPACE, STANDARDS
from guide.pdf.structure import count_leaves, root_bytes, write_leaves
from guide.pdf.syntax import array, reference, text_string
from guide.pdf.targets import Targets
from guide.timing import Lap, untimed


def render_pdf(
    document: Document,
    ink: str = COLOUR,
    lap: Lap = untimed,
    pages: deque[Page] | None = None,
    elsewhere: PagesElsewhere | None = None,
) -> bytes:
    """The document as a PDF file, the same bytes for the same document; reads SOURCE_DATE_EPOCH, and no clock.

    `ink` is "colour", "grey" (no colour at all) or "black" (the accent is black). `lap(stage)` is told when drawing,
    tags, fonts and writing are done. `pages`, a deque, stand in the place of the document's own, and each is let go when
    it is drawn: in a directory of 10,000 listings they are a third of all memory. `elsewhere`: PagesElsewhere that another
    process draws; if anything goes wrong they are given up.
    """
    try:
        writer = Writer(document, ink, deque(document.pages) if pages is None else pages, elsewhere)
        writer.draw()
        lap("draw")
        return writer.finish(lap)
    except BaseException:
        if elsewhere:
            elsewhere.give_up()
        raise


def render_shared(document: Document, ink: str, shared: SharedFaces) -> bytes:
    """The same of a document that shares its faces with others, as far as it can."""
    for faces in (shared, None):
        writer = Writer(document, ink, deque(document.pages), shared=faces)
        try:
            writer.draw()
        except NotShared:
            continue
        break
    return writer.finish()


class Writer:
    """A document on its way into a file: its own pages, and those that another process has and draws."""

    def __init__(
        self,
        document: Document,
        ink: str,
        pages: deque[Page],
        elsewhere: PagesElsewhere | None = None,
        shared: SharedFaces | None = None,
    ) -> None:
        self.document = document
        self.pages = pages
        self.elsewhere = elsewhere
        self.folios = [page.folio for page in pages]
        heights = [page.height for page in pages]
        self.first = first = (
            self.elsewhere.first if self.elsewhere else len(pages)
        )  # index of the first page elsewhere
        self.lying = bool(pages) and pages[0].width > pages[0].height
        count = 0
        if self.elsewhere:
            count = self.elsewhere.page_count
            self.folios[first:first] = self.elsewhere.folios
            heights[first:first] = [self.elsewhere.height] * count
        self.indices = [*range(first), *range(first + count, len(heights))]  # of the pages that are here
        self.standard = standard = STANDARDS[document.standard]
        self.file = file = File(len(heights), header=standard.header)
        targets = Targets() if standard.is_2 else None
        self.places = Places(file.reserve(len(heights)), heights, targets)
        self.tree = file.reserve()
        self.numbers = Numbers(file.reserve(), self.places, ink, document.accent)
        self.part = Part(file, document.root, self.numbers, shared)
        self.part.elements.begin_parts(document.parts)
        self.first_link = 0  # key in the parent tree of the first link that is here
        self.kids_before = 0  # how many elements below the root come before the pages elsewhere

    def draw(self) -> None:
        """Draw the pages."""
        if self.elsewhere:
            self.elsewhere.begin(draw_elsewhere, self.first, self.numbers, self.file.objectcounter)
        for index in self.indices[: self.first]:
            self.part.draw_page(index, self.pages.popleft())
        self.kids_before = len(self.part.elements.root.kids)
        for index in self.indices[self.first :]:
            self.part.draw_page(index, self.pages.popleft())

    def finish(self, lap: Lap = untimed) -> bytes:
        """Write what has been drawn; the whole file."""
        file, document = self.file, self.document
        count = self.first_link = len(
            self.places.heights
        )  # keys of the parent tree: of the pages, and then of the links
        if self.elsewhere:  # its objects come first
            file.objectcounter, links = self.elsewhere.answer()
            self.first_link += links
        lap("draw")
        self.part.number()
        lap("fonts")
        if self.standard.is_2:
            self.part.elements.namespace = file.reserve()
            file.put(self.part.elements.namespace, NAMESPACE)
        self.part.write(self.first_link)
        other: DrawnElsewhere | None = self.elsewhere.result() if self.elsewhere else None
        if other:
            file.add(other.packed)
        entries = self.catalog(other)
        lap("tags")
        for index in range(count):
            file.add_page(self.places.number(index))
        data = file.save(entries, None if self.standard.is_2 else information(document))
        lap("write")
        return data

    def catalog(self, other: DrawnElsewhere | None) -> Entries:
        """The entries of the catalogue (ISO 32000-1, 7.7.2)."""
        document, file = self.document, self.file
        packet = {"Type": b"/Metadata", "Subtype": b"/XML"}
        entries: dict[str, bytes | float] = {
            "Lang": text_string(document.code),
            "MarkInfo": b"<</Marked true>>",
            "ViewerPreferences": viewer_preferences(self.lying, document.single_sided),
            "Metadata": file.add_stream(
                xmp(document, self.standard), packet, compress=False
            ),  # to be found without a PDF reader
            "OutputIntents": array([output_intent(file)]),
            "PageLabels": page_labels(self.folios),
            "StructTreeRoot": self.structure(other),
        }
        if form := self.part.form():
            entries["AcroForm"] = form
        if document.attached:
            entries |= write_attached(file, document.attached, moment(document))
        if document.outline:
            entries["Outlines"] = write_outline(file, document.outline, self.places)
            entries["PageMode"] = b"/UseOutlines"
        return entries

    def structure(self, other: DrawnElsewhere | None) -> bytes:
        """Write the root of the structure tree and the parent tree over all parts; its reference, b"12 0 R"."""
        file, part, count = self.file, self.part, len(self.places.heights)
        kids, pages, links = part.root_kids(), part.page_parents(), part.link_parents()
        before, after = pages[: self.first], pages[self.first :]
        if other:
            kids[self.kids_before : self.kids_before] = other.root_kids
        page_leaves, link_leaves = (other.page_leaves, other.link_leaves) if other else ([], [])
        leaves = [
            *self.leaves(before, 0),
            *page_leaves,
            *self.leaves(after, count - len(after)),
            *link_leaves,
            *self.leaves(links, self.first_link),
        ]
        space = part.elements.namespace
        file.put(self.numbers.root, root_bytes(self.document.root, self.tree, kids, space))
        entries: dict[str, bytes | float] = {
            "Type": b"/StructTreeRoot",
            "K": reference(self.numbers.root),
            "ParentTree": file.add_dictionary({"Kids": array(leaves)}),
            "ParentTreeNextKey": self.first_link + len(links),
        }
        if space:
            entries["Namespaces"] = array([reference(space)])
        file.put_dictionary(self.tree, entries)
        return reference(self.tree)

    def leaves(self, values: Sequence[bytes], key: int) -> list[bytes]:
        """Leaves of the parent tree for the keys from `key` on."""
        return write_leaves(self.file, values, key, self.file.reserve(count_leaves(len(values))))
