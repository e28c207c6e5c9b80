"""Ways are said in every language, and what is said in one is offered in another."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.language.files import fixed_words, language_codes
from guide.language.ways import (
    ENGLISH_WAYS,
    MODES,
    UNITS,
    Walk,
    Way,
    offered_ways,
    read_way,
    walk_of,
    ways_text,
)
from tests.thorough import examples

CODES = language_codes()
BUS = Way("bus", "14, 49", False, "16th St & Mission St", Walk("150", "yards"))


@pytest.mark.parametrize("code", CODES[1:])
def test_every_language_has_every_word(code):
    """With the brackets of the English one."""
    ways = fixed_words(code).ways
    assert ways.keys() == ENGLISH_WAYS.keys()
    for key, text in ways.items():
        assert set(re.findall(r"\{\w+\}", text)) == set(re.findall(r"\{\w+\}", ENGLISH_WAYS[key])), key
    assert len({ways[mode] for mode in MODES}) == len(MODES)


def test_a_way_in_words():
    assert ways_text([BUS], "en") == "Bus 14, 49: 16th St & Mission St, about 150 yards"
    near = BUS._replace(mode="ferry", names="", walk=Walk("1.2", "kilometres"), accessible=True)
    assert (
        ways_text([BUS, near], "es-MX")
        == "Autobús 14, 49: 16th St & Mission St, a unas 150 yardas; Ferry: 16th St & Mission St, a unos 1.2 km, accesible en silla de ruedas"
    )
    assert ways_text([BUS._replace(more=True)], "it").startswith(
        "Bus 14, 49 and more: "
    )  # no words: in English


@pytest.mark.parametrize(
    "metres, country, walk",
    [
        (3, "US", ("50", "yards")),
        (137, "US", ("150", "yards")),
        (880, "GB", ("950", "yards")),
        (1000, "US", ("0.6", "miles")),
        (3, "CA", ("50", "metres")),
        (420, "DE", ("400", "metres")),
        (980, "DE", ("1.0", "kilometres")),
    ],
)
def test_distances_are_said_as_in_the_country(metres, country, walk):
    assert walk_of(metres, country) == walk


names = st.lists(st.sampled_from(["14", "9R", "Red Line", "K/T", "N (Muni)"]), max_size=3, unique=True).map(
    ", ".join
)
ways = st.builds(
    Way,
    st.sampled_from(MODES[:-1]),
    names,
    st.just(False),
    st.sampled_from(["16th St & Mission St", "Pier 7, north side", "Főtér", "محطة"]),
    st.builds(Walk, st.sampled_from(["50", "1.2"]), st.sampled_from(UNITS)),
    st.booleans(),
)


@settings(max_examples=examples(60, 2000), deadline=None)
@given(
    some=st.lists(ways, min_size=1, max_size=3),
    source=st.sampled_from(CODES),
    language=st.sampled_from(CODES),
)
def test_what_is_said_in_one_language_is_offered_in_another(some, source, language):
    assert offered_ways(ways_text(some, source), source, language) == ways_text(some, language)


def test_that_there_are_more_lines_is_offered_too():
    text = ways_text([BUS._replace(more=True)], "en")
    assert offered_ways(text + ".", "en", "es").startswith("Autobús 14, 49 y más: ")


@pytest.mark.parametrize(
    "text",
    [
        "Ask at the desk",
        "Bus 14: the corner",
        "Take bus 14: stop A, about 5 yards",
        "",
        "Bus 14: A, about 50 yards; then walk",
    ],
)
def test_what_people_wrote_is_no_way(text):
    assert offered_ways(text, "en", "es") == ""


def test_nothing_is_offered_without_words():
    text = ways_text([BUS], "en")
    assert offered_ways(text, "en", "it") == offered_ways(text, "it", "es") == ""
    assert read_way(text, {}) is None
