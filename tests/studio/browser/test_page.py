"""The pane of the page: what is in sight, what stays there, and the ways to the form and back."""

import re

import pytest

from tests.studio.browser.conftest import drawn, held_back, saved, until
from tests.studio.conftest import open_studio

SPANISH = "listings:\n  pantry:\n    name: {es: Despensa del Olmo}\n    description: {text: Alimentos para todos.}\n"


@pytest.fixture
def pane(folder, serve, people):
    """A tab with Elm Pantry open, in a guide with two editions and two languages."""
    (folder / "editions").mkdir()
    (folder / "editions/letter.yaml").write_text("default: yes\n")
    (folder / "editions/beds-only.yaml").write_text("choice: {sections: [beds]}\n")
    (folder / "translations/es").mkdir(parents=True)
    (folder / "translations/es/food.yaml").write_text(SPANISH)
    return people(serve(open_studio(folder)), path="/guide/pantry")


def settled(tab):
    """Wait until nothing is drawn any more."""
    until(tab, "document.querySelector('#picture').complete && document.querySelector('#page-late').hidden")
    tab.wait_for_timeout(100)


def percent(tab):
    return int(tab.inner_text("#zoom").split()[0])


def source(tab):
    return tab.get_attribute("#picture", "src")


def redrawn(tab, before):
    """Wait until another picture is there."""
    until(tab, f"document.querySelector('#picture').getAttribute('src') !== '{before}'")


def wrong_number(tab):
    """In the second number, written and left."""
    number = tab.locator('[data-field="phones"] [data-field="number"] input').nth(1)
    number.fill("312-055-2755")
    number.press("Tab")
    tab.wait_for_selector(".mark", state="attached")
    return number


def test_a_problem_on_the_page_leads_to_its_field_and_escape_comes_back(pane):
    """The octagon before the line, which is underlined."""
    number = wrong_number(pane)
    mark = pane.locator(".mark")
    assert mark.get_attribute("aria-label").startswith("Problem: ")
    assert mark.locator("polygon").count() == mark.locator(".line").count() == 1
    mark.focus()
    pane.keyboard.press("Enter")
    until(pane, "document.activeElement.value === '312-055-2755'")
    pane.keyboard.press("Escape")
    until(pane, "document.activeElement.getAttribute('class') === 'mark'")
    number.fill("773-471-0112")
    pane.wait_for_selector(".mark", state="detached")


def test_what_the_checks_find_is_marked_on_a_page_that_is_drawn_already(folder, serve, people):
    """They come after the picture; the picture stays."""
    studio = open_studio(folder, later=3600)
    tab = people(serve(studio), path="/guide/pantry")
    number = tab.locator('[data-field="phones"] [data-field="number"] input').nth(1)
    before = source(tab)
    number.fill("312-055-2755")
    number.press("Tab")
    redrawn(tab, before)
    saved(tab)
    settled(tab)
    assert not tab.locator(".mark").count()
    before = source(tab)
    studio.waiting.cancel()
    studio.judge()
    tab.wait_for_selector(".mark", state="attached")
    assert source(tab) == before


def test_what_happens_before_a_tab_listens_is_taken_in(folder, serve, people, change):
    """A change, and what the checks find: on the page, in the form and in the head."""
    change("food", "773-471-0112", "312-055-2755")
    studio = open_studio(folder, later=3600)
    tab = people(serve(studio), path="/guide/pantry")
    held = []
    tab.route("**/events", lambda route: held.append(route))
    tab.reload()
    drawn(tab)
    assert tab.locator(".mark").count() == tab.locator(".says.problem").count() == 0
    change("food", "Groceries for everybody.", "Groceries for all.")
    studio.look_again()
    held_back(tab, held).continue_()
    until(tab, "document.querySelector('#f-description').value === 'Groceries for all.'")
    tab.reload()
    drawn(tab)
    studio.waiting.cancel()
    studio.judge()
    held_back(tab, held).continue_()
    tab.wait_for_selector(".mark", state="attached")
    tab.wait_for_selector("#w-phones .says.problem")
    until(tab, "document.querySelector('#wrong').textContent.includes('1 problem')")


def test_scroll_and_zoom_survive_a_new_picture_and_a_reload(pane):
    pane.click("#zoom")
    pane.click('[data-zoom="100"]')
    until(pane, "document.querySelector('#zoom').textContent === '100 %'")
    settled(pane)
    pane.evaluate("document.querySelector('.page .pane-body').scrollTo(40, 300)")
    before = source(pane)
    pane.fill('[data-field="name"] input', "Oak Pantry")
    redrawn(pane, before)
    place = "(({scrollTop, scrollLeft}) => scrollLeft === 40 && scrollTop === 300)(document.querySelector('.page .pane-body'))"
    settled(pane)
    until(pane, place)
    pane.reload()
    drawn(pane)
    until(pane, place)
    assert percent(pane) == 100


