"""Names that mean nothing alone, and names that say too much."""

import pytest

from guide.exchange.shape.names import full_name, is_plain, means_nothing, office_name


@pytest.mark.parametrize("name", ["Main office", "Food Pantry", "Administration", "Oakland", "Oakland Office", "12", "Site 3", "North"])  # fmt: skip
def test_general_words_places_and_numbers_mean_nothing_alone(name):
    assert means_nothing(name, {"oakland", "ca"})


@pytest.mark.parametrize("name", ["Larkin Center", "Meals on Wheels", "Pier 12", "Albany", "安心"])
def test_other_names_do(name):
    assert not means_nothing(name, {"oakland", ""})


def test_a_name_gets_its_organization():
    assert full_name("Larkin Center", "Food pantry") == "Larkin Center: Food pantry"
    assert full_name("Larkin", "Larkin Food pantry") == "Larkin Food pantry"
    assert full_name("", "A") == "A" and full_name("A", "") == "A" == full_name("A", "a")


@pytest.mark.parametrize(
    ("name", "own"),
    [("Larkin Center", ""), ("LARKIN CENTER - East", "East"), ("Larkin Center (East)", "East"), ("Larkin Center at Pier", "Pier"), ("LC: East", "East"), ("Larkin Centerville", "Larkin Centerville"), ("East", "East"), ("", "")],
)  # fmt: skip
def test_an_office_loses_the_name_of_its_organization(name, own):
    assert office_name(name, ["Larkin Center", "LC", ""]) == own


def test_an_only_office_needs_no_plain_name():
    assert (
        is_plain("Main Office", set())
        and is_plain("Oakland", {"oakland"})
        and not is_plain("Food pantry", set())
    )
