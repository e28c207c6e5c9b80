"""What is changed in the studio, in the files."""

import pytest

from guide.errors import GuideError
from guide.studio import saves as saving
from guide.studio.owners import Owner
from guide.studio.saves import Conflict, Saves, Write
from tests.studio.conftest import open_studio

PANTRY = Owner("listing", "pantry")


def test_a_key_is_written_and_all_else_stays(saves, text, change, folder):
    """Comments, quotes and order too."""
    change("food", "name: Elm Pantry\n", 'name: "Elm Pantry"  # since 1990\n    # the best\n')
    saves.studio.look_again()
    before = text("food")
    saves.write(PANTRY, [Write("name", "Oak Pantry", "Elm Pantry")])
    assert text("food") == before.replace('"Elm Pantry"', '"Oak Pantry"')
    saves.write(PANTRY, [Write("email", "a@b.org", None)])
    assert "hours: Mo-Fr" not in text("food").split("email: a@b.org\n")[1].split("kitchen")[0]
    assert "    email: a@b.org\n    description: Groceries" in text("food")
    saves.write(PANTRY, [Write("email", None, "a@b.org")])
    assert text("food") == before.replace('"Elm Pantry"', '"Oak Pantry"')


def test_sections_and_the_guide_have_keys_too(saves, text, folder):
    """In the order of their tables."""
    saves.write(Owner("section", "food"), [Write("introduction", "Eat here.", None)])
    assert text("food").startswith("title: Food\nintroduction: Eat here.\nlistings:\n")
    saves.write(Owner("guide"), [Write("subtitle", "Here", None)])
    assert "title: Help near you\nsubtitle: Here\n" in (folder / "guide.yaml").read_text(encoding="utf-8")


def test_another_field_that_was_changed_outside_is_no_conflict(saves, text, change):
    """Both changes are in the file."""
    change("food", "Groceries for everybody.", "Groceries for all.")
    saves.write(PANTRY, [Write("name", "Oak Pantry", "Elm Pantry")])
    assert "Oak Pantry" in text("food") and "Groceries for all." in text("food")


def test_what_changes_outside_while_a_key_is_written_is_told_as_from_outside(saves, change):
    """The key that is written is told as the tab's own."""
    told = []
    saves.studio.events.tell = lambda name, data: told.append(data)
    change("food", "Groceries for everybody.", "Groceries for all.")
    saves.write(PANTRY, [Write("name", "Oak Pantry", "Elm Pantry")], by="tab")
    keys = [(each["by"], [key["key"] for key in each["keys"]]) for each in told if "by" in each]
    assert keys == [("tab", ["name"]), ("", ["description"])]


def test_the_same_field_that_is_changed_right_behind_is_one_too(saves, text, monkeypatch):
    """Or what is in the file would not be what the form shows, and the next save would write over it."""
    write = saving.write_atomically

    def and_another(path, data, *given, **options):
        return write(path, data.replace(b"Oak Pantry", b"Ash Pantry"), *given, **options)

    monkeypatch.setattr(saving, "write_atomically", and_another)
    with pytest.raises(Conflict) as conflict:
        saves.write(PANTRY, [Write("name", "Oak Pantry", "Elm Pantry"), Write("email", "a@b.org", None)])
    assert conflict.value.keys == {"name": "Ash Pantry"} and "email: a@b.org" in text("food")


def test_the_same_field_is_one(saves, text, change):
    """Nothing is written then, and what the file says is told."""
    change("food", "Elm Pantry", "Ash Pantry")
    before = text("food")
    with pytest.raises(Conflict) as conflict:
        saves.write(PANTRY, [Write("email", "a@b.org", None), Write("name", "Oak Pantry", "Elm Pantry")])
    assert conflict.value.keys == {"name": "Ash Pantry"} and text("food") == before
    saves.write(PANTRY, [Write("name", "Ash Pantry", "Elm Pantry")])  # it says so already
    assert text("food") == before


def test_what_is_gone_is_told(saves, change):
    change("food", "- id: pantry", "- id: larder")
    with pytest.raises(KeyError):
        saves.write(PANTRY, [Write("name", "Oak Pantry", "Elm Pantry")])


def test_a_file_that_cannot_be_edited_is_told(saves, folder, text):
    """It stays as it is."""
    before = text("food") + "  - {id: flow, name: Flow}\n"
    (folder / "sections/food.yaml").write_text(before, encoding="utf-8")
    saves.studio.look_again()
    with pytest.raises(GuideError):
        saves.write(Owner("listing", "flow"), [Write("email", "a@b.org", None)])
    assert text("food") == before


def test_every_change_is_undone_over_a_restart(saves, folder, text):
    """The last first, until there is nothing more."""
    before = text("food"), text("beds")
    saves.write(PANTRY, [Write("name", "Oak Pantry", "Elm Pantry")])
    saves.listings.new("beds", "Second Shelter", "shelter")
    saves.listings.move("pantry", "beds", "")
    saves.listings.delete("kitchen")
    saves.listings.duplicate("shelter", "Third Shelter")
    assert "id: third-shelter" in text("beds") and "id: kitchen" not in text("food")
    again = Saves(open_studio(folder))
    kinds = [again.undo().kind for _ in range(5)]
    assert kinds == ["new", "delete", "move", "new", "keys"]
    assert again.undo() is None
    assert [one.split() for one in (text("food"), text("beds"))] == [one.split() for one in before]


