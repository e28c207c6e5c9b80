"""The programs of a listing: whether each says something, and has a name of its own."""

from collections.abc import Iterator

from guide.content.checks.base import Check, Finding, Subject
from guide.errors import WARNING
from guide.model import Program


def says_nothing(program: Program) -> bool:
    """Whether a program is a name and nothing else."""
    return program == Program(
        name=program.name, mark=program.mark, number=program.number, location=program.location
    )


def find_empty(subject: Subject) -> Iterator[Finding]:
    """Programs that have nothing but a name."""
    for listing in subject.listings:
        for program in listing.programs:
            if says_nothing(program):
                yield Finding(
                    program.mark,
                    f'{listing.name}: the program "{program.name}" has nothing but a name',
                    "give it a description, phones, hours or a cost; or say it in the description of the listing",
                )


def find_same(subject: Subject) -> Iterator[Finding]:
    """Programs of one listing that have one name."""
    for listing in subject.listings:
        lines: dict[str, int] = {}
        for program in listing.programs:
            name = " ".join(program.name.casefold().split())
            if name in lines:
                yield Finding(
                    program.mark,
                    f'{listing.name}: there is a program "{program.name}" in line {lines[name]} already',
                    "make one of the two, or tell them apart by their names",
                )
            lines.setdefault(name, program.mark.line)


PROGRAM_CHECKS = (
    Check(
        "program-empty",
        WARNING,
        "a program with nothing but a name",
        "programs:\n  - name: Food pantry",
        find_empty,
    ),
    Check(
        "program-twice",
        WARNING,
        "two programs of one listing with the same name",
        "programs:\n  - name: Food pantry\n    hours: Mo 10:00-12:00\n  - name: Food Pantry\n    hours: Tu 10:00-12:00",
        find_same,
    ),
)
