"""Listings come to a section file, go and move, each with its lines and comments; all else stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import yaml

from guide.content.edit import Change, Plain, Unreachable, cannot, end_of, pair_of
from guide.content.edit_keys import listing_nodes, node_id, text_of
from guide.content.edit_nodes import Extent, apply, ending, item_extent, line_end, line_start, next_line
from guide.content.plain import known_as_read
from guide.content.yaml_text import item_lines
from guide.errors import GuideError
from guide.reading.nodes import LOADER


def block_of(text: str, listing: str, path: Path) -> str:
    """The lines of a listing, with the comments right above it. Raises GuideError where it cannot be found."""
    return guarded(lambda: _block(text, listing), listing, path)


def without_listing(text: str, listing: str, path: Path) -> str:
    """The text without a listing. Raises GuideError where that changes anything else."""
    return guarded(lambda: _without(text, listing), listing, path)


def with_block(text: str, block: str, after: str | None, path: Path) -> str:
    """The text with the lines of a listing behind another one, first for "", and last for None. Raises GuideError."""
    return guarded(lambda: _with(text, block, after), after or "", path)


def new_block(values: Mapping[str, Plain]) -> str:
    """The lines of a new listing."""
    return "\n".join(item_lines(dict(values), "  ", {}, ""))


def guarded(work: Callable[[], str], listing: str, path: Path) -> str:
    """What comes of the work; what cannot be done is told."""
    try:
        return work()
    except (yaml.YAMLError, Unreachable):
        raise GuideError([cannot(path, listing)]) from None


def _block(text: str, listing: str) -> str:
    extent = _extent(text, listing)
    return text[extent.start : extent.end]


def _extent(text: str, listing: str) -> Extent:
    """The lines of a listing with the comments right above it."""
    nodes = [each for each in listing_nodes(yaml.compose(text, LOADER)) if node_id(each) == listing]
    if len(nodes) != 1:
        raise Unreachable
    start, end = item_extent(text, nodes[0])
    while start:
        before = line_start(text, start - 2 if text[start - 2 : start] == "\r\n" else start - 1)
        if not text[before:start].startswith(" ") or not text[before:start].lstrip().startswith("#"):
            break
        start = before
    return Extent(start, end)


def _without(text: str, listing: str) -> str:
    start, end = _extent(text, listing)
    end = next_line(text, end)
    blank = next_line(text, end) if not text[end : line_end(text, end)].strip() else end
    changed = apply(text, [Change(start, blank, "")])
    old, new = _listings(text), _listings(changed)
    if [each for each in old if _id(each) != listing] != new or not _same_top(text, changed):
        raise Unreachable
    return changed


def _with(text: str, block: str, after: str | None) -> str:
    top = yaml.compose(text, LOADER)
    nodes = listing_nodes(top)
    nodes = [each for each in nodes if not (isinstance(each, yaml.ScalarNode) and not each.value)]
    lines = block.splitlines()
    if not nodes:
        changed = _first(text, top, lines)
        place = 0
    else:
        place = _place(nodes, after)
        changed = apply(text, [_insertion(text, nodes, place, lines)])
    old, new = _listings(text), _listings(changed)
    if len(new) != len(old) + 1 or new[:place] + new[place + 1 :] != old or not _same_top(text, changed):
        raise Unreachable
    return changed


def _place(nodes: list[yaml.Node], after: str | None) -> int:
    """Which item of the list the new one will be."""
    if after is None:
        return len(nodes)
    ids = [node_id(each) for each in nodes]
    if after and after not in ids:
        raise Unreachable
    return ids.index(after) + 1 if after else 0


def _insertion(text: str, nodes: list[yaml.Node], place: int, lines: Iterable[str]) -> Change:
    """The change that puts lines before an item of the list, or behind the last, with a blank line between them."""
    dash = _dash(text, nodes[0])
    whole = "".join(line + ending(text) for line in indented(lines, dash))
    if place == len(nodes):
        end = item_extent(text, nodes[-1]).end
        return Change(end, end, ending(text) * 2 + whole.rstrip("\r\n"))
    own = node_id(nodes[place])
    start = _extent(text, own).start if own else item_extent(text, nodes[place]).start
    return Change(start, start, whole + ending(text))


def _dash(text: str, node: yaml.Node) -> int:
    """The column of the dash of an item."""
    start = item_extent(text, node).start
    return len(text[start:]) - len(text[start:].lstrip(" "))


def indented(lines: Iterable[str], column: int) -> list[str]:
    """Lines of a listing with its dash in a column."""
    lines = list(lines)
    dashes = [line for line in lines if line.lstrip().startswith("- ")]
    shift = column - (len(dashes[0]) - len(dashes[0].lstrip()) if dashes else column)
    if shift >= 0:
        return [" " * shift + line if line.strip() else line for line in lines]
    return [line[min(-shift, len(line) - len(line.lstrip())) :] for line in lines]


def _first(text: str, top: yaml.Node | None, lines: Iterable[str]) -> str:
    """The text with the first listing of a section that has none."""
    whole = ending(text).join(indented(lines, 2))
    pair = pair_of(top, "listings") if isinstance(top, yaml.MappingNode) else None
    if pair is None:
        return text.rstrip("\r\n") + ending(text) * 2 + "listings:" + ending(text) + whole + ending(text)
    start, end = pair[0].end_mark.index, end_of(pair[1], pair[0], text)
    return text[:start] + ":" + ending(text) + whole + text[end:]


def _listings(text: str) -> list[Plain]:
    """All items of the list, as they are read."""
    top = known_as_read(text)
    found = top.get("listings", []) if isinstance(top, dict) else []
    return found if isinstance(found, list) else [found] if found else []


def _id(item: Plain) -> str:
    own = item.get("id", "") if isinstance(item, dict) else ""
    return own.strip() if isinstance(own, str) else ""


def _same_top(one: str, other: str) -> bool:
    """Whether two texts say the same, but for their listings."""
    tops = [known_as_read(each) for each in (one, other)]
    return (
        len(
            {
                repr([pair for pair in top.items() if pair[0] != "listings"])
                for top in tops
                if isinstance(top, dict)
            }
        )
        == 1
    )


def in_text(data: bytes, edit: Callable[[str], str]) -> bytes:
    """The bytes of a file whose text is edited."""
    bom, text = text_of(data)
    return (bom + edit(text)).encode("utf-8")
