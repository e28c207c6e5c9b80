"""The head of a cover: its title, its cuts, and its height."""

import pytest

from guide.language.words import ENGLISH
from guide.layout.pages import Box, Path, Text
from guide.layout.parts.cover_block import CoverBlock, tall, title_sizes
from guide.layout.tags import Tag
from guide.layout.type.fonts import default_stacks
from guide.layout.type.setter import Setter
from guide.layout.type.style import make_style


@pytest.fixture
def block(maker):
    def make(light=False, format="letter", **more):
        style = make_style(format, "#0B4A8C", default_stacks())
        section = maker.section(maker.listing(), icon="bed")
        return CoverBlock(maker.guide(section, **more), Setter(style, 2), ENGLISH, Tag("Document"), light)

    return make


def test_the_block_is_as_high_as_its_words(block):
    """Sixteen above and below; the subtitle eight below the title."""
    made = block(title="Help", subtitle="For all")
    title = tall(made.style, 46, 48)
    assert made.set(title, False).bottom == 40 + 32 + 48
    assert made.set(title, True).bottom == 40 + 32 + 48 + 8 + 20
    assert made.set(title, False, least=320).bottom == 360


def test_words_are_white_on_the_colour_and_black_under_a_band(block):
    for light, colour, x in ((False, "white", 72), (True, "black", 54)):
        made = block(light, title="Help").set(tall(block().style, 46, 48), False)
        (text,) = [item for item in made.items if isinstance(item, Text)]
        assert (text.colour, text.x) == (colour, x)
    assert made.bottom == 40 + 24 + 16 + 48 + 8


@pytest.mark.parametrize("number, cuts", [(1, 1), (6, 6), (7, 0), (12, 0)])
@pytest.mark.parametrize("format", ["letter", "pocket"])
def test_more_than_six_cuts_are_left_to_the_words(block, format, number, cuts):
    """Nobody counts seven. Many cuts in a small block are narrower, and no words run into them."""
    made = block(format=format, title="Help for everybody in the whole county", number=number)
    items = made.set(tall(made.style, 28, 30), False).items
    white = [item for item in items if isinstance(item, Box) and item.fill == "white"]
    assert len(white) == cuts
    texts = [item for item in items if isinstance(item, Text)]
    assert all(text.bounds.right + 8 <= cut.x for text in texts for cut in white)


def test_pictograms_stand_at_the_foot(block):
    made = block(title="Help").set(tall(block().style, 46, 48), False, 320, icons=True)
    (path,) = [item for item in made.items if isinstance(item, Path)]
    assert (
        made.bottom == 360 and 260 < path.bounds.top and path.bounds.bottom <= 336 and path.bounds.left >= 72
    )


@pytest.mark.parametrize("format", ["letter", "half-letter", "large-print", "pocket"])
def test_titles_become_smaller(format):
    style = make_style(format, "#0B4A8C", default_stacks())
    sizes = [text.size for text, _ in title_sizes(style)]
    assert sizes[0] == style.title.size and sizes == sorted(sizes, reverse=True) and sizes[-1] >= 12


def test_a_word_that_has_to_be_cut_is_noticed(block):
    made = block(title="Massachusettsandneighbouringstateshelp")
    assert (
        not made.set(tall(made.style, 46, 48), False).whole
        and made.set(tall(made.style, 18, 20), False).whole
    )
    assert made.setter.broken == []
