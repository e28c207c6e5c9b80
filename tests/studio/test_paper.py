"""The look of the paper: a colour and faces of the guide's own, in style.yaml."""

from pathlib import Path

import pytest

from guide.content.edit_keys import KeyEdit
from guide.studio.owners import PAPER, STYLE_KIND, STYLE_UNWRITTEN, Owner
from guide.studio.paper import edit_style
from guide.studio.saves import Saves, Write
from tests.studio.conftest import open_studio

LOOK = Owner(STYLE_KIND, PAPER)


def edited(old, **values):
    return edit_style(old, [KeyEdit(*pair) for pair in values.items()], Path("style.yaml")).decode()


def test_the_first_key_takes_the_place_of_the_line_that_says_nothing():
    assert edited(STYLE_UNWRITTEN, accent_name="Purple") == "accent_name: Purple\n"
    assert edited(b"# ours\naccent_name: Red\n", accent="#5A2A82").splitlines() == [
        "# ours",
        "accent_name: Red",
        'accent: "#5A2A82"',
    ]


def test_it_never_is_without_a_line():
    """And what is said beside it stays."""
    assert edited(b"accent_name: Purple\n", accent_name=None).strip() == "words: {}"
    assert (
        edited(b"accent_name: Purple\nwords:\n  contents: Inside\n", accent_name=None)
        == "words:\n  contents: Inside\n"
    )


def test_a_guide_without_such_a_file_gets_one(saves, folder):
    """With its colour at once; it can be undone, over a restart, and nothing is wrong then."""
    assert not (folder / "style.yaml").exists()
    saves.write(LOOK, [Write("accent", "#5A2A82", None)])
    saves.write(LOOK, [Write("accent_name", "Purple", None)])
    assert saves.studio.seen.typed.guide.style.accent == "#5A2A82" and saves.studio.findings_of(LOOK) == []
    saves = Saves(open_studio(folder))
    for _ in range(2):
        saves.undo()
    assert saves.studio.seen.typed.guide.style.accent == "" and saves.studio.findings_of(LOOK) == []


@pytest.mark.parametrize(("key", "value"), [("accent", "red"), ("accent_name", "Red")])
def test_what_is_wrong_stands_at_its_field(saves, key, value):
    saves.write(LOOK, [Write(key, value, None)])
    found = saves.studio.findings_of(LOOK)
    assert found and all(each.owner == LOOK for each in found)
