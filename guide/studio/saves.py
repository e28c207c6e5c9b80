"""Changes written into the content: by key, in place, with what each key was when it was read; and their undoing."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from guide.content.edit import Plain
from guide.content.edit_keys import KeyEdit, edit_file
from guide.content.edit_page import edit_page
from guide.content.yaml_text import comparable
from guide.output import NEW as OUTPUT_NEW
from guide.output import Kept, as_read, write_atomically
from guide.studio.edition_file import edit_edition, with_a_line
from guide.studio.files import Pair, change_noted, changed_files, stay_inside
from guide.studio.hiding import closed_streets, hidden_block, hidden_step, now_of, owner_in, streets_in
from guide.studio.history import DELETE, FILES, IMPORT, KEYS, MOVE, NEW, History, Step
from guide.studio.lines import Lines
from guide.studio.listings import Listings
from guide.studio.owners import (
    EDITION_KIND,
    ORDERS,
    PAGE_KIND,
    STYLE_KIND,
    File,
    Owner,
    values_in,
)
from guide.studio.paper import edit_style
from guide.studio.pending import Pending, recover
from guide.studio.studio import Changed, Studio
from guide.studio.taken import forget, forget_streets, take_back
from guide.studio.typed import prove

TRIES = 3  # another program may write the file in the same moment


class Write(NamedTuple):
    """A key that gets a value (None: it goes), and what it said when it was read."""

    key: str
    value: Plain | None
    was: Plain | None


class Conflict(Exception):
    """A key says something else than what it said when it was read."""

    def __init__(self, owner: Owner, keys: Mapping[str, Plain | None], when: float) -> None:
        super().__init__(str(owner))
        self.owner = owner
        self.keys = dict(keys)  # {key: what the file says now}
        self.when = when  # the file was changed


class Saves:
    """Writes what is changed, and remembers it."""

    def __init__(self, studio: Studio) -> None:
        self.studio = studio
        self.history = History(studio.out)
        self.lines = Lines()
        self.listings = Listings(self)
        self.undoing: dict[str, Callable[[Step], str | None]] = {
            KEYS: self._undo_keys,
            NEW: self.listings.undo_new,
            DELETE: self.listings.undo_delete,
            MOVE: self.listings.undo_move,
            FILES: self._undo_files,
            IMPORT: lambda step: take_back(self.studio, self.history, step),
        }  # by the kind of a step; whoever writes steps of another kind says here how they are undone
        self.pending = Pending(studio.out)
        if not studio.read_only:
            self._recover()

    def _recover(self) -> None:
        """Keep what was written and not kept when the studio was killed."""
        step = recover(self.pending, self.history)
        if step and step.kind == MOVE:  # perhaps it was killed between two files
            self.listings.once(step)

    # --- keys -----------------------------------------------------------------------------------

    def write(self, owner: Owner, writes: Sequence[Write], by: str = "", visit: str = "") -> Step | None:
        """Write keys of an owner, all or none; the step, None where the file says so already.

        Raises Conflict where one of them was changed since it was read, KeyError where the owner is gone, and GuideError or
        OSError where it cannot be written.
        """
        studio = self.studio
        with studio.lock:
            step: Step | None = None
            before, after = b"", b""

            def edit(old: bytes) -> bytes:
                nonlocal step, before, after
                before, (after, step) = old, self._edited(owner, writes, old, visit)
                return after

            path = studio.seen.owners.path_of(owner)
            self.rewrite(path, edit, lambda: step)
            own = [(step.owner, key) for key in step.keys] if step is not None else []
            if step is not None:
                step = self.add(step)
                self.lines.keep(step.number, before, after)
            self.after(by, lambda change: (str(change.owner), change.key) in own)
            if step is not None:
                self._still(owner, list(step.keys), File(path, after))
            return step

    def _still(self, owner: Owner, keys: Sequence[str], wrote: File) -> None:
        """Raise Conflict where another program has written the same keys in the moment behind."""
        found = self.studio.seen.owners.files.get(wrote.path)
        if found is None or found.data == wrote.data:
            return
        now, then = values_in(found, owner), values_in(wrote, owner)
        differs = {key: self._shown(now, key) for key in keys if now.get(key) != then.get(key)}
        if differs:
            raise Conflict(owner, differs, time.time())

    def _edited(
        self, owner: Owner, writes: Sequence[Write], old: bytes, visit: str
    ) -> tuple[bytes, Step | None]:
        """(the bytes of the file with the keys written, the step); raises Conflict."""
        path = self.studio.seen.owners.path_of(owner)
        known = self.studio.seen.owners.files[path]
        now = values_in(known if known.data == old else File(path, old), owner)
        changed = [each for each in writes if not same(each.value, self._shown(now, each.key), each.key)]
        differs = {
            each.key: self._shown(now, each.key)
            for each in changed
            if not same(each.was, self._shown(now, each.key), each.key)
        }
        if differs:
            raise Conflict(owner, differs, path.stat().st_mtime)
        if not changed:
            return old, None
        edits = [KeyEdit(each.key, self._whole(each.value, now)) for each in changed]
        if owner.kind == EDITION_KIND:
            edits = with_a_line(edits, now)
            new = edit_edition(old, edits, path)
        elif owner.kind == STYLE_KIND:
            new = edit_style(old, edits, path)
        elif owner.kind == PAGE_KIND:
            new = edit_page(old, edits, path, ORDERS[PAGE_KIND])
        else:
            new = edit_file(old, {owner.in_file: edits}, path, ORDERS[owner.kind])
        keys = {each.key: [now.get(each.key), each.value] for each in edits}
        return new, Step(owner=str(owner), name=self.studio.name_of(owner), keys=keys, visit=visit)

    def _shown(self, values: Mapping[str, Plain], key: str) -> Plain | None:
        value = values.get(key)
        return None if value is None else self.studio.streets.hidden(value)

    def _whole(self, value: Plain | None, now: Mapping[str, Plain]) -> Plain | None:
        """A value with the secret streets that its tokens stand for."""
        return None if value is None else self.studio.streets.found(value, dict(now))

    def rewrite(
        self, path: Path, edit: Callable[[bytes], bytes], step: Callable[[], Step | None] = lambda: None
    ) -> None:
        """Write what `edit` makes of a file, of what is in it in the moment of writing; its `step` is noted before."""
        stay_inside(self.studio.content, path)
        unwritten = self.studio.seen.owners.unwritten.get(path)
        for left in reversed(range(TRIES)):
            is_there = unwritten is None or path.exists()
            old = path.read_bytes() if is_there else unwritten or b""
            new = edit(old)
            if new == old:
                return
            prove(path, new, old)
            noted = step()
            try:
                if noted:
                    self.pending.note(hidden_step(noted, self.studio), {path: old if is_there else None})
                write_atomically(path, new, as_read(old) if is_there else OUTPUT_NEW, keep_mode=is_there)
                return
            except (OSError, Kept) as error:
                self.pending.done()
                if not left or not isinstance(error, Kept):
                    raise

    def add(self, step: Step) -> Step:
        """Remember a step, on the disk without secret streets."""
        step = self.history.add(step, hidden_step(step, self.studio))
        self.pending.done()
        secret = streets_in(step)  # one that has become secret was none in earlier steps
        for old in list(self.history.steps.values()) if secret else ():
            also = secret | closed_streets(step, old)
            if old.owner == step.owner and (hidden := hidden_step(old, self.studio, also)) != old:
                self.history.hide(hidden)
        forget_streets(self.history, secret)
        return step

    def written(self, step: Step, by: str = "") -> Step:
        """Remember a step that was written into other files, and look at them again."""
        step = self.add(step)
        self.after(by)
        return step

    def after(self, by: str, is_own: Callable[[Changed], bool] = lambda change: True) -> None:
        self.studio.saved_at = time.time()
        self.studio.look_again(by, is_own)

    def leave(self, owner: Owner, key: str, value: Plain | None) -> None:
        """Keep in the history what somebody wrote and did not choose when it was changed in two places."""
        with self.studio.lock:
            now = self.studio.seen.owners.values_of(owner)
            keys = {key: [now.get(key), None if value is None else self._whole(value, now)]}
            name = self.studio.name_of(owner)
            self.history.undo(self.add(Step(owner=str(owner), name=name, keys=keys)))

    # --- whole files ----------------------------------------------------------------------------

    def write_files(
        self, owner: Owner, name: str, files: Mapping[str, str | None], by: str = ""
    ) -> Step | None:
        """Put texts into files of the content, {name in its folder: text, None to delete it}, all or none; None for no change.

        `owner` and `name` say what is changed. Raises GuideError or OSError where that cannot be.
        """
        with self.studio.lock:
            pairs = changed_files(self.studio.content, files)
            if not pairs:
                return None
            step = Step(kind=FILES, owner=str(owner), name=name, files=pairs)
            change_noted(self.studio.content, pairs, hidden_step(step, self.studio), self.pending)
            step = self.add(step)
            self.after(by)
            return step

    # --- undo -----------------------------------------------------------------------------------

    def undo(self, number: int | None = None, by: str = "") -> Step | None:
        """Undo a step, the last one where none is named; None where there is none. Raises Conflict, KeyError."""
        with self.studio.lock:
            step = self.history.last() if number is None else self.history.get(number)
            if step is None or step.undone:
                return None
            gone = self.undoing[step.kind](step) or ""  # what goes with it can be brought back
            self.history.undo(step, gone, hidden_block(gone, self.studio))
            self.pending.done()
            forget(self.history)
            self.after(by)
            return step

    def _undo_keys(self, step: Step) -> None:
        owner = owner_in(step)
        hidden, there = self.studio.streets.hidden, now_of(step, self.studio)
        writes = [
            Write(key, before, None if after is None else hidden(self.studio.streets.found(after, there)))
            for key, (before, after) in step.keys.items()
        ]
        path = self.studio.seen.owners.path_of(owner)
        undone = replace(step, undone=True)
        if any(each.value is not None and self.studio.streets.is_lost(each.value, there) for each in writes):
            raise Conflict(owner, {}, path.stat().st_mtime)  # its secret street is not known any more

        def edit(old: bytes) -> bytes:
            new, lines = self._edited(owner, writes, old, "")[0], self.lines.back(step.number, old)
            return lines if lines is not None and says_same(File(path, lines), File(path, new)) else new

        self.rewrite(path, edit, lambda: undone)

    def _undo_files(self, step: Step) -> None:
        back: dict[str, Pair] = {name: [after, before] for name, (before, after) in step.files.items()}
        try:
            change_noted(
                self.studio.content, back, hidden_step(replace(step, undone=True), self.studio), self.pending
            )
        except Kept:
            raise Conflict(owner_in(step), {}, time.time()) from None


def same(one: Plain | None, other: Plain | None, key: str) -> bool:
    """Whether two values are written the same, but for how Markdown is broken into lines."""
    return one == other if one is None or other is None else comparable(one, key) == comparable(other, key)


def says_same(one: File, other: File) -> bool:
    """Whether two files say the same, however they are written."""
    return comparable(one.top) == comparable(other.top)
