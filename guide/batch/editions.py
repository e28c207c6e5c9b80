"""The edition of a handout: that of its row, or the one in its language, with no more beside the listings than there is room for."""

from dataclasses import replace
from pathlib import Path

from guide.errors import GuideError, Mark
from guide.formats import CARDS, LEAFLET, ONE_SHEET, ZINE
from guide.layout.body.service import BOX, ENDS
from guide.model import Edition
from guide.model.edition import NOWHERE
from guide.problems.people import NO_TWO_COPIES, ON_SCREEN

FEW = 4  # pages: up to here a handout has nothing but listings below its head
HALF = {"letter": "half-letter", "a4": "a5"}  # of which two stand on a sheet of the first
KINDS = {LEAFLET: "leaflet", ONE_SHEET: "sheet of its own", CARDS: "sheet of cards", ZINE: "zine"}


def as_handout(edition: Edition, pages: int, two: bool) -> Edition:
    """An edition as handouts of at most so many pages are made of it; `two`: with two copies on a sheet.

    A handout of few pages has no cover, no contents, no index and no form; one of more is made as the edition says.
    None has a page of what is new: who gets it has had none before, and a cluster has no older edition; none carries another
    form, which would have no head for the person; and none has a map, whose letters are not among those that all handouts
    share. GuideError for an edition without pages.
    """
    if not edition.made_as.is_paper:
        raise GuideError([ON_SCREEN.at(edition.mark or Mark(Path("editions")), edition=edition.name)])
    if edition.made_as.is_book and pages <= FEW:
        edition = replace(
            edition,
            cover="none",
            contents="none",
            how_to_use=NOWHERE,
            signs=NOWHERE,
            about=NOWHERE,
            index=(),
            form=False,
            open="none",
            notes=False,
            own_pages=(),
            language_help=(),
            help=tuple(each for each in edition.help if each != ENDS or BOX not in edition.help),
        )
    edition = replace(edition, news=NOWHERE, attach=(), maps=())
    return two_copies(edition) if two else replace(edition, fit=0, pages=0)


def two_copies(edition: Edition) -> Edition:
    """The edition with each page twice on a sheet, beside each other: on half pages where it has whole ones."""
    if not edition.made_as.is_book:
        mark = edition.mark or Mark(Path("editions"))
        kind = KINDS[edition.made_as.kind]
        raise GuideError([NO_TWO_COPIES.at(mark, edition=edition.name, kind=kind)])
    format = HALF.get(edition.format, edition.format)
    return replace(
        edition, format=format, press="n-up", up=2, copies=2, body_size=0, columns=0, fit=0, pages=0
    )
