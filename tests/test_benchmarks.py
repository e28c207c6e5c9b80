"""The benchmarks measure what they say: never how long it takes."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from benchmarks import __main__ as peers_beside
from benchmarks.__main__ import OURS, PANELS, Result, commands, measure, plot, table
from benchmarks.convert import convert
from benchmarks.cores import ALL, ONE, Times, children_of, cpu_of
from benchmarks.cores import table as table_of_cores
from benchmarks.face_packages import BUNDLES, wheel
from benchmarks.handouts import (
    ASKED,
    MORE,
    OF_EACH,
    SECTIONS,
    memory_table,
    short_directory,
    someone,
    someone_who_asks,
)
from benchmarks.handouts import OURS as OUR_HANDOUTS
from benchmarks.handouts import measure as measure_handouts
from benchmarks.handouts import table as table_of_handouts
from benchmarks.made_up import make_directory
from benchmarks.orca import spoken
from benchmarks.pictures import LIMITS, changed, file_of
from benchmarks.pictures import measure as measure_pictures
from benchmarks.pictures import table as table_of_pictures
from benchmarks.read_hours import count_read, texts_of
from benchmarks.shipped import shipped_directory
from benchmarks.studio import table as table_of_the_studio
from guide.build import build_guide
from guide.layout.type.script_faces import PACKAGES, face_folders

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("count", [1, 20, 45])
def test_a_directory_has_as_many_listings_as_asked(count):
    """The same each time, every id and name once."""
    data = make_directory(count)
    listings = [each for section in data["sections"] for each in section["listings"]]
    assert (
        len(listings)
        == len({each["id"] for each in listings})
        == len({each["name"] for each in listings})
        == count
    )
    assert data == make_directory(count)


def test_a_directory_becomes_content_that_can_be_built(tmp_path):
    convert(make_directory(25), tmp_path)
    result = build_guide(tmp_path)
    assert result.listings == 25 and not [
        str(problem) for problem in result.problems if problem.level == "error"
    ]


def test_the_shipped_guide_as_data():
    data = shipped_directory(ROOT / "content")
    listings = [each for section in data["sections"] for each in section["listings"]]
    assert len(listings) == 18 and json.dumps(data)
    assert next(each for each in listings if each["id"] == "hams")["sites"][0]["phones"] == [
        {"label": "voice", "number": "347-678-5671"}
    ]


@pytest.mark.slow
def test_ours_is_measured(tmp_path):
    """As a whole process; what fails is left out."""
    contenders = commands("3", tmp_path, []) | {
        "broken": ([sys.executable, "-c", "raise SystemExit(1)"], tmp_path / "none.pdf")
    }
    (result,) = measure("3", contenders, 1, lambda text: None)
    assert (result.listings, result.name) == ("3", OURS)
    assert (
        result.pages > 3 and result.bytes > 10_000 and result.peak > 10 and result.wall > 0 and result.cpu > 0
    )


def test_whoever_takes_long_is_not_run_to_be_warm(tmp_path, monkeypatch):
    """Each run leaves a letter."""
    monkeypatch.setattr(peers_beside, "count_pages", lambda pdf: 1)
    for limit, letters in ((3600, "xx"), (0, "x")):
        monkeypatch.setattr(peers_beside, "LONG", limit)
        target = tmp_path / f"{limit}.pdf"
        command = [sys.executable, "-c", f"open({str(target)!r}, 'a').write('x')"]
        assert [each.pages for each in measure("3", {"other": (command, target)}, 1, lambda text: None)] == [
            1
        ]
        assert target.read_text() == letters


def test_who_asks_for_more_memory_than_there_is_fails_alone(tmp_path, monkeypatch):
    monkeypatch.setattr(peers_beside, "SHARE", 0.01)
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    command = [sys.executable, "-c", f"bytearray({pages // 20})"]
    assert measure("3", {"greedy": (command, tmp_path / "none.pdf")}, 1, lambda text: None) == []


@pytest.mark.slow
def test_the_plot_has_time_memory_and_bytes(tmp_path):
    pytest.importorskip("matplotlib")
    some = {"wall": 1, "cpu": 1, "peak": 10, "bytes": 1000, "pages": 5}
    results = [
        Result(listings=size, name=name, **some)
        for size in ("20", "400", "shipped")
        for name in (OURS, "Typst, PDF/UA")
    ]
    plot(results, tmp_path / "speed.svg")
    drawn = (tmp_path / "speed.svg").read_text()
    assert all(f">{what}</text>" in drawn for what, _ in PANELS) and drawn.count(">Typst, PDF/UA</text>") == 1


def test_the_table_has_ratios():
    ours = Result(listings="20", name=OURS, wall=1, cpu=1, peak=10, bytes=1000, pages=5)
    theirs = Result(listings="20", name="other", wall=2, cpu=1, peak=40, bytes=1000, pages=5)
    assert table([ours, theirs]).splitlines()[-1].endswith("| 0.50 | 1.00 | 0.25 | 1.00 |")


@pytest.mark.slow
def test_an_unknown_peer_is_told():
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", "--peers", "indesign"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 2 and "there is no peer indesign" in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("peer", ["typst", "weasyprint"])
def test_a_peer_makes_the_guide(tmp_path, peer):
    """Where it is installed."""
    pytest.importorskip(peer)
    source, target = tmp_path / "data.json", tmp_path / "guide.pdf"
    source.write_text(json.dumps(make_directory(3)))
    subprocess.run(
        [sys.executable, "-m", f"benchmarks.peers.{peer}", source, target],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    assert target.read_bytes().startswith(b"%PDF")


@pytest.mark.slow
def test_platypus_makes_the_guide(tmp_path):
    source, target = tmp_path / "data.json", tmp_path / "guide.pdf"
    source.write_text(json.dumps(make_directory(3)))
    subprocess.run(
        [sys.executable, "-m", "benchmarks.peers.platypus", source, target],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    assert target.read_bytes().startswith(b"%PDF")


def test_hours_that_are_read_are_counted(tmp_path):
    """With those of which one of two meanings was taken."""
    file = tmp_path / "hours.csv"
    file.write_text("name,Hours\na,Mon-Fri 9am-5pm\nb,Mon-Fri 9-5\nc,Call first\nd,\n", encoding="utf-8")
    assert count_read(texts_of(file, "Hours")) == (2, 1)


def test_each_change_is_seen_on_a_picture(tmp_path):
    """Of every stage there is a time, wall and CPU, and they add up to the whole."""
    found = measure_pictures(3, 2, tmp_path)
    assert list(found) == ["read", "lay out", "draw", "all"]
    assert all(wall > 0 and cpu >= 0 for wall, cpu in found.values())
    assert found["all"][0] >= max(found[stage][0] for stage in ("read", "lay out", "draw"))


def test_a_change_is_one_number_of_one_listing(tmp_path):
    convert(make_directory(3), tmp_path)
    text = file_of(tmp_path, "l2").read_text(encoding="utf-8")
    pairs = zip(text.splitlines(), changed(text, "l2", 7).splitlines())
    ((old, new),) = [pair for pair in pairs if pair[0] != pair[1]]
    assert "-555-0007" in new and "-555-" in old
    with pytest.raises(ValueError):
        file_of(tmp_path, "l9")


def test_the_times_of_pictures_stand_beside_what_is_asked():
    times = {stage: (12.4, 9.0) for stage in ("read", "lay out", "draw", "all")}
    assert f"| 20 | 12 | 12 | 12 | 12 | 9 | {LIMITS[20]} |" in table_of_pictures({20: times})


def test_a_package_of_faces_is_a_wheel_that_is_found(tmp_path, monkeypatch):
    """As pip lays it out; the same files make the same bytes."""
    files = {"NotoSansKhmer-Regular.ttf": b"a face", "LICENSE.txt": b"OFL"}
    path = wheel("asia", "Faces", files, tmp_path)
    once = path.read_bytes()
    assert once == wheel("asia", "Faces", files, tmp_path).read_bytes()
    with zipfile.ZipFile(path) as packed:
        packed.extractall(tmp_path / "installed")
        record = packed.read("guide_fonts_asia-1.0.dist-info/RECORD").decode()
    assert all(f"guide_fonts_asia/{name},sha256=" in record for name in files)
    monkeypatch.syspath_prepend(tmp_path / "installed")
    assert str(tmp_path / "installed" / "guide_fonts_asia") in face_folders()
    assert {f"guide_fonts_{name}" for name in BUNDLES} == set(PACKAGES)


def test_the_way_through_the_studio_is_told_by_size_and_section():
    """The least of the wall time, the median, and the CPU time beside what is allowed."""
    text = table_of_the_studio({(20, 20): [(90.0, 80.0, 50.0), (110.0, 99.0, 70.0), (130.0, 99.0, 60.0)]})
    assert text.splitlines()[2:] == ["| 20 | 20 | 90 | 110 | 60 | 150 |"]


def test_sections_are_as_large_as_asked():
    sections = make_directory(50, 20)["sections"]
    assert [len(section["listings"]) for section in sections] == [20, 20, 10]
    assert [len(section["listings"]) for section in make_directory(50, 200)["sections"]] == [50]


def test_what_orca_has_said_is_taken_out_of_its_log():
    """Without what it says of itself and of the browser."""
    log = (
        "12:51:45.530407 - SPEECH OUTPUT: 'Screen reader on.'{'established': False}\n"
        "12:51:45.650930 - SPEECH OUTPUT: 'Guide - Chromium frame.'{'established': False}\n"
        "12:51:46.000000 - INFO: nothing\n"
        "12:53:15.000000 - SPEECH OUTPUT: 'Page 1'{'established': False}\n"
        "12:53:16.886544 - SPEECH OUTPUT: 'Groups, meetings and\nmore'{'established': False}\n"
        "12:53:17.938603 - SPEECH OUTPUT: 'link.'{'established': False}\n"
    )
    assert list(spoken(log)) == ["Page 1", "Groups, meetings and more", "link."]


def test_each_person_has_other_listings_and_the_same_ones_again():
    data = short_directory(160, 20)
    people = [someone(data, number) for number in range(30)]
    assert people == [someone(data, number) for number in range(30)]
    assert len({each.listings for each in people}) == len({each.greeting for each in people}) == 30
    assert {len(each.listings) for each in people} == {SECTIONS * OF_EACH}
    more = someone_who_asks(data, 1)
    assert more.greeting == people[1].greeting and len(set(more.listings)) == ASKED


@pytest.mark.slow
def test_handouts_are_made_and_measured():
    """Of three pages each; the table tells how many a second, and how many times a peer's that is."""
    ours = measure_handouts(OUR_HANDOUTS, 2, warm=1)
    assert ours["pages"] == 3 and ours["bytes"] > 9000
    peer = {**ours, "name": "other", "cpu": 3 * ours["cpu"]}
    more = measure_handouts(MORE, 1, warm=1)
    *_, second, line = table_of_handouts([ours, more, peer]).splitlines()
    assert line.endswith("| 3.00 |") and more["pages"] == 3 and second.endswith("| 3 |  |")


