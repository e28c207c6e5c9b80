"""A book of exactly so many pages: what fills up the pages that are left over, and what to say where it cannot be."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from guide.errors import Mark, Problem
from guide.layout.body.service import BACK
from guide.layout.editions.book_parts import BookOptions
from guide.layout.pages import Document
from guide.model import Edition, Guide
from guide.problems import layout as kinds

MOST_WHITE = 3  # pages that may stay white, and one has lines for notes: as many as fill up a booklet


class Typeset(NamedTuple):
    """A document, the problems with it, and what it was filled up with, in words."""

    document: Document
    problems: tuple[Problem, ...]
    filled: tuple[str, ...] = ()


def filled_up(
    made: Typeset, guide: Guide, options: BookOptions, again: Callable[[BookOptions], Typeset]
) -> Typeset:
    """The document with its pages that are left over filled as well as can be; `again` sets it with other options."""
    spare = made.document.spare
    own = made.document.filled
    words = [f"{pages_said(own)} of its own"] * bool(own)
    if spare and BACK not in options.help and options.help and guide.help_now:
        made = again(replace(options, help=(*options.help, BACK)))
        words.append("help on the last page")
        spare = made.document.spare
    words += ["a page for notes"] * bool(spare and options.notes)
    white = white_pages(made.document, options)
    words += [f"{white} white"] * bool(white)
    return made._replace(filled=tuple(words))


def white_pages(document: Document, options: BookOptions) -> int:
    """How many pages have nothing on them."""
    return max(0, document.spare - options.notes)


def too_few(document: Document, edition: Edition, options: BookOptions, mark: Mark) -> Problem | None:
    """The problem of a book that is too short, whatever fills it up; None where it is not."""
    short = white_pages(document, options) - MOST_WHITE
    if short <= 0:
        return None
    multiple = options.multiple
    most = (edition.pages - short) // multiple * multiple
    return kinds.TOO_FEW_PAGES.at(
        mark, edition=edition.name, pages=edition.pages, short=pages_said(short), white=MOST_WHITE, most=most
    )


def too_many(least: int, edition: Edition, mark: Mark) -> Problem:
    """The problem of a book that is too long, whatever is given up for it."""
    over = pages_said(least - edition.pages)
    return kinds.TOO_MANY_PAGES.at(mark, edition=edition.name, pages=edition.pages, over=over, least=least)


def pages_said(count: int) -> str:
    return f"{count} page{'s' if count > 1 else ''}"


def filled_words(pages: int, given_up: Sequence[str], filled: Sequence[str]) -> str:
    """What was done for so many pages, a sentence."""
    parts = ", ".join(given_up) or "as it is"
    return f"has {pages} pages: {parts}" + (f"; filled up with {', '.join(filled)}" if filled else "")
