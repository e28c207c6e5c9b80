"""Which key of which listing stands where."""

from guide.content.key_places import key_places, place_of
from tests.content.test_edit_keys import TEXT


def test_a_place_is_of_the_deepest_key_before_it():
    """Lines and columns count from 1."""
    places = key_places(TEXT.encode())

    def at(line, column=0):
        place = place_of(places, line, column)
        return place and (place.owner, place.path)

    assert at(1) is None
    assert at(2) == ("", ("id",))
    assert at(5, 5) == ("pantry", ("id",))
    assert at(8, 9) == ("pantry", ("phones", "0"))
    assert at(10, 15) == ("pantry", ("phones", "1", "type"))
    assert at(17, 7) == ("pantry", ("description",))
    assert at(20) == ("clinic", ("id",))


def test_what_cannot_be_read_has_no_places():
    assert key_places(b"a: [") == key_places(b"\xff") == key_places(b"") == []
