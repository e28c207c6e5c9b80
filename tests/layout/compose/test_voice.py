"""A guide as it speaks in one language, or in two: which words are tagged, and which are printed."""

from dataclasses import replace

import pytest

from guide.language.words import ENGLISH, words_in
from guide.layout.compose.voice import Voice
from guide.layout.tags import Tag

TAG = Tag("P")


@pytest.fixture
def voices(maker):
    """The voice of a guide in English, and of its translation to Spanish, in which a summary is missing."""
    listing = maker.listing("one", summary="beds", name_note="at night")
    source = maker.guide(maker.section(listing))
    missing = replace(listing, name_note="de noche", untranslated=frozenset({"summary"}))
    spanish = replace(
        source,
        language="es",
        source_language="en",
        sections=(replace(source.sections[0], listings=(missing,)),),
    )
    return (
        Voice(source, ENGLISH),
        Voice(spanish, words_in("es")),
        Voice(spanish, words_in("es"), second=(source, ENGLISH)),
    )


def test_numbers_and_names_are_known(voices):
    voice, *_ = voices
    assert (voice.numbers, voice.names["one"], voice.summaries["one"]) == ({"one": 1}, "Name of one", "beds")


def test_words_of_the_source_say_so_where_the_guide_is_translated(voices):
    """A name in the source's language; nothing is said where both are one."""
    english, spanish, _ = voices
    assert english.source(TAG) is TAG
    assert (spanish.source(TAG).language, spanish.source(TAG).parent, spanish.source(None)) == (
        "en",
        TAG,
        None,
    )


def test_what_is_not_translated_says_its_language(voices):
    english, spanish, _ = voices
    (listing,) = spanish.guide.listings
    assert spanish.language_of(listing, "summary") == "en" and spanish.language_of(listing, "name_note") == ""
    assert english.language_of(english.guide.listings[0], "summary") == ""


def test_what_stands_in_the_second_column_anyway_is_not_said_twice(voices):
    _, alone, both = voices
    (listing,) = both.guide.listings
    assert alone.prints(listing, "summary") and not both.prints(listing, "summary")
    assert both.prints(listing, "name_note")


def test_a_text_has_the_same_in_the_second_language_behind_it(voices):
    """Where that is another."""
    _, alone, both = voices

    def said(voice, text):
        listing = replace(voice.listings["one"], name_note=text)
        return [(each.text, each.tag.language) for each in voice.said(listing, "name_note", TAG)]

    assert said(both, "de noche") == [("de noche / ", ""), ("at night", "en")]
    assert said(alone, "de noche") == [("de noche", "")]
    assert said(both, "at night") == [("at night", "")] and said(both, "") == []


def test_each_language_has_its_voice(voices):
    _, alone, both = voices
    assert alone.voices == (alone,) and both.voices == (both, both.second)
    assert both.inside(TAG, both) is TAG and both.inside(TAG, both.second).language == "en"


def test_a_text_in_each_voice_stands_behind_a_stroke(maker):
    """Once where both say the same, and not at all where the first says nothing."""
    first, tag = maker.guide(maker.section(maker.listing())), Tag("P")
    voice = Voice(
        first, ENGLISH, second=(replace(first, language="es", source_language="en"), words_in("es"))
    )
    one, other = voice.in_each(("Monday", "lunes"), tag, True)
    assert (one.text, one.tag, one.apart, other.text, other.apart) == ("Monday / ", tag, False, "lunes", True)
    assert (other.tag.language, other.tag.parent, one.bold, other.bold) == ("es", tag, True, True)
    assert [each.text for each in voice.in_each(("AA", "AA"), tag)] == ["AA"]
    assert voice.in_each(("", "lunes"), tag) == ()
