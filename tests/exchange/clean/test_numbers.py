"""Phones, however they were typed."""

import pytest

from guide.exchange.clean.numbers import phones_of
from guide.exchange.origin import Cell, Origin
from tests.exchange.clean.made import cell, cleaning, group, kinds

NUMBERS = {
    "305-285-5922": ["305-285-5922"],
    "(541)555-0142": ["541-555-0142"],
    "5415550142": ["541-555-0142"],
    "main: 305-285-5922, tollfree: 800-555-1212": [
        "305-285-5922",
        {"number": "800-555-1212", "type": "toll-free"},
    ],
    "541-672-3344 ask for Maria": [{"number": "541-672-3344", "description": "ask for Maria"}],
    "(312) 341-1070 ext. 5": [{"number": "312-341-1070", "extension": "5"}],
    "541.555.0142, ext 204": [{"number": "541-555-0142", "extension": "204"}],
    "1-888-995-HOPE": ["888-995-HOPE"],
    "541 344-3111 or 541-344-2222 (fax)": ["541-344-3111", {"number": "541-344-2222", "type": "fax"}],
    "650 780-7525 x12; 650 701-0856 fax": [
        {"number": "650-780-7525", "extension": "12"},
        {"number": "650-701-0856", "type": "fax"},
    ],
    "541-555-0142\n541-555-0143": ["541-555-0142", "541-555-0143"],
    "Text HELLO to 741741": [{"number": "741741", "type": "text", "keyword": "HELLO"}],
    "24-hour hotline 541-687-4000": [{"number": "541-687-4000", "description": "24-hour hotline"}],
    "1-800-799-7233 (SAFE) / TTY 1-800-787-3224": [
        {"number": "800-799-7233", "description": "SAFE"},
        {"number": "800-787-3224", "type": "tty"},
    ],
    "211": ["211"],
    "000-000-0211": ["211"],
    "Dial 711": ["Dial 711"],
    "555-1234": ["555-1234"],
    "+44 20 7946 0018": ["+44 20 7946 0018"],
    "N/A": [],
    "": [],
}


def test_numbers_are_taken_apart():
    """Labels become types where there is one, words stay with their number."""
    assert {text: phones_of([group(number=text)], cleaning())[0] for text in NUMBERS} == NUMBERS


@pytest.mark.parametrize("text", ["See website", "Email available", "123-456-7890", "0000000000"])
def test_what_is_no_number_is_told_and_not_printed_as_one(text):
    """It comes back as words, for the editor."""
    run = cleaning()
    assert phones_of([group(number=text)], run) == ([], [text])
    assert "phone not read" in kinds(run)


def test_a_part_that_is_no_number_is_told():
    """Nothing goes in silence."""
    run = cleaning()
    assert phones_of([group(number="541-555-0142; 205")], run)[0] == ["541-555-0142"]
    assert "part of a phone not read" in kinds(run)


def test_what_stands_in_other_cells_goes_with_the_number():
    """Usual words say nothing; no number stands twice, and what is known of it is kept."""
    groups = [
        group(number="541-555-0142", type="voice", description="Main"),
        group(number="541 555 0142", description="Intake", extension=""),
        group(number="541-555-0143", type="Fax", extension="000"),
        group(number="541-555-0144", type="hotline", extension="12"),
    ]
    assert phones_of(groups, cleaning())[0] == [
        {"number": "541-555-0142", "description": "Intake"},
        {"number": "541-555-0143", "type": "fax"},
        {"number": "541-555-0144", "extension": "12"},
    ]


def test_a_main_number_that_stands_as_the_fax_too_is_none():
    """What the mapping calls it, without a column, says nothing of a number that is there already."""
    fax = {"number": cell("541-555-0142"), "type": Cell("fax", Origin("a.csv", 2))}
    assert phones_of([group(number="541-555-0142"), fax], cleaning())[0] == ["541-555-0142"]
    assert phones_of([fax], cleaning())[0] == [{"number": "541-555-0142", "type": "fax"}]


def test_numbers_of_other_countries():
    """As their country writes them, with words beside them."""
    assert phones_of([group(number="020 7946 0018")], cleaning("GB"))[0] == ["020 7946 0018"]
    assert phones_of([group(number="Zentrale: 030 901820, Fax 030 90182099")], cleaning("DE"))[0] == [
        {"number": "030 901820", "description": "Zentrale"},
        {"number": "030 90182099", "type": "fax"},
    ]
