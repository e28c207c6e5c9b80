"""Editions that are made, made again under another name, and removed."""

import pytest

from guide.content.edition import EDITION
from guide.studio.files import text_in
from guide.studio.history import History
from guide.studio.new_edition import KINDS, free_name, new_edition, remove_edition, second_edition
from guide.studio.owners import Owner
from guide.studio.saves import Conflict, Write


@pytest.fixture
def files(folder):
    """files(): what the files of editions say."""
    return lambda: {path.stem: text_in(path) for path in (folder / "editions").glob("*")}


def test_the_first_edition_of_its_own_leaves_the_usual_one(saves, files):
    """Which gets a file too; one step back takes both."""
    name = new_edition(saves, "Large print!", "large-print")
    assert name == "large-print" and files() == {
        "guide": "default: yes\n",
        "large-print": "format: large-print\n",
    }
    assert set(saves.studio.seen.project.editions) == {"guide", "large-print"}
    saves.undo()
    assert files() == {} and set(saves.studio.seen.project.editions) == {"guide"}


def test_an_edition_is_changed_and_all_is_undone_after_a_restart(saves, files):
    """Comments and order stay; the last line of a file stays a line."""
    new_edition(saves, "Pocket", "pocket")
    owner = Owner("edition", "pocket")
    saves.write(owner, [Write("press", "n-up", None), Write("up", "4", None)])
    assert files()["pocket"] == "format: pocket\npress: n-up\nup: 4\n" or "press: n-up" in files()["pocket"]
    saves.write(owner, [Write("press", None, "n-up"), Write("up", None, "4")])
    saves.write(owner, [Write("format", None, "pocket")])
    assert files()["pocket"] == "format: letter\n"
    saves.history = History(saves.studio.out)
    for _ in range(3):
        saves.undo()
    assert files()["pocket"] == "format: pocket\n"
    saves.undo()
    assert files() == {}


def test_what_is_written_elsewhere_meanwhile_is_not_undone(saves, files, folder):
    new_edition(saves, "Pocket", "pocket")
    (folder / "editions/pocket.yaml").write_text("format: pocket # mine\n", encoding="utf-8")
    with pytest.raises(Conflict):
        saves.undo()
    assert files()["pocket"] == "format: pocket # mine\n"


def test_the_usual_edition_gets_a_file_when_it_is_changed(saves, files):
    saves.write(Owner("edition", "guide"), [Write("price_per_sheet", "0.05", None)])
    assert files()["guide"].startswith("default: yes\n") and "price_per_sheet: " in files()["guide"]
    assert saves.studio.seen.project.editions["guide"].price_per_sheet == 0.05
    saves.undo()
    assert files()["guide"] == "default: yes\n"


@pytest.mark.parametrize(("text", "second"), [("# Ours\ndefault: yes\nformat: a4 # of Europe\n", "# Ours\nformat: a4 # of Europe\n"),
                                              ("default: yes\n", "format: letter\n"), ("{default: yes, format: a5}\n", "format: a5\n")])  # fmt: skip
def test_a_second_one_says_the_same_and_is_not_the_usual_one(saves, files, folder, text, second):
    (folder / "editions").mkdir()
    (folder / "editions/ours.yaml").write_text(text, encoding="utf-8")
    saves.studio.look_again()
    assert second_edition(saves, "ours", "Ours") == "ours-2"
    assert files() == {"ours": text, "ours-2": second}


def test_an_edition_is_removed_and_brought_back(saves, files, folder):
    (folder / "editions").mkdir()
    (folder / "editions/ours.yml").write_text("# Ours\nformat: a4\n", encoding="utf-8")
    saves.studio.look_again()
    step = remove_edition(saves, "ours")
    assert files() == {}
    saves.undo(step)
    assert files() == {"ours": "# Ours\nformat: a4\n"} and saves.history.get(step).name == "Ours"
    for name in ("nobody",):
        with pytest.raises(KeyError):
            remove_edition(saves, name)


def test_the_usual_one_without_a_file_is_not_removed(saves):
    with pytest.raises(KeyError):
        remove_edition(saves, "guide")


def test_names_of_files():
    taken = {"a": 1, "guide": 1}
    names = [
        free_name(title, taken) for title in ("A", "\u00c9dici\u00f3n B", "archive", "\u4e2d\u6587", "studio")
    ]
    assert names == ["a-2", "edicion-b", "archive-2", "guide-2", "studio-2"]


def test_every_kind_has_keys_that_there_are():
    keys = {each.key for each in EDITION.fields}
    assert all(values.keys() <= keys for values in KINDS.values())