def test_what_was_taken_out_comes_back_where_it_stood(saves, change, text):
    """With its comments; what has changed elsewhere in the file stays."""
    asked = "    # what they said\n    cost: free  # for all\n"
    change("food", "    name: Elm Pantry\n", f"    name: Elm Pantry\n{asked}")
    saves.studio.look_again()
    before = text("food")
    saves.write(PANTRY, [Write("cost", None, "free")])
    assert "cost" not in text("food")
    saves.write(Owner("listing", "kitchen"), [Write("name", "Stew", "Soup Kitchen")])
    saves.undo(1)
    assert text("food") == before.replace("Soup Kitchen", "Stew")


def test_undo_takes_no_later_change_back(saves, change, text):
    """What somebody has changed since is told, and stays."""
    saves.write(PANTRY, [Write("name", "Oak Pantry", "Elm Pantry")])
    change("food", "Oak Pantry", "Ash Pantry")
    with pytest.raises(Conflict):
        saves.undo()
    assert "Ash Pantry" in text("food")


def test_a_visit_is_one_step(saves):
    """However many times it was saved."""
    saves.write(PANTRY, [Write("name", "E", "Elm Pantry")], visit="1")
    saves.write(PANTRY, [Write("name", "El", "E")], visit="1")
    saves.write(PANTRY, [Write("name", "Elm", "El")], visit="2")
    assert saves.undo().keys == {"name": ["El", "Elm"]}
    assert saves.undo().keys == {"name": ["Elm Pantry", "El"]}


def test_a_secret_street_is_hidden_and_stays(saves, folder, text, change):
    """The browser and the history have a token in its place."""
    change(
        "food", "address: {address_1: 1 Elm Street,", "address: {confidential: yes, address_1: 1 Elm Street,"
    )
    saves.studio.look_again()
    shown = saves.studio.shown(PANTRY, "locations")
    assert "Elm Street" not in str(shown) and "Chicago" in str(shown)
    moved = [shown[1], shown[0] | {"name": "Center"}]
    saves.write(PANTRY, [Write("locations", moved, shown)])
    assert "1 Elm Street" in text("food") and "Center" in text("food") and "~secret" not in text("food")
    saves.listings.delete("pantry")
    kept = b"".join(path.read_bytes() for path in (folder.parent / "out").rglob("*") if path.is_file())
    assert b"Elm Street" not in kept and b"Pantry" in kept
    assert saves.undo() and "1 Elm Street" in text("food")


def test_after_a_restart_a_secret_street_that_was_deleted_is_not_known(saves, folder, text, change):
    """The rest comes back, and the address is still secret."""
    change(
        "food", "address: {address_1: 1 Elm Street,", "address: {confidential: yes, address_1: 1 Elm Street,"
    )
    saves.studio.look_again()
    saves.listings.delete("pantry")
    assert Saves(open_studio(folder)).undo()
    assert "1 Elm Street" not in text("food") and "confidential: yes" in text("food")


def test_what_was_not_chosen_is_in_the_history(saves):
    """It is undone already: nothing was written."""
    saves.leave(PANTRY, "name", "Oak")
    (step,) = saves.history.steps.values()
    assert (step.undone, step.keys) == (True, {"name": ["Elm Pantry", "Oak"]}) and saves.undo() is None


def test_two_tabs_lose_nothing_of_each_other(folder, text):
    """Two processes do not either."""
    one, other = Saves(open_studio(folder)), Saves(open_studio(folder))
    one.write(PANTRY, [Write("name", "Oak Pantry", "Elm Pantry")])
    other.write(PANTRY, [Write("description", "All.", "Groceries for everybody.")])
    assert "Oak Pantry" in text("food") and "All." in text("food")


ELM = "address: {address_1: 1 Elm Street"


def on_the_disk(folder):
    """What the history holds there."""
    return "".join(
        path.read_text(encoding="utf-8") for path in (folder.parent / "out/studio").rglob("*.json")
    )


def test_a_street_that_becomes_secret_is_in_no_step_any_more(saves, text, folder):
    """Nor in those before; undoing them brings it back, over a restart too."""
    offices = saves.studio.shown(PANTRY, "locations")
    renamed = [{**offices[0], "name": "Main"}, offices[1]]
    saves.write(PANTRY, [Write("locations", renamed, offices)])
    assert "1 Elm Street" in on_the_disk(folder)
    secret = [{**renamed[0], "address": {**renamed[0]["address"], "confidential": "yes"}}, offices[1]]
    saves.write(PANTRY, [Write("locations", secret, renamed)])
    assert "1 Elm Street" not in on_the_disk(folder) and "2 Oak Street" in on_the_disk(folder)
    again = Saves(open_studio(folder))
    again.undo()
    again.undo()
    assert again.studio.shown(PANTRY, "locations") == offices and '"1 Elm Street"' in text("food")


def test_what_would_lose_a_secret_street_is_not_undone(saves, text, change, folder):
    """It is told, and the street stays."""
    change("food", ELM, ELM.replace("{", "{confidential: yes, "))
    saves.studio.look_again()
    offices = saves.studio.shown(PANTRY, "locations")
    moved = [{**offices[0], "address": {**offices[0]["address"], "city": "Evanston"}}, offices[1]]
    saves.write(PANTRY, [Write("locations", moved, offices)])
    assert "1 Elm Street" in text("food") and "1 Elm Street" not in on_the_disk(folder)
    change("food", "1 Elm Street", "9 Ash Street")
    again = Saves(open_studio(folder))
    with pytest.raises(Conflict):
        again.undo()
    assert "9 Ash Street" in text("food")
