"""What something costs, in words: its values in every language, and its text behind them."""

import pytest

from guide.language.costs import cost_words, costs_of, fact_text, says, with_costs
from guide.language.files import language_codes
from guide.language.words import ENGLISH, words_in
from guide.model import AMOUNT, COSTS, Cost, Location

FREE, SLIDING, RANGE = Cost("free"), Cost("sliding scale"), Cost(AMOUNT, "10", "40", "USD")


def test_values_stand_before_the_text():
    assert (
        with_costs((SLIDING, RANGE), "Ask for the form", ENGLISH)
        == "Sliding scale. $10\u2013$40. Ask for the form"
    )
    assert (
        with_costs((FREE,), "", ENGLISH) == "Free" and with_costs((), "Two dollars", ENGLISH) == "Two dollars"
    )


def test_what_the_text_says_is_said_once():
    assert with_costs((FREE,), "Free for members", ENGLISH) == "Free for members"
    assert with_costs((Cost(AMOUNT, "25", "", "USD"),), "$25 a visit", ENGLISH) == "$25 a visit"
    assert with_costs((Cost(AMOUNT, "25", "", "USD"),), "$25.50 a visit", ENGLISH) == "$25. $25.50 a visit"
    assert not says("Freedom", "Free")


@pytest.mark.parametrize("code", language_codes())
def test_every_kind_has_words_of_its_own_in_every_language(code):
    words = words_in(code)
    assert set(words.costs) == set(COSTS) and len(set(words.costs.values())) == len(COSTS)
    assert code == "en" or words.costs["fee"] != ENGLISH.costs["fee"]


@pytest.mark.parametrize(
    "language, amount, said",
    [
        ("en", "25", "$25"),
        ("en", "12.50", "$12.50"),
        ("en", "1200", "$1,200"),
        ("es", "25", "$25"),
        ("fr", "25", "25\u00a0$US"),
        ("ar", "25", "25\u00a0US$"),
    ],
)
def test_amounts_are_written_as_in_the_language(language, amount, said):
    assert cost_words((Cost(AMOUNT, amount, "", "USD"),), words_in(language)) == [said]


def test_only_the_cost_has_values(maker):
    listing = maker.listing(cost=(FREE,), languages="Spanish")
    assert fact_text(listing, "fees_description", ENGLISH) == "Free"
    assert fact_text(listing, "languages", ENGLISH) == "Spanish"
    assert costs_of(Location(), "fees_description") == () == costs_of(listing, "languages")
