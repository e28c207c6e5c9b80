"""After an edition with errors: who has copies of it and has to get the slip of corrections."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from guide.copies.ledger import Parcel


class Holder(NamedTuple):
    """Somebody who has copies of an edition, and which of their lines in the ledger say so."""

    name: str
    address: str
    copies: int
    parcels: tuple[Parcel, ...]
    later: int  # the number of a later edition that they got since; 0: none
    slip: int  # the last slip that came to all of their copies


def holders(parcels: Sequence[Parcel], edition: str, number: int) -> list[Holder]:
    """Who has copies of an edition, those with the most first; `edition` "": of all editions with this number."""
    of_it = [each for each in parcels if each.number == number and edition in ("", each.edition)]
    groups: dict[tuple[str, str], list[Parcel]] = {}
    for each in of_it:
        groups.setdefault((each.name, each.address), []).append(each)
    found = [holder(name, address, group, parcels) for (name, address), group in groups.items()]
    return sorted(found, key=lambda each: (-each.copies, each.name))


def holder(name: str, address: str, group: Iterable[Parcel], parcels: Iterable[Parcel]) -> Holder:
    """One who has copies."""
    own = tuple(group)
    later = (each.number for each in parcels if each.name == name and each.number > own[0].number)
    return Holder(
        name=name,
        address=address,
        copies=sum(each.copies for each in own),
        parcels=own,
        later=max(later, default=0),
        slip=min(each.slip for each in own),
    )


def without_slip(found: Iterable[Holder], slip: int) -> list[Holder]:
    """Those whose copies have not all got the slip with this number."""
    return [each for each in found if each.slip < slip]
