"""What is wrong with translations: what is missing, only offered or out of date, and what came into them from elsewhere."""

from collections.abc import Iterator, Sequence
from pathlib import Path

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
from guide.model import Guide
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


def judge(guide: Guide, translation: Translation, level: str = WARNING) -> Problems:
    """Problems for what is missing and what is only offered, each said once, and for each text that is out of date; tuple of Problem."""
    gaps: list[str] = []
    open_: list[str] = []  # offered, and not confirmed
    problems: list[Problem] = []
    for name, units in owners(guide):
        missing = translation.missing(units)
        if missing:
            gaps.append(_named(name, units, missing))
        if offered := translation.offered(units):
            open_.append(_named(name, units, offered))
        problems += (_outdated(unit, name, translation, level) for unit in translation.outdated(units))
        problems += (problem for unit in units for problem in _left(unit, name, translation))
    words = topic_words(guide)
    topics = [word for word in words if word not in translation.topics]
    gaps += [f"{len(topics)} of the topics"] * bool(topics)
    topics = [word for word in words if (TOPIC, "", word) in translation.entries]
    open_ += [f"{len(topics)} of the topics"] * bool(topics)
    for kind, names in ((kinds.OFFERED_TRANSLATION, open_), (kinds.MISSING_TRANSLATION, gaps)):
        if names:
            problems.insert(0, _of_a_language(kind, names, translation, level))
    return tuple(problems)


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


def owners(guide: Guide) -> Iterator[tuple[str, tuple[Unit, ...]]]:
    """(name, units) of the guide, each section and each listing that has texts."""
    yield "the guide", guide_units(guide)
    for section in guide.sections:
        yield section.title, section_units(section)
        yield from (
            (listing.name, units) for listing in section.listings if (units := listing_units(listing))
        )
    for page in guide.own_pages:
        yield f"the page {page.title}", page_units(page)
