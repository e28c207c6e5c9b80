"""How many pages may be other than listings: what is given up for it, in which order, and that the build says so."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from benchmarks.convert import convert
from benchmarks.made_up import make_directory
from guide.build import stacks_of, words_of
from guide.content.choose.languages import choose_in_languages
from guide.language.words import ENGLISH
from guide.layout.editions.book import typeset
from guide.layout.editions.budget import FROM, Counted, Slimmer, budget_words, page_of, slim
from guide.layout.editions.lay_out import Version, lay_out
from guide.layout.pages import Text
from guide.layout.references import Place
from guide.layout.type.inline import Anchor
from guide.model import Edition
from guide.project import open_project
from tests.thorough import first_quick


@pytest.mark.parametrize(
    "listings,body,flexible,over",
    [(50, 78, 19, False), (50, 78, 20, True), (49, 10, 30, False), (400, 78, 20, True)],
)
def test_at_most_22_of_a_hundred_from_50_listings(listings, body, flexible, over):
    assert Counted(listings, body, 3).over(flexible) is over


@pytest.mark.parametrize("pages,expected", [(5, []), (8, ["a"]), (11, ["a", "c"]), (30, ["a", "c"])])
def test_one_thing_after_the_other_until_it_is_enough(pages, expected):
    """What there is not is not named as given up."""
    now = [pages]

    def give_up(there):
        def act():
            now[0] -= 3 * there
            return there

        return act

    slimmers = [Slimmer("a", give_up(True)), Slimmer("b", give_up(False)), Slimmer("c", give_up(True))]
    given, left = slim(Counted(50, 20, 0), lambda: [[]] * now[0], slimmers, lambda: now[0])
    assert given == expected and left == pages - 3 * len(expected)


def test_nothing_is_given_up_for_nothing():
    """What brings no page is there again, and so is what a later step brings back."""
    now = [30]

    def to(pages):
        return lambda: now.__setitem__(0, pages) or True

    slimmers = [
        Slimmer("a", to(28)),
        Slimmer("b", to(25), ("a",)),
        Slimmer("c", to(25)),
        Slimmer("d", to(26)),
    ]
    assert slim(Counted(50, 20, 0), lambda: [[]] * now[0], slimmers, lambda: now[0]) == (["b"], 25)


def test_listings_of_one_page_are_told(maker):
    """And each counts for itself where nobody knows its page."""
    outcomes = [
        SimpleNamespace(
            pages=2,
            places=lambda first: {
                Anchor("listing:a"): Place(first, first + 1, 0),
                Anchor("listing:b"): Place(first, first + 1, 9),
            },
        )
    ]
    tell = page_of(outcomes)
    assert tell("a") == tell("b") != tell("c") != tell("d")


def test_the_build_says_what_was_given_up_and_what_is_still_over():
    counted = Counted(50, 78, 2)
    assert budget_words(counted, 10, []) == ""
    assert "14 %" not in budget_words(counted, 20, ["index by place"])
    assert budget_words(counted, 20, ["index by place"]).endswith("given up for it: index by place")
    assert "at most 22 % was aimed at" in budget_words(counted, 21, [])


@pytest.fixture
def crowded(maker):
    """A guide whose index is long beside its listings: each of a town and of topics of its own."""

    def make(count=FROM, topics=8):
        listings = [
            maker.listing(
                f"n{n}",
                locations=(maker.office(f"Town {n}"),),
                services=("Food", *(f"Topic {n} {k}" for k in range(topics))),
            )
            for n in range(count)
        ]
        return maker.guide(maker.section(*listings))

    return make


def words(document):
    return [item.text.strip() for page in document.pages for item in page.items if isinstance(item, Text)]


@pytest.mark.parametrize("count,given", [(FROM, True), (FROM - 1, False)])
def test_topics_with_one_listing_go_first(crowded, maker, count, given):
    """Every listing keeps its name in the index, and the contents name what there is."""
    document, _ = typeset(crowded(count), maker.style, ENGLISH)
    found = words(document)
    assert ("Topic 1 1" not in found) is given and "Food" in found
    assert bool(document.said) is given
    if given:
        assert "topics with one listing" in document.said[0]
        assert ("index by place" in document.said[0]) is ("By place" not in found)
        title = "Index: names, topics" if "By place" not in found else "Index: names, places, topics"
        assert title in found


@pytest.mark.slow
def test_the_command_says_it(crowded, maker):
    guide = crowded()
    stacks = maker.style.regular, maker.style.bold
    made = lay_out([Version(guide, ENGLISH, stacks)], Edition(name="x"), guide)
    assert any("given up for it" in sentence for sentence in made.said)


def usual_edition(folder):
    """(pages, pages that are not of listings, what the build says) of the edition that is made when no other is named."""
    project = open_project(folder, date(2026, 11, 23))
    (edition,) = project.ask_for(()).sound
    chosen, _ = choose_in_languages(project.printed, edition, project.folder)
    versions = [Version(chosen.guide, words_of(chosen.guide), stacks_of(chosen.guide))]
    made = lay_out(versions, edition, chosen.whole)
    sections = [entry.destination.page for entry in made.document.outline if entry.children]
    behind = [
        entry.destination.page
        for entry in made.document.outline
        if not entry.children and entry.destination.page > sections[-1]
    ]
    pages = len(made.document.pages)
    return pages, pages - (behind[0] - sections[0]), " ".join(made.said)


@pytest.mark.slow
@pytest.mark.parametrize("listings", first_quick([61, 200]))
def test_guides_keep_to_it_or_say_what_they_gave_up(tmp_path, listings):
    """Counted by the bookmarks, and not by those who count for the budget."""
    convert(make_directory(listings), tmp_path)
    pages, others, said = usual_edition(tmp_path)
    assert others <= 0.22 * pages or "was aimed at" in said


def test_the_shipped_guide_takes_12_pages():
    """Cover, page 2, six pages of listings, three of the index, the form."""
    pages, others, _ = usual_edition(Path(__file__).parents[3] / "content")
    assert pages <= 12 and others <= 6
