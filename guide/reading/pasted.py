"""Items that were pasted from a word processor or a web page become items of Markdown."""

import re

from guide.expressions import expression

SHORT = 40  # characters of a line that was meant to stand alone
SHORT_BEGINS = expression(
    r"(?![-+*>#|\[!]|\d+[.)] )[^\Wa-z_]"
)  # a capital or a figure, and no item of a list
BLOCK_START = expression(r"[ \t]*(?:[-+#>=~:]|[0-9]{1,9}[.)]|    |\t| {0,3}\t)")

# What word processors and web pages write before an item.
SPACES = "[ \t\u00a0\u2000-\u200a\u202f\u3000]"
DOT = "(?:[\u2022\u2023\u2043\u2219\u25aa\u25ab\u25a0\u25a1\u25b6\u25ba\u25cb\u25cf\u25e6\u2713\u2714\u2756\u27a2\u27a4]|&(?:bull|#8226|#x2022);)"
DOT_BEGINS = expression(f"{SPACES}*(?:{DOT}{SPACES}*|(?:\u00b7|&(?:middot|#183|#xb7);){SPACES}+)")
PASTED = expression(
    "[\u2022\u00b7\u2023\u2043\u2219\u25a0-\u25ff\u2713\u2714\u2756\u27a2\u27a4\u2012-\u2015\u2212\t]|&(?:bull|middot|#)"
)  # one look for all
TAB_BEGINS = expression(r" *[o\u00a7\u00d8\u00fcv*\u00b7-]\t+ *")  # Wingdings as letters
DASH_BEGINS = expression(f"{SPACES}*[\u2012-\u2015\u2212]{SPACES}+")
STAR_BEGINS = expression(r" {0,3}\*[ \t]+")
MARKED = expression(r"^(\d*)([-+*>#.)])(?=[ \t]|$)")  # an item that would begin a list of its own
DOT_BETWEEN = expression(f"(?<=[^ \t\u00a0]){SPACES}+{DOT}{SPACES}+")
DOT_FOLLOWS = expression(f":{SPACES}+{DOT}{SPACES}")  # We offer: o soup o bread


def mark_items(text: str) -> str:
    """The text with its pasted items as items of Markdown: lines that begin with a dot or the like, or a run of dots in one line."""
    lines = []
    for line in text.split("\n"):
        parts = DOT_BETWEEN.split(line) if DOT_BEGINS.match(line) or DOT_FOLLOWS.search(line) else [line]
        lines += [parts[0], *(f"\u2022 {part}" for part in parts[1:])]
    pasted = [DOT_BEGINS.match(line) or TAB_BEGINS.match(line) for line in lines]
    for number, (line, dot) in enumerate(zip(lines[:], pasted)):
        begins = (
            dot
            or _dash_of(number, lines)
            or (number and lines[number - 1].startswith("- ") and STAR_BEGINS.match(line))
        )
        if begins:
            lines[number] = "- " + MARKED.sub(r"\1\\\2", line[begins.end() :])
    return "\n".join(lines)


def short_lines(text: str) -> tuple[str, int]:
    """The first of short lines of plain text that would run together, and how many they are; ("", 0) where there are none."""
    for paragraph in re.split(r"\n[ \t]*\n", text):
        lines = [line.strip() for line in paragraph.strip("\n").split("\n")]
        short = len(lines) > 1 and all(len(line) <= SHORT and SHORT_BEGINS.match(line) for line in lines)
        if short and not any(line[-1:] in ".,;!?-" for line in lines[:-1]):
            return lines[0], len(lines)
    return "", 0


def _dash_of(number: int, lines: list[str]) -> re.Match[str] | None:
    """The match of a dash before an item, None for one that no item stands above or below."""
    near = lines[max(0, number - 1) : number] + lines[number + 1 : number + 2]
    return (
        DASH_BEGINS.match(lines[number])
        if any(begin.match(line) for line in near for begin in (DASH_BEGINS, DOT_BEGINS, BLOCK_START))
        else None
    )
