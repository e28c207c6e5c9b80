"""What translators write: one text at a time, in place; a language that begins; a translator's file; and their undoing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, TypeAlias

from guide.content.choose.printable import printable
from guide.content.edit import Plain
from guide.content.edit import as_read as says
from guide.content.edit_keys import text_of
from guide.content.edit_translation import Block, block_at, with_block
from guide.content.own_pages import FOLDER as PAGES
from guide.content.translate_file import head_of, translation_files
from guide.content.translation_text import has_error, judge_text, scalar, settled
from guide.content.translations import FOLDER, TOPIC, load_translation
from guide.content.unit_texts import LINE, SPANS
from guide.content.units import LISTING, Unit
from guide.errors import ERROR, GuideError, Mark, Problem
from guide.model import Guide
from guide.output import Kept, as_read, delete, remove_empty, write_atomically
from guide.problems.prose import UNKNOWN_MENTION
from guide.problems.reading import UNSEEN
from guide.problems.translations import NOT_KEPT
from guide.reading.text import fold
from guide.studio.files import stay_inside
from guide.studio.history import FILES, HIDDEN, WORDS, Step
from guide.studio.owners import TRANSLATION, Owner
from guide.studio.pairs import SIGNED, Group, field_of, groups_of, names_of
from guide.studio.saves import TRIES, Conflict, Saves
from guide.studio.studio import Studio
from guide.studio.translations import COVER, PAGE, SECTION, Part, is_code, parts_of, read_or_none, read_part

LONGEST = 100  # letters of a name


Pairs: TypeAlias = "dict[str, list[Plain | None]]"  # {key: [before, after]}


class Place(NamedTuple):
    """Where a text is translated."""

    language: str
    group: Group
    unit: Unit

    @property
    def owner(self) -> Owner:
        """Whose text it is."""
        parts = (self.language, self.unit.owner, self.unit.id)
        return Owner(TRANSLATION, "/".join(filter(None, parts)))


class Taken(NamedTuple):
    """What has come of a translator's file."""

    texts: int
    problems: tuple[Problem, ...]


