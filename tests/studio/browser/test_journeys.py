"""What people do in the studio from beginning to end, and what happens to them meanwhile."""

import pytest

from guide.studio import saves as saving
from tests.studio.browser.conftest import drawn, held_back, open_tab, saved, until, waits_for
from tests.studio.conftest import open_studio

WRONG, RIGHT = "312-055-2755", "312-555-2755"


def name_of(tab):
    return tab.locator('#form [data-field="name"] input').first


def test_an_office_manager_adds_a_listing(desk, text):
    """With a wrong number; sees it at its field and on the page, mends it, and sees the page without a mark."""
    adds_a_listing(desk.tab, text)


def adds_a_listing(tab, text):
    tab.click("#new")
    tab.fill("#ask-name", "Harbor Needle Exchange")
    tab.keyboard.press("Enter")
    until(tab, "document.querySelector('h1').textContent.includes('Harbor')")
    until(tab, "document.activeElement.id === 'title'")
    tab.locator('[data-opens="w-phones"]').click()
    until(tab, "document.activeElement.type === 'tel'")
    tab.keyboard.type(WRONG)
    tab.keyboard.press("Tab")
    said = tab.locator('[data-field="phones"] .says.problem')
    said.wait_for()
    assert "cannot be dialled" in said.inner_text()
    number = tab.locator('[data-field="phones"] [data-field="number"] input').first
    assert number.get_attribute("aria-invalid") == "true"
    assert said.get_attribute("id") in number.get_attribute("aria-describedby").split()
    until(tab, "document.querySelector('#wrong').textContent.includes('1 problem')")
    tab.wait_for_selector(".mark[aria-label^='Problem']", state="attached")
    tab.locator(".mark[aria-label^='Problem']").first.focus()
    tab.keyboard.press("Enter")
    until(tab, "document.activeElement.type === 'tel'")
    tab.keyboard.press("Control+a")
    tab.keyboard.type(RIGHT)
    tab.keyboard.press("Control+s")
    said.wait_for(state="detached")
    waits_for(text, "food", RIGHT)
    tab.wait_for_selector(".mark[aria-label^='Problem']", state="detached")
    tab.wait_for_selector(".spot.now[aria-label$='Harbor Needle Exchange']", state="attached")
    tab.wait_for_selector("#wrong .count-bad", state="hidden")
    assert text("food").count("id: ") == 3


@pytest.mark.thorough
def test_an_office_manager_has_a_morning(folder, serve, people, text):
    """Adds a listing, calls five, corrects one of them, and makes large print; Undo takes back the last call."""
    for name in ("food", "beds"):
        path = folder / f"sections/{name}.yaml"
        path.write_text(
            path.read_text(encoding="utf-8").replace("    verified: 2026-04-01\n", ""), encoding="utf-8"
        )
    with (folder / "sections/beds.yaml").open("a", encoding="utf-8") as file:
        file.write(
            "  - id: rooms\n    name: Elm Rooms\n    phones: [773-471-0141]\n    description: Rooms.\n"
        )
    (folder / "editions").mkdir()
    (folder / "editions/letter.yaml").write_text("default: yes\n")
    (folder / "editions/large-print.yaml").write_text("format: large-print\n")
    tab = people(serve(open_studio(folder)), path="/guide/pantry")
    adds_a_listing(tab, text)
    called = calls(tab, 5)
    assert len(called) == 5 and "Harbor Needle Exchange" in called
    written = text("food") + text("beds")
    assert written.count("verified: 2026-05-01") == written.count("verified_by: M. Ortiz") == 5
    assert "773-471-0999" in written
    tab.click("#undo")
    until(tab, f"document.querySelector('h1').textContent === '{called[-1]}'")
    assert (text("food") + text("beds")).count("verified: 2026-05-01") == 4
    tab.click(".views a[href='/editions']")
    tab.wait_for_url("**/editions")
    tab.wait_for_load_state()
    tab.click("#make-large-print")
    tab.wait_for_selector('[data-edition="large-print"] a[download]')
    with tab.expect_download() as download:
        tab.click('[data-edition="large-print"] a[download]')
    assert download.value.path().read_bytes().startswith(b"%PDF")


def calls(tab, count):
    """The names of those who were called: all is right, but for a number of the second."""
    tab.click(".views a[href='/calls']")
    tab.wait_for_url("**/calls")
    tab.wait_for_load_state()
    tab.fill("#me", "M. Ortiz")
    called = []
    for number in range(count):
        called.append(tab.inner_text("h1"))
        if number == 1:
            tab.locator('[data-change="phones"]:visible').first.click()
            tab.locator('[data-field="number"] input:visible').first.fill("773-471-0999")
        tab.locator('[data-answer="right"]').click()
        until(tab, f"document.querySelector('h1').textContent !== {called[-1]!r}")
    return called


