"""Whole files are written and taken back, each only if it says what it said."""

import pytest

from guide.studio.history import FILES, Step
from guide.studio.owners import Owner
from guide.studio.whole_files import Conflict, WholeFiles, listed, name_of

OWNER = Owner("section", "food")


@pytest.fixture
def whole(studio):
    return WholeFiles(studio)


def test_nothing_is_written_where_a_file_was_changed(whole, folder):
    with pytest.raises(Conflict):
        whole.change({"sections/new.yaml": [None, "x"], "sections/food.yaml": ["other", "y"]}, None, OWNER)
    assert not (folder / "sections/new.yaml").exists()


def test_a_new_file_goes_again_where_the_order_cannot_be_written(whole, folder):
    (folder / "guide.yaml").write_text("title: [\n")
    with pytest.raises(Exception, match="guide.yaml"):
        whole.change({"sections/new.yaml": [None, "x"]}, (None, ["sections/new.yaml"]), OWNER)
    assert not (folder / "sections/new.yaml").exists()


def test_a_step_is_taken_back(whole, folder):
    files = {"sections/new.yaml": [None, "title: New\n"]}
    whole.change(files, (None, ["sections/food.yaml"]), OWNER)
    assert whole.order == ["sections/food.yaml"]
    keys = {"sections": [None, ["sections/food.yaml"]]}
    whole.undo(Step(kind=FILES, owner="section/food", name="Food", files=files, keys=keys))
    assert whole.order is None and whole.text("sections/new.yaml") is None


def test_an_order_that_was_kept_is_texts():
    assert listed(["a", {"b": "c"}]) == ["a"]
    assert listed(None) is None


def test_a_file_is_called_by_its_place_in_the_folder(folder):
    assert name_of(folder / "sections" / "food.yaml", folder) == "sections/food.yaml"
