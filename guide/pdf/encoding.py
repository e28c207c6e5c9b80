"""Words as the codes of a face: two bytes a glyph, kerned, each word encoded once.

A code is a CID (Identity-H). A character of the Basic Multilingual Plane that is shown by its nominal glyph has its
UTF-16 unit as its code, so plain text reads as itself even in the content stream. Every other pair of glyph and
text (shaped, alternate, astral) takes a code from the private use area, where no character is its own code.

What is drawn with several glyphs (a letter with its dots, a consonant with the vowel that stands before it) becomes
one composite glyph of the embedded face, whose code means the whole text: poppler, MuPDF, PDFium and pdf.js all read
it as it was written. With a code for each part some of them lost the order of Hindi, or showed the dots of Arabic
letters as characters of their own; ActualText around each word made poppler lose the rest of the paragraph.
"""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple, TypeAlias

from guide.layout.type.fonts import Face, Found, Glyph, pairs_of
from guide.pdf.syntax import literal, number

PRIVATE = range(0xE000, 0xF900)
SURROGATES = range(0xD800, 0xE000)  # no character is one, so these codes come next
OTHERS = range(0xFFFD, 0x00FF, -1)  # then whatever no character has taken
SPACE = " "
JOINERS = frozenset("\u200c\u200d")  # they join letters or keep them apart, and show nothing


Placed: TypeAlias = tuple[int, int, int]  # a glyph, and where it stands: x, y in units of the face
Parts: TypeAlias = tuple[Placed, ...]
Shape: TypeAlias = int | Parts  # what is drawn: a glyph by its number, or several as one
Pair: TypeAlias = tuple[Shape, str]  # with the text that it stands for


class Cluster(NamedTuple):
    """What is drawn for some characters at its place in a word; units of the face.

    `glyph` is the number of a glyph, or ((glyph, x, y), ...) of several from the cluster's left edge and the baseline.
    """

    glyph: Shape
    text: str
    x: int  # of the left edge, from the word's
    advance: int


class Encoding(dict[Pair, bytes]):
    """The codes of one face as they are first shown: {(glyph, text): its two bytes as they stand in a string}.

    A glyph is that of a `Cluster`.
    """

    def __init__(self, face: Face) -> None:
        self.face = face
        self.pairs: dict[int, Pair] = {}  # by code
        self.advances: dict[
            Shape, int
        ] = {}  # glyph: how far it moves the pen without kerning, in units of the face
        self.moves = Moves(face.units_per_em)
        self._free = chain(PRIVATE, SURROGATES, OTHERS)

    def __missing__(self, pair: Pair) -> bytes:
        glyph, text = pair
        parts = parts_of(glyph)
        if not all(number for number, _, _ in parts):
            raise ValueError(
                f"{self.face.name} has no glyph for {text!r}; the layout must choose another face"
            )
        code = self._new_code(glyph, text)
        self.pairs[code] = pair
        self.advances[glyph] = self._advance(parts)
        self[pair] = shown = literal(code.to_bytes(2, "big"))[1:-1]
        return shown

    def direct(self, pair: Pair) -> bytes:
        """The code of a pair, chosen now if that is the character's own; b"" if it has to have the next that is free."""
        if pair in self or self._is_direct(*pair):
            return self[pair]
        return b""

    def _advance(self, parts: Parts) -> int:
        """How far the parts of a glyph move the pen."""
        return sum(int(self.face.font.get_glyph_h_advance(number)) for number, _, _ in parts)

    def _new_code(self, glyph: Shape, text: str) -> int:
        if self._is_direct(glyph, text):
            return ord(text)
        for code in self._free:
            if code not in self.pairs:
                return code
        raise ValueError(f"{self.face.name}: more than 65,000 different glyphs in one document")

    def _is_direct(self, glyph: Shape, text: str) -> bool:
        """Whether a character is shown by its nominal glyph, and its own code is free."""
        if len(text) != 1:
            return False
        code = ord(text)
        direct = code <= 0xFFFF and code not in PRIVATE and code not in SURROGATES
        return direct and code not in self.pairs and self.face.font.get_nominal_glyph(code) == glyph


class Moves(dict[int, bytes]):
    """{units of a face: from one string to the next in a TJ array, with the pen moved back so far}."""

    def __init__(self, units_per_em: int) -> None:
        self.units_per_em = units_per_em

    def __missing__(self, units: int) -> bytes:
        self[units] = move = b")%s(" % number(units * 1000 / self.units_per_em)
        return move


