"""Kinds of problem that show when an edition is set: what does not fit, what cannot be seen, what faces lack."""

from guide.problems.content import FACE
from guide.problems.editions import PRESS
from guide.problems.kind import ERROR, WARNING, ProblemKind

# --- what an edition asks for -----------------------------------------------------------------------

BODY_SIZE = ProblemKind(
    "body-size",
    ERROR,
    "an edition with text that is too large for its pages, or large print that is small",
    "the edition {edition}: text of {size:g} pt is too large for the format {format}",
    "write {most} or less, or choose a larger format",
)
SMALL_LARGE_PRINT = BODY_SIZE.said(
    "the edition {edition}: large print of {size:g} pt is none",
    "write {least} or more, or leave body_size out",
)
LANGUAGES = ProblemKind(
    "languages",
    ERROR,
    "an edition in more languages than its pages have room for",
    "the edition {edition}: more than two languages on a page cannot be read",
    "write one or two",
)
LANGUAGES_OF_SHEET = LANGUAGES.said(
    "the edition {edition}: two languages do not fit the format {format}", "make an edition for each language"
)
LANGUAGES_OF_PAGE = LANGUAGES.said(
    "the edition {edition}: more than two languages on a web page cannot be read", "make an edition for each"
)
NO_PDF = ProblemKind(
    "no-pdf",
    ERROR,
    "a PDF of an edition that is read on a screen",
    "the edition {edition} has the format {format}, which is no PDF",
    "build it without naming a file: its own stand in the folder of their edition",
)
PLACE_TAKEN = ProblemKind(
    "place-taken",
    ERROR,
    "a listing or a part whose place on a web page has the name of another",
    'the edition {edition}: two places on the page are called "{id}"',
    "give the listing another id",
)
PRESS_OF_BOOKS = PRESS.said(
    "the edition {edition}: the format {format} is a sheet of its own and cannot be printed as {press}",
    "write press: duplex",
)
NOT_USED = ProblemKind(
    "not-used",
    WARNING,
    "a key that the format of an edition does not use",
    "the edition {edition}: {key} says nothing to the format {format}",
    "leave {key} out",
)
NOT_FOR_PRESS = NOT_USED.said(
    "the edition {edition}: {key} says nothing to the press {press}", "leave {key} out"
)
COPIES = ProblemKind(
    "copies-on-a-sheet",
    ERROR,
    "equal copies on a sheet that do not share its pages evenly",
    "the edition {edition}: {copies} copies cannot share the {up} pages of a sheet",
    "write one of {few}",
)
COPIES_OF_BOOKLET = COPIES.said(
    "the edition {edition}: {copies} booklets on a sheet are more than can be cut apart and folded",
    "write 1, 2 or 4",
)

SIGNS_OFF = ProblemKind(
    "signs-off",
    WARNING,
    "an edition that does not say what an open circle means, and prints some",
    "the edition {edition} has signs: none, and {count} of its listings are not checked: nothing tells readers to call first",
    "take signs: none out",
)

# --- what does not fit ------------------------------------------------------------------------------

