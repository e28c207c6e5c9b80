"""Own pages in a book: where they stand, their heads, the contents, the bookmarks, and what fills up."""

import pytest
from PIL import Image as Pillow

from guide.errors import Mark
from guide.language.words import ENGLISH
from guide.layout.editions.book import typeset
from guide.layout.editions.book_parts import BookOptions
from guide.layout.pages import Image, Text
from guide.model import Coupon, OwnPage, Paragraph, Picture, Span


@pytest.fixture
def book(maker, tmp_path):
    """Sets a guide of two sections with own pages, given as (title, key=value)."""
    Pillow.new("L", (600, 300), 90).save(tmp_path / "a.png")

    def make(*pages, **options):
        own = []
        for title, more in pages:
            given = {"text": (Paragraph((Span(f"Text of {title}."),)),), **more}
            own.append(OwnPage(id=title, title=title, mark=Mark(tmp_path / f"{title}.md"), **given))
        sections = [maker.section(maker.listing(id), id=id, title=f"Section {id}") for id in ("x", "y", "z")]
        guide = maker.guide(
            *sections, own_pages=tuple(own), mark=Mark(tmp_path / "guide.yaml"), closing_notes=()
        )
        return typeset(guide, maker.style, ENGLISH, BookOptions(**options))[0]

    return make


def pages_with(document, words):
    """The folios of the pages on which words stand, in any piece of text."""
    return [
        place
        for place, page in enumerate(document.pages, 1)
        if words in "".join(item.text for item in page.items if isinstance(item, Text))
    ]


def has_heading(page, words):
    return any(
        item.text.strip() == words and item.tag and item.tag.kind == "H3"
        for item in page.items
        if isinstance(item, Text)
    )


PLACES = ("cover", "page 2", "x", "listings", "index", "last")


def test_pages_stand_behind_what_they_name(book):
    """In this order, with the parts between them; the last section's are behind all listings."""
    document = book(*((f"Own{place.replace(' ', '')}", {"place": place}) for place in reversed(PLACES)))
    at = {place: pages_with(document, f"Text of Own{place.replace(' ', '')}.")[0] for place in PLACES}
    assert list(at.values()) == sorted(at.values())
    x, y = (
        next(place for place, page in enumerate(document.pages, 1) if has_heading(page, f"Name of {id}"))
        for id in "xy"
    )
    assert at["cover"] == 2 and x < at["x"] < y < at["listings"] < at["index"] < at["last"] == len(
        document.pages
    )
    assert len(document.pages) % 2 == 0


def test_every_page_is_in_the_contents_and_in_the_bookmarks(book):
    document = book(*((place, {"place": place}) for place in PLACES), ("spare", {"spare": True}))
    titles = [entry.title for entry in document.outline]
    assert [title for title in titles if title in PLACES] == list(PLACES)
    pages = [entry.destination.page for entry in document.outline]
    assert pages == sorted(pages)
    for entry in document.outline:
        if entry.title in PLACES:
            assert f"Text of {entry.title}." in "".join(
                item.text for item in document.pages[entry.destination.page].items if isinstance(item, Text)
            )
            (row,) = [
                link
                for page in document.pages
                for link in page.links
                if link.target == entry.destination and entry.title in link.description
            ]
            assert str(entry.destination.page + 1) in row.description


def test_a_page_has_its_title_in_its_head_and_no_key(book, maker):
    document = book(("Welcome", {}))
    (folio,) = pages_with(document, "Text of Welcome.")
    page = document.pages[folio - 1]
    head = [item for item in maker.texts(page, False) if not item.tag and item.y == 40]
    assert {item.text for item in head} == {"Welcome", str(folio)}


@pytest.mark.parametrize("place", PLACES[:5])
def test_a_page_that_has_to_be_a_recto_is_one(book, place):
    for others in ((), (("Before", {"place": place}),), (("Cover", {"place": "cover"}),)):
        document = book(*others, ("Right", {"place": place, "recto": True}))
        assert pages_with(document, "Text of Right.")[0] % 2 == 1


@pytest.mark.parametrize("place", PLACES)
def test_behind_a_coupon_are_notes_and_the_build_says_so(book, place):
    coupon = {"place": place, "text": (Coupon((Paragraph((Span("Ride"),)),)),)}
    document = book(("Coupon", coupon), ("After", {"place": place}))
    folio = pages_with(document, "Cut along the line.")[0]
    assert folio % 2 == 1 and f"the coupon on page {folio} has lines for notes on its back" in document.said
    behind = "".join(item.text for item in document.pages[folio].items if isinstance(item, Text))
    assert "Notes" in behind and "Text of" not in behind
    one_sided = book(("Coupon", coupon), ("After", {"place": place}), single_sided=True, multiple=1)
    assert not any("coupon" in said for said in one_sided.said)


def test_a_picture_that_fills_its_page_has_neither_head_nor_foot(book):
    document = book(("Field", {"text": (Picture("a.png", "A field", "page"),), "place": "last"}))
    *_, last = document.pages
    assert [item.__class__ for item in last.items] == [Image] and last.items[0].tag.alternate == "A field"


def test_spare_pages_stand_only_where_pages_are_left_over(book):
    without = book()
    plain = pages_with(without, "Notes")
    document = book(("Spare", {"spare": True}), multiple=8)
    spare = pages_with(document, "Text of Spare.")
    assert bool(spare) and len(document.pages) % 8 == 0
    none = book(("Spare", {"spare": True}), multiple=1, single_sided=True)
    assert pages_with(none, "Text of Spare.") == [] and len(plain) <= 1
