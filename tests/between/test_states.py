"""A guide as it was or is, by its name."""

import shutil
from pathlib import Path

import pytest

from guide.between.states import (
    compare_states,
    edition_before,
    kept_editions,
    open_before,
    open_state,
)
from guide.errors import GuideError


def compared(content, out):
    with open_before(content, out) as old, open_state(None, content, out) as new:
        return compare_states(old, new), old, new


def test_the_changes_of_the_shipped_guide_come_out_right(two_versions):
    """From what was kept of edition 1 to the content as it is; translations are told with their listing."""
    changes, old, new = compared(*two_versions)
    assert old.name == "edition 1 of 2026-11-23"
    told = {each.id: each for each in changes.listings}
    assert {id: each.kind for id, each in told.items()} == {
        "chicago-recovery-alliance": "changed",
        "insite": "closed",
        "vocal-new-york": "moved",
        "harbor-food-bank": "new",
    }
    (phone,) = told["chicago-recovery-alliance"].fields
    assert (phone.key, phone.old, phone.new) == (
        "phone",
        "773-471-0999, information line",
        "773-471-0998, information line",
    )
    assert told["vocal-new-york"].fields == ()
    assert told["vocal-new-york"].old_section == "Drug user unions"
    assert not changes.whole and not changes.withdrawn
    assert not old.folder.exists(), "what was laid down is gone"


@pytest.mark.parametrize("name", ["1", "pocket-1", "pocket"])
def test_an_edition_is_found_by_its_number_and_by_its_folder(two_versions, name):
    content, out = two_versions
    with open_state(name, content, out) as state:
        assert state.guide.edition.number == 1


def test_a_content_folder_is_found_by_its_path(two_versions):
    content, out = two_versions
    for name in (str(content), str(content / "guide.yaml")):
        with open_state(name, content, out) as state:
            assert state.guide.edition.number == 2


def test_a_name_of_nothing_is_told(two_versions, tmp_path):
    with pytest.raises(GuideError, match="nonsense"):
        with open_state("nonsense", *two_versions):
            pass
    with pytest.raises(GuideError, match="no earlier edition"):
        with open_before(two_versions[0], tmp_path):
            pass


def test_an_edition_without_its_content_is_told(two_versions, tmp_path):
    content, out = two_versions
    (tmp_path / "pocket").mkdir()
    manifest = (out / "pocket/manifest.json").read_bytes()
    (tmp_path / "pocket/manifest.json").write_bytes(manifest)
    assert [old.content for old in kept_editions(tmp_path)] == [None]
    with pytest.raises(GuideError, match="was not kept"):
        with open_state("1", content, tmp_path):
            pass


def test_the_edition_before_has_a_lower_number_and_the_same_name_if_it_can(monkeypatch):
    from guide.archive import Old

    there = [
        Old(name, number, "2026-01-01", 4, Path(name), (), Path("x") if kept else None)
        for name, number, kept in (
            ("letter", 3, True),
            ("large", 2, True),
            ("letter", 2, False),
            ("letter", 1, True),
        )
    ]
    monkeypatch.setattr("guide.content.kept.kept_editions", lambda out: there)
    assert edition_before(Path(), 3) == there[1]
    assert edition_before(Path(), 3, "letter") == there[3]
    assert edition_before(Path(), 1, "letter") is None


def test_what_cannot_be_read_is_told_and_stops_nothing(two_versions, tmp_path):
    """An older edition may hold what is an error today."""
    from tests.between.versions import change, first_version

    content = first_version(tmp_path / "broken")
    change(content / "sections/1-organizations.yaml", ("  - id: insite\n", "  - id: insite\n    clozed: [\n"))
    with open_state(str(content), *two_versions) as state:
        assert state.problems and all(each.level == "warning" for each in state.problems)


def test_content_that_cannot_be_read_any_more_is_told(two_versions, tmp_path):
    """A ZIP file that was cut off, or whose middle is something else."""
    content, out = two_versions
    for damaged in (lambda data: data[: len(data) // 2], lambda data: data[:50] + b"x" * 500 + data[550:]):
        place = tmp_path / str(len(list(tmp_path.iterdir())))
        shutil.copytree(out, place)
        (path,) = (place / "archive/content").glob("*.zip")
        path.write_bytes(damaged(path.read_bytes()))
        with pytest.raises(GuideError, match="cannot be read any more"):
            with open_state("1", content, place):
                pass
