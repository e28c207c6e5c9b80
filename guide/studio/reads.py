"""What the program has understood of an owner: hours as on the page, numbers as they are printed, texts with their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from guide.content.checks.wording import reading_grade
from guide.content.edit import Plain
from guide.expressions import expression
from guide.model import COSTS, Guide, Listing
from guide.studio.owners import GUIDE_KIND, LISTING, PAGE_KIND, SECTION_KIND, Owner
from guide.studio.studio import Studio

TEXTS: Mapping[str, tuple[str, ...]] = {
    LISTING: ("description",),
    SECTION_KIND: ("introduction",),
    GUIDE_KIND: ("closing_notes",),
    PAGE_KIND: ("text",),
}  # the keys that are texts
LEAST_WORDS = 30  # a grade of fewer words says nothing
MENTION = expression(r"\[\[\s*([^\]\s]+)\s*\]\]")
LINK = expression(r"\[([^\]]*)\]\([^)]*\)")
SIGNS = expression(r"[*_#>`]+|^\s*[-+]\s|^\s*\d+\.\s", re.MULTILINE)
LANGUAGE_END = expression(r",|;| and ")
Answer = dict[str, Any]


def reads_as(studio: Studio, owner: Owner) -> Answer:
    """What the program has understood."""
    found = {"texts": texts_of(studio, owner)}
    listing = listing_of(studio.seen.project.guide, owner)
    return found | {"hours": hours_of(listing), "phones": phones_of(listing)} if listing else found


def listing_of(guide: Guide | None, owner: Owner) -> Listing | None:
    """The listing that is meant, None for none."""
    if guide is None or owner.kind != LISTING:
        return None
    return next((each for each in guide.listings if each.id == owner.id), None)


def hours_of(listing: Listing) -> Answer:
    """{path of a field: its hours as they are printed, and whether they are understood}, of the whole and of its offices."""
    found = {"hours": (listing.hours, listing.opening)}
    found |= {f"locations-{n}-hours": (each.hours, each.opening) for n, each in enumerate(listing.locations)}
    return {
        path: {"lines": list(lines), "understood": opening is not None}
        for path, (lines, opening) in found.items()
    }


def phones_of(listing: Listing) -> Mapping[str, str]:
    """{number as it is typed: as it is printed}, where that differs."""
    typed = [(phone.number, phone.printed) for phone in listing.all_phones]
    return {number: printed for number, printed in typed if printed != number}


def texts_of(studio: Studio, owner: Owner) -> Answer:
    """{key of a text: its words, the grade of school that it needs, and the listings that it mentions}."""
    if owner.kind not in TEXTS:
        return {}
    values = studio.seen.owners.values_of(owner)
    found = {key: values.get(key) for key in TEXTS[owner.kind]}
    return {key: about(studio, text) for key, text in found.items() if isinstance(text, str) and text.strip()}


def about(studio: Studio, text: str) -> Answer:
    """What is said of a text below it."""
    guide = studio.seen.project.guide
    words = SIGNS.sub(" ", LINK.sub(r"\1", MENTION.sub(" ", text)))
    count = sum(1 for word in words.split() if any(map(str.isalnum, word)))
    is_english = guide is None or guide.language.partition("-")[0] == "en"
    has_grade = is_english and count >= LEAST_WORDS
    known = studio.seen.owners.listings
    mentioned = [Owner(LISTING, own) for own in dict.fromkeys(MENTION.findall(text)) if own in known]
    return {
        "words": count,
        "grade": max(1, round(reading_grade(words))) if has_grade else None,
        "mentions": [{"owner": str(each), "name": studio.name_of(each)} for each in mentioned],
    }


def said_before(studio: Studio) -> dict[str, list[str]]:
    """{kind of words: those that the guide has already}, in their order."""
    guide = studio.seen.project.guide
    listings = guide.listings if guide else ()
    return {
        "topics": once(each.services for each in listings),
        "audience": once(each.audience for each in listings),
        "cost": [
            *COSTS,
            *once([each.content] for listing in listings for each in listing.cost if each.least),
        ],
        "languages": once(
            languages_in(studio.seen.owners.values_of(Owner(LISTING, each)))
            for each in studio.seen.owners.listings
        ),
    }


def languages_in(values: Mapping[str, Plain]) -> list[str]:
    """The languages of a listing, as they are written."""
    found = values.get("languages", [])
    lines = found if isinstance(found, list) else [found]
    return [word.strip() for each in lines if isinstance(each, str) for word in LANGUAGE_END.split(each)]


def once(many: Iterable[Iterable[str]]) -> list[str]:
    """Words that are said, each once, by the alphabet."""
    return sorted({word for words in many for word in words if word}, key=str.casefold)
