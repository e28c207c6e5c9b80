"""What a call sheet says of a listing: the number to dial, a row for each thing to ask, and what is missing."""

from hypothesis import given
from hypothesis import strategies as st

from guide import model
from guide.layout.compose.calls import (
    Dial,
    call_rows,
    first_words,
    missing_words,
    number_to_dial,
)
from tests.conftest import Maker

MAKE = Maker(None)


def rows(**more):
    """{label: lines as plain text} of a listing."""
    found = call_rows(MAKE.listing(**more), "US", {"two": "The other"})
    return {row.label: ["".join(piece.text for piece in line) for line in row.lines] for row in found}


def test_the_number_to_dial_is_one_that_somebody_answers():
    fax, text = MAKE.phone("773-471-0001", model.FAX), MAKE.phone("773-471-0002", "text")
    voice = MAKE.phone("773-471-0003", extension="4")
    words = MAKE.phone("See website", e164="")
    assert number_to_dial(MAKE.listing(phones=(fax, words, text, voice))) == Dial("773-471-0003", "4")
    assert number_to_dial(MAKE.listing(phones=(fax, words, text))) == Dial("773-471-0002")
    assert number_to_dial(MAKE.listing(phones=(fax, words))) is None
    office = MAKE.office("Chicago", voice)
    assert number_to_dial(MAKE.listing(locations=(office,))) == Dial("773-471-0003", "4")


def test_an_office_is_one_row_with_all_that_is_of_it():
    """Its numbers on a line, then where it is and when."""
    text = MAKE.phone("773-471-0002", "text", description="after 5 pm")
    place = MAKE.office("Chicago", MAKE.phone(extension="2"), attention="Pat Morgan, RN", care_of="St. Ann")
    found = rows(locations=(place,), phones=(text,), hours=("Monday 9 am", "Friday 10 am"), email="a@b.org")
    assert found["Office"] == [
        "773-471-0999 ext. 2; 773-471-0002 text only, after 5 pm",
        "Contact: Pat Morgan, RN, c/o St. Ann, 3110 West Taylor Street, Chicago, IL\u00a060612. "
        "Monday 9\u00a0am; Friday 10\u00a0am",
    ]
    assert found["E-mail"] == ["a@b.org"]


def test_each_of_several_offices_has_a_row_and_the_whole_one():
    places = MAKE.office("Chicago", name="West", email="w@b.org"), MAKE.office("Peoria", MAKE.phone())
    found = call_rows(
        MAKE.listing(locations=places, phones=(MAKE.phone("773-471-0001"),), website="https://b.org/"),
        "US",
        {},
    )
    assert [(row.label, row.own) for row in found] == [
        ("West", True),
        ("Office", False),
        ("In general", False),
        ("Web", False),
    ]
    assert found[0].lines[-1][0].text == "w@b.org" and found[3].lines[0][0].text == "b.org"


def test_only_numbers_that_somebody_answers_are_bold():
    phones = (MAKE.phone(), MAKE.phone("773-471-0001", model.FAX), MAKE.phone("See website", e164=""))
    (row,) = call_rows(MAKE.listing(phones=phones), "US", {})
    assert row.label == "Number"
    assert [piece.text.rstrip("; ") for piece in row.lines[0] if piece.bold] == ["773-471-0999"]


def test_a_closed_listing_is_asked_whether_it_is_open_again():
    found = rows(closed=True, alert="Until May", hours=("Monday",), phones=(MAKE.phone(),))
    assert found["Notice"] == ["Until May", "Listed as closed. Open again?"]
    assert "Monday" not in str(found)


def test_an_address_that_is_not_public_is_not_said():
    address = model.Address(confidential=True, city="Chicago", state_province="IL")
    found = rows(locations=(model.Location(address=address, hours=("Monday",)),))
    assert found["Office"] == ["Chicago, IL. Address not public. Shall it stay so? Monday"]


def test_a_text_is_asked_about_by_its_first_words():
    """No row reads a whole description out; mentions are names, and topics stand behind."""
    prose = (
        model.Paragraph((model.Span("One two "), model.Span("", mention="two"))),
        MAKE.bullets(*"a b c d e f g h i j k".split()),
    )
    found = rows(description=prose, summary="a place.", services=("Food", "Beds"), audience=("Women",))
    assert found["Text"] == [
        "Does this still hold: a place. One two The other a; b; c; d; e; f; g; h\u2026 Topics Food, Beds For Women"
    ]
    assert rows(summary="a place")["Text"] == ["Does this still hold: a place"]


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=400))
def test_the_first_words_are_few(text):
    prose = (model.Paragraph((model.Span(text),)),)
    words = first_words(prose, {})
    assert len(words.split()) <= 12 and len(words) <= 121
    assert " ".join(text.split()).startswith(words.rstrip("\u2026"))


def test_what_is_missing_is_asked_for():
    assert missing_words(MAKE.listing()) == (
        "a number to call",
        "an address",
        "hours",
        "e-mail",
        "web",
        "who can use it",
        "cost",
        "what to bring",
        "languages",
        "access",
        "the way there",
    )
    city = model.Location(address=model.Address(city="Chicago"), phones=(MAKE.phone(),), email="a@b.org")
    found = missing_words(MAKE.listing(locations=(city,), closed=True, fees_description="Free"))
    assert found[:2] == ("a street address", "web") and not {"hours", "cost", "e-mail"} & set(found)
