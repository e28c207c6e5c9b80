"""Translation files written for the people who fill them in: every text with its source above it, and nothing lost."""

import json
import re
from pathlib import Path
from typing import NamedTuple

from guide.content.languages import language_name
from guide.content.nodes import build_nodes
from guide.content.source import Source
from guide.content.translations import FOLDER, load_translation
from guide.content.units import PROSE, ROWS, guide_units, listing_units, section_units, topic_words

HEAD = """\
# {language}: {file}. Write each translation behind "text:", on one line, or behind "text: |" on lines of its own below.
# The lines that begin with "# {source}:" show the text in {source_language}. Where that has changed, the entry says
# "outdated: yes": read the translation again, mend it, and delete that line. Leave "of:" as it is.
# No native speaker has read this translation yet. Whoever does writes so here instead.
"""
PLAIN = re.compile(r"[^\W\d_][^\n:#]*[^\s:#]|[^\W\d_]")  # a text that YAML takes for a text without quotation marks
NOT_TEXT = frozenset(("yes", "no", "true", "false", "null", "on", "off", "y", "n"))
FOUR_SPACES = "    "


class TranslatedFile(NamedTuple):
    """A file to be written."""

    path: Path
    text: str
    added: int  # entries that are new, to be filled in
    changed: int  # entries that are marked as out of date now


def translation_files(guide, folder, language, given=None, topics=None):
    """(files, problems): the files of a translation brought up to date; list of TranslatedFile.

    `given`: entries by the place of their unit, and `topics`: words, that take the place of what the files have; a
    translator has sent them.
    """
    translation, problems = load_translation(guide, folder, language)
    entries = translation.entries | (given or {})
    place = Path(folder) / FOLDER / language
    files = [_file(guide, place / guide.mark.path.name, [("", guide_units(guide))], entries, language, translation.topics | (topics or {}))]
    for section in guide.sections:
        groups = [("", section_units(section)), *((listing.id, listing_units(listing)) for listing in section.listings)]
        files.append(_file(guide, place / section.mark.path.name, groups, entries, language))
    return files, problems


def _file(guide, path, groups, entries, language, topics=None):
    """A file of one translation, with what it holds now and what nobody has translated yet."""
    old = OldFile(path)
    writer = Writer(guide.language, entries, old)
    head = old.comments.pop((), None)
    lines = head or HEAD.format(language=language_name(language, "en"), file=path.name, source=guide.language,
                                source_language=language_name(guide.language, "en")).splitlines()
    (_, own), *listings = groups
    known = {unit.key for unit in own}
    for unit in own:
        lines += ["", *writer.entry(unit, (unit.key,), "")]
    if topics is not None and topic_words(guide):
        lines += ["", *writer.topics(topics, topic_words(guide))]
        known.add("topics")
    if any(units for _, units in listings):
        lines += ["", *old.take(("listings",), ""), "listings:"]
        known.add("listings")
        for place, (id, units) in enumerate(listings):
            if units:
                lines += [*[""] * bool(place), *old.take(("listings", id), "  "), f"  {id}:"]
                for unit in units:
                    lines += writer.entry(unit, ("listings", id, unit.key), FOUR_SPACES)
                lines += old.orphans(("listings", id), {unit.key for unit in units}, FOUR_SPACES)
        lines += old.orphans(("listings",), {id for id, _ in listings}, "  ")
    lines += old.orphans((), known, "")
    lines += old.rest()
    return TranslatedFile(path, "\n".join(lines) + "\n", writer.added, writer.changed)


class Writer:
    """Writes entries as lines."""

    def __init__(self, source_language, entries, old):
        self.source_language = source_language
        self.entries = entries
        self.old = old
        self.added = self.changed = 0

    def entry(self, unit, path, indent):
        """The lines of an entry: comments, source, fingerprint, translation."""
        entry, text = self.entries.get(unit.place), self.old.text(path)
        if entry is not None and isinstance(entry.value, str):
            text = entry.value  # from a translator's file
        inner = indent + "  "
        lines = [*self.old.take(path, indent), f"{indent}{unit.key}:"]
        lines += [f"{inner}# {self.source_language}: {line}".rstrip() for line in unit.text.split("\n")]
        lines.append(f"{inner}of: {unit.fingerprint}" if not unit.fingerprint.isdigit() else f'{inner}of: "{unit.fingerprint}"')
        outdated = entry is not None and (entry.outdated or entry.of not in ("", unit.fingerprint))
        if outdated:
            lines.append(f"{inner}outdated: yes")
            self.changed += not entry.outdated
        if not text:
            self.added += 1
        return lines + write_value("text", text, inner, unit.kind in (PROSE, ROWS))

    def topics(self, topics, words):
        """The words of the index by topic, each with its translation."""
        lines = [*self.old.take(("topics",), ""), "topics:"]
        for word in words:
            lines += [*self.old.take(("topics", word), "  "), f"  {scalar(word)}: {scalar(topics.get(word, ''))}".rstrip()]
            self.added += word not in topics
        return lines + self.old.orphans(("topics",), set(words), "  ")


