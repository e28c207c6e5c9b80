"""What the pane of the page can show: editions and languages; and why something cannot be shown, or stands on no page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from guide.content.choose.choice import chosen_sections
from guide.content.choose.printable import printable
from guide.content.edition import default_edition
from guide.language.files import language_name
from guide.model import Edition, Guide, Listing
from guide.problems.syntax import SYNTAX
from guide.studio.pictures import Drawing, edition_of, on_paper
from guide.studio.studio import Studio
from guide.studio.translations import languages_of
from guide.studio.wording import StudioWords


class Choice(NamedTuple):
    """Something that can be chosen."""

    name: str
    title: str


def editions_of(studio: Studio, words: StudioWords) -> list[Choice]:
    """The editions that can be shown, the usual one first."""
    editions = on_paper(studio.seen.project.editions)
    if not editions:
        return [Choice("", words("page.usual"))]
    first = default_edition(editions).name
    names = sorted(editions, key=lambda name: (name != first, name))
    return [Choice(name, title_of(name)) for name in names]


def title_of(edition: str) -> str:
    """The name of an edition as it is shown."""
    text = edition.replace("-", " ")
    return text[:1].upper() + text[1:]


def languages_to_show(studio: Studio, edition: str, words: StudioWords) -> list[Choice]:
    """The languages that an edition can be shown in: as it says itself, which may be two, and each of the guide.

    KeyError for an edition that there is not.
    """
    project = studio.seen.typed
    guide = project.guide
    source = guide.language if guide else "en"
    own = tuple(dict.fromkeys(edition_of(project, edition).languages)) or (source,)
    first = Choice("", words("page.both").join(named(each, words) for each in own))
    others = [each for each in (source, *languages_of(project)) if own != (each,)]
    return [first, *(Choice(each, named(each, words)) for each in others)]


def named(language: str, words: StudioWords) -> str:
    """What a language is called, with a capital letter."""
    name = language_name(language, words.language)
    return name[:1].upper() + name[1:]


def why_absent(studio: Studio, drawing: Drawing, listing: str, words: StudioWords) -> str:
    """Why a listing is on no page of an edition, and where it is: in a sentence or two; "" where nothing can be said."""
    guide = studio.seen.typed.guide
    found = next((each for each in guide.listings if each.id == listing), None) if guide else None
    if guide is None or found is None:
        return ""
    reason = words(f"page.why.{reason_of(guide, found, drawing.edition)}")
    said = words("page.absent", edition=shown_name(studio, drawing, words), reason=reason)
    others = [title_of(name) for name in has_it(studio, guide, listing) if name != drawing.edition.name]
    return f"{said} {words('page.elsewhere', editions=', '.join(others))}" if others else said


def shown_name(studio: Studio, drawing: Drawing, words: StudioWords) -> str:
    """What the edition of a drawing is called."""
    name = drawing.edition.name
    return title_of(name) if name in studio.seen.project.editions else words("page.usual")


def reason_of(guide: Guide, listing: Listing, edition: Edition) -> str:
    """Why an edition does not have a listing: the key of a reason's words."""
    if not listing.printed:
        return "unprinted"
    return "untranslated" if is_chosen(printable(guide), listing.id, edition) else "not_chosen"


def has_it(studio: Studio, guide: Guide, listing: str) -> list[str]:
    """The names of the editions that have a listing."""
    whole = printable(guide)
    return [
        name for name, edition in studio.seen.project.editions.items() if is_chosen(whole, listing, edition)
    ]


def is_chosen(whole: Guide, listing: str, edition: Edition) -> bool:
    """Whether an edition chooses a listing."""
    return any(each.id == listing for section in chosen_sections(whole, edition) for each in section.listings)


def unread(studio: Studio, words: StudioWords) -> Iterator[str]:
    """Yield which section files cannot be read, or only in part, as sentences."""
    broken: dict[Path, int] = {}
    for problem in studio.seen.typed.problems:
        if problem.name in SYNTAX and problem.mark.path != studio.seen.owners.main:
            broken.setdefault(problem.mark.path, problem.mark.line)
    order = sections_with(list(studio.seen.owners.sections.values()), broken)
    for path, line in broken.items():
        yield words("page.unread", number=order.index(path) + 1, line=line)


def sections_with(known: list[Path], lost: Iterable[Path]) -> list[Path]:
    """The section files in their order, with those of which nothing could be read where they would stand by their names."""
    more = [path for path in lost if path not in known]
    return sorted(known + more) if known == sorted(known) else known + more
