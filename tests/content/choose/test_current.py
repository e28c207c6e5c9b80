"""What has ended or has not begun is not printed, and check says what has ended."""

from dataclasses import replace
from datetime import date

import pytest

from guide import model
from guide.content.choose.current import check_current, current, day_state
from guide.model import Days

BEFORE, INSIDE, AFTER = date(2027, 1, 1), date(2027, 2, 1), date(2027, 3, 1)
DAYS = Days(first=date(2027, 1, 10), last=date(2027, 2, 20))


def guide_on(maker, day, **fields):
    return replace(maker.guide(maker.section(maker.listing(**fields))), day=day)


def alerts(maker, **fields):
    return [
        current(guide_on(maker, day, **fields)).listings[0].alert for day in (BEFORE, INSIDE, AFTER, None)
    ]


def test_an_alert_is_printed_on_its_days(maker):
    assert alerts(maker, alert="New", alert_days=DAYS) == ["", "New", "", "New"]
    assert alerts(maker, alert="New") == ["New"] * 4


def test_a_place_is_closed_on_its_days(maker):
    """One that will be closed keeps its hours and the days; one that was has neither."""
    found = [
        current(guide_on(maker, day, closed=True, closed_days=DAYS)).listings[0]
        for day in (BEFORE, INSIDE, AFTER)
    ]
    assert [(each.closed, each.closed_days) for each in found] == [
        (False, DAYS),
        (True, DAYS),
        (False, Days()),
    ]


def test_of_what_is_closed_for_good_no_way_leads_there(maker):
    office = maker.office("Chicago", maker.phone())
    [found] = current(
        guide_on(maker, INSIDE, closed=True, gone=True, locations=(office,), services=("Meals",))
    ).listings
    assert found.gone and found.name and not (found.locations or found.all_phones or found.services)


def test_a_line_of_help_is_printed_on_its_days(maker):
    lines = (model.HelpLine(text="Always"), model.HelpLine(text="Winter", days=DAYS))
    for day, texts in ((BEFORE, ["Always"]), (INSIDE, ["Always", "Winter"]), (AFTER, ["Always"])):
        guide = replace(guide_on(maker, day), help_now=lines)
        assert [line.text for line in current(guide).help_now] == texts


@pytest.mark.parametrize("day, count", [(BEFORE, 0), (INSIDE, 0), (AFTER, 3)])
def test_check_says_what_has_ended(maker, day, count):
    guide = guide_on(maker, day, alert="New", alert_days=DAYS, closed=True, closed_days=DAYS)
    guide = replace(guide, help_now=(model.HelpLine(text="Winter", days=DAYS),))
    assert [problem.name for problem in check_current(guide, day)] == ["ended"] * count


def test_an_edition_is_made_anew_when_something_begins_or_ends(maker):
    states = [
        day_state(guide_on(maker, day, alert="New", alert_days=DAYS)) for day in (BEFORE, INSIDE, AFTER)
    ]
    assert len(set(states)) == 3
    assert day_state(guide_on(maker, BEFORE)) == day_state(guide_on(maker, AFTER)) == ""
