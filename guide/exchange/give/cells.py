"""What content says as the cells of a row, and back: one table of columns for both ways.

A list is several lines of a cell; numbers, addresses and areas have columns of their own, `phone_2_type`.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from guide.content.edit import Plain
from guide.content.spreadsheet import FORMULA
from guide.exchange.give.values import ADDRESS_KEYS, Values
from guide.facts import FACT_KEYS

QUOTE = "'"  # stands before what a spreadsheet would take for a formula


class Several(NamedTuple):
    """A list of which each item has columns of its own."""

    column: str  # of the chief part: phone_1
    chief: str  # number
    others: tuple[str, ...]
    first: int = 1
    equal: bool = False  # no part is the chief one


LISTS = frozenset(("alternate_names", "former_names", "hours", "services", "audience", "formats", "cost"))
DATED = {"alert": "text", "status": "is"}
SEVERAL = {
    "phones": Several("phone", "number", ("extension", "type", "keyword", "description")),
    "emails": Several("email", "email", ("label",), 2),
    "websites": Several("website", "website", ("label",), 2),
    "service_areas": Several(
        "serves", "city", ("county", "state_province", "postal_codes", "country"), equal=True
    ),
}
DIAL_IN = Several("dial_in", "number", ("extension", "type", "keyword", "description"))

# The order of columns; those of several items stand where their key does.
ORDER = (
    "name", "short_name", "name_note", "alternate_names", "former_names", "summary", "alert", "status", "location", "address",
    "postal_name", "care_of", "attention", "phones", "email", "emails", "website", "websites", "hours", "formats", "link",
    "meeting_id", "passcode", "dial_in", "service_areas", "description", "note", "cost", *FACT_KEYS, "minimum_age", "maximum_age",
    "services", "audience", "verified", "latitude", "longitude",
)  # fmt: skip


def cells_of(values: Mapping[str, Plain]) -> dict[str, str]:
    """{column: text} of what a listing, an office, a program or a meeting says, in the order of the columns."""
    found: dict[str, str] = {}
    for key in ORDER:
        if value := values.get(key):
            found |= cells_for(key, value)
    return found


def cells_for(key: str, value: Plain) -> dict[str, str]:
    """The cells of one key."""
    if key == "address":
        return parts_of(value)
    if key == "dial_in":
        return item_cells(DIAL_IN.column, DIAL_IN, value)
    if key in DATED and isinstance(value, dict):
        ends = {"from": f"{key}_from", "until": f"{key}_until"}
        return {key: text_of(value[DATED[key]])} | {ends[end]: text_of(value[end]) for end in ends if end in value}  # fmt: skip
    if key in SEVERAL and isinstance(value, list):
        spec = SEVERAL[key]
        return {
            column: text
            for number, each in enumerate(value, spec.first)
            for column, text in item_cells(f"{spec.column}_{number}", spec, each).items()
        }
    return {key: text_of(value)}


def item_cells(column: str, spec: Several, item: Plain) -> dict[str, str]:
    """The cells of one of several items."""
    columns = item_columns(column, spec)
    parts = {spec.chief: item} if isinstance(item, str) else parts_of(item)
    return {columns[part]: parts[part] for part in columns if part in parts}


def item_columns(column: str, spec: Several) -> dict[str, str]:
    """{part: column} of one of several items: the chief part has the bare name, unless it is one of equals."""
    chief = {spec.chief: f"{column}_{spec.chief}" if spec.equal else column}
    return chief | {part: f"{column}_{part}" for part in spec.others}


def columns_in(used: Collection[str]) -> Iterator[str]:
    """Yield the columns that are used, in the order of the content's keys."""
    for key in ORDER:
        if key in SEVERAL:
            spec = SEVERAL[key]
            names = [
                name
                for number in numbers_in(spec, used)
                for name in item_columns(f"{spec.column}_{number}", spec).values()
            ]
        elif key == "dial_in":
            names = [*item_columns(DIAL_IN.column, DIAL_IN).values()]
        elif key == "address":
            names = [*ADDRESS_KEYS]
        else:
            names = [key, f"{key}_from", f"{key}_until"] if key in DATED else [key]
        yield from (name for name in names if name in used)