class Fragments(dict[str, bytes]):
    """Words of one face: {word: the inside of a TJ array, begun and ended within a string}."""

    def __init__(self, encoding: Encoding) -> None:
        super().__init__({"": b""})  # between two spaces, and after the last
        self.encoding = encoding
        self._shown = Found(self._first_shown)
        self.space = self[SPACE]
        self._pairs: dict[str, frozenset[Pair]] = {}  # of words on pages that are kept

    def line(self, text: str) -> bytes:
        """Words on one line as one fragment."""
        return self.space.join(map(self.__getitem__, text.split(SPACE)))

    def pairs(self, word: str) -> frozenset[Pair]:
        """What a word is shown with."""
        found = self._pairs.get(word)
        if found is None:
            found = self._pairs[word] = frozenset(self._pairs_of(word))
        return found

    def _pairs_of(self, word: str) -> Iterator[Pair]:
        glyphs = self.encoding.face.shape(word)
        if word.isascii():
            return ((glyph, text) for glyph, text, _, _, _ in glyphs)
        return ((each.glyph, each.text) for each in clusters(glyphs))

    def __missing__(self, word: str) -> bytes:
        if word.isascii():  # is shown pair by pair: this is asked for each of 50,000 words
            fragment = b"".join(map(self._shown.__getitem__, pairs_of(word)))
        else:
            found = clusters(self.encoding.face.shape(word))
            fragment = b"".join([self._cluster(shape, text, advance) for shape, text, _, advance in found])
        self[word] = fragment
        return fragment

    def _first_shown(self, pair: str) -> bytes:
        """The first of two characters as it is shown before the other."""
        glyph = self.encoding.face.pairs[pair]
        return self._cluster(glyph.id, glyph.text, glyph.advance)

    def _cluster(self, shape: Shape, text: str, advance: int) -> bytes:
        """A code, and how far the pen is moved back behind it."""
        encoding = self.encoding
        shown, usual = encoding[shape, text], encoding.advances[shape]
        return shown if advance == usual else shown + encoding.moves[usual - advance]


class LeftwardWords(Fragments):
    """Words of one face that run from right to left: {word: the inside of a TJ array, begun and ended within a string}.

    A line is one string from left to right, as it is seen, and `Content` says that it is so (ReversedChars, ISO 32000-1,
    14.8.2.3.3). Poppler, on which Evince and Okular stand, takes letters that are shown one by one from right to left
    for words of one letter, and MuPDF words that are shown so for lines of one word.
    """

    def line(self, text: str) -> bytes:
        """Words on one line as one fragment."""
        return self.space.join(map(self.__getitem__, reversed(text.split(SPACE))))

    def _pairs_of(self, word: str) -> Iterator[Pair]:
        found = with_joiners(clusters(self.encoding.face.shape(word, leftward=True)))
        return ((each.glyph, each.text[::-1]) for each in found)

    def __missing__(self, word: str) -> bytes:
        encoding, advances = self.encoding, self.encoding.advances
        parts: list[bytes] = []
        found = with_joiners(clusters(encoding.face.shape(word, leftward=True)))
        ends = [*(cluster.x for cluster in found[1:]), sum(cluster.advance for cluster in found)]
        for cluster, end in zip(found, ends):
            parts.append(
                encoding[cluster.glyph, cluster.text[::-1]]
            )  # every reader turns it round with the line
            if end - cluster.x != advances[cluster.glyph]:
                parts.append(encoding.moves[advances[cluster.glyph] - end + cluster.x])
        self[word] = fragment = b"".join(parts)
        return fragment


def with_joiners(found: Sequence[Cluster]) -> list[Cluster]:
    """The clusters of a leftward word without those of joiners: one is read with the letter before it, or else behind it."""
    made: list[Cluster] = []
    waiting = ""
    for cluster in reversed(found):
        if cluster.text in JOINERS:
            if made:
                made[-1] = made[-1]._replace(text=made[-1].text + cluster.text)
            else:
                waiting += cluster.text
        else:
            made.append(cluster._replace(text=waiting + cluster.text))
            waiting = ""
    return made[::-1]


def parts_of(glyph: Shape) -> Parts:
    """((glyph, x, y), ...) of a cluster's glyph."""
    return ((glyph, 0, 0),) if isinstance(glyph, int) else glyph


def clusters(glyphs: Sequence[Glyph]) -> list[Cluster]:
    """The glyphs of a word, as HarfBuzz gives them from left to right, as clusters in that order; list of Cluster.

    The text of a cluster belongs to its first glyph there.
    """
    if all(text and not x and not y for _, text, _, x, y in glyphs):  # most words
        found, x = [], 0
        for glyph, text, advance, _, _ in glyphs:
            found.append(Cluster(glyph, text, x, advance))
            x += advance
        return found
    groups: list[tuple[int, str, list[Placed], list[int]]] = []
    x = 0
    for each in glyphs:
        if each.text or not groups:
            groups.append((x, each.text, [], []))
        left, _, parts, advances = groups[-1]
        parts.append((each.id, x - left + each.x_offset, each.y_offset))
        advances.append(each.advance)
        x += each.advance
    return [Cluster(simple(parts), text, left, sum(advances)) for left, text, parts, advances in groups]


def simple(parts: Sequence[Placed]) -> Shape:
    """A glyph by its number where it stands alone and unmoved, else the parts of a composite."""
    glyph, x, y = parts[0]
    return glyph if len(parts) == 1 and not x and not y else tuple(parts)
