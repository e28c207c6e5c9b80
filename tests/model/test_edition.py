"""What an edition prints of who is open when."""

import pytest

from guide.model import Edition
from guide.model.edition import USUAL_OPEN


@pytest.mark.parametrize(
    "written, part",
    [
        ({}, USUAL_OPEN),
        ({"open": "late"}, "late"),
        ({"open": "none"}, "none"),
        ({"open_now": True}, "grid"),
        ({"open_now": True, "open": "late"}, "late"),
    ],
)
def test_what_is_written_now_before_what_was_written_once(written, part):
    assert Edition(name="x", **written).open_part == part
