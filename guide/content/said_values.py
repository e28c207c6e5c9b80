"""What content says as a value, in the words of its guide's own language: hours, and languages by their codes."""

from dataclasses import replace
from typing import Any, TypeVar

from guide.content.unit_texts import says_itself
from guide.language.hours_lines import hours_lines
from guide.language.hours_words import HoursWords
from guide.model import Guide, Listing, Location, Program

Owner = TypeVar("Owner", Listing, Location, Program)


def say_hours(guide: Guide, words: HoursWords) -> Guide:
    """The guide with its hours in the words of its language, where they can be said in any."""
    sections = (
        replace(section, listings=tuple(_with_hours(each, words) for each in section.listings))
        for section in guide.sections
    )
    return replace(guide, sections=tuple(sections))


def _with_hours(listing: Listing, words: HoursWords) -> Listing:
    def said(owner: Owner) -> Owner:
        return (
            replace(owner, hours=hours_lines(owner.opening, words))
            if owner.hours and says_itself(owner.opening)
            else owner
        )

    return said(
        replace(
            listing,
            locations=tuple(map(said, listing.locations)),
            programs=tuple(map(said, listing.programs)),
        )
    )


def say_languages(guide: Guide) -> Guide:
    """The guide with the names of languages in its own, where content gives their codes."""
    if not any(_is_coded(each) for each in guide.listings):
        return guide
    sections = (
        replace(section, listings=tuple(_with_names(each, guide.language) for each in section.listings))
        for section in guide.sections
    )
    return replace(guide, sections=tuple(sections))


def _is_coded(listing: Listing) -> bool:
    owners: tuple[Listing | Location | Program, ...] = (listing, *listing.locations, *listing.programs)
    return any(each.language_codes for each in owners)


def _with_names(listing: Listing, language: str) -> Listing:
    if not _is_coded(listing):
        return listing
    return replace(
        listing,
        **names_of(listing, language),
        locations=tuple(replace(each, **names_of(each, language)) for each in listing.locations),
        programs=tuple(replace(each, **names_of(each, language)) for each in listing.programs),
    )


def names_of(owner: Listing | Location | Program, language: str) -> dict[str, Any]:
    """Names and codes of an owner's languages, {} without codes; where one of them is not known, no codes: it is a text."""
    from guide.language.tongues import code_of, name_of, named  # slow to load, and few guides have codes

    items = owner.language_codes
    codes = [code_of(each, language) for each in items]
    if items and all(codes):
        own = tuple(dict.fromkeys(codes))
        return {"languages": named(own, language), "language_codes": own}
    names = (name_of(code, language) if code else item for code, item in zip(codes, items))
    return {"languages": ", ".join(names), "language_codes": ()} if items else {}
