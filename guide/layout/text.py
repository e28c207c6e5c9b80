"""Words into lines: the inline pieces of a paragraph are broken to a measure, ragged right."""

import re
from typing import NamedTuple

from guide.layout.pages import BLACK, Tag, Text
from guide.layout.style import Style

TOLERANCE = 0.001  # points by which a line may be too long: rounding only


class Anchor(NamedTuple):
    """A place in the guide by its name, "listing:insite": its page is known when all pages are."""

    name: str


class Link(NamedTuple):
    target: "str | Anchor"  # "https:...", "mailto:...", "tel:+1...", or a place in the guide
    description: str
    ruled: bool = True  # whether the link rule is drawn
    area: bool = True  # False where a larger area, a whole row, is the link
    tag: Tag | None = None  # of the area, where it is not the tag of the text


class Inline(NamedTuple):
    """A piece of running text in one weight, with the tag that it is content of."""

    text: str
    tag: Tag | None
    bold: bool = False
    link: Link | None = None
    page_of: Anchor | None = None  # the folio of this place follows the text, which then holds no plain space
    size: float = 0  # 0: the paragraph's own


class Fragment(NamedTuple):
    """What one line takes of an inline piece."""

    inline: Inline
    text: str


class RichLine(NamedTuple):
    """A line with links or page numbers: it becomes text when every folio is known."""

    x: float
    y: float  # the baseline
    fragments: tuple[Fragment, ...]
    size: float
    align: float = 0  # 0: begins at x; 1: ends at x


FOLIO = "\ue000"  # stands for the page in a link's description, until it is known


class RowArea(NamedTuple):
    """A rectangle that is a link to a place in the guide, below the texts of its tag."""

    tag: Tag
    x: float
    y: float
    width: float
    height: float
    anchor: Anchor
    description: str  # FOLIO stands for the page


class Atom(NamedTuple):
    """What a line never breaks: a word, perhaps in several pieces."""

    fragments: tuple[Fragment, ...]
    width: float
    spaced: bool  # a space stands before it, unless the line begins with it


