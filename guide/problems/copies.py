"""Kinds of problem with the ledger of paper copies, and with tables of who got how many."""

from guide.problems.kind import ERROR, ProblemKind
from guide.problems.mail import EMPTY_TABLE, LEDGER
from guide.problems.reading import DATE, MISSING, NOT_A_COUNT, UNKNOWN_KEY

COPIES_LEDGER = LEDGER.said(
    "the ledger of paper copies cannot be used ({error})",
    "make room on the disk, or bring the file back from a backup; do not delete it: it says who has which copies",
)
NO_COPIES_LEDGER = LEDGER.said(
    "this is not a ledger of paper copies", "move it away, or choose another folder with --out"
)
NEWER_COPIES_LEDGER = LEDGER.said(
    "this ledger was written by a newer version of the program (its form is {version}, this program knows {known})",
    "install the newest version; nothing was written",
)
NO_NAME_COLUMN = MISSING.said(
    'there is no column "{column}"',
    "the first line names the columns, as in name,address,copies,edition,number,date",
)
NO_NAME = MISSING.said("this line has no name", "write who got the copies, or delete the line")
COPIES_COLUMN = UNKNOWN_KEY.said('"{name}" is not known', "the columns are {names}")
WRONG_NUMBER = ProblemKind(
    "edition-number", ERROR, "a number of an edition that is none, in a table of copies", *NOT_A_COUNT
)
WRONG_DAY = DATE.said('"{word}" under "date" is no day', "write it as in 2026-03-14")
ON_SCREEN = ProblemKind(
    "copies-on-screen",
    ERROR,
    "copies of an edition that is read on a screen, in a table of copies",
    '"{name}" is read on a screen, and nobody has copies of it on paper',
    "write an edition that is printed: {names}",
)
NO_COPIES = EMPTY_TABLE.said("nobody is in this table", "add a line for everybody who got copies")
OTHER_COPIES = ProblemKind(
    "no-such-copies",
    ERROR,
    "a line of the ledger of paper copies that there is not",
    "there is no line {id} in the ledger",
    "make-guide distribute list shows the numbers of the lines",
)
