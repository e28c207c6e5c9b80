"""Editions made again whenever a file of the content is saved."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guide.cli.terminal import TOLD, echo, report, tell_fault
from guide.errors import GuideError

if TYPE_CHECKING:  # see make_whenever_saved
    from guide.project import Memory

Outcome = tuple[int, Path | None]  # exit code, and the first file that was made
Make = Callable[["Memory"], Outcome]


def make_whenever_saved(
    content: Path, out: Path, make: Make, show: Callable[[Path], None] | None = None, poll: bool = False
) -> None:
    """Make it, and again whenever a file of the content is saved; problems are shown and it goes on.

    The first PDF is shown. `poll`: the files are looked at again and again, where the system does not tell.
    """
    from watchfiles import watch  # only here

    from guide.project import Memory  # see build

    memory = Memory()
    click.get_current_context().meta[TOLD] = set()
    code, made = make_and_go_on(make, memory)
    if made and show:
        show(made)
    echo(f"Watching {content}; press Ctrl-C to end.")
    gc.enable()  # see main: this goes on for hours, and a build turns it off for itself
    saved = saved_in(out)
    for _ in watch(content, watch_filter=saved, raise_interrupt=True, force_polling=poll or None):
        echo(time.strftime("%H:%M:%S"))
        was_wrong = code != 0
        code, now = make_and_go_on(make, memory)
        if was_wrong and code == 0:
            echo("All is well again.", bold=True)
        if now and show and not made:
            show(now)
        made = made or now


def saved_in(out: Path) -> Callable[[object, str], bool]:
    """Whether a path that has changed is content: neither hidden nor what is made of it."""
    place = out.absolute().resolve()
    return lambda change, path: not Path(path).is_relative_to(place) and not Path(path).name.startswith(".")


def make_and_go_on(make: Make, memory: Memory) -> Outcome:
    """What came of making it; what goes wrong is told and stops nothing, but for what ends the command."""
    try:
        return make(memory)
    except GuideError as error:
        report(error.problems)
    except click.ClickException as error:
        error.show()
    except (click.exceptions.Exit, click.Abort, BrokenPipeError):
        raise
    except Exception as error:  # whatever it is: the next time that a file is saved it may be mended
        forget(memory)
        tell_fault(error)
    return 1, None


def forget(memory: Memory) -> None:
    """Keep nothing from a build that ended no one knows where."""
    memory.sections.clear()
    memory.galleys.clear()
    memory.digests.clear()
