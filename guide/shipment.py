"""A kit on its way to other computers: the files of a content folder in one archive, and how it is made ready there.

It is unpacked once in each process, into a folder of its own, and knows by a digest whether it is there already. Nothing
here knows who carries it.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
from collections.abc import Callable, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from threading import Lock
from typing import Any

from guide import __version__
from guide.archive import packed, read_content, unpacked, within
from guide.build import without_collector
from guide.crew import Kit
from guide.frozen import frozen
from guide.layout.type.script_faces import FACES, face_folders, files_in, forget_faces, what_brings
from guide.manifest import made_with, sources_digest
from guide.output import NEW, write_atomically
from guide.workers import one_of_several

MAIL = "mail/"  # texts of e-mails, which no page needs
KEPT = 2  # kits that a process keeps ready, of as many commands at the same time
EPOCH = "SOURCE_DATE_EPOCH"
BESIDE = ("distributed", "cloudpickle")  # what carries it, which has to be understood
IDEOGRAPHS = {"Hani", "Hira", "Kana", "Hang", "Bopo"}
FOR_IDEOGRAPHS = ("Jpan", "Hant", "Hang")


# --- what a computer has ----------------------------------------------------------------------------


@frozen(kw_only=False)
class Has:
    """What a computer has of all that the bytes of a file depend on beside the content."""

    versions: Mapping[str, str]  # {program or library: its version}
    faces: Mapping[str, int]  # {file: its size} for scripts that the program's own faces lack

    def differences(self, other: Has) -> list[str]:
        """ "reportlab 5.0.0 (here 5.1.0)" for each version of the other one that is not the same."""
        return [
            f"{name} {other.versions.get(name, 'missing')} (here {mine})"
            for name, mine in self.versions.items()
            if other.versions.get(name) != mine
        ]


def here() -> Has:
    """What this computer has now."""
    forget_faces()
    versions = {
        "make-guide": f"{__version__} {sources_digest().hex()[:8]}",
        "python": ".".join(map(str, sys.version_info[:2])),
        **made_with(),
        **{name: version_of(name) for name in BESIDE},
    }
    return Has(versions, {name: path.stat().st_size for name, path in files_in(face_folders()).items()})


def version_of(name: str) -> str:
    """The version of a library; "missing" where it is not installed."""
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"


def other_faces(mine: Has, other: Has, files: Mapping[str, bytes]) -> tuple[list[str], list[str]]:
    """(files with faces that are not the same on both, packages that bring them), for the scripts of the files of a content."""
    if mine.faces == other.faces:
        return [], []
    from guide.language.unicode import script_of  # few need it

    letters = set[str]().union(*(set(each.decode("utf-8", "ignore")) for each in texts_of(files)))
    scripts = {script_of(letter)[0] for letter in letters}
    wanted = sorted(scripts & FACES.keys() | set(FOR_IDEOGRAPHS if scripts & IDEOGRAPHS else ()))
    found: dict[str, str] = {}
    for script in wanted:
        for name in (name for family in FACES[script] for name in family[:2]):
            if mine.faces.get(name) != other.faces.get(name):
                found[name] = what_brings(script)[1]
    return list(found), sorted(set(filter(None, found.values())))


def texts_of(files: Mapping[str, bytes]) -> list[bytes]:
    """The files of a content that are text."""
    return [data for name, data in files.items() if name.endswith((".yaml", ".yml", ".md", ".markdown"))]


# --- what travels -----------------------------------------------------------------------------------


@frozen(kw_only=False)
class Shipment:
    """A kit as bytes, and the digest by which a process knows that it has it."""

    data: bytes
    digest: str


def ship(kit: Kit[Any], files: Mapping[str, bytes]) -> Shipment:
    """A kit as it travels with the files of its content folder."""
    how = pickle.dumps((kit.prepare, kit.arguments))
    data = pickle.dumps((here().versions, packed(dict(files)), os.environ.get(EPOCH), how))
    return Shipment(data, hashlib.sha256(data).hexdigest())


def files_of(folder: Path) -> dict[str, bytes]:
    """{name: bytes} of the files of a content folder that are needed to make something of it."""
    return {name: data for name, data in read_content(folder).items() if not name.startswith(MAIL)}


# --- what is done there -----------------------------------------------------------------------------


@frozen(kw_only=False)
class Arrived:
    """A kit that has arrived in this process, in a folder that only this user can read."""

    kit: Kit[Any]
    folder: Path
    epoch: str | None  # SOURCE_DATE_EPOCH as it was where the kit comes from


_kits: dict[str, Arrived] = {}
_one_at_a_time = Lock()


def do(shipment: bytes, digest: str, place: Path, function: Callable[..., Any], value: Any) -> Any:
    """What `function(state, value)` gives in this process, for the state of the kit in a shipment, unpacked in `place` once."""
    with _one_at_a_time, one_of_several(), without_collector():
        if digest not in _kits:
            for old in list(_kits)[: len(_kits) - KEPT + 1]:
                rmtree(_kits.pop(old).folder, ignore_errors=True)
            _kits[digest] = unpack(shipment, place)
        arrived = _kits[digest]
        os.environ.pop(EPOCH, None)
        if arrived.epoch is not None:
            os.environ[EPOCH] = arrived.epoch
        return function(arrived.kit.state, value)


class NotTheSame(Exception):
    """This computer would make other files than the one that a kit comes from; its words are the differences."""


def unpack(shipment: bytes, place: Path) -> Arrived:
    """A kit from a shipment. Raises NotTheSame."""
    versions, archive, epoch, how = pickle.loads(shipment)
    if differences := Has(versions, {}).differences(here()):
        raise NotTheSame(*differences)
    folder = Path(mkdtemp(prefix="guide-", dir=place))
    for name, data in within(folder, unpacked(archive).items()):
        write_atomically(folder / name, data, NEW)
    prepare, arguments = pickle.loads(how)
    return Arrived(Kit(prepare, folder, *arguments), folder, epoch)
