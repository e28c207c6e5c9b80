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


class Encoding:
    """The codes of one face, given as glyphs are first shown."""

    def __init__(self, face):
        self.face = face
        self.pairs = {}  # code: (glyph, text)
        self.advances = {}  # glyph: what moving the pen costs without kerning, in units of the face
        self._codes = {}  # (glyph, text): code
        self._free = chain(PRIVATE, SURROGATES, OTHERS)

    def code(self, glyph, text):
        """The code of a glyph that stands for a text; ValueError for .notdef, the face's "I have none"."""
        pair = glyph, text
        code = self._codes.get(pair)
        if code is None:
            if not glyph:
                raise ValueError(f"{self.face.name} has no glyph for {text!r}; the layout must choose another face")
            code = self._codes[pair] = self._new_code(pair)
            self.pairs[code] = pair
            self.advances.setdefault(glyph, self.face.font.get_glyph_h_advance(glyph))
        return code

    def _new_code(self, pair):
        glyph, text = pair
        if len(text) == 1:
            code = ord(text)
            direct = code <= 0xFFFF and code not in PRIVATE and code not in SURROGATES
            if direct and code not in self.pairs and self.face.font.get_nominal_glyph(code) == glyph:
                return code
        for code in self._free:
            if code not in self.pairs:
                return code
        raise ValueError(f"{self.face.name}: more than 65,000 different glyphs in one document")


class Fragments(dict):
    """Words of one face and size: {word: the inside of a TJ array, begun and ended within a string}."""

    def __init__(self, encoding, size):
        self.encoding = encoding
        self.size = size
        self.leftward = set()  # the words that run from right to left
        self.space = self[SPACE]

    def line(self, text):
        """The operators that show words on one line, `[(...)]TJ`; words that run to the left stand in that order."""
        words = text.split(SPACE)
        shown = [self[word] for word in words]
        if self.leftward and not self.leftward.isdisjoint(words):
            return b"[(%s)]TJ" % self._leftward_line(words)
        return b"[(%s)]TJ" % self.space.join(shown)

    def __missing__(self, word):
        glyphs = self.encoding.face.shape(word)
        leftward = runs_leftward(word)
        if leftward:
            self.leftward.add(word)
        shown, plain = place(glyphs, leftward)
        fragment = self._encode(shown, sum(glyph.advance for glyph in glyphs))
        if not plain and not leftward:  # poppler reads leftward words better without
            actual = literal(b"\xfe\xff" + word.encode("utf-16-be"))
            fragment = b")]TJ/Span<</ActualText%s>>BDC[(%s)]TJ EMC[(" % (actual, fragment)
        self[word] = fragment
        return fragment

    def _encode(self, shown, advance):
        """The glyphs as codes; the pen is moved where kerning or an offset asks for it."""
        code, advances = self.encoding.code, self.encoding.advances
        parts, run, pen, rise = [], bytearray(), 0, 0
        for glyph, text, x, y in shown:
            if x != pen or y != rise:
                parts += literal(run)[1:-1], self._move(pen - x, y, rise)
                run, rise = bytearray(), y
            run += code(glyph, text).to_bytes(2, "big")
            pen = x + advances[glyph]
        parts.append(literal(run)[1:-1])
        if advance != pen or rise:
            parts.append(self._move(pen - advance, 0, rise))
        return b"".join(parts)

    def _move(self, back, rise, rise_before):
        """From one string to the next: the pen goes back by units of the face, text rises to another height."""
        upem = self.encoding.face.units_per_em
        move = number(back * 1000 / upem) if back else b""
        if rise == rise_before:
            return b")%s(" % move
        return b")%s]TJ %s Ts[(" % (move, number(rise * self.size / upem))

    def _leftward_line(self, words):
        """Words in logical order, the first at the right: before each the pen goes to where it begins."""
        width = self.encoding.face.width
        pieces = [piece for word in words for piece in (word, SPACE)][:-1]
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
    """(glyphs in logical order at their places, whether text and glyphs go one by one).

    HarfBuzz gives the glyphs from left to right, and the text of a cluster to its first glyph there.
    """
    clusters, x = [], 0
    for glyph in glyphs:
        shown = Shown(glyph.id, glyph.text, x + glyph.x_offset, glyph.y_offset)
        x += glyph.advance
        if glyph.text or not clusters:
            clusters.append([shown])
        else:
            clusters[-1].append(shown)
    plain = len(clusters) == len(glyphs)
    if leftward:
        clusters = [cluster[::-1] for cluster in reversed(clusters)]
    if not plain:
        clusters = [spread(cluster) for cluster in clusters]
    return [shown for cluster in clusters for shown in cluster], plain


def spread(cluster):
    """A cluster whose text is dealt out to its glyphs in order, so that their texts together read as the word does.

    Every code must have a text of its own (PDF/A-2, 6.2.11.7.2): what gets none here stands for a word joiner.
    """
    text = "".join(shown.text for shown in cluster)
    last = len(cluster) - 1
    dealt = [text[order : order + 1] or WORD_JOINER for order in range(last)]
    return [shown._replace(text=part) for shown, part in zip(cluster, [*dealt, text[last:] or WORD_JOINER])]


WORD_JOINER = "\u2060"
