"""Which rules hold where several are for the same days."""

from dataclasses import replace

import pytest

from guide.content.hours_overlaps import part_of_year, settle_overlaps, united
from guide.content.hours_syntax import parse_rules
from guide.model import OpeningRule

WEEKDAYS = (0, 1, 2, 3, 4)


def settled(text):
    """[(days, spans, closed)] of the rules of an expression as they hold."""
    return [(rule.days, rule.spans, rule.closed) for rule in settle_overlaps(parse_rules(text)[0])]


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "Mo-Fr 09:00-17:00; We 10:00-12:00",
            [((0, 1, 3, 4), ((540, 1020),), False), ((2,), ((600, 720),), False)],
        ),
        ("Mo-Fr 09:00-17:00; We off", [((0, 1, 3, 4), ((540, 1020),), False), ((2,), (), True)]),
        ("We 10:00-12:00; Mo-Fr 09:00-17:00", [(WEEKDAYS, ((540, 1020),), False)]),
        ("09:00-17:00; Su off", [((0, 1, 2, 3, 4, 5), ((540, 1020),), False), ((6,), (), True)]),
        ("Mo 09:00-12:00, Mo 14:00-16:00", [((0,), ((540, 720), (840, 960)), False)]),
        ("Mo-We 09:00-12:00, We 11:00-16:00", [((0, 1), ((540, 720),), False), ((2,), ((540, 960),), False)]),
    ],
)
def test_a_later_rule_takes_the_place_of_an_earlier_one_or_stands_beside_it(text, expected):
    """After a semicolon for the days that both name; after a comma with their times together."""
    assert settled(text) == expected


def test_rules_of_other_parts_of_the_year_are_left_alone():
    text = "Mo-Fr 09:00-17:00; Jul We off"
    assert settle_overlaps(parse_rules(text)[0]) == parse_rules(text)[0]


@pytest.mark.parametrize(
    "rule, part",
    [
        (OpeningRule(days=(0,)), ((), ())),
        (OpeningRule(season=(((7, 0), (8, 0)),), closed=True), ((((7, 0), (8, 0)),), ())),
        (OpeningRule(days=(0,), weeks=(1, 53, 2)), ((), (1, 53, 2))),
        (OpeningRule(days=(0,), occurrences=(1,)), None),
        (OpeningRule(holidays="PH", closed=True), None),
        (OpeningRule(season=(((12, 25), (12, 25)),), closed=True), None),
        (OpeningRule(comment="by appointment"), None),
        (OpeningRule(days=(0,), otherwise=True), None),
    ],
)
def test_rules_of_single_days_and_of_words_are_of_no_part(rule, part):
    assert part_of_year(rule) == part


@pytest.mark.parametrize(
    "spans, expected",
    [
        ([(780, 1020), (540, 720)], ((540, 720), (780, 1020))),
        ([(540, 720), (600, 780)], ((540, 780),)),
        ([(540, 720), (720, 780)], ((540, 780),)),
        ([(540, None), (600, 660)], ((540, None),)),
        ([(540, 900), (600, 660)], ((540, 900),)),
    ],
)
def test_spans_that_meet_are_one(spans, expected):
    assert united(spans) == expected


def test_nothing_says_that_it_stands_beside_when_all_is_settled():
    rules = parse_rules("Mo 09:00-12:00, Tu 14:00-16:00")[0]
    assert any(rule.beside for rule in rules) and not any(rule.beside for rule in settle_overlaps(rules))
    assert settle_overlaps(rules) == tuple(replace(rule, beside=False) for rule in rules)
