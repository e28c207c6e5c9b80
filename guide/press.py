"""What a printer needs beside the accessible PDF: sheets for a booklet, several pages on a sheet, a file for a shop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from guide.errors import Mark, Problem
from guide.formats import PRESSES, ZINE
from guide.model import Edition
from guide.problems.layout import NO_PAPER, NOT_FOR_PRESS

if TYPE_CHECKING:
    from guide.layout.laid_out import LaidOut
    from guide.layout.pages import Document
    from guide.layout.press.sheet import Sheet
    from guide.pdf.shop_file import Shop

DUPLEX, BOOKLET, N_UP, PRINT_SHOP = "duplex", "booklet", "n-up", "print-shop"
FEW = {2: "in half", 3: "in three", 4: "in four"}  # how a pile is cut


class ForThePrinter(NamedTuple):
    """What a press needs beside the accessible PDF: files by name, sheets of paper, and how many copies these make."""

    files: dict[str, bytes]
    sheets: int
    problems: tuple[Problem, ...] = ()
    said: tuple[str, ...] = ()
    copies: int = 1


def for_the_printer(laid_out: LaidOut, edition: Edition) -> ForThePrinter:
    """What the edition's press needs; ValueError where it needs pages that are elsewhere."""
    if needs_all_pages(edition) and laid_out.elsewhere:
        raise ValueError("a press needs all pages, and some are elsewhere")
    document, pages = laid_out.document, laid_out.page_count
    makers = {BOOKLET: _booklet, N_UP: _n_up, PRINT_SHOP: _print_shop}
    if edition.made_as.kind == ZINE:
        made = _zine(document, edition)
    elif edition.press in makers:
        made = makers[edition.press](document, edition)
    elif is_turned(edition) or edition.made_as.is_leaflet:
        made = _turned(document, edition)
    else:
        count = pages if PRESSES[edition.press].single_sided else -(-pages // 2)
        made = ForThePrinter({}, count, copies=edition.made_as.copies)
    return made._replace(problems=(*made.problems, *_unused(edition)))


def paper_of_pages(pages: int, edition: Edition) -> tuple[int, int]:
    """(sheets, copies that they make) of so many pages, without a sheet made: what `for_the_printer` gives."""
    leaves = -(-pages // 2)
    if edition.made_as.kind == ZINE:
        return 1, 1
    if edition.press == BOOKLET:
        return -(-pages // 4), edition.copies or 1
    if edition.press == N_UP:
        copies = edition.copies or edition.up
        return -(-leaves * copies // edition.up), copies
    if edition.press == PRINT_SHOP:
        return leaves, 1
    single = PRESSES[edition.press].single_sided and not edition.made_as.is_leaflet
    return pages if single else leaves, edition.made_as.copies


def needs_all_pages(edition: Edition) -> bool:
    """Whether sheets are made of its pages, or what its file leads to is any of them."""
    return PRESSES[edition.press].imposed or is_turned(edition) or edition.standard == "ua-2"


def is_turned(edition: Edition) -> bool:
    """Whether both sides of whole pages are printed, and on a printer that turns them over on the other edge than a book's."""
    format = edition.made_as
    usual = "short" if format.width > format.height else "long"
    return edition.press == DUPLEX and format.kind != ZINE and edition.flip not in ("", usual)


# --- the presses ------------------------------------------------------------------------------------


def _zine(document: Document, edition: Edition) -> ForThePrinter:
    """Eight pages on one side, and what is on the other."""
    from guide.layout.press.zine import zine_sheets  # only a press needs these

    name = f"{edition.name}-zine.pdf"
    sheets = zine_sheets(document)
    sides = "one side" if len(sheets) == 1 else "both sides"
    said = f"print {name} on {sides} of Letter paper; cut and fold it as docs/editions.md shows"
    return ForThePrinter({name: render_imposed(document, sheets, edition.screen_ink)}, 1, said=(said,))


def _booklet(document: Document, edition: Edition) -> ForThePrinter:
    """Sheets to be folded, one inside the other."""
    from guide.layout.press.impose import impose_booklet  # see _zine

    copies = edition.copies or 1
    name, sheets = f"{edition.name}-booklet.pdf", impose_booklet(document, copies=copies)
    cut = f"cut the pile {_in_parts(copies)}, and fold each part" if copies > 1 else "fold the pile"
    return _imposed(document, edition, name, sheets, cut)._replace(copies=copies)


def _n_up(document: Document, edition: Edition) -> ForThePrinter:
    """Pages to be cut apart."""
    from guide.layout.press.impose import impose_n_up, n_up_for  # see _zine

    up, copies = edition.up, edition.copies or edition.up
    name = f"{edition.name}-n-up.pdf"
    sheets = impose_n_up(document, n_up_for(document, up, copies=copies))
    made = _imposed(document, edition, name, sheets, _cut(up, copies))
    count = f"{made.sheets} sheet{'s make' if made.sheets > 1 else ' makes'}"
    copies_said = f"{count} {copies} cop{'ies' if copies > 1 else 'y'}"
    return made._replace(said=(f"{made.said[0]}: {copies_said}",), copies=copies)


def _cut(up: int, copies: int) -> str:
    """How a pile of sheets becomes copies."""
    if copies == up:
        return f"cut the pile into {up}"
    stack = "lay the parts on each other, row by row from the left, the first on top"
    if copies == 1:
        return f"cut the pile into {up} and {stack}"
    return f"cut the pile into {copies} copies, each of them into {up // copies}, and {stack}"


def _in_parts(count: int) -> str:
    return FEW.get(count, f"into {count}")


def _print_shop(document: Document, edition: Edition) -> ForThePrinter:
    """Single pages with bleed, in the inks of a press."""
    from guide.layout.press.print_shop import PressOptions, prepare_for_press  # see _zine
    from guide.pdf.colour import SPOT
    from guide.pdf.sheets import render_sheets
    from guide.pdf.shop_file import Shop

    options, name = PressOptions(crop_marks=edition.crop_marks), f"{edition.name}-print-shop.pdf"
    document, sheets, problems = prepare_for_press(document, options, _mark(edition))
    shop = Shop(edition.printing_condition, edition.spot if edition.ink == SPOT else None)
    files = {name: render_sheets(document, sheets, edition.ink, shop=shop)}
    said = f"send {name} to the print shop: {_inks_said(shop)}"
    return ForThePrinter(files, -(-len(sheets) // 2), problems, (said,))


def _inks_said(shop: Shop) -> str:
    """What a print shop's file is, in words."""
    inks = f"black and {shop.spot.name}, " if shop.spot else ""
    condition = shop.condition.name
    if shop.is_complete:
        return f"{inks}PDF/X-4 for {condition}"
    return f"{inks}for {condition}; with the shop's ICC profile under printing_condition it becomes PDF/X-4"


def _turned(document: Document, edition: Edition) -> ForThePrinter:
    """Whole pages; for a printer that turns over on the other edge a file of its own, whose backs are upside down."""
    from guide.layout.press.impose import whole_pages  # see _zine

    sheets, fold = whole_pages(document), "; fold it in three" if edition.made_as.is_leaflet else ""
    if is_turned(edition):
        made = _imposed(document, edition, f"{edition.name}-{edition.flip}-edge.pdf", sheets, "")
    else:
        made = ForThePrinter({}, -(-len(sheets) // 2))
    edge, name = edition.flip or sheets[0].flip, next(iter(made.files), f"{edition.name}.pdf")
    said = f"print {name} on {edition.made_as.paper}, both sides, flipped on the {edge} edge, at actual size{fold}"
    return made._replace(said=(said,), copies=edition.made_as.copies)


# --- what they have in common -----------------------------------------------------------------------


def _imposed(
    document: Document, edition: Edition, name: str, sheets: Sequence[Sheet], then: str
) -> ForThePrinter:
    """Sheets for the printer that the edition has, with what to set there, and what to do with the pile."""
    from guide.layout.press.sheet import turned_over  # see _zine

    sheets = turned_over(sheets, edition.flip)
    edge = edition.flip or sheets[0].flip
    sides = f"both sides, flipped on the {edge} edge" if len(sheets) > 1 else "one side"
    said = f"print {name} on {paper_of(sheets)}, {sides}; {then}"
    problems = () if paper_of(sheets, "") else (no_paper(sheets[0], edition, _mark(edition)),)
    files = {name: render_imposed(document, sheets, edition.screen_ink)}
    return ForThePrinter(files, -(-len(sheets) // 2), problems, (said,))


def _unused(edition: Edition) -> Iterator[Problem]:
    """A warning for what the press has no use for."""
    one_side = edition.press in ("single-sided", PRINT_SHOP) or edition.made_as.kind == ZINE
    unused = {
        "flip": edition.flip and one_side,
        "copies": edition.copies and edition.press not in (N_UP, BOOKLET),
    }
    for key, is_unused in unused.items():
        if is_unused:
            yield NOT_FOR_PRESS.at(_mark(edition), edition=edition.name, key=key, press=edition.press)


def _mark(edition: Edition) -> Mark:
    return edition.mark or Mark(Path("editions"))


def paper_of(sheets: Sequence[Sheet], other: str = "paper of {width:.4g} x {height:.4g} in") -> str:
    """The paper that sheets need, by its name or its size in inches."""
    from guide.layout.press.impose import paper_name  # see _zine

    width, height = sheets[0].width, sheets[0].height
    return paper_name(width, height) or other.format(width=width / 72, height=height / 72)


def no_paper(sheet: Sheet, edition: Edition, mark: Mark) -> Problem:
    width, height = sheet.width / 72, sheet.height / 72
    up = edition.up if edition.press == N_UP else 2 * (edition.copies or 1)
    return NO_PAPER.at(mark, up=up, edition=edition.name, width=width, height=height)


def render_imposed(document: Document, sheets: Sequence[Sheet], ink: str) -> bytes:
    """The bytes of a file for the printer."""
    from guide.pdf.sheets import render_sheets  # see write_pdf

    return render_sheets(document, sheets, ink)
