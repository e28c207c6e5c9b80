"""Editions as they stand on the shelf."""

import pytest

from guide.produce import Request, produce
from guide.studio.making import Failure
from guide.studio.shelf import Difference, Shelf, names_in, standing
from tests.studio.conftest import open_studio


@pytest.fixture
def shelf(folder):
    """A usual edition and a small one; the usual one is made."""
    (folder / "editions").mkdir()
    (folder / "editions/letter.yaml").write_text("default: yes\n", encoding="utf-8")
    (folder / "editions/food.yaml").write_text("choice: {sections: [food]}\n", encoding="utf-8")
    studio = open_studio(folder)
    produce(folder, studio.out, Request(today=studio.today))
    return Shelf(studio)


def states(shelf):
    return {each.name: each.state for each in shelf.books()}


def test_what_is_ready_and_what_is_not(shelf):
    """The usual one first."""
    assert list(states(shelf).items()) == [("letter", "ready"), ("food", "never")]
    book = shelf.books()[0]
    assert book.manifest["pages"] and book.made_at and book.difference is None


def test_how_many_listings_have_changed(shelf, change):
    """Those that were only checked again are told apart."""
    change("food", "name: Elm Pantry", "name: Oak Pantry")
    change("food", "    verified: 2026-04-01\n", "    verified: 2026-04-09\n")
    change("food", "    verified: 2026-04-01\n", "    verified: 2026-04-09\n    closed: yes\n")
    change("beds", "    print: no\n    print_reason: Not yet\n", "")
    change("beds", "  - id: shelter\n", "  - id: shelter-two\n")
    change("food", "See also [[shelter]].", "See also [[shelter-two]].")
    shelf.studio.look_again()
    book = shelf.books()[0]
    assert book.state == "changed"
    assert {name: [each.id for each in some] for name, some in book.difference._asdict().items()} == {
        "changed": ["pantry"],
        "closed": ["kitchen"],
        "new": ["shelter-two", "hidden"],
        "gone": ["shelter"],
        "checked": [],
    }


def test_which_listings_were_only_checked(shelf, change):
    change("beds", "    verified: 2026-04-01\n", "    verified: 2026-04-09\n")
    shelf.studio.look_again()
    assert shelf.books()[0].difference == Difference(checked=(("shelter", "Night Shelter"),))


def test_a_problem_of_the_content_stops_all(shelf, change):
    """What was made stays."""
    change("food", "773-471-0111", "312-055-2755")
    shelf.studio.look_again()
    books = shelf.books()
    assert [each.state for each in books] == ["broken", "broken"] and "0552755" not in books[0].why.message
    assert books[0].manifest and books[0].why.mark.path.name == "food.yaml"


def test_a_problem_of_an_edition_stops_it_alone(shelf, folder):
    """Also where its file cannot be read at all."""
    (folder / "editions/food.yaml").write_text("format: papyrus\n", encoding="utf-8")
    (folder / "editions/odd.yaml").write_text("a: [\n", encoding="utf-8")
    shelf.studio.seen = open_studio(folder).seen
    assert states(shelf) == {"letter": "ready", "food": "broken", "odd": "broken"}
    assert "odd" in names_in(shelf.studio.seen.project)


def test_what_could_not_be_made_is_told_until_something_changes(shelf, change):
    shelf.making.failures["food"] = Failure(shelf.digest(), ())
    book = shelf.books()[1]
    assert (book.state, book.why, book.retry) == ("broken", None, True)
    change("food", "name: Elm Pantry", "name: Oak Pantry")
    assert shelf.books()[1].state == "never"


def test_files_that_are_not_as_they_were_made_do_not_stand(shelf):
    folder = shelf.studio.out / "letter"
    (path,) = folder.glob("*.pdf")
    path.write_bytes(path.read_bytes() + b"\n")
    assert standing(folder) is None and states(shelf)["letter"] == "never"


def test_covers_are_of_the_file_or_as_it_would_be(shelf, monkeypatch):
    """They are kept; a long guide is not laid out for one."""
    for name in ("letter", "food"):
        assert shelf.cover(name).startswith(b"\x89PNG") and shelf.cover(name) is shelf.cover(name)
    with pytest.raises(KeyError):
        shelf.cover("archive")
    monkeypatch.setattr("guide.studio.shelf.MOST_LISTINGS", 1)
    assert [shelf.has_cover(each) for each in shelf.books()] == [True, False]
