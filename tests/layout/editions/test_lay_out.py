"""An edition laid out: what its file asks for, and what is given up to fit its pages."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from guide.content.hours import parse_hours
from guide.content.load import load_guide
from guide.errors import Mark
from guide.formats import BOOKS
from guide.language.scripts import NBSP
from guide.language.words import ENGLISH, words_in
from guide.layout.editions import lay_out as edition_module
from guide.layout.editions.book import typeset
from guide.layout.editions.lay_out import Version, _tries, edition_options, edition_style, lay_out
from guide.layout.pages import Text
from guide.layout.type.fonts import default_stacks
from guide.model import Edition, HelpLine
from tests.thorough import first_quick

CONTENT = Path(__file__).resolve().parents[3] / "content"
STACKS = default_stacks()


@cache
def guide():
    return load_guide(CONTENT)[0]


def version():
    return Version(guide(), ENGLISH, STACKS)


def edition(**more):
    return Edition(**{"name": "x", "mark": Mark(Path("editions/x.yaml"), 1, 1), **more})


def laid_out(**more):
    return lay_out([Version(guide(), ENGLISH, STACKS)], edition(**more), guide(), "01234567")


def words(document):
    return " ".join(
        item.text.strip() for page in document.pages for item in page.items if isinstance(item, Text)
    )


def tries(**more):
    return list(_tries([Version(guide(), ENGLISH, STACKS)], edition(**more), ""))


@pytest.mark.parametrize(
    "format,size,said",
    first_quick(
        [
            ("letter", 0, ()),
            ("letter", 12, ()),
            ("a4", 11, ("11 pt",)),
            ("pocket", 11.5, ("11.5 pt",)),
            ("large-print", 0, ()),
        ],
        2,
    ),
)
def test_text_under_12_points_is_said_not_to_be_clear_print(format, size, said):
    """At every build."""
    found = [line for line in laid_out(format=format, body_size=size).said if not line.startswith("left out")]
    assert len(found) == len(said) and all(
        each in line and "not clear print" in line for each, line in zip(said, found)
    )


def test_a_sheet_under_12_points_is_said_not_to_be_clear_print_too():
    """The one sheet chooses its size itself."""
    found = " ".join(laid_out(format="one-sheet").said)
    size = float(found.partition(", text ")[2].split()[0])
    assert (size < 12) == ("not clear print" in found)


@pytest.mark.parametrize("asked", ({"columns": 2}, {"compact": True}), ids=str)
@pytest.mark.parametrize("format", first_quick(BOOKS, 3))
def test_two_columns_are_for_pages_that_are_wide_enough(format, asked):
    """From Letter and A4 on; others have one, and say so. An older word for two is read, with a line that says how."""
    columns = 2 if format in ("letter", "a4", "tabloid", "a3") else 1
    made, style = (
        laid_out(format=format, **asked),
        edition_style([version()], edition(format=format, **asked)),
    )
    assert style.columns == columns
    assert any("one column" in line for line in made.said) == (columns == 1)
    assert any("read as columns: 2" in line for line in made.said) == ("compact" in asked)


@pytest.mark.parametrize("listings, columns", ((15, 1), (16, 2)))
def test_many_listings_stand_in_two_columns_by_themselves(maker, listings, columns):
    """The count is that of what the edition prints."""
    many = maker.guide(maker.section(*(maker.listing(f"n{n}") for n in range(listings))))
    versions = [Version(many, ENGLISH, STACKS)]
    assert edition_style(versions, edition()).columns == columns
    assert edition_style(versions, edition(columns=1)).columns == 1
    assert edition_style(versions, edition(format="half-letter")).columns == 1


@pytest.mark.parametrize("size, columns", ((11, 2), (12, 2), (12.5, 2), (13, 1), (18, 1)))
def test_columns_are_no_narrower_than_their_text_allows(size, columns):
    assert edition_style([version()], edition(columns=2, body_size=size)).columns == columns


def test_two_languages_never_stand_in_two_columns():
    versions = [version(), Version(guide(), words_in("es"), STACKS)]
    assert edition_style(versions, edition(columns=2)).columns == 1


def test_one_column_is_stronger_than_an_older_word_for_two():
    assert edition_style([version()], edition(columns=1, compact=True)).columns == 1


def test_two_columns_take_no_more_paper():
    assert len(laid_out(columns=2).document.pages) <= len(laid_out(columns=1).document.pages)


@pytest.mark.parametrize(
    "written, part",
    [
        ({}, "late"),
        ({"open": "late"}, "late"),
        ({"open_now": True}, "grid"),
        ({"open_now": True, "open": "none"}, "none"),
    ],
)
def test_who_is_open_when(written, part):
    """`open_now: yes` is what was written for the grid before, and a line says so."""
    assert edition(**written).open_part == part
    said = laid_out(**written).said
    assert ("the old key open_now: yes is read as open: grid" in said) is (part == "grid")


def test_the_options_of_an_edition():
    """Pages for its press, what stands on the last page, what was left out."""
    options = edition_options(
        edition(press="booklet", note="Some.", discard_after=date(2027, 5, 1), open_now=True),
        ENGLISH,
        "01234567",
    )
    assert (options.multiple, options.single_sided, options.note, options.open) == (
        4,
        False,
        "Some.",
        "grid",
    )
    assert (
        options.discard_after == "Please throw this away after May 1, 2027."
        and options.build == "Content 01234567."
    )
    numbers = edition_options(edition(isbn="978-0-306-40615-7", issn="2049-3630"), ENGLISH, "").numbers
    assert numbers.replace(NBSP, " ") == "ISBN 978-0-306-40615-7. ISSN 2049-3630."
    plain = edition_options(edition(press="single-sided"), ENGLISH, "")
    assert (plain.single_sided, plain.discard_after, plain.build) == (True, "", "")


@pytest.mark.parametrize(
    "format",
    first_quick(["letter", "half-letter", "pocket", "large-print", "a5", "trifold-letter", "one-sheet"], 3),
)
def test_every_edition_says_when_to_throw_it_away(format):
    """Whatever its size; a leaflet too grows old."""
    whole = guide()
    few = whole if "fold" not in format else _first(whole, 3)
    document = lay_out(
        [Version(few, ENGLISH, STACKS)],
        edition(format=format, discard_after=date(2027, 5, 1)),
        whole,
        "01234567",
    ).document
    assert "throw this away after May 1, 2027" in " ".join(words(document).split())


def _first(whole, count):
    from dataclasses import replace

    return replace(whole, sections=(replace(whole.sections[0], listings=whole.sections[0].listings[:count]),))


# --- fit --------------------------------------------------------------------------------------------


def test_what_is_given_up_and_in_what_order():
    """More each time; the type last, in half points, and never under 11."""
    given_up = [chosen for _, _, chosen in tries(columns=1)]
    assert given_up[:6] == [
        (),
        ("no index by topic",),
        ("no index by topic", "no index by place"),
        ("no index by topic", "no index by place", "no closing notes"),
        ("no index by topic", "no index by place", "no closing notes", "two columns"),
        (
            "no index by topic",
            "no index by place",
            "no closing notes",
            "two columns",
            "lines closer together",
        ),
    ]
    assert [chosen[-1] for chosen in given_up[6:]] == ["text 11.5 pt", "text 11 pt"]


def test_hours_are_given_up_where_there_are_any(maker):
    """The table first, the lists behind the closing notes."""
    opening = parse_hours("24/7")[0].opening
    whole = maker.guide(maker.section(*(maker.listing(f"n{n}", opening=opening) for n in range(5))))
    versions = [Version(whole, ENGLISH, STACKS)]
    for part, place, said in (
        ("grid", 1, "lists in place of the table of who is open when"),
        ("late", 4, "no lists of who is open late"),
    ):
        made = [*_tries(versions, edition(open=part), "")]
        assert made[place][2][-1] == said and made[0][1].open == part and made[-1][1].open == "none"


def test_what_is_given_up_is_given_up():
    """The styles and options are what the words say."""
    styles, options, _ = zip(*tries(columns=1))
    assert [(each.topics, each.places, each.about) for each in options][:4] == [
        (True, True, True),
        (False, True, True),
        (False, False, True),
        (False, False, False),
    ]
    assert [style.columns for style in styles] == [1] * 4 + [2] * 4
    assert [style.body[:2] for style in styles] == [(12, 16)] * 5 + [
        (12, 15),
        (11.5, pytest.approx(15, abs=1)),
        (11, pytest.approx(14, abs=1)),
    ]
    leadings = [style.body.leading for style in styles]
    assert leadings == sorted(leadings, reverse=True)


def test_large_print_stays_large():
    """It gives up parts, never its size."""
    assert min(style.body.size for style, _, _ in tries(format="large-print")) == 18


def test_formats_without_room_for_two_columns_do_not_offer_them():
    assert not any("two columns" in chosen for _, _, chosen in tries(format="pocket"))
    assert all("two columns" not in chosen for _, _, chosen in tries(columns=2))


@pytest.mark.slow
def test_each_try_is_no_longer_than_the_one_before():
    """Or giving up would not help."""
    pages = [len(typeset(guide(), style, ENGLISH, options)[0].pages) for style, options, _ in tries()]
    assert pages == sorted(pages, reverse=True)


@pytest.mark.parametrize("fit,expected", [(12, "as it is"), (40, "as it is"), (10, "no index by topic")])
def test_the_first_try_that_fits_is_taken_and_said(fit, expected):
    """With all that was given up."""
    found = laid_out(fit=fit)
    assert len(found.document.pages) <= fit and found.problems == ()
    assert found.said[0].startswith(f"fits {fit} pages: ") and expected in found.said[0]


@pytest.mark.slow
def test_what_does_not_fit_says_what_it_would_need():
    """With the edition and its file; no document."""
    found = laid_out(fit=4)
    (problem,) = found.problems
    assert found.document is None and problem.level == "error" and problem.mark.path.name == "x.yaml"
    least = int(problem.message.rpartition(" ")[2])
    assert "edition x" in problem.message and "4 pages" in problem.message and least > 4
    assert laid_out(fit=least).document and laid_out(fit=least - 1).document is None


@pytest.mark.parametrize("fit, most", [(1, 1), (4, 2), (16, 1)])
def test_what_can_never_fit_is_given_up_early(monkeypatch, fit, most):
    """After the last try alone where the listings are far too many, else after two; what fits at once is set once."""
    seen = []
    monkeypatch.setattr(
        edition_module, "typeset", lambda *arguments, **how: seen.append(1) or typeset(*arguments, **how)
    )
    monkeypatch.setattr(edition_module, "FAR_PAGES", 0)
    monkeypatch.setattr(edition_module, "MOST_ON_A_PAGE", 10)
    assert (laid_out(fit=fit).document is None) is (fit < 16) and len(seen) == most


@pytest.mark.parametrize(
    "last, hopeless, order",
    [
        (0, False, (0, 0)),
        (0, True, (0, 0)),
        (3, False, (0, 3, 1, 2, 3)),
        (3, True, (3, 0, 1, 2, 3)),
    ],
)
def test_the_order_of_tries(last, hopeless, order):
    """Each is judged in its turn; the last is looked at early, and judged when no other fits."""
    assert edition_module._order_of_tries(last, hopeless) == order


@pytest.mark.slow
def test_a_fit_under_12_points_says_that_too():
    """Both sentences."""
    least = int(laid_out(fit=4).problems[0].message.rpartition(" ")[2])
    found = laid_out(fit=least)
    if " pt" in found.said[0]:
        assert any("not clear print" in line for line in found.said)


# --- reference rows ---------------------------------------------------------------------------------


def row_page(maker, *ids, after):
    """The page of a second section that refers to listings of the first."""
    from guide import model

    first = maker.section(
        *(maker.listing(f"n{n}", summary="helps people who drink") for n in range(1, 4)),
        id="a",
        title="First",
    )
    references = tuple(model.Reference(id, after) for id in ids)
    second = maker.section(
        maker.listing("x"), maker.listing("y"), id="b", title="Second", references=references, own_page=True
    )
    document, problems = maker.typeset(maker.guide(first, second))
    assert problems == ()
    return document.pages[3]


def test_a_reference_row_is_32_high(maker):
    """Hairline, 8, one line, 8: its baseline 20 below the hairline, the next listing's hairline 32 below it."""
    from guide.layout.pages import Line

    page = row_page(maker, "n2", after=1)
    row = next(text for text in maker.texts(page) if text.text.startswith("Name of n2"))
    lines = sorted(
        item.y1
        for item in page.items
        if isinstance(item, Line) and item.width == 0.5 and item.x2 - item.x1 == 492
    )
    above = max(y for y in lines if y < row.y)
    assert row.y - above == 20 and above + 32 in lines


