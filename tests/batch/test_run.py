"""A batch from its table to its files: made once, and again only where something has changed, however a run ends."""

import csv
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from guide.batch.choose import Request
from guide.batch.order import Order
from guide.batch.packing import MERGED, ZIP
from guide.batch.run import COLUMNS, MANIFEST, choices, run
from guide.errors import GuideError
from tests.batch.people import write_guide
from tests.thorough import examples

EDITION = 'greeting: "For {name}"\ndefault: yes\n'
PEOPLE = "file,name,city,topic,Room\nana,Ana Ruiz,Elgin,Shelter,4\nbob,Bob,,Food pantry,\ncy,Cy,,shelta,\n"


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A guide, a table, and a way to run: place(people=..., **order)."""
    monkeypatch.setattr("guide.crew.cores", lambda: 1)
    write_guide(tmp_path / "content", each=4, handout=EDITION)

    def go(people=PEOPLE, **more):
        (tmp_path / "people.csv").write_text(people, encoding="utf-8")
        given = {"content": tmp_path / "content", "people": tmp_path / "people.csv", "out": tmp_path / "out"}
        return run(Order(**given | more))

    go.folder, go.out = tmp_path, tmp_path / "out"
    return go


def rows(folder):
    with (folder / MANIFEST).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def files(folder):
    return {path.name: path.stat().st_mtime_ns for path in folder.glob("*.pdf")}


def counts(outcome):
    return outcome.made, outcome.unchanged, outcome.failed


def test_each_row_has_its_handout_or_is_told(place):
    """Files, and a table that says what became of each row."""
    outcome = place()
    assert counts(outcome) == (2, 0, 1) and set(files(place.out)) == {"ana.pdf", "bob.pdf"}
    ana, bob, cy = rows(place.out)
    assert tuple(ana) == COLUMNS
    assert (ana["Row"], ana["File"], ana["Edition"]) == ("2", "ana.pdf", "handout") and ana[
        "Listings"
    ].startswith("beds-2 ")
    assert bob["Pages"] == str(len(PdfReader(place.out / "bob.pdf").pages))
    assert cy["File"] == "" and cy["Problems"].startswith('no topic is named "shelta"')
    assert "people.csv:4:4: no topic" in str([str(each) for each in outcome.problems])


def test_nothing_of_people_but_what_was_asked_for(place):
    """No name is in the table or the ledger; on the page stand the greeting and the fields."""
    place(PEOPLE.replace("file,", "email,").replace("ana,", "ana@example.org,"))
    text = PdfReader(place.out / "000002.pdf").pages[0].extract_text()
    assert "For Ana Ruiz" in text and "Room: 4" in text and "example.org" not in text
    kept = b"".join(path.read_bytes() for path in place.out.iterdir() if path.suffix != ".pdf")
    assert b"Ruiz" not in kept and b"example.org" not in kept


def test_what_has_not_changed_is_not_made_again(place):
    """A changed row is, and a changed guide makes those again that it is in; the others stay as they are on the disk."""
    place()
    before = files(place.out)
    assert counts(place()) == (0, 2, 1) and files(place.out) == before
    assert counts(place(PEOPLE.replace("Bob,", "Bo,"))) == (1, 1, 1)
    now = files(place.out)
    assert now["ana.pdf"] == before["ana.pdf"] and now["bob.pdf"] != before["bob.pdf"]
    section = place.folder / "content" / "sections" / "0-food.yaml"
    section.write_text(section.read_text().replace("Food 1", "Foods 1"))
    assert counts(place(PEOPLE.replace("Bob,", "Bo,"))) == (2, 0, 1)
    assert files(place.out)["ana.pdf"] == now["ana.pdf"] and files(place.out)["bob.pdf"] != now["bob.pdf"]


def test_a_row_that_moves_is_the_same_one(place):
    """Its number is put right, and nothing is made."""
    place()
    moved = PEOPLE.replace("\nana", "\nzoe,Zoe,,Shelter,\nana")
    assert counts(place(moved)) == (1, 2, 1)
    assert [row["Row"] for row in rows(place.out)] == ["2", "3", "4", "5"]


def test_a_file_that_is_lost_is_made_again(place):
    """And one that is not whole; one that somebody put there is kept and told."""
    place()
    (place.out / "ana.pdf").unlink()
    (place.out / "bob.pdf").write_bytes(b"%PDF")
    outcome = place()
    assert outcome.made == 1 and (place.out / "bob.pdf").read_bytes() == b"%PDF"
    assert any(str(each).endswith("choose another folder with --out") for each in outcome.problems)
    (place.out / "bob.pdf").unlink()
    assert counts(place()) == (1, 1, 1)


def test_who_is_no_longer_in_the_table_is_told(place):
    """The file stays until that is asked for."""
    place()
    less = PEOPLE.replace("bob,Bob,,Food pantry,\n", "")
    assert place(less).gone == ["bob.pdf"] and (place.out / "bob.pdf").exists()
    assert [(row["Row"], row["File"]) for row in rows(place.out)] == [
        ("2", "ana.pdf"),
        ("3", ""),
        ("", "bob.pdf"),
    ]
    assert place(less, clear=True).gone == [] and not (place.out / "bob.pdf").exists()
    assert [row["Row"] for row in rows(place.out)] == ["2", "3"]


def test_names_are_made_by_a_template(place):
    """The second of a name is numbered and told; a column that is not there stops all."""
    outcome = place(PEOPLE + "ana,Ana Two,,Shelter,\n", name="")
    assert "ana-2.pdf" in files(place.out)
    assert any("row 2 has a file of this name" in str(each) for each in outcome.problems)
    place(name="{row:04} {city}", out=place.folder / "other")
    assert set(files(place.folder / "other")) == {"0002 Elgin.pdf", "000003.pdf"}
    with pytest.raises(GuideError, match='no column "village"'):
        place(name="{village}")


@pytest.mark.slow
def test_archives_and_merged_files_are_made_again_as_a_whole(place):
    """Where one of their rows has changed; else they stay."""
    for packing, name in ((ZIP, "handouts-0001.zip"), (MERGED, "all.pdf")):
        out = place.folder / packing
        assert counts(place(out=out, packing=packing, merged="all.pdf")) == (2, 0, 1)
        assert (out / name).exists() and {row["File"] for row in rows(out)} == {name, ""}
        assert counts(place(out=out, packing=packing, merged="all.pdf")) == (0, 2, 1)
        assert counts(place(PEOPLE.replace("Bob,", "Bo,"), out=out, packing=packing, merged="all.pdf")) == (
            2,
            0,
            1,
        )


def test_what_stops_all_is_told_before_anything_is_made(place):
    """A content with errors, an edition that there is not, a table of nobody."""
    with pytest.raises(GuideError, match="no edition"):
        place(request=Request(edition="handot"))
    with pytest.raises(GuideError, match="nobody"):
        place("file,name\n")
    assert not place.out.exists()


def test_a_look_ahead_makes_nothing(place):
    """What each row would get, with what is wrong."""
    place.folder.joinpath("people.csv").write_text(PEOPLE)
    told = []
    order = Order(content=place.folder / "content", people=place.folder / "people.csv", out=place.out)
    ana, bob, cy = choices(order, told)
    assert (ana.row, ana.file, ana.edition, ana.names[0]) == (2, "ana.pdf", "handout", "Beds 2")
    assert cy.edition == "" and cy.names == () and not place.out.exists()
    assert any('no topic is named "shelta"' in str(each) for each in told)


MANY = 48  # in pieces of 16
DIES = """
import os
link, left = os.link, [20]
def dies(draft, target):
    link(draft, target)
    left[0] -= str(target).endswith(".pdf")
    if not left[0]:
        os.kill(os.getpid(), 9)
