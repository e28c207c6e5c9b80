"""What is different between two guides, listing by listing."""

import time
from dataclasses import replace
from datetime import date

from guide import model
from guide.content.compare.listings import compare
from guide.content.hours import parse_hours
from guide.model.changes import Change
from tests.thorough import examples


def fields(change):
    """What was and is said, as (key, where, old, new)."""
    return [(each.key, each.where, each.old, each.new) for each in change.fields]


def kinds(changes):
    return [(each.id, each.kind) for each in changes.listings]


def test_nothing_is_different_between_a_guide_and_itself(maker):
    guide = maker.guide(maker.section(maker.listing("a", locations=(maker.office(),))))
    assert not compare(guide, guide)


def test_each_kind_is_told_once_in_the_order_of_the_new_guide(maker):
    """New, gone, moved, closed, changed, verified; the gone last."""
    same, first = maker.listing("same"), date(2026, 1, 1)
    number = maker.listing("number", phones=(maker.phone(),))
    checked = maker.listing("checked", verified=first)
    shut, away, left = maker.listing("shut"), maker.listing("away"), maker.listing("left")
    old = maker.guide(
        maker.section(same, number, checked, shut, away, left), maker.section(id="t", title="Two")
    )
    new = maker.guide(
        maker.section(
            replace(checked, verified=date(2026, 2, 1)),
            maker.listing("fresh"),
            replace(number, phones=(maker.phone("773-471-0998"),)),
            replace(shut, closed=True),
            same,
        ),
        maker.section(away, id="t", title="Two"),
    )
    changes = compare(old, new)
    assert kinds(changes) == [
        ("checked", "verified"),
        ("fresh", "new"),
        ("number", "changed"),
        ("shut", "closed"),
        ("away", "moved"),
        ("left", "gone"),
    ]
    assert changes.newly_verified == 1
    moved = changes.of("moved")[0]
    assert (moved.old_section, moved.new_section, moved.moved) == ("Section", "Two", True)
    assert [each.is_news for each in changes.listings] == [False, True, True, True, True, True]


def test_a_change_holds_both_listings_and_phones_come_first(maker, change_of):
    before = maker.listing(
        "a",
        description=(maker.paragraph("Old words."),),
        locations=(maker.office(),),
        phones=(maker.phone(),),
    )
    after = replace(
        before,
        description=(maker.paragraph("New words."),),
        locations=(maker.office(street="1 Main Street"),),
        phones=(maker.phone("773-471-0998"),),
    )
    change = change_of(before, after)
    assert (change.old, change.new) == (before, after)
    assert fields(change) == [
        ("phone", "", "773-471-0999", "773-471-0998"),
        ("address", "", "3110 West Taylor Street, Chicago, IL 60612", "1 Main Street, Chicago, IL 60612"),
        ("description", "", "Old words.", "New words."),
    ]


def test_hours_are_compared_by_what_they_mean(change_of, maker):
    """Not by how they were typed."""

    def listing(text):
        return maker.listing("a", opening=parse_hours(text)[0].opening, hours=("typed",))

    assert change_of(listing("Mo-Fr 09:00-17:00"), listing("Mo,Tu,We,Th,Fr 9:00-17:00")) is None
    change = change_of(listing("Mo-Fr 09:00-17:00"), listing("Mo-Fr 09:00-18:00"))
    assert [each.key for each in change.fields] == ["hours"]
    assert "6" in change.fields[0].new and "5" in change.fields[0].old


def test_an_office_is_known_by_its_name_or_its_address(maker, change_of):
    """And one that is new or gone is told as a whole."""
    north, south = (
        maker.office(name="North", street="1 North Street"),
        maker.office(name="South", street="2 South Street"),
    )
    east = maker.office(name="East", street="3 East Street")
    before = maker.listing("a", locations=(north, south))
    after = maker.listing("a", locations=(replace(north, email="a@b.org"), east))
    assert fields(change_of(before, after)) == [
        ("email", "North", "", "a@b.org"),
        ("location", "", "", "East; 3 East Street, Chicago, IL 60612"),
        ("location", "", "South; 2 South Street, Chicago, IL 60612", ""),
    ]


def test_an_address_that_is_confidential_now_is_not_told(maker, change_of):
    """Neither in the fields nor in the listing as it was, whatever the office is called now."""
    hidden = model.Address(city="Chicago", state_province="IL", confidential=True)
    before = maker.listing("a", locations=(maker.office(name="House"),))
    for office in (
        model.Location(name="House", address=hidden),
        model.Location(name="Other", address=hidden),
    ):
        for more in ((), (maker.office(street="7 Seventh Street"),)):
            change = change_of(before, maker.listing("a", locations=(office, *more)))
            assert "Taylor" not in repr(change)
            assert "60612" not in repr(change.old)
    change = change_of(before, maker.listing("a", locations=(model.Location(name="House", address=hidden),)))
    assert [(each.key, each.withheld, each.old) for each in change.fields] == [("address", True, "")]


