"""Texts that suffered on their way: entities, hidden addresses, ends that were cut off."""

from pathlib import Path

import pytest

from guide.reading.damage import (
    check_entities,
    decode_entities,
    is_hidden_email,
    meaning_of,
    report_cut,
    says_nothing,
)
from guide.reading.source import Place, Source

TOP = Place(0, 0, 0)
SENTENCE = "Come in and eat with us. Whoever you are and wherever you sleep, "


@pytest.fixture
def source():
    return Source(Path("a.yaml"), Path("."))


def names(source):
    return [problem.name for problem in source.problems]


@pytest.mark.parametrize(
    "entity, character",
    [
        ("&amp;", "&"),
        ("&#233;", "\u00e9"),
        ("&#xE9;", "\u00e9"),
        ("&eacute;", "\u00e9"),
        ("&nothing;", "&nothing;"),
    ],
)
def test_what_an_entity_stands_for(entity, character):
    assert meaning_of(entity) == character


@pytest.mark.parametrize(
    "text, decoded, told",
    [
        ("R&amp;B", "R&B", ["entity"]),
        ("R&amp;amp;B", "R&B", ["entity"]),
        ("caf&eacute; &amp; tea", "caf\u00e9 & tea", ["entity"]),
        ("R&B; Q&A", "R&B; Q&A", []),
        ("a&nbsp;b", "a\u00a0b", ["entity"]),
    ],
)
def test_entities_are_decoded_and_told_once(source, text, decoded, told):
    """However often they were written over."""
    assert decode_entities(text, "summary", TOP, source) == decoded
    assert names(source) == told


def test_an_entity_of_what_nobody_sees_is_told(source):
    assert check_entities("a&#8203;b", TOP, source) == "ab" and "U+200B" in str(source.problems[0])
    assert check_entities("a&amp;b", TOP, source) == "a&amp;b" and len(source.problems) == 1


@pytest.mark.parametrize("length, told", [(255, ["cut-off"]), (254, ["cut-off"]), (252, [])])
def test_a_text_that_fills_a_column_of_a_table_is_told(source, length, told):
    """Of as many characters as columns hold, or one less."""
    report_cut((SENTENCE * 9)[: length - 1] + "x", "description", TOP, source)
    assert names(source) == told


@pytest.mark.parametrize("end", [".", "!", ")", "7", "\u201d"])
def test_a_text_that_ends_as_texts_do_is_whole(source, end):
    report_cut((SENTENCE * 9)[:254] + end, "description", TOP, source)
    assert names(source) == []


@pytest.mark.parametrize(
    "value, hidden",
    [
        ([("email protected", TOP)], True),
        ([("Email\u00a0Protected", TOP)], True),
        ([("email", TOP), ("protected", TOP)], False),
        ("[email protected]", False),
        ([], False),
    ],
)
def test_a_hidden_address_is_known_by_what_yaml_makes_of_it(value, hidden):
    assert is_hidden_email(value) is hidden


@pytest.mark.parametrize(
    "text, nothing", [("N/A", True), ("none", True), ("-", True), ("#REF!", True), ("Nora", False)]
)
def test_words_for_nothing(text, nothing):
    assert says_nothing(text) is nothing
