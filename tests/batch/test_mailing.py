"""Handouts by e-mail: each to the address of its row, once, whatever happens between."""

import email
import email.policy
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from guide.batch import making
from guide.batch.choose import Request
from guide.batch.mailing import key_of_label, prepare_handouts
from guide.batch.order import Order
from guide.batch.packing import ZIP
from guide.batch.run import run
from guide.errors import GuideError
from guide.mail import post
from guide.mail.delivery import Line, Pace
from guide.mail.ledger import read_ledger
from guide.mail.post import Choices, count_states, send
from guide.mail.server import server_from
from guide.project import open_project
from tests.batch.people import write_guide
from tests.mail.conftest import PostOffice
from tests.mail.samples import address

PEOPLE = """email,file,name,topic,Case worker
ana@harbor.org,ana,Ana Ruiz,Shelter,Ms. Lee
bob@harbor.org,bob,Bob,Food pantry,
,cy,Cy,Shelter,
dora@harbor.org,dora,Dora,shelta,
ana@harbor.org,kid,Eva Ruiz,Shelter,
"""
MAIL = "mail: {from: guide@harborclinic.org, subject: 'For {name}', body: 'From {case_worker}, {edition}, {size}'}\n"


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A guide that can be sent, people, and the order for their handouts."""
    monkeypatch.setattr("guide.crew.cores", lambda: 1)
    write_guide(tmp_path / "content", each=4, handout='greeting: "For {name}"\ndefault: yes\n')
    with (tmp_path / "content/guide.yaml").open("a") as file:
        file.write(MAIL)
    (tmp_path / "people.csv").write_text(PEOPLE)
    return Order(
        content=tmp_path / "content",
        people=tmp_path / "people.csv",
        out=tmp_path / "handouts",
        request=Request(pages=2),
        today=date(2026, 11, 30),
    )


@pytest.fixture
def office():
    server = PostOffice(login=False)
    yield server
    server.close()


def sent(mailing, place, office):
    server = server_from({"GUIDE_MAIL_URL": f"smtp://127.0.0.1:{office.port}"})
    return send(mailing, place.out.parent / "mail", Line(server, Pace(attempts=1)), Choices())


def test_everybody_gets_the_handout_of_their_row(place, office):
    """Two rows with one address too; who has no address or no handout gets nothing. A second run sends nothing."""
    run(place)
    mailing, outcome = prepare_handouts(place)
    assert mailing.others == 2 and outcome.unchanged == 4
    outcome, rest = sent(mailing, place, office)
    assert (outcome.sent, rest) == (3, {}) and office.counts() == {"ana@harbor.org": 2, "bob@harbor.org": 1}
    greetings = set()
    for _, (to,), data in office.taken:
        message = email.message_from_bytes(data, policy=email.policy.default)
        (part,) = message.iter_attachments()
        text = PdfReader(BytesIO(part.get_content())).pages[0].extract_text()
        assert (
            f"{message['Subject']}\n" in text.replace(" \n", "\n")
            and part.get_filename() == "Help near here, edition 1.pdf"
        )
        greetings.add((to, str(message["Subject"])))
    assert greetings == {
        ("ana@harbor.org", "For Ana Ruiz"),
        ("ana@harbor.org", "For Eva Ruiz"),
        ("bob@harbor.org", "For Bob"),
    }
    again, _ = prepare_handouts(place)
    outcome, rest = sent(again, place, office)
    assert outcome.sent == 0 and len(rest["sent"]) == 3 and len(office.taken) == 3
    (states,) = count_states(read_ledger(place.out.parent / "mail")[0]).items()
    assert states[0] == ("handout", 1, "handouts") and states[1]["sent"] == 3


@pytest.mark.slow
def test_the_content_is_opened_once_for_all(place, monkeypatch):
    """To look at it, to make the handouts and to send them."""
    run(place)
    opened = []

    def opening(*arguments):
        opened.append(arguments)
        return open_project(*arguments)

    monkeypatch.setattr(making, "open_project", opening)
    place.people.write_text(PEOPLE.replace("Bob,", "Bo,"))
    assert prepare_handouts(place)[1].made == 1 and len(opened) == 1


@pytest.mark.slow
def test_what_has_changed_is_made_before_it_is_sent(place):
    """As it was asked for when the handouts were made."""
    run(place)
    place.people.write_text(PEOPLE.replace("Bob,", "Bo,"))
    mailing, outcome = prepare_handouts(place)
    assert (outcome.made, outcome.unchanged) == (1, 3)
    text = PdfReader(BytesIO(mailing.pairs[1][0].read())).pages[0].extract_text()
    assert "For Bo" in text and mailing.pairs[1][1].name == "Bo"


def test_a_test_is_one_message_of_each_edition(place):
    """To oneself, with the first handout."""
    run(place)
    mailing = post.test_mailing(prepare_handouts(place)[0], address("me@harbor.org"))
    assert [str(each.address) for _, each in mailing.pairs] == ["me@harbor.org"]


def test_a_handout_that_was_changed_is_not_sent(place):
    """Since it was made by somebody else."""
    run(place)
    mailing, _ = prepare_handouts(place)
    (place.out / "ana.pdf").write_bytes(b"%PDF another")
    with pytest.raises(GuideError, match="changed after it was made"):
        mailing.pairs[0][0].read()


def test_what_cannot_be_sent_is_told(place):
    """Before anything is made: no handouts, no column, an address that is none, archives."""
    with pytest.raises(GuideError, match="make-guide batch"):
        prepare_handouts(place)
    run(place)
    place.people.write_text(PEOPLE.replace("bob@harbor.org", "bob at harbor"))
    with pytest.raises(GuideError, match=r"people.csv:3:1: .*bob at harbor"):
        prepare_handouts(place)
    place.people.write_text(PEOPLE.replace("email,", "contact,"))
    with pytest.raises(GuideError, match="no column email"):
        prepare_handouts(place)


@pytest.mark.slow
def test_archives_are_not_sent(place):
    """Their handouts are no files of their own."""
    place.people.write_text(PEOPLE)
    run(replace(place, packing=ZIP))
    with pytest.raises(GuideError, match="not files of their own"):
        prepare_handouts(place)


@pytest.mark.parametrize(
    "label, key",
    [("Case worker", "case_worker"), ("Room", "room"), ("2nd visit", ""), ("", ""), ("E-mail 2", "e_mail_2")],
)
def test_a_column_is_named_in_templates(label, key):
    """As they write names."""
    assert key_of_label(label) == key
