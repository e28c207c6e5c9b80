"""YAML becomes nodes, from the events of its parser: fast, with places, and with nothing interpreted."""

import unicodedata
from collections.abc import Callable
from itertools import islice
from typing import Protocol

import yaml

from guide.expressions import expression
from guide.problems import reading as kinds
from guide.problems import syntax as yaml_kinds
from guide.problems.kind import ProblemKind, and_more
from guide.reading.recovery import mend_line, without_block
from guide.reading.source import Node, Place, Source
from guide.reading.syntax import explain_error, places_of
from guide.reading.text import find_unseen, report_unseen, without_unseen

MAX_DEPTH = 20
MAX_ERRORS = 20  # of one file, of the YAML itself
MAX_EVENTS = 1_000_000  # 10,000 listings have 800,000

SWALLOWED = expression(r"(?<=\S)[ \t]+(#[^\s#]\S*)")

# Events only: here nothing is ever taken for a number, a date or a truth value.
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Event(Protocol):
    """What is taken of an event of the YAML parser; which of these it has follows from its class."""

    start_mark: Place
    anchor: str | None
    tag: str | None
    style: str | None  # of a text: '"', "|" and so on, None or "" for a plain one
    value: str


def build_nodes(text: str, source: Source) -> Node | None:
    """The one document in the text as a node, None if it is not YAML as content uses it.

    A line that cannot be read is told, and so is what comes after it: something else takes its place, see `recovery`.
    """
    told: list[int] = []  # lines, counted from 0
    while True:
        builder, start = Builder(source), len(source.problems)
        try:
            top = builder.build(LOADER(text).get_event)
        except yaml.YAMLError as error:
            mended = recover(error, builder, text, told, start, source)
            if mended is None or len(told) > MAX_ERRORS:
                return None
            text = mended
            source.replace_text(text)
        else:
            break
    if builder.report_refused() is not None:
        return None
    check_comments(text, source)
    if top == []:
        source.report(None, kinds.EMPTY_FILE)
    return top[0] if top else None


def recover(
    error: yaml.YAMLError, builder: "Builder", text: str, told: list[int], start: int, source: Source
) -> str | None:
    """The text with something else in the place of an error, which is reported and its line added to those that were told.

    None where it cannot be told what stands after it. What was reported since `start` is told when the text is read again.
    """
    lines, line = text.split("\n"), error_line(error)
    follows = line in told
    mended = None
    if not follows:
        before = len(source.problems)
        if builder.report_refused() not in (None, line):
            explain_error(error, source)
            return None
        if builder.refused is None:
            explain_error(error, source)
        line = max(0, source.problems[-1].mark.line - 1)
        mended = mend_line(lines, line)
        del source.problems[start:before]
    told.append(line)
    mended = mended or without_block(lines, min(line, len(lines) - 1))
    return None if mended is None else "\n".join(mended)


def check_comments(text: str, source: Source) -> None:
    """Report every "#" that was meant as part of a text but ends it, as in `Suite #306`."""
    if not (" #" in text or "\t#" in text) or not SWALLOWED.search(text):
        return
    texts = (event for event in yaml.parse(text, LOADER) if isinstance(event, yaml.ScalarEvent))
    ends = {
        event.end_mark.index for event in texts if not event.style and event.end_mark
    }  # of empty ones too
    for match in SWALLOWED.finditer(text):
        if match.start() in ends:
            source.report(source.place_at(match.start(1)), yaml_kinds.COMMENT, text=match[1])


def error_line(error: yaml.YAMLError) -> int:
    """The line that a YAML error is about, counted from 0."""
    place, _ = places_of(error)
    return place.line if place else -1


class Builder:
    """Makes nodes of events, and keeps the events that content has no use for."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.refused: Event | None = None  # the first anchor, alias or tag
        self.refusals = 0
        self.refused_line: int | None = None  # of the last
        self.documents = 0

    def build(self, get_event: Callable[[], Event | None]) -> list[Node] | None:
        """The nodes at the top of the file; None if it is nested or long beyond all reason."""
        top: list[Node] = []
        items, stack = top, []
        for event in islice(iter(get_event, None), MAX_EVENTS):
            kind: type = event.__class__
            if kind is yaml.ScalarEvent:
                if event.anchor or event.tag:
                    self.count_refused(event)
                value = event.value
                if event.style == '"' or "\n" in value:
                    value = self.clean(event)
                items.append((value, event.start_mark))
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                if event.anchor or event.tag:
                    self.count_refused(event)
                stack.append((items, event.start_mark))
                items = []
                if len(stack) > MAX_DEPTH:
                    self.refuse(event, kinds.TOO_DEEP, MAX_DEPTH)
                    return None
            elif kind is yaml.MappingEndEvent:
                halves = iter(items)
                items, place = stack.pop()
                items.append((tuple(zip(halves, halves)), place))
            elif kind is yaml.SequenceEndEvent:
                inside = items
                items, place = stack.pop()
                items.append((inside, place))
            elif kind is yaml.AliasEvent:
                self.count_refused(event)
                items.append(("", event.start_mark))
            elif kind is yaml.DocumentStartEvent:
                self.begin_document(event)
            elif kind is yaml.StreamEndEvent:
                return top
        self.refuse(event, kinds.TOO_MANY_PARTS, MAX_EVENTS)
        return None

    def begin_document(self, event: Event) -> None:
        """Refuse the second document of a file: a line of three dashes where there should be none."""
        self.documents += 1
        if self.documents == 2:
            self.source.report(event.start_mark, yaml_kinds.SECOND_DOCUMENT)

    def refuse(self, event: Event, kind: ProblemKind, most: int) -> None:
        """Report why nothing is made of the file: there is more than the most of something."""
        self.source.report(event.start_mark, kind, most=most)

    def clean(self, event: Event) -> str:
        """The value of a text of several lines, or in double quotes, where escapes may hide what no one can see."""
        value = event.value
        if event.style != "|":
            value = value.replace("\n", "\n\n")  # elsewhere YAML gives a blank line as one line end
        if event.style == '"' and not (value.isascii() and value.isprintable()):
            unseen = find_unseen(value)
            if unseen:
                report_unseen(unseen, 0, event.start_mark, self.source)
                value = without_unseen(value)  # it is in no other message either
            value = unicodedata.normalize("NFC", value).replace("\r", "")
        return value

    def count_refused(self, event: Event) -> None:
        """Keep the first anchor, alias or tag, and count the rest: a bomb has very many."""
        self.refused = self.refused or event
        self.refusals += 1
        self.refused_line = event.start_mark.line

    def report_refused(self) -> int | None:
        """Report the first anchor, alias or tag, with how many there are; the line of the last, or None."""
        event = self.refused
        if not event:
            return None
        kind = yaml_kinds.ANCHOR if event.anchor else yaml_kinds.TAG
        if isinstance(event, yaml.AliasEvent):
            kind = yaml_kinds.ALIAS
        self.source.report(event.start_mark, kind, more=and_more(self.refusals - 1))
        return self.refused_line
