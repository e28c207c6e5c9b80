"""Files that content names."""

from guide.content.own_files import is_there, own_path


def test_a_file_in_the_folder_has_an_absolute_path(tmp_path):
    (tmp_path / "faces").mkdir()
    (tmp_path / "faces/own.ttf").write_bytes(b"")
    path = own_path("faces/own.ttf", tmp_path)
    assert path == tmp_path / "faces/own.ttf" and is_there(path)


def test_what_is_not_in_the_folder_has_none(tmp_path):
    """Nor what a link leads to."""
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "link.ttf").symlink_to(tmp_path / "own.ttf")
    assert [own_path(name, folder) for name in ("../own.ttf", "/own.ttf", "link.ttf")] == [None] * 3


def test_folders_and_names_that_no_file_can_have_are_not_there(tmp_path):
    assert not any(is_there(tmp_path / name) for name in (".", "none.ttf", "x" * 300))
