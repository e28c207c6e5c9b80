"""Editions that were made and are still known."""

import json

from guide.content.kept import edition_before, kept_editions, list_archive, read_manifest


def write(folder, number, state="", name="letter"):
    folder.mkdir(parents=True)
    row = {"edition": name, "number": number, "date": "2026-01-02", "pages": 4, "state": state}
    row["files"] = [{"name": "a.pdf", "sha256": "x"}, {"name": "../b.pdf", "sha256": "y"}]
    (folder / "manifest.json").write_text(json.dumps(row))


def test_editions_of_today_and_of_the_archive_the_newest_first(tmp_path):
    """Those whose content was kept name it; a file that lies elsewhere is none of theirs."""
    store = tmp_path / "archive/content"
    store.mkdir(parents=True)
    (store / "abc.zip").write_bytes(b"")
    write(tmp_path / "letter", 3)
    write(tmp_path / "archive/letter-1", 1, "abc")
    write(tmp_path / "archive/letter-2", 2)
    assert [(old.number, bool(old.content)) for old in kept_editions(tmp_path)] == [
        (3, False),
        (2, False),
        (1, True),
    ]
    assert [old.number for old in list_archive(tmp_path)] == [2, 1]
    assert edition_before(tmp_path, 3).number == 1
    assert edition_before(tmp_path, 1) is None
    assert read_manifest(tmp_path / "letter") == {"a.pdf": "x"}
    assert read_manifest(tmp_path) == {}
