"""Texts in capitals."""

from guide.content.checks.casing import own_forms
from guide.exchange.clean.capitals import in_capitals, without_capitals


def test_what_is_in_capitals():
    """More than an abbreviation, with no small letter."""
    assert all(map(in_capitals, ["FOOD BANK", "SPRINGFIELD", "ST. JOHN'S 12TH"]))
    assert not any(map(in_capitals, ["YMCA", "Food BANK", "541-555-0142", "", "OR"]))


def test_a_name_and_a_sentence_are_written_as_usual():
    """Abbreviations of the source's own texts and of the user's list stay."""
    forms = own_forms(["Call YouthLink or GAAP today"])
    assert (
        without_capitals("YOUTHLINK AND GAAP OF THE LAKE", forms, frozenset())
        == "YouthLink and GAAP of the Lake"
    )
    assert without_capitals("FRIENDS OF BART", {}, frozenset(["BART"])) == "Friends of BART"
    long = "HELPS PEOPLE WITH HIV AND THEIR FAMILIES TO FIND A HOME. CALL GAAP FIRST."
    assert (
        without_capitals(long, forms, frozenset())
        == "Helps people with HIV and their families to find a home. Call GAAP first."
    )
