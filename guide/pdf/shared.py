"""Faces that many documents share: each is subset, and its streams are packed, once for all of them.

A document of three pages shows most of the letters of a guide anyway. To make a subset for each of them would take a quarter of
its time; the one of all letters is about 1.5 kB larger for each face.
"""

from collections.abc import Iterable, Iterator
from string import ascii_letters, digits
from zlib import compress

from guide.layout.type.fonts import MOST_WORDS, Face
from guide.pdf.backend import BEST_COMPRESSION
from guide.pdf.encoding import Encoding, Fragments, Pair
from guide.pdf.fontfile import Embedded, embedded
from guide.pdf.syntax import Decimals

USUAL = (
    ascii_letters + digits + " .,:;!?'\"()-/&+@#\u00a0\u00b7\u2013\u2014\u2018\u2019\u201c\u201d\u2026"
)  # of names and greetings, which no guide has, and of the program's own words
SHAPED = range(
    0x0590, 0x1E00
)  # scripts whose glyphs are chosen by what stands beside them: from Hebrew to the last of India
MOST_LETTERS = 700  # of a shared subset: it is in every document


class NotShared(Exception):
    """A document shows what is not in the subset that it shares: it has to have faces of its own."""


class SharedEncoding(Encoding):
    """The codes of a face for some characters, each shown by its own glyph; there are no others."""

    def __init__(self, face: Face, characters: Iterable[str]) -> None:
        super().__init__(face)
        self.closed = False
        for character in sorted(characters):
            self[face.font.get_nominal_glyph(ord(character)), character]
        self.closed = True

    def __missing__(self, pair: Pair) -> bytes:
        if self.closed:
            raise NotShared(f"{pair[1]!r} is not in the subset of {self.face.name}")
        return super().__missing__(pair)


class SharedFace:
    """A face with some characters, as it stands in every document."""

    def __init__(self, face: Face, characters: Iterable[str]) -> None:
        self.encoding = SharedEncoding(face, characters)
        self.embedded = embedded(self.encoding, lambda data: compress(data, BEST_COMPRESSION))
        self.fragments = Fragments(self.encoding)

    @property
    def words(self) -> Fragments:
        """Its words, each encoded once while there are not too many."""
        if len(self.fragments) > MOST_WORDS:
            self.fragments = Fragments(self.encoding)
        return self.fragments


class SharedFaces:
    """What documents share of faces; without any, each has its own."""

    def __init__(self, faces: Iterable[Face] = (), characters: Iterable[str] = ()) -> None:
        wanted = frozenset(USUAL).union(characters)
        self.faces = {face: SharedFace(face, letters) for face, letters in _letters(faces, wanted) if letters}
        self.decimals = Decimals()  # numbers as they are written: those of pages come again and again
        self.numbers = {face: number for number, face in enumerate(self.faces, 1)}

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.faces)

    def number(self, face: Face) -> int:
        """The number of a face among them, from 1 on; 0 for one that is not shared."""
        return self.numbers.get(face, 0)

    def encoding(self, face: Face) -> Encoding | None:
        """The codes of a face, None where it is not shared."""
        shared = self.faces.get(face)
        return shared.encoding if shared else None

    def words(self, face: Face) -> Fragments | None:
        """The words of a face, None where it is not shared."""
        shared = self.faces.get(face)
        return shared.words if shared else None

    def embedded(self, face: Face) -> Embedded | None:
        """A face as it stands in a file, None where it is not shared."""
        shared = self.faces.get(face)
        return shared.embedded if shared else None


def _letters(faces: Iterable[Face], wanted: Iterable[str]) -> Iterator[tuple[Face, list[str]]]:
    """Yield (face, the characters of it that are wanted); none where glyphs are chosen by what stands beside them."""
    for face in faces:
        letters = [each for each in wanted if ord(each) in face.coverage]
        shaped = len(letters) > MOST_LETTERS or any(ord(each) in SHAPED for each in letters)
        yield face, [] if shaped else letters
