"""Listings as wholes: new, doubled, moved, taken out, and back again, with the lines that they have in their files."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from guide.content.edit_keys import text_of
from guide.content.edit_list import block_of, in_text, new_block, with_block, without_listing
from guide.studio.hiding import owner_in
from guide.studio.history import DELETE, MOVE, NEW, Step
from guide.studio.owners import LISTING, SECTION_KIND, Owner

if TYPE_CHECKING:
    from guide.studio.saves import Saves


class Listings:
    """What `Saves` does with whole listings."""

    def __init__(self, saves: Saves) -> None:
        self.saves = saves
        self.studio = saves.studio

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
            for key in ("verified", "verified_by", "number"):
                values.pop(key, None)
            section = owners.section_of(owners.path_of(owner))
            return self._put(section, new_block(values), listing, own, name, by)

    def _put(self, section: str, block: str, after: str | None, own: str, name: str, by: str) -> Owner:
        path = self.studio.seen.owners.path_of(Owner(SECTION_KIND, section))
        owner = Owner(LISTING, own)
        step = Step(kind=NEW, owner=str(owner), name=name, section=section, after=after)
        self._insert(path, block, after, step)
        self.saves.add(step)
        self.saves.after(by)
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
            step = self.saves.add(step)
            self.saves.after(by)
            return step

    def restore(self, step: Step, by: str = "") -> None:
        """Put a listing that went with a step, deleted or undone, where it stood, as a step of its own."""
        with self.studio.lock:
            path = self.studio.seen.owners.path_of(Owner(SECTION_KIND, step.section))
            after = self._still(step.after, path)
            back = Step(kind=NEW, owner=step.owner, name=step.name, section=step.section, after=after)
            self._insert(path, step.block, after, back)
            if not step.undone:
                self.saves.history.undo(step)
            self.saves.add(back)
            self.saves.after(by)

    def move(self, listing: str, section: str, after: str | None, by: str = "") -> None:
        """Put a listing behind another one, first for "", last for None, perhaps of another section."""
        with self.studio.lock:
            owner = Owner(LISTING, listing)
            was, before = self._place(owner)
            name = self.studio.name_of(owner)
            step = Step(kind=MOVE, owner=str(owner), name=name, section=was, after=before)
            self._move(owner, section, after, step)
            self.saves.add(step)
            self.saves.after(by)

    def _insert(self, path: Path, block: str, after: str | None, step: Step) -> None:
        """Put the lines of a listing into a file."""

        def edit(old: bytes) -> bytes:
            return in_text(old, lambda text: with_block(text, block, after, path))

        self.saves.rewrite(path, edit, lambda: step)

    def _take_out(self, path: Path, listing: str, step: Step | None = None) -> None:
        """Take a listing out of a file."""

        def edit(old: bytes) -> bytes:
            return in_text(old, lambda text: without_listing(text, listing, path))

        self.saves.rewrite(path, edit, lambda: step)

    def once(self, step: Step) -> None:
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

        self.saves.rewrite(source, edit, lambda: step)

    def _block(self, path: Path, listing: str) -> str:
        return block_of(text_of(path.read_bytes())[1], listing, path)

    def _place(self, owner: Owner) -> tuple[str, str]:
        """(section, the listing before it, "" for the first) of a listing."""
        owners = self.studio.seen.owners
        path = owners.path_of(owner)
        ids = list(owners.files[path].listings)
        place = ids.index(owner.id)
        return owners.section_of(path), ids[place - 1] if place else ""

    def undo_new(self, step: Step) -> str:
        owner = owner_in(step)
        path = self.studio.seen.owners.path_of(owner)
        block = self._block(path, owner.id)
        self._take_out(path, owner.id, replace(step, undone=True, block=block))
        return block

    def undo_delete(self, step: Step) -> None:
        path = self.studio.seen.owners.path_of(Owner(SECTION_KIND, step.section))
        self._insert(path, step.block, self._still(step.after, path), replace(step, undone=True))

    def undo_move(self, step: Step) -> None:
        path = self.studio.seen.owners.path_of(Owner(SECTION_KIND, step.section))
        after = self._still(step.after, path)
        self._move(owner_in(step), step.section, after, replace(step, undone=True))

    def _still(self, after: str | None, path: Path) -> str | None:
        """The listing behind which another one stood, None where it is no longer in the file."""
        return after if not after or self.studio.seen.owners.listings.get(after) == path else None


def free_name(name: str, usual: str, taken: Collection[str]) -> str:
    """A short name made of a long one, that is not taken."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = "-".join(re.findall("[a-z0-9]+", plain))[:60].strip("-") or usual
    return next(own for own in (stem, *(f"{stem}-{n}" for n in range(2, 10_000))) if own not in taken)
