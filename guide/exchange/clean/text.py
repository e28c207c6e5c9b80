"""Texts mended: what old programs, web pages and databases left in them."""

import re
from collections.abc import Callable, Iterator

from guide.content.checks.casing import in_capitals
from guide.content.checks.mending import LOST, is_suspect, mend_divided, mend_mojibake, mend_shapes
from guide.exchange.clean.capitals import without_capitals
from guide.exchange.clean.markup import has_markup, markdown_of, plain_of
from guide.exchange.clean.steps import Cleaning
from guide.exchange.origin import Cell
from guide.expressions import expression
from guide.language.hours_words import ENGLISH_DAYS
from guide.reading.damage import says_nothing

NEW_LINE = expression(r"\\r\\n|\\n(?![a-z]{2,}\\)|\\r(?![a-z])|\|~\||_x000D_\n?")  # as databases write one
OTHER_CODES = expression(r"""\\(["'/t])""")
UNSEEN = expression(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc\ue000-\uf8ff]"
)
EMPTY_END = expression(r"(?:\s*[,;|]){2,}\s*$")  # of a list with room for more: "Food,   ,   ,"
SPACES = expression("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
DOUBLE = expression("  +")
LOST_LETTER = expression(f"(?<=[A-Za-z]){LOST}+(?=[a-z])")
BLANKS = frozenset(
    ("null", "(null)", "tbd", "tba", "tbc", "none.", "n/a", "[]", "{}", "nan", "--", "---", "?", ".")
)
MOST_BLANK = max(map(len, BLANKS))
CUT_AT = frozenset(
    (
        100,
        120,
        128,
        150,
        200,
        250,
        254,
        255,
        256,
        500,
        511,
        512,
        1000,
        1023,
        1024,
        2000,
        2047,
        2048,
        4000,
        4095,
        4096,
        8000,
        32767,
    )
)
ENDS = (".", "!", "?", ":", ")", "]", '"', "\u201d", "\u2019", "*")
MARKER = expression(r"#{2,}\s*(MON|TUE|WED|THU|FRI|SAT|SUN)[A-Z]*\s*#{2,}")
ANY_MARKER = expression(r"#{3,}\s*\w*\s*#{3,}|#{3,}")
DAYS = {day[:3].upper(): day for day in ENGLISH_DAYS}


def line_of(cell: Cell, cleaning: Cleaning, words: bool = True) -> Cell:
    """The text of a cell on one line; "" where it says nothing. Without `words` it is a number or an address, and keeps its capitals."""
    cell = lines_of(cell, cleaning, words)
    return cell._replace(text=joined(cell.text)) if "\n" in cell.text else cell


def joined(text: str) -> str:
    """Lines as one, with something between them where the first does not end with it."""
    lines = [line.strip(" \u2022\u00b7*") for line in text.split("\n") if line.strip()]
    short = all(len(line) <= 40 for line in lines)
    between = ", " if short else ". "
    return "".join(
        line + ("" if number == len(lines) else " " if line.endswith((*ENDS, ",", ";")) else between)
        for number, line in enumerate(lines, 1)
    )


def lines_of(cell: Cell, cleaning: Cleaning, words: bool = True) -> Cell:
    """The text of a cell with its lines; markup is left out."""
    cell = mended(cell, cleaning, words)
    if cleaning.does("markup") and has_markup(cell.text):
        cell = cleaning.changed(cell, "markup taken out", tidy(plain_of(cell.text)))
    return cell


def prose_of(cell: Cell, cleaning: Cleaning) -> Cell:
    """The text of a cell as Markdown, with paragraphs and lists."""
    told_cut(cell, cleaning)
    cell = mended(cell, cleaning)
    if cleaning.does("markup") and has_markup(cell.text):
        return cleaning.changed(cell, "markup to Markdown", tidy(markdown_of(cell.text)))
    return cell._replace(text="\n".join(escaped(paragraphs(cell.text))))


def mended(cell: Cell, cleaning: Cleaning, words: bool = True) -> Cell:
    """The text of a cell with its characters whole."""
    text = tidy(cell.text)
    if cleaning.does("blanks") and is_blank(text):
        return cleaning.changed(cell, "says nothing", "") if text else cell._replace(text="")
    cell = cell._replace(text=text)
    for step, kind, mend in MENDS:
        if cleaning.does(step):
            text = mend(cell.text)
            cell = cell if text == cell.text else cleaning.changed(cell, kind, tidy(text))
    if words and cleaning.does("capitals") and in_capitals(cell.text):
        cell = cleaning.changed(
            cell, "capitals", without_capitals(cell.text, cleaning.forms, cleaning.abbreviations)
        )
    return cell


def tidy(text: str) -> str:
    """Usual spaces, none at the ends of lines, no more than one empty line."""
    if text.isprintable() and text.isascii():  # most are: one line
        return DOUBLE.sub(" ", text).strip() if "  " in text else text.strip()
    text = SPACES.sub(" ", UNSEEN.sub("", text.replace("\x0b", "\n").replace("\u2028", "\n")))
    return re.sub(
        r"\n{3,}", "\n\n", "\n".join(EMPTY_END.sub("", line).strip() for line in text.split("\n"))
    ).strip()


def is_blank(text: str) -> bool:
    """Whether a text stands for nothing."""
    if not text:
        return True
    low = text.casefold() if len(text) <= MOST_BLANK else ""
    return (
        low in BLANKS or says_nothing(text) and low not in ("no", "none") or not any(map(str.isalnum, text))
    )


def mend_codes(text: str) -> str:
    r"""The text with new lines in place of \n, and without other codes."""
    return (
        OTHER_CODES.sub(lambda match: " " if match[1] == "t" else match[1], NEW_LINE.sub("\n", text))
        if "\\" in text or "|~|" in text or "_x000D_" in text
        else text
    )


def mend_markers(text: str) -> str:
    """The text with days in place of ###MON###, and without other marks of a form."""
    if "##" not in text:
        return text
    return ANY_MARKER.sub(" ", MARKER.sub(lambda match: f"\n{DAYS[match[1]]}: ", text))


def mend_letters(text: str) -> str:
    """The text in its own letters."""
    return mend_shapes(mend_mojibake(text)) if is_suspect(text) else text


def mend_lost(text: str) -> str:
    """The text without characters that were lost before."""
    return LOST_LETTER.sub("'", text).replace(LOST, "") if LOST in text else text


MENDS: tuple[tuple[str, str, Callable[[str], str]], ...] = (
    ("markup", "codes", mend_codes),
    ("markup", "markers of a form", mend_markers),
    ("mojibake", "garbled letters", mend_letters),
    ("mojibake", "lost letters", mend_lost),
    ("mojibake", "divided words", mend_divided),
)


def told_cut(cell: Cell, cleaning: Cleaning) -> None:
    """Tell of a text that is as long as a field of a database, and ends within a sentence."""
    if len(cell.text) in CUT_AT and not cell.text.rstrip().endswith(ENDS):
        cleaning.ledger.note(
            cell._replace(text=cell.text[-60:]), f"perhaps cut off at {len(cell.text)} letters"
        )


BULLET = expression(
    r"(?:[\u2022\u00b7\u25cf\u25aa\u25e6\u25ba\u27a2\uf0b7*]|[-\u2013\u2014o](?=\s))\s*(?=\S)"
)
NUMBERED = expression(r"(\d{1,2})[.)]\s+(?=\S)")
ITEM = expression(r"- |\d{1,2}\. ")
HARD_WRAP = 60  # letters: a line that is as long goes on in the next


def paragraphs(text: str) -> Iterator[str]:
    """Yield lines of Markdown: short lines do not run together, marks of lists become hyphens or numbers with a full stop."""
    before = ""
    for line in text.split("\n"):
        line = as_item(line)
        if line and before and not (is_item(line) and is_item(before)) and not goes_on(before, line):
            yield ""
        yield line
        before = line


def as_item(line: str) -> str:
    """A line with the mark of an item of a list as Markdown has it."""
    if item := BULLET.match(line):
        return f"- {line[item.end() :]}"
    if item := NUMBERED.match(line):
        return f"{item[1]}. {line[item.end() :]}"
    return line


def is_item(line: str) -> bool:
    """Whether a line of Markdown is an item of a list."""
    return ITEM.match(line) is not None


def goes_on(before: str, line: str) -> bool:
    """Whether a line goes on in the next one."""
    return (
        not before.startswith("- ")
        and len(before) >= HARD_WRAP
        and (line[:1].islower() or not before.endswith((".", "!", "?", ":")))
    )


SPECIAL = expression(r"([\\`*_<>]|\[(?=\[)|\](?=\())")
AT_START = expression(r"^(?:[#>+=~|]|---+|___+)")


def escaped(lines: Iterator[str]) -> Iterator[str]:
    """Yield lines in which no character means more to Markdown than it says."""
    for line in lines:
        item = ITEM.match(line)
        start = item.end() if item else 0
        rest = SPECIAL.sub(escape_one, line[start:])
        yield line[:start] + AT_START.sub(lambda match: f"\\{match[0]}", rest)


def escape_one(match: re.Match[str]) -> str:
    """A character with a backslash, unless it stands within a word or alone, where it means nothing."""
    start, end = match.span()
    before, after = match.string[max(0, start - 1) : start], match.string[end : end + 1]
    within = match[0] == "_" and before.isalnum() and after.isalnum()
    alone = match[0] in "*<>" and (before or " ") == (after or " ") == " "
    return match[0] if within or alone else f"\\{match[0]}"
