"""The forms, and which of them an ending means."""

from pathlib import Path

import pytest

from guide.braille.make import Wanted
from guide.braille.pages import Sheet
from guide.cli.export import FORM_NAMES
from guide.exchange.give.forms import BRAILLE, FORMS, form_of, in_braille
from tests.braille.read_back import needs_liblouis

EACH = [pytest.param(name, marks=needs_liblouis) if name in BRAILLE else name for name in FORMS]


def test_the_command_has_every_form():
    assert tuple(FORMS) == FORM_NAMES


@pytest.mark.parametrize("name", EACH)
def test_an_ending_says_the_form_and_a_file_made_in_it_may_be_made_again(name, everything):
    form = FORMS[name]
    assert form_of(Path(f"a{form.ending.upper()}")) is form
    data = form.make(everything)
    assert form.make(everything) == data
    assert form.over.allows(data) and not form.over.allows(b"somebody's own")


def test_other_endings_say_nothing():
    assert form_of(Path("a.txt")) is None


@needs_liblouis
def test_braille_is_made_as_it_is_wanted(everything):
    data = in_braille(FORMS["pef"], Wanted(sheet=Sheet(cells=32, lines=20))).make(everything)
    assert b'cols="32" rows="20"' in data
