"""The calls to make: who comes first, what is asked, and a table that does no harm."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from guide import model
from guide.content.spreadsheet import harmless
from guide.content.worklist import COLUMNS, calls_csv, list_calls, on_one_line
from guide.errors import Mark

MARK = Mark(Path("a.yaml"), 1, 1)


def listing(listing_id, **more):
    return model.Listing(**{"id": listing_id, "name": listing_id.upper(), "mark": MARK, **more})


def guide(*listings):
    section = model.Section(id="s", title="Food", mark=MARK, listings=listings)
    return model.Guide(
        title="T", edition=model.EditionMark(date=date(2026, 1, 1)), mark=MARK, sections=(section,)
    )


def questions(**more):
    (call,) = list_calls(guide(listing("a", **more)))
    return {question.text: question.values for question in call.questions}


def test_never_verified_comes_first_then_the_oldest():
    """Entry numbers are those of the guide as it is printed."""
    days = [date(2026, 3, 1), None, date(2025, 3, 1), None]
    hidden = listing("h", printed=False)
    calls = list_calls(guide(hidden, *(listing(f"l{n}", verified=day) for n, day in enumerate(days, 1))))
    assert [(call.number, call.listing.id) for call in calls] == [(2, "l2"), (4, "l4"), (3, "l3"), (1, "l1")]


def test_what_is_there_is_read_out_and_what_is_missing_is_asked():
    phone = model.Phone(
        number="1", printed="773-471-0999", extension="2", type=model.FAX, description="nights"
    )
    place = model.Location(
        name="West",
        phones=(phone,),
        address=model.Address(address_1="1 Elm Street", city="Chicago", state_province="IL"),
    )
    asked = questions(locations=(place,), hours=("Monday 9 am",), fees_description="Free", alert="Moved")
    assert asked["Is it still there?"] == ("Moved",)
    assert asked["Is this the address?"] == ("West", "1 Elm Street", "Chicago, IL")
    assert asked["Is this the fax number?"] == ("773-471-0999", "ext. 2, nights, West")
    assert asked["Are these the hours?"] == ("Monday 9 am",)
    assert asked["What does it cost?"] == ("Free",)
    assert asked["Who can use it?"] == asked["Is there a web address?"] == ()


@pytest.mark.parametrize(
    "least, most, said", [(6, 18, "6 to 18"), (18, None, "18 and over"), (None, 17, "up to 17")]
)
def test_ages_are_said_with_one_end_too(least, most, said):
    assert questions(minimum_age=least, maximum_age=most)["Are these the ages?"] == (said,)


def test_a_listing_of_which_nothing_is_known_is_asked_everything():
    asked = questions()
    assert {"Is there a number to call?", "Is there an address to print?", "When are you open?"} <= set(asked)
    assert "When are you open?" not in questions(closed=True)


def test_a_confidential_address_is_not_on_the_sheet():
    address = model.Address(confidential=True, city="Chicago", state_province="IL")
    asked = questions(locations=(model.Location(address=address),))
    assert asked["Shall the address stay out of the guide?"] == (
        "Chicago, IL",
        "Address not public: call first",
    )


def test_the_table_is_read_back_by_any_reader():
    data = calls_csv(list_calls(guide(listing("a", name='Ä "Q", B\nC', hours=("x; y",)))), 3)
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert {len(row) for row in rows} == {len(COLUMNS)}
    assert rows[1][:8] == ["1", "a", 'Ä "Q", B C', "Food", "3", "never", "", "Is it still there?"]


@pytest.mark.parametrize(
    "text, cell",
    [
        ("=1+1", "'=1+1"),
        ("+1 773", "'+1 773"),
        ("-2", "'-2"),
        ("@x", "'@x"),
        ("\t=1", "'=1"),
        ("\r\n=1", "'=1"),
        ("  =1", "'=1"),
        ("\uff1d1", "'\uff1d1"),
        ("|calc", "'|calc"),
        ("%0A", "'%0A"),
        ("1=1", "1=1"),
        ("a", "a"),
        ("", ""),
        (7, "7"),
    ],
)
def test_no_cell_is_a_formula(text, cell):
    assert harmless(on_one_line(text)) == cell
