"""A kit on its way: what travels, that it is unpacked once, and what two computers must have in common."""

import os
import stat
from dataclasses import replace

import pytest

from guide import shipment
from guide.crew import Kit
from guide.shipment import Has, do, files_of, here, other_faces, ship
from tests.far import prepared, told


@pytest.fixture
def content(tmp_path):
    """A content folder with a text of e-mails, and with what was made of it."""
    folder = tmp_path / "content"
    for name in ("guide.yaml", "sections/food.yaml", "mail/en.txt", "out/letter/letter.txt", "people.csv"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    return folder


@pytest.fixture
def place(tmp_path, monkeypatch):
    """Where a process keeps what arrives; it has nothing yet."""
    monkeypatch.setattr(shipment, "_kits", {})
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    (tmp_path / "place").mkdir()
    return tmp_path / "place"


def sent(content, *arguments):
    return ship(Kit(prepared, content, *arguments), files_of(content))


def arrives(one, place, value=0):
    return do(one.data, one.digest, place, told, value)


def test_what_a_page_is_made_of_travels_and_nothing_else(content):
    """No e-mails, no people, nothing that was made."""
    assert sorted(files_of(content)) == ["guide.yaml", "sections/food.yaml"]


def test_a_kit_is_unpacked_once_for_this_user_alone(content, place):
    one = sent(content, "b")
    rows = [arrives(one, place, value) for value in range(3)]
    assert [row[-1] for row in rows] == [0, 1, 2] and rows[0][2:4] == (
        ["guide.yaml", "sections/food.yaml"],
        ("b",),
    )
    (folder,) = place.iterdir()
    assert {row[1] for row in rows} == {str(folder)} and stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_the_same_kit_has_the_same_digest_and_another_another(content):
    assert sent(content, "b") == sent(content, "b") != sent(content, "c")


def test_only_the_last_kits_are_kept(content, place):
    """A worker may run for months."""
    first, *others = [sent(content, number) for number in range(4)]
    for one in (first, *others):
        arrives(one, place)
    assert len(list(place.iterdir())) == len(shipment._kits) == shipment.KEPT
    assert first.digest not in shipment._kits and arrives(first, place)[3] == (0,)


def test_the_day_of_the_bytes_travels_too(content, place, monkeypatch):
    """SOURCE_DATE_EPOCH, whatever the worker has."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    with_it = sent(content)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    without = sent(content)
    for one, epoch in ((with_it, "86400"), (without, None), (with_it, "86400")):
        arrives(one, place)
        assert os.environ.get("SOURCE_DATE_EPOCH") == epoch
    monkeypatch.delenv("SOURCE_DATE_EPOCH")


def test_a_file_that_leads_elsewhere_is_not_unpacked(content, place):
    one = ship(Kit(prepared, content), {"../../evil.yaml": b"x", "guide.yaml": b"y"})
    assert arrives(one, place)[2] == ["guide.yaml"] and not list(place.parent.glob("**/evil.yaml"))


def test_a_process_with_other_versions_does_not_work(content, place, monkeypatch):
    """One that began after all had been compared."""
    one = sent(content)
    mine = here()
    monkeypatch.setattr(shipment, "here", lambda: replace(mine, versions={**mine.versions, "python": "3.9"}))
    with pytest.raises(shipment.NotTheSame, match=r"python 3.9 \(here"):
        arrives(one, place)
    assert not list(place.iterdir())


def test_versions_are_told_where_they_differ():
    mine = here()
    assert mine.differences(here()) == [] and {"make-guide", "python", "reportlab"} <= mine.versions.keys()
    other = replace(mine, versions={**mine.versions, "reportlab": "4.0"})
    assert mine.differences(other) == [f"reportlab 4.0 (here {mine.versions['reportlab']})"]
    assert mine.differences(Has({}, {}))[0].startswith("make-guide missing")


@pytest.mark.parametrize(
    "text, faces, found",
    [
        ("Soup", {}, []),
        ("แกง", {}, ["NotoSansThai-Regular.ttf"]),
        ("แกง", {"NotoSansThai-Regular.ttf": 8}, ["NotoSansThai-Regular.ttf"]),
        ("แกง", {"NotoSansThai-Regular.ttf": 9}, []),
        ("スープ", {"NotoSansThai-Regular.ttf": 9}, ["ipag.ttf"]),
    ],
)
def test_faces_matter_where_the_content_has_their_script(text, faces, found):
    mine = Has({}, {"NotoSansThai-Regular.ttf": 9, "ipag.ttf": 5})
    names, packages = other_faces(
        mine, Has({}, faces), {"a.yaml": text.encode(), "logo.png": b"\xe0\xb8\x81"}
    )
    assert names == found and bool(packages) == bool(found)
