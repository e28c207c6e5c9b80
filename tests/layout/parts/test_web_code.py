"""QR codes: each is read from the drawn page, leads to the address in print, and is large enough for any telephone."""

from urllib.parse import urlsplit

import pypdfium2
import pytest
import zxingcpp

from guide.formats import FORMATS
from guide.language.words import ENGLISH, words_in
from guide.layout.editions.lay_out import Version, lay_out
from guide.layout.pages import Path, Text
from guide.layout.parts.web_code import WebCode, code_of
from guide.layout.tags import Tag
from guide.layout.type.setter import Setter
from guide.model import Edition
from guide.pdf.writer import render_pdf
from tests.thorough import first_quick

ADDRESS = "https://www.sangamonhelp.org/guide"


@pytest.fixture
def set_edition(maker):
    """An edition of a small guide, laid out: set_edition("letter", website=...)."""

    def make(name, website=ADDRESS, language="en", title="Help near here", **more):
        offices = (maker.office("Chicago", maker.phone()),)
        section = maker.section(maker.listing("a", locations=offices))
        guide = maker.guide(section, website=website, language=language, title=title, **more)
        stacks = maker.style.regular, maker.style.bold
        versions = [Version(guide, words_in(language), stacks)]
        return lay_out(versions, Edition(name="x", format=name, language_help=()), guide).document

    return make


def codes(document, ink="colour"):
    """(index of the page, what the code says) of every code on the drawn pages."""
    drawn = pypdfium2.PdfDocument(render_pdf(document, ink=ink))
    return [
        (place, found.text)
        for place, page in enumerate(drawn)
        for found in zxingcpp.read_barcodes(page.render(scale=1.8).to_pil(), zxingcpp.BarcodeFormat.QRCode)
    ]


def words_of(page):
    return "".join(item.text for item in page.items if isinstance(item, Text)).replace(" ", "")


@pytest.mark.parametrize(
    "name", first_quick([name for name in FORMATS if name != "wallet"], 4)
)  # without room for one
def test_every_code_leads_to_the_address_beside_it(set_edition, name):
    """On the cover of a large page, and on the form; on the leaflet's outside; at the foot of a sheet."""
    document = set_edition(name)
    found = codes(document)
    assert found and {text for _, text in found} == {ADDRESS}
    bare = urlsplit(ADDRESS).netloc + urlsplit(ADDRESS).path
    assert all(bare in words_of(document.pages[place]) for place, _ in found)
    places = [place for place, _ in found]
    if name in ("letter", "a4"):
        assert places[0] == 0 and len(places) == 2
    if not FORMATS[name].is_book:
        assert places == {"zine": [7]}.get(name, [0])


@pytest.mark.parametrize("ink", ["grey", "black"])
def test_in_any_ink(set_edition, ink):
    assert len(codes(set_edition("letter"), ink)) == 2


@pytest.mark.slow
def test_it_is_not_turned_round(set_edition):
    """In a language that is written from right to left it stands at the other side, itself unchanged."""
    plain, turned = set_edition("letter"), set_edition("letter", language="ar")
    assert codes(turned) == codes(plain)
    edges = [
        [item.bounds for item in document.pages[-1].items if isinstance(item, Path)][0]
        for document in (plain, turned)
    ]
    assert edges[0].left == pytest.approx(612 - edges[1].right) and edges[0].left > 300


@pytest.mark.parametrize("name", ["letter", "pocket", "trifold-letter", "one-sheet"])
def test_without_an_address_there_is_none(set_edition, name):
    assert codes(set_edition(name, website="")) == []


@pytest.mark.parametrize("title", ["Help near here " * 12, "Help near here"])
def test_on_the_cover_it_gives_way_first(set_edition, title):
    """What has to stand there is there with it or without it."""
    cover = set_edition("letter", title=title).pages[0]
    assert "Section" in words_of(cover) and "Needhelpnow?" in words_of(cover)


@pytest.mark.parametrize(
    "length,size,side", [(14, 21, 72), (60, 33, 72), (84, 37, 72), (85, 41, 85), (106, 41, 85)]
)
def test_a_long_address_has_a_larger_code(length, size, side):
    """72 points up to 37 squares, then 85: a square is never under 1.9."""
    code = code_of("https://" + "a" * (length - 8))
    assert (code.size, code.side) == (size, side) and code.side / code.size > 1.9
    edges = code.drawn(10, 20).bounds
    assert edges == pytest.approx((10, 20, 10 + side, 20 + side))


@pytest.mark.parametrize("website", ["", "https://" + "a" * 99, "https://" + "a" * 5000])
def test_an_address_that_nobody_could_type_has_none(maker, website):
    assert code_of(website) is None
    part = WebCode(maker.guide(website=website), Setter(maker.style, 1), ENGLISH, Tag("Document"))
    assert part.beside(300) is None and part.over(300) is None


def test_it_is_an_artifact_beside_a_link(maker):
    """Who listens hears the address; 24 points are clear beside the code, and 4 squares all round."""
    part = WebCode(maker.guide(website=ADDRESS), Setter(maker.style, 1), ENGLISH, Tag("Document"))
    row = part.beside(300)
    code = next(item for item in row.items if isinstance(item, Path))
    others = [item for item in row.items if item is not code]
    assert code.bounds.right == 72 and min(item.x for item in others) == 96
    assert 4 * 72 / part.code.size < 24
    over = part.over(234)
    (line,) = [item for item in over.items if not isinstance(item, Path)]
    assert line.y == 72 + 2 + 12 and line.fragments[0].inline.link.target == ADDRESS and line.x == 0


@pytest.mark.parametrize("name", ["letter", "one-sheet"])
def test_a_code_names_the_edition_and_the_address_in_print_does_not(set_edition, maker, name):
    """So that a page can tell who has an older copy."""
    document = set_edition(name, web_code=ADDRESS + "?edition={edition}&lang={language}", number=7)
    said = {text for _, text in codes(document)}
    assert said == {ADDRESS + "?edition=7&lang=en"}
    printed = "".join(item.text for page in document.pages for item in page.items if isinstance(item, Text))
    assert "edition=7" not in printed and "sangamonhelp.org/guide" in printed