@pytest.mark.thorough
def test_the_sizes(pane):
    """As wide as the pane, a whole page, the true size, and steps; at once, with the picture that is there."""
    usual = percent(pane)
    for name, holds in (
        ("page", "picture.height <= body.clientHeight"),
        ("width", "body.clientWidth - picture.width <= 41"),
        ("100", "picture.width === 816"),
    ):
        pane.click("#zoom")
        pane.click(f'[data-zoom="{name}"]')
        until(
            pane,
            "((picture, body) => "
            + holds
            + ")(document.querySelector('#picture'), document.querySelector('.page .pane-body'))",
        )
    pane.click("#smaller")
    assert percent(pane) == 90
    pane.click("#larger")
    assert percent(pane) == 100 > usual


@pytest.mark.thorough
def test_two_pages_lie_side_by_side(pane):
    """And the arrows go on by two."""
    pane.click("#two")
    pane.wait_for_selector("#picture-2:not([hidden])")
    assert pane.get_attribute("#two", "aria-pressed") == "true"
    first, second = (pane.locator(f"#picture{each}").bounding_box() for each in ("", "-2"))
    assert first["x"] + first["width"] < second["x"] and first["y"] == second["y"]
    left = pane.inner_text("#which")
    pane.click("#before")
    until(pane, f"document.querySelector('#which').textContent !== '{left}'")
    assert "-" in left and pane.inner_text("#which").startswith("1 of")
    assert pane.is_hidden("#picture-2")
    pane.reload()
    drawn(pane)
    assert pane.get_attribute("#two", "aria-pressed") == "true"


@pytest.mark.thorough
def test_any_edition_in_any_language(pane):
    """With what is not translated as it is; a listing that is not there is told, and where it is."""
    before = source(pane)
    assert pane.locator("#language option").all_inner_texts() == ["English", "Spanish"]
    pane.select_option("#language", "es")
    redrawn(pane, before)
    assert "language=es" in source(pane) and pane.locator(".spot.now").count() == 1
    pane.select_option("#language", "")
    pane.select_option("#edition", "beds-only")
    pane.wait_for_selector("#page-note:not([hidden])")
    assert pane.inner_text("#page-note") == (
        "Not in Beds only: it is not among the listings of this edition. It is in: Letter."
    )
    assert not pane.inner_text("#on-pages")
    while not pane.locator(".spot").count():
        which = pane.inner_text("#which")
        pane.click("#after")
        until(pane, f"document.querySelector('#which').textContent !== '{which}'")
    pane.locator(".spot").first.focus()
    pane.keyboard.press("Enter")
    until(pane, "document.activeElement.id === 'title' && location.pathname === '/guide/shelter'")
    pane.wait_for_selector("#page-note[hidden]", state="attached")
    pane.keyboard.press("Escape")
    assert pane.evaluate("document.activeElement.getAttribute('class')") == "spot now"


@pytest.mark.thorough
def test_a_listing_that_opens_is_brought_into_sight(pane):
    """Its page is heard; nothing moves where it is in sight already."""
    until(pane, "document.querySelector('#which').textContent")
    pane.keyboard.press("Alt+PageDown")
    pane.wait_for_selector(".spot.now[aria-label$='Soup Kitchen']", state="attached")
    settled(pane)
    page = pane.inner_text("#which").split()[0]
    assert pane.inner_text("#own-pages") == page
    pane.click("#before")
    until(pane, f"!document.querySelector('#which').textContent.startsWith('{page} ')")
    pane.keyboard.press("Alt+PageUp")
    until(pane, f"document.querySelector('#heard').textContent === 'Page {page}.'")
    assert pane.inner_text("#which").startswith(page)


@pytest.mark.thorough
def test_the_last_picture_stays_where_a_section_cannot_be_read(pane, change):
    before = source(pane)
    change("food", "title: Food", "listings: [")
    pane.wait_for_selector("#page-note:not([hidden])")
    assert re.fullmatch(
        r"Page of \d\d:\d\d\. Section 2 cannot be read: line \d\.", pane.inner_text("#page-note")
    )
    assert source(pane) == before
    change("food", "listings: [", "title: Food")
    pane.wait_for_selector("#page-note[hidden]", state="attached")
    redrawn(pane, before)


@pytest.mark.thorough
def test_a_picture_that_is_late_is_told(pane):
    """After a second; what is there stays."""
    held, goes = [], []
    pane.route("**/page/*.png*", lambda route: route.continue_() if goes else held.append(route))
    pane.click("#after")
    pane.wait_for_selector("#page-late:not([hidden])")
    assert pane.inner_text("#page-late") == "Drawing..." and pane.is_visible("#picture")
    goes.append(True)
    for each in held:
        each.continue_()
    pane.wait_for_selector("#page-late[hidden]", state="attached")
