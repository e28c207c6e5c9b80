"""Places, problems, and the error that carries them."""

from pathlib import Path

import pytest

from guide.errors import ERROR, GuideError, Mark, Problem

HERE = Mark(Path("a.yaml"), 3, 7)


@pytest.mark.parametrize("mark, text", [(HERE, "a.yaml:3:7"), (Mark(Path("a.yaml")), "a.yaml")])
def test_a_place_is_written_as_editors_read_it(mark, text):
    assert str(mark) == text


def test_a_problem_says_where_what_and_what_to_do():
    problem = Problem(mark=HERE, name="x", message="wrong")
    assert (str(problem), problem.level) == ("a.yaml:3:7: wrong", ERROR)
    assert str(Problem(mark=HERE, name="x", message="wrong", hint="mend it")) == "a.yaml:3:7: wrong; mend it"


def test_an_error_carries_every_problem_in_order():
    problems = [Problem(mark=HERE, name=name, message=name) for name in ("b", "a")]
    error = GuideError(iter(problems))
    assert error.problems == tuple(problems) and str(error) == "a.yaml:3:7: b\na.yaml:3:7: a"