def test_memory_is_told_by_how_many_were_made():
    some = [{"name": "a", "memory": {"100": 90.4, "1000": 91}}, {"name": "b", "memory": {"100": 120}}]
    assert memory_table(some).splitlines() == [
        "| program | MiB after 100 | MiB after 1,000 |",
        "|---|---:|---:|",
        "| a | 90 | 91 |",
        "| b | 120 |  |",
    ]


def test_several_processors_stand_beside_one():
    """By the quickest of each."""
    found = {
        "handouts": {
            ONE: [Times(wall=9.0, quiet=8.0), Times(wall=30.0, quiet=10.0)],
            ALL: [Times(wall=6.0, quiet=4.0)],
        }
    }
    assert table_of_cores(found, {"handouts": 40}).split("\n")[2:] == [
        "| 40 handouts | one processor | 9.00 | 1.00 | 8.00 | 5.0 | 1.00 |",
        "| 40 handouts | all processors | 6.00 | 1.50 | 4.00 | 10.0 | 2.00 |",
    ]


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked up in /proc")
def test_the_processor_time_of_a_process_is_known():
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        assert process.pid in children_of(os.getpid()) and cpu_of(process.pid) >= 0
    assert cpu_of(os.getpid()) > 0 == cpu_of(process.pid)
