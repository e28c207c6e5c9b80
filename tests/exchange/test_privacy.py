"""What is private stays out, with its rows told and none of its words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.exchange.drafts import Draft
from guide.exchange.flags import says_private
from guide.exchange.ledger import LEFT_OUT, Ledger
from guide.exchange.origin import Cell, Origin
from guide.exchange.privacy import keep_public, status_out
from guide.exchange.write.report import report_table, report_text
from tests.thorough import examples


def draft(level="listing", row=2, groups=(), locations=(), services=(), leave_out="", **cells):
    """A draft with a cell for each keyword, all of one row."""
    at = Origin("a.csv", row)
    return Draft(
        level=level,
        key=str(row),
        rows=(at,),
        cells={key: (Cell(text, at._replace(column=key)),) for key, text in cells.items()},
        groups={
            name: tuple(
                {part: Cell(text, at._replace(column=f"{name}_{part}")) for part, text in each.items()}
                for each in found
            )
            for name, found in dict(groups).items()
        },
        locations=locations,
        services=services,
        leave_out=leave_out,
    )


def public(*drafts):
    """(what is kept, the ledger)."""
    ledger = Ledger()
    for each in drafts:
        for one in walk(each):
            for row in one.rows:
                ledger.read(row)
    return keep_public(drafts, ledger), ledger


def walk(one):
    yield one
    for each in (*one.locations, *one.services):
        yield from walk(each)


def words(kept, ledger):
    """All that comes out."""
    return f"{kept}{report_text(ledger)}{report_table(ledger).decode()}"


@pytest.mark.parametrize("text", ["yes", "TRUE", "1", "x", "Private", "confidential", "do not print", "Y", "checked", "??? ask"])  # fmt: skip
def test_whatever_is_no_plain_no_says_private(text):
    assert says_private(text)
    kept, ledger = public(draft(name="A", private=text))
    assert kept == () and ledger.lots[Origin("a.csv", 2)] == (LEFT_OUT, "private")


@pytest.mark.parametrize("text", ["no", "False", "0", "public", "", " ", "N/A", "not private"])
def test_a_plain_no_does_not(text):
    assert not says_private(text)
    assert [each.cells.keys() for each in public(draft(name="A", private=text))[0]] == [{"name"}]


@pytest.mark.parametrize("text", ["Inactive", "DEFUNCT", "closed for good", "Permanently closed", "archived", "Pending review", "Draft", "deleted", "Expired", "no longer active", "Active, but do not refer", "not active"])  # fmt: skip
def test_some_statuses_stay_out(text):
    assert status_out(text)
    kept, ledger = public(draft(name="A", status=text, services=(draft("service", 3, name="B"),)))
    assert kept == () and ledger.sums.left_out == 2 and not list(ledger.lost())


@pytest.mark.parametrize(
    ("text", "told"),
    [("active", 0), ("Open", 0), ("temporarily closed", 0), ("Temporarily inactive", 0), ("closed", 0), ("Stage 4", 1), ("not pending", 1)],
)  # fmt: skip
def test_other_statuses_are_kept_and_told_if_nobody_knows_them(text, told):
    kept, ledger = public(draft(name="A", status=text))
    assert len(ledger.notes) == told
    said = kept[0].cells["status"][0].text
    assert said == ("temporarily closed" if "temp" in text.lower() or text == "closed" else text)


def test_what_a_rule_leaves_out_goes_with_all_that_it_has():
    """Also where a service names the office once more."""
    office = draft("location", 3, name="North", leave_out="excluded")
    one = draft(
        "organization",
        2,
        name="A",
        locations=(office,),
        services=(draft("service", 4, name="B", locations=(office,)),),
    )
    kept, ledger = public(one)
    assert kept[0].locations == () == kept[0].services[0].locations
    assert ledger.lots[Origin("a.csv", 3)] == (LEFT_OUT, "excluded") and ledger.sums.left_out == 1


def test_a_row_of_which_something_is_kept_is_not_left_out():
    one = draft("organization", 2, name="A", locations=(draft("location", 2, name="B", private="yes"),))
    assert public(one)[1].lots == {Origin("a.csv", 2): None}


SECRET = {"address_1": "12 Zanzibar Street", "address_2": "Suite 5", "city": "Oakland", "state_province": "CA", "postal_code": "94607", "private": "yes", "attention": "Pat Quux"}  # fmt: skip


def test_a_private_address_takes_the_way_there_with_it():
    """City and state stay; the same street goes from other addresses, texts and remarks of the organization."""
    site = draft(
        "location", 3, groups={"addresses": [SECRET]}, transportation="Bus 12", latitude="1.5", neighborhood="Dock", accessibility="Ramp", description="Call. It is on the corner of Pier."
    )  # fmt: skip
    other = draft(
        "service", 4, name="B", remark="The key is at 12 Zanzibar Street. Ask Jo.", description="Meals.",
        groups={"addresses": [{"address_1": "12 ZANZIBAR ST", "city": "Oakland", "private": "no"}, {"address_1": "400 Zanzibar Street", "city": "Oakland"}, {"address_1": "PO Box 4", "type": "mailing"}]},
    )  # fmt: skip
    kept, ledger = public(draft("organization", 2, name="A", locations=(site,), services=(other,)))
    office, service = kept[0].locations[0], kept[0].services[0]
    assert {part: cell.text for part, cell in office.groups["addresses"][0].items()} == {"city": "Oakland", "state_province": "CA", "private": "yes"}  # fmt: skip
    assert (
        office.cells.keys() == {"accessibility", "description"}
        and office.cells["description"][0].text == "Call."
    )
    assert [set(each) for each in service.groups["addresses"]] == [{"city", "private"}, {"address_1", "city"}, {"address_1", "type"}]  # fmt: skip
    assert service.cells["remark"][0].text == "Ask Jo."
    said = words(kept, ledger)
    assert not [
        word
        for word in ("12 Z", "12 z", "Suite 5", "94607", "Quux", "Bus 12", "Dock", "Pier")
        if word in said
    ]
    assert "a.csv, row 3" in said


def test_an_address_may_say_by_itself_that_it_is_private():
    for each in (
        {"address_1": "Confidential", "city": "Oakland"},
        {"address_1": "12 Elm St", "type": "Confidential"},
    ):
        kept, _ = public(draft(name="A", groups={"addresses": [each]}))
        assert set(kept[0].groups["addresses"][0]) <= {"city", "private"}
    kept, _ = public(
        draft(name="A", groups={"addresses": [{"address_1": "PO Box 1", "type": "mailing", "private": "x"}]})
    )
    assert kept[0].groups == {}


def test_a_private_letterbox_does_not_hide_a_place_that_is_public():
    """Where the record says of the place that it is not private."""
    house = {"address_1": "12 Elm Street", "city": "Oakland"}
    for said, kept in (("False", {"address_1", "city"}), ("", {"city", "private"})):
        groups = [
            {**house, "private": said},
            {**house, "address_1": "12 Elm St", "type": "mailing", "private": "True"},
        ]
        found, _ = public(draft(name="A", groups={"addresses": groups}))
        assert [set(each) for each in found[0].groups["addresses"]] == [kept]


def test_a_private_number_goes_from_texts_too():
    """A helpline that is confidential is for everyone."""
    phones = [{"number": "773-471-0999", "private": "True"}, {"number": "773-555-0100", "description": "Confidential helpline"}, {"number": "(773) 471-0999", "private": "False"}, {"number": "7735550111", "description": "staff only"}]  # fmt: skip
    one = draft(name="A", groups={"phones": phones, "emails": [{"email": "me@example.org", "label": "private"}]}, email="ME@example.org", how_to_apply="Write. Or call 773.471.0999.")  # fmt: skip
    kept, ledger = public(one)
    assert [each["number"].text for each in kept[0].groups["phones"]] == ["773-555-0100"]
    assert kept[0].cells["how_to_apply"][0].text == "Write." and "email" not in kept[0].cells
    assert "0999" not in words(kept, ledger) and "me@" not in words(kept, ledger).lower()


def test_drafts_of_one_name_are_one_organization():
    """And what stands in others is theirs."""
    office = draft("location", 3, name="Safe House", groups={"addresses": [SECRET]})
    kept, _ = public(office, draft(row=4, name="SAFE HOUSE", description="At 12 Zanzibar St"), draft(row=5, name="B", description="At 12 Zanzibar St"))  # fmt: skip
    assert [set(each.cells) for each in kept] == [{"name"}, {"name"}, {"name", "description"}]


def test_what_earlier_steps_told_is_hushed():
    """They did not know that it was private."""
    one = draft(name="A", private="yes")
    other = draft(row=3, name="B", groups={"addresses": [SECRET]})
    ledger = Ledger()
    for row, column, text in ((2, "name", "Hidden"), (3, "note", "12 Zanzibar St"), (3, "InternalNotes", "Ghost"), (3, "name", "Fine"), (0, "", "12 Zanzibar")):  # fmt: skip
        ledger.note(Cell(text, Origin("a.csv", row, column)), "capitals", text)
    keep_public((one, other), ledger)
    assert [note.before for note in ledger.notes[:5]] == ["", "", "", "Fine", ""]


# --- every sort of tree ---------------------------------------------------------------------------------

NUMBER, MAIL = "773-471-0999", "secret@example.org"
SAYINGS = ("We help.", "Come to 12 Zanzibar St. now!", "12 zanzibar street", f"Call {NUMBER}.", "(773) 471 0999", MAIL.upper(), "Free\\nmeals", "<p>Go to 12 N. Zanzibar</p>", "Pantry")  # fmt: skip
TEXT = st.lists(st.sampled_from(SAYINGS), min_size=1, max_size=4).map(" ".join)
FIELD = st.sampled_from(("name", "description", "remark", "transportation", "hours", "alternate_names", "email", "latitude"))  # fmt: skip
GROUP = st.sampled_from(
    (
        ("addresses", SECRET),
        ("addresses", {"address_1": "12 Zanzibar St", "city": "Oakland"}),
        ("addresses", {"address": "12 Zanzibar Street, Oakland, CA 94607", "type": "mailing"}),
        ("phones", {"number": NUMBER, "private": "yes"}),
        ("phones", {"number": f"{NUMBER} or 773-555-0100", "description": "desk"}),
        ("emails", {"email": MAIL, "private": "x"}),
        ("schedules", {"description": "at 12 Zanzibar"}),
    )
)


@st.composite
def trees(draw, level="organization", depth=2):
    """A draft of any sort; rows of their own."""
    groups = {}
    for name, group in draw(st.lists(GROUP, max_size=3)):
        groups.setdefault(name, []).append(group)
    nested = st.lists(trees("location", depth - 1), max_size=2).map(tuple) if depth else st.just(())
    served = st.lists(trees("service", depth - 1), max_size=2).map(tuple) if depth else st.just(())
    cells = draw(st.dictionaries(FIELD, TEXT, max_size=4))
    cells |= draw(st.sampled_from(({}, {}, {}, {"private": "yes"}, {"status": "inactive"})))
    row = draw(st.integers(2, 10**9))
    return draft(level, row, groups, draw(nested), draw(served), **cells)


@pytest.mark.slow
@settings(max_examples=examples(20, 1_000), deadline=None)
@given(st.lists(trees(), max_size=3))
def test_no_row_is_lost_and_no_private_word_is_said(found):
    """Where an address and a number are private somewhere in each organization."""
    secret = {"addresses": [SECRET], "phones": [{"number": NUMBER, "private": "1"}], "emails": [{"email": MAIL, "private": "1"}]}  # fmt: skip
    found = [
        draft("organization", number, name=f"Org {number}", services=(each,), locations=(draft("location", -number, secret),))
        for number, each in enumerate(found, 2)
    ]  # fmt: skip
    kept, ledger = public(*found)
    stay = {row for each in kept for one in walk(each) for row in one.rows}
    assert set(ledger.lost()) == stay and not stay & {row for row, lot in ledger.lots.items() if lot}
    said = "".join(filter(str.isalnum, words(kept, ledger).lower()))
    assert not [
        word
        for word in ("12zanz", "12nzanz", "zanzibarst", "4710999", "secretexample", "quux")
        if word in said
    ]
