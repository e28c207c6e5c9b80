"""The table of who is open when."""

import pytest

from guide import model
from guide.colours import ACCENTS
from guide.content.hours import parse_hours
from guide.language.files import FOLDER
from guide.language.words import ENGLISH, words_in
from guide.layout.editions.book import BookOptions, typeset
from guide.layout.pages import Text
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
    """{day: words} of the row of a listing."""
    top = next(item.y for item in items if item.text.startswith(f"Name of {name}"))
    below = [item.y for item in items if item.text.startswith("Name of") and item.y > top]
    heads = {
        item.text.strip(): item.x
        for item in items
        if item.text.strip() in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    }
    row = [item for item in items if top - 1 <= item.y < min(below, default=700) - 1]
    return {
        day: [item.text.strip() for item in row if x - 0.1 <= item.x < x + DAY - 0.1 and item.text.strip()]
        for day, x in heads.items()
    }


def test_the_times_stand_in_the_cells_of_their_days(table):
    """Opening over closing; a day without is empty."""
    week = opening(rule(*NINE_TO_FIVE, days=(0, 2)), rule((600, 720), days=(5,)))
    ((page, items),) = table(*[week] * 5)[0]
    found = cells(items, "n0")
    assert found == {
        "Mon": ["9 am", "5 pm"],
        "Tue": [],
        "Wed": ["9 am", "5 pm"],
        "Thu": [],
        "Fri": [],
        "Sat": ["10 am", "noon"],
        "Sun": [],
    }


def test_a_second_span_stands_8_below_the_first(table):
    """Morning and afternoon of one day."""
    ((page, items),) = table(*[opening(rule((540, 720), (780, 1020), days=(1,)))] * 5)[0]
    top = next(item.y for item in items if item.text.startswith("Name of n0"))
    ys = [
        item.y
        for item in items
        if top - 1 <= item.y and item.text.strip() in ("9 am", "noon", "1 pm", "5 pm")
    ][:4]
    assert [round(b - a, 2) for a, b in zip(ys, ys[1:])] == [16, 24, 16]
    assert cells(items, "n0")["Tue"] == ["9 am", "noon", "1 pm", "5 pm"]


@pytest.mark.parametrize(
    "times, said, size",
    [
        ((510, 630), ["8:30am", "10:30am"], 11),
        ((510, 570), ["8:30am", "9:30am"], 12),
        ((540, 1020), ["9 am", "5 pm"], 12),
        ((720, 1440), ["12 pm", "12 am"], 12),
    ],
)
def test_a_time_stands_on_one_line(table, times, said, size):
    """Closer together and smaller, if need be, for all times of the table."""
    (page, items), *_ = table(*[opening(rule(times, days=(3,)))] * 5)[0]
    assert [cell.replace("\u00a0", " ") for cell in cells(items, "n0")["Thu"]] == said
    assert {item.size for item in items if item.text.strip().replace("\u00a0", " ") in said} == {size}


def test_rules_of_no_usual_week_stand_in_the_row(table):
    """Seasons, weeks of the month and holidays: across the days where these would all be empty, else below them."""
    monthly, seasonal = (
        rule((600, 720), days=(5,), occurrences=(1,)),
        rule((540, 1020), season=(((4, 0), (10, 0)),)),
    )
    ((page, items),) = table(
        opening(monthly),
        opening(seasonal),
        opening(monthly, rule(*NINE_TO_FIVE, days=(0,))),
        *[opening(rule(*NINE_TO_FIVE))] * 3,
    )[0]
    said = {item.text.strip().replace("\u00a0", " "): item for item in items}
    first_day = next(item.x for item in items if item.text.strip() == "Mon")
    first, below = (item for item in items if item.text.startswith("First Saturday of the month"))
    assert first.x == pytest.approx(first_day, abs=0.1) and below.x < first_day
    assert any(text.startswith("April to October: every day") for text in said)


