"""The edition of a handout, from an edition of the guide."""

import pytest

from guide.batch.editions import as_handout
from guide.errors import GuideError
from guide.model import Edition


def test_few_pages_have_listings_alone():
    """No cover, contents, index or form; what is made for many pages stays as it is."""
    edition = Edition(name="guide", cover="full", fit=8, news="page 2", attach=("text",))
    few = as_handout(edition, 4, False)
    assert (few.cover, few.contents, few.index, few.form, few.about, few.fit) == (
        "none",
        "none",
        (),
        False,
        "none",
        0,
    )
    assert few.help == ("box",) and as_handout(Edition(name="x", help=("ends",)), 4, False).help == ("ends",)
    packet = as_handout(edition, 8, False)
    assert packet.cover == "full" and packet.form and packet.index
    assert few.news == packet.news == "none"  # who gets a handout has had none before
    assert few.attach == packet.attach == ()  # it would have no head for the person


@pytest.mark.parametrize("format, half", [("letter", "half-letter"), ("a4", "a5"), ("a5", "a5")])
def test_two_copies_stand_on_half_pages(format, half):
    """Beside each other on a sheet."""
    edition = as_handout(Edition(name="x", format=format), 2, True)
    assert (edition.format, edition.press, edition.up, edition.copies) == (half, "n-up", 2, 2)


def test_a_sheet_of_its_own_is_not_put_beside_another():
    """It has the size of a sheet, or folds."""
    with pytest.raises(GuideError, match="leaflet, and two copies"):
        as_handout(Edition(name="x", format="trifold-letter"), 2, True)


def test_what_is_read_on_a_screen_is_no_handout():
    """It has no pages."""
    with pytest.raises(GuideError, match="is not printed"):
        as_handout(Edition(name="x", format="web"), 2, False)
