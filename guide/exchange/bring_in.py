"""Other people's data into a content folder: the whole way, from what is named on the command line to what is to be written."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from guide.errors import GuideError, Mark
from guide.exchange.again.folder import MAIN, Here, read_here
from guide.exchange.again.plan import Plan, check_source, files_of, plan_import, with_known_ids
from guide.exchange.again.state import FOLDER, MAPPING, STATE, State, read_state, state_bytes
from guide.exchange.clean.items import clean_all
from guide.exchange.give.in_place import compared_with
from guide.exchange.give.taken_back import OWN, begun_with, sections_taken_back
from guide.exchange.hold import hold_back
from guide.exchange.items import NewSection
from guide.exchange.join import gather
from guide.exchange.ledger import LEFT_OUT, Ledger, Sums
from guide.exchange.mapping.countries import country_of
from guide.exchange.mapping.guess import guess
from guide.exchange.mapping.known import find_mapping, known_mappings
from guide.exchange.mapping.read import read_mapping
from guide.exchange.mapping.write import write_mapping
from guide.exchange.origin import Origin
from guide.exchange.privacy import keep_public
from guide.exchange.shape.sections import file_stems
from guide.exchange.shape.shape import shape
from guide.exchange.sources.fetch import is_address
from guide.exchange.sources.read import Raw, collect, file_of, read_raw
from guide.exchange.write.guide_file import guide_texts
from guide.exchange.write.report import report_table, report_text
from guide.exchange.write.section_file import section_text
from guide.frozen import frozen
from guide.output import NEW, Rule, as_read, write_all
from guide.problems import sources as kinds

if TYPE_CHECKING:
    from guide.exchange.mapping.model import SourceMapping
    from guide.exchange.tables import Table
    from guide.starter import Beginning

FETCHED = "fetched"  # in the folder of the import: what came from the web, with its day
REPORT, TABLE = "report.txt", "report.csv"
OURS = Rule(lambda old: True)  # what an import leaves for itself
STAGES = (
    "read",
    "columns",
    "rows",
    "listings",
    "checks",
    "compare",
)  # of an import, as `lap` is told of them
Lap: TypeAlias = Callable[[str], None]


@frozen
class Wish:
    """What is to be imported, and where to."""

    content: Path
    names: tuple[str, ...] = ()  # files, folders and addresses; () for those of the import before
    raws: tuple[Raw, ...] = ()  # sources that were handed over, and stand nowhere for the next import
    section: str | None = (
        None  # the id of the section into which everything goes; "" for sections by categories, None for as last time
    )
    mapping: Path | None = None  # a mapping file of one's own
    format: str = ""  # the name of a known export
    merge: bool = False  # duplicates become one listing
    today: date
    beginning: Beginning  # of a guide that is new
    country: str = ""  # of addresses and numbers; that of the mapping or the guide if it is not given
    schemas: Mapping[str, str] = field(default_factory=dict)  # {name: text}, for a guide that is new


@frozen
class Brought:
    """What an import is to write, and what it has to tell."""

    files: Mapping[Path, bytes]
    before: Mapping[
        Path, bytes | None
    ]  # what files of content say now; of what an import leaves for itself nothing is said
    ledger: Ledger
    plan: Plan
    titles: Mapping[str, str]  # {id of a section that came: its title}
    mapping: str  # the name of the known export, "" for one's own or a guess
    guessed: bool
    is_new: bool  # there was no guide in the folder

    @property
    def rules(self) -> dict[Path, Rule]:
        """The rules by which files are replaced: those of content as they were read."""
        return {path: rule_of(self.before[path]) if path in self.before else OURS for path in self.files}

    @property
    def sums(self) -> Sums:
        """What was read and what became of it."""
        return self.ledger.sums


def bring_in(wish: Wish, lap: Lap = lambda stage: None) -> Brought:
    """What an import is to write; nothing is written yet. Raises GuideError where nothing can come of it.

    `lap` is told which of STAGES begins.
    """
    lap("read")
    state, here = read_state(wish.content), read_here(wish.content)
    names, raws = sources_of(wish, state)
    ledger = Ledger()
    tables = read_raw(raws, ledger)
    lap("columns")
    mapping, guessed = mapping_for(wish, state, tables)
    told, remembered = "", state
    if mapping.name == OWN:
        beginning, told = begun_with(wish.beginning, tables)
        wish = replace(wish, beginning=beginning)
        if here.main:
            here, state = compared_with(wish.content, here, tables)
    country = wish.country or mapping.country or here.country or told or told_country(tables, ledger) or "US"
    sections = sections_of(tables, mapping, wish, country, state, ledger, lap)
    lap("checks")
    sections = in_section(sections, section_for(wish, state), here)
    sections = fitted(sections, here, state, wish, country, ledger)
    lap("compare")
    plan = plan_import(sections, here, state, wish.today.isoformat(), ledger)
    check_source(plan, state, Path(names[0]))
    for row in list(ledger.lost()):
        ledger.settle([row], LEFT_OUT, "not used")
    files = content_files(plan, sections, here, wish, country, names)
    in_place = state is not remembered
    kept = remembered if in_place else new_state(plan, mapping, names, wish, state, guessed)
    left = {
        **fetched(raws, wish),
        **mapping_file(wish, guessed),
        **reports(ledger, wish),
        wish.content / FOLDER / STATE: state_bytes(kept),
    }
    return Brought(
        files={**files, **left},
        before={path: as_it_is(path, here) for path in files},
        ledger=ledger,
        plan=plan,
        titles={section.id: section.title for section in sections},
        mapping=OWN if in_place else kept.format,
        guessed=bool(guessed),
        is_new=not here.main,
    )


def as_it_is(path: Path, here: Here) -> bytes | None:
    """What a file of content says, as it was read where it was; None where it is not there."""
    if path.name == MAIN and here.main:
        return here.main
    read = next((each.data for each in here.sections.values() if each.path == path), None)
    return read or (path.read_bytes() if path.is_file() else None)


def rule_of(before: bytes | None) -> Rule:
    """The rule by which a file of content may be replaced: as it was, or not there."""
    return NEW if before is None else as_read(before)


def keep(brought: Brought) -> None:
    """Write what an import is to write, all of it or nothing; the state comes last, so that a run that was killed can be repeated."""
    write_all(brought.files, brought.rules)


def sources_of(wish: Wish, state: State) -> tuple[tuple[str, ...], tuple[Raw, ...]]:
    """(the names of the sources, what is in them)."""
    if wish.raws:
        return tuple(raw.name for raw in wish.raws), wish.raws
    names = wish.names or names_before(state, wish.content)
    return names, collect(names)


def names_before(state: State, content: Path) -> tuple[str, ...]:
    """The sources of the import before, as paths from here."""
    if state.handed and not state.sources:
        raise GuideError([kinds.HANDED_OVER.at(Mark(content), names=", ".join(state.handed), folder=content)])
    if not state.sources:
        raise GuideError([kinds.NOTHING_AGAIN.at(Mark(content), folder=content)])
    return tuple(name if is_address(name) else os.path.relpath(content / name) for name in state.sources)


def mapping_for(wish: Wish, state: State, tables: Sequence[Table]) -> tuple[SourceMapping, str]:
    """(the mapping, the text of its file where it is a guess, else ""): the user's own, that of the import before, that of a known export, or a guess."""
    before = wish.content / FOLDER / MAPPING
    own = wish.mapping or (before if before.is_file() and not (wish.format or state.format) else None)
    if own:
        return read_mapping(own), ""
    found = find_mapping(tables, wish.format or state.format)
    if found:
        return found, ""
    guessed = guess(tables)
    return guessed.mapping, write_mapping(guessed.mapping, tables, guessed.doubts)


