"""Texts in capitals."""

from guide.content.checks.casing import own_forms
from guide.exchange.clean.capitals import without_capitals


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
