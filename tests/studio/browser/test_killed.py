"""The studio is killed while it saves: the file is whole, and the studio begins again with its undo."""

import signal
import subprocess
import sys

import pytest

from tests.studio.browser.conftest import PATIENCE, saved, waits_for

DIES = """
import os, sys
replace, left = os.replace, [{after}]
def dies(draft, target):
    if str(target).endswith("food.yaml"):
        left[0] -= 1
        if left[0] < 0:
            os.kill(os.getpid(), 9)
    replace(draft, target)
os.replace = dies
from guide.__main__ import main
main()
"""


@pytest.fixture
def begin(folder, home):
    """begin(after): the command, which is killed when it saves food once more than so often; (process, address)."""
    begun = []

    def begin(after=None):
        program = ["-m", "guide"] if after is None else ["-c", DIES.format(after=after)]
        process = subprocess.Popen(
            [sys.executable, *program, "studio", "--no-open", "--content", str(folder)],
            env=home,
            stdout=subprocess.PIPE,
            text=True,
        )
        begun.append(process)
        return process, process.stdout.readline().strip()

    yield begin
    for process in begun:
        process.kill()
        process.wait()
        process.stdout.close()


@pytest.mark.thorough
def test_killed_while_saving(begin, people, text):
    process, address = begin(after=1)
    tab = people(address, path="/guide/pantry")
    name = tab.locator('#form [data-field="name"] input').first
    name.fill("Oak Pantry")
    name.press("Control+s")
    saved(tab)
    before = text("food")
    assert "name: Oak Pantry" in before
    words = tab.locator('[data-field="description"] textarea')
    words.fill("Bread and soup.")
    words.press("Control+s")
    assert process.wait(PATIENCE) == -signal.SIGKILL
    assert text("food") == before  # whole
    tab.wait_for_selector("#band:not([hidden])")
    assert "The studio has stopped" in tab.inner_text("#band")
    assert words.input_value() == "Bread and soup."
    assert begin()[1] == address
    tab.wait_for_selector("#band[hidden]", state="attached")
    waits_for(text, "food", "Bread and soup.")  # as soon as it is there again
    for left in ("Groceries for everybody.", "name: Elm Pantry"):
        tab.click("#undo:not([disabled])")
        waits_for(text, "food", left)
