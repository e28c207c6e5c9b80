"""Editions sent through a real server that does wrong what servers do wrong: nobody twice, nobody lost."""

import asyncio
import email
import os
import random
import signal
import sqlite3
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from guide import cli
from guide.mail.delivery import Line, Pace
from guide.mail.ledger import Ledger, OnlyRun, read_ledger
from guide.mail.post import Choices, prepare, send
from guide.mail.server import server_from
from tests.thorough import examples

QUICK = ("--pause", "0.01")
ANN, BOB, CAT = PEOPLE = ("ann@harbor.test", "bob@harbor.test", "cat@harbor.test")


@pytest.fixture
def people(place):
    """A file with three recipients."""
    path = place / "people.csv"
    path.write_text(
        "address,name\n" + "".join(f"{each},{each[:3].title()}\n" for each in PEOPLE), encoding="utf-8"
    )
    return path


@pytest.fixture
def mail(people, environment, monkeypatch, capsys):
    """Runs `make-guide mail` in this process: (code, lines of out, lines of err)."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    def run(*arguments):
        code = cli.run(["mail", *arguments])
        captured = capsys.readouterr()
        return (
            code,
            captured.out.splitlines(),
            [line for line in captured.err.splitlines() if "warning" not in line],
        )

    return run


def states(folder="out"):
    """{address: state} of the ledger."""
    return {entry.key.address: entry.state for entry in read_ledger(folder)[0]}


def send_to(*arguments):
    return ("--to", "people.csv", *QUICK, *arguments)


# --- all is well ------------------------------------------------------------------------------------


def test_everybody_gets_one_message_with_the_edition(mail, post_office):
    code, out, err = mail(*send_to())
    assert (code, out, err) == (0, ["3 messages sent."], []), err
    assert post_office.counts() == dict.fromkeys(PEOPLE, 1)
    assert post_office.connections == 1
    assert states() == dict.fromkeys(PEOPLE, "sent")
    pdf = Path("out/guide/guide.pdf").read_bytes()
    for address, message in post_office.messages().items():
        assert message["To"].addresses[0].addr_spec == address
        assert len(message["To"].addresses) == 1 and not message["Cc"] and not message["Bcc"]
        (part,) = message.iter_attachments()
        assert (part.get_filename(), part.get_content_type(), part.get_content()) == (
            "Help near you, edition 3.pdf",
            "application/pdf",
            pdf,
        )


@pytest.mark.slow
def test_each_gets_the_form_that_they_ask_for(mail, people, post_office):
    """Once; another form is another message, and the ledger says which."""
    people.write_text(
        "address,format\nann@harbor.test,\nbob@harbor.test,text\ncat@harbor.test,message\n", encoding="utf-8"
    )
    assert mail(*send_to())[:2] == (0, ["3 messages sent."])
    found = post_office.messages()
    files = {name: [part.get_filename() for part in each.iter_attachments()] for name, each in found.items()}
    assert files == {
        ANN: ["Help near you, edition 3.pdf"],
        BOB: ["Help near you, edition 3.txt"],
        CAT: [],
    }
    assert "Harbor Food Bank" in found[CAT].get_content()
    assert {entry.key.address: entry.key.edition for entry in read_ledger("out")[0]} == {
        ANN: "guide",
        BOB: "guide:text",
        CAT: "guide:message",
    }
    people.write_text("address,format\nann@harbor.test,web\nbob@harbor.test,text\n", encoding="utf-8")
    post_office.taken.clear()
    assert mail(*send_to())[:2] == (0, ["1 message sent."])
    assert list(post_office.counts()) == [ANN]
    assert "guide:web, number 3" in "".join(mail("status")[1])


def test_a_second_run_sends_nothing(mail, post_office):
    mail(*send_to())
    code, out, err = mail(*send_to())
    assert (code, out, err) == (0, ["0 messages sent."], ["3 messages not sent: had it before"])
    assert len(post_office.taken) == 3


def test_starttls_is_used_and_checked(mail, open_post_office, certificate, monkeypatch):
    office = open_post_office(starttls=certificate)
    monkeypatch.setenv("GUIDE_MAIL_URL", f"smtp://guide%40harbor.test@localhost:{office.port}")
    assert mail(*send_to())[0] == 0
    assert len(office.taken) == 3
    monkeypatch.delenv("GUIDE_MAIL_CA")
    code, _, err = mail(*send_to("large"))
    assert code == 1
    assert "certificate" in err[0]
    assert len(office.taken) == 3


def test_without_encryption_only_on_this_computer(mail, open_post_office, monkeypatch):
    office = open_post_office(login=False)
    monkeypatch.setenv("GUIDE_MAIL_URL", f"smtp://localhost:{office.port}")
    assert mail(*send_to())[0] == 0
    monkeypatch.setattr(
        "guide.mail.server.ipaddress.ip_address", lambda text: type("Far", (), {"is_loopback": False})
    )
    code, _, err = mail(*send_to("large"))
    assert (code, len(office.taken)) == (1, 3)
    assert "does not offer encryption" in err[0]


@pytest.mark.parametrize("change", [{"GUIDE_MAIL_PASSWORD": "wrong"}, {"GUIDE_MAIL_CA": ""}])
def test_a_wrong_password_or_certificate_ends_the_run_and_loses_nobody(
    mail, post_office, monkeypatch, change
):
    for name, value in change.items():
        monkeypatch.setenv(name, value)
    code, out, err = mail(*send_to())
    assert (code, post_office.taken) == (1, [])
    assert err[0].startswith("Stopped: ")
    assert states() == dict.fromkeys(PEOPLE, "planned")
    assert not any("wrong" in line for line in err + out)


def test_a_server_that_is_not_there(mail, monkeypatch):
    monkeypatch.setenv("GUIDE_MAIL_URL", "smtps://guide%40harbor.test@127.0.0.1:9")
    code, _, err = mail(*send_to("--attempts", "2"))
    assert (code, err[1]) == (1, "3 messages not sent yet; run the command again.")


def test_connections_are_made_anew_after_some_messages(mail, post_office):
    mail(*send_to("--per-connection", "1"))
    assert (post_office.connections, len(post_office.taken)) == (3, 3)


def test_no_faster_than_asked(mail, post_office):
    start = time.monotonic()
    assert mail(*send_to("--rate", "600"))[0] == 0
    assert time.monotonic() - start > 0.2


def test_a_test_goes_to_oneself_and_is_not_noted(mail, post_office):
    code, out, _ = mail("--test", "me@harbor.test", "--to", "people.csv")
    assert (code, out) == (0, ["1 message sent to me@harbor.test."])
    message = post_office.messages()["me@harbor.test"]
    assert message["Subject"] == "[Test] Help near you, edition 3"
    assert "Hello Ann," in message.get_body(("plain",)).get_content()
    assert mail("--test", "me@harbor.test")[0] == 0
    assert states() == {}


# --- the server says no -----------------------------------------------------------------------------


@pytest.mark.parametrize("step", ["RCPT", "DATA", "MAIL"])
def test_what_is_refused_for_now_is_tried_again(mail, post_office, step):
    post_office.faults = {(step, "*" if step == "MAIL" else BOB): ["450 later", "451 not yet"]}
    assert mail(*send_to())[0] == 0
    assert post_office.counts() == dict.fromkeys(PEOPLE, 1)


def test_what_is_left_over_is_tried_by_the_next_run(mail, post_office):
    post_office.faults = {("RCPT", BOB): ["450 later"] * 2}
    code, _, err = mail(*send_to("--attempts", "2"))
    assert (code, err) == (1, ["1 message not sent yet; run the command again."])
    assert states() == {ANN: "sent", BOB: "planned", CAT: "sent"}
    assert mail(*send_to())[0] == 0
    assert post_office.counts() == dict.fromkeys(PEOPLE, 1)


@pytest.mark.parametrize("step", ["RCPT", "DATA"])
def test_what_is_refused_for_good_is_not_tried_again(mail, post_office, step):
    post_office.faults = {(step, BOB): ["550 nobody here"]}
    code, _, err = mail(*send_to())
    assert (code, states()[BOB]) == (1, "refused")
    assert mail(*send_to())[0] == 0
    assert BOB not in post_office.counts()
    assert mail("status")[1][1] == f"refused: {BOB}, guide 3: 550 nobody here"
    assert mail(*send_to("--refused", "again"))[0] == 0
    assert post_office.counts() == dict.fromkeys(PEOPLE, 1)


def test_a_sender_that_is_not_taken_ends_the_run_and_refuses_nobody(mail, post_office):
    post_office.faults = {("MAIL", "guide@harborclinic.org"): ["553 not you"]}
    code, _, err = mail(*send_to())
    assert (code, post_office.taken) == (1, [])
    assert err[0] == "Stopped: the server takes no mail from guide@harborclinic.org: 553 not you"
    assert states() == dict.fromkeys(PEOPLE, "planned")


def test_a_server_with_a_small_limit_ends_the_run(mail, open_post_office, certificate, monkeypatch):
    office = open_post_office(tls=certificate, data_size_limit=1000)
    monkeypatch.setenv("GUIDE_MAIL_URL", f"smtps://guide%40harbor.test@localhost:{office.port}")
    code, _, err = mail(*send_to())
    assert "takes messages of 1,000 bytes" in err[0]
    assert states() == dict.fromkeys(PEOPLE, "planned")


@pytest.mark.slow
def test_international_addresses_need_a_server_that_takes_them(
    mail, people, open_post_office, certificate, monkeypatch, post_office
):
    people.write_text("address\njos\u00e9@harbor.test\nann@b\u00fccher.test\n", encoding="utf-8")
    assert mail(*send_to())[0] == 0
    assert post_office.counts() == {"jos\u00e9@harbor.test": 1, "ann@xn--bcher-kva.test": 1}
    assert str(post_office.messages()["jos\u00e9@harbor.test"]["To"]) == "jos\u00e9@harbor.test"
    office = open_post_office(tls=certificate, enable_SMTPUTF8=False)
    monkeypatch.setenv("GUIDE_MAIL_URL", f"smtps://guide%40harbor.test@localhost:{office.port}")
    assert mail(*send_to("large"))[0] == 1
    assert office.counts() == {"ann@xn--bcher-kva.test": 1}


# --- the connection breaks --------------------------------------------------------------------------


@pytest.mark.parametrize("step", ["MAIL", "RCPT"])
def test_a_drop_before_the_end_is_no_doubt(mail, post_office, step):
    post_office.faults = {(step, "*" if step == "MAIL" else BOB): ["drop"]}
    assert mail(*send_to())[0] == 0
    assert post_office.counts() == dict.fromkeys(PEOPLE, 1)


@pytest.mark.parametrize("fault, had", [("drop", 0), ("lose", 1)])
def test_a_drop_before_the_answer_is_a_doubt_and_a_choice(mail, post_office, fault, had):
    post_office.faults = {("DATA", BOB): [fault]}
    code, _, err = mail(*send_to())
    assert (code, states()) == (1, {ANN: "sent", BOB: "doubtful", CAT: "sent"})
    assert "may have taken them" in err[0] and "--doubtful again" in err[-1]
    assert mail(*send_to())[0] == 1  # still to be chosen
    assert mail(*send_to("--doubtful", "skip"))[0] == 0
    assert post_office.counts()[BOB] == had
    assert mail(*send_to("--doubtful", "again"))[0] == 0
    assert post_office.counts() == {ANN: 1, BOB: had + 1, CAT: 1}
    assert (
        len(
            {
                data.split(b"Message-ID: ")[1].split(b"\r\n")[0]
                for _, to, data in post_office.taken
                if to == (BOB,)
            }
        )
        == 1
    )


@pytest.mark.slow
def test_an_answer_that_comes_too_late_is_a_doubt(mail, post_office, place, environment):
    post_office.faults = {("DATA", BOB): [lambda: asyncio.sleep(30)]}
    mailing = prepare("content", place / "out", (), place / "people.csv")
    outcome, _ = send(
        mailing, place / "out", Line(server_from(environment), Pace(pause=0.01, final_timeout=1)), Choices()
    )
    assert (outcome.sent, outcome.doubtful) == (2, 1)
    assert states()[BOB] == "doubtful"


@pytest.mark.slow
@pytest.mark.parametrize("hangs_up", [False, True])
def test_a_connection_that_was_idle_is_looked_at_before_it_is_used(mail, post_office, monkeypatch, hangs_up):
    def wait(run, until):
        if hangs_up and post_office.counts()[BOB] and post_office.protocols[0].transport:
            post_office.loop.call_soon_threadsafe(post_office.protocols[0].transport.abort)
            while post_office.protocols[0].transport:
                time.sleep(0.01)
        time.sleep(max(0, until - time.monotonic()))

    monkeypatch.setattr("guide.mail.delivery.IDLE", 0)
    monkeypatch.setattr("guide.mail.delivery.Run.wait", wait)
    assert mail(*send_to("--rate", "1200"))[0] == 0
    assert (post_office.counts(), post_office.connections) == (dict.fromkeys(PEOPLE, 1), 1 + hangs_up)


@pytest.mark.slow
def test_a_long_pause_does_not_keep_the_connection(mail, post_office, monkeypatch):
    monkeypatch.setattr("guide.mail.delivery.IDLE", 0.05)
    post_office.faults = {("RCPT", CAT): ["450 later"]}
    assert mail("--to", "people.csv", "--pause", "0.2")[0] == 0
    assert (post_office.counts(), post_office.connections) == (dict.fromkeys(PEOPLE, 1), 2)


@pytest.mark.slow
def test_a_server_that_is_busy_is_given_time(mail, post_office):
    post_office.faults = {("MAIL", "*"): ["421 too much"] * 2}
    assert mail(*send_to())[0] == 0
    post_office.faults = {("MAIL", "*"): ["451 too much"] * 9}
    code, _, err = mail("large", *send_to("--attempts", "3"))
    assert (code, err[0], len(post_office.faults["MAIL", "*"])) == (1, "Stopped: 451 too much", 6)


def test_a_certificate_has_to_name_the_server(mail, open_post_office, authority, monkeypatch):
    import ssl

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("elsewhere.test").configure_cert(context)
    for scheme, kind in (("smtps", "tls"), ("smtp", "starttls")):
        office = open_post_office(**{kind: context})
        monkeypatch.setenv("GUIDE_MAIL_URL", f"{scheme}://guide%40harbor.test@localhost:{office.port}")
        assert "is not good" in mail(*send_to())[2][0]
        assert office.taken == []


def test_a_server_that_always_hangs_up_is_left_alone(mail, post_office, people):
    people.write_text("address\n" + "".join(f"p{n}@harbor.test\n" for n in range(30)), encoding="utf-8")
    post_office.faults = {("RCPT", "*"): ["drop"] * 1000}
    code, _, err = mail(*send_to())
    assert err[0] == "Stopped: the connection was lost 10 times in a row"
    assert set(states().values()) == {"planned"}


# --- who gets nothing -------------------------------------------------------------------------------


def test_a_suppressed_address_gets_nothing(mail, post_office, capsys):
    assert cli.run(["suppress", "BOB@harbor.test"]) == 0
    assert mail("suppress", CAT, "--reason", "moved away")[0] == 0
    code, _, err = mail(*send_to())
    assert (code, post_office.counts()) == (0, {ANN: 1})
    assert err == ["2 messages not sent: suppressed: they get no mail"]
    assert mail("--test", BOB)[0] == 1
    assert mail("suppress", "--undo", BOB)[1] == [f"{BOB} gets mail again."]
    assert mail(*send_to())[0] == 0
    assert post_office.counts() == {ANN: 1, BOB: 1}


def test_what_came_back_is_noted_and_gets_no_more(mail, post_office):
    mail(*send_to())
    assert mail("bounced", BOB)[1] == [f"{BOB}: 1 message came back; it gets no mail."]
    assert states()[BOB] == "bounced"
    mail(*send_to("large"))
    assert post_office.counts() == {ANN: 2, BOB: 1, CAT: 2}


def test_a_corrected_text_with_the_same_number_goes_out_only_when_asked(mail, post_office, place):
    mail(*send_to())
    section = place / "content/sections/a.yaml"
    section.write_text(
        section.read_text(encoding="utf-8").replace("Harbor Food", "Harbour Food"), encoding="utf-8"
    )
    code, _, err = mail(*send_to())
    assert (code, len(post_office.taken)) == (0, 3)
    assert "another text" in err[0]
    assert mail(*send_to("--corrected"))[0] == 0
    assert post_office.counts() == dict.fromkeys(PEOPLE, 2)


def test_two_runs_at_once_cannot_both_send(mail, post_office):
    with OnlyRun("out"):
        code, _, err = mail(*send_to())
    assert (code, post_office.taken) == (1, [])
    assert "another run is sending from this folder" in err[0]
    assert mail(*send_to())[0] == 0


def test_a_line_that_names_editions_gets_those(mail, people, post_office):
    people.write_text(
        'address,edition\nann@harbor.test,"large, guide"\nbob@harbor.test,\ncat@harbor.test,large\n',
        encoding="utf-8",
    )
    assert mail("guide", *send_to())[0] == 0
    assert post_office.counts() == {ANN: 1, BOB: 1}
    assert mail(*send_to())[0] == 0
    assert post_office.counts() == {ANN: 2, BOB: 1, CAT: 1}


# --- nothing is sent --------------------------------------------------------------------------------


def test_a_dry_run_shows_every_message(mail, post_office, monkeypatch):
    monkeypatch.delenv("GUIDE_MAIL_URL")
    code, out, _ = mail("--to", "people.csv", "--dry-run")
    assert (code, sum(line.startswith("To: ") for line in out), post_office.taken) == (0, 3, [])
    assert not Path("out/mail.sqlite").exists()


def test_an_outbox_has_drafts(mail, post_office):
    code, out, _ = mail("--to", "people.csv", "--outbox", "box")
    paths = sorted(Path("box").iterdir())
    assert (code, [path.name for path in paths]) == (
        0,
        [f"{n:04}-{each}.eml" for n, each in enumerate(PEOPLE, 1)],
    )
    message = email.message_from_bytes(paths[0].read_bytes())
    assert (message["X-Unsent"], message["To"]) == ("1", "Ann <ann@harbor.test>")
    assert (post_office.taken, states()) == ([], {})
    assert mail("--to", "people.csv", "--outbox", "box")[0] == 2  # none of the old ones is sent with the new


def test_status_and_report(mail, post_office):
    assert mail("status")[1] == ["Nothing was sent yet."]
    post_office.faults = {("RCPT", BOB): ["550 =nobody"]}
    mail(*send_to("--report", "report.csv"))
    rows = Path("report.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(rows) == 4
    assert '"bob@harbor.test","refused","1","550 =nobody"' in rows[2]
    assert ": 2 sent, 1 refused" in mail("status", "--report", "report.csv")[1][0]
    Path("mine.csv").write_text("precious", encoding="utf-8")
    assert mail("status", "--report", "mine.csv")[0] == 2


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--to", "nowhere.csv"],
        ["--to", "people.csv", "--test", "nobody"],
        ["--to", "people.csv", "--dry-run", "--outbox", "x"],
        ["--to", "people.csv", "--attempts", "0"],
    ],
)
def test_wrong_use_ends_with_2(mail, arguments):
    assert mail(*arguments)[0] == 2


def test_a_ledger_that_is_none_is_not_touched(mail, post_office):
    Path("out/mail.sqlite").write_bytes(b"not a database, but long enough to look like one" * 30)
    code, _, err = mail(*send_to())
    assert (code, post_office.taken) == (1, [])
    assert "the ledger of mail cannot be used" in err[0]
    with closing(sqlite3.connect("other.sqlite")) as other:
        other.execute("CREATE TABLE mine (x)")
    os.replace("other.sqlite", "out/mail.sqlite")
    assert "this is not a ledger of mail" in mail(*send_to())[2][0]


def test_a_ledger_where_it_used_to_stand_is_not_forgotten(mail, post_office, place):
    """Mail of a guide elsewhere was noted in out/ of the current folder: nobody gets an edition twice for that."""
    (place / "content").rename(place / "mine")
    (place / "out" / "mail.sqlite").write_bytes(b"")
    for command in (["suppress", ANN], ["bounced", ANN], ["status"], send_to("--dry-run"), send_to()):
        code, _, err = mail(*command, "--content", "mine")
        assert (code, post_office.taken) == (1, []) and "move it and mail.lock to mine" in " ".join(err)
        assert not Path("mine/out/mail.sqlite").exists()
    assert mail("--content", "mine", "--out", "mine/out", *send_to())[0] == 0
    assert len(post_office.taken) == 3


# --- killed -----------------------------------------------------------------------------------------

KILLED_AT = """
import os, signal
from guide.mail import ledger
put = ledger.Ledger.set
def set(self, key, state, answer="", tried=0):
    here = key.address.startswith("bob") and state == {state!r}
    if here and {when!r} == "before":
        os.kill(os.getpid(), signal.SIGKILL)
    put(self, key, state, answer, tried)
    if here:
        os.kill(os.getpid(), signal.SIGKILL)
