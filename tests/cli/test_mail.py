"""The command that sends mail, where nothing is sent: what it takes, what it shows, and what it says."""

import email
from email.message import EmailMessage
from pathlib import Path
from types import SimpleNamespace

import click
import pytest

from guide.cli import mail
from guide.mail.ledger import read_ledger

MAIL = "mail: {from: guide@harborclinic.org, from_name: Harbor Clinic}\n"


@pytest.fixture
def letters(small, monkeypatch):
    """A small guide that can be sent, and people to send it to."""
    monkeypatch.delenv("GUIDE_MAIL_URL", raising=False)
    with (small / "guide.yaml").open("a", encoding="utf-8") as file:
        file.write(MAIL)
    Path("people.csv").write_text(
        "address,name\nann@harbor.test,Ann\nbob@harbor.test,Bob\n", encoding="utf-8"
    )


@pytest.mark.parametrize(
    "arguments", [["--to", "x.csv"], ["letter", "--to", "x.csv"], ["send", "--to", "x.csv"]]
)
def test_what_is_no_command_of_mail_is_sent(command, arguments):
    """An edition or an option: all three ask for the file of recipients."""
    assert "x.csv" in command("mail", *arguments).err[-1]


def test_drafts_go_into_a_folder_without_any(tmp_path):
    """Or old ones would be sent with the new."""
    assert mail.empty_outbox(None, None, str(tmp_path)) == tmp_path
    (tmp_path / "1.eml").touch()
    with pytest.raises(click.BadParameter, match="there are drafts"):
        mail.empty_outbox(None, None, str(tmp_path))


def test_a_dry_run_shows_each_message_and_notes_nothing(command, letters):
    run = command("mail", "--to", "people.csv", "--dry-run")
    assert run.code == 0
    assert [line for line in run.out if line.startswith("To: ")] == [
        "To: Ann <ann@harbor.test>",
        "To: Bob <bob@harbor.test>",
    ]
    assert "Hello Ann," in run.out and any(
        line.startswith("[Help near you, edition 1.pdf, ") for line in run.out
    )
    assert not any(read_ledger("out"))


def test_a_dry_run_shows_the_form_of_each(command, letters):
    """And how many get which; a guide that stands in the message is not shown."""
    Path("people.csv").write_text(
        "address,format\nann@harbor.test,\nbob@harbor.test,message\n", encoding="utf-8"
    )
    run = command("mail", "--to", "people.csv", "--dry-run")
    assert [line for line in run.out if line.startswith("Format: ")] == [
        "Format: PDF",
        "Format: plain text in the message",
    ]
    assert run.out[-1] == "By format: 1 PDF, 1 plain text in the message."
    assert any(line.startswith("[below it the guide, ") for line in run.out)
    assert "Pantry" not in "".join(run.out)


def test_a_form_that_there_is_not_stops_it(command, letters):
    Path("people.csv").write_text("address,format\nann@harbor.test,docx\n", encoding="utf-8")
    run = command("mail", "--to", "people.csv", "--dry-run")
    assert run.code == 1 and "people.csv:2:17: " in run.err[0] and "write one of: pdf, large" in run.err[0]


def test_drafts_are_written_and_nothing_is_noted(command, letters):
    run = command("mail", "--to", "people.csv", "--outbox", "box")
    assert run.out[-1] == "2 drafts. Nothing was sent, and nothing is noted as sent."
    drafts = [email.message_from_bytes(path.read_bytes()) for path in sorted(Path("box").iterdir())]
    assert [(each["To"], each["X-Unsent"]) for each in drafts] == [
        ("Ann <ann@harbor.test>", "1"),
        ("Bob <bob@harbor.test>", "1"),
    ]
    assert not any(read_ledger("out"))


def test_a_message_is_shown_as_a_person_reads_it(capsys):
    message = EmailMessage()
    message["To"], message["Subject"] = "ann@harbor.org", "Help"
    message.set_content("Hello\n\x1b[2J")
    message.add_attachment(b"x" * 2000, maintype="application", subtype="pdf", filename="guide.pdf")
    mail.show_message(message)
    out = capsys.readouterr().out.splitlines()
    assert out == [
        "To: ann@harbor.org",
        "Subject: Help",
        "",
        "Hello",
        "\\x1b[2J",
        "[guide.pdf, 2 kB]",
        "-" * 72,
    ]


def test_who_was_left_out_is_told_with_the_reason(capsys):
    mail.tell_rest({"suppressed": [1, 2], "refused": [3]})
    assert capsys.readouterr().err.splitlines() == [
        "2 messages not sent: suppressed: they get no mail",
        "1 message not sent: refused in an earlier run (--refused again tries them)",
    ]


OUTCOME = {"sent": 0, "stopped": "", "left": 0, "suppressed": 0, "refused": 0, "doubtful": 0}


@pytest.mark.parametrize(
    "outcome, rest, code, words",
    [
        ({"sent": 2}, {}, 0, ""),
        ({"sent": 1, "left": 1}, {}, 1, "1 message not sent yet; run the command again."),
        ({"stopped": "no server"}, {}, 1, "Stopped: no server"),
        ({"refused": 1}, {}, 1, "--refused again tries them again"),
        ({"doubtful": 1}, {}, 1, "Choose: --doubtful again"),
        ({}, {"doubtful": [1]}, 1, "Choose: --doubtful again"),
        ({"suppressed": 1}, {}, 0, "1 message not sent: suppressed since the run began"),
    ],
)
def test_how_a_mailing_ends(monkeypatch, capsys, outcome, rest, code, words):
    """Well where everybody has it, or is not to have it; else it says what to do."""
    from guide.mail import post

    monkeypatch.setattr(post, "send", lambda *arguments: (SimpleNamespace(**OUTCOME | outcome), rest))
    pace = SimpleNamespace(timeout=1)
    assert mail.send_and_tell(None, "out", None, pace, post.Choices(), None) == code
    out, err = capsys.readouterr()
    assert out.startswith(f"{outcome.get('sent', 0)} message") and words in err


def test_help_shows_how_to_send(command):
    run = command("mail", "--help")
    assert run.code == 0
    assert {"--to", "--test", "--dry-run", "status"} <= {word for line in run.out for word in line.split()}


@pytest.mark.slow
def test_everybody_is_sent_the_handout_of_their_row(command, letters):
    """It is shown before; an edition beside it, or nobody to send it to, is wrong use."""
    Path("people.csv").write_text("email,file,name\nann@harbor.test,ann,Ann\n,bob,Bob\n", encoding="utf-8")
    assert command("batch", "people.csv", "--out", "handouts").code == 0
    run = command("mail", "--handouts", "handouts", "--to", "people.csv", "--dry-run")
    assert run.code == 0 and [line for line in run.out if line.startswith("To: ")] == [
        "To: Ann <ann@harbor.test>"
    ]
    assert "1 recipient left out: their rows have no address, or no handout." in run.err
    assert command("mail", "--handouts", "handouts", "--test", "me@harbor.test").code == 2
    assert command("mail", "letter", "--handouts", "handouts", "--to", "people.csv").code == 2
