"""The columns of the table of who is open when: what fits them, in every language."""

import pytest

from guide.colours import ACCENTS
from guide.language.files import FOLDER
from guide.language.unicode import line_ends
from guide.language.words import words_in
from guide.layout.parts.open_cells import Cell
from guide.layout.parts.open_columns import DAY, LEAST_CLEAR
from guide.layout.parts.open_rows import OpenRow
from guide.layout.parts.opennow import OpenNow
from guide.layout.tags import Tag
from guide.layout.type.fonts import default_stacks
from guide.layout.type.inline import Anchor
from guide.layout.type.setter import Setter
from guide.layout.type.style import make_style, scaled, style_for
from tests.thorough import covering, first_quick


def fixed_languages():
    return sorted(path.stem for path in FOLDER.glob("*.yaml"))


def table_of(language, body_size=12):
    style = style_for(
        scaled(make_style("letter", ACCENTS["blue"].screen, default_stacks(language)), body_size), language
    )
    return OpenNow(Setter(style, 1), words_in(language), Tag("Document"))


def row_of(*cells):
    return OpenRow(1, "Name", cells, (), "", Anchor("listing:a"), False)


@pytest.mark.parametrize(
    "language, body_size", first_quick(covering(["en", *fixed_languages()], [11, 12, 14, 24]), 4)
)
def test_no_time_is_wider_than_its_cell(language, body_size):
    """In every language, and in every size, whatever times there are."""
    table = table_of(language, body_size)
    spans = [(minute, minute + 30 + minute % 900) for minute in range(0, 1440, 30)]
    table.measure([row_of(Cell(0, 1, (span,))) for span in spans])
    parts = {part for span in spans for part in table.span_text(span).split()}
    size = table.times.size
    assert size >= 11
    assert max(table.setter.width(part, size) for part in parts) <= table.day - LEAST_CLEAR + 0.1


def words_of(text, language):
    """What a line of a text may end behind: in scripts without spaces there are words too."""
    ends = line_ends(text, language)
    return [text[start:end].strip() for start, end in zip([0, *ends], ends)]


@pytest.mark.parametrize("language", ["en", *fixed_languages()])
@pytest.mark.parametrize("body_size", first_quick([12, 14, 24]))
def test_no_word_in_a_cell_is_broken(with_language, language, body_size):
    """They turn over between words alone."""
    with_language(language)
    table = table_of(language, body_size)
    cells = (Cell(0, 1, (), (), True), Cell(1, 1, ((0, 1440),)))
    table.measure([row_of(*cells)])
    said = [word for cell in cells for text, _ in table.phrases_of(cell) for word in words_of(text, language)]
    assert max(table.setter.width(word, table.phrases.size) for word in said) <= table.room + 0.1


@pytest.mark.parametrize("language", first_quick(["en", "es", "ar", "hi", "ko", "tl", "vi"], 4))
def test_the_days_names_have_room_in_every_language(language):
    """The longest form that fits, whatever the language's names are today; days that run into each other say nothing."""
    style = style_for(make_style("letter", ACCENTS["blue"].screen, default_stacks(language)), language)
    table = OpenNow(Setter(style, 1), words_in(language), Tag("Document"))
    forms = (table.words.hours.short_days, *table.words.hours.shorter_days)
    widths = {
        names: max(table.setter.width(name + " ", style.body.size, True) for name in names) for names in forms
    }
    names = table.day_names()
    assert names == next(each for each in forms if widths[each] <= DAY)
    assert len(set(names)) == 7


def test_a_time_that_is_too_wide_turns_over_behind_its_dash():
    table = table_of("en")
    assert table.span_text((510, 990)) == "8:30\u2013 4:30" and table.span_text((540, 720)) == "9\u201312"


def test_names_stand_over_the_days_in_large_type():
    """Where they would have no room beside them."""
    for size, over in ((12, False), (24, True)):
        table = table_of("en", size)
        table.measure([row_of(Cell(0, 7, ((540, 1020),)))])
        assert table.over is over and table.names >= 0
