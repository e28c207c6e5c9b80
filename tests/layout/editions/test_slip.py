"""The slip: the measures of the look, its pages, its words in other languages."""

from datetime import date

import pytest

from guide.build import write_pdf
from guide.layout.editions.slip import SlipFacts, set_slip
from guide.layout.laid_out import LaidOut
from guide.layout.pages import Box, Line, Text
from tests.corrected import guides
from tests.thorough import covering
from tests.verapdf import available, failed_rules

FACTS = SlipFacts(2, 1, date(2027, 4, 20))


def phones(maker, *numbers):
    return [maker.listing(f"n{place}", phones=(maker.phone(each),)) for place, each in enumerate(numbers)]


def slip(maker, facts=FACTS, count=2, paper="Letter", **more):
    before = phones(maker, *(f"312-555-01{n:02}" for n in range(count)))
    after = phones(maker, *(f"312-555-02{n:02}" for n in range(count)))
    return set_slip(guides(maker, before, after, **more), facts, paper)


def text(page, words):
    return next(item for item in page.items if isinstance(item, Text) and item.text.strip() == words)


def test_the_measures_of_the_look(maker):
    """Margins of 42 and 36, the band 24 high, the heading 16 below; number, name, label and text at 0, 30, 30 and 114."""
    document = slip(maker, website="https://guide.example/fix")
    (page,) = document.pages
    band = next(item for item in page.items if isinstance(item, Box))
    assert band[:4] == (42, 36, 312, 24)
    assert text(page, "Corrections to edition 1").y == 36 + 24 + 16 + 18
    assert text(page, "1").x == 42 and text(page, "Name of n0").x == 72 == text(page, "Cross out").x
    assert text(page, "312-555-0100").x == text(page, "312-555-0200").x == 42 + 114
    assert text(page, "312-555-0200").size == 15 and text(page, "312-555-0100").size == 12
    assert text(page, "guide.example/fix").size == 12 and text(page, "2 corrections").size == 11
    assert text(page, "2 corrections").bounds.right == pytest.approx(354)
    hairlines = [item for item in page.items if isinstance(item, Line) and item.width == 0.5]
    assert [(line.x1, line.x2) for line in hairlines] == [(42, 354)] * 2


def test_its_words(maker, golden):
    """All that it says, in reading order."""
    before = [
        maker.listing("a", "Drop-in Example", phones=(maker.phone("312-555-0160"),)),
        maker.listing("b", "Example Day Room", locations=(maker.office("Chicago"),)),
        maker.listing("c", "Example Legal Desk", description=(maker.paragraph("Helps."),)),
    ]
    after = [
        maker.listing(
            "a", "Drop-in Example", phones=(maker.phone("312-555-0161"),), alert="Closed on Mondays"
        ),
        maker.listing("b", "Example Day Room", locations=(maker.office("Evanston"),)),
        maker.listing(
            "d", "Example Evening Group", phones=(maker.phone(),), description=(maker.paragraph("Meets."),)
        ),
    ]
    pages = set_slip(guides(maker, before, after), FACTS).pages
    golden("errata/slip.txt", "\n".join(line for page in pages for line in maker.lines(page)) + "\n")


def test_the_first_slip_takes_the_place_of_none(maker):
    (page,) = slip(maker, SlipFacts(1, 0, date(2027, 4, 20)), 1).pages
    said = " ".join(maker.lines(page))
    assert "Slip 1, April 2027. Keep it in the guide." in said and "1 correction" in said


def test_no_correction_is_parted_and_none_is_lost(maker):
    """They follow each other over the pages, each whole; every page has the band and says which of how many it is."""
    document = slip(maker, count=30)
    counted = [
        line for page in document.pages for line in maker.lines(page, False) if "corrections (" in line
    ]
    assert [line[-6:] for line in counted] == [
        f" ({n}/{len(document.pages)})"[-6:] for n in range(1, len(document.pages) + 1)
    ]
    for page in document.pages:
        said = [item.text.strip() for item in page.items if isinstance(item, Text)]
        assert said.count("Cross out") == said.count("Write") > 0
        assert max(item.bounds.bottom for item in page.items) <= page.height - 36
    numbers = [
        item.text
        for page in document.pages
        for item in page.items
        if isinstance(item, Text) and item.text.startswith("312-555-02")
    ]
    assert len(numbers) == 30 and len(document.outline) == 30


def test_what_is_higher_than_a_page_runs_on(maker):
    """Line by line, within the page."""
    before = maker.listing("a", description=(maker.paragraph("Short."),))
    after = maker.listing("a", description=(maker.paragraph("many words " * 250),))
    document = set_slip(guides(maker, [before], [after]), FACTS)
    assert len(document.pages) > 1
    said = " ".join(line for page in document.pages for line in maker.lines(page))
    assert said.count("many") == 250
    assert all(item.bounds.bottom <= page.height - 36 for page in document.pages for item in page.items)


@pytest.mark.slow
@pytest.mark.parametrize(("language", "paper"), covering(["en", "es", "ru", "ar"], ["Letter", "A4"]))
def test_it_conforms_in_every_direction(maker, with_language, tmp_path, language, paper):
    """PDF/UA-1 and PDF/A-2a, of half a sheet of the paper."""
    with_language(language)
    document = slip(maker, count=12, paper=paper, language=language, website="guide.example")
    assert (document.pages[0].width, document.leftward) == (
        396 if paper == "Letter" else 419.5,
        language == "ar",
    )
    path = tmp_path / "slip.pdf"
    path.write_bytes(write_pdf(LaidOut(document), "colour"))
    if available():
        assert failed_rules([path]) == {} or not failed_rules([path])


@pytest.mark.parametrize("paper", ["Letter", "A4"])
def test_a_slip_in_large_print_is_a_whole_page(maker, paper):
    """No type is smaller than 18, and nothing runs over the frame."""
    before, after = (phones(maker, *(f"312-555-0{n}{k:02}" for k in range(6))) for n in (1, 2))
    document = set_slip(guides(maker, before, after, website="guide.example"), FACTS, paper, True)
    assert len(document.pages) > 1
    for page in document.pages:
        assert (page.width, page.height) == {"Letter": (612, 792), "A4": (595.3, 841.9)}[paper]
        assert min(item.size for item in page.items if isinstance(item, Text)) >= 18
        assert max(item.bounds.bottom for item in page.items) <= page.height - 36
        assert max(item.bounds.right for item in page.items) <= page.width - 41
