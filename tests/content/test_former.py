"""The guide as it was in the edition before."""

import json
from zipfile import ZipFile

from guide.content.former import former_guide, guide_in

FILES = {
    "guide.yaml": "title: A\nedition: {number: 1, colour: blue, date: 2026-04-01}\n",
    "sections/food.yaml": "title: Food\nlistings:\n  - id: bank\n    name: Bank\n",
}


def keep(out, number, files=FILES):
    store = out / "archive/content"
    store.mkdir(parents=True, exist_ok=True)
    with ZipFile(store / f"s{number}.zip", "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    row = {
        "edition": "a",
        "number": number,
        "date": "2026-04-01",
        "pages": 4,
        "state": f"s{number}",
        "files": [],
    }
    place = out / f"archive/a-{number}"
    place.mkdir()
    (place / "manifest.json").write_text(json.dumps(row))


def test_it_is_read_from_what_was_kept_on_the_day_of_its_edition(tmp_path):
    out = tmp_path / "out"
    keep(out, 1)
    former = former_guide(tmp_path / "content", 2)
    assert former.state == "s1" and [each.id for each in former.guide.listings] == ["bank"]
    assert former.guide.day == former.guide.edition.date
    assert former_guide(tmp_path / "content", 1) is None
    assert former_guide(tmp_path / "elsewhere", 2, out) is former


def test_an_old_edition_that_is_made_again_finds_those_before_it(tmp_path):
    out = tmp_path / "out"
    keep(out, 1)
    again = out / "archive/again-2"
    assert former_guide(again / "content-abc", 2, again).state == "s1"


def test_what_cannot_be_read_is_none(tmp_path):
    broken = tmp_path / "x.zip"
    broken.write_bytes(b"no zip")
    assert guide_in(broken) is None
