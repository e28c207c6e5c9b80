"""A kind of problem, and how it becomes one at its place."""

from pathlib import Path

import pytest

from guide.errors import ERROR, WARNING, Mark
from guide.problems.kind import ProblemKind, and_more

HERE = Mark(Path("a.yaml"), 3, 7)
KIND = ProblemKind("no-color", ERROR, "a colour", 'there is no colour "{word}"', "write one of {choices}")


def test_the_makers_values_are_put_into_its_words():
    problem = KIND.at(HERE, word="bleu", choices="blue, red")
    assert (problem.mark, problem.name, problem.level) == (HERE, "no-color", ERROR)
    assert (problem.message, problem.hint) == ('there is no colour "bleu"', "write one of blue, red")


def test_what_is_near_is_a_better_hint():
    """Where the maker knows something near; else what to do."""
    assert KIND.at(HERE, word="bleu", near="blue", choices="").hint == 'did you mean "blue"?'
    assert KIND.at(HERE, word="bleu", near="", choices="red").hint == "write one of red"


def test_a_kind_is_said_in_other_words():
    other = KIND.said("{word} is a number", "", guess="{near}!")
    assert (other.name, other.what, other.level) == (KIND.name, KIND.what, ERROR)
    assert other.at(HERE, word="7", near="8").hint == "8!"


def test_a_kind_has_one_level_or_two():
    both = KIND._replace(other_level=WARNING)
    assert both.at(HERE, WARNING, word="", choices="").level == both.said("", "", WARNING).level == WARNING
    assert both.at(HERE, word="", choices="").level == ERROR
    with pytest.raises(ValueError, match="never warning"):
        KIND.at(HERE, WARNING, word="", choices="")


def test_what_a_text_says_is_never_taken_for_brackets():
    assert KIND.at(HERE, word="{choices}", choices="x").message == 'there is no colour "{choices}"'


def test_more_is_counted():
    assert (and_more(0), and_more(3)) == ("", " (and 3 more)")
