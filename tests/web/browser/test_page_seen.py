"""A page as people use it: seen, heard, searched, by keyboard alone, on paper, and left in a hurry."""

import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import axe_playwright_python
import pytest

from guide.language.hours_words import time_words
from guide.language.scripts import NBSP
from guide.language.words import words_in
from guide.web.book import Book
from guide.web.page import Page
from guide.web.site import Site
from guide.web.words import web_languages, words_of
from tests.thorough import ON, covering
from tests.web.pages import shown

AXE = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS, SCHEMES = (320, 683, 1366), ("light", "dark")
OF_A_PAGE = (
    "landmark-one-main",
    "region",
    "page-has-heading-one",
    "bypass",
)  # a document of a book is a part of one
LANGUAGES = {"en": (), "es": ("es",), "ar": ("ar",), "en and es": ("en", "es")}


def type_in(tab, text):
    """Search for something, and wait until what was found is said."""
    tab.fill("#w-q", text)
    end = time.monotonic() + 20  # Playwright's own way to wait is stopped by the page's policy
    while not tab.text_content("#w-status") and time.monotonic() < end:
        tab.wait_for_timeout(20)


HURRY = "(wait => { window.setTimeout = (act, after) => wait(act, after / 20); })(setTimeout)"


def axe_of(tab):
    """What axe-core finds wrong."""
    source = Path(axe_playwright_python.__file__).parent / "axe.min.js"
    tab.evaluate(source.read_text(encoding="utf-8") + ";0")
    found = tab.evaluate("only => axe.run(document, {runOnly: only, resultTypes: ['violations']})", AXE)
    return [(each["id"], each["nodes"][0]["html"][:200]) for each in found["violations"]]


def plain(tab):
    """As it is opened."""


def searched(tab):
    tab.fill("#w-q", "naloxone")
    tab.wait_for_selector("#w-hits article")
    tab.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    tab.locator("#w-hits .un").first.evaluate("each => each.click()")


def chosen(tab):
    tab.evaluate("document.querySelectorAll('#w-all article .do input').forEach(each => each.click())")


def lost(tab):
    tab.fill("#w-q", "zzzzqqqq")
    tab.wait_for_selector("#w-found:not([hidden])")
    tab.evaluate("document.querySelector('#w-display input[value=\"3\"]').click()")


STATES = covering(WIDTHS, SCHEMES, tuple(LANGUAGES), (searched, plain, chosen, lost))


@pytest.mark.parametrize(
    "width,scheme,language,state",
    [pytest.param(*STATES[0], marks=pytest.mark.quick), *STATES[1:]],
)
def test_axe_finds_nothing(look, width, scheme, language, state):
    """In A, AA, AAA and best practice."""
    tab = look(width, 800, scheme=scheme, asked={"languages": LANGUAGES[language]}, bypass=True)
    state(tab)
    assert axe_of(tab) == []


OVER = "document.documentElement.scrollWidth - innerWidth"
TIGHT = "[...document.querySelectorAll('.bar a')].filter(each => each.scrollWidth > each.clientWidth).map(each => each.textContent)"
SPACED = "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_cut_off_on_a_narrow_screen(look, language):
    """320 pixels, which is a wide screen at 400 %, with the largest text and with the spaces that WCAG asks for (1.4.12)."""
    tab = look(320, 256, asked={"languages": LANGUAGES[language]})
    size = "each => document.querySelector(`#w-display input[value='${each}']`).click()"
    assert tab.evaluate(OVER) <= 0
    assert tab.evaluate("getComputedStyle(document.querySelector('.bar')).position") == "static"
    tab.evaluate(size, 3)
    assert tab.evaluate(OVER) <= 0
    add = "text => { const s = new CSSStyleSheet(); s.replaceSync(text); document.adoptedStyleSheets = [s]; }"
    tab.evaluate(size, 1)
    tab.evaluate(add, SPACED)
    assert tab.evaluate(OVER) <= 0


