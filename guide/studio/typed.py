"""What somebody has typed or pasted, without what nobody can see: with it no file could be read any more."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from guide.errors import GuideError, Problem
from guide.expressions import expression
from guide.problems.reading import TOO_LARGE
from guide.reading.source import Source
from guide.reading.text import MAX_BYTES, SYMBOLS, is_unknown, text_of, without_unseen

AS_IT_IS = ("was", "token", "table", "column")  # what is compared with what is there already
DEEPEST = 20
BREAKS = expression("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")  # Word, PDF and old programs have one of these


def seen(value: Any, depth: int = 0) -> Any:
    """What a browser has sent, with texts of which every character can be seen; ValueError where it is nested too deeply."""
    if depth > DEEPEST:
        raise ValueError
    if isinstance(value, str):
        return seen_text(value)
    if isinstance(value, list):
        return [seen(each, depth + 1) for each in value]
    if isinstance(value, dict):
        return {
            seen_text(key): each if key in AS_IT_IS else seen(each, depth + 1) for key, each in value.items()
        }
    return value


def seen_text(text: str) -> str:
    """A text without characters that cannot be seen, as pages of the web and PDFs bring them; its lines stay."""
    if text.isascii() and text.isprintable():  # most are
        return text
    text = without_unseen(SYMBOLS.sub("\u2022", BREAKS.sub("\n", text)))
    return text if text.isascii() else "".join(each for each in text if not is_unknown(each))


def prove(path: Path, data: bytes, old: bytes = b"") -> None:
    """Raise GuideError for bytes with which a file could not be read any more; not where it cannot be read as it is."""
    wrong = problems_of(path, data)
    if wrong and not problems_of(path, old):
        raise GuideError(wrong)


def problems_of(path: Path, data: bytes) -> list[Problem]:
    """Why bytes are not read as a text."""
    source = Source(path, path.parent)
    if len(data) > MAX_BYTES:
        source.report(None, TOO_LARGE, most=MAX_BYTES // 1_000_000)
        return source.problems
    return source.problems if text_of(data, source) is None else []
