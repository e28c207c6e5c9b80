"""Kinds of problem with a table of people: its columns, what it asks for, and the files that come of it."""

from guide.problems.editions import UNKNOWN_EDITION
from guide.problems.kind import ERROR, WARNING, ProblemKind
from guide.problems.layout import DOES_NOT_FIT
from guide.problems.mail import NO_EDITION, QUOTES, TOO_MANY_CELLS

# --- the table --------------------------------------------------------------------------------------

NO_PEOPLE = ProblemKind(
    "no-people",
    ERROR,
    "a table of people with nobody in it",
    "there is nobody in this table",
    "the first row names the columns, as in file,city,postal_code,topic,language; each row below it is a person",
)
PEOPLE_COLUMN = ProblemKind(
    "people-column",
    ERROR,
    "a column of a table of people that is nearly called as another, or is there twice",
    '"{name}" is not known',
    "",
)
NO_KNOWN_COLUMN = PEOPLE_COLUMN.said(
    "no column of this table is known",
    "the first row names the columns, and one of file, name, city, postal_code, topic, language, audience and edition has to be there",
)
COLUMN_TWICE = PEOPLE_COLUMN.said('the column "{name}" is there twice', "delete one of the two")
NO_TABLE = NO_PEOPLE.said("this is {what}, and no table", "save it as a table (CSV), or as a spreadsheet")
OTHER_SHEETS = ProblemKind(
    "other-sheets",
    WARNING,
    "a spreadsheet of people with more than one sheet",
    "only the first sheet, {name}, is read",
    "put all people into one sheet",
)
CELLS_BEYOND = TOO_MANY_CELLS.said(
    "this row has more cells than the first row has names", "put texts with commas in double quotes"
)

OPEN_QUOTES = QUOTES.said(
    "a quotation mark stands at an odd place in this row, or is not closed, and rows may be lost in it",
    'write a quotation mark inside a cell as "", or delete it',
)

# --- what is asked for ------------------------------------------------------------------------------

UNKNOWN_WISH = ProblemKind(
    "unknown-wish",
    ERROR,
    "a row of a table of people that asks for what the guide does not have",
    'no {thing} is named "{word}"',
    "the guide has {names}",
    other_level=WARNING,
)
NO_SUCH_PLACE = UNKNOWN_WISH.said(
    'no listing is in {thing} "{word}"',
    "they get what is nearest as far as that is known",
    WARNING,
    'did you mean "{near}"?',
)
NO_SUCH_NUMBER = UNKNOWN_WISH.said('"{word}" is no {thing}', "write it in degrees, as in 37.80")
NO_SUCH_EDITION = UNKNOWN_EDITION.said('there is no edition "{name}"', "the editions are {names}")
NOTHING_MEETS = ProblemKind(
    "nothing-meets",
    ERROR,
    "a row of a table of people that no listing meets",
    "no listing meets all that this row asks for: {wishes}",
    "empty one of these cells, or choose another edition",
)
NONE_IN_LANGUAGE = NO_EDITION.said(
    "there is no edition in {language}; they get {name}",
    "make one: make-guide translate {code}, and a file {file} that says languages: {code}",
)

NO_EMAIL_COLUMN = PEOPLE_COLUMN.said(
    "the table of people has no column email", "add one with the address of each person who is to get mail"
)

# --- what comes of it -------------------------------------------------------------------------------

NAME_TWICE = ProblemKind(
    "name-twice",
    WARNING,
    "two rows of a table of people whose files would have one name",
    "row {row} has a file of this name; this one is numbered",
    "write another name into the column file, or use --name with {{row}} in it",
)
NO_TWO_COPIES = DOES_NOT_FIT.said(
    "the edition {edition} is a {kind}, and two copies of it do not stand beside each other on a sheet",
    "choose an edition with pages, or leave --two out",
)
ON_SCREEN = DOES_NOT_FIT.said(
    "the edition {edition} is not printed, and is no handout",
    "choose an edition that is printed",
)
NO_BATCH = ProblemKind(
    "no-batch",
    ERROR,
    "a folder of handouts whose ledger cannot be used, or is being used",
    "this is no ledger of handouts that this version knows",
    "choose another folder with --out",
)
BATCH_RUNS = NO_BATCH.said(
    "another run is making handouts in this folder",
    "wait until it has ended, or choose another folder with --out",
)
BATCH_LEDGER = NO_BATCH.said(
    "the ledger cannot be read or written ({error})",
    "make room on the disk, or choose another folder with --out",
)

NOT_MADE = ProblemKind(
    "not-made",
    ERROR,
    "a row of a table of people for which no handout could be made",
    "no handout is made: {message}",
    "{advice}",
)
ROW_FAULT = NOT_MADE.said(
    "no handout is made: this is a fault of the program ({kind})",
    "please report it to whoever looks after the program, without the names of people",
)
STILL_NOT_MADE = NOT_MADE.said("{message}", "")
NO_COLUMN = PEOPLE_COLUMN.said('the table of people has no column "{name}"', "its columns are {names}")
OTHER_HANDOUTS = ProblemKind(
    "other-handouts",
    ERROR,
    "a table in the place of the list of handouts that was not made here, or was changed since",
    "this table was not made here, and would be lost",
    "move it away, or choose another folder with --out",
)
NO_HANDOUTS = NOT_MADE.said(
    "there are no handouts here", "make them first: make-guide batch {people} --out {folder}"
)
NOT_TO_MAIL = NOT_MADE.said(
    "these handouts are not files of their own, and cannot be sent one by one",
    "make them as files of their own, in another folder: make-guide batch TABLE --out FOLDER",
)
