"""Kinds of problem with other people's data: what could not be read at all."""

from guide.problems.kind import ERROR, ProblemKind

NO_SOURCE = ProblemKind(
    "no-source",
    ERROR,
    "something to import that is not there, or is of no kind that can be read",
    "there is no such file or folder",
    "look at how it is written, and at the folder in which you are",
)
EMPTY_SOURCE = NO_SOURCE.said(
    "there is nothing in it to import", "give a file with a table: CSV, a spreadsheet or JSON"
)
UNKNOWN_SOURCE = NO_SOURCE.said(
    "this is {what}, not a table", "export it as CSV, Excel or JSON, and import that"
)
UNREAD_SOURCE = NO_SOURCE.said("{reason}", "close the program that has it open, or copy it to another folder")
LARGE_SOURCE = NO_SOURCE.said(
    "this has more than {limit} MB",
    "leave pictures and other attachments out, or divide it into several files",
)
NO_WORKBOOK = ProblemKind(
    "no-workbook",
    ERROR,
    "a spreadsheet that cannot be opened",
    "this spreadsheet cannot be opened: {reason}",
    "open it in Excel or LibreOffice, and save it again or as CSV",
)
LOCKED = NO_WORKBOOK.said("this spreadsheet has a password", "save it without one, and import that")
NO_JSON = ProblemKind(
    "no-json",
    ERROR,
    "JSON that is broken",
    "this is not JSON: {reason}",
    "export it again; perhaps the file was cut off",
)
NO_ARCHIVE = ProblemKind(
    "no-archive",
    ERROR,
    "an archive that cannot be opened",
    "this archive cannot be opened: {reason}",
    "unpack it, and import the folder",
)
NO_ANSWER = ProblemKind(
    "no-answer",
    ERROR,
    "an address on the web from which nothing came",
    "nothing came from this address: {reason}",
    "open it in a browser; download the file there, and import that",
)
NOT_SECURE = NO_ANSWER.said(
    "only addresses with https:// are fetched", "write https://, or download the file and import that"
)
NO_STATE = ProblemKind(
    "no-state",
    ERROR,
    "what an import left behind for the next one, and that cannot be read",
    "this is not what the last import left here ({reason})",
    "take the file from a copy of the folder; without it the next import would not know what was changed here",
)
NOTHING_AGAIN = ProblemKind(
    "nothing-again",
    ERROR,
    "an import that is to be made again where none was made",
    "nothing was imported into this folder yet",
    "name what to import: make-guide import FILE --to {folder}",
)
HANDED_OVER = NOTHING_AGAIN.said(
    "{names} was taken in with the studio, which keeps no copy of it",
    "name the file, as it is now: make-guide import FILE --to {folder}",
)
OTHER_SOURCE = ProblemKind(
    "other-source",
    ERROR,
    "a source with nothing of what was imported into this guide before",
    "this has none of the {count} listings that were imported into this guide before",
    "a guide has one import: name all its sources in one command, into a new folder",
)
OTHER_LANGUAGE = ProblemKind(
    "other-language",
    ERROR,
    "a table of an edition in another language, which is to be taken back into the guide",
    "this table is in {language}, and the guide in {own}: its texts would take the place of the guide's",
    "take back a table of an edition in {own}; translations are taken in with make-guide translate",
)
NO_NAMES = ProblemKind(
    "no-records",
    ERROR,
    "a source without a record that has a name",
    "none of {rows} rows becomes a listing{reason}",
    "say in a mapping which column is the name: see docs/import.md",
)
