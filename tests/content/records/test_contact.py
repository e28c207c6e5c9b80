"""The keys of phones, addresses and offices."""

import pytest

from guide.model import (
    Address,
    Location,
)

LISTING = "title: Food\nlistings:\n  - id: food-bank\n    name: Harbor Food Bank\n"


@pytest.mark.parametrize(
    "typed, taken",
    [
        ("textphone", "tty"),
        ("TDD", "tty"),
        ("sms", "text"),
        ("SMS", "text"),
        ("cell", "cell"),
        ("mobile", "cell"),
        ("video", "video"),
        ("pager", "pager"),
        ("voice", "voice"),
        ("Fax", "fax"),
        ("hotline", "voice"),
    ],
)
def test_the_types_that_others_have_are_known(load_listing, typed, taken):
    """HSDS's types of phone, and those of older exports, are taken as ours."""
    assert load_listing(f"phones: {{number: 312-744-5000, type: {typed}}}").phones[0].type == taken


def test_the_text_of_a_secret_address_is_in_no_message_about_entities(load):
    """The problem is told without a word of it."""
    found = load(
        food="title: Food\nlistings:\n  - id: a\n    name: A\n    address: {confidential: yes, address_1: 12 Pier&amp;Co}\n"
    )
    assert found.problems[0].name == "entity" and "Pier" not in found.lines[0]


def test_phones_as_text_and_as_mapping(load_listing):
    """A phone is a number alone, or a number with what belongs to it."""
    listing = load_listing(
        "phones:",
        "  - 415.241.9800",
        "  - {number: 415 901 4018 x7, type: Fax, description: front desk}",
        "  - {number: 211, extension: 5}",
    )
    assert [(phone.printed, phone.type, phone.extension, phone.description) for phone in listing.phones] == [
        ("415-241-9800", "voice", "", ""),
        ("415-901-4018", "fax", "7", "front desk"),
        ("211", "voice", "5", ""),
    ]
    assert listing.phones[0].number == "415.241.9800"
    assert listing.phones[0].mark[1:] == (6, 9)


def test_an_address_may_stand_for_a_location(load_listing):
    """A listing with a single location needs no list."""
    listing = load_listing("address: {address_1: 5 Main Street, city: Oakland, postal_code: 01234}")
    assert listing.locations == (
        Location(address=Address(address_1="5 Main Street", city="Oakland", postal_code="01234")),
    )


@pytest.mark.parametrize(
    "lines, city",
    [
        (["address: confidential"], ""),
        (["address: Confidential"], ""),
        (
            [
                "address: {confidential: yes, address_1: 5 Hidden Lane, address_2: Suite 5, po_box: PO Box 5,"
                " station: Hidden Station, postal_code: 94612, city: Oakland}"
            ],
            "Oakland",
        ),
    ],
)
def test_a_confidential_address_is_forgotten_at_once(load_listing, lines, city):
    """No later step can print what was never kept."""
    assert load_listing(*lines).locations == (Location(address=Address(confidential=True, city=city)),)


@pytest.mark.parametrize(
    "lines, name",
    [
        (["phones: {type: fax}"], "missing"),
        (["phones: {number: 312-744-5000, type: carrier pigeon}"], "phone-type"),
        (["address: {country: usa}"], "country"),
        (["address: {city: Oakland}", "locations: [{name: A}]"], "two-addresses"),
        (["locations: [{latitude: 91}]"], "number"),
    ],
)
def test_what_is_wrong_is_told(load, lines, name):
    food = "title: Food\nlistings:\n  - id: a\n    name: A\n" + "".join(f"    {line}\n" for line in lines)
    assert [problem.name for problem in load(food=food).problems] == [name]


def test_an_office_has_what_is_its_own(load_listing):
    listing = load_listing(
        "locations:",
        "  - {name: Evenings, phones: 312-744-5000, email: a@b.org, latitude: 37.8, longitude: -122.27}",
        "  - {}",
    )
    (office,) = listing.locations
    assert (office.name, office.email, office.phones[0].e164) == ("Evenings", "a@b.org", "+13127445000")
    assert (office.latitude, office.longitude) == (37.8, -122.27)


def test_several_numbers_of_one_text_are_printed_each_with_its_link(load):
    """And what to write is told, so that it can be pasted."""
    found = load(food=f"{LISTING}    phones: 541-672-3344 (cell) or 541-672-3345\n    verified: 2026-01-01\n")
    (problem,) = [each for each in found.problems if each.name == "phone"]
    phones = found.guide.listings[0].phones
    assert [(phone.e164, phone.type) for phone in phones] == [
        ("+15416723344", "cell"),
        ("+15416723345", "voice"),
    ]
    assert problem.hint == (
        "write an entry for each: - number: 541-672-3344, type: cell and - number: 541-672-3345"
    )


def test_a_word_to_send_to_a_number_is_a_text_number_with_its_keyword(load):
    found = load(food=f"{LISTING}    phones: text HELLO to 741741\n    verified: 2026-01-01\n")
    (phone,) = found.guide.listings[0].phones
    assert (phone.e164, phone.type, phone.keyword) == ("741741", "text", "HELLO")
    assert not [each for each in found.problems if each.name == "phone"]


@pytest.mark.parametrize(
    "lines, words",
    [
        ("address: {city: Oakland, county: Larkin}", "county: belongs under service_areas: of the listing"),
        ("locations:\n      - counties: Larkin", "county: belongs under service_areas: of the listing"),
        ("county: Larkin", 'county: belongs under service_areas:, behind "- "'),
    ],
)
def test_a_county_is_no_country(load, lines, words):
    (problem,) = load(food=f"{LISTING}    {lines}\n").problems
    assert problem.hint.startswith(words)


def test_no_key_of_a_guide_is_like_a_county(load):
    hints = [each.hint for each in load("title: A\nedition: {date: 2026-04-01}\ncounty: Larkin\n").problems]
    assert hints and not any("country" in hint.partition("keys are")[0] for hint in hints)
