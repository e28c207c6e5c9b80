"""Mailings of the studio, with a real mail server on this computer."""

import shutil
import threading
from datetime import date

import pytest

from guide.mail.address import parse_address
from guide.mail.delivery import Pace
from guide.mail.ledger import Ledger, read_ledger
from guide.mail.post import Choices
from guide.produce import Request, produce
from guide.studio.people import People
from guide.studio.posting import Posting, Wrong
from guide.studio.shelf import Shelf
from tests.mail.conftest import open_post_office  # noqa: F401  a fixture
from tests.studio.conftest import GUIDE, SECTIONS, open_studio

MAIL = "mail: {from: guide@harborclinic.org, from_name: Harbor Clinic}\n"
THREE = People(typed="ann@example.org\nbob@example.org\ncy@example.org")
QUICK = Pace(attempts=2, pause=0.01)


@pytest.fixture
def office(open_post_office):  # noqa: F811
    return open_post_office(login=False)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The small guide with its edition, made once."""
    place = tmp_path_factory.mktemp("made")
    (place / "content/sections").mkdir(parents=True)
    (place / "content/guide.yaml").write_text(GUIDE + MAIL, encoding="utf-8")
    for name, text in SECTIONS.items():
        (place / f"content/sections/{name}.yaml").write_text(text, encoding="utf-8")
    produce(place / "content", place / "out", Request(today=date(2026, 5, 1)))
    return place


@pytest.fixture
def posting(folder, made, office):
    shutil.copytree(made, folder.parent, dirs_exist_ok=True)
    environment = {"GUIDE_MAIL_URL": f"smtp://127.0.0.1:{office.port}"}
    return Posting(Shelf(open_studio(folder)), environment, QUICK)


def look(posting, people=THREE, **choices):
    return posting.look("guide", people, Choices(**choices))


def sent(posting, seen):
    """How it went."""
    going = posting.go(seen.number)
    posting.wait()
    assert going.is_over
    return going


@pytest.mark.slow
def test_what_is_shown_goes_out_once(posting, office, change):
    """The edition is made first where it has changed; who has it already is not sent again."""
    change("food", "Groceries for everybody.", "Bread for everybody.")
    posting.studio.look_again()
    before = (posting.studio.out / "guide/guide.pdf").read_bytes()
    seen = look(posting)
    assert before != (posting.studio.out / "guide/guide.pdf").read_bytes()
    assert office.taken == [] and (posting.studio.out / "guide/guide.pdf").exists()
    shown = {
        str(recipient.address): seen.mailing.message(parcel, recipient) for parcel, recipient in seen.to_send
    }
    going = sent(posting, seen)
    assert going.counts == {"sent": 3} and going.done == 3 and not going.failed and not going.why
    for address, message in office.messages().items():
        (file,) = message.iter_attachments()
        assert message["Subject"] == shown[address]["Subject"]
        assert file.get_content() == (posting.studio.out / "guide/guide.pdf").read_bytes()
    again = look(posting, People(typed="ann@example.org, dee@example.org"))
    assert [str(each.address) for _, each in again.to_send] == ["dee@example.org"] and list(again.rest) == [
        "sent"
    ]
    sent(posting, again)
    assert set(office.counts().values()) == {1} and len(office.taken) == 4


def test_nothing_is_sent_that_was_not_looked_at_last(posting, office):
    first = look(posting)
    look(posting)
    with pytest.raises(KeyError):
        posting.go(first.number)
    assert office.taken == []


def test_one_to_oneself_is_noted_nowhere(posting, office):
    """As the first recipient would get it, or without any."""
    me = parse_address("me@example.org")
    assert posting.test("guide", THREE, me) == posting.test("guide", People(), me) == 1
    assert office.counts() == {"me@example.org": 2} and read_ledger(posting.studio.out) == ((), {})
    assert office.messages()["me@example.org"]["Subject"].startswith("[Test] ")
    with Ledger(posting.studio.out) as ledger:
        ledger.suppress("me@example.org", "asked")
    with pytest.raises(Wrong, match="suppress"):
        posting.test("guide", THREE, me)


@pytest.mark.slow
def test_it_stops_at_the_next_message_and_goes_on_later(posting, office):
    office.faults["AFTER", "ann@example.org"] = [posting.stop]
    going = sent(posting, look(posting))
    assert going.stopped and going.counts == {"sent": 1, "planned": 2} and going.failed == []
    sent(posting, look(posting))
    assert office.counts() == dict.fromkeys(("ann@example.org", "bob@example.org", "cy@example.org"), 1)


@pytest.mark.slow
def test_failures_are_told_in_words(posting, office):
    """Who did not get it, and what the server said; they are tried again when that is chosen."""
    office.faults["RCPT", "bob@example.org"] = ["550 nobody of this name"]
    office.faults["AFTER", "cy@example.org"] = ["drop"]
    going = sent(posting, look(posting))
    assert going.counts == {"sent": 1, "refused": 1, "doubtful": 1}
    assert {each.key.address: "nobody of this name" in each.answer for each in going.failed} == {
        "bob@example.org": True,
        "cy@example.org": False,
    }
    rest = look(posting).rest
    assert sorted(rest) == ["doubtful", "refused", "sent"]
    again = look(posting, refused="again")
    assert [str(each.address) for _, each in again.to_send] == ["bob@example.org"]
    office.faults["MAIL", "guide@harborclinic.org"] = ["450 not now"] * 9
    ended = sent(posting, again)
    assert "not now" in ended.why and ended.counts == {"planned": 1}


@pytest.mark.parametrize(
    ("environment", "words"),
    [({}, "GUIDE_MAIL_URL"), ({"GUIDE_MAIL_URL": "smtps://ann:secret@mail.example.org"}, "password"),
     ({"GUIDE_MAIL_URL": "smtps://ann@mail.example.org"}, "keyring")],
)  # fmt: skip
def test_server_and_password_are_those_of_the_command(posting, monkeypatch, environment, words):
    """What is missing is said, and no password is in what is said."""
    monkeypatch.setattr("guide.mail.server.ask_keyring", lambda name: None)
    posting.environment = environment
    seen = look(posting)
    with pytest.raises(Wrong) as wrong:
        posting.go(seen.number)
    (row,) = wrong.value.rows
    assert words in row.says and "secret" not in row.says and posting.shown(seen.number) is seen


def test_what_has_to_be_mended_stops_all(posting, folder, change):
    """A line of the recipients, a word of the message, the content; and no edition is no edition."""
    with pytest.raises(Wrong) as wrong:
        look(posting, People("people.csv", b"address\nann@\n"))
    assert wrong.value.rows[0].line == 2
    (folder / "mail").mkdir()
    (folder / "mail/en.txt").write_text("Subject: {titel}\n\nHello\n", encoding="utf-8")
    with pytest.raises(Wrong, match="titel"):
        look(posting)
    (folder / "mail/en.txt").unlink()
    change("food", "773-471-0111", "312-055-2755")
    posting.studio.look_again()
    with pytest.raises(Wrong, match="cannot be dialled"):
        look(posting)
    with pytest.raises(KeyError):
        posting.look("nobody", THREE, Choices())


def test_the_end_of_the_studio_waits_for_the_message_that_is_being_sent(posting, office):
    told, seen = threading.Event(), look(posting)

    def slowly():
        told.set()
        posting.stopping.wait(10)

    office.faults["AFTER", "ann@example.org"] = [slowly]
    going = posting.go(seen.number)
    assert told.wait(10)
    posting.end()
    assert going.is_over and going.counts == {"sent": 1, "planned": 2}
    posting.end()
