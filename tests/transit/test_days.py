"""Until when a timetable and its lines run."""

from datetime import date

import pytest

from guide.transit.days import read_days
from guide.transit.feed import Feed
from tests.transit.made_feed import write_tables

TODAY = date(2026, 4, 2)


def days(folder, **changes):
    with Feed(write_tables(folder, **changes)) as feed:
        return read_days(feed)


def test_a_service_that_has_ended_does_not_run(tmp_path):
    found = days(tmp_path)
    assert found.end == date(2026, 12, 31) and not found.is_over(TODAY)
    assert found.runs("all", TODAY) and not found.runs("ended", TODAY) and found.runs("unknown", TODAY)


def test_of_a_timetable_that_is_over_every_line_is_shown(tmp_path):
    found = days(tmp_path)
    later = date(2027, 1, 1)
    assert found.is_over(later) and found.runs("ended", later)


@pytest.mark.parametrize(
    "changes, end",
    [
        (
            {"calendar_dates": "service_id,date,exception_type\nx,20270105,1\nx,20280105,2\n"},
            date(2027, 1, 5),
        ),
        ({"feed_info": "feed_publisher_name,feed_end_date\nM,20260601\n"}, date(2026, 6, 1)),
        ({"feed_info": "feed_publisher_name\nM\n"}, date(2026, 12, 31)),
        ({"calendar": "service_id,end_date\nall,soon\nall,20261399\n"}, None),
        ({"calendar": None}, None),
    ],
)
def test_the_end_of_a_timetable(tmp_path, changes, end):
    """The last day on which anything runs, or what it says itself where that comes first; None where it says nothing."""
    found = days(tmp_path, **changes)
    assert found.end == end and found.is_over(TODAY) is False
