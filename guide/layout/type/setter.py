"""Words into lines: the inline pieces of a paragraph are broken to a measure, ragged right."""

import re
from functools import cache

from guide.language.both import Both
from guide.language.scripts import has_leftward, needs_rules
from guide.layout.pages import BLACK, Tag, Text, run_width
from guide.layout.type.fonts import SOFT_HYPHEN
from guide.layout.type.inline import NBSP, Atom, Fragment, RichLine, Run, with_folio
from guide.layout.type.style import Style

TOLERANCE = 0.001  # points by which a line may be too long: rounding only


FIRST_LEFTWARD = "\u0590"  # the first character of a script that runs leftward


class Setter:
    """Sets text in the style's faces; knows how wide a folio may become, and keeps what did not fit.

    In a language that runs leftward x counts from the right: everything is set as if it ran to the right, and
    `mirrored` turns finished items round.
    """

    def __init__(self, style: Style, folio_digits: int):
        self.style = style
        self.language = style.language
        self.leftward = style.leftward
        self.spaces_only = style.language == "en"  # lines end at spaces, but for texts of other scripts
        self.folio_reserve = "0" * folio_digits  # no figure of the shipped faces is wider
        self.mark = None  # of the listing that is being set
        self.broken = []  # (mark, word): longer than any line, cut where there was no good place

    def width(self, text, size, bold=False):
        """The width of a text on one line, in points."""
        if isinstance(text, Both):
            text = "".join(text.in_line())
        return self.style.stack(bold).width(text, size)

    def apart(self, fragments):
        """Fragments with words of two languages taken apart, those of the second tagged with it; list of Fragment."""
        found = []
        for inline, text in fragments:
            if not isinstance(text, Both):
                found.append(Fragment(inline, text))
                continue
            first, second = text.in_line()
            tag = inline.tag and Tag("Span", inline.tag, language=self.style.second.language)
            found += [Fragment(inline, first), Fragment(inline._replace(tag=tag, apart=True), second)]
        return found

    def folio_width(self, size):
        """The width of the widest folio, in bold as in lists of pages, with the least space before it."""
        return self.width(self.folio_reserve, size, True) + self.style.u / 2

    def fragment_width(self, fragment, size):
        """The width of a fragment on one line, with room for the widest folio where one follows."""
        inline, text = fragment
        return self.width(
            with_folio(text, self.folio_reserve) if inline.page_of else text, inline.size or size, inline.bold
        )

    def line_width(self, fragments, size):
        """The width of a line without the space that may end it."""
        *before, (inline, text) = fragments
        return sum(
            self.fragment_width(fragment, size) for fragment in (*before, Fragment(inline, text.rstrip(" ")))
        )

    # --- lines

    def lines(self, inlines, size, measure, indent=0):
        """Inline pieces broken into lines, each a tuple of Fragment; all but the first are `indent` narrower."""
        if self.style.second:
            inlines = tuple(
                inline._replace(text=text)
                for inline, text in self.apart((each, each.text) for each in inlines)
            )
        if not self.spaces_only or any(needs_rules(inline.text) for inline in inlines):
            lines = self._fill(self._atoms_by_rules(inlines, size, measure - indent), size, measure, indent)
            return _runs_on(lines) if inlines[-1].text.endswith(" ") else lines
        if len(inlines) == 1 and not inlines[0].page_of and not inlines[0].size:
            lines = self._plain_lines(inlines[0], size, measure, indent)
            if lines is not None:
                return lines
        return self._fill(self._atoms(inlines, size, measure - indent), size, measure, indent)

    def _plain_lines(self, inline, size, measure, indent):
        """The lines of a single piece, or None where a word is longer than the measure."""
        widths = self.style.stack(inline.bold).at(size)
        text, last = (inline.text[:-1], " ") if inline.text.endswith(" ") else (inline.text, "")
        words = text.split(" ")
        space = widths[" "]
        limit = measure + TOLERANCE
        lines, start, used = [], 0, -space
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

    def _atoms(self, inlines, size, measure):
        """The unbreakable parts of a paragraph; words longer than the measure are cut into several."""
        words, gap = [], True  # each word its fragments, and whether a space stands before it
        for inline in inlines:
            pieces = (inline.text,) if inline.page_of else inline.text.split(" ")
            for index, piece in enumerate(pieces):
                gap = gap or index > 0
                if not piece:
                    continue
                if gap:
                    words.append(([], bool(words)))
                words[-1][0].append(Fragment(inline, piece))
                gap = False
        return [atom for word, spaced in words for atom in self._cut(word, size, measure, spaced)]

    def _atoms_by_rules(self, inlines, size, measure):
        """The same by the rules of Unicode: for scripts without spaces, and marks that begin no line."""
        from guide.language.unicode import line_ends  # an English guide has no need of it

        text = "".join(inline.text for inline in inlines)
        kept, at = set(), 0  # offsets within a page number, where no line ends
        for inline in inlines:
            kept.update(range(at + 1, at + len(inline.text)) if inline.page_of else ())
            at += len(inline.text)
        atoms, start, spaced = [], 0, False
        for end in line_ends(text, self.language):
            if end in kept:
                continue
            word = text[start:end].rstrip(" ")
            if word:
                fragments = _slice(inlines, start, start + len(word))
                atoms += self._cut(fragments, size, measure, spaced and bool(atoms))
            spaced = text[end - 1 : end] == " " if word or not atoms else True
            start = end
        return atoms

    def _cut(self, word, size, measure, spaced):
        width = sum(self.fragment_width(fragment, size) for fragment in word)
        if width <= measure + TOLERANCE:
            return [Atom(tuple(word), width, spaced)]
        for place, (inline, text) in enumerate(word):
            if NBSP in text and not inline.page_of:  # joined words part at their joint before they are cut
                left, _, right = text.partition(NBSP)
                return self._cut([*word[:place], Fragment(inline, left)], size, measure, spaced) + self._cut(
                    [Fragment(inline, right), *word[place + 1 :]], size, measure, True
                )
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
        widths, used, count = self.style.stack(bold).at(size), 0, 0
        while count < len(text) and used <= measure:
            used += widths[text[count]]
            count += 1
        while count > 1 and self.width(text[:count], size, bold) > measure:
            count -= 1
        return count

    def _fill(self, atoms, size, measure, indent):
        """Atoms put into lines as long as they fit; where the style divides words, what is left of a line takes a part."""
        lines, line, used = [], [], 0
        limit = measure + TOLERANCE
        waiting = atoms[::-1]
        while waiting:
            atom = waiting.pop()
            gap = self._space(line[-1], atom, size) if atom.spaced and line else 0
            if line and used + gap + atom.width > limit:
                if self.style.hyphenation and measure < self.style.narrow:
                    parts = self._divide(atom, limit - used - gap, size)
                    if parts:
                        line.append(parts[0])
                        atom = parts[1]
                lines.append(_join(line) + ((" ",) if atom.spaced else ()))
                line, used, gap, limit = [], 0, 0, measure - indent + TOLERANCE
            used += gap + atom.width
            line.append(atom)
        return [_fragments(line) for line in lines + [_join(line)]]

    def _divide(self, atom, room, size):
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

    def _space(self, before, after, size):
        """The width of the space between two atoms, the wider one where their faces differ."""
        edges = before.fragments[-1].inline, after.fragments[0].inline
        return max(self.style.stack(inline.bold).at(inline.size or size)[" "] for inline in edges)

    # --- lines at their places

    def place(self, fragments, x, y, size):
        """A line at its place: finished items where nothing is open, else a RichLine; list."""
        if self.style.second:
            fragments = self.apart(fragments)
        if any(fragment.inline.link or fragment.inline.page_of for fragment in fragments):
            return [RichLine(x, y, tuple(fragments), size)]
        if len(fragments) == 1 and not self.leftward:  # most lines are
            inline, text = fragments[0]
            stack = self.style.stack(inline.bold)
            if text.isascii() and stack.has_ascii:
                return [Text(inline.tag, x, y, text, stack.main, inline.size or size, BLACK)]
            if max(text, default="") < FIRST_LEFTWARD and stack.main.covers(text):
                return [
                    Text(inline.tag, x, y, text.replace(NBSP, " "), stack.main, inline.size or size, BLACK)
                ]
        return [self.item(run, x, y) for run in self.runs(fragments, size)]

    def item(self, run, x, y):
        """A run as a finished item in a line that begins at (x, y)."""
        return Text(run.inline.tag, x + run.x, y, run.text, run.face, run.size, BLACK, run.leftward)

    def runs(self, fragments, size):
        """The runs of one face and direction of a line, in the order in which they are read; list of Run."""
        if (
            any(has_leftward(text) for _, text in fragments)
            or self.leftward
            and any(text.strip(" ") for _, text in fragments)
        ):
            return self._runs_both_ways(fragments, size)
        runs, x = [], 0
        for inline, text in fragments:
            own, stack = inline.size or size, self.style.stack(inline.bold)
            if text.isascii() and stack.has_ascii:
                width = stack.width(text, own)
                runs.append(Run(inline, text, stack.main, own, x, width))
                x += width
                continue
            for face, part in stack.runs(text.replace(NBSP, " ")):
                drawn = face.size_at(own)
                width = run_width(part, face, drawn)
                runs.append(Run(inline, part, face, drawn, x, width))
                x += width
        return runs

    def _runs_both_ways(self, fragments, size):
        """The same where texts run leftward and rightward: in the order in which they are read, at their places on the line."""
        from guide.language.unicode import directions, visual_order  # see _atoms_by_rules

        text = "".join(text for _, text in fragments).replace(NBSP, " ")
        shown = text.strip(" ")
        parts, at, lead = [], 0, len(text) - len(text.lstrip(" "))
        levels = directions(
            shown, self._line_leftward(fragments), _texts_apart(fragments, lead, len(shown), self.leftward)
        )
        for inline, part in fragments:
            for face, words in self.style.stack(inline.bold).runs(part.replace(NBSP, " ")):
                for start, end in _level_spans(levels, at - lead, at - lead + len(words)):
                    parts.append((inline, shown[start:end], face, levels[start]))
                at += len(words)
        widths = []
        for inline, words, face, _ in parts:
            widths.append(run_width(words, face, face.size_at(inline.size or size)))
        lefts, left = {}, 0
        for place in visual_order([level for *_, level in parts]):
            lefts[place] = left
            left += widths[place]
        runs = []
        for place, (inline, words, face, level) in enumerate(parts):
            x = left - lefts[place] - widths[place] if self.leftward else lefts[place]
            runs.append(
                Run(inline, words, face, face.size_at(inline.size or size), x, widths[place], level % 2 == 1)
            )
        return self._with_outer_spaces(runs, " " * lead, " " * (len(text) - lead - len(shown)))

    def _line_leftward(self, fragments):
        """Whether a line as a whole runs leftward, as the texts do that it is a part of: one in Latin letters alone does not."""
        if self.leftward:
            return any(has_leftward(inline.text) or has_leftward(text) for inline, text in fragments)
        return not any(
            character.isalpha() and not has_leftward(character) for _, text in fragments for character in text
        )

    def _with_outer_spaces(self, runs, before, after):
        """Runs with the line's outer spaces, which take no room of their own where the run ends the line."""
        if before:
            runs[0] = self._spaced(runs[0], before + runs[0].text, not runs[0].leftward)
            runs = [run._replace(x=run.x + run_width(before, runs[0].face, runs[0].size)) for run in runs]
        if after:
            runs[-1] = self._spaced(runs[-1], runs[-1].text + after, runs[-1].leftward)
        return runs

    def _spaced(self, run, text, at_left):
        """A run with a longer text whose spaces hang out at its left end or at its right.

        Where the page is turned round afterwards, they hang out at the end of the line that is its beginning now.
        """
        width = run_width(text, run.face, run.size)
        at_beginning = at_left != self.leftward
        return run._replace(text=text, width=width, x=run.x - (width - run.width) * at_beginning)


