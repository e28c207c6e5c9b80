"""An edition that is read on a screen or in braille: what comes of it, beside the pages that `guide.build` makes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from guide.content.choose.languages import Chosen
from guide.errors import Mark, Problem
from guide.formats import BRAILLE, FORMATS
from guide.language.words import Words
from guide.layout.pages import AttachedFile
from guide.model import Edition, Guide
from guide.problems.layout import NO_PDF
from guide.project import stop_on_errors, words_of

if TYPE_CHECKING:
    from guide.braille.edition import BrailleFiles
    from guide.web.make import ScreenFiles

KINDS = {"text": "text/plain", "web": "text/html"}  # of the forms that a PDF can carry, as mail names them


def useless_keys(format: str) -> tuple[str, ...]:
    """The keys of an edition that a format has no use for; () where there is no such format."""
    made_as = FORMATS.get(format)
    if made_as is None:
        return ()
    if made_as.is_paper:
        from guide.layout.editions.asked import ON_SCREEN  # the studio alone asks

        return ON_SCREEN
    if made_as.name == BRAILLE:
        from guide.braille import edition as braille

        return braille.useless_keys()
    from guide.web import make as web

    return web.useless_keys(format)


def made_for_screen(chosen: Chosen, edition: Edition, *, stops: bool = False) -> ScreenFiles | BrailleFiles:
    """The files of an edition that is not printed, with its problems; `stops`: an error raises GuideError with them."""
    made = in_braille(chosen, edition) if edition.format == BRAILLE else as_page(chosen, edition)
    if stops:
        stop_on_errors(made.problems, False)
    return made


def as_page(chosen: Chosen, edition: Edition) -> ScreenFiles:
    """A web page."""
    from guide.web.make import make_page  # few editions need it

    return make_page(versions_of(chosen), edition)


def versions_of(chosen: Chosen) -> list[tuple[Guide, Words]]:
    """The guide in each language of an edition, with its words."""
    return [(guide, words_of(guide)) for guide in (chosen.guide, chosen.second) if guide]


def attached_to(chosen: Chosen, edition: Edition) -> tuple[tuple[AttachedFile, ...], tuple[Problem, ...]]:
    """(files, problems): the other forms that the PDF of an edition carries."""
    from guide.web.make import make_form  # few editions need it

    versions = versions_of(chosen)
    title = edition.title or chosen.guide.title
    files: list[AttachedFile] = []
    problems: tuple[Problem, ...] = ()
    for form in edition.attach:
        made = make_form(versions, replace(edition, format=form, site="", attach=()))
        problems += made.problems
        for name, data in made.data.items():
            says = f"{title} ({Path(name).suffix[1:].upper()})"
            files.append(AttachedFile(name=name, kind=KINDS[form], says=says, data=data))
    return tuple(files), tuple(dict.fromkeys(problems))


def in_braille(chosen: Chosen, edition: Edition) -> BrailleFiles:
    """Braille, in each language of an edition."""
    from guide.braille.edition import make_files  # few editions need it

    return make_files(versions_of(chosen), edition)


def no_pdf(edition: Edition) -> Problem:
    """That an edition is no PDF."""
    return NO_PDF.at(edition.mark or Mark(Path("editions")), edition=edition.name, format=edition.format)