def test_a_reference_row_says_where_the_listing_is(maker):
    """Number regular 12, name bold, what it is; at the right the page, a link, bold."""
    page = row_page(maker, "n2", after=1)
    row = [
        text
        for text in maker.texts(page)
        if text.y == next(t.y for t in maker.texts(page) if t.text.startswith("Name of n2"))
    ]
    shown = {text.text.strip(): ("Bold" in text.face.name, text.size) for text in row}
    assert shown["2"] == (False, 12) and shown["Name of n2"] == (True, 12)
    assert shown[", helps people who drink"] == (False, 12) and shown["page 3"] == (False, 12)
    links = [link for link in page.links if link.target and getattr(link.target, "page", None) == 2]
    assert links and links[0].description == "Name of n2, page 3"


def test_a_reference_row_has_neither_bar_nor_status(maker):
    """Only the two listings of the section have them."""
    page = row_page(maker, "n2", "n3", after=1)
    assert len(maker.bars(page)) == 2
    assert sum(text.text.startswith("Not yet") for text in maker.texts(page)) == 2


def test_a_reference_does_not_count_in_the_range_of_the_head(maker):
    """Nor in the contents or the bookmarks."""
    page = row_page(maker, "n1", after=0)
    assert any(text.text == "Listings 4\u20135" for text in maker.texts(page, False))


