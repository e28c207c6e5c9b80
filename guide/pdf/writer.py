"""`render_pdf`: a finished document as the bytes of a PDF file that conforms to PDF/UA-1 and PDF/A-2a."""

from collections import deque
from itertools import groupby

from guide.layout.pages import Image
from guide.pdf.backend import File
from guide.pdf.colour import COLOUR, output_intent
from guide.pdf.content import Content
from guide.pdf.metadata import information, page_labels, xmp
from guide.pdf.navigation import Places, link_annotation, write_outline
from guide.pdf.resources import Resources
from guide.pdf.structure import StructureTree
from guide.pdf.syntax import array, number, reference, text_string
from guide.timing import untimed


def render_pdf(document, ink=COLOUR, lap=untimed, pages=None):
    """The document as a PDF 1.7 file, the same bytes for the same document; reads SOURCE_DATE_EPOCH, and no clock.

    `ink` is "colour", "grey" (no colour at all) or "black" (the accent is black). `lap(stage)` is told when drawing,
    tags, fonts and writing are done. `pages`, a deque, stand in the place of the document's own, and each is let go when
    it is drawn: in a directory of 10,000 listings they are a third of all memory.
    """
    pages = deque(document.pages) if pages is None else pages
    writer = Writer(document, ink, pages)
    for index in range(len(pages)):
        writer.write_page(index, pages.popleft())
    lap("draw")
    data = writer.finish(lap)
    lap("write")
    return data


def tag_of(item):
    """The tag of an item, None for artifacts."""
    return getattr(item, "tag", None)


class Writer:
    """A document on its way into a file."""

    def __init__(self, document, ink, pages):
        self.document = document
        self.folios = [page.folio for page in pages]
        self.file = File(len(pages))
        self.resources = Resources(self.file, ink, document.accent)
        self.places = Places(self.file.reserve(len(pages)), pages)
        self.tree = StructureTree(self.file, document.root, len(pages))
        self.tree.begin_parts(document.parts)

    def write_page(self, index, page):
        """Draw a page and write it with its links."""
        page_number = self.places.number(index)
        key = self.tree.begin_page(page_number)
        contents = self.file.reserve()
        self.file.put_content(contents, self.draw(page))
        annotations = [self.write_link(link, page) for link in page.links]
        tabs = b"/Annots%s/Tabs/S" % array(annotations) if annotations else b""
        media = array([b"0 0", number(page.width), number(page.height)])
        entries = b"<</Type/Page/Parent %s/MediaBox%s/Resources %d 0 R/Contents %d 0 R/StructParents %d%s>>"
        self.file.add_page(
            page_number, entries % (self.file.page_tree, media, self.resources.number, contents, key, tabs)
        )

    def draw(self, page):
        """The content stream of a page: each run of items of one tag is one marked-content sequence."""
        for item in page.items:
            if item.__class__ is Image:
                self.place_image(item, page)
        content = Content(self.resources.ink, page.height)
        for tag, items in groupby(page.items, tag_of):
            if tag is None:
                content.begin_artifact()
            else:
                content.begin(tag.kind, self.tree.mark(tag))
            content.draw(items)
            content.end()
        return content.finish()

    def place_image(self, item, page):
        """Write the picture once, and say where its figure stands."""
        self.resources.add_picture(item.path)
        if item.tag is not None:
            bottom = page.height - item.y - item.height
            self.tree.bound(item.tag, (item.x, bottom, item.x + item.width, bottom + item.height))

    def write_link(self, link, page):
        """Write a link and hang it below its tag; its reference."""
        annotation = self.file.reserve()
        key = self.tree.annotate(link.tag, annotation)
        self.file.put(annotation, link_annotation(link, page.height, key, self.places))
        return reference(annotation)

    def finish(self, lap=untimed):
        """Write what the pages have gathered; the whole file."""
        self.resources.write()
        lap("fonts")
        catalog = self.catalog()
        lap("tags")
        return self.file.save(catalog, information(self.document))

    def catalog(self):
        """The entries of the catalogue (ISO 32000-1, 7.7.2)."""
        document, file = self.document, self.file
        packet = {"Type": b"/Metadata", "Subtype": b"/XML"}
        entries = {
            "Lang": text_string(document.language),
            "MarkInfo": b"<</Marked true>>",
            "ViewerPreferences": b"<</DisplayDocTitle true>>",
            "Metadata": file.add_stream(xmp(document), packet, compress=False),  # to be found without a PDF reader
            "OutputIntents": array([output_intent(file)]),
            "PageLabels": page_labels(self.folios),
            "StructTreeRoot": self.tree.write(),
        }
        if document.outline:
            entries["Outlines"] = write_outline(file, document.outline, self.places)
            entries["PageMode"] = b"/UseOutlines"
        return entries
