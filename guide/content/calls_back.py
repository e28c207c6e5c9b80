"""A call sheet that was filled in as a table: who was called when, what is right, and what has to be changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from guide.content.choose.printable import printable
from guide.content.numbers import listing_of
from guide.errors import ERROR, GuideError, Problem
from guide.expressions import expression
from guide.model import Guide, Listing
from guide.model.whole import STABLE
from guide.problems import calls as kinds
from guide.reading.days import is_two_days, read_day
from guide.reading.fields import closest
from guide.reading.source import Place, Source
from guide.reading.tables import head_and_rows, read_table_text
from guide.reading.text import fold

YES = frozenset("yes y ok okay right correct true same x 1 \u2713 \u2714 si s\u00ed".split())
NO = frozenset("no n wrong false 0 incorrect".split())
NOT_REACHED = expression(  # nobody has said anything yet: a note for whoever calls next
    r"(?:i )?(?:left|leave|sent) (?:a |an )?(?:voice ?)?(?:message|msg|vm|voice ?mail|mail|e-?mail)\b.*|lm(?:tc|tcb)?\b.*|vm|voice ?mail\b.*"
    r"|no (?:answer|reply|response|pick ?up|one (?:answered|there|picked up))\b.*|nobody (?:answered|there|picked up)\b.*"
    r"|did(?:n't| not) (?:answer|pick up|ask|reach)\b.*|(?:not|un)(?: |-)?(?:reached|reachable|asked|answered|available)|(?:line )?busy\b.*"
    r"|(?:will |to |i'll |they will |they'll |must )?(?:call|try|ask|ring) (?:me )?(?:back|again|later|on|tomorrow|next)\b.*|called back"
    r"|(?:not sure|unsure|unknown|skipped|pending|n/?a|[?]+|-+)"
)
EDITION = "edition"  # whose numbers stand under "Entry"; older sheets do not have it
ID, ENTRY, QUESTION, BEFORE = "id", "entry", "question", "in the guide"
RIGHT, AFTER, CALLED_ON, CALLED_BY = "right?", "what it should say", "called on", "called by"
FILLED = (RIGHT, AFTER, CALLED_ON, CALLED_BY)

Cells = Mapping[str, str]  # by the names of their columns


class Answer(NamedTuple):
    """What was said to a question."""

    line: int  # of the table
    question: str
    before: str  # what the guide says
    said: str  # what was written down


class Called(NamedTuple):
    """A listing that was called, with what was said."""

    listing: Listing
    day: date | None  # None where nobody wrote it down
    by: str
    is_right: bool  # something was said to be right
    changes: tuple[Answer, ...]  # what has to be changed in the guide
    notes: tuple[Answer, ...]  # written beside what is right, or where nobody was reached
    doubtful_day: str  # a day as it was written that may be another one; "" for none


def read_calls(path: Path, guide: Guide, today: date) -> tuple[tuple[Called, ...], tuple[Problem, ...]]:
    """(Called, warnings): the listings for which a table has answers, in its order. Raises GuideError with every problem."""
    source = Source(path, path.parent)
    text = read_table_text(path, source)
    rows = read_rows(text, source) if text is not None else []
    by_id: dict[str, list[tuple[int, Cells]]] = {}
    for line, cells in rows:
        if any(cells.get(name) for name in FILLED) and (id := id_of(cells, line, guide, source)):
            by_id.setdefault(id, []).append((line, cells))
    there = {listing.id: listing for listing in guide.listings}
    called = tuple(
        called_of(there[id], answered, guide.country, today, source) for id, answered in by_id.items()
    )
    if not called and not any(problem.level == ERROR for problem in source.problems):
        source.report(None, kinds.NO_ANSWERS)
    if any(problem.level == ERROR for problem in source.problems):
        raise GuideError(source.problems)
    return called, tuple(source.problems)


def read_rows(text: str, source: Source) -> list[tuple[int, Cells]]:
    """(line, cells) of every row below the first; [] with the reason reported where the first has not what it needs."""
    head, rows = head_and_rows(text)
    for wanted, name in (((ID, ENTRY), "Id"), ((RIGHT, AFTER, CALLED_ON), "Right?")):
        if not set(wanted) & set(head):
            source.report(Place(0, 0, 0), kinds.CALL_SHEET, column=name)
            return []
    return [(line, {name: plain(cell) for name, cell in zip(head, row)}) for line, row in rows]


def plain(cell: str) -> str:
    """A cell on one line, without the apostrophe that kept a spreadsheet from computing it."""
    return fold(cell).removeprefix("'")


def id_of(cells: Cells, line: int, guide: Guide, source: Source) -> str:
    """The id of the listing that a row is about, by its number where it has none; "" for none, which is reported."""
    known = {listing.id for listing in guide.listings}
    id, entry = cells.get(ID, ""), cells.get(ENTRY, "")
    if id in known:
        return id
    edition = cells.get(EDITION, "")
    if not id and guide.numbers != STABLE and edition.isdecimal() and int(edition) != guide.edition.number:
        source.report(Place(0, line - 1, 0), kinds.OTHER_ENTRY, entry=entry, edition=edition)
        return ""
    if not id and (listing := listing_at(entry, guide)):
        return listing.id
    near = closest(id, known)
    source.report(Place(0, line - 1, 0), kinds.GONE_LISTING, id=id or entry, near=near)
    return ""


def listing_at(number: str, guide: Guide) -> Listing | None:
    """The listing with a number in the whole guide as it is printed, None where there is none."""
    if not (number.isascii() and number.isdecimal()):
        return None
    return listing_of(int(number), printable(guide))


def called_of(
    listing: Listing, answered: list[tuple[int, Cells]], country: str, today: date, source: Source
) -> Called:
    """What the rows of a listing say."""
    days = {
        word: read_called_on(word, line, country, today, source)
        for line, cells in answered
        if (word := cells.get(CALLED_ON, ""))
    }
    day = max(filter(None, days.values()), default=None)
    return Called(
        listing=listing,
        day=day,
        by=next((by for _, cells in reversed(answered) if (by := cells.get(CALLED_BY, ""))), ""),
        is_right=is_right(answered),
        changes=tuple(changes_of(answered)),
        notes=tuple(notes_of(answered)),
        doubtful_day=next((word for word in days if days[word] == day and is_two_days(word)), ""),
    )


def read_called_on(word: str, line: int, country: str, today: date, source: Source) -> date | None:
    """The day of a call; None for what is none, which is reported."""
    day = read_day(word, country)
    if day is None:
        source.report(Place(0, line - 1, 0), kinds.CALLED_ON, word=word)
    elif day > today:
        source.report(Place(0, line - 1, 0), kinds.CALLED_LATER, word=word, day=day)
    return day


def word_of(cells: Cells) -> str:
    """What stands under "Right?", as it is compared."""
    return cells.get(RIGHT, "").casefold().rstrip(".!")


def is_right(answered: Sequence[tuple[int, Cells]]) -> bool:
    """Whether something was said to be right: in so many words, or by a day alone, with no note that nobody was reached."""
    dated = any(cells.get(CALLED_ON) for _, cells in answered)
    reached = not any(is_not_reached(cells) for _, cells in answered)
    return dated and reached or any(word_of(cells) in YES for _, cells in answered)


def is_not_reached(cells: Cells) -> bool:
    """Whether a row says that nobody was reached, and no more."""
    words = [word for word in (word_of(cells), cells.get(AFTER, "").casefold().rstrip(".!")) if word]
    return bool(words) and all(NOT_REACHED.fullmatch(word) for word in words)


def changes_of(answered: Iterable[tuple[int, Cells]]) -> Iterator[Answer]:
    """Yield what was said to be wrong, or in words that a person has to read."""
    for line, cells in answered:
        word, after = word_of(cells), cells.get(AFTER, "")
        if word in YES or not (word or after) or is_not_reached(cells):
            continue
        said = "; ".join(filter(None, ("" if word in NO else cells.get(RIGHT, ""), after)))
        yield Answer(line, cells.get(QUESTION, ""), cells.get(BEFORE, ""), said or "no")


def notes_of(answered: Iterable[tuple[int, Cells]]) -> Iterator[Answer]:
    """Yield what was written beside what is right, or in place of an answer that nobody gave."""
    for line, cells in answered:
        if is_not_reached(cells):
            said = "; ".join(filter(None, (cells.get(RIGHT, ""), cells.get(AFTER, ""))))
        else:
            said = cells.get(AFTER, "") if word_of(cells) in YES else ""
        if said:
            yield Answer(line, cells.get(QUESTION, ""), cells.get(BEFORE, ""), said)
