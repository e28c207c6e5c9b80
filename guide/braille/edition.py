"""The files of an edition whose format is braille."""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from pathlib import Path

from guide.braille.files import files_of
from guide.braille.make import Book, make_book, wanted_by
from guide.errors import GuideError, Mark, Problem
from guide.frozen import frozen
from guide.language.files import language_name
from guide.language.words import ENGLISH, Words
from guide.model import Edition, Guide
from guide.problems import layout as kinds

USED = frozenset(
    (
        "name", "mark", "default", "title", "subtitle", "format", "number", "order", "city_order", "neighborhood_order", "choice",
        "date", "languages", "untranslated", "contracted", "cells", "lines", "volume_pages", "own_pages", "open", "news", "index",
        "discard_after", "colour",
    )
)  # fmt: skip  # keys of an edition that braille has a use for, and the colour by which an edition is called


@frozen
class BrailleFiles:
    """The files of an edition by name, with what there is to say of them."""

    data: dict[str, bytes]
    problems: tuple[Problem, ...]
    said: tuple[str, ...]


def make_files(versions: Sequence[tuple[Guide, Words]], edition: Edition) -> BrailleFiles:
    """BRF and PEF of an edition of a guide, those of each of its languages; none where one has no braille, or there is no liblouis."""
    problems = tuple(unused(edition))
    data: dict[str, bytes] = {}
    told: list[str] = []
    for guide, words in versions:
        try:
            book = make_book(guide, words, wanted_by(edition))
        except GuideError as error:
            return BrailleFiles(data={}, problems=(*problems, *error.problems), said=())
        name = f"{edition.name}-{guide.language}" if len(versions) > 1 else edition.name
        data |= files_of(book, name)
        told.append(sentence(book, len(versions) > 1))
    told += left_out(versions[0][0])
    return BrailleFiles(data=data, problems=problems, said=tuple(told))


def sentence(book: Book, is_named: bool) -> str:
    """What there is to say of what is made, `is_named`: and in which language."""
    volumes = f" in {len(book.volumes)} volumes" if len(book.volumes) > 1 else ""
    language = f", in {language_name(book.language, ENGLISH.language)}" if is_named else ""
    return f"{len(book.pages):,} pages of braille{volumes}{language}."


def useless_keys() -> tuple[str, ...]:
    """The keys of an edition that braille has no use for."""
    return tuple(each.name for each in fields(Edition) if each.name not in USED)


def left_out(guide: Guide) -> Iterator[str]:
    """Yield what of a guide is in print alone."""
    parts = {
        "the picture on the cover": guide.cover_picture,
        "the publisher's logo": guide.publisher.logo,
        "how to use the guide": guide.how_to_use,
    }
    if there := [name for name, has in parts.items() if has]:
        yield f"left out in braille: {', '.join(there)}"


def unused(edition: Edition) -> Iterator[Problem]:
    """Yield a warning for each key that says nothing in braille."""
    usual = Edition(name=edition.name)
    place = edition.mark or Mark(Path("editions"))
    for key in useless_keys():
        if getattr(edition, key) != getattr(usual, key):
            yield kinds.NOT_USED.at(place, edition=edition.name, key=key, format=edition.format)
