"""The fixed texts of each language are whole, and say what the English ones say."""

import re
import unicodedata
from dataclasses import MISSING, fields
from datetime import date

import pytest

from guide.content.hours import parse_hours
from guide.language.files import FOLDER, fixed_words, language_codes, language_name
from guide.language.hours_lines import hours_lines
from guide.language.hours_words import ENGLISH_HOURS, HoursWords
from guide.language.words import ENGLISH, Words, words_in
from guide.model import PHONE_TYPES, VOICE
from guide.model.meeting import FORMATS
from guide.reading.text import UNSEEN

ASKED_FOR = tuple("en am ar bn de es fa fr hi ht ja km ko ne pa pl ps pt ru so tl uk vi zh".split())
OTHERS = language_codes()[1:]
each_language = pytest.mark.parametrize("code", OTHERS)
FIELD = re.compile(r"\{(\w+)\}")


def texts_of(value):
    """Every text in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts_of(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from texts_of(each)


def test_every_language_that_is_asked_for_is_there():
    assert language_codes() == ASKED_FOR


@each_language
def test_it_has_every_text_and_no_other(code):
    """A text that the program does not know would never be printed."""
    found = fixed_words(code)
    assert set(found.words) == {field.name for field in fields(Words)} - {"language", "hours", "both"}
    assert set(found.words["phone_types"]) == set(PHONE_TYPES) - {VOICE}
    assert set(found.words["meeting_formats"]) == set(ENGLISH.meeting_formats) == set(FORMATS)
    assert set(found.words["forms"]) == set(ENGLISH.forms)
    assert len(set(found.words["forms"].values()) - set(ENGLISH.forms.values())) >= len(ENGLISH.forms) // 2
    assert set(found.words["colours"]) == set(ENGLISH.colours)
    assert set(found.words["facts"]) == {key for key, _ in ENGLISH.facts}
    assert len(found.words["form_choices"]) == len(ENGLISH.form_choices)


@each_language
def test_brackets_are_those_of_the_english_text(code):
    """What is put in has its place."""
    found = fixed_words(code)
    for name, text in found.words.items():
        english = getattr(ENGLISH, name)
        if isinstance(english, str):
            for each in texts_of(text):
                assert sorted(FIELD.findall(each)) == sorted(FIELD.findall(english)), (name, each)
                assert not set("{}") & set(FIELD.sub("", each)), (name, each)


@each_language
def test_brackets_of_hours_too(code):
    hours = fixed_words(code).hours
    for field in fields(HoursWords):
        english, own = getattr(ENGLISH_HOURS, field.name), getattr(hours, field.name)
        if isinstance(english, str) and field.name not in (
            "calendar",
            "whole_date",
            "whole_month",
            "pair",
            "comma",
        ):
            left_out = {"half"} if hours.clock == 24 else set()
            assert set(FIELD.findall(english)) - left_out == set(FIELD.findall(own)) - left_out, (
                field.name,
                own,
            )
        assert (
            own
            or field.default is MISSING
            or field.name in ("noon", "midnight", "am", "pm", "calendar", "shorter_days")
        ), field.name
    assert (
        len(hours.days) == len(hours.short_days) == 7
        and len(hours.months) == len(hours.dates) == 12
        and len(hours.ordinals) == 6
    )
    assert all("{day}" in each for each in hours.dates)


@each_language
def test_texts_are_clean(code):
    """Composed letters, nothing that cannot be seen, no space at an end."""
    found = fixed_words(code)
    for text in [
        *texts_of(found.words),
        *texts_of(tuple(getattr(found.hours, field.name) for field in fields(HoursWords))),
    ]:
        assert text == unicodedata.normalize("NFC", text) and text == text.strip(), text
        assert not UNSEEN.search(text), text


@each_language
def test_no_text_is_english(code):
    """Nothing was left as it stood."""
    words = words_in(code)
    same = {
        field.name
        for field in fields(Words)
        if isinstance(getattr(ENGLISH, field.name), str)
        and re.search("[A-Za-z]{4}", FIELD.sub("", getattr(ENGLISH, field.name)))
        and getattr(words, field.name) == getattr(ENGLISH, field.name)
    }
    assert same <= {
        "go_to",
        "index",
        "notes",
        "page",
        "page_column",
        "form_date",
        "form_name",
        "step_index",
        "step_form",
        "american_sign_language",
    }  # alike in some


@each_language
def test_counts_have_a_form_for_every_number(code):
    """Whatever plural categories the language has."""
    words = words_in(code)
    for count in (0, 1, 2, 3, 5, 11, 18, 21, 100, 10_000):
        for name in ("count_many", "leaflet_whole", "some_checked"):
            assert str(count) in words.say(name, count=count) or count in (
                1,
                2,
            )  # some languages say these in words


@each_language
def test_hours_and_dates_are_said(code):
    """No bracket is left, and figures are those of a phone's keys."""
    words = words_in(code)
    text = 'Mo-Fr 09:00-12:00,13:00-17:30; Sa[1,3] 10:00-24:00; Su off; PH off; Dec 25 off; Apr-Oct Tu 08:00+; We "by appointment"'
    lines = hours_lines(parse_hours(text)[0].opening, words.hours)
    said = "\n".join([*lines, words.full_date(date(2026, 3, 14)), words.hours.month_of(date(2026, 3, 14))])
    assert "{" not in said and "2026" in said and "14" in said
    assert all(character.isascii() for character in said if character.isdigit())


@each_language
def test_it_says_that_no_native_speaker_has_checked_it(code):
    """Until one has, and writes a name and the day, as in a guide's translations."""
    text = (FOLDER / f"{code}.yaml").read_text(encoding="utf-8")
    assert re.search(r"^checked: (no|[^,\n]+, \d{4}-\d\d-\d\d)$", text, re.MULTILINE)


def test_languages_are_found_by_their_family():
    """Other countries and other codes of the same language."""
    assert words_in("es-MX") is words_in("es")
    assert words_in("fil").language == "tl" and words_in("zh-Hans").language == "zh"
    assert words_in("sw") is ENGLISH and words_in("en-GB") is ENGLISH


def test_names_of_languages():
    assert (language_name("es", "en"), language_name("es", "es"), language_name("zh", "es")) == (
        "Spanish",
        "español",
        "chino",
    )
