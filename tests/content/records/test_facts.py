"""The keys of facts, of a listing and of an office."""

from datetime import date


def test_facts_and_ages_of_a_listing_are_read(load_listing):
    found = load_listing(
        "how_to_apply: Come in", "waiting_time: two weeks", "minimum_age: 18", "maximum_age: 64"
    )
    assert (found.how_to_apply, found.waiting_time) == ("Come in", "two weeks")
    assert (found.minimum_age, found.maximum_age) == (18, 64)


def test_an_office_has_its_own(load_listing):
    found = load_listing(
        "locations:",
        "  - name: East",
        "    languages: [English, Spanish]",
        "    accessibility: No steps",
        "    transportation: Bus 12",
        "    verified: 2026-03-14",
    )
    [office] = found.locations
    assert (office.languages, office.accessibility) == ("English, Spanish", "No steps")
    assert (office.transportation, office.verified) == ("Bus 12", date(2026, 3, 14))
    assert found.verified == date(2026, 3, 14)  # the whole is as old as its oldest office
