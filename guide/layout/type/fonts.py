"""Faces: which characters they have, how wide words are, and which glyphs show them."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from functools import cache, cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias, TypeVar

import uharfbuzz as hb

from guide.language.scripts import (
    WORD_END,
    has_leftward,
    needs_rules,
)
from guide.layout.type.face_check import is_whole
from guide.layout.type.ideographs import room_between
from guide.layout.type.pieces import pieces
from guide.layout.type.script_faces import ScriptFaces, forms_of, script_of_language

PACKAGE = Path(__file__).resolve().parents[2]
FONT_FOLDERS = (PACKAGE / "fonts", PACKAGE.parent / "fonts")  # as installed from a wheel; in the source tree

FEATURES = {"kern": True, "liga": False, "clig": False}
SOFT_HYPHEN = "\u00ad"  # stands for the hyphen at the end of a line that divides a word
JOINERS = frozenset((0x200C, 0x200D))  # no face needs a glyph for them
CAP_HEIGHT, DESCENT = 0.668, 0.22  # of the em: capitals of the shipped face, and what hangs below
LEAST_KERN = 0.02  # of the em: what nobody sees is left out, and a page of text needs half the bytes


MOST_WORDS = 100_000  # that are remembered: a process that makes a million handouts meets a million names


def make_room(known: dict[str, Any]) -> None:
    """Forget what is remembered of words when it is too much."""
    if len(known) >= MOST_WORDS:
        known.clear()


class Glyph(NamedTuple):
    """A glyph of a shaped word, in the face's units; `text` is what it stands for, "" after the first of a cluster."""

    id: int
    text: str
    advance: int  # how far the pen moves
    x_offset: int
    y_offset: int


Glyphs: TypeAlias = tuple[Glyph, ...]  # of a word, from left to right


class FontError(Exception):
    """A face cannot be used; the message names the file and says why."""