@pytest.mark.thorough
def test_two_tabs_on_one_listing_lose_nothing(desk, text):
    """A field each is taken in; the same field twice is asked about."""
    one = desk.tab
    other = open_tab(one.context, desk.address.partition("/enter")[0] + "/guide/pantry")
    one.fill('[data-field="description"] textarea', "Groceries on Mondays.")
    one.keyboard.press("Control+s")
    until(other, "document.querySelector('#outside').textContent.includes('another tab')")
    assert other.input_value('[data-field="description"] textarea') == "Groceries on Mondays."
    held = []
    one.route("**/api/write", lambda route: held.append(route), times=1)
    name_of(one).fill("Oak Pantry")
    mine = held_back(one, held)
    name_of(other).fill("Ash Pantry")
    other.keyboard.press("Control+s")
    waits_for(text, "food", "name: Ash Pantry")
    mine.continue_()
    one.wait_for_selector(".conflict")
    assert "Oak Pantry" in one.inner_text(".conflict") and "Ash Pantry" in one.inner_text(".conflict")
    assert name_of(one).input_value() == "Oak Pantry"
    one.get_by_role("button", name="Keep mine").click()
    waits_for(text, "food", "name: Oak Pantry")
    until(other, "document.querySelector('h1').textContent.includes('Oak Pantry')")
    assert "Groceries on Mondays." in text("food")


@pytest.mark.thorough
def test_what_was_typed_and_taken_back_is_not_written_over_what_came_from_outside(desk, change, text):
    """Its field has gone when it would be saved."""
    tab = desk.tab
    for words in ("Groceries.", "Groceries for everybody."):
        tab.fill("#f-description", words)
    change("food", "Groceries for everybody.", "Bread for everybody.")
    until(tab, "document.querySelector('#f-description').value === 'Bread for everybody.'")
    tab.wait_for_timeout(1200)  # it is saved 0.8 s after the last key
    assert "Bread for everybody." in text("food")


@pytest.mark.thorough
def test_the_file_is_edited_outside_meanwhile(desk, change, text):
    """What is typed stays, and what came from outside is taken in and said."""
    tab = desk.tab
    name_of(tab).click()
    tab.keyboard.press("End")
    tab.keyboard.type(" East")
    change("food", "Groceries for everybody.", "Bread for everybody.")
    until(tab, "document.querySelector('#outside').textContent.includes('outside')")
    assert tab.input_value('[data-field="description"] textarea') == "Bread for everybody."
    waits_for(text, "food", "name: Elm Pantry East")
    assert name_of(tab).input_value() == "Elm Pantry East"
    assert "Bread for everybody." in text("food")


def test_what_changes_outside_while_something_is_saved_is_not_lost(desk, text, monkeypatch):
    """In the same moment, so that one look finds both: it is taken in, or asked about where something is typed."""
    write, done = saving.write_atomically, []

    def and_others(path, data, *given, **options):
        if str(path).endswith("food.yaml") and not done:
            done.append(True)
            data = data.replace(b"Groceries for everybody.", b"Groceries for all.", 1)
            data = data.replace(b"verified: 2026-04-01", b"verified: 2026-04-02", 1)
        return write(path, data, *given, **options)

    monkeypatch.setattr(saving, "write_atomically", and_others)
    tab = desk.tab
    name_of(tab).fill("Oak Pantry")
    tab.fill("#f-description", "Groceries on Mondays.")
    tab.keyboard.press("Control+s")
    tab.wait_for_selector(".conflict")
    assert "all." in tab.inner_text(".conflict")
    until(tab, "document.querySelector('#f-verified').value === '2026-04-02'")
    assert "Groceries for all." in text("food") and "name: Oak Pantry" in text("food")


def test_an_answer_that_comes_late_changes_nothing_back(desk):
    """Neither what is open, nor the head."""
    tab, forms, trees = desk.tab, [], []
    tab.route("**/form/listing/kitchen", lambda route: forms.append((route, route.fetch())))
    tab.locator("[data-key='listing/kitchen'] .row").click()
    late = held_back(tab, forms)
    tab.locator("[data-key='section/beds'] .row").click()
    until(tab, "document.querySelector('h1').textContent.includes('Beds')")
    released(tab, late)
    tab.route("**/api/tree", lambda route: trees.append((route, route.fetch())), times=1)
    tab.reload()
    late = held_back(tab, trees)
    tab.wait_for_selector("#picture:not([hidden])", state="attached")
    picture = tab.get_attribute("#picture", "src")
    tab.locator('#form [data-field="title"] input').first.fill("Shelters")
    tab.keyboard.press("Control+s")
    saved(tab)
    until(tab, f"document.querySelector('#picture').getAttribute('src') !== '{picture}'")
    tab.wait_for_timeout(100)  # the head would be asked for again, if it did not wait
    released(tab, late)
    until(tab, "!document.querySelector('#undo').disabled")
    tab.wait_for_timeout(100)
    assert "Beds" not in tab.inner_text("h1") and "Shelters" in tab.inner_text("h1")
    assert tab.is_enabled("#undo")


