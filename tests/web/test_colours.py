"""The colour of an edition on a dark ground."""

import pytest

from guide.colours import ACCENTS
from guide.layout.type.colour import contrast
from guide.web.colours import DARK_GROUND, on_dark


@pytest.mark.parametrize(
    "accent", [*(each.screen for each in ACCENTS.values()), "#123456", "#000000", "#7A1010"]
)
def test_it_is_seen_on_a_dark_ground(accent):
    assert contrast(on_dark(accent), DARK_GROUND) >= 9
