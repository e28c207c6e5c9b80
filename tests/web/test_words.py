"""The words of a page."""

import re
from pathlib import Path

import pytest

from guide.web.words import FOLDER, web_languages, words_of

ENGLISH = words_of("en")
STATIC = Path(FOLDER).parent / "static"


@pytest.mark.parametrize("language", web_languages())
def test_every_language_says_the_same(language):
    """The same texts, with the same brackets; none is forgotten."""
    own = words_of(language)
    assert own.own.keys() == ENGLISH.own.keys() and own.script.keys() == ENGLISH.script.keys()
    for there, english in ((own.own, ENGLISH.own), (own.script, ENGLISH.script)):
        for name, text in there.items():
            assert set(re.findall(r"\{\w+\}", text)) <= set(re.findall(r"\{\w+\}", english[name])), name


def test_a_language_without_words():
    """English, and marked so."""
    own = words_of("xx")
    assert not own.is_whole and own.say("search") == "Search"
    assert own.marks("search") == {"lang": "en", "dir": "ltr"}
    assert own.script == ENGLISH.script


def test_a_language_with_words():
    assert words_of("es").say("search") == "Buscar" and words_of("es-MX").marks("search") == {}
    assert ENGLISH.say("places", count=3) == "3 places" and ENGLISH.marks("places") == {}


def test_the_script_has_every_word_that_it_says_and_no_other():
    text = (STATIC / "page.js").read_text(encoding="utf-8")
    used = set(re.findall(r"\bW\.(\w+)", text))
    used |= {name for name in ENGLISH.script if name.startswith("why_")}
    assert used == set(ENGLISH.script)
