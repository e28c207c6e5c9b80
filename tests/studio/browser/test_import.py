"""A list is taken in, as an office manager does it."""

import pytest

from tests.studio.browser.conftest import until
from tests.studio.browser.test_access import BOTH, SIZES, is_cut_off, violations
from tests.studio.conftest import open_studio

TABLE = """Agency,Phone,Contact person,Hrs,Mystery,Last update
OAK CLINIC,773-471-0201,Maria,Mon-Fri 9-5,North,2026-03-01
Ash Clinic,773-471-0202,,by the moon,South,2026-03-02
Elm Pantry House,ask us,,24 hrs,West,2026-03-03
"""


@pytest.fixture
def tab(folder, serve, people, in_thread, monkeypatch):
    """The view of an import, with nothing in it."""
    monkeypatch.setattr("tests.studio.browser.conftest.drawn", lambda tab: None)
    return people(serve(open_studio(folder)), path="/import")


def state(tab, name):
    """Wait until the import is so far."""
    until(tab, f"document.getElementById('main').dataset.state === '{name}'")


def hand_over(tab):
    tab.set_input_files("#files", {"name": "county.csv", "mimeType": "text/csv", "buffer": TABLE.encode()})
    state(tab, "columns")


def test_a_list_is_taken_in_and_taken_back(tab, folder):
    """By keyboard; what has the focus keeps it, and what happens is heard."""
    before = sorted(folder.rglob("*"))
    hand_over(tab)
    until(tab, "document.activeElement.tagName === 'H1'")
    assert "ask us" in tab.inner_text("tr.look") and "Maria" not in tab.content()
    select = tab.locator('tr[data-column="Mystery"] select')
    select.focus()
    select.select_option("alternate_names")
    until(tab, "document.activeElement.closest('tr')?.innerText.includes('you have said so')")
    tab.click("#row")
    tab.wait_for_selector("#listing[open]")
    assert tab.inner_text("#listing-title") == "Oak Clinic" and "North" in tab.inner_text("#listing-values")
    tab.keyboard.press("Escape")
    tab.focus("#report")
    tab.keyboard.press("Enter")
    state(tab, "report")
    assert "OAK CLINIC" in tab.locator("details:has-text('Capitals')").last.text_content()
    assert sorted(folder.rglob("*")) == before
    tab.get_by_role("button", name="Take in 3 listings").click()
    state(tab, "taken")
    until(tab, "document.querySelector('#heard').textContent === 'Taken in.'")
    assert "mapping.yaml" in tab.inner_text("main") and (folder / "imported/mapping.yaml").exists()
    tab.get_by_role("button", name="Undo: county.csv").click()
    state(tab, "file")
    assert sorted(folder.rglob("*")) == before


def test_the_title_keeps_the_focus_when_its_step_is_drawn_again(tab):
    """What ends in the background and what was pressed may both draw it."""
    hand_over(tab)
    until(tab, "document.activeElement.tagName === 'H1'")
    tab.evaluate("document.getElementById('main').dataset.old = 'yes'")
    tab.evaluate("document.getElementById('where').dispatchEvent(new Event('change', { bubbles: true }))")
    until(tab, "!document.getElementById('main').dataset.old")
    assert tab.evaluate("document.activeElement.tagName") == "H1"


def as_begun(tab):
    """Nothing is handed over."""


def row_shown(tab):
    hand_over(tab)
    tab.click("#row")
    tab.wait_for_selector("#listing[open]")


def reported(tab):
    hand_over(tab)
    tab.click("#report")
    state(tab, "report")
    tab.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")


def taken(tab):
    reported(tab)
    tab.click("#take")
    state(tab, "taken")


def refused(tab):
    tab.set_input_files("#files", {"name": "list.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4"})
    tab.wait_for_selector(".told-why")


@pytest.mark.thorough
@pytest.mark.parametrize("steps", [as_begun, hand_over, row_shown, reported, taken, refused], ids=lambda each: each.__name__)  # fmt: skip
@pytest.mark.parametrize("scheme", BOTH)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: size[0])
def test_every_step_everywhere(tab, steps, scheme, size):
    look(tab, steps, scheme, size)


def test_the_step_that_is_met_most(tab):
    look(tab, hand_over, "light", (683, 768))


def look(tab, steps, scheme, size):
    """Go through the steps, and look at the last."""
    tab.set_viewport_size({"width": size[0], "height": size[1]})
    tab.emulate_media(color_scheme=scheme)
    steps(tab)
    assert violations(tab) == []
    assert not is_cut_off(tab)
