"""Which lines stop at which stops: read from the longest table of a timetable, of which only what is near is kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from guide.transit.feed import Feed
from guide.transit.modes import mode_of
from guide.transit.names import clean, readable
from guide.transit.near import Stop

NOT = {"1", "2"}  # nobody is let in or out, or only who has called before


class Line(NamedTuple):
    """A line: what runs there, its name, and who runs it."""

    mode: str  # one of guide.language.ways.MODES
    name: str
    agency: str


def read_lines(feed: Feed, stops: Mapping[str, Stop], runs: Callable[[str], bool]) -> dict[str, set[Line]]:
    """{key of a stop: the lines that stop there}; `runs` says of a service whether it does."""
    near = {platform: key for key, stop in stops.items() for platform in stop.platforms}
    found: dict[str, set[str]] = {key: set() for key in stops}
    for route, keys in set(routes_at(feed, near, runs)) if near else ():
        for key in keys:
            found[key].add(route)
    routes = read_routes(feed) if any(found.values()) else {}
    return {key: {routes[route] for route in some if route in routes} for key, some in found.items()}


def routes_at(
    feed: Feed, near: Mapping[str, str], runs: Callable[[str], bool]
) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield (route, keys of stops) for each trip that stops at one."""
    trips = stops_of_trips(feed, near)
    for trip, route, service in feed.table("trips.txt", ("trip_id", "route_id"), ("service_id",)):
        keys = trips.get(trip)
        if keys and runs(service):
            yield route, keys


def stops_of_trips(feed: Feed, near: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """{trip: keys of the stops near us where it stops}; trips with the same ones share them."""
    trips: dict[str, frozenset[str]] = {}
    shared: dict[frozenset[str], frozenset[str]] = {}
    table = feed.table("stop_times.txt", ("trip_id", "stop_id"), ("pickup_type", "drop_off_type"))
    for trip, platform, pickup, drop_off in table:
        key = near.get(platform)
        if key is None or {pickup.strip(), drop_off.strip()} <= NOT:
            continue
        keys = trips.get(trip, NOTHING)
        if key not in keys:
            more = keys | {key}
            trips[trip] = shared.setdefault(more, more)
    return trips


NOTHING: frozenset[str] = frozenset()


def read_routes(feed: Feed) -> dict[str, Line]:
    """The lines by the ids of their routes."""
    agencies = read_agencies(feed)
    columns = ("route_short_name", "route_long_name", "route_type", "agency_id")
    alone = next(iter(agencies.values())) if len(agencies) == 1 else ""
    return {
        route: Line(mode_of(kind.strip()), clean(short) or readable(long), agencies.get(agency, alone))
        for route, short, long, kind, agency in feed.table("routes.txt", ("route_id",), columns)
    }


def read_agencies(feed: Feed) -> dict[str, str]:
    """The names of who runs the lines, by their ids."""
    if not feed.has("agency.txt"):
        return {}
    return {id: clean(name) for id, name in feed.table("agency.txt", (), ("agency_id", "agency_name"))}


def by_number(name: str) -> tuple[tuple[bool, int, str], ...]:
    """For sorting names of lines as people do: 9 comes before 14, 14 before 14R."""
    parts = re.findall(r"[0-9]+|[^0-9]+", name.casefold())
    return tuple((not part.isdigit(), int(part[:9]) if part.isdigit() else 0, part) for part in parts)
