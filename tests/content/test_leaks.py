"""Words of a confidential address where they would be printed: told at their place, and repeated nowhere."""

from datetime import date

import pytest

from guide.content.checks import check_guide
from guide.content.leaks import digest_street, digests_in

HOUSE = "{{address_1: {street}, address_2: Suite 5, postal_code: '94607', city: Oakland, state_province: CA, confidential: yes}}"
FOOD = """title: Food
listings:
  - id: safe-house
    name: Safe House
    address: {house}
    {own}
  - id: open-house
    name: Open House
    {other}
"""


@pytest.fixture
def told(load):
    """(name, line) of what is told of a listing with a confidential address and one without."""

    def load_both(own="", other="", street="12 Zanzibar Street", house=HOUSE):
        found = load(food=FOOD.format(house=house.format(street=street), own=own, other=other))
        assert not any(
            word in line
            for line in found.lines
            for word in ("Zanzibar", "zanzibar", "ZANZIBAR", "94607", "Main S")
        )
        return [(problem.name, problem.mark.line) for problem in found.problems]

    return load_both


@pytest.mark.parametrize(
    "text",
    [
        "description: Walk down Zanzibar to the door.",
        "transportation: near 12 zanzibar",
        "summary: A house in Zanzibar St.",
        "hours: Monday, 94607",
        "name_note: ZANZIBAR HOUSE",
        "alternate_names: [The Zanzibar]",
        "phones: {number: 312-744-5000, description: Zanzibar desk}",
        "description: |\n      Call first.\n\n      Behind 12, Zanzibar.",
    ],
)
def test_words_of_a_secret_address_are_told_in_its_own_listing(told, text):
    """Whatever key they stand under."""
    assert told(text) == [("confidential-words", 6)]


@pytest.mark.parametrize(
    "text",
    [
        "description: We are a house in Oakland, California.",
        "summary: Suite of 12 rooms",
        "description: 5 beds, 12 chairs, on every street",
        "phones: 312-794-6075",
    ],
)
def test_other_words_are_no_secret(told, text):
    """City, numbers and kinds of street alone lead nowhere."""
    assert told(text) == []


def test_a_street_that_is_named_like_many_things(told):
    """Main Street is told with its kind or its number, a main office is not."""
    assert told("description: Ask at the Main office.", street="12 Main Street") == []
    assert told("description: In Main St.", street="12 Main Street") == [("confidential-words", 6)]
    assert told("description: At 12 Main.", street="12 Main Street") == [("confidential-words", 6)]


def test_the_letterbox_of_a_secret_place_is_secret(load):
    """The name on it too."""
    found = load(
        food="""title: Food
listings:
  - id: a
    name: Safe House
    description: Ask for the Zanzibar Trust.
    locations: [{postal_name: Zanzibar Trust, address: confidential}]
"""
    )
    assert [problem.name for problem in found.problems] == [
        "confidential-words"
    ] and "Trust" not in found.lines[0]


def test_a_name_that_tells_is_not_in_the_message(load):
    """Nor an id that does."""
    house = "address: {address_1: 12 Zanzibar Street, confidential: yes}\n"
    for named in ("id: safe\n    name: Zanzibar House", "id: zanzibar-street\n    name: Safe House"):
        found = load(food=f"title: Food\nlistings:\n  - {named}\n    {house}")
        assert [problem.name for problem in found.problems] == [
            "confidential-words"
        ] and "anzibar" not in found.lines[0]


@pytest.mark.parametrize(
    "other, expected",
    [
        ("address: {address_1: 12 Zanzibar St., city: Oakland}", True),
        ("address: {address_1: 12 zanzibar}", True),
        ("address: {address_1: 12 Zanzibar Street, city: Fresno}", False),
        ("address: {address_1: 14 Zanzibar Street, city: Oakland}", False),
        ("transportation: next to 12 Zanzibar Street", True),
        ("description: 'Opposite 12 North Zanzibar, left'", True),
        ("description: 12 people went to Zanzibar", False),
    ],
)
def test_the_street_in_another_listing_is_told(told, other, expected):
    """By its place, with the place of the listing whose secret it is."""
    assert told(other=other) == [("confidential-elsewhere", 7)] * expected


def test_the_digest_is_of_number_and_name():
    """However the kind of street and its side are written, and nothing else is kept."""
    assert (
        digest_street("12 N. Zanzibar St")
        == digest_street("12 Zanzibar Street, Suite 5")
        in digests_in("at 12 Zanzibar and on")
    )
    assert digest_street("Zanzibar Street") == digest_street("") == ""
    assert "anzibar" not in digest_street("12 Zanzibar Street")


@pytest.mark.parametrize(
    "line, key",
    [
        ("transportation: Bus 12. Cross street Pier Street", "transportation"),
        ("description: Take the 12 bus and get off at the pier.", "description"),
        ("summary: two blocks from the pier", "summary"),
        ("accessibility: Ramp across from the bank", "accessibility"),
        ("description: Free bus passes.", ""),
    ],
)
def test_the_way_to_a_secret_place_is_told(load, line, key):
    """Its text is not repeated; with an open address beside it the way may lead there."""
    food = f"title: Food\nlistings:\n  - id: a\n    name: Safe House\n    {line}\n"
    at = "    locations: [{address: confidential}{}]\n"
    problems = check_guide(load(food=food + at.replace("{}", "")).guide, date(2026, 11, 23))
    assert [problem.name for problem in problems] == ["confidential-way"] * bool(key)
    assert all(key in problem.message and line.partition(": ")[2] not in str(problem) for problem in problems)
    office = ", {name: Office, address: {address_1: 12 Pier Street, city: Oakland, state_province: CA, postal_code: '94607'}}"
    assert check_guide(load(food=food + at.replace("{}", office)).guide, date(2026, 11, 23)) == ()
