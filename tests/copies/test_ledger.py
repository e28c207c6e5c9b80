"""The ledger of paper copies: nothing twice, nothing lost, and no other file taken for it."""

import sqlite3
from datetime import date

import pytest

from guide.copies.ledger import LEDGER, Parcel, add_parcels, forget_parcels, ledger, note_slip, read_parcels
from guide.errors import GuideError

ONE = Parcel("Main Library", "1 Example Square\nChicago", 40, "letter", 3, date(2026, 11, 30), "by hand")
OTHER = Parcel("Clinic", "", 3, "letter", 3, date(2026, 11, 30))


def test_what_is_noted_is_read(tmp_path):
    """In order, and the same once."""
    assert read_parcels(tmp_path) == []
    assert add_parcels(tmp_path / "out", [ONE, OTHER]) == 2
    assert add_parcels(tmp_path / "out", [OTHER, ONE._replace(copies=41)]) == 1
    found = read_parcels(tmp_path / "out")
    assert [each._replace(id=0) for each in found] == [ONE, OTHER, ONE._replace(copies=41)]
    assert found[0].id == 1 and found[0].id < found[1].id < found[2].id


def test_lines_are_taken_out_all_or_none(tmp_path):
    add_parcels(tmp_path, [ONE, OTHER])
    with pytest.raises(GuideError, match="there is no line 7"):
        forget_parcels(tmp_path, [1, 7])
    assert len(read_parcels(tmp_path)) == 2
    forget_parcels(tmp_path, [1])
    add_parcels(tmp_path, [ONE])
    assert [each.id for each in read_parcels(tmp_path)] == [2, 3]  # no number is used again


def test_a_slip_is_noted(tmp_path):
    add_parcels(tmp_path, [ONE, OTHER])
    note_slip(tmp_path, read_parcels(tmp_path)[:1], 2)
    assert [each.slip for each in read_parcels(tmp_path)] == [2, 0]


def test_what_ends_in_the_middle_leaves_nothing(tmp_path):
    add_parcels(tmp_path, [ONE])
    with pytest.raises(KeyboardInterrupt), ledger(tmp_path) as table:
        table.execute("DELETE FROM parcels")
        raise KeyboardInterrupt
    assert len(read_parcels(tmp_path)) == 1


def test_another_file_is_no_ledger(tmp_path):
    """Nor is that of a later version of the program, nor a file that is none."""
    with sqlite3.connect(tmp_path / LEDGER) as table:
        table.execute("CREATE TABLE mine (a)")
    table.close()
    with pytest.raises(GuideError, match="not a ledger of paper copies"):
        add_parcels(tmp_path, [ONE])
    (tmp_path / LEDGER).unlink()
    with ledger(tmp_path) as table:
        table.execute("PRAGMA user_version = 9")
    with pytest.raises(GuideError, match="newer version"):
        read_parcels(tmp_path)
    (tmp_path / LEDGER).write_bytes(
        b"not a database at all, but long enough to be looked at as if it were one " * 20
    )
    with pytest.raises(GuideError, match="cannot be used"):
        read_parcels(tmp_path)
