"""All kinds of problem in one table, a row for each name: what the docs list, and what can be turned off."""

from guide.problems import (
    between,
    braille,
    calls,
    cluster,
    content,
    copies,
    dated,
    editions,
    layout,
    mail,
    mappings,
    maps,
    output,
    pages,
    people,
    pictures,
    prose,
    reading,
    sections,
    sources,
    syntax,
    transit,
    translations,
    values,
)
from guide.problems.kind import ProblemKind

ROOMS = (
    braille,
    reading,
    syntax,
    prose,
    pictures,
    pages,
    maps,
    content,
    sections,
    dated,
    editions,
    translations,
    layout,
    calls,
    mail,
    copies,
    people,
    mappings,
    output,
    cluster,
    sources,
    between,
    values,
    transit,
)


def wordings() -> dict[ProblemKind, str]:
    """{kind: the constant that holds it} of every way to say a kind, the row itself before its other ways."""
    found: dict[ProblemKind, str] = {}
    for room in ROOMS:
        for constant, value in vars(room).items():
            if isinstance(value, ProblemKind):
                found.setdefault(value, constant)  # others import it
    return found


def _rows() -> tuple[ProblemKind, ...]:
    first: dict[str, ProblemKind] = {}
    for kind in wordings():
        if kind.what:
            first.setdefault(kind.name, kind)
    return tuple(first[name] for name in sorted(first))


KINDS = _rows()  # without those that a check says
