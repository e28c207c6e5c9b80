"""What stands in the index: names, places and topics in their order, each row with the listing that it leads to."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from guide.expressions import expression
from guide.language.addresses import country_name, state_name
from guide.language.both import in_a_row
from guide.language.sorting import sort_key
from guide.language.words import Words
from guide.layout.compose.namesakes import Namesakes, full_name
from guide.layout.compose.office_table import city_part, is_table
from guide.model import Address, Guide, Listing, ServiceArea, topic_key

WORD = expression(r"\w+")
REPEATED = 3  # rows of a topic that are printed again under another word for it, at most
PLAIN, INSIDE, SEE, REGION = range(4)  # levels of rows


class IndexRow(NamedTuple):
    """A row: words, and the listing they lead to; a heading, a `see` and what is in no row of its own have none."""

    text: str
    listing: str = ""  # its id
    level: int = PLAIN  # INSIDE: under a heading; SEE: to the topic `text`; REGION: a state or a country
    bold: str = ""  # words before the text: a city, a topic
    second: bool = False  # a `see` from a word of the second language
    pages: tuple[
        str, ...
    ] = ()  # the listings whose pages follow a topic or a town in the place of their names
    part: str = ""  # of the listing, that the row leads to
    in_source: bool = False  # what is in bold: a town, or a topic that is not translated

    @property
    def heads(self) -> bool:
        """Whether it is a heading, which never stands alone."""
        return bool(self.bold and not self.text and not self.pages)

    @property
    def runs_in(self) -> bool:
        """Whether it is a heading and its only listing in one."""
        return bool(self.bold and self.listing)


IndexPart = tuple[str, Sequence[IndexRow]]  # its title, and what stands below it
PlaceName = Address | ServiceArea  # what names a place
Region = tuple[bool, str]  # whether it is abroad, and the state or the country; "" for neither
Named = tuple[str, str]  # a name, and the id of its listing


class Town(NamedTuple):
    """A town, or all of a state or a country, where there are listings."""

    region: Region
    name: str
    named: bool  # whether it is a town


def without_the(name: str) -> str:
    return name.removeprefix("The ")


def order(text: str, language: str) -> tuple[str | bytes, str]:
    """What sorts a text in one language or two."""
    return sort_key(in_a_row(text), language)


class NameRow(NamedTuple):
    """A name of a listing, and the full one that it is known by."""

    text: str
    full: str
    listing: Listing
    part: str = ""  # of it, whose name it is


def rows_by_name(guide: Guide, words: Words) -> list[IndexRow]:
    """Full names, short forms, other and former names, and the names of programs, sorted."""
    rows: list[NameRow] = []
    for listing in guide.listings:
        name = without_the(listing.name)
        short = listing.short_name or name
        full = without_the(full_name(listing))
        rows.append(NameRow(full, full, listing))
        if listing.short_name:
            spelt = words.versions[0].at_place.format(city=listing.short_name, name=name)
            rows.append(NameRow(spelt, full, listing))
        for other in listing.alternate_names:
            rows.append(NameRow(f"{without_the(other)}, {short}", full, listing))
        for former in listing.former_names:
            now = words.versions[0].now.format(old=without_the(former), name=short)
            rows.append(NameRow(now, full, listing))
        for program in listing.programs:
            rows.append(NameRow(f"{without_the(program.name)}, {short}", full, listing, program.key))
    texts = Namesakes(guide).apart([(row.text, row.listing.id) for row in rows])
    fulls = {row.listing.id: told for told, row in zip(texts, rows) if row.text == row.full}
    rows = [row._replace(text=told, full=fulls[row.listing.id]) for told, row in zip(texts, rows)]
    rows.sort(key=lambda row: sort_key(row.text, guide.language))
    return [IndexRow(row.text, row.listing.id, part=row.part) for row in _without_neighbours(rows)]


def _without_neighbours(rows: Sequence[NameRow]) -> Iterator[NameRow]:
    """Rows less those that stand directly next to the same listing's full entry and have no word that it lacks."""
    for place, row in enumerate(rows):
        beside = (*rows[max(0, place - 1) : place], *rows[place + 1 : place + 2])
        if (
            row.text == row.full
            or not tells_nothing(row.text, row.full)
            or not any(other.text == row.full and other.listing is row.listing for other in beside)
        ):
            yield row


