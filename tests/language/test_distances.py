"""Distances in words."""

import pytest

from guide.language.distances import round_distance


@pytest.mark.parametrize(
    "most,country,language,said",
    [
        (600, "US", "en", "0.25 mi"),
        (310, "US", "en", "1,000 ft"),
        (600, "CA", "en", "500 m"),
        (1200, "DE", "de", "1 km"),
        (1, "FR", "fr", "50 m"),
        (900, "US", "es", "0.5 mi"),
        (600, "CA", "tlh-x", "500 m"),
    ],
)
def test_the_longest_round_distance_that_there_is_room_for(most, country, language, said):
    metres, words = round_distance(most, country, language)
    assert words.replace("\u00a0", " ") == said and (metres <= most or most == 1)
