"""The order of pages on paper: right-hand pages, and coupons with nothing behind them that is needed."""

from hypothesis import given
from hypothesis import strategies as st

from guide.layout.body.own_sheet import FILLER, OwnSheet, ordered, said_of_coupons

PLAIN, RECTO, COUPON, PICTURE = (
    OwnSheet("A"),
    OwnSheet("A", recto=True),
    OwnSheet("A", coupon=True),
    OwnSheet("A", bare=True),
)


def test_a_page_that_has_to_be_a_recto_is_one():
    assert ordered([RECTO], 4) == [FILLER, RECTO] and ordered([RECTO], 5) == [RECTO]
    assert ordered([RECTO], 4, one_sided=True) == [RECTO]


def test_behind_a_coupon_is_a_picture_or_a_page_that_fills_up():
    assert ordered([COUPON, PLAIN], 3) == [COUPON, FILLER, PLAIN]
    assert ordered([COUPON, PICTURE, PLAIN], 3) == [COUPON, PICTURE, PLAIN]
    assert ordered([COUPON], 2) == [FILLER, COUPON, FILLER] and ordered([COUPON], 2, True) == [COUPON]
    said = list(said_of_coupons(ordered([COUPON, PICTURE, COUPON], 3), 3, True))
    assert said == [
        "the coupon on page 3 has a picture on its back",
        "the coupon on page 5 has lines for notes on its back",
    ]


@given(st.lists(st.sampled_from((PLAIN, RECTO, COUPON, PICTURE)), max_size=9), st.integers(1, 9))
def test_nothing_that_is_read_is_behind_a_coupon(sheets, folio):
    done = ordered(sheets, folio)
    assert [sheet for sheet in done if sheet is not FILLER] == sheets
    for place, sheet in enumerate(done):
        if sheet.recto or sheet.coupon:
            assert (folio + place) % 2 == 1
        if sheet.coupon:
            assert done[place + 1] is FILLER or done[place + 1].bare
