"""Rows that are drawn once: in each document they have its own numbers, and are read as if it had drawn them."""

from dataclasses import replace

import pytest

from guide.layout.group import Group, Grouped
from guide.layout.pages import ACCENT, Box, Line
from guide.layout.tags import Tag
from guide.pdf.resources import Resources
from guide.pdf.rows import row_of
from guide.pdf.shared import SharedFaces
from guide.pdf.writer import render_pdf, render_shared
from tests.pdf.reading import Reading
from tests.pdf.samples import document, face, page, text
from tests.verapdf import available, failed_rules

BOLD = face("AtkinsonHyperlegibleNext-Bold")


@pytest.fixture(scope="module")
def shared():
    return SharedFaces([face(), BOLD], "%")


def grouped(*items):
    """A group whose items are final."""
    made = Grouped(items)
    made.items = items
    return made


def documents():
    """(a document in which a row stands between others, the same with its items one by one)."""
    root = Tag("Document")
    tag, name = Tag("P", root), Tag("H1", root)
    row = grouped(
        Line(0, 0, 90, 0, 1),
        text(name, "100% (free)", 20, 5, face=BOLD),
        text(tag, "Call", 40, 5),
        Box(0, 0, 4, 9),
    )
    before, after = Box(0, 0, 40, 40, ACCENT), text(Tag("P", root), "Behind", 300)
    made = document(
        page(before, text(tag, "Before", 80), Group(row, 72, 100), Group(row, 72, 200), after), root=root
    )
    (only,) = made.pages
    items = [one for item in only.items for one in (item.items if isinstance(item, Group) else [item])]
    return made, replace(made, pages=(replace(only, items=tuple(items)),))


def test_a_row_is_read_as_if_the_document_had_drawn_it(shared):
    """In the same elements in the same order, also where it stands twice."""
    made, single = documents()
    assert (
        Reading(render_shared(made, "colour", shared)).tree.outline()
        == Reading(render_pdf(single)).tree.outline()
    )


def test_a_row_is_drawn_once_for_each_ink(shared):
    row = grouped(text(Tag("P"), "Call", face=BOLD), Box(0, 0, 4, 9))
    colour, grey = (Resources(ink, "#0B4A8C", shared).ink for ink in ("colour", "grey"))
    assert row_of(row, colour) is row_of(row, Resources("colour", "#0B4A8C", shared).ink)
    assert row_of(row, grey) != row_of(row, colour)
    assert row_of(row, colour).faces == (BOLD,) and len(row_of(row, colour).tags) == 1


def test_a_row_in_another_face_is_drawn_by_each_document(shared):
    row = grouped(text(Tag("P"), "\u0416", face=face("NotoSans-Regular")))
    assert row_of(row, Resources("colour", "#0B4A8C", shared).ink) is None
    assert row_of(row, Resources("colour", "#0B4A8C").ink) is None


def test_without_shared_faces_a_group_is_drawn_as_its_items():
    made, single = documents()
    assert Reading(render_pdf(made)).tree.outline() == Reading(render_pdf(single)).tree.outline()


@pytest.mark.slow
@pytest.mark.skipif(not available(), reason="veraPDF is not installed")
def test_files_with_such_rows_conform(shared, tmp_path):
    (tmp_path / "a.pdf").write_bytes(render_shared(documents()[0], "colour", shared))
    assert failed_rules([tmp_path / "a.pdf"]) == {}
