"""What can only be judged when every file has been read."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from guide.content.checks.base import every_text
from guide.content.choose.rules import folded, neighborhood_of, places
from guide.content.leaks import digest_street, digests_in
from guide.errors import Mark, Problem
from guide.model import Listing, OwnPage, Section
from guide.pictograms import PICTOGRAMS, name_of, path_of
from guide.problems import content as kinds
from guide.problems.prose import UNKNOWN_MENTION
from guide.reading.fields import closest
from guide.reading.source import MAX_PROBLEMS, Secret, Source


def check_together(
    sources: Sequence[Source],
    sections: Sequence[Section],
    complete: bool,
    pages: Sequence[OwnPage] = (),
) -> Iterator[Problem]:
    """The problems between the files; mentions are judged only if every section could be read."""
    listings = [listing for section in sections for listing in section.listings]
    yield from islice(check_ids(sections, "section"), MAX_PROBLEMS)
    yield from islice(check_ids(listings, "listing"), MAX_PROBLEMS)
    yield from check_icons(sections)
    yield from check_blanks(sources)
    yield from islice(check_leaks(sources, sections, pages), MAX_PROBLEMS)
    yield from check_city_orders(sections, listings)
    if complete:
        yield from islice(check_mentions(sources, {listing.id for listing in listings}), MAX_PROBLEMS)


def check_ids(things: Iterable[Listing | Section], kind: str) -> Iterator[Problem]:
    """A problem for every id that an earlier section or listing has already."""
    first: dict[str, Listing | Section] = {}
    for thing in things:
        other = first.setdefault(thing.id, thing)
        if other is not thing and thing.id:
            name = getattr(thing, "name", "") or getattr(thing, "title", "")
            yield kinds.DUPLICATE_ID.at(thing.mark, name=name, id=thing.id, thing=kind, place=other.mark)


def check_icons(sections: Sequence[Section]) -> Iterator[Problem]:
    """A problem for every pictogram that an earlier section has already, and for every section that has none beside others."""
    first: dict[str, Section] = {}
    for section in sections:
        other = first.setdefault(path_of(section.icon), section) if section.icon else section
        if other is not section:
            icon = name_of(section.icon)
            yield kinds.ICON_TWICE.at(section.mark, first=other.title, title=section.title, icon=icon)
    free = next((name for name, each in PICTOGRAMS.items() if each.path not in first), "")
    for section in sections if first else ():
        if not section.icon:
            kind = kinds.ICONS_MISSING if free else kinds.ICONS_TOO_FEW
            yield kind.at(section.mark, title=section.title, free=free, count=len(PICTOGRAMS))


def check_city_orders(sections: Sequence[Section], listings: Sequence[Listing]) -> Iterator[Problem]:
    """A problem for every city and neighborhood in the order of a section that no listing is in."""
    if not any(section.city_order or section.neighborhood_order for section in sections):
        return
    cities = [place.city for listing in listings for place in places(listing)]
    parts = [neighborhood_of(place) for listing in listings for place in places(listing)] + cities
    for section in sections:
        orders = (
            (section.city_order, cities, kinds.CITY_ORDER),
            (section.neighborhood_order, parts, kinds.NEIGHBORHOOD_ORDER),
        )
        for wanted, there, kind in orders:
            for word in wanted:
                if word.casefold() not in folded(there):
                    near = closest(word, dict.fromkeys(filter(None, there)))
                    yield kind.at(section.mark, title=section.title, word=word, near=near)


def check_blanks(sources: Iterable[Source]) -> Iterator[Problem]:
    """A warning for every key that has values of nothing but spaces, with their number."""
    places: defaultdict[str, list[Mark]] = defaultdict(list)
    for source in sources:
        for key, mark in source.blanks:
            places[key].append(mark)
    for key, marks in places.items():
        kind = kinds.BLANKS if len(marks) > 1 else kinds.BLANK
        yield kind.at(marks[0], key=key, count=len(marks))


def check_leaks(
    sources: Iterable[Source], sections: Iterable[Section], pages: Iterable[OwnPage] = ()
) -> Iterator[Problem]:
    """A warning for every listing, introduction and page with the street of another listing's confidential address."""
    secrets = {secret.digest: secret for source in sources for secret in source.secrets}
    holders: list[tuple[Section | Listing | OwnPage, ...]] = [(each, *each.listings) for each in sections]
    for things in (*holders, tuple(pages)) if secrets else ():
        for thing in things:
            found = next(find_leaks(thing, secrets), None)
            if found and getattr(thing, "printed", True):
                yield kinds.CONFIDENTIAL_ELSEWHERE.at(thing.mark, place=found.mark)


def find_leaks(thing: Listing | Section | OwnPage, secrets: Mapping[str, Secret]) -> Iterator[Secret]:
    """The secrets of others in what is printed of a listing or section; a street in another city is another street."""
    for location in getattr(thing, "locations", ()):
        address = location.address
        secret = address and secrets.get(digest_street(address.address_1))
        if (
            secret
            and secret.mark != thing.mark
            and (not secret.city or not address.city or secret.city.lower() == address.city.lower())
        ):
            yield secret
    for key, text in every_text(thing):
        if key != "address_1":
            yield from (
                secrets[digest]
                for digest in digests_in(text)
                if digest in secrets and secrets[digest].mark != thing.mark
            )


def check_mentions(sources: Iterable[Source], ids: Collection[str]) -> Iterator[Problem]:
    """A problem for every mention of a listing that does not exist."""
    for source in sources:
        for mention in source.mentions:
            if mention.id not in ids:
                near = closest(mention.id, ids)
                owner = f"{mention.owner}: " if mention.owner else ""
                yield UNKNOWN_MENTION.at(mention.mark, owner=owner, id=mention.id, near=near)
