"""The command verify: the day of a check is written, and nothing else; all of it or nothing."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from guide.content import edit
from tests.cli.samples import SMALL
from tests.thorough import examples

ROOT = Path(__file__).resolve().parents[2]


def test_verify_sets_the_day_and_nothing_else(command, small):
    run = command("verify", "food-bank", "night-shelter", "--date", "2026-03-14", "--by", "Ann")
    assert run.code == 0
    added = "\n    verified: 2026-03-14\n    verified_by: Ann"
    assert (small / "sections/a.yaml").read_text(encoding="utf-8") == SMALL["sections/a.yaml"][
        :-1
    ] + added + "\n"
    assert (small / "sections/b.yaml").read_text(encoding="utf-8") == SMALL["sections/b.yaml"] + added
    run = command("verify", "food-bank", "--today", "2026-05-01")
    assert run.out == [
        f"Harbor Food Bank: verified 2026-05-01, still by Ann ({Path('content/sections/a.yaml')})"
    ]


@pytest.mark.parametrize(
    "arguments, code",
    [
        (["food-bank", "food-bnk"], 1),
        (["food-bank", "--date", "2999-01-01"], 2),
        (["food-bank", "--by", " "], 2),
        (["food-bank", "--by", "a\nb"], 2),
        (["food-bank", "--by", "null"], 2),
        ([], 2),
        (["food-bank", "--date", "today"], 2),
    ],
)
def test_verify_that_cannot_be_done_changes_nothing(command, small, arguments, code):
    run = command("verify", *arguments)
    assert run.code == code
    assert {name: (small / name).read_text(encoding="utf-8") for name in SMALL} == SMALL
    if code == 1:
        assert run.err[0].endswith(
            'there is no listing with the id "food-bnk"; did you mean "food-bank"? [unknown-id]'
        )


def test_a_number_serves_as_an_id(command, small):
    run = command("verify", "2", "1", "--today", "2026-05-01")
    assert [line.partition(":")[0] for line in run.out] == ["Night Shelter", "Harbor Food Bank"]
    run = command("verify", "3")
    assert run.code == 1 and "there is no entry 3: the guide has 2;" in run.err[0]


def test_of_numbers_that_stay_it_is_told_which_are_given_up(command, small):
    """How many listings there are says nothing of their numbers then."""
    main = small / "guide.yaml"
    main.write_text(
        main.read_text(encoding="utf-8") + "numbers: stable\nhighest_number: 7\n", encoding="utf-8"
    )
    for name, number in (("a", 2), ("b", 7)):
        section = small / f"sections/{name}.yaml"
        section.write_text(
            section.read_text(encoding="utf-8").rstrip() + f"\n    number: {number}\n", encoding="utf-8"
        )
    assert command("verify", "7").code == 0
    run = command("verify", "3", "8", "0")
    assert "no listing in print has the number 3 any more;" in run.err[0]
    assert "no listing has the number 8 yet: the highest is 7;" in run.err[1]
    assert "no listing has the number 0 yet" in run.err[2]


def test_an_older_day_replaces_no_newer_one(command, small):
    command("verify", "food-bank", "--date", "2026-03-14")
    run = command("verify", "food-bank", "night-shelter", "--date", "2025-03-14")
    assert run.code == 1 and "was verified on 2026-03-14 already" in run.err[0]
    assert "verified: 2026-03-14" in (small / "sections/a.yaml").read_text(encoding="utf-8")
    assert "verified" not in (small / "sections/b.yaml").read_text(encoding="utf-8")
    assert command("verify", "food-bank", "--date", "2025-03-14", "--older").code == 0
    assert "verified: 2025-03-14" in (small / "sections/a.yaml").read_text(encoding="utf-8")


def test_verify_keeps_who_may_read_a_file(command, small):
    path = small / "sections/a.yaml"
    path.chmod(0o640)
    assert command("verify", "food-bank").code == 0
    assert path.stat().st_mode & 0o777 == 0o640


def test_verify_is_all_or_nothing_when_the_disk_fails(command, small, monkeypatch):
    fsync, synced = os.fsync, []

    def fail_on_second(file):
        synced.extend([file] * stat.S_ISREG(os.fstat(file).st_mode))
        if len(synced) == 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        fsync(file)

    monkeypatch.setattr(os, "fsync", fail_on_second)
    assert command("verify", "food-bank", "night-shelter").code == 1
    assert {name: (small / name).read_text(encoding="utf-8") for name in SMALL} == SMALL


@pytest.mark.slow
def test_verify_of_two_at_once_loses_no_date(small):
    """Real processes, and one file: each reads again what the other has written."""
    ids = [f"place-{number}" for number in range(examples(3, 6))]
    section = small / "sections/a.yaml"
    section.write_text(
        "title: Food\nlistings:\n" + "".join(f"  - id: {id}\n    name: Place {id}\n" for id in ids),
        encoding="utf-8",
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    runs = [
        subprocess.Popen(
            [
                sys.executable,
                "-c",
                "from guide.cli import main; main()",
                "verify",
                id,
                "--date",
                f"2026-03-1{number}",
            ],
            env=environment,
            stderr=subprocess.PIPE,
        )
        for number, id in enumerate(ids)
    ]
    assert [(run.communicate(timeout=60)[1], run.returncode) for run in runs] == [(b"", 0)] * len(ids)
    assert section.read_text(encoding="utf-8") == "title: Food\nlistings:\n" + "".join(
        f"  - id: {id}\n    name: Place {id}\n    verified: 2026-03-1{number}\n"
        for number, id in enumerate(ids)
    )
    assert sorted(path.name for path in section.parent.iterdir()) == ["a.yaml", "b.yaml"]


@pytest.mark.parametrize("once", [True, False])
def test_verify_while_somebody_saves_the_file(command, small, monkeypatch, once):
    """What was saved is kept, and the date goes into it; if it never rests, the command says so."""
    section, saved = small / "sections/a.yaml", []

    def save(data, values, path, edit=edit.set_values):
        if not once or not saved:
            saved.append(f"# saved {len(saved)}\n")
            path.write_text(saved[-1] + SMALL["sections/a.yaml"], encoding="utf-8")
        return edit(data, values, path)

    monkeypatch.setattr(edit, "set_values", save)
    run = command("verify", "food-bank", "--date", "2026-03-14")
    text = section.read_text(encoding="utf-8")
    assert (
        text.startswith(saved[-1])
        and ("verified: 2026-03-14" in text) is once
        and run.code == (0 if once else 1)
    )
    assert once or "was changed while the command ran" in run.err[0]
