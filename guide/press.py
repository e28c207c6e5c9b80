"""What a printer needs beside the accessible PDF: sheets for a booklet, several pages on a sheet, a file for a shop."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from guide.errors import Mark, Problem
from guide.formats import PRESSES, ZINE
from guide.model import Edition
from guide.problems.layout import NO_PAPER

if TYPE_CHECKING:
    from guide.layout.laid_out import LaidOut
    from guide.layout.pages import Document
    from guide.layout.press.sheet import Sheet


def for_the_printer(laid_out: LaidOut, edition: Edition) -> ForThePrinter:
    """What the edition's press needs."""
    from guide.layout.press.impose import (  # only a press needs these
        impose_booklet,
        impose_n_up,
        n_up_for,
        paper_name,
    )

    if PRESSES[edition.press].imposed and laid_out.elsewhere:
        raise ValueError("a press needs all pages, and some are elsewhere")
    document, pages = laid_out.document, laid_out.page_count
    mark = edition.mark or Mark(Path("editions"))
    if edition.made_as.kind == ZINE:
        from guide.layout.press.zine import zine_sheet  # see above

        name = f"{edition.name}-zine.pdf"
        said = (f"print {name} on one side of Letter paper; cut and fold it as docs/editions.md shows",)
        return ForThePrinter(
            {name: render_imposed(document, (zine_sheet(document.leftward),), edition.ink)}, 1, said=said
        )
    if edition.made_as.is_leaflet and not PRESSES[edition.press].imposed:
        return leaflet_for_the_printer(document, edition)
    if edition.press == "booklet":
        sheets = impose_booklet(document)
        said = (
            f"print {edition.name}-booklet.pdf on {paper_of(sheets)}, both sides, flipped on the short edge; fold the pile",
        )
        return ForThePrinter(
            {f"{edition.name}-booklet.pdf": render_imposed(document, sheets, edition.ink)},
            len(sheets) // 2,
            said=said,
        )
    if edition.press == "n-up":
        sheets = impose_n_up(document, n_up_for(document, edition.up))
        problems: tuple[Problem, ...] = (
            () if paper_name(sheets[0].width, sheets[0].height) else (no_paper(sheets[0], edition, mark),)
        )
        count = -(-len(sheets) // 2)
        made = f"{count} sheet{'s make' if count > 1 else ' makes'} {edition.up} copies"
        said = (
            f"print {edition.name}-n-up.pdf on {paper_of(sheets)}, both sides; cut the pile into {edition.up}: {made}",
        )
        files = {f"{edition.name}-n-up.pdf": render_imposed(document, sheets, edition.ink)}
        return ForThePrinter(files, count, problems, said, copies=edition.up)
    if edition.press == "print-shop":
        from guide.layout.press.print_shop import PressOptions, prepare_for_press  # see above

        options = PressOptions(crop_marks=edition.crop_marks)
        document, sheets, problems = prepare_for_press(document, options, mark)
        ink = "press" if edition.ink == "colour" else edition.ink
        return ForThePrinter(
            {f"{edition.name}-print-shop.pdf": render_imposed(document, sheets, ink)},
            -(-pages // 2),
            problems,
        )
    count = pages if PRESSES[edition.press].single_sided else -(-pages // 2)
    return ForThePrinter({}, count, copies=edition.made_as.copies)


def leaflet_for_the_printer(document: Document, edition: Edition) -> ForThePrinter:
    """A leaflet; for a printer that turns over on the long edge a file of its own, whose inside is upside down."""
    name, paper = f"{edition.name}.pdf", edition.made_as.paper
    files: dict[str, bytes] = {}
    if edition.flip == "long":
        from guide.layout.press.impose import sides_turned  # see for_the_printer

        name = f"{edition.name}-long-edge.pdf"
        files[name] = render_imposed(document, sides_turned(document), edition.ink)
    said = f"print {name} on {paper}, both sides, flipped on the {edition.flip} edge, at actual size; fold it in three"
    return ForThePrinter(files, 1, said=(said,))


def paper_of(sheets: Sequence[Sheet]) -> str:
    """The paper that sheets need, by its name or its size in inches."""
    from guide.layout.press.impose import paper_name  # see above

    width, height = sheets[0].width, sheets[0].height
    return paper_name(width, height) or f"paper of {width / 72:.2g} x {height / 72:.2g} in"


def no_paper(sheet: Sheet, edition: Edition, mark: Mark) -> Problem:
    width, height = sheet.width / 72, sheet.height / 72
    return NO_PAPER.at(mark, up=edition.up, edition=edition.name, width=width, height=height)


def render_imposed(document: Document, sheets: Sequence[Sheet], ink: str) -> bytes:
    """The bytes of a file for the printer."""
    from guide.pdf.sheets import render_sheets  # see write_pdf

    return render_sheets(document, sheets, ink)


class ForThePrinter(NamedTuple):
    """What a press needs beside the accessible PDF: files by name, sheets of paper, and how many copies these make."""

    files: dict[str, bytes]
    sheets: int
    problems: tuple[Problem, ...] = ()
    said: tuple[str, ...] = ()
    copies: int = 1
