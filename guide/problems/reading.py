"""Kinds of problem with files as such, with their keys, and with the values of these."""

from guide.problems.kind import ERROR, WARNING, ProblemKind

# --- files and folders ------------------------------------------------------------------------------

UNREADABLE = ProblemKind(
    "unreadable",
    ERROR,
    "a file or folder that cannot be opened",
    "this file cannot be read ({reason})",
    "ask whoever looks after this computer",
)
MISSING_FILE = UNREADABLE.said("this file is missing", "check its name and where it lies")
NO_FILE = UNREADABLE.said("this is not a file", "check its name and where it lies")
FOLDER = UNREADABLE.said(
    "this folder cannot be read ({reason})", "mend it, or take it away if it is not needed"
)
FILE_NAME = ProblemKind(
    "file-name",
    ERROR,
    "a file whose name has characters that cannot be read",
    "the name of this file has characters that cannot be read",
    "give it a name of letters, digits and hyphens",
)
EMPTY_FILE = ProblemKind(
    "empty-file",
    ERROR,
    "a file with nothing in it",
    "this file is empty",
    "write something into it, or delete it",
)
ENCODING = ProblemKind(
    "encoding",
    ERROR,
    "a file that is not UTF-8",
    "this file is saved as {encoding}",
    "save it again as UTF-8",
)
ENCODING_BYTE = ENCODING.said(
    "byte {byte:02X} is not UTF-8, so the file was probably saved in another encoding",
    "save it again as UTF-8 and look at this line",
)
SPREADSHEET = ENCODING.said(
    "this is a spreadsheet (Excel, Numbers or LibreOffice), not a table as text",
    'open it, choose "Save as", and save it as "CSV UTF-8" or "CSV"',
)
WINDOWS_TEXT = ProblemKind(
    "windows-text",
    WARNING,
    "a table that is not UTF-8, but as Excel saves it on Windows",
    'this table is not saved as UTF-8, and was read as Excel writes it on Windows: line {line} has "{text}"',
    "if that is right, all is well; else save it again as CSV UTF-8",
)
OTHER_PROGRAM = ENCODING.said(
    "this is {what}, not a text file",
    "open it in its program, save it there as plain text (UTF-8), and give it this name again",
)
TOO_LARGE = ProblemKind(
    "too-large",
    ERROR,
    "a file or text that nobody can have written by hand",
    "this file is larger than {most} MB",
    "check that it is the right file, or divide it into several sections",
)
TOO_MANY_PARTS = TOO_LARGE.said("this file has more than {most:,} parts", "check that it is the right file")
TOO_LONG = TOO_LARGE.said(
    '"{key}" has {count:,} characters; {most:,} are the most', "shorten it, or check the quotation marks"
)
MARKDOWN_TOO_LONG = TOO_LARGE.said("this text has more than {most:,} characters", "shorten it, or divide it")
TOO_DEEP = ProblemKind(
    "too-deep",
    ERROR,
    "lists inside each other, more than 20 deep",
    "lists stand inside each other more than {most} deep",
    "check that it is the right file",
)
TOO_MANY = ProblemKind(
    "too-many",
    ERROR,
    "more than 1,000 problems in a file",
    "this file has more than {most} problems",
    "mend these first",
)
UNSEEN = ProblemKind(
    "unseen-character",
    ERROR,
    "a character that nobody can see",
    "the character {character} cannot be seen{more}",
    "delete it, or type the line again",
)
TURNS_TEXT = UNSEEN.said(
    "the character {character} turns the direction of the text{more}", "delete it, or type the line again"
)
PILED_MARKS = UNSEEN.said(
    "{count} marks stand on one letter, the first of them {character}",
    "delete them, or type the line again",
)

# --- keys -------------------------------------------------------------------------------------------

