"""The band that says which edition a sheet is of."""

import pytest

from guide.language.words import ENGLISH
from guide.layout.pages import WHITE, Area, Box, Text
from guide.layout.parts.band import Band, cuts
from guide.layout.tags import Tag
from guide.layout.type.setter import Setter
from guide.model import Publisher

FRAME = Area(36, 36, 540, 24)


def band(maker, width=540, **more):
    guide = maker.guide(maker.section(maker.listing("a")), **more)
    return Band(guide, ENGLISH, Setter(maker.style, 1), Tag("Sect"), FRAME._replace(width=width))


@pytest.mark.parametrize("number, count", [(1, 1), (3, 3), (6, 6), (7, 0), (40, 0)])
def test_cuts_count_the_edition(number, count):
    """Of an edition with a high number words alone speak."""
    found = cuts(number, 576, 36, 24)
    assert len(found) == count and all(box.fill == WHITE and box.width == 4 for box in found)
    assert [box.x for box in found] == [576 - 16 * place - 4 for place in range(1, count + 1)]


@pytest.mark.parametrize("width", (540, 400, 300, 228, 150))
@pytest.mark.parametrize(
    "name", ("", "Clinic", "The Harbor Community Clinic and Drop-in Center of the County")
)
def test_words_keep_to_the_band(maker, width, name):
    """White, in the band, clear of each other and of the cuts; the edition is never left out."""
    publisher = Publisher(name=name, phone=maker.phone())
    made = band(maker, width, publisher=publisher, number=3)
    texts = [item for item in made.items() if isinstance(item, Text)]
    assert "2026" in texts[0].text and all(item.colour == WHITE for item in texts)
    edges = [36, *(edge for item in texts for edge in (item.bounds.left, item.bounds.right))]
    assert edges == sorted(edges)
    first_cut = min(box.x for box in made.items() if isinstance(box, Box) and box.fill == WHITE)
    assert width < 200 or edges[-1] < first_cut
    assert made.names_publisher == (bool(name) and any(name in item.text for item in texts))
