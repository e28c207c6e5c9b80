"""The studio is killed at any moment of a change: its undo is there when it begins again."""

import os

import pytest

from guide.studio import history, pending
from guide.studio import saves as saves_module
from guide.studio.history import History, Step
from guide.studio.owners import Owner
from guide.studio.pending import Pending, recover
from guide.studio.saves import Saves, Write
from tests.studio.conftest import open_studio

PANTRY = Owner("listing", "pantry")
DEEDS = {
    "keys": lambda saves: saves.write(PANTRY, [Write("name", "Oak Pantry", "Elm Pantry")]),
    "new": lambda saves: saves.listings.new("food", "Bank", "pantry"),
    "delete": lambda saves: saves.listings.delete("pantry"),
    "move": lambda saves: saves.listings.move("kitchen", "food", ""),
    "move far": lambda saves: saves.listings.move("pantry", "beds", None),
}


class Killed(BaseException):
    """In the place of a signal."""


def dies(monkeypatch, module, after):
    """The next files are written, then the studio is killed before it writes another one."""
    left = [after]
    write = module.write_atomically

    def written(*given, **options):
        left[0] -= 1
        if left[0] < 0:
            raise Killed
        return write(*given, **options)

    monkeypatch.setattr(module, "write_atomically", written)


def texts(folder):
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.yaml"))}


def letters(texts):
    """Those of files, whatever blank lines stand between them."""
    return {name: "".join(text.split()) for name, text in texts.items()}


def is_once(folder):
    """Whether each listing stands in one place."""
    whole = "".join(texts(folder).values())
    return all(whole.count(f"id: {own}\n") <= 1 for own in ("pantry", "kitchen", "shelter", "bank"))


@pytest.mark.parametrize("deed", DEEDS)
def test_killed_before_its_step_is_kept(folder, saves, deed, monkeypatch):
    """It is undone all the same, and then nothing is left to undo."""
    before = texts(folder)
    with monkeypatch.context() as patched, pytest.raises(Killed):
        dies(patched, history, 0)
        DEEDS[deed](saves)
    assert texts(folder) != before and History(folder.parent / "out").last() is None
    again = Saves(open_studio(folder))
    assert again.undo() is not None
    assert is_once(folder) and letters(texts(folder)) == letters(before)
    assert again.undo() is None and Saves(open_studio(folder)).undo() is None


@pytest.mark.parametrize("deed", DEEDS)
def test_killed_before_anything_is_written(folder, saves, deed, monkeypatch):
    """Then there is nothing to undo."""
    before = texts(folder)
    with monkeypatch.context() as patched, pytest.raises(Killed):
        dies(patched, saves_module, 0)
        DEEDS[deed](saves)
    assert texts(folder) == before
    assert Saves(open_studio(folder)).undo() is None and texts(folder) == before


def test_killed_between_two_files(folder, saves, monkeypatch):
    """A listing that was moved from one to the other stands in one, and goes back."""
    before = texts(folder)
    with monkeypatch.context() as patched, pytest.raises(Killed):
        patched.setattr(saves.listings, "_take_out", lambda *given: kill())
        saves.listings.move("pantry", "beds", "")
    assert "".join(texts(folder).values()).count("id: pantry\n") == 2
    again = Saves(open_studio(folder))
    assert is_once(folder) and "id: pantry" in texts(folder)["beds.yaml"]
    again.undo()
    assert is_once(folder) and texts(folder)["beds.yaml"] == before["beds.yaml"]


def kill():
    raise Killed


@pytest.mark.parametrize("deed", DEEDS)
def test_killed_while_it_is_undone(folder, saves, deed, monkeypatch):
    """It is not undone a second time."""
    DEEDS[deed](saves)
    with monkeypatch.context() as patched, pytest.raises(Killed):
        dies(patched, history, 0)
        saves.undo()
    now = texts(folder)
    assert Saves(open_studio(folder)).undo() is None and texts(folder) == now and is_once(folder)


def test_a_file_that_cannot_be_written_leaves_nothing(folder, saves, monkeypatch):
    """A change from outside is then not taken for the step."""
    monkeypatch.setattr(saves_module, "write_atomically", lambda *given, **options: full())
    with pytest.raises(OSError):
        DEEDS["keys"](saves)
    assert saves.pending.left() is None


def full():
    raise OSError(28, "No space left on device")


def test_who_only_looks_writes_nothing(folder, saves, monkeypatch):
    with monkeypatch.context() as patched, pytest.raises(Killed):
        dies(patched, history, 0)
        DEEDS["keys"](saves)
    Saves(open_studio(folder, read_only=True))
    assert saves.pending.left() is not None


def test_what_is_noted_is_private_and_has_no_secret_street(folder, saves, change):
    """Only its token."""
    change("food", "address: {address_1: 1 Elm", "address: {confidential: yes, address_1: 1 Elm")
    saves.studio.look_again()
    noted = []
    saves.pending.note = lambda step, before: noted.append(step)
    saves.listings.delete("pantry")
    assert "1 Elm" not in noted[0].block and "pantry" in noted[0].block


def test_one_file_for_one_step(tmp_path):
    place = Pending(tmp_path)
    (tmp_path / "a").write_bytes(b"a")
    for name in "ab":
        place.note(Step(owner="guide", name=name), {tmp_path / "a": b"a"})
    assert place.left().step.name == "b" and place.left().was.keys() == {str(tmp_path / "a")}
    assert os.name == "nt" or place.path.stat().st_mode & 0o077 == 0
    assert recover(place, History(tmp_path)) is None and place.left() is None
    assert pending.is_pending(b'{"was": {}}') and not pending.is_pending(b"mine")
