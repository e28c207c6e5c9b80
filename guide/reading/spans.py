"""Spans as they come one after the other become the spans of a paragraph: joined, and with no space that is not printed."""

import re
from collections.abc import Iterable

from guide.model import Span

Spans = tuple[Span, ...]


def join_spans(spans: Iterable[Span]) -> list[Span]:
    """The spans with neighbours of one kind made one, and no run of spaces left."""
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        if last and not (span.mention or last.mention) and _look(last) == _look(span):
            joined[-1] = Span(last.text + span.text, span.strong, span.target)
        else:
            joined.append(span)
    return [
        span if span.mention else Span(fold_inside(span.text), span.strong, span.target) for span in joined
    ]


def _look(span: Span) -> tuple[bool, str]:
    return span.strong, span.target


def fold_inside(text: str) -> str:
    """The text with single spaces, those at its ends kept."""
    return re.sub("[ \t\n]+", " ", text)


def trim_spans(spans: list[Span]) -> Spans:
    """The spans without a space at the beginning or the end of the paragraph."""
    if spans and not spans[0].mention:
        spans[0] = Span(spans[0].text.lstrip(), spans[0].strong, spans[0].target)
    if spans and not spans[-1].mention:
        spans[-1] = Span(spans[-1].text.rstrip(), spans[-1].strong, spans[-1].target)
    return tuple(span for span in spans if span.text or span.mention)
