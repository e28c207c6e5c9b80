"""An edition as it would be made: its pages, sheets and cost, and what is wrong with it, without a file being made."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from guide.content.choose.languages import choose_in_languages
from guide.content.choose.printable import printable
from guide.content.edit import Plain
from guide.errors import ERROR, Problem
from guide.press import paper_of_pages
from guide.problems import layout as kinds
from guide.problems.editions import EMPTY_EDITION
from guide.project import Project
from guide.studio.findings import Finding, find, said
from guide.studio.owners import EDITION_KIND, Owner
from guide.studio.studio import Studio

CHOICE = ("choice",)
STOP = "stop"  # what an edition does where a text is not translated
PLACES: Mapping[str, tuple[str, ...]] = {
    kinds.BODY_SIZE.name: ("body_size",),
    kinds.LANGUAGES.name: ("languages",),
    kinds.COPIES.name: ("copies",),
    kinds.SIGNS_OFF.name: ("signs",),
    kinds.DOES_NOT_FIT.name: ("fit",),
    **{
        kind.name: CHOICE
        for kind in (
            kinds.LEAFLET_FULL,
            kinds.SHEET_FULL,
            kinds.WALLET_FULL,
            kinds.ZINE_FULL,
            EMPTY_EDITION,
        )
    },
}  # {what the layout finds wrong with an edition: the key that says so}


class Sums(NamedTuple):
    """What an edition takes to print."""

    pages: int
    sheets: int
    copies: int  # that the sheets make
    cost: float  # of a copy; 0 where nobody knows


class Trial(NamedTuple):
    """What would come of an edition."""

    revision: int  # of the content that it was tried with
    sums: Sums | None  # None: it cannot be made, or is on no paper
    findings: list[Finding]  # what is wrong with it alone
    why: str  # it cannot be made


def try_edition(studio: Studio, name: str) -> Trial:
    """What would come of an edition as it is now; KeyError for one that there is not, or whose file cannot be read."""
    seen, drawing = studio.seen, studio.drawing(name)
    edition, pages = drawing.edition, len(drawing.pages)
    path = edition.mark.path if edition.mark else None
    own = [each for each in drawing.problems if each.mark.path == path]
    findings = [placed(each, studio) for each in find(dict.fromkeys(own), seen.owners)]
    if not edition.made_as.is_paper:
        error = next((each.says for each in findings if each.is_error), "") or first_of(drawing.problems)
        return Trial(seen.revision, None, findings, error or untranslated(seen.typed, name))
    wrong = next((each.says for each in findings if each.is_error), "") or untranslated(seen.typed, name)
    if not pages or wrong:
        return Trial(seen.revision, None, findings, wrong or first_of(drawing.problems))
    sheets, copies = paper_of_pages(pages, edition)
    cost = round(sheets * edition.price_per_sheet / copies, 4)
    return Trial(seen.revision, Sums(pages, sheets, copies, cost), findings, "")


def untranslated(project: Project, name: str) -> str:
    """Why an edition that stops where a text is not translated cannot be made, "" where it can: a picture shows it all the same."""
    edition = project.editions[name]
    if edition.untranslated != STOP or project.guide is None:
        return ""
    _, problems = choose_in_languages(printable(project.guide), edition, project.folder)
    return first_of(problems)


def first_of(problems: tuple[Problem, ...]) -> str:
    """The words of what stops an edition, "" for nothing."""
    return next((said(each, "") for each in problems if each.level == ERROR), "")


def findings_of(studio: Studio, name: str, trial: Trial) -> list[Finding]:
    """All that is wrong with an edition, each once."""
    return list(dict.fromkeys((*studio.findings_of(Owner(EDITION_KIND, name)), *trial.findings)))


def placed(finding: Finding, studio: Studio) -> Finding:
    """A finding about an edition as a whole at the key that it is about: one whose word it names, or that decides it."""
    if finding.path or finding.owner is None or finding.owner.kind != EDITION_KIND:
        return finding
    try:
        values = studio.seen.owners.values_of(finding.owner)
    except KeyError:
        return finding
    named = set(re.findall(r'"([^"]+)"', finding.says))
    path = next((path for path, text in texts_in(dict(values)) if text in named), None)
    return finding._replace(path=path or PLACES.get(finding.name, ()))


def texts_in(value: Plain, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield (path of a key, text) of all texts in a value; those of a list stand at its key."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from texts_in(each, (*path, key))
    else:
        for each in value:
            yield from texts_in(each, path)
