"""Files of own pages are edited in place."""

from pathlib import Path

import pytest

from guide.content.edit_keys import KeyEdit
from guide.content.edit_page import PAGE_ORDER, edit_page, new_page, page_places, page_values
from guide.errors import GuideError

WHOLE = b"---\ntitle: Overdose  # as said\nplace: cover\n---\n\nCall **911**.\n\nStay.\n"


def edited(*edits, data=WHOLE):
    return edit_page(data, edits, Path("overdose.md"), PAGE_ORDER)


def test_a_page_says_its_head_and_its_text():
    assert page_values(WHOLE) == {"title": "Overdose", "place": "cover", "text": "Call **911**.\n\nStay."}
    assert page_values(b"no head") == page_values(b"\xff") == {}


def test_a_key_is_edited_and_the_rest_stays():
    assert edited(KeyEdit("place", "index")) == WHOLE.replace(b"place: cover", b"place: index")
    assert edited(KeyEdit("place", None), KeyEdit("spare", "yes")) == WHOLE.replace(
        b"place: cover", b'spare: "yes"'
    )


def test_the_text_is_written_as_it_is_typed_with_the_line_ends_of_the_file():
    data = WHOLE.replace(b"\n", b"\r\n")
    assert edited(KeyEdit("text", "One.\n\nTwo."), data=data).endswith(b"---\r\n\r\nOne.\r\n\r\nTwo.\r\n")
    assert edited(KeyEdit("text", page_values(WHOLE)["text"])) == WHOLE


def test_what_is_no_page_is_not_edited():
    with pytest.raises(GuideError):
        edited(KeyEdit("text", "x"), data=b"no head")


def test_a_new_page_is_read_as_it_was_meant():
    data = new_page('Is it "you"?', "page 2", "Words.")
    assert page_values(data) == {"title": 'Is it "you"?', "place": "page 2", "text": "Words."}


def test_keys_stand_where_they_are_and_the_text_behind_them():
    assert [(each.line, each.path) for each in page_places(WHOLE)] == [
        (2, ("title",)),
        (3, ("place",)),
        (4, ("text",)),
    ]
    assert page_places(b"no head") == []