ledger.Ledger.set = set
from guide.cli import main
main()
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    "state, when, found",
    [
        ("sending", "before", "planned"),
        ("sending", "after", "sending"),
        ("sent", "before", "sending"),
        ("sent", "after", "sent"),
    ],
)
def test_killed_at_a_step_of_the_ledger(people, start_mail, mail, post_office, state, when, found):
    process = start_mail(*send_to(), program=KILLED_AT.format(state=state, when=when))
    assert process.wait(60) == -signal.SIGKILL
    assert states() == {ANN: "sent", BOB: found, CAT: "planned"}
    code = mail(*send_to())[0]
    counts = post_office.counts()
    assert (counts[ANN], counts[CAT]) == (1, 1)
    if found == "sending":
        assert (code, states()[BOB], counts[BOB]) == (1, "doubtful", int(state == "sent"))
    else:
        assert (code, states()[BOB], counts[BOB]) == (0, "sent", 1)


@pytest.mark.slow
@pytest.mark.parametrize("step", ["AFTER", "RCPT", "DATA", "MAIL"][: examples(2, 4)])
def test_killed_while_the_server_is_at_a_step(people, start_mail, mail, post_office, step):
    process = start_mail(*send_to())
    post_office.faults = {(step, "*" if step == "MAIL" else BOB): [process.kill]}
    assert process.wait(60) == -signal.SIGKILL
    code = mail(*send_to())[0]
    counts, after = post_office.counts(), states()
    assert max(counts.values()) == 1
    assert set(after.values()) <= {"sent", "doubtful"}
    assert all(counts[each] == 1 for each in PEOPLE if after[each] == "sent")
    assert (code, after[BOB]) == ((1, "doubtful") if step in ("DATA", "AFTER") else (0, "sent"))


