"""The colour of an edition on a dark ground."""

import pytest

from guide.colours import ACCENTS
from guide.web.colours import DARK_GROUND, contrast, on_dark


@pytest.mark.parametrize(
    "accent", [*(each.screen for each in ACCENTS.values()), "#123456", "#000000", "#7A1010"]
)
def test_it_is_seen_on_a_dark_ground(accent):
    assert contrast(on_dark(accent), DARK_GROUND) >= 9


def test_contrast():
    """By the formula of WCAG."""
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#000000", "#000000") == pytest.approx(1)
