"""What somebody does in the view of the guide is in the files, and the other way round."""

import time

import pytest

from tests.studio.browser import conftest
from tests.studio.browser.conftest import open_tab


@pytest.fixture
def page(desk):
    """A tab with Elm Pantry open; changes from outside are judged a moment later."""
    return desk.tab


def until(work):
    """Wait until something is so."""
    end = time.monotonic() + conftest.PATIENCE
    while not work():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_what_is_typed_is_saved_and_undone(page, text):
    """Without a button; it is seen on the page."""
    before, picture = text("food"), page.get_attribute("#picture", "src")
    page.fill("#f-name", "Oak Pantry")
    until(lambda: "name: Oak Pantry" in text("food"))
    until(lambda: page.get_attribute("#picture", "src") != picture)
    until(lambda: page.inner_text("#title").endswith("Oak Pantry"))
    page.click("#undo")
    until(lambda: text("food") == before)
    until(lambda: page.evaluate("document.getElementById('f-name').value === 'Elm Pantry'"))


@pytest.mark.thorough
def test_a_wrong_number_is_told_at_its_field_and_mended(page, text):
    number = page.locator("#f-phones-1-number")
    number.fill("312-055-2755")
    number.press("Tab")
    page.wait_for_selector("#w-phones .says.problem, #w-phones .says.warning")
    assert "312-055-2755" in text("food")
    number.fill("773-471-0119")
    until(
        lambda: page.evaluate("!document.querySelector('#w-phones .says.problem, #w-phones .says.warning')")
    )


@pytest.mark.thorough
def test_a_change_from_outside_is_taken_in(page, change):
    change("food", "Groceries for everybody.", "Groceries for all.")
    until(lambda: page.evaluate("document.getElementById('f-description').value === 'Groceries for all.'"))
    until(lambda: "Taken in" in page.inner_text("#outside"))


def test_one_text_changed_in_two_places_is_asked_about(page, change, text):
    """Both are shown, and nothing is lost."""

    def changed_first(route):
        change("food", "Groceries for everybody.", "Free groceries for everybody.")
        route.continue_()

    page.route("**/api/write", changed_first, times=1)
    page.fill("#f-description", "Groceries for everybody, at noon.")
    page.wait_for_selector(".conflict")
    words = page.inner_text(".conflict")
    assert "Free groceries for everybody." in words and "at noon." in words
    page.click("text=Keep both changes")
    until(lambda: "Free groceries for everybody, at noon." in text("food"))


@pytest.mark.thorough
def test_two_tabs_see_each_other(page, text):
    """What one saves the other has."""
    other = open_tab(page.context, page.url)
    page.fill("#f-name", "Oak Pantry")
    until(lambda: other.evaluate("document.getElementById('f-name').value === 'Oak Pantry'"))


@pytest.mark.thorough
def test_rows_move_by_keys(page, text):
    page.locator("#f-phones-1-number").press("Alt+ArrowUp")
    until(lambda: text("food").index("773-471-0112") < text("food").index("773-471-0111"))


@pytest.mark.thorough
def test_a_listing_is_made_and_deleted_by_keys(page, text):
    """A name is a name."""
    page.focus("#new")
    page.keyboard.press("Enter")
    page.fill("#ask-name", "<img src=x onerror=alert(1)>")
    page.keyboard.press("Enter")
    until(lambda: page.evaluate("document.getElementById('title').textContent.includes('<img')"))
    assert page.locator("#title img, .tree img").count() == 0
    page.click(".menu summary")
    page.click("[data-deed=delete]")
    until(lambda: "onerror" not in text("food"))
    page.click(".pane-body button:has-text('Undo')")
    until(lambda: "onerror" in text("food"))
    until(lambda: page.evaluate("document.activeElement.id") == "title")  # the button is gone


def test_the_list_is_walked_by_keys(page, text):
    """And its rows are moved, as often as somebody presses, however late an answer is."""
    page.focus("[role=treeitem][tabindex='0']")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/guide/kitchen")
    until(lambda: page.evaluate("document.activeElement.id") == "title")
    page.go_back()
    until(lambda: page.evaluate("document.getElementById('title').textContent.includes('Elm Pantry')"))
    held = []
    page.route("**/api/move", lambda route: held.append(route), times=1)
    row = page.locator("[data-key='listing/kitchen']")
    row.press("Alt+ArrowUp")
    row.press("Alt+ArrowUp")
    conftest.held_back(page, held).continue_()
    conftest.until(page, "document.querySelector('#heard').textContent.includes('Beds')")
    assert "Soup Kitchen" in text("beds") and "Soup Kitchen" not in text("food")


