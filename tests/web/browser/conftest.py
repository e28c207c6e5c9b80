"""A web page in a real browser, the system's Chromium; where there is none these tests are skipped and say so.

Whatever a page does in any of these tests: nothing is asked of anybody, nothing goes wrong in its script, and its policy has
nothing to stop.
"""

from pathlib import Path

import pytest

from guide.web.page import Page
from tests.web.pages import shown, shown_as

BLANK = Path(__file__).with_name("blank.html").as_uri()  # a file too, with the storage of all of them
FRIDAY = "2026-11-27T16:12:00Z"  # 10:12 in the morning in Chicago, a day after Thanksgiving


@pytest.fixture(scope="session")
def files(tmp_path_factory):
    """files(**asked): the address of a page as an edition asks for it, or of one in a `language` of its own, made once."""
    folder, there = tmp_path_factory.mktemp("pages"), {}

    def files(**asked):
        key = tuple(sorted(asked.items()))
        if key not in there:
            there[key] = folder / f"{len(there)}.html"
            language, zone = asked.pop("language", ""), "America/Chicago"
            page = Page(shown_as(language, time_zone=zone) if language else shown(time_zone=zone, **asked))
            there[key].write_text(page.html(), encoding="utf-8")
        return there[key].as_uri()

    return files


TABS = {}  # {how it was asked for: tab} of tabs that are used again: to open one takes longer than most of these tests


@pytest.fixture
def tab_for(browser):
    """tab_for(script=True, bypass=False): a tab in which nothing is left of what was there before."""
    used = []

    def tab_for(script=True, bypass=False):
        tab = TABS.get((script, bypass))
        if tab is None or tab.context.browser is not browser:
            context = browser.new_context(locale="en-US", java_script_enabled=script, bypass_csp=bypass)
            tab = TABS[script, bypass] = context.new_page()
        used.append((tab, script))
        return tab

    yield tab_for
    for tab, script in used:
        tab.unroute_all()
        tab.goto(BLANK)
        if script:
            tab.evaluate("localStorage.clear()")


@pytest.fixture
def look(tab_for, files):
    """look(width, height, now=..., scheme=..., asked={}, script=True, bypass=False): a page in a tab, one after the other."""
    contexts, asked_for, wrong = [], [], []
    heard = {
        "request": lambda request: asked_for.append(request.url),
        "weberror": lambda error: wrong.append(str(error.error.stack)),
        "console": lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None,
    }

    def look(
        width=1366, height=768, *, now=FRIDAY, scheme="light", asked=None, script=True, bypass=False, at=""
    ):
        tab = tab_for(script, bypass)
        tab.set_viewport_size({"width": width, "height": height})
        tab.emulate_media(media="screen", color_scheme=scheme)
        if tab.context not in contexts:
            contexts.append(tab.context)
            for event, listen in heard.items():
                tab.context.on(event, listen)
        tab.clock.set_fixed_time(now)
        tab.goto(files(**(asked or {})) + at)
        return tab

    look.asked_for = asked_for
    yield look
    for context in contexts:
        for event, listen in heard.items():
            context.remove_listener(event, listen)
    assert [url for url in asked_for if not url.startswith(("file:", "data:", "blob:"))] == []
    assert wrong == []
