"""Editions from beginning to end: chosen, made, and handed out."""

import shutil

from guide.manifest import whole_manifest
from tests.mail.conftest import open_post_office  # noqa: F401  a fixture
from tests.studio.browser.conftest import PATIENCE, meanwhile, until
from tests.studio.conftest import open_studio
from tests.studio.test_posting import made, office  # noqa: F401  fixtures


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
    assert tab.locator("#form .menu").count() == 0  # what can be done with an edition stands below its pages
    tab.click('[data-opens="w-languages"]')
    assert tab.locator("#w-languages .pick").count() == 1
    assert (
        tab.locator("#w-languages [data-choose]").count() == 0
    )  # words of the staff's languages are no codes
    tab.click('[data-opens="w-choice-sections"]')
    tab.get_by_label("Food", exact=True).check()
    until(tab, "document.querySelector('#saved').textContent.includes('Saved')")
    file = folder / "editions/for-the-eyes.yaml"
    until(tab, "document.querySelector('#counting').textContent === ''")
    meanwhile(tab, lambda: "sections" in file.read_text(encoding="utf-8"))
    assert "sections: food" in file.read_text(encoding="utf-8")
    source = "document.querySelector('#first-page').src"  # until all that was changed is counted
    meanwhile(tab, lambda: tab.evaluate(source).endswith(f"={studio.seen.revision}"))
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


def test_another_format_has_other_fields(folder, serve, people):
    """As soon as an edition is a web page its form is without the press, and with the address of the site; and back."""
    tab = people(serve(open_studio(folder)), path="/guide/pantry")
    tab.goto(tab.url.partition("/guide")[0] + "/editions/guide/change")
    tab.wait_for_selector("#w-press")
    assert tab.locator("#w-site").count() == 0
    tab.focus("#f-format")
    tab.select_option("#f-format", "web")
    tab.wait_for_selector("#w-site", state="attached")
    assert tab.locator("#w-press").count() == 0 and tab.input_value("#f-format") == "web"
    until(tab, "document.activeElement.id === 'f-format'")
    tab.click("#undo")
    tab.wait_for_selector("#w-press")
    assert tab.locator("#w-site").count() == 0


def test_one_to_oneself_and_then_to_all(folder, made, office, serve, people, monkeypatch):  # noqa: F811
    """With words of one's own; exactly what is shown goes out, and nobody gets it twice."""
    shutil.copytree(made, folder.parent, dirs_exist_ok=True)
    monkeypatch.setenv("GUIDE_MAIL_URL", f"smtp://127.0.0.1:{office.port}")
    tab = people(serve(open_studio(folder)), path="/guide/pantry")
    tab.goto(tab.url.partition("/guide")[0] + "/editions")
    tab.click("#send-guide")
    tab.fill("#people-typed", "ann@example.org\nbob")
    tab.keyboard.press("Tab")
    tab.wait_for_selector("#people-says .problem")
    tab.fill("#people-typed", "ann@example.org\nbob@example.org")
    tab.fill("#words-subject", "Our new guide, number {number}")
    tab.fill("#me", "me@example.org")
    tab.click("#test")
    tab.wait_for_selector("#wrong-with-it .s-ok")
    assert office.messages()["me@example.org"]["Subject"] == "[Test] Our new guide, number 1"
    assert tab.is_hidden("#go")
    held = []
    tab.route(
        "**/api/editions/send/mail/*/0", lambda route: held.append(route)
    )  # the first message, which comes late
    tab.click("#look")
    tab.wait_for_selector("#go:not([hidden])")
    assert "2 messages would go out" in tab.inner_text("#seen-says")
    tab.click("#mail-after")
    until(tab, "document.querySelector('#mail-heads').textContent.includes('bob@example.org')")
    with tab.expect_response("**/api/editions/send/mail/*/0"):
        held[0].continue_()
    tab.wait_for_timeout(100)
    assert "bob@example.org" in tab.inner_text("#mail-heads")  # and not the one that was asked for before
    shown = tab.inner_text("#mail-text")
    tab.get_by_role("button", name="Send 2 messages").press("Enter")
    until(tab, "document.activeElement.id === 'outcome'")  # the button is gone
    until(tab, "document.querySelector('#going-says').textContent.includes('2 messages are sent')")
    sent = office.messages()["bob@example.org"].get_body(("plain",)).get_content()
    assert sent.split() == shown.split() and len(office.taken) == 3
    tab.click("#look")
    until(tab, "document.querySelector('#seen-says').textContent.includes('No message would go out')")
    assert "2 have it already" in tab.inner_text("#seen-rest")


def test_a_text_that_is_made_has_no_count_of_pages(folder, serve, people):
    """It has none: "0 pages" would sound as if nothing had come of it."""
    (folder / "editions").mkdir(exist_ok=True)
    (folder / "editions/plain.yaml").write_text("format: text\n", encoding="utf-8")
    tab = people(serve(open_studio(folder)), path="/guide/pantry")
    tab.goto(tab.url.partition("/guide")[0] + "/editions")
    tab.click("#make-plain")
    until(tab, "document.querySelector('#saved').textContent.includes('Plain is ready.')")
