"""The files of an edition that is read on a screen."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from guide.errors import ERROR, Mark, Problem
from guide.frozen import frozen
from guide.language.files import fixed_words, language_name
from guide.language.words import ENGLISH, Words
from guide.model import Edition, Guide
from guide.problems import layout as kinds
from guide.web.back import PAGE
from guide.web.guides import Shown
from guide.web.page import Page
from guide.web.text import text_of_page
from guide.web.tree import Element, walk
from guide.web.words import web_languages, words_of

TWO = 2  # languages on a page, at most
SCRIPTED = (
    "exit",
    "exit_to",
    "web_fonts",
    "site",
    "time_zone",
    "body_size",
    "maps",
)  # keys that a page has a use for alone
USED = {  # keys of an edition that each of the formats has a use for
    "name", "mark", "default", "title", "subtitle", "format", "number", "colour", "discard_after", "order",
    "city_order", "neighborhood_order", "note", "choice", "date", "languages", "untranslated", "own_pages", "help",
    "language_help", "open", "news", "index", "icons",
}  # fmt: skip
PAPER_ALONE = (
    "page", "binding", "margin", "ink", "spot", "press", "up", "back", "copies", "flip", "crop_marks",
    "columns", "rows", "compact", "open_now", "contents", "how_to_use", "signs", "about", "form", "cover", "fit", "pages",
    "printing_condition", "personal", "greeting", "isbn", "issn", "price_per_sheet", "bilingual", "hyphenation", "notes", "standard",
    "contracted", "cells", "lines", "volume_pages", "attach",
)  # fmt: skip


@frozen
class ScreenFiles:
    """The files of an edition by name, with what there is to say of them."""

    data: dict[str, bytes]
    problems: tuple[Problem, ...]
    said: tuple[str, ...]


def make_page(versions: list[tuple[Guide, Words]], edition: Edition) -> ScreenFiles:
    """The files of an edition of a guide in one language, or in two that are shown together; none where it cannot be made."""
    wrong = tuple(impossible(edition))
    if wrong:
        return ScreenFiles(data={}, problems=wrong, said=())
    made = make_form(versions, edition)
    return replace(made, problems=(*unused(edition), *made.problems))


def make_form(versions: list[tuple[Guide, Words]], edition: Edition) -> ScreenFiles:
    """The same of an edition of which it is known that it can be made: what its keys say to the format is not judged."""
    (guide, words), *others = versions
    shown = Shown(guide=guide, words=words, edition=edition, second=others[0] if others else None)
    page = Page(shown)
    problems = tuple(clashes(page.body(), edition, guide))
    stopped = any(each.level == ERROR for each in problems)
    data = {} if stopped else dict(files_of(page, edition))
    return ScreenFiles(data=data, problems=problems, said=tuple(sentences(shown)))


def files_of(page: Page, edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield (name, bytes) of the page, and of the folder for a web server where the edition says where that will be.

    Of an edition as text or as a book, that alone.
    """
    if edition.format == "text":
        yield f"{edition.name}.txt", text_of_page(page).encode()
        return
    if edition.format == "epub":
        from guide.web.book import Book  # few editions are one

        yield f"{edition.name}.epub", Book(page).data()
        return
    yield f"{edition.name}.html", page.html().encode()
    if edition.site:
        from guide.web.site import Site, packed  # few editions have one

        yield f"{edition.name}-site.zip", packed(Site(page).files())


def impossible(edition: Edition) -> Iterator[Problem]:
    """Yield what an edition asks for and no page can give."""
    if len(edition.languages) > TWO:
        yield kinds.LANGUAGES_OF_PAGE.at(place_of(edition), edition=edition.name)


def useless_keys(format: str) -> tuple[str, ...]:
    """The keys of an edition that a format of pages on a screen has no use for."""
    return PAPER_ALONE if format == PAGE else (*PAPER_ALONE, *SCRIPTED)


def unused(edition: Edition) -> Iterator[Problem]:
    """Yield a warning for each key that says nothing to a page on a screen."""
    usual = Edition(name=edition.name)
    for key in useless_keys(edition.format):
        if getattr(edition, key) != getattr(usual, key):
            yield kinds.NOT_USED.at(place_of(edition), edition=edition.name, key=key, format=edition.format)


def clashes(body: Element, edition: Edition, guide: Guide) -> Iterator[Problem]:
    """Yield an error for each id that two places on the page have: their addresses are to last."""
    ids = Counter(value for each in walk([body]) for name, value in each.attributes if name == "id")
    marks = {each.id: each.mark for each in guide.listings}
    for id, count in ids.items():
        if count > 1:
            yield kinds.PLACE_TAKEN.at(marks.get(id, place_of(edition)), edition=edition.name, id=id)


def sentences(shown: Shown) -> Iterator[str]:
    """Yield what there is to say of a page that is made."""
    guide = shown.guide
    if not shown.web.is_whole and shown.edition.format == PAGE:
        count, own = len(web_languages()), language_name(guide.language, ENGLISH.language)
        yield f"the page's own buttons are in English: there are words for them in {count} languages, and none in {own} yet"
    for language in unchecked(each.language for each in shown.guides):
        yield f"the program's own words in {language} have not been checked by a native speaker yet"
    if guide.maps and shown.edition.format == PAGE:
        from guide.web.sketches import stocks_of_maps  # few editions have maps

        for stock in stocks_of_maps(shown):
            yield from stock.said()
    there = [
        name
        for name, has in (
            ("the picture on the cover", guide.cover_picture),
            ("the publisher's logo", guide.publisher.logo),
            ("how to use the guide", guide.how_to_use),
        )
        if has
    ]
    if there:
        yield f"left out on a screen: {', '.join(there)}"


def place_of(edition: Edition) -> Mark:
    return edition.mark or Mark(Path("editions"))


def unchecked(languages: Iterable[str]) -> Iterator[str]:
    """Yield the names of those languages whose fixed texts, or whose words of the page, no native speaker has checked."""
    for language in languages:
        fixed, own = fixed_words(language), words_of(language)
        if fixed and not (fixed.checked and own.checked):
            yield language_name(language, ENGLISH.language)
