"""Whom to call, and what came of it."""

from datetime import date

import pytest

from guide.studio.calls import Calls, NoCaller, due_in
from guide.studio.owners import Owner
from guide.studio.saves import Saves, Write
from tests.studio.conftest import open_studio

KITCHEN = Owner("listing", "kitchen")


@pytest.fixture
def calls(folder, change):
    """All three printed listings are due: two were never checked."""
    change("food", "    verified: 2026-04-01\n", "")
    change("food", "    verified: 2026-04-01\n", "    verified: 2024-02-29\n")
    change("beds", "    verified: 2026-04-01\n", "")
    studio = open_studio(folder)
    return Calls(studio, Saves(studio))


def ids(calls):
    return [each.listing.id for each in calls.queue()]


def test_never_checked_first_then_the_oldest(calls):
    """What is not printed is not called."""
    assert ids(calls) == ["shelter", "pantry", "kitchen"]
    assert len(due_in(calls.studio)) == 3


def test_all_right_writes_the_day_and_the_name(calls, text):
    calls.answer("pantry", "right", "  M.   Ortiz ")
    assert "    verified: 2026-05-01\n    verified_by: M. Ortiz\n" in text("food")
    assert ids(calls) == ["shelter", "kitchen"]
    assert [(each.listing, each.kind) for each in calls.done_today()] == [("pantry", "right")]


def test_without_a_name_nothing_is_written(calls, text):
    before = text("food")
    for kind in ("right", "no_answer", "closed", "later", "unprinted"):
        with pytest.raises(NoCaller):
            calls.answer("pantry", kind, "  ")
    assert text("food") == before and not calls.log.calls


def test_no_answer_comes_back_at_the_end(calls, text):
    """With its hour, over a restart too; the content says nothing of it."""
    before = text("food"), text("beds")
    calls.answer("pantry", "no_answer", "Mo")
    calls.answer("shelter", "later", "Mo")
    assert ids(calls) == ["kitchen", "pantry", "shelter"] and (text("food"), text("beds")) == before
    again = Calls(calls.studio, Saves(calls.studio))
    assert [each.put_off and each.put_off.kind for each in again.queue()] == [None, "no_answer", "later"]
    again.answer("pantry", "right", "Mo")
    assert ids(again) == ["kitchen", "shelter"]


def test_closed_for_now_is_a_check_too(calls, text, change):
    """By the key that the listing has for it."""
    calls.answer("pantry", "closed", "Mo")
    assert "    status: closed for now\n" in text("food") and "verified: 2026-05-01" in text("food")
    change("food", "    name: Soup Kitchen\n", "    name: Soup Kitchen\n    closed: no\n")
    calls.studio.look_again()
    calls.answer("kitchen", "closed", "Mo")
    assert "    closed: yes\n" in text("food") and text("food").count("status:") == 1
    assert {each.id for each in calls.studio.seen.project.guide.listings if each.closed} == {
        "pantry",
        "kitchen",
    }


def test_those_who_do_not_want_it_are_not_printed(calls, text):
    """Nor called again."""
    calls.answer("shelter", "unprinted", "Mo", reason=" They asked us\nnot to ")
    assert "    print: no\n    print_reason: They asked us not to\n" in text("beds")
    assert ids(calls) == ["pantry", "kitchen"]
    assert "verified" not in text("beds").split("hidden")[0]


def test_undo_takes_back_the_check_and_what_was_changed(calls, text):
    """But nothing that was changed before, or in another tab."""
    saves = calls.saves
    saves.write(KITCHEN, [Write("name", "Soup House", "Soup Kitchen")], "me", "me-1-name")
    since = max(saves.history.steps)
    saves.write(KITCHEN, [Write("hours", "Mo 10:00-11:00", "By appointment.")], "me", "me-2-hours")
    saves.write(KITCHEN, [Write("email", "a@b.org", None)], "other", "other-2-email")
    call = calls.answer("kitchen", "right", "Mo", since, "me")
    assert call.keys == ("hours",)
    calls.undo(call.number, "me")
    assert "By appointment." in text("food") and "verified: 2024-02-29" in text("food")
    assert "Soup House" in text("food") and "a@b.org" in text("food") and "verified_by" not in text("food")
    assert not calls.done_today() and "kitchen" in ids(calls)


def test_what_was_put_off_is_undone_too(calls):
    number = calls.answer("pantry", "later", "Mo").number
    calls.undo(number)
    assert ids(calls) == ["shelter", "pantry", "kitchen"] and list(calls.valid()) == []


def test_the_undo_of_the_head_brings_a_call_back(calls):
    calls.answer("pantry", "right", "Mo")
    calls.saves.undo()
    assert "pantry" in ids(calls) and calls.done_today() == []


def test_a_listing_that_is_gone_and_an_unknown_answer_are_refused(calls):
    with pytest.raises(KeyError):
        calls.answer("nobody", "right", "Mo")
    with pytest.raises(ValueError, match="maybe"):
        calls.answer("pantry", "maybe", "Mo")
    assert not calls.log.calls


def test_when_the_next_is_due(studio):
    """A day after the year that a check is good for."""
    calls = Calls(studio, Saves(studio))
    assert ids(calls) == [] and calls.next_due() == date(2027, 4, 2)
