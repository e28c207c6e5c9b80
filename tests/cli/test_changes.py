"""The command changes."""

import csv
import io
import json

import pytest

from tests.cli.samples import SMALL


@pytest.fixture
def changed(command, small):
    """A guide whose edition 1 was made, and whose content is that of edition 2, with a number that is another one."""
    section = small / "sections/b.yaml"
    text = SMALL["sections/b.yaml"] + "\n    phones: [773-471-0999]\n"
    section.write_text(text, encoding="utf-8")
    assert command("build").code == 0
    (small / "guide.yaml").write_text(SMALL["guide.yaml"].replace("number: 1", "number: 2"), encoding="utf-8")
    section.write_text(text.replace("0999", "0998"), encoding="utf-8")


def test_what_changed_since_the_edition_before_is_told(command, changed):
    run = command("changes")
    assert (run.code, run.err) == (0, [])
    assert run.out[0] == "From edition 1 of 2026-04-01 to the content as it is:"
    assert run.out[-1] == "    phone: 773-471-0999 -> 773-471-0998"
    assert command("changes", "1").out == run.out
    assert command("changes", "content", "content").out[1:] == ["Nothing is different."]


def test_the_same_for_programs(command, changed):
    data = json.loads("\n".join(command("changes", "--format", "json").out))
    assert data["listings"][0]["fields"][0]["before"] == "773-471-0999"
    table = "\n".join(command("changes", "--format", "csv").out)
    rows = list(csv.DictReader(io.StringIO(table.removeprefix("\ufeff"))))
    assert (rows[-1]["What"], rows[-1]["Now"]) == ("phone", "773-471-0998")


def test_without_an_edition_before_it_says_what_to_name(command, small):
    run = command("changes")
    assert run.code == 1 and "there is no earlier edition" in run.err[0]
