"""Entries of translation files written in place."""

from pathlib import Path

import pytest

from guide.content.edit_translation import Block, block_at, with_block
from guide.content.unit_texts import LINE, PROSE
from guide.content.units import LISTING, Unit, fingerprint
from guide.errors import GuideError, Mark

FILE = """\
# Spanish, by Ana.

title:
  # en: Food
  of: 1234abcd
  text: "Comida"  # checked by phone

listings:
  # the pantry
  pantry:
    summary: ayuda
    description:
      # en: Bread.
      of: 00000000
      outdated: yes
      # ask Rosa
      text: |
        Pan.

        Más pan.
  kitchen:
"""
ORDERS = (
    {"title": 0, "introduction": 1, "listings": 2},
    {"pantry": 0, "kitchen": 1},
    {"summary": 0, "description": 1},
)
DESCRIPTION = ("listings", "pantry", "description")


def unit(key, kind, text):
    return Unit(LISTING, "pantry", key, kind, text, Mark(Path("food.yaml")))


def edited(path, block, file=FILE):
    return with_block(file.encode(), path, block, ORDERS, Path("food.yaml")).decode()


def test_an_entry_is_taken_and_put_back_as_it_was():
    for path in (("title",), DESCRIPTION, ("listings", "pantry", "summary")):
        assert edited(path, block_at(FILE.encode(), path)) == FILE
    assert block_at(FILE.encode(), ("introduction",)) == ""
    assert block_at(FILE.encode(), DESCRIPTION).endswith("  text: |\n    Pan.\n\n    Más pan.")


def test_another_text_changes_its_own_lines_alone():
    block = Block(block_at(FILE.encode(), DESCRIPTION), "description", "en")
    new = edited(DESCRIPTION, block.typed(unit("description", PROSE, "Bread and milk."), "Pan y leche."))
    start, end = FILE.index("    description:"), FILE.index("  kitchen:")
    assert new.startswith(FILE[:start]) and new.endswith(FILE[end:])
    assert '      # ask Rosa\n      # en: Bread.\n      of: "00000000"\n      outdated: yes\n' in new
    assert "      text: |\n        Pan y leche.\n" in new


def test_what_is_done_is_of_the_text_of_now():
    block = Block(block_at(FILE.encode(), DESCRIPTION), "description", "en")
    new = edited(DESCRIPTION, block.done(unit("description", PROSE, "Bread and milk."), "Pan y leche."))
    assert "# en: Bread and milk.\n" in new and f"of: {fingerprint('Bread and milk.')}" in new.replace(
        '"', ""
    )
    assert "outdated" not in new and "# ask Rosa" in new and "# checked by phone" in new


def test_the_source_of_a_translation_is_known_where_its_comment_shows_it():
    shown = f"summary:\n  # en: Old words.\n  of: {fingerprint('Old words.')!r}\n  text: x"
    assert Block(shown, "summary", "en").before == "Old words."
    assert Block(shown.replace("Old", "New"), "summary", "en").before == ""
    both = shown.replace("  of", "  # en before: Older words.\n  of")
    assert Block(both, "summary", "en").before == "Older words."


def test_a_text_without_one_gets_what_it_was_made_from():
    new = Block("", "summary", "en").typed(unit("summary", LINE, "help"), "no")
    assert new == f'summary:\n  # en: help\n  of: {fingerprint("help")}\n  text: "no"'


@pytest.mark.parametrize(
    "path, behind",
    [
        (("introduction",), "# checked by phone\n\nintroduction:\n  text: x\n\nlistings:"),
        (("listings", "kitchen", "summary"), "  kitchen:\n    summary:\n      text: x\n"),
        (("listings", "new", "summary"), "  kitchen:\n\n  new:\n    summary:\n      text: x\n"),
    ],
)
def test_a_new_entry_stands_in_its_place(path, behind):
    new = edited(path, f"{path[-1]}:\n  text: x")
    assert behind in new and edited(path, "", new).replace("\n\n", "\n") in (
        FILE.replace("\n\n", "\n"),
        FILE.replace("  kitchen:\n", "").replace("\n\n", "\n"),
    )


def test_a_file_without_keys_gets_its_first():
    assert edited(("title",), "title:\n  text: x", "") == "title:\n  text: x\n"
    assert edited(("title",), "title:\n  text: x", "# a\n") == "# a\n\ntitle:\n  text: x\n"
    windows = with_block(b"# a\r\n", ("listings", "a", "b"), "b: c", ORDERS, Path("x"))
    assert windows == b"# a\r\n\r\nlistings:\r\n  a:\r\n    b: c\r\n"


def test_a_file_in_another_style_is_left_as_it_is():
    for file in ("{title: {text: a}}\n", "title: {text: a}\nlistings: {pantry: {summary: b}}\n"):
        with pytest.raises(GuideError):
            edited(("listings", "pantry", "description"), "description:\n  text: x", file)


def test_words_of_the_index_keep_their_notes():
    block = Block("Food: Comida  # Ana", "Food", "en")
    assert block.word("Alimentos") == "Food: Alimentos # Ana"
    offered = block.word("Comida", offered=True)
    assert offered == "Food:\n  # Ana\n  offered: yes\n  text: Comida"
    assert Block(offered, "Food", "en").text == "Comida"


def test_typing_alone_makes_nothing_right():
    """Not even of a text that stands alone, of which nobody knows what it was made from."""
    alone = unit("summary", LINE, "help")
    assert Block("summary: ayuda", "summary", "en").typed(alone, "auxilio") == "summary:\n  text: auxilio"
    offered = "summary:\n  of: 1\n  offered: yes\n  text: ayuda"
    assert "offered: yes" in Block(offered, "summary", "en").typed(alone, "auxilio")
