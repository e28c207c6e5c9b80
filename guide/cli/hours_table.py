"""What `make-guide check --hours` prints: hours as they stand and as they are read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from guide.cli.terminal import count, echo, one_line

if TYPE_CHECKING:  # see build
    from guide.content.hours_table import HoursRow


def print_hours(rows: Sequence[HoursRow]) -> None:
    """Print the hours that are not read, those that were taken of two meanings, then the others; and how many of each."""
    unread = [row for row in rows if not row.lines]
    taken = [row for row in rows if row.lines and row.taken]
    sure = [row for row in rows if row.lines and not row.taken]
    for title, group in (
        ("Not read, printed as they stand", unread),
        ("Read, and one of two meanings taken", taken),
        ("Read", sure),
    ):
        if group:
            echo(f"{title}:", bold=True)
            for row in group:
                print_row(row)
    echo(f"{count(len(rows), 'text')} of hours: {len(taken) + len(sure):,} read, {len(unread):,} not.")


def print_row(row: HoursRow) -> None:
    """Print one row: where it is, whose, what stands there, what it reads as."""
    echo(one_line(f"{row.mark}: {row.name}"))
    echo(one_line(f"    stands    {row.text}"))
    for line in row.lines:
        echo(one_line(f"    reads as  {line}".replace("\u00a0", " ")))
    if row.taken:
        echo(one_line(f"    taken     {', '.join(row.taken)}: am or pm does not stand there"))
    if not row.lines and row.unread:
        echo(one_line(f"    because   {row.unread}"))


def hours_data(rows: Sequence[HoursRow]) -> list[dict[str, object]]:
    """The rows for JSON; list of dicts."""
    return [
        {
            "path": str(row.mark.path),
            "line": row.mark.line,
            "column": row.mark.column,
            "listing": row.name,
            "text": row.text,
            "reads_as": [line.replace("\u00a0", " ") for line in row.lines],
            "taken": list(row.taken),
            "unread": row.unread,
        }
        for row in rows
    ]
