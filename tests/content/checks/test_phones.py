"""Phones: numbers that stand twice, and the table of area codes."""

import phonenumbers
import pytest

from guide.content.checks.phones import AREA_CODES


@pytest.mark.parametrize(
    "lines, found",
    [
        ("phones: [312-744-5000, (312) 744-5000]", ["phone-twice"]),
        ("phones: [312-744-5000, 312-744-5000 x2]", []),
        ("phones: [312-744-5000, {number: 312-744-5000, type: tty}]", []),
        ("phones: [312-744-5000, {number: 312-744-5000, description: beds}]", ["phone-twice"]),
        (
            "phones: [{number: 312-744-5000, description: food}, {number: 312-744-5000, description: beds}]",
            [],
        ),
        ("phones: 312-744-5000\n    locations: {phones: 312-744-5000}", ["phone-twice"]),
        (
            "phones: 312-744-5000\n    locations: [{name: A, phones: 312-744-5000}, {name: B, phones: 312-744-5001}]",
            [],
        ),
    ],
)
def test_a_number_that_stands_twice_at_one_office(names, lines, found):
    """Unless something that is printed tells the two apart."""
    assert names(lines) == found


def test_area_codes_are_those_of_the_library():
    """No area code of our table is unknown to phonenumbers."""

    def is_known(area):
        return any(
            phonenumbers.is_valid_number(phonenumbers.parse(f"+1{area}{rest}"))
            for rest in ("2345678", "4567890", "9876543")
        )

    assert [area for area in AREA_CODES if not is_known(area)] == []
