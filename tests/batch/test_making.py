"""Pieces of work: rows in, entries and files out; a row that fails is told and stops nothing."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from guide.batch import making as room
from guide.batch.choose import Request
from guide.batch.making import Piece, Task, key_of, make_piece, prepare
from guide.batch.packing import FOLDER, MERGED, ZIP
from guide.batch.people import Person, Table
from tests.batch.people import write_guide

TABLE = Table(Path("people.csv"), ("name", "topic", "edition"))
EDITIONS = {"handout": "default: yes\ngreeting: For {name}\n", "bag": "format: one-sheet\n"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return write_guide(tmp_path_factory.mktemp("guide"), each=6, **EDITIONS)


@pytest.fixture
def supplies(folder):
    def ready(packing=FOLDER, **request):
        return prepare(folder, date(2026, 11, 30), Request(**request), TABLE, packing)

    return ready


def task(name, row=2, **values):
    return Task(name, Person(row, {"name": name.title(), **values}), f"key of {name}")


def piece(file=""):
    return Piece(
        (task("ana", topic="Shelter"), task("bob", 3, topic="shelta"), task("cy", 4, edition="bag")), file
    )


def test_a_row_that_fails_stops_no_other(supplies):
    """What is wrong is told with the row; the others have their files."""
    made = make_piece(supplies(), piece())
    ana, bob, cy = made.entries
    assert ana.files == ("ana.pdf",) and cy.files == ("cy.pdf",) and set(made.files) == {"ana.pdf", "cy.pdf"}
    assert ana.listings[:1] == ("beds-0",) and (ana.edition, cy.edition, ana.row) == ("handout", "bag", 2)
    assert not bob.files and "no topic is named" in bob.problems[0] and bob.key == "key of bob"
    assert [str(problem) for problem in made.problems if problem.mark.path == TABLE.path] == [
        'people.csv:3:2: no topic is named "shelta"; did you mean "Shelter"?'
    ]


def test_a_fault_with_one_row_is_told_and_says_nothing_of_the_person(supplies, monkeypatch):
    """Whatever the program did wrong."""

    def fail(supplies, wish):
        raise ValueError("Ana Ruiz, 60601")

    monkeypatch.setattr(room, "make", fail)
    made = make_piece(supplies(), Piece((task("ana"),)))
    (problem,) = made.problems
    assert "fault of the program (ValueError)" in problem.message and "Ruiz" not in str(problem)
    assert not made.entries[0].files


def test_warnings_of_the_content_are_told_once(supplies):
    """Not for each handout."""
    ready = supplies(pages=1)
    first = make_piece(ready, Piece((task("ana", edition="bag"),))).problems
    assert not set(first) & set(make_piece(ready, Piece((task("bob", edition="bag"),))).problems)


def test_handouts_lie_in_one_archive(supplies):
    """Each under its own name; the entries say where."""
    made = make_piece(supplies(ZIP), piece("handouts-0001.zip"))
    with zipfile.ZipFile(io.BytesIO(made.files["handouts-0001.zip"])) as archive:
        assert archive.namelist() == ["ana.pdf", "cy.pdf"]
    assert [entry.files for entry in made.entries] == [("handouts-0001.zip",), (), ("handouts-0001.zip",)]


def test_handouts_of_one_paper_are_one_document(supplies):
    """Those of another edition's paper or ink have one of their own."""
    made = make_piece(supplies(MERGED), piece("all.pdf"))
    assert list(made.files) == ["all.pdf"] and made.entries[1].files == ()
    wide = Piece((task("ana"), task("bob", 3)), "all.pdf")
    assert set(make_piece(supplies(MERGED, two=True), wide).files) == {"all.pdf"}


def test_what_a_handout_is_made_of_has_a_key():
    """Its row, but for what is not printed; and all that they have in common."""
    ana = Person(2, {"name": "Ana", "email": "a@example.org", "file": "a"}, (("Room", "4"),))
    same = Person(9, {"name": "Ana", "email": "b@example.org"}, (("Room", "4"),))
    assert key_of("base", ana) == key_of("base", same)
    others = [
        key_of("other", ana),
        key_of("base", Person(2, {"name": "Bob"}, ana.own)),
        key_of("base", ana, 2),
    ]
    assert key_of("base", ana) not in others
