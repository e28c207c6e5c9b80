"""A workshop: what does not depend on the person, made ready once for all handouts of a guide.

The guide is chosen from in each language (`Offers`), its listings are set once for each place and way in which they stand
(`ListingsMemory`), and its faces are subset once (`SharedFaces`). What comes out is what would come out without it, but for the
faces: a handout has the letters of the whole guide, whichever handout was made before it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from guide.build import set_edition, versions_of, write_pdf
from guide.content.choose.languages import Chosen, Offers, choose_from_offers
from guide.errors import Problem
from guide.language.scripts import base_language
from guide.layout.body.memory import ListingsMemory
from guide.layout.editions.draft import Draft, lay_out_draft
from guide.layout.editions.lay_out import SetEdition
from guide.layout.laid_out import LaidOut
from guide.layout.type.coverage import characters_of, texts_in
from guide.model import Edition, Guide
from guide.press import PRINT_SHOP, needs_all_pages
from guide.project import words_of

if TYPE_CHECKING:
    from guide.pdf.shared import SharedFaces


class Trial(NamedTuple):
    """How an edition comes out: how many pages it has, and how full they are, both 0 where it cannot be laid out."""

    pages: int
    full: float  # pages, the last one as far as it is filled
    problems: tuple[Problem, ...] = ()
    columns: int = 1  # of listings
    draft: Draft | None = None  # that may become the edition; None where something in it has to be told


class Workshop:
    """A guide made ready for handouts; `guide` is printed, `folder` has its content and translations."""

    def __init__(self, guide: Guide, folder: Path) -> None:
        self.offers = Offers(guide, folder)
        self.galleys = ListingsMemory()
        self.rows = ListingsMemory(grouped=True)  # the same where no press needs the pages, drawn once too
        self.faces: dict[tuple[str, ...], SharedFaces] = {}  # by the languages of an edition

    def chosen(self, edition: Edition) -> tuple[Chosen, tuple[Problem, ...]]:
        """(what an edition prints, problems)."""
        return choose_from_offers(self.offers, edition)

    def kept(self, edition: Edition) -> ListingsMemory:
        """What is kept of listings for an edition."""
        return self.galleys if needs_all_pages(edition) or edition.press == PRINT_SHOP else self.rows

    def trial(self, chosen: Chosen, edition: Edition) -> Trial:
        """How an edition comes out, without its pages being made."""
        (versions, _), kept = versions_of(chosen), self.kept(edition)
        draft, problems = lay_out_draft(versions, edition, chosen.whole, kept)
        if draft is None:
            return Trial(0, 0, problems)
        if any(stack.missing for version in versions for stack in version.stacks):
            kept.forget()  # or nobody would be told when the edition is laid out
            return Trial(draft.count, draft.full, problems, draft.columns)
        return Trial(draft.count, draft.full, problems, draft.columns, draft)

    def laid_out(self, chosen: Chosen, edition: Edition, draft: Draft | None = None) -> SetEdition:
        """An edition laid out; a draft of it becomes it where it can."""
        return set_edition(chosen, edition, galleys=self.kept(edition), draft=draft)

    def alone(self, chosen: Chosen, edition: Edition) -> SetEdition:
        """The same with tags that it shares with no other, so that they can be one document."""
        return set_edition(chosen, edition)

    def pdf(self, laid_out: LaidOut, chosen: Chosen, ink: str) -> bytes:
        """The file of an edition, with faces that all handouts in its languages share."""
        if laid_out.elsewhere:
            return write_pdf(laid_out, ink)
        from guide.pdf.writer import render_shared  # reportlab, see write_pdf

        return render_shared(laid_out.document, ink, self.faces_of(chosen))

    def faces_of(self, chosen: Chosen) -> SharedFaces:
        """The faces in which a guide is printed in the languages of an edition, with all letters that it has."""
        languages = tuple(each.language for each in (chosen.guide, chosen.second) if each)
        faces = self.faces.get(languages)
        if faces is None:
            from guide.pdf.shared import SharedFaces  # see above

            versions, _ = versions_of(chosen)
            faces = self.faces[languages] = SharedFaces(
                (stack.main for version in versions for stack in version.stacks),
                set[str]().union(*map(self.letters, languages)),
            )
        return faces

    def letters(self, language: str) -> set[str]:
        """What the guide has in a language, the letters of the language itself, in which people have names, and the program's own words in it."""
        found = characters_of(self.offers.offer(language).guide)
        if base_language(language) != "en":
            from guide.language.unicode import letters_of  # ICU: an English guide has no need of it

            found.update(*((each, each.upper()) for each in letters_of(language)))
            found.update(*texts_in(words_of(self.offers.offer(language).guide)))
        return found
