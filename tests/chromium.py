"""The system's Chromium; where there is none the tests that look at pages in it are skipped and say so."""

import shutil
import sys

import pytest

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = ("--no-sandbox", "--disable-gpu")


def launched(hosts):
    """Yield the browser once; `hosts` says which names it finds: none, or none but this computer."""
    if sys.platform != "linux" or CHROMIUM is None:
        pytest.skip("there is no Chromium: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(
            executable_path=CHROMIUM, args=[*FLAGS, f"--host-resolver-rules={hosts}"]
        )
        yield found
        found.close()
