"""What builds keep is read by the same user's builds alone, and by none where it is not as it was written."""

import errno
import os
import stat

import pytest

from guide.cache import store as room
from guide.cache.store import KEY, Refused, Shelf, Store

DATA = (b"bytes", ("text", 1.5, None, True), {1: (2, 3)})


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "cache"


def kept(folder, name="one"):
    return folder / f"{name}.kept"


def test_what_is_written_is_read_again(folder):
    Store(folder).write("one", DATA)
    assert Store(folder).read("one") == DATA
    assert Store(folder).read("two") is None


def test_nobody_else_may_look_into_it(folder):
    """Whatever the user's own files are like."""
    before = os.umask(0)
    try:
        Store(folder).write("one", DATA)
    finally:
        os.umask(before)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


@pytest.mark.parametrize("mode", [0o750, 0o701, 0o722])
def test_a_folder_that_others_may_use_is_refused(folder, mode):
    folder.mkdir()
    folder.chmod(mode)
    with pytest.raises(Refused, match="others may read or change .*chmod go-rwx"):
        Store(folder)
    assert not any(folder.iterdir())


def test_a_key_that_others_may_read_is_refused(folder):
    Store(folder)
    (folder / KEY).chmod(0o640)
    with pytest.raises(Refused, match=f"others may read or change .*{KEY}"):
        Store(folder)


def test_somebody_elses_folder_is_refused(folder, monkeypatch):
    Store(folder)
    monkeypatch.setattr(room.os, "getuid", lambda: folder.stat().st_uid + 1)
    with pytest.raises(Refused, match="somebody else's"):
        Store(folder)


def test_a_file_in_its_place_is_refused(folder):
    folder.write_text("")
    with pytest.raises(Refused, match="cannot be used"):
        Store(folder)


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:10],
        lambda data: data[:-1],
        lambda data: data + b" ",
        lambda data: data[:60] + bytes([data[60] ^ 1]) + data[61:],
        lambda data: bytes(32) + data[32:],
    ],
)
def test_what_is_damaged_is_as_good_as_missing(folder, damage):
    Store(folder).write("one", DATA)
    kept(folder).write_bytes(damage(kept(folder).read_bytes()))
    assert Store(folder).read("one") is None


def test_a_file_under_another_name_is_not_taken_for_it(folder):
    Store(folder).write("one", DATA)
    kept(folder).rename(kept(folder, "two"))
    assert Store(folder).read("two") is None


def test_what_was_written_with_another_key_is_not_read(folder, tmp_path):
    Store(folder).write("one", DATA)
    (folder / KEY).write_bytes(b"short")
    assert Store(folder).read("one") is None
    Store(folder).write("one", DATA)
    Store(tmp_path / "other").write("one", DATA)
    kept(folder).write_bytes(kept(tmp_path / "other").read_bytes())
    assert Store(folder).read("one") is None


def test_what_the_digest_holds_for_and_no_data_are_is_as_good_as_missing(folder):
    store = Store(folder)
    kept(folder).write_bytes(store.digest("one", b"?") + b"?")
    assert store.read("one") is None


def test_what_was_not_used_for_the_longest_time_goes(folder):
    store = Store(folder, most=2500)
    for place, name in enumerate(("old", "used", "new")):
        store.write(name, bytes(1000))
        os.utime(kept(folder, name), ns=(place, place))
        if name == "used":
            assert store.read("old")  # which makes it the latest
    store.write("last", bytes(1000))
    assert {path.stem for path in folder.glob("*.kept")} == {"last", "old"}


def test_a_full_disk_is_told_and_stops_nothing(folder, monkeypatch):
    store = Store(folder)

    class Full:
        def __enter__(self):
            return self

        def __exit__(self, *error):
            pass

        def writelines(self, parts):
            raise OSError(errno.ENOSPC, "No space left on device")

    opened = room.open_draft

    def full(folder, mode):
        draft, file = opened(folder, mode)
        file.close()
        return draft, Full()

    monkeypatch.setattr(room, "open_draft", full)
    store.write("one", DATA)
    assert store.trouble == "No space left on device"
    assert [path.name for path in folder.iterdir()] == [KEY]  # and no litter


def test_two_that_begin_at_once_have_one_key(folder):
    one, two = Store(folder), Store(folder)
    one.write("one", DATA)
    assert one.key == two.key and two.read("one") == DATA


def test_a_shelf_gives_what_was_kept_on_its_base(folder):
    shelf = Shelf(Store(folder), b"base", "name")
    shelf.write("here", b"base", 1)
    shelf.write("there", b"other", 2)
    assert [*shelf.read(b"base")] == [1] and [*shelf.read(b"other")] == [2]
    shelf.drop("here")
    shelf.drop("here")
    assert [*shelf.read(b"base")] == []
    shelf.is_empty = True
    assert [*shelf.read(b"other")] == []
