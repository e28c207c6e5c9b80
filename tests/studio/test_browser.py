"""The studio in a real browser: what somebody does there is in the files, and the other way round."""

import shutil
import socket
import threading
import time

import pytest

playwright = pytest.importorskip("playwright.sync_api", reason="there is no Playwright")
uvicorn = pytest.importorskip("uvicorn")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="there is no axe")

from guide.studio.app import make_app  # noqa: E402
from guide.studio.secret import Door  # noqa: E402
from tests.studio.conftest import SECRET, open_studio  # noqa: E402
from tests.thorough import examples  # noqa: E402

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this system")
WIDTHS = (1366, 1024, 683, 320)


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def address(folder):
    """Of a studio that runs."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port = listening.getsockname()[1]
        app = make_app(open_studio(folder, later=0.1), Door(SECRET, port))
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", timeout_graceful_shutdown=1))
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{port}"
        server.should_exit = True
        thread.join(10)


@pytest.fixture
def page(browser, address):
    """A tab that has entered, and in which nothing went wrong."""
    context = browser.new_context(viewport={"width": 1366, "height": 768}, base_url=address)
    tab, wrong = context.new_page(), []
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    tab.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    tab.goto(f"{address}/enter?secret={SECRET}")
    tab.goto("/guide/pantry")
    tab.wait_for_selector("[role=treeitem][aria-selected=true]")
    yield tab
    context.close()
    assert [each for each in wrong if "409" not in each] == []  # a conflict is no fault


def until(work):
    """Wait until something is so."""
    end = time.monotonic() + 20
    while not work():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_what_is_typed_is_saved_and_undone(page, text):
    """Without a button; it is seen on the page."""
    page.wait_for_selector("#picture:not([hidden])", timeout=20_000)
    before, picture = text("food"), page.get_attribute("#picture", "src")
    page.fill("#f-name", "Oak Pantry")
    until(lambda: "name: Oak Pantry" in text("food"))
    until(lambda: page.get_attribute("#picture", "src") != picture)
    assert page.inner_text("#title").endswith("Oak Pantry")
    page.click("#undo")
    until(lambda: text("food") == before)
    until(lambda: page.evaluate("document.getElementById('f-name').value === 'Elm Pantry'"))


def test_a_wrong_number_is_told_at_its_field_and_mended(page, text):
    number = page.locator("#f-phones-1-number")
    number.fill("312-055-2755")
    number.press("Tab")
    page.wait_for_selector("#w-phones .says.problem, #w-phones .says.warning")
    assert "312-055-2755" in text("food")
    number.fill("773-471-0119")
    until(
        lambda: page.evaluate("!document.querySelector('#w-phones .says.problem, #w-phones .says.warning')")
    )


def test_a_change_from_outside_is_taken_in(page, change):
    change("food", "Groceries for everybody.", "Groceries for all.")
    until(lambda: page.evaluate("document.getElementById('f-description').value === 'Groceries for all.'"))
    until(lambda: "Taken in" in page.inner_text("#outside"))


def test_one_text_changed_in_two_places_is_asked_about(page, change, text):
    """Both are shown, and nothing is lost."""
    page.fill("#f-description", "Groceries for everybody, at noon.")
    change("food", "Groceries for everybody.", "Free groceries for everybody.")
    page.wait_for_selector(".conflict")
    words = page.inner_text(".conflict")
    assert "Free groceries for everybody." in words and "at noon." in words
    page.click("text=Keep both changes")
    until(lambda: "Free groceries for everybody, at noon." in text("food"))


def test_two_tabs_see_each_other(page, text):
    """What one saves the other has."""
    other = page.context.new_page()
    other.goto("/guide/pantry")
    other.wait_for_selector("[role=treeitem]")
    page.fill("#f-name", "Oak Pantry")
    until(lambda: other.evaluate("document.getElementById('f-name').value === 'Oak Pantry'"))


def test_rows_move_by_keys(page, text):
    page.locator("#f-phones-1-number").press("Alt+ArrowUp")
    until(lambda: text("food").index("773-471-0112") < text("food").index("773-471-0111"))


def test_a_listing_is_made_and_deleted_by_keys(page, text):
    """A name is a name."""
    page.focus("#new")
    page.keyboard.press("Enter")
    page.fill("#ask-name", "<img src=x onerror=alert(1)>")
    page.keyboard.press("Enter")
    until(lambda: page.evaluate("document.getElementById('title').textContent.includes('<img')"))
    assert page.locator("#title img, .tree img").count() == 0
    page.click(".menu summary")
    page.click("[data-deed=delete]")
    until(lambda: "onerror" not in text("food"))
    page.click(".pane-body button:has-text('Undo')")
    until(lambda: "onerror" in text("food"))


def test_the_list_is_walked_by_keys(page):
    page.focus("[role=treeitem][tabindex='0']")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/guide/kitchen")
    assert page.evaluate("document.activeElement.id") == "title"
    page.go_back()
    until(lambda: page.evaluate("document.getElementById('title').textContent.includes('Elm Pantry')"))


VIEWS = ("/guide/pantry", "light"), ("/guide/section/food", "dark"), ("/guide/cover", "light")


@pytest.mark.parametrize(("path", "scheme"), VIEWS)
def test_everybody_can_use_it(page, path, scheme):
    """axe finds nothing, and nothing scrolls sideways."""
    page.emulate_media(color_scheme=scheme)
    for width in WIDTHS if path == VIEWS[0][0] else examples(WIDTHS[::3], WIDTHS):
        page.set_viewport_size({"width": width, "height": 768})
        page.goto(path)
        page.wait_for_selector("[role=treeitem]", state="attached")
        found = axe.Axe().run(page).response["violations"]
        assert [(width, each["id"], each["nodes"][0]["html"][:120]) for each in found] == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
