"""A guide that begins in the studio."""

import os
from datetime import date

import pytest

from guide.project import open_project
from guide.studio.begin import Answers, begin_empty, begin_example, is_free, why_not

DAY = date(2026, 5, 1)
ANSWERS = Answers("Help: here & there", 'The "A" clinic', "es", "a4", "Food: all of it")


def test_an_empty_guide_says_what_was_answered(tmp_path):
    """And has nothing wrong but that there is no listing yet."""
    folder = tmp_path / "new" / "guide"
    begin_empty(folder, ANSWERS, DAY)
    project = open_project(folder, DAY, in_spite=True)
    guide = project.guide
    assert (guide.title, guide.publisher.name, guide.language, guide.subtitle) == (*ANSWERS[:3], "")
    assert [each.title for each in guide.sections] == ["Food: all of it"] and guide.listings == ()
    assert project.editions["a4"].made_as.paper == "A4" and guide.edition.date == DAY
    assert [each.name for each in (*project.problems, *project.edition_problems)] == ["empty-section"]
    assert (folder / "schema/guide.schema.json").exists()
    assert "# Lines that begin with # are notes" in (folder / "guide.yaml").read_text(encoding="utf-8")


def test_the_example_is_a_guide_that_can_be_made(tmp_path):
    begin_example(tmp_path / "guide", DAY)
    project = open_project(tmp_path / "guide", DAY)
    assert (
        len(project.guide.listings) > 1 and [each for each in project.problems if each.level == "error"] == []
    )


def test_without_a_publisher_there_is_a_place_for_a_stamp(tmp_path):
    begin_empty(tmp_path, Answers("Help", section="Food"), DAY)
    guide = open_project(tmp_path, DAY, in_spite=True).guide
    assert guide.publisher.name == "" and guide.subtitle


def test_nothing_is_written_where_something_is(tmp_path, monkeypatch):
    """Nor half of a guide, where it cannot be written whole."""
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    for begin in (
        lambda folder: begin_empty(folder, ANSWERS, DAY),
        lambda folder: begin_example(folder, DAY),
    ):
        with pytest.raises(FileExistsError):
            begin(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    writes = []

    def full(path, data, *given, **options):
        writes.append(path)
        if len(writes) == 5:
            raise OSError(28, "No space left on device")
        return write(path, data, *given, **options)

    from guide import output

    write = output.write_atomically
    monkeypatch.setattr(output, "write_atomically", full)
    with pytest.raises(OSError):
        begin_example(tmp_path / "new", DAY)
    assert [path for path in (tmp_path / "new").rglob("*") if path.is_file()] == []


def test_where_a_guide_can_begin(tmp_path):
    (tmp_path / "full").mkdir()
    (tmp_path / "full/file").write_text("", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    assert why_not(tmp_path / "empty") == why_not(tmp_path / "new" / "one") == ""
    assert why_not(tmp_path / "full") == "full" and why_not(tmp_path / "full/file/x") == "file"
    assert why_not(tmp_path.relative_to(tmp_path.anchor)) == "not_whole"
    assert (
        is_free(tmp_path / "new") and not is_free(tmp_path / "full") and not is_free(tmp_path / "full/file")
    )


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_where_nobody_may_write(tmp_path):
    tmp_path.chmod(0o500)
    assert why_not(tmp_path / "new") == "closed"
    tmp_path.chmod(0o700)
