"""The secret in the address."""

import os

import pytest

from guide.studio.secret import KEPT, Door, keep_door, kept_at, open_door


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "state"))


def test_a_secret_is_kept_for_twelve_hours(tmp_path):
    """For its folder alone, and for the user alone."""
    door = open_door(tmp_path)._replace(port=8000)
    assert len(door.secret) > 40 and open_door(tmp_path).secret != door.secret
    keep_door(tmp_path, door, now=1000)
    assert open_door(tmp_path, now=1000 + KEPT - 1) == door
    later = open_door(tmp_path, now=1000 + KEPT + 1)
    assert later.secret != door.secret and later.salt == door.salt  # tokens in the history hold for longer
    assert open_door(tmp_path / "other", now=1001).secret != door.secret
    assert os.name == "nt" or kept_at(tmp_path).stat().st_mode & 0o077 == 0


def test_one_that_others_may_have_read_is_not_used(tmp_path):
    door = Door("s" * 43, 8000, "salt")
    keep_door(tmp_path, door)
    assert open_door(tmp_path) == door
    if os.name != "nt":
        kept_at(tmp_path).chmod(0o644)
        assert open_door(tmp_path) != door


def test_what_is_no_secret_is_neither_used_nor_replaced(tmp_path):
    path = kept_at(tmp_path)
    path.parent.mkdir(parents=True)
    path.write_text("mine", encoding="utf-8")
    assert open_door(tmp_path).port == 0
