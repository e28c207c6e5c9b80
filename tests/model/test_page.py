"""What a page of the guide's own has."""

from guide.model.page import PICTURE_WIDTHS, Coupon, Heading, Picture, pictures_of


def test_the_pictures_of_a_page_are_told_in_order():
    pictures = Picture("b.png", "B"), Picture("a.png", "A", "live")
    assert pictures_of((pictures[0], Heading(1, ()), Coupon(()), pictures[1])) == pictures


def test_a_picture_is_as_wide_as_the_text_unless_it_says_so():
    assert Picture("a.png", "A").width == "prose" and list(PICTURE_WIDTHS) == [
        "column",
        "prose",
        "live",
        "page",
    ]
