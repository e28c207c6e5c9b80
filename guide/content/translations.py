"""Translations of a guide: a folder for each language beside the content, read, judged, and put in the texts' place.

    translations/es/guide.yaml             the texts of the guide, and the topics of the index
    translations/es/pages/welcome.yaml     those of the page pages/welcome.md
    translations/es/1-organizations.yaml   those of the section file with the same name, and of its listings by id

An entry holds a text and the fingerprint of the text that it was made from, so that a later change is noticed.
"""

import os
from collections.abc import Iterable
from dataclasses import field
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from guide.content.checks.together import check_blanks, check_mentions
from guide.content.file import read_content, read_file
from guide.content.own_pages import FOLDER as PAGES
from guide.content.own_pages import check_pictures
from guide.content.translation_text import READERS, has_error
from guide.content.unit_texts import LINE, spoken_hours, topic_words
from guide.content.units import (
    PAGE_PROSE,
    Place,
    Replacer,
    Unit,
    guide_units,
    listing_units,
    page_units,
    section_units,
)
from guide.errors import Mark, Problem, Problems
from guide.frozen import frozen
from guide.language.files import fixed_words
from guide.model import Guide, Listing, OwnPage
from guide.problems import translations as kinds
from guide.problems.reading import KEY_NO_WORD
from guide.reading.fields import Field, Kind, Record, closest, is_blank, report_duplicates, report_type
from guide.reading.folders import list_folder, yaml_files
from guide.reading.kinds import DAY, FLAG, WORD
from guide.reading.source import Node, Pairs, Source
from guide.reading.source import Place as Position
from guide.reading.text import text_of

FOLDER = "translations"
NamedNode: TypeAlias = tuple[tuple[str, Position], Node]  # a key that is a word, and its value
TOPIC = "topic"  # in the place of an owner: a word of the index


class Translated(NamedTuple):
    """A translated text: what is printed, and what it was made from."""

    value: Any
    of: str  # fingerprint; "" where nobody has noted it
    outdated: bool  # somebody has to look at it again
    mark: Mark
    offered: bool = False  # by the program, and nobody has confirmed it
    same: bool = False  # lines that are the same as in the source are meant to be


class Checked(NamedTuple):
    """The native speaker who has read a translation."""

    name: str
    day: date | None  # None: nobody has written it


@frozen
class Translation:
    """Everything that is translated to one language."""

    language: str
    folder: Path
    entries: dict[Place, Translated] = field(default_factory=dict)
    topics: dict[str, str] = field(default_factory=dict)  # word of the source: word
    damaged: dict[Place, tuple[Problem, ...]] = field(default_factory=dict)  # entries that cannot be used
    checked: Checked | None = None  # None: by nobody yet

    def missing(self, units: Iterable[Unit]) -> list[Unit]:
        """The units that have no translation."""
        return [unit for unit in units if unit.place not in self.entries]

    def offered(self, units: Iterable[Unit]) -> list[Unit]:
        """The units whose translation the program has offered, and which nobody has confirmed."""
        return [unit for unit in units if unit.place in self.entries and self.entries[unit.place].offered]

    def outdated(self, units: Iterable[Unit]) -> list[Unit]:
        """The units whose text has changed since, or whose translation is marked as such."""
        entries = ((unit, self.entries.get(unit.place)) for unit in units)
        return [unit for unit, entry in entries if entry and (entry.outdated or entry.of != unit.fingerprint)]


def translated_languages(folder: Path | str) -> tuple[str, ...]:
    """The languages that a content folder has translations in, sorted."""
    return tuple(
        path.name
        for path in list_folder(Path(folder) / FOLDER)[0]
        if path.is_dir() and not path.name.startswith(".")
    )


# --- reading ----------------------------------------------------------------------------------------


def load_translation(
    guide: Guide, folder: Path | str, language: str, written: dict[Path, bytes] | None = None
) -> tuple[Translation, Problems]:
    """(Translation, problems) of a language; problems are those of its files, and translations of what is not there.

    `written`: bytes by path, of files that are read before they are there.
    """
    place = Path(folder) / FOLDER / language
    paths, unread = yaml_files(place)
    if unread:
        return Translation(language=language, folder=place), unread
    reader = TranslationReader(guide, folder, written or {})
    reader.read(place / guide.mark.path.name, guide_units(guide), ())
    for section in guide.sections:
        reader.read(place / section.mark.path.name, section_units(section), section.listings)
    for page in guide.own_pages:
        reader.read(page_file(place, page), page_units(page), ())
    more, unread = yaml_files(place / PAGES)
    reader.problems += unread
    known = {guide.mark.path.name, *(section.mark.path.name for section in guide.sections)}
    known_pages = {page_file(place, page).name for page in guide.own_pages}
    for path, known in (*((path, known) for path in paths), *((path, known_pages) for path in more)):
        if path.name not in known:
            near = closest(path.name, known)
            reader.problems.append(kinds.ORPHAN_FILE.at(Mark(path), name=path.name, near=near))
    reader.problems += check_blanks(reader.sources)
    reader.problems += check_mentions(reader.sources, {listing.id for listing in guide.listings})
    return reader.translation(language, place), tuple(reader.problems)


