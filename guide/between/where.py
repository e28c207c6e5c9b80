"""Where a listing stands: the editions that print it, on which pages, and the texts that mention it."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from guide.content.choose.choice import choose
from guide.content.choose.printable import printable
from guide.content.kept import MANIFEST, read_row
from guide.errors import Mark
from guide.model import Edition, Guide, Listing, Section, find_mentions


class Printed(NamedTuple):
    """What an edition has of a listing."""

    edition: str
    chosen: bool  # whether it is printed as the content is now
    made: str = ""  # "edition 2 of 2026-04-01", of what was made last; "" where nothing was
    page: int | None = 0  # there; None where it has no pages, as a web page; 0 where it is not in it


class Mentioning(NamedTuple):
    """A text that mentions a listing, or a section with a line for it."""

    name: str
    mark: Mark


def home_of(guide: Guide, id: str) -> tuple[Section, Listing] | None:
    """(section, listing) of an id."""
    return next(
        ((section, each) for section in guide.sections for each in section.listings if each.id == id), None
    )


def printed_in(guide: Guide, editions: Mapping[str, Edition], out: Path, id: str) -> Iterator[Printed]:
    """Yield what each edition has of a listing."""
    whole = printable(guide)
    for name, edition in editions.items():
        chosen = any(each.id == id for each in choose(whole, edition)[0].listings)
        row = read_row(out / name / MANIFEST)
        made = f"edition {row.get('number')} of {row.get('date')}" if row else ""
        yield Printed(name, chosen, made, places_in(row).get(id, 0))


def places_in(row: Mapping[str, object]) -> dict[str, int | None]:
    """{id: page} of the listings that a manifest names; None for the page where the edition has none."""
    rows = row.get("listings")
    found = [each for each in rows if isinstance(each, dict)] if isinstance(rows, list) else []
    return {
        each["id"]: each["page"]
        for each in found
        if isinstance(each.get("id"), str) and isinstance(each.get("page", ""), int | None)
    }


def mentions_of(guide: Guide, id: str) -> Iterator[Mentioning]:
    """Yield whatever of the guide mentions a listing."""
    if id in find_mentions((guide.closing_notes, guide.how_to_use)):
        yield Mentioning("the guide itself", guide.mark)
    for section in guide.sections:
        if id in find_mentions(section.introduction) or any(each.id == id for each in section.references):
            yield Mentioning(f"the section {section.title}", section.mark)
        for listing in section.listings:
            if listing.id != id and id in find_mentions(listing.prose):
                yield Mentioning(f"{listing.name} ({listing.id})", listing.mark)
    for page in guide.own_pages:
        if id in find_mentions(page.text):
            yield Mentioning(f"the page {page.title}", page.mark)
