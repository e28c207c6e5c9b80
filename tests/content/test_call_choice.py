"""Which calls a call sheet is for: stale ones, of some sections, of one volunteer."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide import model
from guide.content.call_choice import CallChoice, Part, choice_words, find_sections, is_stale, read_part
from guide.content.worklist import list_calls
from guide.errors import GuideError, Mark

MARK = Mark(Path("a.yaml"), 1, 1)
TODAY = date(2026, 11, 30)


def guide(*days, sections=("Food", "Beds for tonight"), printed=lambda n: True):
    """A guide whose listings were verified on these days, dealt out to its sections one after the other."""
    listings = [
        model.Listing(id=f"l{n}", name=f"L{n}", mark=MARK, verified=day, printed=printed(n))
        for n, day in enumerate(days)
    ]
    return model.Guide(
        title="T",
        edition=model.EditionMark(date=date(2026, 1, 1)),
        mark=MARK,
        sections=tuple(
            model.Section(id=f"s{n}", title=title, mark=MARK, listings=tuple(listings[n :: len(sections)]))
            for n, title in enumerate(sections)
        ),
    )


def ids(guide, **choice):
    return [call.listing.id for call in list_calls(guide, CallChoice(**choice))]


@given(st.integers(0, 80), st.integers(1, 30))
def test_the_parts_are_fair_and_have_all_of_it_once(count, volunteers):
    whole = guide(*[None] * count)
    parts = [ids(whole, part=Part(n, volunteers)) for n in range(1, volunteers + 1)]
    assert sorted(sum(parts, [])) == sorted(ids(whole))
    assert max(map(len, parts)) - min(map(len, parts)) <= 1


@given(st.lists(st.booleans(), max_size=60), st.integers(1, 6))
def test_a_listing_stays_with_its_volunteer_whatever_is_checked(checked, volunteers):
    """Who prints the part again on another day calls nobody that another calls."""
    before = guide(*[None] * len(checked))
    after = guide(*(TODAY if each else None for each in checked))
    for number in range(1, volunteers + 1):
        part = Part(number, volunteers)
        assert set(ids(after, part=part, stale_on=TODAY)) <= set(ids(before, part=part, stale_on=TODAY))


@pytest.mark.parametrize(
    ("day", "stale"),
    [
        (None, True),
        (date(2026, 11, 30), False),
        (date(2025, 11, 30), False),
        (date(2025, 11, 29), True),
        (date(2026, 12, 1), True),
    ],
)
def test_stale_is_what_the_guide_says(day, stale):
    """A year where it says nothing; a day to come is none on which anybody called."""
    whole = guide(day)
    assert is_stale(whole.listings[0], whole, TODAY) is stale
    assert ids(whole, stale_on=TODAY) == ["l0"] * stale


def test_sections_are_found_by_title_or_id():
    whole = guide(*[None] * 6, sections=("Food", "Beds for tonight", "Law"))
    assert ids(whole, sections=("food",)) == ids(whole, sections=("s0",)) == ["l0", "l3"]
    assert ids(whole, sections=(" BEDS  for tonight", "s2")) == ["l1", "l4", "l2", "l5"]
    assert find_sections(whole, ()) == frozenset()


def test_a_section_that_there_is_not_is_told_with_those_there_are():
    whole = guide(None)
    with pytest.raises(GuideError) as raised:
        find_sections(whole, ("Foodd", "Quite other", "s1"))
    first, second = raised.value.problems
    assert first.message == 'there is no section "Foodd"' and 'did you mean "Food"?' in first.hint
    assert second.hint == "write a title or an id: Food; Beds for tonight"


def test_what_is_not_printed_is_not_called():
    whole = guide(*[None] * 4, printed=lambda n: n != 0)
    assert ids(whole) == ["l2", "l1", "l3"]
    assert ids(whole, part=Part(1, 3)) == ["l2"]


def test_the_order_is_by_age_or_by_number():
    whole = guide(date(2026, 3, 1), None, date(2025, 3, 1), sections=("Food",))
    assert ids(whole) == ["l1", "l2", "l0"]
    assert ids(whole, by_number=True) == ["l0", "l1", "l2"]
    assert [call.number for call in list_calls(whole, CallChoice(sections=("food",), part=Part(2, 2)))] == [2]


@pytest.mark.parametrize("text", ["2/5", " 2 / 5 ", "002/5"])
def test_a_part_is_which_of_how_many(text):
    assert read_part(text) == Part(2, 5)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "write which of how many, as in 2/5"),
        ("2", "write which of how many, as in 2/5"),
        ("2/5/6", "write which of how many, as in 2/5"),
        ("-1/5", "write which of how many, as in 2/5"),
        ("\u0662/5", "write which of how many, as in 2/5"),
        ("2/0", "divide the calls among 1 volunteer or more"),
        ("0/5", "the first of 5 is 1/5, the last 5/5"),
        ("6/5", "the first of 5 is 1/5, the last 5/5"),
    ],
)
def test_what_is_no_part_is_told(text, words):
    with pytest.raises(ValueError, match="is no part") as raised:
        read_part(text)
    assert words in str(raised.value)


def test_what_was_chosen_is_said_in_words():
    whole = guide(None)
    assert choice_words(CallChoice(), whole) == choice_words(CallChoice(by_number=True), whole) == ""
    choice = CallChoice(TODAY, ("s0", "beds for tonight"), Part(2, 5))
    assert (
        choice_words(choice, whole) == "stale or never checked; sections Food, Beds for tonight; part 2 of 5"
    )
