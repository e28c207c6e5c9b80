"""An import as one step of the history."""

import json

import pytest

from guide.studio.history import History
from guide.studio.owners import Owner
from guide.studio.saves import Conflict, Saves, Write
from guide.studio.taken import Changed, Files, record_of, take_in
from tests.studio.conftest import open_studio

NEW = "  - id: clinic\n    name: Oak Clinic\n"


@pytest.fixture
def taken(saves, folder):
    """An import that changed a listing, added one, and began a section; its step."""
    food, main = folder / "sections/food.yaml", folder / "guide.yaml"
    old = food.read_bytes()
    new = old.replace(b"Groceries for everybody.", b"Bread for everybody.") + NEW.encode()
    made = folder / "sections/health.yaml"
    section = b"title: Health\nlistings:\n  - id: doctor\n    name: Doctor\n"
    state = folder / "imported/import.json"
    state.parent.mkdir()
    state.write_bytes(b"{}")
    files = {food: new, made: section, main: main.read_bytes() + b"country: US\n", state: b'{"day": 1}', state.with_name("mapping.yaml"): b"name: x\n"}  # fmt: skip
    before = {food: old, made: None, main: main.read_bytes()}
    return take_in(saves, Files("list.csv", files, before))


def everything(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_all_of_it_is_written_and_taken_back(saves, folder, request):
    """Over a restart, too; with what it remembers for the next one."""
    before = everything(folder) | {folder / "imported/import.json": b"{}"}
    request.getfixturevalue("taken")
    studio = saves.studio
    assert {"clinic", "doctor"} <= set(studio.seen.owners.listings) and len(everything(folder)) == len(
        before
    ) + 2
    again = Saves(open_studio(folder))
    assert again.undo().name == "list.csv" and everything(folder) == before
    assert not list((studio.out / "studio/history/import").glob("*"))
    assert again.undo() is None


def test_what_was_changed_elsewhere_since_stays(saves, taken, change, folder, text):
    """A mapping that was corrected, too."""
    change("food", "name: Soup Kitchen", "name: Soup Kitchen West")
    (folder / "imported/mapping.yaml").write_text("name: mine\n", encoding="utf-8")
    saves.studio.look_again()
    saves.undo()
    assert (
        "Soup Kitchen West" in text("food") and "Groceries" in text("food") and "clinic" not in text("food")
    )
    assert (folder / "imported/mapping.yaml").read_text(encoding="utf-8") == "name: mine\n"


@pytest.mark.parametrize(
    "name, old, new",
    [
        ("food", "Bread for", "Rice for"),
        ("food", "Oak Clinic", "Ash Clinic"),
        ("health", "Doctor", "Doctors"),
    ],
)
def test_what_was_changed_in_the_same_place_stops_all_of_it(saves, taken, change, folder, name, old, new):
    """It is told which section that is, and nothing is touched."""
    change(name, old, new)
    saves.studio.look_again()
    before = everything(folder)
    with pytest.raises(Conflict) as told:
        saves.undo()
    assert told.value.owner.id == name.capitalize() and everything(folder) == before
    assert not saves.history.get(taken.number).undone


def test_a_newer_import_stops_it(saves, taken, folder):
    (folder / "imported/import.json").write_bytes(b'{"day": 2}')
    with pytest.raises(Conflict):
        saves.undo()


def test_what_is_not_as_it_was_compared_is_not_written(saves, folder):
    food = folder / "sections/food.yaml"
    with pytest.raises(Changed):
        take_in(saves, Files("list.csv", {food: b"title: Food\n"}, {food: b"title: Old\n"}))
    assert saves.history.last() is None


def test_a_fault_leaves_nothing_to_take_back(saves, folder, monkeypatch):
    food = folder / "sections/food.yaml"

    def fails(*args, **options):
        raise OSError(28, "No space left")

    monkeypatch.setattr("guide.studio.taken.write_all", fails)
    with pytest.raises(OSError, match="No space"):
        take_in(saves, Files("list.csv", {food: b"title: Food\n"}, {food: food.read_bytes()}))
    assert saves.history.last() is None


def test_half_of_it_is_taken_back(saves, taken, folder):
    """Somebody switched the computer off."""
    (folder / "sections/health.yaml").unlink()
    saves.undo()
    assert not (folder / "sections/health.yaml").exists() and "clinic" not in (
        folder / "sections/food.yaml"
    ).read_text(encoding="utf-8")


def test_only_changed_lines_are_remembered(saves, taken, folder):
    """For the user alone; nothing of it once it is taken back."""
    path = record_of(saves.history, taken.number)
    kept = path.read_text(encoding="utf-8")
    assert "Groceries for everybody." in kept and "Elm Street" not in kept and "Oak Clinic" not in kept
    assert json.loads(kept)["import"] == 1 and path.stat().st_mode & 0o077 == 0
    assert taken.number in History(saves.studio.out).steps


def test_a_street_that_becomes_secret_is_not_remembered(saves, folder, text):
    """The import that changed it can no longer be taken back, and says so."""
    food = folder / "sections/food.yaml"
    old = food.read_bytes()
    new = old.replace(b"1 Elm Street", b"77 Elm Street")
    step = take_in(saves, Files("list.csv", {food: new}, {food: old}))
    assert "1 Elm Street" in record_of(saves.history, step.number).read_text(encoding="utf-8")
    owner = Owner("listing", "pantry")
    offices = saves.studio.shown(owner, "locations")
    secret = [
        offices[0]
        | {"address": offices[0]["address"] | {"address_1": "1 Elm Street", "confidential": "yes"}},
        offices[1],
    ]
    saves.write(owner, [Write("locations", secret, offices)])
    assert not record_of(saves.history, step.number).exists()
    with pytest.raises(Conflict):
        saves.undo(step.number)


def test_without_what_is_remembered_nothing_is_taken_back(saves, taken):
    record_of(saves.history, taken.number).write_text("{}", encoding="utf-8")
    with pytest.raises(Conflict) as told:
        saves.undo()
    assert told.value.owner.id == "list.csv"
