"""What differs between two texts, and a change that is taken back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.studio.hunks import Overlap, hunks, taken_back

LINES = st.lists(st.sampled_from("abcdefgh"), max_size=12)


def back_of(before, after):
    """How a change is taken back."""
    return [(each.start, each.end, list(before[each.first : each.last])) for each in hunks(after, before)]


def undo(before, after, now):
    return "".join(taken_back(list(now), list(after), list(now), back_of(before, after)))


@given(LINES, LINES)
def test_what_differs_makes_one_text_of_the_other(old, new):
    made, at = [], 0
    for start, end, first, last in hunks(old, new):
        assert (start, first) != (end, last)
        made += [*old[at:start], *new[first:last]]
        at = end
    assert made + old[at:] == new


@given(LINES, LINES)
def test_a_change_is_taken_back_whole(before, after):
    assert taken_back(after, after, after, back_of(before, after)) == before


@pytest.mark.parametrize(
    "before, after, now, then",
    [
        ("abcd", "abXcd", "QabXcd", "Qabcd"),  # changed above
        ("abcd", "abXcd", "abXcdQ", "abcdQ"),  # and below
        ("abcd", "aBcd", "aBcD", "abcD"),
        ("abcdef", "aBcdeF", "aBQdeF", None),  # touches
        ("abcd", "aBcd", "aQcd", None),  # the same line
        ("abcd", "abXYcd", "abXQYcd", None),  # within
        ("abcd", "abXcd", "abcd", None),  # taken out already
    ],
)
def test_what_was_changed_elsewhere_stays(before, after, now, then):
    if then is None:
        with pytest.raises(Overlap):
            undo(before, after, now)
    else:
        assert undo(before, after, now) == then


def test_a_new_item_right_behind_stays():
    """But for a line that belongs to what goes."""
    before, after = ["- a\n"], ["- a\n", "- b\n"]
    back = back_of(before, after)
    now = [*after, "- mine\n"]
    assert taken_back(now, after, now, back) == ["- a\n", "- mine\n"]
    with pytest.raises(Overlap):
        taken_back([*after, "  key: mine\n"], after, [*after, "  key: mine\n"], back)


@given(LINES, LINES, LINES)
def test_nothing_later_is_lost(before, after, now):
    """Whatever was written since is there, or nothing is taken back."""
    try:
        found = taken_back(now, after, now, back_of(before, after))
    except Overlap:
        return
    for each in hunks(after, now):
        written = now[each.first : each.last]
        assert any(found[place : place + len(written)] == written for place in range(len(found) + 1))