@pytest.mark.slow
def test_ctrl_c_while_the_server_answers_is_a_doubt_and_ends_with_130(people, start_mail, mail, post_office):
    process = start_mail(*send_to())
    post_office.faults = {("AFTER", BOB): [lambda: process.send_signal(signal.SIGINT) or asyncio.sleep(30)]}
    assert process.wait(60) == 130
    assert states() == {ANN: "sent", BOB: "doubtful", CAT: "planned"}
    assert mail(*send_to("--doubtful", "skip"))[0] == 0
    assert post_office.counts() == dict.fromkeys(PEOPLE, 1)


@pytest.mark.slow
def test_two_real_runs_at_once(people, start_mail, post_office):
    people.write_text("address\n" + "".join(f"p{n}@harbor.test\n" for n in range(20)), encoding="utf-8")
    post_office.faults = {("AFTER", "*"): [lambda: asyncio.sleep(0.04)] * 40}
    runs = [start_mail(*send_to()) for _ in range(3)]
    ends = [run.wait(60) for run in runs]
    assert 0 in ends
    assert set(post_office.counts().values()) == {1} and len(post_office.counts()) == 20


def test_a_full_disk_ends_the_run_before_the_message_does(mail, post_office, monkeypatch):
    put = Ledger.set

    def fail(self, key, state, answer="", tried=0):
        if state == "sending" and key.address == BOB:
            raise sqlite3.OperationalError("database or disk is full")
        put(self, key, state, answer, tried)

    monkeypatch.setattr(Ledger, "set", fail)
    code, _, err = mail(*send_to())
    assert (code, post_office.counts()) == (1, {ANN: 1})
    assert "disk is full" in err[0] and "fault of the program" not in err[0]
    monkeypatch.setattr(Ledger, "set", put)
    assert mail(*send_to())[0] == 0
    assert post_office.counts() == dict.fromkeys(PEOPLE, 1)


