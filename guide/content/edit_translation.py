"""Single entries of translation files written in place: what else the file says, and every note in it, stays as it is.

An entry is taken and given as its lines, without the spaces before them, so that what was there can be put back as it was.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml

from guide.content.edit import Change, Pair, Plain, Unreachable, as_read, cannot, end_of, pair_of
from guide.content.edit_keys import text_of
from guide.content.edit_nodes import Extent, apply, ending, line_end, line_start, next_line
from guide.content.old_translation import PARTS, OldFile
from guide.content.translation_text import ON_LINES, key_of, scalar, write_value
from guide.content.units import Unit
from guide.errors import GuideError
from guide.expressions import expression
from guide.reading.nodes import LOADER

Names = tuple[str, ...]  # the path of an entry: ("listings", "insite", "summary")
Orders = Sequence[Mapping[str, int]]  # for each key of a path {key: its place among the others}
STEP = "  "
TEXT = expression(r" +text:(?: |$)")


# --- lines in a file --------------------------------------------------------------------------------


def block_at(data: bytes, path: Names) -> str:
    """The lines of an entry, "" where there is none. Raises GuideError where the file cannot be read."""
    text = text_of(data)[1]
    try:
        found = pairs_at(yaml.compose(text, LOADER), path)
        if len(found) < len(path):
            return ""
        extent, column = extent_of(text, found[-1][1]), found[-1][1][0].start_mark.column
    except (yaml.YAMLError, Unreachable):
        raise GuideError([cannot(Path(path[-1]), path[-1])]) from None
    lines = text[extent.start : extent.end].splitlines()
    return "\n".join(line[column:] if not line[:column].strip() else line.lstrip() for line in lines)


def with_block(data: bytes, path: Names, block: str, orders: Orders, file: Path) -> bytes:
    """The bytes of a file in which an entry has these lines, "" for none. Raises GuideError where more would change."""
    bom, text = text_of(data)
    try:
        top = yaml.compose(text, LOADER)
        found = pairs_at(top, path)
        if len(found) == len(path):
            change = replaced(text, found[-1][1], block) if block else removed(text, found)
        elif block:
            change = inserted(text, top, found, path, block, orders)
        else:
            return data
        changed = apply(text, [change])
        wanted = expected(as_read(text), path, as_read(block) if block else "")
        if (as_read(changed) or {}) != wanted:
            raise Unreachable
    except (yaml.YAMLError, Unreachable):
        raise GuideError([cannot(file, path[-1])]) from None
    return (bom + changed).encode("utf-8")


def pairs_at(top: yaml.Node | None, path: Names) -> list[tuple[yaml.MappingNode, Pair]]:
    """The mappings on the way to an entry, each with its key, as far as there are any."""
    found: list[tuple[yaml.MappingNode, Pair]] = []
    node = top
    for name in path:
        pair = pair_of(node, name) if isinstance(node, yaml.MappingNode) else None
        if pair is None or not isinstance(node, yaml.MappingNode):
            break
        found.append((node, pair))
        node = pair[1]
    return found


def extent_of(text: str, pair: Pair) -> Extent:
    """The lines of a key with its value."""
    start = line_start(text, pair[0].start_mark.index)
    if text[start : pair[0].start_mark.index].strip():
        raise Unreachable
    return Extent(start, line_end(text, end_of(pair[1], pair[0], text)))


def indented(text: str, block: str, column: int) -> str:
    """The lines of a block further in, with the line ends of a file."""
    return ending(text).join(f"{' ' * column}{line}".rstrip(" ") for line in block.split("\n"))


def replaced(text: str, pair: Pair, block: str) -> Change:
    """The change of an entry."""
    extent = extent_of(text, pair)
    return Change(extent.start, extent.end, indented(text, block, pair[0].start_mark.column))


def removed(text: str, found: list[tuple[yaml.MappingNode, Pair]]) -> Change:
    """The change that takes an entry out, with what would be left empty around it."""
    while len(found) > 1 and len(found[-1][0].value) == 1:
        found = found[:-1]
    extent = extent_of(text, found[-1][1])
    before = line_start(text, extent.start - 1) if extent.start else 0
    is_blank = extent.start and not text[before : extent.start].strip()
    return Change(before if is_blank else extent.start, next_line(text, extent.end), "")


def inserted(
    text: str,
    top: yaml.Node | None,
    found: list[tuple[yaml.MappingNode, Pair]],
    path: Names,
    block: str,
    orders: Orders,
) -> Change:
    """The change that puts an entry in its place, below the keys on the way to it that are not there yet."""
    depth = len(found)
    node = found[-1][1][1] if found else top
    new_line, gap = ending(text), ending(text) if depth < 2 else ""
    if isinstance(node, yaml.MappingNode) and node.value and not node.flow_style:
        column = node.start_mark.column
        place = place_in(text, node, orders[depth].get(path[depth], len(orders[depth])), orders[depth])
    elif found and isinstance(node, yaml.ScalarNode) and not node.value:
        column = found[-1][1][0].start_mark.column + len(STEP)
        place, gap = line_end(text, end_of(node, found[-1][1][0], text)), ""
    elif node is None or isinstance(node, yaml.ScalarNode) and not node.value:
        text_end = len(text.rstrip())
        column, place, gap = 0, line_end(text, text_end), gap if text_end else ""
        new_line = new_line if text_end else ""
    else:
        raise Unreachable
    lines = [f"{STEP * n}{key_of(name)}" for n, name in enumerate(path[depth:-1])]
    inner = STEP * len(lines)
    lines += [f"{inner}{line}" for line in block.split("\n")]
    whole = indented(text, "\n".join(lines), column)
    end = ending(text) if place == len(text) else ""
    return Change(place, place, f"{new_line}{gap}{whole}{end}")


def place_in(text: str, node: yaml.MappingNode, rank: int, order: Mapping[str, int]) -> int:
    """Where a key of a rank belongs in a mapping: behind the last one that comes before it, else behind the first."""
    before = [pair for pair in node.value if order.get(str(pair[0].value), -1) < rank]
    name, value = (before or node.value[:1])[-1]
    return line_end(text, end_of(value, name, text))


def expected(top: Plain, path: Names, block: Plain) -> Plain:
    """What the file has to say with an entry as it is in a block."""
    values: dict[str, Plain] = dict(top) if isinstance(top, dict) else {}
    name = path[0]
    if len(path) == 1:
        values.pop(name, None)
        return values | (block if isinstance(block, dict) else {})
    inner = expected(values.get(name, ""), path[1:], block)
    if inner or isinstance(block, dict):
        return values | {name: inner}
    return {key: each for key, each in values.items() if key != name}


# --- lines of an entry ------------------------------------------------------------------------------


class Block:
    """An entry as its lines say it."""

    def __init__(self, lines: str, key: str, language: str) -> None:
        """`language`: of the sources that stand above texts as comments."""
        self.key, self.language, self.lines = key, language, lines
        self.old = OldFile(Path(key), language, lines.encode())
        self.text = self.old.text((key,))
        self.of = self.part("of")

    def part(self, name: str) -> str:
        """What a part of the entry says."""
        value = self.old.values.get((self.key, name), "")
        return value if isinstance(value, str) else ""

    @property
    def before(self) -> str:
        """The source that it was translated from; "" where nobody knows it."""
        return self.old.translated_from((self.key,), self.language, self.of)

    def notes(self) -> list[str]:
        """What people have written behind # in it."""
        paths = ((self.key,), *((self.key, part) for part in PARTS))
        return [note for path in paths for note in self.old.comments.get(path, ())] + self.old.last

    def sources(self) -> list[str]:
        """The lines that show sources."""
        return [line for part in PARTS for line in self.old.sources.get((self.key, part), ())]

    def typed(self, unit: Unit, text: str) -> str:
        """The lines with another text: what has to be looked at again has to be so still, unless there was no text."""
        if not self.text:
            return self.done(unit, text)
        flags = [
            f"{name}: yes"
            for name in ("outdated", "offered", "same")
            if self.part(name).lower() in ("yes", "true")
        ]
        of = [f"of: {of_line(self.of)}"] if self.of else []
        return self._written([*self.sources(), *of, *flags], unit, text)

    def done(self, unit: Unit, text: str, same: bool = False) -> str:
        """The lines of a text that is the translation of what stands in the source now.

        `same`: lines that are the same in both are meant to be, as they were where that has been said of this source.
        """
        source = [f"# {self.language}: {line}".rstrip() for line in unit.text.split("\n")]
        was_same = self.of == unit.fingerprint and self.part("same").lower() in ("yes", "true")
        flags = ["same: yes"] if same or was_same else []
        return self._written([*source, f"of: {of_line(unit.fingerprint)}", *flags], unit, text)

    def _written(self, lines: list[str], unit: Unit, text: str) -> str:
        inner = (f"{STEP}{line}".rstrip() for line in (*self.notes(), *lines))
        return "\n".join((key_of(self.key), *inner, *self._text_lines(unit, text)))

    def _text_lines(self, unit: Unit, text: str) -> list[str]:
        """The lines of the text: as they are for the one that is there, else on the line of its key if the old one was."""
        lines = self.lines.split("\n")
        starts = [place for place, line in enumerate(lines) if TEXT.match(line)]
        is_last = self.old.children.get((self.key,), [()])[-1] == (self.key, "text")
        if (
            text == self.text
            and len(starts) == 1
            and is_last
            and not self.old.comments.get((self.key, "text"))
        ):
            column = len(lines[starts[0]]) - len(lines[starts[0]].lstrip())
            return [f"{STEP}{line[column:]}".rstrip() for line in lines[starts[0] :]]
        is_behind = bool(starts and re.fullmatch(r" *text: *[^|>\s].*", lines[starts[0]]))
        written = write_value("text", text, "", unit.kind in ON_LINES and not is_behind)
        return [f"{STEP}{line}".rstrip() for line in written]

    def word(self, text: str, offered: bool = False) -> str:
        """The lines of a word of the index."""
        notes = "".join(f" {note}" for note in self.notes())
        if offered:
            inner = [*self.notes(), "offered: yes", *write_value("text", text, "", False)]
            return "\n".join((key_of(self.key), *(f"{STEP}{line}".rstrip() for line in inner)))
        return f"{key_of(self.key)} {scalar(text)}{notes}".rstrip()


def of_line(fingerprint: str) -> str:
    """A fingerprint as it is written: one of figures alone in quotes."""
    return f'"{fingerprint}"' if fingerprint.isdigit() else fingerprint
