"""The file of an edition always has a line."""

from pathlib import Path

import pytest

from guide.content.edit_keys import KeyEdit
from guide.studio.edition_file import edit_edition, with_a_line


@pytest.mark.parametrize(
    ("old", "keys", "new"),
    [("default: yes\n", {"default": None}, "format: letter\n"),
     ("format: a4 # of Europe\n", {"format": None}, "format: letter # of Europe\n"),
     ("format: a4\n# Ours\nup: 2\n", {"up": None}, "format: a4\n# Ours\n"),
     ("up: 2\n", {"up": None, "press": "booklet"}, "press: booklet\n")],
)  # fmt: skip
def test_the_last_line_is_never_taken_away(old, keys, new):
    now = dict(line.split(" #")[0].split(": ") for line in old.splitlines() if ": " in line)
    edits = with_a_line([KeyEdit(key, value) for key, value in keys.items()], now)
    assert edit_edition(old.encode(), edits, Path("a.yaml")).decode() == new
