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
from guide.press import for_the_printer, needs_all_pages, no_paper, paper_of, paper_of_pages
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


def test_one_page_alone_is_printed_on_one_side(document):
    found = printed(replace(document, pages=document.pages[:1], outline=()), "n-up", up=2)
    assert found.sheets == 1 and ", one side; cut the pile into 2" in found.said[0]
    assert len(pypdf.PdfReader(io.BytesIO(found.files["zine-n-up.pdf"])).pages) == 1


def test_a_print_shop_gets_a_page_for_each_page(document):
    found = printed(document, "print-shop")
    assert list(found.files) == ["zine-print-shop.pdf"] and found.files["zine-print-shop.pdf"].startswith(
        b"%PDF"
    )
    assert found.sheets == -(-len(document.pages) // 2)


@pytest.mark.parametrize(
    ("press", "more"),
    [("duplex", {}), ("duplex", {"flip": "short"}), ("single-sided", {}), ("booklet", {}), ("booklet", {"copies": 2}),
     ("n-up", {"up": 2}), ("n-up", {"up": 4, "copies": 1}), ("n-up", {"up": 4, "copies": 2}), ("print-shop", {})],
)  # fmt: skip
def test_paper_is_counted_without_a_file(document, press, more):
    found = printed(document, press, **more)
    edition = Edition(name="zine", press=press, **more)
    assert paper_of_pages(len(document.pages), edition) == (found.sheets, found.copies)


def test_pages_that_are_elsewhere_are_no_sheet(document):
    """Whoever asks has to make the document whole before."""
    laid_out = LaidOut(document, elsewhere=object())
    with pytest.raises(ValueError, match="elsewhere"):
        for_the_printer(laid_out, Edition(name="zine", press="booklet"))


def test_paper_is_called_by_its_name_or_size():
    assert paper_of([sheet(612, 792)]) == "Letter" and paper_of([sheet(720, 360)]) == "paper of 10 x 5 in"
    problem = no_paper(sheet(720, 360), Edition(name="zine", press="n-up", up=4), Mark(Path("zine.yaml")))
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


@pytest.mark.parametrize("flip, turned", [("", None), ("short", None), ("long", [False, True])])
def test_the_inside_of_a_leaflet_is_turned_for_the_long_edge(document, flip, turned):
    """The first two pages stand for its sides: the second is upside down, in a file of its own."""
    lying = tuple(replace(page, width=page.height, height=page.width) for page in document.pages[:2])
    found = for_the_printer(
        LaidOut(replace(document, pages=lying)), Edition(name="fold", format="trifold-letter", flip=flip)
    )
    assert found.sheets == 1 and f"flipped on the {flip or 'short'} edge" in found.said[0]
    assert list(found.files) == (["fold-long-edge.pdf"] if turned else [])
    if turned:
        assert turned_pages(found.files["fold-long-edge.pdf"]) == (turned, "/DuplexFlipLongEdge")


def turned_pages(data):
    """(whether each page is upside down, what the file asks of the printer)."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    asked = reader.trailer["/Root"]["/ViewerPreferences"]["/Duplex"]
    return [b"-1 0 0 -1" in page.get_contents().get_data() for page in reader.pages], asked


@pytest.mark.parametrize("flip, turned", [("", False), ("short", False), ("long", True)])
def test_a_booklet_comes_out_right_for_either_edge(document, flip, turned):
    """Backs are turned for the long edge, and the build and the file say what to set."""
    found = printed(document, "booklet", flip=flip)
    assert f"flipped on the {flip or 'short'} edge" in found.said[0]
    sides, asked = turned_pages(found.files["zine-booklet.pdf"])
    assert sides == [turned and side % 2 == 1 for side in range(len(sides))]
    assert asked == ("/DuplexFlipLongEdge" if turned else "/DuplexFlipShortEdge")


def test_a_book_can_be_turned_over_on_the_short_edge(document):
    """Its pages are in a file of their own then."""
    assert printed(document, "duplex", flip="long").files == {}
    found = printed(document, "duplex", flip="short")
    sides, asked = turned_pages(found.files["zine-short-edge.pdf"])
    assert sides == [side % 2 == 1 for side in range(len(document.pages))] and asked == "/DuplexFlipShortEdge"
    assert found.said == (
        "print zine-short-edge.pdf on Letter, both sides, flipped on the short edge, at actual size",
    )
    assert needs_all_pages(Edition(name="x", flip="short")) and not needs_all_pages(
        Edition(name="x", flip="long")
    )


@pytest.mark.parametrize(
    "copies, words",
    [
        (0, "cut the pile into 4: 8 sheets make 4 copies"),
        (4, "cut the pile into 4: 8 sheets make 4 copies"),
        (2, "cut the pile into 2 copies, each of them into 2, and lay the parts on each other"),
        (
            1,
            "cut the pile into 4 and lay the parts on each other, row by row from the left, the first on top: 2 ",
        ),
    ],
)
def test_a_sheet_is_cut_into_copies_or_into_parts_of_one(document, copies, words):
    pages = replace(document, pages=(document.pages * 4)[:16])
    found = printed(pages, "n-up", up=4, copies=copies)
    assert words in found.said[0] and "flipped on the " in found.said[0]
    assert (found.copies, found.sheets) == (copies or 4, 2 * (copies or 4))


def test_two_booklets_on_a_sheet(document):
    found = printed(document, "booklet", copies=2)
    assert found.copies == 2 and "cut the pile in half, and fold each part" in found.said[0]
    assert [problem.name for problem in found.problems] == ["no-paper"]  # of four Letter pages


@pytest.mark.parametrize(
    "press, more, keys",
    [
        ("duplex", {"copies": 2}, ["copies"]),
        ("single-sided", {"flip": "long"}, ["flip"]),
        ("print-shop", {"flip": "short", "copies": 2}, ["flip", "copies"]),
        ("n-up", {"flip": "short", "copies": 2}, []),
    ],
)
def test_what_a_press_has_no_use_for_is_told(document, press, more, keys):
    problems = [each for each in printed(document, press, **more).problems if each.name == "not-used"]
    assert [problem.message.split(": ")[1].split()[0] for problem in problems] == keys