class Face:
    """One face: a font file, its measures and its shaped words; in the forms of a language, where it has some of its own."""

    def __init__(self, path: Path, language: str = "") -> None:
        self.path = path
        self.language = language
        self.growth = GROWTH.get(self.path.stem.partition("-")[0])
        try:
            self.data = self.path.read_bytes()
        except OSError as error:
            raise FontError(f"{self.path}: the face cannot be read ({error.strerror})") from None
        try:
            face = hb.Face(self.data)
            self.font = hb.Font(face)
        except Exception as error:  # uharfbuzz raises several of its own
            raise FontError(f"{self.path}: not a font file ({error})") from None
        unicodes = face.unicodes
        self.coverage = JOINERS.union(unicodes)
        if not unicodes or face.glyph_count < 2:
            raise FontError(f"{self.path}: not a font file, or a broken one; install the package again")
        if not is_whole(self.data):
            raise FontError(f"{self.path}: a broken font file; install the package again")
        self.units_per_em = face.upem
        self._shaped: dict[str, Glyphs] = {}
        self._shaped_leftward: dict[str, Glyphs] = {}
        self.pairs = Found(self._pair_glyph)  # of two characters the first one's glyph
        self._advances = Found(lambda pair: self.pairs[pair].advance)
        self._widths: dict[str, float] = {}

    def __repr__(self) -> str:
        return f"Face({self.path.name})"

    @property
    def name(self) -> str:
        """The file's name without its ending, "AtkinsonHyperlegibleNext-Bold"."""
        return self.path.stem

    def covers(self, text: Iterable[str]) -> bool:
        """Whether every character of the text has a glyph."""
        return self.coverage.issuperset(map(ord, text))

    def size_at(self, size: float) -> float:
        """The size in which this face goes with others of a size: some scripts are drawn smaller on their em."""
        return size if self.growth is None else interpolate(size, self.growth)

    def shape(self, word: str, leftward: bool = False) -> Glyphs:
        """The glyphs of a word, kerned."""
        known = self._shaped_leftward if leftward else self._shaped
        shaped = known.get(word)
        if shaped is None:
            make_room(known)
            shaped = known[word] = self._shape(word, leftward) if word else ()
        return shaped

    def _shape(self, word: str, leftward: bool) -> Glyphs:
        # HarfBuzz for each of a directory's 50,000 words (names, numbers, addresses) costs more than setting
        # its lines; ASCII letters only kern, pair by pair, so their glyphs are put together from known pairs
        if word.isascii() and not leftward:
            return tuple(map(self.pairs.__getitem__, pairs_of(word)))
        if word.endswith(SOFT_HYPHEN):  # HarfBuzz would hide it
            *before, hyphen = self.shape(word[:-1] + "-")
            return (*before, hyphen._replace(text=SOFT_HYPHEN))
        glyphs = self._harfbuzz(word, leftward)
        return glyphs if leftward or needs_rules(word) else tuple(map(self._seen_kerning, glyphs))

    def _seen_kerning(self, glyph: Glyph) -> Glyph:
        """A glyph of an alphabet without the kerning that nobody sees."""
        alone = self.font.get_glyph_h_advance(glyph.id)
        kern = glyph.advance - alone
        return glyph._replace(advance=alone) if kern and abs(kern) < LEAST_KERN * self.units_per_em else glyph

    def _pair_glyph(self, pair: str) -> Glyph:
        """The first glyph of two characters, kerned with the second where that can be seen."""
        if pair[1] == " ":
            return self._harfbuzz(pair[0])[0]
        alone, glyph = self.pairs[pair[0] + " "], self._harfbuzz(pair)[0]
        return glyph if abs(glyph.advance - alone.advance) >= LEAST_KERN * self.units_per_em else alone

    def _harfbuzz(self, word: str, leftward: bool = False) -> Glyphs:
        buffer = hb.Buffer()
        buffer.add_str(word)
        buffer.guess_segment_properties()
        buffer.language = self.language or "und"  # not that of whoever runs the program
        buffer.direction = "rtl" if leftward else "ltr"  # brackets turn round in a text that runs leftward
        hb.shape(self.font, buffer, FEATURES)
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        if [info.cluster for info in infos] == list(range(len(word))):  # a glyph a character
            return tuple(
                [
                    Glyph(info.codepoint, text, place.x_advance, place.x_offset, place.y_offset)
                    for info, text, place in zip(infos, word, positions)
                ]
            )
        starts = sorted({info.cluster for info in infos}) + [len(word)]
        ends = dict(zip(starts, starts[1:]))
        seen: set[int] = set()
        glyphs = []
        for info, place in zip(infos, positions):
            start = info.cluster
            text = "" if start in seen else word[start : ends[start]]
            seen.add(start)
            glyphs.append(Glyph(info.codepoint, text, place.x_advance, place.x_offset, place.y_offset))
        return tuple(glyphs)

    def places(self, text: str) -> list[float]:
        """How far from the left each character of a text begins and the last one ends, for a size of 1 pt.

        The text runs rightward, a glyph a character, as ASCII does.
        """
        words = re.split("( )", text)
        advances = (glyph.advance / self.units_per_em for word in words for glyph in self.shape(word))
        return list(accumulate(advances, initial=0.0))

    def width(self, word: str) -> float:
        """The width of a word for a size of 1 pt."""
        width = self._widths.get(word)
        if width is None:
            make_room(self._widths)
            width = self._widths[word] = self._units(word) / self.units_per_em
        return width

    def _units(self, word: str) -> int:
        """The width of a word in units of the face."""
        if word.isascii():  # as nearly all are, see `_shape`
            return sum(map(self._advances.__getitem__, pairs_of(word)))
        return sum(glyph.advance for glyph in self.shape(word, has_leftward(word)))


def pairs_of(word: str) -> Iterator[str]:
    """Each character of a word with the one behind it, a space behind the last."""
    return map(str.__add__, word, word[1:] + " ")


What = TypeVar("What")


class Found(dict[str, What]):
    """What belongs to two characters of ASCII, found when it is first asked for."""

    def __init__(self, find: Callable[[str], What]) -> None:
        self.find = find

    def __missing__(self, pair: str) -> What:
        found = self[pair] = self.find(pair)
        return found


