"""What an edition asks for that no setting can give, and what says nothing to its format."""

from collections.abc import Iterator
from pathlib import Path

from guide.errors import Mark, Problem
from guide.formats import LEAST_SIZE, PRESSES, ZINE
from guide.language.files import language_codes, language_name
from guide.language.scripts import with_commas
from guide.language.words import ENGLISH
from guide.layout.compose.checked import is_checked
from guide.layout.parts.panel import is_chosen, without_face, without_words
from guide.layout.type.script_faces import packages_for, what_brings
from guide.model import Edition, Guide
from guide.model.edition import NOWHERE
from guide.page_sizes import LARGE, margins_of, refusal
from guide.problems import layout as kinds
from guide.problems.editions import MARGIN, NO_PAGE
from guide.problems.kind import MessageValue, ProblemKind

OF_A_PAGE = ("exit", "exit_to", "web_fonts", "time_zone")  # keys of a web page, wherever it is
ON_SCREEN = (
    *OF_A_PAGE,
    "site",
    "contracted",
    "cells",
    "lines",
    "volume_pages",
)  # and of a web server, and of braille
BOOKLETS = (1, 2, 4)  # that can be cut from a sheet and folded


def impossible(edition: Edition) -> Iterator[Problem]:
    """A problem for what an edition asks for and no setting can give."""
    format = edition.made_as
    if format.least_size > LEAST_SIZE and 0 < edition.body_size < format.least_size:
        yield _problem(edition, kinds.SMALL_LARGE_PRINT, size=edition.body_size, least=format.least_size)
    elif edition.body_size > format.most_size:
        yield _problem(edition, kinds.BODY_SIZE, size=edition.body_size, most=format.most_size)
    yield from _margins(edition)
    if len(edition.languages) > 2:
        yield _problem(edition, kinds.LANGUAGES)
    if len(edition.languages) == 2 and not format.is_book:
        yield _problem(edition, kinds.LANGUAGES_OF_SHEET)
    if PRESSES[edition.press].of_books and not format.is_book:
        yield _problem(edition, kinds.PRESS_OF_BOOKS, press=edition.press)
    yield from _copies(edition)
    yield from _pages(edition)


def _margins(edition: Edition) -> Iterator[Problem]:
    """A problem for a page or margins on which large print or a text has no room."""
    if edition.page and (reason := refusal(edition.page.width, edition.page.height, edition.format == LARGE)):
        yield _problem(edition, NO_PAGE, said=edition.page.said, reason=reason)
    if not edition.margin or not edition.made_as.is_book:
        return
    least, most = margins_of(edition.made_as, edition.binding)
    if not least <= edition.margin <= most:
        what = "too small" if edition.margin < least else "too large"
        yield _problem(edition, MARGIN, size=edition.margin, what=what, least=least, most=most)


def _copies(edition: Edition) -> Iterator[Problem]:
    """A problem for equal copies that cannot share a sheet."""
    copies, up = edition.copies or 1, edition.up
    if edition.press == "n-up" and up % copies:
        few = ", ".join(str(number) for number in range(1, up + 1) if up % number == 0)
        yield _problem(edition, kinds.COPIES, copies=copies, up=up, few=few)
    if edition.press == "booklet" and copies not in BOOKLETS:
        yield _problem(edition, kinds.COPIES_OF_BOOKLET, copies=copies)


def _pages(edition: Edition) -> Iterator[Problem]:
    """A problem for a number of pages that no pile of sheets has."""
    press, pages = PRESSES[edition.press], edition.pages
    if pages and edition.fit:
        yield _problem(edition, kinds.PAGES_AND_FIT)
    multiple = 1 if press.single_sided else press.multiple
    if pages % multiple:
        less = pages // multiple * multiple
        choice = f"{less} or {less + multiple}" if less else str(multiple)
        yield _problem(
            edition, kinds.ODD_PAGES, pages=pages, press=press.name, multiple=multiple, choice=choice
        )


def unused(edition: Edition) -> Iterator[Problem]:
    """A warning for what a sheet of its own does not use."""
    if edition.back and edition.made_as.kind != ZINE:
        yield _problem(edition, kinds.NOT_USED, key="back")
    if edition.made_as.is_book:
        return
    usual = Edition(name=edition.name)
    for key in (
        "binding",
        "margin",
        "fit",
        "pages",
        "body_size",
        "note",
        "open",
        "open_now",
        "columns",
        "compact",
        "rows",
        "cover",
        "help",
        "notes",
        "own_pages",
        "maps",
        "contents",
        "how_to_use",
        "signs",
        "about",
        "index",
        "form",
    ):
        if getattr(edition, key) != getattr(usual, key):
            yield _problem(edition, kinds.NOT_USED, key=key)


def of_a_screen(edition: Edition) -> Iterator[Problem]:
    """A warning for each key that is of a screen alone, in an edition on paper; but its file may carry a web page."""
    usual = Edition(name=edition.name)
    for key in ON_SCREEN:
        if key in OF_A_PAGE and "web" in edition.attach:
            continue
        if getattr(edition, key) != getattr(usual, key):
            yield _problem(edition, kinds.NOT_USED, key=key)


def signs_off(guide: Guide, edition: Edition) -> Iterator[Problem]:
    """A warning where nothing says what an open circle means, and some are printed; the head of a handout says it."""
    count = sum(not is_checked(listing, guide) for listing in guide.listings)
    if edition.signs == NOWHERE and count and edition.personal is None:
        yield _problem(edition, kinds.SIGNS_OFF, count=count)


def panel_lacks(guide: Guide, edition: Edition, second: str = "") -> Iterator[Problem]:
    """A warning for each language that was named for the panel, and that there are no words in, or no face for."""
    chosen = edition.language_help
    if not is_chosen(guide, chosen):
        return
    help_ = guide.language_help
    mark = edition.mark if chosen is not None else help_ and help_.mark
    for code in without_words(guide, chosen, second):
        name, there = language_name(code, ENGLISH.language), ", ".join(language_codes())
        yield kinds.PANEL_LANGUAGE.at(mark or guide.mark, name=name, code=code, there=there)
    for code, script in without_face(guide, chosen, second):
        files, package = what_brings(script)
        name = language_name(code, ENGLISH.language)
        yield kinds.PANEL_FACE.at(mark or guide.mark, name=name, near=files, package=package)


def panel_said(guide: Guide, edition: Edition, second: str = "") -> tuple[str, ...]:
    """A sentence for languages of the panel that nobody has named, and that no face here has."""
    if is_chosen(guide, edition.language_help):
        return ()
    lacking = without_face(guide, edition.language_help, second)
    if not lacking:
        return ()
    names = with_commas(language_name(code, ENGLISH.language) for code, _ in lacking)
    packages = packages_for(script for _, script in lacking)
    return (
        f"the panel of languages is without {names}: no face (on Debian and Ubuntu: apt install {packages})",
    )


def _problem(edition: Edition, kind: ProblemKind, **values: MessageValue) -> Problem:
    mark = edition.mark or Mark(Path("editions"))
    return kind.at(mark, edition=edition.name, format=edition.made_as.name, **values)
