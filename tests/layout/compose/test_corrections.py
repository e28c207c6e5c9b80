"""What of a listing is printed otherwise: each thing once, and in the place of what."""

import pytest

from guide.layout.compose.corrections import CorrectionComposer, in_contact
from guide.layout.compose.voice import Voice
from guide.layout.tags import Tag
from guide.model import FAX, Address, Program
from tests.conftest import MARK
from tests.corrected import guides, later, to_correct


def pairs(maker, old, new):
    """[(office or program, kind, crossed out, written)] of one listing."""
    asked = guides(maker, [old], [new])
    if not asked.corrections:
        return []
    composer = CorrectionComposer(
        *(Voice(each.guide, each.words, paged=False) for each in (asked.old, asked.new)), "H2"
    )
    return [
        (
            pair.spot.name,
            pair.spot.kind,
            [line.text for line in pair.old],
            [line.text for piece in pair.new for line in piece.lines],
        )
        for pair in composer.pairs(asked.corrections[0], Tag("Document"))
    ]


def test_a_number_takes_the_place_of_a_number(maker):
    """The others of the office are not told again."""
    kept, fax = maker.phone("312-555-0100"), maker.phone("312-555-0109", FAX)
    old = maker.listing(locations=(maker.office("Chicago", kept, maker.phone("312-555-0101"), fax),))
    new = maker.listing(
        locations=(maker.office("Chicago", kept, maker.phone("312-555-0102", extension="4"), fax),)
    )
    assert pairs(maker, old, new) == [("", "phone", ["312-555-0101"], ["312-555-0102 ext. 4"])]


def test_an_address_is_told_whole_and_with_its_new_number(maker):
    """What stands behind one bar is crossed out and written as one."""
    old = maker.listing(locations=(maker.office("Chicago", maker.phone("312-555-0101")),))
    new = maker.listing(locations=(maker.office("Evanston", maker.phone("312-555-0102")),))
    (pair,) = pairs(maker, old, new)
    assert pair[2] == ["3110 West Taylor Street", "Chicago, IL 60612", "312-555-0101"]
    assert pair[3] == ["3110 West Taylor Street", "Evanston, IL 60612", "312-555-0102"]


def test_the_office_that_is_different_is_named(maker):
    """Of several, by its label; one that is new or gone is told whole."""
    north, south = (
        maker.office("Evanston", name="North"),
        maker.office("Chicago", name="South", hours=("Daily",)),
    )
    old = maker.listing(locations=(north, south))
    new = maker.listing(locations=(north, maker.office("Chicago", name="South", hours=("Never",))))
    assert pairs(maker, old, new) == [("South", "hours", ["Daily"], ["Never"])]
    ((name, _, gone, came),) = pairs(
        maker, old, maker.listing(locations=(north, maker.office("Gary", name="East"), south))
    )
    assert (name, gone, came[-1]) == ("East", [], "Gary, IL 60612")


def test_what_does_not_stand_in_the_block_is_told_by_itself(maker):
    """News, prose, facts, programs."""
    old = maker.listing(
        description=(maker.paragraph("Kept."), maker.paragraph("Was.")),
        fees_description="Free",
        programs=(Program(name="Night", mark=MARK, phones=(maker.phone(),)),),
    )
    new = maker.listing(
        description=(maker.paragraph("Kept."), maker.paragraph("Is.")),
        fees_description="5 dollars",
        alert="Moves soon",
        programs=(Program(name="Night", mark=MARK, phones=(maker.phone("312-555-0102"),)),),
    )
    assert [each[1:] for each in pairs(maker, old, new)] == [
        ("alert", [], ["Moves soon"]),
        ("text", ["Was."], ["Is."]),
        ("facts", ["Cost Free"], ["Cost 5 dollars"]),
        ("phone", ["773-471-0999"], ["312-555-0102"]),
    ]


def test_nothing_is_told_of_what_is_printed_alike(maker):
    """Another day of its last check, a tag, an order of numbers are no correction."""
    one, other = maker.phone("312-555-0100"), maker.phone("312-555-0101")
    old = maker.listing(phones=(one, other), services=("Food",))
    assert pairs(maker, old, maker.listing(phones=(other, one), services=("Shelter",))) == []


def test_an_address_that_is_confidential_now_is_not_told(maker):
    """Neither where it was, anywhere."""
    old = maker.listing(locations=(maker.office("Chicago", maker.phone()),))
    secret = maker.office(
        "Chicago", maker.phone(), address=Address(city="Chicago", state_province="IL", confidential=True)
    )
    assert "Taylor" not in str(pairs(maker, old, maker.listing(locations=(secret,))))


def test_a_listing_that_is_gone_and_one_that_is_new(maker):
    """Gone by its number and page; new behind all others, without either."""
    old = maker.guide(maker.section(maker.listing("a"), maker.listing("b")))
    asked = to_correct(old, later(maker.guide(maker.section(maker.listing("b"), maker.listing("c")))))
    assert [(each.name, each.number, each.page, each.is_gone) for each in asked.corrections] == [
        ("Name of a", 1, 1, True),
        ("Name of c", 0, 0, False),
    ]


@pytest.mark.parametrize(
    ("more", "is_there"), [({"phones": ()}, True), ({"fees_description": "5 dollars"}, False)]
)
def test_whether_all_stands_in_the_contact_block(maker, more, is_there):
    """Then a sticker over the block corrects it."""
    old = {"phones": (maker.phone(),), "email": "a@example.org"}
    asked = guides(maker, [maker.listing(**old)], [maker.listing(**(old | more))])
    composer = CorrectionComposer(*(Voice(each.guide, each.words) for each in (asked.old, asked.new)), "H2")
    assert in_contact(composer.pairs(asked.corrections[0], Tag("Document"))) is is_there
