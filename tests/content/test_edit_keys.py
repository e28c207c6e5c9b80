"""Keys of content files get other values, in place."""

from pathlib import Path

import pytest
import yaml

from guide.content.edit_keys import TOP, KeyEdit, edit_file, edit_keys, read_plain
from guide.errors import GuideError
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
      On two lines.

      To all.

  - {id: flow, name: Flow}
  - id: clinic
    name: Clinic
"""
ORDER = {"id": 0, "name": 1, "phones": 2, "email": 3, "hours": 4, "description": 5}


def edited(*edits, own="pantry", text=TEXT):
    """The text with edits."""
    return edit_keys(text, {own: edits}, Path("sections/food.yaml"), ORDER)


@pytest.mark.parametrize(
    ("edit", "old", "new"),
    [
        (KeyEdit("name", "Store"), '"Pantry"  #', '"Store"  #'),
        (KeyEdit("hours", "Sat 9 am: noon"), "Mon-Fri 9 am to 5 pm", '"Sat 9 am: noon"'),
        (KeyEdit("hours", None), "    hours: Mon-Fri 9 am to 5 pm\n", ""),
        (KeyEdit("email", "a@b.org"), "        type: fax\n", "        type: fax\n    email: a@b.org\n"),
        (KeyEdit("phones", ["541-555-0142", {"number": "541-555-0143"}]), "        type: fax\n", ""),
        (KeyEdit("phones", ["541-555-0142"]), "      - number: 541-555-0143\n        type: fax\n", ""),
        (
            KeyEdit("description", "Gives food. On two lines.\n\nTo all people."),
            "      To all.\n",
            "      To all people.\n",
        ),
        (KeyEdit("description", "Gives food. On two lines.\n\nTo all."), "", ""),
        (KeyEdit("hours", "x", "look"), "    hours: Mon-Fri 9 am to 5 pm", "    # look\n    hours: x"),
        (KeyEdit("hours", None, "look", keep=True), "    hours:", "    # look\n    hours:"),
    ],
)
def test_a_key_changes_and_all_else_stays(edit, old, new):
    """Comments, quotes, order and lines too."""
    assert edited(edit) == TEXT.replace(old, new, 1)


def test_the_top_has_keys_too():
    assert edited(KeyEdit("title", "Food"), own=TOP) == TEXT + "title: Food\n"


def test_a_listing_on_one_line_is_edited_on_it():
    assert edited(KeyEdit("name", "F, G"), own="flow") == TEXT.replace("name: Flow", 'name: "F, G"')


def test_bytes_keep_what_stands_before_them():
    """A byte order mark, and the line ends of Windows."""
    data = b"\xef\xbb\xbflistings:\r\n  - id: a\r\n    name: A"
    edits = {"a": [KeyEdit("name", "B"), KeyEdit("phones", ["1", "2"])]}
    assert edit_file(data, edits, Path("a.yaml")) == (
        b"\xef\xbb\xbflistings:\r\n  - id: a\r\n    name: B\r\n    phones:\r\n      - 1\r\n      - 2"
    )


@pytest.mark.parametrize(
    ("own", "text"),
    [("nobody", TEXT), ("a", "listings:\n  - id: &x a\n    name: *x\n"), ("a", "listings: [\n"), ("a", "")],
)
def test_a_place_that_is_not_clear_is_told(own, text):
    """Nothing is changed then."""
    with pytest.raises(GuideError) as error:
        edited(KeyEdit("name", "B"), own=own, text=text)
    assert [problem.name for problem in error.value.problems] == ["not-editable"]


def test_bytes_that_are_no_text_are_told():
    with pytest.raises(GuideError):
        edit_file(b"\xff", {"a": [KeyEdit("name", "B")]}, Path("a.yaml"))
    assert read_plain(b"\xff") == read_plain(b"a: [") == ""


@pytest.mark.parametrize(
    "value",
    [["1", {"number": "2", "type": "fax"}], {"city": "E: F"}, ["a", "b: c", "- d"], "a\nb\n\nc", "'", '"', "# x", "{a}"],
)  # fmt: skip
@pytest.mark.parametrize("key", ["phones", "hours", "address", "name"])
def test_what_is_edited_is_read_as_it_is_said(key, value):
    """Values of every form, in the place of every other."""
    read = yaml.load(edited(KeyEdit(key, value)), LOADER)["listings"][0][key]
    assert (read.rstrip("\n") if isinstance(read, str) else read) == value
