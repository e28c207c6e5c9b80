"""Kinds of problem with the files of editions, and with what they choose."""

from guide.problems.content import NUMBER
from guide.problems.kind import ERROR, WARNING, ProblemKind
from guide.problems.reading import NOT_ONE_OF

# --- their keys -------------------------------------------------------------------------------------

ISBN = ProblemKind(
    "isbn",
    ERROR,
    "an ISBN or ISSN that is none, or whose last figure does not check the others",
    '"{text}" is no ISBN',
    "it has 13 figures that begin with 978 or 979, or in older books 10",
)
ISSN = ISBN.said('"{text}" is no ISSN', "it has eight figures, the last of which may be X: 1234-5679")
CHECK_DIGIT = ISBN.said(
    "{text} ends with {last}, and after the other figures it would be {right}",
    "look at the number once more: a figure is wrong, or two have changed places",
)
ISBN_TWICE = ProblemKind(
    "isbn-twice",
    WARNING,
    "two editions, or an edition and an older one, with one ISBN",
    "{isbn} is the ISBN of the edition {other} too",
    "each form of a book has its own: ask whoever gives out your numbers for another",
)
ISBN_AGAIN = ISBN_TWICE.said(
    "{isbn} was the ISBN of edition {number} of {other}, which has another content",
    ISBN_TWICE.hint,
)
BACK = ProblemKind("back", ERROR, "a zine with something on its back that there is not", *NOT_ONE_OF)
BINDING = ProblemKind("binding", ERROR, "an edition that is bound in a way that there is not", *NOT_ONE_OF)
BILINGUAL = ProblemKind("bilingual", ERROR, "two languages neither beside nor under each other", *NOT_ONE_OF)
COVER = ProblemKind("cover", ERROR, "an edition with a cover that there is not", *NOT_ONE_OF)
STANDARD = ProblemKind("standard", ERROR, "an edition held to a standard that there is not", *NOT_ONE_OF)
ATTACHED = ProblemKind(
    "attached", ERROR, "an edition whose file carries a form that there is not", *NOT_ONE_OF
)
FLIP = ProblemKind("flip", ERROR, "an edition that is turned over on an edge that there is not", *NOT_ONE_OF)
FORMAT = ProblemKind("format", ERROR, "an edition in a format that there is not", *NOT_ONE_OF)
HELP = ProblemKind("help", ERROR, "an edition that offers help in a place that there is not", *NOT_ONE_OF)
INK = ProblemKind("ink", ERROR, "an edition in an ink that there is not", *NOT_ONE_OF)
CONTENTS = ProblemKind("contents", ERROR, "an edition with contents of a kind that there is not", *NOT_ONE_OF)
FRONT = ProblemKind("front", ERROR, "an edition with what stands on page 2 in another place", *NOT_ONE_OF)
NEWS_PLACE = ProblemKind(
    "news-place", ERROR, "an edition that tells what is new in a place that there is not", *NOT_ONE_OF
)
MAP_PLACE = ProblemKind("map-place", ERROR, "a map in a place that there is not", *NOT_ONE_OF)
INDEX_PART = ProblemKind(
    "index-part", ERROR, "an edition with an index by what there is none by", *NOT_ONE_OF
)
OPEN = ProblemKind("open", ERROR, "an edition with hours in a way that there is not", *NOT_ONE_OF)
PRESS = ProblemKind("press", ERROR, "an edition for a press that there is not", *NOT_ONE_OF)
UNTRANSLATED = ProblemKind(
    "untranslated",
    ERROR,
    "an edition that does not say well what becomes of texts without translation",
    *NOT_ONE_OF,
)
UP = ProblemKind(
    "up",
    ERROR,
    "a number of pages on a sheet that is none",
    '"{key}" is "{text}" here',
    "write 2, 4, 8 or 16",
)
COPIES_NUMBER = NUMBER.said('"{key}" is "{word}" here', "write how many copies a sheet has, from 1 to 16")
LENGTH = NUMBER.said(
    '"{key}" is {text!r} here', 'write a length with its unit, as in "4 in", "100 mm" or "288 pt"'
)
PAGE_SIZE = ProblemKind(
    "page-size",
    ERROR,
    "a page of a size on which nobody could read or print a guide",
    '"{key}" is not a width and a height',
    "write both, as in [4 in, 7 in] or [100 mm, 180 mm]",
)
NO_PAGE = PAGE_SIZE.said("no guide can be read on a page of {said}: {reason}", "choose another size")
PAGE_AND_FORMAT = PAGE_SIZE.said(
    "the page has a size of its own, and a format that says another",
    "leave out format or page; format: large-print alone may stand beside it",
)
MARGIN = ProblemKind(
    "margin",
    ERROR,
    "margins that leave no room for the thumb tabs or for the text",
    "the edition {edition}: a margin of {size:g} pt is {what}",
    "write {least:g} to {most:g} points, or leave it out",
)
TIME_ZONE = ProblemKind(
    "time-zone",
    ERROR,
    "a web page with hours in a time zone that there is not",
    '"{key}" is "{text}" here, which is no time zone',
    "write its name, as in America/Chicago or Europe/Berlin",
)
POINTS = NUMBER.said('"{key}" is {text!r} here', "write points from {least} to {most}, as in 14")
PRICE = NUMBER.said('"{key}" is {text!r} here', "write a price, as in 0.05")
DISTANCE = NUMBER.said(
    '"{key}" is {text!r} here', 'write a distance with its unit, as in "5 miles" or "8 km"'
)
COLUMNS = NUMBER.said('"{key}" is "{word}" here', "write 1 or 2, the columns of listings on a page")
CELLS = NUMBER.said('"{key}" is "{word}" here', "write how many cells a line has, from 32 to 60")
LINES = NUMBER.said('"{key}" is "{word}" here', "write how many lines a page has, from 15 to 40")
VOLUME_PAGES = NUMBER.said(
    '"{key}" is "{word}" here', "write how many pages of braille a volume has, from 20 to 999"
)
PAGES = NUMBER.said('"{key}" is {text!r} here', 'write a number of pages, as in "8 pages"')

