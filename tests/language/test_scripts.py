"""Characters by how their scripts are set."""

import re
import unicodedata

import pytest

from guide.language.scripts import (
    BEYOND_ALPHABETS,
    IDEOGRAPHIC,
    LEFTWARD,
    base_language,
    comma_after,
    direction,
    has_leftward,
    in_brackets,
    needs_rules,
    spoken,
    usual_code,
    with_commas,
    with_script,
    within,
)
from tests.thorough import first_quick


@pytest.mark.parametrize(
    "text, leftward, rules",
    [
        ("plain", False, False),
        ("", False, False),
        ("Montréal, Łódź – “Tromsø”", False, False),
        ("Привіт", False, False),
        ("مرحبا", True, True),
        ("Call שלום", True, True),
        ("नमस्ते", False, True),
        ("ข้าว", False, True),
        ("你好", False, True),
        ("안녕", False, True),
        ("１２", False, True),
        ("\U00020000", False, True),
    ],
)
def test_texts(text, leftward, rules):
    assert (has_leftward(text), needs_rules(text)) == (leftward, rules)


@pytest.mark.slow
@pytest.mark.parametrize(
    "ranges, asked", first_quick([(BEYOND_ALPHABETS, needs_rules), (LEFTWARD, has_leftward)])
)
def test_every_character_is_found_as_a_regular_expression_would(ranges, asked):
    """The first and last of each range, and their neighbours; and every letter of the lower planes."""
    pattern = re.compile(f"[{within(ranges)}]")
    edges = [
        chr(min(max(ord(edge) + step, 0), 0x10FFFF))
        for each in ranges
        for edge in each
        for step in (-1, 0, 1)
    ]
    letters = [chr(code) for code in range(0x30000) if unicodedata.category(chr(code)).startswith("L")]
    for character in (*edges, *letters):
        assert asked(character) == bool(pattern.match(character)), hex(ord(character))


def test_ranges_are_in_order():
    """They are searched by halves."""
    assert list(BEYOND_ALPHABETS) == sorted(BEYOND_ALPHABETS) and list(LEFTWARD) == sorted(LEFTWARD)
    assert all(len(each) == 2 and each[0] < each[1] for each in (*LEFTWARD, *IDEOGRAPHIC, *BEYOND_ALPHABETS))
    assert all(before[1] < after[0] for before, after in zip(BEYOND_ALPHABETS, BEYOND_ALPHABETS[1:]))


def test_a_code_without_script_and_country():
    assert [base_language(code) for code in ("pt-BR", "zh_Hans", "EN")] == ["pt", "zh", "en"]


def test_codes_are_written_as_usual():
    assert [usual_code(code) for code in ("ES", "PT_br", "zh-hans", "ZH_HANS_cn", "es-419")] == [
        "es",
        "pt-BR",
        "zh-Hans",
        "zh-Hans-CN",
        "es-419",
    ]


def test_a_comma_is_of_the_script_before_it():
    assert comma_after("North") == comma_after("12") == comma_after("") == ", "
    assert comma_after("الشمال") == comma_after("شارع 12") == "، "
    assert with_commas(["الشمال", "12 Elm Street", "97401"]) == "الشمال، 12 Elm Street, 97401"


def test_brackets_are_those_of_the_script():
    """Full-width ones around Chinese and Japanese alone."""
    assert in_brackets("不确定") == "（不确定）" and in_brackets("電話") == "（電話）"
    assert in_brackets("not certain") == "(not certain)" and in_brackets("확실하지 않음") == "(확실하지 않음)"


def test_chinese_is_marked_with_its_script():
    assert [with_script(code) for code in ("zh", "zh-Hant", "ar")] == ["zh-Hans", "zh-Hant", "ar"]


def test_directions():
    """By the script that a language is most likely written in."""
    assert [direction(code) for code in ("en", "es", "pa", "zh", "")] == ["ltr"] * 5
    assert [direction(code) for code in ("ar", "fa-AF", "ckb", "prs", "pa-Arab")] == ["rtl"] * 5


def test_words_that_are_spoken_have_usual_spaces():
    assert spoken("9\u00a0am  to") == "9 am to"