def find_font(name: str | Path) -> Path:
    """The path of a face in `fonts/`, by its file name."""
    for folder in FONT_FOLDERS:
        path = folder / name
        if path.exists():
            return path
    raise FontError(f"{FONT_FOLDERS[-1] / name}: the face is missing; install the package again")


class WordWidths(dict[str, float]):
    """Widths of words in one size, in points, measured at the first look-up; a dict, for speed in line breaking."""

    def __init__(self, stack: "FaceStack", size: float) -> None:
        self.stack = stack
        self.size = size

    def __missing__(self, word: str) -> float:
        if word.isascii() and self.stack.has_ascii:
            width = self.stack.main.width(word) * self.size
        else:
            runs = self.stack.runs(word)
            width = sum(face.width(text) * face.size_at(self.size) for face, text in runs)
            width += sum(room_between(one, two) for (_, one), (_, two) in zip(runs, runs[1:])) * self.size
        make_room(self)
        self[word] = width
        return width


class FaceStack:
    """The faces for one weight: the first that has a word shows it; else each part of it in one script has a face.

    `others` knows where faces are for scripts that none of these has. Stacks of the same faces are equal: what was set in
    one can be used with another.
    """

    def __init__(
        self, names: Iterable[str | Path], others: ScriptFaces | None = None, language: str = ""
    ) -> None:
        self.names = tuple(names)
        self.others = others
        self.language = forms_of(language)
        self.faces: dict[int, Face] = {}
        self.sizes: dict[float, WordWidths] = {}
        self.missing: set[str] = set()  # characters that were asked for and that no face has

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FaceStack) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)

    @property
    def key(self) -> tuple[object, ...]:
        """What tells one stack from another."""
        return self.names, self.others, self.language

    def for_language(self, language: str) -> "FaceStack":
        """With the face that draws ideographs as readers of a language know them before the Chinese one, if it is there."""
        found = self.others.of(script_of_language(language)) if self.others else None
        if found is None or found in self.names:
            return self
        (arabic,) = {REGULAR[ALPHABETIC], BOLD[ALPHABETIC]}.intersection(self.names)
        place = self.names.index(arabic)
        return FaceStack((*self.names[:place], found, *self.names[place:]), self.others, self.language)

    def anew(self) -> "FaceStack":
        """The same faces for another build, with all that is known of them but the characters that were missing there."""
        stack = copy(self)
        stack.missing = set()
        return stack

    def face(self, index: int) -> Face:
        """A face by its place in the stack, read when it is first needed."""
        if index not in self.faces:
            self.faces[index] = load_face(find_font(self.names[index]), self.language)
        return self.faces[index]

    @cached_property
    def main(self) -> Face:
        return self.face(0)

    @cached_property
    def has_ascii(self) -> bool:
        """Whether the main face has every printable ASCII character: then most texts need no further look."""
        return self.main.covers(map(chr, range(32, 127)))

    def at(self, size: float) -> WordWidths:
        """{word: its width in points} in a size."""
        widths = self.sizes.get(size)
        if widths is None:
            widths = self.sizes[size] = WordWidths(self, size)
        return widths

    def width(self, text: str, size: float = 1) -> float:
        """The width of a text in a size, its spaces included, in points."""
        widths = self.at(size)
        if " " not in text:
            return widths[text]
        words = text.split(" ")
        return sum(map(widths.__getitem__, words)) + (len(words) - 1) * widths[" "]

    def runs(self, text: str) -> list[tuple[Face, str]]:
        """The text in runs of (face, text), whole words in one face where one has them all."""
        if self.has_ascii and text.isascii() or self.main.covers(text):
            return [(self.main, text)]
        text = text.replace(WORD_END, "")
        runs: list[tuple[Face, str]] = []
        for word in pieces(text):
            whole = self._face_of(word)
            for face, piece in [(whole, word)] if whole else self._parts(word):
                if runs and (runs[-1][0] is face or not piece.strip()):
                    runs[-1] = (runs[-1][0], runs[-1][1] + piece)
                else:
                    runs.append((face, piece))
        return runs

    def lacking(self, characters: Iterable[str]) -> set[str]:
        """Those of a set of characters that no face has; faces are read only as far as they are needed."""
        left = {character for character in characters if not character.isspace()} - {WORD_END}
        for index in range(len(self.names)):
            left = left and {
                character for character in left if ord(character) not in self.face(index).coverage
            }
        return {character for character in left if not self._other_face(character)}

    def _face_of(self, text: str) -> Face | None:
        faces = map(self.face, range(len(self.names)))
        return next((face for face in faces if face.covers(text)), None) or self._other_face(text)

    def _other_face(self, text: str) -> Face | None:
        """The face of the script of a text, which none of the stack's own has, if it is there and has all of it."""
        face = self._script_face(text) if self.others and not text.isascii() else None
        return face if face and face.covers(text) else None

    def _script_face(self, text: str) -> Face | None:
        from guide.language.unicode import script_runs  # an English guide has no need of it

        path = self.others.of(script_runs(text)[0][0]) if self.others else None
        return load_face(path, self.language) if path else None

    def _parts(self, word: str) -> Iterator[tuple[Face, str]]:
        """Yield (face, part) of a word that no face has: what is of one script stays in its face, where that has it."""
        from guide.language.unicode import script_runs  # see above

        for _, part in script_runs(word):
            whole = self._face_of(part)
            if whole:
                yield whole, part
                continue
            own = next((face for face in map(self._face_of, part) if face), self.main)
            if self.others:
                own = self._script_face(part) or own
            for character in part:
                fitting = own if own.covers(character) else self._face_of(character)
                yield fitting or self._none_has(character), character

    def _none_has(self, character: str) -> Face:
        self.missing.add(character)
        return self.main


