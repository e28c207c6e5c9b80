"""What a listing says as a value: how it is written, and what is told of what is none."""

import pytest

from guide.content.records.values import (
    COST,
    LANGUAGES,
    Languages,
    cost_of,
    costs_in,
    currency_of,
    is_code,
    plain_amount,
    spread_languages,
)
from guide.model import AMOUNT, Cost
from tests.conftest import LISTING


@pytest.mark.parametrize(
    "text, cost",
    [
        ("free", Cost("free")),
        ("Free", Cost("free")),
        ("no charge", Cost("free")),
        ("$0", Cost("free")),
        ("sliding-scale", Cost("sliding scale")),
        ("$25", Cost(AMOUNT, "25", "", "USD")),
        ("25", Cost(AMOUNT, "25", "", "USD")),
        ("12.5 USD", Cost(AMOUNT, "12.50", "", "USD")),
        ("$10-40", Cost(AMOUNT, "10", "40", "USD")),
        ("$10 to $1,200", Cost(AMOUNT, "10", "1200", "USD")),
        ("\u20ac5", Cost(AMOUNT, "5", "", "EUR")),
        ("5 ZZZ", None),
        ("$40-10", None),
        ("Free for members", None),
        ("", None),
    ],
)
def test_one_cost(text, cost):
    assert cost_of(text, "US") == cost


def test_several_costs_stand_behind_commas():
    assert [each.kind for each in costs_in("free, donation", "US")] == ["free", "donation"]
    assert costs_in("free, at noon", "US") is None
    assert costs_in("1,200", "US") == (Cost(AMOUNT, "1200", "", "USD"),)


def test_an_amount_without_a_sign_is_in_the_money_of_the_country():
    assert [currency_of("", each) for each in ("US", "CA", "MX")] == ["USD", "CAD", "MXN"]
    assert (currency_of("$", "CA"), currency_of("US$", "CA")) == ("CAD", "USD")
    assert (plain_amount("1,200.00"), plain_amount("3.5")) == ("1200", "3.50")


@pytest.mark.parametrize(
    "cost", [Cost("free"), Cost(AMOUNT, "10", "40", "USD"), Cost(AMOUNT, "2.50", "", "CAD")]
)
def test_what_content_writes_is_read(cost):
    assert cost_of(cost.content, "DE") == cost


def test_a_listing_has_its_costs(load_listing):
    listing = load_listing("cost: [free, free, $5]", "fees_description: for the card")
    assert [each.kind for each in listing.cost] == [
        "free",
        AMOUNT,
    ] and listing.fees_description == "for the card"


def test_other_words_are_told_where_they_stand(load):
    found = load(food=LISTING + "    cost: [free, Fre, as you can]\n").problems
    assert [each.name for each in found if each.level == "error"] == ["cost", "cost"]
    near, far = (each for each in found if each.name == "cost")
    assert near.hint == 'did you mean "free"?' and "fees_description" in far.hint and near.mark.column > 10


def test_codes_become_names_and_names_stay(load_listing):
    listing = load_listing("languages: [es, Vietnamese, ase, others by phone]")
    assert listing.languages == "Spanish, Vietnamese, American Sign Language, others by phone"
    assert listing.language_codes == ("es", "vi", "ase", "any")
    assert load_listing('languages: "English; ASL"').languages == "English; ASL"
    assert load_listing("languages: es, pl").language_codes == ("es", "pl")


def test_a_code_of_no_language_is_told(load):
    found = load(food=LISTING + "    languages: [es, xx, es-Latm]\n")
    assert [each.hint for each in found.problems if each.name == "language-code"] == [
        "write the name of the language, or its code, such as es for Spanish",
        'did you mean "es"?',
    ]


def test_small_words_are_no_codes():
    assert [each for each in ("es", "zh-Hans", "asl", "ES", "English", "and") if is_code(each)] == [
        "es",
        "zh-Hans",
    ]


def test_what_has_no_languages_stays_as_it_is():
    assert spread_languages({"name": "A"}) == {"name": "A"}
    made = spread_languages({"languages": Languages("es", ("es",))})
    assert made == {"languages": "es", "language_codes": ("es",)}
    assert COST.schema["anyOf"] and LANGUAGES.schema["anyOf"]
