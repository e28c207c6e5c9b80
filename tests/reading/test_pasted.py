"""Items that were pasted from elsewhere."""

import pytest

from guide.reading.pasted import mark_items, short_lines


@pytest.mark.parametrize(
    "text, marked",
    [
        ("\u2022 soup\n\u2022 bread", "- soup\n- bread"),
        ("\u2022soup", "- soup"),
        ("\u25aa soup\n  \u25e6\u00a0bread", "- soup\n- bread"),
        ("&bull; soup", "- soup"),
        ("\u00b7 soup", "- soup"),
        ("o\tsoup\n\u00a7\tbread", "- soup\n- bread"),
        ("\u2013 soup\n\u2013 bread", "- soup\n- bread"),
        ("We have: \u2022 soup \u2022 bread", "We have:\n- soup\n- bread"),
        ("\u2022 soup \u2022 bread", "- soup\n- bread"),
        ("\u2022 - soup", "- \\- soup"),
        ("\u2022 1. soup", "- 1\\. soup"),
        ("- soup\n* bread", "- soup\n- bread"),
    ],
)
def test_signs_of_other_programs_are_items(text, marked):
    """Dots, letters of Wingdings, dashes among items, and several items in one line."""
    assert mark_items(text) == marked


@pytest.mark.parametrize(
    "text",
    [
        "soup",
        "soup \u2013 bread",
        "\u2013 soup alone",
        "a\u2022b",
        "soup \u2022 bread",
        "* soup\n* bread",
        "1. soup",
        "",
    ],
)
def test_what_only_looks_so_is_left_alone(text):
    """A dash that no item stands beside, a dot between words, and what is Markdown already."""
    assert mark_items(text) == text


@pytest.mark.parametrize(
    "text, found",
    [
        ("Monday: Library\nTuesday: School", ("Monday: Library", 2)),
        ("Bring this:\n\nPhoto card\nProof of address\nMail", ("Photo card", 3)),
        ("Bring a bag.\nAsk for Pat.", ("", 0)),
        ("- One\n- Two", ("", 0)),
        ("1. One\n2. Two", ("", 0)),
        ("A text that goes on over the end of a line and\nends there.", ("", 0)),
        ("One\ntwo", ("", 0)),
    ],
)
def test_short_lines_that_would_run_together_are_found(text, found):
    assert short_lines(text) == found
