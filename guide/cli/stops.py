"""The command stops: public transport near the offices of a guide, offered for how to get there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from guide.cli.options import content_option, today_option
from guide.cli.terminal import Progress, count, echo, report
from guide.errors import GuideError, Problem
from guide.output import Edited, write_edited

if TYPE_CHECKING:  # see build
    from guide.model import Guide, Listing
    from guide.transit.offer import NearStop
    from guide.transit.offices import Office, Offices

METRES = {"m": 1.0, "km": 1000.0, "ft": 0.3048, "yd": 0.9144, "mi": 1609.344}
USUAL, FARTHEST = "400m", 5000.0


class Offer(NamedTuple):
    """An office with the stops near it, and what is offered to be written."""

    office: Office
    stops: Sequence[NearStop]
    text: str  # "" where no line stops near it


def walking(context: click.Context, parameter: click.Parameter, value: str) -> float:
    """A distance in metres; wrong use if it is none."""
    found = re.fullmatch(r"(\d{1,6}(?:\.\d+)?) ?(m|km|ft|yd|mi)", value.strip().lower())
    metres = float(found[1]) * METRES[found[2]] if found else 0
    if not found or not 10 <= metres <= FARTHEST:
        raise click.BadParameter(
            f"{value} is no distance from 10m to 5km; write a number with m, km, ft, yd or mi, such as 400m or 0.25mi."
        )
    return metres


@click.command()
@content_option
@click.argument("feeds", metavar="FEED...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--within",
    metavar="DISTANCE",
    default=USUAL,
    show_default=True,
    callback=walking,
    help="How far people walk to a stop: 400m, 0.25mi.",
)
@click.option(
    "--take",
    "ids",
    metavar="ID",
    multiple=True,
    help="Write what is offered into this listing, if it does not say yet how to get there. May be given several times.",
)
@click.option(
    "--all-empty", is_flag=True, help="Write it into every listing that does not say yet how to get there."
)
@today_option
def stops(
    content: Path, feeds: tuple[Path, ...], within: float, ids: tuple[str, ...], all_empty: bool, today: date
) -> None:
    """Show which stops of public transport are near, and offer a sentence for "Getting there".

    FEED is the timetable of an agency: a GTFS zip, or the folder that it unpacks to. Listings need latitude and longitude in their
    locations. Nothing is written without --take or --all-empty, and nothing that is there is ever written over.
    """
    from guide.transit.offer import find_stops  # see build
    from guide.transit.offices import offices_of

    guide = opened(content)
    asked = asked_for(guide, ids)
    offices = offices_of(guide)
    with Progress() as progress:
        found = find_stops(feeds, [each.point for each in offices.on_map], within, today, progress)
    offers = list(offers_of(guide, offices.on_map, found.stops))
    shown = [each for each in offers if not asked or all_empty or each.office.listing.id in asked]
    if not ids and not all_empty:
        tell_offers(shown, guide.country)
    report(found.problems)
    refuse(asked, offers, offices)
    wanted = [each for each in shown if (ids or all_empty) and each.text and not each.office.way]
    for office, text in write_ways(content, {each.office.key: each.text for each in wanted}).items():
        echo(f"{title(office)}: {text} ({office.listing.mark})")
    tell_counts(offices, offers, len(wanted) if ids or all_empty else None)


def opened(content: Path) -> Guide:
    """The guide of a folder. Raises GuideError where it cannot be read."""
    from guide.content.load import load_guide  # see build

    guide, problems = load_guide(content)
    if guide is None:
        raise GuideError(problems)
    return guide


def asked_for(guide: Guide, ids: Iterable[str]) -> dict[str, Listing]:
    """The listings that are named, by their ids. Raises GuideError that names every one there is not."""
    from guide.cli.verify import find_listings

    return {each.id: each for each in find_listings(guide, dict.fromkeys(ids))}


def offers_of(
    guide: Guide, offices: Iterable[Office], stops: Iterable[Sequence[NearStop]]
) -> Iterator[Offer]:
    """Yield what is offered for each office, in the language of the guide."""
    from guide.language.ways import ways_text  # see build
    from guide.transit.offer import offered

    for office, near in zip(offices, stops):
        yield Offer(office, near, ways_text(offered(near, guide.country), guide.language))


# --- what is written --------------------------------------------------------------------------------


def refuse(asked: Mapping[str, Listing], offers: Sequence[Offer], offices: Offices) -> None:
    """Raise GuideError that names every listing that was asked for and cannot get a way."""
    from guide.problems.transit import NO_WAY  # see build

    problems: list[Problem] = []
    for id, listing in asked.items():
        reason = why_not([each for each in offers if each.office.listing.id == id], listing)
        if reason:
            problems.append(NO_WAY.at(listing.mark, name=listing.name, reason=reason, id=id))
    if problems:
        raise GuideError(problems)


def why_not(offers: Sequence[Offer], listing: Listing) -> str:
    """Why nothing can be written for a listing; "" where something can."""
    if not listing.printed or listing.gone:
        return "it is not printed"
    if not offers:
        return "none of its locations may be told and has latitude and longitude"
    if all(each.office.way for each in offers):
        return "it says already how to get there, and that is never written over"
    return "" if any(each.text and not each.office.way for each in offers) else "no line stops near it"


def write_ways(content: Path, ways: Mapping[tuple[str, str, tuple[float, float]], str]) -> dict[Office, str]:
    """Write ways into the files of listings, all or none, where still nothing stands; what was written."""

    def edit() -> tuple[dict[Office, str], Edited]:
        from guide.transit.offices import offices_of  # see build
        from guide.transit.write import way_files

        offices = offices_of(opened(content)).on_map
        written = {each: ways[each.key] for each in offices if each.key in ways and not each.way}
        return written, way_files(written)

    return write_edited(edit) if ways else {}


# --- what is said -----------------------------------------------------------------------------------


def title(office: Office) -> str:
    """An office by its name and the id of its listing."""
    name = f"{office.listing.name}, {office.name}" if office.name else office.listing.name
    return f"{name} ({office.listing.id})"


def tell_offers(offers: Iterable[Offer], country: str) -> None:
    """Print the stops near each office, and what is offered."""
    for offer in offers:
        if offer.stops:
            echo(f"{title(offer.office)}: {offer.office.listing.mark}", bold=True)
            for stop in offer.stops:
                echo(f"    {stop_words(stop, country)}")
            way = offer.office.way
            echo(f"    stands   {way}" if way else f"    offered  {offer.text or 'nothing'}")


def stop_words(stop: NearStop, country: str) -> str:
    """A stop, how far it is, and what stops there."""
    from guide.language.ways import ENGLISH_WAYS, walk_of, walk_text  # see build
    from guide.transit.lines import by_number

    lines = sorted(stop.lines, key=lambda each: (each.mode, by_number(each.name), each.agency))
    agencies = {each.agency for each in lines}
    names = [f"{each.mode} {each.name}".strip() for each in lines]
    if len(agencies) > 1:
        names = [f"{name} ({each.agency})" for name, each in zip(names, lines)]
    wheels = {True: ", wheelchair accessible", False: ", not wheelchair accessible", None: ""}
    far = walk_text(walk_of(stop.metres, country), ENGLISH_WAYS)
    return f"{stop.name or 'a stop without a name'}, {far}{wheels[stop.accessible]}: {', '.join(names) or 'no line stops there'}"


def tell_counts(offices: Offices, offers: Sequence[Offer], written: int | None) -> None:
    """Say how many offices have what, and what to do next."""
    near = [each for each in offers if each.text]
    empty = sum(not each.office.way for each in near) - (written or 0)
    echo(f"{count(len(offers), 'office')} on the map, {len(near):,} with a line nearby.", bold=True)
    if written is not None:
        echo(f"Getting there was written into {count(written, 'office')}.")
    if empty:
        echo(
            f"{count(empty, 'office')} with an offer and nothing on how to get there: --take ID writes it, --all-empty all."
        )
    if offices.off_map:
        echo(
            f"{count(len(offices.off_map), 'listing')} with a street and no place on the map, such as {offices.off_map[0].id}: "
            "write latitude and longitude into the location."
        )
