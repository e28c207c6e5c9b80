"""What is different between two guides."""

from datetime import date

import pytest

from guide.model.changes import CHANGE_KINDS, Change, Changes, WholeChange
from guide.model.changes import FieldChange as Field


@pytest.mark.parametrize("kind", CHANGE_KINDS)
def test_what_a_reader_does_not_see_is_no_news(kind):
    assert Change(id="a", kind=kind, name="A").is_news is (kind not in ("verified", "renamed"))


def test_listings_with_a_later_check_are_counted(maker):
    """Whatever else is different of them; those that are new are not."""
    first, later = date(2026, 1, 1), date(2026, 2, 1)
    listing = maker.listing("a")
    changes = Changes(
        listings=(
            Change(id="a", kind="changed", name="A", old=listing, new=listing, verified=(first, later)),
            Change(id="b", kind="verified", name="B", old=listing, new=listing, verified=(None, later)),
            Change(id="c", kind="verified", name="C", old=listing, new=listing, verified=(later, first)),
            Change(id="d", kind="new", name="D", new=listing, verified=(None, later)),
        )
    )
    assert changes.newly_verified == 2
    assert [each.id for each in changes.of("changed", "new")] == ["a", "d"]


def test_there_is_something_or_nothing():
    assert not Changes()
    assert Changes(withdrawn=1)
    assert Changes(whole=(WholeChange(owner="guide", field=Field(key="title")),))
