"""The content folder while the studio is open: read warm, and again after every change, from here or from outside."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from guide.content.edit import Plain
from guide.errors import Problem
from guide.project import TRANSLATIONS, Memory, Project, open_project, typed_project
from guide.studio.events import Events, Json
from guide.studio.findings import Finding, find
from guide.studio.owners import (
    EDITION_KIND,
    GUIDE_KIND,
    LISTING,
    PAGE_KIND,
    PAPER,
    SECTION_KIND,
    STYLE_KIND,
    File,
    Owner,
    Owners,
    edition_name,
)
from guide.studio.pictures import EDITIONS_KEPT, Drawing, Pictures
from guide.studio.streets import Streets

TRIES = 3  # to read a folder that is being changed


class Seen(NamedTuple):
    """What the folder says at one moment."""

    revision: int  # rises with every change
    project: Project  # with all that is wrong, once it is judged; till then with what reading tells
    typed: Project  # as it was read
    owners: Owners
    findings: list[Finding]
    checks: list[Finding]  # those of them that are more than what reading tells: they are looked for later
    translations: dict[Path, tuple[int, int]]  # when their files were written, and how long they are
    is_judged: bool = False

    @property
    def version(self) -> int:
        """A number that rises with every change, and once more when it is known what is wrong: what a tab compares."""
        return 2 * self.revision + self.is_judged


class Changed(NamedTuple):
    """A key that says something else than before."""

    owner: Owner
    key: str


class Studio:
    """A content folder that is open: what it says, a number that rises with every change, and who is told of it.

    After a change it is read at once, so that its page can be drawn, and judged `later`, in seconds: the checks of a large
    guide take longer than its picture. 0: at once.

    One lock: whoever changes a file holds it. What was seen is never changed, so that reading needs none.
    """

    def __init__(
        self,
        content: Path,
        out: Path,
        salt: str,
        today: date | None = None,
        read_only: bool = False,
        later: float = 0.0,
    ) -> None:
        self.content = content
        self.out = out
        self.today = today
        self.read_only = read_only
        self.later = later
        self.waiting: threading.Timer | None = None
        self.judging = threading.Lock()
        self.lock = threading.RLock()
        self.events = Events()
        self.streets = Streets(salt)
        self.memory = Memory()
        self.saved_at: float | None = None  # when something was last written here
        self.changed_at: dict[tuple[Owner, str], float] = {}  # when a key was changed, since the studio began
        self.pictures = Pictures(self.memory)
        # {(edition, language): (revision, as it was drawn)}, the last one last
        self.drawings: dict[tuple[str, str], tuple[int, Drawing]] = {}
        self.drawing_lock = threading.Lock()
        self.seen = self._look(0, {})
        self.judge_later()

    def _look(self, revision: int, known: dict[Path, File]) -> Seen:
        """Read the folder, again where it is changed meanwhile: what is read twice has to say the same."""
        for _ in range(TRIES):
            before = written_in(self.content, self.out)
            project = typed_project(self.content, self.today, self.memory)
            owners = Owners(self.content, project.guide, known)
            findings = find(problems_of(project), owners)
            translations = written_in(self.content / TRANSLATIONS)
            if written_in(self.content, self.out) == before:
                break
        return Seen(revision, project, project, owners, findings, [], translations)

    def judge_later(self) -> None:
        """Judge what is seen when nothing has changed for a while."""
        if self.waiting:
            self.waiting.cancel()
        if not self.later:
            self.judge()
            return
        self.waiting = threading.Timer(self.later, self.judge)
        self.waiting.daemon = True
        self.waiting.start()

    def judge(self) -> None:
        """Look for everything that is wrong, and tell that it is known; given up where something has changed meanwhile."""
        with self.judging:
            with self.drawing_lock:  # the page comes first
                seen = self.seen
            project = open_project(self.content, self.today, self.memory, in_spite=True)
            findings = find(problems_of(project), seen.owners)
            read = {said_of(each) for each in find(problems_of(seen.typed), seen.owners)}
            checks = [each for each in findings if said_of(each) not in read]
        with self.lock:  # whoever has it may be waiting to judge
            if self.seen is not seen:
                return
            self.seen = seen._replace(project=project, findings=findings, checks=checks, is_judged=True)
            version = self.seen.version
        self.events.tell("checked", {"version": version})

    def look_again(
        self, by: str = "", is_own: Callable[[Changed], bool] = lambda change: True
    ) -> list[Changed]:
        """Read the folder again, and tell what has changed; `by`: the tab that has changed it, "" for outside.

        What is not its `own` was changed outside in the same moment.
        """
        with self.lock:
            old = self.seen
            seen = self._look(old.revision + 1, old.owners.files)
            changed = list(changes(old.owners, seen.owners))
            if not changed and is_same(seen, old):
                return []
            languages = changed_languages(old, seen, self.content / TRANSLATIONS)
            checks = [each for each in old.checks if not is_of(each, changed)]
            self.seen = seen._replace(findings=[*seen.findings, *checks], checks=checks)
            now = time.time()
            self.changed_at |= {(each.owner, each.key): now for each in changed}
        own = [each for each in changed if is_own(each)]
        self.tell(own, by, languages)
        if len(own) < len(changed):
            self.tell([each for each in changed if each not in own], "", [])
        self.judge_later()
        return changed

    def tell(self, changed: list[Changed], by: str, languages: list[str]) -> None:
        """Tell every tab what has changed, and in which languages translations have."""
        keys: list[Json] = [
            {"owner": str(each.owner), "key": each.key, "name": self.name_of(each.owner)} for each in changed
        ]
        told: list[Json] = [*languages]
        self.events.tell("changed", {"version": self.seen.version, "by": by, "keys": keys, "languages": told})

    def drawing(self, edition: str, language: str = "") -> Drawing:
        """An edition as it is now, the usual one for "", in a language or as it says; KeyError for one that there is not."""
        with self.drawing_lock:
            seen = self.seen
            known = self.drawings.pop((edition, language), None)
            if known is None or known[0] != seen.revision:
                known = seen.revision, self.pictures.draw(seen.typed, edition, language)
            self.drawings[edition, language] = known
            if len(self.drawings) > EDITIONS_KEPT:
                self.drawings.pop(next(iter(self.drawings)))
            return known[1]

    def name_of(self, owner: Owner) -> str:
        """What an owner is called, its id where it is there no more."""
        if owner.kind == EDITION_KIND:
            return edition_name(owner.id)
        if owner.kind == STYLE_KIND:
            owner = Owner(GUIDE_KIND)
        try:
            values = self.seen.owners.values_of(owner)
        except KeyError:
            return owner.id
        name = values.get("name" if owner.kind == LISTING else "title")
        return name if isinstance(name, str) and name else owner.id

    def shown(self, owner: Owner, key: str) -> Plain | None:
        """What the file says under a key, secret streets hidden; None where it says nothing."""
        value = self.seen.owners.values_of(owner).get(key)
        return None if value is None else self.streets.hidden(value)

    def findings_of(self, owner: Owner) -> list[Finding]:
        """What is wrong with an owner."""
        return [each for each in self.seen.findings if each.owner == owner]


def problems_of(project: Project) -> tuple[Problem, ...]:
    """All that is told of a project."""
    return (*project.problems, *project.edition_problems)


def said_of(finding: Finding) -> tuple[Owner | None, str, str]:
    """What a finding says, wherever it stands."""
    return finding.owner, finding.name, finding.says


def is_of(finding: Finding, changed: list[Changed]) -> bool:
    """Whether a finding is about a key that has changed."""
    return any(
        each.owner == finding.owner and (not each.key or each.key in finding.path[:1]) for each in changed
    )


def is_same(one: Seen, other: Seen) -> bool:
    """Whether nothing at all has changed."""
    return state_of(one) == state_of(other)


def state_of(seen: Seen) -> tuple[object, ...]:
    """All that was read."""
    return files_of(seen), seen.translations, beside(seen.typed)


def beside(project: Project) -> tuple[object, ...]:
    """What a folder says beside the files of guide and sections."""
    guide = project.guide
    return (
        project.editions,
        project.problems,
        project.edition_problems,
        guide and (guide.own_pages, guide.style),
    )


def written_in(folder: Path, made: Path | None = None) -> dict[Path, tuple[int, int]]:
    """When each file below a folder was written, and how long it is; without hidden ones, and `made`, the folder of what is made."""
    found = {}
    for place, folders, names in os.walk(folder):
        folders[:] = [each for each in folders if not each.startswith(".") and Path(place, each) != made]
        for path in (Path(place, name) for name in names if not name.startswith(".")):
            with suppress(OSError):  # it has just gone
                state = path.stat()
                found[path] = state.st_mtime_ns, state.st_size
    return found


def changed_languages(old: Seen, new: Seen, folder: Path) -> list[str]:
    """The languages in which a file of a translation is another now."""
    one, other = old.translations, new.translations
    changed = {path.relative_to(folder).parts for path in (*one, *other) if one.get(path) != other.get(path)}
    return sorted({parts[0] for parts in changed if len(parts) > 1})


def files_of(seen: Seen) -> dict[Path, bytes]:
    """The files that were read."""
    return {path: file.data for path, file in seen.owners.files.items()}


def changes(old: Owners, new: Owners) -> Iterator[Changed]:
    """Yield the keys that differ; the key of what has come or gone is ""."""
    for owner in dict.fromkeys((*every(old), *every(new))):
        before, after = values_or_none(old, owner), values_or_none(new, owner)
        if before is None or after is None:
            yield Changed(owner, "")
        elif before is not after:
            for key in dict.fromkeys((*before, *after)):
                if before.get(key) != after.get(key):
                    yield Changed(owner, key)


def every(owners: Owners) -> Iterator[Owner]:
    """Yield every owner."""
    yield Owner(GUIDE_KIND)
    yield Owner(STYLE_KIND, PAPER)
    yield from (Owner(SECTION_KIND, own) for own in owners.sections)
    yield from (Owner(LISTING, own) for own in owners.listings)
    yield from (Owner(PAGE_KIND, own) for own in owners.pages)
    yield from (Owner(EDITION_KIND, own) for own in owners.editions)


def values_or_none(owners: Owners, owner: Owner) -> dict[str, Plain] | None:
    """What is said of an owner, None where there is none."""
    try:
        values = owners.values_of(owner)
    except KeyError:
        return None
    return values if isinstance(values, dict) else dict(values)
