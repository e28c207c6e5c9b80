"""A content folder as its texts say it now: which sections there are, and which listings, before anything is changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from guide.content.edit import Change, Plain, Unreachable, as_read, cannot, end_of, pair_of
from guide.content.edit_nodes import ending, line_end
from guide.content.yaml_text import scalar
from guide.errors import GuideError
from guide.frozen import frozen
from guide.reading.nodes import LOADER
from guide.reading.text import BOM, fold

MAIN = "guide.yaml"


@frozen(kw_only=False)
class SectionFile:
    """A section file as it stands."""

    path: Path
    data: bytes
    text: str  # without a byte order mark
    title: str


@frozen(kw_only=False)
class Here:
    """What is in a content folder."""

    main: bytes  # guide.yaml, b"" where there is none
    sections: Mapping[str, SectionFile]  # by their ids
    listings: Mapping[str, tuple[str, Mapping[str, Plain]]]  # {id: (id of its section, what it says)}
    country: str = ""
    language: str = ""


def read_here(content: Path) -> Here:
    """What is in a content folder; raises GuideError where a file is not YAML: it has to be mended first."""
    main = content / MAIN
    if not main.is_file():
        return Here(b"", {}, {})
    top = read_mapping(main)
    sections: dict[str, SectionFile] = {}
    listings: dict[str, tuple[str, Mapping[str, Plain]]] = {}
    for path in paths_of(content, top):
        data = path.read_bytes()
        read = read_mapping(path)
        own = text_at(read, "id") or slug_of(path)
        sections[own] = SectionFile(path, data, data.decode("utf-8-sig"), text_at(read, "title"))
        for listing in listings_in(read):
            if ident := text_at(listing, "id"):
                listings[fold(ident)] = (own, listing)
    return Here(main.read_bytes(), sections, listings, text_at(top, "country"), text_at(top, "language"))


def read_mapping(path: Path) -> Mapping[str, Plain]:
    """A file of content as plain values."""
    try:
        read = as_read(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        raise GuideError([cannot(path, path.name)]) from None
    return read if isinstance(read, dict) else {}


def paths_of(content: Path, top: Mapping[str, Plain]) -> Iterator[Path]:
    """Yield the section files, as guide.yaml lists them or else by their names."""
    listed = top.get("sections")
    names = listed if isinstance(listed, list) else [listed] if isinstance(listed, str) and listed else None
    paths = (
        sorted((content / "sections").glob("*.yaml"))
        if names is None
        else [content / str(name) for name in names]
    )
    return (path for path in paths if path.is_file())


def text_at(values: Mapping[str, Plain], key: str) -> str:
    """A text under a key, "" where there is none."""
    value = values.get(key, "")
    return value.strip() if isinstance(value, str) else ""


def slug_of(path: Path) -> str:
    """The id of a section that gives none: its file's name without the number."""
    return path.stem.lstrip("0123456789-_ ").lower() or path.stem


def listings_in(top: Mapping[str, Plain]) -> Iterator[Mapping[str, Plain]]:
    """Yield the listings of a section file."""
    found = top.get("listings", [])
    for each in found if isinstance(found, list) else [found]:
        if isinstance(each, dict):
            yield each


def with_sections(data: bytes, names: list[str], path: Path) -> bytes:
    """guide.yaml with section files added to its list; as it is where it lists none, since all in the folder are taken then."""
    whole = data.decode("utf-8")
    bom, text = (BOM, whole[1:]) if whole.startswith(BOM) else ("", whole)
    top = yaml.compose(text, LOADER)
    pair = pair_of(top, "sections") if isinstance(top, yaml.MappingNode) else None
    if pair is None or not names:
        return data
    try:
        change = list_change(text, pair[1], names)
    except Unreachable:
        raise GuideError([cannot(path, "sections")]) from None
    return (bom + text[: change.start] + change.text + text[change.end :]).encode()


def list_change(text: str, listed: yaml.Node, names: list[str]) -> Change:
    """The change that adds names to a list."""
    if not isinstance(listed, yaml.SequenceNode) or not listed.value:
        raise Unreachable
    end = end_of(listed.value[-1], None, text)
    if listed.flow_style:
        return Change(end, end, "".join(f", {scalar(name)}" for name in names))
    end = line_end(text, end)
    indent = " " * listed.start_mark.column
    return Change(end, end, "".join(f"{ending(text)}{indent}- {scalar(name)}" for name in names))
