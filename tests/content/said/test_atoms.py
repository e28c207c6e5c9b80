"""Groups of days, times and parts of the year."""

import pytest

from guide.content.said import words
from guide.content.said.atoms import Group, NotUnderstood, atoms_of
from guide.content.said.tokens import tokens_of


def atoms(text):
    return atoms_of(tokens_of(text), text)


@pytest.mark.parametrize(
    "text, groups",
    [
        ("Mon-Fri", [Group((0, 1, 2, 3, 4))]),
        ("Fri to Mon", [Group((0, 4, 5, 6))]),
        ("Mon, Wed & Fri", [Group((0, 2, 4))]),
        ("Mon and Wed-Fri", [Group((0, 2, 3, 4))]),
        ("1st and 3rd Tues of the month", [Group((1,), (1, 3))]),
        ("2nd Thursday and 4th Saturday", [Group((3,), (2,)), Group((5,), (4,))]),
        ("Sundays and holidays", [Group((6,)), Group(holidays="PH")]),
    ],
)
def test_days(text, groups):
    (atom,) = atoms(text)
    assert (atom.kind, list(atom.groups)) == (words.DAY, groups)


@pytest.mark.parametrize(
    "text",
    [
        "Mon-Wed-Fri",
        "First Monday and Thursday",
        "1st Mon-Fri",
        "third week",
        "Mon to 5pm",
        "8am Mon - 5pm Fri",
    ]
    + ["Sept 5-9", "9am and 10am", "walk-ins", "until Friday", "9am to Friday"],
)
def test_what_has_no_one_meaning_is_refused(text):
    with pytest.raises(NotUnderstood):
        atoms(text)


@pytest.mark.parametrize(
    "text, season",
    [
        ("April-October", (((4, 0), (10, 0)),)),
        ("June, July and August", (((6, 0), (6, 0)), ((7, 0), (7, 0)), ((8, 0), (8, 0)))),
        ("Nov 1 to Mar 31", (((11, 1), (3, 31)),)),
        ("Dec 25", (((12, 25), (12, 25)),)),
    ],
)
def test_parts_of_the_year(text, season):
    (atom,) = atoms(text)
    assert atom.season == season


def test_a_number_behind_a_month_is_a_time_where_it_says_so():
    assert [atom.kind for atom in atoms("April 9am-5pm")] == [words.MONTH, words.TIME]


def test_brackets_that_say_nothing_of_days_are_a_note():
    assert [(atom.kind, atom.text) for atom in atoms("Mon (ring the bell)")][1] == (
        words.NOTE,
        "ring the bell",
    )
    with pytest.raises(NotUnderstood):
        atoms("Mon (until food runs out)")
