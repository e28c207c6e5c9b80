"""Rows that stand on the pages of many documents: what can be one, and what is made of it once."""

import pytest

from guide.layout.group import Group, Grouped, grouped, ungrouped
from guide.layout.pages import Line
from guide.layout.references import Resolver
from guide.layout.tags import Tag
from guide.layout.type.inline import Anchor, Fragment, Inline, Link, RichLine
from guide.layout.type.setter import Setter
from tests.pdf.samples import text

TAG = Tag("P")


def rich(link=None, page_of=None):
    return RichLine(10, 20, (Fragment(Inline("call us", TAG, link=link, page_of=page_of), "call us"),), 12)


OUT = rich(Link("https://example.org", "Open the page"))


@pytest.mark.parametrize(
    "item", [rich(Link(Anchor("listing:a"), "Go")), rich(page_of=Anchor("listing:a")), OUT._replace(edges=3)]
)
def test_what_follows_from_other_pages_is_not_grouped(item):
    assert grouped((text(TAG, "one"), item)) == (text(TAG, "one"), item)


def test_several_items_become_one_that_moves_as_a_whole():
    items = (text(TAG, "one", 5, 6), Line(0, 0, 9, 0, 1), OUT)
    (group,) = grouped(items)
    assert isinstance(group, Group) and grouped(items[:1]) == items[:1]
    assert group.moved(1, 2).moved(10, 20) == Group(group.of, 11, 22)
    assert ungrouped((group.moved(3, 4), items[0])) == (*(item.moved(3, 4) for item in items), items[0])


def test_its_lines_become_text_once(letter):
    """What can be clicked lies where the group does."""
    group, resolver = Group(Grouped((text(TAG, "one", 5, 6), OUT))), Resolver({}, Setter(letter, 2))
    done, areas = resolver.resolve([group.moved(100, 200)])
    again, more = resolver.resolve([group.moved(0, 1)])
    assert done == [group.moved(100, 200)] and again[0].of.items is done[0].of.items
    assert [item.text for item in done[0].items if hasattr(item, "text")] == ["one", "call us"]
    assert (areas[0].x - more[0].x, areas[0].y - more[0].y) == pytest.approx((100, 199))
    assert done[0].bounds.left >= 100 and done[0].called


def test_a_group_is_not_turned_round():
    with pytest.raises(TypeError, match="turned"):
        Group(Grouped(())).mirrored(10)
