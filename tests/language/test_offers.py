"""Words that are offered to translators, in every language that has words here."""

import pytest

from guide.language.files import fixed_words, language_codes
from guide.language.offers import ENGLISH_OFFERS, cased_as, offered_kind, offered_languages, offered_words


@pytest.mark.parametrize("code", language_codes()[1:])
def test_every_language_has_every_word(code):
    assert fixed_words(code).offers.keys() == ENGLISH_OFFERS.keys()
    assert all(fixed_words(code).offers.values())
    assert offered_words("Free", "en", code) == fixed_words(code).offers["free"]


@pytest.mark.parametrize(
    "text, source, language, offered",
    [
        ("no cost.", "en", "es", "gratis."),
        ("Gratis", "es", "en", "Free"),
        ("Gratis", "es-MX", "fr", "Gratuit"),
        ("By appointment", "en", "es", "Con cita previa"),
        ("Closed for now", "en", "zh", "暂时关闭"),
        ("photo ID", "en", "tl", "ID na may larawan"),
        ("Free parking", "en", "es", ""),
        ("Free", "en", "it", ""),
        ("Free", "it", "es", ""),
    ],
)
def test_words_are_offered_in_another_language(text, source, language, offered):
    assert offered_words(text, source, language) == offered


@pytest.mark.parametrize(
    "text, language, offered",
    [
        ("Spanish, Vietnamese", "es", "Español, vietnamita"),
        ("English and Spanish", "fr", "Anglais, espagnol"),
        ("Mandarin; Farsi", "zh", "中文、波斯语"),
        ("Spanish, whatever you speak", "es", ""),
        ("Spanish", "ht", ""),
        ("Spanish", "xx", ""),
    ],
)
def test_names_of_languages_are_all_known_or_nothing_is_offered(text, language, offered):
    assert offered_languages(text, "en", language) == offered


def test_kinds_of_numbers():
    assert offered_kind("Toll-free", "en", "es") == "Gratuito" and offered_kind("fax", "es", "en") == "fax"
    assert offered_kind("front desk", "en", "es") == offered_kind("fax", "en", "it") == ""


def test_a_capital_stays_one():
    assert (cased_as("Free", "gratis"), cased_as("free", "gratis"), cased_as("", "a")) == (
        "Gratis",
        "gratis",
        "a",
    )
