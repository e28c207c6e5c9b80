"""Yes and no in the cells of a source."""

import pytest

from guide.exchange.flags import says_private, says_yes


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
