"""How an edition is wanted in braille."""

import pytest

from guide.content.edition import load_editions
from guide.content.file import read_file


def load(folder, text):
    (folder / "editions").mkdir()
    (folder / "editions" / "x.yaml").write_text(f"format: braille\n{text}\n", encoding="utf-8")
    editions, problems = load_editions(folder, read_file)
    return editions["x"], [str(each) for each in problems]


def test_it_says_how_long_lines_are_and_how_words_are_written(tmp_path):
    edition, problems = load(tmp_path, "contracted: no\ncells: 32\nlines: 20")
    assert problems == [] and (edition.contracted, edition.cells, edition.lines) == (False, 32, 20)


@pytest.mark.parametrize("text", ["cells: 31", "cells: 61", "lines: 14", "lines: many"])
def test_pages_that_no_embosser_has_are_told(tmp_path, text):
    edition, problems = load(tmp_path, text)
    assert (edition.cells, edition.lines) == (40, 25) and "write how many" in problems[0]
