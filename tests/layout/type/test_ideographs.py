"""Chinese and Japanese beside Latin letters, and marks that hang out."""

import pytest

from guide.layout.type.fonts import default_stacks
from guide.layout.type.ideographs import HALF, ROOM, hanging_after, hanging_before, room_between
from guide.layout.type.inline import Fragment, Inline
from guide.layout.type.setter import Setter
from guide.layout.type.style import make_style, style_for

SIZE = 10


@pytest.fixture(scope="module")
def setter():
    return Setter(style_for(make_style("letter", "#000000", default_stacks("zh")), "zh"), 1)


def lines(setter, text, measure):
    return ["".join(part for _, part in line) for line in setter.lines((Inline(text, None),), SIZE, measure)]


@pytest.mark.parametrize(
    "before, after, room",
    [
        ("打", "988", ROOM),
        ("988", "或", ROOM),
        ("は", "Harm", ROOM),
        ("打 ", "988", 0),
        ("打：", "988", 0),
        ("打", "(a", 0),
        ("a", "b", 0),
        ("한국", "988", 0),
        ("", "打", 0),
    ],
)
def test_there_is_room_between_ideographs_and_latin(before, after, room):
    """Not beside marks and spaces, nor in Korean, which has spaces."""
    assert room_between(before, after) == room


def test_the_room_counts_in_widths_and_places(setter):
    text = "打988或"
    plain = setter.width("打", SIZE) + setter.width("988", SIZE) + setter.width("或", SIZE)
    assert setter.width(text, SIZE) == pytest.approx(plain + 2 * ROOM * SIZE)
    inline = Inline(text, None)
    runs = setter.runs([Fragment(inline, text)], SIZE)
    assert [run.text for run in runs] == ["打", "988", "或"]
    assert runs[1].x == pytest.approx(runs[0].width + ROOM * SIZE)
    assert runs[2].x + runs[2].width == pytest.approx(setter.width(text, SIZE))


@pytest.mark.parametrize(
    "text, before, after", [("（免费）", HALF, HALF), ("免费。", 0, HALF), ("免费", 0, 0), ("", 0, 0)]
)
def test_marks_have_a_blank_half(text, before, after):
    assert (hanging_before(text), hanging_after(text)) == (before, after)


def test_a_full_stop_may_hang_out_by_its_blank_half(setter):
    """So that it takes no line more."""
    assert lines(setter, "一二三四五。六七八", 55) == ["一二三四五。", "六七八"]
    assert lines(setter, "一二三四五。六七八", 54) == ["一二三四", "五。六七八"]


def test_a_bracket_that_begins_a_line_stands_at_its_edge(setter):
    """Its ink does: the blank half hangs out before it."""
    found = setter.lines((Inline("一二三四五（六七八九）", None),), SIZE, 50)
    (run, *_) = setter.runs(found[1], SIZE)
    assert run.text.startswith("（") and run.x == -HALF * SIZE


def test_quotes_are_drawn_by_the_face_of_what_they_enclose(setter):
    inline = Inline("说988“免费”", None)
    runs = setter.runs([Fragment(inline, inline.text)], SIZE)
    assert [run.text for run in runs] == ["说", "988", "“免费”"]
