"""What was to be filled in later, and numbers that must never be printed again."""

import pytest

from guide.content.checks.placeholders import STARTER, SUSPECT, first_words, shorten
from guide.starter import STARTER as FOLDER


@pytest.mark.parametrize(
    "text",
    ["TBD", "Closed until xxx", "see ???", "____", "[insert phone]", "<your name>", "##MON##", "@@NAME@@"]
    + [
        "{{name}}",
        "${city}",
        "<<city>>",
        "%%CITY%%",
        "[object Object]",
        "*|FNAME|*",
        "www.example.com",
        "Change me",
    ],
)
def test_what_stands_in_for_something_is_found(text):
    assert SUSPECT.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "Outbid",
        "a todos",
        "Ayuda: todo el año",
        "Todo gratis",
        "XX and XL",
        "What?",
        "counterexample.com",
        "[a link](b)",
        "50% of 100%",
        "#1 in town",
    ],
)
def test_what_only_looks_so_is_left_alone(text):
    assert not SUSPECT.search(text)


@pytest.mark.parametrize("line", ["summary: For TBD people", "phones: 312-555-0142"])
def test_both_texts_and_numbers_are_looked_at(names, line):
    assert names(line) == ["placeholder"]


def test_numbers_of_films_end_before_200(names):
    assert names("phones: 312-555-0200") == []


def test_the_words_around_it_are_shown():
    text = f"{'a ' * 20}TBD{' b' * 20}"
    assert shorten(text, SUSPECT.search(text)) == f"...{('a ' * 10).strip()} TBD{' b' * 10}..."
    assert shorten("TBD", SUSPECT.search("TBD")) == "TBD"


@pytest.mark.parametrize("text", ["1-800-273-8255", "1 (800) 273-TALK", "8002738255"])
def test_the_old_crisis_line_is_found_however_it_is_written(names, text):
    assert names(f"summary: Call {text}") == ["retired-line"]


def test_another_number_with_its_figures_is_right(names):
    assert names("summary: Call 510-273-8255 or write to box 273") == []


def test_what_a_new_guide_begins_with_is_found_in_every_listing_and_section(names):
    """Once each, until it has words of its own; the same words further on in a text are nobody's fault."""
    assert names("summary: shows what can be written") == ["starter-text"]
    assert names("summary: shows what can be written", "services: [An example of a topic]") == [
        "starter-text"
    ]
    assert names("summary: a poster shows what can be written") == []


def test_the_words_of_a_new_guide_are_still_those():
    """All of them stand in the files that `new` copies."""
    text = " ".join(path.read_text(encoding="utf-8").lower() for path in FOLDER.rglob("*.yaml"))
    assert [phrase for phrase in STARTER if phrase not in text] == []


def test_a_long_text_is_named_by_its_beginning():
    assert first_words("  One line.\nTwo") == "One line." and first_words("word " * 20).endswith("word...")
