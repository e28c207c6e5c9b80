"""Kinds of problem with the guide, its sections and its listings, alone or together, and with its own style."""

from guide.problems.kind import ERROR, WARNING, ProblemKind
from guide.problems.reading import CANNOT_BE, LINK, NOT_A_COUNT, NOT_ONE_OF, UNKNOWN_KEY, WRONG_TYPE

# --- the folder and its sections --------------------------------------------------------------------

NO_FOLDER = ProblemKind(
    "no-folder",
    ERROR,
    "a content folder that is not there",
    "this folder does not exist",
    "name the folder that holds guide.yaml",
)
NOT_A_FOLDER = NO_FOLDER.said("this is not a folder", "name the folder that holds guide.yaml")
EMPTY_GUIDE = ProblemKind(
    "empty-guide",
    ERROR,
    "a guide without sections",
    "there are no sections",
    "add a file to the folder sections",
)
OTHER_FORMATS = ProblemKind(
    "other-formats",
    ERROR,
    "a publisher who offers other forms of the guide, and no way to ask for them",
    "the publisher has other_formats, and neither phone nor email",
    "give the number to call, or the address to write to",
)
DUPLICATE_SECTION = ProblemKind(
    "duplicate-section",
    ERROR,
    "a section that is listed twice",
    'the section "{name}" is listed twice',
    "delete one of the two",
)
MISSING_FILE = ProblemKind(
    "missing-file",
    ERROR,
    "a section whose file is not there",
    'there is no section "{name}"',
    "write its name from this folder on, as in sections/food.yaml",
)
OUTSIDE = ProblemKind(
    "outside",
    ERROR,
    "a section outside of the content folder",
    'the section "{name}" is outside the content folder',
    "move it into the folder",
)
EMPTY_SECTION = ProblemKind(
    "empty-section",
    WARNING,
    "a section without listings",
    "this section has no listings, and is not printed",
    "add a listing, or delete the section",
)

# --- keys of a guide and its listings ---------------------------------------------------------------

