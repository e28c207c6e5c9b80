"""What there is to choose from where an edition is made."""

from guide.studio.known import known_of
from guide.studio.wording import words_of


def test_the_guide_itself_says_what_there_is_to_choose_from(studio, change):
    change("food", "    description: Groceries", "    services: [Meals, food]\n    description: Groceries")
    change(
        "beds",
        "    description: A bed",
        "    services: [Food]\n    audience: [Families]\n    description: A bed",
    )
    studio.look_again()
    known = known_of(studio.seen.project, words_of("en"))
    assert known["choice-sections"] == [("beds", "Beds"), ("food", "Food")]
    assert ("pantry", "Elm Pantry") in known["choice-listings"]
    assert [each.value.casefold() for each in known["choice-services"]] == ["food", "meals"]
    assert known["choice-audience"] == [("Families", "Families")] and known["choice-cities"] == [
        ("Chicago", "Chicago")
    ]
    assert known["languages"] == [("en", "English")]
    assert known["index"] == [
        ("name", "Name"),
        ("place", "Place"),
        ("topic", "Topic"),
        ("no", "None of these"),
    ]
    assert "choice-neighborhoods" not in known and "own_pages" not in known


def test_it_is_said_in_spanish(studio):
    assert ("no", "Ninguno de estos") in known_of(studio.seen.project, words_of("es"))["help"]


def test_everything_has_its_words(studio):
    """In both languages, and no name of a word that there is not."""
    for language in ("en", "es"):
        for path, some in known_of(studio.seen.project, words_of(language)).items():
            assert not [each for each in some if each.label.startswith("editions.")], path
