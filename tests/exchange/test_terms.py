"""Words that stand in tables of their own."""

from guide.exchange.mapping.model import Lookup, SourceMapping, TableMapping, Take
from guide.exchange.origin import Origin
from guide.exchange.terms import Terms
from tests.exchange.made_tables import table

TAXONOMY = table(
    "Taxonomy",
    "id,name,parent_id,vocabulary\n1,Food,,\n2,Soup kitchens,1,\n3,Target Populations,,\n4,Youth,3,\n5,Loop,6,\n6,Pool,5,\n"
    "7,Veterans,,Target Populations\n8,,,\n",
)


def terms(**how):
    """(the terms, a lookup in them)."""
    lookup = Lookup("terms|taxonomies", **how)
    mapping = SourceMapping(
        name="a", tables=(TableMapping(fields={"category": Take(columns=("t",), lookup=lookup)}),)
    )
    return Terms((TAXONOMY,), mapping), lookup


def test_an_id_is_a_word():
    """And its row is one that was wanted."""
    all_terms, lookup = terms()
    assert all_terms.find(lookup, " 2 ") == "Soup kitchens"
    assert all_terms.find(lookup, "99") is None
    assert all_terms.find(lookup, "8") is None
    assert all_terms.used == {Origin("Taxonomy.csv", 3)}


def test_terms_below_another_may_be_meant_alone():
    """By the terms above them or by their vocabulary; a circle has no top."""
    people, below = terms(below=("target populations",))
    others, not_below = terms(not_below=("Target Populations",))
    assert [people.find(below, each) for each in "1234567"] == [
        "",
        "",
        "Target Populations",
        "Youth",
        "",
        "",
        "Veterans",
    ]
    assert [others.find(not_below, each) for each in "1234567"] == [
        "Food",
        "Soup kitchens",
        "",
        "",
        "Loop",
        "Pool",
        "",
    ]