os.link = dies
from guide.cli import main
main()
"""


@pytest.mark.slow
def test_a_run_that_is_killed_is_gone_on_with(place):
    """Nobody is lost, and nobody's handout is made twice; what is there is whole at any moment."""
    people = "name,topic\n" + "".join(f"Person {number},Shelter\n" for number in range(MANY))
    (place.folder / "people.csv").write_text(people)
    command = [sys.executable, "-c", DIES, "batch", "people.csv", "--out", "out"]
    root = Path(__file__).resolve().parent.parent.parent
    done = subprocess.run(
        command, cwd=place.folder, env={**os.environ, "PYTHONPATH": str(root)}, stderr=subprocess.DEVNULL
    )
    assert done.returncode == -signal.SIGKILL
    before = files(place.out)
    assert len(before) == 20
    outcome = place(people)
    assert outcome.made + outcome.unchanged == MANY and outcome.unchanged > 0
    after = files(place.out)
    assert len(after) == MANY and all(after[name] == when for name, when in before.items())
    greetings = {
        PdfReader(place.out / name).pages[0].extract_text().split("For ")[1].split("\n")[0] for name in after
    }
    assert {name.strip() for name in greetings} == {f"Person {number}" for number in range(MANY)}
    assert [int(row["Row"]) for row in rows(place.out)] == list(range(2, MANY + 2))
    assert not list(place.out.glob(".guide-*"))


FEW = st.sampled_from(
    [
        "",
        "",
        "ana",
        "Ana",
        "Elgin",
        "Shelter",
        "shelta",
        "es",
        "60120",
        "a;b",
        "../x",
        "=1",
        "\u00d1and\u00fa",
    ]
)


@given(st.lists(st.tuples(*[FEW] * 6), min_size=1, max_size=5))
@settings(max_examples=examples(5, 60))
def test_every_row_is_in_the_table_once(tmp_path_factory, rows_of_people):
    """With a file that no other row has, or with what is wrong; the second run changes nothing."""
    place = tmp_path_factory.mktemp("random")
    write_guide(place / "content", each=2, handout=EDITION)
    columns = ("file", "name", "city", "topic", "language", "Room")
    with (place / "people.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([columns, *rows_of_people])
    filled = [number for number, cells in enumerate(rows_of_people, 2) if any(cells)]
    order = Order(content=place / "content", people=place / "people.csv", out=place / "out")
    if not filled:
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("guide.crew.cores", lambda: 1)
        first, second = run(order), run(order)
    table = rows(place / "out")
    assert [int(row["Row"]) for row in table] == filled
    names = [row["File"] for row in table if row["File"]]
    assert len({name.casefold() for name in names}) == len(names) == first.made == second.unchanged
    assert set(names) == set(files(place / "out")) and first.failed == second.failed == len(table) - len(
        names
    )
    assert all(row["File"] or row["Problems"] for row in table) and second.made == 0
