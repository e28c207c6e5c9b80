"""The table of who is open when."""

import pytest

from guide import model
from guide.colours import ACCENTS
from guide.content.hours import parse_hours
from guide.language.files import FOLDER
from guide.language.words import ENGLISH, words_in
from guide.layout.editions.book import BookOptions, typeset
from guide.layout.pages import Line, Text
from guide.layout.parts.open_columns import DAY
from guide.layout.parts.open_rows import LEAST_LISTINGS
from guide.layout.type.fonts import default_stacks
from guide.layout.type.style import make_style, style_for


def fixed_languages():
    return sorted(path.stem for path in FOLDER.glob("*.yaml"))


NINE_TO_FIVE = ((540, 1020),)


def rule(*spans, days=(), **more):
    return model.OpeningRule(days=days, spans=spans, **more)


def opening(*rules):
    return model.OpeningHours(text="", rules=rules)


@pytest.fixture
def table(maker):
    """The pages of the table for these hours, one listing each: lists of Text."""

    def make(*hours, format="letter", **more):
        listings = [
            maker.listing(f"n{n}", phones=(maker.phone(),), opening=each, **more.get(f"n{n}", {}))
            for n, each in enumerate(hours)
        ]
        style = make_style(format, ACCENTS["blue"].screen, default_stacks())
        document, problems = typeset(
            maker.guide(maker.section(*listings)), style, ENGLISH, BookOptions(open="grid")
        )
        assert problems == ()
        return [
            (page, texts(page))
            for page in document.pages
            if any(item.text.startswith("Mon") and item.size == 12 for item in texts(page))
        ], document

    return make


def texts(page):
    return [item for item in page.items if isinstance(item, Text)]


def cells(items, name):
    """{day: words} of the row of a listing; a span of several days stands under its first."""
    top = next(item.y for item in items if item.text.startswith(f"Name of {name}"))
    below = [item.y for item in items if item.text.startswith("Name of") and item.y > top]
    heads = {
        item.text.strip(): item.x
        for item in items
        if item.text.strip() in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    }
    row = [item for item in items if top - 1 <= item.y < min(below, default=700) - 1]
    return {
        day: [
            item.text.strip().replace("\u00a0", " ")
            for item in row
            if x - 0.1 <= item.x < x + DAY - 0.1 and item.text.strip()
        ]
        for day, x in heads.items()
    }


def test_single_days_have_figures_and_a_dash_is_closed(table):
    """Morning over afternoon; `am` and `pm` where the figures would mislead."""
    week = opening(
        rule((540, 720), (780, 1020), days=(0, 2)), rule((480, 660), days=(5,)), rule((1140, 1230), days=(3,))
    )
    ((page, items),) = table(*[week] * 5)[0]
    assert cells(items, "n0") == {
        "Mon": ["9\u201312,", "1\u20135"],
        "Tue": ["\u2013"],
        "Wed": ["9\u201312,", "1\u20135"],
        "Thu": ["7\u20138:30", "pm"],
        "Fri": ["\u2013"],
        "Sat": ["8\u201311", "am"],
        "Sun": ["\u2013"],
    }


def test_a_dash_is_read_as_closed(table):
    ((page, items),) = table(*[opening(rule(*NINE_TO_FIVE, days=(0,)))] * 5)[0]
    dashes = [item for item in items if item.text.strip() == "\u2013"]
    assert len(dashes) == 30 and {item.tag.heard for item in dashes} == {"closed"}
    assert {item.tag.kind for item in dashes} == {"TD"}


def test_equal_days_are_one_span_with_a_rule_through_them(table):
    """Words once; the rule from 6 behind them to 8 before the end of the span, 8 below the top of the line."""
    ((page, items),) = table(*[opening(rule(*NINE_TO_FIVE, days=(0, 1, 2, 3, 4)))] * 5)[0]
    found = cells(items, "n0")
    assert found["Mon"] == ["9 am to 5 pm"] and not any(found[day] for day in ("Tue", "Wed", "Thu", "Fri"))
    words = next(item for item in items if item.text.replace("\u00a0", " ").startswith("9 am"))
    rule_of_row = next(item for item in page.items if isinstance(item, Line) and item.y1 == words.y - 4)
    assert rule_of_row.x1 == pytest.approx(words.bounds.right + 6, abs=4)
    assert rule_of_row.x2 == pytest.approx(words.x + 5 * DAY - 8) and rule_of_row.y1 == words.y - 4
    assert dict((key, value) for _, key, value in words.tag.attributes) == {"ColSpan": 5}


