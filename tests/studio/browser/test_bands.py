"""What is said while something cannot be saved or read, and how it goes on by itself."""

import errno

import pytest

from guide.studio import saves
from tests.studio.browser.conftest import saved, until, waits_for

WRITE = saves.write_atomically


@pytest.fixture
def fails(monkeypatch):
    """fails(error): files cannot be written; fails(): they can."""

    def fails(error=None):
        def write(path, *given, **options):
            if error and str(path).endswith("food.yaml"):
                raise OSError(error, "x", str(path))
            return WRITE(path, *given, **options)

        monkeypatch.setattr(saves, "write_atomically", write)

    return fails


def typed(tab):
    tab.locator('#form [data-field="name"] input').first.fill("Oak Pantry")
    tab.keyboard.press("Control+s")
    tab.wait_for_selector("#band:not([hidden])")


def test_the_disk_is_full(desk, fails, text):
    """Room is made, and Save pressed."""
    fails(errno.ENOSPC)
    typed(desk.tab)
    band = desk.tab.inner_text("#band")
    assert "Not saved: The disk is full. Make room, then press Save." in band and "still here" in band
    assert desk.tab.get_attribute("#band", "role") == "alert"
    fails()
    desk.tab.get_by_role("button", name="Save", exact=True).click()
    waits_for(text, "food", "name: Oak Pantry")
    saved(desk.tab)
    assert desk.tab.is_hidden("#band")


def test_another_program_holds_the_file(desk, fails, text):
    """It is tried again, without anybody doing anything."""
    fails(errno.EBUSY)
    typed(desk.tab)
    assert "Another program holds food.yaml. Trying again." in desk.tab.inner_text("#band")
    fails()
    waits_for(text, "food", "name: Oak Pantry")
    until(desk.tab, "document.querySelector('#band').hidden")


def test_a_file_cannot_be_read_for_a_while(desk, change, text):
    """Its section says so, the rest works, and once it is mended it is there again."""
    tab = desk.tab
    change("food", "description: A hot meal", "description: 'A hot meal")
    row = tab.locator('#tree [data-owner="section/food"]')
    until(tab, "document.querySelector('#tree').textContent.includes('Cannot be read: line')")
    row.locator(".row").first.click()
    tab.wait_for_selector("#form[data-lost]")
    assert "never ends" in tab.inner_text("#form")
    tab.locator('#tree [data-owner="section/beds"] .row').first.click()
    tab.wait_for_selector('#form [data-field="title"]')
    tab.locator('#form [data-field="title"] input').first.fill("Shelters")
    tab.keyboard.press("Control+s")
    waits_for(text, "beds", "title: Shelters")
    row.locator(".row").first.click()
    tab.wait_for_selector("#form[data-lost]")
    change("food", "description: 'A hot meal", "description: A hot meal")
    tab.wait_for_selector('#form:not([data-lost]) [data-field="title"]')
