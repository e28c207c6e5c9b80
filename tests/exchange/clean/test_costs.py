"""Costs of other programs."""

import pytest

from guide.exchange.clean.costs import cost_in, costs_of


@pytest.mark.parametrize(
    "text, costs",
    [
        ("free 0", ["free"]),
        ("Free", ["free"]),
        ("Sliding Fee Scale", ["sliding scale"]),
        ("amount 25 USD", ["25 USD"]),
        ("amount USD 25", ["25 USD"]),
        ("amount 10 USD 10 to 40", ["10-40 USD"]),
        ("amount USD 10 10 to 40", ["10-40 USD"]),
        ("25 USD", ["25 USD"]),
        ("insurance", ["insurance"]),
        ("fee 25 USD", []),
        ("Ask at the desk", []),
    ],
)
def test_what_a_cell_says(text, costs):
    assert [each.content for each in cost_in(text, "US")] == costs


def test_other_words_are_kept_as_words():
    assert costs_of(["free", "Free", "Bring a cup"], "US") == (["free"], ["Bring a cup"])
