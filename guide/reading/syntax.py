"""What the YAML parser cannot read, in words for somebody who has never heard of YAML."""

from typing import TYPE_CHECKING

from guide.expressions import expression
from guide.problems import syntax as kinds
from guide.problems.kind import ProblemKind
from guide.reading.recovery import KEY, NO_SPACE_AFTER_COLON, NO_SPACE_AFTER_DASH, quoted
from guide.reading.source import Place, Source
from guide.reading.text import ODD_SPACE, name_character

if TYPE_CHECKING:
    from yaml import YAMLError

TAB_INDENT = expression(r" *\t")
ODD_INDENT = expression(rf" *({ODD_SPACE})")
ODD_AFTER_MARK = expression(rf" *(?:- +)*(?:-|[A-Za-z_]+[0-9]?:)({ODD_SPACE})")
# Here the mistake is where the thing begins, not where the parser gave up.
AT_CONTEXT = ("scanning a quoted scalar", "expected ',' or", "could not find expected ':'")
# A value that begins with a bracket or a quotation mark, and goes on after the one that closes it.
GOES_ON = expression(r"""(?:^|.*?: |\s*- )\s*(\[.*\]|\{.*\}|"[^"]*"|'[^']*')\s*[^\s#]""")


def places_of(error: "YAMLError") -> tuple[Place | None, Place | None]:
    """Where the YAML parser gave up, and where the thing begins that it was reading, None for what it does not say."""
    return getattr(error, "problem_mark", None), getattr(error, "context_mark", None)


def explain_error(error: "YAMLError", source: Source) -> None:
    """Report an error of the YAML parser at the place where it can be mended."""
    gave_up, begins = places_of(error)
    place = gave_up or begins
    if place is None:
        source.report(None, kinds.NOT_CONTENT)
        return
    lines = source.text.split("\n")
    tab = find_tab(lines, place.line)
    if tab:
        source.report(tab, kinds.TAB)
        return
    for number in (place.line, place.line - 1):
        if 0 <= number < len(lines) and report_odd_space(lines[number], number, source):
            return
    if any(
        report_no_space(lines[number], number, source)
        for number in (place.line, place.line - 1)
        if 0 <= number < len(lines)
    ):
        return
    said = ": ".join(getattr(error, part, None) or "" for part in ("context", "problem"))
    line = lines[place.line] if place.line < len(lines) else ""
    goes_on = GOES_ON.match(line)
    if goes_on and "expected" in said and place.column >= goes_on.end(1):
        kind = kinds.GOES_ON_QUOTED if '"' in line else kinds.GOES_ON
        source.report(place, kind, first=goes_on[1][0], last=goes_on[1][-1])
        return
    if any(part in said for part in AT_CONTEXT):
        place = begins or place
    if "mapping values" in said and report_colon(lines, place, source):
        return
    character = line[place.column : place.column + 1].strip() or "what stands"
    source.report(place, say(said), character=character)


def report_no_space(line: str, number: int, source: Source) -> bool:
    """Report a dash or a colon with no space after it, where a key is; whether there is one."""
    dash, colon = NO_SPACE_AFTER_DASH.match(line), NO_SPACE_AFTER_COLON.match(line)
    if dash:
        key = line[dash.end() :].partition(":")[0]
        source.report(Place(0, number, dash.end() - 1), kinds.NO_SPACE_AFTER_DASH, key=key)
    elif colon:
        key = colon[0].strip(" -:")
        source.report(Place(0, number, colon.end()), kinds.NO_SPACE_AFTER_COLON, key=key)
    return bool(dash or colon)


def report_colon(lines: list[str], place: Place, source: Source) -> bool:
    """Report a key that is moved in too far, or a text with a colon and how it is mended; whether it is clear which."""
    here, above = KEY.match(lines[place.line]), KEY.match(lines[place.line - 1]) if place.line else None
    if not here:
        return False
    if above and len(above[1]) < len(here[1]) and place.column == here.end() - 1:
        found = {"here": len(here[1]), "there": len(above[1]), "key": here[2], "above": above[2]}
        source.report(Place(0, place.line, len(here[1])), kinds.MOVED_IN, **found)
        return True
    mended = quoted(lines[place.line])
    if mended is None or not source.is_quotable:
        return False
    source.report(place, kinds.SECOND_COLON, key=here[2], mended=mended.strip().removeprefix("- "))
    return True


def say(said: str) -> ProblemKind:
    """The kind of problem that the parser's words mean."""
    return next((kind for part, kind in kinds.SAYINGS if part in said), kinds.NOT_YAML)


def find_tab(lines: list[str], line: int) -> Place | None:
    """The place of a tab before the first word of this line or of the one above it."""
    for number in (line, line - 1):
        if 0 <= number < len(lines) and (lines[number].strip() or number == line):
            match = TAB_INDENT.match(lines[number])
            if match:
                return Place(0, number, match.end() - 1)
    return None


def report_odd_space(line: str, number: int, source: Source) -> bool:
    """Report the first space in a line that is none to YAML, where its form needs one; whether there is one."""
    for pattern, kind in (
        () if line.isascii() else ((ODD_INDENT, kinds.ODD_SPACE), (ODD_AFTER_MARK, kinds.ODD_SPACE_AFTER))
    ):
        match = pattern.match(line)
        if match:
            sign = "dash" if line[match.start(1) - 1] == "-" else "colon"
            place, space = Place(0, number, match.start(1)), name_character(match[1])
            source.report(place, kind, sign=sign, space=space)
            return True
    return False