def tells_nothing(text: str, full: str) -> bool:
    """Whether every word of a row is in the full entry."""
    return set(WORD.findall(text.casefold())) <= set(WORD.findall(full.casefold()))


def under(head: str, entries: Sequence[Named], language: str, in_source: bool = False) -> list[IndexRow]:
    """A heading, perhaps in the source language, with its entries in order; a single one is run in."""
    if len(entries) == 1:
        ((text, listing),) = entries
        return [IndexRow(text, listing, bold=head, in_source=in_source)]
    ordered = sorted(entries, key=lambda entry: order(entry[0], language))
    return [
        IndexRow("", bold=head, in_source=in_source),
        *(IndexRow(text, listing, INSIDE) for text, listing in ordered),
    ]


# --- places -----------------------------------------------------------------------------------------


def rows_by_place(guide: Guide, words: Words) -> list[IndexRow]:
    """Towns, under their states where there are several of these, then other countries.

    A town with more than half of the listings is not listed: every place that is not named is there.
    """
    found = towns_of(guide, words)
    largest = max(found, key=lambda town: (town.named, not town.region[0], len(found[town])), default=None)
    if not largest or 2 * len(found[largest]) <= len(guide.listings):
        largest = None
    parts = parts_of(guide, words, largest) if largest else {}
    found |= {part: {**found.get(part, {}), **parts[part]} for part in parts if part != largest}
    if largest and found[largest].keys() <= {id for part in parts.values() for id in part}:
        del found[largest]
    if len(found) == 1 and largest:
        return []
    towns = named_apart(guide, words, found)
    states = {town.region for town in towns if not town.region[0] and town.region[1] and town.named}
    rows: list[IndexRow] = []
    before: Region = (False, "")
    tables = {listing.id: listing for listing in guide.listings if is_table(listing)}
    for town in sorted(towns, key=lambda town: _place_order(town, guide.language)):
        if town.region != before and town.region[1] and (town.region[0] or len(states) > 1):
            rows.append(IndexRow("", bold=town.region[1], level=REGION))
        before = town.region
        rows += (
            [IndexRow(words.every_other_place, bold=town.name, in_source=town.named)]
            if town == largest
            else _leading_to_parts(
                under(town.name, towns[town], guide.language, town.named), found[town], tables, guide.country
            )
        )
    return rows


def _leading_to_parts(
    rows: Iterable[IndexRow],
    places: Mapping[str, tuple[str, PlaceName]],
    tables: Mapping[str, Listing],
    home: str,
) -> Iterator[IndexRow]:
    """Yield the rows of a town, each leading to that city in a listing with a table of offices."""
    for row in rows:
        place = places[row.listing][1] if row.listing in tables else None
        if isinstance(place, Address):
            row = row._replace(part=city_part(tables[row.listing], place, home))
        yield row


def _place_order(town: Town, language: str) -> tuple[bool, tuple[str | bytes, str], tuple[str | bytes, str]]:
    abroad, region = town.region
    return abroad, order(region, language), order(town.name, language)


def towns_of(guide: Guide, words: Words) -> dict[Town, dict[str, tuple[str, PlaceName]]]:
    """{town: {id: (name, place)}} of every listing, once in each town."""
    towns: dict[Town, dict[str, tuple[str, PlaceName]]] = {}
    for listing in guide.listings:
        for place in _places(listing):
            if town := town_of(place, guide, words):
                name = listing.short_name or without_the(listing.name)
                towns.setdefault(town, {}).setdefault(listing.id, (name, place))
    return towns


def parts_of(guide: Guide, words: Words, town: Town) -> dict[Town, dict[str, tuple[str, PlaceName]]]:
    """The same for every neighborhood of a town."""
    parts: dict[Town, dict[str, tuple[str, PlaceName]]] = {}
    for listing in guide.listings:
        for place in _places(listing):
            if isinstance(place, Address) and place.neighborhood and town_of(place, guide, words) == town:
                part, name = (
                    town._replace(name=place.neighborhood),
                    listing.short_name or without_the(listing.name),
                )
                parts.setdefault(part, {}).setdefault(listing.id, (name, place))
    return parts


def town_of(place: PlaceName, guide: Guide, words: Words) -> Town | None:
    """Where a place is; None where nothing is known but that it is in the guide's own country."""
    city = place.city or (place.county if isinstance(place, ServiceArea) else "")
    country = place.country or guide.country
    if abroad := country != guide.country:
        region = country_name(country, words.language)
    elif place.state_province:
        region = state_name(place.state_province, country)
    else:
        region = "" if city else country_name(country, words.language)
    if not (region or city):
        return None
    name = city or (words.statewide if place.state_province else words.nationwide)
    return Town((abroad, region), name, bool(city))


