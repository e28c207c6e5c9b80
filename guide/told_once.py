"""What is said of several editions that were made together, each thing once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from guide.build import of_editions
from guide.content.choose.languages import judge_together
from guide.errors import WARNING, Problem
from guide.manifest import Made
from guide.problems.translations import MISSING_TRANSLATION, OFFERED_TRANSLATION
from guide.project import open_project

OF_A_LANGUAGE = frozenset((MISSING_TRANSLATION.name, OFFERED_TRANSLATION.name))
NONE: Mapping[str, tuple[Problem, ...]] = MappingProxyType({})
Key = tuple[str, Path]  # the name of a problem with a language, and the folder of its translation


def told_once(
    content: Path, editions: Sequence[Made], failed: Mapping[str, tuple[Problem, ...]] = NONE
) -> tuple[Problem, ...]:
    """The problems of editions, those first that could not be made, each once, with the names of those that have it where others do not.

    Texts that are not translated are one problem for all editions in a language, though one prints more of them than another.
    """
    found = {**failed, **{made.name: made.problems for made in editions}}
    if differing := set(_differing(found.values())):
        found = _together(content, found, differing)
    return of_editions(len(found), found)


def _differing(found: Iterable[Iterable[Problem]]) -> Iterator[Key]:
    """Yield what is told of a language in one way of one edition and in another of another one."""
    told: dict[Key, Problem] = {}
    for problem in (each for problems in found for each in problems if _is_of_a_language(each)):
        if told.setdefault(_key(problem), problem) != problem:
            yield _key(problem)


def _together(
    content: Path, found: dict[str, tuple[Problem, ...]], differing: set[Key]
) -> dict[str, tuple[Problem, ...]]:
    """The problems by the names of editions, with one for all in the place of those that differ."""
    project = open_project(content)
    editions = [edition for name, edition in project.editions.items() if name in found]
    joint = {_key(each): each for each in judge_together(project.printed, editions, content)}

    def one(problem: Problem) -> Problem:
        is_joint = _is_of_a_language(problem) and _key(problem) in differing
        return joint.get(_key(problem), problem) if is_joint else problem

    return {name: tuple(map(one, problems)) for name, problems in found.items()}


def _is_of_a_language(problem: Problem) -> bool:
    return problem.name in OF_A_LANGUAGE and problem.level == WARNING


def _key(problem: Problem) -> Key:
    return problem.name, problem.mark.path
