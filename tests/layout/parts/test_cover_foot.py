"""Who hands the guide out, at the foot of a cover."""

import pytest

from guide.language.words import ENGLISH
from guide.layout.pages import Box, Text
from guide.layout.parts.cover_foot import CoverFoot
from guide.layout.tags import Tag
from guide.layout.type.inline import RichLine
from guide.layout.type.setter import Setter
from guide.model import Publisher


@pytest.fixture
def foot(maker):
    def make(width=150, **publisher):
        guide = maker.guide(maker.section(maker.listing()), publisher=Publisher(**publisher))
        return CoverFoot(guide, Setter(maker.style, 2), ENGLISH, Tag("Document"), width)

    return make


def said(found):
    return [
        (item.text if isinstance(item, Text) else "".join(f.text for f in item.fragments)).strip()
        for item in found.items
        if isinstance(item, Text | RichLine)
    ]


def test_all_of_the_publisher_where_there_is_room(foot, maker):
    whole = {
        "name": "Harbor",
        "address": ("1 A Street", "Eugene"),
        "phone": maker.phone(),
        "email": "a@b.org",
    }
    found = foot(**whole).column(160)
    assert said(found) == ["Harbor", "1 A Street", "Eugene", "773-471-0999", "a@b.org"]
    little = foot(**whole).column(36)
    assert said(little) == ["Harbor", "773-471-0999"]


def test_a_name_is_never_dropped(foot):
    found = foot(name="Harbor Community Clinic of the North and the East")
    assert said(found.column(0)) and found.least() == found.column(0).height


def test_nobody_leaves_a_place_for_a_stamp(foot, maker):
    """As high as the room, above what is known."""
    found = foot(phone=maker.phone()).column(160)
    (box,) = [item for item in found.items if isinstance(item, Box)]
    assert said(found)[0] == ENGLISH.stamp and box.height < 160 - 16 and found.height == 160


def test_name_and_number_stand_in_one_line_or_two(foot, maker):
    beside = foot(312, name="Harbor Clinic", phone=maker.phone()).line(False)
    below = foot(120, name="Harbor Clinic", phone=maker.phone()).line(False)
    assert (beside.height, below.height) == (16, 32)
    assert said(beside) == said(below) == ["Harbor Clinic", "773-471-0999"]


def test_a_line_has_the_name_alone_and_nothing_where_nobody_is_known(foot, maker):
    assert said(foot(312, name="Harbor", address=("1 A Street",)).line(False)) == ["Harbor"]
    assert foot(312).line(False).height == 0 < foot(312).line(True).height
