"""Where in a listing a problem is."""

from guide.content.load import read_guide
from guide.content.places import at_words
from guide.errors import Mark
from guide.problems.kind import WARNING, ProblemKind
from guide.project import load_content

KIND = ProblemKind("x", WARNING, "x", "{said}", "mend it")
FOOD = """title: Food
listings:
  - id: one
    name: One
    description: |
      Soup is served. The Cafe\ufffd is open.
  - id: two
    name: Two
    summary: The Cafe\ufffd too
"""


def places(load, tmp_path, said):
    """(line, column) of a problem that says this of each listing."""
    load(food=FOOD)
    guide, _ = read_guide(tmp_path)
    problems = [KIND.at(listing.mark, said=said) for listing in guide.listings]
    return [problem.mark[1:] for problem in at_words(problems, guide)]


def test_a_problem_stands_at_the_words_that_it_quotes(load, tmp_path):
    """In its own listing, and with what was cut off of a long text."""
    assert places(load, tmp_path, 'a character was lost: "The Cafe\ufffd"') == [(6, 23), (9, 14)]
    assert places(load, tmp_path, 'a character was lost: "...is served..."') == [(6, 12), (7, 5)]


def test_a_problem_without_words_stays_where_its_listing_begins(load, tmp_path):
    assert places(load, tmp_path, "nobody has called") == [(3, 5), (7, 5)]


def test_a_problem_of_another_place_stays_there(load, tmp_path):
    load(food=FOOD)
    guide, _ = read_guide(tmp_path)
    problem = KIND.at(Mark(guide.mark.path, 1, 1), said='"Soup is served"')
    assert at_words([problem], guide) == [problem]


def test_notes_and_what_is_missing_are_no_words_of_a_listing(load, tmp_path):
    """A key that is not there stands nowhere, least of all in a note behind a #."""
    load(
        food="title: Food\nlistings:\n  - id: one\n    # the example.com name\n    website: https://www.example.com\n"
    )
    found = {(problem.name, *problem.mark[1:]): str(problem) for problem in load_content(tmp_path)[1]}
    assert ("missing", 3, 5) in found and '5:14: "https://www.' in found["placeholder", 5, 14]