DOES_NOT_FIT = ProblemKind(
    "does-not-fit",
    ERROR,
    "an edition with more pages than it may have, or fewer than it has to have",
    "the edition {edition} does not fit {pages} pages; the least that it needs is {least}",
    "choose fewer listings, or allow more pages",
)
TOO_MANY_PAGES = DOES_NOT_FIT.said(
    "the edition {edition} has {over} too many for {pages}; the least that it needs is {least}",
    "choose fewer listings, or write pages: {least} or more",
)
TOO_FEW_PAGES = DOES_NOT_FIT.said(
    "the edition {edition} has {short} too few for {pages}, even with a page for notes and {white} white ones",
    "choose more listings, write pages of the guide's own with spare: yes, or write pages: {most} or less",
)
ODD_PAGES = DOES_NOT_FIT.said(
    "the edition {edition}: a book for the press {press} has a multiple of {multiple} pages, which {pages} is not",
    "write pages: {choice}",
)
PAGES_AND_FIT = DOES_NOT_FIT.said(
    "the edition {edition} has pages, which says exactly how many, and fit, which says how many at most",
    "leave one of them out",
)
COVER_FULL = ProblemKind(
    "cover-full",
    ERROR,
    "a cover that has no room for all that stands on it",
    "title, subtitle, help_now and publisher together do not fit on the cover",
    "shorten the title or the subtitle, or write fewer lines under help_now or the publisher",
)
COUPON_TOO_HIGH = ProblemKind(
    "coupon-too-high",
    ERROR,
    "a coupon that is higher than a page",
    'a coupon of the page "{title}" is higher than a page',
    "write less in it",
)
COVER_OF_TWO = COVER_FULL.said(
    "two languages do not fit on the cover of this format",
    "choose a larger format, make an edition for each language, or shorten the title and the subtitle",
)
HEAD_FULL = COVER_FULL.said(
    "what stands at the head of page 1 is higher than the page",
    "shorten the title, write fewer lines under help_now, or print fewer columns of the table of people",
)
LEAVE_LISTINGS_OUT = "leave listings out in the edition's file, or shorten their descriptions"
LEAFLET_FULL = ProblemKind(
    "leaflet-full",
    ERROR,
    "more listings than a leaflet has room for",
    "the leaflet has room for three panels of listings and part of its back; {count} do not fit and need {inches:.1f} in more of a panel: {names}",
    LEAVE_LISTINGS_OUT,
)
ONE_TOO_MANY = LEAFLET_FULL.said(
    "the leaflet has room for three panels of listings and part of its back; 1 does not fit and needs {inches:.1f} in more of a panel: {names}",
    LEAVE_LISTINGS_OUT,
)
PANEL_FULL = LEAFLET_FULL.said("{name} is higher than a panel of the leaflet", LEAVE_LISTINGS_OUT)
STEPS_FULL = LEAFLET_FULL.said(
    "how_to_use is higher than a panel of the leaflet", "write fewer steps, or shorter ones"
)
LANGUAGES_LEFT_OUT = ProblemKind(
    "languages-left-out",
    WARNING,
    "a leaflet without room for all languages that there is help in",
    "the leaflet has no room for these languages that there is help in: {names}",
    "name the most important first in language_help of the edition",
)
SHEET_FULL = ProblemKind(
    "sheet-full",
    ERROR,
    "more listings than one sheet has room for",
    "{count} listings do not fit on one sheet, even with text of {size} pt; they need {inches:.1f} in more of a column: {names}",
    "choose fewer listings in the edition's file",
)
POSTER_FULL = SHEET_FULL.said(
    "{count} listings do not fit on the poster, even with text of {size} pt; they need {inches:.1f} in more of a column: {names}",
    "choose fewer listings in the edition's file, or leave out back: poster",
)
WALLET_FULL = ProblemKind(
    "wallet-full",
    ERROR,
    "more than a wallet card has room for",
    "a wallet card has room for {most} listings; {count} do not fit: {names}",
    "choose the {most} that matter most in the edition's file",
)
WALLET_FRONT = WALLET_FULL.said(
    "help_now and the publisher's number do not fit on the front of a wallet card",
    "write fewer lines under help_now, or shorter ones",
)
NOT_FOR_WALLET = WALLET_FULL.said(
    "{name} has no phone number, and a wallet card says nothing else of it",
    "leave it out in the edition's file",
)
CLOSED_FOR_WALLET = WALLET_FULL.said(
    "{name} is closed for now, and a wallet card has no room to say so", "leave it out in the edition's file"
)
ZINE_FULL = ProblemKind(
    "zine-full",
    ERROR,
    "more listings than a zine has room for",
    "a zine has room for six pages of listings; {count} too many, which need {inches:.1f} in more of a page: {names}",
    "choose fewer listings in the edition's file",
)
TOO_LONG_FOR_A_PAGE = ProblemKind(
    "too-long-for-a-page",
    WARNING,
    "a listing that does not fit on one page",
    "{name}: name, addresses and numbers together do not fit on one page, so they are split",
    "shorten them, or make two listings of it",
)
WORD_TOO_LONG = ProblemKind(
    "word-too-long",
    WARNING,
    "a word that is longer than a line",
    "{word!r} is too long for a line and was broken in the middle",
    "give a shorter form, or put spaces in it",
)

# --- accents and faces ------------------------------------------------------------------------------

