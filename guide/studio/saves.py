"""Changes written into the content: by key, in place, with what each key was when it was read; and their undoing."""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from guide.content.edit import Plain
from guide.content.edit_keys import KeyEdit, edit_file, text_of
from guide.content.edit_list import block_of, in_text, new_block, with_block, without_listing
from guide.content.edit_page import edit_page
from guide.content.yaml_text import comparable
from guide.output import NEW as OUTPUT_NEW
from guide.output import Kept, as_read, write_atomically
from guide.studio.edition_file import edit_edition, with_a_line
from guide.studio.files import Pair, change_noted, changed_files
from guide.studio.hiding import hidden_block, hidden_step, now_of, owner_in, streets_in
from guide.studio.history import DELETE, FILES, IMPORT, KEYS, MOVE, NEW, History, Step
from guide.studio.owners import (
    EDITION_KIND,
    LISTING,
    ORDERS,
    PAGE_KIND,
    SECTION_KIND,
    STYLE_KIND,
    File,
    Owner,
    values_in,
)
from guide.studio.paper import edit_style
from guide.studio.pending import Pending, recover
from guide.studio.studio import Studio
from guide.studio.taken import forget, forget_streets, take_back

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
        self.undoing: dict[str, Callable[[Step], str | None]] = {
            KEYS: self._undo_keys,
            NEW: self._undo_new,
            DELETE: self._undo_delete,
            MOVE: self._undo_move,
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
            self._once(step)

    # --- keys -----------------------------------------------------------------------------------

    def write(self, owner: Owner, writes: Sequence[Write], by: str = "", visit: str = "") -> Step | None:
        """Write keys of an owner, all or none; the step, None where the file says so already.

        Raises Conflict where one of them was changed since it was read, KeyError where the owner is gone, and GuideError or
        OSError where it cannot be written.
        """
        studio = self.studio
        with studio.lock:
            step: Step | None = None

            def edit(old: bytes) -> bytes:
                nonlocal step
                new, step = self._edited(owner, writes, old, visit)
                return new

            path = studio.seen.owners.path_of(owner)
            self._rewrite(path, edit, lambda: step)
            if step is not None:
                step = self._add(step)
            self._after(by)
            return step

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

    def _rewrite(
        self, path: Path, edit: Callable[[bytes], bytes], step: Callable[[], Step | None] = lambda: None
    ) -> None:
        """Write what `edit` makes of a file, of what is in it in the moment of writing; its `step` is noted before."""
        unwritten = self.studio.seen.owners.unwritten.get(path)
        for left in reversed(range(TRIES)):
            is_there = unwritten is None or path.exists()
            old = path.read_bytes() if is_there else unwritten or b""
            new = edit(old)
            if new == old:
                return
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

    def _add(self, step: Step) -> Step:
        """Remember a step, on the disk without secret streets."""
        step = self.history.add(step, hidden_step(step, self.studio))
        self.pending.done()
        secret = streets_in(step)  # one that has become secret was none in earlier steps
        for old in list(self.history.steps.values()) if secret else ():
            if old.owner == step.owner and (hidden := hidden_step(old, self.studio, secret)) != old:
                self.history.hide(hidden)
        forget_streets(self.history, secret)
        return step

    def written(self, step: Step, by: str = "") -> Step:
        """Remember a step that was written into other files, and look at them again."""
        step = self._add(step)
        self._after(by)
        return step

    def _after(self, by: str) -> None:
        self.studio.saved_at = time.time()
        self.studio.look_again(by)

    def leave(self, owner: Owner, key: str, value: Plain | None) -> None:
        """Keep in the history what somebody wrote and did not choose when it was changed in two places."""
        with self.studio.lock:
            now = self.studio.seen.owners.values_of(owner)
            keys = {key: [now.get(key), None if value is None else self._whole(value, now)]}
            name = self.studio.name_of(owner)
            self.history.undo(self._add(Step(owner=str(owner), name=name, keys=keys)))

    # --- listings -------------------------------------------------------------------------------

    def new(self, section: str, name: str, after: str | None = None, by: str = "") -> Owner:
        """A new listing with a name, behind another one, last for None. KeyError where the section is gone."""
        with self.studio.lock:
            own = self.free_id(name)
            block = new_block({"id": own, "name": name})
            return self._put(section, block, after, own, name, by)

    def duplicate(self, listing: str, name: str, by: str = "") -> Owner:
        """A second listing that says the same under another name, behind the first; nobody has checked it yet."""
        with self.studio.lock:
            owners = self.studio.seen.owners
            owner = Owner(LISTING, listing)
            values = dict(owners.values_of(owner))
            own = self.free_id(name)
            values |= {"id": own, "name": name}
            for key in ("verified", "verified_by"):
                values.pop(key, None)
            section = owners.section_of(owners.path_of(owner))
            return self._put(section, new_block(values), listing, own, name, by)

    def _put(self, section: str, block: str, after: str | None, own: str, name: str, by: str) -> Owner:
        path = self.studio.seen.owners.path_of(Owner(SECTION_KIND, section))
        owner = Owner(LISTING, own)
        step = Step(kind=NEW, owner=str(owner), name=name, section=section, after=after)
        self._insert(path, block, after, step)
        self._add(step)
        self._after(by)
        return owner

    def free_id(self, name: str) -> str:
        """An id made of a name, that no listing has."""
        return free_name(name, "listing", self.studio.seen.owners.listings)

    def delete(self, listing: str, by: str = "") -> Step:
        """Take a listing out; its lines are in the history."""
        with self.studio.lock:
            owner = Owner(LISTING, listing)
            path = self.studio.seen.owners.path_of(owner)
            section, after = self._place(owner)
            name, block = self.studio.name_of(owner), self._block(path, listing)
            step = Step(kind=DELETE, owner=str(owner), name=name, section=section, after=after, block=block)
            self._take_out(path, listing, step)
            step = self._add(step)
            self._after(by)
            return step

    def restore(self, step: Step, by: str = "") -> None:
        """Put a listing that went with a step, deleted or undone, where it stood, as a step of its own."""
        with self.studio.lock:
            path = self.studio.seen.owners.path_of(Owner(SECTION_KIND, step.section))
            after = self._still(step.after, path)
            back = Step(kind=NEW, owner=step.owner, name=step.name, section=step.section, after=after)
            self._insert(path, step.block, after, back)
            if not step.undone:
                self.history.undo(step)
            self._add(back)
            self._after(by)

    def move(self, listing: str, section: str, after: str | None, by: str = "") -> None:
        """Put a listing behind another one, first for "", last for None, perhaps of another section."""
        with self.studio.lock:
            owner = Owner(LISTING, listing)
            was, before = self._place(owner)
            name = self.studio.name_of(owner)
            step = Step(kind=MOVE, owner=str(owner), name=name, section=was, after=before)
            self._move(owner, section, after, step)
            self._add(step)
            self._after(by)

    def _insert(self, path: Path, block: str, after: str | None, step: Step) -> None:
        """Put the lines of a listing into a file."""

        def edit(old: bytes) -> bytes:
            return in_text(old, lambda text: with_block(text, block, after, path))

        self._rewrite(path, edit, lambda: step)

    def _take_out(self, path: Path, listing: str, step: Step | None = None) -> None:
        """Take a listing out of a file."""

        def edit(old: bytes) -> bytes:
            return in_text(old, lambda text: without_listing(text, listing, path))

        self._rewrite(path, edit, lambda: step)

    def _once(self, step: Step) -> None:
        """Take a listing that was moved out of the file from which it came, where it stands in two."""
        owners, own = self.studio.seen.owners, owner_in(step).id
        files = [path for path, file in owners.files.items() if own in file.listings]
        named = owners.sections.get(step.section)
        gone = [path for path in files if (path == named) != step.undone]
        if len(files) == 2 and len(gone) == 1:
            self._take_out(gone[0], own)
            self.studio.look_again()

    def _move(self, owner: Owner, section: str, after: str | None, step: Step) -> None:
        owners = self.studio.seen.owners
        source, target = owners.path_of(owner), owners.path_of(Owner(SECTION_KIND, section))
        block = self._block(source, owner.id)
        if source != target:
            self._insert(target, block, after, step)
            try:
                self._take_out(source, owner.id)
            except BaseException:
                self._take_out(target, owner.id)
                raise
            return

        def edit(old: bytes) -> bytes:
            return in_text(
                old, lambda text: with_block(without_listing(text, owner.id, source), block, after, source)
            )

        self._rewrite(source, edit, lambda: step)

    def _block(self, path: Path, listing: str) -> str:
        return block_of(text_of(path.read_bytes())[1], listing, path)

    def _place(self, owner: Owner) -> tuple[str, str]:
        """(section, the listing before it, "" for the first) of a listing."""
        owners = self.studio.seen.owners
        path = owners.path_of(owner)
        ids = list(owners.files[path].listings)
        place = ids.index(owner.id)
        return owners.section_of(path), ids[place - 1] if place else ""

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
            step = self._add(step)
            self._after(by)
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
            self._after(by)
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
        self._rewrite(path, lambda old: self._edited(owner, writes, old, "")[0], lambda: undone)

    def _undo_new(self, step: Step) -> str:
        owner = owner_in(step)
        path = self.studio.seen.owners.path_of(owner)
        block = self._block(path, owner.id)
        self._take_out(path, owner.id, replace(step, undone=True, block=block))
        return block

    def _undo_delete(self, step: Step) -> None:
        path = self.studio.seen.owners.path_of(Owner(SECTION_KIND, step.section))
        self._insert(path, step.block, self._still(step.after, path), replace(step, undone=True))

    def _undo_move(self, step: Step) -> None:
        path = self.studio.seen.owners.path_of(Owner(SECTION_KIND, step.section))
        after = self._still(step.after, path)
        self._move(owner_in(step), step.section, after, replace(step, undone=True))

    def _undo_files(self, step: Step) -> None:
        back: dict[str, Pair] = {name: [after, before] for name, (before, after) in step.files.items()}
        try:
            change_noted(
                self.studio.content, back, hidden_step(replace(step, undone=True), self.studio), self.pending
            )
        except Kept:
            raise Conflict(owner_in(step), {}, time.time()) from None

    def _still(self, after: str | None, path: Path) -> str | None:
        """The listing behind which another one stood, None where it is no longer in the file."""
        return after if not after or self.studio.seen.owners.listings.get(after) == path else None


def same(one: Plain | None, other: Plain | None, key: str) -> bool:
    """Whether two values are written the same, but for how Markdown is broken into lines."""
    return one == other if one is None or other is None else comparable(one, key) == comparable(other, key)


def free_name(name: str, usual: str, taken: Collection[str]) -> str:
    """A short name made of a long one, that is not taken."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = "-".join(re.findall("[a-z0-9]+", plain))[:60].strip("-") or usual
    return next(own for own in (stem, *(f"{stem}-{n}" for n in range(2, 10_000))) if own not in taken)
