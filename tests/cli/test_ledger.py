"""The commands of the ledger of mail: what became of messages, who gets none, and the table of it."""

import csv
from pathlib import Path

import click
import pytest

from guide.cli import ledger
from guide.mail.ledger import REFUSED, Key, Ledger, read_ledger

KEY = Key("guide", 3, "d" * 64, "ann@harbor.org")


@pytest.fixture
def refused(folder):
    """A ledger of one message, which was refused."""
    with Ledger("out") as opened:
        opened.plan([(KEY, "<1@harbor.org>")])
        opened.set(KEY, REFUSED, "550 nobody here", 1)


def test_addresses_are_read_or_are_wrong_use():
    assert str(ledger.mail_address(None, None, "Ann@harbor.org")) == "Ann@harbor.org"
    found = ledger.mail_addresses(None, None, ("a@b.org", "c@d.org"))
    assert [str(each) for each in found] == ["a@b.org", "c@d.org"]
    assert ledger.mail_address(None, None, None) is None and ledger.mail_addresses(None, None, ()) == ()
    with pytest.raises(click.BadParameter, match="nobody"):
        ledger.mail_address(None, None, "nobody")


def test_status_counts_messages_and_names_those_that_need_somebody(command, refused):
    assert command("mail", "status").out == [
        "guide, number 3 (dddddddd): 1 refused",
        "refused: ann@harbor.org, guide 3: 550 nobody here",
    ]


def test_a_report_is_written_over_but_no_other_table(command, refused):
    for _ in range(2):
        assert command("mail", "status", "--report", "report.csv").out[-1] == "Made report.csv"
    _, row = csv.reader(Path("report.csv").read_text(encoding="utf-8-sig").splitlines())
    assert row[3:5] == ["ann@harbor.org", "refused"]
    Path("mine.csv").write_text("precious", encoding="utf-8")
    run = command("mail", "status", "--report", "mine.csv")
    assert (run.code, Path("mine.csv").read_text(encoding="utf-8")) == (2, "precious")


def test_who_is_suppressed_is_told_and_may_be_let_in_again(command, folder):
    assert command("suppress", "ann@harbor.org", "--reason", "moved").out == ["ann@harbor.org gets no mail."]
    assert command("mail", "status").out == ["suppressed: ann@harbor.org: moved"]
    assert command("suppress", "ann@harbor.org", "--undo").out == ["ann@harbor.org gets mail again."]
    assert command("suppress", "ann@harbor.org", "--undo").out == ["ann@harbor.org was not suppressed."]
    assert command("mail", "status").out == ["Nothing was sent yet."]


def test_mail_that_came_back_is_counted(command, folder):
    """None was sent to this address; it gets none in future."""
    run = command("mail", "bounced", "ann@harbor.org")
    assert run.out == ["ann@harbor.org: 0 messages came back; it gets no mail."]
    assert list(read_ledger("out")[1]) == ["ann@harbor.org"]
