"""Services become programs of their organization's listing: each with what is so of it alone."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from guide.content.edit import Plain
from guide.exchange.items import Item
from guide.exchange.shape.keys import (
    CONTACT,
    PLACE_KEYS,
    PROGRAM_KEYS,
    PROGRAMS,
    UP,
    flat,
    in_order,
    words_of,
)
from guide.exchange.shape.offices import with_words
from guide.exchange.shape.parts import Part, absorb, folded, items_of, less, only, part_of, same, without
from guide.exchange.shape.telling import Teller
from guide.facts import FACTS

SAID_ABOVE = (
    *CONTACT,
    "hours",
    "description",
    "cost",
    *(fact.key for fact in FACTS),
    "minimum_age",
    "maximum_age",
)
SAYS_NOTHING = ("name", "location", "services", "audience")
GOES_UP = (*UP, "short_name")


class Spot(NamedTuple):
    """Where a service is given: the name of the office, and what is so of the service there."""

    office: str
    own: Part = Part()


class Offer(NamedTuple):
    """A service on its way to become a program."""

    part: Part
    spots: tuple[Spot, ...] = ()


def offer_of(service: Item, spots: Sequence[Spot]) -> Offer:
    """A service, with its topics beside what it says."""
    part = without(part_of(service), (*PLACE_KEYS, "locations"))
    if not part.values.get("name"):
        others = items_of(part.values.get("alternate_names")) or list(service.categories)
        part = part._replace(values={**({"name": others[0]} if others else {}), **part.values})
    return Offer(part, tuple(spots))


def programs_of(offer: Offer, offices: int, tell: Teller) -> list[Part]:
    """The programs of a service: one, or one for each office where it is given in its own way."""
    groups: list[tuple[list[str], Part]] = []
    for spot in offer.spots:
        for names, own in groups:
            if own.values.keys() == spot.own.values.keys() and all(same(key, own.values[key], spot.own.values[key]) for key in own.values):  # fmt: skip
                names.append(spot.office)
                break
        else:
            groups.append(([spot.office], spot.own))
    if len(groups) < 2:
        names, own = groups[0] if groups else ([], Part())
        return [at(with_own(offer.part, own, tell), names, offices)]
    first, *others = (
        at(renamed(with_own(offer.part, own, tell), names), names, offices) for names, own in groups
    )
    return [first, *(less(each, first.values, ("description",)) for each in others)]


def with_own(part: Part, own: Part, tell: Teller) -> Part:
    """A service with what is so of it at one office, which goes before what is said of it everywhere."""
    kept = {key: value for key, value in own.values.items() if key in PROGRAM_KEYS}
    if not kept:
        return part
    name = {"name": part.values["name"]} if "name" in part.values else {}
    made, rest = absorb(Part({**kept, **name}, own.doubts), part)
    for key, value in rest.items():
        tell.lost(key, value, "said otherwise of one office, left out")
    return made


def renamed(part: Part, offices: Sequence[str]) -> Part:
    """A program with its offices behind its name."""
    name = f"{flat(part.values.get('name', ''))} ({', '.join(offices)})".strip()
    return part._replace(values={**part.values, "name": name})


def at(part: Part, names: Sequence[str], offices: int) -> Part:
    """A program with its place, where the listing has several: one office by its name, some in words."""
    names = list(dict.fromkeys(filter(None, names)))
    if len(names) == 1 and offices > 1:
        return part._replace(values={**part.values, "location": names[0]})
    return with_words(part, f"At {', '.join(names)}.") if 1 < len(names) < offices else part


def with_programs(own: Part, programs: Iterable[Part], offices: Sequence[Part]) -> Part:
    """The listing with its programs; what they cannot hold goes into it, and names alone become a list in its text."""
    places = {flat(each.values["name"]): each.values for each in offices if "name" in each.values}
    kept: list[Part] = []
    bare: list[str] = []
    for program in programs:
        own = risen(own, program)
        program = less(settled(program), own.values, SAID_ABOVE)
        program = less(program, places.get(flat(program.values.get("location", "")), {}), (*CONTACT, "hours"))
        if not program.values.keys() - set(SAYS_NOTHING):
            own = absorb(own, only(program, ("services", "audience")))[0]
            bare += [flat(program.values["name"])] if "name" in program.values else []
        elif "name" not in program.values:
            own, rest = absorb(own, program)
            own = with_words(own, words_of(rest, rest))
        else:
            kept.append(program)
    own = with_words(own, "\n".join(f"- {name}" for name in dict.fromkeys(bare) if not is_named(own, name)))
    return attached(own, list(told_apart(kept)))


def is_named(own: Part, name: str) -> bool:
    """Whether a listing has a name that is its own already."""
    return folded(name) == folded(flat(own.values.get("name", "")))


def risen(own: Part, program: Part) -> Part:
    """The listing with what a program says and cannot hold: other names, areas, meetings."""
    short = items_of(program.values.get("short_name"))
    up: dict[str, Plain] = {key: program.values[key] for key in ("alternate_names", "former_names", "service_areas") if key in program.values}  # fmt: skip
    if short:
        up["alternate_names"] = [*items_of(up.get("alternate_names")), *short]
    if meetings := program.values.get("meetings"):
        name = program.values.get("name", "")
        up["meetings"] = [{"hours": "", "name": name, **each} if isinstance(each, dict) and name else each for each in items_of(meetings)]  # fmt: skip
    if (verified := program.values.get("verified")) and "verified" not in own.values:
        up["verified"] = verified
    return absorb(own, Part(up))[0]


def settled(program: Part) -> Part:
    """A program with only what it can hold; the rest that it says stands in its text."""
    known = (*PROGRAM_KEYS, *GOES_UP, "meetings", "verified", "summary", "alert", "status")
    before = words_of(program.values, ("alert", "status", "summary"))
    description = flat(program.values.get("description", ""))
    if before and folded(before) not in folded(description):
        description = "\n\n".join(filter(None, (before.rstrip() if description else before, description)))
    values = {**program.values, **({"description": description} if description else {})}
    others = words_of(values, [key for key in values if key not in known])
    return only(with_words(Part(values, program.doubts), others), PROGRAM_KEYS)


def told_apart(programs: Iterable[Part]) -> Iterator[Part]:
    """Yield programs, of those with one name those that say the same as one, others with a number."""
    found: dict[str, Part] = {}
    for each in programs:
        name, number = flat(each.values["name"]), 1
        known = found.get(folded(name))
        if known and not absorb(known, each)[1]:
            found[folded(name)] = absorb(known, each)[0]
            continue
        place = flat(each.values.get("location", ""))
        wanted = f"{name} ({place})" if known and place else name
        while folded(wanted) in found:
            number += 1
            wanted = f"{name} ({number})"
        found[folded(wanted)] = each._replace(values={**each.values, "name": wanted})
    yield from found.values()


def attached(own: Part, programs: Sequence[Part]) -> Part:
    """The listing with its programs as content has them."""
    doubts = dict(own.doubts)
    for number, each in enumerate(programs):
        doubts |= {f"{PROGRAMS}/{number}/{key if key in each.values else 'name'}": text for key, text in each.doubts.items()}  # fmt: skip
    made: list[Plain] = [in_order(each.values, PROGRAM_KEYS) for each in programs]
    return Part({**own.values, **({PROGRAMS: made} if made else {})}, doubts)
