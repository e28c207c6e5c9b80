"""Who has copies of an edition with errors."""

from datetime import date

from guide.copies.ledger import Parcel
from guide.copies.recall import holders, without_slip

DAY = date(2026, 11, 30)


def test_who_has_copies_and_needs_the_slip():
    """With all that they got of it, those with the most first; and what they have had since."""
    parcels = [
        Parcel("Clinic", "", 3, "letter", 1, DAY, slip=2),
        Parcel("Library", "", 40, "letter", 1, DAY, slip=2),
        Parcel("Library", "", 10, "letter", 1, DAY, "more", slip=1),
        Parcel("Library", "", 5, "pocket", 1, DAY),
        Parcel("Library", "", 40, "letter", 2, DAY),
        Parcel("School", "", 7, "letter", 2, DAY),
    ]
    found = holders(parcels, "letter", 1)
    assert [(each.name, each.copies, each.later, each.slip) for each in found] == [
        ("Library", 50, 2, 1),
        ("Clinic", 3, 0, 2),
    ]
    assert [each.name for each in without_slip(found, 2)] == ["Library"]
    assert without_slip(found, 1) == [] and len(without_slip(found, 3)) == 2
    assert holders(parcels, "", 1)[0].copies == 55
