"""Listings come, go and move, each with its lines and comments."""

from pathlib import Path

import pytest

from guide.content.edit_list import block_of, new_block, with_block, without_listing
from guide.errors import GuideError
from tests.content.test_edit_keys import TEXT

PATH = Path("food.yaml")


def test_a_listing_goes_and_comes_back():
    """As if it had never been away."""
    block = block_of(TEXT, "pantry", PATH)
    assert block.startswith("  # called in May\n  - id: pantry\n") and block.endswith("To all.")
    assert with_block(without_listing(TEXT, "pantry", PATH), block, "", PATH) == TEXT


def test_a_new_one_stands_where_it_is_wanted():
    """Behind another, or last."""
    block = new_block({"id": "new", "name": "New: one"})
    assert block == '  - id: new\n    name: "New: one"'
    assert f"  - {{id: flow, name: Flow}}\n{block}\n\n  - id: clinic" in with_block(TEXT, block, "flow", PATH)
    assert with_block(TEXT, block, None, PATH).endswith(f"    name: Clinic\n\n{block}\n")


@pytest.mark.parametrize("text", ["title: A\n", "title: A\nlistings:\n", "title: A\nlistings: []\n"])
def test_the_first_of_a_section(text):
    block = new_block({"id": "a", "name": "Abc"})
    assert "listings:\n  - id: a\n    name: Abc" in with_block(text, block, None, PATH)


def test_the_last_of_a_section_leaves_it_empty():
    assert without_listing("title: A\nlistings:\n  - id: a\n", "a", PATH) == "title: A\nlistings:\n"


def test_dashes_stand_below_each_other():
    """As the file has them."""
    flat = "listings:\n- id: a\n  name: Abc\n"
    assert (
        with_block(flat, new_block({"id": "b", "name": "Bcd"}), "a", PATH)
        == flat + "\n- id: b\n  name: Bcd\n"
    )


@pytest.mark.parametrize("text", [TEXT, "listings: [", "listings: [{id: x}, {id: b}]"])
def test_what_cannot_be_found_is_told(text):
    with pytest.raises(GuideError):
        without_listing(text, "x", PATH)
    with pytest.raises(GuideError):
        with_block(text, "  - id: n", "y", PATH)
