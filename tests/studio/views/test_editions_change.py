"""The panel in which an edition is changed."""

import html
import re

import pytest

from tests.studio.conftest import enter, open_studio


@pytest.fixture
def client(folder):
    (folder / "editions").mkdir()
    (folder / "editions/letter.yaml").write_text("default: yes\nprice_per_sheet: 0.05\n", encoding="utf-8")
    (folder / "editions/leaf.yaml").write_text(
        "# Ours\nformat: trifold-letter\nchoice: {sections: [fod]}\n", encoding="utf-8"
    )
    return enter(open_studio(folder))


def test_an_edition_is_changed_and_what_comes_of_it_is_told(client, folder):
    """In its file, beside what was there."""
    page = client.get("/editions/letter/change").text
    assert 'data-owner="edition/letter"' in page and "Large print on Letter" in page and " style=" not in page
    before = client.get("/api/editions/letter/trial").json()
    assert before["numbers"][2] != "not known" and before["why"] == ""
    keys = {"format": {"value": "large-print", "was": None}}
    answer = client.post("/api/write", json={"owner": "edition/letter", "keys": keys, "tab": "t"})
    assert answer.status_code == 200 and answer.json()["values"]["format"] == "large-print"
    text = (folder / "editions/letter.yaml").read_text(encoding="utf-8")
    assert "default: yes\n" in text and "format: large-print\n" in text
    after = client.get("/api/editions/letter/trial").json()
    assert after["pages"] > before["pages"] and after["revision"] > before["revision"]
    assert client.get("/editions/letter/trial.png").content.startswith(b"\x89PNG")
    assert client.post("/api/undo", json={"step": None}).json()["address"] == "/editions/letter/change"
    assert client.get("/api/editions/letter/trial").json()["numbers"] == before["numbers"]


def test_a_problem_stands_at_its_field_and_leads_there(client):
    """As `check` says it, on the card, in the form and in what comes of it."""
    card = html.unescape(client.get("/editions").text)
    page = html.unescape(client.get("/editions/leaf/change").text)
    found = client.get("/api/editions/leaf/trial").json()
    assert "fod" in found["why"] and not found["numbers"]
    assert any(
        each["path"].startswith("choice-sections") and "fod" in each["says"] for each in found["problems"]
    )
    assert 'data-edition="leaf"' in page and 'href="/editions/leaf/change' in card


def test_editions_come_are_doubled_and_go(client, folder):
    """The page says the usual words, and Undo names them."""
    made = client.post("/api/editions/new", json={"name": "For the pocket", "kind": "pocket"}).json()
    assert made == {
        "edition": "for-the-pocket",
        "name": "For the pocket",
        "address": "/editions/for-the-pocket/change",
    }
    assert client.get(made["address"]).status_code == 200
    second = client.post("/api/editions/duplicate", json={"edition": "leaf", "name": "Leaf two"}).json()
    assert (folder / f"editions/{second['edition']}.yaml").read_text(encoding="utf-8").startswith("# Ours\n")
    assert client.post("/api/editions/remove", json={"edition": "leaf"}).json()["name"] == "Leaf"
    assert client.get("/editions/leaf/change").status_code == 404
    assert "Undo: Leaf" in client.get("/editions").text
    assert client.post("/api/undo", json={"step": None}).json()["owner"] == "edition/leaf"
    assert (folder / "editions/leaf.yaml").exists()
    gone = client.post("/api/undo", json={"step": None}).json()
    assert gone["owner"] == "edition/leaf-two" and gone["address"] == "/editions"


@pytest.mark.parametrize(
    ("deed", "body", "status"),
    [("new", {"name": " ", "kind": "pocket"}, 400), ("new", {"name": "A", "kind": "papyrus"}, 404),
     ("duplicate", {"edition": "nobody", "name": "A"}, 404), ("remove", {"edition": "../guide"}, 404)],
)  # fmt: skip
def test_what_cannot_be_done_is_not(client, folder, deed, body, status):
    assert client.post(f"/api/editions/{deed}", json=body).status_code == status
    assert sorted(path.name for path in (folder / "editions").iterdir()) == ["leaf.yaml", "letter.yaml"]


def test_for_looking_only_nothing_is_changed(folder):
    client = enter(open_studio(folder, read_only=True))
    page = client.get("/editions").text
    assert "data-new" not in page and "/change" not in page
    assert client.get("/editions/guide/change", follow_redirects=False).status_code == 303
    assert client.post("/api/editions/new", json={"name": "A", "kind": "a4"}).status_code == 403


def test_it_is_said_in_spanish(client):
    page = client.get("/editions/letter/change", headers={"accept-language": "es"}).text
    assert "Letra grande en carta" in page and "Qué resulta" in page
    assert not re.search(r">(editions|fields|choices|groups)\.\w", page)


def test_a_web_page_has_no_pages_to_count(client, folder):
    """It says so, beside its own fields; what is of paper alone is told."""
    (folder / "editions/web.yaml").write_text("format: web\nexit: no\n", encoding="utf-8")
    client.app.app.state.studio.look_again()
    page = client.get("/editions/web/change").text
    assert "On a screen" in page and "“Leave this page” on the web page" in page
    tried = client.get("/api/editions/web/trial").json()
    assert tried["numbers"] == [] and tried["why"] == "" and "nothing is printed" in tried["screen"]
    client.post(
        "/api/write",
        json={"owner": "edition/web", "keys": {"press": {"value": "booklet", "was": None}}, "tab": "t"},
    )
    assert any("press" in each["says"] for each in client.get("/api/editions/web/trial").json()["problems"])
    assert client.get("/api/editions/letter/trial").json()["screen"] == ""
