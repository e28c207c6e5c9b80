"""What a listing, an office or a program says, and how two of them become one."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from guide.content.edit import Plain
from guide.exchange.items import Item
from guide.exchange.shape.keys import flat
from guide.expressions import expression

LISTS = frozenset(
    "phones emails websites alternate_names former_names services audience service_areas meetings languages cost required_documents programs".split()
)
JOINED = {
    "description": "\n\n", "alert": " ", "eligibility_description": " ", "fees_description": " ",
    "how_to_apply": " ", "waiting_time": " ", "accessibility": " ", "transportation": " ",
}  # fmt: skip
ONE_OF_MANY = {"email": "emails", "website": "websites"}
SCHEME = expression(r"^(?:https?://)?(?:www\.)?", re.IGNORECASE)
MARKS = expression(r"[\W_]+")


class Part(NamedTuple):
    """Values by their keys, and what to look at."""

    values: Mapping[str, Plain] = {}
    doubts: Mapping[str, str] = {}


def part_of(item: Item) -> Part:
    """What an item itself says."""
    return Part(dict(item.values), dict(item.doubts))


def without(part: Part, keys: Iterable[str]) -> Part:
    """A part without some keys."""
    keys = frozenset(keys)
    return part._replace(values={key: value for key, value in part.values.items() if key not in keys})


def only(part: Part, keys: Iterable[str]) -> Part:
    """A part with some keys alone."""
    keys = frozenset(keys)
    return part._replace(values={key: value for key, value in part.values.items() if key in keys})


def items_of(value: "Plain | None") -> list[Plain]:
    """A value as a list."""
    if not value:
        return []
    return value if isinstance(value, list) else [value]


@lru_cache(maxsize=100_000)
def folded(text: str) -> str:
    """A text by which names and the like are compared: letters and digits, no capitals."""
    return MARKS.sub(" ", text.casefold()).strip()


def phone_key(phone: Plain) -> tuple[str, str]:
    """(number, extension) by which phones are the same."""
    number = flat(phone["number"]) if isinstance(phone, dict) and "number" in phone else flat(phone)
    extension = flat(phone.get("extension", "")) if isinstance(phone, dict) else ""
    return number_key(number), extension


@lru_cache(maxsize=100_000)
def number_key(number: str) -> str:
    """The digits and letters of a number, without the 1 before it."""
    return MARKS.sub("", number).upper().removeprefix("1")


def identity(key: str, value: Plain) -> str:
    """By what a value, or an item of a list, is the same as another."""
    if key == "phones":
        return " x".join(phone_key(value))
    if key in ("website", "websites", "email", "emails"):
        target = next(iter(value.values())) if isinstance(value, dict) and value else value
        return SCHEME.sub("", flat(target)).rstrip("/").casefold()
    if isinstance(value, list):
        return "\n".join(identity(key, each) for each in value)
    return str(value) if isinstance(value, dict) else folded(value)


def same(key: str, one: "Plain | None", other: "Plain | None") -> bool:
    """Whether two values say the same; the order of a list does not count."""
    if not one or not other or one == other:
        return one == other or not one and not other
    if key in LISTS:
        return {identity(key, each) for each in items_of(one)} == {
            identity(key, each) for each in items_of(other)
        }
    return identity(key, one) == identity(key, other)


def union(key: str, one: "Plain | None", other: "Plain | None") -> list[Plain]:
    """The items of two lists, none twice; of two that are the same the one that says more."""
    found: dict[str, Plain] = {}
    for each in (*items_of(one), *items_of(other)):
        known = found.get(name := identity(key, each))
        if (
            known is None
            or isinstance(each, dict)
            and (not isinstance(known, dict) or len(each) > len(known))
        ):
            found[name] = each
    return list(found.values())


def absorb(first: Part, other: Part) -> tuple[Part, dict[str, Plain]]:
    """(a part that says what both say, what of the other found no place there)."""
    values, rest = dict(first.values), dict[str, Plain]()
    for key, value in other.values.items():
        if not take(values, key, value):
            rest[key] = value
    return tidy(Part(values, joined_doubts(first.doubts, other.doubts))), rest


def take(values: dict[str, Plain], key: str, value: Plain) -> bool:
    """Add a value to others; whether it found a place."""
    own = values.get(key)
    if not own or same(key, own, value):
        values[key] = union(key, own, value) if key in LISTS else own or value
    elif key in LISTS:
        values[key] = union(key, own, value)
    elif key in JOINED:
        values[key] = joined(flat(own), flat(value), JOINED[key])
    elif key in ONE_OF_MANY:
        values[ONE_OF_MANY[key]] = union(key, values.get(ONE_OF_MANY[key]), [value])
    elif key == "name":
        values["alternate_names"] = union("alternate_names", values.get("alternate_names"), [value])
    elif key == "verified":
        values[key] = min(flat(own), flat(value))
    else:
        return False
    return True


def joined(one: str, other: str, between: str) -> str:
    """Two texts behind each other; one that stands in the other is not said twice."""
    if folded(other) in folded(one):
        return one
    if folded(one) in folded(other):
        return other
    end = "" if between != " " or one.endswith((".", "!", "?", ":", ";")) else "."
    return f"{one}{end}{between}{other}"


def tidy(part: Part) -> Part:
    """A part in which no further address is the first one, and no other name is the name."""
    values = dict(part.values)
    for one, many in ONE_OF_MANY.items():
        if one in values and many in values:
            left = [
                each for each in items_of(values[many]) if identity(many, each) != identity(one, values[one])
            ]
            values[many] = left
    if "alternate_names" in values:
        known = {folded(flat(values.get("name", ""))), folded(flat(values.get("short_name", "")))}
        values["alternate_names"] = [
            each for each in items_of(values["alternate_names"]) if folded(flat(each)) not in known
        ]
    return part._replace(values={key: value for key, value in values.items() if value})


def joined_doubts(one: Mapping[str, str], other: Mapping[str, str]) -> dict[str, str]:
    """The doubts of two parts."""
    found = dict(one)
    for key, text in other.items():
        lines = [*found.get(key, "").splitlines(), *text.splitlines()]
        found[key] = "\n".join(dict.fromkeys(lines))
    return found


def less(part: Part, known: Mapping[str, Plain], keys: Iterable[str]) -> Part:
    """A part without what is said already: values of these keys that are the same there, and numbers one by one."""
    values = dict(part.values)
    for key in keys:
        if key in ("phones", "emails", "websites") and key in values:
            said = {identity(key, each) for each in items_of(known.get(key))}
            said |= {
                identity(key, known[one]) for one, many in ONE_OF_MANY.items() if many == key and one in known
            }
            values[key] = [each for each in items_of(values[key]) if identity(key, each) not in said]
        elif key in values and is_said(key, values[key], known):
            del values[key]
    return part._replace(values={key: value for key, value in values.items() if value})


def is_said(key: str, value: Plain, known: Mapping[str, Plain]) -> bool:
    """Whether a value of one address, or of anything else, is known."""
    if key in ONE_OF_MANY:
        said = (known.get(key), *items_of(known.get(ONE_OF_MANY[key])))
        return identity(key, value) in {identity(key, each) for each in said if each}
    return same(key, known.get(key), value)
