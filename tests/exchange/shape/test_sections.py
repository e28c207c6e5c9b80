"""Sections by categories, or by cities."""

from guide.exchange.mapping.model import Sections
from guide.exchange.shape.sections import file_stems, more_titles, sections_of
from tests.exchange.shape.made import item, listings, organization, service, shaped, street


def sections(*items, **wanted):
    """{title: names of its listings} and {title: see}."""
    found, _ = shaped(*items, sections=Sections(**wanted))
    return (
        {each.title: [one.values["name"] for one in each.listings] for each in found},
        {each.title: each.see for each in found if each.see},
    )


def named(name, *categories, **values):
    return item(name=name, categories=categories, **values)


def test_the_most_frequent_category_comes_first_and_what_has_none_last():
    made, _ = sections(named("C", "Health"), named("b", "Food"), named("A", "food"), named("D"))
    assert made == {"Food": ["A", "b"], "Health": ["C"], "Other services": ["D"]}


def test_other_categories_are_lines_in_their_sections():
    """Two at most."""
    made, see = sections(named("A", "Food", "Health", "Law", "Work"), named("B", "Health"), named("C", "Law"), named("D", "Work"))  # fmt: skip
    assert len(made) == 4 and see == {"Health": ("a",), "Law": ("a",)}


def test_few_sections_and_the_rest_in_the_last():
    """A listing whose chief category is rare stands in the section of another that it has."""
    found = [named("A", "Food"), named("B", "Food"), named("C", "Rare", "Food"), named("D", "Odd")]
    found += [named(name, "Law") for name in "EFG"] + [named(name, "Work") for name in "HI"]
    made, _ = sections(*found, limit=3, other="More")
    assert made == {"Law": ["E", "F", "G"], "Food": ["A", "B", "C"], "More": ["D", "H", "I"]}
    assert sections(*found, limit=1)[0].keys() == {"Law", "Other services"}


def test_a_rare_category_is_no_section_of_its_own():
    """In a guide of some size; a small one has what it has."""
    found = [named(f"A{number}", "Food") for number in range(12)]
    assert sections(*found, named("B", "Odd", "Food"), named("C", "Odd"))[0].keys() == {
        "Food",
        "Other services",
    }
    assert sections(*found[:3], named("B", "Odd"))[0].keys() == {"Food", "Odd"}


def test_listings_whose_chief_categories_are_rare_meet_in_another():
    """Where their categories stand from A to Z, the first says little."""
    found = [named(f"A{number}", f"Rare {number}", "Law") for number in range(12)]
    assert sections(*found, named("B", "Odd"))[0].keys() == {"Law", "Other services"}
    assert (
        list(more_titles([{"a", "b"}, {"b"}, {"c"}], ["c"], 1)) == ["b"]
        and list(more_titles([set()], [], 1)) == []
    )


def test_a_mapping_names_sections_and_their_order():
    """A title "" keeps a category out of them."""
    made, _ = sections(named("A", "fd"), named("B", "Target"), named("C", "Law"), named("D", "Law"), titles={"FD": "Food", "Target": ""})  # fmt: skip
    assert made == {"Food": ["A"], "Law": ["C", "D"], "Other services": ["B"]}


def test_categories_are_topics_too():
    """But not twice where a program has them, and not where the mapping says so."""
    made = listings(named("A", "Food", topics=["food", "Meals"]))[0]
    assert list(made) == ["id", "name", "services"] and made["services"] == ["food", "Meals"]
    assert listings(named("A", "Food"), sections=Sections(topics=False)) == [{"id": "a", "name": "A"}]
    one = organization(services=[service("A", hours=["Mo"], topics=["Food"], categories=["Food"]), service("B", hours=["Tu"], categories=["Law"])])  # fmt: skip
    assert listings(one)[0]["services"] == ["Law"]


def test_without_any_category_it_is_one_section_or_cities():
    assert sections(named("A"), named("B"))[0] == {"Listings": ["A", "B"]}
    found = [named(f"A{number:02}", address=street(number, f"City {number % 3}")) for number in range(61)]
    made, see = sections(*found, named("X"), limit=3)
    assert {title: len(each) for title, each in made.items()} == {
        "City 0": 21,
        "City 1": 20,
        "Other places": 21,
    }
    assert see == {} and "services" not in listings(*found)[0]


def test_ids_and_files_are_of_the_titles():
    found, _ = shaped(named("A", "Food & Meals"), named("B", "Food and Meals"), named("C", "安心"))
    assert [each.id for each in found][:2] == ["food-and-meals", "food-and-meals-2"]
    assert file_stems(found)[0] == "1-food-and-meals" and file_stems(found * 4)[0] == "01-food-and-meals"
    assert sections_of([], Sections()) == ()
