"""Languages by their codes and by their names."""

import pytest

from guide.language.files import language_codes
from guide.language.tongues import ANY, code_of, codes_of, known_code, name_of, named, names_in, nearest_code


@pytest.mark.parametrize(
    "text, language, code",
    [
        ("es", "en", "es"),
        ("zh_hans", "en", "zh-Hans"),
        ("Spanish", "en", "es"),
        ("espa\u00f1ol", "es", "es"),
        ("Spanish", "es", "es"),
        ("ASL", "en", "ase"),
        ("lengua de se\u00f1as estadounidense", "es", "ase"),
        ("Farsi", "en", "fa"),
        ("Simplified Chinese", "en", "zh-Hans"),
        ("Mam", "en", "mam"),
        ("spa", "en", "es"),
        ("cmn", "en", "zh"),
        ("iw", "en", "he"),
        ("others by phone", "en", ANY),
        ("any language by phone", "en", ANY),
        ("Bengali", "en", "bn"),
        ("Mixteco", "es", "mix"),
        ("K'iche'", "en", "quc"),
        ("Q'anjob'al", "en", "kjb"),
        ("Chinese (Traditional)", "en", "zh-Hant"),
        ("Spanish (weekdays)", "en", ""),
        ("Spansih", "en", ""),
        ("xx", "en", ""),
    ],
)
def test_the_code_of_what_people_write(text, language, code):
    assert code_of(text, language) == code


def test_one_that_is_not_known_spoils_a_list():
    assert codes_of(["es", "Polish", "Spanish"], "en") == ("es", "pl")
    assert codes_of(["es", "Martian"], "en") == ()


@pytest.mark.parametrize(
    "code, language, name",
    [
        ("zh-Hans", "es", "chino simplificado"),
        ("pt-BR", "en", "Brazilian Portuguese"),
        ("sr-Latn", "en", "Serbian (Latin)"),
        ("zh-TW", "en", "Chinese (Taiwan)"),
        ("zh-TW", "es", "chino (Taiw\u00e1n)"),
        ("zh-Hant-MO", "fr", "chinois traditionnel (R.A.S. chinoise de Macao)"),
        (
            "ase",
            "ar",
            "\u0644\u063a\u0629 \u0627\u0644\u0625\u0634\u0627\u0631\u0629 \u0627\u0644\u0623\u0645\u0631\u064a\u0643\u064a\u0629",
        ),
        ("kek", "es", "Q\u02bceqchi\u02bc"),
        ("mam", "es", "Mam"),
        (ANY, "es", "otros por tel\u00e9fono"),
        ("xx", "en", "xx"),
        ("es", "tlh", "Spanish"),
    ],
)
def test_the_name_of_a_code(code, language, name):
    """In English, where the language has none for it."""
    assert name_of(code, language) == name


@pytest.mark.parametrize("language", language_codes())
def test_every_language_names_the_common_ones(language):
    codes = ("en", "es", "ht", "zh-Hans", "vi", "ar", "ase", ANY)
    assert len({name_of(each, language) for each in codes}) == len(codes)
    assert codes_of([name_of(each, language) for each in codes[:-1]], language) == codes[:-1]


def test_names_in_a_row_begin_with_a_capital():
    assert named(("es", "zh-Hans"), "es") == "Espa\u00f1ol, chino simplificado"
    assert named(("es", "pl"), "en") == "Spanish, Polish" and named(("es",), "fr") == "Espagnol"


def test_codes_that_are_not_known():
    assert known_code("qqq") == "" and known_code("Spanish") == ""
    assert (nearest_code("es-Latm"), nearest_code("xx")) == ("es", "")
    assert "Vietnamese" in names_in("en")
