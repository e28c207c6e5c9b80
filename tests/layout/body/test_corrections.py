"""Corrections set: labels on the baseline of what they name, the bar beside what is written, nothing beyond the measure."""

from guide.layout.body.corrections import NAME, TEXT, Heading, SlipSetter
from guide.layout.compose.blocks import NumberBlock, OfficeBlock
from guide.layout.compose.corrections import Piece, Words, paragraph
from guide.layout.pages import Box, Line, Text
from guide.layout.tags import Tag
from guide.layout.type.fonts import default_stacks
from guide.layout.type.inline import Inline
from guide.layout.type.setter import Setter
from guide.layout.type.style import make_style, with_grid


def setter():
    style = make_style("half-letter", "#0B4A8C", default_stacks())
    style = with_grid(style, inner=42, outer=42, number_column=TEXT)
    return SlipSetter(Setter(style, 1), "Cross out")


def texts(row):
    return {item.text.strip(): item for item in row.items if isinstance(item, Text) and item.text.strip()}


def test_what_is_crossed_out_stands_beside_its_label():
    """Each line in its own tag's language, and none struck through."""
    rows = setter().old([Words("20 Sample Avenue"), Words("Ville, QC", "fr")], Tag("L"))
    first, second = map(texts, rows)
    assert first["Cross out"].x == NAME and first["20 Sample Avenue"].x == TEXT
    assert first["Cross out"].y == first["20 Sample Avenue"].y
    assert second["Ville, QC"].tag.language == "fr"
    assert not any(isinstance(item, Line) for row in rows for item in row.items)


def test_a_label_stands_on_the_baseline_of_a_large_number():
    """With the bar over the height of the block."""
    number = NumberBlock(Inline("312-555-0161", Tag("P"), True))
    (row,) = setter().new([Piece((), OfficeBlock(numbers=(number,)))], Tag("LI"), "Write")
    found = texts(row)
    assert found["Write"].y == found["312-555-0161"].y and found["312-555-0161"].size == 15
    (bar,) = [item for item in row.items if isinstance(item, Box)]
    assert bar.x + bar.width / 2 == TEXT - 12 and bar.height == 18


def test_where_it_is_comes_before_how_to_reach_it():
    """As on the envelope."""
    office = OfficeBlock(
        address=((Inline("1 Example Square", Tag("P")),),),
        numbers=(NumberBlock(Inline("312-555-0161", Tag("P"), True)),),
    )
    found = texts(setter().single(office))
    assert found["1 Example Square"].y < found["312-555-0161"].y


def test_lines_of_prose_are_rows_with_one_bar_between_them():
    """So that a page may end between two of them."""
    rows = setter().written([paragraph((Inline("many words " * 30, Tag("P")),))])
    bars = [item for row in rows for item in row.items if isinstance(item, Box)]
    assert len(rows) == len(bars) > 5 and all(
        bar.y == 0 and bar.height == row.height for row, bar in zip(rows, bars)
    )


def test_a_long_name_keeps_clear_of_its_page():
    heading = Heading(
        "34", "A long name that takes more than a single line of a slip ", (Inline("page 20 ", Tag("P")),)
    )
    row = setter().heading(heading, Tag("H2"), NAME)
    page = texts(row)["page 20"]
    names = [item for text, item in texts(row).items() if text not in ("page 20", "34")]
    assert len(names) > 1 and all(item.bounds.right < page.x for item in names)
    assert round(page.bounds.right, 1) == 312