class Setter:
    """Sets text in the style's faces; knows how wide a folio may become, and keeps what did not fit."""

    def __init__(self, style: Style, folio_digits: int):
        self.style = style
        self.folio_reserve = "0" * folio_digits
        self.mark = None  # of the listing that is being set
        self.broken = []  # (mark, word): longer than any line, cut where there was no good place

    def width(self, text, size, bold=False):
        """The width of a text on one line, in points."""
        return self.style.stack(bold).width(text) * size

    def fragment_width(self, fragment, size):
        """The width of a fragment on one line, with room for the widest folio where one follows."""
        inline, text = fragment
        return self.width(text + self.folio_reserve if inline.page_of else text, inline.size or size, inline.bold)

    def lines(self, inlines, size, measure, indent=0):
        """Inline pieces broken into lines, each a tuple of Fragment; all but the first are `indent` narrower."""
        if len(inlines) == 1 and not inlines[0].page_of and not inlines[0].size:
            lines = self._plain_lines(inlines[0], size, measure, indent)
            if lines is not None:
                return lines
        return self._fill(self._atoms(inlines, size, measure - indent), size, measure, indent)

    def _plain_lines(self, inline, size, measure, indent):
        """The lines of a single piece, or None where a word is longer than the measure."""
        widths = self.style.stack(inline.bold).widths
        text, last = (inline.text[:-1], " ") if inline.text.endswith(" ") else (inline.text, "")
        words = text.split(" ")
        space = widths[" "] * size
        limit = measure + TOLERANCE
        lines, start, used = [], 0, -space
        for index, word in enumerate(words):
            width = widths[word] * size
            used += space + width
            if used > limit:
                if width > measure - indent:
                    return None
                lines.append((Fragment(inline, " ".join(words[start:index]) + " "),))
                limit = measure - indent + TOLERANCE
                start, used = index, width
        lines.append((Fragment(inline, " ".join(words[start:]) + last),))
        return lines

    def _atoms(self, inlines, size, measure):
        """The unbreakable parts of a paragraph; words longer than the measure are cut into several."""
        words, gap = [], True  # each word its fragments, and whether a space stands before it
        for inline in inlines:
            for index, piece in enumerate(inline.text.split(" ")):
                gap = gap or index > 0
                if not piece:
                    continue
                if gap:
                    words.append(([], bool(words)))
                words[-1][0].append(Fragment(inline, piece))
                gap = False
        return [atom for word, spaced in words for atom in self._cut(word, size, measure, spaced)]

    def _cut(self, word, size, measure, spaced):
        width = sum(self.fragment_width(fragment, size) for fragment in word)
        if width <= measure + TOLERANCE:
            return [Atom(tuple(word), width, spaced)]
        for place, (inline, text) in enumerate(word):
            if "\u00a0" in text and not inline.page_of:  # joined words part at their joint before they are cut
                left, _, right = text.partition("\u00a0")
                return (self._cut([*word[:place], Fragment(inline, left)], size, measure, spaced)
                        + self._cut([Fragment(inline, right), *word[place + 1:]], size, measure, True))
        atoms = []
        for fragment in word:
            for text in self._pieces(fragment, size, measure):
                part = Fragment(fragment.inline, text)
                atoms.append(Atom((part,), self.fragment_width(part, size), spaced and not atoms))
        return atoms

    def _pieces(self, fragment, size, measure):
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

    def _fitting(self, text, size, measure, bold):
        """How many characters of a word fit a measure: guessed from their single widths, then set right for kerning."""
        widths, used, count = self.style.stack(bold).widths, 0, 0
        while count < len(text) and used <= measure:
            used += widths[text[count]] * size
            count += 1
        while count > 1 and self.width(text[:count], size, bold) > measure:
            count -= 1
        return count

    def _fill(self, atoms, size, measure, indent):
        """Atoms put into lines as long as they fit."""
        lines, line, used = [], [], 0
        limit = measure + TOLERANCE
        for atom in atoms:
            gap = self._space(line[-1], atom, size) if atom.spaced and line else 0
            if line and used + gap + atom.width > limit:
                lines.append(_join(line) + ((" ",) if atom.spaced else ()))
                line, used, gap, limit = [], 0, 0, measure - indent + TOLERANCE
            used += gap + atom.width
            line.append(atom)
        return [_fragments(line) for line in lines + [_join(line)]]

    def _space(self, before, after, size):
        """The width of the space between two atoms, the wider one where their faces differ."""
        edges = before.fragments[-1].inline, after.fragments[0].inline
        return max(self.style.stack(inline.bold).widths[" "] * (inline.size or size) for inline in edges)

    def place(self, fragments, x, y, size):
        """A line at its place: finished items where nothing is open, else a RichLine; list."""
        if any(fragment.inline.link or fragment.inline.page_of for fragment in fragments):
            return [RichLine(x, y, tuple(fragments), size)]
        items = []
        last = len(fragments) - 1
        for index, (inline, text) in enumerate(fragments):
            own = inline.size or size
            text = self.add_text(items, inline, text, x, y, own)
            if index < last:
                x += self.style.stack(inline.bold).width(text) * own
        return items

    def add_text(self, items, inline, text, x, y, size):
        """Append a text to items, run by run of one face; the text as it is printed."""
        stack = self.style.stack(inline.bold)
        if text.isascii() and stack.has_ascii:
            items.append(Text(inline.tag, x, y, text, stack.main, size, BLACK))
            return text
        text = text.replace("\u00a0", " ")
        for face, run in stack.runs(text):
            items.append(Text(inline.tag, x, y, run, face, size, BLACK))
            x += stack.width(run) * size
        return text


def _join(atoms):
    """The fragments of a line and, as " ", the spaces between its words."""
    parts = []
    for index, atom in enumerate(atoms):
        if index and atom.spaced:
            parts.append(" ")
        parts += atom.fragments
    return tuple(parts)


def _fragments(parts):
    """Fragments of one inline piece joined; a space belongs to the piece before it, or behind a link's end to the next."""
    pieces, space = [], ""
    for part in parts:
        if part == " ":
            space = " "
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


_ADDRESS = re.compile(r"[^/.@]*[/.@]+|[^/.@]+")


def break_address(text):
    """A web or e-mail address in pieces that a line may end after: behind slashes, dots and the at sign."""
    return _ADDRESS.findall(text)
