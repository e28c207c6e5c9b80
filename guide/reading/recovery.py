"""What takes the place of a line that cannot be read, so that the rest of its file can be, and every error is told at once."""

from collections.abc import Sequence

from guide.expressions import expression
from guide.reading.text import ODD_SPACE

KEY = expression(r"( *(?:- +)*)([A-Za-z_]+[0-9]?):(?= |$)")  # address_1 too
NO_SPACE_AFTER_DASH = expression(r"( *)-(?=[A-Za-z_]+:(?: |$))")
NO_SPACE_AFTER_COLON = expression(r" *(?:- +)*[a-z_]+[0-9]?:(?=[^\s:/])")
ITEM = expression(r" *- ")
ANY_SPACES = expression(rf"(?:[ \t]|{ODD_SPACE})+")


def mend_line(lines: Sequence[str], number: int) -> list[str] | None:
    """The lines with one of them as it was probably meant, None where nobody can tell."""
    for place, guilty in ((number, False), (number - 1, False), (number, True)):
        mended = mended_line(lines[place], guilty) if 0 <= place < len(lines) else None
        if mended is not None:
            return [*lines[:place], mended, *lines[place + 1 :]]
    return None


def mended_line(line: str, guilty: bool = True) -> str | None:
    """A line with the space that it lacks, or its text in quotes if it is the `guilty` one; None for any other line."""
    dash = NO_SPACE_AFTER_DASH.match(line)
    if dash:
        return f"{dash[1]}- {line[dash.end() :]}"
    colon = NO_SPACE_AFTER_COLON.match(line)
    if colon:
        return f"{colon[0]} {line[colon.end() :]}"
    return quoted(line) if guilty else None


def quoted(line: str) -> str | None:
    """A line with the text after its key in double quotes; None for one that has none, or has them."""
    key = KEY.match(line)
    text = line[key.end() :].strip() if key else ""
    if not key or not text or text[0] in "|>" or text.startswith('"') and text.endswith('"'):
        return None
    bare = text[1:-1] if len(text) > 1 and text[0] == text[-1] == "'" else text
    return f'{key[0]} "{bare.replace(chr(92), chr(92) * 2).replace(chr(34), chr(92) + chr(34))}"'


def without_block(lines: Sequence[str], number: int) -> list[str] | None:
    """The lines without the item of the outermost list that a line is in, the line alone where it is in none; None if that is empty."""
    first, depth = _item_of(lines, number)
    last = number + 1
    while last < len(lines) and (not lines[last].strip() or _depth(lines[last]) > depth):
        last += 1
    if not any(line.strip() for line in lines[first:last]):
        return None
    return [*lines[:first], *[""] * (last - first), *lines[last:]]


def _item_of(lines: Sequence[str], number: int) -> tuple[int, int]:
    """The line on which the item begins that a line is in, and how far it is moved in."""
    first, depth = number, _depth(lines[number])
    least = len(lines[number]) + 1000
    for place in range(number, -1, -1):
        line = lines[place]
        if ITEM.match(line) and _depth(line) < least:
            first, least = place, _depth(line)
        elif line[:1].strip() and place < number and not line.startswith(("#", "-")):
            break
    return (first, least) if ITEM.match(lines[first]) else (number, depth)


def _depth(line: str) -> int:
    """How far a line is moved in, by any kind of space."""
    found = ANY_SPACES.match(line)
    return found.end() if found else 0
