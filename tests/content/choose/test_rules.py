"""The rules of a choice, one by one: what each asks of a listing, and that a choice without it asks nothing."""

from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest

from guide.content.choose import rules
from guide.errors import Mark
from guide.model import Address, Choice, Listing, Location, Nearby, Program, ServiceArea

LISTING = Listing(
    id="a",
    name="A",
    mark=Mark(Path("a.yaml")),
    services=("Food", "Beds"),
    audience=("Families",),
    languages="English, Espa\u00f1ol",
    verified=date(2026, 3, 1),
    locations=(
        Location(
            address=Address(
                neighborhood="Downtown", city="Oakland", state_province="CA", postal_code="94607"
            ),
            latitude=37.8,
            longitude=-122.27,
        ),
    ),
    service_areas=(ServiceArea(city="Berkeley", state_province="CA"),),
)
NEAR = Nearby(latitude=37.77, longitude=-122.42, kilometres=20)


@pytest.mark.parametrize(
    "rule, meets, not_met",
    [
        (rules.by_id, {"listings": ("a", "b")}, {"listings": ("b",)}),
        (rules.not_left_out, {"leave_out": ("b",)}, {"leave_out": ("a",)}),
        (rules.by_service, {"services": ("FOOD",)}, {"services": ("Foo",)}),
        (rules.by_audience, {"audience": ("families", "x")}, {"audience": ("x",)}),
        (rules.by_city, {"cities": ("berkeley",)}, {"cities": ("Fresno",)}),
        (rules.by_neighborhood, {"neighborhoods": ("downtown",)}, {"neighborhoods": ("Oakland",)}),
        (rules.by_state, {"states": ("ca",)}, {"states": ("NV",)}),
        (rules.by_postal_code, {"postal_codes": ("946",)}, {"postal_codes": ("607",)}),
        (rules.by_distance, {"near": NEAR}, {"near": Nearby(latitude=0, longitude=0, kilometres=5)}),
        (rules.by_date, {"verified_since": date(2026, 3, 1)}, {"verified_since": date(2026, 3, 2)}),
        (rules.by_language, {"languages": ("espa\u00f1ol",)}, {"languages": ("Deutsch",)}),
    ],
)
def test_a_rule(rule, meets, not_met):
    assert rule(LISTING, Choice()) and rule(LISTING, Choice(**meets)) and not rule(LISTING, Choice(**not_met))
    assert rules.meets(LISTING, Choice(**meets)) and not rules.meets(LISTING, Choice(**not_met))


def test_a_listing_without_what_is_asked_meets_nothing():
    """Neither a place, nor a date, nor a code."""
    bare = Listing(id="a", name="A", mark=Mark(Path("a.yaml")))
    for wish in (
        {"cities": ("Oakland",)},
        {"postal_codes": ("9",)},
        {"near": NEAR},
        {"verified_since": date.min},
    ):
        assert not rules.meets(bare, Choice(**wish)), wish


def test_all_rules_have_to_be_met():
    assert rules.meets(LISTING, Choice(services=("Food",), cities=("Oakland",)))
    assert not rules.meets(LISTING, Choice(services=("Food",), cities=("Fresno",)))


def test_places_are_those_of_offices_and_areas():
    assert [place.city for place in rules.places(LISTING)] == ["Oakland", "Berkeley"]


def test_kilometres_along_the_earth():
    """A degree of latitude has about 111; the way round the date line is short."""
    assert rules.kilometres(1, 0, Nearby(latitude=0, longitude=0, kilometres=1)) == pytest.approx(
        111.2, abs=0.1
    )
    assert rules.kilometres(0, 179.5, Nearby(latitude=0, longitude=-179.5, kilometres=1)) == pytest.approx(
        111.2, abs=0.1
    )


def test_every_wish_of_a_choice_has_a_rule():
    """But for the sections, which are chosen as a whole."""
    assert len(rules.RULES) == len(fields(Choice)) - 1


@pytest.mark.parametrize(
    "wanted, spoken",
    [
        ("es", True),
        ("en", True),
        ("ese", False),
        ("ja", False),
        ("zh", True),
        ("zh-Hans", True),
        ("zh-Hant", False),
    ],
)
def test_a_language_by_its_code(wanted, spoken):
    """By its name in English or in itself, and by the code of a program; never by letters within another name."""
    program = Program(
        name="B", mark=LISTING.mark, languages="Simplified Chinese", language_codes=("zh-Hans",)
    )
    assert rules.speaks(replace(LISTING, programs=(program,)), wanted) is spoken
