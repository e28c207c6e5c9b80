"""Places, problems, and the error that carries them."""

import pickle
from pathlib import Path

import pytest

from guide.errors import ERROR, GuideError, Mark, Problem, as_if_in

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


def test_an_error_goes_to_another_process_with_its_problems():
    problems = (Problem(mark=HERE, name="x", message="wrong"),)
    assert pickle.loads(pickle.dumps(GuideError(problems))).problems == problems


def test_what_is_wrong_in_a_copy_of_a_folder_is_told_of_the_folder():
    """Also where its name stands in words; what lies elsewhere stays."""
    there, here = Path("/tmp/copy"), Path("content")
    found = Problem(
        mark=Mark(there / "a.yaml", 3, 7), name="x", message="as in /tmp/copy/b.yaml:1:1", hint="see it"
    )
    told = as_if_in(here, found, there)
    assert (str(told.mark), told.message, told.hint) == (
        "content/a.yaml:3:7",
        "as in content/b.yaml:1:1",
        "see it",
    )
    assert as_if_in(here, Problem(mark=HERE, name="x", message="y"), there).mark == HERE
