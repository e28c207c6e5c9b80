"""Sections set to the measure: the opening with its first listing, references, and runs of sections."""

import pytest

from guide import model
from guide.language.words import ENGLISH
from guide.layout.body.section import join_runs, set_section
from guide.layout.compose.composer import Composer
from guide.layout.compose.links import listing_anchor, section_anchor
from guide.layout.pages import ACCENT, Line
from guide.layout.tags import Tag
from guide.layout.type.setter import Setter


@pytest.fixture
def strips(maker):
    """The strips of the first section of a guide: strips(section, ...)."""

    def make(*sections):
        block = Composer(maker.guide(*sections), ENGLISH).sections(Tag("Document"))[0]
        return set_section(block, Setter(maker.style, 2))

    return make


def starts(strip):
    return [anchor for anchor, _ in strip.starts]


def test_sections_that_flow_on_are_one_run():
    assert join_runs([(True, "a"), (False, "b"), (True, "cd"), (False, "")]) == [["a"], ["b", "c", "d"], []]


def test_the_opening_keeps_its_first_listing(strips, maker):
    """One strip, which no page parts; each listing after it has its own."""
    first, *_, last = strips(maker.section(maker.listing("a"), maker.listing("b")))
    assert starts(first) == [section_anchor("s"), listing_anchor("a")]
    assert listing_anchor("b") in starts(last) and first.starts[1][1] > 0
    assert first.height == sum(row.height for row in first.rows)


def test_a_section_begins_with_a_rule_in_its_colour(strips, maker):
    rule = strips(maker.section(maker.listing("a")))[0].rows[0].items[0]
    assert isinstance(rule, Line) and (rule.colour, rule.x2 - rule.x1) == (ACCENT, maker.style.grid.live)


def test_an_introduction_makes_the_opening_higher(strips, maker):
    listing = maker.listing("a")
    introduction = (maker.paragraph("Eat with us. " * 30),)
    plain, more = (strips(maker.section(listing, introduction=each)) for each in ((), introduction))
    assert sum(strip.height for strip in more) > sum(strip.height for strip in plain)


def test_a_reference_is_a_line_of_its_own(strips, maker):
    """A hairline above it, unless it comes first; it keeps the title company only with a listing behind it."""
    other = maker.section(maker.listing("b"), id="t")
    behind = strips(maker.section(maker.listing("a"), references=(model.Reference("b", 1),)), other)[-1]
    assert isinstance(behind.rows[0].items[0], Line) and behind.listing is None
    before = strips(maker.section(maker.listing("a"), references=(model.Reference("b", 0),)), other)
    assert {section_anchor("s"), listing_anchor("a")} <= set(starts(before[0]))
