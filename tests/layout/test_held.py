"""What is held stands for items that are set when somebody looks at them."""

from types import SimpleNamespace

import pytest

from guide.layout.body.galley import Row
from guide.layout.group import ungrouped
from guide.layout.held import Held
from guide.layout.pages import Line
from guide.layout.references import Resolver
from guide.layout.type.setter import Setter

LINES = ((Line(0, 0, 9, 0, 1),), (Line(0, 5, 9, 5, 1), Line(0, 7, 9, 7, 1)))
SOURCE = SimpleNamespace(key=b"key", items=LINES.__getitem__)


def test_it_is_moved_as_what_it_stands_for():
    held = Held(SOURCE, 1).moved(10, 20).moved(1, 2)
    assert held.items == [line.moved(11, 22) for line in LINES[1]]
    with pytest.raises(TypeError):
        held.mirrored(100)


def test_a_page_has_what_it_stands_for(maker):
    resolver = Resolver({}, Setter(maker.style, 2))
    assert resolver.resolve([Held(SOURCE, 0), Held(SOURCE, 1, 3, 4)]) == (
        [*LINES[0], *(line.moved(3, 4) for line in LINES[1])],
        [],
    )


def test_a_row_that_is_cut_is_set():
    assert ungrouped(Row(9, (Held(SOURCE, 1),)).items) == LINES[1]
