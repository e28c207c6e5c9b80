"""The keys that a listing, an office and a program of content may have, in their order, and what happens to others."""

from collections.abc import Iterable, Mapping, Sequence

from guide.content.edit import Plain
from guide.content.records.contact import LOCATION
from guide.content.records.listings import LISTING_RECORD
from guide.content.records.programs import PROGRAM
from guide.facts import FACTS
from guide.language.tongues import name_of

PROGRAMS = "programs"  # services inside a listing
LISTING_KEYS = tuple(each.key for each in LISTING_RECORD.fields)
OFFICE_KEYS = tuple(each.key for each in LOCATION.fields)
PROGRAM_KEYS = tuple(each.key for each in PROGRAM.fields)

PLACE_KEYS = ("address", "latitude", "longitude", "postal_name", "care_of", "attention")  # of an office alone
UP = (
    "services",
    "audience",
    "service_areas",
    "alternate_names",
    "former_names",
)  # of parts, but true of the whole
CONTACT = ("phones", "email", "website", "emails", "websites")
LABELS = {fact.key: fact.label for fact in FACTS} | {
    "cost": "Cost",
    "minimum_age": "Minimum age",
    "maximum_age": "Maximum age",
}


def in_order(values: Mapping[str, Plain], keys: Sequence[str]) -> dict[str, Plain]:
    """Values in the order of keys, without those that are empty."""
    return {key: values[key] for key in keys if values.get(key)}


def words_of(values: Mapping[str, Plain], keys: Iterable[str]) -> str:
    """What values say, as a text: for keys that have no place of their own."""
    said = (sentence(key, values[key]) for key in keys if values.get(key))
    return " ".join(filter(None, said))


def sentence(key: str, value: Plain) -> str:
    """A value as a sentence, with the label of its key if it has one."""
    if key == "languages" and isinstance(value, list):
        value = [name_of(each, "en") if isinstance(each, str) else each for each in value]
    text = ", ".join(map(flat, value)) if isinstance(value, list) else flat(value)
    text = f"{LABELS[key]}: {text}" if key in LABELS else text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?", ":", "\n")) else f"{text}."


def flat(value: Plain) -> str:
    """A value on a line."""
    if isinstance(value, str):
        return value
    return ", ".join(map(flat, value.values() if isinstance(value, dict) else value))
