"""Yes and no in the cells of a source."""

import pytest

from guide.exchange.flags import CLOSED, INACTIVE, OUT, says_private, says_yes
from guide.exchange.mapping.guess import is_out
from guide.exchange.mapping.looks import is_flag
from guide.exchange.privacy import status_out


def test_a_plain_yes_in_four_languages():
    """Whatever its capitals; anything else is none."""
    assert all(map(says_yes, ("Yes", " x ", "SÍ", "oui", "ja", "1", "checked", "\u2713", "WAHR")))
    assert not any(map(says_yes, ("", "no", "0", "perhaps", "yes, but")))


@pytest.mark.parametrize(
    "text", ("no", "NEIN", "Falsch", "faux", "0", "public", "not private", "n/a", "--", "", " ")
)
def test_a_plain_no_is_not_private(text):
    """Nor is what says nothing."""
    assert not says_private(text)


@pytest.mark.parametrize("text", ("yes", "1", "x", "confidential", "perhaps", "do not print"))
def test_all_else_is_private(text):
    """To be on the safe side."""
    assert says_private(text)


def test_words_for_what_is_not_there_any_more_stand_once():
    """A status in them stays out, a column that asks "active?" takes them for a no, and their rows are no samples."""
    for word in INACTIVE:
        assert status_out(word) and is_flag(word) and is_out(word)
    assert all(map(status_out, OUT)) and not any(map(status_out, CLOSED))
