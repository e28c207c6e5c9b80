"""Words as the codes of a face: two bytes a glyph, kerned, each word encoded once.

A code is a CID (Identity-H). A character of the Basic Multilingual Plane that is shown by its nominal glyph has its
UTF-16 unit as its code, so plain text reads as itself even in the content stream. Every other pair of glyph and
text (shaped, alternate, astral) takes a code from the private use area, where no character is its own code.
"""

from itertools import chain
from typing import NamedTuple
from unicodedata import bidirectional

from guide.pdf.syntax import literal, number

PRIVATE = range(0xE000, 0xF900)
SURROGATES = range(0xD800, 0xE000)  # no character is one, so these codes come next
OTHERS = range(0xFFFD, 0x00FF, -1)  # then whatever no character has taken
SPACE = " "
FIRST_LEFTWARD = "\u0590"  # the first Hebrew code: nothing below it runs to the left


class Shown(NamedTuple):
    """A glyph at its place in a word: units of the face from the word's left edge and the baseline."""

    glyph: int
    text: str
    x: int
    y: int


class Encoding(dict):
    """The codes of one face as they are first shown: {(glyph, text): its two bytes as they stand in a string}."""

    def __init__(self, face):
        self.face = face
        self.pairs = {}  # code: (glyph, text)
        self.advances = {}  # glyph: how far it moves the pen without kerning, in units of the face
        self.moves = Moves(face.units_per_em)
        self._free = chain(PRIVATE, SURROGATES, OTHERS)

    def __missing__(self, pair):
        glyph, text = pair
        if not glyph:
            raise ValueError(f"{self.face.name} has no glyph for {text!r}; the layout must choose another face")
        code = self._new_code(glyph, text)
        self.pairs[code] = pair
        self.advances[glyph] = self.face.font.get_glyph_h_advance(glyph)
        self[pair] = shown = literal(code.to_bytes(2, "big"))[1:-1]
        return shown

    def _new_code(self, glyph, text):
        if len(text) == 1:
            code = ord(text)
            direct = code <= 0xFFFF and code not in PRIVATE and code not in SURROGATES
            if direct and code not in self.pairs and self.face.font.get_nominal_glyph(code) == glyph:
                return code
        for code in self._free:
            if code not in self.pairs:
                return code
        raise ValueError(f"{self.face.name}: more than 65,000 different glyphs in one document")


class Moves(dict):
    """{units of a face: from one string to the next in a TJ array, with the pen moved back so far}."""

    def __init__(self, units_per_em):
        self.units_per_em = units_per_em

    def __missing__(self, units):
        self[units] = move = b")%s(" % number(units * 1000 / self.units_per_em)
        return move


class Fragments(dict):
    """Words of one face and size: {word: the inside of a TJ array, begun and ended within a string}."""

    def __init__(self, encoding, size):
        super().__init__({"": b""})  # between two spaces, and after the last
        self.encoding = encoding
        self.size = size
        self.leftward = set()  # the words that run from right to left
        self.space = self[SPACE]

    def line(self, text):
        """Words on one line as one fragment; if they run from right to left, so does the line."""
        words = text.split(SPACE)
        fragment = self.space.join(map(self.__getitem__, words))
        if self.leftward and not self.leftward.isdisjoint(words):
            return self._leftward_line(words)
        return fragment

    def __missing__(self, word):
        glyphs = self.encoding.face.shape(word)
        leftward = runs_leftward(word)
        if leftward:
            self.leftward.add(word)
        if leftward or not all(text and not x and not y for _, text, _, x, y in glyphs):
            fragment = self._placed(glyphs, leftward)
        else:
            fragment = self._kerned(glyphs)
        self[word] = fragment
        return fragment

    def _kerned(self, glyphs):
        """Glyphs that follow each other on the baseline."""
        encoding, advances, moves, parts = self.encoding, self.encoding.advances, self.encoding.moves, []
        for glyph, text, advance, _, _ in glyphs:
            parts.append(encoding[glyph, text])
            if advance != advances[glyph]:
                parts.append(moves[advances[glyph] - advance])
        return b"".join(parts)

    def _placed(self, glyphs, leftward):
        """Glyphs at places of their own, in logical order: before each the pen goes to where it stands."""
        encoding, advances, moves = self.encoding, self.encoding.advances, self.encoding.moves
        parts, pen, rise = [], 0, 0
        for glyph, text, x, y in place(glyphs, leftward):
            if x != pen:
                parts.append(moves[pen - x])
            if y != rise:
                parts.append(self._rise(y))
            parts.append(encoding[glyph, text])
            pen, rise = x + advances[glyph], y
        advance = sum(glyph.advance for glyph in glyphs)
        if advance != pen:
            parts.append(moves[pen - advance])
        if rise:
            parts.append(self._rise(0))
        return b"".join(parts)

    def _rise(self, units):
        """From one string to the next, at another height above the baseline."""
        return b")]TJ %s Ts[(" % number(units * self.size / self.encoding.face.units_per_em)

    def _leftward_line(self, words):
        """Words in logical order, the first at the right end of the line."""
        width = self.encoding.face.width
        pieces = [piece for word in words for piece in (word, SPACE) if piece][:-1]
        widths = [width(piece) * 1000 for piece in pieces]
        left, pen, parts = sum(widths), 0, []
        for piece, piece_width in zip(pieces, widths):
            left -= piece_width
            parts += b")%s(" % number(pen - left), self[piece]
            pen = left + piece_width
        return b"".join(parts)


def runs_leftward(word):
    """Whether a word is of a script that runs from right to left: its first strong character says so."""
    if not word or max(word) < FIRST_LEFTWARD:
        return False
    strong = (bidirectional(character) for character in word)
    return next((kind in ("R", "AL") for kind in strong if kind in ("L", "R", "AL")), False)


def place(glyphs, leftward):
    """The glyphs of a word in logical order, at their places; tuple of Shown.

    HarfBuzz gives them from left to right, and the text of a cluster to its first glyph there.
    """
    clusters, x = [], 0
    for glyph in glyphs:
        shown = Shown(glyph.id, glyph.text, x + glyph.x_offset, glyph.y_offset)
        x += glyph.advance
        if glyph.text or not clusters:
            clusters.append([shown])
        else:
            clusters[-1].append(shown)
    if leftward:
        clusters = [cluster[::-1] for cluster in reversed(clusters)]
    return tuple(shown for cluster in clusters for shown in spread(cluster))


def spread(cluster):
    """A cluster with its text dealt out to its glyphs in order, so that all texts together read as the word does.

    With that poppler, MuPDF and PDFium read Hindi as well as with ActualText around each word, which makes poppler
    lose the rest of a paragraph in the structure tree. A glyph for which nothing is left (the dots of some Arabic
    faces) stands for the empty text: exact in poppler and pdf.js; MuPDF and PDFium show the bare code.
    """
    text = "".join(shown.text for shown in cluster)
    last = len(cluster) - 1
    texts = [*(text[order : order + 1] for order in range(last)), text[last:]]
    return [shown._replace(text=part) for shown, part in zip(cluster, texts)]