# --- what a print shop gives ------------------------------------------------------------------------

NO_SPOT = ProblemKind(
    "spot",
    ERROR,
    "a second ink that nobody can print with",
    "this edition has two inks, and does not name the second",
    "add a line such as spot: {{name: PANTONE 3155 C, cmyk: [100, 0, 28, 44]}}",
)
SPOT_INKS = NO_SPOT.said(
    '"{key}" is not four shares from 0 to 100',
    "write per cent of cyan, magenta, yellow and black, as in [100, 0, 28, 44]",
)
SPOT_NAME = NO_SPOT.said(
    '"{name}" is no ink of its own', "write the name that the shop has for it, as in PANTONE 3155 C"
)
SPOT_PALE = ProblemKind(
    "spot-pale",
    WARNING,
    "a second ink on which white words can hardly be read",
    'white words on "{name}" can hardly be read, as far as its CMYK tells',
    "choose a darker ink",
)
SPOT_ELSEWHERE = ProblemKind(
    "spot-elsewhere",
    WARNING,
    "a second ink on a press that has none",
    "only a print shop has a second ink: this edition is printed in its colour",
    "write press: print-shop, or ink: colour",
)
PROFILE = ProblemKind(
    "profile",
    ERROR,
    "an ICC profile that is missing, or that is not of a press with four inks",
    'the file "{name}" is not the ICC profile of a press with four inks',
    "ask the print shop for the CMYK profile of its paper",
)
NO_PROFILE = PROFILE.said(
    'there is no file "{name}"', "check its name; it is looked for in the content folder"
)
PROFILE_OUTSIDE = PROFILE.said('the file "{name}" is outside the content folder', "copy it into the folder")

# --- their names ------------------------------------------------------------------------------------

EDITION_NAME = ProblemKind(
    "edition-name",
    ERROR,
    "an edition whose file has a name that is taken",
    'the name "{name}" belongs to another edition already',
    "give the file another name",
)
ARCHIVE_NAME = EDITION_NAME.said('the name "{name}" is kept for old editions', "give the file another name")
TWO_DEFAULTS = ProblemKind(
    "two-defaults",
    ERROR,
    "two editions that are made when no name is given",
    "{name} is a default edition, and so is {other}",
    "write default: yes in one of them only",
)
UNKNOWN_EDITION = ProblemKind(
    "unknown-edition",
    ERROR,
    "an edition that there is not",
    'there is no edition "{name}"',
    "the editions are {names}",
)

# --- what they choose -------------------------------------------------------------------------------

UNKNOWN_CHOICE = ProblemKind(
    "unknown-choice",
    ERROR,
    "an edition that chooses what the guide does not have",
    'the edition {edition} chooses the {thing} "{word}", which the guide does not have',
    "write one that it has",
)
EMPTY_EDITION = ProblemKind(
    "empty-edition",
    ERROR,
    "an edition that chooses no listing",
    "no listing meets what the edition {edition} chooses",
    "choose less narrowly",
)
RED_CROSS = ProblemKind(
    "red-cross",
    ERROR,
    "a white cross on red: it is a protected emblem, as a red cross on white is",
    'the pictogram of the section "{title}" is a white cross, and the edition {edition} is printed in red',
    "give the section icon: heart, or the edition another colour",
)
NOTHING_WHOLE = EMPTY_EDITION.said(
    "the edition {edition} leaves out what is not translated to {language}, and no listing of it is translated as a whole",
    "run make-guide translate {code}, and fill in the files, or write untranslated: fall back",
)
