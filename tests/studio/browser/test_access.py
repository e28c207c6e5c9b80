"""Every state of the view of the guide without a violation that axe-core can see, in light and dark, wide and narrow."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.studio.browser.conftest import drawn, held_back

AXE = Axe()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES = {"target-size": {"enabled": True}}
SIZES = [(1366, 768), (1024, 768), (683, 768), (320, 640)]
BOTH = ["light", "dark"]


def violations(tab):
    """What axe-core finds: the rule, and where."""
    found = AXE.run(tab, options={"runOnly": TAGS, "rules": RULES}).response["violations"]
    return [
        (each["id"], node["target"], node["failureSummary"].splitlines()[1:])
        for each in found
        for node in each["nodes"]
    ]


def is_cut_off(tab):
    """Whether the window has to be scrolled sideways."""
    return tab.evaluate("document.documentElement.scrollWidth > innerWidth")


SQUEEZED = """() => [...document.querySelectorAll('button, select, summary, input, textarea')].filter((each) => {
    if (!each.checkVisibility({ visibilityProperty: true }) || each.closest('svg, .unseen, .tick, [inert]')) return false;
    const { width, height } = each.getBoundingClientRect();
    if (width <= 1 || height <= 1) return false; // for the ear
    return width < 43.5 || height < 43.5 || (each.matches('button, summary') && each.scrollWidth > each.clientWidth + 1);
}).map((each) => each.outerHTML.slice(0, 120))"""


def squeezed(tab):
    """What is pressed or typed into and is smaller than 44 pixels, or whose words do not fit."""
    return tab.evaluate(SQUEEZED)


def as_opened(tab):
    """A listing with two offices."""


def more(tab):
    tab.click(".form .menu > summary")


def more_of_a_number(tab):
    tab.locator('[data-field="phones"] details.more > summary').first.click()


def office_open(tab):
    tab.locator("details.fold > summary").first.click()


def wrong_number(tab):
    """Written, left, and told."""
    number = tab.locator('[data-field="phones"] [data-field="number"] input').first
    number.fill("312-055-2755")
    number.press("Tab")
    tab.wait_for_selector(".says.problem", state="attached")


def list_of_problems(tab):
    wrong_number(tab)
    tab.wait_for_selector("#wrong:not([hidden])", state="attached")
    tab.click("#wrong")
    tab.wait_for_selector("#problems:not([hidden])", state="attached")


def every_field(tab):
    """All that a listing can say."""
    tab.evaluate("document.querySelectorAll('[data-opens]').forEach((each) => each.click())")


def the_list(tab):
    """In the drawer, or alone."""
    for name in ("#drawer", '[data-part="list"]'):
        if tab.is_visible(name):
            tab.click(name)


def nothing_found(tab):
    the_list(tab)
    tab.fill("#find", "nalaxone")
    tab.wait_for_selector("#nothing:not([hidden])")


def the_page(tab):
    """Alone, where it is."""
    if tab.is_visible('[data-part="page"]'):
        tab.click('[data-part="page"]')


def sizes_of_the_page(tab):
    """Two pages, and the menu of sizes."""
    the_page(tab)
    if tab.is_visible("#two"):
        tab.click("#two")
        tab.click("#zoom")


def new_listing(tab):
    the_list(tab)
    tab.click("#new")


def where_to(tab):
    more(tab)
    tab.click('[data-deed="move"]')


def deleted(tab):
    more(tab)
    tab.click('[data-deed="delete"]')
    tab.wait_for_selector(".form .outside:not([hidden])")


def a_section(tab):
    tab.goto(tab.url.partition("/guide")[0] + "/guide/section/food")
    drawn(tab)


def the_cover(tab):
    tab.goto(tab.url.partition("/guide")[0] + "/guide/cover")
    drawn(tab)


def a_page_of_ones_own(tab):
    tab.evaluate(
        """fetch('/api/own-page/new', {method: 'POST', headers: {'content-type': 'application/json'}, body: JSON.stringify(
            {name: 'Overdose', place: 'food', tab: 'x'})})"""
    )
    tab.wait_for_selector("[data-owner='page/overdose']", state="attached")
    tab.goto(tab.url.partition("/guide")[0] + "/guide/page/overdose")
    drawn(tab)


def a_mention(tab):
    tab.click("#w-description [data-format=mention]")
    tab.wait_for_selector("[role=option]")


def mentions(tab):
    tab.goto(tab.url.partition("/guide")[0] + "/guide/kitchen")
    drawn(tab)
    tab.wait_for_selector(".chip")


def keys_shown(tab):
    tab.focus("#title")
    tab.keyboard.press("?")
    tab.wait_for_selector("dialog.all-keys[open]")


def new_section(tab):
    the_list(tab)
    tab.click("#new-section")


def not_there(tab):
    tab.goto(tab.url.partition("/guide")[0] + "/guide/nowhere")


def changed_in_two_places(tab):
    """The field of the name, and somebody else was there."""
    held = []
    tab.route("**/api/write", lambda route: held.append(route), times=1)
    tab.fill('[data-field="name"] input', "Oak Pantry")
    mine = held_back(tab, held)
    tab.evaluate(
        """fetch('/api/write', {method: 'POST', headers: {'content-type': 'application/json'}, body: JSON.stringify(
            {owner: 'listing/pantry', keys: {name: {value: 'Ash Pantry', was: 'Elm Pantry'}}, tab: 'x'})})"""
    )
    mine.continue_()
    tab.wait_for_selector(".conflict")


def the_editions(tab):
    tab.goto(tab.url.partition("/guide")[0] + "/editions")
    tab.wait_for_selector("[data-edition]")


def an_edition(tab):
    """With a choice of which there is much to choose from, and a problem."""
    tab.goto(tab.url.partition("/guide")[0] + "/editions/guide/change")
    tab.wait_for_selector("[data-now]:not(:empty)")
    for name in ("choice-sections", "choice-listings", "languages", "fit"):
        tab.click(f'[data-opens="w-{name}"]')
    tab.fill("#f-fit", "few")
    tab.keyboard.press("Tab")
    tab.wait_for_selector("#w-fit .says.problem")


def settings(tab):
    tab.goto(tab.url.partition("/guide")[0] + "/settings")


def settings_larger(tab):
    """The largest words."""
    settings(tab)
    tab.select_option('[data-own="text"]', "largest")


def not_translated(tab):
    tab.goto(tab.url.partition("/guide")[0] + "/translate")


def translations(tab):
    """All texts of a section in Arabic, and a number that nobody has written."""
    tab.evaluate(
        """fetch('/api/translate/start', {method: 'POST', headers: {'content-type': 'application/json'},
            body: JSON.stringify({language: 'ar', tab: 'x'})}).then((answer) => answer.json())"""
    )
    tab.goto(tab.url.partition("/guide")[0] + "/translate/ar/section/food?show=all")
    tab.locator("textarea").last.fill("\u0637\u0639\u0627\u0645 [[nowhere]]")
    tab.keyboard.press("Tab")
    tab.wait_for_selector(".says.problem")


def translations_and_page(tab):
    translations(tab)
    tab.click("#show-page")
    tab.wait_for_selector("#sheet-picture:not([hidden])")


def sending(tab):
    """With addresses, one of them wrong, and words that cannot be filled in."""
    tab.goto(tab.url.partition("/guide")[0] + "/editions/guide/send")
    tab.fill("#people-typed", "ann@example.org\nbob")
    tab.fill("#words-subject", "{nmae}")
    tab.keyboard.press("Tab")
    tab.wait_for_selector("#people-says .problem")
    tab.wait_for_selector("#words-says .problem")
    tab.click("#letter details.fold summary")
    tab.click("#look")
    tab.wait_for_selector("#wrong-with-it .problem")


def changed(tab):
    """Of all kinds: in the history, and in the archive."""
    for path, body in (
        ("write", '{owner: "listing/pantry", keys: {name: {value: "Oak Pantry", was: "Elm Pantry"}}}'),
        ("leave", '{owner: "listing/pantry", key: "name", value: "Ash Pantry"}'),
        ("delete", '{owner: "listing/kitchen"}'),
    ):
        tab.evaluate(
            f"""fetch('/api/{path}', {{method: 'POST', headers: {{'content-type': 'application/json'}},
                body: JSON.stringify({body})}}).then((answer) => answer.text())"""
        )


def history(tab):
    changed(tab)
    tab.goto(tab.url.partition("/guide")[0] + "/settings/history")


def archive(tab):
    changed(tab)
    tab.goto(tab.url.partition("/guide")[0] + "/settings/archive")


def the_paper(tab):
    tab.goto(tab.url.partition("/guide")[0] + "/guide/style/paper")
    drawn(tab)
    for name in ("accent", "faces"):
        tab.click(f'[data-opens="w-{name}"]')


STATES = [
    as_opened,
    more,
    more_of_a_number,
    office_open,
    wrong_number,
    list_of_problems,
    every_field,
    the_list,
    nothing_found,
    the_page,
    sizes_of_the_page,
    new_listing,
    where_to,
    deleted,
    a_section,
    the_cover,
    a_page_of_ones_own,
    a_mention,
    mentions,
    keys_shown,
    new_section,
    not_there,
    changed_in_two_places,
    the_editions,
    an_edition,
    sending,
    settings,
    settings_larger,
    not_translated,
    translations,
    translations_and_page,
    the_paper,
    history,
    archive,
]


@pytest.mark.thorough
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
@pytest.mark.parametrize("scheme", BOTH)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: size[0])
def test_every_state_everywhere(desk, state, scheme, size):
    look(desk.tab, state, scheme, size)


@pytest.mark.parametrize(
    "state, scheme, size",
    [
        (list_of_problems, "light", (1366, 768)),
        (an_edition, "dark", (320, 640)),
        (wrong_number, "light", (320, 640)),
        (sending, "light", (683, 768)),
    ],
)
def test_what_is_met_most(desk, state, scheme, size):
    look(desk.tab, state, scheme, size)


def look(tab, state, scheme, size):
    """Bring the studio into a state, and look at it."""
    tab.set_viewport_size({"width": size[0], "height": size[1]})
    tab.emulate_media(color_scheme=scheme)
    state(tab)
    assert violations(tab) == []
    assert not is_cut_off(tab)
    assert squeezed(tab) == []
