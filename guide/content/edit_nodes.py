"""What has to change in the text of a node of YAML so that it says another value; what stays the same stays as it is written.

Comments, order and quotes stay wherever the line that they belong to stays. Nothing is proved here: whoever applies the
changes reads the new text again, see `guide.content.edit_keys`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import yaml

from guide.content.edit import LINE_END, Change, Pair, Plain, Unreachable, end_of, quoted
from guide.content.yaml_text import (
    FLAGS,
    MARKDOWN,
    STEP,
    WIDTH,
    comparable,
    is_block,
    item_lines,
    pair_lines,
    refilled,
    scalar,
)

NO_ORDER: Mapping[str, int] = {}


class Extent(NamedTuple):
    """Whole lines of a text, without the line end of the last one."""

    start: int
    end: int


def ending(text: str) -> str:
    """The line end of a file."""
    match = LINE_END.search(text)
    return match[0] if match else "\n"


def line_start(text: str, place: int) -> int:
    """Where the line of a place begins."""
    return max(text.rfind("\n", 0, place), text.rfind("\r", 0, place)) + 1


def line_end(text: str, place: int) -> int:
    """Where the line of a place ends, before its line end."""
    match = LINE_END.search(text, place)
    return match.start() if match else len(text)


def next_line(text: str, place: int) -> int:
    """Where the line behind a line's end begins."""
    match = LINE_END.match(text, place)
    return match.end() if match else place


def apply(text: str, changes: Iterable[Change]) -> str:
    """The text with the changes, made from the last to the first, so that places stay what they are."""
    for change in reversed(
        sorted(changes, key=lambda each: each.start)
    ):  # of two at one place the first stays first
        text = text[: change.start] + change.text + text[change.end :]
    return text


def plain_of(node: yaml.Node) -> Plain:
    """A node as plain dicts, lists and texts."""
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): plain_of(value) for key, value in node.value}
    return [plain_of(each) for each in node.value] if isinstance(node, yaml.SequenceNode) else str(node.value)


# --- a value ----------------------------------------------------------------------------------------


def value_changes(text: str, pair: Pair, key: str, value: Plain) -> Iterator[Change]:
    """Yield the changes after which a key of a mapping has another value."""
    node = pair[1]
    if comparable(plain_of(node), key) == comparable(value, key):
        return
    if isinstance(node, yaml.CollectionNode) and node.flow_style:
        yield Change(node.start_mark.index, node.end_mark.index, json.dumps(value, ensure_ascii=False))
    elif isinstance(node, yaml.MappingNode) and isinstance(value, dict) and value:
        yield from mapping_changes(text, node, value)
    elif isinstance(node, yaml.SequenceNode) and isinstance(value, list) and value:
        yield from sequence_changes(text, node, value)
    elif isinstance(node, yaml.ScalarNode) and is_one_line(text, node) and is_word(value):
        yield scalar_change(node, key, str(value))
    else:
        yield whole_change(text, pair, key, value)


def is_word(value: Plain) -> bool:
    """Whether a value is a text on one line."""
    return isinstance(value, str) and bool(value) and "\n" not in value


def is_one_line(text: str, node: yaml.Node) -> bool:
    """Whether a node is a text on one line."""
    if not isinstance(node, yaml.ScalarNode) or not (node.value or node.style):
        return False
    return node.style not in ("|", ">") and not LINE_END.search(
        text, node.start_mark.index, end_of(node, None, text)
    )


def scalar_change(node: yaml.ScalarNode, key: str, value: str) -> Change:
    """The change of a text on one line; its quotes stay."""
    is_flag = key in FLAGS and value in ("yes", "no")
    written = quoted(value, node.style) if node.style in ("'", '"') else value if is_flag else scalar(value)
    if node.style == "'" and not value.isprintable():
        raise Unreachable
    return Change(node.start_mark.index, node.end_mark.index, written)


def whole_change(text: str, pair: Pair, key: str, value: Plain) -> Change:
    """The change that writes a key anew; a comment behind its old value stands above it then."""
    place = pair[0].start_mark
    start, end = place.index, line_end(text, end_of(pair[1], pair[0], text))
    behind = comment_behind(text, pair)
    indent = " " * place.column
    lines = text_again(pair[1], key, value, indent) or list(pair_lines(key, value, indent))
    is_first = bool(text[line_start(text, start) : start].strip())  # behind a dash
    if behind and is_first:
        raise Unreachable
    above = [f"{indent}{behind}"] if behind else []
    return Change(start, end, ending(text).join((*above, *lines)).lstrip(" "))


def text_again(node: yaml.Node, key: str, value: Plain, indent: str) -> list[str]:
    """The lines of a text in Markdown whose other paragraphs stay as they are; [] where it is none."""
    if key not in MARKDOWN or not isinstance(value, str) or not is_block(value):
        return []
    if not isinstance(node, yaml.ScalarNode) or node.style != "|":
        return []
    lines = refilled(str(node.value), value, WIDTH - len(indent))
    return [f"{indent}{key}: |", *(f"{indent}{STEP}{line}".rstrip() for line in lines)]


def comment_behind(text: str, pair: Pair) -> str:
    """The comment behind the value of a key, "" for none."""
    end = end_of(pair[1], pair[0], text)
    behind = text[end : line_end(text, end)].strip()
    if behind and not behind.startswith("#"):
        raise Unreachable
    return behind


