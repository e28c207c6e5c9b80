"""Maps on a page: the drawing, and the list of all that is on it."""

from dataclasses import replace

import pytest

from guide.language.words import ENGLISH
from guide.layout.pages import Path
from guide.model import Edition
from guide.web.back import Back
from guide.web.guides import Shown
from guide.web.make import sentences
from guide.web.page import Page
from guide.web.sketches import data_of, maps_of, number
from guide.web.tree import text_of, to_html, walk
from tests.sketched import at, town_map


@pytest.fixture
def show(maker):
    """show(places, key of the plan=value): a guide with a map, as it is shown."""

    def shown(*places, format="web", **plan):
        listings = (maker.listing(f"l{n}", locations=(at(maker, *each),)) for n, each in enumerate(places))
        guide = replace(maker.guide(maker.section(*listings, title="Food")), maps=(town_map(**plan),))
        return Shown(guide=guide, words=ENGLISH, edition=Edition(name="x", format=format))

    return shown


def drawing(shown):
    (one,) = maps_of(shown)
    (svg,) = (each for each in walk([one.picture()]) if each.tag == "svg")
    return svg


def test_a_map_is_a_part_of_the_page_with_a_list_of_links(show):
    """Each listing with its number, so that nobody has to see the drawing."""
    back = Back(show((0, 0), (0.5, 0.5), (50, 50), title="Our streets"))
    assert back.parts[0] == ("Our streets", "map-1")
    part = next(back.all())
    html = to_html(part)
    assert "<a href=#l0>1. <span>Name of l0</span></a>" in html and "#l1" in html and "#l2" not in html
    assert "Not on this map: 3." in html


def test_the_drawing_has_words_for_who_does_not_see_it(show):
    svg = drawing(show((0, 0)))
    attributes = dict(svg.attributes)
    assert attributes["role"] == "img" and attributes["aria-label"].startswith("Map. A sketch map")
    names = [text_of(each) for each in walk([svg]) if each.tag == "text"]
    assert {"1", "N"} <= set(names)


def test_colours_are_classes_so_that_they_follow_the_page(show):
    for each in walk([drawing(show((0, 0), (0.9, 0.9)))]):
        assert not {"fill", "stroke", "style"} & {name for name, _ in each.attributes}


def test_letters_are_told(show):
    back = Back(show(*[(0, 0)] * 2, (0.9, 0.9), *[(0, 0)] * 2, (0.9, 0.9), *[(0, 0)] * 2, (0.9, 0.9), (0, 0)))
    assert "<b>A</b> 1, 2, 4, 5, 7, 8, 10" in to_html(next(back.all()))


def test_only_a_page_with_drawings_has_maps_and_their_style(show):
    assert Back(show((0, 0), format="text")).maps == [] and Back(show((50, 50))).maps == []
    assert ".map{" in Page(show((0, 0))).style() and ".map{" not in Page(show((50, 50))).style()


def test_the_build_says_what_is_on_a_map_of_a_page_and_what_is_not(show):
    said = list(sentences(show((0, 0), (50, 50))))
    assert any("shows 1 of 2 listings; not on the map: 2 Name of l1" in each for each in said)
    assert not any("map" in each for each in sentences(show((0, 0), format="text")))


def test_numbers_are_short_and_paths_are_closed():
    assert [number(each) for each in (0, -0.04, 1.25, 30.0, -2.5)] == ["0", "0", "1.2", "30", "-2.5"]
    assert data_of(Path((("m", 0, 1), ("l", 2.5, 3), ("h",)))) == "M0 1L2.5 3z"