def page_file(place: Path, page: OwnPage) -> Path:
    """The file with the translation of a page, in the folder of a language."""
    return place / PAGES / f"{page.id}.yaml"


class TranslationReader:
    """Gathers the entries of the files of one language."""

    def __init__(self, guide: Guide, folder: Path | str, written: dict[Path, bytes]) -> None:
        self.guide = guide
        self.folder = Path(folder)
        self.written = written
        self.entries: dict[Place, Translated] = {}
        self.topics: dict[str, str] = {}
        self.damaged: dict[Place, Problems] = {}
        self.checked: Checked | None = None
        self.problems: list[Problem] = []
        self.sources: list[Source] = []
        self.topic_words = set(topic_words(guide))

    def read(self, path: Path, units: Iterable[Unit], listings: tuple[Listing, ...]) -> None:
        """Read a file if it is there."""
        if path not in self.written and not os.path.lexists(path):
            return
        source = Source(path, self.folder, self.guide.country)
        self.sources.append(source)
        record = TranslationFile(self, units, listings)
        if path not in self.written:
            read_file(source, record)
        else:
            text = text_of(self.written[path], source)
            if text is not None:
                read_content(text, source, record)
        self.problems += source.problems

    def translation(self, language: str, folder: Path) -> Translation:
        """What was read, as the translation to a language whose files are in a folder."""
        return Translation(
            language=language,
            folder=folder,
            entries=self.entries,
            topics=self.topics,
            damaged=self.damaged,
            checked=self.checked,
        )

    def keep_damage(self, place: Place, start: int, source: Source) -> None:
        """Note what is wrong with one entry, which harms no other."""
        if has_error(source.problems[start:]):
            self.damaged[place] = tuple(source.problems[start:])

    def read_entries(
        self,
        pairs: list[NamedNode],
        units: Iterable[Unit],
        owner: str,
        source: Source,
        spoken: frozenset[str] = frozenset(),
    ) -> None:
        """Read entries by the keys of units; what has no unit is an orphan, or one of hours that say themselves."""
        known = {unit.key: unit for unit in units}
        for (name, place), node in pairs:
            start, unit = len(source.problems), known.get(name)
            if unit is None:
                check_below(node, source)
                near = "" if name in spoken else closest(name, known)
                kind = kinds.SPOKEN_HOURS if name in spoken else kinds.ORPHAN
                self.problems.append(kind.at(source.mark(place), owner=owner, name=name, near=near))
            elif not is_blank(node, name, source):
                entry = read_entry(node, unit, source)
                self.keep_damage(unit.place, start, source)
                if entry is not None and unit.place not in self.damaged:
                    self.entries[unit.place] = entry

    def read_topics(self, node: Node, source: Source) -> None:
        """Read the words of the index by topic."""
        pairs, place = node
        if pairs.__class__ is not tuple:
            report_type(node, "topics", "lines of the form Naloxone: Naloxona below it", source)
            return
        for (word, word_place), value in checked(pairs, source):
            start = len(source.problems)
            text = self.read_topic(value, word, source)
            self.keep_damage((TOPIC, "", word), start, source)
            if word in self.guide.hidden.topics:
                continue
            if word not in self.topic_words:
                near = closest(word, self.topic_words)
                self.problems.append(kinds.ORPHAN_TOPIC.at(source.mark(word_place), name=word, near=near))
            elif text:
                self.topics[word] = text

    def read_topic(self, node: Node, word: str, source: Source) -> str | None:
        """The translation of a word of the index: it alone, or with what is to be known of it, such as that it is offered."""
        if node[0].__class__ is not tuple:
            return WORD.read(node, word, source)
        values, place = RECORDS[LINE].read(node, word, source) or ({}, node[1])
        if values.get("offered") and "text" in values:
            self.entries[TOPIC, "", word] = Translated(values["text"], "", False, source.mark(place), True)
        return values.get("text")

    def read_listings(self, node: Node, listings: tuple[Listing, ...], source: Source) -> None:
        """Read the entries of listings, by their ids."""
        listed, _ = node
        if listed.__class__ is not tuple:
            report_type(node, "listings", "the ids of listings below it", source)
            return
        known = {listing.id: listing for listing in listings}
        for (id, id_place), (value, value_place) in checked(listed, source):
            if id in self.guide.hidden.listings:  # its translation waits with it, and nothing is told of it
                check_below((value, value_place), source)
            elif id not in known:
                check_below((value, value_place), source)
                near = closest(id, known)
                self.problems.append(kinds.ORPHAN_LISTING.at(source.mark(id_place), name=id, near=near))
            elif value.__class__ is tuple:
                listing, pairs = known[id], checked(value, source)
                spoken = spoken_hours(listing)
                self.read_entries(pairs, listing_units(listing), listing.name, source, spoken)
            elif value != "":
                report_type(
                    (value, value_place), id, "the names of its texts below it, such as description", source
                )


