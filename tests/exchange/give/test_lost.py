"""What a form cannot hold is counted."""

from guide.exchange.give.lost import of_cards, of_points, of_table


def test_what_has_no_place_is_told(everything):
    assert of_table(everything) == ("1 introduction of a section", "1 line of help on the cover")
    assert of_points(everything)[:3] == (
        "3 offices without coordinates",
        "3 listings that are on no map",
        "1 program",
    )
    assert of_cards(everything)[:3] == (
        "2 places with hours of their own",
        "1 meeting",
        "1 program, but for its numbers",
    )
