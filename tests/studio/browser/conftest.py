"""The studio in a real browser, the system's Chromium; where there is none these tests are skipped and say so.

Whatever a page does in any of these tests: nothing is asked of another computer, nothing goes wrong in a script, and the
Content-Security-Policy has nothing to stop.
"""

import os
import socket
import threading
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
import uvicorn

from guide.studio.app import make_app
from guide.studio.secret import Door
from tests.studio.conftest import SECRET

PATIENCE = 60  # seconds: a slow or busy machine is no fault of the studio
LEAVING = ("context was destroyed", "Cannot find context", "because of a navigation")
WIDE = {"width": 1366, "height": 768}


@pytest.fixture
def serve():
    """serve(studio): its address with the secret; it answers until the end of the test."""
    servers = []

    def serve(studio):
        listening = socket.create_server(("127.0.0.1", 0))
        door = Door(SECRET, listening.getsockname()[1])
        settings = uvicorn.Config(make_app(studio, door), log_level="error", timeout_graceful_shutdown=1)
        server = uvicorn.Server(settings)
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        servers.append((server, thread))
        return f"http://127.0.0.1:{door.port}/enter?secret={SECRET}"

    yield serve
    for server, thread in servers:
        server.should_exit = True
        thread.join()


@pytest.fixture
def people(browser):
    """people(address, **options): a tab of a browser of its own, in which the studio is open and its page drawn."""
    contexts, asked, wrong = [], [], []

    def enter(address, *, path="", **options):
        context = browser.new_context(**{"viewport": WIDE, "locale": "en-US", **options})
        context.set_default_timeout(PATIENCE * 1000)
        contexts.append(context)
        context.on("request", lambda request: asked.append(request.url))
        context.on("weberror", lambda error: wrong.append(str(error.error.stack)))
        context.on("console", lambda said: wrong.append(said.text) if is_wrong(said) else None)
        return open_tab(context, address, path)

    yield enter
    for context in contexts:
        context.close()
    assert [url for url in asked if not url.startswith(("http://127.0.0.1:", "blob:"))] == []
    assert wrong == []


def is_wrong(said):
    """Whether what a page says is a fault of it; that a server which is gone does not answer is none."""
    return said.type == "error" and "Failed to load resource" not in said.text


def open_tab(context, address, path=""):
    """A tab in which the studio is open; a second one in the same browser has the cookie already."""
    tab = context.new_page()
    if path:
        context.request.get(address, max_redirects=0)  # the cookie
        address = address.partition("/enter")[0] + path
    tab.goto(address)
    drawn(tab)
    return tab


def drawn(tab):
    """Wait until the page is drawn, and the list is there."""
    tab.wait_for_selector("#picture:not([hidden])", state="attached")
    tab.wait_for_selector("#tree [role=treeitem]", state="attached")


@pytest.fixture
def home(tmp_path):
    """The environment of a command whose user has a home of its own."""
    return {
        **os.environ,
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "PYTHONPATH": str(Path(__file__).parents[3]),
    }


@pytest.fixture
def desk(studio, serve, people):
    """Somebody in front of the studio of the small guide, with Elm Pantry open: its tab, studio and address."""
    address = serve(studio)
    return SimpleNamespace(tab=people(address, path="/guide/pantry"), studio=studio, address=address)


def until(tab, holds, seconds=PATIENCE):
    """Wait until this holds in a page; Playwright's own way is stopped by the Content-Security-Policy."""
    end = time.monotonic() + seconds
    while not holds_in(tab, holds):
        assert time.monotonic() < end, holds
        tab.wait_for_timeout(20)


def holds_in(tab, holds):
    """Whether this holds in a page; not while the page is being left for another, nor before that one is read."""
    from playwright.sync_api import Error

    try:
        return tab.evaluate(f"document.readyState !== 'loading' && ({holds})")
    except Error as error:
        if any(words in error.message for words in LEAVING):
            return False
        raise


def meanwhile(tab, holds):
    """Wait until this holds here, while the tab goes on."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end
        tab.wait_for_timeout(20)


def held_back(tab, held):
    """What the tab has asked for and a route has put here, as soon as it is there."""
    meanwhile(tab, lambda: held)
    return held.pop()


def saved(tab):
    """Wait until the head says that all is saved."""
    until(tab, "document.querySelector('#saved').textContent.includes('Saved')")


def waits_for(text, name, words):
    """Wait until a section file has these words."""
    end = time.monotonic() + PATIENCE
    while words not in text(name):
        assert time.monotonic() < end, (words, text(name))
        time.sleep(0.02)
