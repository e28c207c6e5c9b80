"""The signs: only those that the guide shows, each beside its words."""

from datetime import date

import pytest

from guide.language.words import ENGLISH
from guide.layout.pages import ACCENT, Box, Path, Text
from guide.layout.parts.signs import Signs
from guide.layout.tags import Tag
from guide.layout.type.setter import Setter

FRESH, OLD = date(2026, 10, 1), date(2020, 1, 1)


@pytest.fixture
def signs(maker):
    """The signs of a guide: signs(verified=(...), closed=False, tabbed=True)."""

    def make(verified=(None,), closed=False, icon="", phones=True, **more):
        listings = [
            maker.listing(f"n{place}", verified=day, closed=closed, phones=(maker.phone(),) if phones else ())
            for place, day in enumerate(verified)
        ]
        guide = maker.guide(maker.section(*listings, icon=icon))
        return Signs(guide, Setter(maker.style, 2), ENGLISH, Tag("Sect"), **{"tabbed": True, **more})

    return make


@pytest.mark.parametrize(
    "asked, kinds",
    [
        ({}, ["number", "unchecked", "bar", "key"]),
        ({"verified": (FRESH,)}, ["number", "checked", "bar", "key"]),
        (
            {"verified": (FRESH, None), "closed": True},
            ["number", "checked", "unchecked", "alert", "bar", "key"],
        ),
        ({"phones": False, "tabbed": False}, ["unchecked", "bar"]),
        ({"barred": False}, ["unchecked", "key"]),
    ],
)
def test_only_signs_that_the_pages_show(signs, asked, kinds):
    assert [sign.kind for sign in signs(**asked).signs()] == kinds


def test_the_open_circle_says_to_call(signs):
    """Of a check that is too old it does not say that nobody has called."""
    said = {
        verified: [sign.words for sign in signs(verified=verified).signs()]
        for verified in ((None,), (None, OLD))
    }
    assert ENGLISH.sign_unchecked in said[None,] and "call before you go" in ENGLISH.sign_unchecked
    assert ENGLISH.sign_old in said[None, OLD] and ENGLISH.sign_unchecked not in said[None, OLD]


def test_pictures_are_named_where_there_are_some(signs):
    assert [sign.words for sign in signs().signs()][-1] == ENGLISH.sign_key_number
    assert [sign.words for sign in signs(icon="bed").signs()][-1] == ENGLISH.sign_key


def test_signs_measured(signs):
    """Words 32 from the edge; figures of the first number, large; the circle and the bar on one middle."""
    _, number, unchecked, bar, key = signs().rows(0, 234)
    figures, words = number.items[:2]
    assert (figures.text, figures.size, figures.x) == ("773 ", 17, 0) and words.text == ENGLISH.step_numbers
    text = next(item for item in unchecked.items if isinstance(item, Text))
    circle = next(item for item in unchecked.items if isinstance(item, Path))
    (stroke,) = (item for item in bar.items if isinstance(item, Box))
    assert text.x == 32 and stroke.fill == ACCENT and stroke.width == 3
    assert (circle.bounds.left + circle.bounds.right) / 2 == pytest.approx(stroke.x + 1.5) == 13
    square = next(item for item in key.items if isinstance(item, Box))
    assert (square.width, square.height) == (18, 18)
    assert all(
        item.x + item.width <= 234
        for row in (number, unchecked, bar, key)
        for item in row.items
        if isinstance(item, Text)
    )
