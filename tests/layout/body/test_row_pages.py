"""Rows on the pages of a book: as many on each as it holds, whole, in two languages too."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.content.hours import parse_hours
from guide.language.words import ENGLISH, words_in
from guide.layout.body.galley import Row, Strip
from guide.layout.body.paginate import Frame
from guide.layout.body.row import BELOW
from guide.layout.body.row_pages import fill_pages, page_row_style, row_breaks
from guide.layout.editions.lay_out import lay_out
from guide.layout.editions.versions import Version
from guide.layout.pages import Line, Text
from guide.layout.type.fonts import default_stacks
from guide.layout.type.inline import Anchor
from guide.layout.type.style import make_style, two_languages
from guide.model import Edition, HelpLine, Reference

FRAME = Frame(304, 24, 0.25, 48)
FIRST, LAST, FOOT = 40, 344, 370


def strip(height, space=0.0):
    return Strip(height, (Row(height, ()),), space, None, None, ((Anchor("a"), 0),))


def usual(maker, id, **more):
    phone = maker.phone()
    return maker.listing(
        id, **{"locations": (maker.office("Chicago", phone),), "summary": "what it is", **more}
    )


def pocket(maker, *sections, words=ENGLISH, second=None, edition=None, **more):
    """(document, problems, said) of a pocket edition."""
    guide = maker.guide(*sections, **more)
    stacks = default_stacks()
    versions = [Version(guide, words, stacks)]
    if second:
        versions.append(Version(second, words_in(second.language), stacks))
    done = lay_out(versions, edition or Edition(name="x", format="pocket"), guide)
    return done.document, done.problems, done.said


def texts(page):
    return [item for item in page.items if isinstance(item, Text)]


@given(st.lists(st.tuples(st.floats(10, 304), st.sampled_from([0.0, 4.0])), min_size=1, max_size=30))
def test_a_page_is_as_full_as_it_can_be(sizes):
    """No row reaches below the frame but with the space under it, and none would have had room on the page before."""
    strips = [strip(*each) for each in sizes]
    plans = fill_pages(strips, FRAME)
    assert [each for plan in plans for each, _ in plan.strips] == strips
    for plan, following in zip(plans, [*plans[1:], None]):
        assert plan.used <= FRAME.depth + BELOW + 0.01
        if following:
            first = following.strips[0][0]
            assert plan.used + first.space + first.height > FRAME.depth + BELOW
    assert [plan.last for plan in plans] == [False] * (len(plans) - 1) + [True]
    assert len(row_breaks(strips, FRAME)) == len(plans)


def test_the_measures_of_a_pocket_page(maker):
    """Rows of 240 from 40 to 344, the name at 22, the number to call at the right edge."""
    document, _, _ = pocket(maker, maker.section(*(usual(maker, f"n{n}") for n in range(8))))
    pages = [page for page in document.pages if "773-471-0999" in [item.text for item in texts(page)]]
    assert len(pages) == 2
    for page in pages:
        left = 30 if int(page.folio) % 2 else 36
        phones = [item for item in texts(page) if item.text == "773-471-0999"]
        names = [item for item in texts(page) if item.text.startswith("Name of")]
        assert {item.size for item in phones} == {13} and {item.x for item in names} == {left + 22}
        assert all(item.bounds.right == pytest.approx(left + 240) for item in phones)
        inside = [
            item for item in page.items if FIRST - 1 < item.bounds.top and item.bounds.bottom < LAST + BELOW
        ]
        rules = [item for item in inside if isinstance(item, Line) and item.width == 0.5]
        assert len(rules) == len(names) and {(rule.x1, rule.x2) for rule in rules} == {(left, left + 240)}


def test_sections_flow_on_unless_they_begin_a_page(maker):
    def made(**more):
        sections = (
            maker.section(usual(maker, "a")),
            maker.section(usual(maker, "b"), id="t", title="Beds", **more),
        )
        document, _, _ = pocket(maker, *sections)
        return len([page for page in document.pages if "773-471-0999" in [item.text for item in texts(page)]])

    assert (made(), made(own_page=True)) == (1, 2)


def test_the_foot_has_numbers_for_help(maker):
    """In its place, below a hairline at 352; more of them count for more than their labels."""
    long = "Somebody is not breathing, or is in danger of their life"
    lines = (
        HelpLine(text=long, phone=maker.phone("911")),
        HelpLine(text="Thinking of suicide? Call or text", phone=maker.phone("988")),
    )
    document, _, _ = pocket(maker, maker.section(usual(maker, "a")), help_now=lines)
    for page in document.pages[1:]:
        foot = [item for item in texts(page) if item.y == FOOT]
        assert "".join(item.text for item in foot).split() == ["Need", "help", "now?", "911988"]
        assert [item for item in page.items if isinstance(item, Line) and item.y1 == item.y2 == 352]


def test_late_lists_are_there_if_they_are_asked_for(maker):
    late = parse_hours("Mo-Su 20:00-23:00")[0].opening
    listings = [usual(maker, f"n{n}", opening=late) for n in range(6)]
    counts = [
        len(
            pocket(maker, maker.section(*listings), edition=Edition(name="x", format="pocket", open=asked))[
                0
            ].pages
        )
        for asked in ("", "none", "late")
    ]
    assert counts[0] == counts[1] < counts[2]


def test_whole_listings_are_printed_if_asked_for(maker):
    """`rows: no`; and of rows the build says what they have no room for."""
    listing = usual(maker, "a", description=(maker.paragraph("A first sentence. And a second one."),))
    for rows in (True, False):
        document, _, said = pocket(
            maker, maker.section(listing), edition=Edition(name="x", format="pocket", rows=rows)
        )
        words = " ".join(item.text for page in document.pages for item in texts(page))
        assert ("second one" in words) != rows
        assert any("all of a description" in each for each in said) == rows


def test_a_reference_is_a_row_with_its_page(maker):
    there = replace(
        maker.section(usual(maker, "b"), id="t", title="Beds"), references=(Reference(id="a", after=1),)
    )
    document, _, _ = pocket(maker, maker.section(usual(maker, "a")), there)
    (page,) = [
        page for page in document.pages if "Beds" in [item.text for item in texts(page) if item.size == 14]
    ]
    said = "".join(item.text for item in texts(page))
    assert f"Name of a page {page.folio}" in said
    assert any(link.target for link in page.links if "Name of a" in link.description)


def test_two_languages_stand_under_each_other(maker):
    """What it is and its news; the name, the number and the street once."""
    first = usual(maker, "a", closed=True)
    other = replace(first, summary="lo que es")
    second = maker.guide(maker.section(other, title="Comida"), language="es")
    document, problems, _ = pocket(maker, maker.section(first), second=second)
    (page,) = [
        page for page in document.pages if "What it is." in [item.text.strip() for item in texts(page)]
    ]
    shown = {item.text.strip(): item for item in texts(page)}
    assert problems == () and shown["Lo que es."].tag.language == "es"
    assert shown["What it is."].y + 14 == shown["Lo que es."].y
    assert shown["Comida"].y > shown["Section"].y
    assert shown["Closed for now"].x == shown["Cerrado por ahora"].x == shown["What it is."].x + 15
    assert sum(item.text == "773-471-0999" for item in texts(page)) == 1


def test_the_style_of_both_languages(maker):
    """Lines of both are as high as those of the taller one."""
    base = make_style("pocket", "#005459", default_stacks())
    assert page_row_style(base, 9).body.leading == 14 and page_row_style(base, 9).grid.main == 218
    both = page_row_style(two_languages(base, "ar", default_stacks()), 9)
    assert both.second and both.second.leftward and both.body == both.second.body and both.body.leading > 14
