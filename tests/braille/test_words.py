"""What a braille edition says of itself."""

import re

import pytest

from guide.braille.liblouis import TABLES
from guide.braille.words import FOLDER, braille_words
from guide.language.files import language_codes

ENGLISH = braille_words("en")
LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.yaml"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same(language):
    own = braille_words(language)
    assert own.keys() == ENGLISH.keys()
    for name, text in own.items():
        assert sorted(re.findall(r"\{\w+\}", text)) == sorted(re.findall(r"\{\w+\}", ENGLISH[name])), name


def test_every_language_of_the_program_with_braille_has_words():
    """All but those for which liblouis has no table that people read."""
    without = {"ht", "ja", "ps", "so", "tl"}
    assert {*language_codes(), *TABLES} - without == set(LANGUAGES)


def test_a_language_without_words_says_it_in_english():
    assert braille_words("xx") == ENGLISH and braille_words("es-MX")["ends"] == "Fin"
