"""The forms in which somebody can have an edition: on paper, in large print, as a web page, as text, in braille, as a table."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from guide.content.edition import default_edition
from guide.content.edition_braille import VOLUME_PAGES
from guide.language.words import ENGLISH, words_in
from guide.model import Edition

MESSAGE, CSV = "message", "csv"


class Form(NamedTuple):
    """A form, as the table of recipients names it."""

    name: str
    format: str  # of the edition that is made for it; "" for a table, which is made of no edition
    made: str = ""  # the form whose file it is, where it has none of its own

    @property
    def file_of(self) -> str:
        """The name of the form whose file it is."""
        return self.made or self.name

    def says(self, language: str = ENGLISH.language) -> str:
        """What it is, in a few words: in English where there are no words in a language."""
        return words_in(language).forms.get(self.name, self.name.upper())


PDF, LARGE = "pdf", "large"
MOST_PAGES = VOLUME_PAGES[1]  # of a volume of braille
FORMS = {
    form.name: form
    for form in (
        Form(PDF, "letter"),
        Form(LARGE, "large-print"),
        Form("web", "web"),
        Form("text", "text"),
        Form(MESSAGE, "text", made="text"),
        Form("epub", "epub"),
        Form("braille", "braille"),
        Form(CSV, ""),
    )
}
ALSO = {
    "large print": LARGE,
    "large-print": LARGE,
    "web page": "web",
    "html": "web",
    "plain text": "text",
    "plain": "text",
    "txt": "text",
    "body": MESSAGE,
    "in the message": MESSAGE,
    "e-book": "epub",
    "ebook": "epub",
    "brf": "braille",
    "table": CSV,
}  # other words for them

WHAT = (
    "title", "subtitle", "number", "colour", "discard_after", "order", "city_order", "neighborhood_order", "note", "choice", "date",
    "languages", "untranslated",
)  # keys of an edition that every form has  # fmt: skip
PARTS = ("own_pages", "help", "language_help", "open", "news", "index", "icons")
OF_BOOKS = (
    "contents",
    "how_to_use",
    "signs",
    "about",
    "form",
    "cover",
    "notes",
    "standard",
    "attach",
    "hyphenation",
    "maps",
)
OF_PAGES = ("exit", "exit_to", "web_fonts", "time_zone", "maps")
OF_BRAILLE = (
    "own_pages",
    "open",
    "news",
    "index",
    "contracted",
    "cells",
    "lines",
)  # and volumes, of which there is to be one


def is_in(edition: Edition, form: str) -> bool:
    """Whether an edition has a form already, as its file says it; "" is that one, whichever."""
    if form == PDF:
        return edition.made_as.is_paper
    return not form or FORMS[form].file_of == form and edition.format == FORMS[form].format


def in_form(edition: Edition, form: str, editions: Mapping[str, Edition]) -> Edition:
    """The edition that is made for a form of another: of the same listings in the same order, and what else the form has room for."""
    format = paper_of(editions) if form == PDF else FORMS[form].format
    values = {key: getattr(edition, key) for key in keys_of(edition, format)}
    if format == "braille":
        values |= {"languages": edition.languages[:1], "volume_pages": MOST_PAGES}  # one file
    return Edition(name=name_of(edition.name, form, editions), mark=edition.mark, format=format, **values)


def keys_of(edition: Edition, format: str) -> tuple[str, ...]:
    """The keys of an edition that one of this format has too."""
    if format == "braille":
        return tuple(key for key in WHAT if key != "note") + OF_BRAILLE
    if format in ("text", "epub"):
        return WHAT + PARTS
    if format == "web":
        return WHAT + PARTS + OF_PAGES
    return WHAT + PARTS + (OF_BOOKS if edition.made_as.is_book else ())


def paper_of(editions: Mapping[str, Edition]) -> str:
    """The format of a PDF where an edition has none: that of the default one, if it is a book, else Letter."""
    usual = default_edition(editions)
    return usual.format if usual.made_as.is_book and usual.page is None else FORMS[PDF].format


def name_of(name: str, form: str, editions: Collection[str]) -> str:
    """ "guide-text": the name of an edition in another form, which no other edition has."""
    own = f"{name}-{FORMS[form].file_of}"
    while own in editions:
        own += "-form"
    return own
