"""Texts mended."""

import pytest

from guide.exchange.clean.text import joined, line_of, prose_of
from tests.exchange.clean.made import cell, cleaning, kinds

LINES = {
    "Food  Bank ": "Food Bank",
    "N/A": "",
    "null": "",
    "--": "",
    "No": "No",
    "None": "None",
    "It\u00e2\u20ac\u2122s here": "It\u2019s here",
    "Don\ufffdt wait": "Don't wait",
    "Soup &amp; bread<br>daily": "Soup & bread, daily",
    r"Soup\nBread": "Soup, Bread",
    "New Year's Day\n\n    Labor Day": "New Year's Day, Labor Day",
    "FOOD FOR ALL PEOPLE": "Food for All People",
    "YMCA": "YMCA",
    "Caf\u00e9\u200b": "Caf\u00e9",
    "###MON### 9-5 ###TUE### 10-4": "Monday: 9-5, Tuesday: 10-4",
}
PROSE = {
    "<p>Free <b>food</b> &amp; more</p><ul><li>one</li><li>two</li></ul>": "Free **food** & more\n\n- one\n- two",
    r"One\nTwo * three": "One\n\nTwo * three",
    "We offer:\n\u2022 soup\n\u2022 bread\nCome in.": "We offer:\n\n- soup\n- bread\n\nCome in.",
    "Steps:\n1) call\n2) come": "Steps:\n\n1. call\n2. come",
    "a_b *bold* [x] <i": r"a_b \*bold\* [x] \<i",
    "[[x]] [y](z)": r"\[[x]] [y\](z)",
    "# Title": r"\# Title",
    "PROVIDES FOOD TO ALL WHO COME TO THE AIDS CENTER AND MORE. OPEN DAILY.": "Provides food to all who come to the AIDS center and more. Open daily.",
    "This line was broken by a program that breaks its lines where\nthey are long.": "This line was broken by a program that breaks its lines where\nthey are long.",
}


def test_a_line_is_whole_plain_and_on_one_line():
    """Every sort of dirt that was seen."""
    assert {text: line_of(cell(text), cleaning()).text for text in LINES} == LINES


def test_prose_is_markdown_that_says_what_the_text_said():
    """Lists and paragraphs stay; no sign means more than it did."""
    assert {text: prose_of(cell(text), cleaning()).text for text in PROSE} == PROSE


def test_every_change_is_told_and_spaces_alone_are_not():
    """Nor is a cell without anything in it."""
    run = cleaning()
    for text in ("Food  Bank ", "", "N/A", "FOOD FOR ALL", "Soup &amp; bread"):
        line_of(cell(text), run)
    assert kinds(run) == ["says nothing", "capitals", "markup taken out"]


def test_numbers_keep_their_capitals():
    """HOPE is dialled."""
    assert line_of(cell("CALL 1-888-995-HOPE"), cleaning(), words=False).text == "CALL 1-888-995-HOPE"


@pytest.mark.parametrize("step", ["blanks", "mojibake", "markup", "capitals"])
def test_a_step_can_be_turned_off(step):
    """The text stays as it came."""
    text = {
        "blanks": "N/A",
        "mojibake": "It\u00e2\u20ac\u2122s",
        "markup": "a&amp;b",
        "capitals": "FOOD FOR ALL",
    }[step]
    assert line_of(cell(text), cleaning(off=[step])).text == text


def test_a_text_that_a_database_cut_off_is_told():
    """As long as a field, and without an end."""
    run = cleaning()
    prose_of(cell("a" * 255), run)
    prose_of(cell("a" * 254 + "."), run)
    assert kinds(run) == ["perhaps cut off at 255 letters"]


def test_lines_that_are_joined_have_something_between_them():
    """A comma between short ones, a full stop between sentences, nothing where they end with a sign."""
    assert joined("A\nB") == "A, B"
    assert joined("First.\nSecond") == "First. Second"
    assert joined("A" * 50 + "\nB") == "A" * 50 + ". B"
