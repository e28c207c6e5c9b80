"""The command batch: what it says, and what it leaves with."""

import gc

import pytest

from guide.batch import making
from tests.batch.people import write_guide

PEOPLE = "file,name,city,topic,Room\nana,Ana Ruiz,Elgin,Shelter,4\nbob,Bob,,Food pantry,\ncy,Cy,,shelta,\n"


@pytest.fixture
def guide(folder, monkeypatch):
    """A guide in content/, and a table of people beside it."""
    monkeypatch.setattr("guide.crew.cores", lambda: 1)
    write_guide(folder / "content", each=4, handout='greeting: "For {name}"\ndefault: yes\n')
    (folder / "people.csv").write_text(PEOPLE)
    return folder


def test_handouts_are_made_and_counted(guide, command):
    """A row that has none is named, and the code says so; those that are there are not made again."""
    run = command("batch", "people.csv", "--out", "made")
    assert run.code == 1
    assert run.out[0].startswith("Made 2 handouts of ") and run.out[0].endswith(" pages in made")
    assert run.out[1] == "What became of each row stands in made/handouts.csv." and run.out[2].endswith(
        " seconds"
    )
    assert (
        'people.csv:4:4: error: no topic is named "shelta"; did you mean "Shelter"? [unknown-wish]' in run.err
    )
    assert run.err[-1] == "Not made: 1 handout; the rows are named above."
    assert "Ruiz" not in " ".join(run.out + run.err)
    (guide / "people.csv").write_text(PEOPLE.replace("shelta", "Shelter"))
    run = command("batch", "people.csv", "--out", "made")
    assert (
        run.code == 0
        and run.out[0].startswith("Made 1 handout of ")
        and run.out[1] == "Unchanged: 2 handouts"
    )


def test_memory_stays_flat(guide, command, monkeypatch):
    """Cycles are collected while handouts are made, in each process: a hundred thousand took gigabytes."""
    collecting, made = [], making.make_row
    monkeypatch.setattr(making, "make_row", lambda *given: collecting.append(gc.isenabled()) or made(*given))
    command("batch", "people.csv", "--out", "made")
    assert collecting == [True, True, True]


def test_the_folder_is_beside_the_editions(guide, command):
    """Where none is named; quiet where that is asked for."""
    (guide / "people.csv").write_text("file,topic\nana,Shelter\n")
    run = command("batch", "people.csv", "--quiet")
    assert run.code == 0 and run.out == [] and (guide / "out" / "handouts" / "ana.pdf").exists()


def test_a_look_ahead(guide, command):
    """What each row would get, and nothing is made."""
    run = command("batch", "people.csv", "--dry-run", "--out", "made")
    assert run.code == 1 and not (guide / "made").exists()
    assert run.out[0] == "Row 2: ana.pdf, edition handout: 4 listings, first Beds 2, Beds 1, Beds 0"
    assert run.err[-1] == "1 row would have no handout." and "Ruiz" not in " ".join(run.out + run.err)


def test_files_with_many_handouts_are_named(guide, command):
    """Also those of another press, which have a file of their own; and those that are as they were."""
    (guide / "content/editions/sheets.yaml").write_text("format: letter\npress: single-sided\n")
    (guide / "people.csv").write_text("file,topic,edition\nana,Shelter,\nbob,Shelter,sheets\n")
    run = command("batch", "people.csv", "--out", "made", "--merge", "all.pdf")
    assert run.out[1:3] == ["  made/all-handout.pdf", "  made/all-sheets.pdf"]
    assert all((guide / name.strip()).is_file() for name in run.out[1:3])
    run = command("batch", "people.csv", "--out", "made", "--merge", "all.pdf")
    assert run.out[:3] == ["Unchanged: 2 handouts", "  made/all-handout.pdf", "  made/all-sheets.pdf"]


def test_who_is_no_longer_there_is_told(guide, command):
    """With the option that deletes their files."""
    command("batch", "people.csv", "--out", "made")
    (guide / "people.csv").write_text("file,topic\nana,Shelter\n")
    run = command("batch", "people.csv", "--out", "made")
    assert "1 file of no row any more, at the end of handouts.csv; --clear deletes them." in run.err
    command("batch", "people.csv", "--out", "made", "--clear")
    assert not (guide / "made" / "bob.pdf").exists()


@pytest.mark.parametrize(
    "arguments, words",
    [
        (["people.csv", "--zip", "--merge", "all.pdf"], "Give one of --merge, --zip and --tar."),
        (["people.csv", "--merge", "x/all.pdf"], "name the file alone"),
        (["content"], "content is a folder; name a table of people"),
        (["people.csv", "--out", "people.csv"], "is a file; name a folder"),
        (["people.csv", "--pages", "0"], "0 is not in the range"),
        ([], "Missing argument"),
    ],
)
def test_wrong_use_is_told(guide, command, arguments, words):
    """Before anything is read."""
    run = command("batch", *arguments)
    assert run.code == 2 and words in " ".join(run.err)


@pytest.mark.parametrize(
    "arguments, words",
    [
        (["nobody.csv"], "nobody.csv"),
        (["people.csv", "--greeting", "For {nome}"], 'no column "nome"; did you mean "name"?'),
        (["people.csv", "--edition", "handot"], 'no edition "handot"'),
    ],
)
def test_what_cannot_be_is_told(guide, command, arguments, words):
    """With what to do; nothing is made."""
    run = command("batch", *arguments, "--out", "made")
    assert run.code == 1 and words in " ".join(run.err) and not (guide / "made").exists()