ACCENT_CONTRAST = ProblemKind(
    "accent-contrast",
    ERROR,
    "an accent on which print cannot be read",
    "the accent {accent} has a contrast of {contrast:.1f} to 1 on white; white words on it cannot be read",
    "choose a darker one, with {least} to 1 or more",
)
ACCENT_GREY = ProblemKind(
    "accent-grey",
    WARNING,
    "an accent that cannot be told from another where there is no colour",
    "the accent {accent} becomes a grey of {black} % black on a printer without colour",
    "one between 70 and 80 % looks as the others do",
)
NO_FONT = FACE.said("this is not a font file", "use a TrueType file")
CFF_FACE = FACE.said(
    "this face has CFF outlines, and no TrueType outlines",
    "use the TrueType edition of this face, a file whose name ends in .ttf",
)
FACES_IN_ONE = FACE.said(
    "this face is a collection of several faces",
    "save the one that you want as a file of its own, and name that",
)
WOFF2_FACE = FACE.said(
    "this face is packed for the web (WOFF2)", "use the TrueType file that it was made from"
)
WOFF_FACE = FACE.said("this face is packed for the web (WOFF)", "use the TrueType file that it was made from")
BROKEN_FACE = FACE.said("this face is broken: {reason}", "use the file that its makers give out")
FORBIDDEN_FACE = FACE.said(
    "the makers of this face do not allow it to be embedded in a PDF", "use one that may be"
)
FACE_DAMAGED = ProblemKind(
    "face-damaged",
    WARNING,
    "a face whose sums are wrong: letters may be drawn wrong",
    "the sums are wrong, so this face is damaged, or was changed carelessly",
    "use the file that its makers give out, or look at each page",
)
TABLES_DAMAGED = FACE_DAMAGED.said(
    "the sums of its tables {tables} are wrong, so this face is damaged, or was changed carelessly",
    FACE_DAMAGED.hint,
)
FACE_COVERAGE = ProblemKind(
    "face-coverage",
    WARNING,
    "a face that lacks usual characters",
    "this face lacks {count} usual characters ({characters})",
    "the shipped face shows them instead",
)
UNUSED_FACE = ProblemKind(
    "face-unused",
    WARNING,
    "a file in the folder of faces with a name that no face of a script has",
    "{name} is no name of a face that the program looks for",
    "give it the name that its makers gave it, such as {near}; docs/languages.md has the faces of each script",
    "give it the name that its makers gave it, such as {near}; docs/languages.md has the faces of each script",
)
ANOTHER_WAY = "write it another way, or name a face that has it under faces: in style.yaml"
GET_FACE = (
    "on Debian and Ubuntu: apt install {package}; elsewhere get {near}, put them into a folder of the content folder, "
    "such as faces, and name it in style.yaml: faces: {{folder: faces}}"
)
NO_FACE_HAS = ProblemKind(
    "no-face-has-character",
    ERROR,
    "characters that no face has, by script",
    "{names}: no face has {count} characters, {characters}{of_script}",
    ANOTHER_WAY,
    GET_FACE,
)
NO_FACE_HAS_IT = NO_FACE_HAS.said(
    "{names}: no face has the character {characters}{of_script}", ANOTHER_WAY, guess=GET_FACE
)

OWN_NAME = ProblemKind(
    "language-name",
    WARNING,
    "a language named in letters that no face has; it is printed in the guide's language",
    '{listing}: no face has "{name}", and "{said}" is printed instead',
    "write {said}",
    GET_FACE,
)
PANEL_LANGUAGE = ProblemKind(
    "panel-language",
    WARNING,
    "a language that was named for the panel of languages, and that it leaves out: no words, or no face",
    "the panel of languages has no {name}: the program has no words in it",
    "take {code} out of language_help; there are words in {there}",
    GET_FACE,
)
PANEL_FACE = PANEL_LANGUAGE.said(
    "the panel of languages has no {name}: no face has its letters", ANOTHER_WAY, guess=GET_FACE
)

# --- the press --------------------------------------------------------------------------------------

SAFE_MARGIN = ProblemKind(
    "safe-margin",
    WARNING,
    "print too near to where a page is cut",
    "page {pages}: {thing} is {room} points from the edge, and may be cut off",
    "keep {safe:g} points clear of the edge of a page that is cut",
)
NO_PAPER = ProblemKind(
    "no-paper",
    WARNING,
    "pages that need a sheet of no usual size",
    "{up} pages of {edition} need a sheet of {width:.2f} x {height:.2f} in, which is no usual paper",
    "use a smaller format, or put fewer pages on a sheet",
)
