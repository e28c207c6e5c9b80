"""The forms in which an edition is given out: their names, the endings of their files, and who makes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from guide.braille.files import ENDINGS, file_of, parts_of
from guide.braille.make import AS_USUAL, Wanted, make_book
from guide.exchange.give import cards, datapackage, hsds_json, lost, points, table, workbook
from guide.model import Guide
from guide.output import Rule
from guide.problems.output import OTHER_EXPORT
from guide.project import words_of
from guide.seal import is_sealed, is_sealed_archive

Members = Mapping[str, bytes]


class Form(NamedTuple):
    """A form: one file, or a folder of them that may as well be an archive."""

    name: str
    ending: str
    says: str  # what it is, in a few words
    make: Callable[[Guide], bytes]
    lost: Callable[[Guide], lost.Lost]  # what of an edition it cannot hold
    is_made_here: Callable[[bytes], bool] = is_sealed
    members: Callable[[Guide], Members] | None = None  # of its folder
    parts: Callable[[Guide], Members] | None = (
        None  # of a form that may take several files, by what is behind their name
    )

    @property
    def over(self) -> Rule:
        """What its file may replace: one that was made here, and that nobody has changed since."""
        return Rule(self.is_made_here, OTHER_EXPORT)


def braille_file(ending: str, guide: Guide, wanted: Wanted = AS_USUAL) -> bytes:
    """An edition in braille, as a file of an ending."""
    return file_of(make_book(guide, words_of(guide), wanted), ending)


def braille_volumes(guide: Guide, wanted: Wanted = AS_USUAL) -> Members:
    """An edition in braille, as a file for each volume."""
    return parts_of(make_book(guide, words_of(guide), wanted))


FORMS = {
    form.name: form
    for form in (
        Form("csv", ".csv", "a table that import takes back", table.as_csv, lost.of_table),
        Form(
            "xlsx",
            ".xlsx",
            "the same table for Excel",
            workbook.as_xlsx,
            lost.of_table,
            lambda data: is_sealed_archive(data, workbook.SEAL_PLACE),
        ),
        Form("hsds", ".json", "HSDS 3.2 of Open Referral", hsds_json.as_json, lost.of_hsds),
        Form(
            "datapackage",
            ".zip",
            "HSDS as tables; a folder, too",
            datapackage.as_zip,
            lost.of_hsds,
            datapackage.is_zip_made_here,
            datapackage.members_of,
        ),
        Form(
            "brf",
            ".brf",
            "braille for an embosser or a display",
            partial(braille_file, "brf"),
            lost.of_braille,
            parts=braille_volumes,
        ),
        Form(
            "pef",
            ".pef",
            "braille as a file that says what it is",
            partial(braille_file, "pef"),
            lost.of_braille,
        ),
        Form("geojson", ".geojson", "offices with coordinates", points.as_geojson, lost.of_points),
        Form("vcard", ".vcf", "cards of an address book", cards.as_vcard, lost.of_cards),
    )
}
BRAILLE = ENDINGS


def in_braille(form: Form, wanted: Wanted) -> Form:
    """A form of braille, as it is wanted."""
    parts = partial(braille_volumes, wanted=wanted) if form.parts else None
    return form._replace(make=partial(braille_file, form.name, wanted=wanted), parts=parts)


def form_of(path: Path) -> Form | None:
    """The form that the ending of a file says, None for an ending that is none."""
    return next((form for form in FORMS.values() if form.ending == path.suffix.lower()), None)
