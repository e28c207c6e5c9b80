"""Words into lines: the inline pieces of a paragraph are broken to a measure, ragged right."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from guide.errors import Mark
from guide.language.scripts import NBSP, WORD_END, needs_rules
from guide.layout.type.division import break_address, divisions
from guide.layout.type.fonts import SOFT_HYPHEN
from guide.layout.type.ideographs import hanging_after, hanging_before, room_between
from guide.layout.type.inline import Atom, Fragment, Inline, SetLine, with_folio
from guide.layout.type.joined import apart, joined
from guide.layout.type.last_line import with_whole_end
from guide.layout.type.style import Style

TOLERANCE = 0.001  # points by which a line may be too long: rounding only

LongWord: TypeAlias = tuple[Mark | None, str]  # where it stands, and the word
Part: TypeAlias = Fragment | str  # of a line: a fragment, or the space between two words


class Breaker:
    """Breaks texts into lines; knows how wide a folio may become, and keeps what did not fit."""

    def __init__(self, style: Style, folio_digits: int) -> None:
        self.style = style
        self.language = style.language
        self.leftward = style.leftward
        self.spaces_only = style.language == "en"  # lines end at spaces, but for texts of other scripts
        self.folio_reserve = "0" * folio_digits  # no figure of the shipped faces is wider
        self.mark: Mark | None = None  # of the listing that is being set
        self.broken: list[LongWord] = []  # longer than any line, cut where there was no good place

    def width(self, text: str, size: float, bold: bool = False) -> float:
        """The width of a text on one line, in points."""
        return self.style.stack(bold).width(joined(text), size)

    def folio_width(self, size: float) -> float:
        """The width of the widest folio, in bold as in lists of pages, with the least space before it."""
        return self.width(self.folio_reserve, size, True) + self.style.u / 2

    def fragment_width(self, fragment: Fragment, size: float) -> float:
        """The width of a fragment on one line, with room for the widest folio where one follows."""
        inline, text = fragment
        return self.width(
            with_folio(text, self.folio_reserve) if inline.page_of else text, inline.size or size, inline.bold
        )

    def line_width(self, fragments: Sequence[Fragment], size: float) -> float:
        """The width of a line without the space that may end it."""
        *before, (inline, text) = fragments
        return sum(
            self.fragment_width(fragment, size) for fragment in (*before, Fragment(inline, text.rstrip(" ")))
        )

    def lines(
        self, inlines: Sequence[Inline], size: float, measure: float, indent: float = 0
    ) -> list[SetLine]:
        """Inline pieces broken into lines; all but the first are `indent` narrower."""
        if self.style.second:
            inlines = tuple(
                inline._replace(text=text)
                for inline, text in apart(((each, each.text) for each in inlines), self.style.second.language)
            )
        by_rules = not self.spaces_only or any(needs_rules(inline.text) for inline in inlines)
        if not by_rules and len(inlines) == 1 and not inlines[0].page_of and not inlines[0].size:
            whole = self._plain_lines(inlines[0], size, measure, indent)
            if whole is not None:
                return whole
        found = (self._atoms_by_rules if by_rules else self._atoms)(inlines, size, measure - indent)
        atoms = with_whole_end(found, measure - indent) if by_rules else found
        lines = self._fill(atoms, size, measure, indent)
        if inlines[-1].text.endswith(" "):
            lines[-1] = ended_with_space(lines[-1])
        return lines

    def _plain_lines(
        self, inline: Inline, size: float, measure: float, indent: float
    ) -> list[SetLine] | None:
        """The lines of a single piece, or None where a word is longer than the measure."""
        widths = self.style.stack(inline.bold).at(size)
        text, last = (inline.text[:-1], " ") if inline.text.endswith(" ") else (inline.text, "")
        words = text.split(" ")
        space = widths[" "]
        limit = measure + TOLERANCE
        lines: list[SetLine] = []
        start, used = 0, -space
        for index, word in enumerate(words):
            width = widths[word]
            used += space + width
            if used > limit:
                if width > measure - indent:
                    return None
                lines.append((Fragment(inline, " ".join(words[start:index]) + " "),))
                limit = measure - indent + TOLERANCE
                start, used = index, width
        lines.append((Fragment(inline, " ".join(words[start:]) + last),))
        return lines

    def _atoms(self, inlines: Sequence[Inline], size: float, measure: float) -> list[Atom]:
        """The unbreakable parts of a paragraph; words longer than the measure are cut into several."""
        # each word its fragments, and whether a space stands before it
        words: list[tuple[list[Fragment], bool]] = []
        gap = True
        for inline in inlines:
            pieces = [inline.text] if inline.page_of else inline.text.split(" ")
            for index, piece in enumerate(pieces):
                gap = gap or index > 0
                if not piece:
                    continue
                if gap:
                    words.append(([], bool(words)))
                words[-1][0].append(Fragment(inline, piece))
                gap = False
        return [atom for word, spaced in words for atom in self._cut(word, size, measure, spaced)]

    def _atoms_by_rules(self, inlines: Sequence[Inline], size: float, measure: float) -> list[Atom]:
        """The same by the rules of Unicode: for scripts without spaces, and marks that begin no line."""
        from guide.language.unicode import line_ends  # an English guide has no need of it

        text = "".join(inline.text for inline in inlines)
        kept: set[int] = set()  # offsets within a page number, where no line ends
        at = 0
        for inline in inlines:
            kept.update(range(at + 1, at + len(inline.text)) if inline.page_of else ())
            at += len(inline.text)
        atoms: list[Atom] = []
        start, spaced = 0, False
        for end in line_ends(text, self.language):
            if end in kept:
                continue
            word = text[start:end].rstrip(" " + WORD_END)
            if word:
                fragments = _slice(inlines, start, start + len(word))
                atoms += self._cut(fragments, size, measure, spaced and bool(atoms))
            spaced = text[end - 1 : end] == " " if word or not atoms else True
            start = end
        return atoms

    def _cut(self, word: Sequence[Fragment], size: float, measure: float, spaced: bool) -> list[Atom]:
        """A word as one atom, or cut where it is too long."""
        width = sum(self.fragment_width(fragment, size) for fragment in word)
        if width <= measure + TOLERANCE:
            return [Atom(tuple(word), width, spaced)]
        for place, (inline, text) in enumerate(word):
            if NBSP in text and not inline.page_of:  # joined words part at their joint before they are cut
                left, _, right = text.partition(NBSP)
                return self._cut([*word[:place], Fragment(inline, left)], size, measure, spaced) + self._cut(
                    [Fragment(inline, right), *word[place + 1 :]], size, measure, True
                )
        atoms: list[Atom] = []
        for fragment in word:
            for text in self._pieces(fragment, size, measure):
                part = Fragment(fragment.inline, text)
                atoms.append(Atom((part,), self.fragment_width(part, size), spaced and not atoms))
        return atoms

    def _pieces(self, fragment: Fragment, size: float, measure: float) -> Iterator[str]:
        """A word cut after slashes, dots and the like; where that is not enough, anywhere, and that is kept in mind."""
        size = fragment.inline.size or size
        for piece in break_address(fragment.text):
            if self.width(piece, size, fragment.inline.bold) <= measure:
                yield piece
                continue
            self.broken.append((self.mark, fragment.text))
            while piece:
                count = max(1, self._fitting(piece, size, measure, fragment.inline.bold))
                yield piece[:count]
                piece = piece[count:]

    def _fitting(self, text: str, size: float, measure: float, bold: bool) -> int:
        """How many characters of a word fit a measure: guessed from their single widths, then set right for kerning."""
        widths, used, count = self.style.stack(bold).at(size), 0.0, 0
        while count < len(text) and used <= measure:
            used += widths[text[count]]
            count += 1
        while count > 1 and self.width(text[:count], size, bold) > measure:
            count -= 1
        return count

    def _fill(self, atoms: Sequence[Atom], size: float, measure: float, indent: float) -> list[SetLine]:
        """Atoms put into lines as long as they fit; where the style divides words, what is left of a line takes a part."""
        lines: list[tuple[Part, ...]] = []
        line: list[Atom] = []
        used: float = 0
        limit = measure + TOLERANCE
        waiting = list(reversed(atoms))
        while waiting:
            atom = waiting.pop()
            gap = self._gap(line[-1] if line else None, atom, size)
            full = used + gap + atom.width
            if line and full > limit and full - self._hanging(atom, size) > limit:
                if self.style.hyphenation and measure < self.style.narrow:
                    parts = self._divide(atom, limit - used - gap, size)
                    if parts:
                        line.append(parts[0])
                        atom = parts[1]
                lines.append(_join(line) + ((" ",) if atom.spaced else ()))
                line, used, limit = [], 0, measure - indent + TOLERANCE
                gap = self._gap(None, atom, size)
            used += gap + atom.width
            line.append(atom)
        return [_fragments(line) for line in lines + [_join(line)]]

    def _divide(self, atom: Atom, room: float, size: float) -> tuple[Atom, Atom] | None:
        """A word in two atoms, the first ending with a hyphen and fitting the room; None where it cannot be divided."""
        inline, text = atom.fragments[0]
        if len(atom.fragments) > 1 or inline.link or inline.page_of or inline.bold:
            return None
        for left, right in divisions(text, self.language):
            width = self.width(left + SOFT_HYPHEN, inline.size or size)
            if width <= room:
                rest = Fragment(inline, right)
                return (
                    Atom((Fragment(inline, left + SOFT_HYPHEN),), width, atom.spaced),
                    Atom((rest,), self.fragment_width(rest, size), False),
                )
        return None

    def _gap(self, before: Atom | None, atom: Atom, size: float) -> float:
        """The room before an atom: a space, some beside an ideograph; less than none where it begins a line and hangs out."""
        inline, text = atom.fragments[0]
        if before is None:
            return -hanging_before(text) * (inline.size or size)
        if atom.spaced:
            return self._space(before, atom, size)
        return room_between(before.fragments[-1].text, text) * (inline.size or size)

    def _hanging(self, atom: Atom, size: float) -> float:
        """How far an atom may hang out behind a line."""
        inline, text = atom.fragments[-1]
        return hanging_after(text) * (inline.size or size)

    def _space(self, before: Atom, after: Atom, size: float) -> float:
        """The width of the space between two atoms, the wider one where their faces differ."""
        edges = before.fragments[-1].inline, after.fragments[0].inline
        return max(self.style.stack(inline.bold).at(inline.size or size)[" "] for inline in edges)


def ended_with_space(line: SetLine) -> SetLine:
    """A line that ends with a space: what follows is heard apart from it."""
    *before, (inline, text) = line
    return (*before, Fragment(inline, text.rstrip(" ") + " "))


def _slice(inlines: Sequence[Inline], start: int, end: int) -> list[Fragment]:
    """The fragments of inline pieces between two offsets in all their text."""
    fragments, at = [], 0
    for inline in inlines:
        text = inline.text[max(0, start - at) : max(0, end - at)]
        if text:
            fragments.append(Fragment(inline, text))
        at += len(inline.text)
    return fragments


def _join(atoms: Sequence[Atom]) -> tuple[Part, ...]:
    """The fragments of a line and, as " ", the spaces between its words."""
    parts: list[Part] = []
    for index, atom in enumerate(atoms):
        if index and atom.spaced:
            parts.append(" ")
        parts += atom.fragments
    return tuple(parts)


def _fragments(parts: Sequence[Part]) -> SetLine:
    """Fragments of one inline piece joined; a space belongs to the piece before it, or behind a link's end to the next."""
    pieces: list[tuple[Inline, str]] = []
    space = ""
    for part in parts:
        if isinstance(part, str):
            space = part
            continue
        inline, text = part
        if pieces and pieces[-1][0] is inline:
            pieces[-1] = (inline, pieces[-1][1] + space + text)
        elif pieces and space and pieces[-1][0].link and pieces[-1][0].link is not inline.link:
            pieces.append((inline, space + text))
        else:
            if pieces and space:
                pieces[-1] = (pieces[-1][0], pieces[-1][1] + space)
            pieces.append((inline, text))
        space = ""
    if space:
        pieces[-1] = (pieces[-1][0], pieces[-1][1] + space)
    return tuple(Fragment(inline, text) for inline, text in pieces)