def _texts_apart(fragments, lead, length, leftward):
    """(start, end) of the texts of their own in a line, counted without the spaces at its ends; neighbours are one.

    In a line that runs leftward a piece in other letters is one too, with all its marks, and so is a range of numbers.
    """
    found, at = [], -lead
    for inline, text in fragments:
        apart = inline.apart or leftward and _is_rightward(inline.text)
        parts = (
            [(0, len(text.rstrip(" ")))]
            if apart
            else [match.span() for match in RANGE.finditer(text)]
            if leftward
            else []
        )
        for first, last in parts:
            start, end = max(at + first, 0), min(at + last, length)
            if found and not inline.text.startswith(" ") and found[-1][1] in (start, start - 1) and apart:
                found[-1] = found[-1][0], end
            elif start < end:
                found.append((start, end))
        at += len(text)
    return found


RANGE = re.compile(
    r"\d+\u2013\d+"
)  # "3-5" with a dash: numbers with hyphens, as of phones, keep their order anyway


def _is_rightward(text):
    """Whether a text has letters, and none of a script that runs leftward."""
    return any(map(str.isalpha, text)) and not has_leftward(text)


def _runs_on(lines):
    """The lines, the last one ending with a space, as its text does."""
    *before, (*rest, (inline, text)) = lines
    return [*before, (*rest, Fragment(inline, text.rstrip(" ") + " "))]


