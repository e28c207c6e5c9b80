"""Running heads: a section's title that is too long is cut."""

from types import SimpleNamespace

import pytest

from guide.language.words import ENGLISH
from guide.layout.body.furniture import Furniture
from guide.layout.tags import Tag
from guide.layout.type.cut import ELLIPSIS
from guide.layout.type.fonts import default_stacks
from guide.layout.type.setter import Setter
from guide.layout.type.style import make_style

SIZE = 11


@pytest.fixture
def furniture():
    return Furniture(Setter(make_style("letter", "#0B4A8C", default_stacks()), 1), ENGLISH, "Edition 1")


@pytest.mark.parametrize(
    "text",
    [
        "Food and shelter for families with children",
        "Food " + "m" * 300,
        "m" * 300,
        "\u0645\u0631\u062d" * 100,
        "\u4e2d" * 300,
        "m",
    ],
)
@pytest.mark.parametrize("room", [400, 100, 60, 20])
def test_a_title_is_cut_where_it_has_to_be(furniture, text, room):
    """At a word if one fits, else within the first; no longer part would fit."""
    width = furniture.setter.width
    cut = furniture.shortened(text, room, SIZE)
    if width(text, SIZE) <= room:
        assert cut == text
        return
    kept = cut.removesuffix(ELLIPSIS)
    assert cut.endswith(ELLIPSIS) and text.startswith(kept) and (width(cut, SIZE) <= room or len(kept) == 1)
    words = [text[:place] for place, character in enumerate(text) if character == " "]
    fitting = [each for each in words if width(each + ELLIPSIS, SIZE) <= room]
    if fitting:
        assert kept == fitting[-1]
    else:
        assert width(text[: len(kept) + 1] + ELLIPSIS, SIZE) > room


@pytest.mark.parametrize("letters", ["m", "\u0645\u0631\u062d", "\u4e2d\u6587", "Ab cd "])
def test_a_title_without_end_is_measured_a_few_times(furniture, letters):
    """What is measured is kept, so that a measure for each letter would take gigabytes."""
    text = (letters * 3000)[:2990]
    stack = furniture.style.stack(False)
    before = len(stack.at(SIZE))
    furniture.shortened(text, 300, SIZE)
    assert sum(len(word) > 200 for word in stack.at(SIZE)) <= 30 and len(stack.at(SIZE)) < before + 40


def test_what_is_read_but_once_stands_on_the_first_page(furniture):
    """From then on heads and feet are the same wherever they come; with help at every foot that has to be said too."""
    assert not furniture.is_repeated
    furniture.foot(1, Tag("Document"))
    assert furniture.is_repeated
    furniture.service = SimpleNamespace(has_strip=True, said=False)
    assert not furniture.is_repeated
    furniture.service.said = True
    assert furniture.is_repeated


def test_the_last_folio_with_help_is_that_of_the_service(furniture):
    furniture.help_at = 7
    assert furniture.help_at == 0
    furniture.service = SimpleNamespace(last_folio=3)
    furniture.help_at = 7
    assert furniture.help_at == furniture.service.last_folio == 7
