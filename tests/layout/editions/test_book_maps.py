"""Maps in a book: where they stand, in the contents, in the bookmarks."""

import io
from dataclasses import replace

import pypdf
import pytest

from guide.language.words import ENGLISH
from guide.layout.editions.book import typeset
from guide.layout.editions.book_parts import BookOptions
from guide.layout.pages import Drawing
from guide.pdf.writer import render_pdf
from tests import verapdf
from tests.sketched import at, town_map


@pytest.fixture
def book(maker, letter):
    """Sets a guide of one listing with maps, given as keys of their plans."""

    def make(*plans):
        guide = maker.guide(maker.section(maker.listing("a", locations=(at(maker, 0, 0),))))
        maps = tuple(town_map(**plan) for plan in plans)
        return typeset(replace(guide, maps=maps), letter, ENGLISH, BookOptions())[0]

    return make


def folios(document):
    return [
        number
        for number, page in enumerate(document.pages, 1)
        if any(isinstance(item, Drawing) for item in page.items)
    ]


@pytest.mark.parametrize(
    "place,behind", [("page 2", "Contents"), ("listings", "1. Section"), ("index", "Index")]
)
def test_a_map_stands_where_the_edition_says(book, maker, place, behind):
    document = book({"place": place, "title": "Our streets"})
    (folio,) = folios(document)
    titles = [entry.title for entry in document.outline]
    assert titles[titles.index("Our streets") - 1].endswith(behind.removeprefix("1. "))
    contents = " ".join(maker.lines(document.pages[1]))
    assert f"Our streets {folio}" in contents


def test_several_maps_each_have_a_place_of_their_own(book):
    document = book(
        {"title": "First"}, {"title": "Second", "place": "page 2"}, {"title": "Nobody", "sections": ("x",)}
    )
    assert len(folios(document)) == 2
    titles = [entry.title for entry in document.outline]
    assert titles.index("Second") < titles.index("First") and "Nobody" not in titles


def test_a_book_without_maps_says_nothing_of_them(book):
    document = book()
    assert folios(document) == [] and not [each for each in document.said if "map" in each]


@pytest.mark.slow
@pytest.mark.skipif(not verapdf.available(), reason="the packages that carry veraPDF are not installed")
def test_a_book_with_a_map_conforms_to_both_standards(book, tmp_path):
    path = tmp_path / "map.pdf"
    path.write_bytes(render_pdf(book({})))
    assert verapdf.failed_rules([path]) == {}


def test_a_map_is_a_figure_with_its_frame_and_the_words_of_its_picture(book):
    data = pypdf.PdfReader(io.BytesIO(render_pdf(book({}))))
    (folio,) = folios(book({}))
    assert "Garfield Park" in data.pages[folio - 1].extract_text()
    figures = [
        each for each in elements(data.trailer["/Root"]["/StructTreeRoot"]) if each.get("/S") == "/Figure"
    ]
    (figure,) = (each for each in figures if "sketch map" in each.get("/Alt", ""))
    left, bottom, right, top = (float(each) for each in figure["/A"]["/BBox"])
    assert right - left == pytest.approx(book({}).pages[folio - 1].width - 2 * left, abs=40) and top > bottom


def elements(element):
    """Every structure element below one, and itself."""
    yield element
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        kid = kid.get_object()
        if isinstance(kid, dict) and "/S" in kid:
            yield from elements(kid)
