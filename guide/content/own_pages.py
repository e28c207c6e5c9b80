"""Pages of the guide's own: Markdown files in `pages/`, each with its title and its place between two lines of dashes."""

import re
from collections.abc import Collection, Iterable
from math import inf
from pathlib import Path
from typing import Any

from guide.content.file import read_content
from guide.content.images import check_dots, own_image
from guide.content.records.mail import read_placed
from guide.errors import Mark, Problem
from guide.expressions import expression
from guide.model.page import PAGE_2, PICTURE_WIDTHS, PLACES, OwnPage, PageText, pictures_of
from guide.problems import pages as kinds
from guide.problems.pictures import COARSE
from guide.reading.fields import Field, Kind, Record, closest
from guide.reading.folders import yaml_files
from guide.reading.kinds import FLAG, WORD, choice, read_with
from guide.reading.page_text import read_page
from guide.reading.source import Node, Place, Source
from guide.reading.text import read_text

FOLDER = "pages"
SUFFIXES = (".md", ".markdown")
HEAD = expression(r"---[ \t]*\n(.*?\n)?(---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
BEGINS = expression(r"---[ \t]*\n")
START = Place(0, 0, 0)
BEFORE_PLACE = expression(r"^(?:after|behind) (?:the )?", re.IGNORECASE)
ALSO = {"contents": "page 2", "the end": "last", "end": "last"}


def read_page_text(node: Node, key: str, source: Source) -> PageText | None:
    """The Markdown of a page as blocks; of its pictures only the names are read."""
    return read_with(read_page, node, key, source)


PAGE_TEXT = Kind(read_page_text, WORD.schema)

PAGE = Record(
    "a page",
    (
        Field("title", WORD, "The title, above the text and in the contents.", required=True),
        Field(
            "place",
            Kind(read_placed, WORD.schema),
            "Behind what it stands: cover, page 2, listings, index, last, or the id of a section; "
            "page 2 if it is not given.",
            also="after position where",
        ),
        Field("side", choice(("right",), kinds.SIDE), "Right, if it has to be a right-hand page."),
        Field(
            "spare",
            FLAG,
            "Yes for a page that is printed only where pages are left over.",
            also="filler padding",
        ),
    ),
    lambda values, place, source: values,
)


def read_pages(
    folder: Path, country: str, sections: Collection[str] | None
) -> tuple[tuple[OwnPage, ...], list[Source], list[Problem]]:
    """(pages, the files that they were read from, problems of the folder); `sections`: their ids, None if not all are known."""
    paths, problems = yaml_files(folder / FOLDER, SUFFIXES)
    sources = [Source(path, folder, country) for path in paths]
    found = [read_file(source, sections) for source in sources]
    pages = tuple(page for page in found if page)
    return pages, sources, [*problems, *same_names(pages)]


def same_names(pages: Iterable[OwnPage]) -> Iterable[Problem]:
    """A problem for each page whose name another has: a.md and a.markdown."""
    first: dict[str, OwnPage] = {}
    for page in pages:
        other = first.setdefault(page.id, page)
        if other is not page:
            yield kinds.PAGE_NAME.at(page.mark, other=other.mark.path.name)


def read_file(source: Source, sections: Collection[str] | None) -> OwnPage | None:
    """A page file as a page; None where it cannot be read."""
    whole = read_text(source.path, source)
    if whole is None:
        return None
    head = HEAD.match(whole)
    if not head:
        source.text = whole
        source.report(START, kinds.HEAD_OPEN if BEGINS.match(whole) else kinds.OWN_PAGE)
        return None
    values = read_content(f"---\n{head[1] or ''}", source, PAGE) if head[1] and head[1].strip() else {}
    source.text = whole
    if values == {}:
        source.report(START, kinds.OWN_PAGE)
    if not values:
        return None
    return make_page(values, source.place_at(head.end()), source, sections)


def make_page(
    values: dict[str, Any], start: Place, source: Source, sections: Collection[str] | None
) -> OwnPage | None:
    """The page of a head that was read, with the text that begins at a place."""
    before = len(source.problems)
    text = PAGE_TEXT.read((source.text[start.index :], start), "text", source)
    if not text:
        if len(source.problems) == before:
            source.report(start, kinds.EMPTY_PAGE)
        return None
    check_pictures(text, start, source)
    place, word_place = values.pop("place", (PAGE_2, START))
    return OwnPage(
        id=source.path.stem,
        title=values.get("title", source.path.stem),
        mark=Mark(source.path, 1, 1),
        text=text,
        place=find_place(place, word_place, source, sections),
        recto="side" in values,
        spare=values.get("spare", False),
    )


def find_place(word: str, at: Place, source: Source, sections: Collection[str] | None) -> str:
    """Where a page stands, in the one word for it; reported where there is no such place."""
    word = BEFORE_PLACE.sub("", word)
    place = ALSO.get(word.lower(), word)
    if place.lower() in PLACES:
        return place.lower()
    if sections is not None and place not in sections:
        near = closest(place, (*PLACES, *sections))
        source.report(at, kinds.UNKNOWN_PLACE, word=word, near=near, choices=", ".join(PLACES))
    return place


def check_pictures(text: PageText, start: Place, source: Source) -> None:
    """Report the pictures of a page that cannot be printed, and those that have too few dots."""
    for picture in pictures_of(text):
        if picture.file:
            mark = source.find(start, f"]({picture.file}")
            path = own_image(picture.file, mark, source)
            if path:
                box = PICTURE_WIDTHS[picture.width], inf
                check_dots(picture.file, path, box, mark, source, COARSE, width=picture.width)
