"""Nothing is answered without the secret, to another site, or beyond what a request may be."""

import pytest

from guide.studio.safety import HEADERS, MOST
from tests.studio.conftest import ORIGIN, PORT, SECRET, enter, open_studio

WRITE = {"owner": "listing/pantry", "keys": {"name": {"value": "Oak Pantry", "was": "Elm Pantry"}}}


@pytest.mark.parametrize(
    "path",
    ["/", "/guide", "/guide/pantry", "/api/tree", "/static/studio.js", "/events", "/page/0.png", "/nothing"],
)
def test_nothing_is_answered_without_the_secret(client, path):
    """Not even what it looks like."""
    client.cookies.clear()
    answer = client.get(path)
    assert (answer.status_code, "make-guide studio" in answer.text) == (403, True)
    client.cookies.set(f"studio-{PORT}", "s" * 42 + "t")
    assert client.get(path).status_code == 403


def test_the_address_with_the_secret_gives_a_strict_cookie(client):
    """And leads to an address without it."""
    client.cookies.clear()
    answer = client.get(f"/enter?secret={SECRET}", follow_redirects=False)
    cookie = answer.headers["set-cookie"].lower()
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert "httponly" in cookie and "samesite=strict" in cookie and f"studio-{PORT}=" in cookie
    client.cookies.clear()
    assert client.get("/enter?secret=wrong").status_code == 403
    assert client.get("/enter").status_code == 403


@pytest.mark.parametrize("host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1", "127.0.0.1:80", ""])
def test_another_name_is_not_answered(client, host):
    """A site whose name leads here all at once (DNS rebinding)."""
    assert client.get("/guide", headers={"host": host}).status_code == 421
    assert client.get(f"/enter?secret={SECRET}", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("origin", ["http://evil.example", "null", f"http://127.0.0.1:{PORT + 1}", ""])
def test_another_site_changes_nothing(client, text, origin):
    """Its forms come with its Origin; one without any is not ours either."""
    before = text("food")
    assert client.post("/api/write", json=WRITE, headers={"origin": origin}).status_code == 403
    assert text("food") == before


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_site_reads_nothing(client, site):
    """Not from another port of this computer either, to which browsers send our cookie."""
    assert client.get("/api/tree", headers={"sec-fetch-site": site}).status_code == 403
    assert client.get("/api/tree", headers={"sec-fetch-site": "same-origin"}).status_code == 200


def test_a_form_is_not_taken(client):
    """Only what our own pages send; and only what can be asked."""
    assert client.post("/api/write", data={"owner": "x"}).status_code == 415
    assert client.request("PATCH", "/api/write", json=WRITE).status_code == 405
    assert client.post("/api/write", json=[1]).status_code == 400
    assert (
        client.post("/api/write", json=WRITE | {"keys": {"name": {"value": 1, "was": None}}}).status_code
        == 400
    )


def test_too_much_is_not_taken(client, text):
    """By what it says of itself, and by what comes."""
    before = text("food")
    large = WRITE | {"keys": {"name": {"value": "x" * MOST, "was": "Elm Pantry"}}}
    assert client.post("/api/write", json=large).status_code == 413

    def parts():
        for _ in range(30):
            yield b"x" * 100_000

    answer = client.post("/api/write", content=parts(), headers={"content-type": "application/json"})
    assert answer.status_code == 413
    assert text("food") == before


@pytest.mark.parametrize(
    "path",
    ["/static/../app.py", "/static/..%2fapp.py", "/static/%2e%2e/app.py", "/fonts/..%2F..%2Fsetup.cfg", "/static/app.py",
     "/guide/section/..%2F..%2Fetc", "/guide/..%2fguide.yaml", "/page/0.png?edition=..%2f..%2fx"],
)  # fmt: skip
def test_no_path_leads_elsewhere(client, path):
    """Files are had by their names alone."""
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    "owner", ["listing/../guide", "section/../../x", "section/", "guide/x", "other/x", ""]
)
def test_no_owner_leads_elsewhere(client, owner, folder):
    """A listing is had by its id, a section too."""
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    answer = client.post("/api/write", json=WRITE | {"owner": owner})
    assert answer.status_code == 404
    assert {path: path.read_bytes() for path in folder.rglob("*.yaml")} == before


@pytest.mark.parametrize(
    "path",
    ["/api/write", "/api/new", "/api/delete", "/api/duplicate", "/api/move", "/api/undo", "/api/leave"],
)
def test_looking_only_changes_nothing(folder, path):
    """And the page has no field and no button that would."""
    browser = enter(open_studio(folder, read_only=True))
    assert browser.post(path, json=WRITE).status_code == 403
    page = browser.get("/guide/pantry").text
    assert "Elm Pantry" in page and '<input id="f-' not in page and "data-deed" not in page


@pytest.mark.parametrize("path", ["/guide", "/static/studio.css", "/nothing", "/api/tree", "/enter"])
def test_every_answer_loads_nothing_from_elsewhere(client, path):
    """Strict headers on all of them."""
    headers = client.get(path).headers
    assert {name: headers.get(name) for name in HEADERS} == HEADERS
    assert "unsafe" not in headers["content-security-policy"]


def test_names_are_names(client, change):
    """A listing that is called `<script>` is one."""
    change("food", "name: Elm Pantry", 'name: "<script>alert(1)</script> & \'x\' \\"y\\""')
    client.app.app.state.studio.look_again()
    for path in ("/guide/pantry", "/form/listing/pantry", "/guide/kitchen"):
        page = client.get(path).text
        assert "<script>alert" not in page and "onerror" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp;" in client.get("/guide/pantry").text


def test_what_stands_in_data_ends_no_script(client, change):
    """The values of a form are beside it as data."""
    change("food", "Groceries for everybody.", '"</script><script>alert(1)</script>"')
    client.app.app.state.studio.look_again()
    assert "</script><script>" not in client.get("/guide/pantry").text


def test_our_origin_is_this_computer():
    assert ORIGIN.startswith("http://127.0.0.1:")


@pytest.mark.parametrize("body", [b"[" * 100_000, b'{"step": 1e999}', b'{"step": NaN}', b"\xff", b"7"])
def test_what_no_browser_sends_is_refused(client, body):
    answer = client.post("/api/undo", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 400


@pytest.mark.parametrize(
    "path",
    ["/page/0.png?language=/etc/passwd", f"/page/{'9' * 5000}.png", f"/editions/{'9' * 300}/cover.png"],
)
def test_what_there_is_not_is_said(client, path):
    assert client.get(path).status_code == 404
    assert client.get(f"/settings/history?older={'9' * 5000}").status_code == 200


def test_a_fault_of_the_studio_is_one_sentence(client, monkeypatch):
    """In the browser and in the terminal."""
    said = []

    def broken(*args):
        raise LookupError("what nobody has thought of")

    monkeypatch.setattr("guide.studio.views.guide.counts_of", broken)
    monkeypatch.setattr("guide.studio.safety.LOG.error", said.append)
    answer = client.get("/api/tree")
    assert (answer.status_code, answer.text.startswith("The studio has made a mistake")) == (500, True)
    assert len(said) == 1 and "LookupError: what nobody has thought of" in said[0] and "\n" not in said[0]
