"""The files of errata: a slip in each language, two of them on a sheet, stickers, and pages to put in; what to do with them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from guide.between.errata import Errata, find_errata
from guide.between.printed import Printed
from guide.between.replacement import Replacement, find_replacement
from guide.between.slips import SLIPS, SLIPS_RULE, content_of, slips_with
from guide.build import write_pdf
from guide.formats import PRESSES
from guide.frozen import frozen
from guide.language.scripts import with_commas
from guide.layout.compose.corrections import Correction
from guide.layout.editions.label_pages import Sheeting
from guide.layout.editions.slip import SlipFacts, set_slip
from guide.layout.editions.stickers import Stickers, set_stickers
from guide.layout.laid_out import LaidOut
from guide.layout.pages import Document
from guide.layout.press.impose import impose_n_up, n_up_for
from guide.model.changes import Hidden
from guide.output import MADE, delete, write_all
from guide.press import render_imposed

COLOUR = "colour"
SLIP, STICKERS, PAGES = KINDS = ("slip", "stickers", "pages")
PAGES_FILE = "pages.pdf"
OFFICE_PAPERS = ("Letter", "A4", "Tabloid", "A3")


class Wish(NamedTuple):
    """What is to be made, and how."""

    sheeting: Sheeting
    kinds: Sequence[str] = KINDS
    copies: int = 0  # of each sticker; 0: until the sheet is full


class Before(NamedTuple):
    """An older edition as it lies around, and where it has its listings, by id."""

    printed: Printed
    pages: Mapping[str, int]


@frozen
class ErrataFiles:
    """Files by name, and what there is to say of them and of what is in none."""

    files: dict[str, bytes]
    said: tuple[str, ...]
    corrections: int
    slip: int  # its number


def make_errata(
    before: Before, new: Printed, hidden: Hidden, folder: Path, today: date, wish: Wish
) -> ErrataFiles:
    """All that corrects an older edition; its slip has the next number, or that of the last one if it says the same."""
    errata = find_errata(before.printed, new, hidden, before.pages)
    if not errata.count:
        return ErrataFiles(files={}, said=tuple(left_said(errata)), corrections=0, slip=0)
    first = errata.to_correct[0]
    slips = slips_with(folder, content_of(first.corrections, first.notes), errata.count, today)
    files, said = {SLIPS: slips.as_bytes()}, list[str]()
    for kind, make in ((SLIP, slip_files), (STICKERS, sticker_files)):
        if kind in wish.kinds:
            made, words = make(errata, slips.facts, new, wish)
            files |= made
            said += words
    if PAGES in wish.kinds:
        made, words = page_files(find_replacement(before.printed, new, before.pages), new)
        files |= made
        said += words
    return ErrataFiles(
        files=files,
        said=(*said, *left_said(errata)),
        corrections=errata.count,
        slip=slips.facts.number,
    )


def write_errata(made: ErrataFiles, folder: Path, kinds: Sequence[str]) -> list[Path]:
    """Write the files into a folder, all or none; pages of a former time that do not fit any more are deleted."""
    files = {folder / name: data for name, data in made.files.items()}
    rules = {path: SLIPS_RULE if path.name == SLIPS else MADE for path in files}
    write_all(files, rules)
    if PAGES in kinds and PAGES_FILE not in made.files:
        delete(folder / PAGES_FILE, MADE)
    return [path for path in files if path.name != SLIPS]


# --- the slip ---------------------------------------------------------------------------------------------


def slip_files(
    errata: Errata, facts: SlipFacts, new: Printed, wish: Wish
) -> tuple[dict[str, bytes], list[str]]:
    """A slip in each language of the edition: its pages, and two of each on a sheet for the printer."""
    files: dict[str, bytes] = {}
    said: list[str] = []
    for asked in errata.to_correct:
        behind = "" if asked is errata.to_correct[0] else f"-{asked.new.guide.language}"
        name = f"slip-{facts.number}{behind}"
        document = set_slip(asked, facts, new.paper, new.is_large)
        files[f"{name}.pdf"] = write(document)
        if not new.is_large:
            sheets = impose_n_up(document, n_up_for(document, 2, copies=2))
            name = f"{name}-two-up"
            files[f"{name}.pdf"] = render_imposed(document, sheets, COLOUR)
        said.append(slip_said(f"{name}.pdf", len(document.pages), new))
    return files, said


def slip_said(name: str, pages: int, new: Printed) -> str:
    """How a slip is printed."""
    edge, cut = ("long", "") if new.is_large else ("short", " cut the pile in half")
    sides = "one side" if pages == 1 else f"both sides, flipped on the {edge} edge"
    return f"print {name} on {new.paper}, {sides}, at 100 %,{cut} and put a slip into each copy"


def write(document: Document) -> bytes:
    return write_pdf(LaidOut(document), COLOUR)


# --- stickers ---------------------------------------------------------------------------------------------


def sticker_files(
    errata: Errata, facts: SlipFacts, new: Printed, wish: Wish
) -> tuple[dict[str, bytes], list[str]]:
    """The stickers, and which corrections have none."""
    first, *others = errata.to_correct
    made = set_stickers(first, wish.sheeting, wish.copies, others[0] if others else None)
    sheet = wish.sheeting.sheet
    name = f"stickers-{sheet.name}.pdf"
    files = {name: write(made.document)} if made.document else {}
    said = (
        [f"print {name} at 100 % on sheets of labels {sheet.name} ({sheet.paper})"] if made.document else []
    )
    return files, said + list(stickers_said(made))


def stickers_said(made: Stickers) -> Iterator[str]:
    """Yield what is to be known of stickers."""
    groups = (
        (made.shortened, "only what is new, not all of how to reach it, is on the stickers of"),
        (
            made.too_long,
            "no sticker, to be corrected by hand: a label has no room, or there is nothing to write, for",
        ),
        (made.nowhere, "no sticker, since the older edition does not have it, for"),
    )
    for some, what in groups:
        if some:
            yield f"{what} {with_commas(each.name + place_said(each) for each in some)}"


def place_said(correction: Correction) -> str:
    return f" (page {correction.page})" if correction.page else ""


# --- pages ------------------------------------------------------------------------------------------------


def page_files(found: Replacement, new: Printed) -> tuple[dict[str, bytes], list[str]]:
    """Today's pages that take the place of old ones, and why others do not."""
    if not found.verdicts:
        return {}, ["no page can be replaced: it is no book, or cannot be made any more as it was printed"]
    said = list(staying(found))
    if not found.document:
        return {}, [*said, "no page of today fits among the old ones"]
    one_side = PRESSES[new.edition.press].single_sided
    sides = "one side" if one_side else "both sides, flipped on the long edge"
    pages = pages_said(found.fitting)
    paper = new.edition.made_as.paper
    paper = paper if paper in OFFICE_PAPERS else f"paper of {paper}, or larger and cut it,"
    said.append(f"print {PAGES_FILE} on {paper}, {sides}, at 100 %: it has today's {pages}")
    said += [
        f"the other side of page {page} does not fit: its leaf has a white side, to be pasted over the old page"
        for page in found.alone
    ]
    return {PAGES_FILE: write(found.document)}, said


def staying(found: Replacement) -> Iterator[str]:
    """Yield which pages stay as they are, and why."""
    reasons: dict[str, list[int]] = {}
    for each in found.not_fitting:
        reasons.setdefault(each.state, []).append(each.page)
    for reason, pages in reasons.items():
        stay = "stays as it is" if len(pages) == 1 else "stay as they are"
        yield f"{pages_said(pages)} {stay}: {reason}"


def pages_said(pages: Sequence[int]) -> str:
    """ "page 3", "pages 3, 5"."""
    return f"page{'s' * (len(pages) > 1)} {', '.join(map(str, pages))}"


def left_said(errata: Errata) -> Iterator[str]:
    """Yield what is different and stands on no slip."""
    left = errata.left
    if left.moved:
        yield f"in another section now, and on no slip: {', '.join(left.moved)}"
    if left.told:
        yield f"different too, and on no slip: {', '.join(left.told)}"
    if left.withdrawn:
        listings = "1 listing that was" if left.withdrawn == 1 else f"{left.withdrawn} listings that were"
        yield f"{listings} printed may not be any more: nothing is said of it on the slip"