IN_ALL = web_languages() if ON else ("uk", "fa", "km", "de")  # wide letters, leftward, tall, and long words


@pytest.mark.parametrize("language", IN_ALL)
def test_buttons_in_a_language(look, language):
    """On a phone: they have room, and what the script says when they are pressed is in the language too."""
    words, hours = words_of(language).script, words_in(language).hours
    tab = look(320, 640, asked={"language": language}, bypass=True)
    tab.check("#pantry .do input")
    assert tab.inner_text("#w-list h2") == words["my_list"].format(n=1)
    assert tab.inner_text("#pantry .do label") == words["choose"]
    assert tab.evaluate(OVER) <= 0 and tab.evaluate(TIGHT) == []
    tab.check("#w-open")
    assert tab.inner_text("#w-found h2") == words["count"].format(n=2, of=4)
    until = words["open_until"].format(time=time_words(17 * 60, hours))
    assert tab.locator("#pantry .now").text_content().replace(NBSP, " ") == until.replace(NBSP, " ")
    assert hours.days[4] in tab.inner_text("#w-clock")
    assert axe_of(tab) == []


NAMES = ("मदद केंद्र", "ផ្ទះជំនួយ", "Nhà Đồng Tháp")
WANTED = (("केंद", 1), ("काद", 0), ("ជំនួយ", 1), ("ជនយ", 0), ("dong thap", 1))


def test_search_in_other_scripts(tab_for, tmp_path):
    """Vowel signs are letters, Khmer has no spaces, and accents may be left out."""
    one = shown()
    food, *others = one.guide.sections
    listings = tuple(replace(food.listings[0], id=f"n{place}", name=name) for place, name in enumerate(NAMES))
    guide = replace(one.guide, sections=(replace(food, listings=(*food.listings, *listings)), *others))
    (tmp_path / "page.html").write_text(Page(replace(one, guide=guide)).html(), encoding="utf-8")
    tab = tab_for()
    tab.goto((tmp_path / "page.html").as_uri())
    for words, count in WANTED:
        tab.fill("#w-q", words)
        tab.press("#w-q", "Enter")
        assert (words, tab.locator("#w-hits article").count()) == (words, count)


def test_a_short_name_that_is_long_is_broken(look):
    """One that is short stays on one line."""
    tab = look(320, 640)
    high = "text => { const s = document.querySelector('#pantry small'); s.textContent = text; return s.getClientRects().length + s.offsetHeight / s.parentNode.querySelector('.n').offsetHeight; }"
    assert tab.evaluate(high, "(EP)") < 2.5
    assert tab.evaluate(high, "(Voices Of Community Activists and Leaders)") > 2.5
    assert tab.evaluate(OVER) <= 0


def test_a_long_word_of_the_title_stays_whole_in_large_type(look):
    """On a telephone, with text of 24 points."""
    lines = """() => {
        const title = document.querySelector('.block h1');
        title.textContent = 'recuperación';
        document.documentElement.style.fontSize = '32px';
        return Math.round(title.offsetHeight / parseFloat(getComputedStyle(title).lineHeight));
    }"""
    assert look(390, 844).evaluate(lines) == 1


def test_without_its_script_nothing_is_missing_and_nothing_is_dead(look):
    """Every listing is seen; what needs the script is not."""
    tab = look(script=False)
    assert tab.locator("article:visible").count() == 4
    for part in ("#w-find", "#w-display", "#w-list", "#w-to-find", "#w-found", ".do"):
        assert tab.locator(f"{part}:visible").count() == 0
    assert tab.locator("#w-leave:visible").get_attribute("href") == "https://www.weather.gov/"


# --- search ------------------------------------------------------------------------------------------


SEARCHES = (
    ("elm", ["pantry"], ""),
    ("nalox", ["pantry"], ""),
    ("narcan", ["pantry"], "listed under Naloxone"),
    ("nalaxone", ["pantry"], "Shown: naloxone"),
    ("decatur", ["offices"], ""),
    ("0121", ["shelter"], ""),
    ("old pantry", ["pantry"], ""),
    ("bell", ["shelter"], ""),
    ("qqqq", [], "Try a shorter word"),
)


