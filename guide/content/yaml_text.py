"""Values as YAML that a person would have written: plain words where they are safe, `|` for texts in Markdown."""

import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from guide.content.edit import MEANS_MORE, Plain
from guide.expressions import expression

MARKDOWN = ("description", "introduction")  # their lines may be broken: Markdown joins them again
FLAGS = ("print", "confidential", "closed")
WIDTH = 96  # letters in a line of Markdown
STEP = "  "
INDICATOR = expression(r"[\s,\[\]{}#&*!|>'\"%@`~=]|[-?:](?:\s|$)")  # what means more at the beginning
MEANING = expression(r": |:$| #|\s$")  # or anywhere
UNSEEN = expression("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
BEGINS_MORE = expression(
    r"[-+*#>|=~`]|\d+[.)]"
)  # a word that means more to Markdown at the beginning of a line
NO_NOTES: Mapping[str, str] = MappingProxyType({})


def mapping_lines(
    values: Mapping[str, Plain], indent: str = "", notes: Mapping[str, str] = NO_NOTES, path: str = ""
) -> Iterator[str]:
    """Yield the lines of a mapping; `notes` are comments above their keys, by paths as in `Item.doubts`."""
    for key, value in values.items():
        yield from (f"{indent}# {line}" for line in notes.get(path + key, "").splitlines())
        yield from pair_lines(key, value, indent, notes, f"{path}{key}/")


def pair_lines(
    key: str, value: Plain, indent: str, notes: Mapping[str, str] = NO_NOTES, path: str = ""
) -> Iterator[str]:
    """Yield the lines of a key with its value."""
    if isinstance(value, str):
        yield from text_lines(key, value, indent)
    elif isinstance(value, dict):
        yield f"{indent}{key}:" if value else f"{indent}{key}: {{}}"
        yield from mapping_lines(value, indent + STEP, notes, path)
    else:
        yield f"{indent}{key}:" if value else f"{indent}{key}: []"
        for place, each in enumerate(value):
            yield from item_lines(each, indent + STEP, notes, f"{path}{place}/")


def item_lines(value: Plain, indent: str, notes: Mapping[str, str], path: str) -> Iterator[str]:
    """Yield the lines of an item of a list; comments on its first key stand above it."""
    if isinstance(value, str):
        yield f"{indent}- {scalar(value)}"
    elif isinstance(value, dict):
        lines = list(mapping_lines(value, indent + STEP, notes, path)) or [f"{indent}{STEP}{{}}"]
        first = next(place for place, line in enumerate(lines) if not line.lstrip().startswith("#"))
        yield from (line[len(STEP) :] for line in lines[:first])
        yield f"{indent}- {lines[first].lstrip()}"
        yield from lines[first + 1 :]
    else:
        yield f"{indent}- {quoted(value)}"


def text_lines(key: str, value: str, indent: str) -> Iterator[str]:
    """Yield the lines of a text: a short one stands behind its key, Markdown and several lines below it."""
    is_long = key in MARKDOWN and len(value) > WIDTH - len(indent)
    if not (is_long or "\n" in value) or not is_block(value):
        yield f"{indent}{key}: {value if key in FLAGS and value in ('yes', 'no') else scalar(value)}"
        return
    yield f"{indent}{key}: |"
    for line in value.strip("\n").split("\n"):
        parts = filled(line, WIDTH - len(indent)) if key in MARKDOWN else [line]
        yield from (f"{indent}{STEP}{part}".rstrip(" ") for part in parts)


def is_block(value: str) -> bool:
    """Whether a text can stand below its key: it begins with a letter and has nothing that cannot be seen."""
    return bool(value.strip()) and not value[:1].isspace() and not UNSEEN.search(value.replace("\n", ""))


def filled(line: str, width: int) -> list[str]:
    """A line of Markdown broken into lines; no line begins with what would mean more there. An indented line stays whole."""
    if line[:1].isspace() or len(line) <= width or line.startswith("|"):
        return [line]
    lines = [""]
    for word in line.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width and word and not BEGINS_MORE.match(word):
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
    return lines


def unfilled(text: str) -> str:
    """Markdown with each paragraph on one line, as a person types it where lines break by themselves."""
    return "\n".join(line for line, _ in paragraphs(text))


def paragraphs(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield (a line as Markdown joins it, the lines that it is written in)."""
    whole = ""
    lines: list[str] = []
    for line in text.rstrip("\n").split("\n"):
        joins = whole.strip() and line.strip() and not whole.startswith("|") and not whole.endswith("  ")
        if joins and not (line[:1].isspace() or BEGINS_MORE.match(line)):
            whole, lines = f"{whole} {line}", [*lines, line]
            continue
        if lines:
            yield whole, lines
        whole, lines = line, [line]
    if lines:
        yield whole, lines


def refilled(old: str, value: str, width: int) -> list[str]:
    """The lines of Markdown; a paragraph that was there already keeps its own."""
    there = dict(paragraphs(old))
    return [part for line, _ in paragraphs(value) for part in there.get(line) or filled(line, width)]


def comparable(value: Plain, key: str = "") -> Plain:
    """A value as it is compared: how Markdown is broken into lines says nothing, nor do spaces at the ends of lines."""
    if isinstance(value, dict):
        return {name: comparable(each, name) for name, each in value.items()}
    if isinstance(value, list):
        return [comparable(each, key) for each in value]
    lines = (unfilled(value) if key in MARKDOWN else value).rstrip().split("\n")
    return "\n".join(line.rstrip() for line in lines)


def scalar(value: str) -> str:
    """A text on one line: as it is where that is safe, else in double quotes."""
    is_plain = (
        value
        and not INDICATOR.match(value)
        and not MEANING.search(value)
        and not UNSEEN.search(value)
        and value.lower() not in MEANS_MORE
    )
    return value if is_plain else quoted(value)


def quoted(value: str | list[Plain]) -> str:
    """A value in double quotes; a list of lists in one line. What YAML cannot hold as it is stands as its number."""
    return UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))
