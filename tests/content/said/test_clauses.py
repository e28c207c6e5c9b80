"""Days and times find each other, whichever stands first."""

import pytest

from guide.content.said.atoms import NotUnderstood, atoms_of
from guide.content.said.clauses import clauses_of
from guide.content.said.tokens import tokens_of


def clauses(text):
    return clauses_of(atoms_of(tokens_of(text), text))


def days(clause):
    return [day for group in clause.groups for day in group.days]


@pytest.mark.parametrize(
    "text", ["Mon 9am-5pm, Tue 10am-6pm", "9am-5pm Mon, 10am-6pm Tue", "Mon 9am-5pm; Tue 10am-6pm"]
)
def test_days_and_times(text):
    one, other = clauses(text)
    assert (days(one), days(other)) == ([0], [1])
    assert (one.times[0][0].hour, other.times[0][0].hour) == (9, 10)


@pytest.mark.parametrize("text", ["Tue closed", "Closed Tue", "Tuesday: closed", "cerrado los martes"])
def test_closed_before_or_behind_its_days(text):
    (clause,) = clauses(text)
    assert clause.closed and days(clause) == [1]


def test_an_exception_leaves_the_days_before_it_waiting_for_their_times():
    exception, usual = clauses("Daily except Sunday 9am-5pm")
    assert exception.closed and days(exception) == [6]
    assert usual.times and len(days(usual)) == 7


@pytest.mark.parametrize(
    "text",
    [
        "Mon, Tue 9am-5pm, Wed",
        "9am-5pm",
        "Mon 9am-5pm 10am-2pm Tue",
        "Mon-Fri except Wed 9am-5pm, Sat",
        "evenings",
    ]
    + [
        "by appointment; or (here)",
        "Mon-Thu 9am-5pm, Fri 9am-noon by appointment",
        "Mon 9am-5pm except Wed 10am-2pm",
    ]
    + ["Mon-Fri 9am-5pm, Sat 10am-2pm (April to October)", "April to October", "Mon until"],
)
def test_what_may_belong_together_in_two_ways_is_refused(text):
    with pytest.raises(NotUnderstood):
        clauses(text)
