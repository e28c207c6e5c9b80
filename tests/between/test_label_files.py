"""The page that shows how a printer feeds, as a file."""

import pytest

from guide.between.label_files import calibration_pdf
from guide.label_sheets import SHEETS
from guide.layout.editions.label_pages import Sheeting
from tests.verapdf import available, failed_rules


def test_it_is_the_same_on_every_day():
    data = calibration_pdf(Sheeting(SHEETS["L7160"]))
    assert (
        data
        == calibration_pdf(Sheeting(SHEETS["L7160"]))
        != calibration_pdf(Sheeting(SHEETS["L7160"], 1, (3, 0)))
    )


@pytest.mark.slow
def test_it_conforms(tmp_path):
    path = tmp_path / "calibration.pdf"
    path.write_bytes(calibration_pdf(Sheeting(SHEETS["L7160"])))
    if available():
        assert not failed_rules([path])
