"""`render_sheets`: imposed sheets as the bytes of a PDF file for the printer, without tags, links and outline."""

from collections.abc import Sequence
from dataclasses import replace

from guide.layout.pages import Area, Document, Image
from guide.layout.press.sheet import SHORT, Placement, Sheet
from guide.pdf.backend import HEADER, File
from guide.pdf.colour import COLOUR
from guide.pdf.content import Content
from guide.pdf.metadata import information, viewer_preferences
from guide.pdf.resources import PressResources, Resources
from guide.pdf.shop_file import HEADER as SHOP_HEADER
from guide.pdf.shop_file import Shop, shop_catalog, shop_information
from guide.pdf.syntax import Corners, array, number, reference, text_string

FOR_THE_PRINTER = "for the printer, not for reading on screen"


def render_sheets(
    document: Document,
    sheets: Sequence[Sheet],
    ink: str = COLOUR,
    note: str = FOR_THE_PRINTER,
    shop: Shop | None = None,
) -> bytes:
    """A PDF file with a page for each sheet; its title and subject say `note`.

    `ink` is "colour", "grey", "black" or "spot". For a `shop` it has inks of a press alone, words in black ink, and says
    for which paper.
    """
    writer = SheetWriter(document, ink, shop)
    for sheet in sheets:
        writer.write_sheet(sheet)
    return writer.finish(sheets, note)


class SheetWriter:
    """Sheets on their way into a file; each page is drawn once, as a form, however often it is placed."""

    def __init__(self, document: Document, ink: str, shop: Shop | None = None) -> None:
        self.document = document
        self.shop = shop
        self.file = File(len(document.pages), header=SHOP_HEADER if shop else HEADER)
        self.resources = (
            PressResources(ink, document.accent, shop.spot) if shop else Resources(ink, document.accent)
        )
        self.inks = self.resources.inks(self.file)  # entries of resources that the sheets themselves need too
        self.shared = self.file.reserve()  # the object number of the resources of every page
        self.forms: dict[int, bytes] = {}  # references by page index

    def write_sheet(self, sheet: Sheet) -> None:
        """Write a sheet with the pages that come on it for the first time."""
        placed = {f"P{place.page + 1}": self.form(place.page) for place in sheet.placements}
        resources = self.file.add_dictionary({"XObject": self.file.add_dictionary(placed), **self.inks})
        contents = self.file.reserve()
        self.file.put_content(contents, self.file.pack(self.draw(sheet)))
        media = Area(0, 0, sheet.width, sheet.height)
        boxes = [("MediaBox", media), ("TrimBox", sheet.trim), ("BleedBox", sheet.bleed)]
        entries = b"".join(
            b"/%s%s" % (key.encode(), rectangle(box, sheet.height)) for key, box in boxes if box
        )
        page = b"<</Type/Page/Parent %s%s/Resources %s/Contents %d 0 R>>"
        number = self.file.reserve()
        self.file.put(number, page % (self.file.page_tree, entries, resources, contents))
        self.file.add_page(number)

    def draw(self, sheet: Sheet) -> bytes:
        """The content stream of a sheet: its pages behind their windows, then its marks."""
        content = Content(self.resources.ink, sheet.height)
        content.draw((*sheet.marks, *sheet.circles))
        drawn = [b"q", content.finish(), b"Q"] if sheet.marks else []
        return b"\n".join([*drawn, *(self.placed(place, sheet) for place in sheet.placements)])

    def placed(self, place: Placement, sheet: Sheet) -> bytes:
        """The operators that show a page behind its window."""
        left, bottom, right, top = corners(place.window, sheet.height)
        window = b" ".join(map(number, (left, bottom, right - left, top - bottom)))
        page = self.document.pages[place.page]
        way, x, y = (b"1 0 0 1", place.x, sheet.height - place.y - page.height)
        if place.turned:
            way, x, y = (b"-1 0 0 -1", place.x + page.width, sheet.height - place.y)
        return b"q %s re W n %s %s %s cm/P%d Do Q" % (window, way, number(x), number(y), place.page + 1)

    def form(self, index: int) -> bytes:
        """The reference of a page as a form XObject (ISO 32000-1, 8.10), drawn when it comes for the first time."""
        if index not in self.forms:
            page = self.document.pages[index]
            for item in page.items:
                if isinstance(item, Image):
                    self.resources.add_picture(item)
            content = Content(self.resources.ink, page.height)
            content.draw(page.items)
            reach = Area(-page.width, -page.height, 3 * page.width, 3 * page.height)  # the window cuts it
            entries = {
                "Type": b"/XObject",
                "Subtype": b"/Form",
                "BBox": rectangle(reach, page.height),
                "Resources": reference(self.shared),
            }
            self.forms[index] = self.file.add_stream(content.finish(), entries)
        return self.forms[index]

    def finish(self, sheets: Sequence[Sheet], note: str) -> bytes:
        """Write what the sheets have gathered; the whole file."""
        self.file.put_dictionary(self.shared, {**self.resources.write(self.file), **self.inks})
        document = self.document
        subject = ". ".join(filter(None, (note[:1].upper() + note[1:], document.subject)))
        described = replace(document, title=f"{document.title} ({note})", subject=subject)
        if self.shop:
            catalog = shop_catalog(self.file, described, self.shop)
            return self.file.save(catalog, shop_information(described))
        preferences = viewer_preferences(bool(sheets) and sheets[0].flip == SHORT, own_paper=True)
        catalog = {"Lang": text_string(document.code), "ViewerPreferences": preferences}
        return self.file.save(catalog, information(described))


def corners(area: Area, height: float) -> Corners:
    """(left, bottom, right, top) with y up."""
    return area.x, height - area.y - area.height, area.x + area.width, height - area.y


def rectangle(area: Area, height: float) -> bytes:
    """An area as a PDF rectangle."""
    return array(map(number, corners(area, height)))
