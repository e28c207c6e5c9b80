"""A book of exactly so many pages: made to fit, filled up, or told by how many pages it cannot be."""

import pytest

from guide.errors import Mark
from guide.language.words import ENGLISH
from guide.layout.editions.exact import filled_words, pages_said
from guide.layout.editions.lay_out import lay_out
from guide.layout.editions.versions import Version
from guide.layout.pages import Text
from guide.layout.type.fonts import default_stacks
from guide.model import Edition, HelpLine, OwnPage, Paragraph, Phone, Span


@pytest.fixture
def book(maker, tmp_path):
    """Lays out three listings, with so many spare pages of the guide's own."""

    def make(own=0, helped=False, **more):
        pages = tuple(
            OwnPage(
                id=f"o{number}",
                title=f"Own {number}",
                mark=Mark(tmp_path / "o.md"),
                text=(Paragraph((Span("A recipe."),)),),
                spare=True,
            )
            for number in range(own)
        )
        phone = Phone(number="911", printed="911")
        guide = maker.guide(
            maker.section(*(maker.listing(f"l{number}") for number in range(3))),
            own_pages=pages,
            help_now=(HelpLine(text="In danger?", phone=phone),) if helped else (),
        )
        edition = Edition(name="x", mark=Mark(tmp_path / "x.yaml", 1, 1), **more)
        return lay_out([Version(guide, ENGLISH, default_stacks())], edition, guide)

    return make


def heads(page):
    return {item.text.strip() for item in page.items if isinstance(item, Text)}


def problem(done):
    assert done.laid_out is None
    (found,) = done.problems
    return found


def test_pages_that_are_enough_are_left_as_they_are(book):
    natural = len(book().document.pages)
    done = book(pages=natural)
    assert len(done.document.pages) == natural
    assert done.said[0].startswith(f"has {natural} pages: as it is")


def test_a_page_for_notes_and_white_ones_fill_up(book):
    """Before the form; at most three are white."""
    natural = book(press="single-sided", pages=1)
    least = int(problem(natural).message.rpartition(" ")[2])
    done = book(press="single-sided", pages=least + 4)
    pages = done.document.pages
    assert len(pages) == least + 4 and "filled up with a page for notes, 3 white" in done.said[0]
    assert "Notes" in heads(pages[-6]) | heads(pages[-5]) and "For staff" in heads(pages[-1])
    assert done.document.spare == 4


@pytest.mark.parametrize("over", [1, 5])
def test_too_few_pages_are_told_by_how_many(book, over):
    least = int(problem(book(press="single-sided", pages=1)).message.rpartition(" ")[2])
    found = problem(book(press="single-sided", pages=least + 4 + over))
    assert f"has {pages_said(over)} too few for {least + 4 + over}" in found.message
    assert "spare: yes" in found.hint and "or less" in found.hint


def test_too_many_pages_are_told_by_how_many(book):
    found = problem(book(pages=2))
    least = int(found.message.rpartition(" ")[2])
    assert f"has {pages_said(least - 2)} too many for 2" in found.message and f"pages: {least}" in found.hint


def test_spare_pages_of_the_guides_own_come_first_and_help_before_notes(book):
    """Own pages, help on the last page, notes, white."""
    least = int(problem(book(press="single-sided", pages=1, helped=True)).message.rpartition(" ")[2])
    done = book(own=2, helped=True, press="single-sided", pages=least + 5)
    words = "filled up with 2 pages of its own, help on the last page, a page for notes, 1 white"
    assert words in done.said[0] and len(done.document.pages) == least + 5
    assert "Need help now?" in heads(done.document.pages[-1])
    own = [number for number, page in enumerate(done.document.pages) if "A recipe." in heads(page)]
    assert len(own) == 2
    few = book(own=2, helped=True, press="single-sided", pages=least + 1)
    assert "filled up with 1 page of its own" in few.said[0]


def test_nobody_gets_help_or_notes_that_do_not_want_them(book):
    least = int(problem(book(press="single-sided", pages=1, help=(), notes=False)).message.rpartition(" ")[2])
    done = book(helped=True, help=(), notes=False, press="single-sided", pages=least + 3)
    assert done.said[0].endswith("filled up with 3 white")
    assert "too few" in problem(book(help=(), notes=False, press="single-sided", pages=least + 4)).message


def test_it_is_made_to_fit_first(maker):
    """Two pages fewer than it has by itself: something is given up, and the pages are exactly so many."""
    listings = [
        maker.listing(
            f"l{number}",
            description=(Paragraph((Span("Words and words. " * 60),)),),
            services=("Food", "Beds"),
        )
        for number in range(12)
    ]
    guide = maker.guide(maker.section(*listings))
    version = Version(guide, ENGLISH, default_stacks())
    natural = len(lay_out([version], Edition(name="x"), guide).document.pages)
    done = lay_out([version], Edition(name="x", pages=natural - 2), guide)
    assert len(done.document.pages) == natural - 2 and "no index by topic" in done.said[0]


def test_what_is_said():
    assert filled_words(8, (), ()) == "has 8 pages: as it is"
    assert filled_words(8, ("no index",), ("a", "b")) == "has 8 pages: no index; filled up with a, b"
