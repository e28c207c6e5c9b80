"""A guide as plain text."""

from guide.web.page import Page
from guide.web.text import Text, has_class, is_inline, is_unseen, parts_of, text_of_page
from guide.web.tree import el
from tests.web.pages import shown

TEXT = text_of_page(Page(shown(format="text")))
LINES = TEXT.split("\n")
WRITER = Text({"pantry": 3}, "en")


def lines(node):
    return list(WRITER.lines(node))


def test_the_order_of_the_page():
    """Title, help, contents, sections, index, about; no line is too long."""
    places = [
        LINES.index(each)
        for each in (
            "Help near <you> & yours",
            "Need help now?",
            "Contents",
            "Food",
            "Beds",
            "Index",
            "About this guide",
        )
    ]
    assert places == sorted(places) and max(map(len, LINES)) <= 72
    assert LINES[1] == "=" * len(LINES[0]) and TEXT.endswith("\n") and "\n\n\n\n" not in TEXT


def test_a_listing():
    """What is needed to reach it, a line each; what needs a screen is not there."""
    start = LINES.index("1. Elm <Pantry> (EP)")
    assert LINES[start + 1 : start + 7] == [
        "217-555-0112 ext. 7 ask for Ann",
        "217-555-0110 call or text",
        "217-555-0111 fax",
        "elm@example.org",
        "www.elm.example/food",
        "12 Elm Street",
    ]
    assert "Cost: Free; a gift is welcome" in LINES and "- bread" in LINES
    for each in ("send a text", "On my list", "privacy and your safety", "\u00a0", "Hidden", "Zanzibar"):
        assert each not in TEXT


def test_links_say_where_they_lead():
    """To a listing by its number, elsewhere by the address, unless that is said already."""
    assert lines(el("p", "See ", el("a", "Elm", href="#pantry"), ".")) == ["See Elm (3)."]
    assert lines(el("p", el("a", "the council", href="https://a.example/b"))) == ["the council (a.example/b)"]
    assert lines(el("p", el("a", "a.example", href="https://a.example/"))) == ["a.example"]
    assert lines(el("p", el("a", "217", href="tel:+1217"))) == ["217"]


def test_lists():
    """Items begin with a mark, and what goes on stands below their words; lists within are further in."""
    long = "word " * 20
    found = lines(el("ul", el("li", long), el("li", el("b", "Town"), el("ul", el("li", "a")))))
    assert (
        found[0].startswith("- word") and found[1].startswith("  word") and found[-2:] == ["- Town", "  - a"]
    )
    assert lines(el("ol", el("li", "a"), el("li", "b"))) == ["1. a", "2. b"]


def test_paragraphs_of_a_text_stand_apart():
    """Those of an address do not."""
    two = el("div", el("p", "One."), el("p", "Two."))
    assert lines(two) == ["One.", "", "Two."]
    assert lines(el("address", el("p", "Main office"), el("p", "1 Elm St", class_="po"))) == [
        "Main office",
        "1 Elm St",
    ]


def test_headings():
    assert lines(el("h2", "Food")) == ["", "", "Food", "----"] and lines(el("h3", "Elm")) == ["", "Elm"]


def test_tables():
    """The head of a row, and below it what stands beside that."""
    row = el("tr", el("th", "North"), el("td", el("ul", el("li", "217"), class_="p")))
    assert lines(row) == ["North", "  217"]


def test_what_is_not_seen():
    assert is_unseen(el("svg")) and is_unseen(el("p", hidden=True)) and is_unseen(el("span", class_="v"))
    assert (
        not is_unseen(el("h2", class_="v")) and is_inline(el("b")) and has_class(el("p", class_="a b"), "b")
    )
    assert len(list(parts_of(Page(shown(format="text"))))) == 8


def test_two_languages():
    """A stroke between them, and none before a text that is in the second alone."""
    text = text_of_page(Page(shown(format="text", languages=("en", "es"))))
    assert (
        "Food / Comida" in text and "Contents / Contenido" in text and "Bolsas y cajas." in text.split("\n")
    )
    assert lines(el("p", el("span", "a", class_="b2"))) == ["a"]
