"""The call sheet on pages: every listing once, in order, with its questions, and a file that conforms."""

from dataclasses import replace
from datetime import date

import pytest

from guide import model
from guide.content.worklist import list_calls
from guide.language.words import ENGLISH
from guide.layout.editions.call_sheet import FRAME, SheetWords, filling, typeset_worklist
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
                assert FRAME[0] <= item.y <= FRAME[1]
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
    assert "Last check: 14 March 2026 by Ann. Section: Section. Id: one" in said
    assert "Last check: never. Section: Section" in "".join(
        item.text for item in texts(sheet(maker.listing()))
    )


def test_the_sheet_says_what_is_on_it_and_when_it_was_printed(maker, letter):
    guide = maker.guide(maker.section(maker.listing()))
    said = SheetWords("part 2 of 5", date(2026, 11, 30))
    document = typeset_worklist(guide, list_calls(guide), letter, ENGLISH, said)
    words = " ".join(maker.lines(document.pages[0]))
    assert "Printed 30 November 2026." in words and "1 of them on this sheet: part 2 of 5." in words
    every = [item.text for item in maker.texts(document.pages[0], False)]
    assert "Call sheet, part 2 of 5" in every and "Page 1 of 1" in every
    assert "Help near here, edition 1. Printed 30 November 2026." in every


def test_a_long_name_is_cut_and_still_said_to_go_on(sheet, maker):
    """In one line."""
    many = tuple(maker.office("Chicago", maker.phone(), hours=("Monday 9 am",) * 3) for _ in range(14))
    document = sheet(maker.listing("huge", name="Harm Reduction " * 20, locations=many))
    (text,) = {
        item.text
        for page in document.pages
        for item in maker.texts(page, False)
        if "(continued)" in item.text
    }
    assert text.startswith("1  Harm Reduction") and text.endswith("\u2026 (continued)")


def test_a_listing_is_on_one_page_where_it_fits_one(sheet, maker):
    """And one that is higher than a page says its name again where it runs on."""
    many = tuple(maker.office("Chicago", maker.phone(), hours=("Monday 9 am",) * 3) for _ in range(14))
    listings = [maker.listing(f"l{n}", locations=many[: n % 5]) for n in range(1, 20)]
    document = sheet(maker.listing("huge", name="Huge", locations=many), *listings)
    pages = {}
    for folio, page in enumerate(document.pages):
        for item in maker.texts(page):
            tag = item.tag
            while tag and tag.kind != "Sect":
                tag = tag.parent
            pages.setdefault(tag, set()).add(folio)
    assert sorted(map(len, pages.values())) == [1] * 20 + [2]
    runs_on = [
        item.text
        for page in document.pages
        for item in maker.texts(page, False)
        if "(continued)" in item.text
    ]
    assert runs_on == ["1  Huge (continued)"]
    assert len(document.pages) <= 12


def test_listings_of_one_month_fill_the_pages():
    """The next in order comes first on a page; only where it has no room there does a near one of its month."""
    march, april = (2026, 3), (2026, 4)
    assert filling([300, 400, 300, 300], [march] * 4, 640, 0) == [0, 2, 1, 3]
    assert filling([300, 400, 300, 300], [march, march, april, april], 640, 0) == [0, 1, 2, 3]
    assert filling([300, *[400] * 12, 300], [march] * 14, 640, 0) == list(range(14))
    assert filling([600, 30], [march] * 2, 640, 100) == [1, 0]


@pytest.mark.slow
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
