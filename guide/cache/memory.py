"""The door of this room: what a build remembers that was asked to keep what it makes in a folder for the next one."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

from guide.cache.galleys import DiskGalleys
from guide.cache.plain import Plain, digest
from guide.cache.reading import KnownSections
from guide.cache.store import Refused as Refused
from guide.cache.store import Shelf, Store
from guide.content.choose.current import day_state
from guide.layout.body.memory import GalleyMemory
from guide.layout.type.script_faces import files_in
from guide.manifest import tool_digest
from guide.model import Edition, Guide, GuideStyle
from guide.project import Memory

LISTED = "read"  # under which name section files are kept


class DiskMemory(Memory):
    """What a process keeps for the next one. Raises Refused for a folder that cannot be used, or that others may read."""

    def __init__(self, folder: Path, content: Path) -> None:
        super().__init__()
        self.store = Store(folder)
        self.content = str(content.absolute())
        self.tool = f"{tool_digest()} {sys.version}"
        self.name = digest((self.content,)).hex()
        found = self.store.read(f"{self.name}-{LISTED}")
        is_same = found is not None and found[0] == self.tool
        self.known = self.sections = KnownSections(found[1] if is_same else None)

    def galleys_of(self, edition: Edition, guide: Guide) -> GalleyMemory:
        """What is kept of an edition."""
        found = self.galleys.get(edition.name)
        if found is None:
            asked = repr(replace(edition, mark=None)), repr(guide.style), day_state(guide)
            base = digest((self.tool, *asked, own_faces(guide.style)))
            name = digest((self.content, edition.name)).hex()
            found = self.galleys[edition.name] = DiskGalleys(Shelf(self.store, base, name))
        return found

    def drawn(self, edition: Edition) -> None:
        """Keep what was made of an edition, and let it go."""
        galleys = self.galleys.pop(edition.name, None)
        if isinstance(galleys, DiskGalleys):
            galleys.save()

    def save(self) -> str:
        """Keep what was read; why something was not kept, "" where all was."""
        self.store.write(f"{self.name}-{LISTED}", (self.tool, self.known.given()))
        return self.store.trouble


def own_faces(style: GuideStyle) -> Plain:
    """What tells that a guide's own faces are others than before."""
    names = {*filter(None, (style.regular, style.bold))}
    if style.face_folder:
        names |= {str(path) for path in files_in((style.face_folder,)).values()}
    states = [(name, os.stat(name)) for name in sorted(map(str, names)) if os.path.exists(name)]
    return tuple((name, state.st_size, state.st_mtime_ns) for name, state in states)
