"""What stands before the listings of a book: which form of contents, what beside it, and the switches."""

import pytest

from guide.language.words import ENGLISH
from guide.layout.editions.book import typeset
from guide.layout.editions.book_parts import BookOptions
from guide.layout.editions.lay_out import lay_out
from guide.layout.editions.versions import Version
from guide.layout.type.style import make_style
from guide.model import Edition


@pytest.fixture
def words(maker):
    """The words of each page of a guide of so many listings in some sections."""

    def make(count, sections=1, format="letter", **options):
        style = make_style(format, "#0B4A8C", (maker.style.regular, maker.style.bold))
        parts = [
            maker.section(
                *(maker.listing(f"n{place}-{n}") for n in range(count // sections)),
                id=f"s{place}",
                title=f"Part {place}",
            )
            for place in range(sections)
        ]
        document, _ = typeset(maker.guide(*parts), style, ENGLISH, BookOptions(**options))
        return [" ".join(text.text.strip() for text in maker.texts(page)) for page in document.pages]

    return make


@pytest.mark.parametrize("count, listed", [(1, True), (30, True), (64, False), (160, False)])
def test_listings_are_in_the_contents_while_page_2_holds_all(words, count, listed):
    """Else sections alone, and what tells of the guide stays on page 2."""
    page = words(count, 4 if count > 1 else 1)[1]
    assert ("Name of n0-0" in page) is listed
    for title in (ENGLISH.signs, ENGLISH.about):
        assert page.count(title) == 1, title


@pytest.mark.parametrize("format", ["letter", "half-letter", "large-print", "pocket"])
def test_signs_stand_before_the_first_listing(words, format):
    """In every format, and only once; how to use the guide too, on the cover or behind it."""
    pages = words(12, 4, format)
    mark = "Name of n0-0" if format == "pocket" else ENGLISH.unverified  # rows have the circle alone
    first = next(place for place, text in enumerate(pages) if mark in text)
    for title in (ENGLISH.signs, ENGLISH.how_to_use, ENGLISH.about):
        assert " ".join(pages[:first]).count(title) == 1 and title not in " ".join(pages[first:]), title


@pytest.mark.parametrize("form, named", [("listing", True), ("section", False), ("none", False)])
def test_the_form_of_the_contents_can_be_chosen(words, form, named):
    page = words(8, 4, contents=form)[1]
    assert ("Name of n0-0" in page) is named and ("Contents" in page) is (form != "none")
    assert ENGLISH.signs in page


def test_every_part_can_be_switched_off(words):
    """A book of a cover and listings: nothing names what is not there."""
    pages = words(
        3,
        contents="none",
        signs=False,
        how_to_use=False,
        about_guide=False,
        index=(),
        form=False,
        notes=False,
    )
    text = " ".join(pages)
    for each in ("Contents", ENGLISH.signs, ENGLISH.how_to_use, "ndex", ENGLISH.form_title, "form on"):
        assert each not in text, each
    assert "Name of n0-0" in pages[1] and ENGLISH.leaflet_wrong in text and len(pages) == 2


def test_signs_off_with_unchecked_listings_is_a_warning(maker):
    guide = maker.guide(maker.section(maker.listing()))
    version = Version(guide, ENGLISH, (maker.style.regular, maker.style.bold))

    def names(**more):
        return [problem.name for problem in lay_out([version], Edition(name="x", **more), guide).problems]

    assert names(signs="none") == ["signs-off"] and names() == []
