"""Three ways of a listing."""

from hypothesis import given, settings
from hypothesis import strategies as st

from guide.exchange.again.merge import Change, Conflict, by_code, same, three_ways
from tests.thorough import examples

VALUES = st.dictionaries(
    st.sampled_from(["name", "phones", "hours", "email"]), st.sampled_from(["a", "b", "c"])
)


def test_what_only_the_source_changed_is_taken():
    """And what only somebody here changed stays."""
    base = {"id": "x", "name": "A", "phones": ["1"], "hours": "9-5", "email": "a@b.org"}
    mine = {"id": "x", "name": "A", "phones": ["2"], "hours": "9-5", "email": "a@b.org", "alert": "New"}
    theirs = {"id": "x", "name": "B", "phones": ["1"], "website": "www.a.org", "email": "a@b.org"}
    assert list(three_ways(base, mine, theirs)) == [
        Change("name", "B"),
        Change("website", "www.a.org"),
        Change("hours", None),
    ]


def test_what_both_changed_is_a_conflict_unless_they_agree():
    """What is here stays."""
    assert list(three_ways({"name": "A"}, {"name": "B"}, {"name": "C"})) == [Conflict("name", "B", "C")]
    assert list(three_ways({"name": "A"}, {"name": "C"}, {"name": "C"})) == []
    assert list(three_ways({"name": "A"}, {}, {"name": "C"})) == [Conflict("name", None, "C")]


def test_a_list_of_one_is_its_item_and_breaks_of_lines_do_not_count():
    """Content may say either."""
    assert same(["1"], "1") and same("a\n  b", "a b") and same({}, None) and same([], "") is same("", [])
    assert not same(["1", "2"], ["2", "1"]) and not same({"a": "1"}, {"a": "2"})


def test_names_of_languages_and_their_codes_are_no_change():
    """An import of before wrote names."""
    base = {"languages": ["English", "Spanish", "Mixteco bajo"]}
    assert list(three_ways(base, base, {"languages": ["en", "es", "Mixteco bajo"]})) == []
    assert list(three_ways(base, base, {"languages": ["en"]})) == [Change("languages", ["en"])]
    assert by_code(None) is None and by_code("English") == "English"


@settings(max_examples=examples(50, 1_000), deadline=None)
@given(VALUES, VALUES, VALUES)
def test_nothing_local_is_lost(base, mine, theirs):
    """A key that somebody changed here keeps its value; one that nobody touched becomes what comes."""
    merged = dict(mine)
    for each in three_ways(base, mine, theirs):
        if isinstance(each, Change):
            merged.pop(each.key, None) if each.value is None else merged.update({each.key: each.value})
    for key in {*base, *mine, *theirs}:
        if mine.get(key) != base.get(key):
            assert merged.get(key) == mine.get(key)
        else:
            assert merged.get(key) == theirs.get(key)
