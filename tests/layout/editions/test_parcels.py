"""Labels of parcels: inside their labels on every sheet, as large as there is room."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.label_sheets import SHEETS
from guide.layout.editions.label_pages import FEED, Sheeting
from guide.layout.editions.parcels import Addressed, set_parcels
from guide.layout.pages import Text
from tests.corrected import version
from tests.thorough import examples

LIBRARY = Addressed(
    "Main Library",
    ("1 Example Square", "Chicago, IL 60612"),
    40,
    ("Edition 1, blue, November 2026", "Edition 1, Nov 2026"),
)


def made(maker, sheet, *parcels, language="en"):
    return set_parcels(
        version(maker.guide(maker.section(maker.listing()), language=language)),
        parcels,
        Sheeting(SHEETS[sheet]),
    )


@pytest.mark.parametrize(("sheet", "size"), [("5163", 20), ("L7160", 20), ("5160", 12)])
def test_a_label_is_as_large_as_there_is_room(maker, sheet, size):
    (page,) = made(maker, sheet, LIBRARY).document.pages
    found = {item.text.strip(): item for item in page.items if isinstance(item, Text)}
    assert found["Main Library"].size == size
    assert found["Main Library"].y < found["1 Example Square"].y < found["Chicago, IL 60612"].y
    assert any(text.startswith("40 copies.") for text in found)


WORDS = st.text("abcdefgh IJKLM-é'", min_size=1, max_size=80).filter(str.strip)


@settings(max_examples=examples(15, 200))
@given(st.sampled_from(sorted(SHEETS)), WORDS, st.lists(WORDS, max_size=5))
def test_nothing_comes_near_an_edge(maker, sheet, name, address):
    """What is too long for a label is told."""
    done = made(
        maker,
        sheet,
        Addressed(name, tuple(address), 3, ("Edition 1, blue, November 2026", "Edition 1, Nov 2026")),
    )
    assert (done.document is None) is (done.too_long == (name,))
    if done.document:
        (x, y), (width, height) = SHEETS[sheet].spot(0), SHEETS[sheet].label
        for item in done.document.pages[0].items:
            assert x + FEED <= item.bounds.left and item.bounds.right <= x + width - FEED
            assert y + FEED <= item.bounds.top and item.bounds.bottom <= y + height - FEED
