"""Days from which and until which something holds."""

from datetime import date

import pytest

from guide.model import Days

FIRST, LAST = date(2027, 1, 10), date(2027, 2, 20)


@pytest.mark.parametrize(
    "days, before, inside, after",
    [
        (Days(), True, True, True),
        (Days(first=FIRST), False, True, True),
        (Days(last=LAST), True, True, False),
        (Days(first=FIRST, last=LAST), False, True, False),
    ],
)
def test_the_first_and_the_last_day_are_among_them(days, before, inside, after):
    assert (days.have(date(2027, 1, 9)), days.have(FIRST), days.have(LAST)) == (before, inside, inside)
    assert days.have(date(2027, 2, 21)) == after
    assert bool(days) == (days != Days())


def test_what_is_over_is_not_to_come():
    days = Days(first=FIRST, last=LAST)
    assert days.are_to_come(date(2027, 1, 9)) and not days.are_over(date(2027, 1, 9))
    assert days.are_over(date(2027, 2, 21)) and not days.are_to_come(date(2027, 2, 21))
