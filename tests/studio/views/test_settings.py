"""The view of the settings."""

import re

from tests.studio.conftest import enter, open_studio


def test_what_is_chosen_holds_on_every_page(client):
    """Of whoever has chosen it: it comes with the request, and nothing is written."""
    for name, value in {"theme": "dark", "text": "larger", "paper": "bright", "language": "es"}.items():
        client.cookies.set(f"studio_{name}", value)
    for path in ("/guide/pantry", "/calls", "/editions", "/settings"):
        page = client.get(path).text
        assert '<html lang="es" data-theme="dark" data-text="larger" data-paper="bright">' in page
    assert '<option value="largest">' in page and '<option value="larger" selected>' in page


def test_the_guide_s_own_are_in_its_form(client, folder):
    """And not in that of the cover; a text of several lines keeps them."""
    page = client.get("/settings").text
    for key in ("language", "country", "freshness", "checks_off", "mail"):
        assert f'id="w-{key}"' in page and f'id="w-{key}"' not in client.get("/guide/cover").text
    assert 'id="w-title"' not in page
    assert re.search(r'data-field="body" data-control="plain".*?<textarea', page, re.S)
    mail = {"from": "a@b.org", "body": "Hello,\n\nhere it is.\n"}
    answer = client.post(
        "/api/write", json={"owner": "guide", "keys": {"mail": {"value": mail, "was": None}}}
    )
    assert answer.json()["values"]["mail"]["body"].splitlines() == ["Hello,", "", "here it is."]
    assert "from: a@b.org" in (folder / "guide.yaml").read_text(encoding="utf-8")
    assert "here it is." in client.get("/settings").text


def test_no_password_is_asked_for(client):
    page = client.get("/settings").text
    assert 'type="password"' not in page and "keyring" in page


def test_a_check_is_turned_on_again(client, change, text):
    off = "    checks_off:\n      - {name: long-sentence, reason: Their words.}\n    verified: 2026-04-01\n  - id: kitchen"
    change("food", "    verified: 2026-04-01\n  - id: kitchen", off)
    client.app.app.state.studio.look_again()
    assert "Turn on again: long-sentence of Elm Pantry" in client.get("/settings").text
    body = {"owner": "listing/pantry", "name": "long-sentence", "reason": "Their words."}
    assert client.post("/api/settings/check_on", json=body).json() == {"name": "Elm Pantry"}
    assert "checks_off" not in text("food") and "No listing has turned" in client.get("/settings").text
    assert client.post("/api/settings/check_on", json=body).status_code == 404


def test_who_may_only_look_changes_what_is_theirs_alone(folder):
    page = enter(open_studio(folder, read_only=True)).get("/settings").text
    assert 'data-own="theme"' in page and "data-opens" not in page and "data-check-on" not in page