class Translating:
    """Writes translations into the files of a studio, with a step for each."""

    def __init__(self, studio: Studio, saves: Saves) -> None:
        self.studio, self.saves = studio, saves
        self._undo_whole = saves.undoing[FILES]
        saves.undoing |= {WORDS: self._undo_words, FILES: self._undo_files}

    @property
    def guide(self) -> Guide:
        """What is printed of the guide; KeyError where it cannot be read."""
        if self.studio.seen.typed.guide is None:
            raise KeyError(COVER)
        return printable(self.studio.seen.typed.guide)

    def place(self, language: str, field: str) -> Place:
        """The text that the browser calls so; KeyError where there is none."""
        for group in groups_of(self.studio.seen.typed, language):
            for unit in group.units:
                if field_of(unit) == field:
                    return Place(language, group, unit)
        raise KeyError(field)

    # --- one text -------------------------------------------------------------------------------

    def write(
        self,
        place: Place,
        text: str,
        was: str,
        is_done: bool = False,
        by: str = "",
        visit: str = "",
        same: bool = False,
    ) -> Step | None:
        """Write a translation; the step, None where the file says so already.

        What is out of date or only offered stays so, but where it `is_done`: then it is of the source as it is now;
        `same`: with lines that are the same in both.
        Raises Conflict where the file says something else than it `was`, ValueError for nothing that could be done, and
        GuideError or OSError where it cannot be written.
        """
        unit = place.unit
        text = tidy(text, unit.kind)
        if is_done and not text:
            raise ValueError(text)
        self._judge(unit, text)
        with self.studio.lock:

            def edit(old: Block) -> str:
                if tidy(was, unit.kind) != tidy(old.text, unit.kind) != text:
                    raise Conflict(place.owner, {field_of(unit): old.text}, time_of(place.group.part.path))
                if unit.owner == TOPIC:
                    return old.word(text, offered=bool(old.part("offered")) and not is_done)
                return (
                    old.done(unit, text, same)
                    if is_done
                    else old.typed(unit, text)
                    if text != old.text
                    else old.lines
                )

            return self._edit(place, edit, self._name(unit), by, visit)

    def _name(self, unit: Unit) -> str:
        """What a text belongs to."""
        if unit.owner in (LISTING, SECTION):
            return self.studio.name_of(Owner(unit.owner, unit.id))
        titles = [page.title for page in self.guide.own_pages if (unit.owner, unit.id) == (PAGE, page.id)]
        return titles[0] if titles else self.guide.title

    def _judge(self, unit: Unit, text: str) -> None:
        """Raise GuideError for a text that would make its file one that cannot be read."""
        mark = Mark(Path(unit.key), 0, 0)
        _, found = judge_text(text, "", unit.kind, mark, self.guide) if text else ("", ())
        wrong = [
            problem
            for problem in found
            if problem.level == ERROR and problem.name in (UNSEEN.name, NOT_KEPT.name)
        ]
        if wrong:
            raise GuideError([replace(each, message=each.message.removeprefix(": ")) for each in wrong])

    def _edit(
        self, place: Place, edit: Callable[[Block], str], name: str, by: str, visit: str = ""
    ) -> Step | None:
        """Write an entry as `edit` makes it of what is in the file in the moment of writing; None where it is so already."""
        part, unit = place.group.part, place.unit
        names = names_of(unit)
        for left in reversed(range(TRIES)):
            data = read_or_none(part.path)
            whole = self._head(place.language, part) if data is None else data
            old = Block(block_at(whole, names), unit.key, self.guide.language)
            new = Block(edit(old), unit.key, self.guide.language)
            if new.lines == old.lines:
                return None
            changed = with_block(whole, names, new.lines, orders_of(part), part.path)
            self._prove(part, changed, place.language)
            keys: Pairs = {unit.key: [old.text, new.text], HIDDEN + unit.key: [old.lines, new.lines]}
            step = Step(kind=WORDS, owner=str(place.owner), name=name, keys=keys, visit=visit)
            try:
                self._put(part.path, changed, data, step)
            except Kept:
                if not left:
                    raise
                continue
            return self.saves.written(step, by)
        raise AssertionError

    def _put(self, path: Path, data: bytes, old: bytes | None, step: Step) -> None:
        """Write a file; the step is noted before."""
        stay_inside(self.studio.content, path)
        self.saves.pending.note(step, {path: old})
        try:
            write_atomically(path, data, as_read(old), keep_mode=True)
        except (OSError, Kept):
            self.saves.pending.done()
            raise

    def _head(self, language: str, part: Part) -> bytes:
        """A new file."""
        signature = f"\n{SIGNED}: no\n" if part.texts.name == COVER else ""
        return f"{head_of(self.guide, language, part.path.name)}{signature}".encode()

    def _prove(self, part: Part, data: bytes, language: str) -> None:
        """Raise GuideError where a file could not be read any more."""
        made = read_part(self.guide, self.studio.content, language, part.texts, data)
        known = {problem for found in made.translation.damaged.values() for problem in found}
        was = {(problem.name, problem.message) for problem in part.problems}
        stops = [
            problem
            for problem in made.problems
            if problem.level == ERROR and problem not in known and problem.name != UNKNOWN_MENTION.name
        ]
        if new := [problem for problem in stops if (problem.name, problem.message) not in was]:
            raise GuideError(new)

    def leave(self, place: Place, text: str) -> None:
        """Keep in the history what somebody wrote and did not choose when it was changed in two places."""
        with self.studio.lock:
            lines = block_at(read_or_none(place.group.part.path) or b"", names_of(place.unit))
            now = Block(lines, place.unit.key, self.guide.language)
            keys: Pairs = {place.unit.key: [now.text, text], HIDDEN + place.unit.key: [lines, lines]}
            step = Step(kind=WORDS, owner=str(place.owner), name=self._name(place.unit), keys=keys)
            self.saves.history.undo(self.saves.history.add(step, step))

    # --- who has read it ------------------------------------------------------------------------

    def sign(self, language: str, name: str, by: str = "") -> Step | None:
        """Write who has read a translation, and today's day. Raises ValueError without a name."""
        name = " ".join(name.split())[:LONGEST]
        if not name:
            raise ValueError(name)
        day = self.guide.day
        assert day
        with self.studio.lock:
            part = self._part(language, COVER)
            unit = Unit("guide", "", SIGNED, LINE, "", Mark(part.path))
            place = Place(language, Group(COVER, "", part, ()), unit)
            line = f"{SIGNED}: {scalar(f'{name}, {day.isoformat()}')}"
            return self._edit(place, lambda old: line, self.guide.title, by)

    def _part(self, language: str, name: str) -> Part:
        """A file of a language; KeyError where there is none."""
        for part in parts_of(self.studio.seen.typed, language):
            if part.texts.name == name:
                return part
        raise KeyError(name)

    # --- whole languages ------------------------------------------------------------------------

    def start(self, language: str, by: str = "") -> Step | None:
        """Begin a language: its files, with every text to be filled in. Raises ValueError for no code or one that is there."""
        is_there = (self.studio.content / FOLDER / language).exists()
        if is_there or not is_code(language) or fold(language) != language or language == self.guide.language:
            raise ValueError(language)
        return self._bring_up(language, by)

    def take_in(self, language: str, name: str, data: bytes, by: str = "") -> Taken:
        """Take in a translator's PO file, all of it or nothing. Raises GuideError with what is wrong with it."""
        from guide.exchange.po import import_po  # Babel is slow to load

        file = Path(Path(name).name or "translation.po")
        entries, topics, found = import_po(file, self.guide, language, data)
        if has_error(found):
            raise GuideError([problem for problem in found if problem.level == ERROR])
        self._bring_up(language, by, entries, topics)
        return Taken(len(entries) + len(topics), found)

    def export(self, language: str) -> bytes:
        """The translation as a PO file. Raises GuideError where a file of it cannot be read."""
        from guide.exchange.po import export_po  # see above

        translation, problems = load_translation(self.guide, self.studio.content, language)
        if has_error(problems):
            raise GuideError([problem for problem in problems if problem.level == ERROR])
        return export_po(self.guide, translation, language)

    def _bring_up(self, language: str, by: str, *given: dict) -> Step | None:  # type: ignore[type-arg]
        """Write all files of a language as `make-guide translate` does."""
        with self.studio.lock:
            files, problems = translation_files(self.guide, self.studio.content, language, *given)
            if not files:
                raise GuideError([problem for problem in problems if problem.level == ERROR] or problems)
            texts: dict[str, str | None] = {
                file.path.relative_to(self.studio.content).as_posix(): file.data.decode()
                for file in files
                if file.data != file.old
            }
            return self.saves.write_files(Owner(TRANSLATION, language), self.guide.title, texts, by)

    # --- undo -----------------------------------------------------------------------------------

    def _undo_words(self, step: Step) -> None:
        """Put the lines of an entry back; Conflict where they are others by now."""
        _, language, *own = step.owner.split("/", 3)
        key = next(key for key in step.keys if not key.startswith(HIDDEN))
        before, after = (text or "" for text in step.keys[HIDDEN + key])
        part, unit = self._unit(language, own[0], own[1] if len(own) > 1 else "", key)
        names, data = names_of(unit), part.path.read_bytes()
        if block_at(data, names) != after:
            raise Conflict(
                Owner(TRANSLATION, step.owner.removeprefix(f"{TRANSLATION}/")), {}, time_of(part.path)
            )
        changed = with_block(data, names, str(before), orders_of(part), part.path)
        if says(text_of(changed)[1]):
            self._put(part.path, changed, data, replace(step, undone=True))
        else:
            delete(part.path, as_read(data))  # it began with this entry

    def _undo_files(self, step: Step) -> None:
        """Put whole files back; a folder of a language that is empty then goes too, for it would be one."""
        self._undo_whole(step)
        if step.owner.startswith(f"{TRANSLATION}/"):
            folder = self.studio.content / FOLDER / step.owner.split("/")[1]
            for each in (folder / PAGES, folder, folder.parent):
                remove_empty(each)

    def _unit(self, language: str, owner: str, own: str, key: str) -> tuple[Part, Unit]:
        """(its file, the text) that a step is about; KeyError where it is gone."""
        for part in parts_of(self.studio.seen.typed, language):
            is_cover = part.texts.name == COVER and owner in (TOPIC, "guide")
            is_own = part.texts.name == f"{owner}/{own}"
            if is_cover or is_own or owner == LISTING and any(each.id == own for each in part.texts.listings):
                return part, Unit(owner, own, key, LINE, "", Mark(part.path))
        raise KeyError(own)


def tidy(text: str, kind: str) -> str:
    """A text as it is written: one line where its kind has one."""
    return " ".join(text.split()) if kind in (LINE, SPANS) else settled(text.replace("\r\n", "\n")).strip()


def time_of(path: Path) -> float:
    """When a file was written, 0 for one that is gone."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def orders_of(part: Part) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    """{key: its place among the others} at the top of a file, among its listings, and in a listing."""
    own = [unit.key for unit in part.texts.units if unit.owner != LISTING]
    top = {name: place for place, name in enumerate((SIGNED, *own, "topics", "listings"))}
    inner = {listing.id: place for place, listing in enumerate(part.texts.listings)}
    words = {word: place for place, word in enumerate(part.texts.words)}
    keys: dict[str, int] = {}
    for unit in part.texts.units:
        if unit.owner == LISTING:
            keys.setdefault(unit.key, len(keys))
    return top, inner | words, keys
