"""The search of the list: in names, numbers, streets, topics and texts; and the guide's own word for one that it has not."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from guide.content.edit import Plain
from guide.expressions import expression
from guide.studio.owners import LISTING, File, Owner
from guide.studio.studio import Studio

WORD = expression(r"[^\W\d_]{3,}")
LIKE = 0.75  # how like a word of the guide has to be, of 1


class Found(NamedTuple):
    """What a search gives."""

    owners: list[str]  # "listing/food-bank"
    near: str = ""  # where there are none: words that there are


class Search:
    """Searches a studio; what a file's listings say is kept as long as the file is the same."""

    def __init__(self, studio: Studio) -> None:
        self.studio = studio
        self.kept: dict[int, tuple[File, dict[str, str]]] = {}

    def find(self, words: str) -> Found:
        """The listings that have these words in them."""
        wanted = plain_words(words)
        texts = self.texts()
        owners = [str(Owner(LISTING, own)) for own, text in texts.items() if wanted in text]
        return Found(owners, "" if owners or not wanted else near(wanted, texts.values()))

    def texts(self) -> dict[str, str]:
        """{id of a listing: what is searched of it}, without secret streets."""
        owners = self.studio.seen.owners
        known = {
            file: self.said(file)
            for file in dict.fromkeys(map(owners.files.get, owners.sections.values()))
            if file
        }
        kept = {id(file): (file, said) for file, said in known.items()}
        self.kept = kept
        return {own: known[owners.files[path]][own] for own, path in owners.listings.items()}

    def said(self, file: File) -> dict[str, str]:
        """{id: what is searched} of the listings of a file."""
        old = self.kept.get(id(file))
        if old and old[0] is file:
            return old[1]
        hidden = self.studio.streets.hidden
        return {own: plain_words(" ".join(texts_in(hidden(each)))) for own, each in file.listings.items()}


def near(wanted: str, texts: Iterable[str]) -> str:
    """The words that are searched, each that the guide has not in the place of one that it has; "" where none is like one."""
    known = {word for text in texts for word in WORD.findall(text)}
    whole = "\n".join(known)
    found = [
        word if word in whole else next(iter(difflib.get_close_matches(word, known, 1, LIKE)), "")
        for word in wanted.split()
    ]
    return " ".join(found) if all(found) and found != wanted.split() else ""


def texts_in(value: Plain) -> Iterator[str]:
    """Yield the texts in a value, numbers in digits alone too."""
    if isinstance(value, str):
        yield value
        yield "".join(each for each in value if each.isdecimal())
    else:
        for each in value.values() if isinstance(value, dict) else value:
            yield from texts_in(each)


def plain_words(text: str) -> str:
    """A text as it is searched: small letters without accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(each for each in parts if not unicodedata.combining(each)).split())