def mapping_file(wish: Wish, guessed: str) -> dict[Path, bytes]:
    """{path: bytes} of the mapping for the next time: the user's own, or the guess."""
    path = wish.content / FOLDER / MAPPING
    if wish.mapping:
        return {path: wish.mapping.read_bytes()}
    return {path: guessed.encode()} if guessed else {}


def told_country(tables: Sequence[Table], ledger: Ledger) -> str:
    """The country that a source speaks for, which is told; "" where it speaks for none but the United States."""
    country = country_of(tables)
    if country:
        ledger.tell(Origin(tables[0].source, 0), "country of addresses and numbers", country)
    return country


def sections_of(
    tables: Sequence[Table],
    mapping: SourceMapping,
    wish: Wish,
    country: str,
    state: State,
    ledger: Ledger,
    lap: Lap = lambda stage: None,
) -> tuple[NewSection, ...]:
    """The sections that come of tables; raises GuideError where no row becomes a listing."""
    lap("rows")
    if mapping.name == OWN:
        sections = sections_taken_back(tables, ledger)
    else:
        drafts = keep_public(gather(tables, mapping, ledger), ledger)
        lap("listings")
        items = clean_all(drafts, mapping, ledger, country, wish.today)
        sections = shape(items, mapping, ledger, merge=wish.merge or state.merge)
    if not any(section.listings for section in sections):
        reasons = Counter(lot.reason for lot in ledger.lots.values() if lot and lot.reason).most_common(1)
        reason = f"; most of them: {reasons[0][0]}" if reasons else ""
        raise GuideError(
            [
                kinds.NO_NAMES.at(
                    Mark(Path(tables[0].source if tables else wish.content)),
                    rows=len(ledger.lots),
                    reason=reason,
                )
            ]
        )
    return sections


