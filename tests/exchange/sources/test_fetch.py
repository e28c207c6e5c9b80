"""Addresses on the web, on a server of our own."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from guide.errors import GuideError
from guide.exchange.sources import fetch as module
from guide.exchange.sources.fetch import export_address, fetch, is_address

ANSWERS = {
    "/sheet.csv": (200, b"Name,City\nA,B\n"),
    "/missing": (404, b"no"),
    "/large": (200, b"0" * 5_000),
    "/services?page=1": (200, json.dumps({"page": 1, "total_pages": 3, "contents": []}).encode()),
    "/services?page=2": (200, b'{"page": 2}'),
    "/services?page=3": (200, b'{"page": 3}'),
    "/away": (302, b"http://www.example.org/elsewhere"),
    "/here": (302, b"/sheet.csv"),
}


class Answers(BaseHTTPRequestHandler):
    """Answers from the table above."""

    def do_GET(self):
        status, data = ANSWERS[self.path]
        self.send_response(status)
        if status == 302:
            self.send_header("Location", data.decode())
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *args):
        """Says nothing."""


@pytest.fixture(scope="module")
def server():
    """Its address."""
    made = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{made.server_port}"
    made.shutdown()
    thread.join()
    made.server_close()


def refused(address):
    """The name and the words of the problem with an address."""
    with pytest.raises(GuideError) as error:
        list(fetch(address))
    (problem,) = error.value.problems
    return f"{problem.name}: {problem.message}"


def test_an_answer_comes(server):
    """Also from the address to which another one leads."""
    assert list(fetch(f"{server}/sheet.csv")) == [(f"{server}/sheet.csv", b"Name,City\nA,B\n")]
    assert list(fetch(f"{server}/here")) == [(f"{server}/here", b"Name,City\nA,B\n")]


def test_the_pages_of_a_feed_come_one_after_the_other(server):
    """As many as the first says that there are."""
    assert [json.loads(data)["page"] for _, data in fetch(f"{server}/services?page=1")] == [1, 2, 3]


def test_what_does_not_come_is_told(server, monkeypatch):
    """With what the server said."""
    assert refused(f"{server}/missing").startswith("no-answer: nothing came from this address: 404")
    assert refused(f"{server}/away").startswith("no-answer: only addresses with https")
    assert refused("http://www.example.org/a.csv").startswith("no-answer: only addresses with https")
    assert refused("http://127.0.0.1:9/a.csv").startswith("no-answer: nothing came")
    monkeypatch.setattr(module, "LARGEST", 1_000)
    assert refused(f"{server}/large").startswith("no-source: this has more than")


@pytest.mark.parametrize(
    ("copied", "meant"),
    [
        (
            "https://docs.google.com/spreadsheets/d/1aB_c-9/edit#gid=42",
            "https://docs.google.com/spreadsheets/d/1aB_c-9/export?format=csv&gid=42",
        ),
        (
            "https://docs.google.com/spreadsheets/d/1aB_c-9/edit?usp=sharing",
            "https://docs.google.com/spreadsheets/d/1aB_c-9/export?format=csv&gid=0",
        ),
        (
            "https://docs.google.com/spreadsheets/d/e/2PACX/pub?output=csv",
            "https://docs.google.com/spreadsheets/d/e/2PACX/pub?output=csv",
        ),
        ("https://www.example.org/a.csv", "https://www.example.org/a.csv"),
    ],
)
def test_the_address_of_a_google_sheet_is_the_one_people_copy(copied, meant):
    """From their browser's line."""
    assert export_address(copied) == meant


def test_a_windows_path_is_no_address():
    """Nor is a folder."""
    assert is_address("HTTPS://a.org") and not any(map(is_address, ["C:/a.csv", "a.csv", "https.csv"]))
