"""The call sheet on pages: every listing once, in order, with its questions, and a file that conforms."""

from dataclasses import replace
from datetime import date

import pytest

from guide import model
from guide.content.worklist import list_calls
from guide.language.words import ENGLISH
from guide.layout.editions.call_sheet import typeset_worklist
from guide.layout.pages import Line, Text
from guide.pdf.writer import render_pdf
from tests import verapdf


@pytest.fixture(scope="module")
def sheet(maker, letter):
    """Makes the Document of the call sheet of these listings."""

    def make(*listings, **more):
        guide = maker.guide(maker.section(*listings), **more)
        return typeset_worklist(guide, list_calls(guide), letter, ENGLISH)

    return make


def texts(document, bold=None):
    return [item for page in document.pages for item in page.items if isinstance(item, Text) and item.tag]


def test_every_listing_is_there_once_in_the_order_of_calls(sheet, maker):
    listings = [
        maker.listing(f"l{n}", verified=date(2026, 1, 30 - n) if n % 3 else None) for n in range(1, 20)
    ]
    document = sheet(*listings)
    headings = [
        item.text for item in texts(document) if item.tag.kind == "H2" and item.text.strip().isdecimal()
    ]
    never, old = [n for n in range(1, 20) if n % 3 == 0], [n for n in range(19, 0, -1) if n % 3]
    assert [int(text) for text in headings] == never + old
    assert [entry.title.split()[0] for entry in document.outline][1:] == [str(n) for n in never + old]


def test_nothing_leaves_the_frame(sheet, maker, letter):
    listings = [
        maker.listing(
            f"l{n}",
            name="A very long name of a group " * 5,
            hours=("Monday to Friday " * 20,),
            fees_description="word " * 400,
            locations=tuple(maker.office("Chicago", maker.phone()) for _ in range(n)),
        )
        for n in range(1, 8)
    ]
    document = sheet(*listings)
    grid = letter.grid
    for folio, page in enumerate(document.pages, 1):
        left = grid.left(folio)
        for item in page.items:
            if isinstance(item, Text) and item.tag and item.y < grid.foot - 1:
                assert grid.top <= item.y <= grid.bottom
                width = (letter.bold if item.face is letter.bold.main else letter.regular).width(
                    item.text.rstrip()
                ) * item.size
                assert left - 0.01 <= item.x and item.x + width <= left + grid.live + 0.01, item.text
            if isinstance(item, Line):
                assert left - 0.01 <= item.x1 <= item.x2 <= left + grid.live + 0.01


def test_the_sheet_says_when_and_by_whom(sheet, maker):
    said = "".join(
        item.text for item in texts(sheet(maker.listing(verified=date(2026, 3, 14), verified_by="Ann")))
    )
    assert "Verified 14 March 2026 by Ann. Section: Section. Id: one" in said
    assert "Never verified" in "".join(item.text for item in texts(sheet(maker.listing())))


@pytest.mark.skipif(not verapdf.available(), reason="veraPDF is not installed")
def test_the_file_conforms(sheet, maker, tmp_path):
    confidential = model.Location(address=model.Address(confidential=True, city="Chicago"))
    listings = [
        maker.listing(),
        maker.listing(
            "two",
            locations=(maker.office("Chicago", maker.phone()), confidential),
            languages="Żółć, Ελληνικά",
            verified=date(2026, 3, 14),
        ),
    ]
    listings += [replace(maker.listing(f"l{n}"), fees_description="word " * 900) for n in range(3)]
    path = tmp_path / "worklist.pdf"
    path.write_bytes(render_pdf(sheet(*listings)))
    assert verapdf.failed_rules([path]) == {}