# (the size of Latin type, the size that goes with it), for faces whose letters are small on their em
GROWTH = {"NotoNaskhArabic": ((11, 15), (12, 15), (15, 17), (17, 18), (24, 24), (30, 28), (46, 42))}


def interpolate(size: float, points: Sequence[tuple[float, float]]) -> float:
    """The second of each pair as a function of the first: straight between the points, in proportion beyond them."""
    for (left, low), (right, high) in zip(points, points[1:]):
        if left <= size <= right:
            return round(low + (high - low) * (size - left) / (right - left), 2)
    edge, value = points[0] if size < points[0][0] else points[-1]
    return round(size * value / edge, 2)


FAMILIES = ("AtkinsonHyperlegibleNext", "NotoSans", "NotoNaskhArabic", "NotoSansSC")
REGULAR = tuple(f"{family}-Regular.ttf" for family in FAMILIES)
BOLD = tuple(f"{family}-Bold.ttf" for family in FAMILIES)
ALPHABETIC = 2  # of the families: Latin; Latin, Greek, Cyrillic and Devanagari


@cache
def load_face(path: Path, language: str = "") -> Face:
    """A face in the forms of a language, read once in a process."""
    return Face(path, language)


@cache
def default_stacks(language: str = "en", folder: str = "") -> tuple[FaceStack, FaceStack]:
    """(regular, bold) of the shipped faces for texts in a language, with those of other scripts behind them.

    The first is the first alphabetic one that has every letter of the language, so that no word stands in another face.
    `folder` is where faces of other scripts are looked for first.
    """
    first = 0 if language == "en" else _family_for(language)
    order = (first, *(place for place in range(len(FAMILIES)) if place != first))
    regular = FaceStack((REGULAR[place] for place in order), ScriptFaces(False, folder), language)
    bold = FaceStack((BOLD[place] for place in order), ScriptFaces(True, folder), language)
    return regular.for_language(language), bold.for_language(language)


def _family_for(language: str) -> int:
    """The place in `FAMILIES` of the face for a language; 0 for one in a script of its own."""
    from guide.language.unicode import letters_of  # an English guide has no need of it

    letters = "".join(letters_of(language))
    faces = (load_face(find_font(REGULAR[place])) for place in range(ALPHABETIC))
    return next((place for place, face in enumerate(faces) if face.covers(letters)), 0)
