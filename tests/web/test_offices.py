"""How to reach a listing, on a screen."""

from guide.web.offices import broken
from guide.web.page import Page
from guide.web.tree import el, to_html
from tests.web.pages import all_of, by_id, said, shown

BODY = Page(shown()).body()
PANTRY, SAFE, OFFICES = (by_id(BODY, id) for id in ("pantry", "safe-house", "offices"))


def test_numbers():
    """Each says whom it calls; one for texts too has a second link, a fax is no large figure."""
    links = [dict(each.attributes)["href"] for each in all_of(all_of(PANTRY, class_="p")[0], "a")]
    assert links == ["tel:+12175550112;ext=7", "tel:+12175550110", "sms:+12175550110", "tel:+12175550111"]
    rows = [said(each) for each in all_of(PANTRY, "li")]
    assert rows[0] == "Call Elm <Pantry>: 217-555-0112 ext. 7 ext. 7 ask for Ann"
    assert rows[1] == "Call Elm <Pantry>: 217-555-0110 call or text send a text 217-555-0110"
    assert "<b>217-555-0111" not in to_html(PANTRY)


def test_a_confidential_address_is_told_by_its_city():
    assert said(all_of(SAFE, class_="po")[0]) == "Springfield, ILAddress not public: call first"


def test_hours_in_the_words_of_print_and_for_the_clock():
    hours = all_of(PANTRY, class_="h")[0]
    assert [said(each) for each in all_of(hours, "li")] == [
        "Monday to Friday 9 am to 5 pm",
        "Closed on public holidays",
    ]
    assert dict(hours.attributes)["data-o"] == "12345:0900-1700;P"


def test_many_offices_are_a_table():
    """With a name, heads of columns and rows, and a way to move it sideways by keyboard."""
    box = all_of(OFFICES, class_="tb")[0]
    assert dict(box.attributes) == {
        "class": "tb",
        "role": "region",
        "aria-label": "Many Offices",
        "tabindex": "0",
    }
    heads = [(said(each), dict(each.attributes)["scope"]) for each in all_of(box, "th")]
    assert heads == [
        ("Place", "col"),
        ("Phone", "col"),
        ("Decatur, IL", "rowgroup"),
        ("North, 1 First Street", "row"),
        ("South, 2 Second Street", "row"),
    ]
    assert dict(all_of(box, class_="h")[0].attributes)["data-o"] == "6:1000-1200"


def test_breaks_between_lines():
    assert to_html(el("p", broken(["a", "b"]))) == "<p>a<br>b</p>"
