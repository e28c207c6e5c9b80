"""What a translation file holds now, in whatever style it is written: its texts, its comments, and what has no place any more."""

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

import yaml

from guide.content.translation_text import key_of, settled, text_lines
from guide.content.units import fingerprint
from guide.errors import Mark
from guide.expressions import expression
from guide.reading.nodes import LOADER, build_nodes
from guide.reading.source import Node, Place, Source, Value
from guide.reading.text import BOM, read_bytes, text_of

KeyPath: TypeAlias = tuple[str | int, ...]  # the names of keys, and the numbers of items in lists
Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"
UTF8_BOM = BOM.encode()
PARTS = ("of", "outdated", "offered", "same", "text")  # of an entry
COMMENT = expression(r"(?m)(?:^|(?<=\s))#[^\n]*")
BEFORE = "(?: before)"  # of a source that has changed since it was translated
BLANK_LINE = expression(r"\n[ \t]*\n")
BESIDE_BLOCK = expression(r"[|>][-+0-9]*[ \t]+(#[^\n]*)")


class OldFile:
    """The keys of a file by their path, a tuple of names, with their values and the comments that stand at them."""

    def __init__(self, path: Path, language: str = "", data: bytes | None = None) -> None:
        """`language`: of the sources that stand above the texts as comments; `data`: bytes in the place of the file's."""
        self.path = path
        self.values: dict[KeyPath, Value] = {}
        self.children: dict[KeyPath, list[KeyPath]] = {}
        self.comments: dict[KeyPath, list[str]] = {}
        self.sources: dict[KeyPath, list[str]] = {}  # the comments that show sources, by the key below them
        self.last: list[str] = []
        self.kept: list[KeyPath] = []  # paths of what was written as it stood
        source = Source(path, path.parent)
        self.data: bytes | None = read_bytes(path, source) if data is None and path.exists() else data
        text: str = "" if self.data is None else text_of(self.data, source) or ""
        source.text = text
        node: Node | None = build_nodes(text, source) if text else None
        if node is not None and isinstance(node[0], tuple):
            places: dict[KeyPath, int] = {}
            self._walk(node, (), places)
            self._place_comments(text, sorted((index, path) for path, index in places.items()), language)

    @property
    def line_end(self) -> str:
        """How the lines of the file end."""
        return "\r\n" if self.data and b"\r\n" in self.data else "\n"

    @property
    def bom(self) -> bytes:
        """The mark at the beginning of the file, if it has one."""
        return UTF8_BOM if self.data and self.data.startswith(UTF8_BOM) else b""

    def _walk(self, node: Node, path: KeyPath, places: dict[KeyPath, int]) -> None:
        """Note each key, and each item of a list, with its value and where it begins."""
        for name, place, value in named_nodes(node[0]):
            own = (*path, name)
            self.values[own], places[own] = value[0], place.index
            self.children.setdefault(path, []).append(own)
            if not isinstance(value[0], str):
                self._walk(value, own, places)

    def _place_comments(self, text: str, places: Sequence[tuple[int, KeyPath]], language: str) -> None:
        """Give each comment to the key that follows it, or that it stands beside; () is the top, down to a blank line."""
        generated = re.compile(rf"# {re.escape(language)}{BEFORE}?:") if language else None
        blank = BLANK_LINE.search(text, len(text) - len(text.lstrip()))
        top = min(blank.start() if blank else len(text), places[0][0] if places else len(text))
        at = 0
        for index, comment in comments_in(text):
            before = text[text.rfind("\n", 0, index) + 1 : index]
            while at < len(places) and places[at][0] < index:
                at += 1
            if before.strip():
                self.comments.setdefault(places[at - 1][1] if at else (), []).append(comment)
            elif generated and before and generated.match(comment):
                if at < len(places):
                    self.sources.setdefault(places[at][1], []).append(comment)
            elif at < len(places):
                self.comments.setdefault(() if index < top else places[at][1], []).append(comment)
            else:
                self.last.append(comment)

    def text(self, path: KeyPath) -> str:
        """The translation of an entry as it was written."""
        value = self.values.get((*path, "text"), self.values.get(path, ""))
        if isinstance(value, list):
            value = "\n".join(" ".join(item.split()) for item, _ in value if isinstance(item, str))
        return value.strip("\n") if isinstance(value, str) else ""

    def translated_from(self, path: KeyPath, language: str, of: str) -> str:
        """The source that an entry was translated from, as its comments show it; "" where they show only a later one."""
        lines = [line for part in PARTS for line in self.sources.get((*path, part), ())]
        for start in (f"# {language} before:", f"# {language}:"):
            text = "\n".join(line.removeprefix(start).strip() for line in lines if line.startswith(start))
            if text and (start.endswith("before:") or fingerprint(text) == of):
                return text
        return ""

    # --- written anew

    def take(self, path: KeyPath, indent: str) -> list[str]:
        """The comments above a key, and within its entry; they are taken once."""
        taken = [
            comment
            for own in (path, *((*path, part) for part in PARTS))
            for comment in self.comments.pop(own, [])
        ]
        return [indent + comment for comment in taken]

    def orphans(self, path: KeyPath, known: Container[str | int], indent: str) -> list[str]:
        """The lines of what stands below a key and has no place any more."""
        lines: list[str] = []
        for own in self.children.get(path, ()):
            if own[-1] not in known:
                lines += ["", *self.keep(own, indent)]
        return lines

    def keep(self, path: KeyPath, indent: str) -> list[str]:
        """The lines of a key as it stands, with all that is below it."""
        self.kept.append(path)
        return self._write(f"{indent}{key_of(str(path[-1]), indent)}", path, indent)

    def _write(self, head: str, path: KeyPath, indent: str) -> list[str]:
        value = self.values[path]
        lines = [indent + comment for comment in self.comments.pop(path, [])]
        if isinstance(value, str):
            return [*lines, *text_lines(head, value, indent, False)]
        if not value:
            return [*lines, f"{head} {'[]' if isinstance(value, list) else '{}'}"]
        inner = indent + "  "
        lines.append(head)
        for own in self.children[path]:
            lines += self._write(
                f"{inner}-" if isinstance(value, list) else f"{inner}{key_of(str(own[-1]), inner)}",
                own,
                inner,
            )
        return lines

    def rest(self) -> list[str]:
        """Comments whose key is gone, and those at the end of the file."""
        left = [comment for comments in self.comments.values() for comment in comments] + self.last
        return ["", *left] if left else []

    # --- compared

    def plain(self, path: KeyPath) -> Plain:
        """What is below a key, without its places."""
        return plain(self.values.get(path))

    def all_comments(self) -> Counter[str]:
        """How often each comment stands in the file, but for the sources of texts."""
        return Counter([comment for comments in self.comments.values() for comment in comments] + self.last)

    @property
    def mark(self) -> Mark:
        """The whole file."""
        return Mark(self.path)


