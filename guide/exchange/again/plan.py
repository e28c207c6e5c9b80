"""What an import writes into a content folder: decided before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from guide.content.edit import Plain
from guide.content.edit_keys import KeyEdit
from guide.content.yaml_text import scalar
from guide.errors import GuideError, Mark
from guide.exchange.again.edit import edit_sections
from guide.exchange.again.folder import MAIN, Here, with_sections
from guide.exchange.again.merge import Change, Conflict, same, three_ways
from guide.exchange.again.state import Came, State
from guide.exchange.items import Item, NewSection
from guide.exchange.ledger import Ledger
from guide.exchange.origin import Origin
from guide.exchange.shape.ids import first_free
from guide.exchange.write.section_file import section_text
from guide.problems import sources as kinds
from guide.reading.text import BOM

SEVERAL = 3  # listings: fewer may all have new names
GONE = "Not in the source any more"
SHORT = 200  # letters of a value in a comment


class Differs(NamedTuple):
    """A key of a listing that is to say something else, or that stays in spite of what comes."""

    listing: str
    key: str
    before: Plain | None  # as it is here
    after: Plain | None  # as it comes
    stays: bool = False  # it was changed on both sides


@dataclass(slots=True)
class Plan:
    """What is to be written; filled while listings are looked at one after the other."""

    edits: dict[str, dict[str, list[KeyEdit]]] = field(
        default_factory=dict
    )  # {section: {listing: its edits}}
    added: dict[str, list[Item]] = field(default_factory=dict)  # {section: listings that are new}
    came: dict[str, Came] = field(default_factory=dict)
    new: int = 0
    changed: int = 0
    gone: int = 0
    conflicts: int = 0
    differs: list[Differs] = field(default_factory=list)
    left: list[str] = field(default_factory=list)  # listings that do not come any more


def plan_import(sections: Sequence[NewSection], here: Here, state: State, day: str, ledger: Ledger) -> Plan:
    """What becomes of each listing that comes, and of those that do not come any more."""
    plan = Plan()
    for section in sections:
        for listing in section.listings:
            settle(plan, section.id, listing, here, state, day, ledger)
    for own, came in state.came.items():
        if own not in plan.came:
            leave(plan, own, came, here, day, ledger)
    return plan


def check_source(plan: Plan, state: State, source: Path) -> None:
    """Raise GuideError where none of several listings comes again under its name: then it is another source, and they would all go."""
    before = {own: came.values.get("name") for own, came in state.came.items() if not came.gone}
    again = (own for own in before if not plan.came[own].gone)
    if len(before) >= SEVERAL and not any(plan.came[own].values.get("name") == before[own] for own in again):
        raise GuideError([kinds.OTHER_SOURCE.at(Mark(source), count=len(before))])


def with_known_ids(sections: Sequence[NewSection], here: Here, state: State) -> tuple[NewSection, ...]:
    """The sections with the ids that their listings have here; a new listing takes none that is taken."""
    known, taken = state.ids, {*here.listings, *state.came}
    names: dict[str, str] = {}
    for section in sections:
        for listing in section.listings:
            ident = str(listing.values["id"])
            names[ident] = (
                known.get(listing.key)
                or (ident if is_left(listing, here, state) else first_free(ident, taken))
                if listing.key or ident not in state.came
                else ident
            )
            taken.add(names[ident])
    return tuple(renamed(section, names) for section in sections)


def is_left(listing: Item, here: Here, state: State) -> bool:
    """Whether a new listing stands here already, as an import wrote it that was killed before it could say so."""
    ident = str(listing.values["id"])
    if ident in state.came or ident not in here.listings:
        return False
    _, mine = here.listings[ident]
    keys = {*mine, *listing.values} - {"print", "print_reason"}
    return all(same(mine.get(key), listing.values.get(key)) for key in keys)


def renamed(section: NewSection, names: Mapping[str, str]) -> NewSection:
    """A section whose listings and references have other ids."""
    listings = tuple(
        replace(each, values={**each.values, "id": names[str(each.values["id"])]})
        for each in section.listings
    )
    return replace(section, listings=listings, see=tuple(names.get(each, each) for each in section.see))


def settle(
    plan: Plan, section: str, listing: Item, here: Here, state: State, day: str, ledger: Ledger
) -> None:
    """Decide about a listing that comes."""
    own, row = str(listing.values["id"]), listing.rows[0]
    before = state.came.get(own)
    plan.came[own] = Came(listing.key, before.section if before else section, listing.values)
    if before is None and own in here.listings:
        ledger.tell(row, "new listing, is here already", own)
    elif before is None:
        plan.added.setdefault(section, []).append(listing)
        plan.new += 1
        if state.came:
            ledger.tell(row, "new listing", own)
    elif own not in here.listings:
        ledger.tell(row, "taken out here, stays out", own)
    else:
        where, mine = here.listings[own]
        edits = [*back_again(before, mine), *edits_of(plan, before, mine, listing, day, ledger)]
        if edits:
            plan.edits.setdefault(where, {})[own] = edits
            plan.changed += 1


def back_again(before: Came, mine: Mapping[str, Plain]) -> Iterator[KeyEdit]:
    """Yield the edits that print a listing again that had gone and has come back."""
    if before.gone and str(mine.get("print_reason", "")).startswith(GONE):
        yield KeyEdit("print", None)
        yield KeyEdit("print_reason", None)


def edits_of(
    plan: Plan, before: Came, mine: Mapping[str, Plain], listing: Item, day: str, ledger: Ledger
) -> Iterator[KeyEdit]:
    """Yield the edits of a listing that came before; what was changed here and in the source stays, with a comment."""
    row, own = listing.rows[0], str(listing.values["id"])
    for each in three_ways(before.values, mine, listing.values):
        if isinstance(each, Change):
            plan.differs.append(Differs(own, each.key, mine.get(each.key), each.value))
            doubt = listing.doubts.get(each.key, "")
            ledger.tell(row, "changed in the source", f"{listing.values['id']}: {each.key}")
            yield KeyEdit(each.key, each.value, doubt)
        else:
            plan.conflicts += 1
            plan.differs.append(Differs(own, each.key, each.mine, each.theirs, stays=True))
            ledger.tell(
                row,
                "changed here and in the source, stays as it is here",
                f"{listing.values['id']}: {each.key}",
            )
            yield KeyEdit(each.key, None, conflict_words(each, day), keep=True)


def conflict_words(conflict: Conflict, day: str) -> str:
    """What stands above a key that was changed on both sides."""
    if conflict.theirs is None:
        return f"the source of {day} has no {conflict.key} any more"
    text = conflict.theirs if isinstance(conflict.theirs, str) else short_of(conflict.theirs)
    text = " ".join(text.split())
    return f"the source of {day} has {conflict.key}: {text[:SHORT]}{'...' if len(text) > SHORT else ''}"


def short_of(value: Plain) -> str:
    """A value on one line."""
    if isinstance(value, dict):
        return "; ".join(f"{key}: {short_of(each)}" for key, each in value.items())
    if isinstance(value, list):
        return " | ".join(map(short_of, value))
    return scalar(value)


def leave(plan: Plan, own: str, came: Came, here: Here, day: str, ledger: Ledger) -> None:
    """Decide about a listing that came before and does not come now: it stays, and is not printed unless somebody changed it."""
    plan.came[own] = replace(came, gone=True)
    if own not in here.listings or came.gone:
        return
    where, mine = here.listings[own]
    row = Origin(where, 0)
    plan.gone += 1
    plan.left.append(own)
    if all(same(mine.get(key), came.values.get(key)) for key in {*mine, *came.values}):
        plan.edits.setdefault(where, {})[own] = [
            KeyEdit("print", "no"),
            KeyEdit("print_reason", f"{GONE} ({day})"),
        ]
        ledger.tell(row, "gone from the source, printed no more", own)
    else:
        ledger.tell(row, "gone from the source, but changed here: is printed still", own)


def free_path(folder: Path, stem: str) -> Path:
    """A path for a new section file: nothing that lies there, and is no section of the guide, is written over."""
    taken = [path.stem for path in folder.glob("*.yaml")]
    return folder / f"{first_free(stem, taken)}.yaml"


def files_of(
    plan: Plan, sections: Sequence[NewSection], here: Here, content: Path, notes: Sequence[str]
) -> dict[Path, bytes]:
    """{path: bytes} of the section files that are changed or new, and of guide.yaml where it lists them."""
    files: dict[Path, bytes] = {}
    for own in {**plan.edits, **plan.added}:
        if own in here.sections:
            old = here.sections[own]
            text = edit_sections(old.text, plan.edits.get(own, {}), plan.added.get(own, ()), old.path)
            bom = BOM if old.data.startswith(BOM.encode()) else ""
            files[old.path] = (bom + text).encode()
    new = [section for section in sections if section.id in plan.added and section.id not in here.sections]
    for number, section in enumerate(new, len(here.sections) + 1):
        own_listings = replace(section, listings=tuple(plan.added[section.id]))
        path = free_path(content / "sections", f"{number}-{section.id}")
        files[path] = section_text(own_listings, notes).encode()
    if here.main and new:
        names = [
            path.relative_to(content).as_posix()
            for path in files
            if path not in {each.path for each in here.sections.values()}
        ]
        files[content / MAIN] = with_sections(here.main, names, content / MAIN)
    return {path: data for path, data in files.items() if not (path == content / MAIN and data == here.main)}
