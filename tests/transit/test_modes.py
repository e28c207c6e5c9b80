"""What runs on a line, of the numbers of GTFS and of those that were added to them."""

import pytest

from guide.language.ways import MODES
from guide.transit.modes import mode_of


@pytest.mark.parametrize(
    "number, mode",
    [
        ("0", "tram"),
        ("3", "bus"),
        ("11", "bus"),
        ("106", "train"),
        ("401", "metro"),
        ("715", "bus"),
        ("900", "tram"),
        ("1501", "line"),
    ],
)
def test_the_mode_of_a_number(number, mode):
    assert mode_of(number) == mode


@pytest.mark.parametrize("text", ["", "bus", "-1", "3.0", "99999", "٣", "8", "1900"])
def test_what_nobody_knows_is_a_line(text):
    assert mode_of(text) == "line"


def test_every_mode_has_words():
    assert {mode_of(str(number)) for number in range(2000)} == set(MODES)
