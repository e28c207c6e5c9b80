"""Addresses: whether a letter would arrive, and whether a person would."""

import pytest

from guide.content.checks import check_guide
from tests.content.checks.samples import FOOD, TODAY


@pytest.mark.parametrize(
    "code, state, hint",
    [
        ("941026033", "CA", "write 94102-6033"),
        ("94102\u20136033", "CA", "write 94102-6033"),
        ("94102 - 6033", "CA", "write 94102-6033"),
        ("2134", "MA", "write 02134"),
        ("21341234", "MA", "write 02134-1234"),
        ("9410", "CA", "look it up again, as in 90000"),
    ],
)
def test_a_postal_code_is_mended_where_only_its_form_is_wrong(load, code, state, hint):
    """Told once, with what to write."""
    found = load(
        food=FOOD
        + f"    address: {{address_1: 12 Pier Street, city: Town, state_province: {state}, postal_code: '{code}'}}\n"
    )
    (problem,) = check_guide(found.guide, TODAY)
    assert (problem.name, problem.hint) == ("address-code", hint)


@pytest.mark.parametrize(
    "street, name",
    [
        ("Call for location", "no-street"),
        ("Various locations", "no-street"),
        ("See website", "no-street"),
        ("Mobile unit", "no-street"),
        ("Online", "no-street"),
        ("Contact us for the address", "no-street"),
        ("By appointment only", "no-street"),
        ("Multiple sites", "no-street"),
        ("Confidential Location", "open-secret"),
        ("Undisclosed", "open-secret"),
        ("12 Pier Street (do not publish)", "open-secret"),
        ("Secret location", "open-secret"),
        ("12 Pier Street", None),
        ("Mobile Street", None),
        ("Secret Garden Lane", None),
        ("Private Drive", None),
        ("One Callaghan Square", None),
        ("Corner of Main and Elm", None),
    ],
)
def test_words_in_place_of_a_street(load, street, name):
    """A street that is none is told; one that says that it is secret is told without its text."""
    found = load(
        food=FOOD
        + f"    address: {{address_1: '{street}', city: Oakland, state_province: CA, postal_code: '94607'}}\n"
    )
    problems = check_guide(found.guide, TODAY)
    assert [problem.name for problem in problems] == [name] * (name is not None)
    assert name != "open-secret" or street not in str(problems[0])
