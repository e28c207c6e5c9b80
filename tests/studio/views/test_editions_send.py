"""The page that sends an edition, with a real mail server on this computer."""

import base64
import html

import pytest

from guide.studio.posting import Posting
from guide.studio.shelf import Shelf
from tests.mail.conftest import open_post_office  # noqa: F401  a fixture
from tests.studio.conftest import enter, open_studio
from tests.studio.test_posting import QUICK, made, office  # noqa: F401  fixtures

TYPED = {"edition": "guide", "typed": "ann@example.org\nbob@example.org"}


@pytest.fixture
def client(folder, made, office):  # noqa: F811
    """A browser, and a server that takes mail."""
    import shutil

    shutil.copytree(made, folder.parent, dirs_exist_ok=True)
    client = enter(open_studio(folder))
    app = client.app.app
    app.state.shelf = Shelf(app.state.studio)
    environment = {"GUIDE_MAIL_URL": f"smtp://127.0.0.1:{office.port}"}
    app.state.posting = Posting(app.state.shelf, environment, QUICK)
    return client


def post(client, deed, **body):
    return client.post(f"/api/editions/send/{deed}", json=body)


def test_there_is_no_field_for_the_password(client):
    """And the page says where it comes from, and which address sends."""
    page = client.get("/editions/guide/send").text
    assert 'type="password"' not in page and "There is no field for it here" in page
    assert (
        "It comes from guide@harborclinic.org." in page and "is attached." in page and " style=" not in page
    )
    assert 'href="/editions/guide/send"' in client.get("/editions").text


def test_each_address_is_checked(client):
    good = post(client, "who", typed="ann@example.org").json()
    assert good == {"count": 1, "said": "1 recipient, the address is good.", "rows": []}
    table = base64.b64encode(b"name,address\nAnn,ann@example.org\n<b>,bob\n").decode()
    bad = post(client, "who", file=table, file_name="people.csv").json()
    assert bad["count"] == 0 and bad["rows"][0]["where"] == "Line 3" and "bob" in bad["rows"][0]["says"]
    assert post(client, "who", file="%%%").status_code == 400
    assert "wrong" in post(client, "look", edition="guide").json()


def test_looked_at_tried_and_sent(client, office):  # noqa: F811
    """Exactly what is shown goes out, once."""
    assert post(client, "test", **TYPED, address="me@").json()["wrong"]
    said = post(client, "test", **TYPED, address=" me@example.org").json()["said"]
    assert "on its way to me@example.org" in said
    seen = post(client, "look", **TYPED).json()
    assert (seen["count"], seen["send"], seen["rest"]) == (2, "Send 2 messages", [])
    mail = client.get(f"/api/editions/send/mail/{seen['number']}/1").json()
    heads = dict(mail["heads"])
    assert (
        heads["To"] == "bob@example.org"
        and "Help near you" in heads["Subject"]
        and "edition 1.pdf" in mail["files"][0]
    )
    assert client.get(f"/api/editions/send/mail/{seen['number']}/2").status_code == 404
    assert list(office.counts()) == ["me@example.org"]
    assert post(client, "go", number=seen["number"] + 1).status_code == 404
    going = post(client, "go", number=seen["number"]).json()
    assert going["total"] == 2
    client.app.app.state.posting.wait()
    state = client.get("/api/editions/guide/send/state").json()
    assert state["over"] and state["said"] == "2 messages are sent." and state["failed"] == []
    assert (
        office.messages()["bob@example.org"].get_body(("plain",)).get_content().split()
        == mail["text"].split()
    )
    again = post(client, "look", **TYPED).json()
    assert again["count"] == 0 and again["rest"][0]["says"] == "2 have it already and get nothing."
    assert again["rest"][0]["addresses"] == ["ann@example.org", "bob@example.org"]
    assert "2 messages are sent." in html.unescape(client.get("/editions/guide/send").text)


@pytest.mark.slow
def test_the_form_of_each_is_shown(client):
    table = base64.b64encode(b"address,format\nann@example.org,\nbob@example.org,text\n").decode()
    seen = post(client, "look", edition="guide", file=table, file_name="people.csv").json()
    assert seen["count"] == 2 and seen["forms"] == "In which form: 1 PDF, 1 plain text."
    mail = client.get(f"/api/editions/send/mail/{seen['number']}/1").json()
    assert dict(mail["heads"])["Form"] == "plain text" and "edition 1.txt" in mail["files"][0]
    assert post(client, "look", **TYPED).json()["forms"] == ""
    wrong = base64.b64encode(b"address,format\nann@example.org,docx\n").decode()
    (row,) = post(client, "look", edition="guide", file=wrong, file_name="p.csv").json()["wrong"]
    assert row["where"] == "Line 2" and "large" in row["says"]


@pytest.mark.slow
def test_failures_are_said_in_words(client, office):  # noqa: F811
    office.faults["RCPT", "bob@example.org"] = ["550 nobody of this name"]
    seen = post(client, "look", **TYPED).json()
    post(client, "go", number=seen["number"])
    client.app.app.state.posting.wait()
    state = client.get("/api/editions/guide/send/state", headers={"accept-language": "es"}).json()
    assert state["said"] == "1 mensaje enviado." and state["more"] == ["1 fue rechazado:"]
    assert state["failed"] == [{"address": "bob@example.org", "answer": "550 nobody of this name"}]
    assert post(client, "look", **TYPED, refused=True).json()["count"] == 1


@pytest.mark.slow
def test_the_words_are_kept_checked_and_taken_back(client, folder):
    words = {"edition": "guide", "language": "en", "subject": "Our guide", "text": "Hello {nmae},\n"}
    answer = post(client, "words", **words).json()
    assert answer["own"] and answer["rows"][0]["error"] and "nmae" in answer["rows"][0]["says"]
    assert "nmae" in post(client, "look", **TYPED).json()["wrong"][0]["says"]
    answer = post(client, "words", **words | {"text": "Hello {name},"}).json()
    assert answer["rows"] == [] and (folder / "mail/en.txt").read_text(encoding="utf-8").startswith(
        "Subject: Our guide\n"
    )
    assert post(client, "words", **words | {"text": " "}).status_code == 400
    assert not post(client, "words", edition="guide", language="en", usual=True).json()["own"]
    assert not (folder / "mail/en.txt").exists()
    assert "words of messages" in client.get("/editions").text


def test_for_looking_only_nothing_is_sent(folder, made, office):  # noqa: F811
    client = enter(open_studio(folder, read_only=True))
    assert client.get("/editions/guide/send", follow_redirects=False).status_code == 303
    assert "/send" not in client.get("/editions").text
    for deed in ("look", "test", "go", "words", "who"):
        assert post(client, deed, **TYPED).status_code == 403
    assert office.connections == 0


def test_what_is_not_there_is_not_sent(client):
    assert client.get("/editions/nobody/send").status_code == 404
    assert client.get("/api/editions/guide/send/state").status_code == 404
    assert post(client, "look", **TYPED | {"edition": "nobody"}).status_code == 404
