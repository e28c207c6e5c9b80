import io

from pypdf import PdfReader
from pypdf.generic import NullObject

from guide.layout.pages import Destination, LinkArea, OutlineEntry
from guide.layout.tags import Tag
from guide.pdf.writer import render_pdf
from tests.pdf.samples import document, page, text


def reader_of(made):
    return PdfReader(io.BytesIO(render_pdf(made)))


def annotation(target, description="Where it leads"):
    root = Tag("Document")
    link = Tag("Link", root)
    area = LinkArea(link, 72, 90, 60, 14, target, description)
    pages = page(text(link, "link"), links=(area,), height=800), page(height=400)
    reader = reader_of(document(*pages, root=root))
    (found,) = reader.pages[0]["/Annots"]
    assert reader.pages[0]["/Tabs"] == "/S"
    assert "/Tabs" not in reader.pages[1]
    return reader, found.get_object()


def test_a_link_to_an_address():
    _, found = annotation("https://example.org/?q=a#b", "Example, café")
    assert found["/Subtype"] == "/Link"
    assert found["/A"] == {"/S": "/URI", "/URI": "https://example.org/?q=a#b"}
    assert found["/Contents"] == "Example, café"
    assert found["/Rect"] == [72, 696, 132, 710]
    assert found["/F"] == 4
    assert found["/Border"] == [0, 0, 0]


def test_addresses_hold_no_character_that_a_uri_may_not():
    assert annotation("https://example.org/a b(ü)")[1]["/A"]["/URI"] == "https://example.org/a%20b(%C3%BC)"
    assert annotation("https://example.org/a%20b")[1]["/A"]["/URI"] == "https://example.org/a%20b"
    assert annotation("tel:+17734710999")[1]["/A"]["/URI"] == "tel:+17734710999"


def test_a_link_to_a_place_keeps_the_zoom():
    reader, found = annotation(Destination(1, 100))
    leads = found["/A"]["/D"]
    assert found["/A"]["/S"] == "/GoTo"
    assert leads[0].get_object() == reader.pages[1]
    assert leads[1:] == ["/XYZ", NullObject(), 300, NullObject()]


def test_the_outline_is_closed_below_its_first_level():
    def entry(title, *children):
        return OutlineEntry(title=title, destination=Destination(0, 92), children=children)

    entries = entry("One", entry("Élan", entry("Deep"))), entry("Two"), entry("Three")
    reader = reader_of(document(page(height=792), outline=entries))
    assert titles(reader.outline) == ["One", ["Élan", ["Deep"]], "Two", "Three"]
    root = reader.trailer["/Root"]["/Outlines"]
    assert root["/Count"] == 3
    assert [root["/First"]["/Count"], root["/First"]["/First"]["/Count"]] == [-1, -1]
    assert root["/Last"]["/Prev"]["/Prev"] == root["/First"]
    assert root["/First"]["/Dest"][1:] == ["/XYZ", NullObject(), 700, NullObject()]
    assert reader.trailer["/Root"]["/PageMode"] == "/UseOutlines"


def titles(level):
    return [titles(each) if isinstance(each, list) else each.title for each in level]


def test_no_outline():
    root = reader_of(document(page())).trailer["/Root"]
    assert "/Outlines" not in root
    assert "/PageMode" not in root or root["/PageMode"] == "/UseNone"
