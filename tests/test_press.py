"""What a printer needs of an edition: files by name, sheets of paper, and what to say."""

import io
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from guide.errors import Mark
from guide.language.words import ENGLISH
from guide.layout.editions.book import BookOptions, typeset
from guide.layout.laid_out import LaidOut
from guide.layout.pages import Area
from guide.layout.press.sheet import Placement, Sheet
from guide.model import Edition, PrintingCondition, Spot
from guide.press import for_the_printer, no_paper, paper_of
from tests.pdf.samples import press_profile


@pytest.fixture(scope="module")
def document(maker):
    """A multiple of four pages."""
    guide = maker.guide(maker.section(*(maker.listing(f"l{n}") for n in range(4))))
    return typeset(guide, maker.style, ENGLISH, BookOptions(multiple=4))[0]


def printed(document, press, **more):
    return for_the_printer(LaidOut(document), Edition(name="zine", press=press, **more))


def sheet(width, height):
    return Sheet(width=width, height=height, placements=(Placement(0, 0, 0, Area(0, 0, width, height)),))


@pytest.mark.parametrize("press, each", [("duplex", 2), ("single-sided", 1)])
def test_pages_need_no_file_of_their_own(document, press, each):
    found = printed(document, press)
    assert (found.files, found.sheets, found.copies) == ({}, -(-len(document.pages) // each), 1)


def test_a_booklet_has_four_pages_on_a_sheet(document):
    found = printed(document, "booklet")
    assert (list(found.files), found.sheets) == (["zine-booklet.pdf"], -(-len(document.pages) // 4))
    assert "both sides, flipped on the short edge" in found.said[0]


def test_several_pages_on_a_sheet_make_several_copies(document):
    found = printed(document, "n-up", up=2)
    assert (list(found.files), found.copies) == (["zine-n-up.pdf"], 2)
    assert "cut the pile into 2" in found.said[0] and f"{found.sheets} sheets make 2 copies" in found.said[0]


def test_a_print_shop_gets_a_page_for_each_page(document):
    found = printed(document, "print-shop")
    assert list(found.files) == ["zine-print-shop.pdf"] and found.files["zine-print-shop.pdf"].startswith(
        b"%PDF"
    )
    assert found.sheets == -(-len(document.pages) // 2)


def test_pages_that_are_elsewhere_are_no_sheet(document):
    """Whoever asks has to make the document whole before."""
    laid_out = LaidOut(document, elsewhere=object())
    with pytest.raises(ValueError, match="elsewhere"):
        for_the_printer(laid_out, Edition(name="zine", press="booklet"))


def test_paper_is_called_by_its_name_or_size():
    assert paper_of([sheet(612, 792)]) == "Letter" and paper_of([sheet(720, 360)]) == "paper of 10 x 5 in"
    problem = no_paper(sheet(720, 360), Edition(name="zine", up=4), Mark(Path("zine.yaml")))
    assert problem.name == "no-paper" and "10.00 x 5.00 in" in problem.message and "zine" in problem.message


def test_a_print_shop_is_told_of_its_inks(document, tmp_path):
    """A second ink only where the edition prints with it; with its profile the file is PDF/X-4."""
    (tmp_path / "shop.icc").write_bytes(press_profile())
    condition = PrintingCondition("FOGRA52", str(tmp_path / "shop.icc"))
    ink = Spot("PANTONE 3155 C")
    whole = printed(document, "print-shop", ink="spot", spot=ink, printing_condition=condition)
    assert whole.said == (
        "send zine-print-shop.pdf to the print shop: black and PANTONE 3155 C, PDF/X-4 for FOGRA52",
    )
    bare = printed(document, "print-shop", ink="black", spot=ink)
    assert "PANTONE" not in bare.said[0] and "it becomes PDF/X-4" in bare.said[0]
    assert b"PANTONE" not in bare.files["zine-print-shop.pdf"]


def test_a_second_ink_is_the_accent_on_an_office_printer(document):
    assert printed(document, "booklet", ink="spot", spot=Spot("A")) == printed(document, "booklet")


@pytest.mark.parametrize("flip, turned", [("short", None), ("long", [False, True])])
def test_the_inside_of_a_leaflet_is_turned_for_the_long_edge(document, flip, turned):
    """The first two pages stand for its sides: the second is upside down, in a file of its own."""
    sides = replace(document, pages=document.pages[:2])
    found = for_the_printer(LaidOut(sides), Edition(name="fold", format="trifold-letter", flip=flip))
    assert found.sheets == 1 and f"flipped on the {flip} edge" in found.said[0]
    assert list(found.files) == (["fold-long-edge.pdf"] if turned else [])
    if turned:
        pages = pypdf.PdfReader(io.BytesIO(found.files["fold-long-edge.pdf"])).pages
        assert [b"-1 0 0 -1" in page.get_contents().get_data() for page in pages] == turned
