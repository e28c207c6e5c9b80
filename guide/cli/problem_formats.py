"""Problems for programs: JSON, and notes on GitHub's pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from guide.cli.places import pasteable
from guide.cli.terminal import one_line, told
from guide.errors import ERROR, Problem

if TYPE_CHECKING:  # see build
    from guide.model import Guide


def as_json(guide: Guide | None, problems: Sequence[Problem], with_hours: bool = False) -> str:
    """The problems as JSON, and how many of each; perhaps with all hours and what they are read as."""
    errors = sum(problem.level == ERROR for problem in problems)
    listings = guide.listings if guide else ()
    rows = [
        {
            "path": str(problem.mark.path),
            "line": problem.mark.line,
            "column": problem.mark.column,
            "level": problem.level,
            "name": problem.name,
            "message": pasteable(problem.message),
            "hint": pasteable(problem.hint),
        }
        for problem in problems
    ]
    summary = {
        "errors": errors,
        "warnings": len(problems) - errors,
        "listings": len(listings),
        "unverified": sum(listing.verified is None and listing.printed for listing in listings),
    }
    import json  # only here, and slow to load

    return json.dumps(
        {"problems": rows, "summary": summary} | (json_hours(guide) if with_hours else {}), indent=1
    )


def json_hours(guide: Guide | None) -> dict[str, object]:
    """All hours of a guide for JSON."""
    from guide.cli.hours_table import hours_data
    from guide.content.hours_table import hours_rows  # only where it is asked for

    return {"hours": hours_data(hours_rows(guide) if guide else ())}


def github_line(problem: Problem) -> str:
    """The problem as a command of GitHub's workflows, which shows it beside the line."""
    path, line, column = problem.mark
    place = (
        {"file": one_line(str(path))}
        | ({"line": line, "col": column} if line else {})
        | {"title": problem.name}
    )
    keys = ",".join(f"{key}={github_text(str(value), ',:')}" for key, value in place.items())
    return f"::{problem.level} {keys}::{github_text(one_line(told(problem)))}"


def github_text(text: str, also: str = "") -> str:
    """A text with the signs that end a command of GitHub's written as codes."""
    for sign in "%\r\n" + also:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text
