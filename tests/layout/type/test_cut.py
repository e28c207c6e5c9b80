"""Texts that are cut to fit."""

from guide.layout.type.cut import ELLIPSIS, cut_to_fit
from guide.layout.type.setter import Setter


def test_a_text_is_cut_at_a_word_or_within_its_first(letter):
    """What fits stays as it is; marks before the dots go."""
    setter = Setter(letter, 1)
    assert cut_to_fit("Food", 100, 12, setter) == "Food"
    cut = cut_to_fit("Food, beds and help in the county", 80, 12, setter)
    assert cut.startswith("Food, beds") and cut.endswith(ELLIPSIS) and setter.width(cut, 12) <= 80
    assert cut_to_fit("Massachusetts", 40, 12, setter).startswith("Ma")
    assert cut_to_fit("Food, beds", setter.width("Food, be", 12), 12, setter) == "Food" + ELLIPSIS
