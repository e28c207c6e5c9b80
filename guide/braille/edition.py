"""The files of an edition whose format is braille."""

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from guide.braille.make import WRITERS, file_of, make_volume, wanted_by
from guide.errors import GuideError, Mark, Problem
from guide.frozen import frozen
from guide.language.words import Words
from guide.model import Edition, Guide
from guide.problems import layout as kinds

USED = frozenset(
    (
        "name", "mark", "default", "title", "subtitle", "format", "number", "order", "city_order", "neighborhood_order", "choice",
        "date", "languages", "untranslated", "contracted", "cells", "lines", "colour",
    )
)  # fmt: skip  # keys of an edition that braille has a use for, and the colour by which an edition is called


@frozen
class BrailleFiles:
    """The files of an edition by name, with what there is to say of them."""

    data: dict[str, bytes]
    problems: tuple[Problem, ...]
    said: tuple[str, ...]


def make_files(guide: Guide, words: Words, edition: Edition) -> BrailleFiles:
    """BRF and PEF of an edition of a guide; none where its language has no braille, or this computer no liblouis."""
    problems = tuple(unused(edition))
    try:
        volume = make_volume(guide, words, wanted_by(edition))
    except GuideError as error:
        return BrailleFiles(data={}, problems=(*problems, *error.problems), said=())
    data = {f"{edition.name}.{ending}": file_of(volume, ending) for ending in WRITERS}
    return BrailleFiles(data=data, problems=problems, said=(f"{len(volume.pages):,} pages of braille.",))


def useless_keys() -> tuple[str, ...]:
    """The keys of an edition that braille has no use for."""
    return tuple(each.name for each in fields(Edition) if each.name not in USED)


def unused(edition: Edition) -> Iterator[Problem]:
    """Yield a warning for each key that says nothing in braille, and where two languages are asked for."""
    usual = Edition(name=edition.name)
    place = edition.mark or Mark(Path("editions"))
    for key in useless_keys():
        if getattr(edition, key) != getattr(usual, key):
            yield kinds.NOT_USED.at(place, edition=edition.name, key=key, format=edition.format)
    if len(edition.languages) > 1:
        yield kinds.ONE_LANGUAGE.at(place, edition=edition.name)
