"""What takes the place of what."""

from guide.content.compare.pairs import contacts, different, matched
from guide.content.compare.things import Said


def number(value, kind):
    return Said("phone", (value, kind), f"{value} {kind}", (value, kind))


def test_what_stays_is_not_told_however_often_it_stands_there():
    one = Said("email", "a", "a")
    assert list(different([one, one], [one])) == [("email", "a", "")]
    assert list(different([one], [one, Said("email", "b", "b")])) == [("email", "", "b")]


def test_the_first_tie_goes_before_the_second():
    """A number that has become one for text messages is the same number; else a fax takes the place of a fax."""
    old = [number("1", "voice"), number("2", "fax")]
    assert list(different(old, [number("3", "fax"), number("1", "text")])) == [
        ("phone", "1 voice", "1 text"),
        ("phone", "2 fax", "3 fax"),
    ]


def test_without_ties_nothing_takes_the_place_of_another():
    old, new = Said("services", "Food", "Food", ()), Said("services", "Shelter", "Shelter", ())
    assert list(different([old], [new])) == [("services", "Food", ""), ("services", "", "Shelter")]


def test_offices_are_matched_by_name_then_by_what_they_share(maker):
    north, south = (
        maker.office(name="North"),
        maker.office("Gary", maker.phone(), name="South", street="1 A Street"),
    )
    called = maker.office("Gary", maker.phone(), name="The South", street="9 Z Street")
    assert matched((north, south), (called, north)) == [(south, called), (north, north)]
    assert matched((north,), (called,)) == [(north, called)]  # each is alone
    assert matched((north,), ()) == [(north, None)]
    assert contacts(maker.office("Gary", maker.phone())) & contacts(called)
