"""What an edition says of its inks and its print shop."""

import pytest

from guide.content.edition import load_editions
from guide.content.file import read_file
from guide.content.records.print_shop import INKS
from guide.model import USUAL_CONDITION, PrintingCondition, Spot
from tests.pdf.samples import press_profile

TEAL = Spot("PANTONE 3155 C", (100, 0, 28, 44))


@pytest.fixture
def read(tmp_path):
    """An edition's keys are read, read("ink: spot"): (edition, lines)."""

    def read_text(text):
        (tmp_path / "editions").mkdir(exist_ok=True)
        (tmp_path / "editions/x.yaml").write_text(text, encoding="utf-8")
        editions, problems = load_editions(tmp_path, read_file)
        return editions.get("x"), [str(each).replace(f"{tmp_path}/editions/", "") for each in problems]

    return read_text


@pytest.mark.parametrize(
    "shares",
    [
        "[100, 0, 28, 44]",
        "100/0/28/44",
        '"100, 0, 28, 44"',
        "100 0 28 44",
        "100% 0% 28% 44%",
        "C100 M0 Y28 K44",
        "c100m0y28k44",
        '["100 %", 0, "28", 44]',
    ],
)
def test_shares_are_read_as_people_write_them(read, shares):
    edition, lines = read(f"press: print-shop\nspot: {{name: PANTONE 3155 C, cmyk: {shares}}}\n")
    assert (edition.spot, lines) == (TEAL, [])


def test_an_ink_that_is_named_is_printed_with(read):
    """With its name alone the edition's colour stands for it where it cannot be printed."""
    edition, lines = read("press: print-shop\nspot: PANTONE 3155 C\n")
    assert (edition.ink, edition.spot, lines) == ("spot", Spot("PANTONE 3155 C"), [])
    assert read("spot: A\n")[0].press == "print-shop"
    edition, _ = read("press: print-shop\nink: black\nspot: PANTONE 3155 C\n")
    assert edition.ink == "black"
    assert read("ink: two inks\nspot: Reflex Blue\npress: print-shop\n")[0].ink == INKS[-1]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "ink: spot\npress: print-shop",
            "x.yaml:1:1: this edition has two inks, and does not name the second",
        ),
        ("press: print-shop\nspot: {name: A, cmyk: [1, 2, 3]}", 'x.yaml:2:23: "cmyk" is not four shares'),
        ("press: print-shop\nspot: {name: A, cmyk: 101/0/0/0}", 'x.yaml:2:23: "cmyk" is not four shares'),
        ("press: print-shop\nspot: {name: A, cmyk: teal}", 'x.yaml:2:23: "cmyk" is not four shares'),
        ("press: print-shop\nspot: Black", 'x.yaml:2:7: "Black" is no ink of its own'),
        (
            "press: print-shop\nspot: {name: A, cmyk: 0/0/90/0}",
            'x.yaml:2:7: white words on "A" can hardly be read',
        ),
        ("press: booklet\nspot: A", "x.yaml:1:1: only a print shop has a second ink"),
        ("printing_condition: a.icc", 'x.yaml:1:21: there is no file "a.icc"'),
        (f"printing_condition: {'a' * 300}.icc", 'x.yaml:1:21: there is no file "aaa'),
        ("printing_condition: ../a.icc", 'x.yaml:1:21: the file "../a.icc" is outside'),
        ("printing_condition: {profile: editions/x.yaml}", "x.yaml:1:31: the file"),
    ],
)
def test_what_is_wrong_is_said_where_it_stands(read, text, message):
    _, lines = read(text)
    assert lines and lines[0].startswith(message)


def test_a_printing_condition_has_the_name_of_the_registry(read, tmp_path):
    (tmp_path / "Shop.icc").write_bytes(press_profile())
    path = str(tmp_path / "Shop.icc")
    for text, meant in {
        "GRACoL 2013": PrintingCondition("CGATS21_CRPC6"),
        "FOGRA52": PrintingCondition("FOGRA52"),
        "Our newsprint": PrintingCondition("Our newsprint"),
        "Shop.icc": PrintingCondition("Shop", path),
        "{name: SWOP, profile: Shop.icc}": PrintingCondition("CGATS TR 001", path),
        "{profile: Shop.icc}": PrintingCondition("Shop", path),
    }.items():
        edition, lines = read(f"printing_condition: {text}\n")
        assert (edition.printing_condition, lines) == (meant, [])
    assert read("title: A\n")[0].printing_condition == USUAL_CONDITION
