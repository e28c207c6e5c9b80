"""Sections and own pages over the web."""

import pytest

from tests.studio.conftest import enter, open_studio

DEEDS = {
    "/api/section/new": {"name": "Work", "after": "food"},
    "/api/section/move": {"owner": "section/food", "after": ""},
    "/api/section/delete": {"owner": "section/food"},
    "/api/own-page/new": {"name": "Overdose", "place": "cover"},
    "/api/own-page/delete": {"owner": "page/nothing"},
}


def test_a_section_is_made_moved_deleted_and_each_is_undone(client, text):
    made = client.post("/api/section/new", json={"name": " Work ", "after": "food"}).json()
    assert made == {"owner": "section/work", "address": "/guide/section/work"}
    assert "Work" in client.get("/form/section/work").text
    assert (
        client.post("/api/section/move", json={"owner": "section/work", "after": "beds"}).status_code == 200
    )
    gone = client.post("/api/section/delete", json={"owner": "section/work"}).json()
    assert gone["name"] == "Work"
    assert client.post("/api/undo", json={"step": gone["step"]}).json()["address"] == "/guide/section/work"
    for _ in range(2):
        undone = client.post("/api/undo", json={}).json()
    assert undone["address"] == "/guide" and client.get("/form/section/work").status_code == 404


def test_a_page_has_a_form_with_the_places_there_are(client):
    made = client.post("/api/own-page/new", json={"name": "Overdose", "place": "food"}).json()
    form = client.get("/form/page/overdose").text
    assert made["address"] == "/guide/page/overdose"
    assert '<option value="food" selected>Food</option>' in form and ">The index</option>" in form
    rows = [row["owner"] for row in client.get("/api/tree").json()["rows"]]
    assert rows.index("page/overdose") == rows.index("listing/kitchen") + 1
    assert client.post("/api/own-page/delete", json={"owner": "page/overdose"}).json()["name"] == "Overdose"


@pytest.mark.parametrize("path", DEEDS)
def test_who_only_looks_changes_nothing(folder, path):
    client = enter(open_studio(folder, read_only=True))
    assert client.post(path, json=DEEDS[path]).status_code in (403, 405)
    page = client.get("/guide/section/food").text
    assert "new-section" not in page and "data-deed" not in page


@pytest.mark.parametrize(
    "path, body", [("/api/section/new", {"name": " "}), ("/api/section/delete", {"owner": "listing/pantry"})]
)
def test_what_is_not_meant_is_refused(client, path, body):
    assert client.post(path, json=body).status_code in (400, 404)