def named_nodes(value: Value) -> Iterator[tuple[str | int, Place, Node]]:
    """(name, its place, node) of each key of a mapping; of each item of a list, with its number as the name."""
    if isinstance(value, tuple):
        for (name, place), node in value:
            yield name if isinstance(name, str) else str(name), place, node
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield number, item[1], item


def plain(value: "Value | None") -> Plain:
    """A value without its places."""
    if isinstance(value, tuple):
        return {str(name): plain(item) for (name, _), (item, _) in value}
    if isinstance(value, list):
        return [plain(item) for item, _ in value]
    text: str | None = value and settled(value)
    return text


def comments_in(text: str) -> Iterator[tuple[int, str]]:
    """Yield (index, comment) for every comment of a YAML text, in order; of one with a mistake those before it."""
    if "#" not in text:
        return
    at = 0
    for event in events_in(text):
        if not isinstance(event, yaml.ScalarEvent) or not (event.start_mark and event.end_mark):
            continue
        start, end = event.start_mark.index, event.end_mark.index
        yield from ((match.start(), match[0].rstrip()) for match in COMMENT.finditer(text, at, start))
        beside = BESIDE_BLOCK.match(text, start) if event.style in ("|", ">") else None
        if beside:
            yield beside.start(1), beside[1].rstrip()
        at = end
    yield from ((match.start(), match[0].rstrip()) for match in COMMENT.finditer(text, at))


def events_in(text: str) -> Iterator[yaml.Event]:
    """Yield what the parser finds in a text, as far as it can be read."""
    with suppress(yaml.YAMLError):
        yield from yaml.parse(text, LOADER)
