"""The only office of a listing and the whole listing as one: what each of them gives, and what is equal once."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from guide import model

ONE_OF = ("email", "website", "hours")  # what stands once behind a bar
ALL_OF = ("phones", "emails", "websites")  # of which there are several, each printed once


def of_the_whole(listing: model.Listing) -> model.Location:
    """What a listing gives for all of its offices; of one that meets online alone, the address to join it."""
    written = listing.email or listing.website or listing.emails or listing.websites
    reachable = listing.locations or listing.phones or written
    links = () if reachable or listing.closed else (each.link for each in listing.meetings if each.link)
    return model.Location(
        phones=listing.phones,
        email=listing.email,
        website=listing.website or next(iter(links), ""),
        emails=listing.emails,
        websites=listing.websites,
        hours=listing.hours,
        hours_untranslated=listing.hours_untranslated,
    )


def whole_of(program: model.Program) -> model.Location:
    """Where a program is, how it is reached, and when it is open."""
    return model.Location(
        name=program.location,
        phones=program.phones,
        email=program.email,
        website=program.website,
        emails=program.emails,
        websites=program.websites,
        hours=program.hours,
        hours_untranslated=program.hours_untranslated,
    )


def can_merge(location: model.Location, own: model.Location) -> bool:
    """Whether the only office of a listing and the whole do not say different things of the same."""
    return not any(
        getattr(location, key) and getattr(own, key) not in ((), "", getattr(location, key)) for key in ONE_OF
    )


def less(own: model.Location, location: model.Location) -> model.Location:
    """What is of the whole, less what its only office says too; or of an office, less what the whole says."""
    same: dict[str, Any] = {  # the empty value of each
        key: getattr(model.Location(), key) for key in ONE_OF if getattr(own, key) == getattr(location, key)
    }
    same |= {
        key: tuple(each for each in getattr(own, key) if each not in getattr(location, key)) for key in ALL_OF
    }
    return replace(own, **same)


def merge_location(location: model.Location, own: model.Location) -> model.Location:
    """The only office of a listing with what the listing gives for the whole."""
    rest = less(own, location)
    several: dict[str, Any] = {key: getattr(location, key) + getattr(rest, key) for key in ALL_OF}
    return replace(
        location,
        **several,
        email=location.email or own.email,
        website=location.website or own.website,
        hours=location.hours or own.hours,
        hours_untranslated=location.hours_untranslated if location.hours else own.hours_untranslated,
    )


def said_once(
    own: model.Location, offices: Sequence[model.Location]
) -> tuple[model.Location, tuple[model.Location, ...]]:
    """What is of the whole, with what all of its offices have alike; and the offices without what that says."""
    first, *others = offices
    found: dict[str, Any] = {}
    for key in ONE_OF:
        alike = (
            getattr(first, key) if all(getattr(each, key) == getattr(first, key) for each in others) else ()
        )
        found |= {key: alike} if alike and not getattr(own, key) else {}
    if "hours" in found:
        found["hours_untranslated"] = first.hours_untranslated
    for key in ALL_OF:
        alike = (each for each in getattr(first, key) if all(each in getattr(other, key) for other in others))
        found[key] = tuple(dict.fromkeys((*getattr(own, key), *alike)))
    whole = replace(own, **found)
    bare = tuple(less(each, whole) for each in offices)
    return (own, tuple(offices)) if model.Location() in bare else (whole, bare)
