"""Abbreviations as pieces of their own, with what they stand for."""

import pytest

from guide.layout.tags import Tag
from guide.layout.type.spelled import spelled
from tests.pdf.samples import text

DAYS = (("Mon", "Monday"), ("Fri", "Friday"))


@pytest.mark.parametrize(
    ("spells", "words", "pieces"),
    [
        ((("IL", "Illinois"),), "Chicago, IL 60601", [("Chicago, ", ""), ("IL", "Illinois"), (" 60601", "")]),
        ((("IL", "Illinois"),), "IL", [("IL", "Illinois")]),
        ((("OR", "Oregon"),), "Room A OR B", [("Room A OR B", "")]),
        (
            DAYS,
            "Mon\u2013Fri 9\u20135",
            [("Mon", "Monday"), ("\u2013", ""), ("Fri", "Friday"), (" 9\u20135", "")],
        ),
        (DAYS, "Money", [("Money", "")]),
        ((("c/o", "care of"),), "c/o St. Ann", [("c/o", "care of"), (" St. Ann", "")]),
        ((), "Mon", [("Mon", "")]),
    ],
)
def test_abbreviations_have_tags_of_their_own(spells, words, pieces):
    tag = Tag("P", spells=spells)
    found = list(spelled(text(tag, words), False))
    assert [(each.text, "" if each.tag is tag else each.tag.full) for each in found] == pieces
    assert all(each.tag is tag or each.tag.parent is tag for each in found)


def test_nothing_moves():
    """From the left, and where x counts from the right."""
    whole = text(Tag("P", spells=DAYS), "Mon to Fri")
    ends = [each.bounds for each in spelled(whole, False)]
    assert ends[0].left == whole.x and ends[-1].right == pytest.approx(whole.bounds.right)
    turned = [each.mirrored(600) for each in spelled(whole, True)]
    assert [each.x for each in turned] == sorted(each.x for each in turned)
    assert turned[0].x == pytest.approx(whole.mirrored(600).x)


def test_words_that_run_leftward_stay_whole():
    item = text(Tag("P", spells=DAYS), "Mon", leftward=True)
    assert list(spelled(item, True)) == [item]