def released(tab, late):
    """Let an answer that was held back come."""
    route, answer = late
    with tab.expect_response(route.request.url):
        route.fulfill(response=answer)


def test_a_name_is_a_name(folder, serve, people, change):
    """Whatever is in it: in the list, the form, the page, the title and what is heard."""
    evil = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    change("food", "name: Elm Pantry", f'name: "{evil}"')
    tab = people(serve(open_studio(folder)), path="/guide/pantry")
    alerts = []
    tab.on("dialog", lambda dialog: alerts.append(dialog.message) or dialog.dismiss())
    assert name_of(tab).input_value() == evil and evil in tab.inner_text("h1")
    assert evil in tab.inner_text("#tree") and evil in tab.title()
    name_of(tab).fill(evil + "&amp;")
    tab.keyboard.press("Control+s")
    until(tab, "document.querySelector('h1').textContent.endsWith('&amp;')")
    tab.click(".form .menu > summary")
    tab.click('[data-deed="delete"]')
    tab.wait_for_selector(".form .outside:not([hidden])")
    assert evil in tab.inner_text(".form .outside:not([hidden])")
    tab.get_by_role("button", name="Undo", exact=True).last.click()
    until(tab, "document.querySelectorAll('#form [data-field]').length > 3")
    assert alerts == []
    assert tab.locator("img[src='x']").count() == 0


@pytest.mark.thorough
def test_everything_by_keyboard_alone(desk, text):
    """From the list to a problem and back, without a mouse."""
    tab, keys = desk.tab, desk.tab.keyboard
    focused = "document.activeElement"
    tab.evaluate("document.querySelector('#tree [tabindex=\"0\"]').focus()")
    keys.press("Home")
    for _ in range(4):  # behind the cover: the paper, help now, how to use it
        keys.press("ArrowDown")
    keys.press("ArrowRight")  # opens Beds
    keys.press("ArrowRight")
    assert tab.evaluate(f"{focused}.dataset.owner") == "listing/shelter"
    keys.press("e")  # as in Elm
    assert tab.evaluate(f"{focused}.dataset.owner") == "listing/pantry"
    keys.press("ArrowDown")
    keys.press("Enter")
    until(tab, f"{focused}.id === 'title' && {focused}.textContent.includes('Soup')")
    keys.press("Tab")
    keys.press("Enter")  # More
    assert tab.evaluate("document.querySelector('.form .menu').open")
    keys.press("Escape")
    assert tab.evaluate(f"{focused}.matches('summary')")
    while not tab.evaluate(f"{focused}.closest('[data-field]') !== null"):
        keys.press("Tab")
    keys.press("Control+a")
    keys.type("Stew Kitchen")
    keys.press("Control+s")
    waits_for(text, "food", "name: Stew Kitchen")
    keys.press("F6")
    assert tab.evaluate(f"{focused}.closest('.pane').id") == "page"
    keys.press("F6")
    assert tab.evaluate(f"{focused}.closest('.pane').id") == "list"
    keys.press("Control+z")
    waits_for(text, "food", "name: Soup Kitchen")
    until(tab, "document.querySelector('h1').textContent.includes('Soup')")
    keys.press("Alt+ArrowUp")  # the row of the kitchen, before the pantry
    until(tab, "document.querySelector('#heard').textContent.includes('moved')")
    assert text("food").index("Soup Kitchen") < text("food").index("Elm Pantry")
    assert tab.evaluate(f"{focused}.dataset.owner") == "listing/kitchen"
    keys.press("Alt+PageDown")
    until(tab, f"{focused}.id === 'title' && {focused}.textContent.includes('Elm')")
    keys.press("/")
    assert tab.evaluate(f"{focused}.id") == "find"
    keys.type("shelter")
    until(tab, "document.querySelector('#heard').textContent.includes('2 listings found')")


@pytest.mark.thorough
def test_f8_goes_through_what_is_wrong(folder, serve, people, change):
    change("food", "773-471-0112", "312-055-2755")
    change("beds", "773-471-0131", "312-055-2756")
    tab = people(serve(open_studio(folder)), path="/guide/cover")
    for value in ("312-055-2756", "312-055-2755", "312-055-2756"):
        tab.keyboard.press("F8")
        until(tab, f"document.activeElement.value === '{value}'")
    tab.keyboard.press("Shift+F8")
    until(tab, "document.activeElement.value === '312-055-2755'")


