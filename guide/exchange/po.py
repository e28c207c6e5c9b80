"""Translations as PO files (GNU gettext), which the programs of translators read and write."""

import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po

from guide import __version__
from guide.content.offers import Offers
from guide.content.old_translation import OldFile
from guide.content.translation_text import has_error, judge_text, read_again
from guide.content.translations import TOPIC, Translated, Translation
from guide.content.unit_texts import LINE, spoken_hours, topic_words
from guide.content.units import LISTING, Unit, all_units, fingerprint
from guide.errors import Mark, Problem
from guide.exchange.po_text import OFFERED, Message, decode_po, read_messages
from guide.expressions import expression
from guide.language.scripts import base_language, usual_code
from guide.model import Guide
from guide.problems import translations as kinds
from guide.problems.kind import MessageValue, ProblemKind
from guide.reading.source import Place, Source
from guide.reading.text import read_bytes

HEADER = "made by resource guide"
CODE = expression("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")

Entries = dict[tuple[str, str, str], Translated]  # by the place of their unit
Imported = tuple[Entries, dict[str, str], tuple[Problem, ...]]  # entries, topics, problems


def context_of(unit: Unit) -> str:
    """What tells a text from others with the same words: "listing insite description"."""
    return " ".join(filter(None, (unit.owner, unit.id, unit.key)))


def export_po(guide: Guide, translation: Translation, language: str) -> bytes:
    """The texts of a guide with their translations as a PO file, bytes; what is out of date or only offered is marked as fuzzy."""
    catalog = Catalog(
        locale=language.replace("-", "_"),
        project=guide.title,
        version=str(guide.edition.number),
        fuzzy=False,
        header_comment=f"# {guide.title}, {HEADER} {__version__}",
        copyright_holder="",
        msgid_bugs_address="",
    )
    for row in _rows(guide, translation, language):
        comments = (OFFERED,) if row.offered else ()
        flags = ("fuzzy",) if row.fuzzy or row.offered else ()
        catalog.add(row.text, row.written, context=row.context, flags=flags, auto_comments=comments)
    file = io.BytesIO()
    write_po(file, catalog, width=0, omit_header=False, include_previous=False)
    return file.getvalue()


class Row(NamedTuple):
    """A text with its translation, as a PO file has it."""

    context: str
    text: str
    written: str
    fuzzy: bool = False
    offered: bool = False  # by the program, and confirmed by nobody


def _rows(guide: Guide, translation: Translation, language: str) -> Iterator[Row]:
    """Yield the texts of a guide and the words of its index, each with its translation, or with what is offered for it."""
    old: dict[Path, OldFile] = {}
    units, topics = all_units(guide), translation.topics
    written = {unit.place: _written(unit, translation, old) for unit in units}
    outdated, offered = (
        {unit.place for unit in each(units)} for each in (translation.outdated, translation.offered)
    )
    loose = {place[-1] for place in translation.entries if place[0] == TOPIC}
    sure = [unit for unit in units if written[unit.place] and unit.place not in outdated | offered]
    pairs = [(unit.kind, unit.text, written[unit.place]) for unit in sure]
    pairs += [(LINE, word, text) for word, text in topics.items() if word not in loose]
    offers = Offers(guide.language, language, pairs)
    for unit in units:
        text, place = written[unit.place], unit.place
        offer = "" if text else offers.of_unit(unit)
        is_offered = place in offered or bool(offer)
        yield Row(context_of(unit), unit.text, text or offer, place in outdated, is_offered)
    for word in topic_words(guide):
        text = topics.get(word, "")
        offer = "" if text else offers.of_topic(word)
        yield Row(f"{TOPIC} {word}", word, text or offer, False, word in loose or bool(offer))


def has_nothing_else(old: bytes, new: bytes) -> bool:
    """Whether a PO file was made here, or is empty, and has no translation or comment that the new one lacks; both are bytes."""
    try:
        before, after = (read_po(io.BytesIO(data), abort_invalid=True) for data in (old, new))
    except (PoFileError, ValueError, LookupError):
        return False
    known = {(message.context, message.id): message.string for message in after}
    kept = [message for message in before if message.id and message.string]
    return (
        not old
        or HEADER.encode() in old
        and not any(message.user_comments for message in before if message.id)
        and all(known.get((message.context, message.id)) == message.string for message in kept)
    )


