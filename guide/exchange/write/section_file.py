"""The text of a section file."""

from collections.abc import Iterable, Iterator

from guide.content.yaml_text import mapping_lines, scalar
from guide.exchange.items import Item, NewSection

SCHEMA = "# yaml-language-server: $schema=../schema/section.schema.json"


def section_text(section: NewSection, notes: Iterable[str] = ()) -> str:
    """A section as a file of its own; notes are comments at its top."""
    return "\n".join(section_lines(section, notes)) + "\n"


def section_lines(section: NewSection, notes: Iterable[str]) -> Iterator[str]:
    """Yield the lines of a section file."""
    yield SCHEMA
    yield from (f"# {note}" for note in notes)
    yield ""
    yield f"id: {scalar(section.id)}"
    yield f"title: {scalar(section.title)}"
    yield ""
    yield "listings:"
    for listing in section.listings:
        yield from listing_lines(listing)
        yield ""
    for see in section.see:
        yield f"  - see: {scalar(see)}"


def listing_lines(listing: Item) -> Iterator[str]:
    """Yield the lines of a listing, as an item of the list of a section."""
    lines = list(mapping_lines(listing.values, "    ", listing.doubts))
    first = next(place for place, line in enumerate(lines) if not line.lstrip().startswith("#"))
    yield from (line[2:] for line in lines[:first])
    yield f"  - {lines[first].lstrip()}"
    yield from lines[first + 1 :]
