"""Files of a piece on their way into the folder."""

import pytest

from guide.batch.ledger import FileEntry
from guide.batch.shelf import has, is_whole, put_all
from guide.manifest import sha256

FILES = {f"{number}.pdf": b"%PDF " + bytes([48 + number]) * 100 for number in range(9)}


def nothing_known():
    return dict.fromkeys(FILES)


def test_files_are_written_and_told(tmp_path):
    """Each with its length and its digest; again nothing is written."""
    put = put_all(tmp_path, FILES, nothing_known())
    assert (
        put.files == {name: FileEntry(len(data), sha256(data)) for name, data in FILES.items()}
        and not put.kept
    )
    before = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    assert put_all(tmp_path, FILES, put.files) == put
    assert {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == before


def test_what_is_somebody_elses_is_kept(tmp_path):
    """What was written before is replaced."""
    known = put_all(tmp_path, FILES, nothing_known()).files
    (tmp_path / "1.pdf").write_bytes(b"mine")
    changed = {name: data + b" new" for name, data in FILES.items()}
    put = put_all(tmp_path, changed, known)
    assert (
        list(put.kept) == ["1.pdf"]
        and "1.pdf" not in put.files
        and (tmp_path / "1.pdf").read_bytes() == b"mine"
    )
    assert (tmp_path / "2.pdf").read_bytes() == changed["2.pdf"]


def test_a_file_is_whole_as_long_as_it_was_written(tmp_path):
    """One that is cut, or is not there, is not."""
    path = tmp_path / "a.pdf"
    assert not is_whole(path, FileEntry(4, "")) and not has(path, b"%PDF")
    path.write_bytes(b"%PDF")
    assert is_whole(path, FileEntry(4, "")) and has(path, b"%PDF") and not has(path, b"%PDX")
    assert not is_whole(path, FileEntry(5, "")) and not is_whole(path, None)


def test_a_full_disk_is_raised(tmp_path, monkeypatch):
    """With the name of the file."""

    def full(path, *rest, **more):
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr("guide.batch.shelf.write_atomically", full)
    with pytest.raises(OSError, match="No space left"):
        put_all(tmp_path, FILES, nothing_known())