WRONG_TYPE = ProblemKind(
    "wrong-type",
    ERROR,
    "a text where a list belongs, and the like",
    '"{key}" is {found} here',
    "write {wanted}",
)
NO_KEYS = WRONG_TYPE.said(
    "this file must consist of lines of the form key: text",
    "begin it with a line such as title: Food and meals",
)
YES_OR_NO = WRONG_TYPE.said('"{key}" is "{word}"', "write yes or no")
UNKNOWN_KEY = ProblemKind(
    "unknown-key",
    ERROR,
    "a key that there is not",
    '{record} has no key "{name}"',
    "the keys are {keys}",
)
KEY_OF_MANY = UNKNOWN_KEY.said(
    '{record} has no key "{name}"',
    'put "# " before the line if it is a note for yourselves; docs/keys.md has every key',
)
BELONGS = "{near}: belongs {where}"
KEY_ELSEWHERE = UNKNOWN_KEY.said('{record} has no key "{name}"', BELONGS, guess=BELONGS)
KEY_NO_WORD = UNKNOWN_KEY.said("a key must be a word", "write it as key: text")
DUPLICATE_KEY = ProblemKind(
    "duplicate-key",
    ERROR,
    "a key that is given twice",
    '"{name}" is given twice, here and in line {line}',
    "delete one of the two",
)
KEY_TWICE = DUPLICATE_KEY.said('"{name}" is given twice', "delete one of the two")
MISSING = ProblemKind(
    "missing",
    ERROR,
    "a key that is needed",
    '{record} needs "{key}"',
    'add a line that begins with "{key}: "',
)
NOTHING_AFTER = MISSING.said('"{name}" is empty', "write something after it")

# --- values -----------------------------------------------------------------------------------------

# How a value is said that a regular expression, a few words or two numbers describe; the name is the key's own.
NOT_ONE_OF = ('"{key}" cannot be "{word}"', "write one of: {choices}")
NOT_A_COUNT = ('"{key}" is "{word}"', "write a number from {least} to {most}")
CANNOT_BE = '"{word}" cannot be the {key}'

NULL = ProblemKind(
    "null",
    ERROR,
    "the word null, which would be printed",
    '"{text}" would be printed as it stands',
    "write nothing after the colon instead",
)
DATE = ProblemKind(
    "date",
    ERROR,
    "a date that is not year-month-day",
    '"{word}" is not a date',
    "write year, month and day as in 2026-03-14",
)
DATE_MEANT = DATE.said('"{word}" is not a date', "write {meant}: year, month and day")
SMART_QUOTES = ProblemKind(
    "smart-quotes",
    WARNING,
    "quotation marks of a word processor around a whole value; they are not printed",
    '"{key}" stands in quotation marks of a word processor, which are not printed',
    "take the marks away",
    switchable=True,
)
COLON_IN_TEXT = WRONG_TYPE.said(
    '"{key}" has a text with a colon, which makes a key of its beginning',
    "put it in double quotes because of the colon: {mended}",
)
COLON_IN_SOME_TEXT = COLON_IN_TEXT.said(
    COLON_IN_TEXT.message, "put the whole of it in double quotes because of the colon"
)
LEAVE_OUT = "leave the key out"
ONE_ADDRESS = "write one address such as help@example.org"
EMAIL = ProblemKind(
    "email", ERROR, "an e-mail address that is none", '"{word}" is not an e-mail address', ONE_ADDRESS
)
EMAIL_IN_WORDS = EMAIL.said('"{word}" is not an e-mail address', "write {meant}")
NO_EMAIL = EMAIL.said('"{word}" is not an e-mail address', LEAVE_OUT)
LINK = ProblemKind(
    "link",
    ERROR,
    "a web address or link that leads nowhere",
    '"{word}" is not a web address',
    "write one address such as https://www.example.org",
)
NO_LINK = LINK.said('"{word}" is not a web address', LEAVE_OUT)
ENTITY = ProblemKind(
    "entity",
    WARNING,
    "HTML's way to write a character, such as &amp;; it is printed as the character",
    '"{key}" has {entity} of a web page in it, which is printed as {said}',
    "write {said}",
    switchable=True,
)
CUT_OFF = ProblemKind(
    "cut-off",
    WARNING,
    "a text of a round number of characters, such as 255 or 1,000, that ends in the middle of a sentence",
    '"{key}" has {count} characters and ends in the middle of a sentence, as if it had been cut off',
    "look up how it ends",
    switchable=True,
)
HIDDEN_EMAIL = ProblemKind(
    "placeholder",
    ERROR,
    "",
    '"[email protected]" is not an address but what a web page shows in place of one',
    "write the address, or delete the line",
)
