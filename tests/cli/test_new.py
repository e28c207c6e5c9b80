"""The commands that write files for a guide of one's own: new and schema."""

import json
from pathlib import Path


def test_schema_writes_the_schemas(command, small):
    run = command("schema")
    assert (run.code, len(run.out)) == (0, 5)
    assert json.loads((small / "schema/section.schema.json").read_text(encoding="utf-8"))["required"] == [
        "title"
    ]


def test_new_says_what_it_made_and_what_to_do_next(command):
    run = command("new", "mine")
    made = {Path(line.removeprefix("Made ")) for line in run.out[:-1]}
    assert (run.code, run.err) == (0, [])
    assert (
        made == {path for path in Path("mine").rglob("*") if path.is_file()}
        and Path("mine/guide.yaml") in made
    )
    assert run.out[-1] == "Now: make-guide build --content mine"
    assert command("check", "--content", "mine").code == 0


def test_new_leaves_a_folder_that_is_not_empty_alone(command, small):
    before = sorted(small.rglob("*"))
    run = command("new", "content")
    assert run.code == 2 and "is there already and is not empty" in run.err[-1]
    assert sorted(small.rglob("*")) == before