def section_for(wish: Wish, state: State) -> str:
    """The id of the section into which everything goes, "" for sections by categories."""
    return state.section if wish.section is None else wish.section


def in_section(sections: tuple[NewSection, ...], own: str, here: Here) -> tuple[NewSection, ...]:
    """All listings in the section with this id; as they are for ""."""
    if not own:
        return sections
    title = here.sections[own].title if own in here.sections else ""
    listings = tuple(each for section in sections for each in section.listings)
    return (NewSection(id=own, title=title or own, listings=listings),)


def fitted(
    sections: tuple[NewSection, ...], here: Here, state: State, wish: Wish, country: str, ledger: Ledger
) -> tuple[NewSection, ...]:
    """The sections as they go into this guide: with the ids that listings have here, and errors held back."""
    sections = with_known_ids(sections, here, state)
    beginning = wish.beginning._replace(language=here.language) if here.language else wish.beginning
    return hold_back(sections, state.came, beginning, country, wish.today, ledger)


def content_files(
    plan: Plan, sections: Sequence[NewSection], here: Here, wish: Wish, country: str, names: Sequence[str]
) -> dict[Path, bytes]:
    """{path: bytes} of the content, new or changed; guide.yaml last."""
    notes = [
        f"Imported on {wish.today.isoformat()} from {', '.join(map(title_of, names))}.",
        "Change what you like: a later import keeps it.",
    ]
    if here.main:
        return files_of(plan, sections, here, wish.content, notes)
    texts = {
        f"sections/{stem}.yaml": section_text(section, notes)
        for stem, section in zip(file_stems(sections), sections)
    }
    begun = guide_texts(wish.beginning, texts, country, wish.schemas)
    main = begun.pop("guide.yaml")
    return {
        wish.content / name: text.encode() for name, text in {**texts, **begun, "guide.yaml": main}.items()
    }


def title_of(name: str) -> str:
    """A source as a comment names it: without folders, and without what an address asks for."""
    return file_of(name).name or name


def reports(ledger: Ledger, wish: Wish) -> dict[Path, bytes]:
    """{path: bytes} of the report, as a text and as a table."""
    folder = wish.content / FOLDER
    return {folder / REPORT: report_text(ledger).encode(), folder / TABLE: report_table(ledger)}


def fetched(raws: Sequence[Raw], wish: Wish) -> dict[Path, bytes]:
    """{path: bytes} of what came from the web, under its day."""
    folder = wish.content / FOLDER / FETCHED
    found: dict[Path, bytes] = {}
    for number, raw in enumerate((raw for raw in raws if raw.fetched), 1):
        name = "".join(
            letter if letter.isalnum() or letter in ".-_" else "-" for letter in file_of(raw.name).name
        )[-60:]
        found[folder / f"{wish.today.isoformat()}-{number}-{name or 'answer'}"] = raw.data
    return found


def new_state(
    plan: Plan, mapping: SourceMapping, names: Sequence[str], wish: Wish, state: State, guessed: str
) -> State:
    """What is left for the next import."""
    own = guessed or wish.mapping or known_mappings().get(mapping.name) is not mapping
    handed = tuple(raw.name for raw in wish.raws if not raw.fetched)
    return State(
        sources=tuple(
            name if is_address(name) else Path(os.path.relpath(name, wish.content)).as_posix()
            for name in names
            if name not in handed
        ),
        handed=handed,
        section=section_for(wish, state),
        day=wish.today.isoformat(),
        format="" if own else mapping.name,
        merge=wish.merge or state.merge,
        came=plan.came,
    )