def test_what_search_finds(look):
    """Names, topics, other words, towns, numbers, prose; one slip is forgiven. It is said once."""
    tab = look()
    tab.evaluate(HURRY)  # what is found is said when nothing more is typed for a while
    for typed, ids, note in SEARCHES:
        tab.evaluate("document.querySelector('#w-status').textContent = ''")
        type_in(tab, typed)
        found = tab.eval_on_selector_all("#w-hits article", "all => all.map(each => each.id)")
        assert (typed, found) == (typed, ids) and note in tab.text_content("#w-sub")
        assert tab.text_content("#w-status").startswith(f"{len(ids)} of 4 places")


def test_filters_are_joined_and_say_what_they_leave_out(look):
    tab = look()
    tab.check("#w-free")
    assert tab.locator(
        "#w-hits article"
    ).count() == 1 and "2 places do not say what they cost" in tab.text_content("#w-sub")
    tab.uncheck("#w-free")
    tab.select_option("#w-spoken", "es")
    assert tab.eval_on_selector_all("#w-hits article", "all => all.map(each => each.id)") == ["pantry"]
    tab.select_option("#w-town", "Decatur")
    assert tab.locator("#w-hits article").count() == 0
    tab.click("#w-clear")
    assert (
        tab.locator("#w-all article:visible").count() == 4
        and tab.evaluate("document.activeElement.id") == "w-q"
    )


def test_open_now_shows_those_first_that_are_open(look):
    """Closed ones are left out, those without known hours follow."""
    tab = look()
    tab.check("#w-open")
    assert tab.eval_on_selector_all("#w-hits article", "all => all.map(each => each.id)") == [
        "pantry",
        "shelter",
    ]
    assert "Friday 10:12 am" in tab.inner_text("#w-clock").replace("\u00a0", " ")


def test_a_place_that_a_search_hides_is_shown_when_somebody_goes_there(look):
    tab = look()
    type_in(tab, "decatur")
    tab.evaluate("location.hash = 'pantry'")
    tab.wait_for_selector("#pantry:visible")
    assert tab.is_hidden("#w-found") and tab.input_value("#w-q") == ""


# --- the clock ----------------------------------------------------------------------------------------


TIMES = (
    ("2026-11-27T16:12:00Z", "pantry", "Open now until 5 pm"),
    ("2026-11-27T16:12:00Z", "shelter", "Open now, day and night"),
    ("2026-11-27T22:20:00Z", "pantry", "Open now, closes at 5 pm: 40 minutes left"),
    ("2026-11-27T22:59:00Z", "pantry", "Open now, closes at 5 pm: 1 minute left"),
    ("2026-11-26T17:00:00Z", "pantry", "Closed today, Thanksgiving Day. Opens tomorrow at 9 am"),
    (
        "2026-11-26T17:00:00Z",
        "offices",
        "Today is Thanksgiving Day: call first",
    ),  # whose hours are silent about it
    ("2026-11-29T03:00:00Z", "pantry", "Closed now. Opens Monday at 9 am"),
    ("2026-11-30T13:00:00Z", "pantry", "Closed now. Opens today at 9 am"),
    ("2026-12-25T18:00:00Z", "pantry", "Closed today, Christmas Day. Opens Monday at 9 am"),
    ("2026-11-28T07:00:00Z", "shelter .pg", "Open now, closes at 2 am: 60 minutes left"),  # of Friday's night
)


def test_what_the_clock_says(look):
    """In the zone of the guide, whatever that of the device is."""
    tab = look()
    for now, place, words in TIMES:
        tab.clock.set_fixed_time(now)
        tab.reload()
        said = tab.locator(f"#{place} .now").first.text_content().replace("\u00a0", " ")
        assert (now, said) == (now, words)


