"""What is different, told to whoever makes guides."""

from datetime import date

from guide.between.told import (
    COLUMNS,
    before_and_now,
    change_data,
    change_lines,
    change_rows,
    field_text,
    label,
    whole_text,
)
from guide.model.changes import Change, Changes, FieldChange, WholeChange

PHONE = FieldChange(key="phone", old="773-471-0999", new="773-471-0998", where="North")
CHANGES = Changes(
    listings=(
        Change(id="a", kind="changed", name="A", fields=(PHONE,), old_section="Food", new_section="Food"),
        Change(id="b", kind="moved", name="B", old_section="Food", new_section="Beds", moved=True),
        Change(id="c", kind="gone", name="C", old_section="Food"),
    ),
    whole=(WholeChange(owner="guide", field=FieldChange(key="title", old="Old", new="New")),),
    withdrawn=1,
)


def test_lines_say_what_became_of_each(maker):
    assert [line.text for line in change_lines(CHANGES)] == [
        "The guide itself:",
        "  title: Old -> New",
        "Gone (1 listing):",
        "  C (c), Food",
        "In another section (1 listing):",
        "  B (b), Beds; before in Food",
        "Changed (1 listing):",
        "  A (a), Food",
        "    phone, North: 773-471-0999 -> 773-471-0998",
        "Not printed any more (print: no): 1 listing; nothing is told of them here.",
    ]
    listing, days = maker.listing("a"), (None, date(2026, 1, 1))
    checked = Change(id="a", kind="verified", name="A", old=listing, new=listing, verified=days)
    assert [line.text for line in change_lines(Changes(listings=(checked,)))] == [
        "Checked again: 1 listing, 1 of them without any other change."
    ]


def test_a_field_says_what_it_is_and_where(maker):
    assert (
        field_text(FieldChange(key="description", language="es", new="Hola"))
        == "description in Spanish: new: Hola"
    )
    assert before_and_now(FieldChange(key="email", old="a@b.org")) == "gone: a@b.org"
    assert (
        before_and_now(FieldChange(key="address", new="Gary, IN", withheld=True)) == "is not public any more"
    )
    assert label("fees_description") == "cost" and label("phone-1-description") == "phone 1 description"
    title = FieldChange(key="title", old="A", new="B")
    assert (
        whole_text(WholeChange(owner="section", id="a", title="B", field=title)) == "section B, title: A -> B"
    )
    gone = FieldChange(key="section", old="A")
    assert whole_text(WholeChange(owner="section", id="a", title="A", field=gone)) == "section: gone: A"


def test_a_table_has_a_row_for_each_thing():
    rows = list(change_rows(CHANGES))
    assert {len(row) for row in rows} == {len(COLUMNS)}
    assert [row[:9] for row in rows[1:]] == [
        ("changed", "a", "A", "Food", "Food", "phone", "North", "", "773-471-0999"),
        ("moved", "b", "B", "Beds", "Food", "", "", "", ""),
        ("gone", "c", "C", "", "Food", "", "", "", ""),
    ]


def test_data_holds_all_of_it():
    data = change_data(CHANGES, "edition 1", "content")
    assert (data["from"], data["to"], data["withdrawn"]) == ("edition 1", "content", 1)
    assert data["listings"][0]["fields"][0]["now"] == "773-471-0998"
    assert data["guide"][0]["before"] == "Old"
