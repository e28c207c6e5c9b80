"""The studio where there is no guide yet, in a browser."""

import socket
import threading

import pytest
import uvicorn

from guide.studio.app import make_app
from guide.studio.first import first_app
from guide.studio.secret import Door
from tests.studio.browser.conftest import PATIENCE, drawn, until, waits_for
from tests.studio.browser.test_access import BOTH, SIZES, is_cut_off, violations
from tests.studio.conftest import SECRET, open_studio


@pytest.fixture
def address(tmp_path):
    """The address of a studio in a folder without a guide."""
    listening = socket.create_server(("127.0.0.1", 0))
    door = Door(SECRET, listening.getsockname()[1])
    app = first_app(tmp_path / "content", door, lambda folder: make_app(open_studio(folder), door))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run, args=([listening],))
    thread.start()
    yield f"http://127.0.0.1:{door.port}/enter?secret={SECRET}"
    server.should_exit = True
    thread.join()


@pytest.fixture
def tab(address, browser):
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="en-US")
    context.set_default_timeout(PATIENCE * 1000)
    tab = context.new_page()
    wrong = []
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    tab.goto(address)
    yield tab
    context.close()
    assert wrong == []


def test_somebody_begins_a_guide(tab, tmp_path, text):
    """By keys; what is missing is said; then the first listing stands on its page, and what an editor writes is taken in."""
    tab.get_by_role("link", name="Start a guide").press("Enter")
    tab.wait_for_selector("#q-title")
    tab.wait_for_load_state("load")  # its script is there
    tab.get_by_role("button", name="Make the guide").press("Enter")
    until(tab, "document.activeElement.id === 'q-title'")
    assert tab.locator(".says.problem").count() == 2 and not (tmp_path / "content").exists()
    tab.keyboard.type("Help in Elm County")
    tab.fill("#q-section", "Food")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/guide")
    tab.click("#new")
    tab.fill("#ask-name", "Elm Pantry")
    tab.keyboard.press("Enter")
    until(tab, "document.querySelector('h1').textContent.includes('Elm Pantry')")
    drawn(tab)
    waits_for(text, "1-first", "name: Elm Pantry")
    path = tmp_path / "content/sections/1-first.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Elm Pantry", "Oak Pantry"), encoding="utf-8")
    until(tab, "document.querySelector('h1').textContent.includes('Oak Pantry')")


@pytest.fixture
def text(tmp_path):
    return lambda name: (tmp_path / f"content/sections/{name}.yaml").read_text(encoding="utf-8")


@pytest.mark.thorough
@pytest.mark.parametrize("path", ["/", "/start/questions"])
@pytest.mark.parametrize("scheme", BOTH)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: size[0])
def test_anybody_can_read_it(tab, path, scheme, size):
    tab.set_viewport_size({"width": size[0], "height": size[1]})
    tab.emulate_media(color_scheme=scheme)
    tab.goto(tab.url.rstrip("/") + path)
    assert violations(tab) == [] and not is_cut_off(tab)
    if path != "/":
        tab.get_by_role("button", name="Make the guide").click()
        assert violations(tab) == [] and not is_cut_off(tab)
