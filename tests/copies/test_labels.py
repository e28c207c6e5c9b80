"""Labels of parcels as a file."""

from datetime import date

import pymupdf

from guide.copies.labels import edition_said, of_copies, of_slips, parcel_labels
from guide.copies.ledger import Parcel
from guide.copies.recall import holders
from guide.label_sheets import SHEETS
from guide.layout.editions.label_pages import Sheeting

PARCELS = [Parcel("Main Library", "1 Example Square\nChicago, IL 60612", 40, "letter", 1, date(2026, 11, 30))]


def test_a_label_says_to_whom_and_what(maker):
    """Of slips there are as many as copies."""
    guide = maker.guide(maker.section(maker.listing()))
    for parcels, what in (
        (of_copies(PARCELS, guide), "40 copies. Edition 1, blue, November 2026"),
        (of_slips(holders(PARCELS, "letter", 1), 1, guide), "40 copies. Corrections to edition 1"),
    ):
        made = parcel_labels(guide, parcels, Sheeting(SHEETS["5163"], 2))
        with pymupdf.open(stream=made.pdf) as pdf:
            text = pdf[0].get_text().split("\n")
        assert {"Main Library", "1 Example Square", "Chicago, IL 60612", what} <= {
            line.strip() for line in text
        }
    assert edition_said(4, guide) == ("Edition 4",)


def test_no_parcels_are_no_file(maker):
    guide = maker.guide(maker.section(maker.listing()))
    assert parcel_labels(guide, [], Sheeting(SHEETS["5163"])) == (b"", (), ())


def test_what_no_face_has_is_told_by_name(maker):
    """The others have their labels."""
    guide = maker.guide(maker.section(maker.listing()))
    parcels = of_copies([PARCELS[0], PARCELS[0]._replace(name="Clinic \U0001f600")], guide)
    made = parcel_labels(guide, parcels, Sheeting(SHEETS["5163"]))
    assert made.pdf and made.unprintable == (("Clinic \U0001f600", "\U0001f600"),)
