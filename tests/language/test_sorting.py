"""The order of names."""

from hypothesis import given
from hypothesis import strategies as st

from guide.language.sorting import sort_key
from guide.language.unicode import collation_key

LETTERS = st.text(st.sampled_from("abcdefgzABCZéÉèñçüöÅłŁøđ"), min_size=1, max_size=6)


@given(st.lists(LETTERS, min_size=2, max_size=8))
def test_english_is_sorted_as_icu_sorts_it(words):
    """Where two differ in more than accents and capitals, both have one order of them."""
    for one in words:
        for other in words:
            if sort_key(one)[0] < sort_key(other)[0]:
                assert collation_key(one, "en") < collation_key(other, "en")


def test_other_languages_have_orders_of_their_own():
    assert sorted(["oca", "ñame", "nudo"], key=lambda word: sort_key(word, "es")) == ["nudo", "ñame", "oca"]
    assert sorted(["上海", "安徽", "北京"], key=lambda word: sort_key(word, "zh")) == ["安徽", "北京", "上海"]


def test_the_article_is_left_out():
    assert sort_key("The Food Bank")[0] == "food bank" and sort_key("The Food Bank", "es") == sort_key(
        "Food Bank", "es"
    )
