"""The view of the calls."""

import re

import pytest

from tests.studio.conftest import enter, open_studio


@pytest.fixture
def client(folder, change):
    """All printed listings are due."""
    change("food", "    verified: 2026-04-01\n", "")
    change("food", "    verified: 2026-04-01\n", "    verified: 2024-02-29\n")
    change("beds", "    verified: 2026-04-01\n", "")
    return enter(open_studio(folder))


def answer(client, listing="pantry", kind="right", **more):
    return client.post("/api/calls/answer", json={"listing": listing, "kind": kind, "by": "Mo", **more})


def test_the_first_in_the_queue_is_called(client):
    page = client.get("/calls").text
    assert '<h1 id="title" tabindex="-1">Night Shelter</h1>' in page
    assert '<a href="tel:+17734710131" aria-label="Call 773-471-0131">773-471-0131</a>' in page
    assert re.findall(r'href="/calls/(\w+)"', page) == ["shelter", "pantry", "kitchen"]
    assert "May 1, 2026" in page and '<b class="num">0 of 3</b>' in page
    assert 'href="/calls" aria-current="page">Calls <span class="count num">3<' in page


def test_the_next_one_comes_and_the_done_one_can_be_undone(client, text):
    data = answer(client).json()
    assert (data["next"], data["heard"]) == ("shelter", "Elm Pantry: checked. Next: Night Shelter.")
    page = client.get("/calls/shelter").text
    assert f'data-undo="{data["number"]}"' in page and '<b class="num">1 of 3</b>' in page
    assert client.post("/api/calls/undo", json={}).json()["listing"] == "pantry"
    assert "verified_by" not in text("food")
    assert client.post("/api/calls/undo", json={}).json() == {"nothing": True}


def test_nothing_is_written_without_a_name(client, text):
    before = text("food")
    assert answer(client, by=" ").status_code == 400
    assert answer(client, kind="maybe").status_code == 400
    assert answer(client, "nobody").status_code == 404
    assert text("food") == before


def test_no_answer_is_told_with_its_hour(client):
    assert answer(client, kind="no_answer").json()["next"] == "shelter"
    page = client.get("/calls").text
    assert re.search(r"No answer at \d\d:\d\d, again later", page)
    assert re.findall(r'href="/calls/(\w+)"', page)[-1] == "pantry"


def test_the_only_one_that_is_left_is_called_again(client):
    for each in ("shelter", "pantry"):
        answer(client, each)
    assert answer(client, "kitchen", "later").json()["next"] == "kitchen"


def test_nobody_to_call(studio):
    page = enter(studio).get("/calls").text
    assert "Nobody to call." in page and "The next is due on April 2, 2027." in page
    assert "data-answer" not in page


def test_a_listing_that_is_not_due_can_be_called_too(studio):
    client = enter(studio)
    assert "Soup Kitchen</h1>" in client.get("/calls/kitchen").text
    assert client.get("/calls/nobody").status_code == 404


def test_what_was_changed_on_the_telephone_is_said(client):
    page = client.get("/calls/kitchen").text
    since = int(re.search(r'data-since="(\d+)"', page)[1])
    keys = {"hours": {"value": "Mo 10:00-11:00", "was": "By appointment."}}
    client.post(
        "/api/write", json={"owner": "listing/kitchen", "keys": keys, "tab": "me", "visit": "me-1-hours"}
    )
    answer(client, "kitchen", since=since, tab="me")
    assert "Changed: Hours," in client.get("/calls").text


def test_a_secret_street_is_never_shown(folder, change):
    """Nor a button that shows it."""
    change("food", "1 Elm Street, city", "9 Hidden Way, confidential: yes, city")
    page = enter(open_studio(folder)).get("/calls/pantry").text
    assert "Hidden" not in page and "data-street" not in page and "Address secret: do not read it out" in page


def test_names_are_texts_and_ids_stand_once(client, change):
    change("food", "name: Elm Pantry", "name: <script>x</script>")
    page = client.get("/calls/pantry").text
    client.app.app.state.studio.look_again()
    page = client.get("/calls/pantry").text
    assert "<script>x" not in page and "&lt;script&gt;x" in page
    page = re.sub(r"<template>.*?</template>", "", page, flags=re.S)
    ids = re.findall(r"\sid=\"([^\"]+)\"", page)
    assert len(ids) == len(set(ids)) and " style=" not in page


def test_for_looking_only_nothing_can_be_changed(folder, change):
    change("food", "    verified: 2026-04-01\n", "")
    page = enter(open_studio(folder, read_only=True)).get("/calls/pantry").text
    assert "data-answer" not in page and "data-change" not in page and "tel:+17734710111" in page
