"""The beginning of a page."""

from dataclasses import replace
from datetime import date

from guide.web.front import Front, scripted
from guide.web.tree import to_html
from tests.web.pages import all_of, said, shown


def test_the_bar_has_short_numbers_alone():
    """Bare, a long number does not say what it is for."""
    bar = Front(shown()).bar("https://out.example")
    hrefs = [dict(each.attributes)["href"] for each in all_of(bar, "a")]
    assert hrefs == ["#help", "tel:911", "#w-find", "#w-list", "https://out.example"]
    assert "w-leave" not in to_html(Front(shown()).bar(""))


def test_the_cover():
    header = Front(shown(note="Only a part.")).header()
    assert said(all_of(header, "h1")[0]) == "Help near <you> & yours"
    text = said(header)
    assert (
        "Teal edition 3, November 2026" in text
        and "4 places, 1 of them checked" in text
        and "Only a part." in text
    )


def test_an_old_copy_says_so_and_where_there_is_a_newer_one():
    """Unseen until the clock says that it is old."""
    old = Front(shown(discard_after=date(2027, 11, 30))).old()
    assert dict(old.attributes)["hidden"] == "" and "November 30, 2027" in said(old)
    assert dict(all_of(old, "a")[0].attributes)["href"] == "https://www.example.org/guide"
    assert Front(shown()).old() is None


def test_help():
    """Each number is a link that says what it is for; its extension is dialled too."""
    box = Front(shown()).help()
    first, second = all_of(box, "a")
    assert dict(first.attributes)["href"] == "tel:911" and said(first) == "Call 911: In danger? Call"
    assert dict(second.attributes)["href"] == "tel:+12175550101;ext=4"
    assert Front(shown(help=())).help() is None


def test_help_without_lines():
    """There is none: nobody of the staff stands beside a screen. The bar leads to the contents then."""
    one = shown()
    front = Front(replace(one, guide=replace(one.guide, help_now=())))
    assert front.help() is None and dict(all_of(front.bar(""), "a")[0].attributes)["href"] == "#contents"


def test_the_contents():
    """Sections with how many places they have, then parts."""
    rows = all_of(Front(shown()).contents([("Index", "a-to-z")]), "li")
    assert [said(each) for each in rows] == ["Food22 places1", "Beds22 places2", "Index"]
    assert [dict(all_of(each, "a")[0].attributes)["href"] for each in rows] == [
        "#s-food",
        "#s-beds",
        "#a-to-z",
    ]


def test_what_the_script_shows():
    assert to_html(scripted("p", "a", class_="b")) == "<p data-js hidden class=b>a</p>"