def named_apart(
    guide: Guide, words: Words, towns: Mapping[Town, Mapping[str, tuple[str, PlaceName]]]
) -> dict[Town, list[Named]]:
    """The entries of each town, listings of one name told apart."""
    namesakes, named = Namesakes(guide), words.versions[0].at_place
    found: dict[Town, list[Named]] = {}
    for town, listings in towns.items():
        texts = [(named.format(city=town.name, name=name), id) for id, (name, _) in listings.items()]
        told = namesakes.apart(texts, [place for _, place in listings.values()])
        found[town] = [
            (name + after[len(text) :], id)
            for (id, (name, _)), (text, _), after in zip(listings.items(), texts, told)
        ]
    return found


def _places(listing: Listing) -> list[PlaceName]:
    """Where a listing is and where else it works; addresses and service areas that name a place, and no postal codes."""
    addresses = [location.address for location in listing.locations if location.address]
    areas = [each for each in listing.service_areas if each.city or each.county or not each.postal_codes]
    return [place for place in addresses if place.city or place.state_province] + list(areas)


# --- topics -----------------------------------------------------------------------------------------


def entries_by_topic(guide: Guide) -> dict[str, list[Named]]:
    """{topic: its entries}."""
    groups: dict[str, list[Named]] = {}
    names = Namesakes(guide).names(lambda listing: without_the(listing.name))
    for listing in guide.listings:
        for topic in dict.fromkeys(listing.services + listing.audience):
            groups.setdefault(topic, []).append((names[listing.id], listing.id))
    return groups


def rows_by_topic(guide: Guide, seconds: Collection[str] = frozenset()) -> list[IndexRow]:
    """Topics with their listings, and other words for topics: with the same rows where these are few.

    `seconds`: words of a second language.
    """
    groups = entries_by_topic(guide)
    others = {word: topic for word, topic in guide.topic_synonyms if topic in groups and word not in groups}
    rows: list[IndexRow] = []
    for head in sorted((*groups, *others), key=lambda head: order(head, guide.language)):
        topic = others.get(head, head)
        if head in others and len(groups[topic]) > REPEATED:
            rows.append(IndexRow(topic, level=SEE, bold=head, second=head in seconds))
        else:
            rows += under(head, groups[topic], guide.language, topic_key(head) in guide.untranslated)
    return rows


# --- pages in the place of names -----------------------------------------------------------------------


def in_pages(guide: Guide, rows: Iterable[IndexRow], page_of: Callable[[str], object]) -> list[IndexRow]:
    """Rows whose groups are a line of pages each; a listing on the page of another of its group is not named again.

    The pages are in the order of the guide.
    """
    found: list[IndexRow] = []
    for row in rows:
        if row.level != INSIDE:
            found.append(row)
            continue
        pages = found[-1].pages
        if page_of(row.listing) not in map(page_of, pages):
            found[-1] = found[-1]._replace(pages=(*pages, row.listing))
    places = {listing.id: place for place, listing in enumerate(guide.listings)}
    return [row._replace(pages=tuple(sorted(row.pages, key=lambda id: places[id]))) for row in found]


# --- what stays together ----------------------------------------------------------------------------

WHOLE = 4  # rows of a group that is never split, at most


def groups_of(rows: Iterable[IndexRow]) -> Iterator[str]:
    """For each row the heading of the group that it is in the middle of, or ""."""
    group = ""
    for row in rows:
        if row.level == INSIDE:
            yield group
        else:
            group = row.bold
            yield ""


def glued(rows: Sequence[IndexRow]) -> list[bool]:
    """Whether each row stays with the next: in a group of up to four all do, in a longer one two at each end."""
    ends = [place + 1 == len(rows) or rows[place + 1].level != INSIDE for place in range(len(rows))]
    stays: list[bool] = []
    for place, row in enumerate(rows):
        if row.heads and row.level != REGION:
            first, count = place + 1, ends[place:].index(True)
        if row.heads:
            stays.append(place + 1 < len(rows))
        elif row.level != INSIDE or ends[place]:
            stays.append(False)
        else:
            stays.append(count <= WHOLE or place == first or ends[place + 1])
    return stays
