"""Editions that are being made in the background."""

import errno

import pytest

from guide.manifest import whole_manifest
from guide.produce import Request
from guide.studio.making import FAILED, MADE, Making, Pages, made
from tests.studio.conftest import open_studio


@pytest.fixture
def making(folder, monkeypatch):
    """With what it tells."""
    studio = open_studio(folder)
    making = Making(studio)
    making.told = []
    monkeypatch.setattr(studio.events, "tell", lambda name, data: making.told.append((name, dict(data))))
    return making


@pytest.mark.slow
def test_an_edition_is_made_in_a_process_of_its_own(making):
    """It says how far it is; the hand that made it is free again."""
    making.make(["guide"], "digest")
    making.make(["guide"], "digest")
    making.wait()
    assert making.now == "" and not making.waiting and not making.failures
    states = [data["state"] for name, data in making.told if name == "editions"]
    assert states.count("made") == 1 and states.count("stage") > 3
    shares = [data["share"] for _, data in making.told if data["state"] == "stage"]
    assert shares == sorted(shares) and shares[0] == 0 and any(30 < each < 90 for each in shares)
    (last,) = [data for _, data in making.told if data["state"] == "made"]
    assert whole_manifest(making.studio.out / "guide")["pages"] == last["pages"]


def test_what_fails_says_why_and_what_stands_stays(making, change):
    studio = making.studio
    request = Request(names=("guide",), today=studio.today)
    assert made(studio.content, studio.out, request)[0] == MADE
    before = whole_manifest(studio.out / "guide")
    change("food", "773-471-0111", "312-055-2755")
    kind, problems = made(studio.content, studio.out, request)
    assert kind == FAILED and any("cannot be dialled" in each.message for each in problems)
    assert whole_manifest(studio.out / "guide") == before
    assert made(studio.content, studio.out, Request(names=("nobody",)))[0] == FAILED


def test_what_waits_and_what_is_being_made_can_be_stopped(making):
    making.make(["guide", "other"], "digest")
    making.stop("other")
    assert "other" not in making.waiting
    while making.process is None and making.thread is not None:
        making.wait(0.01)
    making.stop("guide")
    making.wait()
    assert making.now == "" and "other" not in making.failures
    assert {data["state"] for _, data in making.told} >= {"stopped"}


@pytest.mark.slow
def test_how_many_pages_are_made_goes_by_those_of_the_last_time(making, change):
    studio = making.studio
    assert made(studio.content, studio.out, Request(names=("guide",), today=studio.today))[0] == MADE
    about = whole_manifest(studio.out / "guide")["pages"]
    change("food", "name: Elm Pantry", "name: Oak Pantry")
    making.make(["guide"], "digest")
    making.wait()
    told = [data for _, data in making.told if data["state"] == "stage"]
    assert {each["about"] for each in told} == {about} and 0 < told[-1]["done"] <= about
    assert Pages(41, 70).done == 28


def test_a_full_disk_is_told_in_a_sentence(folder, monkeypatch):
    """Also where what is kept with an edition is written."""

    def full(*args):
        raise OSError(errno.ENOSPC, "No space left on device", "out/archive/content.zip")

    monkeypatch.setattr("guide.studio.making.produce", full)
    kind, problems = made(folder, folder.parent / "out", Request(names=("guide",)))
    assert (kind, problems[0].message) == (FAILED, "No space left on device")
    assert "make room" in problems[0].hint
