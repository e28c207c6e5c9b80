"""The news of a listing in words."""

from datetime import date

import pytest

from guide.language.words import ENGLISH, side_by_side, words_in
from guide.layout.compose.news import alert_of
from guide.model import Days

FIRST, LAST = date(2027, 1, 10), date(2027, 2, 20)


@pytest.mark.parametrize(
    "fields, text",
    [
        ({}, ""),
        ({"alert": "Moved"}, "Moved"),
        ({"closed": True}, "Closed for now"),
        ({"closed": True, "alert": "Moving"}, "Moving"),
        ({"closed": True, "gone": True}, "Closed for good"),
        ({"closed": True, "gone": True, "alert": "Ask at Insite"}, "Closed for good. Ask at Insite"),
        ({"closed": True, "closed_days": Days(last=LAST)}, "Closed until February 20, 2027"),
        ({"closed_days": Days(first=FIRST)}, "Closed from January 10, 2027"),
        (
            {"closed_days": Days(first=FIRST, last=LAST), "alert": "New floor"},
            "Closed from January 10, 2027 to February 20, 2027. New floor",
        ),
    ],
)
def test_it_says_that_and_how_long_a_place_is_closed(maker, fields, text):
    assert alert_of(maker.listing(**fields), ENGLISH) == text


def test_each_language_has_its_own_day(maker):
    listing = maker.listing(closed=True, closed_days=Days(last=LAST))
    both = alert_of(listing, side_by_side(ENGLISH, words_in("es")))
    assert "Closed until February 20, 2027" in both and "Cerrado hasta el 20 de febrero de 2027" in both
