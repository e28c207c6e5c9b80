"""Content read and judged: the guide with every problem, whatever kind of check has found it."""

import os
from datetime import UTC, date, datetime

from guide.content.checks import check_guide, silence
from guide.content.freshness import check_freshness
from guide.content.load import load_guide
from guide.content.select import check_selection
from guide.timing import untimed


def review_guide(folder, today=None, sections=None, lap=untimed):
    """(guide, problems): the guide, None if it cannot be read, and all that is wrong; today decides what is stale.

    `sections` keeps section files that were read, see `load_guide`; `lap(stage)` is told when reading and checking are done.
    """
    today = today or current_day()
    guide, problems = load_guide(folder, sections)
    lap("read")
    if guide is None:
        return None, problems
    problems = silence(guide, (*problems, *check_selection(guide), *check_freshness(guide, today)))
    problems = in_order(problems + check_guide(guide, today), guide)
    lap("check")
    return guide, problems


def in_order(problems, guide):
    """The problems in the order of the files and their lines."""
    files = {guide.mark.path: 0} | {section.mark.path: n for n, section in enumerate(guide.sections, 1)}
    return tuple(sorted(problems, key=lambda problem: (files.get(problem.mark.path, len(files)), *problem.mark[1:])))


def current_day():
    """The day of SOURCE_DATE_EPOCH if it is set, else today; ValueError if it is no number of seconds."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return date.today()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (OverflowError, OSError):
        raise ValueError(epoch) from None
