"""What may be split and what stays together, before there are pages."""

import pytest

from guide.layout.body.galley import Column, Row, Strip, set_prose, split_lines, stack
from guide.layout.compose.blocks import ItemBlock, ListBlock, ParagraphBlock
from guide.layout.pages import Box, Dots, Line, Path, Text
from guide.layout.tags import Tag
from guide.layout.type.fonts import FaceStack
from guide.layout.type.inline import Anchor, Inline
from guide.layout.type.setter import Setter
from guide.layout.type.style import make_style

TAG = Tag("P")


@pytest.fixture
def setter(half_em):
    return Setter(make_style("letter", "#0B4A8C", (FaceStack([half_em]), FaceStack([half_em]))), 2)


def paragraph(lines):
    """A paragraph of so many lines in a measure of ten letters."""
    return ParagraphBlock((Inline(" ".join(["x" * 8] * lines), TAG),))


def bullets(*lines, label=""):
    return ListBlock(
        tuple(ItemBlock(Inline(label, TAG if label else None), paragraph(count).inlines) for count in lines)
    )


def chunks(setter, *blocks):
    return set_prose(blocks, setter, 0, 78)  # 13 letters: bullets 12 in have 11


@pytest.mark.parametrize(
    "count, parts",
    [
        (1, [1]),
        (3, [3]),
        (4, [4]),
        (5, [2, 1, 2]),
        (6, [2, 1, 1, 2]),
        (12, [2, *[1] * 8, 2]),
    ],
)
def test_a_paragraph_splits_only_with_two_lines_on_each_side(count, parts):
    """Four lines or fewer are whole; of more, two at each end stay together."""
    split = split_lines(list(range(count)))
    assert [len(part) for part in split] == parts
    assert sum(split, []) == list(range(count))


def test_paragraphs_are_a_unit_apart(setter):
    """Eight between paragraphs, none above the first."""
    assert [(c.space, c.lines, c.inside) for c in chunks(setter, paragraph(2), paragraph(5))] == [
        (0, 2, False),
        (8, 2, False),
        (0, 1, True),
        (0, 2, True),
    ]


def test_a_list_keeps_its_lead_in_with_two_bullets(setter):
    """The lead-in leads, the first bullet leads, the second does not."""
    assert [c.leads for c in chunks(setter, paragraph(2), bullets(1, 1, 1))] == [True, True, True, False]


def test_the_end_of_a_long_lead_in_goes_with_the_list(setter):
    """Only the last two lines of a long paragraph are tied to the bullets."""
    assert [c.leads for c in chunks(setter, paragraph(5), bullets(1, 1))] == [False, False, True, True, False]


def test_a_list_of_one_bullet_leads_nowhere(setter):
    """What follows a single bullet is free of it."""
    assert [c.leads for c in chunks(setter, paragraph(1), bullets(1), paragraph(1))] == [True, False, False]


def test_lists_have_no_space_above_but_what_follows_has(setter):
    """No space before the list, none between its items, eight behind it."""
    assert [c.space for c in chunks(setter, paragraph(1), bullets(1, 1), paragraph(1))] == [0, 0, 0, 8]


def test_a_bullet_of_three_lines_is_never_split(setter):
    """It is one chunk; a bullet of five lines splits as a paragraph does."""
    assert [c.lines for c in chunks(setter, bullets(3, 5))] == [3, 2, 1, 2]


def test_bullets_hang_left_of_their_text(setter):
    """Dot at the edge, text 12 in, turnovers too."""
    (chunk,) = chunks(setter, bullets(2))
    texts = [item for item in chunk.row.items if isinstance(item, Text)]
    assert [text.x for text in texts] == [12, 12]
    assert len([item for item in chunk.row.items if isinstance(item, Path)]) == 1


def test_numbers_of_a_list_have_their_own_column(setter):
    """Text begins 4 behind the widest number."""
    (chunk,) = chunks(setter, bullets(1, label="10. "))
    number, text = [item for item in chunk.row.items if isinstance(item, Text)]
    assert (number.x, text.x) == (0, 4 * 6 + 4)


def test_a_column_stacks_lines_by_their_leading(setter):
    """Baselines stand three quarters down each line's box."""
    column = Column(setter, 5, 78)
    column.add((Inline("aaaa bbbbbbbb cc", TAG),), setter.style.body, indent=6)
    column.skip(8)
    column.add((Inline("dd", TAG),), setter.style.name)
    assert [(item.x, item.y, item.text) for item in column.items] == [
        (5, 12, "aaaa bbbbbbbb "),
        (11, 28, "cc"),
        (5, 40 + 15, "dd"),
    ]
    assert column.row() == Row(60, tuple(column.items))


def test_a_line_that_runs_on_ends_with_a_space(setter):
    """The next line of the same tag is another word."""
    column = Column(setter, 0, 78)
    column.add((Inline("aa", TAG),), setter.style.body, runs_on=True)
    assert column.items[0].text == "aa "


@pytest.mark.parametrize(
    "item, moved",
    [
        (Text(TAG, 1, 2, "a", None, 12), Text(TAG, 11, 22, "a", None, 12)),
        (Line(1, 2, 3, 4, 0.5), Line(11, 22, 13, 24, 0.5)),
        (Box(1, 2, 3, 4), Box(11, 22, 3, 4)),
        (Dots(1, 9, 2, 6, 1), Dots(11, 19, 22, 6, 1)),
        (
            Path((("m", 1, 2), ("c", 1, 2, 3, 4, 5, 6), ("h",))),
            Path((("m", 11, 22), ("c", 11, 22, 13, 24, 15, 26), ("h",))),
        ),
    ],
    ids=lambda item: type(item).__name__,
)
def test_every_kind_of_item_moves(item, moved):
    """All points of a shape move alike, and sizes stay."""
    assert item.moved(10, 20) == moved


def test_stacked_rows_are_as_high_as_all_of_them():
    """Each row's items stand below the rows before it."""
    box = Box(0, 0, 1, 1)
    assert stack([Row(10, (box,)), Row(5, (box,))]) == Row(15, (box, Box(0, 10, 1, 1)))


def test_a_strip_below_a_head_is_one_with_it():
    """What begins in it stands lower by so much; its hairline, if any, stays."""
    rows = Row(10, ()), Row(20, ())
    strip = Strip(30, rows, 8, None, None, ((Anchor("listing"), 10),), ruled=True)
    both = strip.below(Row(40, ()), Anchor("head"), 16)
    assert (both.height, both.rows, both.space, both.ruled) == (70, (Row(40, ()), *rows), 16, False)
    assert both.starts == ((Anchor("head"), 0), (Anchor("listing"), 50))
