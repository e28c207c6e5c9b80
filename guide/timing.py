"""Where the time of a build goes: a clock that is told when a stage ends."""

import time
from collections.abc import Callable

Lap = Callable[[str], None]  # told the name of a stage when it ends
STAGES = ("start", "read", "check", "lay out", "draw", "tags", "fonts", "write")


def untimed(stage: str) -> None:
    """In the place of a clock where nobody asks."""


class Clock:
    """Called with the name of a stage when it ends: adds the seconds since the stage before. `seconds` has the sums."""

    def __init__(self) -> None:
        # Of the process until now: the interpreter and what was imported. No wall clock knows when it began.
        self.seconds = dict.fromkeys(STAGES, 0.0) | {"start": time.process_time()}
        self.before = time.perf_counter()

    def __call__(self, stage: str) -> None:
        now = time.perf_counter()
        self.seconds[stage] += now - self.before
        self.before = now
