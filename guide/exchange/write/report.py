"""The report of an import: what became of every row, and every change, as a text and as a table."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from guide.content.spreadsheet import write_csv
from guide.exchange.ledger import LEFT_OUT, LISTING, Ledger, Lot, Note
from guide.exchange.origin import Origin

SHOWN = 5  # places of one kind in the text; the table has all
LONGEST = 90  # letters of a cell in the text
QUIET = frozenset(
    ("phone written as usual", "web address", "says nothing")
)  # kinds of which the text tells the number alone: nobody has to look at them
COLUMNS = ("Source", "Row", "Column", "What", "Before", "After")


def report_text(ledger: Ledger) -> str:
    """The report for people: the sums first, then what was left out, then the changes by their kinds, most frequent first."""
    return "\n".join((*sums_lines(ledger), *left_out_lines(ledger), *notes_lines(ledger))) + "\n"


def sums_lines(ledger: Ledger) -> Iterator[str]:
    """Yield the sums: what was read is what came out of it."""
    sums = ledger.sums
    yield f"{sums.read:,} rows read = {sums.listings:,} listings + {sums.merged:,} that went into one + {sums.left_out:,} left out"
    sources = Counter(row.source for row in ledger.lots)
    for source, count in sources.items():
        own = Counter(lot.fate for row, lot in ledger.lots.items() if lot and row.source == source)
        yield f"  {source}: {count:,} rows = {own['listing']:,} + {own['merged']:,} + {own['left out']:,}"


def left_out_lines(ledger: Ledger) -> Iterator[str]:
    """Yield what was left out, by reasons."""
    reasons: dict[str, list[Origin]] = defaultdict(list)
    for row, lot in ledger.lots.items():
        if lot and lot.fate == LEFT_OUT:
            reasons[lot.reason].append(row)
    if reasons:
        yield from ("", "Left out")
    for reason, rows in sorted(reasons.items(), key=lambda pair: -len(pair[1])):
        yield f"  {reason}: {len(rows):,} {'row' if len(rows) == 1 else 'rows'}"
        yield f"    {places(rows)}"


def places(rows: list[Origin]) -> str:
    """The first places of many."""
    more = f" and {len(rows) - SHOWN:,} more" if len(rows) > SHOWN else ""
    return "; ".join(map(str, rows[:SHOWN])) + more


def notes_lines(ledger: Ledger) -> Iterator[str]:
    """Yield the changes and doubts, what says little in a line each at the end."""
    kinds: dict[str, list[Note]] = defaultdict(list)
    for note in ledger.notes:
        kinds[note.kind].append(note)
    quiet = {kind: kinds.pop(kind) for kind in sorted(QUIET & set(kinds))}
    for kind, notes in sorted(kinds.items(), key=lambda pair: -len(pair[1])):
        yield from ("", f"{kind[:1].upper()}{kind[1:]}: {len(notes):,}")
        yield from (f"  {note_line(note)}" for note in notes[:SHOWN])
        if len(notes) > SHOWN:
            yield f"  and {len(notes) - SHOWN:,} more, see the table"
    if quiet:
        yield from ("", "Each of them is in the table alone")
    yield from (f"  {kind}: {len(notes):,}" for kind, notes in quiet.items())


def note_line(note: Note) -> str:
    """A change on a line."""
    before, after = short(note.before), short(note.after)
    change = f"{before} -> {after}" if before and after else before or after
    return f"{note.at}: {change}" if change else str(note.at)


def short(text: str) -> str:
    """The beginning of a text, on one line."""
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else text[: LONGEST - 3] + "..."


def report_table(ledger: Ledger) -> bytes:
    """The report as CSV for the owner of the spreadsheet: every row with its fate, and every change."""
    rows = [(at.source, at.row or "", at.column, *lot_cells(lot)) for at, lot in ledger.lots.items()]
    notes = [
        (note.at.source, note.at.row or "", note.at.column, note.kind, note.before, note.after)
        for note in ledger.notes
    ]
    return write_csv(COLUMNS, (*rows, *notes))


def lot_cells(lot: Lot | None) -> tuple[str, str, str]:
    """(what, before, after) of a row's fate."""
    if lot is None:
        return "lost", "", ""
    what = {LISTING: "is the listing", LEFT_OUT: "left out"}.get(lot.fate, "went into the listing")
    return (what, lot.reason, "") if lot.fate == LEFT_OUT else (what, "", lot.reason)
