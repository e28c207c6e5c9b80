"""What there is to choose from where an edition is made: sections, listings, topics, places, languages of the guide itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from guide.content.choose.rules import neighborhood_of, places
from guide.content.translations import translated_languages
from guide.language.files import language_name
from guide.language.sorting import sort_key
from guide.model import Guide
from guide.project import Project
from guide.studio.shapes import LINES, shapes_of
from guide.studio.wording import StudioWords

NONE = "no"  # the word for none of them
OR_NONE = ("index", "help", "own_pages")  # keys that may say no


class Known(NamedTuple):
    """Something that can be chosen."""

    value: str  # as the file has it
    label: str


def known_of(project: Project, words: StudioWords) -> dict[str, list[Known]]:
    """{path of a field: what there is to choose from}; fields of which nobody knows that are left out."""
    found = dict(words_of_keys(words))
    if project.guide:
        found |= dict(words_of_guide(project.guide, project, words))
    for key in OR_NONE:
        if found.get(key):
            found[key] = [*found[key], Known(NONE, words("editions.none_of_these"))]
    return {path: some for path, some in found.items() if some}


def words_of_keys(words: StudioWords) -> Iterator[tuple[str, list[Known]]]:
    """Yield (path, words) of the keys whose table names them."""
    for each in shapes_of("an edition file"):
        if each.control == LINES and each.choices:
            labels = (words(f"editions.words.{each.key}.{value}") for value in each.choices)
            yield each.key, [Known(value, label) for value, label in zip(each.choices, labels)]


def words_of_guide(guide: Guide, project: Project, words: StudioWords) -> Iterator[tuple[str, list[Known]]]:
    """Yield (path, what the guide has of it)."""
    listings = [Known(each.id, each.name or each.id) for each in guide.listings]
    where = [place for each in guide.listings for place in places(each)]
    cities, parts = sorted_words(each.city for each in where), sorted_words(map(neighborhood_of, where))
    codes = [guide.language, *translated_languages(project.folder)]
    languages = [Known(code, language_name(code, words.language)) for code in dict.fromkeys(codes)]
    yield "choice-sections", [Known(each.id, each.title or each.id) for each in guide.sections]
    yield "choice-listings", listings
    yield "choice-leave_out", listings
    yield "choice-services", sorted_words(word for each in guide.listings for word in each.services)
    yield "choice-audience", sorted_words(word for each in guide.listings for word in each.audience)
    yield "choice-cities", cities
    yield "choice-neighborhoods", parts
    yield "choice-states", sorted_words(each.state_province for each in where)
    yield "city_order", cities
    yield "neighborhood_order", [*parts, *cities]
    yield "languages", languages
    yield "own_pages", [Known(each.id, each.title) for each in guide.own_pages]


def sorted_words(found: Iterable[str]) -> list[Known]:
    """Words from A to Z, each once whatever its capitals."""
    once: dict[str, str] = {}
    for word in found:
        if word:
            once.setdefault(word.casefold(), word)
    return [Known(word, word) for word in sorted(once.values(), key=lambda word: sort_key(word, "en"))]
