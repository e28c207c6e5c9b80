"""The commands that write files for a guide of one's own: new and schema."""

import io
import json
from pathlib import Path

from guide.content.edition import load_editions
from guide.content.file import read_file
from guide.project import load_content


def test_schema_writes_the_schemas(command, small):
    run = command("schema")
    assert (run.code, len(run.out)) == (0, 7)
    assert json.loads((small / "schema/section.schema.json").read_text(encoding="utf-8"))["required"] == [
        "title"
    ]


def test_new_says_what_it_made_and_what_to_do_next(command):
    run = command("new", "mine")
    made = {Path(line.removeprefix("Made ")) for line in run.out[:-3]}
    assert (run.code, run.err) == (0, [])
    assert (
        made == {path for path in Path("mine").rglob("*") if path.is_file()}
        and Path("mine/guide.yaml") in made
    )
    assert run.out[-3:] == ["Now go to that folder and make the PDF:", "cd mine", "make-guide build"]
    assert command("check", "--content", "mine").code == 0


def test_what_new_says_can_be_pasted(command, folder, monkeypatch):
    """Also for a folder with a space in its name."""
    run = command("new", "our guide")
    assert run.out[-2] == "cd 'our guide'"
    monkeypatch.chdir(folder / "our guide")
    assert command(*run.out[-1].split()[1:]).out[0] == "Made out/letter/letter.pdf"


def test_new_writes_what_it_is_told(command, folder):
    """Title, place, language, paper and today's date; every file names its schema, which is there."""
    told = ["--title", 'Help: the "A" list', "--place", "Larkin County", "--language", "ES", "--paper", "a4"]
    assert command("new", "mine", *told, "--today", "2026-12-03").code == 0
    guide, problems = load_content("mine")
    assert (
        guide.title == 'Help: the "A" list' and guide.subtitle == "Larkin County" and guide.language == "es"
    )
    assert str(guide.edition.date) == "2026-12-03"
    assert not [problem for problem in problems if problem.level == "error"]
    editions, found = load_editions(Path("mine"), read_file)
    assert not found and {name: edition.made_as.paper for name, edition in editions.items()} == {
        "a4": "A4",
        "booklet": "A5",
        "large-print": "210 x 297 mm",
    }
    for path in Path("mine").rglob("*.yaml"):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert (path.parent / first.removeprefix("# yaml-language-server: $schema=")).is_file(), path


def test_new_asks_whoever_sits_at_a_terminal(command, folder, monkeypatch):
    """For what is not given; a code that is none is asked for again."""
    monkeypatch.setattr("sys.stdin", Terminal("Help near you\n\nspanish\nes\nfolio\nA4\n"))
    assert command("new", "mine").code == 0
    guide, _ = load_content("mine")
    assert Path("mine/editions/a4.yaml").exists()
    assert (guide.title, guide.language, guide.subtitle) == (
        "Help near you",
        "es",
        "Places that help, near you",
    )


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_new_leaves_a_folder_that_is_not_empty_alone(command, small):
    before = sorted(small.rglob("*"))
    run = command("new", "content")
    assert run.code == 2 and "is there already and is not empty" in run.err[-1]
    assert sorted(small.rglob("*")) == before