@pytest.mark.thorough
def test_a_section_and_a_page_are_made_and_taken_back(page, folder):
    """By their buttons and menus; a section moves by keys."""
    page.click("#new-section")
    page.fill("#ask-name", "Work")
    page.keyboard.press("Enter")
    page.wait_for_url("**/guide/section/work")
    row = page.locator("[data-key='section/work']")
    row.press("Alt+ArrowUp")
    until(lambda: "1 of 3" in page.inner_text("#heard") or "2 of 3" in page.inner_text("#heard"))
    page.locator("[data-key='guide#help']").click()
    page.wait_for_url("**/guide/cover#g-help")
    assert page.evaluate("document.activeElement.textContent") == "Help now"
    page.click(".form .menu > summary")
    page.click("[data-deed=newPage]")
    page.fill("#ask-name", "If somebody has overdosed")
    page.select_option("#ask-place", "food")
    page.keyboard.press("Enter")
    page.wait_for_url("**/guide/page/if-somebody-has-overdosed")
    page.fill("#f-text", "Call **911**.")
    page.keyboard.press("Control+s")
    made = folder / "pages/if-somebody-has-overdosed.md"
    until(lambda: "Call **911**." in made.read_text())
    page.click(".form .menu > summary")
    page.click("[data-deed=delete]")
    until(lambda: not made.exists())
    page.click(".form .pane-body button:has-text('Undo')")
    until(made.exists)


@pytest.mark.thorough
def test_a_listing_is_mentioned_and_a_topic_chosen(page, text):
    """From a list that is searched; what is mentioned stands below the text, and leads there."""
    page.click("#w-description [data-format=mention]")
    page.wait_for_selector("[role=option]")
    page.keyboard.type("soup")
    page.keyboard.press("Enter")
    until(lambda: "[[kitchen]]" in text("food"))
    page.wait_for_selector(".chip:has-text('Soup Kitchen, page')")
    assert "words." in page.inner_text("#w-description [data-about]")
    page.click("[data-opens=w-services]")
    page.fill("#f-services", "Food")
    page.keyboard.press("Control+s")
    until(lambda: "services: Food" in text("food"))
    page.click(".chip")
    page.wait_for_url("**/guide/kitchen")
    page.click("[data-opens=w-services]")
    page.click("#w-services [data-choose]")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("Enter")
    until(lambda: text("food").count("services: Food") == 2)
    page.click("[data-opens=w-cost]")
    page.click("#w-cost [data-choose]")
    page.wait_for_selector("[role=option]:has-text('sliding scale')")
    page.keyboard.press("Enter")
    until(lambda: "cost: free" in text("food"))


@pytest.mark.thorough
def test_a_warning_that_is_none_is_turned_off_with_its_reason(page, change, text):
    change("food", "Groceries for everybody.", "Bread " + "and bread " * 20 + "for everybody.")
    page.click("#w-description .cures button:has-text('Not wrong here')")
    page.fill("#ask-reason", "They say it so")
    page.keyboard.press("Enter")
    until(lambda: "reason: They say it so" in text("food"))
    page.wait_for_selector("#w-description .says.warning", state="detached")


@pytest.mark.thorough
def test_panes_are_as_wide_as_one_likes_and_stay_so(page):
    divider = page.get_by_role("separator", name="Width of the list")
    divider.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    assert page.evaluate("document.getElementById('list').offsetWidth") == 336
    assert divider.get_attribute("aria-valuenow") == "336"
    page.reload()
    until(lambda: page.evaluate("document.getElementById('list').offsetWidth") == 336)
    page.get_by_role("separator", name="Width of the list").press("Home")
    assert page.evaluate("document.getElementById('list').offsetWidth") == 288
    box = page.get_by_role("separator", name="Width of the form").bounding_box()
    page.mouse.move(box["x"] + 5, 300)
    page.mouse.down()
    page.mouse.move(box["x"] - 55, 300)
    page.mouse.up()
    assert 470 < page.evaluate("document.getElementById('form').offsetWidth") < 500


@pytest.mark.thorough
def test_another_tab_on_the_same_listing_is_told(page):
    other = open_tab(page.context, page.url)
    page.wait_for_selector("#also:has-text('Also open in another tab')")
    other.close()
    page.wait_for_selector("#also:has-text('Also open')", state="detached")


@pytest.mark.thorough
def test_the_keys_are_shown(page):
    page.focus("#title")
    page.keyboard.press("?")
    assert "Alt+PageDown" in page.inner_text("dialog.all-keys")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "title"
    page.focus("#f-name")
    page.keyboard.type("?")
    assert page.locator("dialog.all-keys").count() == 0


@pytest.mark.thorough
def test_a_street_that_becomes_secret_leaves_the_form(page, text):
    """Only city and state are said; the street is shown when it is asked for."""
    page.locator("details.fold > summary").first.click()
    page.locator("[data-opens='w-locations-0-address-confidential']").click()
    page.select_option("#f-locations-0-address-confidential", "yes")
    page.wait_for_selector(".badge:has-text('only Chicago, IL is printed')", state="attached")
    until(lambda: "Elm Street" not in page.content())
    assert "1 Elm Street" in text("food")


