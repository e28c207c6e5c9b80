"""Some pages of a document: each named by its number, its headings in order, no link into what is not there."""

import pytest

from guide.build import write_pdf
from guide.layout.laid_out import LaidOut
from guide.layout.pages import Destination
from guide.layout.press.some_pages import headings, some_pages
from tests.verapdf import available, failed_rules


def document(maker):
    sections = [
        maker.section(
            maker.listing(f"a{n}", description=(maker.paragraph("Words. " * 40),)),
            id=f"s{n}",
            title=f"Section {n}",
        )
        for n in range(3)
    ]
    return maker.typeset(maker.guide(*sections))[0]


def some_of(maker):
    pages = [3, 0, 5, 4]
    return some_pages(document(maker), pages, {page: f"page {page}" for page in pages})


def test_a_page_is_read_by_its_number_first(maker):
    """A white page stands where none fits."""
    chosen = some_of(maker)
    assert [page.folio for page in chosen.pages] == ["3", "", "5", "4"] and chosen.pages[1].items == ()
    for page in (chosen.pages[0], chosen.pages[2]):
        levels = [int(tag.kind[1:]) for tag in headings(page)]
        assert levels[0] == 1 and all(b - a <= 1 for a, b in zip(levels, levels[1:]))
        assert headings(page)[0].heard == f"page {page.folio} "
    assert [entry.listing for entry in chosen.outline] == ["a0", "a1", "a2"]


@pytest.mark.slow
def test_a_file_of_some_pages_conforms(maker, tmp_path):
    path = tmp_path / "pages.pdf"
    path.write_bytes(write_pdf(LaidOut(some_of(maker)), "colour"))
    if available():
        assert not failed_rules([path])


def test_a_link_leads_to_a_page_that_is_there_or_nowhere(maker):
    whole = document(maker)
    leads = [link for page in whole.pages for link in page.links if isinstance(link.target, Destination)]
    assert leads
    chosen = some_pages(whole, [2, 3], {2: "page 2", 3: "page 3"})
    kept = [
        link.target.page
        for page in chosen.pages
        for link in page.links
        if isinstance(link.target, Destination)
    ]
    assert set(kept) <= {0, 1}
    there = {id(link.tag) for page in chosen.pages for link in page.links}
    assert all(link.tag.kind == "Span" for link in whole.pages[1].links if id(link.tag) not in there)
