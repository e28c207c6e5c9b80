"""Short ways to say two guides that differ."""

import pytest

from guide.content.compare.listings import compare


@pytest.fixture
def change_of(maker):
    """change_of(before, after): the one change between two guides of a listing each; None where nothing is different."""

    def find(before, after):
        old, new = (maker.guide(maker.section(*some)) for some in ((before,), (after,)))
        changes = compare(old, new).listings
        assert len(changes) < 2
        return changes[0] if changes else None

    return find
