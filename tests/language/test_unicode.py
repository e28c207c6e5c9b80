"""What Unicode and CLDR know: where lines end, which way texts run, how names are sorted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.language.unicode import (
    collation_key,
    directions,
    isolated_spans,
    language_of_name,
    letters_of,
    line_ends,
    runs_leftward,
    script_runs,
    scripts_of,
    visual_order,
)


def pieces(text, language="en"):
    """A text cut wherever a line may end."""
    ends = line_ends(text, language)
    return [text[start:end] for start, end in zip([0, *ends], ends)]


@pytest.mark.parametrize(
    "language, text, expected",
    [
        (
            "zh",
            "我需要口译员。您好（电话）",
            ["我", "需", "要", "口", "译", "员。", "您", "好", "（电", "话）"],
        ),
        (
            "fr",
            "Besoin d’aide\u00a0? Appelez\u00a0: 988",
            ["Besoin ", "d’aide\u00a0? ", "Appelez\u00a0: ", "988"],
        ),
        ("th", "ภาษาไทยเป็นภาษา", ["ภาษา", "ไทย", "เป็น", "ภาษา"]),
        ("km", "ភាសាខ្មែរជាភាសា", ["ភាសាខ្មែរ", "ជា", "ភាសា"]),
        ("en", "773-471-0999 or", ["773-471-0999 ", "or"]),
        ("zh", "\U00020bb7野家 a", ["\U00020bb7", "野", "家 ", "a"]),
    ],
)
def test_where_a_line_may_end(language, text, expected):
    """Marks begin no line, numbers to call are whole, and scripts without spaces have places too."""
    assert pieces(text, language) == expected


def shown(text, leftward=True):
    """A text as it stands on the line from left to right, each character once."""
    levels = directions(text, leftward)
    runs = []
    for character, level in zip(text, levels):
        if runs and runs[-1][1] == level:
            runs[-1][0].append(character)
        else:
            runs.append(([character], level))
    order = visual_order([level for _, level in runs])
    return "".join("".join(reversed(runs[at][0]) if runs[at][1] % 2 else runs[at][0]) for at in order)


@pytest.mark.parametrize(
    "number", ["773-471-0999", "+1 (773) 471-0999", "1-800-273-8255", "2026-03-14", "(773) 471-0999"]
)
def test_a_number_keeps_its_order_in_an_arabic_text(number):
    """Without isolation its groups would change places: the reader would dial them backwards."""
    assert number in shown(f"اتصل على {number} الآن")


@pytest.mark.parametrize(
    "name",
    [
        "Harm Reduction Coalition (HRC)",
        "AT&T",
        "St. Mary's Center",
        "Example Center, Suite 510",
        "Pat Morgan, RN",
        "123 Main Street, San Francisco",
        "450 6th Street, Suite 200",
        "12-14 Main St, Apt 5",
        "221B Baker Street",
        "1600 Pennsylvania Ave NW, Washington, DC 20500",
        "8 Rue de l’Église, Montréal",
    ],
)
def test_a_latin_name_keeps_its_order(name):
    """Its brackets, figures, commas and full stops are its own, and so is the number of a house before its street."""
    assert name in shown(f"انظر {name} الآن")


@pytest.mark.parametrize("text, number", [("على 773-471-0999 VANDU", "773-471-0999"), ("من 3, 5, 7", "")])
def test_a_number_to_call_is_no_number_of_a_house(text, number):
    """It is read before the words that follow it; figures in an Arabic list run with the list."""
    isolated = [text[start:end] for start, end, alone in isolated_spans(text) if alone]
    assert isolated == ([number, "VANDU"] if number else [])


ADDRESSES = """1540 Market St, Suite 500|P.O. Box 123|12-34 150th St #4B|350 N 5th Ave|1234 1/2 W. 23rd Street
2700 Dr. Martin Luther King Jr. Blvd|St. Mary's Church, 2nd Floor|San Francisco, CA 94103-1234|US Highway 101 South, Mile 12
Bldg. 5, Rm. 12B|Corner of 6th & Mission|One World Trade Center|1 Dr Carlton B Goodlett Pl|Calle 24 de Mayo, 7|3M Health
1-800-GET-HELP (438-4357)|A.A. Central Office|c/o Pat Morgan, RN|Unit C-12|O'Farrell St. (between Hyde & Larkin)|MSC 01-1234, Box #7"""


@pytest.mark.parametrize("address", ADDRESSES.replace("\n", "|").split("|"))
def test_addresses_and_names_keep_their_order_in_arabic(address):
    """As they stand on the door: in a sentence, and on a line alone."""
    for text in (address, f"العنوان: {address}، الطابق الثاني"):
        assert [text[start:end] for start, end, alone in isolated_spans(text) if alone] == [address]
    assert address in shown(f"العنوان: {address}، الطابق الثاني")


def test_brackets_around_a_latin_name_belong_to_the_text_around():
    """The bracket that opens before it in Arabic closes there too."""
    spans = [
        text
        for start, end, isolated in isolated_spans("كلمة (مركز VANDU) كلمة")
        if isolated
        for text in ["كلمة (مركز VANDU) كلمة"[start:end]]
    ]
    assert spans == ["VANDU"]


def test_a_range_runs_with_the_text():
    """3 to 5 is read from the right, as the words are."""
    assert shown("القوائم 3–5").startswith("5–3")


def test_a_text_apart_runs_as_its_own_first_letter_does():
    """The question mark of an English sentence stays at its end within an Arabic line."""
    text = "هل تحتاج إلى مساعدة؟ Need help now?"
    start = text.index("Need")
    levels = directions(text, True, ((start, len(text)),))
    assert all(level % 2 == 0 for level in levels[start:])
    assert directions(text, True)[-1] == 1


