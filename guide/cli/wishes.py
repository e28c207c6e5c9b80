"""What a run was told that concerns all that it prints; kept in click's context, where every command of the run finds it."""

from collections.abc import Callable
from typing import TypeVar

import click

QUIET, EVERY, STRICT, TODAY, OUT, CONTENT = (
    f"guide.{name}" for name in ("quiet", "every", "strict", "today", "out", "content")
)
Value = TypeVar("Value")


def wish(key: str) -> object:
    """What was told, None where it was not, or where no command runs."""
    context = click.get_current_context(silent=True)
    return context.meta.get(key) if context else None


def note(context: click.Context | None, key: str, value: Value) -> Value:
    """The value, which the run remembers."""
    if context:
        context.meta[key] = value
    return value


def noting(key: str) -> Callable[[click.Context, click.Parameter, bool], bool]:
    """A callback of a flag that the run remembers."""
    return lambda context, parameter, value: note(context, key, value)