def test_rows_have_the_measures_of_the_look(table):
    """Hairline, 3, 16 a line, 3; days of 45."""
    ((page, items),) = table(*[opening(rule(*NINE_TO_FIVE))] * 5)[0]
    names = [item for item in items if item.text.startswith("Name of")]
    assert [round(b.y - a.y, 2) for a, b in zip(names, names[1:])] == [22] * 4
    days = [next(item.x for item in items if item.text.strip() == day) for day in ("Mon", "Tue", "Sun")]
    assert [days[1] - days[0], days[2] - days[0]] == pytest.approx([45, 270]) and days[0] - names[
        0
    ].x == pytest.approx(150)


def test_sections_have_rows_of_their_own(maker):
    """With key and title, as a head of the rows below."""
    hours = opening(rule(*NINE_TO_FIVE))
    sections = [
        maker.section(*(maker.listing(f"{s}{n}", opening=hours) for n in range(3)), id=s) for s in ("a", "b")
    ]
    style = make_style("letter", ACCENTS["blue"].screen, default_stacks())
    document, _ = typeset(maker.guide(*sections), style, ENGLISH, BookOptions(open="grid"))
    (page,) = [page for page in document.pages if any(item.text.startswith("Mon") for item in texts(page))]
    heads = [item for item in texts(page) if item.tag and ("Table", "ColSpan", 9) in item.tag.attributes]
    assert [item.text.strip() for item in heads if not item.text.strip().isdigit()] == [
        section.title for section in sections
    ]


def test_hours_of_some_weeks_stand_over_which(table):
    monthly = rule((780, 900), days=(2,), occurrences=(1,))
    ((page, items),) = table(*[opening(rule((600, 840), days=(1,)), monthly)] * 5)[0]
    found = cells(items, "n0")
    assert (found["Tue"], found["Wed"]) == (["10\u20132"], ["1\u20133", "first"])


def test_public_holidays_are_told_once(table):
    """Under the table, not in its rows."""
    holidays = model.OpeningRule(holidays="PH", closed=True)
    ((page, items),) = table(*[opening(rule(*NINE_TO_FIVE), holidays)] * 5)[0]
    said = [item.text for item in items if "holidays" in item.text]
    assert said == [ENGLISH.open_holidays]


def test_rules_of_no_usual_week_stand_in_the_row(table):
    """Parts of the year: across the days where these would all be empty, else below them."""
    seasonal = rule((540, 1020), season=(((4, 0), (10, 0)),))
    ((page, items),) = table(
        opening(seasonal),
        opening(rule(*NINE_TO_FIVE, days=(0,)), seasonal),
        *[opening(rule(*NINE_TO_FIVE))] * 3,
    )[0]
    assert len([item for item in items if item.text.startswith("April to October: every day")]) == 2
    assert cells(items, "n1")["Tue"] == ["see below"]


def test_all_day(table):
    """In words, once."""
    ((page, items),) = table(*[opening(rule((0, 1440)))] * 5)[0]
    assert cells(items, "n1")["Mon"] == ["day and night"]


def test_an_open_end_has_its_beginning_alone(table):
    ((page, items),) = table(*[opening(rule((1080, None), days=(4,)))] * 5)[0]
    assert cells(items, "n0")["Fri"] == ["6 pm"]


def test_a_closed_listing_has_words_and_no_times(table):
    """The alert of its own where it has one."""
    hours = [opening(rule(*NINE_TO_FIVE))] * 5
    ((page, items),) = table(*hours, n0={"closed": True, "alert": "Closed until May"}, n1={"closed": True})[0]
    words = [item.text.strip() for item in items]
    assert "Closed until May" in words and "Closed for now" in words
    assert not any(
        "am" in cell or "pm" in cell
        for day in cells(items, "n0").values()
        for word in day
        for cell in word.split()
    )
    assert cells(items, "n2")["Mon"] == ["9 am to 5 pm"]


