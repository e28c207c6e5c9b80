"""What of a listing stands where: the key of its numbers and hours in the content, told with the tags that hold them."""

from guide import model
from guide.layout.tags import Shown

Owner = model.Listing | model.Location | model.Program


def shown_phone(listing: model.Listing, phone: model.Phone) -> Shown | None:
    """Which number of a listing it is; None for one of no place of it."""
    for key, place in keyed_places(listing):
        for index, each in enumerate(place.phones):
            if each is phone:
                return Shown(listing.id, f"{key}phones", index)
    return None


def shown_hours(listing: model.Listing, location: model.Location, index: int) -> Shown | None:
    """Which line of hours of a listing it is, as an office gives it that may have them from the whole."""
    for key, place in keyed_places(listing):
        if place.hours and place.hours is location.hours:
            return Shown(listing.id, f"{key}hours", index)
    for key, place in keyed_places(listing):  # of the second language, or written in one line
        mark = None if isinstance(place, model.Program) else place.hours_mark
        if place.hours and (mark == location.hours_mark if mark else place.hours == location.hours):
            return Shown(listing.id, f"{key}hours", index)
    return None


def keyed_places(listing: model.Listing) -> list[tuple[str, Owner]]:
    """(key, place) of whatever has numbers and hours: the whole with "", the others as "locations.0."; list."""
    offices = ((f"locations.{place}.", each) for place, each in enumerate(listing.locations))
    programs = ((f"programs.{place}.", each) for place, each in enumerate(listing.programs))
    return [("", listing), *offices, *programs]
