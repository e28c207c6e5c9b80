"""Settings, what was changed, and the archive, in a browser."""

from tests.studio.browser.conftest import until, waits_for


def here(desk, path):
    """The tab in another view."""
    desk.tab.goto(desk.address.partition("/enter")[0] + path)
    return desk.tab


def test_somebody_makes_the_studio_theirs(desk, folder):
    """Dark, large, in Spanish, with a name that Calls knows; what the guide says is written into it, and undone."""
    tab = here(desk, "/settings")
    tab.fill('[data-own="caller"]', "M. Ortíz")
    tab.select_option('[data-own="theme"]', "dark")
    until(tab, "getComputedStyle(document.documentElement).colorScheme === 'dark'")
    tab.select_option('[data-own="text"]', "largest")
    until(tab, "getComputedStyle(document.documentElement).fontSize === '20px'")
    tab.uncheck('[data-own="keys"]')
    tab.click('[data-opens="w-freshness-warn_after"]')
    tab.fill("#f-freshness-warn_after", "3 months")
    tab.keyboard.press("Tab")
    waits_for(lambda name: (folder / name).read_text(encoding="utf-8"), "guide.yaml", "warn_after: 3 months")
    until(tab, "document.querySelector('#saved').textContent.includes('Saved')")
    tab.select_option('[data-own="language"]', "es")
    until(tab, "document.documentElement.lang === 'es' && document.readyState === 'complete'")
    tab.click("#undo")
    until(tab, "document.querySelector('#w-freshness-warn_after').hidden")
    tab = here(desk, "/calls")
    assert tab.input_value("#me") == "M. Ortíz" and not tab.is_checked("#one-letter")
    assert tab.evaluate("document.documentElement.dataset.theme") == "dark"


def test_somebody_brings_back_what_was(desk, text):
    """A text of the history, and a listing of the archive; then they undo that too."""
    tab = here(desk, "/guide/kitchen")
    tab.fill('[data-field="name"] input', "Chowder Kitchen")
    tab.keyboard.press("Control+s")
    until(tab, "document.querySelector('#saved').textContent.includes('Saved')")
    tab.click(".form .menu > summary")
    tab.click('[data-deed="delete"]')
    tab.wait_for_selector(".form .outside:not([hidden])")
    tab = here(desk, "/settings/history")
    tab.select_option("#of", "listing/kitchen")
    tab.wait_for_url("**/settings/history?of=*")
    assert tab.locator(".step").count() == 2
    tab.click('.parts a[href="/settings/archive"]')
    tab.wait_for_url("**/settings/archive")  # and its script is there
    tab.click("[data-bring]")
    waits_for(text, "food", "name: Chowder Kitchen")
    until(tab, "document.activeElement.id === 'gone'")
    until(tab, "document.querySelector('#heard').textContent.includes('brought back')")
    tab = here(desk, "/settings/history")
    tab.locator('.step [data-side="before"]').last.click()
    waits_for(text, "food", "name: Soup Kitchen")
    tab.locator(".step").nth(3).locator(".good").wait_for()
    tab.click("#undo:not([disabled])")
    waits_for(text, "food", "name: Chowder Kitchen")


def test_the_title_has_the_focus_when_what_had_it_is_drawn_again(desk, text):
    """By a change of somebody else; a button without a name cannot be found again."""
    tab = here(desk, "/guide/kitchen")
    tab.fill('[data-field="name"] input', "Chowder Kitchen")
    tab.keyboard.press("Control+s")
    until(tab, "document.querySelector('#saved').textContent.includes('Saved')")
    tab = here(desk, "/settings/history")
    tab.locator(".step [data-bring]").first.focus()
    tab.evaluate("document.getElementById('main').dataset.old = 'yes'")
    tab.evaluate(
        "fetch('/api/undo', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ tab: 'another' }) })"
    )
    waits_for(text, "food", "name: Soup Kitchen")
    until(tab, "!document.getElementById('main').dataset.old")
    until(tab, "document.activeElement.id === 'title'")
