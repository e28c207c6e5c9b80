"""The view of the guide."""

import errno

import pytest

from tests.thorough import first_quick


def write(client, value, was, key="name", owner="listing/pantry"):
    return client.post("/api/write", json={"owner": owner, "keys": {key: {"value": value, "was": was}}})


def test_a_form_saves(client, text):
    """And says how it is then."""
    answer = write(client, "Oak Pantry", "Elm Pantry").json()
    assert "name: Oak Pantry" in text("food")
    assert (answer["name"], answer["values"]["name"], answer["problems"]) == ("Oak Pantry", "Oak Pantry", [])
    assert "Oak Pantry" in client.get("/guide/pantry").text
    assert client.get("/api/tree").json()["undo"] == "Elm Pantry"


def test_problems_come_with_the_answer(client):
    answer = write(client, "312-055-2755", "773-471-0112", "phones")
    assert answer.status_code == 409
    was = client.get("/api/state/listing/pantry").json()["values"]["phones"]
    answer = write(client, [was[0], {**was[1], "number": "312-055-2755"}], was, "phones").json()
    assert [(each["path"], "cannot be dialled" in each["says"]) for each in answer["problems"]] == [
        ("phones-1-number", True)
    ]
    assert client.get("/api/problems").json()["problems"][0]["address"] == "/guide/pantry"


def test_a_conflict_says_what_the_file_has(client):
    answer = write(client, "Oak Pantry", "Ash Pantry")
    assert (answer.status_code, answer.json()["conflict"]) == (409, {"name": "Elm Pantry"})
    assert (
        client.post("/api/leave", json={"owner": "listing/pantry", "key": "name", "value": "Oak"}).json()
        == {}
    )


def test_listings_come_move_and_go(client, text):
    """And come back."""
    made = client.post(
        "/api/new", json={"section": "food", "name": " <b>Bank</b> ", "after": "pantry"}
    ).json()
    assert made == {"owner": "listing/b-bank-b", "address": "/guide/b-bank-b"}
    again = client.post("/api/duplicate", json={"owner": "listing/pantry", "name": "Elm Two"}).json()
    assert again["owner"] == "listing/elm-two" and text("food").count("773-471-0111") == 2
    assert (
        client.post(
            "/api/move", json={"owner": "listing/kitchen", "section": "beds", "after": ""}
        ).status_code
        == 200
    )
    assert client.post("/api/delete", json={"owner": "listing/elm-two"}).json()["name"] == "Elm Two"
    for kind in ("delete", "move", "new", "new"):
        assert client.post("/api/undo", json={}).json()["kind"] == kind
    assert client.post("/api/undo", json={}).json() == {"nothing": True}


@pytest.mark.parametrize(
    ("path", "body", "status"),
    first_quick(
        [
            ("/api/new", {"section": "food", "name": " "}, 400),
            ("/api/new", {"section": "none", "name": "A"}, 404),
            ("/api/delete", {"owner": "section/food"}, 404),
            ("/api/move", {"owner": "listing/pantry", "section": "beds", "after": "nobody"}, 422),
            ("/api/undo", {"step": 99}, 404),
            ("/api/write", {}, 404),
        ],
        3,
    ),
)
def test_what_cannot_be_done_is_told(client, path, body, status):
    assert client.post(path, json=body).status_code == status


def test_search_finds_names_numbers_and_texts(client):
    """Without accents and case; secret streets are not found."""

    def found(words):
        return client.get("/api/find", params={"q": words}).json()["owners"]

    assert found("PÁNTRY") == ["listing/pantry"] == found("7734710112") == found("oak street")
    assert found("hot meal") == ["listing/kitchen"] and found("nothing like it") == []


def test_a_secret_street_is_shown_when_it_is_asked_for(client, change):
    """It is in no page before."""
    change("food", "address: {address_1: 1 Elm", "address: {confidential: yes, address_1: 1 Elm")
    client.app.app.state.studio.look_again()
    assert "1 Elm Street" not in client.get("/guide/pantry").text
    assert client.get("/api/find", params={"q": "1 elm street"}).json()["owners"] == []
    token = client.get("/api/state/listing/pantry").json()["values"]["locations"][0]["address"]["~secret"]
    answer = client.post("/api/street", json={"owner": "listing/pantry", "token": token}).json()
    assert answer["keys"]["address_1"] == "1 Elm Street"


@pytest.mark.parametrize(
    "path", ["/guide/section/food", "/guide/cover", "/form/listing/pantry", "/form/guide"]
)
def test_every_kind_has_a_form(client, path):
    assert '<main class="pane form"' in client.get(path).text


