"""What a text leads to, and what a screen reader says of it."""

import pytest

from guide.language.scripts import NBSP
from guide.language.words import ENGLISH, side_by_side, words_in
from guide.layout.compose import links
from guide.layout.tags import Tag
from guide.layout.type.inline import FOLIO, Anchor
from guide.model import HelpLine

HERE = Anchor("index")


def test_places_have_names_of_their_own():
    """A section and a listing may have one id."""
    assert links.listing_anchor("food") != links.section_anchor("food")


def test_a_page_is_a_piece_that_no_line_breaks():
    piece = links.page_inline(ENGLISH, None, None, HERE)
    assert (piece.text, piece.page_of) == (f"page{NBSP}{FOLIO}", HERE)


def test_a_cross_reference_is_one_link():
    """Its words and the page share a tag below a Reference."""
    pieces = links.reference("index, {page}", HERE, "Index", Tag("P"), ENGLISH)
    assert "".join(piece.text for piece in pieces) == f"index, page{NBSP}{FOLIO}"
    (tag,) = {piece.tag for piece in pieces}
    assert (tag.kind, tag.parent.kind, tag.parent.parent.kind) == ("Link", "Reference", "P")
    assert {piece.link.target for piece in pieces} == {HERE}
    assert pieces[0].link.description == ENGLISH.go_to.format(name="Index", folio=FOLIO)


def test_the_number_of_see_page_is_bold():
    before, number = links.see_page(HERE, "Insite", Tag("P"), ENGLISH)
    assert (before.text, before.bold, number.text, number.bold) == (f"see{NBSP}page{NBSP}", False, "", True)
    assert number.page_of == HERE and before.link == number.link


@pytest.mark.parametrize(
    "website, bare, full",
    [
        ("https://a.org/", "a.org", "https://a.org/"),
        ("http://a.org/b/", "a.org/b", "http://a.org/b/"),
        ("a.org", "a.org", "http://a.org"),
    ],
)
def test_a_web_address_is_printed_without_what_nobody_types(website, bare, full):
    assert (links.bare_address(website), links.full_address(website)) == (bare, full)


@pytest.mark.parametrize(
    "target, said",
    [
        ("mailto:a@b.org", "us: Write an e-mail to a@b.org"),
        ("tel:+15108342000", "Call us: +15108342000"),
        ("https://a.org/", "us: Web page a.org"),
    ],
)
def test_what_is_said_of_a_link(target, said):
    assert links.link_description(target, "us", ENGLISH) == said


def test_what_is_shown_is_said_once():
    said = links.link_description
    assert said("tel:+15108342000", "510-834-2000", ENGLISH) == "Call 510-834-2000"
    assert said("https://a.org/", "a.org", ENGLISH) == "Web page a.org"


@pytest.mark.parametrize(
    "type, more, target, said",
    [
        ("voice", {}, "tel:+15108342000", "Call One: 510-834-2000"),
        ("voice", {"extension": "2"}, "tel:+15108342000;ext=2", "Call One: 510-834-2000 ext. 2"),
        ("fax", {}, "tel:+15108342000", "Fax One: 510-834-2000"),
        ("tty", {}, "tel:+15108342000", "TTY One: 510-834-2000"),
        ("video", {}, "tel:+15108342000", "Video call One: 510-834-2000"),
        ("text", {}, "sms:+15108342000", "Text One: 510-834-2000"),
        ("text", {"keyword": "HI"}, "sms:+15108342000?body=HI", "Text One: 510-834-2000, send HI"),
    ],
)
def test_a_number_says_what_one_does_with_it(maker, type, more, target, said):
    phone = maker.phone("510-834-2000", type=type, **more)
    assert (links.dialled(phone), links.call_name(phone, "One", ENGLISH)) == (target, said)
    without_name = said.replace(" One:", "")
    if type in ("voice", "text"):
        assert links.dial_name(phone, ENGLISH) == without_name
        assert links.dial_name(phone, ENGLISH, "A bed") == f"{without_name}: A bed"


def test_a_place_is_named_with_all_that_is_shown():
    shown = f"page {FOLIO}"
    assert links.place_name(shown, "Insite", ENGLISH) == f"Insite, page {FOLIO}"
    assert links.place_name(f"see {shown}.", "Insite", ENGLISH) == f"see {shown}: Insite"
    assert links.place_name(f"see Insite, {shown}", "Insite", ENGLISH) == f"see Insite, {shown}"
    tag = links.page_tag(Tag("Link"), side_by_side(ENGLISH, words_in("es")))
    assert (tag.kind, tag.parent.kind, tag.heard) == ("Span", "Link", shown)


def test_a_number_of_help_has_its_extension_beside_it(maker):
    """Printed in a size of its own behind a space, dialled, and said in words; both are one link."""
    line = HelpLine(text="A bed", phone=maker.phone("217-555-0141", extension="204"))
    number, extension = links.help_number(line, ENGLISH, Tag("P"), 12)
    assert (number.text, extension.text, extension.size) == ("217-555-0141", f"{NBSP}ext.{NBSP}204", 12)
    assert number.link == extension.link and number.tag is extension.tag
    assert number.link.target == "tel:+12175550141;ext=204"
    assert number.link.description == "Call 217-555-0141 ext. 204: A bed"
    assert len(links.help_number(HelpLine(phone=maker.phone("911")), ENGLISH, None, 12)) == 1
    assert links.help_number(HelpLine(text="Ask the staff"), ENGLISH, None, 12) == ()


@pytest.mark.parametrize(
    "address, mail, shown, target, said",
    [
        ("https://www.example.org/", False, "www.example.org", "https://www.example.org/", "www.example.org"),
        ("example.org", False, "example.org", "http://example.org", "example.org"),
        ("help@example.org", True, "help@example.org", "mailto:help@example.org", "help@example.org"),
    ],
)
def test_an_address_is_a_link_below_a_tag(address, mail, shown, target, said):
    tag = Tag("P")
    inline = links.address_inline(address, tag, ENGLISH, mail)
    assert (inline.text, inline.tag.kind, inline.tag.parent, inline.bold) == (shown, "Link", tag, True)
    words = ENGLISH.write_mail if mail else ENGLISH.open_page
    assert (inline.link.target, inline.link.description) == (target, words.format(address=said))
