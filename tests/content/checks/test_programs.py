"""Programs that say nothing, and those of one name."""

import pytest

from guide.content.checks import check_guide
from tests.content.checks.samples import FOOD, TODAY


@pytest.fixture
def found(load):
    """[(name, line)] of what is found in a listing with these lines."""

    def check(*lines):
        guide = load(food=FOOD + "".join(f"    {line}\n" for line in lines)).guide
        return [(problem.name, problem.mark.line) for problem in check_guide(guide, TODAY)]

    return check


@pytest.mark.parametrize(
    "line, names",
    [
        ("location: Hall", ["program-empty"]),
        ("print: no", []),
        ("description: Food.", []),
        ("phones: 510-834-2009", []),
        ("hours: after lunch", []),
        ("fees_description: Free", []),
        ("minimum_age: 18", []),
    ],
)
def test_a_name_alone_is_told(found, line, names):
    place = "locations: [{name: Hall, address: {city: Oakland, state_province: CA}}]"
    assert [name for name, _ in found(place, "programs:", "  - name: Pantry", f"    {line}")] == names


def test_the_second_of_one_name_is_told_where_it_stands(found):
    lines = [
        part for name in ("Pantry", "pantry ", "Showers") for part in (f"  - name: {name}", "    hours: noon")
    ]
    [(name, line)] = found("programs:", *lines)
    assert name == "program-twice" and line == FOOD.count("\n") + 4


def test_the_way_to_a_confidential_place_is_told(found):
    lines = ("address: confidential", "programs:", "  - name: Beds", "    transportation: Bus 12 to the end")
    assert [name for name, _ in found(*lines)] == ["confidential-way"]


def test_its_texts_and_addresses_are_looked_at(found):
    """A slip in its e-mail address, a number that stands twice, and dirt in its facts."""
    lines = ("email: kim@gmial.com", "phones: [510-834-2009, 510-834-2009]", "fees_description: N/A")
    names = [name for name, _ in found("programs:", "  - name: Pantry", *(f"    {line}" for line in lines))]
    assert {"email-typo", "phone-twice", "no-value"} == set(names)
