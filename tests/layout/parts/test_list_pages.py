"""Lists in columns, whoever sets their rows."""

from typing import NamedTuple

import pytest

from guide.language.words import ENGLISH
from guide.layout.body.galley import Column
from guide.layout.pages import Text
from guide.layout.parts.list_pages import ListPages
from guide.layout.tags import Tag
from guide.layout.type.inline import Inline, RichLine
from guide.layout.type.setter import Setter


class Names(NamedTuple):
    """A list of names."""

    title: str
    rows: tuple[str, ...]


class NameLists(ListPages[str]):
    """Sets each name in a line."""

    def row(self, row, parent):
        column = Column(self.setter, 0, self.width)
        column.add((Inline(row, Tag("LI", parent)),), self.style.body)
        return column.row()


@pytest.fixture
def set_lists(letter):
    part = NameLists(Setter(letter, 2), ENGLISH, Tag("Document"), "Title", ["What it is."])
    return lambda *lists: part.pages(lists)


def texts(items):
    return [item.text.strip() for item in items if isinstance(item, Text)]


def test_title_help_and_lists_in_their_order(set_lists):
    (page,) = set_lists(Names("A", ("one", "two")), Names("B", ("three",)))
    assert texts(page) == ["Title", "What it is.", "A", "one", "two", "B", "three"]
    assert not [item for item in page if isinstance(item, RichLine)]


def test_every_row_of_many_is_set_once_and_a_list_that_goes_on_says_so(set_lists):
    rows = tuple(f"row {n}" for n in range(300))
    pages = set_lists(Names("A", rows))
    said = [text for page in pages for text in texts(page)]
    assert len(pages) > 1 and [text for text in said if text in set(rows)] == list(rows)
    assert said.count("(continued)") == 2 * len(pages) - 1
