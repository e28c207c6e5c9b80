"""Labels for parcels of copies, and of slips of corrections, as a file."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from guide.build import versions_of, write_pdf
from guide.content.choose.languages import Chosen
from guide.copies.ledger import Parcel
from guide.copies.recall import Holder
from guide.layout.editions.label_pages import Sheeting
from guide.layout.editions.parcels import Addressed, set_parcels
from guide.layout.laid_out import LaidOut
from guide.layout.parts.band import edition_texts
from guide.layout.type.style import Stacks
from guide.model import Guide
from guide.project import words_of


class LabelFile(NamedTuple):
    """Labels as a PDF, and who has none: an address has no room on one, or letters that no face has."""

    pdf: bytes  # b"" where there is none
    too_long: tuple[str, ...] = ()
    unprintable: tuple[tuple[str, str], ...] = ()  # (name, the characters)


def parcel_labels(guide: Guide, parcels: Sequence[Addressed], sheeting: Sheeting) -> LabelFile:
    """A label for each parcel, in the language and the colour of the guide."""
    (version, *_), _ = versions_of(Chosen(guide=guide, whole=guide))
    lacking = {each: lacking_in(each, version.stacks) for each in parcels}
    made = set_parcels(version, [each for each in parcels if not lacking[each]], sheeting)
    pdf = write_pdf(LaidOut(made.document), "colour") if made.document else b""
    return LabelFile(pdf, made.too_long, tuple((each.name, some) for each, some in lacking.items() if some))


def lacking_in(parcel: Addressed, stacks: Stacks) -> str:
    """The characters of a name and an address that no face has."""
    characters = set("".join((parcel.name, *parcel.address)))
    return " ".join(sorted(set[str]().union(*(stack.lacking(characters) for stack in stacks))))


def of_copies(parcels: Iterable[Parcel], guide: Guide) -> list[Addressed]:
    """Parcels of copies."""
    return [
        Addressed(each.name, lines_of(each.address), each.copies, edition_said(each.number, guide))
        for each in parcels
    ]


def of_slips(found: Iterable[Holder], number: int, guide: Guide) -> list[Addressed]:
    """Parcels of slips, as many as there are copies of an edition."""
    words = words_of(guide)
    said = (words.say("errata_title", number=number), words.say("edition", number=number))
    return [Addressed(each.name, lines_of(each.address), each.copies, said) for each in found]


def edition_said(number: int, guide: Guide) -> tuple[str, ...]:
    """ "Edition 3, teal, November 2026" and shorter, of today's edition; of another its number."""
    words = words_of(guide)
    return (
        edition_texts(guide, words)
        if number == guide.edition.number
        else (words.say("edition", number=number),)
    )


def lines_of(address: str) -> tuple[str, ...]:
    return tuple(filter(None, address.split("\n")))
