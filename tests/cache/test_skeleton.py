"""Sections without what stands in them break as they did, and what stands in them comes again when it is asked for."""

from types import SimpleNamespace

from guide.cache.skeleton import Rows, held_strips, plain_strips, rows_of
from guide.errors import Mark
from guide.layout.body.galley import Row, Strip
from guide.layout.body.walk import measures
from guide.layout.compose.blocks import SubheadBlock
from guide.layout.held import Held
from guide.layout.pages import Line, Text
from guide.layout.tags import HEADER, Tag
from guide.layout.type.inline import Anchor, Fragment, Inline, Link, RichLine

ROOT = Tag("Document")
SECTION = SimpleNamespace(anchor=Anchor("section:a"), number=2, title="Beds")
LISTING = SimpleNamespace(number=7, title="Place", mark=Mark("a.yaml"))
GROUP = SubheadBlock(anchor=Anchor("group:a"), title="Ashford", heading=())
PARAGRAPH = Tag("P", Tag("Sect", ROOT))


def line(y):
    return Line(0, y, 9, y, 1)


def strips():
    head = Row(5, (line(1),))
    return [
        Strip(30, (Row(10, (line(2),)), Row(20, ())), 4, SECTION, None, ((Anchor("section:a"), 0),)),
        Strip(
            12,
            (Row(12, (line(3), line(4)), Anchor("part")),),
            0,
            SECTION,
            LISTING,
            ((Anchor("l"), 0),),
            ruled=True,
        ),
        Strip(9, (Row(9, (line(5),)),), 0, SECTION, LISTING, inside=True, group=GROUP, head=head),
        Strip(9, (Row(9, (line(6),)),), 0, SECTION, LISTING, between=True, group=GROUP, head=head),
        Strip(8, (Row(8, (line(7),)),), 2, None, None),
    ]


def source(made):
    return Rows(b"key", ROOT, lambda: [row.items for row in rows_of(made)])


def test_they_are_as_high_begin_the_same_and_cost_the_same():
    made = strips()
    held = held_strips(plain_strips(made), source(made))
    assert [measures(each) for each in held] == [measures(each) for each in made]
    for one, other in zip(held, made):
        assert (one.starts, one.opens, one.repeats) == (other.starts, other.opens, other.repeats)
        assert [row.anchor for row in one.rows] == [row.anchor for row in other.rows]
        assert (one.listing and one.listing.number) == (other.listing and other.listing.number)
        assert (one.section and one.section.title) == (other.section and other.section.title)
        assert (one.group and one.group.anchor) == (other.group and other.group.anchor)
    assert held[2].listing is held[1].listing and held[2].head is held[3].head


def test_what_stands_in_them_is_set_when_it_is_asked_for():
    made = strips()
    rows = source(made)
    held = held_strips(plain_strips(made), rows)
    assert not rows.is_set
    for one, other in zip(held, made):
        for row, whole in zip(
            (*one.rows, *filter(None, [one.head])), (*other.rows, *filter(None, [other.head]))
        ):
            assert [item for each in row.items for item in each.items] == [*whole.items]
            assert all(isinstance(item, Held) for item in row.items)
    assert rows.is_set


def test_tags_come_in_one_order_with_those_above_them():
    link = Tag("Link", PARAGRAPH)
    rich = RichLine(0, 0, (Fragment(Inline("a", PARAGRAPH, link=Link("tel:1", "", tag=link)), "a"),), 12)
    head = Text(HEADER, 0, 0, "1", None, 12)
    rows = Rows(b"key", ROOT, lambda: [[line(1), head], [rich], [Text(link, 0, 0, "b", None, 12)]])
    assert rows.tags == [PARAGRAPH, PARAGRAPH.parent, link]
