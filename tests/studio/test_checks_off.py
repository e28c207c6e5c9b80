"""Checks that listings have turned off."""

import pytest

from guide.studio.checks_off import off_in, rows_of, text_in, turn_on
from guide.studio.owners import Owner

PANTRY = Owner("listing", "pantry")
OFF = """\
    checks_off:
      - name: long-sentence
        reason: Their own words.
      - {name: abbreviation, reason: Everybody knows it.}  # really
    verified: 2026-04-01
  - id: kitchen
"""


@pytest.fixture
def off(change, saves):
    change("food", "    verified: 2026-04-01\n  - id: kitchen\n", OFF)
    saves.studio.look_again()
    return saves


def test_they_are_listed(off):
    assert [(each.owner, each.listing, each.name, each.reason) for each in off_in(off.studio)] == [
        (PANTRY, "Elm Pantry", "long-sentence", "Their own words."),
        (PANTRY, "Elm Pantry", "abbreviation", "Everybody knows it."),
    ]


def test_one_is_turned_on_again(off, text):
    """The others stay, with their comments; Undo brings it back."""
    turn_on(off, PANTRY, "long-sentence", "Their own words.")
    assert "long-sentence" not in text(
        "food"
    ) and "{name: abbreviation, reason: Everybody knows it.}  # really" in text("food")
    turn_on(off, PANTRY, "abbreviation", "Everybody knows it.")
    assert "checks_off" not in text("food")
    with pytest.raises(KeyError):
        turn_on(off, PANTRY, "abbreviation", "Everybody knows it.")
    off.undo()
    off.undo()
    assert [each.name for each in off_in(off.studio)] == ["long-sentence", "abbreviation"]


def test_what_is_written_in_another_form_is_shown_too():
    assert rows_of({"checks_off": "long-sentence"}) == ["long-sentence"] and rows_of({}) == []
    assert (text_in("a", "name"), text_in("a", "reason"), text_in({"name": ["a"]}, "name")) == ("a", "", "")
