"""Kinds of problem with mail: who gets it, what it says, the server and the ledger."""

from guide.problems.kind import ERROR, WARNING, ProblemKind
from guide.problems.reading import (
    EMAIL,
    EMPTY_FILE,
    MISSING,
    NOT_A_COUNT,
    NOT_ONE_OF,
    ONE_ADDRESS,
    UNKNOWN_KEY,
)

# --- addresses --------------------------------------------------------------------------------------

# Of an address in quotation marks, or as it was typed on the command line.
UNSEEN_IN_EMAIL = EMAIL.said("{text} has spaces or characters that cannot be seen", ONE_ADDRESS)
NOT_ONE_EMAIL = EMAIL.said("{text} is not one e-mail address", ONE_ADDRESS)
NOT_TAKEN_EMAIL = EMAIL.said(
    "{text} is not an e-mail address that servers take",
    f"look at what stands before the @; {ONE_ADDRESS}",
)
DOMAIN_OF_TWO = EMAIL.said(
    "{text} has a domain that is read in two ways",
    "write the domain in its form that begins with xn--",
)
NO_DOMAIN = EMAIL.said("{text} has a domain that cannot be", ONE_ADDRESS)

# --- recipients -------------------------------------------------------------------------------------

NO_RECIPIENTS = ProblemKind(
    "no-recipients",
    ERROR,
    "a file of recipients with nobody in it",
    "there is nobody in this file",
    "add a line for each recipient",
)
FORM = ProblemKind("mail-format", ERROR, "a recipient who asks for a form that there is not", *NOT_ONE_OF)
NO_FORM = ProblemKind(
    "no-mail-format",
    ERROR,
    "a recipient who asks for a form in which their edition cannot be made",
    "the edition {edition} cannot be made as {form}: {why}",
    "{advice}",
)
ADDRESS_TWICE = ProblemKind(
    "address-twice",
    ERROR,
    "an address that stands among the recipients twice",
    "{address} stands here and in line {line}",
    "delete one of the two",
)
COPIES = ProblemKind("copies", ERROR, "a number of copies that is none", *NOT_A_COUNT)
NO_ADDRESS = MISSING.said("this recipient has no address", "write one, or delete the line")
NO_ADDRESS_COLUMN = MISSING.said(
    'there is no column "address"', "the first line names the columns, as in address,name"
)
UNKNOWN_COLUMN = UNKNOWN_KEY.said('"{name}" is not known', "")
NO_COLUMN_NAME = UNKNOWN_KEY.said(
    '"{name}" cannot be the name of a column', "begin with a letter; use letters, digits and _"
)
EMPTY_TABLE = EMPTY_FILE.said(
    "this file is empty", "begin it with a line that names the columns: address,name"
)
TOO_MANY_CELLS = ProblemKind(
    "too-many-cells",
    ERROR,
    "a line of a table with more cells than the first",
    "this line has more cells than the first has names",
    "put texts with commas in double quotes",
)
QUOTES = ProblemKind(
    "quotes",
    ERROR,
    "a cell of a table with a quotation mark that is not closed",
    "a cell begins with a quotation mark and does not end with one",
    'write a quotation mark inside a cell as ""',
)
LINE_END = ProblemKind(
    "line-end",
    ERROR,
    "a cell of a table with more than one line",
    "a cell has more than one line",
    "write it on one line",
)

# --- messages ---------------------------------------------------------------------------------------

