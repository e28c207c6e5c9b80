"""Whole files of the content."""

import pytest

from guide.output import Kept
from guide.studio.files import change_files, changed_files, stay_inside, text_in


def test_files_are_written_and_deleted_together(tmp_path):
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    (tmp_path / "c.txt").write_bytes(b"\xe9")
    pairs = changed_files(
        tmp_path, {"a.txt": None, "d/b.txt": "b", "c.txt": text_in(tmp_path / "c.txt"), "no.txt": None}
    )
    assert pairs == {"a.txt": ["a", None], "d/b.txt": [None, "b"]}
    change_files(tmp_path, pairs)
    assert text_in(tmp_path / "a.txt") is None and text_in(tmp_path / "d/b.txt") == "b"
    change_files(tmp_path, {name: [after, before] for name, (before, after) in pairs.items()})
    assert text_in(tmp_path / "a.txt") == "a" and text_in(tmp_path / "d/b.txt") is None
    assert (tmp_path / "c.txt").read_bytes() == b"\xe9"


def test_nothing_is_changed_where_one_is_not_as_it_was(tmp_path):
    """Neither written over nor deleted."""
    (tmp_path / "b.txt").write_text("other", encoding="utf-8")
    for pair in (["b", None], ["b", "c"], [None, "c"]):
        with pytest.raises(Kept):
            change_files(tmp_path, {"a.txt": [None, "a"], "b.txt": pair})
    assert text_in(tmp_path / "a.txt") is None and text_in(tmp_path / "b.txt") == "other"


def test_no_path_leaves_the_folder_of_the_guide(tmp_path):
    """Neither by its name nor by a link."""
    content, other = tmp_path / "content", tmp_path / "other"
    content.mkdir()
    other.mkdir()
    (content / "sections").symlink_to(other)
    for name in ("../other/a.yaml", "sections/a.yaml", str(other / "a.yaml")):
        with pytest.raises(OSError, match="leads out"):
            stay_inside(content, content / name)
    stay_inside(content, content / "editions/a.yaml")


def test_a_section_is_not_made_behind_a_link(client, folder):
    (folder / "sections").rename(folder.parent / "other")
    (folder / "sections").symlink_to(folder.parent / "other")
    answer = client.post("/api/section/new", json={"name": "Clothes"})
    assert answer.status_code == 507 and "leads out of the folder" in answer.json()["refused"]
    assert len(list((folder.parent / "other").iterdir())) == 2
