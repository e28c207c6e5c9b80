"""Texts as a translation file holds them: written so that YAML gives them back, and proved to be read the same."""

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from guide.content.checks.together import check_mentions
from guide.content.own_pages import PAGE_TEXT
from guide.content.unit_texts import LINE, PROSE, ROWS, SPANS
from guide.content.units import PAGE_PROSE
from guide.errors import ERROR, Mark, Problem, Problems
from guide.expressions import expression
from guide.model import Guide
from guide.problems.translations import NOT_KEPT, NOT_THE_SAME
from guide.reading.fields import Kind
from guide.reading.kinds import LINES, MARKDOWN, WORD, read_markdown_line
from guide.reading.nodes import build_nodes
from guide.reading.source import Place, Source
from guide.reading.text import check_unseen, report_unseen, text_of

READERS: dict[str, Kind[Any]] = {
    LINE: WORD,
    SPANS: Kind(read_markdown_line, WORD.schema),
    PROSE: MARKDOWN,
    ROWS: LINES,
    PAGE_PROSE: PAGE_TEXT,
}
ON_LINES = (PROSE, ROWS, PAGE_PROSE)  # kinds of text that stand below their key
PLAIN = expression(
    r"[^\W\d_][^\n:#]*[^\s:#]|[^\W\d_]"
)  # a text that YAML takes for a text without quotation marks
NOT_TEXT = frozenset(("yes", "no", "true", "false", "null", "on", "off", "y", "n"))
LONGEST_KEY = 1000  # characters that YAML takes before a colon: 1,023
START = Place(0, 0, 0)


# --- writing ----------------------------------------------------------------------------------------


def write_value(key: str, text: str, indent: str, block: bool) -> list[str]:
    """A key with its text, on lines of its own where the text is long."""
    return text_lines(indent + key_of(key, indent), text, indent, block)


def text_lines(head: str, text: str, indent: str, block: bool) -> list[str]:
    """What stands before a text, and the text: behind it, or below it and further in."""
    if not block and "\n" not in text:
        return [f"{head} {scalar(text)}".rstrip(" ")]
    text = settled(text)
    if not text:
        return [head]
    mark = "|2" if text[0] in " \t\n" else "|"  # YAML takes the first line's spaces for the text's place
    return [f"{head} {mark}", *(f"{indent}  {line}".rstrip(" \t") for line in text.split("\n"))]


def key_of(name: str, indent: str = "") -> str:
    """A key with its colon, behind a question mark where it is longer than YAML looks for a colon."""
    written = scalar(name) or '""'
    return f"{written}:" if len(written) <= LONGEST_KEY else f"? {written}\n{indent}:"


def scalar(text: str) -> str:
    """A text as YAML writes it on one line."""
    if not text or PLAIN.fullmatch(text) and text.lower() not in NOT_TEXT:
        return text
    return json.dumps(text, ensure_ascii=False)


def settled(text: str) -> str:
    """A text of several lines without what nobody sees: spaces at the ends of its lines, blank lines at its own."""
    return "\n".join(line.rstrip(" \t") for line in text.split("\n")).strip("\n")


# --- a text from elsewhere --------------------------------------------------------------------------


def judge_text(text: str, name: str, kind: str, mark: Mark, guide: Guide) -> tuple[str, Problems]:
    """(the text as it can be written, problems) of a text that a translator has sent; problems name the place it came from.

    With an error among the problems, it must not be written: it would not be read, or be read as another.
    """
    source = Source(mark.path, mark.path.parent, guide.country)
    source.text = text = settled(unicodedata.normalize("NFC", text.replace("\r\n", "\n")))
    if "\r" in text:
        report_unseen("\r", 0, mark, source)
    if check_unseen(text, source) and not source.problems:
        value = READERS[kind].read((text, START), "translation", source)
        source.problems += check_mentions([source], {listing.id for listing in guide.listings})
        if not has_error(source.problems) and read_again(text, kind) != value:
            source.report(None, NOT_KEPT)
    return text, tuple(
        replace(problem, mark=mark, message=f"{name}: {problem.message}") for problem in source.problems
    )


def read_again(text: str, kind: str) -> Any:
    """What is read of a text once it has been written; None where that is nothing."""
    source = Source(Path("text"), Path("."))
    written = "\n".join(write_value("text", text, "", kind in ON_LINES)) + "\n"
    source.text = text_of(written.encode(), source) or ""
    node = build_nodes(source.text, source)
    if source.problems or node is None or not isinstance(node[0], tuple):
        return None
    ((_, value),) = node[0]
    return READERS[kind].read(value, "text", source)


def has_error(problems: Iterable[Problem]) -> bool:
    return any(problem.level == ERROR for problem in problems)


def not_the_same(mark: Mark, what: str) -> Problem:
    """The problem of a file that must not be written."""
    return NOT_THE_SAME.at(mark, text=what)
