"""What people hear who listen: the structure tree of every edition of a made-up guide that has something of everything."""

import pytest

from benchmarks.readout import EDITIONS, FOLDER, GUIDE, built, read_out
from guide.language.words import ENGLISH, words_in
from tests.pdf.heard import attribute, said
from tests.pdf.reading import Node, Reading

NAMES = sorted(path.stem for path in (GUIDE / "editions").glob("*.yaml"))
TABLES = [name for name in NAMES if name != "pocket"]


@pytest.fixture(scope="module")
def files():
    """The PDF of every edition, by name."""
    return {name: built(name) for name in NAMES}


@pytest.fixture(scope="module")
def trees(files):
    """The structure tree of every edition, by name."""
    return {name: Reading(data).tree for name, data in files.items()}


def words_of(name):
    return {"arabic": words_in("ar"), "spanish": words_in("es")}.get(name, ENGLISH)


@pytest.mark.parametrize("name", EDITIONS)
def test_the_read_outs_say_what_is_heard(files, name):
    """If not: python -m benchmarks.readout"""
    assert (FOLDER / f"{name}.txt").read_text(encoding="utf-8") == read_out(files[name])


# --- who is open when


def rows_of(tree):
    """The rows of the table, each as its cells."""
    (table,) = tree.find("Table")
    return table, [row.kids for row in table.find("TR")]


@pytest.mark.parametrize("name", TABLES)
def test_every_cell_of_the_table_says_something(trees, name):
    """Each row has its nine columns, those that reach into it from the row above counted too."""
    table, rows = rows_of(trees[name])
    words = words_of(name)
    assert attribute(table, "/Summary") == words.open_now_table
    above = 0
    for cells in rows:
        assert sum(int(attribute(cell, "/ColSpan") or 1) for cell in cells) + above == 9
        above = sum(int(attribute(cell, "/RowSpan") or 1) > 1 for cell in cells)
        assert all(said(cell).strip(" \u2013") for cell in cells)


@pytest.mark.parametrize("name", TABLES)
def test_heads_of_the_table_are_whole_words(trees, name):
    _, (heads, *rows) = rows_of(trees[name])
    words = words_of(name)
    assert [cell.kind for cell in heads] == ["TH"] * 9
    assert [said(cell).split("(es)")[0].strip() for cell in heads] == [
        words.office_column,
        *words.hours.days,
        words.page_column,
    ]
    names = [cells[0] for cells in rows if len(cells) > 1]
    assert all(cell.kind == "TH" and attribute(cell, "/Scope") == "/Row" for cell in names)
    assert "Walk-in Clinic" in [said(cell).strip() for cell in names]  # and not what stands below it


def test_hours_are_said_in_words(trees):
    """A dash is closed; what is closed in two languages is so in both."""
    texts = {
        said(row[0]).strip(): [said(cell).strip() for cell in row[1:]] for row in rows_of(trees["english"])[1]
    }
    assert texts["River Kitchen"][0] == "11 am to 1 pm, 5 pm to 7 pm"
    assert texts["Dental Van"][:3] == ["closed", "10 am to 4 pm", "closed"]
    (row,) = [row for row in rows_of(trees["two-languages"])[1] if said(row[0]).strip() == "Dental Van"]
    assert [said(kid) for kid in row[1].kids if isinstance(kid, Node)] == ["closed", "(es) cerrado"]
