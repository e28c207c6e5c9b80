import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from guide.layout.pages import Destination, Line, LinkArea
from guide.layout.tags import Tag
from guide.pdf.structure import attribute_objects
from guide.pdf.writer import render_pdf
from tests.pdf.reading import Reading
from tests.pdf.samples import document, page, text


def read(*pages, root):
    return Reading(render_pdf(document(*pages, root=root)))


def test_kids_stand_in_reading_order_with_their_text():
    root = Tag("Document")
    heading, paragraph = Tag("H1", root), Tag("P", root)
    link = Tag("Link", paragraph)
    items = (
        text(heading, "Help "),
        text(paragraph, "See ", 120),
        text(link, "example.org ", 120, x=100),
        text(paragraph, "or call.", 120, x=200),
    )
    area = LinkArea(link, 100, 110, 60, 14, "https://example.org", "Example")
    tree = read(page(*items, links=(area,)), root=root).tree
    assert tree.outline() == (
        "Document",
        ("H1", "Help "),
        ("P", "See ", ("Link", "example.org ", "@"), "or call."),
    )


def test_a_block_over_two_pages_is_one_element():
    root = Tag("Document")
    paragraph = Tag("P", root)
    tree = read(page(text(paragraph, "First ")), page(text(paragraph, "second.")), root=root).tree
    assert tree.outline() == ("Document", ("P", "First ", "second."))


def test_a_link_over_two_pages_has_an_annotation_on_each():
    root = Tag("Document")
    link = Tag("Link", Tag("P", root))
    pages = [
        page(text(link, words), links=(LinkArea(link, 72, 90, 60, 14, Destination(0, 0), "Top"),))
        for words in ("First ", "second.")
    ]
    assert read(*pages, root=root).tree.outline() == (
        "Document",
        ("P", ("Link", "First ", "@", "second.", "@")),
    )


def test_lines_of_a_paragraph_are_one_piece_of_content():
    root = Tag("Document")
    paragraph = Tag("P", root)
    items = [text(paragraph, f"line {number} ", 100 + 14 * number) for number in range(5)]
    (only,) = read(page(*items), root=root).tree.find("P")[0].kids
    assert only == "line 0 line 1 line 2 line 3 line 4 "


def test_artifacts_are_not_in_the_tree():
    root = Tag("Document")
    paragraph = Tag("P", root)
    rule = Line(72, 110, 500, 110, 0.5)
    items = text(None, "Running head"), text(paragraph, "A "), rule, text(paragraph, "B", 130)
    tree = read(page(*items), root=root).tree
    assert tree.outline() == ("Document", ("P", "A ", "B"))


def test_a_tag_without_content_is_not_written():
    root = Tag("Document")
    Tag("P", Tag("Sect", root))
    tree = read(page(text(Tag("H1", root), "Help")), root=root).tree
    assert tree.outline() == ("Document", ("H1", "Help"))


def test_entries_of_an_element():
    root = Tag("Document")
    section = Tag("Sect", root, language="fr", title="Aide")
    cell = Tag(
        "TH", section, attributes=(("Table", "Scope", "Column"), ("Table", "ColSpan", 2)), alternate="Heading"
    )
    tree = read(page(text(cell, "Aide")), root=root).tree
    (sect,), (header,) = tree.find("Sect"), tree.find("TH")
    assert (sect.entries["/Lang"], sect.entries["/T"]) == ("fr", "Aide")
    assert header.entries["/Alt"] == "Heading"
    assert header.entries["/A"] == {"/O": "/Table", "/Scope": "/Column", "/ColSpan": 2}


def test_what_is_heard_stands_in_the_element():
    """In the content too, for readers that know no tags; but for spans, where poppler would cut what follows."""
    root = Tag("Document")
    row = Tag("TR", Tag("Table", root, attributes=(("Table", "Summary", "Who is open"),)))
    day, hours = Tag("TH", row, full="Monday"), Tag("TD", row, heard="closed")
    label = Tag("Span", root, heard="Phone: ")
    data = render_pdf(document(page(text(day, "Mon "), text(hours, "- "), text(label, " ")), root=root))
    tree = Reading(data).tree
    assert tree.find("Table")[0].entries["/A"] == {"/O": "/Table", "/Summary": "Who is open"}
    assert tree.find("TH")[0].entries["/E"] == "Monday"
    assert tree.find("TD")[0].entries["/ActualText"] == "closed"
    assert tree.find("Span")[0].entries["/ActualText"] == "Phone: "
    content = PdfReader(io.BytesIO(data)).pages[0].get_contents().get_data()
    assert b"/TD<</MCID 1/ActualText(closed )>>BDC" in content and b"Phone" not in content


def test_a_link_over_two_lines_is_one_annotation():
    root = Tag("Document")
    link = Tag("Link", Tag("P", root))
    areas = [LinkArea(link, 72, y, 60, 14, "https://example.org", "Example") for y in (90, 104)]
    drawn = page(text(link, "two "), text(link, "lines", 114), links=tuple(areas))
    (paragraph,) = read(drawn, root=root).tree.find("P")
    assert paragraph.outline() == ("P", ("Link", "two lines", "@"))
    (annotation,) = paragraph.kids[0].kids[1:]
    assert annotation["/QuadPoints"][:8] == [72, 702, 132, 702, 72, 688, 132, 688]
    assert annotation["/Rect"] == [72, 674, 132, 702] and len(annotation["/QuadPoints"]) == 16


def test_attributes_of_two_owners_are_two_objects():
    attributes = (("List", "ListNumbering", "Decimal"), ("Layout", "BBox", (0, 0.5, 10, 20)))
    assert (
        attribute_objects(attributes)
        == b"[<</O/List/ListNumbering /Decimal>> <</O/Layout/BBox [0 0.5 10 20]>>]"
    )


def test_a_tag_outside_the_document_is_an_error():
    with pytest.raises(ValueError, match="not below the root"):
        read(page(text(Tag("P"), "Lost")), root=Tag("Document"))


@given(st.lists(st.lists(st.integers(0, 11), max_size=12), min_size=1, max_size=4))
def test_any_order_of_tags_is_read_back(pages):
    root = Tag("Document")
    sections = [Tag("Sect", root) for _ in range(3)]
    tags = [Tag("P", sections[number % 3]) for number in range(12)]
    items = [
        [text(tags[number], f"{number}.{place} ") for place, number in enumerate(each)] for each in pages
    ]
    reading = read(*(page(*each) for each in items), root=root)
    for number, tag in enumerate(tags):
        expected = "".join(item.text for each in items for item in each if item.tag is tag)
        found = [node for node in reading.tree.find("P") if node.text.startswith(f"{number}.")]
        assert "".join(node.text for node in found) == expected
        assert len(found) == bool(expected)


def test_the_parent_tree_has_leaves():
    root = Tag("Document")
    tags = [Tag("Link", root) for _ in range(200)]
    areas = tuple(LinkArea(link, 0, 100, 9, 9, "https://example.org", "x") for link in tags)
    reading = read(page(*(text(link, "link ") for link in tags), links=areas), root=root)
    assert len(reading.parents) == 201
    assert (
        len(reading.catalog["/StructTreeRoot"]["/ParentTree"]["/Kids"]) == 5
    )  # one of the pages, and four of the links
    assert reading.catalog["/StructTreeRoot"]["/ParentTreeNextKey"] == 201
