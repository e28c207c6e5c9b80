"""What is heard in a cell of the table of who is open when."""

import pytest

from guide.language.words import ENGLISH, words_in
from guide.layout.parts.open_cells import Cell
from guide.layout.parts.open_heard import heard_cell, tags_in_each
from guide.layout.tags import Tag

LUNCH, DINNER = (660, 780), (1020, 1140)


@pytest.mark.parametrize(
    ("cell", "english", "spanish"),
    [
        (Cell(0, 1, ()), "closed", "cerrado"),
        (
            Cell(0, 7, (LUNCH, DINNER)),
            "11 am to 1 pm, 5 pm to 7 pm",
            "de 11 am a 1 pm, de 5 pm a 7 pm",
        ),
        (Cell(0, 1, ((0, 1440),)), "all day", "todo el día"),
        (Cell(0, 7, ((0, 1440),)), "day and night", "día y noche"),
        (Cell(2, 1, (DINNER,), (1, -1)), "first, last Wednesday of the month 5 pm to 7 pm", None),
        (Cell(2, 1, (), below=True), "see below", "vea abajo"),
    ],
)
def test_a_cell_is_said_in_whole_words(cell, english, spanish):
    assert heard_cell(cell, ENGLISH) == english
    assert spanish is None or heard_cell(cell, words_in("es")) == spanish


def test_a_cell_in_two_languages_has_a_tag_for_each():
    one, two = Tag("TD"), Tag("TD")
    assert list(tags_in_each(one, ["closed"], [ENGLISH])) == [one] and one.heard == "closed"
    tags = list(tags_in_each(two, ["closed", "cerrado"], [ENGLISH, words_in("es")]))
    assert [(tag.parent, tag.heard, tag.language) for tag in tags] == [
        (two, "closed", ""),
        (two, "cerrado", "es"),
    ]
