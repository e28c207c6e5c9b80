"""The command errata."""

import json

import pytest

from tests.cli.samples import SMALL

SECTION = SMALL["sections/b.yaml"] + "\n    phones: [773-471-0999]\n"


def begin(command, small):
    """A guide whose edition 1 was made, and whose content is that of edition 2."""
    section = small / "sections/b.yaml"
    section.write_text(SECTION, encoding="utf-8")
    assert command("build").code == 0
    (small / "guide.yaml").write_text(SMALL["guide.yaml"].replace("number: 1", "number: 2"), encoding="utf-8")
    return section


def test_a_slip_stickers_and_pages_are_made(command, small):
    """A later slip takes the place of the first; the same again makes the same files."""
    section = begin(command, small)
    section.write_text(SECTION.replace("0999", "0998"), encoding="utf-8")
    run = command("errata", "1", "--today", "2027-04-20")
    assert (run.code, run.err) == (0, [])
    assert "Slip 1 has 1 correction." in run.out
    (folder,) = (small.parent / "out/errata").iterdir()
    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert set(files) == {"slip-1.pdf", "slip-1-two-up.pdf", "stickers-5163.pdf", "pages.pdf", "slips.json"}
    assert command("errata", "1", "--today", "2027-05-20").code == 0
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == files
    section.write_text(SECTION.replace("0999", "0997"), encoding="utf-8")
    assert "Slip 2 has 1 correction." in command("errata", "1", "--only", "slip", "--today", "2027-05-20").out
    assert [row["number"] for row in json.loads((folder / "slips.json").read_bytes())["slips"]] == [1, 2]


def test_where_nothing_is_different_nothing_is_made(command, small):
    begin(command, small)
    run = command("errata", "1")
    assert run.code == 0 and "there is nothing to correct" in run.out[-1]
    assert not [line for line in run.out if line.startswith("Print ")]
    assert not (small.parent / "out/errata").exists()


@pytest.mark.slow
def test_every_kind_of_edition_is_corrected_or_says_why_not(command, small):
    """A zine and a leaflet have slips; a web page has none; one that was not there then is named by its number."""
    section = begin(command, small)
    (small / "editions").mkdir()
    for kind in ("zine", "trifold-letter", "web", "braille"):
        (small / f"editions/{kind}.yaml").write_text(f"format: {kind}\n", encoding="utf-8")
    for kind in ("web", "braille"):
        run = command("errata", "1", kind)
        assert run.code == 1 and "is not printed on paper" in run.err[0]
    late = command("errata", "1", "zine")
    assert late.code == 1 and late.err[0].startswith(
        "edition 1 of 2026-04-01/editions: error: there is no edition"
    )
    for kind in ("zine", "trifold-letter"):
        assert command("build", kind).code == 0
    section.write_text(SECTION.replace("0999", "0996"), encoding="utf-8")
    for kind in ("zine", "trifold-letter"):
        assert "Slip 1 has 1 correction." in command("errata", "2", kind, "--only", "slip").out


def test_an_edition_that_is_not_there_is_said(command, small):
    run = command("errata", "7")
    assert run.code == 1 and '"7" is no edition that was kept' in run.err[0]


def test_somebody_elses_file_is_kept(command, small):
    section = begin(command, small)
    section.write_text(SECTION.replace("0999", "0998"), encoding="utf-8")
    assert command("errata", "1").code == 0
    (folder,) = (small.parent / "out/errata").iterdir()
    (folder / "slips.json").write_text("mine", encoding="utf-8")
    run = command("errata", "1")
    assert run.code == 1 and "no list of slips" in run.err[0]
    assert (folder / "slips.json").read_text(encoding="utf-8") == "mine"
