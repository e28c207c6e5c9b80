"""Files that cannot be read."""

import os

import pytest

from guide.studio.broken import broken_in
from guide.studio.owners import Owner

FOOD, BEDS = Owner("section", "food"), Owner("section", "beds")
QUOTE = b"title: Food\nintroduction: 'Eat\n"
LATIN = b"title: Food\nlistings:\n  - id: pantry\n    name: Caf\xe9\n"


@pytest.mark.parametrize(
    ("data", "line"), [(QUOTE, 2), (LATIN, 4), (b"title: Food\n\tlistings:\n", 2), (b"", 1)]
)
def test_a_section_is_told_with_its_line(folder, studio, data, line):
    """Also one of which nothing can be read, or that was put there while the studio is open."""
    assert broken_in(studio) == {}
    for name in ("food", "7-more"):
        (folder / f"sections/{name}.yaml").write_bytes(data)
    studio.look_again()
    lost = broken_in(studio)
    assert {owner: (each.name, each.line) for owner, each in lost.items()} == {
        FOOD: ("food.yaml", line),
        Owner("section", "more"): ("7-more.yaml", line),
    }
    assert all(each.says.endswith(".") for each in lost.values())


def test_the_guide_s_own_file_too(folder, studio):
    (folder / "guide.yaml").write_text("title: 'Help\n", encoding="utf-8")
    studio.look_again()
    assert broken_in(studio)[Owner("guide")].name == "guide.yaml"


def test_what_can_be_read_is_not_broken(change, studio):
    """Whatever is wrong in it."""
    change("food", "773-471-0111", "312-055-2755")
    change("food", "    name: Soup Kitchen\n", "")
    studio.look_again()
    assert studio.seen.findings and broken_in(studio) == {}


@pytest.mark.parametrize("name", ["Elm \u00adPantry", "&elm Elm Pantry"])
def test_a_section_of_which_nothing_is_taken_is_told_too(studio, change, name):
    """A character that nobody can see, as an editor takes it from a page of the web; or a name for a second use."""
    change("food", "Elm Pantry", name)
    studio.look_again()
    assert broken_in(studio)[FOOD].line == 4


def test_a_pipe_is_not_waited_for(folder, studio):
    (folder / "sections/food.yaml").unlink()
    os.mkfifo(folder / "sections/food.yaml")
    studio.look_again()
    assert FOOD in broken_in(studio)


@pytest.mark.slow
def test_a_folder_that_is_gone_is_told_in_every_view(folder, client):
    """And is there again when it is."""
    folder.rename(folder.parent / "elsewhere")
    client.app.app.state.studio.look_again()
    for path in ("/guide", "/settings", "/calls", "/translate", "/editions", "/import", "/settings/history"):
        assert client.get(path).status_code in (200, 404), path
    assert Owner("guide") in broken_in(client.app.app.state.studio)
