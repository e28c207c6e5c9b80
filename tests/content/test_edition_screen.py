"""The keys of an edition that is read on a screen."""

import pytest

from guide.content.edition import load_editions
from guide.content.file import read_file


def load(folder, text):
    (folder / "editions").mkdir()
    (folder / "editions" / "x.yaml").write_text(f"format: web\n{text}\n", encoding="utf-8")
    editions, problems = load_editions(folder, read_file)
    return editions["x"], [str(each) for each in problems]


def test_the_time_zone_is_one_that_there_is(tmp_path):
    edition, problems = load(tmp_path, "time_zone: America/Chicago")
    assert problems == [] and edition.time_zone == "America/Chicago"


@pytest.mark.parametrize("text", ["America/Springfield", "../etc/passwd", "CST6 CDT"])
def test_any_other_is_told(tmp_path, text):
    edition, problems = load(tmp_path, f"time_zone: {text}")
    assert edition.time_zone == "" and "no time zone" in problems[0]


def test_where_the_way_out_leads(tmp_path):
    edition, problems = load(tmp_path, "exit_to: https://www.example.net\nexit: no")
    assert problems == [] and edition.exit_to == "https://www.example.net" and not edition.exit
