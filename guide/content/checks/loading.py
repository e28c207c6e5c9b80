"""What is found outside of the checks, while content is read and set: a row for each name, for the docs."""

from typing import NamedTuple

from guide.errors import ERROR, WARNING


class Row(NamedTuple):
    """A kind of problem: its name, its level, what it is about."""

    name: str
    level: str
    what: str


LOADING = (
    Row("accent", ERROR, "an accent that is no colour, or has no name"),
    Row("accent-contrast", ERROR, "an accent on which print cannot be read"),
    Row("accent-grey", WARNING, "an accent that cannot be told from another where there is no colour"),
    Row("alias", ERROR, "a text that begins with &, * or !, which mean something to YAML"),
    Row("body-size", ERROR, "an edition with text that is too large for its pages, or large print that is small"),
    Row("colour", ERROR, "a colour that the guide does not have"),
    Row("comment", ERROR, "a # that was meant as part of a text, but begins a comment"),
    Row("country", ERROR, "a country that is not two capital letters"),
    Row("cover-full", ERROR, "a cover that has no room for all that stands on it"),
    Row("date", ERROR, "a date that is not year-month-day"),
    Row("does-not-fit", ERROR, "an edition with more pages than it may have"),
    Row("duplicate-id", ERROR, "an id that another listing or section has"),
    Row("duplicate-key", ERROR, "a key that is given twice"),
    Row("duplicate-section", ERROR, "a section that is listed twice"),
    Row("edition-name", ERROR, "an edition whose file has a name that is taken"),
    Row("edition", ERROR, "an edition's number that is not a number"),
    Row("email", ERROR, "an e-mail address that is none"),
    Row("empty-edition", ERROR, "an edition that chooses no listing"),
    Row("empty-file", ERROR, "a file with nothing in it"),
    Row("empty-guide", ERROR, "a guide without sections"),
    Row("empty-section", ERROR, "a section without listings"),
    Row("encoding", ERROR, "a file that is not UTF-8"),
    Row("face", ERROR, "a face that cannot be used"),
    Row("face-coverage", WARNING, "a face that lacks usual characters"),
    Row("format", ERROR, "an edition in a format that there is not"),
    Row("hours", WARNING, "hours that look like OpenStreetMap's but cannot be read; they are printed as they stand"),
    Row("hours-not-plain", WARNING, "hours of OpenStreetMap that have no plain words; they are printed as they stand"),
    Row("id", ERROR, "an id with other characters than small letters, digits and hyphens"),
    Row("image", ERROR, "a logo that is missing, is no image, or has no words"),
    Row("ink", ERROR, "an edition in an ink that there is not"),
    Row("language", ERROR, "a language that is not a code such as en or pt-BR"),
    Row("leaflet-full", ERROR, "more listings than a leaflet has room for"),
    Row("link", ERROR, "a web address or link that leads nowhere"),
    Row("markdown", ERROR, "Markdown that is not printed: headings, tables, pictures"),
    Row("mention-not-printed", ERROR, "a text that mentions a listing with print: no"),
    Row("missing", ERROR, "a key that is needed"),
    Row("missing-file", ERROR, "a section whose file is not there"),
    Row("never-verified", WARNING, "listings that nobody has verified, counted and named"),
    Row("no-face-has-character", ERROR, "a character that no face in fonts/ has"),
    Row("no-folder", ERROR, "a content folder that is not there"),
    Row("no-paper", WARNING, "pages that need a sheet of no usual size"),
    Row("not-editable", ERROR, "a file in which verify cannot write a date"),
    Row("not-yaml", ERROR, "a line that YAML cannot read"),
    Row("nothing-printed", ERROR, "a guide in which every listing has print: no"),
    Row("null", ERROR, "the word null, which would be printed"),
    Row("not-used", WARNING, "a key that the format of an edition does not use"),
    Row("number", ERROR, "a number that is none, or is out of bounds"),
    Row("order", ERROR, "an edition in an order that there is not"),
    Row("outside", ERROR, "a section outside of the content folder"),
    Row("page", ERROR, "a page that is neither new nor flows on"),
    Row("period", ERROR, "a length of time that is none"),
    Row("phone", WARNING, "a phone that is not one number; it is printed as it stands and cannot be dialled"),
    Row("phone-type", ERROR, "a type of phone that there is not"),
    Row("press", ERROR, "an edition for a press that there is not"),
    Row("print-reason", ERROR, "print: no without a reason"),
    Row("safe-margin", WARNING, "print too near to where a page is cut"),
    Row("second-document", ERROR, "a line of three dashes in a file"),
    Row("sheet-full", ERROR, "more listings than one sheet has room for"),
    Row("stale", WARNING, "a listing that was verified too long ago; an error beyond what the guide allows"),
    Row("tab", ERROR, "a line that is moved in with a tab"),
    Row("too-deep", ERROR, "lists inside each other, more than 20 deep"),
    Row("too-large", ERROR, "a file or text that nobody can have written by hand"),
    Row("too-long-for-a-page", WARNING, "a listing that does not fit on one page"),
    Row("too-many", ERROR, "more than 1,000 problems in a file"),
    Row("two-addresses", ERROR, "a listing with an address and with locations"),
    Row("two-defaults", ERROR, "two editions that are made when no name is given"),
    Row("unknown-check", ERROR, "checks_off with the name of no check, or of one that cannot be turned off"),
    Row("unknown-choice", ERROR, "an edition that chooses what the guide does not have"),
    Row("unknown-edition", ERROR, "an edition that there is not"),
    Row("unknown-id", ERROR, "a listing that there is not, where verify names one"),
    Row("unknown-key", ERROR, "a key that there is not"),
    Row("unknown-mention", ERROR, "a mention of a listing that there is not"),
    Row("unreadable", ERROR, "a file that cannot be opened"),
    Row("unseen-character", ERROR, "a character that nobody can see"),
    Row("up", ERROR, "a number of pages on a sheet that is none"),
    Row("verified-later", ERROR, "a verified date that has not come yet"),
    Row("word-too-long", WARNING, "a word that is longer than a line"),
    Row("words", ERROR, "words of the tool, changed by the guide, without what is put into them"),
    Row("wrong-type", ERROR, "a text where a list belongs, and the like"),
)
# Of these, what a guide or a listing may turn off; the others are about its form, or are found while it is set.
SWITCHABLE = frozenset(("hours", "hours-not-plain", "never-verified", "phone", "stale"))
