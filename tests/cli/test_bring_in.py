"""The command import."""

from pathlib import Path

import pytest

from guide.exchange.again.state import FOLDER, STATE

TABLE = "Name,Category,Phone,Street,City,State,Zip\nFood Bank,Food,773-471-0142,1 Oak St,Larkin,OR,97401\nClinic,Health,773-471-0143,2 Elm St,Larkin,OR,97401\n"


@pytest.fixture
def source(folder):
    """A table in the folder where the command runs."""
    Path("list.csv").write_text(TABLE)
    return "list.csv"


@pytest.mark.slow
def test_it_says_what_it_read_and_how_to_go_on(command, source):
    """What it suggests can be pasted, and works."""
    run = command("import", source, "--to", "our guide", "--title", "Help")
    assert (run.code, run.err) == (0, [])
    assert run.out[1] == "2 rows = 2 listings + 0 that went into one + 0 left out"
    assert "Wrote 2 section files in our guide" in run.out
    assert run.out[-2:] == [
        "make-guide check --content 'our guide'",
        "make-guide build --content 'our guide'",
    ]
    assert command("check", "--content", "our guide").code == 0
    again = command("import", "--again", "--to", "our guide")
    assert again.code == 0 and "0 new, 0 changed, 0 gone, 0 conflicts" in again.out
    assert "Nothing changed in our guide" in again.out


@pytest.mark.slow
def test_what_became_of_rows_is_counted_behind_its_words(command, source):
    """Whatever the words are, and however many there are: also of listings that an import wrote that was killed."""
    command("import", source, "--to", "mine")
    state = Path("mine", FOLDER, STATE)
    saved = state.read_bytes()
    Path(source).write_text(TABLE + "Library,Books,773-471-0144,3 Elm St,Larkin,OR,97401\n")
    assert "  new listing: 1" in command("import", source, "--to", "mine").out
    state.write_bytes(saved)
    assert "  new listing, is here already: 1" in command("import", source, "--to", "mine").out


def test_a_dry_run_writes_nothing(command, source):
    """It shows the files."""
    run = command("import", source, "--to", "mine", "--dry-run")
    assert run.code == 0 and "Nothing was written. It would be:" in run.out and "  mine/guide.yaml" in run.out
    assert not Path("mine").exists()


def test_in_a_guide_it_works_on_it(command, source, monkeypatch):
    """And nowhere else by chance."""
    command("import", source, "--to", "mine")
    monkeypatch.chdir("mine")
    assert command("import", "--again").code == 0
    monkeypatch.chdir("..")
    run = command("import", source)
    assert run.code == 2 and "--to" in run.err[-1]


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        ((), 2, "--again"),
        (("list.csv", "--to", "mine", "--country", "USA"), 2, "USA is no country in two letters"),
        (("list.csv", "--again"), 2, "--again"),
        (("nothing.csv", "--to", "mine"), 1, "nothing.csv: error: there is no such file or folder"),
        (("--again", "--to", "mine"), 1, "nothing was imported into this folder yet"),
        (("list.csv", "--to", "mine", "--format", "nobody"), 1, "icarol"),
    ],
)
def test_wrong_use_is_told(command, source, arguments, code, says):
    """In one line, and nothing is written."""
    run = command("import", *arguments)
    assert run.code == code and any(says in line for line in run.err) and not Path("mine").exists()


@pytest.mark.slow
def test_it_says_with_which_mapping_it_read(command, source):
    """A guess, one's own, that of the time before, or that of a known export by its name."""
    assert command("import", source, "--to", "mine").out[0] == "Read with a guess which column is what"
    assert command("import", "--again", "--to", "mine").out[0] == "Read with your mapping"
    Path("own.yaml").write_text("fields: {name: Name, phones: Phone}\n")
    assert command("import", source, "--to", "mine", "--map", "own.yaml").out[0] == "Read with your mapping"
    Path("meetings.json").write_text(
        '[{"name": "Day One", "slug": "day-one", "day": 1, "time": "19:00", "types": ["O"], "location": "Hall", "formatted_address": "1 Oak St, Larkin, OR 97401"}]'
    )
    assert command("import", "meetings.json", "--to", "other", "--format", "TSML").out[0] == "Read as tsml"
    assert command("import", "--again", "--to", "other").out[0] == "Read as tsml"
