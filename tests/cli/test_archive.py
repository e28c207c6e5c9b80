"""Nothing made is lost: an edition goes to the archive with its content, is listed, and can be made again."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.samples import SMALL
from tests.thorough import first_quick


@pytest.fixture
def raised(command, small):
    """A guide whose edition 1 was made, and then edition 2 with another name in it; what the second build said."""
    (small / "editions").mkdir()
    for name in ("letter", "pocket"):
        (small / f"editions/{name}.yaml").write_text(f"format: {name}\n", encoding="utf-8")
    command("build", "--all")
    (small / "guide.yaml").write_text(SMALL["guide.yaml"].replace("number: 1", "number: 2"), encoding="utf-8")
    section = small / "sections/b.yaml"
    section.write_text(SMALL["sections/b.yaml"].replace("Night", "Winter"), encoding="utf-8")
    return command("build", "letter")


def test_raising_the_number_keeps_the_old_edition_and_says_so(command, raised):
    assert "The edition before is kept in out/archive/letter-1; make-guide archive lists all." in raised.out
    assert Path("out/archive/letter-1/letter.pdf").exists()
    assert command("archive").out == [
        "letter, edition 1 of 2026-04-01, 6 pages:",
        "  out/archive/letter-1/letter.pdf",
        "To make one again: make-guide build --from 1 letter",
    ]


def test_an_archive_without_anything_says_when_there_will_be(command, small):
    assert command("archive").out[0].startswith("Nothing is in the archive yet.")


def files(folder):
    """Every file in a folder but the notes of what was told."""
    paths = [path for path in Path(folder).rglob("*") if path.is_file() and path.name != "warnings.json"]
    return {path: path.read_bytes() for path in paths}


def test_an_old_edition_is_made_again_from_its_own_content(command, raised):
    """In the archive, to the byte as it was; nothing of today's is touched."""
    before = files("out")
    run = command("build", "--from", "1", "letter", "pocket")
    assert run.code == 0 and "Made out/archive/again-1/letter/letter.pdf" in run.out
    assert (
        Path("out/archive/again-1/letter/letter.pdf").read_bytes()
        == before[Path("out/archive/letter-1/letter.pdf")]
    )
    assert Path("out/archive/again-1/pocket/pocket.pdf").exists()
    assert {path: data for path, data in files("out").items() if path in before} == before
    assert (
        command("build", "--from", "1", "letter").out[1] == "Unchanged: out/archive/again-1/letter/letter.pdf"
    )


@pytest.mark.slow
@pytest.mark.parametrize("options", [["--out", "elsewhere"], ["--output", "spring"]])
def test_an_old_edition_is_made_in_a_place_that_is_named(command, raised, options):
    run = command("build", "--from", "1", "letter", *options)
    made = Path("elsewhere/letter/letter.pdf" if options[0] == "--out" else "spring.pdf")
    assert f"Made {made}" in run.out
    assert (
        "Night Shelter" in PdfReader(made).pages[2].extract_text() + PdfReader(made).pages[3].extract_text()
    )


@pytest.mark.parametrize(
    "options, code",
    first_quick(
        [
            (["--from", "1", "--out", "out"], 2),
            (["--from", "1", "--output", "out/letter/letter.pdf"], 2),
            (["--from", "1", "--watch"], 2),
            (["--from", "7", "letter"], 1),
        ],
        2,
    ),
)
def test_an_old_edition_takes_no_place_of_todays(command, raised, options, code):
    before = files("out")
    run = command("build", *options)
    assert run.code == code and run.err and files("out") == before
    if code == 1:
        assert "there is no edition 7 in the archive; make-guide archive lists what there is" in run.err[0]


def test_what_was_not_stale_on_its_own_day_is_not_stale_when_it_is_made_again(command, small):
    """Or an old edition of a guide that stops at old checks could never be made again."""
    text = SMALL["sections/a.yaml"] + "    verified: 2026-03-01\n"
    (small / "sections/a.yaml").write_text(text, encoding="utf-8")
    guide = SMALL["guide.yaml"] + "freshness: {stop_after: 60 days}\n"
    (small / "guide.yaml").write_text(guide, encoding="utf-8")
    assert command("build", "--today", "2026-04-02").code == 0
    (small / "guide.yaml").write_text(guide.replace("number: 1", "number: 2"), encoding="utf-8")
    assert command("build", "--today", "2026-04-03").code == 0
    assert command("build", "--from", "1").code == 0
    assert command("build", "--from", "1", "--today", "2027-01-01").code == 1
