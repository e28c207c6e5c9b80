"""Names in capitals, and how they are written otherwise."""

import pytest

from guide.content.checks import check_guide
from guide.content.checks.casing import in_capitals
from tests.content.checks.samples import FOOD, TODAY


@pytest.mark.parametrize(
    "name, calm",
    [
        ("AIDS LEGAL REFERRAL PANEL", "AIDS Legal Referral Panel"),
        ("NAMI HARBOR CITY", "NAMI Harbor City"),
        ("FRIENDS OF THE HARBOR (FOTH)", "Friends of the Harbor (FOTH)"),
        ("ST. MARY'S CENTER", "St. Mary's Center"),
        ("MLK CENTER", "MLK Center"),
        ("8TH STREET AND 2ND AVENUE", "8th Street and 2nd Avenue"),
        ("THE ARC OF O'BRIEN COUNTY", "The Arc of O'Brien County"),
        ("A.C.T. UP NOW", "A.C.T. Up Now"),
        ("PHASE II HOUSING", "Phase II Housing"),
        ("R&B HOUSE OF MUSIC", "R&B House of Music"),
        ("HOPELINK FOOD BANK", "HopeLink Food Bank"),
        ("CASA FOR KIDS", "CASA for Kids"),
        ("MCKINLEY SCHOOL", "McKinley School"),
        ("DROP-IN CENTER: THE DOOR", "Drop-in Center: The Door"),
        ("ZORP WORKSHOP", "ZORP Workshop"),
        ("CAF\u00c9 DU NORD", "Caf\u00e9 du Nord"),
    ],
)
def test_abbreviations_stay_in_the_hint_for_a_name_in_capitals(load, name, calm):
    """What the guide writes in its own way elsewhere, what everybody knows, and what nobody could say as a word."""
    found = load(
        food=FOOD
        + '    description: Ask HopeLink or ZORP.\n    short_name: ZORP\n  - id: other\n    name: "'
        + name
        + '"\n'
    )
    hints = [problem.hint for problem in check_guide(found.guide, TODAY) if problem.name == "capitals"]
    assert hints == [f"write {calm}; abbreviations stay in capitals"]


def test_what_is_in_capitals():
    """More than an abbreviation, with no small letter."""
    assert all(map(in_capitals, ["FOOD BANK", "SPRINGFIELD", "ST. JOHN'S 12TH"]))
    assert not any(map(in_capitals, ["YMCA", "Food BANK", "541-555-0142", "", "OR"]))
