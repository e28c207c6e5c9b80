"""What is wrong with translations: what is missing, only offered or out of date, and what came into them from elsewhere."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from guide.content.checks import check_texts
from guide.content.checks.base import every_text
from guide.content.left_lines import left_lines, written
from guide.content.records.codes import LANGUAGE
from guide.content.translation_text import START
from guide.content.translations import FOLDER, TOPIC, Translation, load_translation, translated_languages
from guide.content.unit_texts import topic_words
from guide.content.units import Unit, guide_units, listing_units, page_units, section_units
from guide.errors import WARNING, Mark, Problem, Problems
from guide.language.files import language_name
from guide.model import Guide, Listing, OwnPage, Section
from guide.problems import translations as kinds
from guide.problems.kind import ProblemKind
from guide.reading.folders import list_folder
from guide.reading.source import Source


def check_translations(guide: Guide, folder: Path | str) -> Problems:
    """Problems of every language that the content is translated to; tuple of Problem."""
    problems = [*filter(None, (list_folder(Path(folder) / FOLDER)[1],))]
    for language in translated_languages(folder):
        path = Path(folder) / FOLDER / language
        if LANGUAGE.read((language, START), "language", Source(path, path)) is None:
            problems.append(kinds.NOT_A_CODE.at(Mark(path), code=language))
            continue
        translation, found = load_translation(guide, folder, language)
        problems += (*found, *judge(guide, translation), *find_dirt(guide, translation))
    return tuple(problems)


def find_dirt(guide: Guide, translation: Translation) -> list[Problem]:
    """What came into the translated texts from old programs and web pages; list of Problem."""
    texts = [
        (
            f"{name}, in {language_name(translation.language, 'en')}",
            entry.mark,
            every_text(entry.value, unit.key),
        )
        for name, units in owners(guide)
        for unit in units
        if (entry := translation.entries.get(unit.place))
    ]
    mark = Mark(translation.folder)
    topics = ("the topics", mark, [("topics", word) for word in translation.topics.values()])
    return check_texts([*texts, topics], translation.language)


class Judged(NamedTuple):
    """What is wrong with the translation of one owner: its name where something is missing or only offered, else ""."""

    missing: str
    offered: str
    problems: Problems


class Judge:
    """Judges parts of one guide again and again, as handouts are: what was found of a listing is kept."""

    def __init__(self, whole: Guide, translation: Translation, level: str = WARNING) -> None:
        self.translation, self.level = translation, level
        self.whole = whole  # so that its listings keep their ids
        self.kept: dict[int, Judged | None] = dict.fromkeys(map(id, whole.listings))

    def __call__(self, guide: Guide) -> Problems:
        """Problems for what is missing and what is only offered, each said once, and for each text that is out of date."""
        translation = self.translation
        judged = list(self._owners(guide))
        problems = [problem for each in judged for problem in each.problems]
        words = topic_words(guide)
        topics = [word for word in words if word not in translation.topics]
        gaps = [each.missing for each in judged if each.missing]
        gaps += [f"{len(topics)} of the topics"] * bool(topics)
        topics = [word for word in words if (TOPIC, "", word) in translation.entries]
        open_ = [each.offered for each in judged if each.offered]
        open_ += [f"{len(topics)} of the topics"] * bool(topics)
        for kind, names in ((kinds.OFFERED_TRANSLATION, open_), (kinds.MISSING_TRANSLATION, gaps)):
            if names:
                problems.insert(0, _of_a_language(kind, names, translation, self.level))
        return tuple(problems)

    def _owners(self, guide: Guide) -> Iterator[Judged]:
        """Yield what is found of the guide, of each section and each of its listings, and of its pages."""
        yield self._judged(*_of_guide(guide))
        for section in guide.sections:
            yield self._judged(*_of_section(section))
            for listing in section.listings:
                found = self.kept.get(id(listing)) or self._judged(*_of_listing(listing))
                if id(listing) in self.kept:
                    self.kept[id(listing)] = found
                yield found
        yield from (self._judged(*_of_page(page)) for page in guide.own_pages)

    def _judged(self, name: str, units: Sequence[Unit]) -> Judged:
        translation = self.translation
        missing, offered = translation.missing(units), translation.offered(units)
        outdated = (_outdated(unit, name, translation, self.level) for unit in translation.outdated(units))
        left = (problem for unit in units for problem in _left(unit, name, translation))
        return Judged(
            _named(name, units, missing) if missing else "",
            _named(name, units, offered) if offered else "",
            (*outdated, *left),
        )


def judge(guide: Guide, translation: Translation, level: str = WARNING) -> Problems:
    """What is wrong with a translation of a guide, once; see Judge."""
    return Judge(guide, translation, level)(guide)


def _named(name: str, units: Sequence[Unit], some: Sequence[Unit]) -> str:
    """The name of what has units, with those that are meant where these are not all."""
    return name if len(some) == len(units) else f"{name} ({', '.join(unit.key for unit in some)})"


def _of_a_language(kind: ProblemKind, names: Sequence[str], translation: Translation, level: str) -> Problem:
    """What is so in many places of a translation, the first of which are named."""
    named = ", ".join(names[:NAMED]) + (f" and {len(names) - NAMED} more" if len(names) > NAMED else "")
    mark, code = Mark(translation.folder), translation.language
    return kind.at(mark, level, language=language_name(code, "en"), names=named, code=code)


NAMED = 8  # of what is not translated, so many are named


def _outdated(unit: Unit, name: str, translation: Translation, level: str) -> Problem:
    entry = translation.entries[unit.place]
    kind = kinds.MARKED_OUTDATED if entry.outdated else kinds.OUTDATED_TRANSLATION
    return kind.at(entry.mark, level, name=name, key=unit.key, code=translation.language)


def _left(unit: Unit, name: str, translation: Translation) -> Iterator[Problem]:
    """Yield a problem for each line that is still in the language of the guide."""
    entry = translation.entries.get(unit.place)
    if entry is None or entry.same:
        return
    for line in left_lines(unit.text, written(entry.value, unit.kind)):
        language = language_name(translation.language, "en")
        yield kinds.LEFT_LINE.at(entry.mark, name=name, key=unit.key, language=language, line=line)


Owner = tuple[str, tuple[Unit, ...]]  # its name and units


def owners(guide: Guide) -> Iterator[Owner]:
    """(name, units) of the guide, each section and each listing that has texts."""
    yield _of_guide(guide)
    for section in guide.sections:
        yield _of_section(section)
        yield from (found for each in section.listings if (found := _of_listing(each))[1])
    yield from map(_of_page, guide.own_pages)


def _of_guide(guide: Guide) -> Owner:
    return "the guide", guide_units(guide)


def _of_section(section: Section) -> Owner:
    return section.title, section_units(section)


def _of_listing(listing: Listing) -> Owner:
    return listing.name, listing_units(listing)


def _of_page(page: OwnPage) -> Owner:
    return f"the page {page.title}", page_units(page)
