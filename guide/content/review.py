"""Content read and judged: the guide with every problem, whatever kind of check has found it."""

import os
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from guide.content.checks import check_guide, silence
from guide.content.choose.current import check_current
from guide.content.choose.printable import check_printable
from guide.content.freshness import check_freshness
from guide.content.load import Read, read_guide
from guide.content.numbers import check_numbers
from guide.content.places import at_words
from guide.errors import ERROR, Problem
from guide.model import Guide
from guide.problems import content as kinds
from guide.problems import reading
from guide.problems.syntax import ALIAS
from guide.timing import untimed

LOSSES = frozenset(
    kind.name
    for kind in (
        ALIAS,
        kinds.COUNTRY,
        reading.DATE,
        reading.DUPLICATE_KEY,
        reading.NULL,
        reading.TOO_LARGE,
        reading.UNKNOWN_KEY,
        reading.WRONG_TYPE,
    )
)  # of a value that is then missing
OF_A_LISTING, OF_THE_WHOLE = (
    frozenset(("address-incomplete",)),
    frozenset((kinds.NEVER_VERIFIED.name, kinds.NOTHING_PRINTED.name)),
)


def review_guide(
    folder: Path | str,
    today: date | None = None,
    sections: Read | None = None,
    lap: Callable[[str], None] = untimed,
) -> tuple[Guide | None, tuple[Problem, ...]]:
    """(guide, problems): the guide, None if it cannot be read, and all that is wrong; today decides what is stale.

    `sections` keeps section files that were read, see `load_guide`; `lap(stage)` is told when reading and checking are done.
    """
    guide, problems, is_whole = review_in_spite(folder, today, sections, lap)
    return guide if is_whole else None, problems


def review_whole(
    folder: Path | str,
    today: date | None = None,
    sections: Read | None = None,
    lap: Callable[[str], None] = untimed,
) -> tuple[Guide | None, tuple[Problem, ...]]:
    """As `review_guide`, but what could be read of the guide in spite of errors; None without a folder."""
    return review_in_spite(folder, today, sections, lap)[:2]


def review_in_spite(
    folder: Path | str,
    today: date | None,
    sections: Read | None,
    lap: Callable[[str], None],
) -> tuple[Guide | None, tuple[Problem, ...], bool]:
    """(guide, problems, whether all of it could be read)."""
    today = today or current_day()
    guide, problems = read_guide(folder, sections)
    lap("read")
    if guide is None:
        return None, problems, False
    errors = [problem for problem in problems if problem.level == ERROR]
    found: Sequence[Problem] = (
        *check_printable(guide),
        *check_freshness(guide, today),
        *check_current(guide, today),
        *check_numbers(guide),
        *check_guide(guide, today),
    )
    if errors:
        found = leave_out_followers(found, errors, guide)
    problems = in_order(at_words(silence(guide, (*problems, *found)), guide), guide)
    lap("check")
    return replace(guide, day=today), problems, not errors


def leave_out_followers(found: Iterable[Problem], errors: Iterable[Problem], guide: Guide) -> list[Problem]:
    """What was found without what only follows from a value that could not be read: that it is missing; list."""
    places = sorted(listing.mark for listing in guide.listings)
    losses = [problem.mark for problem in errors if problem.name in LOSSES]
    hurt = {places[number] for mark in losses if (number := bisect_right(places, mark) - 1) >= 0}
    return [
        problem
        for problem in found
        if not losses
        or not (problem.name in OF_THE_WHOLE or problem.name in OF_A_LISTING and problem.mark in hurt)
    ]


def in_order(problems: Iterable[Problem], guide: Guide) -> tuple[Problem, ...]:
    """The problems in the order of the files and their lines."""
    marks = (guide.mark, *(each.mark for each in guide.sections), *(each.mark for each in guide.own_pages))
    files = {mark.path: n for n, mark in enumerate(marks)}
    return tuple(
        sorted(problems, key=lambda problem: (files.get(problem.mark.path, len(files)), *problem.mark[1:]))
    )


def current_day() -> date:
    """The day of SOURCE_DATE_EPOCH if it is set, else today; ValueError if it is no number of seconds."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return date.today()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (OverflowError, OSError):
        raise ValueError(epoch) from None
