"""What was changed, step by step."""

import os

from guide.studio.history import MOST, History, Step


def test_steps_outlast_a_restart(tmp_path):
    """Also that they are undone."""
    history = History(tmp_path)
    for name in "ab":
        step = Step(owner="listing/a", name=name, keys={"name": [None, name]})
        history.add(step, step)
    history.undo(history.last())
    again = History(tmp_path)
    assert [(each.name, each.undone) for each in again.steps.values()] == [("a", False), ("b", True)]
    assert again.last().name == "a"


def test_the_disk_has_what_it_may_have(tmp_path):
    """This process knows the whole; only the user can read it."""
    history = History(tmp_path)
    whole, hidden = (
        Step(owner="listing/a", name="A", keys={"address": [None, each]}) for each in ("Elm 1", "x")
    )
    history.add(whole, hidden)
    assert history.last().keys == {"address": [None, "Elm 1"]}
    assert History(tmp_path).last().keys == {"address": [None, "x"]}
    (path,) = (tmp_path / "studio/history").iterdir()
    assert os.name == "nt" or path.stat().st_mode & 0o077 == 0


def test_the_oldest_are_forgotten(tmp_path, monkeypatch):
    monkeypatch.setattr("guide.studio.history.MOST", 2)
    history = History(tmp_path)
    for name in "abc":
        history.add(Step(owner="guide", name=name), Step(owner="guide", name=name))
    assert [each.name for each in History(tmp_path).steps.values()] == ["b", "c"] and MOST > 100


def test_what_is_no_step_is_left_alone(tmp_path):
    (tmp_path / "studio/history").mkdir(parents=True)
    (tmp_path / "studio/history/00000001.json").write_text("[]", encoding="utf-8")
    assert History(tmp_path).last() is None


def test_two_studios_of_a_folder_keep_all_their_steps(tmp_path):
    one, other = History(tmp_path), History(tmp_path)
    for history, name in ((one, "a"), (other, "b"), (one, "c")):
        history.add(Step(owner="guide", name=name), Step(owner="guide", name=name))
    assert [each.name for each in History(tmp_path).steps.values()] == ["a", "b", "c"]
    assert (one.last().name, other.last().name) == ("c", "b")
