"""What the YAML parser cannot read, in words for somebody who has never heard of YAML."""

import re
from typing import TYPE_CHECKING

from guide.reading.source import Place, Source
from guide.reading.text import ODD_SPACE, name_character

if TYPE_CHECKING:
    from yaml import YAMLError

TAB_INDENT = re.compile(r" *\t")
ODD_INDENT = re.compile(rf" *({ODD_SPACE})")
ODD_AFTER_MARK = re.compile(rf" *(?:- +)*(?:-|[A-Za-z_]+:)({ODD_SPACE})")
QUOTES = "put the whole text in double quotes"

# Part of what libyaml or PyYAML says; what is wrong; what to do. The first that fits is taken.
SAYINGS = (
    (
        "mapping values are not allowed",
        'there is a second ": " on this line, or the line above is not finished',
        "if the colon belongs to the text, " + QUOTES,
    ),
    (
        "scanning a quoted scalar",
        "the text that begins here with a quotation mark never ends",
        'add the same mark at its end, or \\" for a mark inside it',
    ),
    (
        "unknown escape character",
        "a backslash in double quotes is followed by a character that means nothing here",
        "write two backslashes, or use single quotes",
    ),
    ("escape", "the code after this backslash is not a character", "type the character itself"),
    ("expected hexdecimal", "the code after this backslash is not a character", "type the character itself"),
    (
        "expected ',' or ']'",
        "the list that begins here with [ is not closed, or text follows after it",
        "close it with ], or " + QUOTES + " if it is not a list",
    ),
    (
        "expected ',' or '}'",
        "the group that begins here with { is not closed, or text follows after it",
        "close it with }, or " + QUOTES,
    ),
    ("cannot start any token", "a text cannot begin with {character} here", QUOTES),
    ("node content", "a text cannot begin with {character} here", QUOTES),
    ("mapping keys", "a text cannot begin with ? here", QUOTES),
    ("sequence entries", 'a "- " cannot stand here', "begin a new line for each item of a list"),
    (
        "expected '-' indicator",
        "this line belongs to no item of the list",
        'begin it with "- ", or move it under its item',
    ),
    (
        "block scalar",
        "a text that begins with | or > begins on the next line",
        "begin the text on the line below, further to the right",
    ),
    (
        "could not find expected ':'",
        'this line has no ": "',
        "write it as key: text, or move it to the right if it goes on with the text above",
    ),
    (
        "expected <block end>",
        "this line does not fit under the ones above it",
        "move it so that it begins exactly below the line it belongs with; write it as key: text",
    ),
    (
        "expected key",
        "this line does not fit under the ones above it",
        "move it so that it begins exactly below the line it belongs with; write it as key: text",
    ),
    ("anchor", "a text cannot begin with &: that would be an anchor, and content uses none", QUOTES),
    ("alias", "a text cannot begin with *: that would be an alias, and content uses none", QUOTES),
    ("tag", "a text cannot begin with !: that would be a tag, and content uses none", QUOTES),
    ("directive", "a line cannot begin with % here", QUOTES),
    (
        "document start",
        "what stands above is finished, and this does not belong to it",
        "check how far this line is moved in; "
        + QUOTES
        + " if a text begins with a bracket or a quotation mark",
    ),
)
# Here the mistake is where the thing begins, not where the parser gave up.
AT_CONTEXT = ("scanning a quoted scalar", "expected ',' or", "could not find expected ':'")
# A value that begins with a bracket or a quotation mark, and goes on after the one that closes it.
GOES_ON = re.compile(r"""(?:^|.*?: |\s*- )\s*(\[.*\]|\{.*\}|"[^"]*"|'[^']*')\s*[^\s#]""")


def places_of(error: "YAMLError") -> tuple[Place | None, Place | None]:
    """Where the YAML parser gave up, and where the thing begins that it was reading, None for what it does not say."""
    return getattr(error, "problem_mark", None), getattr(error, "context_mark", None)


def explain_error(error: "YAMLError", source: Source) -> None:
    """Report an error of the YAML parser at the place where it can be mended."""
    gave_up, begins = places_of(error)
    place = gave_up or begins
    if place is None:
        message = "this file cannot be read as content"
        source.report(None, "not-yaml", message, "compare it with another section")
        return
    lines = source.text.split("\n")
    tab = find_tab(lines, place.line)
    if tab:
        source.report(tab, "tab", "this line is moved in with a tab", "use spaces, two for each step")
        return
    for number in (place.line, place.line - 1):
        if 0 <= number < len(lines) and report_odd_space(lines[number], number, source):
            return
    said = ": ".join(getattr(error, part, None) or "" for part in ("context", "problem"))
    line = lines[place.line] if place.line < len(lines) else ""
    goes_on = GOES_ON.match(line)
    if goes_on and "expected" in said and place.column >= goes_on.end(1):
        message = f"the text goes on after {goes_on[1][-1]}, which ends what began with {goes_on[1][0]}"
        hint = "put the whole text in single quotes" if '"' in line else QUOTES
    else:
        if any(part in said for part in AT_CONTEXT):
            place = begins or place
        message, hint = say(said, line[place.column : place.column + 1])
    source.report(place, "not-yaml", message, hint)


def say(said: str, character: str) -> tuple[str, str]:
    """What is wrong and what to do, for what the parser said of a character."""
    for part, message, hint in SAYINGS:
        if part in said:
            return message.replace("{character}", character.strip() or "what stands"), hint
    return "this cannot be read", "compare the line, and the one above, with lines that work"


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
    for pattern, where in (
        ()
        if line.isascii()
        else ((ODD_INDENT, "this line is moved in with"), (ODD_AFTER_MARK, "after the {} stands"))
    ):
        match = pattern.match(line)
        if match:
            mark = "dash" if line[match.start(1) - 1] == "-" else "colon"
            message = f"{where.format(mark)} {name_character(match[1])}, which only looks like a space"
            hint = "type spaces in its place; web pages and word processors write such characters"
            source.report(Place(0, number, match.start(1)), "odd-space", message, hint)
            return True
    return False
