"""Names of streets, shortened as on their signs."""

import pytest

from guide.layout.parts.map_short import shortened, shorter


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Elm Street", "Elm St"),
        ("North Elm Street", "N Elm St"),
        ("Elm Street Northwest", "Elm St NW"),
        ("North Portland Avenue", "N Portland Ave"),
        ("North Street", "North St"),
        ("East Boulevard", "East Blvd"),
        ("Avenue of the Americas", "Avenue of the Americas"),
        ("Avenue West", "Avenue West"),
        ("Key West", "Key West"),
        ("Street", "Street"),
        ("Lindenstraße", "Lindenstr."),
        ("Lange Strasse", "Lange Str."),
        ("Straße", "Str."),
        ("Avenida Juárez", "Av. Juárez"),
        ("Elm", "Elm"),
    ],
)
def test_a_name_is_as_short_as_on_its_sign(name, short):
    assert shorter(name) == short


def test_words_alone_stay():
    assert list(shortened(["North"])) == ["North"]
