"""Kinds of problem with verify: whom it names, and the call sheets that come back filled in."""

from guide.problems.kind import ERROR, ProblemKind
from guide.problems.reading import DATE

CALL_SHEET = ProblemKind(
    "call-sheet",
    ERROR,
    "a filled call sheet that cannot be read back",
    'this is no call sheet: its first line has no column "{column}"',
    "fill in the CSV that make-guide check --worklist makes, and keep its first line",
)
NO_ANSWERS = CALL_SHEET.said(
    "nothing is filled in", 'write yes or no under "Right?", the day under "Called on", and save it as CSV'
)
GONE_LISTING = CALL_SHEET.said(
    'the guide has no listing "{id}", and there are answers about it', "delete its lines from the table"
)
OTHER_ENTRY = CALL_SHEET.said(
    "the number {entry} is that of a listing in edition {edition}, and this is another edition now",
    'write the id of the listing under "Id" in this line; its file has it',
)
CALLED_ON = DATE.said('"{word}" under "Called on" is no day', "write it as in 2026-03-14")
CALLED_LATER = DATE.said(
    '"{word}" under "Called on" is still to come: {day}', "write the day of the call as in 2026-03-14"
)
OLDER = ProblemKind(
    "older-date",
    ERROR,
    "a listing that verify would give an older date than it has",
    "{name} was verified on {now} already, which is later than {day}; nothing was written",
    "leave {id} out, or write the older day all the same with --older",
)
UNKNOWN_ENTRY = ProblemKind(
    "unknown-entry",
    ERROR,
    "a number of a listing that there is not, where verify names one",
    "there is no entry {id}: the guide has {count}",
    "make-guide check --worklist has every number with its listing",
)
UNUSED_NUMBER = UNKNOWN_ENTRY.said("no listing in print has the number {id} any more", UNKNOWN_ENTRY.hint)
NO_NUMBER_YET = UNKNOWN_ENTRY.said(
    "no listing has the number {id} yet: the highest is {highest}", UNKNOWN_ENTRY.hint
)
