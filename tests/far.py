"""Work that tests have done by processes that begin afresh, which import it: nothing of a test's own module is there."""

import os
import time
from pathlib import Path

from guide.errors import GuideError, Mark, Problem


def prepared(folder, *arguments):
    """A state that says what it was made of, and by which process."""
    names = sorted(path.relative_to(folder).as_posix() for path in Path(folder).rglob("*") if path.is_file())
    return folder, names, arguments, os.getpid()


def told(state, value):
    """(the process, what its state was made of, the value)."""
    folder, names, arguments, maker = state
    return os.getpid(), str(folder), names, arguments, maker, value


def noted(state, value):
    """The value, after a while; that it was done is written into the file that the kit names."""
    time.sleep(0.05)
    with open(state[2][0], "a", encoding="utf-8") as file:
        file.write(f"{value}\n")
    return value


def failing(state, value):
    """The value; one that is odd is wrong."""
    if value % 2:
        raise KeyError(value)
    return value


def stopped(state, value):
    """Nothing: what is wrong would be wrong with every value."""
    raise GuideError([Problem(mark=Mark(Path("a.yaml")), name="x", message="wrong")])


def killed(state, value):
    """The value; at 3 the process is killed."""
    if value == 3:
        os.kill(os.getpid(), 9)
    return value


def waiting(state, value):
    """Far too late."""
    time.sleep(60)