def test_what_the_script_says_in_english_is_marked_so(tab_for, tmp_path):
    """Where it has no words in the language of the page; in that language nothing is marked."""
    one = shown()
    pages = {"sw": Page(replace(one, guide=replace(one.guide, language="sw"))), "en": Page(one)}
    for language, page in pages.items():
        (tmp_path / f"{language}.html").write_text(page.html(), encoding="utf-8")
        tab = tab_for()
        tab.goto((tmp_path / f"{language}.html").as_uri())
        marked = tab.evaluate(
            "[...document.querySelectorAll('.now, .do .check')].filter(each => each.lang === 'en').length"
        )
        assert (marked > 0) == (language == "sw")


def test_a_clock_before_the_guide_was_made_tells_nothing(look):
    tab = look(now="2015-01-01T12:00:00Z")
    assert tab.locator(".now:visible").count() == 0 and tab.is_disabled("#w-open")
    assert "Set the clock" in tab.inner_text("#w-clock")


def test_an_old_copy_says_so(look):
    asked = {"discard_after": date(2027, 11, 30)}
    assert look(asked=asked).is_hidden("#w-old") and look(asked=asked, now="2028-05-01T12:00:00Z").is_visible(
        "#w-old"
    )


# --- keyboard ---------------------------------------------------------------------------------------------


def test_a_journey_by_keyboard(look):
    """Skip, search with a slip, go to what was found, put it on the list, take it off."""
    tab = look()
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == "Skip to the contents"
    tab.focus("#w-to-find")
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "w-q"
    tab.keyboard.type("nalaxone")
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.textContent") == "1 of 4 places"
    for _ in range(20):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.type") == "checkbox":
            break
    tab.keyboard.press("Space")
    assert tab.inner_text("#w-list h2") == "My list (1)"
    tab.focus("#w-mine button")
    tab.keyboard.press("Enter")
    assert tab.is_hidden("#w-list") and tab.evaluate("document.activeElement.id") == "w-q"


@pytest.mark.parametrize("width,height", [(390, 700), (1366, 700), (320, 256)])
def test_no_stop_of_the_keyboard_is_out_of_sight(look, width, height):
    """Neither beyond the window nor under the bar that stays."""
    tab = look(width, height)
    hidden = []
    for _ in range(tab.evaluate("document.querySelectorAll('a,button,input,select,summary').length") + 5):
        tab.keyboard.press("Tab")
        seen = tab.evaluate(
            """() => { const e = document.activeElement, bar = document.querySelector('.bar');
            if (e === document.body) return null;
            if (e.className === 'skip') return '';
            const r = e.getBoundingClientRect(), b = bar.getBoundingClientRect(), stays = getComputedStyle(bar).position !== 'static';
            const covered = stays && !bar.contains(e) && r.top >= b.top - 1 && r.bottom <= b.bottom + 1;
            return covered || r.bottom <= 0 || r.top >= innerHeight ? e.outerHTML.slice(0, 80) : ''; }"""
        )
        if seen is None:
            break
        hidden += [seen] * bool(seen)
    assert hidden == []


# --- list, storage, paper, leaving ----------------------------------------------------------------------


def test_nothing_is_kept_before_the_button_is_pressed(look):
    """Then the list alone, and it is forgotten again."""
    tab = look()
    tab.check("#pantry .do input")
    assert tab.evaluate("JSON.stringify(localStorage)") == "{}" and tab.context.cookies() == []
    tab.click("#w-keep")
    assert tab.evaluate("JSON.stringify(localStorage)") == '{"guide-list":"[\\\\"pantry\\\\"]"}'.replace(
        "\\\\", "\\"
    )
    tab.reload()
    assert tab.inner_text("#w-list h2") == "My list (1)" and tab.is_checked("#pantry .do input")
    tab.click("#w-keep")
    assert tab.evaluate("JSON.stringify(localStorage)") == "{}"


def test_the_list_as_a_text_file(look):
    tab = look()
    tab.check("#pantry .do input")
    with tab.expect_download() as download:
        tab.click("#w-save")
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert "ELM <PANTRY> (EP)" in text and "217-555-0110" in text and "Monday to Friday 9 am to 5 pm" in text
    assert "In danger? Call 911" in text and "Call Elm" not in text


