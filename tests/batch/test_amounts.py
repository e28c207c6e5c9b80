"""How much there is of a listing, in letters, and of the first of a wish."""

from types import SimpleNamespace

from guide.batch.amounts import LISTING, SECTION, Amounts, Sums, amount_of
from guide.errors import Mark
from guide.model import Address, Listing, Location, Paragraph, Span

MARK = Mark("a.yaml")


def listing(id, letters, **changes):
    prose = (Paragraph((Span("x" * letters),)),)
    return Listing(id=id, name="", mark=MARK, description=prose, **changes)


def guide(*sections):
    """So much of a guide as is asked for: listings in sections."""
    listings = tuple(each for section in sections for each in section)
    return SimpleNamespace(listings=listings, sections=[SimpleNamespace(listings=each) for each in sections])


def test_letters_that_are_printed_are_counted():
    """Those of names, texts and places; not those of topics, of who checked it or of why a check is off."""
    office = Location(address=Address(address_1="12 Elm St", city="York"))
    plain = amount_of(listing("a", 30))
    assert plain == LISTING + 30
    assert amount_of(listing("a", 30, services=("Food pantry",), verified_by="Ana", source="call")) == plain
    assert amount_of(listing("a", 30, locations=(office,))) >= plain + len("12 Elm StYork")


def test_the_first_of_a_wish_are_summed_up():
    """With the opening of each section once, in whatever order."""
    of = Amounts(guide((listing("a", 10), listing("b", 20)), (listing("c", 30),)))
    sums = Sums(of, ("b", "c", "a"))
    steps = [0, LISTING + 20 + SECTION, LISTING + 30 + SECTION, LISTING + 10]
    assert [sums.of(count) for count in (0, 3, 1)] == [0, sum(steps), sum(steps[:2])]
    assert [sums.count(amount) for amount in (0, steps[1] - 1, steps[1], sum(steps) - 1, 1e9)] == [
        0,
        0,
        1,
        2,
        3,
    ]


def test_what_is_far_down_a_wish_is_not_counted():
    """Of ten thousand listings those alone that may have room."""
    of = Amounts(guide(tuple(listing(f"l{number}", 100) for number in range(50))))
    assert Sums(of, tuple(of.listings)).count(SECTION + 3 * (LISTING + 100)) == 3
    assert len(of.known) == 4
