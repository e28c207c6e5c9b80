"""Clauses become rules, and what contradicts itself none."""

import pytest

from guide.content.said.atoms import NotUnderstood, atoms_of
from guide.content.said.clauses import clauses_of
from guide.content.said.settle import Taken, settle
from guide.content.said.tokens import tokens_of
from guide.model import OpeningRule


def settled(text):
    return settle(clauses_of(atoms_of(tokens_of(text), text)))


def rules(text):
    return [(rule.days, rule.spans) for rule in settled(text).rules if not rule.closed]


NOON, ONE, FIVE = 720, 780, 1020
WEEK = (0, 1, 2, 3, 4)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Mon-Fri 9am-5pm, closed for lunch 12-1", [(WEEK, ((540, NOON), (ONE, FIVE)))]),
        ("Mon-Fri 9am-noon, 1pm-5pm, closed 12-1", [(WEEK, ((540, NOON), (ONE, FIVE)))]),
        (
            "Mon-Thu 9am-5pm; Fri 9am-noon; closed for lunch 12-1",
            [((0, 1, 2, 3), ((540, NOON), (ONE, FIVE))), ((4,), ((540, NOON),))],
        ),
        (
            "Mon-Fri 9am-5pm (closed Wed 12-1)",
            [((0, 1, 3, 4), ((540, FIVE),)), ((2,), ((540, NOON), (ONE, FIVE)))],
        ),
        (
            "Mon-Tue 9am-5pm, closed for lunch 12-1, open until 7pm Tuesday",
            [((0,), ((540, NOON), (ONE, FIVE))), ((1,), ((540, NOON), (ONE, 1140)))],
        ),
        ("Mon-Fri 9am-5pm, Thursday until 7pm", [((0, 1, 2, 4), ((540, FIVE),)), ((3,), ((540, 1140),))]),
    ],
)
def test_closed_in_between_and_open_longer(text, expected):
    assert rules(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mon-Thu 9am-5pm, Fri 9am-4pm (closed 12-1)",
        "Mon-Sun 9am-9pm; closed Mon, Tue 10am-2pm",
        "Mon-Fri 9am-5pm, closed 6pm-7pm",
        "Mon-Fri until 7pm",
        "Mon-Fri 9am-5pm, Sat until 7pm",
        "Mon-Fri 9am-5pm, Thursday until 7",
        "Mon-Fri 9am-5pm; Fri 9am-noon",
        "Monday 9am-5pm; Monday closed",
        "Mon-Fri 9am-5pm; Friday by appointment",
        "Mon-Fri 9am-5pm; by appointment",
        "April to October: Mon-Fri 9am-5pm; Sat 9am-noon",
        "Feb 30 - May 1: Mon 9am-5pm",
        "Mon-Thu 9am-5pm, Fri 9am-4pm EST",
        "Closed Sunday",
        "Sun by appointment, closed Sun",
        "April-October Mon 9am-5pm, closed",
        "closed 12-1",
    ],
)
def test_contradictions_are_refused(text):
    with pytest.raises(NotUnderstood):
        settled(text)


def test_what_was_taken_is_told_once():
    assert settled("Mon 9-5, Tue 9-5, Wed 10-4").taken == (
        Taken("9-5", "9 am to 5 pm"),
        Taken("10-4", "10 am to 4 pm"),
    )


def test_what_is_closed_comes_last():
    last = settled("Closed holidays. Mon 9am-5pm or by appointment").rules
    assert last[0].spans and last[1] == OpeningRule(comment="by appointment", otherwise=True)
    assert last[2] == OpeningRule(holidays="PH", closed=True, beside=True)
