"""The words of hours, and what each is."""

import pytest

from guide.content.said import words
from guide.content.said.clock import AM, LITERAL, PM, Moment
from guide.content.said.tokens import plain, tokens_of


def kinds(text):
    return [token.kind for token in tokens_of(text)]


@pytest.mark.parametrize(
    "text, days",
    [("Monday", (0,)), ("Tues.", (1,)), ("MWF", (0, 2, 4)), ("TTh", (1, 3)), ("weekends", (5, 6))]
    + [("Miércoles", (2,)), ("sábados", (5,)), ("THURS", (3,)), ("7 days a week", tuple(range(7)))],
)
def test_days(text, days):
    (token,) = tokens_of(text)
    assert (token.kind, token.days) == (words.DAY, days)


@pytest.mark.parametrize("text", ["MT", "MF", "MTH", "S", "we", "FM", "Mass"])
def test_what_only_looks_like_days(text):
    assert words.DAY not in kinds(text)


@pytest.mark.parametrize(
    "text, moment",
    [
        ("9am", Moment(9, 0, AM)),
        ("8:30a", Moment(8, 30, AM)),
        ("4.30 p.m.", Moment(4, 30, PM)),
        ("5 p. m.", Moment(5, 0, PM)),
        ("0830", Moment(8, 30, LITERAL)),
        ("830am", Moment(8, 30, AM)),
        ("17:00", Moment(17, 0, LITERAL)),
        ("9", Moment(9)),
        ("12 noon", Moment(12, 0, PM, True)),
        ("mediodía", Moment(12, 0, PM, True)),
        ("medianoche", Moment(12, 0, AM, True)),
        ("9 de la mañana", Moment(9, 0, AM)),
        ("12 de la noche", Moment(12, 0, AM, True)),
    ],
)
def test_times(text, moment):
    (token,) = tokens_of(text)
    assert (token.kind, token.moment) == (words.TIME, moment)


@pytest.mark.parametrize("text", ["541", "25", "9:75", "2026", "12/25", "$5", "13am"])
def test_what_is_no_time(text):
    assert words.WORD in kinds(text)


def test_to_in_spanish_is_no_half_of_the_day():
    assert kinds("9 a 5") == [words.TIME, words.TO, words.TIME]
    assert tokens_of("9 a 5")[0].moment == Moment(9)


@pytest.mark.parametrize(
    "text, kind",
    [
        ("lun, mar", words.DAY),
        ("Mar-Oct", words.MONTH),
        ("Nov 1 - Mar 31", words.MONTH),
        ("mar 9am", words.WORD),
    ],
)
def test_mar_is_what_the_words_beside_it_say(text, kind):
    assert kind in [token.kind for token in tokens_of(text) if token.text.lower() == "mar"]


@pytest.mark.parametrize(
    "text, kind",
    [("by appt.", words.APPOINTMENT), ("or by appointment", words.ELSE_APPOINTMENT), ("24/7", words.ALWAYS)]
    + [("con cita previa", words.APPOINTMENT), ("federal holidays", words.HOLIDAY), ("1st", words.ORDINAL)]
    + [("24 hours a day", words.ALWAYS), ("of each month", words.OF_MONTH), ("every second", words.WORD)]
    + [("EST", words.NOTE), ("office hours", words.FILLER)],
)
def test_phrases(text, kind):
    assert kinds(text)[0] == kind
    assert tokens_of(text)[0].text == text


def test_each_sign_keeps_its_place():
    text = "Miércoles – 9 a.\u00a0m."
    assert plain(text) == "Miercoles - 9 a. m."
    assert [text[token.place] for token in tokens_of(text)] == ["M", "–", "9"]