def test_a_new_text_takes_the_place_of_what_was_planned(mail, post_office, place):
    post_office.faults = {("RCPT", BOB): ["450 later"]}
    mail(*send_to("--attempts", "1"))
    section = place / "content/sections/a.yaml"
    section.write_text(
        section.read_text(encoding="utf-8").replace("Harbor Food", "Harbour Food"), encoding="utf-8"
    )
    assert mail(*send_to())[0] == 0
    assert post_office.counts() == dict.fromkeys(PEOPLE, 1)
    assert sorted(entry.state for entry in read_ledger("out")[0]) == ["sent"] * 3


@pytest.mark.slow
def test_hundreds_of_recipients_random_faults_and_three_kills(people, start_mail, post_office, place):
    """Each gets exactly one message, or is listed as doubtful or refused; nothing else."""
    chance = random.Random(20261123)
    everybody = [f"p{n:03}@harbor.test" for n in range(examples(40, 250))]
    people.write_text(
        "address,name\n" + "".join(f"{each},Person {each[1:4]}\n" for each in everybody), encoding="utf-8"
    )
    kinds = ("450 later", "450 later", "550 never", "drop", "lose", "451 busy")
    for address in everybody:
        if chance.random() < 0.3:
            step, fault = chance.choice(("RCPT", "DATA")), chance.choice(kinds)
            post_office.faults[step, address] = ["drop" if (step, fault) == ("RCPT", "lose") else fault]
    running = []
    for address in chance.sample(everybody, 3):
        post_office.faults.setdefault((chance.choice(("RCPT", "DATA", "AFTER")), address), []).insert(
            0, lambda: running[-1].kill()
        )
    ends = Counter()
    for _ in range(8):
        running.append(start_mail(*send_to("--attempts", "2")))
        out, err = running[-1].communicate(timeout=120)
        ends[running[-1].returncode] += 1
        if running[-1].returncode >= 0 and "not sent yet" not in err:
            break
    counts, after = post_office.counts(), states()
    assert ends[-signal.SIGKILL] == 3
    assert set(after) == set(everybody)
    assert set(after.values()) == {"sent", "refused", "doubtful"}
    for address in everybody:
        wanted = {"sent": (1,), "refused": (0,), "doubtful": (0, 1)}[after[address]]
        assert counts[address] in wanted, (address, after[address], counts[address])
    assert sum(state == "sent" for state in after.values()) > 0.7 * len(everybody)
    messages = [email.message_from_bytes(data) for _, _, data in post_office.taken]
    assert len({message["Message-ID"] for message in messages}) == len(messages)
    pdf = (place / "out/guide/guide.pdf").read_bytes()
    assert all(message.get_payload()[-1].get_payload(decode=True) == pdf for message in messages)


