"""Two guides become what is different between them, as they are printed: what may not leave the house is in neither."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from guide.content.choose.current import current_listing
from guide.content.choose.printable import hidden_in, printable
from guide.content.compare.pairs import different, matched
from guide.content.compare.things import (
    KEYS,
    OF_GONE,
    OPEN,
    Home,
    Said,
    address_text,
    home_of,
    office_text,
    office_things,
    other_sections,
    program_text,
    program_things,
    state_of,
    whole_things,
    words,
)
from guide.content.compare.whole import whole_changes
from guide.model import Address, Guide, Listing, Location
from guide.model.changes import (
    CHANGED,
    CLOSED,
    GONE,
    MOVED,
    NEW,
    OPEN_AGAIN,
    RENAMED,
    VERIFIED,
    Change,
    Changes,
    FieldChange,
    Hidden,
)

Translated = Mapping[str, tuple[FieldChange, ...]]  # what is different of translations, by id
RANK = {key: rank for rank, key in enumerate(KEYS)}


class Standing(NamedTuple):
    """A listing where it stands."""

    listing: Listing
    section: str  # id
    title: str
    also: tuple[str, ...]  # titles of other sections with a line for it


def compare(
    old: Guide, new: Guide, hidden: Hidden | None = None, translated: Translated | None = None
) -> Changes:
    """All that is different between two guides, whole or as an edition prints them.

    `hidden`: what has `print: no` now, if `new` does not know it. `translated`: what is different of their translations,
    see `compare_translations`.
    """
    more, hidden = translated or {}, hidden or hidden_in(new)
    old, new = printable(old), printable(new)
    before, after = standing(old), standing(new)
    withdrawn = before.keys() & hidden.listings - after.keys()
    for id in withdrawn:
        del before[id]
    former = renamed(before, after)
    homes = (home_of(old), home_of(new))
    found = [
        change
        for id, now in after.items()
        if (change := one_change(before.get(former.get(id, id)), now, homes, hidden, more.get(id, ())))
    ]
    kept = {former.get(id, id) for id in after}
    found += [gone(was) for id, was in before.items() if id not in kept]
    return Changes(
        listings=tuple(found),
        whole=tuple(whole_changes(without_emptied(old, new, hidden), new)),
        number=old.edition.number,
        before=old.edition.date,
        withdrawn=len(withdrawn),
    )


def without_emptied(old: Guide, new: Guide, hidden: Hidden) -> Guide:
    """The guide as it was, without sections that are gone since all of their listings have `print: no` now."""
    kept = {section.id for section in new.sections}
    sections = tuple(
        section
        for section in old.sections
        if section.id in kept
        or not section.listings
        or any(each.id not in hidden.listings for each in section.listings)
    )
    return old if len(sections) == len(old.sections) else replace(old, sections=sections)


def standing(guide: Guide) -> dict[str, Standing]:
    """{id: where it stands} of the listings of a guide, as they are on its day."""
    also = other_sections(guide.sections)
    return {
        listing.id: Standing(
            on_its_day(listing, guide), section.id, section.title, tuple(also.get(listing.id, ()))
        )
        for section in guide.sections
        for listing in section.listings
    }


def on_its_day(listing: Listing, guide: Guide) -> Listing:
    """A listing as it is on the day of its guide."""
    return current_listing(listing, guide.day) if guide.day and not listing.gone else listing


def gone(was: Standing) -> Change:
    return Change(id=was.listing.id, kind=GONE, name=was.listing.name, old=was.listing, old_section=was.title)


def one_change(
    was: Standing | None,
    now: Standing,
    homes: tuple[Home, Home],
    hidden: Hidden,
    translated: tuple[FieldChange, ...] = (),
) -> Change | None:
    """What is different of a listing; None where nothing is."""
    listing = now.listing
    if was is None:
        return Change(id=listing.id, kind=NEW, name=listing.name, new=listing, new_section=now.title)
    old = without_hidden_programs(was.listing, listing, hidden)
    own = field_changes(was._replace(listing=old), now, homes)
    fields = tuple(sorted((*own, *translated), key=rank))
    kind = kind_of(was, now, bool(fields))
    if not kind:
        return None
    return Change(
        id=listing.id,
        kind=kind,
        name=listing.name,
        old=without_secrets(old, listing),
        new=listing,
        fields=fields,
        old_section=was.title,
        new_section=now.title,
        moved=was.section != now.section,
        former_id="" if was.listing.id == listing.id else was.listing.id,
        verified=(was.listing.verified, listing.verified),
    )


def rank(change: FieldChange) -> tuple[bool, int]:
    """The place of a field: translations come last."""
    return bool(change.language), RANK.get(change.key, len(RANK))


def kind_of(was: Standing, now: Standing, fields: bool) -> str:
    """The weightiest of what is different, "" where nothing is."""
    old, new = was.listing, now.listing
    closed = (state_of(old) != OPEN, state_of(new) != OPEN)
    rules = (
        (CLOSED, closed == (False, True) or new.gone and not old.gone),
        (OPEN_AGAIN, closed == (True, False)),
        (MOVED, was.section != now.section),
        (CHANGED, fields),
        (RENAMED, old.id != new.id),
        (VERIFIED, checks_of(old) != checks_of(new)),
    )
    return next((kind for kind, is_so in rules if is_so), "")


def checks_of(listing: Listing) -> tuple[object, ...]:
    """When a listing and its offices were checked, and by whom."""
    return listing.verified, listing.verified_by, *(each.verified for each in listing.locations)


# --- field by field ---------------------------------------------------------------------------------


def field_changes(was: Standing, now: Standing, homes: tuple[Home, Home]) -> Iterator[FieldChange]:
    """Yield what a listing says otherwise, of its whole, its offices and its programs."""
    old, new = was.listing, now.listing
    also = (words("also_in", was.also), words("also_in", now.also))
    whole = told((*whole_things(old, homes[0]), *also[0]), (*whole_things(new, homes[1]), *also[1]), "")
    if new.gone:
        yield from (field for field in whole if field.key in OF_GONE)
        return
    yield from whole
    yield from office_changes(old, new, homes)
    for before, after in matched(old.programs, new.programs):
        if before and after:
            yield from told(program_things(before, homes[0]), program_things(after, homes[1]), after.name)
        else:
            yield whole_place(
                "program", program_text(before) if before else "", program_text(after) if after else ""
            )


def office_changes(old: Listing, new: Listing, homes: tuple[Home, Home]) -> Iterator[FieldChange]:
    """Yield what is different of the offices."""
    alone = len(old.locations) < 2 and len(new.locations) < 2
    for before, after in matched(old.locations, new.locations):
        if before and after:
            where = "" if alone else place_name(after, homes[1])
            is_secret = safe_office(before, new) != before
            for field in told(office_things(before, homes[0]), office_things(after, homes[1]), where):
                yield secret(field) if is_secret else field
        elif after and alone:
            yield from told((), office_things(after, homes[1]), "")
        else:
            was = office_text(safe_office(before, new), homes[0]) if before else ""
            yield whole_place("location", was, office_text(after, homes[1]) if after else "")


def told(old: Iterable[Said], new: Iterable[Said], where: str) -> Iterator[FieldChange]:
    for pair in different(old, new):
        yield FieldChange(key=pair.key, old=pair.old, new=pair.new, where=where)


def whole_place(key: str, old: str, new: str) -> FieldChange:
    """An office or a program that is new or gone."""
    return FieldChange(key=key, old=old, new=new)


def place_name(location: Location, home: Home) -> str:
    """What an office is called, or where it is."""
    return location.name or (address_text(location.address, home.country) if location.address else "")


# --- what may not be told any more ------------------------------------------------------------------


def is_hidden(address: Address | None) -> bool:
    return address is not None and address.confidential


def secret(change: FieldChange) -> FieldChange:
    """The change of an address that is confidential now: it is not told where it was."""
    return replace(change, old="", withheld=True) if change.key == "address" else change


def without_hidden_programs(old: Listing, new: Listing, hidden: Hidden) -> Listing:
    """A listing as it was, without programs that have `print: no` now."""
    kept = tuple(each for each in old.programs if (new.id, each.name) not in hidden.programs)
    return replace(old, programs=kept)


def without_secrets(old: Listing, new: Listing) -> Listing:
    """A listing as it was, without where it was if that is confidential now."""
    return replace(old, locations=tuple(safe_office(each, new) for each in old.locations))


def safe_office(was: Location, new: Listing) -> Location:
    """An office as it was: where its listing has a confidential address now, without one that is printed no more."""
    known = [each.address for each in new.locations]
    if was.address in known or not any(map(is_hidden, known)):
        return was
    return replace(was, address=in_city(was.address))


def in_city(address: Address | None) -> Address | None:
    """What may be said of an address where it is confidential: its city, state and country."""
    return address and Address(
        city=address.city,
        state_province=address.state_province,
        country=address.country,
        confidential=True,
    )


# --- another id -------------------------------------------------------------------------------------


def renamed(old: Mapping[str, Standing], new: Mapping[str, Standing]) -> dict[str, str]:
    """{id: former id} of listings whose id is another one: name and numbers are the same, and nothing else has them."""
    left = by_sign(old, new)
    came = by_sign(new, old)
    return {
        ids[0]: left[sign][0] for sign, ids in came.items() if len(ids) == 1 and len(left.get(sign, ())) == 1
    }


def by_sign(
    some: Mapping[str, Standing], others: Container[str]
) -> dict[tuple[str, frozenset[str]], list[str]]:
    """{(name, numbers): ids} of those that are not among the others and have a number."""
    found: dict[tuple[str, frozenset[str]], list[str]] = {}
    for id, each in some.items():
        numbers = frozenset(phone.e164 or phone.printed for phone in each.listing.all_phones)
        if id not in others and numbers:
            found.setdefault((" ".join(each.listing.name.casefold().split()), numbers), []).append(id)
    return found
