"""ISBN and ISSN of an edition: numbers of libraries and book shops, whose last figure checks the others."""

import re

from guide.expressions import expression
from guide.problems import editions as kinds
from guide.reading.fields import Kind
from guide.reading.kinds import read_word
from guide.reading.source import Node, Source

BEGINNINGS = ("978", "979")  # of an ISBN with 13 figures
DASHES = str.maketrans({dash: "-" for dash in "\u2010\u2011\u2012\u2013\u2014\u2212 "})
FIGURES_13, FIGURES_10, FIGURES_8 = (
    expression(r"\d{13}"),
    expression(r"\d{9}[\dX]"),
    expression(r"\d{7}[\dX]"),
)


def read_isbn(node: Node, key: str, source: Source) -> str | None:
    """An ISBN as it is printed, with the dashes that it was written with."""
    text = read_word(node, key, source)
    if text is None:
        return None
    shown = as_written(text, "ISBN")
    figures = figures_of(shown)
    is_long = bool(FIGURES_13.fullmatch(figures)) and figures.startswith(BEGINNINGS)
    if not is_long and not FIGURES_10.fullmatch(figures):
        source.report(node[1], kinds.ISBN, text=text)
        return None
    right = check_13(figures) if is_long else check_11(figures)
    return checked(node, shown, right, source)


def read_issn(node: Node, key: str, source: Source) -> str | None:
    """An ISSN as it is printed: four figures, a dash, and four."""
    text = read_word(node, key, source)
    if text is None:
        return None
    figures = figures_of(as_written(text, "ISSN"))
    if not FIGURES_8.fullmatch(figures):
        source.report(node[1], kinds.ISSN, text=text)
        return None
    return checked(node, f"{figures[:4]}-{figures[4:]}", check_11(figures), source)


def as_written(text: str, name: str) -> str:
    """A number without its name before it, its dashes those of a keyboard."""
    bare = re.sub(rf"^{name}(?:-1[03])?:?\s*", "", text.strip(), flags=re.IGNORECASE)
    return re.sub("-+", "-", bare.strip().translate(DASHES)).strip("-").upper()


def figures_of(shown: str) -> str:
    """The figures of a number alone, by which two are the same."""
    return shown.replace("-", "")


def checked(node: Node, shown: str, right: str, source: Source) -> str | None:
    """A number whose last figure is the right one; else that is reported, and which it would be."""
    if shown[-1] == right:
        return shown
    source.report(node[1], kinds.CHECK_DIGIT, text=shown, last=shown[-1], right=right)
    return None


def check_13(figures: str) -> str:
    """The last of 13 figures (ISO 2108): with the others, one and three times in turn, a multiple of 10."""
    total = sum(int(figure) * (3 if place % 2 else 1) for place, figure in enumerate(figures[:12]))
    return str(-total % 10)


def check_11(figures: str) -> str:
    """The last of 8 or 10 figures (ISO 3297, and ISO 2108 before 2007): with the others, by place, a multiple of 11."""
    total = sum(int(figure) * (len(figures) - place) for place, figure in enumerate(figures[:-1]))
    last = -total % 11
    return "X" if last == 10 else str(last)


ISBN = Kind(read_isbn, {"type": ["string", "integer"]})
ISSN = Kind(read_issn, {"type": ["string", "integer"]})
