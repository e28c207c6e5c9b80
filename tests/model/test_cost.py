"""A cost as content files write it."""

import pytest

from guide.model import AMOUNT, Cost


@pytest.mark.parametrize(
    "cost, text",
    [
        (Cost("sliding scale"), "sliding scale"),
        (Cost(AMOUNT, "25", "", "USD"), "25 USD"),
        (Cost(AMOUNT, "10", "40", "CAD"), "10-40 CAD"),
    ],
)
def test_how_it_is_written(cost, text):
    assert cost.content == text
