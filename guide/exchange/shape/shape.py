"""Cleaned records become sections of listings, and every row of theirs gets its fate."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from guide.exchange.items import Item, NewSection
from guide.exchange.ledger import MERGED, Ledger
from guide.exchange.mapping.model import SourceMapping
from guide.exchange.origin import Cell, Origin
from guide.exchange.shape.duplicates import Pair, find_duplicates
from guide.exchange.shape.ids import with_ids
from guide.exchange.shape.keys import LISTING_KEYS, flat, in_order, words_of
from guide.exchange.shape.listings import listings_of
from guide.exchange.shape.offices import merge_sites, own_site, with_offices, with_words
from guide.exchange.shape.parts import Part, absorb, joined_doubts, part_of, tidy, without
from guide.exchange.shape.sections import sections_of

PLACES = ("address", "locations")


def shape(
    items: Sequence[Item], mapping: SourceMapping, ledger: Ledger, merge: bool = False
) -> tuple[NewSection, ...]:
    """The sections of records; listings that may be one are told, and made one only with `merge`."""
    listings = [each for item in items for each in listings_of(item, mapping, ledger)]
    pairs = find_duplicates(listings)
    if merge:
        listings = merge_pairs(listings, pairs, ledger)
    else:
        propose(listings, pairs, ledger)
    listings = with_ids(listings)
    settle(listings, ledger)
    return sections_of(listings, mapping.sections)


def settle(listings: Sequence[Item], ledger: Ledger) -> None:
    """Say which row is which listing, and which went into one. A row that is a listing already went into the next."""
    heads: dict[Origin, str] = {}
    for listing in listings:
        into = flat(listing.values["id"])
        head = next((row for row in listing.rows if row not in heads), None)
        if head:
            heads[head] = into
        elif listing.rows:
            ledger.tell(listing.rows[0], "one row with several listings", into)
    for head, into in heads.items():
        ledger.listing([head], into)
    for listing in listings:
        ledger.settle(listing.rows, MERGED, flat(listing.values["id"]))


# --- duplicates ---------------------------------------------------------------------------------------


def propose(listings: Sequence[Item], pairs: Iterable[Pair], ledger: Ledger) -> None:
    """Tell which listings may be one."""
    for first, later, why in pairs:
        one, other = listings[first], listings[later]
        at = f" ({one.rows[0]})" if one.rows else ""
        cell = Cell(flat(other.values["name"]), other.rows[0] if other.rows else Origin("", 0))
        ledger.note(cell, f"perhaps a duplicate, same {why}", f"{flat(one.values['name'])}{at}")


def merge_pairs(listings: Sequence[Item], pairs: Iterable[Pair], ledger: Ledger) -> list[Item]:
    """The listings, of those that are the same one."""
    made: list[Item | None] = list(listings)
    place = list(range(len(listings)))
    for first, later, why in pairs:
        first = place[first]
        one, other = made[first], made[later]
        if one and other:
            made[first], made[later] = merged_listing(one, other), None
            place[later] = first
            ledger.note(Cell(flat(other.values["name"]), other.rows[0] if other.rows else Origin("", 0)), f"duplicate, same {why}, merged", flat(one.values["name"]))  # fmt: skip
    return [each for each in made if each]


def merged_listing(one: Item, other: Item) -> Item:
    """Two listings as one: the first goes before, what the second says besides is added."""
    first, second = (plain_doubts(without(part_of(each), PLACES)) for each in (one, other))
    own, rest = absorb(first, second)
    own = with_words(own, words_of(rest, rest))
    sites = merge_sites([*own_site(one), *own_site(other)])
    made = tidy(with_offices(own, [site.part for site in sites]))
    return replace(
        one,
        rows=tuple(dict.fromkeys((*one.rows, *other.rows))),
        values=in_order(made.values, LISTING_KEYS),
        doubts=made.doubts,
        categories=tuple(dict.fromkeys((*one.categories, *other.categories))),
    )


def plain_doubts(part: Part) -> Part:
    """A part of a listing that is made anew: what was doubtful of its offices and programs is a doubt of the whole."""
    doubts: dict[str, str] = {}
    for key, text in part.doubts.items():
        doubts = joined_doubts(doubts, {key if "/" not in key and key in part.values else "name": text})
    return part._replace(doubts=doubts)
