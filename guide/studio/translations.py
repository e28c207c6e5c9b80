"""What is translated, file by file: each is read again only when it, or the text that it translates, has changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from guide.content.checks.together import check_mentions
from guide.content.choose.printable import printable
from guide.content.records.codes import LANGUAGE
from guide.content.translation_text import START
from guide.content.translations import (
    FOLDER,
    Translation,
    TranslationReader,
    page_file,
    translated_languages,
)
from guide.content.unit_texts import topic_words
from guide.content.units import (
    LISTING,
    Unit,
    guide_units,
    listing_units,
    page_units,
    section_units,
)
from guide.errors import Problems
from guide.model import Guide, Listing, Section
from guide.project import Project
from guide.reading.source import Source

COVER, SECTION, PAGE = "cover", "section", "page"  # whose texts a part has


class Texts(NamedTuple):
    """The texts of the guide that are translated in one file."""

    name: str  # "cover", "section/food", "page/welcome"
    title: str
    file: str  # its path in the folder of a language
    units: tuple[Unit, ...]
    listings: tuple[Listing, ...]
    words: tuple[str, ...]  # of the index


class Part(NamedTuple):
    """A file of a translation: the texts that belong in it, and what it holds."""

    texts: Texts
    path: Path
    data: bytes | None  # None: there is no such file yet
    translation: Translation
    problems: Problems


def languages_of(project: Project) -> tuple[str, ...]:
    """The languages that a guide is translated to, sorted; folders whose name is no language are left out."""
    own = project.guide.language if project.guide else ""
    return tuple(each for each in translated_languages(project.folder) if each != own and is_code(each))


def is_code(name: str) -> bool:
    """Whether a text is the code of a language."""
    return LANGUAGE.read((name, START), "language", Source(Path(name), Path("."))) is not None


def texts_of(guide: Guide, known: dict[Any, Any]) -> Iterator[Texts]:
    """Yield the texts of what is printed of a guide, file by file; those of sections that are `known` as they were."""
    yield Texts(COVER, guide.title, guide.mark.path.name, guide_units(guide), (), topic_words(guide))
    for each in guide.sections:
        section, texts = known.get(each.mark.path, (None, None))
        if section != each:
            texts = texts_of_section(each)
            known[each.mark.path] = each, texts
        yield texts
    for page in guide.own_pages:
        file = page_file(Path(), page).as_posix()
        yield Texts(f"{PAGE}/{page.id}", page.title, file, page_units(page), (), ())


def texts_of_section(section: Section) -> Texts:
    """The texts of a section and its listings."""
    units = (*section_units(section), *(unit for own in section.listings for unit in listing_units(own)))
    name = f"{SECTION}/{section.id}"
    return Texts(name, section.title, section.mark.path.name, units, section.listings, ())


def texts_in(project: Project) -> tuple[Texts, ...]:
    """The texts of a project, made once for each state of its guide; () where it cannot be read."""
    if project.guide is None:
        return ()
    known = project.memory.translations if project.memory else {}
    guide, texts = known.get(project.folder, (None, ()))
    if guide is not project.guide:
        texts = tuple(texts_of(printable(project.guide), known))
        known[project.folder] = project.guide, texts
    found: tuple[Texts, ...] = texts
    return found


def parts_of(project: Project, language: str) -> Iterator[Part]:
    """Yield what there is of a language, file by file."""
    known, guide = project.memory.translations if project.memory else {}, project.guide
    if guide is None:
        return
    for texts in texts_in(project):
        path = project.folder / FOLDER / language / texts.file
        data = read_or_none(path)
        part: Part | None = known.get(path)
        if part is None or part.data != data or part.texts != texts:
            part = known[path] = read_part(guide, project.folder, language, texts, data)
        yield part


def read_or_none(path: Path) -> bytes | None:
    """The bytes of a file; None where there is none, or none that can be read."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def read_part(guide: Guide, folder: Path, language: str, texts: Texts, data: bytes | None) -> Part:
    """What a file says, as these bytes."""
    place = folder / FOLDER / language
    path = place / texts.file
    reader = TranslationReader(guide, folder, {} if data is None else {path: data})
    if data is not None:
        own = [each for each in texts.units if each.owner != LISTING]
        reader.read(path, own, texts.listings)
        reader.problems += check_mentions(reader.sources, {each.id for each in guide.listings})
    return Part(texts, path, data, reader.translation(language, place), tuple(reader.problems))


def outdated(project: Project) -> Mapping[str, frozenset[str]]:
    """{language: ids of the listings with a translated text that is out of date}, for each language of a guide."""
    return {
        language: frozenset(
            unit.id
            for part in parts_of(project, language)
            for unit in part.translation.outdated(part.texts.units)
            if unit.owner == LISTING
        )
        for language in languages_of(project)
    }