@pytest.mark.parametrize("path", ["/guide/nobody", "/form/listing/nobody", "/api/state/listing/nobody"])
def test_what_is_gone_is_told(client, path):
    assert client.get(path).status_code == 404


def test_hours_and_numbers_as_they_are_read(client, change):
    change("food", "    hours: By appointment.", "    hours: monday to friday 9 to 5 pm")
    change("food", "773-471-0121", "773.471.0121")
    client.app.app.state.studio.look_again()
    reads = client.get("/api/state/listing/kitchen").json()["reads"]
    assert reads["hours"]["hours"]["understood"] and reads["phones"] == {"773.471.0121": "773-471-0121"}


def test_the_form_leads_to_the_call(client):
    assert '<a class="button" href="/calls/pantry">Call them</a>' in client.get("/guide/pantry").text


def test_the_paper_has_its_form(client, folder):
    """Without a menu; its colour is written into a file of its own, and undone."""
    page = client.get("/guide/style/paper").text
    assert 'id="w-accent"' in page and 'id="w-words"' not in page and 'data-deed="delete"' not in page
    answer = write(client, "#7A1F5C", None, "accent", "style/paper").json()
    assert answer["name"] == "Paper" and "accent" in (folder / "style.yaml").read_text(encoding="utf-8")
    undone = client.post("/api/undo", json={"step": None}).json()
    assert undone["address"] == "/guide/style/paper"
    assert "accent" not in (folder / "style.yaml").read_text(encoding="utf-8")


def test_what_cannot_be_read_is_said_and_the_rest_works(client, change, text, folder):
    """In the list, in its form, where something is saved into it, and in the settings for the guide's own file."""
    studio = client.app.app.state.studio
    was = text("food")
    change("food", "description: A hot meal", "description: 'A hot meal")
    studio.look_again()
    (row,) = (each for each in client.get("/api/tree").json()["rows"] if each["owner"] == "section/food")
    line = was[: was.index("description: A hot meal")].count("\n") + 1
    assert row["badges"] == [{"sign": "problem", "words": f"Cannot be read: line {line}"}]
    answer = client.get("/form/section/food")
    assert answer.status_code == 404 and f"Cannot be read: line {line}" in answer.text
    assert "never ends" in answer.text and f"food.yaml, line {line}" in answer.text
    assert "Or it stands in a file" in client.get("/guide/pantry").text
    refused = write(client, "Oak Pantry", "Elm Pantry")
    assert refused.status_code == 404 and f"food.yaml, line {line}" in refused.json()["refused"]
    assert write(client, "Day Shelter", "Night Shelter", owner="listing/shelter").status_code == 200
    for path in ("/calls", "/editions", "/settings", "/settings/history", "/settings/archive", "/import"):
        assert client.get(path).status_code == 200
    (folder / "sections/food.yaml").write_text(was, encoding="utf-8")
    (folder / "guide.yaml").write_text("title: 'Help\n", encoding="utf-8")
    studio.look_again()
    assert client.get("/guide/pantry").status_code == 200
    for path in ("/guide/cover", "/settings"):
        assert "Cannot be read: line 1" in client.get(path).text
    assert 'data-own="theme"' in client.get("/settings").text


@pytest.mark.parametrize(
    ("error", "words", "also"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "x"), "The disk is full. Make room", "full"),
        (OSError(errno.EBUSY, "Busy", "/a/food.yaml"), "Another program holds food.yaml. Trying", "held"),
        (
            PermissionError(errno.EACCES, "Denied", "/a/food.yaml"),
            "food.yaml cannot be written (Denied).",
            None,
        ),
    ],
)
def test_why_something_is_not_saved_is_said_in_words(client, monkeypatch, error, words, also):
    def fails(*given, **options):
        raise error

    monkeypatch.setattr("guide.studio.saves.write_atomically", fails)
    answer = write(client, "Oak Pantry", "Elm Pantry")
    assert answer.status_code == 507 and words in answer.json()["refused"]
    assert answer.json().keys() - {"refused"} == ({also} if also else set())


def test_what_cannot_be_seen_is_not_written(client, text):
    """A page of the web, pasted: with it the section could not be read any more."""
    pair = {"value": "Oak \u202ePan\u00adtry\0", "was": "Elm Pantry"}
    answer = client.post("/api/write", json={"owner": "listing/pantry", "keys": {"name": pair}})
    assert answer.json()["values"]["name"] == "Oak Pantry"
    assert "name: Oak Pantry\n" in text("food")
