"""Many problems in few lines: of a kind that comes often, the first; of warnings that were there before, their number."""

import contextlib
import hashlib
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from guide.errors import WARNING, GuideError, Problem
from guide.expressions import expression
from guide.output import Rule, write_atomically

MOST = 10  # problems of a kind that are shown one by one
PLACES = 3  # that are named where there are more problems
MEMORY = "warnings.json"  # in the folder for what is made: which warnings were told, and when
START = b'{"warnings told"'
FORGET_AFTER = timedelta(days=7)  # that a warning was not there: it is new when it comes back
LINE = expression(r":\d+:\d+")  # moves when a line is put in above


class Group(NamedTuple):
    """A problem that is shown, and all others of its kind where these are not."""

    first: Problem
    others: tuple[Problem, ...] = ()


def grouped(problems: Sequence[Problem]) -> list[Group]:
    """The problems in their order; of a kind with more than ten, one Group where its first one stands."""
    kinds: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        kinds.setdefault((problem.level, problem.name), []).append(problem)
    groups = []
    for problem in problems:
        kind = kinds[problem.level, problem.name]
        if len(kind) <= MOST:
            groups.append(Group(problem))
        elif problem is kind[0]:
            groups.append(Group(problem, tuple(kind[1:])))
    return groups


def more_of_them(others: Sequence[Problem]) -> str:
    """ " and 46 more like it, as at a.yaml:9:5 and b.yaml:3:1; --every shows them", "" for none."""
    if not others:
        return ""
    places = [str(mark) for mark in dict.fromkeys(other.mark for other in others)][: PLACES - 1]
    return f" and {len(others):,} more like it, as at {' and '.join(places)}; --every shows them"


def summary(old: Sequence[Problem]) -> str:
    """ "14 warnings as before: 12 abbreviation, 2 stale; --every shows them"."""
    kinds = Counter(problem.name for problem in old)
    told = ", ".join(f"{count:,} {name}" for name, count in kinds.most_common())
    noun = "warning" if len(old) == 1 else "warnings"
    return f"{len(old):,} {noun} as before: {told}; --every shows {'it' if len(old) == 1 else 'them'}"


# --- what was told before ---------------------------------------------------------------------------


def told_before(problems: Sequence[Problem], out: Path, today: date) -> list[Problem]:
    """Those of the problems that are warnings and were told on a day before; that they are told today is noted in `out`.

    Nothing is noted where that folder is missing or cannot be written: then all are told again.
    """
    warnings = {key_of(problem): problem for problem in problems if problem.level == WARNING}
    known = read_memory(out / MEMORY) if warnings else {}
    recent = {key: days for key, days in known.items() if today - days[1] <= FORGET_AFTER}
    now = {key: (min(recent[key][0], today) if key in recent else today, today) for key in warnings}
    if warnings and out.is_dir() and recent | now != known:
        write_memory(out / MEMORY, recent | now)
    old = {key for key, (first, _) in now.items() if first < today}
    return [problem for problem in problems if problem.level == WARNING and key_of(problem) in old]


def key_of(problem: Problem) -> str:
    """A digest of what a warning says and in which file, the same wherever in the file."""
    said = f"{problem.name}\0{problem.mark.path.name}\0{LINE.sub('', problem.message)}"
    return hashlib.sha256(said.encode("utf-8", "surrogateescape")).hexdigest()[:16]


Days = tuple[date, date]  # on which a warning was told first, and last


def read_memory(path: Path) -> dict[str, Days]:
    """{key: days} of the warnings that were told; none where nothing is noted, or nothing that can be read."""
    import json  # see write_memory

    try:
        rows = json.loads(path.read_bytes())["warnings told"]
        return {
            key: (date.fromisoformat(first), date.fromisoformat(last)) for key, (first, last) in rows.items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def write_memory(path: Path, known: dict[str, Days]) -> None:
    """Note what was told; a disk that takes no note is no reason to stop."""
    import json  # help must not wait

    rows = {key: [str(first), str(last)] for key, (first, last) in sorted(known.items())}
    data = json.dumps({"warnings told": rows}, indent=0).replace("{\n", "{", 1).encode()
    with contextlib.suppress(OSError, GuideError):
        write_atomically(path, data, Rule(lambda old: not old or old.startswith(START)))
