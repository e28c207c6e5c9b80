"""What a map shows of a guide."""

from guide.layout.parts.map_stock import MapStock
from tests.sketched import at, town_map


def test_who_is_on_it_and_who_is_not(maker):
    places = at(maker, 0, 0), at(maker, 50, 50), maker.office(), at(maker, 0.5, 0)
    listings = [maker.listing(str(n), locations=(each,)) for n, each in enumerate(places)]
    stock = MapStock(town_map(), maker.guide(maker.section(*listings)), 2)
    assert stock.numbers == {1, 4} and stock.missing == ["2", "3"]
    assert [row.text for each in stock.lists for row in each.rows] == ["Name of 0", "Name of 3"]
    assert stock.anchor.name == "map:2"
    (said,) = stock.said()
    assert "shows 2 of 4 listings" in said and "2 Name of 1 (outside of it)" in said


def test_of_many_outside_the_first_are_named(maker):
    listings = [maker.listing(str(n), locations=(at(maker, 50 * (n > 0), 0),)) for n in range(9)]
    (said,) = MapStock(town_map(), maker.guide(maker.section(*listings)), 1).said()
    assert "7 Name of 6 and 2 more (outside of it)" in said
