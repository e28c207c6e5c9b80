"""Faces: which characters they have, how wide words are, and which glyphs show them."""

import re
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb

PACKAGE = Path(__file__).resolve().parent.parent
FONT_FOLDERS = (PACKAGE / "fonts", PACKAGE.parent / "fonts")  # as installed from a wheel; in the source tree

FEATURES = {"kern": True, "liga": False, "clig": False}
LEAST_KERN = 0.02  # of the em: what nobody sees is left out, and a page of text needs half the bytes


class Glyph(NamedTuple):
    """A glyph of a shaped word, in the face's units; `text` is what it stands for, "" after the first of a cluster."""

    id: int
    text: str
    advance: int  # how far the pen moves
    x_offset: int
    y_offset: int


class FontError(Exception):
    """A face cannot be used; the message names the file and says why."""


class Face:
    """One face: a font file, its measures and its shaped words."""

    def __init__(self, path):
        self.path = Path(path)
        try:
            self.data = self.path.read_bytes()
        except OSError as error:
            raise FontError(f"{self.path}: the face cannot be read ({error.strerror})") from None
        try:
            face = hb.Face(self.data)
            self.font = hb.Font(face)
        except Exception as error:  # uharfbuzz raises several of its own
            raise FontError(f"{self.path}: not a font file ({error})") from None
        self.coverage = frozenset(face.unicodes)
        if not self.coverage or face.glyph_count < 2:
            raise FontError(f"{self.path}: not a font file, or a broken one; install the package again")
        if not _is_whole(self.data):
            raise FontError(f"{self.path}: a broken font file; install the package again")
        self.units_per_em = face.upem
        self._shaped = {}
        self._pairs = _Pairs(self._pair_glyph)
        self._widths = {}

    def __repr__(self):
        return f"Face({self.path.name})"

    @property
    def name(self):
        """The file's name without its ending, "AtkinsonHyperlegibleNext-Bold"."""
        return self.path.stem

    def covers(self, text):
        """Whether every character of the text has a glyph."""
        return self.coverage.issuperset(map(ord, text))

    def shape(self, word):
        """The glyphs of a word, kerned, in logical order of their clusters; tuple of Glyph."""
        shaped = self._shaped.get(word)
        if shaped is None:
            shaped = self._shaped[word] = self._shape(word) if word else ()
        return shaped

    def _shape(self, word):
        # HarfBuzz for each of a directory's 50,000 words (names, numbers, addresses) costs more than setting
        # its lines; ASCII letters only kern, pair by pair, so their glyphs are put together from known pairs
        if word.isascii():
            return tuple(map(self._pairs.__getitem__, map(str.__add__, word, word[1:] + " ")))
        return self._harfbuzz(word)

    def _pair_glyph(self, pair):
        """The first glyph of two characters, kerned with the second where that can be seen."""
        alone = self._harfbuzz(pair[0])[0]
        glyph = self._harfbuzz(pair)[0] if pair[1] != " " else alone
        return glyph if abs(glyph.advance - alone.advance) >= LEAST_KERN * self.units_per_em else alone

    def _harfbuzz(self, word):
        buffer = hb.Buffer()
        buffer.add_str(word)
        buffer.guess_segment_properties()
        hb.shape(self.font, buffer, FEATURES)
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        starts = sorted({info.cluster for info in infos}) + [len(word)]
        ends = dict(zip(starts, starts[1:]))
        seen, glyphs = set(), []
        for info, place in zip(infos, positions):
            start = info.cluster
            text = "" if start in seen else word[start:ends[start]]
            seen.add(start)
            glyphs.append(Glyph(info.codepoint, text, place.x_advance, place.x_offset, place.y_offset))
        return tuple(glyphs)

    def width(self, word):
        """The width of a word for a size of 1 pt."""
        width = self._widths.get(word)
        if width is None:
            width = sum(glyph.advance for glyph in self.shape(word)) / self.units_per_em
            self._widths[word] = width
        return width


def _is_whole(data):
    """Whether every table that a font file names lies inside it (OpenType, table directory)."""
    count = int.from_bytes(data[4:6], "big")
    entries = [data[12 + 16 * place:28 + 16 * place] for place in range(count)]
    return bool(entries) and all(
        len(entry) == 16 and int.from_bytes(entry[8:12], "big") + int.from_bytes(entry[12:16], "big") <= len(data)
        for entry in entries
    )


class _Pairs(dict):
    """Glyphs by the pair of characters that they begin."""

    def __init__(self, find):
        self.find = find

    def __missing__(self, pair):
        glyph = self[pair] = self.find(pair)
        return glyph


def find_font(name):
    """The path of a face in `fonts/`, by its file name."""
    for folder in FONT_FOLDERS:
        path = folder / name
        if path.exists():
            return path
    raise FontError(f"{FONT_FOLDERS[-1] / name}: the face is missing; install the package again")


class WordWidths(dict):
    """Widths of words for a size of 1 pt, measured at the first look-up; a dict, for speed in line breaking."""

    def __init__(self, measure):
        self.measure = measure

    def __missing__(self, word):
        width = self[word] = self.measure(word)
        return width


class FaceStack:
    """The faces for one weight: the first that has a word, or else a character, shows it."""

    def __init__(self, names):
        self.names = tuple(names)
        self.faces = {}
        self.widths = WordWidths(self._measure)
        self.missing = set()  # characters that were asked for and that no face has

    def face(self, index):
        """A face by its place in the stack, read when it is first needed."""
        if index not in self.faces:
            self.faces[index] = Face(find_font(self.names[index]))
        return self.faces[index]

    @cached_property
    def main(self):
        return self.face(0)

    @cached_property
    def has_ascii(self):
        """Whether the main face has every printable ASCII character: then most texts need no further look."""
        return self.main.covers(map(chr, range(32, 127)))

    def runs(self, text):
        """The text in runs of (face, text), whole words in one face where one has them all."""
        if self.has_ascii and text.isascii() or self.main.covers(text):
            return [(self.main, text)]
        runs = []
        for word in _WORDS.findall(text):
            face = self._face_of(word)
            pieces = [(face, word)] if face else [(self._face_of(c) or self._none_has(c), c) for c in word]
            for face, piece in pieces:
                if runs and (runs[-1][0] is face or not piece.strip()):
                    runs[-1] = (runs[-1][0], runs[-1][1] + piece)
                else:
                    runs.append((face, piece))
        return runs

    def width(self, text):
        """The width of a text for a size of 1 pt, its spaces included."""
        if " " not in text:
            return self.widths[text]
        words = text.split(" ")
        return sum(map(self.widths.__getitem__, words)) + (len(words) - 1) * self.widths[" "]

    def _measure(self, word):
        return sum(face.width(text) for face, text in self.runs(word))

    def _face_of(self, text):
        return next((face for face in map(self.face, range(len(self.names))) if face.covers(text)), None)

    def _none_has(self, character):
        self.missing.add(character)
        return self.main


_WORDS = re.compile(r"\s+|\S+")

REGULAR = ("AtkinsonHyperlegibleNext-Regular.ttf", "NotoSans-Regular.ttf")
BOLD = ("AtkinsonHyperlegibleNext-Bold.ttf", "NotoSans-Bold.ttf")


@lru_cache(maxsize=None)
def default_stacks():
    """(regular, bold) of the shipped faces, read once in a process."""
    return FaceStack(REGULAR), FaceStack(BOLD)