@pytest.mark.slow
def test_many_refusals_in_a_row_stop_the_run(people, mail, post_office):
    """A limit for a day: the others stay planned, the next run sends to them, and those who were refused can be tried again."""
    everybody = [f"p{n:02}@harbor.test" for n in range(30)]
    people.write_text("address\n" + "".join(f"{each}\n" for each in everybody), encoding="utf-8")
    post_office.faults = {("RCPT", "*"): [None] * 3 + ["550 5.4.5 daily quota exceeded"] * 20}
    code, out, err = mail(*send_to())
    assert (code, out) == (1, ["3 messages sent."])
    assert (
        err[0].startswith("Stopped: the server refused 20 messages in a row")
        and "5.4.5 daily quota exceeded" in err[0]
    )
    assert err[1].startswith("7 messages not sent yet") and "--refused again" in err[2]
    assert sorted(states().values()) == ["planned"] * 7 + ["refused"] * 20 + ["sent"] * 3
    mail(*send_to())
    assert mail(*send_to("--refused", "again"))[0] == 0
    assert post_office.counts() == dict.fromkeys(everybody, 1)


@pytest.mark.slow
def test_refusals_between_messages_that_are_taken_stop_nothing(people, mail, post_office):
    everybody = [f"p{n:02}@harbor.test" for n in range(40)]
    people.write_text("address\n" + "".join(f"{each}\n" for each in everybody), encoding="utf-8")
    post_office.faults = {("RCPT", "*"): ["550 no"] * 15 + [None] + ["550 no"] * 15}
    assert mail(*send_to())[1] == ["10 messages sent."]


