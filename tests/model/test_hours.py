"""Opening hours as the tables of the guide ask for them: the week, and what is not in it."""

import pytest

from guide.model import OpeningHours, OpeningRule, is_short

NINE = ((540, 1020),)
MONDAYS = OpeningRule(days=(0,), spans=NINE)
FIRST_TUESDAY = OpeningRule(days=(1,), occurrences=(1,), spans=NINE)
CHRISTMAS = OpeningRule(season=(((12, 25), (12, 25)),), spans=NINE)


@pytest.mark.parametrize(
    "rule, weekly",
    [
        (MONDAYS, True),
        (OpeningRule(days=(6,), closed=True), True),
        (FIRST_TUESDAY, False),
        (CHRISTMAS, False),
        (OpeningRule(days=(0,), weeks=(1, 53, 2), spans=NINE), False),
        (OpeningRule(holidays="PH", closed=True), False),
        (OpeningRule(comment="by appointment"), False),
        (OpeningRule(days=(0,), spans=NINE, comment="ring"), False),
    ],
)
def test_what_holds_in_every_week(rule, weekly):
    assert rule.is_weekly is weekly


def test_the_week_has_a_place_for_each_day():
    """A rule without days is for all of them; closed days are empty."""
    opening = OpeningHours(text="", rules=(MONDAYS, FIRST_TUESDAY))
    assert opening.week == (NINE, (), (), (), (), (), ())
    assert OpeningHours(text="", rules=(OpeningRule(spans=NINE),)).week == (NINE,) * 7


def test_days_of_which_only_an_exception_speaks_are_irregular():
    opening = OpeningHours(text="", rules=(MONDAYS, FIRST_TUESDAY, CHRISTMAS))
    assert (opening.exceptions, opening.irregular_days) == ((FIRST_TUESDAY, CHRISTMAS), (1,))
    assert OpeningHours(text="", rules=(OpeningRule(comment="by appointment"),)).irregular_days == tuple(
        range(7)
    )


@pytest.mark.parametrize(
    "rule, days",
    [
        (OpeningRule(days=(0, 1), comment="x"), (0, 1)),
        (OpeningRule(days=(3,), occurrences=(4,), offset=1), (4,)),
        (OpeningRule(days=(6,), offset=1), (0,)),
        (OpeningRule(days=(0,), closed=True), ()),
        (OpeningRule(holidays="PH"), ()),
        (CHRISTMAS, ()),
        (OpeningRule(season=(((7, 0), (8, 0)),)), tuple(range(7))),
    ],
)
def test_days_on_which_it_may_be_open(rule, days):
    """A few days of the year do not count."""
    assert tuple(filter(rule.may_open_on, range(7))) == days


@pytest.mark.parametrize(
    "season, short",
    [
        (((12, 25), (12, 25)), True),
        (((12, 24), (12, 26)), True),
        (((12, 1), (12, 8)), False),
        (((7, 0), (7, 0)), False),
    ]
    + [(((12, 30), (1, 2)), False)],
)
def test_a_short_part_of_the_year_is_under_a_week(season, short):
    assert is_short(season) is short
