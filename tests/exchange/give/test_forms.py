"""The forms, and which of them an ending means."""

from pathlib import Path

import pytest

from guide.cli.export import FORM_NAMES
from guide.exchange.give.forms import FORMS, form_of


def test_the_command_has_every_form():
    assert tuple(FORMS) == FORM_NAMES


@pytest.mark.parametrize("name", FORMS)
def test_an_ending_says_the_form_and_a_file_made_in_it_may_be_made_again(name, everything):
    form = FORMS[name]
    assert form_of(Path(f"a{form.ending.upper()}")) is form
    data = form.make(everything)
    assert form.make(everything) == data
    assert form.over.allows(data) and not form.over.allows(b"somebody's own")


def test_other_endings_say_nothing():
    assert form_of(Path("a.txt")) is None
