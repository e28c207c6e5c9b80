"""What commands have that print on sheets of labels: which sheet, from which label on, and how the printer feeds."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import click

from guide.cli.terminal import echo
from guide.label_sheets import SHEETS, USUAL, LabelSheet, Length, find_sheet, read_nudge
from guide.output import MADE, write_atomically

if TYPE_CHECKING:  # see build
    from guide.layout.editions.label_pages import Sheeting

Command: TypeAlias = Callable[..., int]
FOLDER = "labels"  # among what is made: pages to see how a printer feeds


class LabelWish(NamedTuple):
    """On which labels somebody wants to print."""

    sheet: LabelSheet | None = None  # None: the usual one
    start: int = 1
    nudge: Length = (0.0, 0.0)


def label_sheet(context: click.Context, parameter: click.Parameter, value: str | None) -> LabelSheet | None:
    """A sheet of labels; wrong use if none is known by this name, or its measures do not add up."""
    try:
        return find_sheet(value) if value else None
    except ValueError as error:
        raise click.BadParameter(f"{error}.") from None


def nudge(context: click.Context, parameter: click.Parameter, value: str | None) -> Length:
    """How far all is moved, in points; wrong use if it is no pair of lengths."""
    try:
        return read_nudge(value) if value else (0.0, 0.0)
    except ValueError as error:
        raise click.BadParameter(f"{error}.") from None


LABEL_OPTIONS = (
    click.option(
        "--labels",
        "sheet",
        metavar="SHEET",
        callback=label_sheet,
        help=f"The sheets of labels: {', '.join(SHEETS)}, or measures, see docs/errata.md.  "
        f"[default: {USUAL['Letter']}, or {USUAL['A4']} of a guide on A4]",
    ),
    click.option(
        "--start",
        type=click.IntRange(1),
        default=1,
        show_default=True,
        help="The first label that is left on a used sheet, counted row by row.",
    ),
    click.option(
        "--nudge",
        metavar="X,Y",
        callback=nudge,
        help="How far to move all to the right and down, in mm: 1.5,-2, or 4pt,-6pt.",
    ),
    click.option(
        "--calibrate",
        is_flag=True,
        help="Make only a page that shows how the printer feeds: a frame for each label.",
    ),
)


def label_options(command: Command) -> Command:
    """Give a command the options of labels, as `wish`; with --calibrate only the page for the printer is made."""

    @wraps(command)
    def with_labels(
        *, sheet: LabelSheet | None, start: int, nudge: Length, calibrate: bool, out: Path, **more: Any
    ) -> int:
        wish = LabelWish(sheet, start, nudge)
        if calibrate:
            return make_calibration(sheeting_of(wish), out)
        return command(wish=wish, out=out, **more)

    for option in reversed(LABEL_OPTIONS):
        with_labels = option(with_labels)
    return with_labels


def sheeting_of(wish: LabelWish, paper: str = "Letter") -> Sheeting:
    """On which labels to print; wrong use if the sheet has fewer than those that were used."""
    from guide.layout.editions.label_pages import Sheeting  # see build

    sheet = wish.sheet or SHEETS[USUAL[paper]]
    if wish.start > sheet.count:
        raise click.UsageError(f"--start {wish.start}: a sheet {sheet.name} has only {sheet.count} labels.")
    return Sheeting(sheet, wish.start, wish.nudge)


def make_calibration(sheeting: Sheeting, out: Path) -> int:
    """Make the page that shows how a printer feeds."""
    from guide.between.label_files import calibration_pdf  # see build

    path = out / FOLDER / f"calibration-{sheeting.sheet.name}.pdf"
    write_atomically(path, calibration_pdf(sheeting), MADE)
    echo(f"Made {path}", bold=True)
    echo(f"Print it on plain {sheeting.sheet.paper} paper at 100 %; it says what to look for.")
    return 0
