"""The command stops: what it shows, what it writes, and what it never writes."""

import pytest

from guide import output
from guide.cli import stops as module
from tests.transit.made_feed import GUIDE, OFFERED, pack_tables, write_guide, write_tables

DAY = ("--today", "2026-04-02")


@pytest.fixture
def town(folder):
    """A guide in content/, and the timetable of its town."""
    write_guide(folder / "content")
    pack_tables(folder / "feed.zip")
    return folder / "content"


def texts(content):
    return {name: (content / name).read_text(encoding="utf-8") for name in GUIDE}


def test_stops_are_shown_and_nothing_is_written(command, town):
    run = command("stops", "feed.zip", *DAY)
    assert run.code == 0 and run.err == [] and texts(town) == GUIDE
    assert run.out[:5] == [
        "Mission Pantry (pantry): content/sections/a.yaml:3:5",
        "    16th St & Mission St, about 50 yards, wheelchair accessible: bus 9, bus 14, bus 14R",
        "    16th St Mission, about 50 yards, wheelchair accessible: metro Red Line",
        "    Old Depot, about 50 yards, not wheelchair accessible: no line stops there",
        f"    offered  {OFFERED}",
    ]
    assert "    stands   Ask at the desk" in run.out
    assert run.out[-3:] == [
        "4 offices on the map, 3 with a line nearby.",
        "2 offices with an offer and nothing on how to get there: --take ID writes it, --all-empty all.",
        "1 listing with a street and no place on the map, such as unmapped: write latitude and longitude into the location.",
    ]


def test_a_confidential_place_and_what_is_not_printed_are_never_shown(command, town):
    run = command("stops", "feed.zip", *DAY)
    assert not any(
        word in line for line in run.out for word in ("Safe House", "safe-house", "Not Printed", "unprinted")
    )


def test_all_that_is_empty_is_written_and_nothing_twice(command, town):
    run = command("stops", "feed.zip", "--all-empty", *DAY)
    assert run.code == 0 and run.out[0] == f"Mission Pantry (pantry): {OFFERED} (content/sections/a.yaml:3:5)"
    assert "Getting there was written into 2 offices." in run.out
    now = texts(town)
    assert (
        now["sections/a.yaml"].count(OFFERED) == 2
        and "transportation: Ask at the desk" in now["sections/a.yaml"]
    )
    assert now["sections/b.yaml"] == GUIDE["sections/b.yaml"]
    assert command("check").code == 0
    assert (
        "Getting there was written into 0 offices." in command("stops", "feed.zip", "--all-empty", *DAY).out
    )
    assert texts(town) == now


def test_one_listing_is_written(command, town):
    run = command("stops", "feed.zip", "--take", "kitchen", *DAY)
    assert run.code == 0 and run.out[0].startswith("Two Kitchens, North (kitchen): Bus 9")
    assert texts(town)["sections/a.yaml"].count(OFFERED) == 1


@pytest.mark.parametrize(
    "id, reason",
    [
        ("known", "never written over"),
        ("unmapped", "none of its locations"),
        ("safe-house", "none of its locations"),
        ("unprinted", "it is not printed"),
        ("nobody", '"nobody"'),
    ],
)
def test_what_cannot_be_written_is_told_and_nothing_is(command, town, id, reason):
    run = command("stops", "feed.zip", "--take", "pantry", "--take", id, *DAY)
    assert run.code == 1 and reason in run.err[0] and texts(town) == GUIDE


def test_no_line_near_is_told(command, town):
    run = command("stops", "feed.zip", "--take", "pantry", "--within", "10m", *DAY)
    assert run.code == 1 and "no line stops near it" in run.err[0]


def test_an_old_timetable_is_told_and_shown(command, town):
    run = command("stops", "feed.zip", "--today", "2027-02-01")
    assert run.code == 0 and "feed.zip: warning: this timetable ended on 2026-12-31" in run.err[0]
    assert f"    offered  {OFFERED}" in run.out


def test_a_folder_is_a_timetable_too(command, town):
    write_tables(town.parent / "feed")
    assert command("stops", "feed", *DAY).out == command("stops", "feed.zip", *DAY).out


@pytest.mark.parametrize(
    "text, metres", [("400m", 400), ("0.25mi", 402.336), ("500 YD", 457.2), ("1km", 1000)]
)
def test_distances(text, metres):
    assert module.walking(None, None, text) == pytest.approx(metres)


@pytest.mark.parametrize("text", ["400", "-4m", "1m", "9km", "near"])
def test_what_is_no_distance_is_wrong_use(command, town, text):
    run = command("stops", "feed.zip", "--within", text)
    assert run.code == 2 and "is no distance" in run.err[-1]


def test_what_another_run_writes_meanwhile_is_kept(command, town, monkeypatch):
    """The file is read again, and what is no longer empty is left."""
    write, path = output.write_all, town / "sections/a.yaml"

    def late(*arguments, **how):
        monkeypatch.setattr(output, "write_all", write)
        path.write_text(path.read_text().replace("Free\n", "Free\n    transportation: Walk\n"))
        return write(*arguments, **how)

    monkeypatch.setattr(output, "write_all", late)
    run = command("stops", "feed.zip", "--all-empty", *DAY)
    text = path.read_text()
    assert run.code == 0 and "transportation: Walk" in text and text.count(OFFERED) == 1


def test_the_sentence_is_offered_to_translators(command, town):
    command("stops", "feed.zip", "--take", "pantry", *DAY)
    command("translate", "es")
    text = (town / "translations/es/a.yaml").read_text(encoding="utf-8")
    assert "offered: yes\n" in text and "Autobús 9, 14, 14R: 16th St & Mission St, a unas 50 yardas" in text
