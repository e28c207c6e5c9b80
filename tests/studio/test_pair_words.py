"""What is said of translations."""

from datetime import date
from pathlib import Path

import pytest

from guide.content.units import Unit
from guide.errors import Mark
from guide.studio.history import FILES, WORDS, Step
from guide.studio.owners import Owner
from guide.studio.pair_words import PairWords, changed_since, step_name
from guide.studio.saves import Write
from guide.studio.wording import words_of


@pytest.fixture
def words(studio, saves):
    return PairWords(studio, saves, words_of("en"))


def unit(key, owner="listing", own="pantry"):
    return Unit(owner, own, key, "line", "x", Mark(Path("x")))


@pytest.mark.parametrize(
    "each, owner, key",
    [
        (unit("description"), "2 Elm Pantry", "text"),
        (unit("location-2-phone-1-description"), "2 Elm Pantry", "office 2, number 1, words beside it"),
        (unit("title", "section", "food"), "Food", "title"),
        (unit("help_now-2-phone-description", "guide", ""), "Guide", "help now 2, words beside the number"),
        (unit("Food", "topic", ""), "Food", ""),
    ],
)
def test_a_text_has_a_name_and_a_place(words, each, owner, key):
    assert (words.owner(each), words.key(each)) == (owner, key)


def test_every_text_of_a_guide_has_words(words):
    """Not the names of keys."""
    keys = "name_note summary alert fees_description introduction closing_notes phone-1-description email-1-label"
    said = [words.key(unit(key)) for key in (*keys.split(), "meeting-1-note", "program-1-fees_description")]
    assert not [each for each in said if "_" in each or "-" in each.replace("e-mail", "")]


def test_a_language_is_said_by_both_of_its_names(words):
    assert words.both_names("ar") == "Arabic, العربية" and words.both_names("tl") == "Tagalog"


def test_the_day_of_a_change_is_known_where_it_was_made_here(words, saves):
    assert words.outdated(unit("description")) == "Out of date: the English has changed"
    saves.write(Owner("listing", "pantry"), [Write("description", "Bread.", "Groceries for everybody.")])
    again = PairWords(words.studio, saves, words.words)
    today = words.day(date.today())
    assert again.outdated(unit("description")) == f"Out of date: the English changed on {today}"


def test_texts_that_were_changed_since_somebody_has_read_it_are_counted():
    when = 1_780_000_000.0
    day = date.fromtimestamp(when)

    def step(number, key, before, after, **more):
        return Step(
            number=number,
            when=when,
            kind=WORDS,
            owner="translation/es/listing/a",
            name="A",
            keys={key: [before, after], f"~{key}": ["", "x"]},
            **more,
        )

    steps = [
        step(1, "summary", "a", "b"),
        step(2, "alert", "c", "c"),
        step(3, "hours", "d", "e", undone=True),
    ]
    assert changed_since(steps, "es", day) == 1 and changed_since(steps, "ar", day) == 0
    signed = step(4, "checked", "no", "Ana")
    assert changed_since([*steps, signed, step(5, "alert", "c", "d")], "es", day) == 1


def test_undo_names_its_object():
    words = words_of("en")
    step = Step(kind=WORDS, owner="translation/ar/listing/pantry", name="Elm Pantry")
    assert step_name(step, words) == "Arabic words of Elm Pantry"
    assert step_name(Step(kind=FILES, owner="translation/es", name="Help"), words) == "Spanish words of Help"
    assert step_name(Step(owner="listing/pantry", name="Elm Pantry"), words) == "Elm Pantry"
