"""Texts as a translation file holds them: written so that YAML gives them back, and proved to be read the same."""

import json
import re
import unicodedata
from dataclasses import replace
from pathlib import Path

from guide.content.checks.together import check_mentions
from guide.content.units import LINE, PROSE, ROWS, SPANS
from guide.errors import ERROR
from guide.problems.translations import NOT_KEPT, NOT_THE_SAME
from guide.reading.fields import LINES, MARKDOWN, WORD, Kind, read_markdown_line
from guide.reading.nodes import build_nodes
from guide.reading.source import Place, Source
from guide.reading.text import check_unseen, report_unseen, text_of

READERS = {LINE: WORD, SPANS: Kind(read_markdown_line, WORD.schema), PROSE: MARKDOWN, ROWS: LINES}
PLAIN = re.compile(
    r"[^\W\d_][^\n:#]*[^\s:#]|[^\W\d_]"
)  # a text that YAML takes for a text without quotation marks
NOT_TEXT = frozenset(("yes", "no", "true", "false", "null", "on", "off", "y", "n"))
LONGEST_KEY = 1000  # characters that YAML takes before a colon: 1,023
START = Place(0, 0, 0)


# --- writing ----------------------------------------------------------------------------------------


def write_value(key, text, indent, block):
    """A key with its text, on lines of its own where the text is long."""
    return text_lines(indent + key_of(key, indent), text, indent, block)


def text_lines(head, text, indent, block):
    """What stands before a text, and the text: behind it, or below it and further in."""
    if not block and "\n" not in text:
        return [f"{head} {scalar(text)}".rstrip(" ")]
    text = settled(text)
    if not text:
        return [head]
    mark = "|2" if text[0] in " \t\n" else "|"  # YAML takes the first line's spaces for the text's place
    return [f"{head} {mark}", *(f"{indent}  {line}".rstrip(" \t") for line in text.split("\n"))]


def key_of(name, indent=""):
    """A key with its colon, behind a question mark where it is longer than YAML looks for a colon."""
    written = scalar(name) or '""'
    return f"{written}:" if len(written) <= LONGEST_KEY else f"? {written}\n{indent}:"


def scalar(text):
    """A text as YAML writes it on one line."""
    if not text or PLAIN.fullmatch(text) and text.lower() not in NOT_TEXT:
        return text
    return json.dumps(text, ensure_ascii=False)


def settled(text):
    """A text of several lines without what nobody sees: spaces at the ends of its lines, blank lines at its own."""
    return "\n".join(line.rstrip(" \t") for line in text.split("\n")).strip("\n")


# --- a text from elsewhere --------------------------------------------------------------------------


def judge_text(text, name, kind, mark, guide):
    """(the text as it can be written, problems) of a text that a translator has sent; problems name the place it came from.

    With an error among the problems, it must not be written: it would not be read, or be read as another.
    """
    source = Source(mark.path, mark.path.parent, guide.country)
    source.text = text = settled(unicodedata.normalize("NFC", text.replace("\r\n", "\n")))
    if "\r" in text:
        report_unseen("\r", 0, None, source)
    if check_unseen(text, source) and not source.problems:
        value = READERS[kind].read((text, START), "translation", source)
        source.problems += check_mentions([source], {listing.id for listing in guide.listings})
        if not has_error(source.problems) and read_again(text, kind) != value:
            source.report(None, NOT_KEPT)
    return text, tuple(
        replace(problem, mark=mark, message=f"{name}: {problem.message}") for problem in source.problems
    )


def read_again(text, kind):
    """What is read of a text once it has been written; None where that is nothing."""
    source = Source(Path("text"), Path("."))
    written = "\n".join(write_value("text", text, "", kind in (PROSE, ROWS))) + "\n"
    source.text = text_of(written.encode(), source) or ""
    node = build_nodes(source.text, source)
    return None if source.problems or node is None else READERS[kind].read(node[0][0][1], "text", source)


def has_error(problems):
    return any(problem.level == ERROR for problem in problems)


def not_the_same(mark, what):
    """The problem of a file that must not be written."""
    return NOT_THE_SAME.at(mark, text=what)
