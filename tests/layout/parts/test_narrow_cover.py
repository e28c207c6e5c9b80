"""The cover in one column: what gives way where there is little room, and that what does is told."""

import pytest

from guide.language.words import ENGLISH
from guide.layout.pages import Tag, Text
from guide.layout.parts.cover import Cover
from guide.layout.parts.narrow_cover import BilingualCover, NarrowCover, make_cover
from guide.layout.type.fonts import default_stacks
from guide.layout.type.setter import Setter
from guide.layout.type.style import make_style
from guide.model import Publisher


@pytest.fixture
def cover(maker):
    """A cover that was set, and its words: cover("pocket", sections=2)."""

    def make(format, sections=2, **more):
        made = [maker.section(maker.listing(f"l{n}"), id=f"s{n}", title=f"Part {n}") for n in range(sections)]
        guide = maker.guide(*made, **more)
        setter = Setter(make_style(format, "#0B4A8C", default_stacks()), 2)
        found = make_cover(guide, setter, ENGLISH, Tag("Document"))
        items = found.items()
        return found, " ".join(item.text.strip() for item in items if isinstance(item, Text))

    return make


@pytest.mark.parametrize(
    "format, kind", [("letter", Cover), ("half-letter", NarrowCover), ("pocket", NarrowCover)]
)
def test_a_narrow_page_has_one_column(cover, format, kind):
    assert type(cover(format)[0]) is kind


def test_the_help_box_comes_first(cover):
    """Before steps and sections, which stand there as far as there is room."""
    found, said = cover("half-letter")
    assert ENGLISH.help_now in said and "Part 0" in said and not found.full
    many, said = cover("half-letter", 8, title="A very long title of a guide " * 4)
    assert ENGLISH.help_now in said and not many.full


def test_what_has_no_room_is_told(cover):
    """The place for a stamp; with a publisher there is a line with its name."""
    title = "A very long title of a guide for everybody " * 3
    bare, _ = cover("pocket", title=title)
    assert bare.left_out == ["the place for a stamp on the cover"] and not bare.counted
    named, _ = cover("pocket", title=title, publisher=Publisher(name="Harbor Help"))
    assert named.left_out == [] and (named.named or not named.counted)


def test_a_short_title_leaves_room_for_all(cover):
    found, said = cover("half-letter", 1)
    assert found.counted and found.named and found.left_out == [] and "1 listing" in said


def test_the_roomiest_try_comes_first():
    scales = [each.scale for each in NarrowCover.TRIES]
    assert scales[0] == 1 and scales[-1] == min(scales)
    assert NarrowCover.TRIES[0].stamp == max(each.stamp or 0 for each in NarrowCover.TRIES)
    assert len(BilingualCover.TRIES) == len(NarrowCover.TRIES) + 2
