"""E-mail and web addresses."""

from guide.exchange.clean.links import find_links, in_content, links_of
from tests.exchange.clean.made import cell, cleaning, kinds

TEXTS = {
    "http://www.oak.org/?utm_source=x&a=1": ([], ["http://www.oak.org/?a=1"]),
    "www.a.org.": ([], ["www.a.org"]),
    "help@oak.org": (["help@oak.org"], []),
    "a@b.org; c@d.org": (["a@b.org", "c@d.org"], []),
    "mailto:a@b.org": (["a@b.org"], []),
    "http://": ([], []),
    "facebook.com/foo": ([], ["facebook.com/foo"]),
    "https://http://www.x.org": ([], ["https://www.x.org"]),
    "http:/www.x.org": ([], ["http://www.x.org"]),
    "foo.org and bar.com/x?ref=3": ([], ["foo.org", "bar.com/x"]),
    "": ([], []),
}


def test_addresses_are_found_in_whatever_cell_they_stand():
    """Swapped, several in a cell, with full stops, with what follows people around."""
    found = {}
    for text in TEXTS:
        links = links_of([(cell(text), "")], cleaning())
        found[text] = ([each for each, _ in links.emails], [each for each, _ in links.websites])
    assert found == TEXTS


def test_what_is_no_address_is_told():
    """With its words."""
    run = cleaning()
    links_of([(cell("ask us"), "")], run)
    assert kinds(run) == ["address not read"]


def test_the_first_stands_alone_and_others_have_their_labels():
    """As content has them."""
    cells = [
        (cell("a@b.org"), ""),
        (cell("c@d.org"), "Intake"),
        (cell("www.a.org"), "Apply"),
        (cell("www.b.org"), ""),
    ]
    assert in_content(links_of(cells, cleaning())) == {
        "email": "a@b.org",
        "emails": [{"email": "c@d.org", "label": "Intake"}],
        "website": "www.b.org",
        "websites": [{"website": "www.a.org", "label": "Apply"}],
    }


def test_a_million_letters_without_a_space_take_no_time():
    """An address that never ends: each of its parts is looked at once."""
    find_links("http://" + "a." * 200_000 + "com")


def test_an_address_that_stands_for_another_is_left_out_and_told():
    """The listing need not be held back for it."""
    run = cleaning()
    links = links_of(
        [(cell("info@example.com, www.oak.org"), ""), (cell("https://www.Example.org/x"), "")], run
    )
    assert links == ((), (("www.oak.org", ""),)) and kinds(run) == ["placeholder, left out"] * 2
    assert links_of([(cell("myexample.com"), "")], cleaning()).websites == (("myexample.com", ""),)
