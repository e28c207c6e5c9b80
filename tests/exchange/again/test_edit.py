"""Changes in the text of a section file."""

import pytest
import yaml

from guide.content.edit_keys import KeyEdit
from guide.errors import GuideError
from guide.exchange.again.edit import edit_sections
from guide.exchange.items import Item
from guide.exchange.origin import Origin
from guide.reading.nodes import LOADER

TEXT = """\
# Our food.
id: food
listings:
  # called in May
  - id: pantry
    name: "Pantry"  # a good one
    phones:
      - 541-555-0142  # mornings
      - number: 541-555-0143
        type: fax
    # ask again
    hours: Mon-Fri 9 am to 5 pm
    description: |
      Gives food.

      To all.

  - {id: flow, name: Flow}
  - id: clinic
    name: Clinic
"""


def edited(*edits, added=(), own="pantry", text=TEXT):
    """The text with edits."""
    return edit_sections(text, {own: edits} if edits else {}, added, "sections/food.yaml")


def test_a_key_gets_another_value_and_all_else_stays():
    """Comments too, also the one behind the old value."""
    assert edited(KeyEdit("hours", "Sat 9 am to noon")) == TEXT.replace(
        "Mon-Fri 9 am to 5 pm", "Sat 9 am to noon"
    )
    assert edited(KeyEdit("phones", ["1"])) == TEXT.replace(
        "    phones:\n      - 541-555-0142  # mornings\n      - number: 541-555-0143\n        type: fax\n",
        "    phones:\n      - 1\n",
    )
    assert edited(KeyEdit("name", "Store")) == TEXT.replace(
        '    name: "Pantry"  # a good one', "    # a good one\n    name: Store"
    )
    assert edited(KeyEdit("description", "Food: free")) == TEXT.replace(
        "    description: |\n      Gives food.\n\n      To all.\n", '    description: "Food: free"\n'
    )


def test_keys_come_go_and_get_comments():
    """A new key stands at the end, a comment above what it is about."""
    assert edited(KeyEdit("hours", None)) == TEXT.replace("    hours: Mon-Fri 9 am to 5 pm\n", "")
    assert edited(KeyEdit("email", "a@b.org", "a guess"), KeyEdit("website", "www.a.org")) == TEXT.replace(
        "      To all.\n", "      To all.\n    # a guess\n    email: a@b.org\n    website: www.a.org\n"
    )
    assert edited(KeyEdit("hours", None, "the source has hours: 10-4", keep=True)) == TEXT.replace(
        "    hours:", "    # the source has hours: 10-4\n    hours:"
    )
    assert edited(KeyEdit("id", None, "look", keep=True)).startswith(
        "# Our food.\nid: food\nlistings:\n  # called in May\n  # look\n  - id: pantry"
    )


def test_several_listings_change_at_once_and_new_ones_come():
    """In one reading of the file; also where its list is not indented."""
    item = Item(
        level="listing",
        key="9",
        rows=(Origin("a.csv", 2),),
        values={"id": "bank", "name": "Bank"},
        doubts={"name": "look"},
    )
    edits = {
        "pantry": [KeyEdit("hours", "x")],
        "clinic": [KeyEdit("name", "Clinics"), KeyEdit("phones", ["1"])],
    }
    assert edit_sections(TEXT, edits, [item], "food.yaml").endswith(
        "  - id: clinic\n    name: Clinics\n    phones:\n      - 1\n\n  - id: bank\n    # look\n    name: Bank\n"
    )
    flat = "listings:\n- id: a\n  name: A\nid: food\n"
    assert (
        edit_sections(flat, {}, [item], "food.yaml")
        == "listings:\n- id: a\n  name: A\n\n- id: bank\n  # look\n  name: Bank\nid: food\n"
    )


def test_line_ends_of_windows_stay():
    """And a file without one at its end."""
    text = "listings:\r\n  - id: a\r\n    name: A"
    assert edit_sections(text, {"a": [KeyEdit("name", "B"), KeyEdit("email", "a@b.org")]}, [], "a.yaml") == (
        "listings:\r\n  - id: a\r\n    name: B\r\n    email: a@b.org"
    )


@pytest.mark.parametrize(
    ("own", "edit", "text"),
    [
        ("flow", KeyEdit("name", "B"), TEXT),
        ("nobody", KeyEdit("name", "B"), TEXT),
        ("a", KeyEdit("name", "B"), "listings: [{id: a, name: A}]\n"),
        ("a", KeyEdit("name", "B"), "listings:\n  - id: &x a\n    name: *x\n  - <<: *x\n"),
        ("a", KeyEdit("name", "B"), "listings: [\n"),
    ],
)
def test_a_place_that_is_not_clear_is_told(own, edit, text):
    """Nothing is changed then."""
    with pytest.raises(GuideError) as error:
        edited(edit, own=own, text=text)
    assert [problem.name for problem in error.value.problems] == ["not-editable"]


def test_what_is_edited_is_read_as_it_is_said():
    """Values of every form."""
    values = {
        "phones": ["1", {"number": "2", "type": "fax"}],
        "address": {"city": "E: F"},
        "hours": "",
        "services": [],
    }
    read = yaml.load(edited(*(KeyEdit(key, value) for key, value in values.items())), LOADER)
    assert {key: read["listings"][0][key] for key in values} == values
