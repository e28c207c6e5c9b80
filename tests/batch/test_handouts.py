"""One handout: the nearest listings, as many as its pages hold, under the name of whom it is for."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from guide.batch.handouts import Handouts, Wish
from guide.errors import GuideError
from guide.model import Edition, Personal
from guide.project import open_project
from tests.batch.people import write_guide

PLAIN = Edition(
    name="handout",
    cover="none",
    contents="none",
    how_to_use="none",
    signs="none",
    about="none",
    index=(),
    form=False,
    open="none",
    language_help=(),
)
ANA = Personal(greeting="For Ana Ruiz", fields=(("Case worker", "J. Smith"),))


@pytest.fixture(scope="module")
def handouts(tmp_path_factory):
    folder = write_guide(tmp_path_factory.mktemp("guide"))
    return Handouts(guide=open_project(folder).printed, folder=folder)


def words(handout):
    pages = PdfReader(BytesIO(handout.files[".pdf"])).pages
    return " ".join(word for page in pages for word in page.extract_text().split())


@pytest.mark.parametrize("format", ["letter", "half-letter", "one-sheet", "trifold-letter"])
def test_it_is_for_one_person(handouts, format):
    """Greeting and fields stand on the first page, with the listings of the wish and no others."""
    wish = Wish(edition=replace(PLAIN, format=format), listings=("food-3", "beds-1"), pages=2, personal=ANA)
    made = handouts.make(wish)
    first = PdfReader(BytesIO(made.files[".pdf"])).pages[0].extract_text()
    assert "For Ana Ruiz" in first and "Case worker: J. Smith" in first
    text = words(made)
    assert "Food 3" in text and "Beds 1" in text and "Food 7" not in text
    assert made.listings == ("food-3", "beds-1") and not made.left_out and made.pages <= 2


def test_what_is_farthest_is_left_out_and_told(handouts):
    """As many as the page holds, the first of the wish; the page says how many there are more."""
    ids = tuple(f"food-{number}" for number in range(29, -1, -1))
    made = handouts.make(Wish(edition=PLAIN, listings=ids, pages=1, personal=ANA))
    assert made.pages == 1 and made.listings + made.left_out == ids
    assert 2 < len(made.listings) < 20
    assert f"{len(made.left_out)} more places. The full guide has 60 listings." in words(made)
    more = handouts.make(Wish(edition=PLAIN, listings=ids, pages=2, personal=ANA))
    assert more.pages == 2 and len(more.listings) > len(made.listings)


def test_listings_stand_in_the_order_of_the_wish(handouts):
    """The nearest first, though the file has another order."""
    text = words(handouts.make(Wish(edition=PLAIN, listings=("food-9", "food-2"), pages=1)))
    assert text.index("Food 9") < text.index("Food 2")


def test_two_copies_stand_on_a_sheet(handouts):
    """The same page twice, beside each other; the file for reading stays as it is."""
    edition = replace(PLAIN, format="half-letter", press="n-up", up=2, copies=2)
    made = handouts.make(Wish(edition=edition, listings=("food-1",), pages=2, personal=ANA))
    (sheet, *_) = PdfReader(BytesIO(made.files["-n-up.pdf"])).pages
    assert sheet.extract_text().count("For Ana Ruiz") == 2
    assert words(made).count("For Ana Ruiz") == 1


def test_what_cannot_be_made_is_told(handouts):
    """With what is wrong, and nothing is made."""
    with pytest.raises(GuideError, match="does not fit"):
        handouts.make(Wish(edition=replace(PLAIN, cover="full"), listings=("food-1",), pages=1))