def test_all_day(table):
    """In words, every day."""
    ((page, items),) = table(*[opening(rule((0, 1440)))] * 5)[0]
    assert set(map(tuple, cells(items, "n1").values())) == {("all day",)}


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
    assert cells(items, "n2")["Mon"] == ["9 am", "5 pm"]


def test_rules_that_a_week_does_not_show_stand_below(table):
    """Monthly ones, as words from x 26."""
    ((page, items),) = table(
        *[opening(rule(*NINE_TO_FIVE, days=(0,)), rule((600, 720), days=(5,), occurrences=(1,)))] * 5
    )[0]
    notes = [item for item in items if "First Saturday" in item.text]
    names = [item for item in items if item.text.startswith("Name of")]
    assert len(notes) == 5 and {note.x for note in notes} == {names[0].x} and notes[0].y > names[0].y
    assert cells(items, "n0")["Sat"] == ["see", "below"] and cells(items, "n0")["Sun"] == []


@pytest.mark.parametrize(
    "text, days",
    [
        ("Mo-Fr 09:00-17:00; Sa[1] 10:00-12:00", "Sat"),
        ("Mo-Fr 09:00-17:00; Jun-Aug Sa,Su 10:00-12:00", "Sat Sun"),
        ("Mo 09:00-17:00; Jun-Aug 10:00-12:00", "Tue Wed Thu Fri Sat Sun"),
        ('Mo-Fr 09:00-17:00; Sa "by appointment"', "Sat"),
        ("Mo-Fr 09:00-17:00; Nov Th[4] +1 day off; PH off", ""),
        ("Mo-Fr 09:00-17:00; Dec 24,31 10:00-12:00; PH 10:00-12:00", ""),
        ("Mo-Th 09:00-17:00; Nov Th[4] +1 day 10:00-12:00", "Fri"),
        ("Mo 09:00-17:00; Sa sunrise-sunset; week 1-53/2 Tu 10:00-12:00", "Tue Sat"),
        ("Mo-Fr 09:00-17:00; May 15-Sep 15 10:00-12:00", "Sat Sun"),
        ("Mo-Fr 09:00-17:00 || off", ""),
        ("Mo-Fr 10:00-16:00+; Sa 10:00-12:00", "Mon Tue Wed Thu Fri"),
    ],
)
def test_an_empty_place_means_closed(table, text, days):
    """A day with hours in some weeks, or in words, leads to these; a few days of the year do not."""
    ((page, items),) = table(*[parse_hours(text)[0].opening] * 5)[0]
    found = cells(items, "n0")
    assert " ".join(day for day, said in found.items() if said == ["see", "below"]) == days
    assert any(said for said in found.values())


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
    pages, document = table(*[opening(rule(*NINE_TO_FIVE))] * 30)
    assert len(pages) >= 3
    names = []
    for place, (_page, items) in enumerate(pages):
        head = [
            item for item in items if item.text.strip() in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
        ]
        assert len(head) == 7 and all((item.tag is None) == (place > 0) for item in head)
        names += [item.text.strip() for item in items if item.text.startswith("Name of")]
        left = min(item.x for item in items if item.text.startswith("Name of")) - 26
        assert all(item.y <= 712 or item.y == 744 for item in items)
        assert all(item.bounds.right <= left + 492.05 for item in items if item.tag and 72 < item.y <= 712)
    assert names == [f"Name of n{n}" for n in range(30)]


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
    assert kinds[0] == ["TH"] * 9 and kinds[1:] == [["TH"] + ["TD"] * 8] * 5
    assert all(tag.kind == "TR" and tag.parent.kind == "Table" for tag, _ in rows.values())


def test_empty_cells_are_cells_where_the_page_is_mirrored(maker):
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
        if item.tag.kind in ("TD", "TH") and item.tag.parent.kind == "TR":
            cells.setdefault(id(item.tag.parent), set()).add(id(item.tag))
    assert [len(row) for row in cells.values()] == [
        9,
        8,
        8,
        8,
        8,
        8,
    ]  # the page's own cell of a row holds a Link
