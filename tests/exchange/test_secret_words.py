"""Words that lead to a private place, found in any spelling."""

import pytest

from guide.exchange.secret_words import Street, before_town, numbers_in, secrets_of, sentences

HOUSE = secrets_of([Street("address_1", "12 North Zanzibar Street", "Oakland")], [], [])
FIFTH = secrets_of([Street("address_1", "500 Fifth Avenue", "Oakland")], [], [])
NUMBER = secrets_of([], ["(773) 471-0999 x12"], ["Safe@Example.org"])


@pytest.mark.parametrize(
    "text",
    [
        "12 North Zanzibar Street",
        "at 12 n. zanzibar st.",
        "12 Zanzibar",
        "12 N Zanzibar",
        "12&nbsp;North <b>Zanzibar</b> St",
        "12\nNorth\nZanzibar",
        "12\\nNorth Zanzibar",
        "on Zanzibar Street",
        "12 NORTH ZANZIBAR STREET",
        "12 North Zanzi\u200bbar Street",
    ],
)
def test_a_street_is_found_however_it_is_written(text):
    assert HOUSE.stands_in(text) and HOUSE.without(text) == "" and HOUSE.cut(text) == ""


@pytest.mark.parametrize("text", ["Zanzibar Counseling", "14 North Street", "in Oakland", "12 people", ""])
def test_other_words_are_not(text):
    assert not HOUSE.stands_in(text) and HOUSE.without(text) == HOUSE.cut(text) == text


@pytest.mark.parametrize("text", ["500 5th Ave", "500 fifth avenue", "5TH AVENUE"])
def test_numbered_streets_are_the_same_in_words(text):
    assert FIFTH.stands_in(text)


@pytest.mark.parametrize(
    "text",
    ["773-471-0999", "773.471.0999", "+1 773 471 0999", "1-773-471-0999", "7734710999", "471-0999", "safe@example.org", "tel:+17734710999"],
)  # fmt: skip
def test_a_number_and_an_address_are_found(text):
    assert NUMBER.stands_in(f"Call {text} now")


@pytest.mark.parametrize("text", ["773-471-0998", "312-471-0999", "unsafe@example.org", "safe@example.orgs"])
def test_other_numbers_are_not(text):
    assert not NUMBER.stands_in(text)


def test_only_the_sentence_goes():
    """`St.` ends none, and a line is one."""
    assert (
        HOUSE.without("We help. Come to 12 Zanzibar St. Suite 4 at noon. Call first.")
        == "We help. Call first."
    )
    assert (
        HOUSE.without("<p>We help.</p><p>Come to 12 Zanzibar</p><p>Call.</p>")
        == "<p>We help.</p><p>Call.</p>"
    )
    assert sentences("A. Smith is in. Go.") == ["A. Smith is in. ", "Go."]


def test_a_name_loses_the_words_alone():
    assert HOUSE.cut("Safe House - 12 North Zanzibar Street") == "Safe House"
    assert HOUSE.cut("Safe House, 12 Zanzibar St.") in ("Safe House", "")
    assert NUMBER.cut("773-471-0999 or 773-555-0100").strip("or ") == "773-555-0100"


def test_a_whole_address_in_a_cell_has_a_house_and_a_town():
    """Of which the town may be said."""
    assert before_town("12 Zanzibar Street, Suite 5, San Pablo, CA 94806") == [
        "12 Zanzibar Street",
        "Suite 5",
    ]
    assert before_town("Zanzibar House") == ["Zanzibar House"]
    secrets = secrets_of([Street("address", "12 Zanzibar Street, San Pablo, CA 94806")], [], [])
    assert secrets.stands_in("12 Zanzibar") and not secrets.stands_in("in San Pablo")


def test_codes_of_many_houses_may_be_said():
    secrets = secrets_of([Street("postal_code", "94607"), Street("postal_code", "94607-1234")], [], [])
    assert secrets.stands_in("ZIP 94607-1234") and not secrets.stands_in("ZIP 94607")


def test_numbers_of_a_cell_are_compared_by_their_digits():
    assert (
        list(numbers_in("1 (773) 471-0999, 020 7946 0999")) == ["7734710999", "079460999"]
        or list(numbers_in("1 (773) 471-0999, 020 7946 0999"))[0] == "7734710999"
    )
    assert list(numbers_in("800-555-HELP")) == ["8005554357"]
    assert list(numbers_in("211")) == []
