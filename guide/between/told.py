"""What is different between two guides, told to whoever makes them: as lines, as a table, as data for programs."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from guide.content.spreadsheet import Cell
from guide.facts import FACTS
from guide.language.files import language_name
from guide.model.changes import (
    CHANGED,
    CLOSED,
    GONE,
    MOVED,
    NEW,
    OF_A_PAGE,
    OF_A_SECTION,
    OPEN_AGAIN,
    RENAMED,
    VERIFIED,
    Change,
    Changes,
    FieldChange,
    WholeChange,
)

COLUMNS = (
    "Kind",
    "Id",
    "Name",
    "Section",
    "Section before",
    "What",
    "Where",
    "Language",
    "Before",
    "Now",
    "Verified before",
    "Verified now",
    "Id before",
)
HEADINGS = (
    (NEW, "New"),
    (GONE, "Gone"),
    (CLOSED, "Closed"),
    (OPEN_AGAIN, "Open again"),
    (MOVED, "In another section"),
    (CHANGED, "Changed"),
    (RENAMED, "With another id, and nothing else"),
)
LABELS = {
    "email": "e-mail",
    "website": "web address",
    "state": "open or closed",
    "location": "office",
    "office": "where it is",
    "services": "topics",
    "audience": "for whom",
    "also_in": "also in the section",
    "service_areas": "works in",
    "help_now": "Need help now",
} | {fact.key: fact.label.lower() for fact in FACTS}
WITHHELD = "is not public any more"


class Line(NamedTuple):
    """A line to print."""

    text: str
    heading: bool = False


def label(key: str) -> str:
    """What a key is called."""
    return LABELS.get(key) or key.replace("-", " ").replace("_", " ")


def listed(number: int) -> str:
    return f"{number:,} listing" if number == 1 else f"{number:,} listings"


# --- lines ------------------------------------------------------------------------------------------


def change_lines(changes: Changes) -> Iterator[Line]:
    """Yield what is different: of the guide itself, then listing by listing under what became of it, then the checks."""
    if changes.whole:
        yield Line("The guide itself:", heading=True)
        yield from (Line(f"  {whole_text(each)}") for each in changes.whole)
    for kind, heading in HEADINGS:
        some = changes.of(kind)
        if some:
            yield Line(f"{heading} ({listed(len(some))}):", heading=True)
        for change in some:
            yield from (Line(f"  {text}") for text in listing_lines(change))
    if count := changes.newly_verified:
        alone = len(changes.of(VERIFIED))
        yield Line(f"Checked again: {listed(count)}, {alone:,} of them without any other change.")
    if changes.withdrawn:
        yield Line(
            f"Not printed any more (print: no): {listed(changes.withdrawn)}; nothing is told of them here."
        )


def listing_lines(change: Change) -> Iterator[str]:
    """Yield the name of a listing with where it stands, then each thing that is different."""
    place = change.new_section or change.old_section
    yield f"{change.name} ({change.id}), {place}" + (f"; before in {change.old_section}" * change.moved)
    if change.former_id:
        yield f"  id: {change.former_id} -> {change.id}"
    yield from (f"  {field_text(field)}" for field in change.fields)


def whole_text(change: WholeChange) -> str:
    """What is different of the guide itself, on a line: "section Food, title: ..."."""
    owner = f"{change.owner} {change.title}, " if change.owner in (OF_A_SECTION, OF_A_PAGE) else ""
    return (
        f"{owner}{field_text(change.field)}" if change.field.key != change.owner else field_text(change.field)
    )


def field_text(field: FieldChange) -> str:
    """What is different, on a line: "phone, Evening site: 773-471-0999 -> 773-471-0998"."""
    language = f" in {language_name(field.language, 'en')}" if field.language else ""
    where = f", {field.where}" if field.where else ""
    return f"{label(field.key)}{language}{where}: {before_and_now(field)}"


def before_and_now(field: FieldChange) -> str:
    """What was and is said."""
    if field.withheld:
        return WITHHELD
    if not field.old:
        return f"new: {field.new}"
    return f"{field.old} -> {field.new}" if field.new else f"gone: {field.old}"


# --- a table ----------------------------------------------------------------------------------------


def change_rows(changes: Changes) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each thing that is different, and one for a listing of which nothing else is told."""
    for whole in changes.whole:
        yield (
            whole.owner,
            whole.id,
            whole.title,
            "",
            "",
            whole.field.key,
            "",
            whole.field.language,
            whole.field.old,
            whole.field.new,
            "",
            "",
            "",
        )
    for change in changes.listings:
        first = (change.kind, change.id, change.name, change.new_section, change.old_section)
        days = tuple(day.isoformat() if day else "" for day in change.verified)
        for field in change.fields or (FieldChange(key=""),):
            yield (*first, *field_cells(field), *days, change.former_id)


def field_cells(field: FieldChange) -> Iterable[str]:
    now = WITHHELD if field.withheld else field.new
    return field.key, field.where, field.language, field.old, now


# --- data -------------------------------------------------------------------------------------------


def change_data(changes: Changes, old: str, new: str) -> dict[str, Any]:
    """All that is different as plain data, with the names of both guides."""
    return {
        "from": old,
        "to": new,
        "guide": [
            {"owner": each.owner, "id": each.id, "title": each.title} | field_data(each.field)
            for each in changes.whole
        ],
        "listings": [listing_data(each) for each in changes.listings],
        "verified": changes.newly_verified,
        "withdrawn": changes.withdrawn,
    }


def listing_data(change: Change) -> dict[str, Any]:
    """What is different of a listing as plain data."""
    before, now = (day.isoformat() if day else "" for day in change.verified)
    return {
        "id": change.id,
        "kind": change.kind,
        "name": change.name,
        "section": change.new_section,
        "section_before": change.old_section,
        "moved": change.moved,
        "id_before": change.former_id,
        "verified_before": before,
        "verified": now,
        "fields": [field_data(each) for each in change.fields],
    }


def field_data(field: FieldChange) -> dict[str, Any]:
    return {
        "key": field.key,
        "where": field.where,
        "language": field.language,
        "before": field.old,
        "now": field.new,
        "withheld": field.withheld,
    }
