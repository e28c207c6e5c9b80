"""Translation files written for the people who fill them in: every text with its source above it, and nothing lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, TypeAlias

from guide.content.offers import Offers, Pair
from guide.content.old_translation import OldFile
from guide.content.translation_text import (
    ON_LINES,
    has_error,
    key_of,
    not_the_same,
    read_again,
    scalar,
    write_value,
)
from guide.content.translations import (
    FOLDER,
    TOPIC,
    Translated,
    Translation,
    load_translation,
    page_file,
)
from guide.content.unit_texts import LINE, topic_words
from guide.content.units import (
    Place,
    Unit,
    all_units,
    guide_units,
    listing_units,
    page_units,
    section_units,
)
from guide.errors import Mark, Problem, Problems
from guide.language.files import language_name
from guide.model import Guide
from guide.problems.prose import UNKNOWN_MENTION

HEAD = """\
# {language}: {file}. Write each translation behind "text:", on one line, or behind "text: |" on lines of its own below.
# The lines that begin with "# {source}:" show the text in {source_language}. Where that has changed, the entry says
# "outdated: yes": read the translation again, mend it, and delete that line. Leave "of:" as it is. Where an entry says
# "offered: yes", the program has filled it in: read it, mend it, and delete that line.
# A native speaker who has read all of it signs in {main}: "checked: Name, 2026-11-30".
"""
CHECKED = "checked"  # the key of whoever has read it
Group: TypeAlias = tuple[
    str, tuple[Unit, ...]
]  # the id of a listing, "" for what is above them, with its units
Names: TypeAlias = tuple[str, ...]  # the path of a key in a file
FOUR_SPACES = "    "


class TranslatedFile(NamedTuple):
    """A file to be written."""

    path: Path
    text: str
    data: bytes  # the text with the line ends that the file has now
    old: bytes | None  # what the file holds now
    added: int  # entries that are new, to be filled in
    changed: int  # entries that are marked as out of date now
    offered: int  # entries that are new, and filled in for somebody to confirm


def translation_files(
    guide: Guide,
    folder: Path | str,
    language: str,
    given: dict[Place, Translated] | None = None,
    topics: dict[str, str] | None = None,
) -> tuple[list[TranslatedFile], Problems]:
    """(files, problems): the files of a translation brought up to date; list of TranslatedFile.

    `given`: entries by the place of their unit, and `topics`: words, that take the place of what the files have; a
    translator has sent them. An entry that cannot be used stays as it is, with its problem. There are no files where one
    of them cannot be read, or where what is to be written would not be read as what it is.
    """
    given, topics = given or {}, topics or {}
    translation, problems = load_translation(guide, folder, language)
    if has_error(_stopping(problems, translation)):
        return [], problems
    writers = list(_writers(guide, Path(folder) / FOLDER / language, translation, given, topics))
    offers = Offers(guide.language, language, [pair for writer in writers for pair in writer.translated()])
    files = [writer.write(offers) for writer in writers]
    again, problems = load_translation(guide, folder, language, {file.path: file.data for file in files})
    lost = [
        *_changed(guide, translation, again, given, topics),
        *(problem for writer, file in zip(writers, files) for problem in writer.lost(file)),
    ]
    return ([], tuple(lost)) if lost else (files, problems)


def _stopping(problems: Iterable[Problem], translation: Translation) -> list[Problem]:
    """The problems that are of more than one entry."""
    of_entries = {problem for found in translation.damaged.values() for problem in found}
    return [
        problem for problem in problems if problem not in of_entries and problem.name != UNKNOWN_MENTION.name
    ]


def _changed(
    guide: Guide,
    before: Translation,
    after: Translation,
    given: dict[Place, Translated],
    topics: dict[str, str],
) -> Iterator[Problem]:
    """Yield a problem for every text that would be read as another than it was, or than a translator sent."""
    kinds = {unit.place: unit.kind for unit in all_units(guide)}
    wanted = {place: (entry.mark, entry.value) for place, entry in before.entries.items()}
    wanted |= {
        place: (entry.mark, read_again(entry.value, kinds.get(place, LINE))) for place, entry in given.items()
    }
    for place, (mark, value) in wanted.items():
        if place[0] == TOPIC and place not in given:
            continue  # told below, for it may be confirmed by now
        if place not in after.entries or after.entries[place].value != value:
            yield not_the_same(mark, place[-1])
    for word, text in (before.topics | topics).items():
        if after.topics.get(word) != text:
            yield not_the_same(Mark(before.folder), word)


def _writers(
    guide: Guide,
    place: Path,
    translation: Translation,
    given: dict[Place, Translated],
    topics: dict[str, str],
) -> Iterator[Writer]:
    """The Writer of each file."""

    def writer(path: Path, groups: list[Group], words: tuple[str, ...] = ()) -> Writer:
        return Writer(guide, translation, given, topics, OldFile(path, guide.language), groups, words)

    yield writer(place / guide.mark.path.name, [("", guide_units(guide))], topic_words(guide))
    for section in guide.sections:
        yield writer(
            place / section.mark.path.name,
            [("", section_units(section)), *((each.id, listing_units(each)) for each in section.listings)],
        )
    for page in guide.own_pages:
        yield writer(page_file(place, page), [("", page_units(page))])


def head_of(guide: Guide, language: str, file: str) -> str:
    """The comment that explains a new file."""
    return HEAD.format(
        language=language_name(language, "en"),
        file=file,
        source=guide.language,
        source_language=language_name(guide.language, "en"),
        main=guide.mark.path.name,
    )


class Writer:
    """Writes one file of a translation, with what it holds now and what nobody has translated yet."""

    def __init__(
        self,
        guide: Guide,
        translation: Translation,
        given: dict[Place, Translated],
        topics: dict[str, str],
        old: OldFile,
        groups: list[Group],
        words: tuple[str, ...] = (),
    ) -> None:
        self.guide, self.translation = guide, translation
        self.entries, self.given = translation.entries | given, given
        self.topics, self.words, self.sent = translation.topics | topics, words, topics
        self.old, self.groups = old, groups
        self.added = self.changed = self.offered = 0

    def translated(self) -> Iterator[Pair]:
        """Yield what people have translated, from the texts that there are now."""
        for id, units in self.groups:
            for unit in units:
                given, entry = self.given.get(unit.place), self.entries.get(unit.place)
                if entry and not entry.offered and not entry.outdated and entry.of in ("", unit.fingerprint):
                    path = ("listings", id, unit.key) if id else (unit.key,)
                    yield unit.kind, unit.text, given.value if given else self.old.text(path)
        for word, text in self.topics.items():
            if (TOPIC, "", word) not in self.entries:
                yield LINE, word, text

    def write(self, offers: Offers) -> TranslatedFile:
        """The file, with what is offered for what has no translation."""
        self.offers = offers
        old, (_, own), listings = self.old, self.groups[0], [group for group in self.groups[1:] if group[1]]
        self.comments = old.all_comments()
        lines = old.comments.pop((), None) or self.head()
        lines += self.signature()
        for unit in own:
            lines += ["", *self.entry(unit, (unit.key,), "")]
        if self.words:
            lines += ["", *self.topic_lines()]
        if listings:
            lines += ["", *old.take(("listings",), ""), "listings:"]
            for place, (id, units) in enumerate(listings):
                lines += [*[""] * bool(place), *self.listing(id, units)]
            lines += old.orphans(("listings",), {id for id, _ in listings}, "  ")
        known = (
            {unit.key for unit in own}
            | ({"topics"} if self.words else set())
            | ({"listings"} if listings else set())
            | ({CHECKED} if self.is_main else set())
        )
        lines += [*old.orphans((), known, ""), *old.rest()]
        text = "\n".join(lines) + "\n"
        data = old.bom + text.replace("\n", old.line_end).encode()
        return TranslatedFile(old.path, text, data, old.data, self.added, self.changed, self.offered)

    @property
    def is_main(self) -> bool:
        """Whether this is the file of the guide itself."""
        return self.old.path == self.translation.folder / self.guide.mark.path.name

    def signature(self) -> list[str]:
        """The lines that say who has read the translation, "no" in a new file."""
        if not self.is_main:
            return []
        if self.old.values.get((CHECKED,)) == "no":
            return ["", *self.old.take((CHECKED,), ""), f"{CHECKED}: no"]
        if (CHECKED,) in self.old.values:
            return ["", *self.old.keep((CHECKED,), "")]
        return [] if self.old.data else ["", f"{CHECKED}: no"]

    def lost(self, file: TranslatedFile) -> Iterator[Problem]:
        """Yield a problem for whatever has no place any more and would not be read again as it is, and for lost comments."""
        new = OldFile(file.path, self.guide.language, file.data)
        for path in self.old.kept:
            if new.plain(path) != self.old.plain(path):
                yield not_the_same(Mark(file.path), " ".join(map(str, path)))
        for comment in self.comments - new.all_comments():
            yield not_the_same(Mark(file.path), comment)

    def head(self) -> list[str]:
        """The comment that explains a new file."""
        return head_of(self.guide, self.translation.language, self.old.path.name).splitlines()

    def listing(self, id: str, units: tuple[Unit, ...]) -> list[str]:
        """The lines of the entries of a listing."""
        path = ("listings", id)
        lines = [*self.old.take(path, "  "), f"  {id}:"]
        for unit in units:
            lines += self.entry(unit, (*path, unit.key), FOUR_SPACES)
        return lines + self.old.orphans(path, {unit.key for unit in units}, FOUR_SPACES)

    def entry(self, unit: Unit, path: Names, indent: str) -> list[str]:
        """The lines of an entry: comments, source, fingerprint, translation."""
        given = self.given.get(unit.place)
        if given is None and unit.place in self.translation.damaged:
            return self.old.keep(path, indent)
        entry, text = self.entries.get(unit.place), given.value if given else self.old.text(path)
        inner = indent + "  "
        lines = [*self.old.take(path, indent), f"{indent}{unit.key}:"]
        lines += [f"{inner}# {self.guide.language}: {line}".rstrip() for line in unit.text.split("\n")]
        lines += self.earlier(unit, path, inner)
        lines.append(
            f"{inner}of: {unit.fingerprint}"
            if not unit.fingerprint.isdigit()
            else f'{inner}of: "{unit.fingerprint}"'
        )
        offer = "" if text and not (given and given.outdated) else self.offers.of_unit(unit)
        is_of_now = entry is not None and entry.of in ("", unit.fingerprint)
        is_offered = bool(offer) and text in ("", offer) or bool(entry and entry.offered and is_of_now)
        if is_offered:
            lines.append(f"{inner}offered: yes")
        elif entry and (entry.outdated or not is_of_now):
            lines.append(f"{inner}outdated: yes")
            self.changed += not entry.outdated
        if entry and entry.same and given is None:
            lines.append(f"{inner}same: yes")
        self.offered += not text and is_offered
        self.added += not text and not is_offered
        return lines + write_value("text", text or offer, inner, unit.kind in ON_LINES)

    def earlier(self, unit: Unit, path: Names, indent: str) -> list[str]:
        """The lines with the source that a translation was made from, where it was another and stands in the file."""
        entry = self.entries.get(unit.place)
        if entry is None or unit.place in self.given or not (entry.outdated or entry.of != unit.fingerprint):
            return []
        source = self.guide.language
        text = self.old.translated_from(path, source, entry.of)
        if not text or text.split() == unit.text.split():
            return []
        return [f"{indent}# {source} before: {line}".rstrip() for line in text.split("\n")]

    def topic_lines(self) -> list[str]:
        """The words of the index by topic, each with its translation."""
        lines = [*self.old.take(("topics",), ""), "topics:"]
        for word in self.words:
            path = ("topics", word)
            if word not in self.topics and (TOPIC, "", word) in self.translation.damaged:
                lines += self.old.keep(path, "  ")
                continue
            lines += [*self.old.take(path, "  "), *self.topic(word)]
        return lines + self.old.orphans(("topics",), set(self.words), "  ")

    def topic(self, word: str) -> list[str]:
        """The lines of a word of the index: its translation, or what is offered for it."""
        given, text = self.given.get((TOPIC, "", word)), self.topics.get(word, "")
        offer = given.value if given else text or self.offers.of_topic(word)
        key = f"  {key_of(word, '  ')}"
        if (given or not text or (TOPIC, "", word) in self.entries) and offer and word not in self.sent:
            self.offered += not text
            return [key, f"{FOUR_SPACES}offered: yes", *write_value("text", offer, FOUR_SPACES, False)]
        self.added += not text
        return [f"{key} {scalar(text)}".rstrip()]
