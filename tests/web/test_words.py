"""The words of a page."""

import re
import unicodedata
from pathlib import Path

import pytest

from guide.language.files import language_codes
from guide.web.words import FOLDER, web_languages, words_of

ENGLISH = words_of("en")
OTHERS = [each for each in web_languages() if each != "en"]
LETTERS = re.compile(r"[^\W\d_]")
NAMED = re.compile(r"\{\w+\}|Shift")  # what is filled in, and a key of the keyboard
SAME = {"Normal", "Section"}  # words that another language has too
CYRILLIC, ARABIC, DEVANAGARI = {"CYRILLIC"}, {"ARABIC"}, {"DEVANAGARI"}
SCRIPTS = {
    "ru": CYRILLIC, "uk": CYRILLIC, "ar": ARABIC, "fa": ARABIC, "ps": ARABIC, "hi": DEVANAGARI, "ne": DEVANAGARI,
    "bn": {"BENGALI"}, "pa": {"GURMUKHI"}, "km": {"KHMER"}, "am": {"ETHIOPIC"}, "ko": {"HANGUL"}, "zh": {"CJK"},
    "ja": {"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"},
}  # fmt: skip
TWICE = ("keep", "wrong", "skip", "skip_found")  # what the script says as the page does
STATIC = Path(FOLDER).parent / "static"


@pytest.mark.parametrize("language", web_languages())
def test_every_language_says_the_same(language):
    """The same texts, with the same brackets; none is forgotten."""
    own = words_of(language)
    assert own.own.keys() == ENGLISH.own.keys() and own.script.keys() == ENGLISH.script.keys()
    for there, english in ((own.own, ENGLISH.own), (own.script, ENGLISH.script)):
        for name, text in there.items():
            assert sorted(re.findall(r"\{\w+\}", text)) == sorted(re.findall(r"\{\w+\}", english[name])), name


def test_there_are_words_in_every_language_of_the_fixed_texts():
    """None of which a native speaker has checked yet; the two codes of Tagalog are one language."""
    assert web_languages() == tuple(sorted(language_codes()))
    assert words_of("fil").own == words_of("tl").own
    assert [each for each in OTHERS if words_of(each).checked] == []


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_left_in_english(language):
    """Nor in letters of another script, but for a key of the keyboard."""
    own = words_of(language)
    for there, english in ((own.own, ENGLISH.own), (own.script, ENGLISH.script)):
        for name, text in there.items():
            assert text != english[name] or text in SAME or not LETTERS.search(NAMED.sub("", text)), name
            assert script_of(NAMED.sub("", text)) <= SCRIPTS.get(language, {"LATIN"}), (name, text)


@pytest.mark.parametrize("language", web_languages())
def test_what_names_a_button_names_it_as_it_is_called(language):
    own, script = words_of(language).own, words_of(language).script
    assert own["keep"] in own["safety_keeps"] and own["leave"] in own["safety_leave"]
    assert [script[each] for each in TWICE] == [own[each] for each in TWICE]


def script_of(text):
    """The scripts of the letters of a text, as Unicode names them."""
    return {unicodedata.name(each).split()[0] for each in LETTERS.findall(text)}


def test_a_language_without_words():
    """English, and marked so."""
    own = words_of("xx")
    assert not own.is_whole and own.say("search") == "Search"
    assert own.marks("search") == {"lang": "en", "dir": "ltr"}
    assert own.script == ENGLISH.script


def test_a_language_with_words():
    assert words_of("es").say("search") == "Buscar" and words_of("es-MX").marks("search") == {}
    assert ENGLISH.say("search") == "Search" and ENGLISH.marks("search") == {}
    assert words_of("sw").marks_of("en") and words_of("sw").marks_of("sw") == ENGLISH.marks_of("en") == {}


def test_the_script_has_every_word_that_it_says_and_no_other():
    text = (STATIC / "page.js").read_text(encoding="utf-8")
    used = set(re.findall(r"\bW\.(\w+)", text))
    used |= {name for name in ENGLISH.script if name.startswith("why_")}
    assert used == set(ENGLISH.script)
