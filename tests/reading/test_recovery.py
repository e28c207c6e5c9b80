"""What takes the place of a line that cannot be read, and what is told of the lines after it."""

from pathlib import Path

import pytest

from guide.reading import nodes
from guide.reading.recovery import mend_line, mended_line, quoted, without_block
from guide.reading.source import Source


@pytest.mark.parametrize(
    "line, mended",
    [
        ("  -id: food", "  - id: food"),
        ("    phones:541-672-3344", "    phones: 541-672-3344"),
        ("      address_1:12 Pier Street", "      address_1: 12 Pier Street"),
        ("      address_1: Rear: 12 Pier", '      address_1: "Rear: 12 Pier"'),
        ("    hours: Monday: 9-5", '    hours: "Monday: 9-5"'),
        ("  - name: 'St. Mark's'", '  - name: "St. Mark\'s"'),
        ('    name: "Nana\'s" Pantry', '    name: "\\"Nana\'s\\" Pantry"'),
        ("    name: @Home", '    name: "@Home"'),
    ],
)
def test_a_line_is_mended_as_it_was_meant(line, mended):
    assert mended_line(line) == mended


@pytest.mark.parametrize("line", ["    description: |", '    name: "Home"', "some words", "    name:"])
def test_a_line_that_nobody_can_mend_is_left(line):
    assert mended_line(line) is None


def test_the_line_above_is_mended_where_it_lacks_a_space():
    assert mend_line(["  -id: food", "    name: Food"], 1) == ["  - id: food", "    name: Food"]


def test_an_item_is_taken_out_whole_and_its_lines_stay_counted():
    lines = ["listings:", "  - id: a", "    phones:", "      - x: [", "  - id: b", ""]
    assert without_block(lines, 3) == ["listings:", "", "", "", "  - id: b", ""]
    assert without_block([""], 0) is None


def test_every_error_of_a_file_is_told_at_once():
    """Each at its own place, and nothing that only follows from one."""
    text = (
        "title: Food\nlistings:\n  -id: one\n    name: One\n  - id: two\n    name: Two: and more\n"
        "  - id: three\n    name: 'Three's\n    hours: x\n  - id: four\n    name:Four\n  - id: five\n    name: Five\n"
    )
    source = Source(Path("a.yaml"), Path("."))
    source.text = text
    node = nodes.build_nodes(text, source)
    assert [problem.mark.line for problem in source.problems] == [3, 6, 8, 11]
    assert node and "five" in str(node)


def test_a_list_that_cannot_be_told_apart_ends(monkeypatch):
    """A file of errors alone is given up after a while."""
    monkeypatch.setattr(nodes, "MAX_ERRORS", 3)
    text = "".join(f"- a{n}: [\n\n\n" for n in range(9))
    source = Source(Path("a.yaml"), Path("."))
    source.text = text
    assert nodes.build_nodes(text, source) is None
    assert 1 <= len(source.problems) <= 4
    assert quoted("words") is None