def test_a_row_is_never_empty(table):
    """Closed for every day of the week is said, too."""
    ((page, items),) = table(
        *[
            parse_hours(text)[0].opening
            for text in ("off", "Mo off; Dec 25 off", "PH off", '"by appointment"', "Jul off")
        ]
    )[0]
    said = [item.text.strip().replace("\u00a0", " ") for item in items]
    assert [text for text in said if text.startswith(("Closed", "By"))] == [
        "Closed.",
        "Closed on Monday and December 25.",
        "Closed on public holidays.",
        "By appointment.",
        "Closed in July.",
    ]


@pytest.mark.parametrize("count,there", [(LEAST_LISTINGS - 1, False), (LEAST_LISTINGS, True)])
def test_fewer_than_five_listings_with_hours_have_no_table(table, count, there):
    """It helps nobody; nothing of it is in contents or bookmarks."""
    pages, document = table(*[opening(rule(*NINE_TO_FIVE))] * count, None, None)
    assert bool(pages) == there == any(entry.title == "Open now" for entry in document.outline)


@pytest.mark.parametrize(
    "format,there",
    [("letter", True), ("a4", True), ("half-letter", False), ("pocket", False), ("large-print", False)],
)
def test_only_wide_pages_have_the_table(table, format, there):
    """On others the hours stand in the listings."""
    assert bool(table(*[opening(rule(*NINE_TO_FIVE))] * 6, format=format)[0]) == there


def test_thirty_listings_have_the_days_again_on_every_page(table):
    """As an artifact on all but the first; every listing once and in order, nothing below the frame."""
    pages, document = table(*[opening(rule(*NINE_TO_FIVE))] * 48)
    assert len(pages) >= 2
    names = []
    for place, (_page, items) in enumerate(pages):
        head = [
            item for item in items if item.text.strip() in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
        ]
        assert len(head) == 7 and all((item.tag is None) == (place > 0) for item in head)
        names += [item.text.strip() for item in items if item.text.startswith("Name of")]
        left = min(item.x for item in items if item.text.startswith("Name of"))
        assert all(item.y <= 712 or item.y == 744 for item in items)
        assert all(item.bounds.right <= left + 492.05 for item in items if item.tag and 72 < item.y <= 712)
    assert names == [f"Name of n{n}" for n in range(48)]


def test_the_page_of_each_listing_is_true(table):
    """At the right end of the row, a link."""
    pages, document = table(*[opening(rule(*NINE_TO_FIVE))] * 30)
    starts = {
        f"Name of n{n}": child.destination.page
        for section in document.outline
        for n, child in enumerate(section.children)
    }
    for page, _items in pages:
        links = [link for link in page.links if link.description.startswith("Name of")]
        assert links and all(starts[link.description.partition(",")[0]] == link.target.page for link in links)


def test_the_table_is_a_table(table):
    """With heads of columns and of rows, as many cells in each row as days."""
    pages, _ = table(*[opening(rule(*NINE_TO_FIVE))] * 5)
    rows = {}
    for _, items in pages:
        for item in items:
            tag = item.tag
            while tag and tag.kind not in ("TH", "TD"):
                tag = tag.parent
            if tag:
                rows.setdefault(id(tag.parent), (tag.parent, {}))[1][id(tag)] = tag.kind
    kinds = [list(cells.values()) for _, cells in rows.values()]
    assert kinds[0] == ["TH"] * 9 and kinds[1] == ["TH"] and kinds[2:] == [["TH"] + ["TD"] * 2] * 5
    assert all(tag.kind == "TR" and tag.parent.kind == "Table" for tag, _ in rows.values())


def test_closed_days_are_cells_where_the_page_is_mirrored(maker):
    """A row has a cell for each day and the page, closed or not, and the head as many."""
    listings = [
        maker.listing(f"n{n}", phones=(maker.phone(),), opening=opening(rule(*NINE_TO_FIVE, days=(n,))))
        for n in range(5)
    ]
    style = style_for(make_style("letter", ACCENTS["blue"].screen, default_stacks("ar")), "ar")
    document, _ = typeset(
        maker.guide(maker.section(*listings), language="ar"),
        style,
        words_in("ar"),
        BookOptions(open="grid"),
    )
    cells = {}
    for item in (
        item for page in document.pages for item in page.items if isinstance(item, Text) and item.tag
    ):
        tag = item.tag
        while tag and tag.kind not in ("TD", "TH"):
            tag = tag.parent
        if tag:
            cells.setdefault(id(tag.parent), set()).add(id(tag))
    assert [len(row) for row in cells.values()] == [9, 1, 9, 9, 9, 9, 9]  # behind the head the section's row
