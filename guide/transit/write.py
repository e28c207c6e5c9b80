"""Ways written into content, where nothing stands yet: everything else in the files stays as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from guide.content.edit_keys import KeyEdit, edit_file, listings_in, own_id, read_plain
from guide.content.edit_numbers import ORDER
from guide.content.plain import Plain
from guide.transit.offices import Office, Point

KEY = "transportation"
Files = Mapping[Path, tuple[bytes, bytes]]  # (bytes before, bytes now)


def way_files(ways: Mapping[Office, str]) -> Files:
    """The content files with the ways of offices written into them.

    Raises GuideError where that cannot be done without a change to anything else.
    """
    by_file: dict[Path, dict[str, dict[Office, str]]] = {}
    for office, text in ways.items():
        listing = office.listing
        by_file.setdefault(listing.mark.path, {}).setdefault(listing.id, {})[office] = text
    files: dict[Path, tuple[bytes, bytes]] = {}
    for path, some in by_file.items():
        data = path.read_bytes()
        values = {own_id(each): each for each in listings_in(read_plain(data))}
        edits = {id: edits_of(values.get(id, {}), each) for id, each in some.items()}
        files[path] = data, edit_file(data, edits, path, ORDER)
    return files


def edits_of(values: Mapping[str, Plain], ways: Mapping[Office, str]) -> Sequence[KeyEdit]:
    """The edits of a listing: its own key, or that of its offices where it has several."""
    whole = [text for office, text in ways.items() if not office.has_own]
    if whole:
        return [KeyEdit(KEY, whole[0])]
    return [KeyEdit("locations", with_ways(values.get("locations", []), ways))]


def with_ways(locations: Plain, ways: Mapping[Office, str]) -> Plain:
    """The offices of a listing with their ways."""
    at = {office.point: text for office, text in ways.items()}
    return (
        [with_way(each, at) for each in locations] if isinstance(locations, list) else with_way(locations, at)
    )


def with_way(place: Plain, ways: Mapping[Point, str]) -> Plain:
    """An office with its way, if it has none yet and is one of those that get one."""
    if not isinstance(place, dict) or place.get(KEY) or is_secret(place.get("address", "")):
        return place
    text = ways.get(point_in(place), "")
    return {**place, KEY: text} if text else place


def is_secret(address: Plain) -> bool:
    """Whether an address may be one that is told by phone alone."""
    said = address.get("confidential", "no") if isinstance(address, dict) else address or "no"
    return str(said).strip().lower() not in ("no", "false")


def point_in(place: Mapping[str, Plain]) -> Point:
    """Where an office is, as its file says it; off Africa where it says nothing that can be read."""
    try:
        return float(str(place["latitude"])), float(str(place["longitude"]))
    except (KeyError, ValueError):
        return 0.0, 0.0
