"""Lines as runs: words of one face and one direction, at their places and in the order in which they are read."""

from collections.abc import Iterator, Sequence

from guide.expressions import expression
from guide.language.scripts import NBSP, WORD_END, has_leftward
from guide.layout.pages import run_width
from guide.layout.type.ideographs import hanging_before, room_between
from guide.layout.type.inline import Fragment, Run
from guide.layout.type.style import Style

# "3-5" or "7-8:30" with a dash: numbers with hyphens, as of phones, keep their order anyway
RANGE = expression(r"\d+(?::\d+)?\u2013\d+(?::\d+)?")


def runs_of(fragments: Sequence[Fragment], size: float, style: Style) -> list[Run]:
    """The runs of one face and direction of a line, in the order in which they are read."""
    if (
        any(has_leftward(text) for _, text in fragments)
        or style.leftward
        and any(text.strip(" ") for _, text in fragments)
    ):
        return _runs_both_ways(fragments, size, style)
    runs: list[Run] = []
    inline, text = fragments[0]
    x = -hanging_before(text) * (inline.size or size)
    for inline, text in fragments:
        own, stack = inline.size or size, style.stack(inline.bold)
        if text.isascii() and stack.has_ascii:
            width = stack.width(text, own)
            x += room_between(runs[-1].text, text) * own if runs else 0
            runs.append(Run(inline, text, stack.main, own, x, width))
            x += width
            continue
        for face, part in stack.runs(text.replace(NBSP, " ")):
            drawn = face.size_at(own)
            width = run_width(part, face, drawn)
            x += room_between(runs[-1].text, part) * own if runs else 0
            runs.append(Run(inline, part, face, drawn, x, width))
            x += width
    return runs


def _runs_both_ways(fragments: Sequence[Fragment], size: float, style: Style) -> list[Run]:
    """The same where texts run leftward and rightward: in the order in which they are read, at their places on the line."""
    from guide.language.unicode import directions, visual_order  # an English guide has no need of it

    fragments = [Fragment(inline, text.replace(WORD_END, "")) for inline, text in fragments]
    text = "".join(text for _, text in fragments).replace(NBSP, " ")
    shown = text.strip(" ")
    parts, at, lead = [], 0, len(text) - len(text.lstrip(" "))
    levels = directions(
        shown,
        _line_leftward(fragments, style.leftward),
        _texts_apart(fragments, lead, len(shown), style.leftward),
    )
    for inline, part in fragments:
        for face, words in style.stack(inline.bold).runs(part.replace(NBSP, " ")):
            for start, end in _level_spans(levels, at - lead, at - lead + len(words)):
                parts.append((inline, shown[start:end], face, levels[start]))
            at += len(words)
    widths = []
    for inline, words, face, _ in parts:
        widths.append(run_width(words, face, face.size_at(inline.size or size)))
    lefts: dict[int, float] = {}
    left: float = 0
    for place in visual_order([level for *_, level in parts]):
        lefts[place] = left
        left += widths[place]
    runs = []
    for place, (inline, words, face, level) in enumerate(parts):
        x = left - lefts[place] - widths[place] if style.leftward else lefts[place]
        runs.append(
            Run(inline, words, face, face.size_at(inline.size or size), x, widths[place], level % 2 == 1)
        )
    return _with_outer_spaces(runs, " " * lead, " " * (len(text) - lead - len(shown)), style.leftward)


def _line_leftward(fragments: Sequence[Fragment], leftward: bool) -> bool:
    """Whether a line as a whole runs leftward, as the texts do that it is a part of: one in Latin letters alone does not."""
    if leftward:
        return any(has_leftward(inline.text) or has_leftward(text) for inline, text in fragments)
    return not any(
        character.isalpha() and not has_leftward(character) for _, text in fragments for character in text
    )


def _with_outer_spaces(runs: list[Run], before: str, after: str, leftward: bool) -> list[Run]:
    """Runs with the line's outer spaces, which take no room of their own where the run ends the line."""
    if before:
        runs[0] = _spaced(runs[0], before + runs[0].text, not runs[0].leftward, leftward)
        runs = [run._replace(x=run.x + run_width(before, runs[0].face, runs[0].size)) for run in runs]
    if after:
        runs[-1] = _spaced(runs[-1], runs[-1].text + after, runs[-1].leftward, leftward)
    return runs


def _spaced(run: Run, text: str, at_left: bool, leftward: bool) -> Run:
    """A run with a longer text whose spaces hang out at its left end or at its right.

    Where the page is turned round afterwards, they hang out at the end of the line that is its beginning now.
    """
    width = run_width(text, run.face, run.size)
    at_beginning = at_left != leftward
    return run._replace(text=text, width=width, x=run.x - (width - run.width) * at_beginning)


def _texts_apart(
    fragments: Sequence[Fragment], lead: int, length: int, leftward: bool
) -> list[tuple[int, int]]:
    """(start, end) of the texts of their own in a line, counted without the spaces at its ends; neighbours are one.

    In a line that runs leftward a piece in other letters is one too, with all its marks, and so is a range of numbers.
    """
    found: list[tuple[int, int]] = []
    at = -lead
    for inline, text in fragments:
        apart = inline.apart or leftward and _is_rightward(inline.text)
        parts = (
            [(0, len(text.rstrip(" ")))]
            if apart
            else [match.span() for match in RANGE.finditer(text)]
            if leftward
            else []
        )
        for first, last in parts:
            start, end = max(at + first, 0), min(at + last, length)
            if found and not inline.text.startswith(" ") and found[-1][1] in (start, start - 1) and apart:
                found[-1] = found[-1][0], end
            elif start < end:
                found.append((start, end))
        at += len(text)
    return found


def _is_rightward(text: str) -> bool:
    """Whether a text has letters, and none of a script that runs leftward."""
    return any(map(str.isalpha, text)) and not has_leftward(text)


def _level_spans(levels: Sequence[int], start: int, end: int) -> Iterator[tuple[int, int]]:
    """(start, end) of each run of one level between two offsets, cut to the levels that there are."""
    start, end = max(start, 0), min(end, len(levels))
    while start < end:
        stop = start + 1
        while stop < end and levels[stop] == levels[start]:
            stop += 1
        yield start, stop
        start = stop