class TranslationFile:
    """Reads one file of a translation, in the way of a `Record`."""

    def __init__(
        self, reader: TranslationReader, units: Iterable[Unit], listings: tuple[Listing, ...]
    ) -> None:
        self.reader, self.units, self.listings = reader, units, listings

    def read(self, node: Node, key: str, source: Source) -> bool:
        """Read the top of a file, which is a mapping."""
        rest: list[NamedNode] = []
        for pair in checked(node[0] if isinstance(node[0], tuple) else (), source):
            (name, _), value = pair
            if name == "listings" and self.listings:
                self.reader.read_listings(value, self.listings, source)
            elif name == "topics" and not self.listings:
                self.reader.read_topics(value, source)
            elif name == "checked" and not self.listings:
                self.reader.checked = read_checked(value, source)
            else:
                rest.append(pair)
        self.reader.read_entries(rest, self.units, "this file", source)
        return True


def read_checked(node: Node, source: Source) -> Checked | None:
    """Who has read a translation, and when: "Ana Ruiz, 2026-11-30"; None for "no"."""
    said = WORD.read(node, "checked", source)
    if not said or said.lower() in ("no", "false"):
        return None
    name, comma, day = said.rpartition(",")
    if not comma or not any(map(str.isdigit, day)):
        return Checked(said, None)
    return Checked(name.strip(), DAY.read((day.strip(), node[1]), "checked", source))


def checked(pairs: Pairs, source: Source) -> list[NamedNode]:
    """The pairs whose keys are words; the others are reported, and so is each that is there a second time."""
    for (name, place), _ in pairs:
        if not isinstance(name, str):
            source.report(place, KEY_NO_WORD)
    report_duplicates(pairs, source)
    return [((name, place), value) for (name, place), value in pairs if isinstance(name, str)]


def check_below(node: Node, source: Source) -> None:
    """Report keys that are none, or are there twice, in what has no place any more: it is kept as it stands."""
    if isinstance(node[0], tuple):
        for _, value in checked(node[0], source):
            check_below(value, source)
    elif isinstance(node[0], list):
        for item in node[0]:
            check_below(item, source)


def entry_record(kind: Kind[Any]) -> Record[tuple[dict[str, Any], Position]]:
    """The table of keys of an entry whose text is of a kind."""
    return Record(
        "a translated text",
        (
            Field(
                "of",
                WORD,
                "The fingerprint of the text that it was made from; make-guide translate writes it.",
            ),
            Field("outdated", FLAG, "Yes while somebody has to look at it again."),
            Field(
                "offered",
                FLAG,
                "Yes while it is what the program has filled in, and nobody has confirmed it.",
            ),
            Field("same", FLAG, "Yes where a line is right as it stands in the source, such as a name."),
            Field("text", kind, "The translation."),
        ),
        lambda values, place, source: (values, place),
    )


RECORDS = {kind: entry_record(reader) for kind, reader in READERS.items()}


def read_entry(node: Node, unit: Unit, source: Source) -> Translated | None:
    """An entry; None where it holds no text yet."""
    if node[0].__class__ is not tuple:
        node = ((("text", node[1]), node),), node[1]  # a text alone
    values, place = RECORDS[unit.kind].read(node, unit.key, source) or ({}, node[1])
    if "text" not in values:
        return None
    if unit.kind == PAGE_PROSE:
        check_pictures(values["text"], place, source)
    outdated, offered, same = (values.get(key, False) for key in ("outdated", "offered", "same"))
    return Translated(values["text"], values.get("of", ""), outdated, source.mark(place), offered, same)


# --- in the place of the source ---------------------------------------------------------------------


def translate(guide: Guide, translation: Translation) -> Guide:
    """The guide in another language; what is not translated stays in its own, and is named as such."""
    words = fixed_words(translation.language)
    texts = {place: entry.value for place, entry in translation.entries.items()}
    return Replacer(texts, translation.topics, words.hours if words else None).guide(
        guide, translation.language
    )


def incomplete_pages(guide: Guide, translation: Translation) -> tuple[str, ...]:
    """The ids of the pages with texts that are not translated; tuple."""
    return tuple(page.id for page in guide.own_pages if translation.missing(page_units(page)))


def incomplete_listings(guide: Guide, translation: Translation) -> tuple[str, ...]:
    """The ids of the listings with texts that are not translated; tuple."""
    return tuple(listing.id for listing in guide.listings if translation.missing(listing_units(listing)))
