"""Editions that are made, made again under another name, and removed: files of their own."""

from __future__ import annotations

from collections.abc import Mapping

from guide.content.edit import Plain
from guide.content.edit_keys import KeyEdit
from guide.content.edition import ARCHIVE, DEFAULT
from guide.content.yaml_text import mapping_lines
from guide.errors import GuideError
from guide.formats import FORMATS
from guide.studio.edition_file import edit_edition, with_a_line
from guide.studio.history import FOLDER
from guide.studio.listings import free_name as short_name
from guide.studio.owners import EDITION_KIND, EDITIONS, Owner
from guide.studio.saves import Saves

BOOKLET = "booklet"
RESERVED = (ARCHIVE, FOLDER)  # folders beside those of editions
KINDS: Mapping[str, Mapping[str, Plain]] = {
    **{name: {"format": name} for name in FORMATS},
    BOOKLET: {"format": "half-letter", "press": "booklet"},
}  # {what an edition can begin as: what its file says}


def new_edition(saves: Saves, title: str, kind: str, by: str = "") -> str:
    """Make an edition of a kind; its name. KeyError for a kind that there is not."""
    text = "".join(f"{line}\n" for line in mapping_lines(dict(KINDS[kind])))
    return put(saves, title, text, by)


def second_edition(saves: Saves, name: str, title: str, by: str = "") -> str:
    """Make an edition that says the same as another, and is not the usual one; its name. KeyError for one that is not there."""
    owners = saves.studio.seen.owners
    owner = Owner(EDITION_KIND, name)
    path, now = owners.path_of(owner), owners.values_of(owner)
    data = owners.files[path].data
    if "default" in now:
        edits = with_a_line([KeyEdit("default", None)], now)
        try:
            data = edit_edition(data, edits, path)
        except GuideError:  # it is written in braces
            rest = {key: value for key, value in now.items() if key != "default"}
            data = "".join(f"{line}\n" for line in mapping_lines(rest or {"format": "letter"})).encode()
    return put(saves, title, data.decode("utf-8"), by)


def put(saves: Saves, title: str, text: str, by: str) -> str:
    """Write the file of a new edition, and that of the usual one where none has a file yet; the name of the new one."""
    with saves.studio.lock:
        owners = saves.studio.seen.owners
        name = free_name(title, owners.editions)
        files: dict[str, str | None] = {
            f"{EDITIONS}/{path.name}": data.decode()
            for path, data in owners.unwritten.items()
            if path.parent.name == EDITIONS
        }
        files[f"{EDITIONS}/{name}.yaml"] = text
        saves.write_files(
            Owner(EDITION_KIND, name), saves.studio.name_of(Owner(EDITION_KIND, name)), files, by
        )
        return name


def remove_edition(saves: Saves, name: str, by: str = "") -> int:
    """Delete the file of an edition; the number of the step. What was made of it stays. KeyError where it has no file."""
    with saves.studio.lock:
        owners = saves.studio.seen.owners
        path = owners.editions[name]
        if path in owners.unwritten:
            raise KeyError(name)
        owner = Owner(EDITION_KIND, name)
        step = saves.write_files(owner, saves.studio.name_of(owner), {f"{EDITIONS}/{path.name}": None}, by)
        if step is None:
            raise KeyError(name)
        return step.number


def free_name(title: str, taken: Mapping[str, object]) -> str:
    """The name of a file for an edition, that no other has."""
    return short_name(title, DEFAULT.name, {*taken, *RESERVED})