COUNTRY = ProblemKind(
    "country",
    ERROR,
    "a country that is not two capital letters",
    CANNOT_BE,
    "write two capital letters, as in US or CA",
)
ID = ProblemKind(
    "id",
    ERROR,
    "an id with other characters than small letters, digits and hyphens",
    CANNOT_BE,
    "use small letters, digits and single hyphens, as in food-bank",
)
LANGUAGE = ProblemKind(
    "language",
    ERROR,
    "a language that is not a code such as en or pt-BR; a warning for one that the tool has no words in",
    CANNOT_BE,
    "write a code as in en, es or pt-BR",
    other_level=WARNING,
)
PAGE = ProblemKind("page", ERROR, "a page that is neither new nor flows on", *NOT_ONE_OF)
ORDER = ProblemKind("order", ERROR, "a section or an edition in an order that there is not", *NOT_ONE_OF)
CITY_ORDER = ProblemKind(
    "city-order",
    ERROR,
    "a city or neighborhood in the order of a section that no listing is in",
    'the section "{title}" puts "{word}" into the order of its cities, and no listing is there',
    "write a city as it stands in an address",
)
NEIGHBORHOOD_ORDER = CITY_ORDER.said(
    'the section "{title}" puts "{word}" into the order of its neighborhoods, and no listing is there',
    "write a neighborhood or a city as it stands in an address",
)
MEETING_FORMAT = ProblemKind("meeting-format", ERROR, "a kind of meeting that there is not", *NOT_ONE_OF)
MEETING_HOURS = ProblemKind(
    "meeting-hours",
    ERROR,
    "a meeting without a day and a time that can be sorted",
    'the hours of a meeting are "{text}", which is no day and time',
    "write them as in Mo 19:00-20:30, and words in a note",
)
MEETING_PLACE = ProblemKind(
    "meeting-place",
    ERROR,
    "a meeting at a location that its listing does not have",
    'a meeting is at "{word}", which is no location of this listing',
    "write the name of one of its locations, or give one this name",
)
PROGRAM_PLACE = ProblemKind(
    "program-place",
    ERROR,
    "a program at a location that its listing does not have",
    'the program "{name}" is at "{word}", which is no location of this listing',
    "write the name of one of its locations, or give one this name",
)
PROGRAM_AS_TOPIC = ProblemKind(
    "program-as-topic",
    ERROR,
    "a service with phones or hours of its own where topics stand",
    '"{key}" has topics, words for the index; a service with keys of its own is a program',
    "write programs: in the place of {key}: above this line",
)
ICON = ProblemKind("icon", ERROR, "a pictogram that there is not", *NOT_ONE_OF)
ICON_TWICE = ProblemKind(
    "icon-twice",
    ERROR,
    "two sections with the same pictogram",
    'the sections "{first}" and "{title}" have the same pictogram, {icon}',
    "give one of them another; docs/content.md shows them all",
)
ICONS_MISSING = ProblemKind(
    "icons-missing",
    WARNING,
    "a section without a pictogram where others have one; then none is printed",
    'the section "{title}" has no pictogram, so none is printed',
    "add a line such as icon: {free}, or take the pictograms from the other sections",
)
ICONS_TOO_FEW = ICONS_MISSING.said(
    'the section "{title}" has no pictogram, so none is printed',
    "there are only {count} of them: take them from the other sections",
)
COLOUR = ProblemKind("colour", ERROR, "a colour that the guide does not have", *NOT_ONE_OF)
WEB_CODE = ProblemKind(
    "web-code",
    ERROR,
    "an address for the QR code that is none, or is too long for one",
    '"{text}" is no address for a QR code',
    "write one that begins with https:// and has up to {longest} letters; {{edition}} and {{language}} are filled in",
)
WEB_CODE_FIELD = WEB_CODE.said(
    "{field} is nothing that is filled in", "write {{edition}} or {{language}}, or take it out"
)
NUMBERS = ProblemKind("numbers", ERROR, "numbers of listings of a kind that there is not", *NOT_ONE_OF)
LISTING_NUMBER = ProblemKind(
    "listing-number",
    ERROR,
    "a number of a listing that is none",
    *NOT_A_COUNT,
)
SAME_NUMBER = ProblemKind(
    "same-listing-number",
    ERROR,
    "two listings with the same number, where numbers are stable",
    "{name} has the number {number}, which {other} has too ({place})",
    "take it out of the newer one, and run make-guide numbers",
)
NO_NUMBER = ProblemKind(
    "no-listing-number",
    WARNING,
    "listings without a number, where numbers are stable",
    "{names} {verb} no number yet, and is printed with the next one",
    "run make-guide numbers, so that it stays the same",
)
EDITION = ProblemKind("edition", ERROR, "an edition's number that is not a number", *NOT_A_COUNT)
NUMBER = ProblemKind(
    "number",
    ERROR,
    "a number that is none, or is out of bounds",
)
DEGREES = NUMBER.said('"{key}" is {text!r} here', "write degrees from -{limit} to {limit}, as in 40.7484")
PHONE_TYPE = ProblemKind("phone-type", ERROR, "a type of phone that there is not", *NOT_ONE_OF)
TWO_ADDRESSES = ProblemKind(
    "two-addresses",
    ERROR,
    "a listing with an address and with locations",
    "a listing has either an address or locations",
    "move the address into a location",
)
PRINT_REASON = ProblemKind(
    "print-reason",
    ERROR,
    "print: no without a reason",
    "a listing that is not printed needs a reason",
    "add a line such as print_reason: asked us not to print it",
)
PERIOD = ProblemKind(
    "period",
    ERROR,
    "a length of time that is none",
    '"{key}" is "{word}"',
    "write a number and a unit, as in 180 days, 6 months or 1 year",
)
LIMIT = ProblemKind("limit", ERROR, "a limit for attached files that is not from 1 to 17 MB", *NOT_A_COUNT)
STOP_TARGET = LINK.said(
    '"{text}" cannot be "{key}"',
    "write an address such as https://www.example.org/stop or mailto:stop@example.org",
)
FILE_TARGET = LINK.said(
    '"{text}" cannot be "{key}"', "write an address such as https://www.example.org/{{file}}"
)

# --- what was meant ---------------------------------------------------------------------------------

LEFT_OUT = ProblemKind(
    "no-value",
    WARNING,
    "",
    '"{word}" says that there is nothing to say, so "{key}" is left out',
    "delete the line, or write what is right when you know it",
    switchable=True,
)
SEVERAL_ADDRESSES = WRONG_TYPE.said(
    '"{key}" has several addresses', "write {key}: {first}, and below it {more}: with {rest}"
)
ADDRESS_AS_TEXT = WRONG_TYPE.said(
    'the parts of "{key}" stand together', "write below {key}:, each on a line of its own: {parts}"
)
OFFICE_AS_TEXT = WRONG_TYPE.said(
    'what stands under "{key}" is an address alone',
    "write address: in its place, and below it, each on a line of its own: {parts}",
)

