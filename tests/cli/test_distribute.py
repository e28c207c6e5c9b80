"""The command distribute."""

import pytest

from tests.cli.samples import SMALL

ADD = (
    "distribute",
    "add",
    "Main Library",
    "40",
    "--address",
    "1 Example Square; Chicago",
    "--on",
    "2026-11-30",
)


def test_who_got_copies_is_noted_and_told(command, small):
    """Once; with the number and the edition of the content."""
    assert command("distribute", "list").out == ["Nothing is noted."]
    said = "Main Library, 40 copies of guide 1 on 2026-11-30"
    assert command(*ADD).out == [said]
    assert command(*ADD).out == [f"This is noted already: {said}"]
    assert command("distribute", "list").out == [f"1: {said}", "40 copies in 1 line."]
    assert command("distribute", "list", "--number", "2").out == ["Nothing is noted."]


def test_a_table_goes_out_and_comes_in(command, small):
    """A table that somebody wrote in stays."""
    command(*ADD)
    assert command("distribute", "list", "--csv", "copies.csv").code == 0
    assert command("distribute", "import", "copies.csv").out == ["0 lines noted; 1 in the ledger already."]
    table = small.parent / "copies.csv"
    table.write_text("name,copies\nClinic,x\n", encoding="utf-8")
    run = command("distribute", "import", "copies.csv")
    assert run.code == 1 and run.err[0].startswith('copies.csv:2:1: error: "copies" is "x"')
    run = command("distribute", "list", "--csv", "copies.csv")
    assert run.code == 2 and "not a table of copies" in " ".join(run.err)


def test_of_a_web_page_nobody_has_copies(command, small):
    """Of an edition in braille people have."""
    (small / "editions").mkdir()
    for name in ("web", "letter", "braille"):
        (small / f"editions/{name}.yaml").write_text(f"format: {name}\n", encoding="utf-8")
    (small / "editions/letter.yaml").write_text("format: letter\ndefault: yes\n", encoding="utf-8")
    run = command("distribute", "add", "Clinic", "3", "web")
    assert run.code == 2 and '"web" is read on a screen' in run.err[-1] and "braille, letter" in run.err[-1]
    assert command("distribute", "slips", "1", "web").code == 2
    (small.parent / "copies.csv").write_text(
        "name,copies,edition\nClinic,3,\nClinic,3,web\n", encoding="utf-8"
    )
    run = command("distribute", "import", "copies.csv")
    assert run.code == 1 and run.err[0].startswith('copies.csv:3:1: error: "web" is read on a screen')
    assert command("distribute", "add", "Clinic", "3", "braille").code == 0
    assert command("distribute", "list").out[-1] == "3 copies in 1 line."


def test_lines_are_taken_out(command, small):
    command(*ADD)
    assert command("distribute", "remove", "1").out == ["1 line taken out."]
    run = command("distribute", "remove", "1")
    assert run.code == 1 and "there is no line 1" in run.err[0]


def test_labels_are_made(command, small):
    """Of the edition of the content; none for nobody."""
    assert command("distribute", "labels").out == ["There is nobody to make labels for."]
    command(*ADD)
    run = command("distribute", "labels", "--labels", "5160", "--start", "3")
    assert run.out[1] == "1 label: print them at 100 % on sheets 5160 (Letter)."
    assert (small.parent / "out/labels/parcels-5160.pdf").is_file()
    assert command("distribute", "labels", "--on", "2026-12-01").out == [
        "There is nobody to make labels for."
    ]
    command("distribute", "add", "Library", "3", "--address", "much too long " * 30)
    run = command("distribute", "labels", "--labels", "5160")
    assert run.code == 1 and run.err == [
        "Library: no label, since it has no room for the address; take a larger one with --labels."
    ]


def test_who_needs_a_slip_is_told(command, small):
    """Until it is noted that they have it."""
    section = small / "sections/b.yaml"
    assert command("build").code == 0
    command(*ADD)
    assert command("distribute", "slips", "1").out == [
        "There is no slip yet. To make one: make-guide errata 1 guide"
    ]
    (small / "guide.yaml").write_text(SMALL["guide.yaml"].replace("number: 1", "number: 2"), encoding="utf-8")
    section.write_text(SMALL["sections/b.yaml"] + "\n    phones: [773-471-0998]\n", encoding="utf-8")
    assert command("errata", "1", "--only", "slip").code == 0
    run = command("distribute", "slips", "1")
    assert run.out[:2] == ["Slip 1 to guide 1 is for:", "  Main Library: 40 slips"]
    assert (small.parent / "out/labels/slips-5163.pdf").is_file()
    assert command("distribute", "slips", "1", "--done").out[-1] == "Noted: all of them have slip 1."
    assert command("distribute", "slips", "1").out == ["Nobody who has copies of guide 1 needs slip 1."]


@pytest.mark.parametrize(
    "arguments",
    [("add", "A", "0"), ("add", "A", "3", "nowhere"), ("add", " ", "3"), ("slips", "1", "nowhere")],
)
def test_a_wrong_use(command, small, arguments):
    assert command("distribute", *arguments).code == 2