# --- a mapping --------------------------------------------------------------------------------------


def mapping_changes(text: str, node: yaml.MappingNode, values: Mapping[str, Plain]) -> Iterator[Change]:
    """Yield the changes after which a mapping has these values."""
    keys = {str(name.value): (name, value) for name, value in node.value}
    for key, pair in keys.items():
        if key in values:
            yield from value_changes(text, pair, key, values[key])
        else:
            yield without_pair(text, node, pair)
    for key in values:
        if key not in keys:
            yield new_pair(text, node, key, values[key])


def without_pair(text: str, node: yaml.MappingNode, pair: Pair) -> Change:
    """The change that takes a key out; a comment behind it stays on a line of its own."""
    if node.flow_style or len(node.value) == 1:
        raise Unreachable
    start, end = line_start(text, pair[0].start_mark.index), line_end(text, end_of(pair[1], pair[0], text))
    behind = comment_behind(text, pair)
    if pair[0] is node.value[0][0]:  # the next one takes its place behind the dash
        second = node.value[1][0].start_mark.index
        if behind or text[end:second].strip():
            raise Unreachable
        return Change(pair[0].start_mark.index, second, "")
    if behind:
        return Change(start, end, " " * node.start_mark.column + behind)
    return Change(start, next_line(text, end), "")


def new_pair(
    text: str, node: yaml.MappingNode, key: str, value: Plain, order: Mapping[str, int] = NO_ORDER
) -> Change:
    """The change that adds a key: behind those that come before it in the order, else behind the last one."""
    if node.flow_style:
        raise Unreachable
    rank = order.get(key)
    before = [pair for pair in node.value if rank is not None and order.get(str(pair[0].value), -1) < rank]
    name, old = before[-1] if before else node.value[-1]
    end = line_end(text, end_of(old, name, text))
    lines = pair_lines(key, value, " " * node.start_mark.column)
    return Change(end, end, "".join(ending(text) + line for line in lines))


# --- a list -----------------------------------------------------------------------------------------


def sequence_changes(text: str, node: yaml.SequenceNode, values: Sequence[Plain]) -> Iterator[Change]:
    """Yield the changes after which a list has these items: those at both ends that are the same stay."""
    old = [plain_of(each) for each in node.value]
    first = same_at_start(old, values)
    last = same_at_start(old[first:][::-1], values[first:][::-1])
    here, there = node.value[first : len(old) - last], values[first : len(values) - last]
    if sorted(map(repr, map(plain_of, here))) == sorted(map(repr, there)):
        yield from moved_items(text, here, there)
        return
    for item, value in zip(here, there):
        yield from item_changes(text, node, item, value)
    for item in here[len(there) :]:
        extent = item_extent(text, item)
        yield Change(extent.start, next_line(text, extent.end), "")
    if len(there) > len(here):
        yield new_items(text, node, first + len(here), there[len(here) :])


def same_at_start(one: Sequence[Plain], other: Sequence[Plain]) -> int:
    """How many items two lists have in common at their start."""
    return next(
        (n for n, pair in enumerate(zip(one, other)) if pair[0] != pair[1]), min(len(one), len(other))
    )


def item_extent(text: str, item: yaml.Node) -> Extent:
    """The lines of an item of a list, from its dash on."""
    start = line_start(text, item.start_mark.index)
    if not text[start : item.start_mark.index].strip().startswith("-"):
        raise Unreachable
    return Extent(start, line_end(text, end_of(item, None, text)))


def moved_items(text: str, items: Sequence[yaml.Node], values: Sequence[Plain]) -> Iterator[Change]:
    """Yield the changes that put items in another order, each with the lines that it has."""
    extents = [item_extent(text, each) for each in items]
    texts = [(plain_of(each), text[extent.start : extent.end]) for each, extent in zip(items, extents)]
    for extent, value in zip(extents, values):
        place = next(n for n, (own, _) in enumerate(texts) if own == value)
        yield Change(extent.start, extent.end, texts.pop(place)[1])


def item_changes(text: str, node: yaml.SequenceNode, item: yaml.Node, value: Plain) -> Iterator[Change]:
    """Yield the changes after which an item of a list has another value."""
    if isinstance(item, yaml.MappingNode) and not item.flow_style and isinstance(value, dict) and value:
        yield from mapping_changes(text, item, value)
    elif is_one_line(text, item) and isinstance(value, str) and isinstance(item, yaml.ScalarNode):
        yield scalar_change(item, "", value)
    elif plain_of(item) != value:
        extent = item_extent(text, item)
        lines = item_lines(value, " " * node.start_mark.column, {}, "")
        yield Change(extent.start, extent.end, ending(text).join(lines))


def new_items(text: str, node: yaml.SequenceNode, place: int, values: Iterable[Plain]) -> Change:
    """The change that adds items to a list, before the one that has this place."""
    indent = " " * node.start_mark.column
    lines = [line for value in values for line in item_lines(value, indent, {}, "")]
    if place == 0:
        start = item_extent(text, node.value[0]).start
        return Change(start, start, "".join(line + ending(text) for line in lines))
    end = item_extent(text, node.value[place - 1]).end
    return Change(end, end, "".join(ending(text) + line for line in lines))
