"""The commands where and history."""

import pytest


def test_where_a_listing_is_printed(command, changed):
    """By its id or its number; nothing mentions it."""
    run = command("where", "night-shelter")
    assert run.out[0].startswith("Night Shelter (night-shelter), in Shelter: content/sections/b.yaml:3")
    assert run.out[1].startswith("  guide: page ") and run.out[1].endswith(" in edition 1 of 2026-04-01")
    assert run.out[2:] == ["Nothing mentions it."]
    assert command("where", "2").out == run.out


def test_what_became_of_it(command, changed):
    run = command("history", "night-shelter")
    assert run.out[0].startswith("Edition 1 of 2026-04-01: guide page ")
    assert run.out[1] == "The content as it is: in the content"
    assert run.out[-1].strip() == "phone: 773-471-0999 -> 773-471-0998"


@pytest.mark.parametrize("name", ["where", "history"])
def test_of_an_id_that_there_is_not_the_nearest_is_told(command, changed, name):
    run = command(name, "nigth-shelter")
    assert run.code == 1 and 'did you mean "night-shelter"?' in run.err[0]


def test_before_anything_was_made(command, small):
    assert "will be in it; not made yet" in command("where", "food-bank").out[1]
    assert command("history", "food-bank").out[-1].startswith("No edition was kept yet")


def test_a_web_page_has_it_without_a_page(command, small):
    """It was made, and has all of it: that there are no pages is no reason to say that it is not in."""
    (small / "editions").mkdir()
    (small / "editions/web.yaml").write_text("format: web\n", encoding="utf-8")
    assert command("build", "web").code == 0
    assert "  web: in edition 1 of 2026-04-01" in command("where", "food-bank").out
    assert command("history", "food-bank").out[0] == "Edition 1 of 2026-04-01: web"
