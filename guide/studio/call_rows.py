"""What somebody on the telephone asks: each thing that the guide says of a listing, with the field that it can be changed in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from guide.facts import FACTS
from guide.layout.compose.calls import first_words
from guide.model import Listing, Location, Program
from guide.studio.fields import FormField, FormGroup
from guide.studio.shapes import CHOICE, FLAG_, GROUP, ROWS, TEXT
from guide.studio.streets import has_secret, is_secret
from guide.studio.wording import StudioWords

ASKED = ("news", "reach", "places", "hours", "know", "does", "index")  # the groups of the form, in this order
NOT_ASKED = ("office_table",)  # how it is printed
WANTED = (
    "phones",
    "hours",
    "email",
    "website",
    *(fact.key for fact in FACTS if fact.usual),
)  # where it is missing
WORDS = 12  # of a text, so many are read out
QUIET = ("confidential", "latitude", "longitude", "verified")  # which nobody reads out
SENTENCES = ("yes", "true"), ("no", "false")


class Asked(NamedTuple):
    """One thing to ask."""

    field: FormField
    lines: tuple[str, ...]  # what the guide says
    is_secret: bool  # an address that is told to nobody
    is_text: bool  # the beginning of a longer one


def asked_of(
    groups: Sequence[FormGroup], listing: Listing | None, names: Mapping[str, str], words: StudioWords
) -> list[Asked]:
    """What to ask of a listing, but for the numbers, in the order of the call; `names`: those that its text may mention."""
    printed = printed_hours(groups, listing)
    return [
        Asked(
            each,
            tuple(lines_of(each, listing, names, printed, words)),
            is_secret(each.value) or has_secret(each.value or ""),
            each.shape.control == TEXT,
        )
        for each in fields_in(groups)
        if each.is_shown and each.key != "phones"
    ]


def missing_of(groups: Sequence[FormGroup]) -> list[FormField]:
    """The fields that are empty and that it is worth to ask for."""
    fields = {each.key: each for each in fields_in(groups)}
    has_meetings = "meetings" in fields and fields["meetings"].is_shown
    inside = {key for key in ("phones", "hours", "email", "website") if has_in_offices(fields, key)}
    inside |= {"fees_description"} if "cost" in fields and fields["cost"].is_shown else set()
    wanted = [key for key in WANTED if key not in inside and not (key == "hours" and has_meetings)]
    if not any(fields[key].is_shown for key in ("address", "locations", "service_areas")):
        wanted.insert(0, "address")
    return [fields[key] for key in wanted if key in fields and not fields[key].is_shown]


def has_in_offices(fields: Mapping[str, FormField], key: str) -> bool:
    """Whether an office says it."""
    value = fields["locations"].value if "locations" in fields else None
    return isinstance(value, list) and any(isinstance(each, dict) and each.get(key) for each in value)


def fields_in(groups: Sequence[FormGroup]) -> Iterator[FormField]:
    """Yield the fields that are asked about, in the order of the call."""
    for name in ASKED:
        for group in groups:
            if group.name == name:
                yield from (each for each in group.fields if each.key not in NOT_ASKED)


def printed_hours(groups: Sequence[FormGroup], listing: Listing | None) -> dict[str, str]:
    """{hours as they are written: as they are printed} of a listing, its offices and its services."""
    fields = {each.key: each for group in groups for each in group.fields}
    if listing is None:
        return {}
    found = {fields["hours"].text: "\n".join(listing.hours)} if "hours" in fields else {}
    places: Mapping[str, Sequence[Location | Program]] = {
        "locations": listing.locations,
        "programs": listing.programs,
    }
    for key, own in places.items():
        rows = fields[key].rows if key in fields else ()
        for row, place in zip(rows, own) if len(rows) == len(own) else ():
            found |= {each.text: "; ".join(place.hours) for each in row.fields if each.key == "hours"}
    return {written: said for written, said in found.items() if written and said}


def lines_of(
    field: FormField,
    listing: Listing | None,
    names: Mapping[str, str],
    printed: Mapping[str, str],
    words: StudioWords,
) -> Iterator[str]:
    """Yield the lines that say what the guide says."""
    if field.key == "description" and listing:
        yield first_words(listing.description, names)
    elif field.shape.control == ROWS:
        yield from (", ".join(texts_in(row.fields, printed, words)) for row in field.rows)
    elif field.shape.control == GROUP:
        yield ", ".join(texts_in(field.fields, printed, words))
    else:
        yield from text_of(field, printed, words).split("\n")


def texts_in(fields: Sequence[FormField], printed: Mapping[str, str], words: StudioWords) -> Iterator[str]:
    """Yield the texts in fields, and in those below them."""
    for each in fields:
        if each.key in QUIET or each.value is None:
            continue
        if each.shape.control == GROUP:
            yield from texts_in(each.fields, printed, words)
        elif each.shape.control == ROWS:
            for row in each.rows:
                yield from texts_in(row.fields, printed, words)
        elif text := text_of(each, printed, words).replace("\n", "; "):
            yield text


def text_of(field: FormField, printed: Mapping[str, str], words: StudioWords) -> str:
    """What a field says, in words: "Open", "Mobile"."""
    text = printed.get(field.text, field.text) if field.key == "hours" else field.text
    if field.shape.control == FLAG_:
        text = next((each[0] for each in SENTENCES if text in each), text)
    if field.shape.control in (CHOICE, FLAG_) and words.has(f"choices.{text}"):
        return words(f"choices.{text}")
    if field.shape.control == TEXT and len(text.split()) > WORDS:
        return " ".join(text.split()[:WORDS]).rstrip(" ,;:.") + "\u2026"
    return text