# --- phones and hours -------------------------------------------------------------------------------

PHONE = ProblemKind(
    "phone",
    WARNING,
    "a phone that is not one number; it is printed as it stands and cannot be dialled",
    '"{text}": the number cannot be dialled',
    "check its digits; a number in another country begins with +",
    switchable=True,
)
SEVERAL_NUMBERS = PHONE.said('"{text}": several numbers stand together', "write an entry for each of them")
TOLD_APART = PHONE.said(
    '"{text}": several numbers stand together; they are printed as {count} numbers',
    "write an entry for each: {parts}",
)
TOLD_WORDS = PHONE.said(
    '"{text}": words stand beside the number; it is printed as a number of its own',
    "write on lines of their own: {parts}",
)
NO_AREA = PHONE.said('"{text}": the number has no area code', "write all its digits")
WORDS_BESIDE = PHONE.said(
    '"{text}": words stand beside the number', "write number: and description: on lines of their own"
)
PADDED_SERVICE = PHONE.said(
    '"{text}": this is {service}, filled up to the length of another number', "write {service}"
)
HOURS = ProblemKind(
    "hours",
    WARNING,
    "hours that look like OpenStreetMap's but cannot be read; they are printed as they stand",
    'the hours "{text}" look like OpenStreetMap\'s but cannot be read, so they are printed as they stand',
    'write them as in "Mo-Fr 09:00-17:00; PH off", or in words',
    switchable=True,
)
HOURS_NOT_PLAIN = ProblemKind(
    "hours-not-plain",
    WARNING,
    "hours of OpenStreetMap that have no plain words; they are printed as they stand",
    'the hours "{text}" are of a form that cannot be put in plain words, so they are printed as they stand',
    "write them in words",
    switchable=True,
)

HOURS_TAKEN = ProblemKind(
    "hours-taken",
    WARNING,
    "hours with two meanings, such as 9-5 without am or pm; the likelier one is taken",
    '"{text}" is taken as {meaning}',
    'write "{meaning}", or what is right',
    switchable=True,
)

# --- confidential addresses -------------------------------------------------------------------------

CONFIDENTIAL_WORDS = ProblemKind(
    "confidential-words",
    WARNING,
    "words of a confidential address in other texts of its listing; they are not repeated",
    '"{key}" has words of the confidential address, which are not repeated here',
    "take them out: whoever reads them can find the place",
    switchable=True,
)
CONFIDENTIAL_ELSEWHERE = ProblemKind(
    "confidential-elsewhere",
    WARNING,
    "the street of a confidential address in another listing, or in an introduction",
    "the street of a confidential address stands here ({place}); it is not repeated",
    "take it out, or mark it confidential here too",
    switchable=True,
)
# What takes the place of a message that would repeat such an address.
UNCLEAR = '"confidential" is neither yes nor no'
HIDDEN = "something in this confidential address is wrong; its text is not repeated here"

# --- between the files ------------------------------------------------------------------------------

DUPLICATE_ID = ProblemKind(
    "duplicate-id",
    ERROR,
    "an id that another listing or section has",
    '{name}: the id "{id}" belongs to another {thing} already, at {place}',
    "give one of them another id",
)
BLANK = ProblemKind(
    "blank",
    WARNING,
    "values of nothing but spaces, counted for each key; they are taken as not given",
    '"{key}" has nothing but spaces after it: it is taken as not given',
    "write nothing after the colon, or leave the key out",
    switchable=True,
)
BLANKS = BLANK.said(
    '"{key}" has nothing but spaces after it ({count} times): it is taken as not given', BLANK.hint
)
UNKNOWN_CHECK = ProblemKind(
    "unknown-check",
    ERROR,
    "checks_off with the name of no check, or of one that cannot be turned off",
    'there is no check "{name}"',
    "docs/checks.md has their names",
)
FIXED_CHECK = UNKNOWN_CHECK.said('"{name}" cannot be turned off', "mend what it finds")

# --- what is printed, and whether it is still true --------------------------------------------------

