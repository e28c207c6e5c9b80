"""Programs: the keys of their texts, and the places of a listing."""

from guide.model import Listing, Location, Phone, Program
from tests.conftest import MARK


def test_its_texts_are_known_by_its_number():
    assert Program(name="Pantry", number=12, mark=MARK).key == "program-12"


def test_a_listing_is_reached_at_its_offices_and_its_programs():
    first, second, third = (Phone(number=each, printed=each) for each in "123")
    program = Program(name="Pantry", mark=MARK, phones=(third,))
    office = Location(phones=(second,))
    listing = Listing(id="a", name="A", mark=MARK, phones=(first,), locations=(office,), programs=(program,))
    assert listing.places == (listing, office, program)
    assert listing.all_phones == (first, second, third)
