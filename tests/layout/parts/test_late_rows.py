"""Which places stand in which list."""

import pytest

from guide.content.hours import parse_hours
from guide.language.words import ENGLISH, side_by_side, words_in
from guide.layout.parts.late_rows import late_lists

DAY = "Mo-Fr 09:00-17:00"


@pytest.fixture
def lists(maker):
    """{title: [(name, hours)]} for listings with these hours."""

    def make(*hours, words=ENGLISH, **more):
        listings = [
            maker.listing(
                f"n{n}",
                phones=(maker.phone(),),
                opening=parse_hours(text)[0].opening,
                **more.get(f"n{n}", {}),
            )
            for n, text in enumerate(hours)
        ]
        found = late_lists(maker.guide(maker.section(*listings)), words)
        return {each.title: [(row.name, row.hours) for row in each.rows] for each in found}

    return make


def test_lists_in_their_order(lists):
    found = lists("24/7", "Mo-Su 19:00-07:00", "Tu 18:00-20:00; Sa,Su 09:00-11:00", DAY, DAY)
    assert list(found) == ["Day and night", "Every night", "Weekdays after 5 pm", "Saturday", "Sunday"]
    assert found["Day and night"] == [("Name of n0", ())]
    assert found["Sunday"] == [("Name of n2", (("9\u2013" + "11\u00a0am",),))]


def test_closed_for_now_is_in_none(lists):
    found = lists("24/7", "24/7", DAY, DAY, DAY, n0={"closed": True, "alert": "Closed for now"})
    assert [name for name, _ in found["Day and night"]] == ["Name of n1"]


def test_fewer_than_five_with_hours_have_none(lists):
    assert lists("24/7", "24/7", "24/7", "24/7") == {} and lists(*[DAY] * 9) == {}


def test_weeks_in_which_it_is_closed_stand_with_the_hours(lists):
    ((_, hours),) = lists("Sa 09:00-11:00; Jul off", DAY, DAY, DAY, DAY)["Saturday"]
    assert hours == (("9\u2013" + "11\u00a0am", "Closed in July"),)


def test_two_languages(lists):
    """Titles and hours in both; hours that read alike once."""
    words = side_by_side(ENGLISH, words_in("es"))
    found = lists("Tu 18:00-20:00; Sa 09:00-11:00", DAY, DAY, DAY, DAY, words=words)
    assert list(found) == ["Weekdays after 5 pm / Entre semana después de las 5 pm", "Saturday / Sábado"]
    ((_, evening),) = found["Weekdays after 5 pm / Entre semana después de las 5 pm"]
    assert [line.replace("\u00a0", " ") for (line,) in evening] == ["Tue 6–8 pm", "mar 6–8 pm"]
    assert len(found["Saturday / Sábado"][0][1]) == 1
