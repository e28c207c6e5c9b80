"""The command export."""

import pytest

from tests.braille.read_back import needs_liblouis


def test_an_edition_is_written_as_its_ending_says(command, small):
    run = command("export", "--to", "all.csv")
    assert (run.code, run.err[-1]) == (0, "1 warning")
    assert run.out[0].startswith("Made all.csv: 2 listings, ")
    assert command("import", "all.csv", "--to", "again").code == 0


def test_into_a_folder_it_has_the_name_of_the_edition(command, small):
    (small.parent / "data").mkdir()
    assert command("export", "--to", "data", "--format", "vcard").code == 0
    assert (small.parent / "data" / "guide.vcf").read_bytes().startswith(b"BEGIN:VCARD\r\n")


def test_what_is_not_in_it_is_told(command, small):
    run = command("export", "--to", "map.geojson")
    assert run.out[1] == "Not in it, for this form has no place for it: 2 listings that are on no map."


@pytest.mark.parametrize(
    "arguments", [("--to", "a.txt"), ("--to", "a"), ("--to", "a.csv", "--format", "pdf"), ()]
)
def test_wrong_use_says_which_forms_there_are(command, small, arguments):
    run = command("export", *arguments)
    assert run.code == 2 and run.out == []


def test_a_file_that_is_not_ours_stays(command, small):
    (small.parent / "a.csv").write_text("mine")
    run = command("export", "--to", "a.csv")
    assert run.code == 1 and "not a file as an export makes it here" in run.err[-2]
    assert (small.parent / "a.csv").read_text() == "mine"


def test_wrong_content_stops_it(command, small):
    (small / "guide.yaml").write_text("titel: a\n")
    assert command("export", "--to", "a.csv").code == 1
    assert not (small.parent / "a.csv").exists()


def test_tables_of_hsds_are_a_folder_or_an_archive(command, small):
    assert command("export", "--to", "data", "--format", "datapackage").code == 0
    assert (small.parent / "data" / "datapackage.json").is_file()
    assert command("export", "--to", "data.zip").out[0].startswith("Made data.zip: 2 listings, ")


@needs_liblouis
def test_braille_is_made_as_it_is_wanted(command, small):
    assert command("export", "--to", "a.pef", "--uncontracted", "--cells", "32").code == 0
    assert b'cols="32" rows="25"' in (small.parent / "a.pef").read_bytes()
    assert command("export", "--to", "a.brf").out[-1].startswith("Made a.brf: 2 listings, ")
    volumes = command("export", "--to", "b.brf", "--lines", "15", "--volume-pages", "20")
    assert volumes.out[-1].startswith("Made b.brf: 2 listings, ")


def test_wishes_for_braille_are_for_braille(command, small):
    assert command("export", "--to", "a.csv", "--cells", "32").code == 2
    assert command("export", "--to", "a.brf", "--cells", "10").code == 2
