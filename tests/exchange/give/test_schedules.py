"""Hours as repetitions."""

import pytest

from guide.content.hours import parse_hours
from guide.exchange.give.schedules import schedules_of
from guide.language.hours_words import ENGLISH_HOURS


def schedules(text):
    """The schedules of hours, without the words that all of them have."""
    hours, _ = parse_hours(text)
    found = schedules_of(hours.opening, hours.lines, ENGLISH_HOURS)
    return [
        {key: value for key, value in row.items() if key != "description" or len(row) == 1} for row in found
    ]


def week(days, opens, closes, **more):
    return {"freq": "WEEKLY", "byday": days, "opens_at": f"{opens}:00", "closes_at": f"{closes}:00", **more}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mo-Fr 09:00-12:00,13:00-17:30", [week("MO,TU,WE,TH,FR", "09:00", "12:00"), week("MO,TU,WE,TH,FR", "13:00", "17:30")]),
        ("24/7", [week("MO,TU,WE,TH,FR,SA,SU", "00:00", "00:00")]),
        ("Fr 22:00-02:00", [week("FR", "22:00", "02:00")]),
        ("Tu[2,-1] 10:00-12:00", [{"freq": "MONTHLY", "byday": "2TU,-1TU", "opens_at": "10:00:00", "closes_at": "12:00:00"}]),
        ("2026 Dec 1-2026 Dec 20: Mo 10:00-12:00", [week("MO", "10:00", "12:00", valid_from="2026-12-01", valid_to="2026-12-20")]),
        ("Mo 09:00-17:00; PH off", [week("MO", "09:00", "17:00"), {"description": "Closed on public holidays"}]),
        ("Jun-Aug: Mo 09:00-12:00", [{"description": "June to August Mondays 9 am to noon"}]),
        ("Mo 09:00+", [{"description": "Mondays from 9 am"}]),
    ],
)  # fmt: skip
def test_rules_become_repetitions_and_words_for_the_rest(text, wanted):
    found = schedules(text)
    if "description" in wanted[-1]:
        assert found[:-1] == wanted[:-1] and found[-1].keys() == {"description"} and found[-1]["description"]
    else:
        assert found == wanted


def test_each_says_in_words_what_all_of_them_say():
    hours, _ = parse_hours("Mo 09:00-12:00,13:00-17:00")
    said = {row["description"] for row in schedules_of(hours.opening, hours.lines, ENGLISH_HOURS)}
    assert said == {"Monday 9 am to noon and 1 pm to 5 pm"}


def test_words_stay_words():
    assert [*schedules_of(None, ("Ring twice",), ENGLISH_HOURS)] == [{"description": "Ring twice"}]
    assert [*schedules_of(None, (), ENGLISH_HOURS)] == []
