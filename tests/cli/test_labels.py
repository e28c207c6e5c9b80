"""What commands have that print on labels."""

import pytest

from guide.cli.labels import LabelWish, make_calibration, sheeting_of
from guide.label_sheets import SHEETS


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--labels", "5162"), '"5162" is no sheet of labels that is known'),
        (("--nudge", "far"), '"far" is no nudge'),
        (("--start", "11"), "a sheet 5163 has only 10 labels"),
        (("--start", "0"), "0 is not in the range"),
    ],
)
def test_a_wrong_use_is_said(command, small, arguments, said):
    run = command("errata", "1", "--calibrate", *arguments)
    assert run.code == 2 and said in " ".join(run.err)


def test_the_paper_of_the_guide_decides(tmp_path):
    assert sheeting_of(LabelWish()).sheet is SHEETS["5163"]
    assert sheeting_of(LabelWish(), "A4").sheet is SHEETS["L7163"]
    assert make_calibration(sheeting_of(LabelWish()), tmp_path) == 0
    assert (tmp_path / "labels/calibration-5163.pdf").is_file()
