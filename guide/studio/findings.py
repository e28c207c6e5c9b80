"""Problems of content, each at the listing and the field that it is about."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from guide.content.key_places import place_of
from guide.errors import ERROR, Problem
from guide.problems.content import DUPLICATE_ID, ID, NEVER_VERIFIED, NO_NUMBER, SAME_NUMBER, STALE
from guide.problems.editions import NOTHING_WHOLE
from guide.problems.translations import MISSING_TRANSLATION, NO_TRANSLATION, OUTDATED_TRANSLATION
from guide.project import TRANSLATIONS
from guide.studio.owners import (
    EDITION_KIND,
    GUIDE_KIND,
    LISTING,
    PAGE_KIND,
    PAPER,
    SECTION_KIND,
    STYLE_KIND,
    TRANSLATION,
    Owner,
    Owners,
)

OF_IDS = (ID.name, DUPLICATE_ID.name)
COMMAND = "make-guide "
TO_TRANSLATE = "Translate shows what is missing or out of date"
CURES = {
    STALE.name: "call, and if all is right, say so in Calls",
    NEVER_VERIFIED.name: "Calls goes through them, with what to ask",
    MISSING_TRANSLATION.name: TO_TRANSLATE,
    OUTDATED_TRANSLATION.name: TO_TRANSLATE,
    NO_TRANSLATION.name: "Translate starts a language",
    SAME_NUMBER.name: "ask whoever looks after the program for another number for the newer one",
    NO_NUMBER.name: "ask whoever looks after the program for one, so that it stays the same",
    NOTHING_WHOLE.name: "fill in the texts in Translate, or let the edition print what is not translated in the guide's language",
}  # what to do in the studio, where a hint names a command


class Finding(NamedTuple):
    """What is wrong with a field, or with the whole where the path is empty."""

    owner: Owner | None  # None: with a file that is none of these
    path: tuple[str, ...]
    name: str
    says: str
    is_error: bool
    where: str  # file and line


def find(problems: Iterable[Problem], owners: Owners) -> list[Finding]:
    """The problems as findings, in their order."""
    return [finding_of(problem, owners) for problem in problems]


def finding_of(problem: Problem, owners: Owners) -> Finding:
    """A problem at its field."""
    owner, path = owner_at(problem, owners)
    name = owners.values_of(owner).get("name", "") if owner and owner.kind == LISTING else ""
    where = f"{problem.mark.path.name}, {problem.mark.line}"
    return Finding(owner, path, problem.name, said(problem, str(name)), problem.level == ERROR, where)


def owner_at(problem: Problem, owners: Owners) -> tuple[Owner | None, tuple[str, ...]]:
    """(whose keys, which of them) a problem is about."""
    file = owners.files.get(problem.mark.path)
    if file is None:
        return of_translation(problem.mark.path, owners), ()
    place = place_of(file.places, problem.mark.line, problem.mark.column) if problem.mark.line else None
    if place and place.owner and owners.listings.get(place.owner) == file.path:
        whole = place.path in ((), ("id",)) and problem.name not in OF_IDS
        return Owner(LISTING, place.owner), () if whole else place.path
    if edition := owners.edition_of(file.path):
        at_top = not place or (problem.mark.line, problem.mark.column) <= (1, 1)
        return Owner(EDITION_KIND, edition), () if at_top or not place else place.path
    owner = of_file(file.path, owners)
    whole = not place or place.line == file.places[0].line and owner.kind != PAGE_KIND
    return owner, () if whole or not place else place.path


def of_translation(path: Path, owners: Owners) -> Owner | None:
    """What a file of a translation, or its folder, is the translation of: "translation/es/section/food"; None for another."""
    place = owners.main.parent / TRANSLATIONS
    if not path.is_relative_to(place) or path == place:
        return None
    language, *rest = path.relative_to(place).parts
    sections = {each.name: own for own, each in owners.sections.items()}
    if rest == [owners.main.name]:
        return Owner(TRANSLATION, f"{language}/cover")
    if rest and rest[-1] in sections:
        return Owner(TRANSLATION, f"{language}/{SECTION_KIND}/{sections[rest[-1]]}")
    pages = f"/{PAGE_KIND}/{Path(rest[-1]).stem}" if len(rest) > 1 else ""
    return Owner(TRANSLATION, language + pages)


def of_file(path: Path, owners: Owners) -> Owner:
    """Whose keys stand at the top of a file."""
    if path == owners.style:
        return Owner(STYLE_KIND, PAPER)
    section, page = owners.section_of(path), owners.page_of(path)
    return Owner(SECTION_KIND, section) if section else Owner(PAGE_KIND, page) if page else Owner(GUIDE_KIND)


def said(problem: Problem, name: str) -> str:
    """What is wrong and what to do, as sentences, without the name of the listing that it stands in."""
    message = problem.message.removeprefix(f"{name}: ") if name else problem.message
    return " ".join(sentence(part) for part in (message, cure_of(problem)) if part)


def cure_of(problem: Problem) -> str:
    """What to do: in the studio, for who types no commands."""
    return CURES.get(problem.name, problem.hint) if COMMAND in problem.hint else problem.hint


def sentence(text: str) -> str:
    """A text with a capital letter and a full stop."""
    end = "" if text.endswith((".", "?", "!")) else "."
    return text[:1].upper() + text[1:] + end
