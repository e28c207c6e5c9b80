"""Sections under subheadings: their listings by city or neighborhood, or by the days on which they are open."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from guide.content.choose.rules import neighborhood_of, places
from guide.language.hours_words import ENGLISH_HOURS
from guide.language.sorting import sort_key
from guide.model import (
    Address,
    Entry,
    Group,
    Listing,
    Location,
    Meeting,
    OpeningHours,
    OpeningRule,
    Section,
    ServiceArea,
)
from guide.model.late import Minutes, is_sure, late_of
from guide.model.order import ALWAYS, BY_APPOINTMENT, BY_CITY, BY_DAY, BY_NEIGHBORHOOD, CALL_FIRST, EVERY_DAY

NO_TIME = 24 * 60 + 1  # minutes: what has no time of the day comes last
DAYLIGHT = 6 * 60  # when a day by the sun begins, about
GROUPED = (BY_CITY, BY_NEIGHBORHOOD, BY_DAY)

Rules = tuple[OpeningRule, ...]
PlaceOf = Callable[[Listing], tuple[str, str]]  # a name, and what it lies in
Days = Mapping[int, Rules]  # by what the subheading says, see guide.model.order: when it is open then


class Standing(NamedTuple):
    """An entry with what puts it into order under its subheading."""

    key: tuple[object, ...]
    entry: Entry


def grouped(
    section: Section, order: str, first: Sequence[str], there: Mapping[str, Listing], language: str
) -> Section:
    """A section with its subheadings, and its listings in the order in which they stand whole.

    `first` come first in the order by city or neighborhood; `there` has every listing that is printed, by id.
    """
    if order not in GROUPED:
        return section
    own = [(each, True) for each in section.listings]
    own += [(there[each.id], False) for each in section.references if each.id in there]
    place_of = {BY_CITY: _city_of, BY_NEIGHBORHOOD: _part_of}.get(order)
    groups = _place_groups(own, place_of, first, language) if place_of else _day_groups(own)
    by_id = {listing.id: listing for listing in section.listings}
    whole = (by_id[entry.id] for group in groups for entry in group.entries if entry.whole)
    return replace(section, listings=tuple(whole), groups=groups)


# --- by place ----------------------------------------------------------------------------------------


def _place_groups(
    listings: Iterable[tuple[Listing, bool]], place_of: PlaceOf, first: Sequence[str], language: str
) -> tuple[Group, ...]:
    """Those of each place, with where it is if two have one name; who is in none comes last."""
    found: dict[tuple[str, str], list[Entry]] = {}
    for listing, whole in listings:
        found.setdefault(place_of(listing), []).append(Entry(listing.id, whole))
    wanted = {name.casefold(): place for place, name in enumerate(first)}
    names = [name.casefold() for name, _ in found]

    def key(place: tuple[str, str]) -> tuple[object, ...]:
        name, around = place
        rank = wanted.get(name.casefold(), len(wanted))
        return not name, rank, sort_key(name, language), sort_key(around, language)

    return tuple(
        Group(", ".join(filter(None, place)) if names.count(place[0].casefold()) > 1 else place[0], entries)
        for place, entries in ((place, tuple(found[place])) for place in sorted(found, key=key))
    )


def _city_of(listing: Listing) -> tuple[str, str]:
    """City and state of the first place of a listing that has a city; ("", "") where none has."""
    first: Address | ServiceArea | None = next((place for place in places(listing) if place.city), None)
    return (first.city, first.state_province) if first else ("", "")


def _part_of(listing: Listing) -> tuple[str, str]:
    """Neighborhood and city of the first place of a listing that has a neighborhood; else what stands for its city."""
    first = next((place for place in places(listing) if neighborhood_of(place)), None)
    return (neighborhood_of(first), first.city) if first else _city_of(listing)


# --- by day -----------------------------------------------------------------------------------------


def _day_groups(listings: Iterable[tuple[Listing, bool]]) -> tuple[Group, ...]:
    """Those of each day by their times: whole under the first of their days, in rows under the others."""
    found: dict[int, list[Standing]] = {}
    for number, (listing, whole) in enumerate(listings):
        for place, (day, row) in enumerate(rows_of(listing)):
            here = whole and not place
            entry = Entry(listing.id) if here else row
            found.setdefault(day, []).append(Standing((_begin(row.times), number, place), entry))
    return tuple(
        Group(day, tuple(standing.entry for standing in sorted(found[day], key=lambda each: each.key)))
        for day in sorted(found)
    )


def rows_of(listing: Listing) -> list[tuple[int, Entry]]:
    """A row for each day on which a listing is open, or for each meeting on each of its days; by days and times."""
    if listing.closed or not listing.meetings:
        return [(day, Entry(listing.id, False, times)) for day, times in sorted(days_of(listing).items())]
    rows = [
        (day, Entry(listing.id, False, times, meeting, number, _place_of(meeting, listing)))
        for number, meeting in enumerate(listing.meetings)
        for day in range(7)
        if (times := tuple(_on(day, meeting.hours.rules)))
    ]
    return sorted(rows, key=lambda row: (row[0], _begin(row[1].times), row[1].number))


def _place_of(meeting: Meeting, listing: Listing) -> Location | None:
    """Where a meeting is; None where it is online alone, or its listing has no place."""
    if meeting.location:
        return next((each for each in listing.locations if each.name == meeting.location), None)
    return None if "online" in meeting.formats else next(iter(listing.locations), None)


def days_of(listing: Listing) -> Days:
    """The days on which a listing is open, each with its times then; or what is said in the place of days."""
    openings = [] if listing.closed else list(_openings(listing))
    if any(late_of(opening).always for opening in openings):
        return {ALWAYS: ()}
    rules = [rule for opening in openings for rule in opening.rules]
    sure = [rule for rule in rules if is_sure(rule) and (rule.spans or rule.daylight)]
    days = {day: tuple(_on(day, sure)) for day in range(7)}
    days = {day: times for day, times in days.items() if times}
    if (
        len(days) == 7
        and len({tuple(replace(each, days=()) for each in times) for times in days.values()}) == 1
    ):
        return {EVERY_DAY: tuple(replace(each, days=()) for each in days[0])}
    if days:
        return days
    asked = any(rule.comment.lower() == ENGLISH_HOURS.by_appointment for rule in rules if not rule.closed)
    return {BY_APPOINTMENT if asked else CALL_FIRST: ()}


def _openings(listing: Listing) -> Iterator[OpeningHours]:
    """Yield the hours of a listing, of its offices and its programs that can be computed with."""
    for owner in listing.places:
        if owner.opening:
            yield owner.opening


def _on(day: int, rules: Iterable[OpeningRule]) -> Iterator[OpeningRule]:
    """Yield the rules of a day, cut to it, those that differ in their times alone as one."""
    found: dict[OpeningRule, list[Minutes]] = {}
    for rule in rules:
        if day in (rule.days or range(7)):
            found.setdefault(replace(rule, days=(day,), spans=()), []).extend(rule.spans)
    for rule, spans in found.items():
        yield replace(rule, spans=tuple(_joined(spans)))


def _joined(spans: Iterable[Minutes]) -> Iterator[Minutes]:
    """Yield times of a day in their order, those that overlap as one."""
    begin, end = -1, -1
    for first, last in sorted(spans, key=lambda span: (span[0], span[1] is None, span[1] or 0)):
        if last is None or begin < 0 or first > end:
            if begin >= 0:
                yield begin, end
            if last is None:  # with an open end
                yield first, None
                begin = -1
                continue
            begin, end = first, last
        else:
            end = max(end, last)
    if begin >= 0:
        yield begin, end


def _begin(times: Rules) -> int:
    """The minute of the day when the first of these times begins."""
    begins = [rule.spans[0][0] if rule.spans else DAYLIGHT for rule in times]
    return min(begins, default=NO_TIME)
