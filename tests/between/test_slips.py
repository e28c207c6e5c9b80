"""Which slips there were: the same corrections are the same slip, others the next."""

from datetime import date

import pytest

from guide.between.slips import SLIPS, SLIPS_RULE, content_of, slips_with
from tests.corrected import guides

ONE, OTHER = date(2027, 4, 20), date(2027, 5, 1)


def test_the_same_corrections_are_the_same_slip(tmp_path):
    """With the day that it had; another one takes its place."""
    first = slips_with(tmp_path, "abc", 3, ONE)
    assert first.facts == (1, 0, ONE)
    (tmp_path / SLIPS).write_bytes(first.as_bytes())
    assert slips_with(tmp_path, "abc", 3, OTHER) == first
    second = slips_with(tmp_path, "def", 4, OTHER)
    assert second.facts == (2, 1, OTHER) and len(second.rows) == 2


def test_what_is_corrected_decides(maker):
    numbers = ("312-555-0100", "312-555-0101", "312-555-0102")
    one, two, three = (maker.listing(phones=(maker.phone(each),)) for each in numbers)
    asked = [guides(maker, [one], [each]) for each in (two, two, three)]
    same, again, other = (content_of(each.corrections, each.notes) for each in asked)
    assert same == again != other


@pytest.mark.parametrize("data", [b"mine", b"{}", b'{"slips": [{"number": "x"}]}', b'{"slips": 3}'])
def test_somebody_elses_file_is_kept(tmp_path, data):
    """And begins no list."""
    (tmp_path / SLIPS).write_bytes(data)
    assert not SLIPS_RULE.allows(data) and slips_with(tmp_path, "abc", 1, ONE).facts.number == 1
    assert SLIPS_RULE.allows(slips_with(tmp_path, "abc", 1, ONE).as_bytes())