def numbers_in(spec: Several, columns: Iterable[str]) -> list[int]:
    """The numbers of the items that columns are of."""
    start = f"{spec.column}_"
    found = {each.removeprefix(start).partition("_")[0] for each in columns if each.startswith(start)}
    return sorted(map(int, filter(str.isdecimal, found)))


def parts_of(value: Plain) -> dict[str, str]:
    """The parts of a value as texts."""
    return {key: text_of(each) for key, each in value.items()} if isinstance(value, dict) else {}


def text_of(value: Plain) -> str:
    """A value as the text of a cell: of a list each item on a line."""
    return "\n".join(map(text_of, value)) if isinstance(value, list) else str(value)


# --- and back ---------------------------------------------------------------------------------------


def values_of(cells: Mapping[str, str]) -> Values:
    """What the cells of a row say, by the keys of the content, in their order."""
    found: Values = {}
    for key in ORDER:
        if value := value_for(key, cells):
            found[key] = value
    return found


def value_for(key: str, cells: Mapping[str, str]) -> Plain:
    """The value of one key, "" where there is none."""
    if key == "address":
        return {part: cells[part] for part in ADDRESS_KEYS if part in cells}
    if key == "dial_in":
        return item_of(DIAL_IN.column, DIAL_IN, cells)
    if key in SEVERAL:
        return [*items_of(SEVERAL[key], cells)]
    if key in LISTS:
        return [*lines_of(cells.get(key, ""))]
    text = cells.get(key, "")
    if key not in DATED:
        return text
    days = {end: cells[f"{key}_{end}"] for end in ("from", "until") if f"{key}_{end}" in cells}
    return {DATED[key]: text, **days} if text and days else text


def items_of(spec: Several, cells: Mapping[str, str]) -> Iterator[Plain]:
    """Yield the items of a list that has columns of its own, in the order of their numbers."""
    for number in numbers_in(spec, cells):
        if item := item_of(f"{spec.column}_{number}", spec, cells):
            yield item


def item_of(column: str, spec: Several, cells: Mapping[str, str]) -> Plain:
    """One of several items, "" where it has no chief part and needs one."""
    columns = item_columns(column, spec)
    found: Values = {part: cells[name] for part, name in columns.items() if cells.get(name)}
    if "postal_codes" in found:
        found["postal_codes"] = [*lines_of(str(found["postal_codes"]))]
    if not spec.equal and spec.chief not in found:
        return ""
    is_plain = set(found) == {"number"} and not any(map(str.isalpha, str(found["number"])))
    return found["number"] if is_plain else found


def lines_of(text: str) -> Iterator[str]:
    """Yield the items of a cell: its lines."""
    return filter(None, map(str.strip, text.split("\n")))


# --- formulas ---------------------------------------------------------------------------------------


def defused(text: str) -> str:
    """A text that no spreadsheet takes for a formula, and that `whole` gives back."""
    return QUOTE + text if is_formula(text) else kept(text)


def kept(text: str) -> str:
    """A text that `whole` gives back, in a cell that is known to be no formula."""
    return QUOTE + text if text[:1] == QUOTE and is_quoted(text) else text


def whole(text: str) -> str:
    """A text as it was before it was defused."""
    return text[1:] if text[:1] == QUOTE and is_quoted(text) else text


def is_formula(text: str) -> bool:
    """Whether a spreadsheet may take a text for a formula."""
    return text.startswith(FORMULA)


def is_quoted(text: str) -> bool:
    """Whether a formula stands behind the apostrophes that a text begins with."""
    return is_formula(text.lstrip(QUOTE))