NO_SENDER = ProblemKind(
    "no-sender",
    ERROR,
    "mail, where the guide does not say who sends it",
    "guide.yaml does not say who sends",
    "add mail: and below it from: guide@example.org",
)
MAIL_FILE = ProblemKind(
    "mail-file",
    ERROR,
    "an edition whose file cannot be sent",
    "this file was changed after it was made",
    "move it away, and run the command again",
)
FILE_TOO_LARGE = MAIL_FILE.said(
    "this file has {size:.1f} MB, and {limit} MB is the limit",
    "put it on the web and give its address as link: under mail: in guide.yaml, or give a higher limit: there, 17 at the most",
)
NO_TEMPLATE = ProblemKind(
    "no-template",
    WARNING,
    "a recipient whose language no message is written in",
    'there is no message in "{wanted}"; they get it in "{language}"',
    "write mail/{code}.txt in the content folder",
)
NO_EDITION = ProblemKind(
    "no-edition-in-language",
    WARNING,
    "a recipient in whose language there is no edition",
    "there is no edition in {language}; they get {names}",
    "make one: make-guide translate {code}, and a file {file} that says languages: {code}",
)
OTHER_EDITION = NO_EDITION.said(
    "they get {names}, which is not in {language}",
    'write {there} under "edition", or leave the editions out of the command',
)
TEMPLATE_NAME = ProblemKind(
    "template-name",
    WARNING,
    "a file of words for messages that no recipient's language chooses",
    '"{name}" is not the code of a language, so nobody gets these words',
    "name the file by the code, such as en.txt or es.txt",
    'did you mean "{near}.txt"?',
)
TEMPLATE = ProblemKind(
    "template",
    ERROR,
    "the words of a message with a field that there is not",
    'there is nothing called "{{{name}}}"',
    "there are {known}",
    'did you mean "{{{near}}}"?',
)
LONE_BRACE = TEMPLATE.said('a "{brace}" stands alone', 'write "{brace}{brace}" for the sign itself')
NO_SUBJECT = TEMPLATE.said(
    "a template needs a subject and a text",
    "begin it with a line such as Subject: {{title}}, then write the text",
)

# --- the server -------------------------------------------------------------------------------------

URL_HINT = "write smtps://user@mail.example.org, or smtp://user@mail.example.org for STARTTLS"
MAIL_SERVER = ProblemKind(
    "mail-server",
    ERROR,
    "a mail server or a password that is missing or unsafe",
    "there is no mail server",
    "set {variable}: " + URL_HINT,
)
NO_SERVER_ADDRESS = MAIL_SERVER.said("this is no address of a server", URL_HINT)
NO_MAIL_ADDRESS = MAIL_SERVER.said("this is no address of a mail server", URL_HINT)
OPEN_PASSWORD = MAIL_SERVER.said(
    "a password does not belong here, where others can see it",
    "put it into {variable}, a file or the keyring",
)
UNSEEN_IN_USER = MAIL_SERVER.said("the name of the user has characters that cannot be seen", URL_HINT)
NO_CERTIFICATES = MAIL_SERVER.said("there is no file {path}", "name a file with certificates (PEM)")
NO_PASSWORD = MAIL_SERVER.said(
    "there is no password for {user} at {host}",
    "set {variable} or {file_variable}, or run: keyring set {service} {user}@{host}",
)
SHARED_PASSWORD = MAIL_SERVER.said("others can read this password", "run: chmod 600 {path}")
UNREAD_PASSWORD = MAIL_SERVER.said(
    "the password cannot be read ({reason})",
    "write it alone into a file, and name that in {variable}",
)
EMPTY_PASSWORD = MAIL_SERVER.said("there is no password on the first line", "write it there, alone")

# --- the ledger -------------------------------------------------------------------------------------

LEDGER = ProblemKind(
    "ledger",
    ERROR,
    "a ledger of mail that cannot be read, is none, or is of a newer version",
    "the ledger of mail cannot be used ({error})",
    "make room on the disk, or bring the file back from a backup; do not delete it: it says who has had which edition",
)
NO_LEDGER = LEDGER.said("this is not a ledger of mail", "move it away, or choose another folder with --out")
NEWER_LEDGER = LEDGER.said(
    "this ledger was written by a newer version of the program (its form is {version}, this program knows {known})",
    "install the newest version; nothing was sent",
)
LEDGER_LOST = ProblemKind(
    "ledger-lost",
    ERROR,
    "a ledger of mail that is gone, emptied or another than before; everybody would get everything again",
    "the ledger of mail is gone, so everybody would get everything again",
    "bring it back from a backup; if you are sure that nobody had these editions, delete {lock}",
)
LEDGER_EMPTY = LEDGER_LOST.said(
    "the ledger of mail is empty, so everybody would get everything again", LEDGER_LOST.hint
)
OTHER_LEDGER = LEDGER_LOST.said(
    "the ledger of mail is not the one that was used here last, or an older copy of it, so everybody would get everything again",
    LEDGER_LOST.hint,
)
ALREADY_SENDING = ProblemKind(
    "already-sending",
    ERROR,
    "mail, while another run sends",
    "another run is sending from this folder",
    "wait until it has ended; make-guide mail status shows how far it is",
)
