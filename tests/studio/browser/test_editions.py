"""Editions from beginning to end: chosen, made, and handed out."""

from guide.manifest import whole_manifest
from tests.studio.browser.conftest import PATIENCE, until
from tests.studio.conftest import open_studio


def test_large_print_is_made_from_change(folder, serve, people):
    """A new edition becomes large print of one section; its pages are told before it is made."""
    studio = open_studio(folder)
    tab = people(serve(studio), path="/guide/pantry")
    tab.goto(tab.url.partition("/guide")[0] + "/editions")
    tab.click("#new-edition")
    tab.fill("#ask-name", "For the eyes")
    tab.select_option("#ask-kind", "letter")
    tab.keyboard.press("Enter")
    tab.wait_for_selector("#outcome")
    until(tab, "document.querySelector('[data-now]').textContent")
    before = int(tab.inner_text("[data-now] >> nth=0"))
    tab.select_option("#f-format", "large-print")
    until(tab, f"Number(document.querySelector('[data-now]').textContent) > {before}")
    assert tab.inner_text("[data-before] >> nth=0") == str(before)
    tab.click('[data-opens="w-choice-sections"]')
    tab.get_by_label("Food", exact=True).check()
    until(tab, "document.querySelector('#saved').textContent.includes('Saved')")
    file = folder / "editions/for-the-eyes.yaml"
    until(tab, "document.querySelector('#counting').textContent === ''")
    while "sections" not in file.read_text(encoding="utf-8"):
        tab.wait_for_timeout(50)
    assert "sections: food" in file.read_text(encoding="utf-8")
    tab.wait_for_timeout(100)
    until(tab, "document.querySelector('#counting').textContent === ''")
    pages = int(tab.inner_text("[data-now] >> nth=0"))
    tab.click("#make-it")
    tab.wait_for_selector('[data-edition="for-the-eyes"] a[download]', timeout=PATIENCE * 1000)
    manifest = whole_manifest(studio.out / "for-the-eyes")
    assert manifest["pages"] == pages
    assert {row["id"] for row in manifest["listings"]} == {"pantry", "kitchen"}
    card = tab.inner_text('[data-edition="for-the-eyes"]')
    assert "Ready, made today" in card and "English, 18 point" in card
    tab.click("#undo")
    until(
        tab,
        "document.querySelector('[data-edition=\"for-the-eyes\"] .says').textContent.includes('Changed since')",
    )
    assert "sections" not in file.read_text(encoding="utf-8")
