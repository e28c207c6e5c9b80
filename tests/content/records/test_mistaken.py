"""Values that are not what they should be, but tell what was meant."""

from pathlib import Path

import pytest

from guide.content.records.mistaken import one_address, split_address, stands_for_nothing, texts_of
from guide.reading.kinds import EMAIL_ADDRESS, WEB_ADDRESS
from guide.reading.source import Place, Source

TOP = Place(0, 0, 0)
LINES = [("412 SE Oak Ave", TOP), ("Fern Hollow, OR 97470", TOP)]


@pytest.fixture
def source():
    return Source(Path("a.yaml"), Path("."))


@pytest.mark.parametrize(
    "value, parts",
    [
        (LINES, "address_1: 412 SE Oak Ave, city: Fern Hollow, state_province: OR, postal_code: 97470"),
        (
            "12 High St, Suite 4, Oak Park, IL 60302-1234, USA",
            "address_1: 12 High St, address_2: Suite 4, city: Oak Park, state_province: IL, postal_code: 60302-1234",
        ),
        (
            "P.O. Box 9, Salem, OR 97301",
            "po_box: P.O. Box 9, city: Salem, state_province: OR, postal_code: 97301",
        ),
        ("PO Box 12, Larkin, IL", "po_box: PO Box 12, city: Larkin, state_province: IL"),
        ("12 Elm Street, Larkin IL", "address_1: 12 Elm Street, city: Larkin, state_province: IL"),
        ("ask at the church", ""),
        ("412 SE Oak Ave", ""),
    ],
)
def test_an_address_on_one_line_is_split(value, parts):
    assert split_address((value, TOP)) == parts


@pytest.mark.parametrize("text", ["n/a", "TBA", "none", "To be announced.", "tbd"])
def test_words_for_nothing_are_left_out_and_told(text, source):
    assert stands_for_nothing((text, TOP), "phones", source)
    assert [(problem.name, problem.level) for problem in source.problems] == [("no-value", "warning")]


def test_a_number_is_something(source):
    assert not stands_for_nothing(("211", TOP), "phones", source) and not source.problems
    assert texts_of(("a, b or c", TOP)) == ["a", "b", "c"]


@pytest.mark.parametrize(
    "value, hint",
    [
        ("a@b.org, c@b.org", "write email: a@b.org, and below it emails: with - c@b.org"),
        ([("a@b.org", TOP), ("c@b.org", TOP)], "write email: a@b.org, and below it emails: with - c@b.org"),
        ("maria at b.org", "write maria@b.org"),
    ],
)
def test_addresses_that_are_not_one_are_shown_as_they_are_written(value, hint, source):
    assert one_address(EMAIL_ADDRESS, "emails").read((value, TOP), "email", source) is None
    assert [problem.hint for problem in source.problems] == [hint]


def test_one_address_is_read(source):
    assert (
        one_address(WEB_ADDRESS, "websites").read(("b.org/a,b", TOP), "website", source)
        == "https://b.org/a,b"
    )
    assert not source.problems


def test_an_address_in_a_file_with_a_secret_one_is_not_repeated(load):
    """Its parts could be those of the place that nobody may know."""
    food = "title: Food\nlistings:\n  - id: a\n    name: A\n    address: 12 High St, Salem, OR 97301 (confidential)\n"
    assert "High" not in "".join(load(food=food).lines)


SENTENCE = "    summary: all calls to them are free and confidential\n"


@pytest.mark.parametrize(
    "lines, hint",
    [
        ("    address: 12 High St, Salem, OR 97301\n", "write below address:, each on a line of its own: "),
        (
            "    locations:\n      - 12 High St, Salem, OR 97301\n",
            "write address: in its place, and below it, ",
        ),
    ],
)
def test_an_address_on_one_line_is_split_though_a_sentence_says_confidential(load, lines, hint):
    """Alone, and in a list of offices."""
    food = f"title: Food\nlistings:\n  - id: a\n    name: A\n{SENTENCE}{lines}"
    said = "".join(load(food=food).lines)
    assert (
        hint in said and "address_1: 12 High St, city: Salem, state_province: OR, postal_code: 97301" in said
    )


def test_a_text_with_a_colon_goes_into_quotes_in_a_file_with_a_secret_too(load):
    """Its words are not repeated there."""
    food = "title: Food\nlistings:\n  - id: a\n    name: A\n    address: {confidential: yes, city: B}\n"
    food += "    services:\n      - Mondays: Library, 10-12\n"
    said = "".join(load(food=food).lines)
    assert "put the whole of it in double quotes because of the colon" in said and "Library" not in said
