"""Settings, what was changed, and the archive, in a browser."""

from tests.studio.browser.conftest import until


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
    until(tab, "document.querySelector('#saved').textContent.includes('Saved')")
    assert "warn_after: 3 months" in (folder / "guide.yaml").read_text(encoding="utf-8")
    tab.select_option('[data-own="language"]', "es")
    until(tab, "document.documentElement.lang === 'es'")
    tab.click("#undo")
    until(tab, "document.querySelector('#w-freshness-warn_after').hidden")
    tab = here(desk, "/calls")
    assert tab.input_value("#me") == "M. Ortíz" and not tab.is_checked("#one-letter")
    assert tab.evaluate("document.documentElement.dataset.theme") == "dark"