def _written(unit: Unit, translation: Translation, old: dict[Path, OldFile]) -> str:
    """A translation as it stands in its file."""
    if unit.place not in translation.entries:
        return ""
    path = translation.entries[unit.place].mark.path
    if path not in old:
        old[path] = OldFile(path)
    text: str = old[path].text((unit.key,) if unit.owner != "listing" else ("listings", unit.id, unit.key))
    return text


def import_po(path: Path, guide: Guide, language: str, data: bytes | None = None) -> Imported:
    """(entries by the place of their unit, topics, problems) of a PO file that a translator has filled in.

    `data`: its bytes, where it is known by its name alone.

    With an error among the problems, nothing of it is to be taken in.
    """
    source = Source(path, path.parent)
    data = read_bytes(path, source) if data is None else data
    text = None if data is None else decode_po(data, source)
    messages = [] if text is None else read_messages(text, source)
    if not source.problems:
        check_language(messages, language, source)
    if source.problems:
        return {}, {}, tuple(source.problems)
    taken = Taken(guide, path)
    for message in messages:
        if message.string and not message.is_header:
            taken.take(message)
    if not taken.is_filled and not has_error(taken.problems):
        texts = sum(not message.is_header for message in messages)
        taken.report(0, kinds.NOTHING_TAKEN, count=texts)
    return taken.entries, taken.topics, tuple(taken.problems)


def check_language(messages: Iterable[Message], language: str, source: Source) -> None:
    """Report a file that says that it is in another language."""
    for header in messages:
        named = re.search(r"(?mi)^Language:[ \t]*(\S+)[ \t]*$", header.string) if header.is_header else None
        of = usual_code(named[1].split("@")[0]) if named else ""
        if CODE.fullmatch(of) and base_language(of) != base_language(language):
            source.report(Place(0, header.line - 1, 0), kinds.OTHER_LANGUAGE, of=of, language=language)


class Taken:
    """What is taken in of a PO file."""

    def __init__(self, guide: Guide, path: Path) -> None:
        self.guide, self.path = guide, path
        self.units = {context_of(unit): unit for unit in all_units(guide)}
        self.spoken = {
            f"{LISTING} {listing.id} {key}" for listing in guide.listings for key in spoken_hours(listing)
        }
        self.words = set(topic_words(guide))
        self.entries: Entries = {}
        self.topics: dict[str, str] = {}
        self.problems: list[Problem] = []
        self.lines: dict[str, int] = {}
        self.is_filled = False  # somebody has written something in it

    def report(self, line: int, kind: ProblemKind, /, **values: MessageValue) -> None:
        self.problems.append(kind.at(Mark(self.path, line, int(line > 0)), **values))

    def take(self, message: Message) -> None:
        """Take a message, or report why not."""
        context, line = message.context, message.lines.get("msgstr", message.line)
        kind, _, word = context.partition(" ")
        topic = word if kind == TOPIC and word in self.words else None
        if topic is None and context not in self.units:
            self.report(line, self.orphan_kind(context), context=context)
        elif message.is_plural:
            self.report(line, kinds.PLURAL, context=context)
        elif context in self.lines:
            self.report(line, kinds.TEXT_TWICE, context=context, line=self.lines[context])
        else:
            self.lines[context] = line
            self.judge(message, topic, context, Mark(self.path, line, 1))

    def orphan_kind(self, context: str) -> ProblemKind:
        """How to tell of a message that belongs to no text."""
        if context in self.spoken:
            return kinds.SPOKEN_MESSAGE
        return kinds.ORPHAN_MESSAGE if context else kinds.NO_CONTEXT

    def judge(self, message: Message, topic: str | None, context: str, mark: Mark) -> None:
        """Take a message of the guide if it can be written so that it is read again."""
        kind = LINE if topic is not None else self.units[context].kind
        text, found = judge_text(message.string, context, kind, mark, self.guide)
        self.problems += found
        if has_error(found) or read_again(text, kind) is None:
            return
        self.is_filled |= not (message.fuzzy and message.offered)
        if topic is not None and message.fuzzy:
            self.entries[TOPIC, "", topic] = Translated(text, "", False, mark, True)
        elif topic is not None:
            self.topics[topic] = read_again(text, kind)
        else:
            self.entries[self.units[context].place] = Translated(
                text, fingerprint(message.id), message.fuzzy, mark
            )
