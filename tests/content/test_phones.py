"""Telephone numbers: as printed, as dialled, and what is told of the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.content.phones import Number, padded_service, parse_number
from guide.problems.content import PADDED_SERVICE
from tests.random_texts import ANY

PLAIN = Number("415-241-9800", "+14152419800")


@pytest.mark.parametrize(
    "text",
    [
        "415-241-9800",
        "415.241.9800",
        "(415) 241-9800",
        "(415)241-9800",
        "+1 415 241 9800",
        "1-415-241-9800",
        "4152419800",
        "1 (415) 241 9800",
        "415/241-9800",
        "415\u2013241\u20139800",
        "415\u2011241\u20119800",
        "415\u00a0241\u00a09800",
        "+14152419800",
        "1.415.241.9800",
        "415 - 241 - 9800",
        "\u0664\u0661\u0665-\u0662\u0664\u0661-\u0669\u0668\u0660\u0660",
    ],
)
def test_a_number_prints_alike_however_it_was_typed(text):
    """Ten digits are printed in three groups, with no bracket and no 1."""
    assert parse_number(text, "US") == PLAIN
    assert parse_number(text, "CA") == PLAIN


@given(
    st.integers(2_000_000_000, 9_999_999_999).map(str),
    st.sampled_from(
        ["{}-{}-{}", "({}) {}-{}", "{}.{}.{}", "{} {} {}", "1-{}-{}-{}", "+1 {} {} {}", "{}{}{}"]
    ),
)
def test_no_digit_is_ever_changed(digits, form):
    """The digits printed and dialled are those typed, in their order."""
    number = parse_number(form.format(digits[:3], digits[3:6], digits[6:]), "US")
    assert number.printed.replace("-", "") == digits
    assert number.e164 == f"+1{digits}"


@pytest.mark.parametrize(
    "text, extension",
    [
        ("415-241-9800 x204", "204"),
        ("415-241-9800x204", "204"),
        ("(415) 241-9800, ext. 204", "204"),
        ("415.241.9800 Ext 7", "7"),
        ("415-241-9800 extension 12", "12"),
        ("415-241-9800 (ext. 12)", "12"),
        ("415-241-9800 #2", "2"),
    ],
)
def test_an_extension_is_split_off(text, extension):
    """An extension typed with the number stands by itself."""
    assert parse_number(text, "US") == PLAIN._replace(extension=extension)


@pytest.mark.parametrize(
    "text, printed, digits",
    [
        ("1-888-995-HOPE", "888-995-HOPE", "888-995-4673"),
        ("1-888-995-HOPE (4673)", "888-995-HOPE", "888-995-4673"),
        ("1-800-GET-HELP", "800-GET-HELP", "800-438-4357"),
        ("(800) FLOWERS", "800-FLOWERS", "800-356-9377"),
        ("1-800-MATTRESS", "800-MATTRESS", "800-628-8737"),  # the eighth letter is not dialled
        ("800-662-help", "800-662-help", "800-662-4357"),
    ],
)
def test_letters_stay_and_digits_stand_beside_them(text, printed, digits):
    """A vanity number keeps its letters and is known in digits too."""
    number = parse_number(text, "US")
    assert (number.printed, number.in_digits) == (printed, digits)
    assert number.e164 == "+1" + digits.replace("-", "")


@pytest.mark.parametrize(
    "text, country, e164",
    [
        ("211", "US", "211"),
        ("988", "US", "988"),
        ("911", "US", "911"),
        ("741741", "US", "741741"),
        ("2-1-1", "US", "211"),
        ("9.8.8", "CA", "988"),
        ("9 1 1", "US", "911"),
        ("9\u20111\u20111", "US", "911"),
        ("Call 2-1-1", "US", "211"),
        ("9-9-9", "GB", "999"),
        ("741-741", "US", "741741"),
        ("Dial 711", "US", "711"),
        ("116 123", "GB", "116123"),
        ("112", "DE", "112"),
        ("See website", "US", ""),
        ("Email available", "US", ""),
        ("Text HOME to 741741", "US", ""),
        ("800 number on the web", "US", ""),
        ("Ask for Alex 204", "US", ""),
    ],
)
def test_short_codes_and_words_are_printed_as_typed(text, country, e164):
    """What is no whole number stays as it is, without doubt."""
    assert parse_number(text, country) == Number(text, e164)


@pytest.mark.parametrize(
    "text, country, printed, e164",
    [
        ("020 7946 0958", "GB", "020 7946 0958", "+442079460958"),
        ("+44 20 7946 0958", "GB", "020 7946 0958", "+442079460958"),
        ("+44 (0)20 7946 0958", "US", "+44 20 7946 0958", "+442079460958"),
        ("030/123456", "DE", "030 123456", "+4930123456"),
        ("+1 415 241 9800", "DE", "+1 415-241-9800", "+14152419800"),
        ("+1 604 685 6561", "US", "604-685-6561", "+16046856561"),
    ],
)
def test_other_countries(text, country, printed, e164):
    """A number abroad has its country code, one at home has none."""
    assert parse_number(text, country) == Number(printed, e164)


@pytest.mark.parametrize(
    "text, doubt",
    [
        ("471-0999", "no area code"),
        ("415-241-9800 or 415-241-9801", "several numbers"),
        ("415-241-9800 / 241-9801", "several numbers"),
        ("415-241-9800 (ask for Dan)", "words stand beside"),
        ("12345678901234567", "cannot be dialled"),
        ("*67", "cannot be dialled"),
        ("12", "cannot be dialled"),
        ("000-000-0211", "this is 211"),
        ("(000) 000-0988", "this is 988"),
        ("211-000-0000", "this is 211"),
        ("1-000-000-0411", "this is 411"),
        ("000-0911", "this is 911"),
    ],
)
def test_what_is_not_understood_is_printed_as_typed_and_told(text, doubt):
    """Nothing is guessed: the text stays, is not dialled, and a warning says why."""
    number = parse_number(text, "US")
    assert (number.printed, number.e164) == (text, "")
    assert doubt in number.doubt.message.format(text=text, service=padded_service(text))


def test_a_number_that_ends_with_zeros_is_no_service():
    """Only three digits that are a service, and nothing but zeros beside them, are one."""
    assert parse_number("415-211-0000", "US").e164 == "+14152110000"
    assert parse_number("800-000-0211", "US").e164 == "+18000000211"
    assert parse_number("0000211", "DE").doubt != PADDED_SERVICE


@given(st.text(ANY), st.sampled_from(["US", "GB", "ZZ"]))
def test_any_text_is_parsed(text, country):
    """Whatever stands where a number should, there is something to print."""
    assert parse_number(text, country).printed or not text