MANY = 4000


@pytest.fixture
def large(tmp_path):
    """A guide of 4,000 listings in 40 sections."""
    folder = tmp_path / "content"
    (folder / "sections").mkdir(parents=True)
    (folder / "guide.yaml").write_text("title: Help\nedition: {date: 2026-04-01}\n", encoding="utf-8")
    for section in range(40):
        rows = "".join(
            f"  - id: place-{section}-{n}\n    name: Place {section} {n}\n    phones: [773-471-{n:04}]\n"
            f"    description: Beds, meals and showers for everybody who comes.\n    verified: 2026-04-01\n"
            for n in range(MANY // 40)
        )
        (folder / f"sections/{section:02}.yaml").write_text(
            f"title: Part {section}\nlistings:\n{rows}", encoding="utf-8"
        )
    return folder


@pytest.mark.thorough
def test_4000_listings_stay_usable(large, serve, people):
    """A key is answered at once, what is typed is never lost, and only rows in sight are built."""
    tab = people(serve(open_studio(large)))
    until(tab, "document.querySelector('#show').textContent.includes('4000')", 60)
    drawn(tab)
    focused = "document.activeElement.dataset.owner"
    tab.evaluate("document.querySelector('#tree [tabindex=\"0\"]').focus()")
    tab.keyboard.press("Home")
    assert spent(tab, "ArrowDown") < 100
    tab.select_option("#order", "changed")
    until(tab, "document.querySelector('#tree [aria-setsize=\"4000\"]') !== null")
    built(tab)
    tab.evaluate("document.querySelector('#tree [tabindex=\"0\"]').focus()")
    assert spent(tab, "End") < 500  # to a row that was not built
    assert tab.evaluate(focused) == "listing/place-39-99"
    assert tab.evaluate("document.activeElement.getAttribute('aria-posinset')") == "4000"
    number = "document.activeElement.querySelector('.n')"
    assert tab.evaluate(f"{number}.textContent === '4000' && {number}.scrollWidth <= {number}.clientWidth")
    assert spent(tab, "p") < 500
    built(tab)
    tab.select_option("#order", "printed")
    name_of(tab).click()
    assert spent(tab, "x") < 50
    tab.keyboard.press("Control+s")
    saved(tab)
    tab.fill("#find", "place 7 1")
    until(tab, "document.querySelector('#heard').textContent.includes('found')", 60)
    tab.select_option("#order", "name")
    assert spent(tab, "ArrowDown") < 500
    built(tab)


def built(tab):
    """Only rows in sight are built, and those in sight are."""
    count = tab.locator("#tree [role=treeitem]").count()
    assert 8 < count < 60, count
    assert tab.evaluate(f"{middle_of(tab)}.closest('[role=treeitem]') !== null")


def middle_of(tab):
    """What is in the middle of the list."""
    box = tab.locator(".list .pane-body").bounding_box()
    return f"document.elementFromPoint({box['x'] + 40}, {box['y'] + box['height'] / 2})"


@pytest.mark.thorough
def test_a_section_of_4000_is_unfolded_and_scrolled(large, serve, people):
    """Its rows are built as they come into sight; the one with the tab stop stays."""
    whole = "".join(
        path.read_text(encoding="utf-8").partition("listings:\n")[2]
        for path in sorted((large / "sections").iterdir())
    )
    for path in (large / "sections").iterdir():
        path.unlink()
    (large / "sections/all.yaml").write_text(f"title: All\nlistings:\n{whole}", encoding="utf-8")
    tab = people(serve(open_studio(large)))
    until(tab, "document.querySelector('#show').textContent.includes('4000')", 60)
    tab.evaluate("document.querySelector('#tree [tabindex=\"0\"]').focus()")
    for pixels in (3000, 60_000, 170_000, 20_000):
        tab.evaluate(f"document.querySelector('.list .pane-body').scrollTop = {pixels}")
        until(tab, f"{middle_of(tab)}?.closest('[role=treeitem]')")
        built(tab)
    assert tab.evaluate("document.activeElement.getAttribute('role')") == "treeitem"
    assert tab.evaluate("document.activeElement.getAttribute('aria-setsize')") == "4000"


def spent(tab, key):
    """Milliseconds from a key to the next picture."""
    tab.evaluate(
        "addEventListener('keydown', () => { window.pressed = performance.now(); }, {capture: true, once: true})"
    )
    tab.keyboard.press(key)
    return tab.evaluate(
        "new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now() - window.pressed))))"
    )
