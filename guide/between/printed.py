"""An edition as it is printed, of today or of an older day: what it is set from, its pages, and where each listing stands."""

from collections.abc import Mapping

from guide.build import laid_out_of, pages_of_listings, versions_of, without_collector
from guide.content.choose.languages import Chosen, choose_in_languages
from guide.errors import ERROR, GuideError, Mark
from guide.formats import LARGE_PRINT_SIZE
from guide.frozen import frozen
from guide.layout.editions.lay_out import lay_out
from guide.layout.editions.versions import Version
from guide.layout.pages import Document
from guide.layout.type.coverage import missing_characters
from guide.model import Edition
from guide.problems.between import NOT_ON_PAPER
from guide.project import Project, stop_on_errors


@frozen
class Printed:
    """An edition with all its pages."""

    edition: Edition
    chosen: Chosen
    versions: tuple[Version, ...]  # in its language, and in the second one where it has two
    document: Document
    pages: Mapping[str, int]  # of each listing, by id
    numbers: Mapping[str, int]

    @property
    def paper(self) -> str:
        """The paper of the office that prints it."""
        return office_paper(self.edition)

    @property
    def is_large(self) -> bool:
        """Whether it is in large print, and so is what goes into it."""
        if not self.edition.made_as.is_book:  # a leaflet, a sheet, cards and a zine are small
            return False
        size: float = self.edition.body_size or self.edition.made_as.measures["body"].size
        return size >= LARGE_PRINT_SIZE


METRIC = ("A3", "A4", "A5")


def office_paper(edition: Edition) -> str:
    """The paper of the office that prints an edition: "A4" or "Letter"."""
    return "A4" if edition.made_as.paper in METRIC else "Letter"


@without_collector()
def print_edition(project: Project, name: str = "") -> Printed:
    """An edition of a project, the default one where there is no name; raises GuideError where it cannot be laid out."""
    asked = project.ask_for((name,) if name else ())
    stop_on_errors(tuple(problem for found in asked.wrong.values() for problem in found), False)
    (edition,) = asked.sound
    if not edition.made_as.is_paper:
        raise GuideError([NOT_ON_PAPER.at(edition.mark or Mark(project.folder), edition=edition.name)])
    chosen, problems = choose_in_languages(project.printed, edition, project.folder)
    versions, renamed = versions_of(chosen)
    done = lay_out(versions, edition, chosen.whole, in_stretches=False)
    missing = [problem for each in versions for problem in missing_characters(each.guide, each.stacks)]
    found = (*problems, *done.problems, *renamed, *missing)
    stop_on_errors(tuple(problem for problem in found if problem.level == ERROR), False)
    document = laid_out_of(done, found, False).document
    return Printed(
        edition=edition,
        chosen=chosen,
        versions=tuple(versions),
        document=document,
        pages=dict(pages_of_listings(document.outline)),
        numbers=(chosen.guide if edition.made_as.is_book else chosen.whole).entries,
    )
