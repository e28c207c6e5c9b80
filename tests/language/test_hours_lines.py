"""Rules of opening hours in plain words: what is one line, in which order lines stand, and what is said of closed days."""

from dataclasses import replace

import pytest

from guide.language.files import fixed_words
from guide.language.hours_lines import groups, hours_lines, is_long, joined_rules, opening_key, rank
from guide.language.hours_words import ENGLISH_HOURS as ENGLISH
from guide.model import OpeningHours, OpeningRule

NINE = ((540, 1020),)
WEEK = OpeningRule(days=(0, 1, 2, 3, 4), spans=NINE)
CHRISTMAS = (((12, 25), (12, 25)),)
SUMMER = (((6, 0), (8, 0)),)


def lines(*rules, words=ENGLISH):
    """What is printed of rules, with plain spaces."""
    found = hours_lines(OpeningHours(text="", rules=rules), words)
    return [line.replace("\u00a0", " ") for line in found]


@pytest.mark.parametrize(
    "rule, line",
    [
        (WEEK, "Monday to Friday 9 am to 5 pm"),
        (OpeningRule(spans=NINE), "Every day 9 am to 5 pm"),
        (OpeningRule(spans=((0, 1440),)), "Open 24 hours every day"),
        (OpeningRule(days=(0,)), "Monday open"),
        (OpeningRule(season=SUMMER), "June to August: open"),
        (replace(WEEK, season=SUMMER), "June to August: Monday to Friday 9 am to 5 pm"),
        (replace(WEEK, comment="by appointment"), "Monday to Friday 9 am to 5 pm by appointment"),
        (replace(WEEK, comment="ring twice"), "Monday to Friday 9 am to 5 pm (ring twice)"),
        (replace(WEEK, unknown=True), "Monday to Friday 9 am to 5 pm (not certain)"),
        (OpeningRule(comment="ask us"), "Ask us"),
        (
            OpeningRule(days=(0,), occurrences=(1, 3), spans=NINE),
            "First and third Monday of the month 9 am to 5 pm",
        ),
        (OpeningRule(days=(4,), occurrences=(-1,), spans=NINE), "Last Friday of the month 9 am to 5 pm"),
        (OpeningRule(days=(0,), weeks=(1, 53, 2), spans=NINE), "Every other Monday 9 am to 5 pm"),
        (OpeningRule(holidays="PH", spans=NINE), "Public holidays 9 am to 5 pm"),
        (OpeningRule(holidays="easter", spans=NINE), "Easter Sunday 9 am to 5 pm"),
        (OpeningRule(holidays="easter", offset=1, spans=NINE), "Easter Monday 9 am to 5 pm"),
        (OpeningRule(closed=True), "Closed"),
        (OpeningRule(days=(6,), closed=True), "Closed on Sunday"),
        (OpeningRule(season=CHRISTMAS, closed=True), "Closed on December 25"),
        (OpeningRule(season=(((12, 24), (1, 1)),), closed=True), "Closed December 24 to January 1"),
        (OpeningRule(season=SUMMER, closed=True), "Closed June to August"),
        (OpeningRule(otherwise=True, comment="by appointment"), "At other times by appointment"),
        (OpeningRule(otherwise=True, closed=True), "At other times closed"),
    ],
)
def test_a_rule_in_words(rule, line):
    assert lines(rule) == [line]


def test_rules_that_differ_in_their_days_alone_are_one_line():
    assert lines(WEEK, replace(WEEK, days=(5,))) == ["Monday to Saturday 9 am to 5 pm"]
    assert len(lines(WEEK, OpeningRule(days=(6,), spans=((600, 720),)))) == 2


def test_seasons_of_one_rule_are_one_line():
    spring, autumn = (((3, 0), (4, 0)),), (((9, 0), (10, 0)),)
    rules = [OpeningRule(season=season, spans=NINE) for season in (spring, autumn)]
    assert len(joined_rules(rules)) == 1
    (line,) = lines(*rules)
    assert "March" in line and "October" in line


def test_the_week_comes_first_then_the_year_then_what_is_closed():
    """Whatever order the rules are in; what holds where no other rule does comes last."""
    rules = (
        OpeningRule(otherwise=True, comment="by appointment"),
        OpeningRule(days=(6,), closed=True),
        OpeningRule(season=CHRISTMAS, spans=((600, 720),)),
        replace(WEEK, season=SUMMER),
        WEEK,
    )
    assert lines(*rules) == [
        "Monday to Friday 9 am to 5 pm",
        "June to August: Monday to Friday 9 am to 5 pm",
        "December 25: 10 am to noon",
        "Closed on Sunday",
        "At other times by appointment",
    ]
    assert rank(WEEK) < rank(replace(WEEK, season=SUMMER)) < rank(OpeningRule(season=CHRISTMAS))


def test_closed_days_are_one_sentence():
    closed = [
        OpeningRule(days=(6,), closed=True),
        OpeningRule(holidays="PH", closed=True),
        OpeningRule(season=CHRISTMAS, closed=True),
    ]
    assert lines(*closed) == ["Closed on Sunday, public holidays and December 25"]
    noted = replace(closed[0], comment="ring at number 5")
    assert lines(noted, *closed[1:]) == [
        "Closed on Sunday (ring at number 5)",
        "Closed on public holidays and December 25",
    ]


def test_alike_lines_are_said_once():
    assert lines(WEEK, WEEK) == ["Monday to Friday 9 am to 5 pm"]
    assert lines() == []


def test_what_is_said_last_is_in_no_group():
    """Rules in groups stay in the order in which they are said."""
    last = OpeningRule(otherwise=True)
    assert groups([last, WEEK], opening_key) == [[WEEK]] and opening_key(last) is None


@pytest.mark.parametrize(
    "first, last, long",
    [
        ((12, 25), (12, 25), False),
        ((12, 25), (12, 26), False),
        ((12, 25), (12, 27), True),
        ((12, 24), (1, 1), True),
        ((6, 0), (6, 0), False),
        ((6, 0), (8, 0), True),
    ],
)
def test_more_than_two_days_are_a_span(first, last, long):
    assert is_long(first, last) is long


def test_every_word_is_of_the_language():
    spanish = fixed_words("es").hours
    (line,) = lines(replace(WEEK, comment="by appointment"), words=spanish)
    assert line.startswith("Lunes") and spanish.by_appointment in line and "appointment" not in line
