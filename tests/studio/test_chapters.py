"""Sections and own pages come, move and go, and all of it can be undone."""

import pytest

from guide.studio.chapters import Chapters, numbered
from guide.studio.owners import Owner
from guide.studio.saves import Conflict, Saves, Write
from tests.studio.conftest import GUIDE, SECTIONS, open_studio

LISTED = GUIDE + "sections:\n  - sections/food.yaml # first\n  - sections/beds.yaml\n"


@pytest.fixture
def chapters(saves):
    return Chapters(saves)


@pytest.fixture
def listed(folder):
    """The same guide, whose guide.yaml lists its sections."""
    (folder / "guide.yaml").write_text(LISTED, encoding="utf-8")
    return Chapters(Saves(open_studio(folder)))


def order(chapters):
    """The ids of the sections as they are printed."""
    return [each.id for each in chapters.studio.seen.project.guide.sections]


def everything(folder):
    """{name: bytes} of the content."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_a_new_section_has_a_file_and_stands_where_it_was_wanted(listed, folder):
    before = everything(folder)
    assert listed.new_section("Needle exchange", "food") == Owner("section", "needle-exchange")
    assert order(listed) == ["food", "needle-exchange", "beds"]
    text = (folder / "guide.yaml").read_text()
    assert "sections/food.yaml # first\n  - sections/needle-exchange.yaml\n" in text
    assert not [each for each in listed.studio.seen.findings if each.is_error]
    listed.saves.listings.new("needle-exchange", "Harbor")
    listed.saves.undo()
    listed.saves.undo()
    assert everything(folder) == before


def test_without_a_list_the_names_give_the_order(chapters, folder):
    """guide.yaml lists the files only where their names would have them otherwise."""
    chapters.new_section("Work", "food")
    assert order(chapters) == ["beds", "food", "work"]
    assert (folder / "guide.yaml").read_text() == GUIDE
    chapters.new_section("Clothes", None)
    assert order(chapters) == ["beds", "food", "work", "clothes"]
    assert "sections/clothes.yaml" in (folder / "guide.yaml").read_text()
    chapters.saves.undo()
    assert (folder / "guide.yaml").read_text() == GUIDE


def test_files_with_numbers_get_the_next_one():
    assert numbered(["sections/1-a.yaml", "sections/9-b.yaml"]) == "10-"
    assert numbered(["sections/08_a.yaml"]) == "09_"
    assert numbered(["sections/1-a.yaml", "sections/b.yaml"]) == numbered([]) == ""


def test_a_section_moves_and_comes_back(listed):
    listed.move_section("beds", "")
    assert order(listed) == ["beds", "food"]
    listed.saves.undo()
    assert order(listed) == ["food", "beds"]


def test_a_section_goes_with_its_listings_and_comes_back_after_a_restart(listed, folder):
    before = everything(folder)
    assert listed.delete_section("food").name == "Food"
    assert order(listed) == ["beds"] and not (folder / "sections/food.yaml").exists()
    Saves(open_studio(folder)).undo()
    assert everything(folder) == before


def test_secret_streets_of_a_section_that_is_gone_are_not_in_the_history(chapters, folder, change):
    change("food", "address: {address_1: 1 Elm", "address: {confidential: yes, address_1: 1 Elm")
    chapters.studio.look_again()
    before = everything(folder)
    chapters.delete_section("food")
    kept = b"".join(path.read_bytes() for path in chapters.studio.out.rglob("*.json"))
    assert b"Soup Kitchen" in kept and b"1 Elm" not in kept
    chapters.saves.undo()  # this process knows it whole
    assert everything(folder) == before


def test_a_section_that_was_changed_since_it_was_made_is_not_taken_away(chapters, change, folder):
    chapters.new_section("Work", None)
    (folder / "sections/work.yaml").write_text("title: Jobs\nlistings: []\n")
    with pytest.raises(Conflict):
        chapters.saves.undo()
    assert (folder / "sections/work.yaml").exists()


def test_a_page_is_made_edited_and_deleted(chapters, folder):
    """Each step is undone."""
    before = everything(folder)
    owner = chapters.new_page("If somebody has overdosed", "food", "Words.")
    page = folder / "pages/if-somebody-has-overdosed.md"
    made = page.read_bytes()
    assert [each.place for each in chapters.studio.seen.project.guide.own_pages] == ["food"]
    chapters.saves.write(owner, [Write("text", "Call **911**.", "Words."), Write("place", "index", "food")])
    assert page.read_text() == "---\ntitle: If somebody has overdosed\nplace: index\n---\n\nCall **911**.\n"
    chapters.delete_page(owner.id)
    assert not page.exists() and not chapters.studio.seen.owners.has(owner)
    chapters.saves.undo()
    chapters.saves.undo()
    assert page.read_bytes() == made
    chapters.saves.undo()
    assert everything(folder) == before
    assert list(SECTIONS) == ["food", "beds"]


def test_what_is_wrong_with_a_page_stands_at_its_field(chapters):
    owner = chapters.new_page("Overdose", "nowhere", "See [[nobody]].")
    found = {each.path for each in chapters.studio.findings_of(owner)}
    assert found == {("place",), ("text",)}