NOTHING_PRINTED = ProblemKind(
    "nothing-printed",
    ERROR,
    "a guide in which every listing has print: no",
    "every listing has print: no, so nothing is left",
    "write print: yes in those that may be printed",
)
MENTION_NOT_PRINTED = ProblemKind(
    "mention-not-printed",
    ERROR,
    "a text that mentions a listing with print: no",
    "{owner}: the text mentions {name} ([[{id}]]), which has print: no",
    "take the mention out",
)
VERIFIED_LATER = ProblemKind(
    "verified-later",
    ERROR,
    "a verified date that has not come yet",
    "{name}: verified on {day}, which is still to come (today is {today})",
    "write the day on which somebody called",
)
STALE = ProblemKind(
    "stale",
    WARNING,
    "a listing that was verified too long ago; an error beyond what the guide allows",
    "{name}: verified {age} ago, on {day}",
    "call, and if all is right: make-guide verify {id}",
    other_level=ERROR,
    switchable=True,
)
TOO_STALE = STALE.said(
    "{name}: verified {age} ago, on {day}; nothing is built with listings older than {limit}",
    STALE.hint,
    ERROR,
)
NEVER_VERIFIED = ProblemKind(
    "never-verified",
    WARNING,
    "listings that nobody has verified, counted and named",
    "{count:,} of {total:,} listings were never verified: {names}",
    "make-guide check --worklist prints what to ask, and make-guide verify ID writes the day into the files",
    switchable=True,
)
ONE_NEVER_VERIFIED = NEVER_VERIFIED.said(
    "1 of {total:,} listings was never verified: {names}", NEVER_VERIFIED.hint
)
UNKNOWN_ID = ProblemKind(
    "unknown-id",
    ERROR,
    "a listing that there is not, where verify names one",
    'there is no listing with the id "{id}"',
    "make-guide check --worklist names every id",
)
UNKNOWN_SECTION = ProblemKind(
    "unknown-section",
    ERROR,
    "a section that there is not, where check --section names one",
    'there is no section "{name}"',
    "write a title or an id: {sections}",
    'did you mean "{near}"? The sections are: {sections}',
)
NOT_EDITABLE = ProblemKind(
    "not-editable",
    ERROR,
    "a file in which verify cannot write a date",
    '"{id}" is written in a way that cannot be edited here',
    "write the line into the file yourself; nothing was changed",
)

# --- the style --------------------------------------------------------------------------------------

ACCENT = ProblemKind(
    "accent",
    ERROR,
    "an accent that is no colour, or has no name",
    "{text!r} is not a colour",
    'write it in quotes as "#0B4A8C": red, green and blue in hexadecimal',
)
NAME_ALONE = ACCENT.said(
    "the accent has a name but no colour",
    'write it in quotes, as accent: "#0B4A8C"; without them # begins a comment',
)
ACCENT_WITHOUT_NAME = ACCENT.said(
    "the accent has no name",
    "add a line such as accent_name: Purple; the cover says which edition it is in words too",
)
FACE = ProblemKind(
    "face",
    ERROR,
    "a face that cannot be used: no font file, no TrueType outlines, a table missing or broken, or not to be embedded",
    "this face cannot be read",
    "check who may read it, or use another file",
)
FACE_OUTSIDE = FACE.said('the face "{name}" is outside the content folder', "copy it into the folder")
FACE_SUFFIX = FACE.said('the face "{name}" is not a TrueType file', "use a file that ends in .ttf")
NO_FACE = FACE.said(
    'there is no face "{name}"', "write its name from the content folder on, as in faces/Own-Regular.ttf"
)
ONE_FACE = FACE.said(
    "there is a face under {given}: and none under {missing}:",
    "name one under {missing}: too, the same file where there is no other",
)
FACE_FOLDER_OUTSIDE = FACE.said(
    'the folder "{name}" is outside the content folder', "copy the faces into a folder of it"
)
NO_FACE_FOLDER = FACE.said(
    'there is no folder "{name}"', "write its name from the content folder on, as in faces"
)
WORDS = ProblemKind(
    "words",
    ERROR,
    "words of the tool, changed by the guide, without what is put into them",
    '"{text}" does not have the same brackets as "{known}"',
    "keep {needed}",
)
UNKNOWN_WORDS = UNKNOWN_KEY.said('there are no words with the name "{name}"', "see docs/style.md")
ENGLISH_WORDS = LANGUAGE.said(
    "the guide is in {language!r}, but the tool's own words (Contents, page ...) are printed in English",
    "write them under words: in style.yaml",
    WARNING,
)
