"""What the cells of a column look like."""

import time

import pytest

from guide.exchange.mapping.looks import TESTS, is_phone, look_at, one_word, says_yes
from guide.exchange.tables import Row, Table


def look(*cells):
    return look_at(
        Table("t.csv", "t", ("a",), tuple(Row(n, {"a": cell}) for n, cell in enumerate(cells, 2))), "a"
    )


@pytest.mark.parametrize(
    "kind, cells, others",
    [
        ("email", ["a@b.example.org", "Mail: a.b@c.example.org"], ["a at b", "https://a.example.org"]),
        ("url", ["www.a.example.org", "https://b.example.org/x?y", "food.org"], ["a@b.org", "Call us", "Ask at www.a.org for a form and more"]),
        ("phone", ["555-555-0101", "(555) 555-0101 x12", "main: 555.555.0101", "+44 113 496 0101", "1-800-GOT-FOOD", "988", "555-555-0101; 555-555-0102"],
         ["12 Elm St", "2026-03-04", "44.94", "123e4567-e89b-12d3-a456-426614174000 is an id of a record", "9-5"]),
        ("zip", ["97301", "97301-1234", "H7A 1A1", "LS1 5HD", "10115"], ["12", "Salem"]),
        ("day", ["Monday", "Mon, Wed", "lunes y martes", "Mon-Fri"], ["Monday 9-5", "Sunny"]),
        ("hours", ["Mon-Fri 9am-5pm", "24/7", "Mo-Fr 9:00-12:00 Uhr", "10 to 4"], ["By appointment", "Ask a@b.org at 9:00"]),
        ("clock", ["9:00 AM", "17:30", "9 pm", "09:00:00", "noon", "18h"], ["9-5", "Mon 9:00"]),
        ("date", ["3/4/2026", "2026-03-04T10:00:00Z", "4 March 2026", "01.03.2026"], ["555-555-0101", "Monday"]),
        ("address", ["12 Elm St, Salem, OR 97301", "Hauptstra\u00dfe 5", "PO Box 5, Salem"], ["Elm Street Pantry", "Beds for 12"]),
        ("flag", ["Yes", "no", "TRUE", "x", "checked", "s\u00ed", "Nein", "\u2713"], ["maybe", "Yesterday", "10"]),
        ("uuid", ["5bd38bd0-6270-4bbb-9276-0f1ed0502002", "recA1b2C3d4E5f6G7"], ["12345", "record"]),
        ("prose", ["Distributes bags of food each week to anyone who comes to the door."], ["Food bags", "x" * 90]),
        ("state", ["OR", "Oregon", "qc"], ["ZZ", "Salem"]),
        ("literal", ["[1, 2]", '{"a": 1}', "[{'id': 3}]"], ["(1)", "[a"]),
    ],
)  # fmt: skip
def test_kinds_of_values(kind, cells, others):
    """Each of these cells is of the kind, none of the others."""
    assert [cell for cell in cells if not TESTS[kind](cell)] == []
    assert [cell for cell in others if TESTS[kind](cell)] == []


def test_the_shares_of_a_column():
    """Of the filled cells; lists have several."""
    found = look("a@b.example.org", "", "none", ["x@y.example.org", "z@y.example.org"])
    assert found.filled == 3 and found.share("email") == 0.75 and found.distinct == 1
    assert look().is_empty and look("", " ").is_empty


@pytest.mark.parametrize(
    "sign, cells",
    [
        (";", ["Food; Beds", "Beds", "Food; Legal"]),
        (",", ["Food, Beds", "Beds", "Food, Legal", "Legal"]),
        ("\n", ["Food\n\n  Beds", "Legal\nBus"]),
        ("", ["Smith, Inc.", "Jones, Ltd.", "Miller, LLC"]),
        ("", ["Food", "Beds"]),
        (
            "",
            [
                "Food; and a long sentence that goes on and on and on; which is nothing that would be a list of words."
            ]
            * 3,
        ),
    ],
)
def test_what_stands_between_values(sign, cells):
    """Only where the parts come again, or are on lines of their own."""
    assert look(*cells).split == sign


def test_lists_that_are_written_in_cells():
    assert look('["Food", "Beds"]').literal == "json"
    assert look("[{'id': 5233, 'attention': None}]").literal == "python"
    assert look("Food").literal == ""


def test_a_yes():
    assert [text for text in ("Yes", "x", "no", "", "perhaps yes, perhaps not") if says_yes(text)] == [
        "Yes",
        "x",
    ]
    assert one_word("Not public") == "notpublic"


def test_long_cells_take_no_time():
    """No pattern goes over them again and again."""
    begin = time.monotonic()
    for sign in "9a -.(,@/":
        look(*[sign * 20_000] * 20)
    look(*["9-" * 9_000, "a@" * 9_000, "www." * 9_000, "(5) " * 9_000])
    assert time.monotonic() - begin < 5


def test_a_list_with_empty_parts_has_only_its_words():
    """A form leaves room for choices that nobody made; a point on the map is no phone."""
    rows = (Row(2, {"x": "Food,   ,   ,   "}), Row(3, {"x": ",   ,   ,"}))
    look = look_at(Table("t.csv", "t", ("x",), rows), "x")
    assert look.values == ("Food,",)
    assert not is_phone("52.0657357,-1.3585834") and is_phone("503-555-0101")
