"""Links and page numbers when every folio is known."""

import pytest

from guide.layout.pages import Destination, Line, LinkArea, Text
from guide.layout.references import CLEAR, Place, Resolver
from guide.layout.tags import Tag
from guide.layout.type.fonts import FaceStack
from guide.layout.type.inline import FOLIO, Anchor, Fragment, Inline, Link, RichLine, RowArea
from guide.layout.type.setter import Setter
from guide.layout.type.style import make_style
from guide.model import Span

TAG = Tag("Link")
THERE = Anchor("listing:x")
PLACES = {THERE: Place(6, 7, 300.0)}


@pytest.fixture
def resolver(half_em):
    stack = FaceStack([half_em])
    return Resolver(PLACES, Setter(make_style("letter", "#0B4A8C", (stack, stack)), 3))


def line(*inlines, x=10, align=0):
    return RichLine(x, 100, tuple(Fragment(inline, inline.text) for inline in inlines), 12, align)


def rules(items):
    return [(round(item.x1, 2), round(item.x2, 2)) for item in items if isinstance(item, Line)]


def linked(text, **more):
    return Inline(text, TAG, link=Link("https://example.org", "Web page"), **more)


def test_a_rule_is_as_wide_as_its_words(resolver):
    """Three quarters of a point, in the accent, 2.2 below the baseline."""
    items, _ = resolver.resolve([line(linked("aaa bbb"))])
    assert items[1:] == [Line(10, 102.2, 52, 102.2, 0.75, "accent")]


def test_a_rule_skips_descenders(resolver):
    """It ends before the tail of each letter and goes on behind it."""
    items, _ = resolver.resolve([line(linked("aagaa"))])
    assert rules(items) == [(10, 22 - CLEAR), (28 + CLEAR, 40)]


@pytest.mark.parametrize("text", ["gg", "(", "pqjy"])
def test_nothing_but_descenders_has_no_rule(resolver, text):
    """There is no room between the tails, and no rule of negative length."""
    items, _ = resolver.resolve([line(linked(text))])
    assert rules(items) == []


def test_no_rule_is_ever_backwards(resolver):
    """Tails at either end and next to each other leave only true pieces."""
    for text in ("gaag", "agga", "gag", "a g", "web.org/page_one"):
        items, _ = resolver.resolve([line(linked(text))])
        assert all(left < right for left, right in rules(items)), text


def test_spaces_around_a_link_are_not_ruled(resolver):
    """The rule starts at the first letter and ends at the last."""
    items, areas = resolver.resolve([line(Inline("aa", TAG), linked(" bb "))])
    assert rules(items) == [(10 + 18, 10 + 30)]
    assert areas[0].x == 28


def test_the_folio_follows_its_words_and_the_area_covers_both(resolver):
    """`page 7`, and a click on either part goes to the place."""
    link = Link(THERE, f"Insite, page {FOLIO}")
    items, areas = resolver.resolve(
        [line(Inline("see Insite, ", TAG, link=link), Inline("page\u00a0", TAG, link=link, page_of=THERE))]
    )
    assert "".join(item.text for item in items if isinstance(item, Text)) == "see Insite, page 7"
    assert areas == [LinkArea(TAG, 10, 88, 18 * 6, 12 * 1.32, Destination(6, 300.0, "x"), "Insite, page 7")]


def test_a_folio_on_the_right_ends_there(resolver):
    """Whatever its length, its last figure stands at x."""
    page = Inline("", TAG, True, Link(THERE, "", area=False), page_of=THERE)
    for folio in (7, 42, 137):
        resolver.places = {THERE: Place(0, folio, 0)}
        items, areas = resolver.resolve([line(page, x=500, align=1)])
        assert items[0].text == str(folio) and areas == []
        assert items[0].x + 6 * len(items[0].text) == pytest.approx(500)


def test_a_row_is_a_link_to_its_listing(resolver):
    """The whole rectangle, described with the page."""
    _, areas = resolver.resolve([RowArea(TAG, 1, 2, 3, 4, THERE, f"Insite, page {FOLIO}")])
    assert areas == [LinkArea(TAG, 1, 2, 3, 4, Destination(6, 300.0, "x"), "Insite, page 7")]


def test_a_number_to_call_has_no_rule(resolver):
    """A link that needs none is clickable all the same."""
    link = Link("tel:+17734710999", "Call", ruled=False)
    items, areas = resolver.resolve([line(Inline("773-471-0999", TAG, True, link))])
    assert rules(items) == [] and areas[0].target == "tel:+17734710999"


def test_two_links_on_one_line_are_two_areas(resolver):
    """Each as wide as its own words."""
    _, areas = resolver.resolve([line(linked("aa"), Inline(" ", TAG), linked("bbb"))])
    assert [(area.x, area.width) for area in areas] == [(10, 12), (28, 18)]


def test_finished_items_pass_through(resolver):
    """What was done stays as it was."""
    text = Text(TAG, 1, 2, "a", None, 12)
    assert resolver.resolve([text]) == ([text], [])


@pytest.mark.parametrize("name", ["The {open} house", "Brace {", "Set {0}"])
def test_a_name_may_have_braces(maker, name):
    """A name is text, in mentions, contents, cover and index."""
    mention = maker.paragraph("See ", Span("", mention="one"))
    guide = maker.guide(maker.section(maker.listing(name=name, description=(mention,)), title=name))
    document, _ = maker.typeset(guide)
    assert any(name in link.description for page in document.pages for link in page.links)