def test_marks_at_the_end_of_a_latin_word_belong_to_the_sentence():
    """The full stop of an Arabic sentence stands at its left end."""
    assert shown("هذا VANDU.").startswith(".")


@given(st.text(st.sampled_from("ab 12-().،بتث"), max_size=30), st.booleans())
def test_every_character_has_a_level_and_a_place(text, leftward):
    """Nothing is lost and nothing is doubled."""
    assert len(directions(text, leftward)) == len(text)
    assert sorted(shown(text, leftward)) == sorted(text)
    assert "".join(text[start:end] for start, end, _ in isolated_spans(text)) == text


@pytest.mark.parametrize(
    "levels, order",
    [
        ([0, 0], [0, 1]),
        ([1, 1], [1, 0]),
        ([1, 2, 1], [2, 1, 0]),
        ([0, 1, 2, 1, 0], [0, 3, 2, 1, 4]),
        ([], []),
    ],
)
def test_visual_order(levels, order):
    """Rule L2 of UAX 9."""
    assert visual_order(levels) == order


@pytest.mark.parametrize(
    "language, leftward",
    [
        *(
            (code, True)
            for code in (
                "ar",
                "fa",
                "he",
                "prs",
                "arz",
                "apc",
                "acm",
                "ary",
                "aeb",
                "pnb",
                "skr",
                "bal",
                "dv",
                "ckb",
                "ug",
                "yi",
                "pa-PK",
                "ku-Arab",
                "uz-AF",
                "ff-Adlm",
                "iw",
                "AR",
                "ar_EG",
            )
        ),
        *((code, False) for code in ("es", "zh", "ht", "ku", "pa", "az", "ar-Latn", "tg", "qaa", "x-own")),
    ],
)
def test_which_way_a_language_is_written(language, leftward):
    """By its likely script, whatever its code; ICU knows them, not a list of ours."""
    assert runs_leftward(language) is leftward


@pytest.mark.parametrize(
    "language, letter", [("prs", "ک"), ("acm", "ش"), ("skr", "ش"), ("dv", "ހ"), ("ko", "가"), ("zh", "中")]
)
def test_a_language_that_is_not_known_has_the_letters_of_its_script(language, letter):
    assert letter in letters_of(language)


def test_the_letters_of_a_language():
    assert "ñ" in letters_of("es") and "ế" in letters_of("vi")


@pytest.mark.parametrize(
    "language, names",
    [
        ("es", ["nabo", "nudo", "ñame", "oca"]),
        ("zh", ["安徽", "北京", "上海"]),
        ("uk", ["Галя", "Ґудзь", "Дім"]),
        ("en", ["Abbey", "Ábel", "abbot", "Zoë"]),
    ],
)
def test_names_are_sorted_as_readers_look_them_up(language, names):
    """ñ has a place of its own in Spanish; Chinese is sorted by its sounds."""
    expected = names if language != "en" else ["Abbey", "abbot", "Ábel", "Zoë"]
    assert sorted(reversed(names), key=lambda name: collation_key(name, language)) == expected


@pytest.mark.parametrize("language", ["es", "ar", "zh"])
def test_no_line_ends_within_a_span(language):
    """Of days or times; before and behind it one does."""
    text = "vie 9\u2013mediodía."
    assert line_ends(text, language) == [4, len(text)]


@pytest.mark.parametrize(
    "language, text, expected",
    [
        ("th", "รับความช่วยเหลือที่คลินิก", ["รับ", "ความ", "ช่วย", "เหลือ", "ที่", "คลินิก"]),
        ("km", "សូមទទួលជំនួយនៅគ្លីនិក", ["សូម", "ទទួល", "ជំនួយ", "នៅ", "គ្លីនិក"]),
        ("lo", "ຢູ່ຄລີນິກໂດຍ", ["ຢູ່", "ຄລີ", "ນິກ", "ໂດຍ"]),
        ("my", "အခမဲ့ဆေးခန်းတွင်", ["အခမဲ့", "ဆေးခန်း", "တွင်"]),
        ("km", "គ្លី\u200bនិក", ["គ្លី\u200b", "និក"]),
        ("ko", "진료소에서 도움을 받으세요.", ["진료소에서 ", "도움을 ", "받으세요."]),
        ("ja", "電話して、ッとー", ["電", "話", "し", "て、ッ", "とー"]),
        ("ja", "午後5時まで", ["午後5時", "ま", "で"]),
        ("zh", "上午9点12月3日", ["上午9点", "12月", "3日"]),
        ("zh", "电话。（免费）", ["电", "话。", "（免", "费）"]),
    ],
)
def test_lines_end_between_words_by_dictionary(language, text, expected):
    """No letter of a word that no dictionary has stands alone; Korean lines end at spaces."""
    assert pieces(text, language) == expected


@pytest.mark.parametrize(
    "text, code", [("한국어", "ko"), ("ትግርኛ", "ti"), ("Deutsch", "de"), ("한국말", "ko"), ("xyz", "")]
)
def test_languages_are_known_by_their_own_names(text, code):
    assert language_of_name(text) == code


def test_runs_of_scripts_take_shared_marks_with_them():
    assert script_runs("(ab) กิ.1") == [("Latn", "(ab) "), ("Thai", "กิ.1")]
    assert script_runs("12") == [("", "12")] and script_runs("") == []


def test_the_scripts_of_a_language():
    """Not what its letters share with those of others."""
    assert scripts_of("ru") == {"Cyrl"} and scripts_of("ja") == {"Hira", "Kana", "Hani"}
    assert scripts_of("es") == scripts_of("vi") == {"Latn"}
