"""Costs that contradict their words, and slips in the names of languages."""

import pytest

from guide.content.checks import check_guide
from guide.content.checks.values import contradiction, language_meant, odd_names
from guide.model import Cost
from tests.content.checks.samples import FOOD, TODAY


@pytest.mark.parametrize(
    "lines, told",
    [
        (("cost: free",), ""),
        (("cost: free", "fees_description: A gift of $5 helps; free all the same"), "write the amount"),
        (("cost: free", "fees_description: Free. A gift of $5 helps"), ""),
        (("cost: free", 'fees_description: "$20 a visit"'), "write the amount"),
        (("cost: sliding scale", "fees_description: Free"), "mend the one"),
        (("cost: free", "fees_description: No cost."), "take the line"),
        (("cost: [free, $5]",), "for whom it is free"),
        (("cost: [free, $5]", "fees_description: Free for children"), ""),
        (("fees_description: Free",), ""),
    ],
)
def test_a_cost_and_its_words(load, lines, told):
    guide = load(food=FOOD + "".join(f"    {line}\n" for line in lines)).guide
    found = [each for each in check_guide(guide, TODAY) if each.name == "cost-words"]
    assert [told in each.hint for each in found] == ([True] if told else [])


def test_a_program_is_looked_at_too(load):
    lines = "    programs:\n      - name: Pantry\n        cost: fee\n        fees_description: Free\n"
    assert "cost-words" in [each.name for each in check_guide(load(food=FOOD + lines).guide, TODAY)]


def test_other_languages_have_their_words(maker):
    listing = maker.listing(cost=(Cost("free"),), fees_description="Gratis")
    told = contradiction(listing, "es")
    assert told and told[1].startswith("take the line")


@pytest.mark.parametrize(
    "languages, meant",
    [
        ("Spansih, English", "Spanish"),
        ("English, Vietnamse", "Vietnamese"),
        ("Bilingual staff", ""),
        ("Kurdish, Twi", ""),
    ],
)
def test_a_slip_in_the_name_of_a_language(load, languages, meant):
    guide = load(food=FOOD + f"    languages: {languages}\n").guide
    found = [each.hint for each in check_guide(guide, TODAY) if each.name == "language-unknown"]
    assert found == ([f"did you mean {meant}?"] if meant else [])


def test_only_what_may_be_a_name_is_looked_at(maker):
    assert [*odd_names(maker.listing(languages="English, Call us first, Kurdish"))] == ["Kurdish"]
    assert [*odd_names(maker.listing(languages="Spanish", language_codes=("es",)))] == []
    assert language_meant("Kurdish", "en") == ""
