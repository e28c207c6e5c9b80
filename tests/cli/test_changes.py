"""The command changes."""

import csv
import io
import json

import pytest
from pypdf import PdfReader

from tests.cli.samples import SMALL


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


@pytest.mark.slow
def test_an_edition_tells_what_is_new_and_is_made_again_when_that_is_another(command, changed, small):
    """Also in a file of its own; without an edition before the build says why it does not."""
    (small / "editions").mkdir()
    (small / "editions/guide.yaml").write_text("news: listings\n", encoding="utf-8")
    assert command("build").code == 0
    assert command("build").out[0].startswith("Unchanged")
    assert command("build", "--output", "own.pdf").code == 0
    for path in ("out/guide/guide.pdf", "own.pdf"):
        text = " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())
        assert "What is new" in text and "773-471-0998" in text and "(before: 773-471-0999)" in text
    (small / "guide.yaml").write_text(SMALL["guide.yaml"], encoding="utf-8")
    assert any("What is new is left out" in line for line in command("build", "--out", "elsewhere").out)


@pytest.mark.slow
def test_nothing_is_told_of_what_is_kept_out_of_print(command, changed, small):
    """Neither its name nor its number, in any form, nor in print."""
    section = small / "sections/b.yaml"
    section.write_text(
        section.read_text(encoding="utf-8") + "    print: no\n    print_reason: They asked for it\n",
        encoding="utf-8",
    )
    (small / "editions").mkdir()
    (small / "editions/guide.yaml").write_text("news: listings\n", encoding="utf-8")
    said = [line for form in ("text", "json", "csv") for line in command("changes", "--format", form).out]
    assert command("build").code == 0
    said += [page.extract_text() for page in PdfReader("out/guide/guide.pdf").pages]
    assert not [line for line in said if "Shelter" in line or "773-471" in line or "night-shelter" in line]
    assert "Not printed any more (print: no): 1 listing; nothing is told of them here." in said
