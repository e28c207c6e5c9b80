"""Which element stands at a place."""

from guide.layout.pages import Destination
from guide.layout.tags import Shown, Tag
from guide.pdf.structure import Elements
from guide.pdf.targets import Targets
from tests.pdf.samples import page, text

ROOT = Tag("Document")
LISTINGS = [Tag("Sect", ROOT, shows=Shown(name)) for name in ("pantry", "clinic")]
NAMES = [Tag("H2", listing) for listing in LISTINGS]
TOP, WORDS = Tag("H1", ROOT), Tag("P", ROOT)


def gathered(*items):
    """(targets, elements) of one page with these items."""
    elements, targets = Elements(ROOT), Targets()
    elements.begin_page(7)
    for item in items:
        elements.mark(item.tag)
    targets.gather(0, page(*items), elements)
    return targets, elements


def test_a_listing_is_known_by_its_id():
    """Two may begin at the same height, in two columns."""
    targets, elements = gathered(*(text(tag, "Name", y=100, x=72 + 200 * n) for n, tag in enumerate(NAMES)))
    for listing in LISTINGS:
        assert targets.at(Destination(0, 90, listing.shows.listing)) is elements.of(listing)


def test_a_heading_comes_before_words():
    targets, elements = gathered(text(WORDS, "Words", y=110), text(TOP, "Title", y=120))
    assert targets.at(Destination(0, 100)) is elements.of(TOP)


def test_below_all_that_begins_is_what_begins_last():
    targets, elements = gathered(text(TOP, "Title", y=110), text(WORDS, "Words", y=120))
    assert targets.at(Destination(0, 130)) is elements.of(WORDS)


def test_where_nothing_stands_there_is_none():
    targets, _ = gathered(text(TOP, "Title"))
    assert targets.at(Destination(3, 0)) is None
