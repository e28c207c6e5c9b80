"""A listing of a call sheet, set: the measures of the look."""

from datetime import date
from types import SimpleNamespace

import pytest

from guide.layout.body.calls import GAP, CallSetter, above, checked_words, day_words
from guide.layout.compose.calls import CallRow, Piece
from guide.layout.pages import Box, Line, Text
from guide.layout.tags import Tag
from guide.layout.type.setter import Setter


@pytest.fixture
def parts(maker):
    """Sets a listing: (head, rows, end) on a page of the letter format."""

    def make(number=1, **more):
        listing = maker.listing(**more)
        setting = CallSetter(Setter(maker.style, 1), maker.guide(maker.section(listing)), 30)
        call = SimpleNamespace(number=number, section="Food", listing=listing)
        return setting.parts(call, Tag("Sect", Tag("Document")))

    return make


def text(row, words):
    (found,) = [item for item in row.items if isinstance(item, Text) and item.text.strip() == words]
    return found


def lines(row, width=0.75):
    return [item for item in row.items if isinstance(item, Line) and item.width == width]


def end_of(item, style):
    stack = style.bold if item.face is style.bold.main else style.regular
    return item.x + stack.width(item.text.rstrip(), item.size)


def test_the_number_to_dial_is_large_at_the_right_of_the_name(parts, maker):
    head, _, _ = parts(name="Short", phones=(maker.phone(extension="12"),))
    number, name = text(head, "773-471-0999"), text(head, "Short")
    assert (number.size, number.face) == (24, maker.style.bold.main)
    assert number.y == name.y == GAP + 15 and (name.x, name.size) == (36, 17)
    extension = text(head, "ext. 12")
    assert extension.size == 12 and end_of(extension, maker.style) == pytest.approx(maker.style.grid.live)
    assert extension.x - end_of(number, maker.style) == pytest.approx(6)
    assert lines(head, 1.5) == [Line(0, 0, maker.style.grid.live, 0, 1.5)]


def test_a_long_name_stays_clear_of_the_number(parts, maker):
    head, _, _ = parts(name="A name that is long " * 6, phones=(maker.phone(),))
    number = text(head, "773-471-0999")
    names = [item for item in head.items if isinstance(item, Text) and item.size == 17 and item.x == 36]
    assert len(names) > 2 and all(end_of(each, maker.style) <= number.x - 16 for each in names)


def test_a_number_that_is_too_long_is_smaller_and_none_is_said(parts, maker):
    head, _, _ = parts(phones=(maker.phone("1-800-A-VERY-LONG-NUMBER-IN-WORDS", in_digits="800-555-0100"),))
    number = text(head, "1-800-A-VERY-LONG-NUMBER-IN-WORDS")
    assert 12 <= number.size < 24 and end_of(number, maker.style) <= maker.style.grid.live + 0.01
    head, _, _ = parts()
    assert text(head, "No number to dial").size == 12


def test_three_lines_for_days_without_an_answer(parts, maker):
    head, _, _ = parts()
    assert [(line.x1, line.x2) for line in lines(head)] == [(314, 368), (376, 430), (438, 492)]


def test_a_row_has_a_box_a_label_and_a_line_for_every_two_lines(parts, maker):
    place = maker.office(
        "Chicago", maker.phone(), hours=tuple(f"{day}day 9 am to 5 pm" for day in ("Mon", "Fri"))
    )
    _, (office, cost), _ = parts(locations=(place,), fees_description="Free")
    (box,) = [item for item in cost.items if isinstance(item, Box)]
    assert (box.x, box.width) == (36.5, 10)
    assert (text(cost, "Cost").x, text(cost, "Free").x) == (54, 138)
    assert cost.height == 18 and len(lines(cost)) == 1 and lines(cost)[0].x1 == 352
    texts = [item for item in office.items if isinstance(item, Text) and item.x == 138]
    assert office.height == 14 * len(texts) + 4 and len(lines(office)) == -(-len(texts) // 2)
    assert all(line.x2 == 492 for line in lines(office))


def test_no_line_to_write_on_lies_under_a_text(parts, maker):
    for words in ("word " * count for count in range(1, 60)):
        _, (row,), _ = parts(fees_description=words)
        for line in lines(row):
            beside = [item for item in row.items if isinstance(item, Text) and -14 < line.y1 - item.y < 14]
            assert all(end_of(item, maker.style) <= line.x1 - 7.9 for item in beside)
            assert line.x2 - line.x1 >= 69.9


def test_a_label_without_room_stands_above_what_is_said(parts, maker):
    for name in ("Administrationsgebaeude", "The old school behind the church on the hill"):
        _, (row,), _ = parts(locations=(maker.office("Chicago", maker.phone(), name=name),))
        assert text(row, "Office").x == 54 and text(row, name).x == 138
    row = above(CallRow("West", ((Piece("x"),),), own=True))
    assert row == CallRow("Office", ((Piece("West", True),), (Piece("x"),)))


def test_what_is_missing_has_lines_to_write_on(parts, maker):
    _, _, (_, ask, closing) = parts()
    assert text(ask, "Ask also").x == 54 and lines(ask)
    for words, x in (("All right", 54), ("Changed", 140), ("Closed for good", 224), ("Date, name", 352)):
        assert text(closing, words).x == x
    assert len([item for item in closing.items if isinstance(item, Box)]) == 3


def test_a_wide_number_column_moves_what_stands_beside_it(maker):
    guide = maker.guide(maker.section(maker.listing()))
    assert CallSetter(Setter(maker.style, 1), guide, 52).main == 52
    assert CallSetter(Setter(maker.style, 1), guide, 20).main == 36


def test_days_are_said_in_words(maker):
    assert day_words(date(2026, 3, 14)) == "14 March 2026"
    assert checked_words(maker.listing()) == "Last check: never."


def test_what_takes_the_whole_width_has_a_line_behind_it_or_below(parts, maker):
    """However the last line of the text ends."""
    heights = set()
    for count in range(1, 40):
        _, (row,), _ = parts(services=("word " * count,))
        (line,) = lines(row)
        texts = [item for item in row.items if isinstance(item, Text) and item.x == 138]
        heights.add(row.height - 14 * len({item.y for item in texts}))
        assert line.x2 == 492 and line.y1 > max(item.y for item in texts)
    assert heights == {4, 24}
