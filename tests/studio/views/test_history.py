"""What was changed, and the archive."""

import re

import pytest

from guide.produce import Request, produce
from tests.studio.conftest import enter, open_studio


def write(client, value, was, key="name", owner="listing/pantry"):
    answer = client.post("/api/write", json={"owner": owner, "keys": {key: {"value": value, "was": was}}})
    assert answer.status_code == 200


def bring(client, number, side):
    return client.post("/api/settings/bring_back", json={"number": number, "side": side}).json()


def plain(page):
    """The words of a page, without its tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_steps_say_what_was_and_what_is(client, text):
    """The last one first; of one listing alone; after a restart too."""
    write(client, "<b>Oak</b>", "Elm Pantry")
    write(client, "Hot soup.", "A hot meal at noon. See also [[shelter]].", "description", "listing/kitchen")
    client = enter(open_studio(client.app.app.state.studio.content))
    page = client.get("/settings/history").text
    assert "&lt;b&gt;Oak" in page and "<b>Oak" not in page
    words = plain(page)
    assert (
        words.index("Hot soup.") < words.index("Elm Pantry It says")
        if "Elm Pantry It says" in words
        else True
    )
    assert "Soup Kitchen : Text" in words and "Before A hot meal at noon." in words
    assert "Hot soup." not in client.get("/settings/history?of=listing/pantry").text
    assert bring(client, 1, "before") == {"said": "Elm Pantry: brought back."}
    assert "name: Elm Pantry" in text("food")


def test_older_steps_stand_on_other_pages(client, monkeypatch):
    monkeypatch.setattr("guide.studio.views.history.SHOWN", 2)
    for n in range(3):
        write(client, f"Oak {n + 1}", f"Oak {n}" if n else "Elm Pantry")
    page = client.get("/settings/history").text
    assert (
        "Oak 3" in page
        and "Elm Pantry" not in plain(page).split("Show the changes of")[1].split("Everything")[0]
    )
    (older,) = re.findall(r'href="(/settings/history\?older=\d+)"', page)
    assert "Before Elm Pantry" in plain(client.get(older).text)


def test_why_something_cannot_come_back_is_said(client):
    write(client, "Oak Pantry", "Elm Pantry")
    client.post("/api/delete", json={"owner": "listing/pantry"})
    assert "no longer there" in bring(client, 1, "before")["refused"]
    assert client.post("/api/settings/bring_back", json={"number": 9, "side": "before"}).status_code == 404
    assert "Archive" in bring(client, 1, "before")["refused"]


def test_a_secret_street_is_in_no_page(client, change):
    """Neither of a listing that is there, nor of one that was deleted, nor in what was before it was secret."""
    studio = client.app.app.state.studio
    offices = client.get("/api/state/listing/pantry").json()["values"]["locations"]
    secret = [{**offices[0], "address": {**offices[0]["address"], "confidential": "yes"}}, offices[1]]
    write(client, secret, offices, "locations")
    for page in (client.get("/settings/history").text, client.get("/settings/archive").text):
        assert "1 Elm Street" not in page
    assert "2 Oak Street" in client.get("/settings/history").text and studio.content.exists()
    client.post("/api/delete", json={"owner": "listing/pantry"})
    for page in (client.get("/settings/history").text, client.get("/settings/archive").text):
        assert "1 Elm Street" not in page and "Elm Pantry" in page


def test_what_was_deleted_is_in_the_archive_and_comes_back(client, text):
    assert "Nothing was deleted" in client.get("/settings/archive").text
    client.post("/api/delete", json={"owner": "listing/kitchen"})
    page = client.get("/settings/archive").text
    assert "Bring back: Soup Kitchen" in page
    assert bring(client, 1, "before")["said"] and "id: kitchen" in text("food")
    assert "Nothing was deleted" in client.get("/settings/archive").text


@pytest.fixture
def old(folder):
    """The folder with an edition of before in the archive."""
    (folder / "editions").mkdir()
    (folder / "editions/letter.yaml").write_text("default: yes\n", encoding="utf-8")
    path = folder / "guide.yaml"
    for number in (1, 2):
        path.write_text(
            path.read_text(encoding="utf-8").replace("number: 1", f"number: {number}"), encoding="utf-8"
        )
        produce(folder, folder.parent / "out", Request(names=("letter",)))
    return folder


@pytest.mark.slow
def test_old_editions_are_downloaded(old):
    """Only what their manifests name."""
    client = enter(open_studio(old))
    page = client.get("/settings/archive").text
    assert "Letter, number 1" in page and "April 1, 2026" in page
    (address,) = re.findall(r'href="(/settings/archive/[^"]+\.pdf)"', page)
    answer = client.get(address)
    assert answer.content.startswith(b"%PDF") and "attachment" in answer.headers["content-disposition"]
    for path in ("letter-1/manifest.json", "letter-1/..%2fx", "content/x.zip", "letter/x.pdf"):
        assert client.get(f"/settings/archive/{path}").status_code == 404


@pytest.mark.slow
def test_who_may_only_look_sees_no_button(client, folder):
    write(client, "Oak Pantry", "Elm Pantry")
    client.post("/api/delete", json={"owner": "listing/kitchen"})
    looking = enter(open_studio(folder, read_only=True))
    for path in ("/settings/history", "/settings/archive"):
        assert "data-bring" in client.get(path).text and "data-bring" not in looking.get(path).text
