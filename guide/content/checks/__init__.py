"""Checks of a guide that could be read: what an editor should know before it is printed.

Errors stop a build, warnings do not. To add a check, add a function to the module where it belongs and a Check to
the tuple at that module's end; docs/checks.md is made of these tuples.
"""

from bisect import bisect_right
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date
from functools import cache
from pathlib import Path

from guide.content.checks.addresses import ADDRESS_CHECKS
from guide.content.checks.base import Check, Finding, OwnedTexts, Subject, Texts, make_subject
from guide.content.checks.dirt import DIRT_CHECKS
from guide.content.checks.duplicates import DUPLICATE_CHECKS
from guide.content.checks.phones import PHONE_CHECKS
from guide.content.checks.placeholders import PLACEHOLDER_CHECKS
from guide.content.checks.programs import PROGRAM_CHECKS
from guide.content.checks.reach import REACH_CHECKS
from guide.content.checks.together import check_ids, check_mentions, check_together
from guide.content.checks.values import VALUE_CHECKS
from guide.content.checks.wording import WORDING_CHECKS
from guide.content.choose.printable import printable
from guide.errors import Mark, Problem
from guide.model import Guide, Listing
from guide.problems.content import FIXED_CHECK, UNKNOWN_CHECK
from guide.problems.kind import ProblemKind
from guide.reading.fields import closest
from guide.workers import begin

Places = dict[
    Path, list[tuple[tuple[int, int], set[str]]]
]  # of each file: where its listings begin, and what is off there
MANY = 1000  # listings: the checks of fewer are done sooner than a second process has begun

HALVES = (  # which take about as long
    (
        *PHONE_CHECKS,
        *REACH_CHECKS,
        *PROGRAM_CHECKS,
        *ADDRESS_CHECKS,
        *PLACEHOLDER_CHECKS,
        *DIRT_CHECKS,
        *VALUE_CHECKS,
    ),
    (*DUPLICATE_CHECKS, *WORDING_CHECKS),
)
CHECKS = (*HALVES[0], *HALVES[1])
SWITCHABLE = frozenset(check.kind.name for check in CHECKS if check.kind.switchable)

__all__ = [
    "CHECKS",
    "Check",
    "Subject",
    "check_guide",
    "check_ids",
    "check_mentions",
    "check_texts",
    "check_together",
    "can_be_off",
    "silence",
]


def check_guide(guide: Guide, today: date) -> tuple[Problem, ...]:
    """The problems of a guide that was read without errors; tuple of Problem, without what the content turns off."""
    subject, of_lists = make_subject(printable(guide), today)
    problems = list(of_lists)
    off = {switch.name for switch in guide.checks_off}
    first, second = (_run([check for check in half if check.name not in off], subject) for half in HALVES)
    with closing(begin(second, parted=len(subject.listings) >= MANY)) as peer:
        problems += next(first)
        problems += peer.answer()
    return silence(guide, problems) + tuple(check_switches(guide))


def check_texts(owned_texts: Sequence[OwnedTexts], language: str) -> list[Problem]:
    """The dirt in texts that belong to no listing as it is, such as those of a translation; list of Problem."""
    subject = Texts(owned_texts, language)
    return [_named(problem, check) for check in DIRT_CHECKS for problem in check.run(subject)]


def _run(checks: Iterable[Check[Subject]], subject: Subject) -> Generator[list[Problem], None, None]:
    """Run checks, a generator as another process needs it: yields the list of their problems."""
    yield [_named(problem, check) for check in checks for problem in check.run(subject)]


def _named(found: Finding, check: Check[Subject]) -> Problem:
    """What a check found, (mark, message, hint), as a problem of that check; a listing may have no name yet."""
    mark, message, hint = found
    return check.kind.at(mark, message=message.removeprefix(": "), hint=hint)


# --- checks that are turned off -----------------------------------------------------------------------


def check_switches(guide: Guide) -> Iterator[Problem]:
    """A problem for every `checks_off` that names no check, or one that cannot be turned off; iterator of Problem."""
    owners: tuple[Guide | Listing, ...] = guide, *guide.listings
    for owner in owners:
        for switch in owner.checks_off:
            mark, name = switch.mark or owner.mark, switch.name
            if can_be_off(name):
                continue
            if any(kind.name == name for kind in every_kind()):
                yield FIXED_CHECK.at(mark, name=name)
            else:
                yield UNKNOWN_CHECK.at(mark, name=name, near=closest(name, switchable()))


def can_be_off(name: str) -> bool:
    """Whether there is a check of this name that can be turned off; those of this room are asked first."""
    return name in SWITCHABLE or name in switchable()


@cache
def every_kind() -> tuple[ProblemKind, ...]:
    """Every kind of problem there is, those that a check says first."""
    from guide.problems.table import KINDS  # of all rooms, and few guides turn a check off

    return (*(check.kind for check in CHECKS), *KINDS)


@cache
def switchable() -> frozenset[str]:
    """The names of checks that can be turned off."""
    return frozenset(kind.name for kind in every_kind() if kind.switchable)


def silence(guide: Guide, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems without those that the content turns off, for one listing or for the guide; tuple."""
    everywhere = {switch.name for switch in guide.checks_off}
    places = _switched_places(guide)
    if not everywhere and not places:
        return tuple(problems)
    return tuple(
        problem
        for problem in problems
        if problem.name not in everywhere | _names_at(problem.mark, places) or not can_be_off(problem.name)
    )


def _switched_places(guide: Guide) -> Places:
    """{path: [((line, column), names turned off there)]} of every listing, where one of them turns a check off."""
    if not any(listing.checks_off for listing in guide.listings):
        return {}
    places: Places = {}
    for listing in guide.listings:
        names = {switch.name for switch in listing.checks_off}
        places.setdefault(listing.mark.path, []).append((listing.mark[1:], names))
    return {path: sorted(each, key=lambda place: place[0]) for path, each in places.items()}


def _names_at(mark: Mark, places: Places) -> set[str]:
    """The checks that are turned off where a mark lies: in the last listing that begins before it."""
    listings = places.get(mark.path, ())
    number = bisect_right([place for place, _ in listings], tuple(mark[1:])) - 1
    return listings[number][1] if number >= 0 else set()
