"""A way is written into the file of its office, and nothing else changes."""

import pytest

from guide.content.load import load_guide
from guide.transit.offices import offices_of
from guide.transit.write import is_secret, point_in, way_files, with_way
from tests.transit.made_feed import GUIDE, write_guide


def written(folder):
    guide, _ = load_guide(folder)
    ways = {each: f"Bus {number}" for number, each in enumerate(offices_of(guide).on_map) if not each.way}
    ((path, (before, after)),) = way_files(ways).items()
    assert path == folder / "sections/a.yaml" and before == path.read_bytes()
    return after.decode()


def test_a_listing_and_an_office_of_several(tmp_path):
    """The line of each is in its place; all others are as they were."""
    text, old = written(write_guide(tmp_path)), GUIDE["sections/a.yaml"]
    assert "    fees_description: Free\n    transportation: Bus 0\n" in text
    assert "        longitude: -122.4197\n        transportation: Bus 1\n      - name: South\n" in text
    lines = [line for line in text.splitlines() if "transportation: Bus" not in line]
    assert lines == old.splitlines()


def test_a_key_without_a_value_gets_one(tmp_path):
    section = write_guide(tmp_path) / "sections/a.yaml"
    section.write_text(section.read_text().replace("Free\n", "Free\n    transportation:  # ask\n"))
    assert written(tmp_path).count("transportation:") == 4
    assert "# ask" in written(tmp_path)


@pytest.mark.parametrize(
    "address, secret",
    [
        ("confidential", True),
        ({"confidential": "yes", "city": "A"}, True),
        ({"confidential": ""}, True),
        ({"confidential": "no"}, False),
        ({"city": "A"}, False),
        ("", False),
    ],
)
def test_a_confidential_office_at_the_same_point_gets_nothing(address, secret):
    place = {"address": address, "latitude": "1.50", "longitude": "2"}
    assert is_secret(address) == secret
    assert ("transportation" in with_way(place, {(1.5, 2.0): "Bus 1"})) != secret


def test_where_an_office_is():
    assert point_in({"latitude": "1", "longitude": "x"}) == point_in({}) == (0, 0)
