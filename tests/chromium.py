"""The system's Chromium; where there is none the tests that look at pages in it are skipped and say so.

The conftest of all tests takes `browser` and `pytest_runtest_teardown` from here.
"""

import shutil
import sys
from functools import cache

import pytest

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
HOSTS = "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"  # it finds nobody but this computer
FLAGS = ("--no-sandbox", "--disable-gpu", f"--host-resolver-rules={HOSTS}")


class Open:
    """Chromium while it is open."""

    def __init__(self):
        from playwright.sync_api import sync_playwright

        self.playwright = sync_playwright().start()
        self.browser = self.playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)

    def close(self):
        self.browser.close()
        self.playwright.stop()


@cache
def opened():
    """Chromium, which takes a second to begin: one for all tests that come one after the other."""
    return Open()


@pytest.fixture
def browser():
    """Chromium, which stays open from one test to the next; the test is skipped where there is none."""
    if sys.platform != "linux" or CHROMIUM is None:
        pytest.skip("there is no Chromium: apt-get install chromium")
    return opened().browser


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(nextitem):
    """Close it where the next test needs none: while it is open its loop runs, and none other can."""
    if opened.cache_info().currsize and "browser" not in getattr(nextitem, "fixturenames", ()):
        opened().close()
        opened.cache_clear()
