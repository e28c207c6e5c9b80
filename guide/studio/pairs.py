"""What there is to translate, pair by pair: a text of the guide, what it is in another language, and what is to do about it."""

from __future__ import annotations

import difflib
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from guide.content.left_lines import left_lines, written
from guide.content.offers import Offers
from guide.content.old_translation import OldFile
from guide.content.translations import TOPIC, Checked
from guide.content.unit_texts import LINE
from guide.content.units import LISTING, Unit
from guide.errors import Mark, Problem
from guide.expressions import expression
from guide.project import Project
from guide.studio.translations import COVER, Part, parts_of

INDEX = "words"  # the group of the words of the index
SIGNED = "checked"  # the key of who has read a translation
MISSING, OFFERED, OUTDATED, LEFT, DONE = ("missing", "offered", "outdated", "left", "done")
TOKEN = expression(r"\s+|\w+|[^\w\s]")


class Pair(NamedTuple):
    """A text and its translation."""

    field: str  # what the browser calls it
    unit: Unit
    text: str  # the translation as it is written, "" for none
    state: str
    before: str = ""  # the source that it was translated from, where that was another and is known
    left: tuple[str, ...] = ()  # its lines that are still in the language of the guide
    offer: str = ""  # what the program would fill in
    problems: tuple[Problem, ...] = ()


class Group(NamedTuple):
    """Texts that are translated together: the cover, a section, a page, the words of the index."""

    name: str
    title: str
    part: Part
    units: tuple[Unit, ...]


class Standing(NamedTuple):
    """How much of a group is to do."""

    missing: int
    offered: int
    outdated: int
    left: int
    all: int

    @property
    def to_do(self) -> int:
        return self.missing + self.offered + self.outdated + self.left


def field_of(unit: Unit) -> str:
    """What the browser calls a text: a name without hyphens, which fields of forms are divided by."""
    return f"t{hashlib.sha256('/'.join(unit.place).encode()).hexdigest()[:12]}"


def names_of(unit: Unit) -> tuple[str, ...]:
    """Where the translation of a text stands in its file."""
    if unit.owner == LISTING:
        return "listings", unit.id, unit.key
    return ("topics", unit.key) if unit.owner == TOPIC else (unit.key,)


def groups_of(project: Project, language: str) -> list[Group]:
    """The groups of a guide in the order of their queue; [] where it cannot be read."""
    parts = list(parts_of(project, language))
    groups = [Group(part.texts.name, part.texts.title, part, part.texts.units) for part in parts]
    for part in parts:
        if part.texts.name == COVER and part.texts.words:
            mark = Mark(part.path)
            words = tuple(Unit(TOPIC, "", word, LINE, word, mark) for word in part.texts.words)
            groups.append(Group(INDEX, "", part, words))
    return [group for group in groups if group.units]


def checked_by(project: Project, language: str) -> Checked | None:
    """Who has read a translation; None for nobody yet."""
    return next((part.translation.checked for part in parts_of(project, language)), None)


# --- states -----------------------------------------------------------------------------------------


def states_of(group: Group) -> Iterator[tuple[Unit, str]]:
    """Yield (text, its state) of each text of a group."""
    translation = group.part.translation
    outdated = {unit.place for unit in translation.outdated(group.units)}
    offered = {unit.place for unit in translation.offered(group.units)}
    for unit in group.units:
        if unit.owner == TOPIC:
            loose = unit.place in translation.entries
            yield unit, MISSING if unit.key not in translation.topics else OFFERED if loose else DONE
        elif unit.place not in translation.entries:
            yield unit, MISSING
        elif unit.place in offered:
            yield unit, OFFERED
        elif unit.place in outdated:
            yield unit, OUTDATED
        else:
            yield unit, LEFT if left_in(group, unit) else DONE


def left_in(group: Group, unit: Unit) -> tuple[str, ...]:
    """The lines of a translation that are still in the language of the guide."""
    entry = group.part.translation.entries.get(unit.place)
    if entry is None or entry.same or unit.owner == TOPIC:
        return ()
    return tuple(left_lines(unit.text, written(entry.value, unit.kind)))


