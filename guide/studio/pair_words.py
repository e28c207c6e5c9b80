"""What is said of translations in the studio: whose text it is, what is to do with it, and who has read it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from guide.content.units import LISTING, Unit
from guide.expressions import expression
from guide.language.files import language_name
from guide.language.words import words_in
from guide.studio.history import HIDDEN, WORDS, Step
from guide.studio.owners import TRANSLATION
from guide.studio.pairs import (
    DONE,
    INDEX,
    LEFT,
    MISSING,
    OFFERED,
    OUTDATED,
    SIGNED,
    Group,
    Pair,
    Standing,
    checked_by,
)
from guide.studio.saves import Saves
from guide.studio.studio import Studio
from guide.studio.translations import COVER, PAGE, SECTION
from guide.studio.tree import Badge, numbers_of
from guide.studio.wording import StudioWords

SIGNS = {MISSING: "never", OFFERED: "warning", OUTDATED: "stale", LEFT: "warning", DONE: "ok"}
INNER = expression(r"(location|phone|email|website|meeting|program)-(\d+)-(.+)")
NUMBERED = expression(r"(help_now|how_to_use)-(\d+)(?:-(.+))?")
KEYS = {
    "location": "locations",
    "phone": "phones",
    "meeting": "meetings",
    "program": "programs",
}  # of listings


class PairWords:
    """The words for the translations of a studio."""

    def __init__(self, studio: Studio, saves: Saves, words: StudioWords) -> None:
        self.studio, self.saves, self.words = studio, saves, words
        self.guide = studio.seen.typed.guide

    @cached_property
    def names(self) -> dict[tuple[str, str], str]:
        """{(owner, id): its name} of listings, sections and pages."""
        if self.guide is None:
            return {}
        found = {(LISTING, each.id): each.name for each in self.guide.listings}
        found |= {(SECTION, each.id): each.title for each in self.guide.sections}
        return found | {(PAGE, each.id): each.title for each in self.guide.own_pages}

    @cached_property
    def numbers(self) -> dict[str, int]:
        """{id of a listing: its printed number}."""
        return numbers_of(self.guide) if self.guide else {}

    @cached_property
    def steps(self) -> list[Step]:
        """The steps of the history, the last one first."""
        return sorted(self.saves.history.steps.values(), key=lambda step: -step.number)

    # --- names ----------------------------------------------------------------------------------

    def language(self, code: str) -> str:
        """What a language is called, in the middle of a sentence."""
        return language_name(code, self.words.language)

    def both_names(self, code: str) -> str:
        """A language by its name here and its own: "Arabic, العربية"."""
        here, own = self.language(code), language_name(code, code)
        here = here[:1].upper() + here[1:]
        return here if own.lower() == here.lower() or own == code else f"{here}, {own}"

    @property
    def source(self) -> str:
        """What the language of the guide is called."""
        return self.language(self.guide.language if self.guide else "en")

    def title(self, group: Group) -> str:
        """What a group is called."""
        named = {COVER: "translate.cover", INDEX: "translate.words"}
        return self.words(named[group.name]) if group.name in named else group.title

    def owner(self, unit: Unit) -> str:
        """What a text belongs to: "7 Harbor Needle Exchange"."""
        if unit.owner == "topic":
            return unit.key
        name = self.names.get((unit.owner, unit.id), "") or unit.id or self.words("translate.guide")
        number = self.numbers.get(unit.id) if unit.owner == LISTING else None
        return f"{number} {name}" if number else name

    def key(self, unit: Unit) -> str:
        """What a text is: "text", "office 2, name"; "" for a word of the index."""
        return "" if unit.owner == "topic" else key_name(unit.owner, unit.key, self.words)

    # --- what is to do --------------------------------------------------------------------------

    def standing(self, standing: Standing) -> list[Badge]:
        """What is to do in a group."""
        counts = {
            OUTDATED: standing.outdated,
            OFFERED: standing.offered,
            LEFT: standing.left,
            MISSING: standing.missing,
        }
        found = [
            Badge(SIGNS[state], self.words(f"translate.count_{state}", count=count))
            for state, count in counts.items()
            if count
        ]
        return found or [Badge(SIGNS[DONE], self.words("translate.done"))]

    def pair(self, pair: Pair) -> Badge:
        """What is to do with a pair."""
        if pair.state == OUTDATED:
            return Badge(SIGNS[OUTDATED], self.outdated(pair.unit))
        if pair.state == LEFT:
            values = {"count": len(pair.left), "language": self.source, "line": pair.left[0]}
            return Badge(SIGNS[LEFT], self.words("translate.is_left", **values))
        if pair.state == DONE:
            return Badge(SIGNS[DONE], self.words("translate.done"))
        return Badge(SIGNS[pair.state], self.words(f"translate.is_{pair.state}"))

    def outdated(self, unit: Unit) -> str:
        """Since when a translation is out of date, where the history knows it."""
        owner, inner = "/".join(filter(None, (unit.owner, unit.id))), INNER.fullmatch(unit.key)
        key = KEYS.get(inner[1], "") if inner else unit.key
        for step in self.steps:
            if step.owner == owner and not step.undone and key in step.keys:
                day = self.day(date.fromtimestamp(step.when))
                return self.words("translate.is_outdated_since", language=self.source, day=day)
        return self.words("translate.is_outdated", language=self.source)

    def day(self, day: date) -> str:
        """A day in words."""
        return words_in(self.words.language).full_date(day)

    # --- who has read it ------------------------------------------------------------------------

    def checked(self, language: str) -> str:
        """Who has read a translation, and how much was changed here since; "" where nobody has."""
        checked = checked_by(self.studio.seen.typed, language)
        if checked is None:
            return ""
        if checked.day is None:
            return self.words("translate.read_by", name=checked.name)
        says = self.words("translate.read_on", name=checked.name, day=self.day(checked.day))
        count = changed_since(self.saves.history.steps.values(), language, checked.day)
        return f"{says} {self.words('translate.changed_since', count=count)}" if count else says


def key_name(owner: str, key: str, words: StudioWords) -> str:
    """What a text of an owner is: "text", "office 2, name"."""
    inner, numbered = INNER.fullmatch(key), NUMBERED.fullmatch(key)
    if inner and owner == LISTING:
        part = words(f"translate.parts.{inner[1]}", number=inner[2])
        named = "label" if (inner[1], inner[3]) == ("phone", "description") else inner[3]
        return f"{part}, {key_name(owner, named, words)}"
    if numbered:
        part = words(f"translate.parts.{numbered[1]}", number=numbered[2])
        return f"{part}, {plain_key(numbered[3], words)}" if numbered[3] else part
    return plain_key(key, words)


def plain_key(key: str, words: StudioWords) -> str:
    """What a key is called, in the middle of a line."""
    rooms = ("translate.keys", "fields.listing", "fields.section", "fields.guide")
    for name in (f"{room}.{key}" for room in rooms):
        if words.has(name):
            text = words(name)
            return text[:1].lower() + text[1:]
    return key.replace("_", " ").replace("-", " ")


def changed_since(steps: Iterable[Step], language: str, day: date) -> int:
    """How many texts were changed since somebody has read a translation, on a day."""
    found: set[tuple[str, str]] = set()
    for step in sorted(steps, key=lambda step: step.number):
        if step.kind != WORDS or step.undone or not step.owner.startswith(f"{TRANSLATION}/{language}/"):
            continue
        if SIGNED in step.keys:
            found.clear()
        elif date.fromtimestamp(step.when) >= day:
            changed = {key for key, (before, after) in step.keys.items() if before != after}
            found |= {(step.owner, key) for key in changed if not key.startswith(HIDDEN)}
    return len(found)


def step_name(step: Step, words: StudioWords) -> str:
    """What a step has changed, as Undo names it: "Arabic words of Harbor Needle Exchange"."""
    if not step.owner.startswith(f"{TRANSLATION}/"):
        return step.name
    language = language_name(step.owner.split("/")[1], words.language)
    language = language[:1].upper() + language[1:]
    return words("translate.words_of", language=language, name=step.name)
