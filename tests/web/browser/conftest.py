"""A web page in a real browser, the system's Chromium; where there is none these tests are skipped and say so.

Whatever a page does in any of these tests: nothing is asked of anybody, nothing goes wrong in its script, and its policy has
nothing to stop.
"""

import pytest

from guide.web.page import Page
from tests.chromium import leave_before, the_browser
from tests.web.pages import shown

FRIDAY = "2026-11-27T16:12:00Z"  # 10:12 in the morning in Chicago, a day after Thanksgiving


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(nextitem):
    leave_before(nextitem)


@pytest.fixture
def browser():
    """Chromium, which stays open from one test to the next."""
    return the_browser()


@pytest.fixture(scope="session")
def files(tmp_path_factory):
    """files(**asked): the address of a page as an edition asks for it, made once."""
    folder, there = tmp_path_factory.mktemp("pages"), {}

    def files(**asked):
        key = tuple(sorted(asked.items()))
        if key not in there:
            there[key] = folder / f"{len(there)}.html"
            page = Page(shown(time_zone="America/Chicago", **asked))
            there[key].write_text(page.html(), encoding="utf-8")
        return there[key].as_uri()

    return files


@pytest.fixture
def look(browser, files):
    """look(width, height, now=..., scheme=..., asked={}, script=True, bypass=False): a page in a tab of its own."""
    contexts, asked_for, wrong = [], [], []

    def look(
        width=1366, height=768, *, now=FRIDAY, scheme="light", asked=None, script=True, bypass=False, at=""
    ):
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            locale="en-US",
            java_script_enabled=script,
            bypass_csp=bypass,
        )
        contexts.append(context)
        context.on("request", lambda request: asked_for.append(request.url))
        context.on("weberror", lambda error: wrong.append(str(error.error.stack)))
        context.on(
            "console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None
        )
        tab = context.new_page()
        tab.clock.set_fixed_time(now)
        tab.goto(files(**(asked or {})) + at)
        return tab

    look.asked_for = asked_for
    yield look
    for context in contexts:
        context.close()
    assert [url for url in asked_for if not url.startswith(("file:", "data:", "blob:"))] == []
    assert wrong == []