def test_an_office_is_typed_by_keys_alone(page, text):
    """Its usual fields stand there at once; where its street becomes secret, focus and row stay as they are."""
    page.focus("#w-locations [data-add-row] >> nth=-1")
    page.keyboard.press("Enter")
    for words in ("Safe house", "78 Hidden Lane", "Chicago", "IL", "60603"):
        page.keyboard.type(words)
        page.keyboard.press("Tab")
    until(lambda: "78 Hidden Lane" in text("food"))
    until(lambda: page.evaluate("document.activeElement.textContent") == "Address is secret")
    page.keyboard.press("Enter")
    page.keyboard.press("y")
    until(lambda: page.evaluate("!document.getElementById('form').innerHTML.includes('Hidden Lane')"))
    until(lambda: page.evaluate("document.activeElement.id") == "f-locations-2-address-confidential")
    assert page.is_visible("#f-locations-2-name")


def test_enter_goes_on_with_a_list(page, text):
    """And ends it in a line of it that is empty."""
    page.focus("#f-description")
    page.keyboard.press("Control+End")
    page.keyboard.press("Enter")
    page.keyboard.type("\n- Beds\nShowers\n\nAsk at the door.")
    assert page.input_value("#f-description").endswith("\n\n- Beds\n- Showers\n\nAsk at the door.")


def test_what_a_question_proposes_is_what_is_there(page):
    """A name gives way to what is typed; a listing that is moved nowhere else stays where it is."""
    page.keyboard.press("Alt+PageDown")
    until(lambda: page.evaluate("document.getElementById('title').textContent.includes('Soup Kitchen')"))
    page.click(".menu summary")
    page.click("[data-deed=move]")
    assert page.input_value("#ask-section") == "section/food"
    assert page.input_value("#ask-after") == "listing/pantry"
    page.keyboard.press("Escape")
    page.click(".menu summary")
    page.click("[data-deed=duplicate]")
    until(lambda: page.evaluate("document.activeElement.id") == "ask-name")
    page.keyboard.type("Second Kitchen")
    assert page.input_value("#ask-name") == "Second Kitchen"


@pytest.mark.thorough
def test_a_row_is_dragged_to_one_that_is_out_of_sight(page, text):
    """Near the edge the list scrolls by itself."""
    page.set_viewport_size({"width": 1366, "height": 420})
    page.locator("[data-key='section/beds']").press("ArrowRight")
    row, body = (
        page.locator("[data-key='listing/shelter'] .row"),
        page.locator(".list .pane-body").bounding_box(),
    )
    row.scroll_into_view_if_needed()
    row.hover()
    page.mouse.down()
    foot, scrolled = body["y"] + body["height"], "document.querySelector('.list .pane-body').scrollTop"
    before = page.evaluate(scrolled)
    page.mouse.move(body["x"] + 60, foot - 30, steps=4)
    page.mouse.move(body["x"] + 60, foot - 20, steps=2)
    until(lambda: page.evaluate(scrolled) > before + 40)
    list_of = "document.querySelector('.list .pane-body')"  # it scrolls till its end
    until(
        lambda: page.evaluate(f"{list_of}.scrollTop + {list_of}.clientHeight >= {list_of}.scrollHeight - 1")
    )
    over = page.locator("[data-key='listing/kitchen'] .row").bounding_box()
    page.mouse.move(over["x"] + 60, over["y"] + 10, steps=4)
    page.mouse.up()
    until(lambda: "Night Shelter" in text("food"))


@pytest.mark.thorough
def test_the_menu_of_a_call_closes_on_escape(page):
    page.goto(page.url.partition("/guide")[0] + "/calls/shelter")
    page.click("details.menu > summary")
    assert page.evaluate("document.querySelector('#main h1').closest('[inert]') === null")
    page.keyboard.press("Escape")
    assert page.evaluate(
        "!document.querySelector('details.menu[open]') && document.activeElement.matches('summary')"
    )


def test_the_first_tab_leads_to_the_skip_links_and_nobody_is_lost_after_undo(desk):
    """The row of the listing is brought into sight, and keys begin at the top of the page all the same."""
    tab = desk.tab
    conftest.until(tab, "document.querySelector('[role=treeitem][aria-selected=true]')")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.matches('a.skip')")
    tab.fill('[data-field="name"] input', "Oak Pantry")
    tab.keyboard.press("Control+s")
    conftest.until(tab, "!document.querySelector('#undo').disabled")
    tab.focus("#undo")
    tab.keyboard.press("Enter")
    conftest.until(tab, "document.querySelector('#undo').disabled && document.activeElement.id === 'title'")