def test_mistakes_are_told_with_the_number_of_the_listing(look):
    href = look().locator("#pantry .do a").get_attribute("href")
    assert href == "mailto:guide@example.org?subject=pantry%3A%20listing%201%2C%20edition%203"


def test_on_paper(look):
    """Black on white, in two columns, with what is seen alone."""
    tab = look(scheme="dark")
    tab.emulate_media(media="print")
    style = "getComputedStyle(document.querySelector('%s')).%s"
    assert (
        tab.evaluate(style % (".bar", "display")) == "none"
        and tab.evaluate(style % (".ls", "columnCount")) == "2"
    )
    assert tab.evaluate("getComputedStyle(document.documentElement).color") == "rgb(0, 0, 0)"
    assert tab.locator(".now:visible").count() == 0
    assert tab.pdf()[:4] == b"%PDF"


def test_leaving(look):
    """Page and title are empty at once, a kept list is forgotten, and the page is replaced by another."""
    tab = look()
    tab.check("#pantry .do input")
    tab.click("#w-keep")
    gone = []
    tab.route("https://**", lambda route: (gone.append(route.request.url), route.fulfill(body="sun")))
    tab.evaluate("location.hash = 'shelter'")
    for _ in range(3):
        tab.keyboard.press("Shift")
    tab.wait_for_url("https://www.weather.gov/")
    assert gone[0] == "https://www.weather.gov/"
    look.asked_for[:] = [url for url in look.asked_for if "weather.gov" not in url]


def test_size_and_colours(look):
    tab = look()
    tab.evaluate("document.querySelector('#w-display').open = true")
    tab.check("#w-display input[value='dark']")
    assert tab.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(18, 18, 18)"
    before = tab.evaluate("getComputedStyle(document.documentElement).fontSize")
    tab.check("#w-display input[value='3']")
    assert tab.evaluate("getComputedStyle(document.documentElement).fontSize") > before


def test_one_of_two_languages(look):
    tab = look(asked={"languages": ("en", "es")})
    tab.check("#w-tongue input[value='b']")
    assert tab.is_hidden("#pantry .t.b1") and tab.is_visible("#pantry .t.b2")
    tab.check("#w-tongue input[value='a']")
    assert tab.is_visible("#pantry .t.b1") and tab.is_hidden("#pantry .t.b2")


def test_the_pages_of_a_site(tab_for, tmp_path):
    """As well as the one page; also where somebody looks at the folder before it is sent to a server."""
    for file, data in Site(Page(shown(site="https://help.example.org"))).files().items():
        (tmp_path / file).write_bytes(data)
    tab, found = tab_for(bypass=True), {}
    for width, scheme, name in ((390, "dark", "index"), (1366, "light", "food"), (320, "light", "a-z")):
        tab.set_viewport_size({"width": width, "height": 800})
        tab.emulate_media(color_scheme=scheme)
        tab.goto((tmp_path / f"{name}.html").as_uri())
        colour = tab.evaluate("getComputedStyle(document.querySelector('.block')).color")
        found[name] = colour, axe_of(tab)
    assert found == dict.fromkeys(("index", "food", "a-z"), ("rgb(255, 255, 255)", []))


def test_the_documents_of_a_book(tab_for, tmp_path):
    """By the same eyes, though a reading system has some of its own."""
    for file, text in Book(Page(shown(format="epub"))).files().items():
        (tmp_path / file).write_text(text, encoding="utf-8")
    tab, found = tab_for(bypass=True), {}
    tab.emulate_media(color_scheme="light")
    for name in ("title", "s-food", "a-z", "nav"):
        tab.goto((tmp_path / f"{name}.xhtml").as_uri())
        found[name] = [each for each in axe_of(tab) if each[0] not in OF_A_PAGE]
    assert found == dict.fromkeys(found, [])