def standings_of(groups: Iterable[Group], known: dict[Any, Any]) -> dict[str, Standing]:
    """{name of a group: how much of it is to do}; counted again only where its file or its texts have changed."""
    found: dict[str, Standing] = {}
    for group in groups:
        key = "standing", group.part.path, group.name
        part, standing = known.get(key, (None, None))
        if part is not group.part:
            standing = standing_of(group)
            known[key] = group.part, standing
        found[group.name] = standing
    return found


def standing_of(group: Group) -> Standing:
    """How much of a group is to do."""
    count = Counter(state for _, state in states_of(group))
    return Standing(count[MISSING], count[OFFERED], count[OUTDATED], count[LEFT], count.total())


# --- pairs ------------------------------------------------------------------------------------------


def pairs_of(group: Group, source: str, offers: Offers) -> list[Pair]:
    """The pairs of a group; `source`: the language of the guide."""
    old = OldFile(group.part.path, source, group.part.data or b"")
    wrong = problems_by_place(group.part)
    return [
        Pair(
            field_of(unit),
            unit,
            text_in(old, unit),
            state,
            before_in(old, group, unit, source) if state == OUTDATED else "",
            left_in(group, unit) if state == LEFT else (),
            offer_of(offers, unit) if state == MISSING else "",
            wrong.get(unit.place, ()),
        )
        for unit, state in states_of(group)
    ]


def text_in(old: OldFile, unit: Unit) -> str:
    """A translation as it is written in its file."""
    return old.text(names_of(unit))


def before_in(old: OldFile, group: Group, unit: Unit, source: str) -> str:
    """The source that a translation was made from, where its file shows it."""
    entry = group.part.translation.entries[unit.place]
    text = old.translated_from(names_of(unit), source, entry.of)
    return "" if text.split() == unit.text.split() else text


def offer_of(offers: Offers, unit: Unit) -> str:
    """What the program would fill in for a text."""
    return offers.of_topic(unit.key) if unit.owner == TOPIC else offers.of_unit(unit)


def offers_in(groups: Iterable[Group], source: str, language: str) -> Offers:
    """What can be offered: what people have translated already, and the words that the program knows."""
    pairs = []
    for group in groups:
        translation = group.part.translation
        for unit, state in states_of(group):
            if state == DONE and unit.owner == TOPIC:
                pairs.append((LINE, unit.key, translation.topics[unit.key]))
            elif state == DONE:
                text = written(translation.entries[unit.place].value, unit.kind)
                pairs.append((unit.kind, unit.text, text))
    return Offers(source, language, pairs)


def problems_by_place(part: Part) -> dict[tuple[str, str, str], tuple[Problem, ...]]:
    """{text: what is wrong with its translation}: what makes it useless, and mentions that lead nowhere."""
    found = {place: tuple(problems) for place, problems in part.translation.damaged.items()}
    entries = sorted((entry.mark.line, place) for place, entry in part.translation.entries.items())
    known = {problem for problems in found.values() for problem in problems}
    for problem in part.problems:
        before = [place for line, place in entries if line - 1 <= problem.mark.line]
        if problem.mark.line and before and problem.level == "error" and problem not in known:
            found[before[-1]] = (*found.get(before[-1], ()), problem)
    return found


# --- what has changed -------------------------------------------------------------------------------


def difference(before: str, now: str) -> list[tuple[str, str]]:
    """[("same" | "out" | "in", words)]: what was taken out of a text, and put in, word by word."""
    old, new = TOKEN.findall(before), TOKEN.findall(now)
    parts: list[tuple[str, str]] = []
    for kind, i1, i2, j1, j2 in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            parts.append(("same", "".join(new[j1:j2])))
            continue
        parts += [
            (name, text) for name, text in (("out", "".join(old[i1:i2])), ("in", "".join(new[j1:j2]))) if text
        ]
    return joined(parts)


def joined(parts: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The same, with changes that only a space divides made one: nobody wants to hear each word alone."""
    found: list[tuple[str, str]] = []
    held = {"out": "", "in": ""}

    def end() -> None:
        found.extend((name, text) for name, text in held.items() if text)
        held.update(dict.fromkeys(held, ""))

    for place, (kind, text) in enumerate(parts):
        is_between = kind == "same" and text.isspace() and "\n" not in text and any(held.values())
        if kind != "same":
            held[kind] += text
        elif is_between and place + 1 < len(parts):
            held.update({name: each + text if each else each for name, each in held.items()})
        else:
            end()
            found.append((kind, text))
    end()
    return found