def test_two_references_follow_each_other_at_32(maker):
    page = row_page(maker, "n1", "n3", after=1)
    ys = [text.y for text in maker.texts(page) if text.text.startswith("Name of n")]
    assert ys[1] - ys[0] == 32


@pytest.mark.parametrize(
    "edition, form",
    [
        ({}, "full"),
        ({"ink": "grey"}, "full"),
        ({"ink": "black"}, "light"),
        ({"ink": "black", "cover": "full"}, "full"),
        ({"cover": "light"}, "light"),
    ],
)
def test_the_cover_is_light_in_black_or_where_the_edition_says_so(edition, form):
    """A solid block of black curls office paper."""
    assert edition_options(Edition(name="x", **edition), ENGLISH, "").cover == form


@pytest.mark.parametrize("format", ["letter", "pocket", "trifold-letter", "one-sheet", "zine", "wallet"])
def test_the_extension_of_a_help_number_is_printed_and_dialled(maker, format):
    """On the cover, at every foot, at the ends of sections, on the last page, and on sheets."""
    lines = (HelpLine(text="A bed", phone=maker.phone("217-555-0141", extension="204")),)
    guide = maker.guide(maker.section(maker.listing(phones=(maker.phone(),))), help_now=lines)
    for places in (("box", "back"), ("box", "ends"), ("strip",)) if format in BOOKS else (("box",),):
        wanted = Edition(name="x", format=format, help=places, mark=guide.mark)
        document = lay_out([Version(guide, ENGLISH, STACKS)], wanted, guide).document
        said = words(document).replace("\u00a0", " ")
        assert said.count("217-555-0141") == said.count("217-555-0141 ext. 204") > 0
        targets = {link.target for page in document.pages for link in page.links}
        assert "tel:+12175550141;ext=204" in targets and "tel:+12175550141" not in targets
