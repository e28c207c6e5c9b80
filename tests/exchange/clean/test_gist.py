"""The first sentence of a description."""

import pytest

from guide.exchange.clean.gist import gist_of


@pytest.mark.parametrize(
    ("text", "gist", "left"),
    [
        (
            "St. Vincent de Paul gives food to people in need. Come in.",
            "St. Vincent de Paul gives food to people in need",
            "Come in.",
        ),
        (
            "The U.S. Department of Labor helps. More.\n\n- list",
            "The U.S. Department of Labor helps",
            "More.\n\n- list",
        ),
        ("A place to eat and rest", "A place to eat and rest", ""),
        ("Food. It is good.", "", None),
        ("We offer:\n\n- soup", "", None),
        ("Come to [us](https://a.org) for food. More.", "", None),
        ("A sentence that goes on and on " * 5 + ". More.", "", None),
        ("", "", None),
    ],
)
def test_a_short_plain_first_sentence_is_the_gist(text, gist, left):
    """Any other stays where it is."""
    assert gist_of(text) == (gist, text if left is None else left)