# --- files of recipients that are none --------------------------------------------------------------

WIDE = ",".join(f"column_{n}" for n in range(1000))


@pytest.mark.parametrize(
    "data, words",
    [
        (b"", "empty"),
        (b"\n\n", "empty"),
        (b"address\n", "nobody"),
        (b"address,name\njos\x81@a.org,x\n", "not UTF-8"),
        ("name\nAnn\n".encode("utf-16"), "no column"),
        (b"name\nAnn\n", "no column"),
        (b"address;name\nann@harbor.test,bob@harbor.test;Ann\n", "not one e-mail address"),
        (b"\x00\x01\x02", "cannot be seen"),
        (b"PK\x03\x04\x00", "spreadsheet"),
        (b"address,address\na@b.org,c@d.org\n", "given twice"),
        (b'address,name\na@b.org,"Ann\n', "does not end"),
        (b"address\n" + b"x" * 5000 + b"@b.org\n", "address"),
        (b"[1, 2]\n", "name of a column"),
        (b"address\n=cmd|' /C calc'!A0\n", "address"),
        (b"address,a b!\na@b.org,x\n", "name of a column"),
    ],
)
def test_a_file_that_names_nobody_is_told(people, mail, data, words):
    people.write_bytes(data)
    code, out, err = mail("--to", "people.csv", "--dry-run")
    assert (code, out) == (1, []) and words in " ".join(err) and "fault of the program" not in " ".join(err)


@pytest.mark.parametrize(
    "data",
    [
        "\ufeffaddress;name\r\nann@harbor.test;Ann\r\n".encode(),
        b"Address\tName\rann@harbor.test\tAnn\r",
        f"address,{WIDE}\nann@harbor.test{',x' * 1000}\n".encode(),
        b"address\nann@harbor.test",
        b'"address","name"\n"ann@harbor.test","Ann ""A"""\n',
        b"address," + b"," * 50 + b"\nann@harbor.test\n\n\n",
    ],
)
def test_tables_of_other_programs_are_read(people, mail, data):
    people.write_bytes(data)
    code, out, err = mail("--to", "people.csv", "--dry-run")
    assert code == 0 and any("ann@harbor.test" in line for line in out), err
