"""Open late and at weekends: which places stand in which list, and with what hours."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from guide.language.both import one_text
from guide.language.hours_lines import hours_lines
from guide.language.short_hours import day_title, short_lines
from guide.language.words import Words
from guide.layout.compose.links import part_anchor
from guide.layout.parts.open_rows import LateRow, OpenOffice, open_offices
from guide.model import Guide, OpeningHours
from guide.model.late import SATURDAY, SUNDAY, WEEKDAYS, Late, Rules, closings, late_of


class LateList(NamedTuple):
    """The places that are open then."""

    title: str
    rows: tuple[LateRow, ...]


class _Kind(NamedTuple):
    """What makes one of the lists: the field of its rules, the days they are of, whether these are named in the rows."""

    field: str
    days: Collection[int]
    named: bool


KINDS = (
    _Kind("nights", range(7), True),
    _Kind("evenings", WEEKDAYS, True),
    _Kind("saturday", SATURDAY, False),
    _Kind("sunday", SUNDAY, False),
)


def late_lists(guide: Guide, words: Words) -> tuple[LateList, ...]:
    """The lists that have rows, in the order in which they are printed."""
    offices = [
        (office, late_of(office.opening))
        for office in open_offices(guide, words)
        if not office.listing.closed
    ]
    always = tuple(_row(office, ()) for office, late in offices if late.always)
    lists = [LateList(words.day_and_night, always)]
    for title, kind in zip(_titles(words), KINDS):
        rows = (_kind_row(office, late, kind, words) for office, late in offices)
        lists.append(LateList(title, tuple(row for row in rows if row)))
    return tuple(each for each in lists if each.rows)


def _titles(words: Words) -> Iterator[str]:
    yield words.every_night
    yield words.weekday_evenings
    for (day,) in (SATURDAY, SUNDAY):
        yield one_text(*(day_title(day, each.hours) for each in words.versions))


def _kind_row(office: OpenOffice, late: Late, kind: _Kind, words: Words) -> LateRow | None:
    """The row of a place in a list, None where it is not in it."""
    rules: Rules = getattr(late, kind.field)
    if not rules:
        return None
    closed = OpeningHours(text="", rules=closings(office.opening, kind.days))
    lines = (
        (*short_lines(rules, each.hours, kind.named), *hours_lines(closed, each.hours))
        for each in words.versions
    )
    return _row(office, tuple(dict.fromkeys(lines)))


def _row(office: OpenOffice, hours: tuple[tuple[str, ...], ...]) -> LateRow:
    anchor = part_anchor(office.listing.id, office.part)
    return LateRow(office.name, office.phone, hours, anchor, office.language, office.end)
