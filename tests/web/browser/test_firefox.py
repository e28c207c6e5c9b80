"""The web page in another browser than that of the other tests: the system's Firefox."""

from pathlib import Path

import axe_playwright_python
import pytest

from guide.web.page import Page
from tests.firefox import launched
from tests.web.browser.test_page_seen import AXE
from tests.web.pages import shown

pytestmark = pytest.mark.thorough

LANGUAGES = {"en": (), "ar": ("ar",), "en-es": ("en", "es")}
SHIFT = "\ue008"
CUT_OFF = """return [...document.querySelectorAll('main *, header *, footer *')].filter(e => {
    const r = e.getBoundingClientRect();
    return (r.right > innerWidth + 1 || r.left < -1) && r.width && !e.closest('[tabindex="0"], .v, svg') && getComputedStyle(e).position !== 'absolute';
}).map(e => e.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def firefox():
    """A window, for the tests of this file."""
    with launched() as found:
        yield found


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """{languages: the address of the page in them}."""
    folder = tmp_path_factory.mktemp("firefox")
    for name, languages in LANGUAGES.items():
        page = Page(shown(time_zone="America/Chicago", languages=languages))
        (folder / f"{name}.html").write_text(page.html(), encoding="utf-8")
    return {name: (folder / f"{name}.html").as_uri() for name in LANGUAGES}


@pytest.fixture
def page(firefox, pages):
    """The window with the English page in it, as it is opened."""
    firefox.size(1280, 900)
    firefox.open(pages["en"])
    firefox.run("localStorage.clear()")
    yield firefox
    assert (
        firefox.run("return performance.getEntriesByType('resource').length") == 0
    )  # nothing was asked of anybody


def found_in(page):
    """The ids of the listings that are shown as found."""
    return page.run("return [...document.querySelectorAll('#w-hits article')].map(each => each.id)")


def test_search_forgives_a_slip(page):
    page.type("#w-q", "nalaxone")
    said = page.until("return document.querySelector('#w-status').textContent")
    assert said.startswith("1 of 4 places.") and "Shown: naloxone" in said and found_in(page) == ["pantry"]
    page.press("#w-clear")
    assert found_in(page) == []


def test_filters(page):
    """A town, and what is open now; the clock says how late it is in the zone of the guide."""
    page.run(
        "const each = document.querySelector('#w-town'); each.value = 'Decatur'; each.dispatchEvent(new Event('change', {bubbles: true}))"
    )
    assert (
        page.until("return [...document.querySelectorAll('#w-hits article')].map(e => e.id).join()")
        == "offices"
    )
    page.press("#w-clear")
    page.press("#w-open")
    assert "shelter" in found_in(page)  # open day and night
    assert "By the clock of this device" in page.run("return document.querySelector('#w-clock').textContent")
    assert page.run("return document.querySelector('#shelter .now').textContent") == "Open now, day and night"


def test_the_list_is_kept_when_the_button_is_pressed(page, pages):
    """And not before; after that it is there when the page is opened again."""
    kept = "return JSON.stringify(localStorage) + document.cookie"
    page.press("#pantry .do input")
    assert page.run(kept) == "{}" and "(1)" in page.run(
        "return document.querySelector('#w-list h2').textContent"
    )
    page.press("#w-keep")
    assert page.run("return localStorage.getItem('guide-list')") == '["pantry"]'
    page.open(pages["en"])
    assert page.run("return document.querySelector('#pantry .do input').checked")
    page.press("#w-keep")
    assert page.run(kept) == "{}"


def test_leaving(firefox, pages):
    """Three times the Shift key: the page is gone, and a list that was kept with it."""
    firefox.open(pages["en"])
    firefox.press("#pantry .do input")
    firefox.press("#w-keep")
    firefox.keys(3 * SHIFT)
    firefox.until(
        "return !document.title.includes('Help') && document.querySelector('main article') === null"
    )
    firefox.open(pages["en"])
    assert firefox.run("return localStorage.length") == 0


@pytest.mark.parametrize("name", LANGUAGES)
def test_at_four_times_its_size_nothing_is_cut_off(firefox, pages, name):
    """That is a window of 320 pixels; with the largest text too."""
    firefox.size(1280, 1024)
    firefox.open(pages[name])
    firefox.zoom(4)
    try:
        firefox.run("document.querySelector('#w-display input[value=\"3\"]').click()")
        assert firefox.run("return innerWidth") == 320
        assert firefox.run("return document.documentElement.scrollWidth <= innerWidth")
        assert firefox.run(CUT_OFF) == []
    finally:
        firefox.zoom(1)


@pytest.mark.parametrize("name", LANGUAGES)
def test_axe_finds_nothing_here_either(firefox, pages, name):
    firefox.open(pages[name])
    source = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    script = """;const done = arguments[1];
        axe.run(document, {runOnly: arguments[0], resultTypes: ['violations']}).then(
            found => done(found.violations.map(each => [each.id, each.nodes[0].html.slice(0, 200)])), wrong => done(String(wrong)))"""
    assert firefox.answer(source + script, AXE) == []