class OldFile:
    """What a translation file holds now: the texts as they were written, comments, and lines of what has no place any more."""

    def __init__(self, path):
        self.lines, self.nodes, self.comments, self.spans, self.last = [], {}, {}, {}, []
        if not path.exists():
            return
        source = Source(path, path.parent)
        source.text = path.read_text(encoding="utf-8-sig")
        node = build_nodes(source.text, source)
        if node is None or not isinstance(node[0], tuple):
            return
        self.lines = source.text.split("\n")
        self._walk(node, (), len(self.lines))
        self._find_comments()

    def _walk(self, node, path, end):
        """Note each key with the lines that it takes."""
        pairs = node[0]
        starts = [place.line for (_, place), _ in pairs] + [end]
        for ((name, place), value), stop in zip(pairs, starts[1:]):
            own = (*path, name)
            self.nodes[own] = value[0]
            self.spans[own] = (place.line, stop, place.column)
            if isinstance(value[0], tuple):
                self._walk(value, own, stop)

    def _find_comments(self):
        """Comments that people have written, by the key that they stand above; () for those at the top of the file."""
        owners = {start: path for path, (start, _, _) in self.spans.items()}
        waiting, first = [], True
        scalar_end = 0
        for number, line in enumerate(self.lines):
            if number in owners:
                path = owners[number]
                self.comments.setdefault(() if first else path, []).extend(waiting)
                waiting, first = [], False
                scalar_end = self._block_end(path, number)
            elif number >= scalar_end and line.lstrip().startswith("#") and not GENERATED.match(line):
                waiting.append(line.strip())
        self.last = waiting
        if not first and () in self.comments and not self.comments[()]:
            del self.comments[()]

    def _block_end(self, path, number):
        """The line behind a text of several lines that begins here."""
        value = self.nodes[path]
        if isinstance(value, tuple) or not re.search(r":\s*[|>][-+0-9]*\s*$", self.lines[number]):
            return number
        indent, end = self.spans[path][2], number + 1
        while end < len(self.lines) and (not self.lines[end].strip() or len(self.lines[end]) - len(self.lines[end].lstrip()) > indent):
            end += 1
        return end

    def text(self, path):
        """The translation of an entry as it was written."""
        value = self.nodes.get((*path, "text"), self.nodes.get(path, ""))
        return value.strip("\n") if isinstance(value, str) else ""

    def take(self, path, indent):
        """The comments above a key, and within its entry; they are taken once."""
        taken = self.comments.pop(path, [])
        for key in ("of", "outdated", "text"):
            taken = taken + self.comments.pop((*path, key), [])
        return [indent + comment for comment in taken]

    def orphans(self, path, known, indent):
        """The lines of what stands below a key and has no place any more."""
        lines = []
        for own, (start, stop, column) in self.spans.items():
            if own[:-1] == path and own[-1] not in known:
                block = self.lines[start:stop]
                while not block[-1].strip() or block[-1].lstrip().startswith("#") and not block[-1].startswith(" " * (column + 1)):
                    block.pop()  # what follows is not its own
                for key in [key for key in self.comments if key[:len(own)] == own]:
                    del self.comments[key]  # they stand in those lines
                lines += ["", *block]
        return lines

    def rest(self):
        """Comments whose key is gone, and those at the end of the file."""
        left = [comment for comments in self.comments.values() for comment in comments] + self.last
        return ["", *left] if left else []


GENERATED = re.compile(r"\s+# [a-z]{2,3}(-\w+)*:")


def write_value(key, text, indent, block):
    """A key with its text, on a line of its own where the text is long."""
    if not text or not block and "\n" not in text:
        return [f"{indent}{key}: {scalar(text)}".rstrip()]
    return [f"{indent}{key}: |", *(f"{indent}  {line}".rstrip() for line in text.split("\n"))]


def scalar(text):
    """A text as YAML writes it on one line."""
    if not text or PLAIN.fullmatch(text) and text.lower() not in NOT_TEXT:
        return text
    return json.dumps(text, ensure_ascii=False)
