"""Meetings of support groups: day, time, kinds and links, as content has them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from guide.content.edit import Plain
from guide.exchange.clean.links import find_links
from guide.exchange.clean.steps import Cleaning
from guide.exchange.clean.text import line_of
from guide.exchange.clean.times import DAY_NAMES, clock, dial
from guide.exchange.drafts import Group
from guide.expressions import expression
from guide.model.meeting import FORMATS

CODES = {
    "o": "open", "op": "open", "c": "closed", "cl": "closed", "vm": "online", "onl": "online", "hy": "hybrid", "b": "beginners",
    "be": "beginners", "newcomer": "beginners", "nc": "beginners", "w": "women", "wo": "women", "m": "men", "me": "men",
    "d": "discussion", "di": "discussion", "sp": "speaker", "virtual": "online", "in-person": "in person", "newcomers": "beginners",
}  # fmt: skip  # what meeting servers call them


NUMBER = expression(r"[+(]?\d[\d ().-]{5,}\d")  # of a telephone, from its first to its last digit


def meetings_of(groups: Iterable[Group], cleaning: Cleaning, listing: str = "") -> list[Plain]:
    """Meetings as content has them, without the name of their listing; one without a day or a time is told."""
    found = (meeting for group in groups for meeting in meetings_in(group, cleaning))
    return [
        {key: value for key, value in meeting.items() if key != "name" or value != listing}
        for meeting in found
    ]


def meetings_in(group: Group, cleaning: Cleaning) -> Iterator[dict[str, Plain]]:
    """Yield the meeting of a group of cells, if it says when it is."""
    said = {key: line_of(cell, cleaning).text for key, cell in group.items()}
    when = when_of(said)
    if not when:
        at = next(iter(group.values()))
        cleaning.ledger.note(
            at._replace(text="; ".join(filter(None, said.values()))), "meeting without day or time, left out"
        )
        return
    known, others = kinds_of(said.get("formats", ""))
    link = next(iter(find_links(said.get("link", ""))[1]), "")
    found: dict[str, Plain] = {"hours": when}
    found |= {key: said[key] for key in ("name",) if said.get(key)}
    found |= {"formats": known} if known else {}
    dial_in, code = dialled(said.get("dial_in", ""))
    note = ". ".join(filter(None, (said.get("note", "").rstrip("."), code, others)))
    meeting_id = said.get("meeting_id", "")
    last = {"note": note, "link": link, "meeting_id": meeting_id, "dial_in": dial_in}
    yield found | {key: value for key, value in last.items() if value}


def dialled(text: str) -> tuple[str, str]:
    """(the number to dial, what to enter then) of "+16465588656,,123456#"; without a number all of it is words."""
    match = NUMBER.match(text)
    if not match:
        return "", text
    codes, rest = re.findall(r"\d{3,}", text[match.end() :]), text[match.end() :].strip(" ,;:#*()")
    if any(map(str.isalpha, rest)):
        return match[0].strip(" .-"), rest
    return match[0].strip(" .-"), f"By telephone enter {', then '.join(codes)}" if codes else ""


def when_of(said: dict[str, str]) -> str:
    """Day and time in the syntax of OpenStreetMap, "" where one of them is missing."""
    days = [
        day
        for word in re.split(r"[\s,;/]+", said.get("weekday", ""))
        if (day := DAY_NAMES.get(word.casefold().strip(".")))
    ]
    start, end = clock(said.get("start", "")), clock(said.get("end", ""))
    length = clock(said.get("duration", ""))
    if start is None or not days:
        return ""
    if end is None and length:
        end = start + length
    span = dial(start) if end is None or end == start else f"{dial(start)}-{dial(end % 1440 or 1440)}"
    return f"{','.join(days)} {span}"


def kinds_of(text: str) -> tuple[list[Plain], str]:
    """(kinds that content knows, the other words of the text)."""
    words = [word.strip() for word in re.split(r"[,;|]", text) if word.strip()]
    known = {CODES.get(word.casefold(), word.casefold()): word for word in words}
    mine: list[Plain] = [kind for kind in FORMATS if kind in known]
    others = [word for kind, word in known.items() if kind not in FORMATS and len(word) > 3]
    text = ", ".join(others)
    return mine, text[:1].upper() + text[1:]