def _level_spans(levels, start, end):
    """(start, end) of each run of one level between two offsets, cut to the levels that there are."""
    start, end = max(start, 0), min(end, len(levels))
    while start < end:
        stop = start + 1
        while stop < end and levels[stop] == levels[start]:
            stop += 1
        yield start, stop
        start = stop


def _slice(inlines, start, end):
    """The fragments of inline pieces between two offsets in all their text."""
    fragments, at = [], 0
    for inline in inlines:
        text = inline.text[max(0, start - at) : max(0, end - at)]
        if text:
            fragments.append(Fragment(inline, text))
        at += len(inline.text)
    return fragments


LEAST_LETTERS = 8  # of a word that is divided
LETTERS = re.compile(r"(\W*)(\w+)(\W*)")


def divisions(word, language):
    """(left, right) of every place where a word may be divided at the end of a line, the longest left part first."""
    match = LETTERS.fullmatch(word)
    if not match or len(match[2]) < LEAST_LETTERS or not match[2].isalpha() or match[2][0].isupper():
        return  # names and figures stay whole
    dictionary = _hyphenator(language)
    if dictionary is None:
        return
    for place in reversed(dictionary.positions(match[2])):
        yield match[1] + match[2][:place], match[2][place:] + match[3]


@cache
def _hyphenator(language):
    """The patterns of a language, None where there are none."""
    import pyphen  # few editions divide words

    found = pyphen.language_fallback(language.replace("-", "_"))
    return found and pyphen.Pyphen(lang=found, left=3, right=3)


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
