"""What an edition chooses, as it is read."""

from pathlib import Path

from guide.content.edition_choice import CHOICE
from guide.reading.source import Place, Source

START = Place(0, 0, 0)


def read(*pairs):
    """(choice, problems) of keys with their words in lists."""
    source = Source(Path("a.yaml"), Path("."))
    node = tuple(((key, START), ([(word, START) for word in words], START)) for key, words in pairs)
    return CHOICE.read((node, START), "choice", source), source.problems


def test_cities_and_neighborhoods():
    found, problems = read(("cities", ["Oakland"]), ("neighborhoods", ["Temescal", "Downtown"]))
    assert found.cities == ("Oakland",) and found.neighborhoods == ("Temescal", "Downtown") and not problems


def test_british_spelling_is_guessed():
    _, [problem] = read(("neighbourhoods", ["Temescal"]))
    assert "neighborhoods" in str(problem)
