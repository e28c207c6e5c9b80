"""The rows of the table of who is open when: an office each."""

from guide import model
from guide.language.words import ENGLISH
from guide.layout.parts.open_rows import open_offices, open_rows

NINE_TO_FIVE = ((540, 1020),)


def rule(*spans, days=(), **more):
    return model.OpeningRule(days=days, spans=spans, **more)


def opening(*rules):
    return model.OpeningHours(text="", rules=rules)


def test_an_office_has_a_row_of_its_own(maker):
    """With its name behind the listing's; in the lists the first voice number, or words that there is none."""
    offices = tuple(
        maker.office(city, opening=opening(rule(*NINE_TO_FIVE)), name=f"{city} site")
        for city in ("Chicago", "Joliet")
    )
    listings = [maker.listing("a", locations=offices)] + [
        maker.listing(f"n{n}", opening=opening(rule(*NINE_TO_FIVE))) for n in range(4)
    ]
    rows = open_rows(maker.guide(maker.section(*listings)), ENGLISH)
    assert [row.name for row in rows[:2]] == ["Name of a, Chicago site", "Name of a, Joliet site"]
    assert [row.section for row in rows] == [1] * 6 and not rows[0].holidays
    offices = open_offices(maker.guide(maker.section(*listings)), ENGLISH)
    assert [office.number for office in offices] == [1, 1, 2, 3, 4, 5] and offices[0].phone is None
