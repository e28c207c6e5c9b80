"""The fixed texts: in one language or two one_text each other, filled in, counted, and cut at what is put into them."""

from dataclasses import fields, replace
from datetime import date

import pytest

from guide.language.both import one_text
from guide.language.files import language_codes
from guide.language.words import ENGLISH, Words, part, side_by_side, words_in

SPANISH = words_in("es")
BOTH = side_by_side(ENGLISH, SPANISH)


@pytest.mark.parametrize(
    "code, language", [("en", "en"), ("en-GB", "en"), ("es", "es"), ("es-MX", "es"), ("tlh", "en")]
)
def test_the_words_of_a_language_or_english(code, language):
    """A region has the words of its language; where there are none, they are English."""
    assert words_in(code).language == language


def test_words_are_made_once():
    assert words_in("es") is SPANISH


def test_a_text_is_filled_in():
    assert ENGLISH.say("edition_foot", number=3, colour="blue") == "Edition 3, blue"


def test_a_text_that_counts_has_the_form_of_its_number():
    """One, few or many, as the language has it."""
    words = replace(ENGLISH, count_many={"one": "{count} listing", "other": "{count} listings"})
    assert [words.say("count_many", count=count) for count in (1, 2)] == ["1 listing", "2 listings"]
    assert words.plural({"other": "x"}, 1) == "x"


def test_two_languages_are_said_one_behind_the_other():
    """And what both say alike, once; a value may be of its language."""
    assert BOTH.say("contents") == one_text("Contents", SPANISH.contents)
    assert BOTH.versions == (ENGLISH, SPANISH)
    said = BOTH.say("page", folio=lambda words: words.language)
    assert said == one_text("page en", SPANISH.page.format(folio="es"))


def test_a_date_is_said_in_both():
    day = date(2026, 3, 14)
    assert ENGLISH.full_date(day) == "March 14, 2026"
    assert BOTH.full_date(day) == one_text("March 14, 2026", SPANISH.hours.full_date(day))


def test_every_text_is_in_both():
    """Texts and lists of texts, one by one; what is kept by language stays the first's."""
    for field in fields(Words):
        one, other, both = (getattr(words, field.name) for words in (ENGLISH, SPANISH, BOTH))
        if isinstance(one, str) and isinstance(other, str) and field.name != "language":
            assert both == one_text(one, other), field.name
    assert BOTH.form_choices == tuple(map(one_text, ENGLISH.form_choices, SPANISH.form_choices))
    assert (BOTH.language, BOTH.hours, BOTH.facts) == ("en", ENGLISH.hours, ENGLISH.facts)


@pytest.mark.parametrize(
    "template, parts",
    [("see page {folio}", ("see page ", "")), ("{folio}. oldal", ("", ". oldal")), ("none", ("none", ""))],
)
def test_a_template_is_cut_at_its_brackets(template, parts):
    assert part(template, "folio") == parts


def test_an_ordinary_number_has_no_word():
    """Others have that of the language, or what the content calls them."""
    for code in language_codes():
        words = words_in(code)
        assert words.number_kind("voice") == ""
        assert words.number_kind("fax") and words.number_kind("front desk") == "front desk"
