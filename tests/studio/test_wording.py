"""The words of the studio."""

import re

import pytest

from guide.studio.pages import STATIC, TEMPLATES
from guide.studio.wording import FOLDER, LANGUAGES, language_asked, words_of

ENGLISH = words_of("en")


def test_every_text_is_in_every_language():
    """With the same values to be filled in."""
    assert sorted(path.stem for path in FOLDER.glob("*.yaml")) == sorted(LANGUAGES)
    for language in LANGUAGES:
        texts = words_of(language).texts
        assert texts.keys() == ENGLISH.texts.keys()
        for key, text in texts.items():
            assert set(re.findall(r"\{\w+\}", text)) == set(re.findall(r"\{\w+\}", ENGLISH.texts[key])), key


def test_every_key_that_is_used_is_there():
    """In templates, and in the browser's own part."""
    used = [
        key
        for path in TEMPLATES.glob("*.html")
        for key in re.findall(r"\bt\('([\w.]+)'[,)]", path.read_text(encoding="utf-8"))
    ]
    js = [
        (path.stem.split("_")[0], key)
        for path in STATIC.glob("*.js")
        for key in re.findall(r"\bt\('(\w+)'[,)]", path.read_text(encoding="utf-8"))
    ]
    assert [key for key in used if not ENGLISH.has(key)] == []
    assert [(view, key) for view, key in js if key not in ENGLISH.script(view)] == []
    assert len(used) > 40 and len(js) > 30


def test_one_has_words_of_its_own():
    assert (ENGLISH("badges.problem", count=1), ENGLISH("badges.problem", count=2)) == (
        "1 problem",
        "2 problems",
    )
    assert ENGLISH("no.such.key") == "no.such.key" and words_of("xx") is not None


@pytest.mark.parametrize(
    ("header", "language"), [("es-MX,es;q=0.9", "es"), ("fr,es;q=0.5", "es"), ("", "en"), ("de", "en")]
)
def test_the_language_of_the_browser(header, language):
    assert language_asked(header) == language
