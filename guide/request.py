"""What is asked for when editions are made."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from guide.frozen import frozen

if TYPE_CHECKING:  # a command that is told of a wrong use must not wait for them
    from guide.model import Edition
    from guide.project import Memory
    from guide.timing import Lap


@frozen
class Request:
    """What the command asks for."""

    names: tuple[str, ...] = ()  # none: the default edition
    every: bool = False
    force: bool = False
    keep: bool = True  # what had another number, and the content, in the archive
    forms: tuple[
        tuple[Edition, str], ...
    ] = ()  # editions that no file says, each with its folder below `out`
    strict: bool = False
    today: date | None = None
    scheduler: str = ""  # the address of a Dask scheduler whose workers make them; "" for processes here
    memory: Memory | None = None  # for a process that makes them again and again
    lap: Lap | None = None  # told when a stage of a build ends; then editions are made one after the other
