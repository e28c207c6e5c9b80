"""The ledger: another one, an emptied one and one of a later version send nothing again."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from guide import cli
from guide.errors import GuideError
from guide.mail.ledger import PLANNED, SENT, Key, Ledger, OnlyRun, check_used, read_ledger

ANN, BOB = Key("guide", 3, "d", "ann@harbor.test"), Key("guide", 3, "d", "bob@harbor.test")


def execute(path, command):
    with closing(sqlite3.connect(path, isolation_level=None)) as table:
        table.execute(command)


def use(folder, *keys):
    """Note messages as sent in the ledger of a folder, as a run does."""
    with OnlyRun(folder) as lock, Ledger(folder) as ledger:
        lock.remember(ledger)
        ledger.plan([(key, f"<{key.address}>") for key in keys])
        for key in keys:
            ledger.set(key, SENT, "250", 1)
        lock.remember(ledger)


def refuses(folder):
    """The message with which a run, and a look at what would be sent, are stopped."""
    with pytest.raises(GuideError) as error, OnlyRun(folder):
        pass
    with pytest.raises(GuideError, match="ledger"):
        check_used(folder)
    return str(error.value)


def test_a_run_goes_on_with_its_ledger(tmp_path):
    use(tmp_path, ANN)
    check_used(tmp_path)
    use(tmp_path, BOB)
    assert len(read_ledger(tmp_path)[0]) == 2


@pytest.mark.parametrize(
    "harm, words",
    [
        (Path.unlink, "is gone"),
        (lambda path: path.write_bytes(b""), "is empty"),
        (lambda path: execute(path, "DELETE FROM messages"), "is empty"),
        (lambda path: execute(path, "DELETE FROM messages WHERE address LIKE 'ann%'"), "an older copy"),
        (lambda path: execute(path, "UPDATE messages SET state = 'planned'"), "is empty"),
    ],
)
def test_a_ledger_that_lost_something_stops_the_run(tmp_path, harm, words):
    """And says how to go on; without the lock, whoever deleted it answers for it."""
    use(tmp_path, ANN, BOB)
    harm(tmp_path / "mail.sqlite")
    told = refuses(tmp_path)
    assert words in told and "backup" in told and "mail.lock" in told
    (tmp_path / "mail.lock").unlink()
    use(tmp_path, ANN)


def test_a_ledger_of_another_folder_stops_the_run(tmp_path):
    for name, keys in (("a", (ANN,)), ("b", (ANN, BOB))):
        use(tmp_path / name, *keys)
    shutil.copy(tmp_path / "b/mail.sqlite", tmp_path / "a/mail.sqlite")
    assert "not the one" in refuses(tmp_path / "a")


def test_a_run_that_was_killed_is_remembered(tmp_path):
    """Which ledger it used is noted before anything is sent."""
    with OnlyRun(tmp_path) as lock, Ledger(tmp_path) as ledger:
        lock.remember(ledger)
    (tmp_path / "mail.sqlite").unlink()
    assert "is gone" in refuses(tmp_path)


def test_a_lock_that_remembers_nothing_needs_a_ledger(tmp_path):
    """It is of an older version, which noted nothing in it."""
    (tmp_path / "mail.lock").touch()
    assert "is gone" in refuses(tmp_path)
    with Ledger(tmp_path) as ledger:
        ledger.plan([(ANN, "<a>")])
        ledger.set(ANN, SENT)
    use(tmp_path, BOB)


def test_a_run_that_failed_before_it_sent_is_no_trace(tmp_path):
    with OnlyRun(tmp_path):
        pass
    use(tmp_path, ANN)


def test_a_ledger_of_a_later_version_is_refused(tmp_path):
    use(tmp_path, ANN)
    execute(tmp_path / "mail.sqlite", "PRAGMA user_version = 2")
    for look in (lambda: Ledger(tmp_path), lambda: read_ledger(tmp_path)):
        with pytest.raises(GuideError, match="newer version of the program"):
            look()


def test_only_states_that_say_so_are_sent_again():
    """What is unknown counts as sent."""
    from guide.mail.post import Choices, reason_against

    reasons = {
        state: reason_against(ANN, {ANN: state}, set(), {}, Choices())
        for state in ("planned", "queued-elsewhere", "", "sent", "bounced", "refused")
    }
    assert reasons == {
        "planned": "",
        "queued-elsewhere": "sent",
        "": "sent",
        "sent": "sent",
        "bounced": "bounced",
        "refused": "refused",
    }
    assert reason_against(ANN, {}, {("guide", 3, "ann@harbor.test")}, {}, Choices()) == "earlier"
    assert PLANNED in reasons


@pytest.mark.parametrize("arguments", [("--dry-run",), ("--outbox", "drafts"), ()])
def test_the_command_stops_too(place, environment, monkeypatch, capsys, post_office, arguments):
    """Drafts would be sent by hand to those who had theirs."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    Path("people.csv").write_text("address\nann@harbor.test\n", encoding="utf-8")
    assert cli.run(["mail", "--to", "people.csv"]) == 0
    Path("out/mail.sqlite").write_bytes(b"")
    assert cli.run(["mail", "--to", "people.csv", *arguments]) == 1
    assert "ledger-lost" in capsys.readouterr().err and len(post_office.taken) == 1
