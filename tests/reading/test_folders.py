"""The content files of a folder, in their order, and a problem for what cannot be read."""

import os

import pytest

from guide.reading.folders import is_named, list_folder, yaml_files


def test_yaml_files_come_sorted(tmp_path):
    """What an editor keeps beside a file is none, nor is any other file."""
    for name in ("b.yaml", "a.yml", ".b.yaml", "notes.txt", "c.YAML.bak"):
        (tmp_path / name).touch()
    paths, problems = yaml_files(tmp_path)
    assert ([path.name for path in paths], problems) == (["a.yml", "b.yaml"], ())


def test_a_folder_that_is_not_there_is_empty(tmp_path):
    assert yaml_files(tmp_path / "none") == ([], ()) and list_folder(tmp_path / "none") == ([], None)


@pytest.mark.parametrize("kind", ["file", "link", "loop"])
def test_a_folder_that_cannot_be_read_is_told(tmp_path, kind):
    place = tmp_path / "sections"
    if kind == "file":
        place.touch()
    else:
        place.symlink_to(tmp_path / "nowhere" if kind == "link" else place)
    paths, (problem,) = yaml_files(place)
    assert (paths, problem.name, problem.mark.path) == ([], "unreadable", place)


def test_a_file_whose_name_is_no_text_is_told_and_left_out(tmp_path):
    try:
        os.close(os.open(os.fsencode(tmp_path) + b"/\xff.yaml", os.O_CREAT))
    except OSError:
        pytest.skip("this disk takes only names of text")
    (tmp_path / "a.yaml").touch()
    paths, (problem,) = yaml_files(tmp_path)
    assert ([path.name for path in paths], problem.name) == (["a.yaml"], "file-name")


@pytest.mark.parametrize(
    "name, text",
    [("a.yaml", True), ("\u6307.yaml", True), ("a\n.yaml", False), ("\udcff", False), ("a\u2028b", False)],
)
def test_a_name_is_text_on_one_line(tmp_path, name, text):
    assert is_named(tmp_path / name) is text
