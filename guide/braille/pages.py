"""Texts on pages of braille: running heads, page numbers, and rows that name pages."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple, TypeVar

from guide.braille.blocks import SECTION, Block, Style
from guide.braille.cells import DOT_5, SPACE, in_cells, plain, wrapped
from guide.braille.liblouis import Braille
from guide.frozen import frozen
from guide.model.edition import BRAILLE_CELLS, BRAILLE_LINES

LEADER = DOT_5  # from words to their page in the contents
LEAST_LEADER = 2  # cells of it
BESIDE = 3  # cells around a running head
SHORT = 3  # letters of a word that says nothing at its end
ROUNDS = 8  # until no page number changes any more
WHOLE = 3  # lines of a text that is not divided over two pages
ALONE = 2  # lines of a longer one that stand together at the foot or the head of a page


@frozen
class Sheet:
    """The size of a page, in cells and lines."""

    cells: int = BRAILLE_CELLS
    lines: int = BRAILLE_LINES


USUAL = Sheet()
Page = list[str]  # its lines, without spaces at their ends
Places = dict[str, int]  # {place: its page}
Bound = tuple[list[Page], Places]
Made = TypeVar("Made")


class Spot(NamedTuple):
    """Where something begins: a page and a line of it, both from 0, the running head not counted."""

    page: int
    line: int


class Binder:
    """Makes pages of one size in one language."""

    def __init__(self, sheet: Sheet, braille: Braille) -> None:
        self.sheet, self.braille = sheet, braille
        self.known: dict[Block, list[str]] = {}  # lines that were made before: most are the same each time

    def in_cells(self, text: str) -> str:
        """A text in cells."""
        return in_cells(text, self.braille)

    def number(self, page: int) -> str:
        """The number of a page in cells."""
        return self.in_cells(str(page))

    # --- lines --------------------------------------------------------------------------------------

    def lines(self, block: Block) -> list[str]:
        """The lines of a text."""
        if block not in self.known:
            self.known[block] = self.made(block)
        return self.known[block]

    def made(self, block: Block) -> list[str]:
        style, width = block.style, self.sheet.cells
        if block.page:
            return self.row(block)
        if style.centred:
            found = wrapped(self.in_cells(block.text), width - 6, 0, 0)
            return [SPACE * ((width - len(line)) // 2) + line for line in found]
        return wrapped(self.in_cells(block.text), width, style.first, style.others)

    def row(self, block: Block) -> list[str]:
        """The lines of a row of the contents: its page at the right of the last."""
        number, style = self.in_cells(block.page), block.style
        most = self.sheet.cells - len(number) - LEAST_LEADER - 2
        lines = wrapped(self.in_cells(block.text), most, style.first, style.others) or [""]
        leader = self.sheet.cells - len(lines[-1]) - len(number) - 2
        return [*lines[:-1], f"{lines[-1]}{SPACE}{LEADER * leader}{SPACE}{number}"]

    def height(self, block: Block) -> int:
        """How many lines a text takes, those around it too."""
        return len(self.lines(block)) + block.style.above + block.style.below

    # --- pages --------------------------------------------------------------------------------------

    def title_pages(self, blocks: Iterable[Block], first: int) -> list[Page]:
        """Blocks on pages that have no running head, and an empty line at their foot."""
        pages, _ = self.pages(blocks, first, "", foot=1)
        return [[self.head("", number), *page[1:]] for number, page in enumerate(pages, first)]

    def pages(self, blocks: Iterable[Block], first: int, title: str, foot: int = 0) -> Bound:
        """Blocks on pages with running heads, counted from the first; so many lines at the foot stay empty."""
        filling = Filling(self.sheet.lines - 1 - foot)
        places: Places = {}
        sections: list[tuple[Spot, str]] = []  # with their titles
        for group in kept_together(blocks):
            lines = [(block, self.lines(block)) for block in group]
            filling.make_room(lines)
            for place, (block, each) in enumerate(lines):
                spot = filling.add(each, block.style, height_of(lines[place + 1 :]) * (not block.style.heads))
                if block.place:
                    places[block.place] = first + spot.page
                if block.style is SECTION:
                    sections.append((spot, block.text))
        return [
            [self.head(head_of(sections, number, title), first + number), *page]
            for number, page in enumerate(filling.pages)
        ], places

    def head(self, text: str, page: int) -> str:
        """The first line of a page: what it is of in the middle, its number at the right."""
        number, width = self.number(page), self.sheet.cells
        words = self.shortened(text, width - len(number) - 2 * BESIDE)
        left = min((width - len(words)) // 2, width - len(number) - BESIDE - len(words))
        start = SPACE * left + words
        return start + SPACE * (width - len(start) - len(number)) + number

    def shortened(self, text: str, room: int) -> str:
        """As many words of a title as have room, without an "and" at their end."""
        words = text.split()
        while words and len(plain(self.in_cells(" ".join(words)))) > room:
            words.pop()
            while len(words) > 1 and len(words[-1]) <= SHORT:
                words.pop()
        return plain(self.in_cells(" ".join(words)))


class Filling:
    """Pages while they are filled."""

    def __init__(self, depth: int) -> None:
        self.depth = depth
        self.pages: list[Page] = [[]]

    @property
    def room(self) -> int:
        """Lines that are left on the page."""
        return self.depth - len(self.pages[-1])

    def make_room(self, group: Sequence[tuple[Block, list[str]]]) -> None:
        """Begin a page where a group does not fit on this one: of a long text two lines behind its headings are enough."""
        heads = [*takewhile(lambda each: each[0].style.heads, group)]
        text = group[len(heads) :]
        is_long = bool(text) and len(text[0][1]) > WHOLE
        needed = height_of(heads) + (text[0][0].style.above + ALONE if is_long else height_of(text))
        if self.pages[-1] and min(needed, self.depth) > self.room:
            self.pages.append([])

    def add(self, lines: Sequence[str], style: Style, behind: int = 0) -> Spot:
        """Lines more, with empty ones around them but not at the top of a page; where they begin.

        `behind`: so many lines that belong to their end.
        """
        if self.pages[-1] and self.pages[-1][-1]:
            self.blank(style.above)
        if not self.room:
            self.pages.append([])
        begins = Spot(len(self.pages) - 1, len(self.pages[-1]))
        rest = list(lines)
        while rest:
            count = self.fitting(len(rest), behind)
            self.pages[-1] += rest[:count]
            rest = rest[count:]
            if rest:
                self.pages.append([])
        self.blank(style.below)
        return begins

    def fitting(self, count: int, behind: int) -> int:
        """How many of some lines stand on this page: none is alone on the next, nor what stands behind them."""
        if count + behind <= self.room or count <= min(ALONE, self.room):
            return count
        return max(1, min(self.room, count - ALONE))

    def blank(self, count: int) -> None:
        """Empty lines, as far as the page has them."""
        self.pages[-1] += [""] * min(count, self.room)


def height_of(group: Sequence[tuple[Block, list[str]]]) -> int:
    """How many lines some texts take, with those around them."""
    return sum(len(lines) + block.style.above + block.style.below for block, lines in group)


def kept_together(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Yield headings with what follows them, what ends with what is before it, and every other block alone."""
    group: list[Block] = []
    for block in blocks:
        if group and not group[-1].style.heads and not block.style.ends:
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def head_of(sections: Iterable[tuple[Spot, str]], page: int, title: str) -> str:
    """What the head of a page says: the section in the midst of which it begins, or the guide's title where there is none."""
    found = title
    for spot, text in sections:
        if spot == (page, 0):
            return title
        if spot.page < page:
            found = text
    return found


def settled(make: Callable[[Places], tuple[Made, Places]]) -> Made:
    """What names its own pages: made again until none changes."""
    places: Places = {}
    made, found = make(places)
    for _ in range(ROUNDS):
        if found == places:
            break
        places = found
        made, found = make(places)
    return made
