"""What came of the calls, on the disk."""

import os

from guide.studio.call_log import Called, CallLog


def call(**values):
    return Called(**{"listing": "a", "kind": "right", "by": "Mo", "day": "2026-05-01", **values})


def test_calls_outlast_a_restart(tmp_path):
    """Also that one was undone."""
    log = CallLog(tmp_path)
    log.add(call(steps=(3, 4), keys=("hours",)))
    log.add(call(listing="b", kind="no_answer"))
    log.undo(2)
    again = CallLog(tmp_path)
    assert again.calls == log.calls and again.calls[1].steps == (3, 4) and again.calls[1].when
    assert [each.undone for each in again.calls.values()] == [False, True]


def test_only_the_user_can_read_them(tmp_path):
    CallLog(tmp_path).add(call())
    (path,) = (tmp_path / "studio").iterdir()
    assert os.name == "nt" or path.stat().st_mode & 0o077 == 0


def test_the_oldest_are_forgotten_and_a_broken_file_is_none(tmp_path, monkeypatch):
    monkeypatch.setattr("guide.studio.call_log.MOST", 2)
    log = CallLog(tmp_path)
    for name in "abc":
        log.add(call(listing=name))
    assert [each.listing for each in CallLog(tmp_path).calls.values()] == ["b", "c"]
    log.path.write_text("{", encoding="utf-8")
    assert CallLog(tmp_path).calls == {}
