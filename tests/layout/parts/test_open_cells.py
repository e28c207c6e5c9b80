"""What stands in the days of a row of the table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.content.hours import parse_hours
from guide.layout.parts.open_cells import cells_of, has_holidays, told_below
from guide.model import OpeningHours, OpeningRule


def cells(text):
    """[(day, days, said)] of hours in the syntax of OpenStreetMap."""
    found = cells_of(parse_hours(text)[0].opening)
    return [
        (cell.day, cell.days, "below" if cell.below else "-" if cell.is_closed else cell.spans)
        for cell in found
    ]


def test_equal_days_in_a_row_are_one():
    nine = ((540, 1020),)
    assert cells("Mo-Fr 09:00-17:00") == [(0, 5, nine), (5, 1, "-"), (6, 1, "-")]
    assert cells("24/7") == [(0, 7, ((0, 1440),))]
    assert [cell[:2] for cell in cells("Mo,We 09:00-17:00")] == [(day, 1) for day in range(7)]


def test_hours_of_some_weeks_say_which():
    """`1-3` over `first`; they are not told below again."""
    opening = parse_hours("We[1] 13:00-15:00; Tu 10:00-14:00")[0].opening
    wednesday = cells_of(opening)[2]
    assert (wednesday.spans, wednesday.weeks) == (((780, 900),), (1,))
    assert told_below(opening).rules == ()


@pytest.mark.parametrize(
    "text, days",
    [
        ("Mo-Fr 09:00-17:00; Jun-Aug Sa,Su 10:00-12:00", [5]),
        ('Mo-Fr 09:00-17:00; Sa "by appointment"', [5]),
        ("Mo-Fr 09:00-17:00; Nov Th[4] +1 day off; PH off", []),
        ("Mo-Fr 09:00-17:00; Dec 24,31 10:00-12:00; PH 10:00-12:00", []),
        ("Mo 09:00-17:00; Sa sunrise-sunset; week 1-53/2 Tu 10:00-12:00", [1, 5]),
        ("Mo-Fr 09:00-17:00 || off", []),
    ],
)
def test_what_no_cell_can_say_stands_below(text, days):
    """A few days of the year do not count, and a dash still means closed."""
    assert [day for day, _, said in cells(text) if said == "below"] == days


def test_holidays_are_told_once_under_the_table():
    """Not in each row, unless the row says nothing else."""
    opening = parse_hours("Mo-Fr 09:00-17:00; PH off")[0].opening
    assert has_holidays(opening) and told_below(opening).rules == ()
    alone = parse_hours("PH off")[0].opening
    assert told_below(alone) == alone


rules = st.builds(
    OpeningRule,
    days=st.lists(st.integers(0, 6), min_size=1, max_size=3, unique=True).map(tuple),
    occurrences=st.sampled_from([(), (), (1,), (-1,)]),
    spans=st.tuples(st.tuples(st.integers(0, 700), st.integers(701, 1440))),
)


@given(st.lists(rules, max_size=5).map(tuple))
def test_the_cells_are_a_week(found):
    """Each day once and in order; each rule in a cell or below."""
    opening = OpeningHours(text="", rules=found)
    made = cells_of(opening)
    assert [day for cell in made for day in range(cell.day, cell.day + cell.days)] == list(range(7))
    below = told_below(opening).rules
    for rule in found:
        for day in rule.days:
            (cell,) = (cell for cell in made if cell.day <= day < cell.day + cell.days)
            assert rule in below or set(rule.spans) <= set(cell.spans)
