"""An edition as the tables of HSDS."""

import re
from datetime import date
from pathlib import Path

import pytest

from guide.errors import Mark
from guide.exchange.give.hsds_rows import address_row, codes, cost_row, phone_row, status_of, tables_of, uri
from guide.exchange.give.hsds_rules import CHOICES, SHEETS
from guide.model import Address, Cost, Listing, Meeting, OpeningHours, OpeningRule, Phone
from guide.model.days import Days
from tests.exchange.give.hsds_schema import KINDS
from tests.exchange.give.samples import MAIN, loaded


def wrong_in(tables):
    """What the rules do not allow, as (table, column, value)."""
    ids = {name: [row["id"] for row in rows] for name, rows in tables.items()}
    for name, rows in tables.items():
        columns = {each.name: each for each in SHEETS[name].columns}
        yield from ((name, "id", each) for each in ids[name] if ids[name].count(each) > 1)
        for row in rows:
            yield from ((name, key, row["id"]) for key, each in columns.items() if each.needed and not row.get(key))  # fmt: skip
            for key, value in row.items():
                column = columns[key]
                pattern = KINDS[column.kind].get(
                    "pattern", r"(?s)-?\d+(\.\d+)?$" if column.kind == "number" else ""
                )
                if not re.match(pattern, value) or column.refers and value not in ids[column.refers]:
                    yield name, key, value
                if value not in CHOICES.get((name, key), (value,)):
                    yield name, key, value


def test_every_row_is_as_the_rules_say(everything):
    assert [*wrong_in(tables_of(everything))] == []


def test_a_listing_is_an_organization_with_a_service_of_its_own_and_one_for_each_program(everything):
    tables = tables_of(everything)
    assert [row["name"] for row in tables["organization"]] == [
        "Harbor Kitchen",
        "Refuge",
        "Gone House",
        "Night Group",
    ]
    assert [(row["name"], row["status"]) for row in tables["service"]] == [
        ("Harbor Kitchen", "temporarily closed"), ("Pantry", "temporarily closed"), ("Refuge", "active"),
        ("Gone House", "defunct"), ("Night Group", "active"),
    ]  # fmt: skip
    pantry = tables["service"][1]["id"]
    assert sum(row["service_id"] == pantry for row in tables["service_at_location"]) == 1


def test_sections_topics_and_groups_of_people_are_terms(everything):
    terms = {(row["taxonomy"], row["name"]) for row in tables_of(everything)["taxonomy_term"]}
    assert terms == {
        ("Sections", "Food and meals"), ("Sections", "Safe places"), ("Topics", "Hot meals"), ("Topics", "Groceries"),
        ("Target Populations", "Youth"),
    }  # fmt: skip


def test_of_a_confidential_place_the_city_alone_is_said(everything):
    secret = everything.sections[1].listings[0].locations[0].address
    assert address_row(secret, "Ana", "US") == {
        "attention": "", "address_1": "-", "address_2": "", "city": "Larkin", "region": "", "state_province": "OR",
        "postal_code": "-", "country": "US", "address_type": "physical",
    }  # fmt: skip


def test_what_leads_to_a_letterbox_alone_is_postal():
    row = address_row(Address(po_box="PO Box 9", city="Bend", station="Hill"), "", "US")
    assert (row["address_1"], row["address_2"], row["address_type"]) == ("PO Box 9", "Hill", "postal")


@pytest.mark.parametrize(
    ("phone", "row"),
    [
        (Phone(number="1", printed="1", type="tty", extension="5"), ("5", "textphone", "")),
        (Phone(number="1", printed="1", type="toll-free", extension="5 then 2"), ("", "voice", "toll-free, ext. 5 then 2")),
        (Phone(number="1", printed="1", extension="007"), ("", "voice", "ext. 007")),
        (Phone(number="1", printed="1", type="text", keyword="HELLO", description="at night"), ("", "text", "send HELLO, at night")),
    ],
)  # fmt: skip
def test_numbers_say_in_words_what_has_no_column(phone, row):
    made = phone_row(phone)
    assert (made["extension"], made["type"], made["description"]) == row


def test_web_addresses_have_their_scheme_and_languages_their_code():
    assert [uri(each) for each in ("a.org", "http://a.org", "")] == ["https://a.org", "http://a.org", ""]
    written = (
        "b.org:8080/x",
        "https://münchen.example/straße?q=ü&x=[1]",
        "https://b.org/a|b%zz%20c",
        "b.org/a#b#c",
    )
    assert [uri(each) for each in written] == [
        "https://b.org:8080/x",
        "https://m%C3%BCnchen.example/stra%C3%9Fe?q=%C3%BC&x=%5B1%5D",
        "https://b.org/a%7Cb%25zz%20c",
        "https://b.org/a#b%23c",
    ]
    assert all(re.match(KINDS["uri"]["pattern"], uri(each)) for each in written)
    assert (codes()["spanish"], codes()["vietnamese"]) == ("es", "vi")


def test_who_will_be_closed_is_open_till_then():
    """As the guide prints it on its day."""
    days = Days(first=date(2026, 12, 24), last=date(2027, 1, 2))
    said = [
        status_of(Listing(id="a", name="A", mark=Mark(Path("a.yaml")), closed=closed, closed_days=days))
        for closed in (False, True)
    ]
    assert said == ["active", "temporarily closed"]


def test_costs_and_languages_have_rows_of_their_own(tmp_path):
    """An amount, a range, nothing to pay; a language with its code, an interpreter without one."""
    text = "title: Food\nlistings:\n  - id: a\n    name: A\n    cost: [free, insurance, $10-40]\n    fees_description: Ask\n    languages: [zh-Hans, others by phone]\n"
    (tmp_path / "sections").mkdir()
    (tmp_path / "sections" / "1-food.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "guide.yaml").write_text(MAIN, encoding="utf-8")
    tables = tables_of(loaded(tmp_path))
    rows = [
        {key: row[key] for key in row if key not in ("id", "service_id")} for row in tables["cost_option"]
    ]
    assert rows == [
        {"option": "free", "amount": "0"},
        {"option": "insurance"},
        {"option": "amount", "currency": "USD", "amount": "10", "amount_description": "10 to 40"},
    ]
    assert tables["service"][0]["fees_description"] == "Ask"
    assert [(row["name"], row.get("code")) for row in tables["language"]] == [
        ("Simplified Chinese", "zh-Hans"),
        ("others by phone", None),
    ]
    assert cost_row(Cost("free"))["amount"] == "0"


def test_a_meeting_that_is_named_by_a_sign_is_a_service_of_a_name(maker):
    """Where its listing has hours of its own; else an import would take it for the listing itself."""
    rules = (OpeningRule(days=(0,), spans=((1140, 1200),)),)
    meetings = tuple(
        Meeting(hours=OpeningHours(text="Mo", rules=rules), name=name) for name in ("&", "Women")
    )
    guide = maker.guide(maker.section(maker.listing("a", hours=("Monday",), meetings=meetings)))
    names = [row["name"] for row in tables_of(guide)["service"]]
    assert names[1:] == [f"{names[0]} 1", "Women"]