def test_of_what_is_not_printed_any_more_only_the_number_is_told(maker):
    """Of a listing, and of a program nothing."""
    program = model.Program(name="Secret program", mark=maker.listing().mark)
    a, b = maker.listing("a", name="Hidden House"), maker.listing("b", programs=(program,))
    old = maker.guide(maker.section(a, b))
    new = maker.guide(
        maker.section(
            replace(a, printed=False),
            replace(b, programs=(replace(program, printed=False),)),
            maker.listing("c"),
        )
    )
    changes = compare(old, new)
    assert changes.withdrawn == 1
    assert kinds(changes) == [("c", "new")]
    assert "Hidden" not in repr(changes) and "Secret" not in repr(changes)


def test_what_was_not_printed_before_is_new(maker):
    a = maker.listing("a")
    old, new = (
        maker.guide(maker.section(replace(a, printed=each), maker.listing("b"))) for each in (False, True)
    )
    assert kinds(compare(old, new)) == [("a", "new")]


def test_another_id_is_no_new_listing(maker):
    """Where name and number are the same; without a number nobody knows."""
    a = maker.listing("a", name="Food Bank", phones=(maker.phone(),))
    old = maker.guide(maker.section(a, maker.listing("x", name="X")))
    again = replace(a, id="b", name="Food  bank")
    changes = compare(old, maker.guide(maker.section(replace(a, id="b"), maker.listing("y", name="X"))))
    assert kinds(changes) == [("b", "renamed"), ("y", "new"), ("x", "gone")]
    assert changes.listings[0].former_id == "a"
    (change, _, _) = compare(old, maker.guide(maker.section(again, maker.listing("y", name="X")))).listings
    assert (change.kind, change.former_id) == ("changed", "a")


def test_what_is_closed_for_good_tells_no_more_than_that(maker, change_of):
    a = maker.listing("a", phones=(maker.phone(),), locations=(maker.office(),))
    change = change_of(a, replace(a, closed=True, gone=True))
    assert change.kind == "closed"
    assert fields(change) == [("state", "", "open", "closed for good")]
    assert change_of(replace(a, closed=True), a).kind == "open again"
    assert change_of(replace(a, closed=True), replace(a, closed=True, gone=True)).kind == "closed"


def test_a_closure_that_is_over_by_itself_is_told(maker):
    """A listing is as it is on the day of its guide."""
    a = maker.listing("a", closed=True, closed_days=model.Days(last=date(2026, 5, 1)))
    old, new = (maker.guide(maker.section(a), day=day) for day in (date(2026, 4, 1), date(2026, 6, 1)))
    assert kinds(compare(old, new)) == [("a", "open again")]


def test_a_line_in_another_section_is_a_change(maker):
    a = maker.listing("a")
    old = maker.guide(maker.section(a), maker.section(id="t", title="Two"))
    new = maker.guide(
        maker.section(a), maker.section(id="t", title="Two", references=(model.Reference("a", 0),))
    )
    (change,) = compare(old, new).listings
    assert fields(change) == [("also_in", "", "", "Two")]
    assert isinstance(change, Change)


def test_a_section_that_only_lost_what_is_not_printed_any_more_is_not_told(maker):
    a, b = maker.listing("a"), maker.listing("b")
    old = maker.guide(maker.section(a), maker.section(b, id="t", title="Two"))
    hidden = maker.guide(maker.section(a), maker.section(replace(b, printed=False), id="t", title="Two"))
    assert not compare(old, hidden).whole
    assert [each.title for each in compare(old, maker.guide(maker.section(a))).whole] == ["Two"]


def test_large_sets_are_compared_in_seconds(maker):
    """With an office and two numbers each, of which every tenth is another one; 4,000 of them take a second or two."""
    count = examples(500, 4000)

    def listings(changed):
        for n in range(count):
            last = 9000 - n if changed and n % 10 == 0 else n
            office = maker.office("Chicago", maker.phone(f"773-471-{last:04}"), street=f"{n} Main Street")
            yield maker.listing(f"l{n}", locations=(office,), phones=(maker.phone(f"312-744-{n:04}"),))

    old, new = (maker.guide(maker.section(*listings(each))) for each in (False, True))
    start = time.process_time()
    changes = compare(old, new)
    assert time.process_time() - start < count / 400
    assert len(changes.of("changed")) == count // 10
