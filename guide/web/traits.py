"""What a listing is found by beside its words: the towns it is in, the languages it speaks, whether it is free."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from guide.expressions import expression
from guide.language.files import fixed_words
from guide.language.offers import BETWEEN, ENGLISH_OFFERS, codes_by_name
from guide.language.scripts import base_language
from guide.language.short_hours import listed
from guide.language.tongues import ANY
from guide.language.words import Words
from guide.model import DONATION, INSURANCE, Cost, Guide, Listing, Location, Program
from guide.model import FREE as NO_COST

FREE, PAID = "f", "p"
CLAUSE = expression(r"[.;,:(\u060c\u3002]")
BEHIND_EACH = "|"  # between several
INTERPRETER = expression(r"interpret|by phone|int[eé]rprete", re.IGNORECASE)


def traits_of(listing: Listing, guide: Guide) -> dict[str, str]:
    """The attributes of a listing that filters and search read."""
    return {
        "data_n": BEHIND_EACH.join((*listing.former_names, *listing.alternate_names)),
        "data_l": " ".join(with_families(languages_spoken(listing, guide))),
        "data_c": cost_of(listing, guide),
        "data_t": BEHIND_EACH.join(towns_of(listing)),
        "data_x": "1" if listing.closed else "",
    }


def topics_of(listing: Listing, words: Words) -> str:
    """Topics and groups of people, with the commas of the language."""
    return listed(list(dict.fromkeys((*listing.services, *listing.audience))), words.hours)


def towns_of(listing: Listing) -> Iterator[str]:
    """Yield the towns of a listing, each once."""
    cities = [each.address.city for each in listing.locations if each.address]
    cities += [each.city for each in listing.service_areas]
    yield from dict.fromkeys(filter(None, cities))


def languages_spoken(listing: Listing, guide: Guide) -> list[str]:
    """The codes of the languages that are spoken there: those of the content, and those whose names are known."""
    owners: tuple[Listing | Program | Location, ...] = (listing, *listing.programs, *listing.locations)
    coded = [code for each in owners for code in each.language_codes]
    said = ", ".join(each.languages for each in owners if each.languages and not each.language_codes)
    names = [name for text in BETWEEN.split(said) for name in CLAUSE.split(text)]
    known = known_languages(guide.language) | known_languages(guide.source_language or guide.language)
    found = [known[name.strip().casefold()] for name in names if name.strip().casefold() in known]
    found = [code.replace("_", "-") for code in found]
    return list(dict.fromkeys(coded + found + [ANY] * bool(INTERPRETER.search(said))))


def with_families(codes: Iterable[str]) -> Iterator[str]:
    """Yield codes, and behind each with a script or a region that of its language alone: zh-Hans, zh."""
    yield from dict.fromkeys(each for code in codes for each in (code, base_language(code)))


@cache
def known_languages(language: str) -> dict[str, str]:
    """The codes of languages by what a language calls them."""
    return dict(codes_by_name(base_language(language)))


def cost_of(listing: Listing, guide: Guide) -> str:
    """Whether a listing says that it is free, or what else it costs; "" where it does not say.

    By its values, or those of all its programs; by the words of its text where there are none.
    """
    said, of_parts = listing.fees_description, [each.cost for each in listing.programs]
    values = [listing.cost] if listing.cost else of_parts if not said and all(of_parts) else []
    if values:
        return FREE if all(is_free(each) for each in values) else PAID
    if not said:
        return ""
    first = CLAUSE.split(said)[0].strip().casefold()
    return FREE if first in words_for_free(guide.language) | words_for_free(guide.source_language) else PAID


def is_free(costs: Iterable[Cost]) -> bool:
    """Whether nobody has to pay: it is free, or a gift is welcome."""
    kinds = {each.kind for each in costs}
    return NO_COST in kinds and kinds <= {NO_COST, DONATION, INSURANCE}


@cache
def words_for_free(language: str) -> frozenset[str]:
    """The words that say that something is free, in a language."""
    words = list(ENGLISH_OFFERS["free"]) if base_language(language) == "en" else []
    found = fixed_words(language) if language else None
    words += [found.offers["free"]] if found and "free" in found.offers else []
    return frozenset(each.casefold() for each in words)
